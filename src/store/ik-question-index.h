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
gboolean ik_question_index_add_rows    (IkDatabase  *database,
                                        GArray      *rows,
                                        GError     **error);
gboolean ik_question_index_remove_rows (IkDatabase  *database,
                                        GArray      *rows,
                                        GError     **error);
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
