#include "ik-rubric-rules.h"
#include "ik-rubric-template.h"
#include "ik-text.h"

#include <stdlib.h>

static void
test_templates (void)
{
  static const guint n_levels[IK_N_RUBRIC_TEMPLATES] = { 5, 4, 2, 3, 7 };

  for (guint i = 0; i < IK_N_RUBRIC_TEMPLATES; i++)
    {
      g_autoptr(IkRubric) rubric = ik_rubric_new_from_template (i);
      g_autoptr(IkRubric) another = ik_rubric_new_from_template (i);
      g_autofree char *reason = NULL;

      g_assert_true (ik_rubric_check (rubric, &reason));
      g_assert_null (reason);
      g_assert_cmpuint (rubric->levels->len, ==, n_levels[i]);
      g_assert_cmpstr (rubric->id, !=, another->id);
      g_assert_cmpstr (rubric->id, !=, IK_RUBRIC_BUILT_IN_ID);
    }
}

static void
test_level_text (void)
{
  g_autoptr(IkRubric) rubric = ik_rubric_new (NULL, "Scale");
  static const struct { int value; const char *text; } cases[] = {
    { 1, "1 · Weak" }, { 2, "2" }, { 9, "9" },
  };

  g_ptr_array_add (rubric->levels, ik_rubric_level_new (1, "Weak", "Nothing"));
  g_ptr_array_add (rubric->levels, ik_rubric_level_new (2, "", ""));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = ik_rubric_dup_level_text (rubric, cases[i].value);
      g_autofree char *bare = ik_rubric_dup_level_text (NULL, cases[i].value);

      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpint (atoi (bare), ==, cases[i].value);
    }
}

/* 1, 3 and 5 of five; the ends alone where there is no middle. */
static void
test_anchors (void)
{
  static const char *const wanted[] = { "", "", "xx", "x.x", "x..x", "x.x.x", "x.x..x", "x..x..x" };

  for (guint n = IK_RUBRIC_MIN_LEVELS; n <= IK_RUBRIC_MAX_LEVELS; n++)
    {
      g_autoptr(IkRubric) rubric = ik_rubric_new (NULL, "Scale");

      for (guint i = 0; i < n; i++)
        g_assert_true (ik_rubric_add_level (rubric));
      for (guint i = 0; i < n; i++)
        g_assert_cmpint (ik_rubric_wants_anchor (rubric, i), ==, wanted[n][i] == 'x');
    }
}

static void
test_check (void)
{
  g_autoptr(IkRubric) rubric = ik_rubric_new (NULL, " ");
  const char *const reasons[] = {
    "The rubric needs a name.", "A rubric has from 2 to 7 levels.", "Level 1 needs a word.",
    "Say what an answer at level 1 looks like.",
    "The values of the levels have to rise: 4 comes after 4.",
  };

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      g_autofree char *reason = NULL;

      g_assert_false (ik_rubric_check (rubric, &reason));
      g_assert_cmpstr (reason, ==, reasons[i]);

      if (i == 0)
        {
          ik_text_set (&rubric->name, "Mine");
          ik_rubric_add_level (rubric);
        }
      else if (i == 1)
        ik_rubric_add_level (rubric);
      else if (i == 2)
        ik_text_set (&((IkRubricLevel *) rubric->levels->pdata[0])->label, "No");
      else if (i == 3)
        {
          ik_text_set (&((IkRubricLevel *) rubric->levels->pdata[0])->anchor, "Nothing to go by");
          ((IkRubricLevel *) rubric->levels->pdata[0])->value = 4;
          ((IkRubricLevel *) rubric->levels->pdata[1])->value = 4;
        }
    }
}

static void
test_levels (void)
{
  g_autoptr(IkRubric) five = ik_rubric_new_from_template (IK_RUBRIC_TEMPLATE_FIVE);
  g_autoptr(IkRubric) general = ik_rubric_new_built_in ();
  g_autoptr(IkRubric) four = ik_rubric_new_from_template (IK_RUBRIC_TEMPLATE_FOUR_WORDS);
  g_autoptr(IkRubric) yes_no = ik_rubric_new_from_template (IK_RUBRIC_TEMPLATE_YES_NO);

  g_assert_true (ik_rubric_has_values_of (five, general));
  g_assert_false (ik_rubric_has_values_of (five, four));
  g_assert_true (ik_rubric_add_level (four));
  g_assert_true (ik_rubric_has_values_of (five, four));

  /* Of the same number, but worth something else */
  ((IkRubricLevel *) yes_no->levels->pdata[0])->value = 1;
  ((IkRubricLevel *) yes_no->levels->pdata[1])->value = 2;
  while (ik_rubric_add_level (yes_no))
    ;
  g_assert_cmpuint (yes_no->levels->len, ==, IK_RUBRIC_MAX_LEVELS);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/model/rubric/templates", test_templates);
  g_test_add_func ("/model/rubric/anchors", test_anchors);
  g_test_add_func ("/model/rubric/check", test_check);
  g_test_add_func ("/model/rubric/levels", test_levels);
  g_test_add_func ("/model/rubric/level-text", test_level_text);

  return g_test_run ();
}
