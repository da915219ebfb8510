#pragma once

#include "ik-page.h"

G_BEGIN_DECLS

#define IK_TYPE_STARTER_LIST (ik_starter_list_get_type ())
G_DECLARE_FINAL_TYPE (IkStarterList, ik_starter_list, IK, STARTER_LIST, IkPage)

G_END_DECLS
