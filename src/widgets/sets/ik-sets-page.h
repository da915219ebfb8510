#pragma once

#include "ik-page.h"

G_BEGIN_DECLS

#define IK_TYPE_SETS_PAGE (ik_sets_page_get_type ())
G_DECLARE_FINAL_TYPE (IkSetsPage, ik_sets_page, IK, SETS_PAGE, IkPage)

void ik_sets_page_open   (IkSetsPage *self,
                          const char *set_id);
void ik_sets_page_create (IkSetsPage *self,
                          const char *pack_id,
                          const char *title);
gboolean ik_sets_page_go_to_bank (IkSetsPage *self);

G_END_DECLS
