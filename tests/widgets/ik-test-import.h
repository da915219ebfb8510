#pragma once

#include "ik-draft-list.h"
#include "ik-import-page.h"
#include "ik-source-list.h"
#include "ik-test-library.h"
#include "ik-test-widgets.h"

G_BEGIN_DECLS

/* The review of an import, with an empty library. */
typedef struct
{
  IkTestLibrary  base;
  GtkWidget     *page;
  GtkWidget     *window;
  IkDraftList   *questions;
  IkDraftList   *left_over;
  IkSourceList  *source;
  char          *pack_id; /* of what was stored, once it is over */
  gboolean       is_over;
} IkTestImport;

void         ik_test_import_set_up        (IkTestImport  *self,
                                           gconstpointer  data);
void         ik_test_import_tear_down     (IkTestImport  *self,
                                           gconstpointer  data);

/* What is done */
void         ik_test_import_open_document (IkTestImport  *self);
void         ik_test_import_open_text     (IkTestImport  *self,
                                           const char    *name,
                                           const char    *text);
void         ik_test_import_select_line   (IkTestImport  *self,
                                           guint          line);
void         ik_test_import_press         (const char    *key);

/* What is seen */
GtkListView *ik_test_import_get_view      (gpointer       list);
void         ik_test_import_wait_for_row  (gpointer       list,
                                           const char    *label);
GtkWidget   *ik_test_import_find_button   (GtkWidget     *widget,
                                           const char    *action_name);
void         ik_test_import_wait_for_label (GtkWidget    *widget,
                                           const char    *text);
gboolean     ik_test_import_is_line_in_view (IkTestImport *self);
gboolean     ik_test_import_has_label     (GtkWidget     *widget,
                                           const char    *text);

G_END_DECLS
