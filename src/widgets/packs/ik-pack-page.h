#pragma once

#include "ik-page.h"

G_BEGIN_DECLS

#define IK_TYPE_PACK_PAGE (ik_pack_page_get_type ())
G_DECLARE_FINAL_TYPE (IkPackPage, ik_pack_page, IK, PACK_PAGE, IkPage)

void ik_pack_page_show (IkPackPage *self,
                        const char *pack_id,
                        const char *question_id);

G_END_DECLS
