#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef gboolean (*IkTestCondition) (gpointer data);

void       ik_test_widgets_init        (int             *argc,
                                        char          ***argv);
GtkWidget *ik_test_widgets_show        (GtkWidget       *child);
GtkWidget *ik_test_widgets_find        (GtkWidget       *widget,
                                        GType            type,
                                        const char      *css_class);
void       ik_test_widgets_wait        (IkTestCondition  condition,
                                        gpointer         data);
gint64     ik_test_widgets_settle      (void);
void       ik_test_widgets_press       (GtkWidget       *window,
                                        const char      *input);
GtkWidget *ik_test_widgets_find_window (GType            type);
gint64     ik_test_widgets_get_cpu_us  (void);

G_END_DECLS
