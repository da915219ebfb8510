#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define IK_TYPE_RICH_VIEW (ik_rich_view_get_type ())
G_DECLARE_FINAL_TYPE (IkRichView, ik_rich_view, IK, RICH_VIEW, GtkWidget)

GtkWidget  *ik_rich_view_new             (void);
const char *ik_rich_view_get_text        (IkRichView *self);
void        ik_rich_view_set_text        (IkRichView *self,
                                          const char *text);

void        ik_rich_label_set_inline     (GtkLabel   *label,
                                          const char *commonmark);
void        ik_rich_label_set_points     (GtkLabel   *label,
                                          GPtrArray  *points,
                                          guint       n_points,
                                          gboolean    numbered);
char       *ik_rich_text_dup_plain       (const char *commonmark,
                                          guint       max_chars);

G_END_DECLS
