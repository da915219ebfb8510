#pragma once

#include "ik-chord.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Far longer than anything takes. */
#define IK_TEST_WIDGETS_TIMEOUT_US (60 * G_USEC_PER_SEC)

typedef gboolean (*IkTestCondition) (gpointer data);

#define ik_test_widgets_wait(condition, data) \
  ik_test_widgets_wait_for (#condition, condition, data)

void       ik_test_widgets_init        (int             *argc,
                                        char          ***argv);
GtkWidget *ik_test_widgets_show        (GtkWidget       *child);
GtkWidget *ik_test_widgets_show_sized  (GtkWidget       *child,
                                        int              width,
                                        int              height);
char      *ik_test_widgets_dup_keys    (GtkWidget       *widget);
void       ik_test_widgets_answer_dialog (const char    *response);
void       ik_test_widgets_check_keys  (GtkWidget       *widget,
                                        const char      *section,
                                        const IkChord   *chords,
                                        gsize            n_chords);
GtkWidget *ik_test_widgets_find        (GtkWidget       *widget,
                                        GType            type,
                                        const char      *css_class);
void       ik_test_widgets_wait_for    (const char      *name,
                                        IkTestCondition  condition,
                                        gpointer         data);
gint64     ik_test_widgets_settle      (void);
void       ik_test_widgets_press       (GtkWidget       *window,
                                        const char      *input);
void       ik_test_widgets_point_at    (GtkWidget       *widget,
                                        const char      *press);
GtkWidget *ik_test_widgets_find_window (GType            type);
GtkWidget *ik_test_widgets_get_file_dialog (void);
gint64     ik_test_widgets_get_cpu_us  (void);
gboolean   ik_test_widgets_speak_german (void);
void       ik_test_widgets_speak_english (void);

G_END_DECLS
