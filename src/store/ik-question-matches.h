#pragma once

#include "ik-database.h"

G_BEGIN_DECLS

typedef struct _IkQuestionMatches IkQuestionMatches;

/**
 * IkQuestionMatchCheck:
 * @row: question.seq of a match
 * @data: data of the caller
 *
 * Gets rows in the order of the library, then those that are not indexed yet;
 * and those whose prompt fits once more after all others.
 *
 * Returns: whether the match is wanted
 */
typedef gboolean (*IkQuestionMatchCheck) (gint64   row,
                                          gpointer data);

gboolean           ik_question_matches_has_words (const char         *query);
IkQuestionMatches *ik_question_matches_new       (IkDatabase         *database,
                                                  const char         *query);
void               ik_question_matches_free      (IkQuestionMatches  *self);
void               ik_question_matches_set_check (IkQuestionMatches    *self,
                                                  IkQuestionMatchCheck  check,
                                                  gpointer              data);
gboolean           ik_question_matches_visit     (IkDatabase           *database,
                                                  const char           *query,
                                                  IkQuestionMatchCheck  check,
                                                  gpointer              data,
                                                  GError              **error);
gboolean           ik_question_matches_next      (IkQuestionMatches  *self,
                                                  gint64             *out_row);
gboolean           ik_question_matches_finish    (IkQuestionMatches  *self,
                                                  GError            **error);
int                ik_question_matches_set_up    (gpointer            handle);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkQuestionMatches, ik_question_matches_free)

G_END_DECLS
