#pragma once

#include "ik-block-list.h"

G_BEGIN_DECLS

void ik_repair_blocks (IkBlockList *list);

G_END_DECLS
