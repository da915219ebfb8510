#pragma once

#include "ik-page.h"

G_BEGIN_DECLS

#define IK_TYPE_DUPLICATES_PAGE (ik_duplicates_page_get_type ())
G_DECLARE_FINAL_TYPE (IkDuplicatesPage, ik_duplicates_page, IK, DUPLICATES_PAGE, IkPage)

void ik_duplicates_page_search (IkDuplicatesPage *self);

G_END_DECLS
