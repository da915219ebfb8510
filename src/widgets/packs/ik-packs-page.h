#pragma once

#include "ik-page.h"

G_BEGIN_DECLS

#define IK_TYPE_PACKS_PAGE (ik_packs_page_get_type ())
G_DECLARE_FINAL_TYPE (IkPacksPage, ik_packs_page, IK, PACKS_PAGE, IkPage)

void ik_packs_page_open         (IkPacksPage *self,
                                 const char  *pack_id,
                                 const char  *question_id);
void ik_packs_page_focus_search (IkPacksPage *self);

G_END_DECLS
