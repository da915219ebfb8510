#pragma once

#include "ik-test-widgets.h"
#include "ik-window.h"

G_BEGIN_DECLS

/* A window on an empty library, open. */
typedef struct
{
  char     *directory;
  char     *path;
  IkWindow *window;
} IkTestWindow;

void        ik_test_window_init             (int            *argc,
                                             char         ***argv);
void        ik_test_window_set_up           (IkTestWindow   *self,
                                             gconstpointer   data);
void        ik_test_window_tear_down        (IkTestWindow   *self,
                                             gconstpointer   data);
void        ik_test_window_open             (IkTestWindow   *self);

void        ik_test_window_wait_for         (IkTestWindow   *self,
                                             GType           page_type);
void        ik_test_window_add_starter_pack (IkTestWindow   *self);
void        ik_test_window_open_full_set    (IkTestWindow   *self); /* of all questions of a pack */
void        ik_test_window_open_new_set     (IkTestWindow   *self);
char       *ik_test_window_dup_line_id      (IkTestWindow   *self,
                                             guint           position);
GtkWidget  *ik_test_window_find             (IkTestWindow   *self,
                                             GType           type);
GListModel *ik_test_window_get_model        (IkTestWindow   *self,
                                             GType           page_type);
GtkWidget  *ik_test_window_find_list        (GtkWidget      *widget);
GtkWidget  *ik_test_window_find_button      (GtkWidget      *widget,
                                             const char     *action_name);
GtkWidget  *ik_test_window_get_focus        (IkTestWindow   *self);

/* Conditions: of the window's address, and of the test window. */
gboolean    ik_test_window_is_gone          (gpointer        data);
gboolean    ik_test_window_has_questions    (gpointer        data);
gboolean    ik_test_window_has_lines        (gpointer        data);
gboolean    ik_test_window_has_focus_in_lines (gpointer      data);

G_END_DECLS
