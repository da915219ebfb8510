#include <string.h>

#include "ik-hostile.h"
#include "ik-importer.h"

static IkPack *
read_file (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *data = NULL;
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr(GBytes) bytes = NULL;
  IkPack *pack;
  gsize size;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (g_steal_pointer (&data), size);
  pack = ik_importer_read (bytes, name, IK_DOCUMENT_KIND_UNKNOWN, NULL, &error);
  g_assert_no_error (error);

  return pack;
}

static void
cover (GByteArray *covered,
       guint       first,
       guint       last)
{
  g_assert_cmpuint (first, >=, 1);
  g_assert_cmpuint (last, >=, first);
  g_assert_cmpuint (last, <, covered->len);
  memset (covered->data + first, 1, last - first + 1);
}

/* Each line that isn't blank stands in a field or in the left-overs. */
static void
assert_all_lines_accounted (const char   *path,
                            const IkPack *pack)
{
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;
  g_autoptr(GByteArray) covered = g_byte_array_new ();

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  g_byte_array_set_size (covered, g_strv_length (lines) + 1);
  memset (covered->data, 0, covered->len);

  for (guint i = 0; i < pack->left_over->len; i++)
    {
      const IkLeftOver *left_over = pack->left_over->pdata[i];

      g_assert_cmpstr (left_over->reason, !=, "");
      g_assert_cmpstr (left_over->text, !=, "");
      cover (covered, left_over->first, left_over->last);
    }
  for (guint i = 0; i < pack->sections->len; i++)
    {
      const IkSection *section = pack->sections->pdata[i];

      for (guint j = 0; j < section->questions->len; j++)
        {
          const IkQuestion *question = section->questions->pdata[j];

          for (guint k = 0; k < question->lines->len; k++)
            {
              const IkLineSpan *span = &g_array_index (question->lines, IkLineSpan, k);

              cover (covered, span->first, span->last);
            }
        }
    }
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (g_strstrip (lines[i])[0] != '\0' && !covered->data[i + 1])
        g_error ("%s: line %u is in no field and not left over: %s", path, i + 1, lines[i]);
    }
}

static void
test_look_alike (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "look-alike.md", NULL);
  g_autoptr(IkPack) pack = read_file (path);
  guint n_positive = 0;
  guint n_red = 0;
  guint n_follow = 0;

  g_assert_cmpuint (pack->sections->len, ==, 5);
  g_assert_cmpuint (ik_pack_count_questions (pack), ==, 20);
  for (guint i = 0; i < pack->sections->len; i++)
    {
      const IkSection *section = pack->sections->pdata[i];

      for (guint j = 0; j < section->questions->len; j++)
        {
          const IkInterviewerText *text = &((IkQuestion *) section->questions->pdata[j])->interviewer;

          g_assert_cmpstr (text->reference_answer, !=, "");
          n_positive += text->positive_indicators->len;
          n_red += text->red_flags->len;
          n_follow += text->follow_ups->len;
        }
    }
  g_assert_cmpuint (n_positive, ==, 22);
  g_assert_cmpuint (n_red, ==, 20);
  g_assert_cmpuint (n_follow, ==, 8);
  g_assert_cmpstr (pack->language, ==, "en");
  g_assert_cmpuint (pack->left_over->len, ==, 1);
  assert_all_lines_accounted (path, pack);
}

static void
test_accounting (void)
{
  static const char *const folders[] = { "seeds", "corpus/documents" };
  const char *shared = g_getenv ("IK_TEST_SHARED");
  guint n_read = 0;

  for (guint i = 0; shared != NULL && i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *folder = g_build_filename (shared, folders[i], NULL);
      g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
      const char *name;

      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *path = g_build_filename (folder, name, NULL);
          g_autoptr(IkPack) pack = NULL;

          if (!g_str_has_suffix (name, ".txt") && !g_str_has_suffix (name, ".md"))
            continue;
          pack = read_file (path);
          g_assert_cmpuint (ik_pack_count_questions (pack), >, 0);
          assert_all_lines_accounted (path, pack);
          n_read++;
        }
    }
  if (n_read == 0)
    g_test_skip ("the documents to measure on are not here");
}

/* What careful readers counted in the documents to measure on; what else they
 * found there is compared by a script of its own. */
typedef struct
{
  const char *name;
  guint       n_questions;
  guint       n_answered;
  guint       n_follow_ups;
  guint       n_clarifying;
  guint       n_steps;
  guint       n_positive;
  guint       n_red_flags;
} Counts;

