#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define IK_TYPE_FILES_BAR (ik_files_bar_get_type ())
G_DECLARE_FINAL_TYPE (IkFilesBar, ik_files_bar, IK, FILES_BAR, GtkWidget)

void     ik_files_bar_show        (IkFilesBar *self,
                                   guint       n_files,
                                   guint       n_done,
                                   guint       n_kept);
gboolean ik_files_bar_is_together (IkFilesBar *self);

G_END_DECLS
