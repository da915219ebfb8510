#pragma once

#include "ik-roles.h"

G_BEGIN_DECLS

char *ik_title_find    (const IkBlockList *list,
                        IkRole            *roles,
                        const char        *name);
char *ik_title_of_name (const char        *name);

G_END_DECLS
