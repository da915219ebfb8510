#pragma once

#include "ik-pattern.h"
#include "ik-roles.h"

G_BEGIN_DECLS

void ik_repeats_find (const IkBlockList *list,
                      const IkPattern   *pattern,
                      IkRole            *roles);

G_END_DECLS
