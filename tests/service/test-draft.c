/* The review of a document before anything of it is stored. */

#include "ik-draft.h"
#include "ik-pack-union.h"
#include "ik-pack-json.h"
#include "ik-text.h"

#include <glib/gstdio.h>

static const char guide[] =
  "# Guide\n"              /* 1 */
  "\n"
  "## Tea\n"               /* 3 */
  "\n"
  "### Why tea?\n"         /* 5 */
  "\n"
  "It is warm.\n"          /* 7 */
  "\n"
  "It is sweet.\n"         /* 9 */
  "\n"
  "### Which pot?\n"       /* 11 */
  "\n"
  "The blue one.\n"        /* 13 */
  "\n"
  "## Cups\n"              /* 15 */
  "\n"
  "### Whose cup?\n"       /* 17 */
  "\n"
  "Mine.";                 /* 19 */

typedef struct
{
  char    *path;
  IkDraft *draft;
} Fixture;

static void
wait_until_idle (IkDraft *draft)
{
  while (ik_draft_is_busy (draft))
    g_main_context_iteration (NULL, TRUE);
}

static void
open_text (Fixture    *fixture,
           const char *name,
           const char *text,
           gssize      length)
{
  g_autofree char *directory = g_dir_make_tmp ("test-draft-XXXXXX", NULL);
  g_autoptr(GFile) file = NULL;

  fixture->path = g_build_filename (directory, name, NULL);
  file = g_file_new_for_path (fixture->path);
  g_assert_true (g_file_set_contents (fixture->path, text, length, NULL));
  fixture->draft = ik_draft_new ();
  ik_draft_open (fixture->draft, file);
  wait_until_idle (fixture->draft);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  open_text (fixture, "guide.md", guide, -1);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *directory = g_path_get_dirname (fixture->path);

  /* A thread whose work was cancelled still holds it. */
  g_object_add_weak_pointer (G_OBJECT (fixture->draft), (gpointer *) &fixture->draft);
  g_object_unref (fixture->draft);
  while (fixture->draft != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_cmpint (g_rmdir (directory), ==, 0);
  g_free (fixture->path);
}

/* "Section: prompt = answer; …" */
static char *
dup_words (IkPack *pack)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < pack->sections->len; i++)
    {
      const IkSection *section = pack->sections->pdata[i];

      for (guint j = 0; j < section->questions->len; j++)
        {
          const IkQuestion *question = section->questions->pdata[j];
          g_autofree char *answer = g_strdup (question->interviewer.reference_answer);

          g_string_append_printf (words, "%s: %s = %s; ", section->title,
                                  question->candidate.prompt, g_strdelimit (answer, "\n", ' '));
        }
    }

  return g_string_free (words, FALSE);
}

static void
assert_draft (IkDraft    *draft,
              const char *expected)
{
  g_autofree char *words = NULL;

  wait_until_idle (draft);
  words = dup_words (ik_draft_get_content (draft)->pack);
  g_assert_cmpstr (words, ==, expected);
}

/* A letter for each line. */
static void
assert_marks (IkDraft    *draft,
              const char *expected)
{
  static const char letters[] = " tesiqdafprgf-";
  g_autoptr(GString) marks = g_string_new (NULL);
  const IkDraftLine *line;

  wait_until_idle (draft);
  for (guint i = 1; (line = ik_draft_content_get_line (ik_draft_get_content (draft), i)) != NULL;
       i++)
    g_string_append_c (marks, line->begins ? g_ascii_toupper (letters[line->mark])
                                           : letters[line->mark]);
  g_assert_cmpstr (marks->str, ==, expected);
}

#define AS_READ "Tea: Why tea? = It is warm.  It is sweet.; Tea: Which pot? = The blue one.; " \
  "Cups: Whose cup? = Mine.; "

