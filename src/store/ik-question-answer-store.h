#pragma once

#include "ik-database.h"
#include "ik-question-asking.h"

G_BEGIN_DECLS

/**
 * IkAnswerPlace:
 * @interview_id: an interview
 * @item_id: its copy of the question
 * @is_own: whether the owner of the library held it
 *
 * Where an answer stands.
 */
typedef struct
{
  char     *interview_id;
  char     *item_id;
  gboolean  is_own;
} IkAnswerPlace;

void       ik_answer_place_free            (IkAnswerPlace  *self);
GPtrArray *ik_question_answer_store_list   (IkDatabase     *database,
                                            const char     *question_id,
                                            guint           limit,
                                            GError        **error);
GPtrArray *ik_question_answer_store_list_askings
                                           (IkDatabase     *database,
                                            const char     *question_id,
                                            guint           limit,
                                            GError        **error);

G_END_DECLS
