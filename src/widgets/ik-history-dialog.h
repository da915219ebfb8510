#pragma once

#include "ik-library.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define IK_TYPE_HISTORY_DIALOG (ik_history_dialog_get_type ())
G_DECLARE_DERIVABLE_TYPE (IkHistoryDialog, ik_history_dialog, IK, HISTORY_DIALOG, AdwWindow)

/**
 * IkHistoryDialogClass:
 * @load: reads what became of the record with that id; on the library's thread
 * @free_history: frees what @load returned
 * @restore: makes an earlier version the record again; on the library's thread
 * @show: fills the dialog by ik_history_dialog_add() with what @load returned, which
 *   stays until the next call; the dialog has no rows then
 */
struct _IkHistoryDialogClass
{
  AdwWindowClass parent_class;

  gpointer (*load)         (IkLibrary        *library,
                            const char       *id,
                            GCancellable     *cancellable,
                            GError          **error);
  GDestroyNotify free_history;
  gboolean (*restore)      (IkLibrary        *library,
                            const char       *id,
                            const char       *version_id,
                            GCancellable     *cancellable,
                            GError          **error);
  void     (*show)         (IkHistoryDialog  *self,
                            gpointer          history,
                            gint64            now_us);
};

void                 ik_history_dialog_follow       (IkHistoryDialog     *self,
                                                     IkLibrary           *library,
                                                     const char          *id);
const char          *ik_history_dialog_get_id       (IkHistoryDialog     *self);
AdwPreferencesGroup *ik_history_dialog_get_versions (IkHistoryDialog     *self);
void                 ik_history_dialog_add_group    (IkHistoryDialog     *self,
                                                     AdwPreferencesGroup *group);
void                 ik_history_dialog_add          (IkHistoryDialog     *self,
                                                     AdwPreferencesGroup *group,
                                                     GtkWidget           *row);

G_END_DECLS
