#include "ik-question-list.h"

#include "ik-list.h"
#include "ik-statement.h"

#include <string.h>

/* Words shown around a match. */
#define SNIPPET_WORDS "14"

/* Below this, so much begins with the query that ranking would look at every
 * second question (2 µs each): the order of the library has to do. */
#define MIN_RANKED_LENGTH 3

/* Between the tags of one row. */
#define TAG_SEPARATOR "\037"

#define COLUMNS \
  " question.id, question.prompt, pack.id, pack.title, section.title, question.state," \
  " question.kind, question.level, question.minutes, question.competency_id," \
  " (SELECT group_concat (name, char (31)) FROM (SELECT name FROM tag" \
  " WHERE question_id = question.id ORDER BY position)) "

#define JOINS \
  " JOIN section ON section.id = question.section_id" \
  " JOIN pack ON pack.id = section.pack_id AND pack.removed_at IS NULL AND pack.is_hidden = 0 "

/* ?1 to ?7, see bind_filter(). */
#define CONDITIONS \
  " (?1 IS NULL OR pack.id IN (SELECT value FROM json_each (?1)))" \
  " AND (?2 IS NULL OR EXISTS (SELECT 1 FROM tag WHERE question_id = question.id" \
  " AND name IN (SELECT value FROM json_each (?2))))" \
  " AND (?3 IS NULL OR question.level IN (SELECT value FROM json_each (?3)))" \
  " AND (?4 IS NULL OR question.kind = ?4)" \
  " AND (?5 IS NULL OR question.competency_id = ?5)" \
  " AND (?6 OR question.state <> 'archived') "

/* Prompt, details, answer, all else: a word of the prompt counts most. */
#define RANK "bm25 (question_fts, 10, 2, 1, 1)"

#define LIST_QUERY \
  "SELECT" COLUMNS "FROM question" JOINS "WHERE" CONDITIONS \
  "ORDER BY pack.title COLLATE NOCASE, pack.id, section.position, section.id," \
  " question.position, question.seq LIMIT ?7"

#define MATCH_QUERY(order) \
  "SELECT" COLUMNS "FROM question_fts JOIN question ON question.seq = question_fts.rowid" JOINS \
  "WHERE question_fts MATCH ?8 AND" CONDITIONS "ORDER BY " order " LIMIT ?7"

/* The prompts that fit come before everything else that does. */
#define RANKED_MATCH_QUERY MATCH_QUERY ("question_fts.rowid NOT IN (SELECT rowid FROM prompt_fts" \
                                        " WHERE prompt_fts MATCH ?9), " RANK ", question.seq")

static gboolean
has_letters (const char *word)
{
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_unichar_isalnum (g_utf8_get_char (p)))
        return TRUE;
    }

  return FALSE;
}

/* Makes a query of FTS5 of what somebody typed: each word may be the beginning
 * of one, all have to be there. In quotes, nothing has a meaning of its own.
 * Returns NULL where there is nothing to search for. */
static char *
build_match (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_auto(GStrv) words = g_strsplit_set (valid, " \t\r\n\"", -1);
  g_autoptr(GString) match = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (has_letters (words[i]))
        g_string_append_printf (match, "%s\"%s\"*", match->len > 0 ? " " : "", words[i]);
    }

  if (match->len == 0)
    return NULL;

  return g_string_free (g_steal_pointer (&match), FALSE);
}

static gboolean
is_ranked (const char *text)
{
  g_auto(GStrv) words = g_strsplit_set (text, " \t\r\n", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (g_utf8_strlen (words[i], -1) >= MIN_RANKED_LENGTH)
        return TRUE;
    }

  return FALSE;
}

static void
bind_filter (IkStatement            *statement,
             const IkQuestionFilter *filter)
{
  ik_statement_bind_texts (statement, 1, filter->pack_ids);
  ik_statement_bind_texts (statement, 2, filter->tags);
  ik_statement_bind_texts (statement, 3, filter->levels);
  ik_statement_bind_text (statement, 4, filter->kind);
  ik_statement_bind_text (statement, 5, filter->competency_id);
  ik_statement_bind_int (statement, 6, filter->include_archived);
  ik_statement_bind_int (statement, 7, filter->limit > 0 ? (gint64) filter->limit : -1);
}

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
read_summary (IkStatement *row)
{
  IkQuestionSummary *summary = g_new0 (IkQuestionSummary, 1);

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

  return summary;
}

static IkStatement *
prepare_list (IkDatabase             *database,
              const IkQuestionFilter *filter)
{
  g_autofree char *match = build_match (filter->query);
  IkStatement *list;

  if (!is_ranked (filter->query))
    {
      list = ik_database_prepare (database, MATCH_QUERY ("question_fts.rowid"));
      ik_statement_bind_text (list, 8, match);
      return list;
    }

  list = ik_database_prepare (database, RANKED_MATCH_QUERY);
  ik_statement_bind_text (list, 8, match);
  ik_statement_bind_text (list, 9, match);
  return list;
}

static gboolean
is_blank (const char *text)
{
  return text == NULL || text[strspn (text, " \t\r\n")] == '\0';
}

