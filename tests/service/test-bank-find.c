#include "ik-bank.h"
#include "ik-test-bank.h"
#include "ik-test-library.h"
#include "ik-text.h"

#include <glib/gstdio.h>
#include <string.h>

/* What a find, its orders and its counts say, against a look at each question
 * of an invented bank. */

#define N_QUESTIONS 1500
#define N_CASES 150

/* A question as the bank holds it, and what ik-test-bank.c says of its use. */
typedef struct
{
  IkQuestion *question; /* (unowned) */
  const char *pack_id;
  char       *section_id;
  const char *competency;
  gint64      row;
  gint64      changed_at_us;
  gint64      last_used_at_us;
  gboolean    is_used;
  gboolean    is_answered;
  char       *prompt_words; /* between spaces */
  char       *all_words;
} Known;

typedef struct
{
  char      *directory;
  char      *path;
  IkLibrary *library;
  GPtrArray *packs;
  GArray    *known;         /* (element-type Known): in the order of the bank */
  GRand     *rand;
} Test;

static char *
dup_words (const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);
  GString *words = g_string_new (" ");

  for (const char *p = lower; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (g_unichar_isalnum (character))
        g_string_append_unichar (words, character);
      else if (words->str[words->len - 1] != ' ')
        g_string_append_c (words, ' ');
    }

  g_string_append_c (words, ' ');
  return g_string_free (words, FALSE);
}

static char *
dup_all_words (const IkQuestion *question)
{
  g_autofree char *all = NULL;
  const IkInterviewerText *interviewer = &question->interviewer;

  all = g_strdup_printf ("%s %s %s", question->candidate.prompt, question->candidate.details,
                         interviewer->reference_answer);
  return dup_words (all);
}

static void
known_clear (gpointer data)
{
  Known *known = data;

  g_free (known->section_id);
  g_free (known->prompt_words);
  g_free (known->all_words);
}

static const char *
get_competency (const IkPack *pack,
                const char   *id)
{
  for (guint i = 0; id != NULL && i < pack->competencies->len; i++)
    {
      const IkCompetency *competency = pack->competencies->pdata[i];

      if (g_str_equal (competency->id, id))
        return competency->name;
    }

  return "";
}

/* ik-test-bank.c counts from 0, the rows from 1. */
static void
add_known (Test         *test,
           const IkPack *names,
           const IkPack *pack,
           IkQuestion   *question)
{
  gint64 row = g_ascii_strtoll (question->id + 1, NULL, 10) + 1;
  const Known known = {
    .question = question,
    .pack_id = pack->id,
    .section_id = g_strdup_printf ("s%06d", (int) ((row - 1) / 100)),
    .competency = get_competency (names, question->competency_id),
    .row = row,
    .last_used_at_us = row % 210 == 0 ? 2000 : row % 70 == 0 ? 1000 : 0,
    .is_used = row % 100 == 0 || row % 70 == 0,
    .is_answered = *question->interviewer.reference_answer != '\0' || row % 40 == 0,
    .prompt_words = dup_words (question->candidate.prompt),
    .all_words = dup_all_words (question),
  };

  g_array_append_val (test->known, known);
}

static const IkPack *
find_names (GPtrArray *packs)
{
  for (guint i = 0; i < packs->len; i++)
    {
      const IkPack *pack = packs->pdata[i];

      if (pack->competencies->len > 0)
        return pack;
    }

  g_assert_not_reached ();
}

static void
look_at_all (Test *test)
{
  g_autoptr(GPtrArray) summaries = ik_bank_list_packs (test->library, NULL, NULL);
  const IkPack *names;

  for (guint i = 0; i < summaries->len; i++)
    {
      const IkPackSummary *summary = summaries->pdata[i];

      g_ptr_array_add (test->packs, ik_bank_load_pack (test->library, summary->id, NULL, NULL));
    }

  names = find_names (test->packs);
  for (guint i = 0; i < test->packs->len; i++)
    {
      const IkPack *pack = test->packs->pdata[i];

      for (guint j = 0; j < pack->sections->len; j++)
        {
          const IkSection *section = pack->sections->pdata[j];

          for (guint k = 0; k < section->questions->len; k++)
            add_known (test, names, pack, section->questions->pdata[k]);
        }
    }
}