static void
test_lines (Fixture       *fixture,
            gconstpointer  data)
{
  gsize length;
  guint first;
  guint last;

  g_test_summary ("Each line says what it became, and blank ones within something too");

  g_assert_cmpuint (ik_draft_count_lines (fixture->draft), ==, 19);
  assert_draft (fixture->draft, AS_READ);
  assert_marks (fixture->draft, "T S Q Aaa Q A S Q A");
  ik_draft_get_line (fixture->draft, 7, &length);
  g_assert_cmpuint (length, ==, strlen ("It is warm."));
  ik_draft_get_line (fixture->draft, 19, &length);
  g_assert_cmpuint (length, ==, strlen ("Mine."));

  g_assert_true (ik_draft_content_find_lines (ik_draft_get_content (fixture->draft), 8,
                                              &first, &last));
  g_assert_cmpuint (first, ==, 7);
  g_assert_cmpuint (last, ==, 9);
  g_assert_cmpuint (ik_draft_find_text (fixture->draft, 8), ==, 9);
  g_assert_cmpuint (ik_draft_find_text (fixture->draft, 2), ==, 0);
}

static void
test_steps (Fixture       *fixture,
            gconstpointer  data)
{
  IkDraft *draft = fixture->draft;

  g_test_summary ("A step is taken back and done again; another one ends what could be");

  g_assert_null (ik_draft_get_undo_label (draft));
  ik_draft_correct (draft, ik_correction_new (IK_CORRECTION_ROLE, 9, IK_ROLE_UNWANTED), "Away");
  assert_draft (draft, "Tea: Why tea? = It is warm.; Tea: Which pot? = The blue one.; "
                "Cups: Whose cup? = Mine.; ");
  assert_marks (draft, "T S Q A - Q A S Q A");
  g_assert_cmpstr (ik_draft_get_undo_label (draft), ==, "Away");

  ik_draft_undo (draft);
  assert_draft (draft, AS_READ);
  g_assert_null (ik_draft_get_undo_label (draft));
  g_assert_cmpstr (ik_draft_get_redo_label (draft), ==, "Away");
  ik_draft_redo (draft);
  assert_marks (draft, "T S Q A - Q A S Q A");

  ik_draft_undo (draft);
  ik_draft_correct (draft, ik_correction_new (IK_CORRECTION_ROLE, 11, IK_ROLE_ANSWER), "Merge");
  assert_draft (draft, "Tea: Why tea? = It is warm.  It is sweet.  #### Which pot?  "
                "The blue one.; Cups: Whose cup? = Mine.; ");
  g_assert_null (ik_draft_get_redo_label (draft));
}

static void
test_accept (Fixture       *fixture,
             gconstpointer  data)
{
  IkDraft *draft = fixture->draft;
  g_autoptr(GBytes) accepted = NULL;
  g_autoptr(IkPack) pack = NULL;
  g_autofree char *words = NULL;

  g_test_summary ("What is left out stays so when other questions come or go");

  ik_draft_set_all_accepted (draft, FALSE);
  g_assert_cmpuint (ik_draft_count_accepted (draft), ==, 0);
  ik_draft_set_accepted (draft, 2, TRUE);
  ik_draft_set_accepted (draft, 2, TRUE);
  g_assert_cmpuint (ik_draft_count_accepted (draft), ==, 1);
  ik_draft_correct (draft, ik_correction_new (IK_CORRECTION_ROLE, 11, IK_ROLE_ANSWER), "Merge");
  wait_until_idle (draft);
  g_assert_false (ik_draft_is_accepted (draft, 0));
  g_assert_true (ik_draft_is_accepted (draft, 1));
  g_assert_cmpuint (ik_draft_count_accepted (draft), ==, 1);
  ik_draft_undo (draft);
  wait_until_idle (draft);
  ik_draft_set_all_accepted (draft, TRUE);
  g_assert_cmpuint (ik_draft_count_accepted (draft), ==, 3);
  ik_draft_correct (draft, ik_correction_new (IK_CORRECTION_ROLE, 11, IK_ROLE_ANSWER), "Merge");
  wait_until_idle (draft);
  g_assert_cmpuint (ik_draft_count_accepted (draft), ==, 2);
  ik_draft_undo (draft);
  ik_draft_undo (draft);
  ik_draft_correct (draft, ik_correction_new (IK_CORRECTION_ROLE, 11, IK_ROLE_ANSWER), "Merge");
  wait_until_idle (draft);

  accepted = ik_draft_dup_accepted (draft);
  pack = ik_draft_content_pick (ik_draft_get_content (draft), accepted);
  words = dup_words (pack);
  g_assert_cmpstr (words, ==, "Cups: Whose cup? = Mine.; ");

  for (guint i = 0; i < 3; i++)
    ik_draft_undo (draft);
  g_assert_null (ik_draft_get_undo_label (draft));
  wait_until_idle (draft);
  g_assert_cmpuint (ik_draft_count_accepted (draft), ==, 3);
}