/**
 * ik_question_list_load:
 * @database: a connection
 * @filter: which questions are wanted
 * @error: return location
 *
 * Finds questions of the packs that people see. Without a query they come in
 * the order of their packs; with one, the best first: those whose prompt fits
 * before those where another text does. Whatever stands in the query, it is
 * words to search for. About 2 µs for each question that fits.
 *
 * Returns: (transfer full) (element-type IkQuestionSummary): what was found;
 *   nothing for a query without a letter or a digit
 */
GPtrArray *
ik_question_list_load (IkDatabase              *database,
                       const IkQuestionFilter  *filter,
                       GError                 **error)
{
  g_autoptr(GPtrArray) questions =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ik_question_summary_free);
  g_autoptr(IkStatement) list = NULL;

  if (is_blank (filter->query))
    list = ik_database_prepare (database, LIST_QUERY);
  else if (has_letters (filter->query))
    list = prepare_list (database, filter);
  else
    return g_steal_pointer (&questions);

  bind_filter (list, filter);
  while (ik_statement_next (list))
    g_ptr_array_add (questions, read_summary (list));

  return ik_statement_finish (list, error) ? g_steal_pointer (&questions) : NULL;
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
    ik_database_prepare (database, "SELECT question.id, question.prompt, pack.id, pack.title,"
                         " section.title FROM question" JOINS "ORDER BY question.seq");

  while (ik_statement_next (list))
    {
      const IkQuestionRow row = {
        .id = ik_statement_get_text (list, 0),
        .prompt = ik_statement_get_text (list, 1),
        .pack_id = ik_statement_get_text (list, 2),
        .pack_title = ik_statement_get_text (list, 3),
        .section = ik_statement_get_text (list, 4),
      };

      visit (&row, data);
    }

  return ik_statement_finish (list, error);
}

static void
append_id_cb (gpointer hit,
              gpointer ids)
{
  g_ptr_array_add (ids, ((IkSearchHit *) hit)->id);
}

/* Only of what is shown, and so not in the query that ranks. The plus keeps
 * SQLite from looking up one row after the other, each time with the whole
 * query. */
static gboolean
load_snippets (IkDatabase  *database,
               const char  *match,
               GPtrArray   *hits,
               GError     **error)
{
  g_autoptr(GPtrArray) ids = g_ptr_array_new ();
  g_autoptr(GHashTable) snippets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(IkStatement) list =
    ik_database_prepare (database, "SELECT (SELECT id FROM question WHERE seq = question_fts.rowid),"
                         " snippet (question_fts, -1, char (2), char (3), '…', " SNIPPET_WORDS ")"
                         " FROM question_fts WHERE question_fts MATCH ?1"
                         " AND +rowid IN (SELECT seq FROM question"
                         " WHERE id IN (SELECT value FROM json_each (?2)))");

  g_ptr_array_foreach (hits, append_id_cb, ids);
  g_ptr_array_add (ids, NULL);
  ik_statement_bind_text (list, 1, match);
  ik_statement_bind_texts (list, 2, (const char *const *) ids->pdata);
  while (ik_statement_next (list))
    g_hash_table_insert (snippets, ik_statement_dup_text (list, 0), ik_statement_dup_text (list, 1));

  for (guint i = 0; i < hits->len; i++)
    {
      IkSearchHit *hit = hits->pdata[i];
      const char *snippet = g_hash_table_lookup (snippets, hit->id);

      hit->snippet = g_strdup (snippet != NULL ? snippet : "");
    }

  return ik_statement_finish (list, error);
}

static IkSearchHit *
hit_new (const IkQuestionSummary *summary)
{
  IkSearchHit *hit = g_new0 (IkSearchHit, 1);

  hit->id = g_strdup (summary->id);
  hit->prompt = g_strdup (summary->prompt);
  hit->pack_id = g_strdup (summary->pack_id);
  hit->pack_title = g_strdup (summary->pack_title);
  hit->section = g_strdup (summary->section);

  return hit;
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
  const IkQuestionFilter filter = { .query = query, .limit = limit };
  g_autoptr(GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_search_hit_free);
  g_autoptr(GPtrArray) questions = NULL;
  g_autofree char *match = build_match (query);

  if (match == NULL)
    return g_steal_pointer (&hits);

  questions = ik_question_list_load (database, &filter, error);
  if (questions == NULL)
    return NULL;

  for (guint i = 0; i < questions->len; i++)
    g_ptr_array_add (hits, hit_new (questions->pdata[i]));

  return load_snippets (database, match, hits, error) ? g_steal_pointer (&hits) : NULL;
}

/**
 * ik_question_list_load_tags:
 * @database: a connection
 * @error: return location
 *
 * Returns: (transfer full) (element-type utf8): the tags in use, by name
 */
GPtrArray *
ik_question_list_load_tags (IkDatabase  *database,
                            GError     **error)
{
  g_autoptr(GPtrArray) tags = ik_text_list_new ();
  g_autoptr(IkStatement) list =
    ik_database_prepare (database, "SELECT DISTINCT tag.name FROM tag"
                         " JOIN question ON question.id = tag.question_id" JOINS
                         "WHERE question.state <> 'archived' ORDER BY tag.name");

  while (ik_statement_next (list))
    g_ptr_array_add (tags, ik_statement_dup_text (list, 0));

  return ik_statement_finish (list, error) ? g_steal_pointer (&tags) : NULL;
}