/* When a question was changed is no part of it. */
static void
look_at_times (Test *test)
{
  for (guint i = 0; i < test->known->len; i++)
    {
      Known *known = &g_array_index (test->known, Known, i);
      g_autoptr(GPtrArray) summaries = ik_bank_load_rows (test->library, NULL, &known->row, 1,
                                                          NULL, NULL);

      known->changed_at_us = ((IkQuestionSummary *) summaries->pdata[0])->changed_at_us;
    }
}

static void
set_up (Test          *test,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  test->directory = g_dir_make_tmp ("ik-test-XXXXXX", NULL);
  test->path = g_build_filename (test->directory, "library.db", NULL);
  ik_test_bank_make (test->path, N_QUESTIONS);
  test->library = ik_library_open (test->path, NULL, &error);
  g_assert_no_error (error);
  test->packs = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_pack_free);
  test->known = g_array_new (FALSE, FALSE, sizeof (Known));
  g_array_set_clear_func (test->known, known_clear);
  test->rand = g_rand_new_with_seed (7);
  look_at_all (test);
  look_at_times (test);
  g_assert_cmpuint (test->known->len, ==, N_QUESTIONS);
}

static void
tear_down (Test          *test,
           gconstpointer  data)
{
  ik_library_close (test->library);
  g_assert_finalize_object (test->library);
  g_array_unref (test->known);
  g_ptr_array_unref (test->packs);
  g_rand_free (test->rand);
  g_unlink (test->path);
  g_rmdir (test->directory);
  g_free (test->path);
  g_free (test->directory);
}

/* Looking at one question */

static gboolean
has_word (const char *words,
          const char *word,
          gboolean    may_begin)
{
  g_autofree char *looked_for = g_strdup_printf (may_begin ? " %s" : " %s ", word);

  return strstr (words, looked_for) != NULL;
}

static gboolean
has_all_words (const char *words,
               const char *query,
               gboolean    is_prompt)
{
  g_auto(GStrv) each = g_strsplit (query, " ", -1);

  for (guint i = 0; each[i] != NULL; i++)
    {
      if (!has_word (words, each[i], is_prompt || strlen (each[i]) >= 3))
        return FALSE;
    }

  return TRUE;
}

static gboolean
prompt_fits (const Known *known,
             const char  *query)
{
  return has_all_words (known->prompt_words, query, TRUE);
}

static gboolean
is_one_of (const char *const *texts,
           const char        *text)
{
  gboolean found = texts == NULL || texts[0] == NULL;

  for (guint i = 0; !found && texts[i] != NULL; i++)
    found = g_ascii_strcasecmp (texts[i], text) == 0;

  return found;
}

static gboolean
has_tag (const Known       *known,
         const char *const *tags)
{
  GPtrArray *own = known->question->tags;
  gboolean found = own->len == 0 && is_one_of (tags, "");

  for (guint i = 0; i < own->len; i++)
    found = found || is_one_of (tags, own->pdata[i]);

  return found;
}

static gboolean
is_as_wanted (gboolean is_so,
              IkWanted wanted)
{
  return wanted == IK_WANTED_ANY || is_so == (wanted == IK_WANTED_YES);
}

static gboolean
is_taken (const Known            *known,
          const IkQuestionFilter *filter)
{
  guint minutes = ik_question_get_planned_minutes (known->question);
  guint states = filter->states != 0 ? filter->states : IK_QUESTION_STATES_SHOWN;

  return (filter->query == NULL || prompt_fits (known, filter->query) ||
          has_all_words (known->all_words, filter->query, FALSE)) &&
         is_one_of (filter->pack_ids, known->pack_id) &&
         is_one_of (filter->section_ids, known->section_id) &&
         has_tag (known, filter->tags) &&
         is_one_of (filter->competencies, known->competency) &&
         is_one_of (filter->levels, known->question->level) &&
         (filter->kinds == 0 || (filter->kinds >> known->question->kind & 1) != 0) &&
         (states >> known->question->state & 1) != 0 &&
         minutes >= filter->minutes_from &&
         (filter->minutes_to == 0 || minutes <= filter->minutes_to) &&
         is_as_wanted (known->is_used, filter->used) &&
         is_as_wanted (known->is_answered, filter->answered);
}