static void
test_edit (Fixture       *fixture,
           gconstpointer  data)
{
  IkDraft *draft = fixture->draft;
  g_autoptr(IkQuestion) question =
    ik_question_copy (ik_draft_content_get_question (ik_draft_get_content (draft), 1)->question);
  const IkQuestion *edited;

  g_test_summary ("An edit is a step like any other, and the question stays the same one");

  g_free (question->candidate.prompt);
  question->candidate.prompt = g_strdup ("Which pot, and why?");
  ik_draft_edit (draft, 1, question);
  wait_until_idle (draft);
  edited = ik_draft_content_get_question (ik_draft_get_content (draft), 1)->question;
  g_assert_cmpstr (edited->candidate.prompt, ==, "Which pot, and why?");
  g_assert_cmpstr (edited->id, ==, question->id);
  assert_marks (draft, "T S Q Aaa Q A S Q A");

  ik_draft_undo (draft);
  assert_draft (draft, AS_READ);
  edited = ik_draft_content_get_question (ik_draft_get_content (draft), 1)->question;
  g_assert_cmpstr (edited->id, ==, question->id);
}

static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  IkDraft *draft = fixture->draft;

  g_test_summary ("Work that is cancelled takes its step with it");

  ik_draft_correct (draft, ik_correction_new (IK_CORRECTION_ROLE, 9, IK_ROLE_UNWANTED), "Away");
  g_assert_true (ik_draft_is_busy (draft));
  ik_draft_cancel (draft);
  g_assert_false (ik_draft_is_busy (draft));
  g_assert_null (ik_draft_get_undo_label (draft));

  /* What is cancelled returns at once, before a step that is asked for later. */
  ik_draft_correct (draft, ik_correction_new (IK_CORRECTION_ROLE, 13, IK_ROLE_UNWANTED), "Later");
  wait_until_idle (draft);
  ik_draft_undo (draft);
  assert_draft (draft, AS_READ);
  g_assert_null (ik_draft_get_undo_label (draft));
}

static void
test_cancel_keeps_choices (Fixture       *fixture,
                           gconstpointer  data)
{
  IkDraft *draft = fixture->draft;

  g_test_summary ("What was accepted before the work that is cancelled stays accepted");

  ik_draft_set_accepted (draft, 0, FALSE);
  ik_draft_correct (draft, ik_correction_new (IK_CORRECTION_ROLE, 9, IK_ROLE_UNWANTED), "Away");
  ik_draft_set_accepted (draft, 1, FALSE);
  ik_draft_cancel (draft);
  g_assert_false (ik_draft_is_accepted (draft, 0));
  g_assert_true (ik_draft_is_accepted (draft, 1));
  assert_draft (draft, AS_READ);
}

static void
test_cancel_after_undo (Fixture       *fixture,
                        gconstpointer  data)
{
  IkDraft *draft = fixture->draft;

  g_test_summary ("A step that takes the place of undone ones can be cancelled with them");

  ik_draft_correct (draft, ik_correction_new (IK_CORRECTION_ROLE, 9, IK_ROLE_UNWANTED), "Away");
  wait_until_idle (draft);
  ik_draft_correct (draft, ik_correction_new (IK_CORRECTION_ROLE, 13, IK_ROLE_UNWANTED), "Away");
  wait_until_idle (draft);
  ik_draft_undo (draft);
  ik_draft_undo (draft);
  ik_draft_set_accepted (draft, 0, FALSE);
  ik_draft_cancel (draft);
  g_assert_false (ik_draft_is_accepted (draft, 0));
  g_assert_null (ik_draft_get_redo_label (draft));
}

