#pragma once

#include "ik-page.h"

G_BEGIN_DECLS

#define IK_TYPE_COMPARISON_PAGE (ik_comparison_page_get_type ())
G_DECLARE_FINAL_TYPE (IkComparisonPage, ik_comparison_page, IK, COMPARISON_PAGE, IkPage)

GtkWidget *ik_comparison_page_new (const char *role);

G_END_DECLS
