#pragma once

#include "ik-database.h"
#include "ik-panel-agreement.h"

G_BEGIN_DECLS

char             *ik_debrief_store_dup_candidate  (IkDatabase              *database,
                                                   const char              *candidate_id,
                                                   GError                 **error);
gboolean          ik_debrief_store_find_round     (IkDatabase              *database,
                                                   const char              *candidate_id,
                                                   const char              *title,
                                                   char                   **out_id,
                                                   GError                 **error);
gboolean          ik_debrief_store_add_round      (IkDatabase              *database,
                                                   const char              *candidate_id,
                                                   const char              *title,
                                                   GError                 **error);
GPtrArray        *ik_debrief_store_list_members   (IkDatabase              *database,
                                                   const char              *candidate_id,
                                                   const char              *title,
                                                   GError                 **error);
IkPanelAgreement *ik_debrief_store_load_agreement (IkDatabase              *database,
                                                   const char              *round_id,
                                                   GError                 **error);
gboolean          ik_debrief_store_save_score     (IkDatabase              *database,
                                                   const char              *round_id,
                                                   const IkAgreedScore     *score,
                                                   GError                 **error);
gboolean          ik_debrief_store_save_outcome   (IkDatabase              *database,
                                                   const char              *round_id,
                                                   const IkPanelAgreement  *agreement,
                                                   GError                 **error);
gboolean          ik_debrief_store_log            (IkDatabase              *database,
                                                   const char              *round_id,
                                                   GError                 **error);

G_END_DECLS
