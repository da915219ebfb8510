#pragma once

#include "ik-page.h"

G_BEGIN_DECLS

#define IK_TYPE_CANDIDATES_PAGE (ik_candidates_page_get_type ())
G_DECLARE_FINAL_TYPE (IkCandidatesPage, ik_candidates_page, IK, CANDIDATES_PAGE, IkPage)

G_END_DECLS
