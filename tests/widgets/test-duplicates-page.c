/* Questions that ask the same, as a person decides about them. */

#include "ik-bank.h"
#include "ik-duplicate-card.h"
#include "ik-duplicates-page.h"
#include "ik-import.h"
#include "ik-packs-page.h"
#include "ik-test-window.h"
#include "ik-word-difference.h"

static const char *const prompts[] = {
  "What is a cache?", "2. Explain what the cache is.", "So what's a cache?",
  "How does TCP open a connection?", "How does UDP open a connection?",
};

static void
store_pack (IkTestWindow *test)
{
  const IkImportOptions options = { .policy = IK_DUPLICATE_KEEP };
  g_autoptr(IkPack) pack = ik_pack_new ("Basics");
  IkSection *section = ik_section_new ("");
  g_autoptr(GError) error = NULL;
  g_autofree char *id = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (prompts); i++)
    g_ptr_array_add (section->questions, ik_question_new (prompts[i]));
  g_ptr_array_add (pack->sections, section);
  id = ik_import_store (ik_window_get_library (test->window), pack, &options, NULL, &error);
  g_assert_no_error (error);
}

static GtkWidget *
find_page (IkTestWindow *test)
{
  return ik_test_widgets_find (GTK_WIDGET (test->window), IK_TYPE_DUPLICATES_PAGE, NULL);
}

static gboolean
shows (IkTestWindow *test,
       const char   *name)
{
  GtkWidget *page = find_page (test);
  GtkWidget *stack = page != NULL ? ik_test_widgets_find (page, GTK_TYPE_STACK, NULL) : NULL;

  return stack != NULL && g_str_equal (gtk_stack_get_visible_child_name (GTK_STACK (stack)), name);
}

static gboolean
shows_pair (gpointer data)
{
  return shows (data, "pair");
}

static gboolean
shows_nothing (gpointer data)
{
  return shows (data, "nothing");
}

static guint
count_questions (IkTestWindow *test)
{
  g_autoptr(GPtrArray) questions =
    ik_bank_list_questions (ik_window_get_library (test->window), NULL, NULL, NULL);

  return questions->len;
}

static gboolean
has_five (gpointer data)
{
  return count_questions (data) == 5;
}

static gboolean
has_four (gpointer data)
{
  return count_questions (data) == 4;
}

static gboolean
has_three (gpointer data)
{
  return count_questions (data) == 3;
}

static const char *
get_prompt (IkTestWindow *test)
{
  GtkWidget *card = ik_test_widgets_find (find_page (test), IK_TYPE_DUPLICATE_CARD, NULL);

  return gtk_label_get_label (GTK_LABEL (ik_test_widgets_find (card, GTK_TYPE_LABEL,
                                                               "duplicate-prompt")));
}

static gboolean
shows_second_prompt (gpointer data)
{
  return g_str_equal (get_prompt (data), prompts[1]);
}

static void
open_page (IkTestWindow *test)
{
  store_pack (test);
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.show-page", "s", "packs");
  ik_test_window_wait_for (test, IK_TYPE_PACKS_PAGE);
  gtk_widget_activate_action (ik_test_widgets_find (GTK_WIDGET (test->window), IK_TYPE_PACKS_PAGE,
                                                    NULL), "packs.find-duplicates", "s", "");
  ik_test_widgets_wait (shows_pair, test);
  ik_test_widgets_settle ();
}

static void
press (IkTestWindow *test,
       const char   *key)
{
  ik_test_widgets_settle ();
  ik_test_widgets_press (GTK_WIDGET (test->window), key);
}

static void
test_merge (IkTestWindow  *test,
            gconstpointer  data)
{
  g_test_summary ("Two of three are merged by a key, the third is then compared with what is left; "
                  "undo shows it all again");

  open_page (test);
  g_assert_cmpstr (get_prompt (test), ==, prompts[0]);
  press (test, "key 2");
  ik_test_widgets_wait (has_four, test);
  ik_test_widgets_wait (shows_second_prompt, test);
  press (test, "key 1");
  ik_test_widgets_wait (has_three, test);
  ik_test_widgets_wait (shows_nothing, test);

  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.undo", NULL);
  ik_test_widgets_wait (has_four, test);
  ik_test_widgets_wait (shows_pair, test);
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.undo", NULL);
  ik_test_widgets_wait (has_five, test);
}

static void
test_keep_both (IkTestWindow  *test,
                gconstpointer  data)
{
  GtkWidget *page;

  g_test_summary ("Two that are kept are not shown together again; others of their group are");

  open_page (test);
  page = find_page (test);
  press (test, "key b");
  ik_test_widgets_settle ();
  press (test, "key b");
  ik_test_widgets_wait (shows_nothing, test);
  g_assert_cmpuint (count_questions (test), ==, 5);
  gtk_widget_activate_action (page, "duplicates.search", NULL);
  ik_test_widgets_wait (shows_pair, test);
  g_assert_cmpstr (get_prompt (test), ==, prompts[1]);
}

