#include "ik-gift-reader.h"

#include <string.h>

#include "ik-field-name.h"

/* No question of people's has more answers. */
#define MAX_ANSWERS 1000

/* Fields of the records, in this order. */
typedef enum
{
  FIELD_QUESTION,
  FIELD_DETAILS,
  FIELD_OPTION,
  FIELD_ANSWER,
  N_FIELDS,
} Field;

static const char *const field_names[N_FIELDS] = { "question", "details", "option", "answer" };

typedef struct
{
  IkRecordList *list;
  char         *section;     /* (owned) */
  guint         line;        /* of the text that comes next */
} Reader;

/* One question of the source. */
typedef struct
{
  guint    first;
  guint    last;
  GString *text;
} Paragraph;

static gboolean
is_comment (const char *line)
{
  return g_str_has_prefix (line, "//");
}

/* Where one of some characters stands that no backslash makes an ordinary one,
 * or @end. */
static const char *
find_mark (const char *text,
           const char *end,
           const char *marks)
{
  for (; text < end; text++)
    {
      if (*text == '\\' && text + 1 < end)
        text++;
      else if (strchr (marks, *text) != NULL)
        break;
    }

  return MIN (text, end);
}

static char *
unescape (const char *start,
          const char *end)
{
  GString *text = g_string_sized_new ((gsize) (end - start));

  for (const char *p = start; p < end; p++)
    {
      if (*p == '\\' && p + 1 < end && strchr ("~=#{}:n\\", p[1]) != NULL)
        {
          p++;
          g_string_append_c (text, *p == 'n' ? '\n' : *p);
        }
      else
        g_string_append_c (text, *p);
    }

  return g_strstrip (g_string_free (text, FALSE));
}

static void
add_cell (Reader          *self,
          Field            field,
          const char      *text,
          const Paragraph *paragraph)
{
  ik_record_list_add_cell (self->list, field, text, paragraph->first, paragraph->last);
}

/* "~%50%text" weighs an answer. */
static const char *
skip_weight (const char *text,
             double     *weight)
{
  char *end;

  *weight = 0;
  if (*text != '%')
    return text;
  *weight = g_ascii_strtod (text + 1, &end);

  return *end == '%' ? end + 1 : text;
}

/* "#feedback" behind an answer explains it. */
static void
add_feedback (Reader          *self,
              const char      *start,
              const char      *end,
              const Paragraph *paragraph)
{
  g_autofree char *text = NULL;

  while (start < end && *start == '#')
    start++;
  text = unescape (start, end);
  add_cell (self, FIELD_ANSWER, text, paragraph);
}

static void
add_choice (Reader          *self,
            const char      *start,
            const char      *end,
            gboolean         options,
            const Paragraph *paragraph)
{
  double weight;
  const char *text = skip_weight (start + 1, &weight);
  const char *feedback = find_mark (text, end, "#");
  g_autofree char *answer = unescape (text, feedback);
  gboolean right = *start == '=' || weight > 0;

  if (options)
    {
      add_cell (self, FIELD_OPTION, answer, paragraph);
      if (right && answer[0] != '\0')
        ik_record_list_mark_correct (self->list);
    }
  else if (right)
    add_cell (self, FIELD_ANSWER, answer, paragraph);
  if (right && feedback < end)
    add_feedback (self, feedback, end, paragraph);
}

/* What stands in braces: "=right ~wrong", "T", "#3:1", or nothing. */
static void
add_answers (Reader          *self,
             const char      *start,
             const char      *end,
             const Paragraph *paragraph)
{
  g_autofree char *answers = g_strstrip (g_strndup (start, (gsize) (end - start)));
  const char *last = answers + strlen (answers);
  gboolean options = find_mark (answers, last, "~") < last;
  const char *mark = find_mark (answers, last, "=~");

  if (mark == last || (answers[0] == '#' && find_mark (answers, last, "=") == last))
    {
      const char *text = answers + (answers[0] == '#');
      g_autofree char *answer = unescape (text, find_mark (text, last, "#"));

      if (g_str_equal (answer, "T") || g_str_equal (answer, "F"))
        add_cell (self, FIELD_ANSWER, answer[0] == 'T' ? "TRUE" : "FALSE", paragraph);
      else
        add_cell (self, FIELD_ANSWER, answer, paragraph);
      return;
    }
  for (guint n = 0; mark < last && n < MAX_ANSWERS; n++)
    {
      const char *next = find_mark (mark + 1, last, "=~");

      /* "=a -> b" and "x = y" belong together */
      add_choice (self, mark, next, options, paragraph);
      mark = next;
    }
}

/* "::title::" names the question and is no part of it; "[html]" tells how it
 * is written. */
