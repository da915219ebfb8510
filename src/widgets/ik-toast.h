#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One sentence in the window that @descendant stands in: at its bottom, or where
 * the page that is shown keeps a place for it, above its bar. */
void ik_toast_show       (GtkWidget    *descendant,
                          const char   *title);
void ik_toast_show_undo  (GtkWidget    *descendant,
                          const char   *title);
void ik_toast_show_undo_ahead (GtkWidget *descendant,
                               const char *title);
void ik_toast_expire_undo (GtkWidget   *descendant);
void ik_toast_show_undo_steps (GtkWidget *descendant,
                               const char *title,
                               guint       n_steps);
void ik_toast_show_action (GtkWidget   *descendant,
                           const char  *title,
                           const char  *button_label,
                           const char  *action_name,
                           GVariant    *target);
void ik_toast_show_error (GtkWidget    *descendant,
                          const GError *error);
void ik_toast_show_result (GtkWidget    *descendant,
                           GAsyncResult *result,
                           const char   *sentence);
void ik_toast_dismiss    (GtkWidget    *descendant);
void ik_toast_dismiss_all (GtkWidget   *descendant);

G_END_DECLS
