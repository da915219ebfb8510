#pragma once

#include "ik-block-list.h"
#include "ik-pack.h"
#include "ik-roles.h"

G_BEGIN_DECLS

IkPack *ik_draft_builder_build (IkBlockList   *list,
                                const IkRole  *roles,
                                const char    *name,
                                const char    *title,
                                GError       **error);

G_END_DECLS
