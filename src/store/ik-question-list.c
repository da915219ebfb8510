#include "ik-question-list.h"

#include "ik-list.h"
#include "ik-question-find.h"
#include "ik-question-matches.h"
#include "ik-snippet.h"
#include "ik-statement.h"

#include <string.h>

/* Between the tags of one row. */
#define TAG_SEPARATOR "\037"

/* The ids under which interviews have a question: those of questions that were
 * merged into it are among them. */
#define OWN_IDS \
  "SELECT question.id UNION ALL" \
  " SELECT id FROM merged_question WHERE merged_question.question_id = question.id"

#define COLUMNS \
  " question.id, question.prompt, pack.id, pack.title, section.title, question.state," \
  " question.kind, question.level, question.minutes, question.competency_id," \
  " (SELECT group_concat (name, char (31)) FROM (SELECT name FROM tag" \
  " WHERE question_id = question.id ORDER BY position))," \
  " COALESCE ((SELECT name FROM competency WHERE id = question.competency_id), '')," \
  " question.reference_answer <> '' OR EXISTS (SELECT 1 FROM guidance_item" \
  " WHERE question_id = question.id AND field = 'answer')," \
  " question.changed_at," \
  " (SELECT max (COALESCE (interview.started_at, interview.created_at)) FROM interview_item" \
  " JOIN interview ON interview.id = interview_id" \
  " WHERE question_id IN (" OWN_IDS ") AND outcome <> 'not_asked')," \
  " EXISTS (SELECT 1 FROM interview_item" \
  " WHERE question_id IN (" OWN_IDS ") AND outcome <> 'not_asked')" \
  " OR EXISTS (SELECT 1 FROM set_item JOIN question_set ON question_set.id = set_id" \
  " WHERE question_id = question.id AND removed_at IS NULL) "

#define JOINS \
  " JOIN section ON section.id = question.section_id" \
  " JOIN pack ON pack.id = section.pack_id AND pack.removed_at IS NULL AND pack.is_hidden = 0 "

#define ROW_QUERY "SELECT" COLUMNS "FROM question" JOINS "WHERE question.seq = ?1"

#define HIT_QUERY \
  "SELECT question.id, question.prompt, pack.id, pack.title, section.title," \
  " question.details, question.reference_answer, question.search_text" \
  " FROM question" JOINS "WHERE question.seq = ?1 AND question.state <> 'archived'"

#define TEXT_QUERY \
  "SELECT prompt, details, reference_answer, search_text FROM question WHERE seq = ?1"

static GPtrArray *
split_tags (const char *text)
{
  GPtrArray *tags = ik_text_list_new ();
  g_auto(GStrv) names = g_strsplit (text, TAG_SEPARATOR, -1);

  for (guint i = 0; names[i] != NULL; i++)
    g_ptr_array_add (tags, g_strdup (names[i]));

  return tags;
}

static guint
get_planned_minutes (IkStatement    *row,
                     int             column,
                     IkQuestionKind  kind)
{
  guint minutes = ik_statement_get_uint (row, column);

  return minutes > 0 ? minutes : ik_question_kind_minutes (kind);
}

static IkQuestionSummary *
read_summary (IkStatement *row,
              gint64       number)
{
  IkQuestionSummary *summary = g_new0 (IkQuestionSummary, 1);

  summary->row = number;
  summary->id = ik_statement_dup_text (row, 0);
  summary->prompt = ik_statement_dup_text (row, 1);
  summary->pack_id = ik_statement_dup_text (row, 2);
  summary->pack_title = ik_statement_dup_text (row, 3);
  summary->section = ik_statement_dup_text (row, 4);
  ik_question_state_from_nick (ik_statement_get_text (row, 5), &summary->state);
  ik_question_kind_from_nick (ik_statement_get_text (row, 6), &summary->kind);
  summary->level = ik_statement_dup_text (row, 7);
  summary->minutes = get_planned_minutes (row, 8, summary->kind);
  summary->competency_id = ik_statement_dup_id (row, 9);
  summary->tags = split_tags (ik_statement_get_text (row, 10));
  summary->competency = ik_statement_dup_text (row, 11);
  summary->is_answered = ik_statement_get_boolean (row, 12);
  summary->changed_at_us = ik_statement_get_int64 (row, 13);
  summary->last_used_at_us = ik_statement_get_int64 (row, 14);
  summary->is_used = ik_statement_get_boolean (row, 15);

  return summary;
}