/* Making a filter */

/* A list of the text, or none, for the length of the test. */
static const char *const *
maybe (Test       *test,
       GPtrArray  *kept,
       const char *text)
{
  const char *texts[] = { text, NULL };
  GStrv list;

  if (g_rand_int_range (test->rand, 0, 5) > 0)
    return NULL;

  list = g_strdupv ((char **) texts);
  g_ptr_array_add (kept, list);
  return (const char *const *) list;
}

static guint
maybe_bits (Test  *test,
            guint  n)
{
  return g_rand_int_range (test->rand, 0, 3) > 0 ? 0
         : (guint) g_rand_int_range (test->rand, 1, 1 << n);
}

static char *
maybe_query (Test *test)
{
  const char *word = ik_test_bank_get_word ((guint) g_rand_int_range (test->rand, 0, 40));

  switch (g_rand_int_range (test->rand, 0, 8))
    {
    case 0:
      return g_strdup (word);
    case 1:
      return g_strndup (word, 1);
    case 2:
      return g_strndup (word, 2);
    case 3:
      return g_strndup (word, 4);
    case 4:
      return g_strdup_printf ("%s %c", word, 'a' + g_rand_int_range (test->rand, 0, 26));
    default:
      return NULL;
    }
}

/* Filters by what a question has, so that most of them find something. */
static IkQuestionFilter
make_filter (Test      *test,
             GPtrArray *kept)
{
  guint index = (guint) g_rand_int_range (test->rand, 0, N_QUESTIONS);
  const Known *like = &g_array_index (test->known, Known, index);
  GPtrArray *tags = like->question->tags;
  IkQuestionFilter filter = {
    .query = maybe_query (test),
    .pack_ids = maybe (test, kept, like->pack_id),
    .section_ids = maybe (test, kept, like->section_id),
    .tags = maybe (test, kept, tags->len > 0 ? tags->pdata[0] : ""),
    .competencies = maybe (test, kept, like->competency),
    .levels = maybe (test, kept, like->question->level),
    .kinds = maybe_bits (test, IK_N_QUESTION_KINDS),
    .states = maybe_bits (test, IK_N_QUESTION_STATES),
    .used = (IkWanted) (maybe_bits (test, 2) % 3),
    .answered = (IkWanted) (maybe_bits (test, 2) % 3),
    .sort = (IkQuestionSort) g_rand_int_range (test->rand, 0, IK_N_QUESTION_SORTS),
    .is_descending = g_rand_boolean (test->rand),
  };

  if (g_rand_int_range (test->rand, 0, 4) == 0)
    {
      filter.minutes_from = (guint) g_rand_int_range (test->rand, 0, 20);
      filter.minutes_to = filter.minutes_from + (guint) g_rand_int_range (test->rand, 0, 10);
    }
  return filter;
}

/* Comparing */

static int
compare_known_cb (gconstpointer one,
                  gconstpointer other,
                  gpointer      data)
{
  const Known *a = *(const Known *const *) one;
  const Known *b = *(const Known *const *) other;
  gint64 difference = 0;

  switch (GPOINTER_TO_UINT (data))
    {
    case IK_QUESTION_SORT_PROMPT:
      difference = strcmp (a->question->candidate.prompt, b->question->candidate.prompt);
      break;
    case IK_QUESTION_SORT_MINUTES:
      difference = (gint64) ik_question_get_planned_minutes (a->question) -
                   (gint64) ik_question_get_planned_minutes (b->question);
      break;
    case IK_QUESTION_SORT_LEVEL:
      difference = ik_question_level_compare (a->question->level, b->question->level);
      break;
    case IK_QUESTION_SORT_LAST_USED:
      difference = a->last_used_at_us - b->last_used_at_us;
      break;
    case IK_QUESTION_SORT_CHANGED:
      difference = a->changed_at_us - b->changed_at_us;
      break;
    default:
      break;
    }

  if (difference != 0)
    return difference < 0 ? -1 : 1;

  return a < b ? -1 : a > b;
}

