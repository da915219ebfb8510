#pragma once

#include "ik-interview-event.h"
#include "ik-interview-lock.h"
#include "ik-interview.h"
#include "ik-library.h"

G_BEGIN_DECLS

#define IK_TYPE_LIVE_SAVER (ik_live_saver_get_type ())
G_DECLARE_FINAL_TYPE (IkLiveSaver, ik_live_saver, IK, LIVE_SAVER, GObject)

IkLiveSaver *ik_live_saver_new           (IkLibrary            *library,
                                          IkInterview          *interview);
IkLibrary   *ik_live_saver_get_library   (IkLiveSaver          *self);
void         ik_live_saver_take_lock     (IkLiveSaver          *self,
                                          IkInterviewLock      *lock);
const char  *ik_live_saver_get_error     (IkLiveSaver          *self);
const char  *ik_live_saver_get_rescue_path (IkLiveSaver        *self);
void         ik_live_saver_touch_item    (IkLiveSaver          *self,
                                          IkInterviewItem      *item);
void         ik_live_saver_insert_item   (IkLiveSaver          *self,
                                          IkInterviewItem      *item,
                                          guint                 index);
void         ik_live_saver_remove_item   (IkLiveSaver          *self,
                                          guint                 index);
void         ik_live_saver_touch_notes   (IkLiveSaver          *self);
void         ik_live_saver_log           (IkLiveSaver          *self,
                                          IkInterviewEvent     *event);
void         ik_live_saver_save          (IkLiveSaver          *self);
void         ik_live_saver_flush_async   (IkLiveSaver          *self,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
gboolean     ik_live_saver_flush_finish  (IkLiveSaver          *self,
                                          GAsyncResult         *result,
                                          GError              **error);

G_END_DECLS