/* Where the words stand in the prompt, that shows them. */
static gboolean
load_snippet (IkQuestionSummary  *summary,
              IkStatement        *load,
              const IkSnippet    *snippet,
              GError            **error)
{
  ik_statement_bind_int (load, 1, summary->row);
  if (ik_statement_next (load))
    {
      const char *texts[] = {
        ik_statement_get_text (load, 0), ik_statement_get_text (load, 1),
        ik_statement_get_text (load, 2), ik_statement_get_text (load, 3), NULL,
      };
      guint text;
      g_autofree char *made = ik_snippet_make (snippet, texts, &text);

      if (text > 0)
        summary->snippet = g_steal_pointer (&made);
    }

  return ik_statement_finish (load, error);
}

static gboolean
load_snippets (IkDatabase  *database,
               const char  *query,
               GPtrArray   *summaries,
               GError     **error)
{
  g_autoptr(IkSnippet) snippet = ik_snippet_new (query);
  g_autoptr(IkStatement) load = ik_database_prepare (database, TEXT_QUERY);

  for (guint i = 0; i < summaries->len; i++)
    {
      IkQuestionSummary *summary = summaries->pdata[i];

      if (summary != NULL && !load_snippet (summary, load, snippet, error))
        return FALSE;
    }

  return TRUE;
}

/* Lists of rows have gaps. */
static void
free_summary_cb (gpointer data)
{
  g_clear_pointer ((IkQuestionSummary **) &data, ik_question_summary_free);
}

static gboolean
has_room (const GPtrArray *found,
          guint            limit)
{
  return limit == 0 || found->len < limit;
}

/**
 * ik_question_list_load_rows:
 * @database: a connection
 * @query: (nullable): what was searched for, whose words are shown where they stand
 * @rows: (array length=n_rows): rows of questions
 * @n_rows: how many
 * @error: return location
 *
 * Loads some 10 µs for each.
 *
 * Returns: (transfer full) (element-type IkQuestionSummary): one for each row;
 *   %NULL where it is in no pack that people see any more
 */
GPtrArray *
ik_question_list_load_rows (IkDatabase    *database,
                            const char    *query,
                            const gint64  *rows,
                            guint          n_rows,
                            GError       **error)
{
  g_autoptr(GPtrArray) questions = g_ptr_array_new_with_free_func (free_summary_cb);
  g_autoptr(IkStatement) load = ik_database_prepare (database, ROW_QUERY);

  for (guint i = 0; i < n_rows; i++)
    {
      ik_statement_bind_int (load, 1, rows[i]);
      g_ptr_array_add (questions, ik_statement_next (load) ? read_summary (load, rows[i]) : NULL);
      if (!ik_statement_finish (load, error))
        return NULL;
    }
  if (query != NULL && ik_question_matches_has_words (query) &&
      !load_snippets (database, query, questions, error))
    return NULL;

  return g_steal_pointer (&questions);
}

/**
 * ik_question_list_load:
 * @database: a connection in a transaction
 * @filter: which questions are wanted
 * @error: return location
 *
 * Does what ik_question_find_rows() and ik_question_list_load_rows() do.
 *
 * Returns: (transfer full) (element-type IkQuestionSummary): what was found
 */
GPtrArray *
ik_question_list_load (IkDatabase              *database,
                       const IkQuestionFilter  *filter,
                       GError                 **error)
{
  g_autoptr(GArray) rows = ik_question_find_rows (database, filter, error);

  if (rows == NULL)
    return NULL;

  return ik_question_list_load_rows (database, NULL, (const gint64 *) (const void *) rows->data,
                                     rows->len, error);
}

/**
 * ik_question_list_visit:
 * @database: a connection
 * @visit: (scope call): gets one question after the other
 * @data: data for @visit
 * @error: return location
 *
 * Goes once through all questions of the packs that people see, archived ones
 * included, in the order in which they came into the library.
 *
 * Returns: whether it came to the end
 */
