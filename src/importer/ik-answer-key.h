#pragma once

#include "ik-block-list.h"
#include "ik-roles.h"

G_BEGIN_DECLS

void ik_answer_key_match (IkBlockList  *list,
                          IkRole      **roles);

G_END_DECLS
