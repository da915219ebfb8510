#pragma once

#include "ik-roles.h"

G_BEGIN_DECLS

IkRole *ik_grammar_read (const IkBlockList *list);

G_END_DECLS