gboolean
ik_question_list_visit (IkDatabase       *database,
                        IkQuestionVisit   visit,
                        gpointer          data,
                        GError          **error)
{
  g_autoptr(IkStatement) list =
    ik_database_prepare (database, "SELECT question.id, question.prompt, question.details,"
                         " pack.id, pack.title, section.title FROM question" JOINS "ORDER BY question.seq");

  while (ik_statement_next (list))
    {
      const IkVisitedQuestion question = {
        .id = ik_statement_get_text (list, 0),
        .prompt = ik_statement_get_text (list, 1),
        .details = ik_statement_get_text (list, 2),
        .pack_id = ik_statement_get_text (list, 3),
        .pack_title = ik_statement_get_text (list, 4),
        .section = ik_statement_get_text (list, 5),
      };

      visit (&question, data);
    }

  return ik_statement_finish (list, error);
}

static IkSearchHit *
read_hit (IkStatement     *row,
          const IkSnippet *snippet)
{
  const char *texts[] = {
    ik_statement_get_text (row, 1), ik_statement_get_text (row, 5),
    ik_statement_get_text (row, 6), ik_statement_get_text (row, 7), NULL,
  };
  IkSearchHit *hit = g_new0 (IkSearchHit, 1);

  hit->id = ik_statement_dup_text (row, 0);
  hit->prompt = g_strdup (texts[0]);
  hit->pack_id = ik_statement_dup_text (row, 2);
  hit->pack_title = ik_statement_dup_text (row, 3);
  hit->section = ik_statement_dup_text (row, 4);
  hit->snippet = ik_snippet_make (snippet, texts, NULL);

  return hit;
}

static gboolean
add_hits (IkDatabase  *database,
          const char  *query,
          guint        limit,
          GPtrArray   *hits,
          GError     **error)
{
  g_autoptr(IkQuestionMatches) matches = ik_question_matches_new (database, query);
  g_autoptr(IkSnippet) snippet = ik_snippet_new (query);
  g_autoptr(IkStatement) load = ik_database_prepare (database, HIT_QUERY);
  gint64 row;

  while (has_room (hits, limit) && ik_question_matches_next (matches, &row))
    {
      ik_statement_bind_int (load, 1, row);
      if (ik_statement_next (load))
        g_ptr_array_add (hits, read_hit (load, snippet));
      if (!ik_statement_finish (load, error))
        return FALSE;
    }

  return ik_question_matches_finish (matches, error);
}

/**
 * ik_question_list_search:
 * @database: a connection
 * @query: what to search for, as it was typed
 * @limit: how many at most, 0 for all
 * @error: return location
 *
 * Returns: (transfer full) (element-type IkSearchHit): the questions that fit,
 *   the best first; nothing for a query without a letter or a digit
 */
GPtrArray *
ik_question_list_search (IkDatabase  *database,
                         const char  *query,
                         guint        limit,
                         GError     **error)
{
  g_autoptr(GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_search_hit_free);

  if (ik_question_matches_has_words (query) && !add_hits (database, query, limit, hits, error))
    return NULL;

  return g_steal_pointer (&hits);
}

/**
 * ik_question_list_load_tags:
 * @database: a connection
 * @error: return location
 *
 * Goes from one name to the next in their index: O(tags × log questions), however
 * many questions have each.
 *
 * Returns: (transfer full) (element-type utf8): the tags in use, by name
 */
GPtrArray *
ik_question_list_load_tags (IkDatabase  *database,
                            GError     **error)
{
  g_autoptr(GPtrArray) tags = ik_text_list_new ();
  g_autoptr(IkStatement) list =
    ik_database_prepare (database, "WITH RECURSIVE named (name) AS"
                         " (SELECT min (name) FROM tag UNION ALL"
                         " SELECT (SELECT min (name) FROM tag WHERE name > named.name)"
                         " FROM named WHERE name IS NOT NULL)"
                         " SELECT name FROM named WHERE EXISTS (SELECT 1 FROM tag"
                         " JOIN question ON question.id = tag.question_id" JOINS
                         "WHERE tag.name = named.name AND question.state <> 'archived')"
                         " ORDER BY name COLLATE NOCASE");

  while (ik_statement_next (list))
    g_ptr_array_add (tags, ik_statement_dup_text (list, 0));

  return ik_statement_finish (list, error) ? g_steal_pointer (&tags) : NULL;
}
