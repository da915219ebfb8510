#pragma once

#include <adwaita.h>

#include "ik-duplicate.h"

G_BEGIN_DECLS

#define IK_TYPE_DUPLICATE_CARD (ik_duplicate_card_get_type ())
G_DECLARE_FINAL_TYPE (IkDuplicateCard, ik_duplicate_card, IK, DUPLICATE_CARD, AdwBin)

void ik_duplicate_card_set (IkDuplicateCard   *self,
                            const IkDuplicate *question,
                            const IkDuplicate *other);

G_END_DECLS
