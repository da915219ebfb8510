#pragma once

#include <adwaita.h>

#include "ik-pack.h"

G_BEGIN_DECLS

#define IK_TYPE_DRAFT_LIST (ik_draft_list_get_type ())
G_DECLARE_FINAL_TYPE (IkDraftList, ik_draft_list, IK, DRAFT_LIST, GtkWidget)

void ik_draft_list_set_pack (IkDraftList  *self,
                             const IkPack *pack,
                             gboolean      left_over);

G_END_DECLS
