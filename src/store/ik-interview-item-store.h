#pragma once

#include "ik-database.h"
#include "ik-interview.h"

G_BEGIN_DECLS

/* Private to the layer: the items of an interview in their frozen wording. */

gboolean ik_interview_item_store_load   (IkDatabase             *database,
                                         IkInterview            *interview,
                                         GError                **error);
gboolean ik_interview_item_store_insert (IkDatabase             *database,
                                         const char             *interview_id,
                                         const IkInterviewItem  *item,
                                         guint                   position,
                                         GError                **error);
gboolean ik_interview_item_store_move   (IkDatabase             *database,
                                         const char             *id,
                                         guint                   position,
                                         GError                **error);
gboolean ik_interview_item_store_remove (IkDatabase             *database,
                                         const char             *id,
                                         GError                **error);

G_END_DECLS
