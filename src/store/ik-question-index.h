#pragma once

#include "ik-database.h"
#include "ik-question.h"

G_BEGIN_DECLS

/* So many questions of one change are put off at most: a search takes 0.1 s
 * longer until the index has them. */
#define IK_QUESTION_INDEX_MAX_POSTPONED 10000

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
gboolean ik_question_index_remove_rows (IkDatabase  *database,
                                        GArray      *rows,
                                        GError     **error);
gboolean ik_question_index_postpone    (IkDatabase  *database,
                                        gint64       row,
                                        GError     **error);
gboolean ik_question_index_postpone_inserted (IkDatabase  *database,
                                              gint64       row,
                                              GError     **error);
gboolean ik_question_index_catch_up    (IkDatabase  *database,
                                        guint        limit,
                                        guint       *out_n_indexed,
                                        GError     **error);
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
