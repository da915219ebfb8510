#pragma once

#include "ik-page.h"

G_BEGIN_DECLS

#define IK_TYPE_INSIGHT_PAGE (ik_insight_page_get_type ())
G_DECLARE_FINAL_TYPE (IkInsightPage, ik_insight_page, IK, INSIGHT_PAGE, IkPage)

G_END_DECLS
