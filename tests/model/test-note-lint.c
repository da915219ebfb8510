#include "ik-note-lint.h"

#include <string.h>

/* Figures that the lists must reach; see features. */
#define MIN_HITS_PERCENT 90
#define MAX_FALSE_PER_10000_WORDS 1

static const char *const subject_names[] = { "age", "family", "health", "origin", "faith", "looks" };

/* The marks of a text as "subject:wording subject:wording". */
static char *
dup_marks (const IkNoteLint *lint,
           const char       *text,
           const char       *language)
{
  const char *languages[] = { language, NULL };
  g_autoptr(GArray) marks = ik_note_lint_check (lint, text, languages);
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < marks->len; i++)
    {
      const IkNoteMark *mark = &g_array_index (marks, IkNoteMark, i);

      g_assert_cmpuint (mark->start, <, mark->end);
      g_assert_cmpuint (mark->end, <=, strlen (text));
      g_string_append_printf (string, "%s%s:%.*s", i > 0 ? " " : "", subject_names[mark->subject],
                              (int) (mark->end - mark->start), text + mark->start);
    }

  return g_string_free (string, FALSE);
}

static GStrv
load_lines (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "model", "lint", name, NULL);
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return g_strsplit (text, "\n", -1);
}

/* Whether a sentence is marked for what it is about. */
static gboolean
is_hit (const char *sentence,
        const char *subject,
        const char *language)
{
  const char *languages[] = { language, NULL };
  g_autoptr(GArray) marks =
    ik_note_lint_check (ik_note_lint_get_default (), sentence, languages);

  for (guint i = 0; i < marks->len; i++)
    {
      if (g_str_equal (subject_names[g_array_index (marks, IkNoteMark, i).subject], subject))
        return TRUE;
    }

  g_test_message ("%s: not marked for %s: %s", language, subject, sentence);
  return FALSE;
}

static void
test_sentences (gconstpointer data)
{
  const char *language = data;
  g_autofree char *name = g_strconcat (language, ".txt", NULL);
  g_auto(GStrv) lines = load_lines (name);
  guint n_sentences = 0;
  guint n_hits = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto(GStrv) fields = g_strsplit (lines[i], "\t", 2);

      if (g_strv_length (fields) != 2)
        continue;

      n_sentences++;
      n_hits += is_hit (fields[1], fields[0], language);
    }

  g_test_message ("%s: %u of %u sentences marked", language, n_hits, n_sentences);
  g_assert_cmpuint (n_sentences, >=, 50);
  g_assert_cmpuint (n_hits * 100, >=, n_sentences * MIN_HITS_PERCENT);
}

/* What people write about things and about work is left alone, whatever
 * language the program speaks. */
static void
test_plain (gconstpointer data)
{
  const char *const ui_languages[] = { "en", "de", "es", "fr" };
  const char *language = data;
  g_autofree char *name = g_strconcat ("plain-", language, ".txt", NULL);
  g_auto(GStrv) lines = load_lines (name);
  guint n_marked = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      for (gsize j = 0; *lines[i] != '#' && j < G_N_ELEMENTS (ui_languages); j++)
        {
          g_autofree char *marks = dup_marks (ik_note_lint_get_default (), lines[i],
                                              ui_languages[j]);

          if (*marks != '\0')
            g_test_message ("%s: %s: %s", ui_languages[j], lines[i], marks);
          n_marked += *marks != '\0';
        }
    }
  g_assert_cmpuint (n_marked, ==, 0);
}

static const char list[] =
  "# a remark\n"
  "[common]\n"
  "the a\n"
  "[names]\n"
  "$he = he|she\n"
  "$who = $he|guest\n"
  "[age]\n"
  "too old|young\n"
  "young guest is #age\n"
  "$who (is) #age\n"
  "^ born in #year .\n"
  "[family]\n"
  "has ~ cats|dogs\n"
  "old dogs\n"
  "[health]\n"
  "grün*\n"
  "=mär\n"
  "größe\n"
  "[faith]\n"
  "$he is #age years\n"
  "[looks]\n"
  "nice hat\n"
  "[fine]\n"
  "nice hat trick\n"
  "never too old\n";

