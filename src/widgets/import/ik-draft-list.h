#pragma once

#include "ik-draft.h"
#include "ik-position-view.h"

G_BEGIN_DECLS

#define IK_TYPE_DRAFT_LIST (ik_draft_list_get_type ())
G_DECLARE_FINAL_TYPE (IkDraftList, ik_draft_list, IK, DRAFT_LIST, IkPositionView)

void     ik_draft_list_set_draft    (IkDraftList *self,
                                     IkDraft     *draft);
guint    ik_draft_list_get_line     (IkDraftList *self);
guint    ik_draft_list_get_entry    (IkDraftList *self);
void     ik_draft_list_select_entry (IkDraftList *self,
                                     guint        entry);
void     ik_draft_list_show_entry   (IkDraftList *self,
                                     guint        entry);
guint    ik_draft_list_get_first_line (IkDraftList *self);

G_END_DECLS
