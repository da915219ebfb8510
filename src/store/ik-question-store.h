#pragma once

#include "ik-database.h"
#include "ik-question.h"

G_BEGIN_DECLS

/* SQL: the key of a new question; see ik_question_store_watch_keys(). */
#define IK_QUESTION_NEXT_KEY \
  " (SELECT 1 + max (question_key.seq, (SELECT coalesce (max (seq), 0) FROM question)," \
  " (SELECT coalesce (max (seq), 0) FROM unindexed_question))" \
  " FROM temp.question_key)"

IkQuestion *ik_question_store_load     (IkDatabase        *database,
                                        const char        *id,
                                        GError           **error);
gboolean    ik_question_store_watch_keys (IkDatabase      *database,
                                          GError         **error);
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
void        ik_question_store_add_guidance (IkQuestion    *question,
                                        const char        *field,
                                        const char        *level,
                                        const char        *text);

G_END_DECLS
