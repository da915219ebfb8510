/* What a person corrects about a draft. */

#include <string.h>

#include "ik-importer.h"

static const char guide[] =
  "# Guide\n"              /* 1 */
  "\n"
  "## Tea\n"               /* 3 */
  "\n"
  "### Why tea?\n"         /* 5 */
  "\n"
  "It is warm.\n"          /* 7 */
  "\n"
  "#### Mind\n"            /* 9 */
  "\n"
  "Not too hot.\n"         /* 11 */
  "\n"
  "### Which pot?\n"       /* 13 */
  "\n"
  "The blue one.\n"        /* 15 */
  "It pours well.\n"       /* 16 */
  "\n"
  "#### Mind\n"            /* 18 */
  "\n"
  "It breaks.\n"           /* 20 */
  "\n"
  "### Whose cup?\n"       /* 22 */
  "\n"
  "Mine.\n"                /* 24 */
  "\n"
  "### How much sugar?\n"  /* 26 */
  "\n"
  "None.\n";               /* 28 */

static IkDocument *
open_guide (void)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (guide, strlen (guide));
  g_autoptr(GError) error = NULL;
  IkDocument *document = ik_document_open (bytes, "guide.md", IK_DOCUMENT_KIND_MARKDOWN, NULL,
                                           &error);

  g_assert_no_error (error);
  return document;
}

/* The draft in short: "Section: prompt = answer; …", the answer on one line. */
static char *
draft (GPtrArray *corrections)
{
  g_autoptr(IkDocument) document = open_guide ();
  g_autoptr(GError) error = NULL;
  g_autoptr(IkPack) pack = ik_importer_draft (document, corrections, NULL, &error);
  GString *found = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < pack->sections->len; i++)
    {
      const IkSection *section = pack->sections->pdata[i];

      for (guint n = 0; n < section->questions->len; n++)
        {
          const IkQuestion *question = section->questions->pdata[n];
          g_autofree char *answer = g_strdup (question->interviewer.reference_answer);

          g_string_append_printf (found, "%s: %s = %s", section->title, question->candidate.prompt,
                                  g_strdelimit (answer, "\n", ' '));
          for (guint k = 0; k < question->interviewer.follow_ups->len; k++)
            g_string_append_printf (found, " + %s",
                                    (char *) question->interviewer.follow_ups->pdata[k]);
          g_string_append (found, "; ");
        }
    }

  return g_string_free (found, FALSE);
}

static void
assert_draft (GPtrArray  *corrections,
              const char *expected)
{
  g_autofree char *found = draft (corrections);

  g_assert_cmpstr (found, ==, expected);
}

static GPtrArray *
corrections_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ik_correction_free);
}

static void
correct (GPtrArray        *corrections,
         IkCorrectionKind  kind,
         guint             line,
         IkRole            role)
{
  g_ptr_array_add (corrections, ik_correction_new (kind, line, role));
}

#define THE_REST "How much sugar? = None.; "

#define AS_LEARNT \
  "Tea: Why tea? = It is warm.  #### Mind  Not too hot.; " \
  "Tea: Which pot? = The blue one. It pours well.  #### Mind  It breaks.; " \
  "Tea: Whose cup? = Mine.; Tea: " THE_REST

static void
test_role (void)
{
  g_autoptr(GPtrArray) corrections = corrections_new ();

  g_test_summary ("One block becomes what a person says, and the last word holds");

  assert_draft (NULL, AS_LEARNT);
  correct (corrections, IK_CORRECTION_ROLE, 11, IK_ROLE_FOLLOW_UP);
  correct (corrections, IK_CORRECTION_ROLE, 13, IK_ROLE_SECTION);
  correct (corrections, IK_CORRECTION_ROLE, 15, IK_ROLE_PROMPT);
  correct (corrections, IK_CORRECTION_ROLE, 9, IK_ROLE_PROMPT);
  correct (corrections, IK_CORRECTION_ROLE, 9, IK_ROLE_UNWANTED);
  assert_draft (corrections,
                "Tea: Why tea? = It is warm. + Not too hot.; "
                "Which pot?: The blue one. It pours well. = #### Mind  It breaks.; "
                "Which pot?: Whose cup? = Mine.; Which pot?: " THE_REST);

  g_ptr_array_set_size (corrections, 0);
  assert_draft (corrections, AS_LEARNT);
}

