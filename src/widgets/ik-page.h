#pragma once

#include <adwaita.h>

#include "ik-job.h"

G_BEGIN_DECLS

#define IK_TYPE_PAGE (ik_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (IkPage, ik_page, IK, PAGE, AdwBin)

/**
 * IkPageClass:
 * @load: starts jobs that fill the page from the library, by ik_page_load();
 *   called when there is a library and whenever it was changed, at most once
 *   per frame and only while the page is in view
 * @take_files: (nullable): takes files that are dropped on the page; those of
 *   any other page are imported
 * @save: (nullable): writes what was changed, by ik_page_write(); called when a
 *   delay is over and when the page goes out of view
 * @go_home: (nullable): goes back to what the page shows at first; called when
 *   the person asks for the page by its name
 */
struct _IkPageClass
{
  AdwBinClass parent_class;

  void (*load)    (IkPage *self);
  void (*save)    (IkPage *self);
  void (*go_home) (IkPage *self);
  void (*take_files) (IkPage  *self,
                      GFile  **files,
                      guint    n_files);
};

IkLibrary *ik_page_get_library (IkPage              *self);
void       ik_page_set_library (IkPage              *self,
                                IkLibrary           *library);
void       ik_page_reload      (IkPage              *self);
void       ik_page_fill_ahead  (IkPage              *self);
void       ik_page_go_home     (IkPage              *self);

void       ik_page_save_later  (IkPage              *self,
                                guint                delay_ms);
void       ik_page_save_now    (IkPage              *self);
void       ik_page_save_changes (IkPage             *self);
gboolean   ik_page_has_changes (IkPage              *self);
void       ik_page_set_unsaved (IkPage              *self,
                                gboolean             is_unsaved);

/* Runs @func on a thread; the callback gets the page as its source and ends
 * with ik_job_run_finish(). A load is cancelled by a reload and by the end of the
 * page, a write goes through. */
void       ik_page_load        (IkPage              *self,
                                IkJobFunc            func,
                                gpointer             data,
                                GDestroyNotify       data_free,
                                GDestroyNotify       result_free,
                                GAsyncReadyCallback  callback);
void       ik_page_write       (IkPage              *self,
                                IkJobFunc            func,
                                gpointer             data,
                                GDestroyNotify       data_free,
                                GDestroyNotify       result_free,
                                GAsyncReadyCallback  callback);

G_END_DECLS
