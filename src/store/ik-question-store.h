#pragma once

#include "ik-database.h"
#include "ik-question.h"

G_BEGIN_DECLS

IkQuestion *ik_question_store_load     (IkDatabase        *database,
                                        const char        *id,
                                        GError           **error);
gboolean    ik_question_store_insert   (IkDatabase        *database,
                                        const IkQuestion  *question,
                                        const char        *section_id,
                                        guint              position,
                                        GError           **error);
gboolean    ik_question_store_update   (IkDatabase        *database,
                                        const IkQuestion  *question,
                                        GError           **error);
gboolean    ik_question_store_move     (IkDatabase        *database,
                                        const char        *id,
                                        const char        *section_id,
                                        guint              position,
                                        GError           **error);
gboolean    ik_question_store_remove   (IkDatabase        *database,
                                        const char        *id,
                                        GError           **error);
gboolean    ik_question_store_has      (IkDatabase        *database,
                                        const char        *id,
                                        gboolean          *out_has,
                                        GError           **error);

G_END_DECLS
