#pragma once

#include "ik-page.h"

G_BEGIN_DECLS

#define IK_TYPE_TODAY_PAGE (ik_today_page_get_type ())
G_DECLARE_FINAL_TYPE (IkTodayPage, ik_today_page, IK, TODAY_PAGE, IkPage)

G_END_DECLS
