#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define IK_TYPE_FINDING_LIST (ik_finding_list_get_type ())
G_DECLARE_FINAL_TYPE (IkFindingList, ik_finding_list, IK, FINDING_LIST, AdwBin)

void     ik_finding_list_set_findings (IkFindingList *self,
                                       GPtrArray     *findings);
void     ik_finding_list_set_locked   (IkFindingList *self,
                                       gboolean       locked);
void     ik_finding_list_focus        (IkFindingList *self);
gboolean ik_finding_list_toggle_share (IkFindingList *self,
                                       GtkWidget     *focus);

G_END_DECLS
