#include "ik-question-find.h"

#include "ik-question-choice.h"
#include "ik-question-matches.h"

#include <string.h>

/* One search. */
typedef struct
{
  IkDatabase             *database;
  const IkQuestionFilter *filter;
  IkQuestionColumns      *columns; /* (unowned) */
  IkQuestionChoice       *choice;
  guint8                 *marks;   /* (nullable): for each place whether its texts have the words */
  guint                   hint;
} Find;

static gboolean
find_init (Find                    *self,
           IkDatabase              *database,
           const IkQuestionFilter  *filter,
           GError                 **error)
{
  *self = (Find) { .database = database, .filter = filter };
  self->columns = ik_question_columns_get (database, error);
  if (self->columns == NULL)
    return FALSE;

  self->choice = ik_question_choice_new (self->columns, filter);
  return TRUE;
}

static void
find_clear (Find *self)
{
  g_clear_pointer (&self->choice, ik_question_choice_free);
  g_clear_pointer (&self->marks, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Find, find_clear)

static gboolean
has_query (const IkQuestionFilter *filter)
{
  return filter->query != NULL && filter->query[strspn (filter->query, " \t\r\n")] != '\0';
}

/* Takes each row once. */
static gboolean
mark_cb (gint64   row,
         gpointer data)
{
  Find *self = data;
  guint place = ik_question_columns_find (self->columns, row, &self->hint);

  if (place == IK_QUESTION_PLACE_NONE || self->marks[place])
    return FALSE;

  self->marks[place] = TRUE;
  return TRUE;
}

static gboolean
take_cb (gint64   row,
         gpointer data)
{
  Find *self = data;
  guint place = ik_question_columns_find (self->columns, row, &self->hint);

  if (place == IK_QUESTION_PLACE_NONE || self->marks[place] ||
      ik_question_choice_get_fails (self->choice, place) != 0)
    return FALSE;

  self->marks[place] = TRUE;
  return TRUE;
}

static gboolean
has_room (const Find   *self,
          const GArray *rows)
{
  return self->filter->limit == 0 || rows->len < self->filter->limit;
}

/* The best first. */
static gboolean
add_matches (Find    *self,
             GArray  *rows,
             GError **error)
{
  g_autoptr(IkQuestionMatches) matches =
    ik_question_matches_new (self->database, self->filter->query);
  gint64 row;

  self->marks = g_new0 (guint8, self->columns->facts->len + 1);
  ik_question_matches_set_check (matches, take_cb, self);
  while (has_room (self, rows) && ik_question_matches_next (matches, &row))
    g_array_append_val (rows, row);

  return ik_question_matches_finish (matches, error);
}

static gboolean
mark_matches (Find    *self,
              GError **error)
{
  if (!has_query (self->filter))
    return TRUE;

  self->marks = g_new0 (guint8, self->columns->facts->len + 1);
  return !ik_question_matches_has_words (self->filter->query) ||
         ik_question_matches_visit (self->database, self->filter->query, mark_cb, self, error);
}

static gboolean
is_found (const Find *self,
          guint       place)
{
  return (self->marks == NULL || self->marks[place]) &&
         ik_question_choice_get_fails (self->choice, place) == 0;
}

static gboolean
add_in_order (Find    *self,
              GArray  *rows,
              GError **error)
{
  IkQuestionSort sort = self->filter->sort;
  gboolean is_own = sort == IK_QUESTION_SORT_RELEVANCE || sort == IK_QUESTION_SORT_PACK;
  gboolean is_descending = self->filter->is_descending && sort != IK_QUESTION_SORT_RELEVANCE;
  const GArray *order = NULL;
  guint n = self->columns->facts->len;

  if (!is_own)
    {
      order = ik_question_columns_get_order (self->columns, self->database, sort, error);
      if (order == NULL)
        return FALSE;
    }

  for (guint i = 0; i < n && has_room (self, rows); i++)
    {
      guint index = is_descending ? n - 1 - i : i;
      guint place = is_own ? index : g_array_index (order, guint32, index);

      if (is_found (self, place))
        g_array_append_val (rows, ik_question_columns_get_fact (self->columns, place)->row);
    }

  return TRUE;
}

/**
 * ik_question_find_rows:
 * @database: a connection in a transaction
 * @filter: which questions are wanted
 * @error: return location
 *
 * Finds questions of the packs that people see, without reading them.
 *
 * Returns: (transfer full) (element-type gint64): their rows in the wanted
 *   order; none for a query without a letter or a digit
 */
GArray *
ik_question_find_rows (IkDatabase              *database,
                       const IkQuestionFilter  *filter,
                       GError                 **error)
{
  g_auto(Find) find = { NULL };
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean succeeded;

  if (!find_init (&find, database, filter, error))
    return NULL;

  if (!has_query (filter))
    succeeded = add_in_order (&find, rows, error);
  else if (!ik_question_matches_has_words (filter->query))
    succeeded = TRUE;
  else if (filter->sort == IK_QUESTION_SORT_RELEVANCE)
    succeeded = add_matches (&find, rows, error);
  else
    succeeded = mark_matches (&find, error) && add_in_order (&find, rows, error);

  return succeeded ? g_steal_pointer (&rows) : NULL;
}

/* Counting */

/* For each facet how many questions there are at each index. */
typedef struct
{
  guint *n[IK_N_QUESTION_FACETS];
  guint  n_untagged;
  guint  n_found;
} Tally;

static void
tally_clear (Tally *self)
{
  for (guint i = 0; i < IK_N_QUESTION_FACETS; i++)
    g_free (self->n[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Tally, tally_clear)

static guint
get_n_values (const IkQuestionColumns *columns,
              IkQuestionFacet          facet)
{
  switch (facet)
    {
    case IK_QUESTION_FACET_PACK:
      return columns->packs->len;
    case IK_QUESTION_FACET_SECTION:
      return columns->sections->len;
    case IK_QUESTION_FACET_TAG:
      return columns->tags->len;
    case IK_QUESTION_FACET_COMPETENCY:
      return columns->competencies->len;
    case IK_QUESTION_FACET_LEVEL:
      return columns->levels->len;
    case IK_QUESTION_FACET_KIND:
      return IK_N_QUESTION_KINDS;
    case IK_QUESTION_FACET_STATE:
      return IK_N_QUESTION_STATES;
    case IK_QUESTION_FACET_USED:
    case IK_QUESTION_FACET_ANSWERED:
    default:
      return 2;
    }
}

static void
count_tags (Tally                   *self,
            const IkQuestionColumns *columns,
            guint                    place)
{
  const guint32 *firsts = (const guint32 *) (const void *) columns->first_tags->data;
  const guint32 *tags = (const guint32 *) (const void *) columns->tag_uses->data;

  for (guint i = firsts[place]; i < firsts[place + 1]; i++)
    self->n[IK_QUESTION_FACET_TAG][tags[i]]++;
  self->n_untagged += firsts[place] == firsts[place + 1];
}

/* A question counts in the facets for which no other one fails. */
static void
count_fact (Tally                   *self,
            const IkQuestionColumns *columns,
            guint                    place,
            guint                    fails)
{
  const IkQuestionFact *fact = ik_question_columns_get_fact (columns, place);
  const guint indexes[IK_N_QUESTION_FACETS] = {
    [IK_QUESTION_FACET_PACK] = g_array_index (columns->sections, IkColumnSection,
                                              fact->section).pack,
    [IK_QUESTION_FACET_SECTION] = fact->section,
    [IK_QUESTION_FACET_COMPETENCY] = fact->competency,
    [IK_QUESTION_FACET_LEVEL] = fact->level,
    [IK_QUESTION_FACET_KIND] = fact->kind,
    [IK_QUESTION_FACET_STATE] = fact->state,
    [IK_QUESTION_FACET_USED] = fact->is_used,
    [IK_QUESTION_FACET_ANSWERED] = fact->is_answered,
  };

  self->n_found += fails == 0;
  for (guint i = 0; i < IK_N_QUESTION_FACETS; i++)
    {
      if ((fails & ~(1u << i)) != 0)
        continue;

      if (i == IK_QUESTION_FACET_TAG)
        count_tags (self, columns, place);
      else
        self->n[i][indexes[i]]++;
    }
}

static void
tally_fill (Tally      *self,
            const Find *find)
{
  const IkQuestionColumns *columns = find->columns;

  for (guint i = 0; i < IK_N_QUESTION_FACETS; i++)
    self->n[i] = g_new0 (guint, get_n_values (columns, (IkQuestionFacet) i) + 1);

  for (guint place = 0; place < columns->facts->len; place++)
    {
      guint fails;

      if (find->marks != NULL && !find->marks[place])
        continue;

      fails = ik_question_choice_get_fails (find->choice, place);
      if ((fails & (fails - 1)) == 0)
        count_fact (self, columns, place, fails);
    }
}

static int
compare_names_cb (gconstpointer one,
                  gconstpointer other,
                  gpointer      data)
{
  const GPtrArray *names = data;

  return g_ascii_strcasecmp (names->pdata[*(const guint32 *) one],
                             names->pdata[*(const guint32 *) other]);
}

static int
compare_levels_cb (gconstpointer one,
                   gconstpointer other,
                   gpointer      data)
{
  const GPtrArray *names = data;

  return ik_question_level_compare (names->pdata[*(const guint32 *) one],
                                    names->pdata[*(const guint32 *) other]);
}

static gboolean
is_listed (const Tally     *tally,
           const Find      *find,
           IkQuestionFacet  facet,
           guint            index)
{
  return tally->n[facet][index] > 0 || ik_question_choice_names (find->choice, facet, index);
}

static void
add_names (IkQuestionCounts *counts,
           const Tally      *tally,
           const Find       *find,
           IkQuestionFacet   facet,
           GPtrArray        *names,
           GCompareDataFunc  compare)
{
  g_autoptr(GArray) order = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < names->len; i++)
    {
      if (is_listed (tally, find, facet, i))
        g_array_append_val (order, i);
    }

  g_array_sort_with_data (order, compare, names);
  for (guint i = 0; i < order->len; i++)
    {
      guint index = g_array_index (order, guint32, i);

      ik_question_counts_add (counts, facet, names->pdata[index], names->pdata[index], NULL,
                              tally->n[facet][index]);
    }
}

static void
add_places (IkQuestionCounts *counts,
            const Tally      *tally,
            const Find       *find)
{
  for (guint i = 0; i < find->columns->packs->len; i++)
    {
      const IkColumnPack *pack = &g_array_index (find->columns->packs, IkColumnPack, i);

      if (is_listed (tally, find, IK_QUESTION_FACET_PACK, i))
        ik_question_counts_add (counts, IK_QUESTION_FACET_PACK, pack->id, pack->title, NULL,
                                tally->n[IK_QUESTION_FACET_PACK][i]);
    }

  for (guint i = 0; i < find->columns->sections->len; i++)
    {
      const IkColumnSection *section = &g_array_index (find->columns->sections,
                                                       IkColumnSection, i);

      if (is_listed (tally, find, IK_QUESTION_FACET_SECTION, i))
        ik_question_counts_add (counts, IK_QUESTION_FACET_SECTION, section->id, section->title,
                                g_array_index (find->columns->packs, IkColumnPack,
                                               section->pack).id,
                                tally->n[IK_QUESTION_FACET_SECTION][i]);
    }
}

/* Kinds, states and what is or isn't so are listed with all their values. */
static void
add_fixed (IkQuestionCounts *counts,
           const Tally      *tally)
{
  static const char *const no_yes[] = { "no", "yes" };

  for (guint i = 0; i < IK_N_QUESTION_KINDS; i++)
    {
      const char *nick = ik_question_kind_to_nick ((IkQuestionKind) i);

      ik_question_counts_add (counts, IK_QUESTION_FACET_KIND, nick, nick, NULL,
                              tally->n[IK_QUESTION_FACET_KIND][i]);
    }
  for (guint i = 0; i < IK_N_QUESTION_STATES; i++)
    {
      const char *nick = ik_question_state_to_nick ((IkQuestionState) i);

      ik_question_counts_add (counts, IK_QUESTION_FACET_STATE, nick, nick, NULL,
                              tally->n[IK_QUESTION_FACET_STATE][i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (no_yes); i++)
    {
      ik_question_counts_add (counts, IK_QUESTION_FACET_USED, no_yes[i], no_yes[i], NULL,
                              tally->n[IK_QUESTION_FACET_USED][i]);
      ik_question_counts_add (counts, IK_QUESTION_FACET_ANSWERED, no_yes[i], no_yes[i], NULL,
                              tally->n[IK_QUESTION_FACET_ANSWERED][i]);
    }
}

static IkQuestionCounts *
create_counts (const Tally *tally,
               const Find  *find)
{
  IkQuestionCounts *counts = ik_question_counts_new ();

  counts->n_found = tally->n_found;
  add_places (counts, tally, find);
  if (tally->n_untagged > 0 || ik_question_choice_takes_untagged (find->choice))
    ik_question_counts_add (counts, IK_QUESTION_FACET_TAG, "", "", NULL, tally->n_untagged);
  add_names (counts, tally, find, IK_QUESTION_FACET_TAG, find->columns->tags, compare_names_cb);
  add_names (counts, tally, find, IK_QUESTION_FACET_COMPETENCY, find->columns->competencies,
             compare_names_cb);
  add_names (counts, tally, find, IK_QUESTION_FACET_LEVEL, find->columns->levels,
             compare_levels_cb);
  add_fixed (counts, tally);

  return counts;
}

/**
 * ik_question_find_count:
 * @database: a connection in a transaction
 * @filter: which questions are wanted
 * @error: return location
 *
 * Counts the questions that each value of each facet would find, with all that
 * the filter says about the other facets.
 *
 * Returns: (transfer full): the counts
 */
IkQuestionCounts *
ik_question_find_count (IkDatabase              *database,
                        const IkQuestionFilter  *filter,
                        GError                 **error)
{
  g_auto(Find) find = { NULL };
  g_auto(Tally) tally = { { NULL } };

  if (!find_init (&find, database, filter, error) || !mark_matches (&find, error))
    return NULL;

  tally_fill (&tally, &find);
  return create_counts (&tally, &find);
}
