#include "layout-check.h"

#include "invented-interview.h"

#include "ik-text.h"

#include <string.h>

/* Of the report, in points: the margin less what a letter hangs over its edge,
 * and how far the words reach from the top. */
#define MARGIN 54.0
#define FOOT 780.0
#define FOOTER 800.0
#define PAGE_WIDTH 595.276
#define PAGE_HEIGHT 841.89

/* Where the words of a question begin. */
#define MAIN_X 178.0

/* Between the lines of words and those of a heading of a page. */
#define MIN_HEADING_HEIGHT 16.0

/* Of a name in a script without words. */
#define MAX_LETTERS 8

/* Ends of headings: what they head has to follow on the page. */
#define PROMPT_END "Qend"
#define SECTION_END "Send"

typedef struct
{
  const char *words;
  gboolean    has_words; /* whether a line ends between them only */
} Script;

static const Script scripts[] = {
  { "service queue latency number careful question answer before nothing measured", TRUE },
  { "Größe straße façade naïve coöperate Łódź żółw mañana überall señor", TRUE },
  { "сервис очередь задержка число вопрос ответ проверка сначала ничего ещё", TRUE },
  { "υπηρεσία ουρά αριθμός ερώτηση απάντηση πρώτα τίποτα μέτρηση ακόμη λέξη", TRUE },
  { "خدمة طابور رقم سؤال جواب قبل شيء قياس كلمة موزعة", TRUE },
  { "שירות תור מספר שאלה תשובה לפני דבר מדידה מילה איטיות", TRUE },
  { "सेवा कतार संख्या प्रश्न उत्तर पहले कुछ मापन शब्द विद्यार्थी", TRUE },
  { "บริการ คิว ตัวเลข คำถาม คำตอบ ก่อน วัดผล คำ ทดสอบ ภาษา", FALSE },
  { "服务队列延迟数字问题回答之前测量文字系统 描述一次改变 技术决定", FALSE },
  { "サービス 待ち行列 数字 質問 答え まえに 測定 ことば 漢字 かな", FALSE },
  { "서비스 대기열 지연 숫자 질문 대답 먼저 측정 단어 시스템", FALSE },
  { "😀 🎉 ✅ ★ ☎ ♫ → ∑ ≠ ½", FALSE },
};

/* What came out. */
typedef struct
{
  double  left;
  double  top;
  double  right;
  double  bottom;
  guint   page;
  char   *text;
} Word;

static void
word_free (Word *self)
{
  g_free (self->text);
  g_free (self);
}

static void
count_up (GHashTable *table,
          gpointer    key)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (table, key));

  g_hash_table_insert (table, key, GUINT_TO_POINTER (n + 1));
}

/* Letters and signs; a reader may write them in another form. */
static char *
normalize (const char *text)
{
  g_autofree char *form = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  GString *result = g_string_new (NULL);

  for (const char *at = form; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (g_unichar_isalnum (letter) || g_unichar_ismark (letter) || letter >= 0x2190)
        g_string_append_unichar (result, letter);
    }

  return g_string_free (result, FALSE);
}

static void
count_letters (GHashTable *letters,
               const char *text)
{
  g_autofree char *plain = normalize (text);

  for (const char *at = plain; *at != '\0'; at = g_utf8_next_char (at))
    count_up (letters, GUINT_TO_POINTER (g_utf8_get_char (at)));
}

static void
expect_words (LayoutTexts *self,
              const char  *text)
{
  g_auto(GStrv) words = g_strsplit_set (text, " \n", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *word = normalize (words[i]);

      if (*word != '\0' && g_utf8_strlen (word, -1) <= 14)
        count_up (self->words, g_steal_pointer (&word));
    }
}

static void
append_words (LayoutTexts  *self,
              GString      *text,
              const Script *script,
              guint         n)
{
  g_auto(GStrv) words = g_strsplit (script->words, " ", -1);
  guint n_words = g_strv_length (words);

  for (guint i = 0; i < n; i++)
    {
      if (text->len > 0)
        g_string_append_c (text, g_rand_int_range (self->rand, 0, 12) == 0 ? '\n' : ' ');
      g_string_append (text, words[g_rand_int_range (self->rand, 0, (gint32) n_words)]);
    }
}

