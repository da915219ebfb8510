#pragma once

#include "ik-block-list.h"

G_BEGIN_DECLS

gsize ik_front_matter_read (IkBlockList *list);

G_END_DECLS