static const struct
{
  const char *text;
  const char *marks;
} cases[] = {
  { "", "" },
  { "nothing", "" },
  { "Too OLD and too young.", "age:Too OLD age:too young" },
  { "too\nold", "" },
  { "too-old, “too” ’young’", "age:too-old age:too” ’young" },
  { "he is 45", "age:he is 45" },
  { "The guest 45 too", "age:guest 45" },
  { "he is 15, she is 100, he is 99", "age:he is 99" },
  { "he is 99999999999999999999999", "" },
  { "he is 45 years", "faith:he is 45 years" },
  { "Born in 1970, here. Born in 1970 here. Was born in 1970.", "age:Born in 1970" },
  { "Here.\n- Born in 1970", "age:Born in 1970" },
  { "has cats", "family:has cats" },
  { "has, I think, two dogs", "family:has, I think, two dogs" },
  { "has two very small black dogs", "" },
  { "has two. Dogs", "" },
  { "GRÜNER, grun, gruener, gru\xcc\x88n", "health:GRÜNER health:grun health:gruener "
    "health:gru\xcc\x88n" },
  { "grau", "" },
  { "mär, mar, ma\xcc\x88r, maer", "health:mär health:ma\xcc\x88r health:maer" },
  { "größe, GROSSE, groesse", "health:größe health:GROSSE health:groesse" },
  { "nice hat", "looks:nice hat" },
  { "nice hat trick", "" },
  { "never too old", "" },
  { "too_old tooold", "" },
  { "he is 45 is 45", "age:he is 45" },
  { "she is too old dogs", "age:too old family:dogs" },
  { "has too old dogs", "family:has too old dogs" },
  { "she is too young guest is 45", "age:too young guest is 45" },
};

static void
test_forms (void)
{
  g_autoptr(IkNoteLint) lint = ik_note_lint_new ();
  g_autoptr(GError) error = NULL;

  ik_note_lint_add_list (lint, "en", list, &error);
  g_assert_no_error (error);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *marks = dup_marks (lint, cases[i].text, NULL);

      g_assert_cmpstr (marks, ==, cases[i].marks);
    }
}

/* Of two wordings that share a word, no word is left without its mark. */
static void
test_shared_word (void)
{
  g_autofree char *marks = dup_marks (ik_note_lint_get_default (), "She is a young mother.", "en");

  g_assert_cmpstr (marks, ==, "age:She is a young mother");
}

static void
test_languages (void)
{
  g_autoptr(IkNoteLint) lint = ik_note_lint_new ();
  g_autofree char *alone = NULL;
  g_autofree char *english = NULL;
  g_autofree char *german = NULL;
  g_autofree char *mixed = NULL;
  g_autofree char *used = NULL;

  g_assert_true (ik_note_lint_add_list (lint, "en", "[common]\nthe is\n[age]\nold\n", NULL));
  g_assert_true (ik_note_lint_add_list (lint, "de", "[common]\nder ist\n[age]\nalter\n", NULL));

  alone = dup_marks (lint, "alter, old", "en");
  english = dup_marks (lint, "is the alter table", "en_GB");
  german = dup_marks (lint, "der ist old", NULL);
  mixed = dup_marks (lint, "der is alter, old", NULL);
  used = dup_marks (lint, "is the alter table", "de_AT.UTF-8");

  g_assert_cmpstr (alone, ==, "age:alter age:old");
  g_assert_cmpstr (english, ==, "");
  g_assert_cmpstr (german, ==, "");
  g_assert_cmpstr (mixed, ==, "age:alter age:old");
  g_assert_cmpstr (used, ==, "age:alter");
}

/* What is no word in earnest is no reason to take long, or to cut a letter. */
static void
test_long_word (void)
{
  g_autoptr(IkNoteLint) lint = ik_note_lint_new ();
  g_autoptr(GString) text = g_string_new ("x");
  g_autofree char *marks = NULL;

  g_assert_true (ik_note_lint_add_list (lint, "en", "[age]\nold*\n", NULL));
  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "é");
  g_string_append (text, " older");

  marks = dup_marks (lint, text->str, "en");
  g_assert_cmpstr (marks, ==, "age:older");
}

