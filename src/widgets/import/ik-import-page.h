#pragma once

#include "ik-page.h"

G_BEGIN_DECLS

#define IK_TYPE_IMPORT_PAGE (ik_import_page_get_type ())
G_DECLARE_FINAL_TYPE (IkImportPage, ik_import_page, IK, IMPORT_PAGE, IkPage)

GtkWidget *ik_import_page_new      (void);
void       ik_import_page_add_file (IkImportPage *self,
                                    GFile        *file);

G_END_DECLS