static void
test_role_of_kind (void)
{
  g_autoptr(GPtrArray) corrections = corrections_new ();

  g_test_summary ("All blocks that look alike follow, and what is below them too");

  correct (corrections, IK_CORRECTION_ROLE_OF_KIND, 9, IK_ROLE_PROMPT);
  correct (corrections, IK_CORRECTION_ROLE_OF_KIND, 22, IK_ROLE_SECTION);
  correct (corrections, IK_CORRECTION_ROLE, 7, IK_ROLE_UNWANTED);
  assert_draft (corrections,
                "Why tea?: Mind = Not too hot.; Which pot?: Mind = It breaks.; ");
}

static void
test_split_and_join (void)
{
  g_autoptr(GPtrArray) corrections = corrections_new ();

  g_test_summary ("A paragraph is cut at a line, and what was torn is put together");

  correct (corrections, IK_CORRECTION_SPLIT, 16, IK_ROLE_UNKNOWN);
  correct (corrections, IK_CORRECTION_ROLE, 16, IK_ROLE_FOLLOW_UP);
  correct (corrections, IK_CORRECTION_JOIN, 11, IK_ROLE_UNKNOWN);
  correct (corrections, IK_CORRECTION_JOIN, 22, IK_ROLE_UNKNOWN);
  assert_draft (corrections,
                "Tea: Why tea? = It is warm.  #### Mind Not too hot.; "
                "Tea: Which pot? = The blue one.  #### Mind  It breaks. Whose cup?  Mine."
                " + It pours well.; Tea: " THE_REST);
}

static void
test_nowhere (void)
{
  g_autoptr(GPtrArray) corrections = corrections_new ();

  g_test_summary ("Lines where nothing stands are passed over");

  correct (corrections, IK_CORRECTION_ROLE, 2, IK_ROLE_PROMPT);
  correct (corrections, IK_CORRECTION_ROLE, 9999, IK_ROLE_PROMPT);
  correct (corrections, IK_CORRECTION_SPLIT, 0, IK_ROLE_UNKNOWN);
  correct (corrections, IK_CORRECTION_SPLIT, 15, IK_ROLE_UNKNOWN);
  correct (corrections, IK_CORRECTION_JOIN, 1, IK_ROLE_UNKNOWN);
  assert_draft (corrections, AS_LEARNT);
  for (guint i = 0; i < corrections->len; i++)
    g_assert_cmpint (((IkCorrection *) corrections->pdata[i])->is_refused, ==, i >= 2);
}

static void
test_edit (void)
{
  g_autoptr(GPtrArray) corrections = corrections_new ();
  g_autoptr(IkQuestion) question = ik_question_new ("Which kettle?");

  g_test_summary ("An edited question keeps its place and its lines");

  g_ptr_array_add (corrections, ik_correction_new_edit (13, 0, question));
  g_ptr_array_add (corrections, ik_correction_new_edit (14, 0, question));
  assert_draft (corrections,
                "Tea: Why tea? = It is warm.  #### Mind  Not too hot.; Tea: Which kettle? = ; "
                "Tea: Whose cup? = Mine.; Tea: " THE_REST);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/importer/correction/role", test_role);
  g_test_add_func ("/importer/correction/role-of-kind", test_role_of_kind);
  g_test_add_func ("/importer/correction/split-and-join", test_split_and_join);
  g_test_add_func ("/importer/correction/nowhere", test_nowhere);
  g_test_add_func ("/importer/correction/edit", test_edit);

  return g_test_run ();
}
