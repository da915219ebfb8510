#pragma once

#include "ik-database.h"
#include "ik-question.h"

G_BEGIN_DECLS

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

G_END_DECLS
