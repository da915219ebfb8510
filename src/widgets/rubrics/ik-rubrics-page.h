#pragma once

#include "ik-page.h"

G_BEGIN_DECLS

#define IK_TYPE_RUBRICS_PAGE (ik_rubrics_page_get_type ())
G_DECLARE_FINAL_TYPE (IkRubricsPage, ik_rubrics_page, IK, RUBRICS_PAGE, IkPage)

G_END_DECLS
