#pragma once

#include "ik-database.h"
#include "ik-interview.h"

G_BEGIN_DECLS

/* Private to the layer: what was said, rated and written in an interview. */

gboolean ik_answer_store_load_notes (IkDatabase             *database,
                                     IkInterview            *interview,
                                     GError                **error);
gboolean ik_answer_store_save_item  (IkDatabase             *database,
                                     const char             *interview_id,
                                     const IkInterviewItem  *item,
                                     GError                **error);
gboolean ik_answer_store_save_notes (IkDatabase             *database,
                                     const char             *interview_id,
                                     const char             *item_id,
                                     GPtrArray              *notes,
                                     GError                **error);

G_END_DECLS
