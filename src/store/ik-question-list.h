#pragma once

#include "ik-database.h"
#include "ik-question-filter.h"
#include "ik-question-summary.h"

G_BEGIN_DECLS

/**
 * IkVisitedQuestion:
 * @id: UUID
 * @prompt: what is asked
 * @details: what belongs to it, "" where nothing does
 * @pack_id: the pack it belongs to
 * @pack_title: title of the pack
 * @section: title of the section, "" where it has none
 *
 * A question of the bank, for the length of a call.
 */
typedef struct
{
  const char *id;
  const char *prompt;
  const char *details;
  const char *pack_id;
  const char *pack_title;
  const char *section;
} IkVisitedQuestion;

typedef void (*IkQuestionVisit) (const IkVisitedQuestion *question,
                                 gpointer                 data);

GPtrArray *ik_question_list_load      (IkDatabase              *database,
                                       const IkQuestionFilter  *filter,
                                       GError                 **error);
GPtrArray *ik_question_list_load_rows (IkDatabase              *database,
                                       const char              *query,
                                       const gint64            *rows,
                                       guint                    n_rows,
                                       GError                 **error);
gboolean   ik_question_list_visit     (IkDatabase              *database,
                                       IkQuestionVisit          visit,
                                       gpointer                 data,
                                       GError                 **error);
GPtrArray *ik_question_list_search    (IkDatabase              *database,
                                       const char              *query,
                                       guint                    limit,
                                       GError                 **error);
GPtrArray *ik_question_list_load_tags (IkDatabase              *database,
                                       GError                 **error);

G_END_DECLS
