#pragma once

#include "ik-block-list.h"

G_BEGIN_DECLS

void ik_tables_apply (IkBlockList *list);

G_END_DECLS