static const Counts counted[] = {
  { "000_ef865f48f2575139.txt", 56, 0, 47, 0, 0, 0, 0 },
  { "001_20202b6dc2940aa8.txt", 55, 50, 0, 0, 0, 0, 0 },
  { "002_8f76c98269de9370.txt", 48, 0, 0, 0, 0, 0, 0 },
  { "003_f2ae7aa8d842af88.txt", 200, 192, 0, 0, 0, 9, 7 },
  { "004_d7e6a37f5bad05e2.txt", 33, 0, 0, 90, 215, 184, 180 },
};

static void
count_question (const IkQuestion *question,
                Counts           *counts)
{
  const IkInterviewerText *text = &question->interviewer;

  counts->n_questions++;
  counts->n_answered += text->reference_answer[0] != '\0';
  counts->n_follow_ups += text->follow_ups->len;
  counts->n_clarifying += text->clarifying_questions->len;
  counts->n_steps += text->solution_steps->len;
  counts->n_positive += text->positive_indicators->len;
  counts->n_red_flags += text->red_flags->len;
}

static void
test_counts (gconstpointer data)
{
  const Counts *expected = data;
  const char *shared = g_getenv ("IK_TEST_SHARED");
  g_autofree char *path = g_build_filename (shared != NULL ? shared : "", "seeds", expected->name,
                                            NULL);
  g_autoptr(IkPack) pack = NULL;
  Counts counts = { NULL };

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("the documents to measure on are not here");
      return;
    }
  pack = read_file (path);
  for (guint i = 0; i < pack->sections->len; i++)
    {
      const IkSection *section = pack->sections->pdata[i];

      for (guint j = 0; j < section->questions->len; j++)
        count_question (section->questions->pdata[j], &counts);
    }
  g_assert_cmpuint (counts.n_questions, ==, expected->n_questions);
  g_assert_cmpuint (counts.n_answered, ==, expected->n_answered);
  g_assert_cmpuint (counts.n_follow_ups, ==, expected->n_follow_ups);
  g_assert_cmpuint (counts.n_clarifying, ==, expected->n_clarifying);
  g_assert_cmpuint (counts.n_steps, ==, expected->n_steps);
  g_assert_cmpuint (counts.n_positive, ==, expected->n_positive);
  g_assert_cmpuint (counts.n_red_flags, ==, expected->n_red_flags);
}

static void
test_title (void)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static ("Why?\nHow?\nWhen?\n", 16);
  g_autoptr(IkPack) by_name = ik_importer_read (bytes, "/tmp/my list.txt", IK_DOCUMENT_KIND_TEXT,
                                                NULL, NULL);

  g_assert_cmpstr (by_name->title, ==, "my list");
  g_assert_cmpuint (ik_pack_count_questions (by_name), ==, 3);
}

/* A word that any list of questions could have for a title is none. */
static void
test_generic_title (void)
{
  static const struct
  {
    const char *source;
    const char *title;
  } cases[] = {
    { "---\ntitle: 'Questions'\n---\n\n1. Why?\n2. How?\n3. When?\n", "my list" },
    { "---\ntitle: Questions\n---\n\n# Go interview\n\n## One\n\n1. Why?\n2. How?\n3. When?\n",
      "Go interview" },
    { "---\ntitle: Go questions\n---\n\n1. Why?\n2. How?\n3. When?\n", "Go questions" },
    { "# Fragen\n\n## Eins\n\n1. Warum?\n2. Wie?\n3. Wann?\n", "my list" },
    { "# 后端面试问题\n\n## One\n\n1. Why?\n2. How?\n3. When?\n", "后端面试问题" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GBytes) bytes = g_bytes_new_static (cases[i].source, strlen (cases[i].source));
      g_autoptr(IkPack) pack = ik_importer_read (bytes, "my list.md", IK_DOCUMENT_KIND_MARKDOWN,
                                                 NULL, NULL);

      g_assert_cmpstr (pack->title, ==, cases[i].title);
      g_assert_cmpuint (ik_pack_count_questions (pack), ==, 3);
    }
}

static void
test_no_question (void)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static ("Tea is warm.\n\nCups are round.\n", 30);
  g_autoptr(IkPack) pack = ik_importer_read (bytes, "a", IK_DOCUMENT_KIND_UNKNOWN, NULL, NULL);

  g_assert_cmpuint (ik_pack_count_questions (pack), ==, 0);
  g_assert_cmpuint (pack->sections->len, ==, 0);
  g_assert_cmpuint (pack->left_over->len, ==, 1);
}