static void
test_cancel_after_fork (Fixture       *fixture,
                        gconstpointer  data)
{
  IkDraft *draft = fixture->draft;

  g_test_summary ("Where another step took the place of those that the draft still shows, "
                  "cancelling it brings them back");

  ik_draft_correct (draft, ik_correction_new (IK_CORRECTION_ROLE, 9, IK_ROLE_UNWANTED), "One");
  wait_until_idle (draft);
  ik_draft_correct (draft, ik_correction_new (IK_CORRECTION_ROLE, 13, IK_ROLE_UNWANTED), "Two");
  wait_until_idle (draft);
  ik_draft_set_accepted (draft, 2, FALSE);
  for (guint i = 0; i < 3; i++)
    ik_draft_undo (draft);
  ik_draft_set_accepted (draft, 0, FALSE);
  ik_draft_correct (draft, ik_correction_new (IK_CORRECTION_ROLE, 7, IK_ROLE_UNWANTED), "Three");
  ik_draft_cancel (draft);

  assert_marks (draft, "T S Q A - Q - S Q A");
  g_assert_false (ik_draft_is_accepted (draft, 0));
  g_assert_true (ik_draft_is_accepted (draft, 2));
  g_assert_cmpstr (ik_draft_get_redo_label (draft), ==, "Three");
  ik_draft_undo (draft);
  g_assert_cmpstr (ik_draft_get_undo_label (draft), ==, "Two");
  ik_draft_undo (draft);
  g_assert_cmpstr (ik_draft_get_undo_label (draft), ==, "One");
  assert_marks (draft, "T S Q A - Q A S Q A");
  ik_draft_undo (draft);
  assert_draft (draft, AS_READ);
  g_assert_null (ik_draft_get_undo_label (draft));
}

static void
keep_label_cb (char       **target,
               const char  *label)
{
  *target = g_strdup (label);
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  IkDraft *draft = fixture->draft;
  g_autofree char *label = NULL;

  g_test_summary ("A step that can't be done is told, and leaves nothing to take back");

  g_signal_connect_swapped (draft, "refused", G_CALLBACK (keep_label_cb), &label);
  ik_draft_correct (draft, ik_correction_new (IK_CORRECTION_ROLE, 9, IK_ROLE_UNWANTED), "Away");
  wait_until_idle (draft);
  g_assert_null (label);
  ik_draft_correct (draft, ik_correction_new (IK_CORRECTION_SPLIT, 13, IK_ROLE_UNKNOWN), "Split");
  wait_until_idle (draft);
  g_assert_cmpstr (label, ==, "Split");
  g_assert_cmpstr (ik_draft_get_undo_label (draft), ==, "Away");
  g_assert_null (ik_draft_get_redo_label (draft));
  assert_marks (draft, "T S Q A - Q A S Q A");
}

static void
test_tags (void)
{
  Fixture fixture = { NULL };

  g_test_summary ("Tags around what is folded away are no part of it, those within it are");

  open_text (&fixture, "folded.md",
             "# Guide\n"                      /* 1 */
             "\n"
             "A list of **short** questions for everybody who makes tea.\n"
             "\n"
             "## Tea\n"                       /* 5 */
             "\n"
             "<details>\n"                    /* 7 */
             "<summary>Why?</summary>\n"
             "\n"
             "It is warm.\n"                  /* 10 */
             "<br>\n"
             "It is sweet.\n"                 /* 12 */
             "\n"
             "</details>\n"                   /* 14 */
             "\n"
             "<details>\n"                    /* 16 */
             "<summary>How?</summary>\n"
             "\n"
             "Hot.\n"                         /* 19 */
             "</details>\n", -1);
  assert_marks (fixture.draft, "T E S  Q Aaa    Q A ");

  tear_down (&fixture, NULL);
}

static void
test_one_line (void)
{
  static const char records[] =
    "[{\"question\": \"Why?\", \"answer\": \"So.\"}, "
    "{\"question\": \"Which?\", \"answer\": \"This.\"}, "
    "{\"question\": \"Whose?\", \"answer\": \"Mine.\"}]";
  Fixture fixture = { NULL };
  g_autoptr(IkQuestion) edited = ik_question_new ("Which one?");
  const IkDraftContent *content;

  g_test_summary ("Of the records on one line the one that is meant is edited");

  open_text (&fixture, "records.json", records, -1);
  content = ik_draft_get_content (fixture.draft);
  for (guint i = 0; i < 3; i++)
    g_assert_true (ik_draft_content_holds_line (content, i, 1));
  g_assert_false (ik_draft_content_holds_line (content, 1, 2));
  g_assert_false (ik_draft_content_holds_line (content, 3, 1));
  ik_draft_edit (fixture.draft, 1, edited);
  assert_draft (fixture.draft, ": Why? = So.; : Which one? = ; : Whose? = Mine.; ");

  tear_down (&fixture, NULL);
}

static void
keep_error_cb (GError       **target,
               const GError  *error)
{
  *target = g_error_copy (error);
}

