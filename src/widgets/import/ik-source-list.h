#pragma once

#include <adwaita.h>

#include "ik-draft.h"

G_BEGIN_DECLS

#define IK_TYPE_SOURCE_LIST (ik_source_list_get_type ())
G_DECLARE_FINAL_TYPE (IkSourceList, ik_source_list, IK, SOURCE_LIST, GtkWidget)

void  ik_source_list_set_draft      (IkSourceList   *self,
                                     IkDraft        *draft);
void  ik_source_list_set_menu       (IkSourceList   *self,
                                     GMenuModel     *menu);
guint ik_source_list_get_line       (IkSourceList   *self);
void  ik_source_list_select_line    (IkSourceList   *self,
                                     guint           line);
void  ik_source_list_show_line      (IkSourceList   *self,
                                     guint           line);
guint ik_source_list_get_first_line (IkSourceList   *self);

G_END_DECLS
