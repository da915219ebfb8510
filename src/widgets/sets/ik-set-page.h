#pragma once

#include "ik-page.h"

G_BEGIN_DECLS

#define IK_TYPE_SET_PAGE (ik_set_page_get_type ())
G_DECLARE_FINAL_TYPE (IkSetPage, ik_set_page, IK, SET_PAGE, IkPage)

void ik_set_page_show       (IkSetPage  *self,
                             const char *set_id);
void ik_set_page_go_to_bank (IkSetPage  *self);

G_END_DECLS