static void
test_failed_step (void)
{
  Fixture fixture = { NULL };
  g_autoptr(GError) error = NULL;

  g_test_summary ("A step whose draft can't be made is taken back");

  open_text (&fixture, "records.json", "[{\"question\": \"Why?\"}, {\"question\": \"How?\"}]", -1);
  g_assert_nonnull (ik_draft_get_content (fixture.draft));
  g_signal_connect_swapped (fixture.draft, "failed", G_CALLBACK (keep_error_cb), &error);
  /* Nothing that a person can do makes this fail. */
  ik_draft_get_document (fixture.draft)->text[0] = '!';
  ik_draft_correct (fixture.draft, ik_correction_new (IK_CORRECTION_ROLE, 1, IK_ROLE_UNWANTED),
                    "Away");
  wait_until_idle (fixture.draft);
  g_assert_nonnull (error);
  g_assert_null (ik_draft_get_undo_label (fixture.draft));

  tear_down (&fixture, NULL);
}

static void
test_pack_file (void)
{
  Fixture fixture = { NULL };
  g_autoptr(IkPack) pack = ik_pack_new ("Pack");
  IkSection *section = ik_section_new ("Only");
  g_autoptr(IkQuestion) edited = ik_question_new ("Second, edited?");
  g_autoptr(GBytes) bytes = NULL;

  g_test_summary ("A pack file has no lines, but its questions are edited as well");

  g_ptr_array_add (section->questions, ik_question_new ("First?"));
  g_ptr_array_add (section->questions, ik_question_new ("Second?"));
  g_ptr_array_add (pack->sections, section);
  bytes = ik_pack_to_bytes (pack);
  open_text (&fixture, "pack.ikpack", g_bytes_get_data (bytes, NULL),
             (gssize) g_bytes_get_size (bytes));

  g_assert_null (ik_draft_get_document (fixture.draft));
  g_assert_cmpuint (ik_draft_count_lines (fixture.draft), ==, 0);
  ik_draft_edit (fixture.draft, 1, edited);
  assert_draft (fixture.draft, "Only: First? = ; Only: Second, edited? = ; ");
  ik_draft_undo (fixture.draft);
  assert_draft (fixture.draft, "Only: First? = ; Only: Second? = ; ");

  tear_down (&fixture, NULL);
}

static void
test_failure (void)
{
  g_autoptr(IkDraft) draft = ik_draft_new ();
  g_autoptr(GFile) file = g_file_new_for_path ("/nowhere/at-all.md");
  g_autoptr(GError) error = NULL;

  g_test_summary ("A file that can't be read is told once");

  g_signal_connect_swapped (draft, "failed", G_CALLBACK (keep_error_cb), &error);
  ik_draft_open (draft, file);
  wait_until_idle (draft);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_null (ik_draft_get_content (draft));
}

static IkPack *
create_pack (const char *title,
             const char *section_title,
             const char *prompt)
{
  IkPack *pack = ik_pack_new (title);
  IkSection *section = ik_section_new (section_title);

  g_ptr_array_add (section->questions, ik_question_new (prompt));
  g_ptr_array_add (pack->sections, section);

  return pack;
}

static void
test_union (void)
{
  g_autoptr(GPtrArray) packs = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_pack_free);
  g_autoptr(IkPack) all = NULL;
  g_autofree char *words = NULL;

  g_test_summary ("Sections of several packs stay apart, and say whose they are where they must");

  g_ptr_array_add (packs, create_pack ("A", "Basics", "1?"));
  g_ptr_array_add (packs, create_pack ("B", "Basics", "2?"));
  g_ptr_array_add (packs, create_pack ("C", "Trees", "3?"));
  g_ptr_array_add (packs, create_pack ("D", "", "4?"));
  all = ik_pack_union_new (packs, NULL, "All");
  words = dup_words (all);
  g_assert_cmpstr (all->title, ==, "All");
  g_assert_cmpstr (words, ==, "A: Basics: 1? = ; B: Basics: 2? = ; Trees: 3? = ; D: 4? = ; ");
}

