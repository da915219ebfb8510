#include "ik-import.h"

/* What somebody expects who interviews with a pack right after adding it. */
#define MIN_QUESTIONS 20
#define MIN_ANCHORS 3
#define MIN_POINTS 2

static GPtrArray *
read_starter_packs (void)
{
  g_autoptr(GPtrArray) files = ik_import_list_starter_packs ();
  GPtrArray *packs = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_pack_free);

  for (guint i = 0; i < files->len; i++)
    {
      g_autoptr(GError) error = NULL;
      IkPack *pack = ik_import_read (files->pdata[i], IK_DOCUMENT_KIND_UNKNOWN, NULL, NULL, &error);

      g_assert_no_error (error);
      g_ptr_array_add (packs, pack);
    }

  return packs;
}

static guint
count_anchors (const IkPack *pack,
               const char   *rubric_id)
{
  guint n = 0;

  for (guint i = 0; i < pack->rubrics->len; i++)
    {
      const IkRubric *rubric = pack->rubrics->pdata[i];

      for (guint j = 0; g_str_equal (rubric->id, rubric_id) && j < rubric->levels->len; j++)
        {
          const IkRubricLevel *level = rubric->levels->pdata[j];

          if (*level->anchor != '\0')
            n++;
        }
    }

  return n;
}

static gboolean
is_rated (const IkQuestion *question)
{
  return question->kind != IK_QUESTION_KIND_OPENING && question->kind != IK_QUESTION_KIND_CLOSING &&
         question->kind != IK_QUESTION_KIND_CANDIDATE_QUESTIONS;
}

static void
assert_is_ready (const IkPack     *pack,
                 const IkQuestion *question)
{
  g_test_message ("%s: %s", pack->title, question->candidate.prompt);
  g_assert_cmpint (question->state, ==, IK_QUESTION_STATE_READY);
  g_assert_cmpuint (question->minutes, >, 0);
  g_assert_cmpuint (question->interviewer.follow_ups->len, >, 0);
  if (!is_rated (question))
    return;

  g_assert_nonnull (question->competency_id);
  g_assert_nonnull (question->rubric_id);
  g_assert_cmpuint (count_anchors (pack, question->rubric_id), >=, MIN_ANCHORS);
  g_assert_cmpuint (question->interviewer.positive_indicators->len, >=, MIN_POINTS);
  g_assert_cmpuint (question->interviewer.red_flags->len, >=, MIN_POINTS);
}

static void
test_ready (void)
{
  g_autoptr(GPtrArray) packs = read_starter_packs ();

  g_test_summary ("Somebody can hold an interview with each pack as it comes");

  g_assert_cmpuint (packs->len, >=, 10);
  for (guint i = 0; i < packs->len; i++)
    {
      const IkPack *pack = packs->pdata[i];

      g_assert_cmpuint (ik_pack_count_questions (pack), >=, MIN_QUESTIONS);
      for (guint j = 0; j < pack->sections->len; j++)
        {
          const IkSection *section = pack->sections->pdata[j];

          for (guint k = 0; k < section->questions->len; k++)
            assert_is_ready (pack, section->questions->pdata[k]);
        }
    }
}

static void
assert_is_new (GHashTable *texts,
               const char *text)
{
  if (!g_hash_table_add (texts, g_utf8_casefold (text, -1)))
    g_error ("“%s” stands twice", text);
}

static void
add_points (GHashTable *texts,
            GPtrArray  *points)
{
  for (guint i = 0; i < points->len; i++)
    assert_is_new (texts, points->pdata[i]);
}

static void
test_original (void)
{
  g_autoptr(GPtrArray) packs = read_starter_packs ();
  g_autoptr(GHashTable) texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_test_summary ("No anchor, indicator or prompt was written once and used again");

  for (guint i = 0; i < packs->len; i++)
    {
      const IkPack *pack = packs->pdata[i];

      for (guint j = 0; j < pack->rubrics->len; j++)
        {
          const IkRubric *rubric = pack->rubrics->pdata[j];

          for (guint k = 0; k < rubric->levels->len; k++)
            assert_is_new (texts, ((const IkRubricLevel *) rubric->levels->pdata[k])->anchor);
        }
      for (guint j = 0; j < pack->sections->len; j++)
        {
          const IkSection *section = pack->sections->pdata[j];

          for (guint k = 0; k < section->questions->len; k++)
            {
              const IkQuestion *question = section->questions->pdata[k];

              assert_is_new (texts, question->candidate.prompt);
              add_points (texts, question->interviewer.positive_indicators);
              add_points (texts, question->interviewer.red_flags);
            }
        }
    }
}

static void
test_languages (void)
{
  static const char *const languages[] = { "en", "de", "es" };
  g_autoptr(GPtrArray) packs = read_starter_packs ();

  g_test_summary ("There is a pack in each language that is promised");

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      gboolean is_there = FALSE;

      for (guint j = 0; j < packs->len; j++)
        is_there |= g_str_equal (((const IkPack *) packs->pdata[j])->language, languages[i]);
      g_assert_true (is_there);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/service/starter-packs/ready", test_ready);
  g_test_add_func ("/service/starter-packs/original", test_original);
  g_test_add_func ("/service/starter-packs/languages", test_languages);

  return g_test_run ();
}