/* Returns what the filter takes, in its order but for relevance. */
static GPtrArray *
take (Test                   *test,
      const IkQuestionFilter *filter)
{
  GPtrArray *taken = g_ptr_array_new ();

  for (guint i = 0; i < test->known->len; i++)
    {
      Known *known = &g_array_index (test->known, Known, i);

      if (is_taken (known, filter))
        g_ptr_array_add (taken, known);
    }

  g_ptr_array_sort_with_data (taken, compare_known_cb, GUINT_TO_POINTER (filter->sort));
  if (filter->is_descending && filter->sort != IK_QUESTION_SORT_RELEVANCE)
    {
      for (guint i = 0; i < taken->len / 2; i++)
        {
          gpointer other = taken->pdata[taken->len - 1 - i];

          taken->pdata[taken->len - 1 - i] = taken->pdata[i];
          taken->pdata[i] = other;
        }
    }

  return taken;
}

static GArray *
find (Test                   *test,
      const IkQuestionFilter *filter)
{
  g_autoptr(GError) error = NULL;
  GArray *rows = ik_bank_find_questions (test->library, filter, NULL, &error);

  g_assert_no_error (error);
  return rows;
}

static gint64
get_row (GArray *rows,
         guint   index)
{
  return g_array_index (rows, gint64, index);
}

/* The best first: those whose prompt fits before the others, each once. */
static void
assert_is_by_relevance (GArray     *rows,
                        GPtrArray  *wanted,
                        const char *query)
{
  g_autoptr(GHashTable) prompts = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr(GHashTable) others = g_hash_table_new (g_int64_hash, g_int64_equal);
  guint n_prompts;

  for (guint i = 0; i < wanted->len; i++)
    {
      Known *known = wanted->pdata[i];

      g_hash_table_add (prompt_fits (known, query) ? prompts : others, &known->row);
    }

  n_prompts = g_hash_table_size (prompts);
  for (guint i = 0; i < rows->len; i++)
    {
      gint64 row = get_row (rows, i);

      g_assert_true (g_hash_table_remove (i < n_prompts ? prompts : others, &row));
    }
}

static void
assert_finds (Test                   *test,
              const IkQuestionFilter *filter)
{
  g_autoptr(GArray) rows = find (test, filter);
  g_autoptr(GPtrArray) wanted = take (test, filter);
  g_autoptr(GArray) first_rows = NULL;
  IkQuestionFilter first = *filter;

  g_assert_cmpuint (rows->len, ==, wanted->len);
  if (filter->sort == IK_QUESTION_SORT_RELEVANCE && filter->query != NULL)
    assert_is_by_relevance (rows, wanted, filter->query);
  else
    {
      for (guint i = 0; i < rows->len; i++)
        g_assert_cmpint (get_row (rows, i), ==, ((Known *) wanted->pdata[i])->row);
    }

  first.limit = 7;
  first_rows = find (test, &first);
  g_assert_cmpuint (first_rows->len, ==, MIN (rows->len, 7));
  for (guint i = 0; i < first_rows->len; i++)
    g_assert_cmpint (get_row (first_rows, i), ==, get_row (rows, i));
}

static void
name_value (IkQuestionFilter  *filter,
            IkQuestionFacet    facet,
            const char *const *values)
{
  IkWanted wanted = g_str_equal (values[0], "yes") ? IK_WANTED_YES : IK_WANTED_NO;
  IkQuestionState state;

  switch (facet)
    {
    case IK_QUESTION_FACET_PACK:
      filter->pack_ids = values;
      break;
    case IK_QUESTION_FACET_SECTION:
      filter->section_ids = values;
      break;
    case IK_QUESTION_FACET_TAG:
      filter->tags = values;
      break;
    case IK_QUESTION_FACET_COMPETENCY:
      filter->competencies = values;
      break;
    case IK_QUESTION_FACET_LEVEL:
      filter->levels = values;
      break;
    case IK_QUESTION_FACET_KIND:
      filter->kinds = ik_question_kinds_from_nick (values[0]);
      break;
    case IK_QUESTION_FACET_STATE:
      g_assert_true (ik_question_state_from_nick (values[0], &state));
      filter->states = 1u << state;
      break;
    case IK_QUESTION_FACET_USED:
      filter->used = wanted;
      break;
    case IK_QUESTION_FACET_ANSWERED:
    default:
      filter->answered = wanted;
      break;
    }
}