static const struct
{
  const char *list;
  const char *message;
} faults[] = {
  { "word\n", "xx, line 1: “word” is in no section" },
  { "[age]\n\n[shape]\n", "xx, line 3: “[shape]” is no section" },
  { "[names]\nhe = she\n", "xx, line 2: “he = she” is not “$name = …”" },
  { "[age]\n$he old\n", "xx, line 2: “$he” has no meaning yet" },
  { "[age]\nold|\n", "xx, line 2: “” is no word" },
  { "[age]\nold.\n", "xx, line 2: “old.” is no word" },
  { "[age]\n~ old\n", "xx, line 2: “~ old” leaves too much open" },
  { "[age]\nold ~\n", "xx, line 2: “old ~” leaves too much open" },
  { "[age]\n(old)\n", "xx, line 2: “(old)” leaves too much open" },
};

static void
test_faults (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr(IkNoteLint) lint = ik_note_lint_new ();
      g_autoptr(GError) error = NULL;

      g_assert_false (ik_note_lint_add_list (lint, "xx", faults[i].list, &error));
      g_assert_error (error, IK_LINT_ERROR, IK_LINT_ERROR_SYNTAX);
      g_assert_cmpstr (error->message, ==, faults[i].message);
    }
}

static guint
count_words (const char *line)
{
  g_auto(GStrv) words = g_strsplit_set (line, " \t\r", -1);
  guint n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    n += *words[i] != '\0';

  return n;
}

/* Paragraph by paragraph, as notes are checked. */
static void
check_document (const char *path,
                guint      *n_words,
                guint      *n_marks)
{
  g_autofree char *text = NULL;
  g_autofree char *valid = NULL;
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) lines = NULL;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  valid = g_utf8_make_valid (text, (gssize) length);
  lines = g_strsplit (valid, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *languages[] = { "en", NULL };
      g_autoptr(GArray) marks =
        ik_note_lint_check (ik_note_lint_get_default (), lines[i], languages);

      *n_words += count_words (lines[i]);
      *n_marks += marks->len;
      for (guint j = 0; j < marks->len; j++)
        {
          const IkNoteMark *mark = &g_array_index (marks, IkNoteMark, j);
          g_autofree char *name = g_path_get_basename (path);

          g_test_message ("%.12s, line %u: %s: %.*s", name, i + 1, subject_names[mark->subject],
                          (int) (mark->end - mark->start), lines[i] + mark->start);
        }
    }
}

static void
test_documents (gconstpointer data)
{
  const char *shared = g_getenv ("IK_TEST_SHARED");
  g_autofree char *folder = g_build_filename (shared != NULL ? shared : "", data, NULL);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n_words = 0;
  guint n_marks = 0;

  if (shared == NULL || dir == NULL)
    {
      g_test_skip ("the documents are not here");
      return;
    }

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        check_document (path, &n_words, &n_marks);
    }

  g_test_message ("%u marks in %u words", n_marks, n_words);
  g_assert_cmpuint (n_marks * 10000, <=, n_words * MAX_FALSE_PER_10000_WORDS);
}

int
main (int   argc,
      char *argv[])
{
  const char *const languages[] = { "en", "de", "es", "fr" };
  const char *const folders[] = { "corpus/documents", "corpus/gold", "seeds" };

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *sentences = g_strconcat ("/model/note-lint/sentences/", languages[i], NULL);
      g_autofree char *plain = g_strconcat ("/model/note-lint/plain/", languages[i], NULL);

      g_test_add_data_func (sentences, languages[i], test_sentences);
      g_test_add_data_func (plain, languages[i], test_plain);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path = g_strconcat ("/model/note-lint/documents/", folders[i], NULL);

      g_test_add_data_func (path, folders[i], test_documents);
    }
  g_test_add_func ("/model/note-lint/forms", test_forms);
  g_test_add_func ("/model/note-lint/shared-word", test_shared_word);
  g_test_add_func ("/model/note-lint/languages", test_languages);
  g_test_add_func ("/model/note-lint/long-word", test_long_word);
  g_test_add_func ("/model/note-lint/faults", test_faults);

  return g_test_run ();
}