static const char *
skip_head (const char *text,
           gboolean   *html)
{
  if (g_str_has_prefix (text, "::"))
    {
      const char *end = strstr (text + 2, "::");

      if (end != NULL)
        text = end + 2;
    }
  text += strspn (text, " \n");
  if (*text == '[')
    {
      const char *end = strchr (text, ']');

      *html = *html || g_str_has_prefix (text, "[html]");
      if (end != NULL && end - text < 12)
        text = end + 1;
    }

  return text + strspn (text, " \n");
}

static void
take_question (Reader          *self,
               const Paragraph *paragraph)
{
  const char *text = skip_head (paragraph->text->str, &self->list->html);
  const char *last = text + strlen (text);
  const char *open = find_mark (text, last, "{");
  const char *close = open < last ? find_mark (open + 1, last, "}") : last;
  g_autofree char *before = unescape (text, open);
  g_autofree char *behind = *close == '}' ? unescape (close + 1, last)
                                          : g_strdup ("");
  g_autofree char *question = behind[0] != '\0' ? g_strconcat (before, " ____ ", behind, NULL)
                                                : g_strdup (before);

  if (*open != '{')
    return; /* a description asks nothing */
  ik_record_list_open_record (self->list, self->section, paragraph->first);
  add_cell (self, FIELD_QUESTION, question, paragraph);
  add_answers (self, open + 1, close, paragraph);
  ik_record_list_close_record (self->list, paragraph->last);
}

/* "$CATEGORY: $course$/top/Tea/Pots": the last part is the section. */
static void
take_category (Reader     *self,
               const char *line)
{
  g_autofree char *path = g_strdup (strchr (line, ':') + 1);
  char *last;

  g_strstrip (path);
  last = strrchr (path, '/');
  g_free (self->section);
  self->section = g_strdup (last != NULL ? last + 1 : path);
}

static void
finish_paragraph (Reader    *self,
                  Paragraph *paragraph)
{
  if (paragraph->text->len > 0)
    take_question (self, paragraph);
  g_string_truncate (paragraph->text, 0);
}

static void
take_line (Reader     *self,
           Paragraph  *paragraph,
           const char *line)
{
  if (line[strspn (line, " \t")] == '\0')
    finish_paragraph (self, paragraph);
  else if (g_str_has_prefix (line, "$CATEGORY:"))
    {
      finish_paragraph (self, paragraph);
      take_category (self, line);
    }
  else if (!is_comment (line))
    {
      if (paragraph->text->len == 0)
        paragraph->first = self->line;
      else
        g_string_append_c (paragraph->text, '\n');
      g_string_append (paragraph->text, line);
      paragraph->last = self->line;
    }
}

/**
 * ik_gift_reader_is_gift:
 * @text: a document, or its beginning
 *
 * Returns: whether it is a quiz in Moodle's GIFT format: a category or a titled
 *   question, and answers in braces
 */
gboolean
ik_gift_reader_is_gift (const char *text)
{
  gboolean headed = g_str_has_prefix (text, "::") || g_str_has_prefix (text, "$CATEGORY:") ||
                    strstr (text, "\n::") != NULL || strstr (text, "\n$CATEGORY:") != NULL;
  guint n_answers = 0;
  guint n_paragraphs = 1;

  for (const char *p = strchr (text, '{'); p != NULL; p = strchr (p + 1, '{'))
    {
      const char *inside = p + 1 + strspn (p + 1, " \t\n");

      n_answers += (p == text || p[-1] != '\\') &&
                   (strchr ("=~#", *inside) != NULL || g_str_has_prefix (inside, "T}") ||
                    g_str_has_prefix (inside, "F}") || g_str_has_prefix (inside, "TRUE}") ||
                    g_str_has_prefix (inside, "FALSE}")) && *inside != '\0';
    }
  for (const char *p = strstr (text, "\n\n"); p != NULL; p = strstr (p + 2, "\n\n"))
    n_paragraphs++;

  return headed ? n_answers > 0 : n_answers > 1 && n_answers * 2 >= n_paragraphs;
}

/**
 * ik_gift_reader_read:
 * @text: a quiz in Moodle's GIFT format
 *
 * Reads a quiz into records: choices, true or false, short answers, numbers,
 * pairs, gaps and essays. Linear.
 *
 * Returns: (transfer full): its records, up to where the list is full
 */
IkRecordList *
ik_gift_reader_read (const char *text)
{
  Reader reader = { .list = ik_record_list_new (), .section = g_strdup (""), .line = 1 };
  Paragraph paragraph = { 0, 0, g_string_new (NULL) };

  for (guint i = 0; i < N_FIELDS; i++)
    ik_record_list_add_field (reader.list, field_names[i]);
  while (*text != '\0' && !ik_record_list_is_full (reader.list))
    {
      gsize length = strcspn (text, "\n");
      g_autofree char *line = g_strndup (text, length);

      take_line (&reader, &paragraph, line);
      text += length + (text[length] == '\n');
      reader.line++;
    }
  finish_paragraph (&reader, &paragraph);
  g_string_free (paragraph.text, TRUE);
  g_free (reader.section);

  return reader.list;
}