/* Each value counts what the filter would take if it named that value alone. */
static void
assert_counts (Test                   *test,
               const IkQuestionFilter *filter)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(IkQuestionCounts) counts = ik_bank_count_questions (test->library, filter, NULL, &error);
  g_autoptr(GPtrArray) found = take (test, filter);

  g_assert_no_error (error);
  g_assert_cmpuint (counts->n_found, ==, found->len);
  for (guint facet = 0; facet < IK_N_QUESTION_FACETS; facet++)
    {
      for (guint i = 0; i < counts->values[facet]->len; i++)
        {
          const IkFacetCount *count = counts->values[facet]->pdata[i];
          const char *const values[] = { count->value, NULL };
          IkQuestionFilter with_value = *filter;
          g_autoptr(GPtrArray) taken = NULL;

          name_value (&with_value, (IkQuestionFacet) facet, values);
          taken = take (test, &with_value);
          g_test_message ("%u “%s”", facet, count->value);
          g_assert_cmpuint (count->n, ==, taken->len);
        }
    }
}

static guint
add_up (const IkQuestionCounts *counts,
        IkQuestionFacet         facet)
{
  guint n = 0;

  for (guint i = 0; i < counts->values[facet]->len; i++)
    n += ((const IkFacetCount *) counts->values[facet]->pdata[i])->n;

  return n;
}

static void
test_generated (Test          *test,
                gconstpointer  data)
{
  for (guint i = 0; i < N_CASES; i++)
    {
      g_autoptr(GPtrArray) kept = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
      IkQuestionFilter filter = make_filter (test, kept);
      g_autofree char *query = (char *) filter.query;

      g_test_message ("case %u, “%s” by %s%s", i, query != NULL ? query : "",
                      ik_question_sort_to_nick (filter.sort),
                      filter.is_descending ? ", descending" : "");
      assert_finds (test, &filter);
      if (i % 5 == 0)
        assert_counts (test, &filter);
    }
}

/* No value is missing: what has one value only adds up to all. */
static void
test_counts_of_all (Test          *test,
                    gconstpointer  data)
{
  const IkQuestionFilter every = { .states = IK_QUESTION_STATES_ALL };
  g_autoptr(IkQuestionCounts) counts = ik_bank_count_questions (test->library, &every, NULL, NULL);

  g_assert_cmpuint (counts->n_found, ==, N_QUESTIONS);
  for (guint facet = 0; facet < IK_N_QUESTION_FACETS; facet++)
    {
      if (facet != IK_QUESTION_FACET_TAG)
        g_assert_cmpuint (add_up (counts, (IkQuestionFacet) facet), ==, N_QUESTIONS);
    }

  g_assert_nonnull (ik_question_counts_find (counts, IK_QUESTION_FACET_LEVEL, "wizard"));
  g_assert_null (ik_question_counts_find (counts, IK_QUESTION_FACET_LEVEL, "nobody"));
}

/* What a filter names stays in the list, so that it can be taken back. */
static void
test_named_values_stay (Test          *test,
                        gconstpointer  data)
{
  const char *const levels[] = { "wizard", NULL };
  const IkQuestionFilter filter = { .levels = levels, .query = "nosuchword" };
  g_autoptr(IkQuestionCounts) counts = ik_bank_count_questions (test->library, &filter, NULL, NULL);
  const IkFacetCount *count = ik_question_counts_find (counts, IK_QUESTION_FACET_LEVEL, "wizard");

  g_assert_cmpuint (counts->n_found, ==, 0);
  g_assert_nonnull (count);
  g_assert_cmpuint (count->n, ==, 0);
  g_assert_cmpuint (counts->values[IK_QUESTION_FACET_LEVEL]->len, ==, 1);
}

