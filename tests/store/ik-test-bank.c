#include "ik-test-bank.h"

#include "ik-library.h"

#include <math.h>
#include <sqlite3.h>

/* An invented bank of any size: words as common and as rare as in a language,
 * all kinds, states and levels, tags, competencies, sets; the same each time.
 * Made in one transaction of its own, ten times as fast as by an import. */

#define N_WORDS 30000
#define QUESTIONS_PER_SECTION 100
#define SECTIONS_PER_PACK 20
#define N_TAGS 60
#define N_COMPETENCIES 24
#define PROMPT_BYTES 60
#define ANSWER_BYTES 850

/* Each stands in one of 50 answers. */
static const char *const rare_texts[] = {
  "Prüfung", "naïve", "résumé", "Ångström", "設計の質問", "障害をひとつ",
};

static const char *const kinds[] = {
  "open", "behavioural", "scenario", "design", "coding", "choice", "opening", "closing",
  "candidate_questions",
};

static const char *const levels[] = { "", "junior", "mid", "senior", "Senior", "wizard" };

static const char *const states[] = {
  "ready", "ready", "ready", "ready", "ready", "ready", "ready", "draft", "draft", "archived",
};

static char *
make_word (GRand *rand)
{
  static const char letters[] = "eeeeeeetttttaaaaooooiiiinnnnsssshhhrrrddlluucmfwypvbgkjqxz";
  guint length = (guint) g_rand_int_range (rand, 2, 12);
  GString *word = g_string_new (NULL);

  for (guint i = 0; i < length; i++)
    g_string_append_c (word, letters[g_rand_int_range (rand, 0, sizeof letters - 1)]);

  return g_string_free (word, FALSE);
}

/**
 * ik_test_bank_get_word:
 * @index: which
 *
 * Returns: (transfer none): a word of the banks, the commonest first
 */
const char *
ik_test_bank_get_word (guint index)
{
  static GPtrArray *words = NULL;

  if (words == NULL)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (1);

      words = g_ptr_array_new_with_free_func (g_free);
      for (guint i = 0; i < N_WORDS; i++)
        g_ptr_array_add (words, make_word (rand));
    }

  return words->pdata[index % N_WORDS];
}

/* The n-th word is n times as rare as the first, as in every language. */
static char *
make_text (GRand *rand,
           guint  n_bytes)
{
  GString *text = g_string_new (NULL);

  while (text->len < n_bytes)
    g_string_append_printf (text, "%s ", ik_test_bank_get_word (
                              (guint) (pow (N_WORDS, g_rand_double (rand)) - 1)));

  g_string_truncate (text, text->len - 1);
  return g_string_free (text, FALSE);
}

/* As ik-unspaced.c puts Chinese and Japanese behind the texts of lists. */
static char *
spread (const char *text)
{
  GString *spaced = g_string_new (NULL);

  if (g_unichar_get_script (g_utf8_get_char (text)) == G_UNICODE_SCRIPT_LATIN)
    return g_string_free (spaced, FALSE);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    g_string_append_printf (spaced, "%.*s ", (int) (g_utf8_next_char (p) - p), p);

  return g_string_free (spaced, FALSE);
}

typedef struct
{
  sqlite3      *handle;
  GRand        *rand;
  sqlite3_stmt *question;
  sqlite3_stmt *tag;
} Bank;

static void
run (Bank       *bank,
     const char *sql)
{
  g_autofree char *message = NULL;
  int code = sqlite3_exec (bank->handle, sql, NULL, NULL, &message);

  if (code != SQLITE_OK)
    g_error ("%s: %s", sql, message);
}

static void
run_printf (Bank       *bank,
            const char *format,
            ...) G_GNUC_PRINTF (2, 3);

static void
run_printf (Bank       *bank,
            const char *format,
            ...)
{
  g_autofree char *sql = NULL;
  va_list arguments;

  va_start (arguments, format);
  sql = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  run (bank, sql);
}

static sqlite3_stmt *
prepare (Bank       *bank,
         const char *sql)
{
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (bank->handle, sql, -1, &statement, NULL), ==, SQLITE_OK);
  return statement;
}

static void
step (sqlite3_stmt *statement)
{
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
  sqlite3_reset (statement);
}

static void
bind_text (sqlite3_stmt *statement,
           int           index,
           const char   *text)
{
  sqlite3_bind_text (statement, index, text, -1, SQLITE_TRANSIENT);
}

static int
pick (Bank  *bank,
      guint  n)
{
  return g_rand_int_range (bank->rand, 0, (gint32) n);
}

static void
add_tags (Bank  *bank,
          guint  number)
{
  guint n = (guint) pick (bank, 4);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("q%07u", number);
      g_autofree char *name = g_strdup_printf ("%s %d", i % 2 == 0 ? "tag" : "Tag",
                                               pick (bank, N_TAGS));

      bind_text (bank->tag, 1, id);
      bind_text (bank->tag, 2, name);
      sqlite3_bind_int (bank->tag, 3, (int) i);
      step (bank->tag);
    }
}

