#pragma once

#include "ik-database.h"
#include "ik-question.h"

G_BEGIN_DECLS

/**
 * IkQuestionIndexEdit:
 * @search_text: what a question's column of that name holds
 * @data: data of the caller
 *
 * Returns: (transfer full): what it shall hold
 */
typedef char *(*IkQuestionIndexEdit) (const char *search_text,
                                      gpointer    data);

/**
 * IkQuestionIndexParts:
 * @IK_QUESTION_INDEX_TEXTS: the words of all texts
 * @IK_QUESTION_INDEX_PROMPTS: the words of the prompts alone
 * @IK_QUESTION_INDEX_ALL: both
 */
typedef enum
{
  IK_QUESTION_INDEX_TEXTS = 1 << 0,
  IK_QUESTION_INDEX_PROMPTS = 1 << 1,
  IK_QUESTION_INDEX_ALL = IK_QUESTION_INDEX_TEXTS | IK_QUESTION_INDEX_PROMPTS,
} IkQuestionIndexParts;

gboolean ik_question_index_add         (IkDatabase  *database,
                                        const char  *id,
                                        GError     **error);
gboolean ik_question_index_add_inserted (IkDatabase       *database,
                                         const IkQuestion *question,
                                         const char       *search_text,
                                         GError          **error);
gboolean ik_question_index_remove      (IkDatabase  *database,
                                        const char  *id,
                                        GError     **error);
gboolean ik_question_index_add_rows    (IkDatabase            *database,
                                        IkQuestionIndexParts   parts,
                                        GArray                *rows,
                                        GError               **error);
gboolean ik_question_index_remove_rows (IkDatabase            *database,
                                        IkQuestionIndexParts   parts,
                                        GArray                *rows,
                                        GError               **error);
gboolean ik_question_index_edit_search_text (IkDatabase          *database,
                                             gint64               row,
                                             IkQuestionIndexEdit  edit,
                                             gpointer             data,
                                             GError             **error);
gboolean ik_question_index_set_bulk    (IkDatabase  *database,
                                        gboolean     is_bulk,
                                        GError     **error);
gboolean ik_question_index_merge       (IkDatabase  *database,
                                        gboolean    *out_done,
                                        GError     **error);
gboolean ik_question_index_optimize    (IkDatabase  *database,
                                        GError     **error);
gboolean ik_question_index_check       (IkDatabase  *database,
                                        GError     **error);

G_END_DECLS