static IkPack *
create_pack_with_scales (const char *author,
                         const char *question_id,
                         const char *level)
{
  IkPack *pack = create_pack (author, "S", "Why?");
  IkQuestion *question = ((IkSection *) pack->sections->pdata[0])->questions->pdata[0];
  IkRubric *rubric = ik_rubric_new ("r", "Scale");

  g_ptr_array_add (rubric->levels, ik_rubric_level_new (1, level, ""));
  g_ptr_array_add (pack->rubrics, rubric);
  g_ptr_array_add (pack->competencies, ik_competency_new ("c", "Depth", ""));
  ik_text_set (&pack->author, author);
  ik_text_set (&question->id, question_id);
  ik_text_set (&question->rubric_id, "r");
  ik_text_set (&question->competency_id, "c");

  return pack;
}

static void
test_union_ids (void)
{
  g_autoptr(GPtrArray) packs = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_pack_free);
  g_autoptr(IkPack) all = NULL;
  const IkQuestion *questions[3];

  g_test_summary ("What several packs bring with one id comes in once, or with an id of its own");

  g_ptr_array_add (packs, create_pack_with_scales ("Ada", "1", "Low"));
  g_ptr_array_add (packs, create_pack_with_scales ("Bob", "1", "Low"));
  g_ptr_array_add (packs, create_pack_with_scales ("Ada", "2", "Poor"));
  all = ik_pack_union_new (packs, NULL, "All");
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    questions[i] = ((IkSection *) all->sections->pdata[i])->questions->pdata[0];

  g_assert_cmpstr (all->author, ==, "Ada, Bob");
  g_assert_cmpuint (all->competencies->len, ==, 1);
  g_assert_cmpuint (all->rubrics->len, ==, 2);
  g_assert_cmpstr (questions[0]->id, ==, "1");
  g_assert_cmpstr (questions[1]->id, !=, "1");
  g_assert_cmpstr (questions[2]->id, ==, "2");
  g_assert_cmpstr (questions[1]->rubric_id, ==, "r");
  g_assert_cmpstr (questions[2]->rubric_id, !=, "r");
  g_assert_cmpstr (questions[2]->rubric_id, ==, ((IkRubric *) all->rubrics->pdata[1])->id);
  g_assert_cmpstr (questions[2]->competency_id, ==, "c");
}

static void
test_union_decisions (void)
{
  g_autoptr(GPtrArray) packs = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_pack_free);
  g_autoptr(GPtrArray) decisions =
    g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  g_autoptr(IkPack) all = NULL;

  g_test_summary ("What was decided about a question is found by the id that it has in all");

  for (guint i = 0; i < 2; i++)
    {
      GHashTable *decided = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      g_hash_table_insert (decided, g_strdup ("1"),
                           GUINT_TO_POINTER (i == 0 ? IK_DUPLICATE_SKIP : IK_DUPLICATE_KEEP));
      g_ptr_array_add (decisions, decided);
      g_ptr_array_add (packs, create_pack_with_scales ("Ada", "1", "Low"));
    }
  all = ik_pack_union_new (packs, decisions, "All");
  for (guint i = 0; i < 2; i++)
    {
      const IkQuestion *question = ((IkSection *) all->sections->pdata[i])->questions->pdata[0];

      g_assert_cmpuint (g_hash_table_size (decisions->pdata[i]), ==, 1);
      g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (decisions->pdata[i], question->id)),
                        ==, i == 0 ? IK_DUPLICATE_SKIP : IK_DUPLICATE_KEEP);
    }
}

#define ADD(path, func) g_test_add ("/service/draft/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("lines", test_lines);
  ADD ("steps", test_steps);
  ADD ("accept", test_accept);
  ADD ("edit", test_edit);
  ADD ("cancel", test_cancel);
  ADD ("cancel-keeps-choices", test_cancel_keeps_choices);
  ADD ("cancel-after-undo", test_cancel_after_undo);
  ADD ("cancel-after-fork", test_cancel_after_fork);
  ADD ("refused", test_refused);
  g_test_add_func ("/service/draft/tags", test_tags);
  g_test_add_func ("/service/draft/one-line", test_one_line);
  g_test_add_func ("/service/draft/failed-step", test_failed_step);
  g_test_add_func ("/service/draft/pack-file", test_pack_file);
  g_test_add_func ("/service/draft/failure", test_failure);
  g_test_add_func ("/service/draft/union", test_union);
  g_test_add_func ("/service/draft/union-ids", test_union_ids);
  g_test_add_func ("/service/draft/union-decisions", test_union_decisions);

  return g_test_run ();
}