static void
add_question (Bank  *bank,
              guint  number)
{
  const char *rare = rare_texts[number % G_N_ELEMENTS (rare_texts)];
  gboolean is_rare = pick (bank, 50) == 0;
  g_autofree char *id = g_strdup_printf ("q%07u", number);
  g_autofree char *section_id = g_strdup_printf ("s%06u", number / QUESTIONS_PER_SECTION);
  g_autofree char *competency_id = g_strdup_printf ("c%03d", pick (bank, N_COMPETENCIES));
  g_autofree char *prompt = make_text (bank->rand, PROMPT_BYTES);
  g_autofree char *answer = make_text (bank->rand, ANSWER_BYTES);
  g_autofree char *spaced = spread (rare);

  bind_text (bank->question, 1, id);
  bind_text (bank->question, 2, section_id);
  sqlite3_bind_int (bank->question, 3, (int) (number % QUESTIONS_PER_SECTION));
  bind_text (bank->question, 4, states[pick (bank, G_N_ELEMENTS (states))]);
  bind_text (bank->question, 5, kinds[pick (bank, G_N_ELEMENTS (kinds))]);
  bind_text (bank->question, 6, levels[pick (bank, G_N_ELEMENTS (levels))]);
  sqlite3_bind_int (bank->question, 7, pick (bank, 30));
  bind_text (bank->question, 8, pick (bank, 3) == 0 ? NULL : competency_id);
  bind_text (bank->question, 9, prompt);
  bind_text (bank->question, 10, pick (bank, 5) == 0 ? "" : answer);
  bind_text (bank->question, 11, is_rare ? rare : "");
  bind_text (bank->question, 12, is_rare ? spaced : "");
  sqlite3_bind_int64 (bank->question, 13, 1000000 + pick (bank, 1000000));
  step (bank->question);
  add_tags (bank, number);
}

static void
add_places (Bank  *bank,
            guint  n_questions)
{
  guint n_sections = n_questions / QUESTIONS_PER_SECTION + 1;

  for (guint i = 0; i <= n_sections / SECTIONS_PER_PACK; i++)
    run_printf (bank, "INSERT INTO pack (id, title, created_at, changed_at)"
                " VALUES ('p%06u', '%s pack', 1, 1)", i, ik_test_bank_get_word (i * 31));
  for (guint i = 0; i < n_sections; i++)
    run_printf (bank, "INSERT INTO section (id, pack_id, position, title)"
                " VALUES ('s%06u', 'p%06u', %u, 'Part %u')", i, i / SECTIONS_PER_PACK,
                i % SECTIONS_PER_PACK, i);
  for (guint i = 0; i < N_COMPETENCIES; i++)
    run_printf (bank, "INSERT INTO competency (id, pack_id, position, name)"
                " VALUES ('c%03u', 'p000000', %u, 'Skill %u')", i, i, i % (N_COMPETENCIES / 2));
}

/* Every 100th question stands in a set that is there, every 150th in one that
 * was removed. */
static void
add_sets (Bank *bank)
{
  run (bank, "INSERT INTO question_set (id, title, created_at, changed_at, removed_at)"
       " VALUES ('set', 'Set', 1, 1, NULL), ('gone', 'Gone', 1, 1, 1);"
       "INSERT INTO set_item (id, set_id, question_id, position, minutes)"
       " SELECT 'i' || seq, 'set', id, seq, 5 FROM question WHERE seq % 100 = 0;"
       "INSERT INTO set_item (id, set_id, question_id, position, minutes)"
       " SELECT 'g' || seq, 'gone', id, seq, 5 FROM question WHERE seq % 150 = 0;"
       "INSERT INTO candidate (id, name, created_at) VALUES ('who', 'Who', 1);"
       "INSERT INTO interviewer (id, name) VALUES ('by', 'By');"
       "INSERT INTO interview (id, candidate_id, interviewer_id, set_title, state, started_at,"
       " created_at) VALUES ('old', 'who', 'by', 'Set', 'handed_in', 1000, 1),"
       " ('new', 'who', 'by', 'Set', 'handed_in', 2000, 1);"
       "INSERT INTO interview_item (id, interview_id, question_id, position, minutes, prompt,"
       " outcome) SELECT 'o' || seq, 'old', id, seq, 5, '', 'answered' FROM question"
       " WHERE seq % 70 = 0;"
       "INSERT INTO interview_item (id, interview_id, question_id, position, minutes, prompt,"
       " outcome) SELECT 'n' || seq, 'new', id, seq, 5, '',"
       " CASE WHEN seq % 210 = 0 THEN 'partly' ELSE 'not_asked' END"
       " FROM question WHERE seq % 35 = 0;"
       "INSERT INTO guidance_item (question_id, field, position, level, text)"
       " SELECT id, 'answer', 0, 'senior', 'More' FROM question WHERE seq % 40 = 0");
}

static void
bank_fill (Bank  *bank,
           guint  n_questions)
{
  run (bank, "PRAGMA synchronous = OFF; PRAGMA cache_size = -65536; BEGIN");
  add_places (bank, n_questions);

  bank->question =
    prepare (bank, "INSERT INTO question (id, section_id, position, state, kind, level, minutes,"
             " competency_id, prompt, reference_answer, details, search_text, changed_at, created_at)"
             " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, 1)");
  bank->tag =
    prepare (bank, "INSERT OR IGNORE INTO tag (question_id, name, position) VALUES (?1, ?2, ?3)");
  for (guint i = 0; i < n_questions; i++)
    add_question (bank, i);
  sqlite3_finalize (bank->question);
  sqlite3_finalize (bank->tag);

  add_sets (bank);
  run (bank, "INSERT INTO question_fts (question_fts) VALUES ('rebuild');"
       "INSERT INTO prompt_fts (prompt_fts) VALUES ('rebuild'); COMMIT");
}

/**
 * ik_test_bank_make:
 * @path: a file that isn't there
 * @n_questions: how many
 *
 * Makes a library with so many questions, some 10,000 a second.
 */
void
ik_test_bank_make (const char *path,
                   guint       n_questions)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(IkLibrary) library = ik_library_open (path, NULL, &error);
  g_autoptr(GRand) rand = g_rand_new_with_seed (2);
  Bank bank = { .rand = rand };

  g_assert_no_error (error);
  ik_library_close (library);

  g_assert_cmpint (sqlite3_open (path, &bank.handle), ==, SQLITE_OK);
  bank_fill (&bank, n_questions);
  sqlite3_close (bank.handle);
}