static void
append_long_word (LayoutTexts  *self,
                  GString      *text,
                  const Script *script)
{
  g_autofree char *letters = normalize (script->words);
  guint n = (guint) g_rand_int_range (self->rand, 20, 400);

  g_string_append_c (text, ' ');
  while (n-- > 0)
    g_string_append (text, letters);
}

/**
 * layout_texts_new:
 * @seed: which ones
 *
 * Returns: (transfer full): nothing put into a report
 */
LayoutTexts *
layout_texts_new (guint32 seed)
{
  LayoutTexts *self = g_new0 (LayoutTexts, 1);

  self->rand = g_rand_new_with_seed (seed);
  self->letters = g_hash_table_new (NULL, NULL);
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

void
layout_texts_free (LayoutTexts *self)
{
  g_rand_free (self->rand);
  g_hash_table_unref (self->letters);
  g_hash_table_unref (self->words);
  g_free (self);
}

/**
 * layout_texts_make_text:
 * @self: texts
 *
 * Returns: (transfer full): a text; some are empty, some of one script, some of
 *   several, some very long
 */
char *
layout_texts_make_text (LayoutTexts *self)
{
  const Script *script = &scripts[g_rand_int_range (self->rand, 0, G_N_ELEMENTS (scripts))];
  GString *text = g_string_new (NULL);
  gint32 kind = g_rand_int_range (self->rand, 0, 400);

  if (kind < 60)
    return g_string_free (text, FALSE);

  append_words (self, text, script, (guint) g_rand_int_range (self->rand, 1, 60));
  if (script->has_words)
    expect_words (self, text->str);
  if (kind == 60)
    append_words (self, text, script, 50000 / 8);
  else if (kind < 64)
    append_long_word (self, text, script);
  else if (kind < 100)
    append_words (self, text, &scripts[kind % G_N_ELEMENTS (scripts)], 5);

  count_letters (self->letters, text->str);
  return g_string_free (text, FALSE);
}

/**
 * layout_texts_make_name:
 * @self: texts
 * @end: its last word
 *
 * Returns: (transfer full): two words, or a few letters of a script without
 *   them, and @end, which no column cuts short
 */
char *
layout_texts_make_name (LayoutTexts *self,
                        const char  *end)
{
  const Script *script = &scripts[g_rand_int_range (self->rand, 0, G_N_ELEMENTS (scripts))];
  g_autoptr(GString) name = g_string_new (NULL);

  append_words (self, name, script, 2);
  g_strdelimit (name->str, "\n", ' ');
  if (script->has_words)
    expect_words (self, name->str);
  else if (g_utf8_strlen (name->str, -1) > MAX_LETTERS)
    g_string_truncate (name, (gsize) (g_utf8_offset_to_pointer (name->str, MAX_LETTERS) -
                                      name->str));
  g_string_append_printf (name, " %s", end);
  count_letters (self->letters, name->str);

  return g_string_free (g_steal_pointer (&name), FALSE);
}

static char *
make_line (LayoutTexts *self)
{
  return g_strdelimit (layout_texts_make_text (self), "\n", ' ');
}

/* Longer than the line that a table has for it, so that its end is in one place
 * only. */
static char *
make_prompt (LayoutTexts *self,
             gboolean     is_asked)
{
  const Script *script = &scripts[g_rand_int_range (self->rand, 0, G_N_ELEMENTS (scripts))];
  g_autoptr(GString) text = g_string_new (NULL);

  append_words (self, text, script, (guint) g_rand_int_range (self->rand, 25, 40));
  g_strdelimit (text->str, "\n", ' ');
  g_string_append (text, is_asked ? " " PROMPT_END : " end");
  count_letters (self->letters, text->str);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
set_text (char **text,
          char  *new_text)
{
  g_free (*text);
  *text = new_text;
}

static void
add_note (LayoutTexts     *self,
          IkInterviewItem *item,
          guint            minute)
{
  g_autofree char *text = layout_texts_make_text (self);

  if (*text == '\0')
    ik_text_set (&text, "noted");
  invented_interview_add_note (item, minute, text);
}

static void
add_item (LayoutTexts *self,
          IkInterview *interview)
{
  gboolean is_asked = g_rand_int_range (self->rand, 0, 6) > 0;
  g_autofree char *prompt = make_prompt (self, is_asked);
  g_autoptr(IkQuestion) question = ik_question_new (prompt);
  IkInterviewItem *item;
  guint n_notes = (guint) g_rand_int_range (self->rand, 1, 4);

  if (is_asked)
    {
      set_text (&question->candidate.details, layout_texts_make_text (self));
      g_ptr_array_add (question->candidate.sub_questions, make_line (self));
    }
  item = ik_interview_item_new (question);
  g_ptr_array_add (interview->items, item);
  if (interview->items->len % 7 == 3)
    set_text (&item->section, g_strdup_printf ("Part %u " SECTION_END, interview->items->len));
  else if (interview->items->len > 1)
    ik_text_set (&item->section, invented_interview_get_item (interview, interview->items->len - 2)
                 ->section);
  if (!is_asked)
    return;

  item->outcome = IK_OUTCOME_ANSWERED;
  item->elapsed_ms = g_rand_int_range (self->rand, 0, 600 * 1000);
  item->rating = g_rand_int_range (self->rand, 1, 6);
  set_text (&item->evidence, layout_texts_make_text (self));
  for (guint i = 0; i < n_notes; i++)
    add_note (self, item, i);
}

/**
 * layout_texts_make_interview:
 * @self: texts
 * @max_items: it has up to so many questions; most have few
 *
 * Returns: (transfer full): an interview that was handed in
 */
IkInterview *
layout_texts_make_interview (LayoutTexts *self,
                             guint        max_items)
{
  IkInterview *interview = ik_interview_new ();
  double part = g_rand_double (self->rand);
  guint n_items = 1 + (guint) (max_items * part * part * part * part * part * part * part * part);

  interview->state = IK_INTERVIEW_STATE_HANDED_IN;
  interview->started_at_us = INVENTED_START_US;
  ik_text_set (&interview->candidate_name, "Mara Lindqvist");
  set_text (&interview->summary, layout_texts_make_text (self));
  g_ptr_array_add (interview->rubrics, ik_rubric_new_built_in ());
  for (guint i = 0; i < n_items; i++)
    add_item (self, interview);

  return interview;
}

static double
get_number (const char *line,
            const char *name)
{
  const char *at = strstr (line, name);

  g_assert_nonnull (at);
  return g_ascii_strtod (at + strlen (name), NULL);
}

static char *
unescape (const char *from,
          const char *to)
{
  g_autoptr(GString) text = g_string_new_len (from, to - from);

  g_string_replace (text, "&lt;", "<", 0);
  g_string_replace (text, "&gt;", ">", 0);
  g_string_replace (text, "&quot;", "\"", 0);
  g_string_replace (text, "&amp;", "&", 0);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Line by line: a sanitizer measures all that follows whenever something is
 * looked for in it. */
static GPtrArray *
read_words (ReportFile *file)
{
  g_autofree char *output = report_file_read_by (file, "pdftotext -bbox @ -");
  GPtrArray *words = g_ptr_array_new_with_free_func ((GDestroyNotify) word_free);
  g_auto(GStrv) lines = NULL;
  guint n_pages = 0;

  if (output == NULL)
    return words;

  lines = g_strsplit_set (output, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = lines[i];
      const char *start;
      Word *word;

      if (g_str_has_prefix (line, "  <page "))
        n_pages++;
      if (!g_str_has_prefix (line, "    <word "))
        continue;

      start = strchr (line, '>') + 1;
      word = g_new0 (Word, 1);
      word->left = get_number (line, "xMin=\"");
      word->top = get_number (line, "yMin=\"");
      word->right = get_number (line, "xMax=\"");
      word->bottom = get_number (line, "yMax=\"");
      word->page = n_pages;
      word->text = unescape (start, strstr (start, "</word>"));
      g_ptr_array_add (words, word);
    }

  return words;
}

static gboolean
is_in_body (const Word *word)
{
  return word->top > 55 && word->top < FOOTER;
}

static void
assert_within_margins (GPtrArray *words)
{
  for (guint i = 0; i < words->len; i++)
    {
      const Word *word = words->pdata[i];

      if (word->left < MARGIN || word->right > PAGE_WIDTH - MARGIN || word->top < 20 ||
          word->bottom > PAGE_HEIGHT - 20 || (is_in_body (word) && word->bottom > FOOT + 4))
        g_error ("outside of the margins, on page %u: “%s”, %g to %g, %g to %g", word->page,
                 word->text, word->left, word->right, word->top, word->bottom);
    }
}

static void
assert_letters_are_there (LayoutTexts *self,
                          GPtrArray   *words)
{
  g_autoptr(GHashTable) found = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer letter;
  gpointer n;

  for (guint i = 0; i < words->len; i++)
    count_letters (found, ((Word *) words->pdata[i])->text);

  g_hash_table_iter_init (&iter, self->letters);
  while (g_hash_table_iter_next (&iter, &letter, &n))
    {
      guint n_found = GPOINTER_TO_UINT (g_hash_table_lookup (found, letter));

      if (n_found < GPOINTER_TO_UINT (n))
        g_error ("U+%04X is there %u times, not %u", GPOINTER_TO_UINT (letter), n_found,
                 GPOINTER_TO_UINT (n));
    }
}

/* A box of Hebrew or Arabic has its letters from left to right. */
static char *
read_word (const Word *word)
{
  g_autofree char *text = normalize (word->text);
  g_autofree char *turned = NULL;
  gunichar first = g_utf8_get_char (text);

  if (first < 0x590 || first > 0x8ff)
    return g_steal_pointer (&text);

  turned = g_utf8_strreverse (word->text, -1);
  return normalize (turned);
}

static void
assert_words_are_there (LayoutTexts *self,
                        GPtrArray   *words)
{
  g_autoptr(GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer word;
  gpointer n;

  for (guint i = 0; i < words->len; i++)
    count_up (found, read_word (words->pdata[i]));

  g_hash_table_iter_init (&iter, self->words);
  while (g_hash_table_iter_next (&iter, &word, &n))
    {
      guint n_found = GPOINTER_TO_UINT (g_hash_table_lookup (found, word));

      if (n_found < GPOINTER_TO_UINT (n))
        g_error ("“%s” is there %u times, not %u", (char *) word, n_found, GPOINTER_TO_UINT (n));
    }
}

static gboolean
is_label (const char *text)
{
  static const char *const labels[] = { "Rating", "Heard", "Notes", "Evidence", NULL };

  return g_strv_contains (labels, text);
}

/* Whether words of the same column stand below on the page, or beside. */
static gboolean
heads_something (GPtrArray  *words,
                 const Word *heading,
                 double      column)
{
  for (guint i = 0; i < words->len; i++)
    {
      const Word *word = words->pdata[i];

      if (word != heading && word->page == heading->page && is_in_body (word) &&
          word->left >= column && word->top > heading->top + 4)
        return TRUE;
    }

  return FALSE;
}

/* First words of headings, which begin at the margin. */
static gboolean
is_heading (const Word *word)
{
  static const char *const titles[] = {
    "Competencies", "Questions", "Summary", "Strengths", "Concerns", "Summaries", "Time", "What",
    "Who", NULL,
  };

  return g_strv_contains (titles, word->text) && word->left < MARGIN + 4 &&
         word->bottom - word->top > MIN_HEADING_HEIGHT;
}

/* A label may be the last word of a note as well; alone it begins its column. */
static void
assert_no_heading_is_alone (GPtrArray *words)
{
  for (guint i = 0; i < words->len; i++)
    {
      const Word *word = words->pdata[i];
      gboolean is_prompt = g_str_equal (word->text, PROMPT_END) ||
                           (is_label (word->text) && ABS (word->left - MAIN_X) < 4);
      gboolean is_section = g_str_equal (word->text, SECTION_END) || is_heading (word) ||
                            g_str_has_prefix (word->text, LAYOUT_HEADING_END);

      if ((is_prompt && !heads_something (words, word, MAIN_X)) ||
          (is_section && !heads_something (words, word, 0)))
        g_error ("“%s” stands alone at the foot of page %u", word->text, word->page);
    }
}

/**
 * layout_assert:
 * @self: what was put into a report
 * @file: the report
 *
 * Checks that nothing is lost or beyond a margin, and that no heading is without
 * what it heads. Does nothing where there is no program to read it by.
 */
void
layout_assert (LayoutTexts *self,
               ReportFile  *file)
{
  g_autoptr(GPtrArray) words = read_words (file);

  if (words->len == 0)
    return;

  assert_within_margins (words);
  assert_letters_are_there (self, words);
  assert_words_are_there (self, words);
  assert_no_heading_is_alone (words);
}