static void
test_old_word (void)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", 10);
  g_autoptr(GError) error = NULL;

  g_assert_null (ik_importer_read (bytes, "a.doc", IK_DOCUMENT_KIND_UNKNOWN, NULL, &error));
  g_assert_error (error, IK_IMPORTER_ERROR, IK_IMPORTER_ERROR_NOT_TEXT);
  g_assert_nonnull (strstr (error->message, "DOCX"));
}

static void
test_too_many_blocks (void)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i <= IK_IMPORTER_MAX_BLOCKS; i++)
    g_string_append (text, "a\n\n");
  bytes = g_bytes_new (text->str, text->len);
  g_assert_null (ik_importer_read (bytes, "a", IK_DOCUMENT_KIND_MARKDOWN, NULL, &error));
  g_assert_error (error, IK_IMPORTER_ERROR, IK_IMPORTER_ERROR_TOO_LARGE);
}

static void
test_too_many_marks (void)
{
  static const char *const parts[] = { "![[]()", "[a](#b)\n" };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *text = ik_hostile_document (parts[i], 3000000);
      g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
      g_autoptr(GError) error = NULL;

      g_assert_null (ik_importer_read (bytes, "a", IK_DOCUMENT_KIND_MARKDOWN, NULL, &error));
      g_assert_error (error, IK_IMPORTER_ERROR, IK_IMPORTER_ERROR_TOO_LARGE);
    }
}

static void
test_too_many_questions (void)
{
  static const char *const questions[] = { "### Why a?\n\n", "Q: x?\nA: y\n\n" };

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      gsize size = strlen (questions[i]) * IK_IMPORTER_MAX_QUESTIONS;
      g_autofree char *most = ik_hostile_document (questions[i], size);
      g_autofree char *more = ik_hostile_document (questions[i], size + 1);
      g_autoptr(GBytes) most_bytes = g_bytes_new (most, strlen (most));
      g_autoptr(GBytes) more_bytes = g_bytes_new (more, strlen (more));
      g_autoptr(GError) error = NULL;
      g_autoptr(IkPack) pack = ik_importer_read (most_bytes, "a", IK_DOCUMENT_KIND_MARKDOWN, NULL, NULL);

      g_assert_cmpuint (ik_pack_count_questions (pack), ==, IK_IMPORTER_MAX_QUESTIONS);
      g_assert_null (ik_importer_read (more_bytes, "a", IK_DOCUMENT_KIND_MARKDOWN, NULL,
                                       &error));
      g_assert_error (error, IK_IMPORTER_ERROR, IK_IMPORTER_ERROR_TOO_LARGE);
    }
}

static void
test_cancelled (void)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static ("Why?\n", 5);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (ik_importer_read (bytes, "a", IK_DOCUMENT_KIND_TEXT, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Each is read or refused with a reason; that it takes time in proportion to
 * its size is for the benchmark to say. */
static void
test_hostile (void)
{
  static const IkDocumentKind kinds[] = {
    IK_DOCUMENT_KIND_MARKDOWN, IK_DOCUMENT_KIND_TEXT, IK_DOCUMENT_KIND_CSV, IK_DOCUMENT_KIND_JSON,
    IK_DOCUMENT_KIND_GIFT,
  };

  for (guint i = 0; ik_hostile_parts[i] != NULL; i++)
    {
      g_autofree char *text = ik_hostile_document (ik_hostile_parts[i], 20000);
      g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));

      for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
        {
          g_autoptr(GError) error = NULL;
          g_autoptr(IkPack) pack = ik_importer_read (bytes, "a", kinds[k], NULL, &error);

          g_assert_true ((pack != NULL) != (error != NULL));
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/importer/importer/look-alike", test_look_alike);
  g_test_add_func ("/importer/importer/accounting", test_accounting);
  for (guint i = 0; i < G_N_ELEMENTS (counted); i++)
    {
      g_autofree char *path = g_strconcat ("/importer/importer/counts/", counted[i].name, NULL);

      g_test_add_data_func (path, &counted[i], test_counts);
    }
  g_test_add_func ("/importer/importer/title", test_title);
  g_test_add_func ("/importer/importer/generic-title", test_generic_title);
  g_test_add_func ("/importer/importer/no-question", test_no_question);
  g_test_add_func ("/importer/importer/old-word", test_old_word);
  g_test_add_func ("/importer/importer/too-many-blocks", test_too_many_blocks);
  g_test_add_func ("/importer/importer/too-many-marks", test_too_many_marks);
  g_test_add_func ("/importer/importer/too-many-questions", test_too_many_questions);
  g_test_add_func ("/importer/importer/cancelled", test_cancelled);
  g_test_add_func ("/importer/importer/hostile", test_hostile);

  return g_test_run ();
}