static void
test_next (IkTestWindow  *test,
           gconstpointer  data)
{
  GtkWidget *page;
  GtkWidget *other;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  open_page (test);
  page = find_page (test);
  other = gtk_widget_get_next_sibling (ik_test_widgets_find (page, IK_TYPE_DUPLICATE_CARD, NULL));
  first = g_strdup (gtk_label_get_label
                      (GTK_LABEL (ik_test_widgets_find (other, GTK_TYPE_LABEL, "duplicate-prompt"))));
  press (test, "key n");
  ik_test_widgets_settle ();
  second = g_strdup (gtk_label_get_label
                       (GTK_LABEL (ik_test_widgets_find (other, GTK_TYPE_LABEL, "duplicate-prompt"))));
  g_assert_cmpstr (first, ==, prompts[1]);
  g_assert_cmpstr (second, ==, prompts[2]);
  g_assert_cmpuint (count_questions (test), ==, 5);
}

static void
test_marks (void)
{
  const char *text = "How does TCP open a connection, quickly?";
  g_autoptr(GArray) spans = ik_word_difference_find (text, "How does UDP open the connection");
  const char *const expected[] = { "TCP", "a", "quickly" };

  g_assert_cmpuint (spans->len, ==, 3);
  for (guint i = 0; i < spans->len; i++)
    {
      const IkWordSpan *span = &g_array_index (spans, IkWordSpan, i);
      g_autofree char *word = g_strndup (text + span->start, span->end - span->start);

      g_assert_cmpstr (word, ==, expected[i]);
    }
}

static IkDuplicate *
create_duplicate (const char *details,
                  const char *level,
                  guint       n_guidance)
{
  IkDuplicate *self = g_new0 (IkDuplicate, 1);

  self->prompt = g_strdup ("What is **wrong** here?");
  self->details = g_strdup (details);
  self->pack_title = g_strdup ("Basics");
  self->section = g_strdup ("");
  self->n_guidance = n_guidance;
  self->summary = g_new0 (IkQuestionSummary, 1);
  self->summary->state = IK_QUESTION_STATE_READY;
  self->summary->level = g_strdup (level);
  self->summary->minutes = 5;
  self->summary->competency = g_strdup ("");
  self->summary->tags = g_ptr_array_new ();

  return self;
}

static gboolean
says (GtkWidget  *card,
      const char *text,
      gboolean    differs)
{
  for (GtkWidget *box = gtk_widget_get_last_child (gtk_widget_get_first_child (card)),
       *label = gtk_widget_get_first_child (box);
       label != NULL;
       label = gtk_widget_get_next_sibling (label))
    {
      if (g_str_equal (gtk_label_get_label (GTK_LABEL (label)), text))
        return gtk_widget_has_css_class (label, "differs") == differs;
    }

  return FALSE;
}

static void
test_card (void)
{
  GtkWidget *card = g_object_ref_sink (g_object_new (IK_TYPE_DUPLICATE_CARD, NULL));
  g_autoptr(IkDuplicate) one = create_duplicate ("Read:\n\n```js\nlet a = 1;\n```\n", "mid", 3);
  g_autoptr(IkDuplicate) other = create_duplicate ("Read:\n\n```js\nlet b = 1;\n```\n", "senior", 3);
  GtkWidget *prompt;

  g_test_summary ("What a question is and comes with stands below its words without markup; what "
                  "the other one has otherwise is bold");

  ik_duplicate_card_set (IK_DUPLICATE_CARD (card), one, other);
  prompt = ik_test_widgets_find (card, GTK_TYPE_LABEL, "duplicate-prompt");
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (prompt)), ==, "What is wrong here?");
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (gtk_widget_get_next_sibling (prompt))), ==,
                   "Read:\nlet a = 1;");
  g_assert_true (says (card, "Open · Mid · 5 min", TRUE));
  g_assert_true (says (card, "No reference answer · 3 points of guidance", FALSE));
  g_assert_true (says (card, "Basics", FALSE));

  g_assert_finalize_object (card);
}

#define ADD(name, func) \
  g_test_add ("/widgets/duplicates-page/" name, IkTestWindow, NULL, ik_test_window_set_up, func, \
              ik_test_window_tear_down)

int
main (int   argc,
      char *argv[])
{
  ik_test_window_init (&argc, &argv);

  g_test_add_func ("/widgets/duplicates-page/marks", test_marks);
  g_test_add_func ("/widgets/duplicates-page/card", test_card);
  ADD ("merge", test_merge);
  ADD ("keep-both", test_keep_both);
  ADD ("next", test_next);

  return g_test_run ();
}
