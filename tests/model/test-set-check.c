/* What a set covers and what is worth a look before somebody sits down with it. */

#include "ik-list.h"
#include "ik-set-coverage.h"
#include "ik-set-hint.h"
#include "ik-text.h"

static IkSetItem *
add_item (IkQuestionSet  *set,
          IkQuestionKind  kind,
          guint           minutes,
          const char     *competency_id,
          const char     *section_id)
{
  g_autofree char *prompt = g_strdup_printf ("Question %u?", set->items->len + 1);
  g_autoptr(IkQuestion) question = ik_question_new (prompt);
  IkSetItem *item;

  question->kind = kind;
  question->minutes = minutes;
  question->competency_id = g_strdup (competency_id);
  item = ik_set_item_new (question);
  item->section_id = g_strdup (section_id);
  g_ptr_array_add (set->items, item);

  return item;
}

static IkSetSection *
add_section (IkQuestionSet *set,
             const char    *title,
             guint          minutes)
{
  IkSetSection *section = ik_set_section_new (title, NULL);

  section->minutes = minutes;
  g_ptr_array_add (set->sections, section);

  return section;
}

static GPtrArray *
create_competencies (guint n)
{
  GPtrArray *competencies =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ik_competency_free);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("c%u", i);
      g_autofree char *name = g_strdup_printf ("Competency %u", i);

      g_ptr_array_add (competencies, ik_competency_new (id, name, ""));
    }

  return competencies;
}

static void
assert_row (const IkSetCoverage *coverage,
            guint                index,
            const char          *competency_id,
            guint                n_items,
            const char          *minutes) /* such as "0 5" */
{
  const IkSetCoverageRow *row = coverage->rows->pdata[index];
  g_autoptr(GString) text = g_string_new (NULL);
  guint sum = 0;

  g_assert_cmpstr (row->competency_id, ==, competency_id);
  g_assert_cmpuint (row->n_items, ==, n_items);
  for (guint i = 0; i < row->section_minutes->len; i++)
    {
      guint cell = g_array_index (row->section_minutes, guint, i);

      sum += cell;
      g_string_append_printf (text, "%s%u", i > 0 ? " " : "", cell);
    }
  g_assert_cmpstr (text->str, ==, minutes);
  g_assert_cmpuint (row->minutes, ==, sum);
}

static void
test_coverage (void)
{
  g_autoptr(IkQuestionSet) set = ik_question_set_new ("T");
  g_autoptr(GPtrArray) competencies = create_competencies (3);
  g_autoptr(IkSetCoverage) coverage = NULL;
  IkSetSection *first = add_section (set, "First", 0);
  IkSetSection *second = add_section (set, "Second", 0);

  g_test_summary ("Scored questions are summed up by section and competency; the rest is a gap");

  add_section (set, "Only a chat", 0);
  add_item (set, IK_QUESTION_KIND_OPENING, 3, "c1", NULL);
  add_item (set, IK_QUESTION_KIND_OPEN, 4, "c2", NULL);
  add_item (set, IK_QUESTION_KIND_OPEN, 5, "c0", first->id);
  add_item (set, IK_QUESTION_KIND_CODING, 20, "c0", second->id);
  add_item (set, IK_QUESTION_KIND_OPEN, 6, NULL, second->id);
  add_item (set, IK_QUESTION_KIND_OPEN, 7, "c2", "a section that is gone");
  coverage = ik_set_coverage_new (set, competencies);

  g_assert_cmpuint (coverage->columns->len, ==, 3);
  g_assert_cmpstr (coverage->columns->pdata[0], ==, "");
  g_assert_cmpstr (coverage->columns->pdata[2], ==, "Second");
  g_assert_cmpuint (coverage->rows->len, ==, 3);
  assert_row (coverage, 0, "c0", 2, "0 5 20");
  assert_row (coverage, 1, "c2", 2, "11 0 0");
  assert_row (coverage, 2, NULL, 1, "0 0 6");
  g_assert_cmpuint (coverage->n_competencies, ==, 2);
  g_assert_cmpuint (coverage->most_minutes, ==, 25);
  g_assert_cmpuint (coverage->gaps->len, ==, 1);
  g_assert_cmpstr (((IkCompetency *) coverage->gaps->pdata[0])->name, ==, "Competency 1");
}

/* Kinds of the hints, joined by spaces. */
static char *
join_hints (const IkQuestionSet *set,
            GHashTable          *asked)
{
  g_autoptr(GPtrArray) hints = ik_set_hints_list (set, asked);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < hints->len; i++)
    {
      const IkSetHint *hint = hints->pdata[i];

      g_assert_cmpstr (hint->text, !=, "");
      g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                              ik_set_hint_kind_to_nick (hint->kind));
    }

  return g_string_free (text, FALSE);
}

static void
assert_hints (const IkQuestionSet *set,
              const char          *expected)
{
  g_autofree char *hints = join_hints (set, NULL);

  g_assert_cmpstr (hints, ==, expected);
}

static void
test_hints (void)
{
  g_autoptr(IkQuestionSet) set = ik_question_set_new ("T");
  IkSetSection *section = add_section (set, "Core", 15);
  IkSetItem *item;

  g_test_summary ("Hints come and go with what they are about; exactly fitting is fine");

  assert_hints (set, "");
  item = add_item (set, IK_QUESTION_KIND_OPEN, 15, "c0", section->id);
  assert_hints (set, "no-opening no-closing");
  ik_text_set (&set->opening, "Welcome");
  add_item (set, IK_QUESTION_KIND_CANDIDATE_QUESTIONS, 5, NULL, NULL);
  assert_hints (set, "");

  set->slot_minutes = 20;
  assert_hints (set, "");
  item->minutes = 16;
  assert_hints (set, "over-slot long-section long-question");
  item->required = FALSE;
  assert_hints (set, "over-slot long-section");
  section->minutes = 0;
  set->slot_minutes = 0;
  assert_hints (set, "");

  for (guint i = 1; i < IK_SET_MAX_COMPETENCIES; i++)
    {
      g_autofree char *id = g_strdup_printf ("c%u", i);

      add_item (set, IK_QUESTION_KIND_OPEN, 1, id, NULL);
    }
  assert_hints (set, "");
  add_item (set, IK_QUESTION_KIND_OPEN, 1, "one more", NULL);
  assert_hints (set, "many-competencies");
}

static void
test_asked_before (void)
{
  g_autoptr(IkQuestionSet) set = ik_question_set_new ("T");
  g_autoptr(GHashTable) asked = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) hints = NULL;
  IkSetItem *item;

  g_test_summary ("A question the candidate knows is named, with its line");

  add_item (set, IK_QUESTION_KIND_OPENING, 1, NULL, NULL);
  item = add_item (set, IK_QUESTION_KIND_OPEN, 1, NULL, NULL);
  add_item (set, IK_QUESTION_KIND_CLOSING, 1, NULL, NULL);
  g_hash_table_add (asked, item->question_id);
  hints = ik_set_hints_list (set, asked);

  g_assert_cmpuint (hints->len, ==, 1);
  g_assert_cmpint (((IkSetHint *) hints->pdata[0])->kind, ==, IK_SET_HINT_ASKED_BEFORE);
  g_assert_cmpstr (((IkSetHint *) hints->pdata[0])->line_id, ==, item->id);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/set-coverage/sums", test_coverage);
  g_test_add_func ("/model/set-hint/comes-and-goes", test_hints);
  g_test_add_func ("/model/set-hint/asked-before", test_asked_before);

  return g_test_run ();
}
