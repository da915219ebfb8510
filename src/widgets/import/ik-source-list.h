#pragma once

#include "ik-draft.h"
#include "ik-position-view.h"

G_BEGIN_DECLS

#define IK_TYPE_SOURCE_LIST (ik_source_list_get_type ())
G_DECLARE_FINAL_TYPE (IkSourceList, ik_source_list, IK, SOURCE_LIST, IkPositionView)

void  ik_source_list_set_draft      (IkSourceList   *self,
                                     IkDraft        *draft);
guint ik_source_list_get_line       (IkSourceList   *self);
void  ik_source_list_select_line    (IkSourceList   *self,
                                     guint           line);
void  ik_source_list_show_line      (IkSourceList   *self,
                                     guint           line);
guint ik_source_list_get_first_line (IkSourceList   *self);

G_END_DECLS