static void
test_rows (Test          *test,
           gconstpointer  data)
{
  const IkQuestionFilter every = { .states = IK_QUESTION_STATES_ALL };
  g_autoptr(GArray) rows = find (test, &every);
  g_autoptr(GPtrArray) summaries = NULL;
  gint64 none = 0;

  g_array_append_val (rows, none);
  summaries = ik_bank_load_rows (test->library, NULL, (const gint64 *) (const void *) rows->data,
                                 rows->len, NULL, NULL);
  g_assert_cmpuint (summaries->len, ==, N_QUESTIONS + 1);
  g_assert_null (summaries->pdata[N_QUESTIONS]);
  for (guint i = 0; i < N_QUESTIONS; i++)
    {
      const IkQuestionSummary *summary = summaries->pdata[i];
      const Known *known = &g_array_index (test->known, Known, i);

      g_assert_cmpint (summary->row, ==, known->row);
      g_assert_cmpstr (summary->id, ==, known->question->id);
      g_assert_cmpstr (summary->competency, ==, known->competency);
      g_assert_cmpuint (summary->minutes, ==, ik_question_get_planned_minutes (known->question));
      g_assert_true (summary->is_used == known->is_used);
      g_assert_true (summary->is_answered == known->is_answered);
      g_assert_cmpint (summary->last_used_at_us, ==, known->last_used_at_us);
    }
}

/* The columns follow what is written, by this program and by another. */
static void
test_follows_changes (Test          *test,
                      gconstpointer  data)
{
  const char *const levels[] = { "trainee", NULL };
  const IkQuestionFilter filter = { .levels = levels };
  g_autoptr(IkQuestion) question = ik_bank_load_question (test->library, "q0000001", NULL, NULL);
  g_autoptr(IkQuestion) theirs = NULL;
  g_autoptr(IkLibrary) other = NULL;
  g_autoptr(GArray) before = find (test, &filter);
  g_autoptr(GArray) after = NULL;
  g_autoptr(GArray) at_last = NULL;

  g_assert_cmpuint (before->len, ==, 0);
  ik_text_set (&question->level, "Trainee");
  question->state = IK_QUESTION_STATE_READY;
  g_assert_true (ik_bank_save_question (test->library, question, NULL, NULL));
  after = find (test, &filter);
  g_assert_cmpuint (after->len, ==, 1);
  g_assert_cmpint (get_row (after, 0), ==, 2);

  /* Another program's. */
  other = ik_library_open (test->path, NULL, NULL);
  theirs = ik_bank_load_question (other, "q0000002", NULL, NULL);
  ik_text_set (&theirs->level, "TRAINEE");
  g_assert_true (ik_bank_save_question (other, theirs, NULL, NULL));
  ik_library_close (other);
  at_last = find (test, &filter);
  g_assert_cmpuint (at_last->len, ==, 2);
}

static void
test_cancelled (Test          *test,
                gconstpointer  data)
{
  const IkQuestionFilter filter = { .query = ik_test_bank_get_word (0) };
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (ik_bank_find_questions (test->library, &filter, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (ik_bank_count_questions (test->library, &filter, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_odd_words (Test          *test,
                gconstpointer  data)
{
  static const struct
  {
    const char *query;
    gboolean    finds;
  } cases[] = {
    { " ", TRUE }, { "?", FALSE }, { "\"", FALSE }, { "* (", FALSE }, { "prufung", TRUE },
    { "RESUME", TRUE }, { "設計", TRUE }, { "質問", TRUE }, { "問質", FALSE }, { "nosuchword", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const IkQuestionFilter filter = { .query = cases[i].query };
      const IkQuestionFilter sorted = { .query = cases[i].query, .sort = IK_QUESTION_SORT_PROMPT };
      g_autoptr(GArray) rows = find (test, &filter);
      g_autoptr(GArray) sorted_rows = find (test, &sorted);
      g_autoptr(IkQuestionCounts) counts =
        ik_bank_count_questions (test->library, &filter, NULL, NULL);

      g_test_message ("“%s”", cases[i].query);
      g_assert_true ((rows->len > 0) == cases[i].finds);
      g_assert_cmpuint (sorted_rows->len, ==, rows->len);
      g_assert_cmpuint (counts->n_found, ==, rows->len);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/service/bank-find/" path, Test, NULL, set_up, func, tear_down)
  ADD ("generated", test_generated);
  ADD ("counts-of-all", test_counts_of_all);
  ADD ("named-values-stay", test_named_values_stay);
  ADD ("rows", test_rows);
  ADD ("follows-changes", test_follows_changes);
  ADD ("cancelled", test_cancelled);
  ADD ("odd-words", test_odd_words);
#undef ADD

  return g_test_run ();
}
