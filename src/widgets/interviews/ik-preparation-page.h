#pragma once

#include "ik-page.h"

G_BEGIN_DECLS

#define IK_TYPE_PREPARATION_PAGE (ik_preparation_page_get_type ())
G_DECLARE_FINAL_TYPE (IkPreparationPage, ik_preparation_page, IK, PREPARATION_PAGE, IkPage)

GtkWidget *ik_preparation_page_new (const char *interview_id);

G_END_DECLS
