#pragma once

#include "ik-page.h"

G_BEGIN_DECLS

#define IK_TYPE_OWNER_ROW (ik_owner_row_get_type ())
G_DECLARE_FINAL_TYPE (IkOwnerRow, ik_owner_row, IK, OWNER_ROW, IkPage)

G_END_DECLS
