#include "ik-set-outline.h"

/* Two items before the first section, then two sections of one and two. */
static IkQuestionSet *
create_set (void)
{
  static const char *const sections[] = { "A", "B" };
  static const struct
  {
    const char *id;
    const char *section_id;
  } items[] = {
    { "1", NULL }, { "2", NULL }, { "3", "A" }, { "4", "B" }, { "5", "B" },
  };
  IkQuestionSet *set = ik_question_set_new ("Set");

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      IkSetSection *section = ik_set_section_new (sections[i], "");

      g_free (section->id);
      section->id = g_strdup (sections[i]);
      g_ptr_array_add (set->sections, section);
    }
  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_autoptr(IkQuestion) question = ik_question_new (items[i].id);
      IkSetItem *item = ik_set_item_new (question);

      g_free (item->id);
      item->id = g_strdup (items[i].id);
      item->section_id = g_strdup (items[i].section_id);
      item->minutes = i + 1;
      g_ptr_array_add (set->items, item);
    }

  return set;
}

static char *
describe (IkQuestionSet *set)
{
  g_autoptr(GArray) lines = ik_set_outline_list (set);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const IkSetLine *line = &g_array_index (lines, IkSetLine, i);

      g_string_append (text, line->section != NULL ? line->section->id : line->item->id);
    }

  return g_string_free (text, FALSE);
}

#define assert_lines(set, expected) \
  G_STMT_START { \
    g_autofree char *lines_ = describe (set); \
    g_assert_cmpstr (lines_, ==, expected); \
  } G_STMT_END

static void
test_move (void)
{
  static const struct
  {
    const char *id;
    int         step;
    gboolean    moves;
    const char *expected;
  } cases[] = {
    { "2", -1, TRUE, "21A3B45" },
    { "2", 1, TRUE, "1A23B45" },
    { "1", -1, FALSE, "12A3B45" },
    { "5", 1, FALSE, "12A3B45" },
    { "3", -1, TRUE, "123AB45" },
    { "4", -1, TRUE, "12A34B5" },
    { "A", 1, TRUE, "12B45A3" },
    { "A", -1, FALSE, "12A3B45" },
    { "B", -1, TRUE, "12B45A3" },
    { "9", 1, FALSE, "12A3B45" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(IkQuestionSet) set = create_set ();

      g_test_message ("move %s by %d", cases[i].id, cases[i].step);
      g_assert_cmpint (ik_set_outline_move (set, cases[i].id, cases[i].step), ==, cases[i].moves);
      assert_lines (set, cases[i].expected);
      g_assert_cmpuint (set->items->len, ==, 5);
    }
}

static void
test_move_to (void)
{
  static const struct
  {
    const char *id;
    const char *target_id;
    gboolean    moves;
    const char *expected;
  } cases[] = {
    { "1", "5", TRUE, "2A3B451" },
    { "5", "1", TRUE, "512A3B4" },
    { "5", "A", TRUE, "12A53B4" },
    { "1", "A", TRUE, "2A13B45" },
    { "3", "A", FALSE, "12A3B45" },
    { "1", "1", FALSE, "12A3B45" },
    { "A", "5", FALSE, "12A3B45" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(IkQuestionSet) set = create_set ();

      g_test_message ("move %s to %s", cases[i].id, cases[i].target_id);
      g_assert_cmpint (ik_set_outline_move_to (set, cases[i].id, cases[i].target_id), ==,
                       cases[i].moves);
      assert_lines (set, cases[i].expected);
    }
}

static void
test_insert_section (void)
{
  static const struct
  {
    const char *after_id;
    const char *expected;
  } cases[] = {
    { NULL, "12A3B45C" },
    { "9", "12A3B45C" },
    { "1", "1C2A3B45" },
    { "2", "12CA3B45" },
    { "4", "12A3B4C5" },
    { "A", "12A3CB45" },
    { "B", "12A3B45C" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(IkQuestionSet) set = create_set ();
      IkSetSection *section = ik_set_section_new ("C", "");

      g_test_message ("after %s", cases[i].after_id);
      g_free (section->id);
      section->id = g_strdup ("C");
      ik_set_outline_insert_section (set, section, cases[i].after_id);
      assert_lines (set, cases[i].expected);
      g_assert_cmpuint (set->items->len, ==, 5);
    }
}

static void
test_duplicate (void)
{
  g_autoptr(IkQuestionSet) set = create_set ();

  g_assert_true (ik_set_outline_duplicate (set, "4"));
  g_assert_false (ik_set_outline_duplicate (set, "A"));
  g_assert_cmpuint (set->items->len, ==, 6);
  g_assert_cmpuint (ik_question_set_get_section_minutes (set, "B"), ==, 4 + 4 + 5);
}

static void
test_remove (void)
{
  g_autoptr(IkQuestionSet) set = create_set ();

  g_assert_true (ik_set_outline_remove (set, "B"));
  assert_lines (set, "12A345");
  g_assert_true (ik_set_outline_remove (set, "A"));
  assert_lines (set, "12345");
  g_assert_true (ik_set_outline_remove (set, "1"));
  assert_lines (set, "2345");
  g_assert_false (ik_set_outline_remove (set, "1"));
}

static void
test_insert_items (void)
{
  static const struct
  {
    const char *line_id;
    gboolean    is_after;
    const char *expected;
  } cases[] = {
    { NULL, FALSE, "12A3B45xy" },
    { "1", FALSE, "xy12A3B45" },
    { "A", FALSE, "12xyA3B45" },
    { "A", TRUE, "12Axy3B45" },
    { "4", TRUE, "12A3B4xy5" },
    { "gone", TRUE, "12A3B45xy" },
  };

  g_test_summary ("New items come between two lines, and into the section above them");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      static const char *const ids[] = { "x", "y" };
      g_autoptr(IkQuestionSet) set = create_set ();
      g_autoptr(GPtrArray) items = g_ptr_array_new ();

      for (guint j = 0; j < G_N_ELEMENTS (ids); j++)
        {
          g_autoptr(IkQuestion) question = ik_question_new (ids[j]);
          IkSetItem *item = ik_set_item_new (question);

          g_free (item->id);
          item->id = g_strdup (ids[j]);
          g_ptr_array_add (items, item);
        }
      ik_set_outline_insert_items (set, items, cases[i].line_id, cases[i].is_after);
      assert_lines (set, cases[i].expected);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/widgets/set-outline/move", test_move);
  g_test_add_func ("/widgets/set-outline/move-to", test_move_to);
  g_test_add_func ("/widgets/set-outline/insert-section", test_insert_section);
  g_test_add_func ("/widgets/set-outline/insert-items", test_insert_items);
  g_test_add_func ("/widgets/set-outline/duplicate", test_duplicate);
  g_test_add_func ("/widgets/set-outline/remove", test_remove);

  return g_test_run ();
}
