#pragma once

#include "ik-roles.h"

G_BEGIN_DECLS

IkPattern *ik_grammar_learn (const IkBlockList *list);
IkRole    *ik_grammar_apply (const IkBlockList *list,
                             const IkPattern   *pattern,
                             const IkRole      *forced);

G_END_DECLS
