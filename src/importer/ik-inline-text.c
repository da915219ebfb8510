#include "ik-inline-text.h"

#include <string.h>

#include "ik-asking.h"
#include "ik-label.h"

/* Words for levels that stand in brackets behind a question. */
static const char *const levels[] = {
  "easy", "medium", "hard", "junior", "mid", "middle", "senior", "expert", "beginner",
  "intermediate", "advanced", "basic", "staff", "principal", "entry", "leicht", "mittel", "schwer",
  "einfach", "anfänger", "fortgeschritten", "fortgeschrittene", "experte",
  "fácil", "medio", "intermedio", "avanzado", "básico", "principiante", "difícil", "facile",
  "avancé",
  "débutant", "intermédiaire", "лёгкий", "легкий", "легко", "средне", "сложно", "джуниор", "мидл",
  "сеньор", "джун", "基础", "进阶", "容易", "初学者", "易", "中", "难", "難しい", "簡単", "普通", "初心者",
  "سهل", "متوسط", "صعب", "مبتدئ", "متقدم",
  "média", "difficult", "novice", "lead", "simple", "tough", "moyen", "difficile", "средний",
  "сложный",
  "简单", "中等", "困难", "初级", "中级", "高级", "初級", "中級", "上級",
};

/* No note about a question is longer. */
#define MAX_NOTE_BYTES 40
#define MAX_MINUTES 480

/* Pictograms, stars, joiners: what decorates and says nothing. */
static gboolean
is_decoration (gunichar ch)
{
  GUnicodeType type = g_unichar_type (ch);

  return type == G_UNICODE_OTHER_SYMBOL || (type == G_UNICODE_MODIFIER_SYMBOL && ch >= 0x80) ||
         type == G_UNICODE_FORMAT || type == G_UNICODE_NON_SPACING_MARK ||
         type == G_UNICODE_ENCLOSING_MARK || g_unichar_isspace (ch);
}

/* Whether the mark belongs to a letter before it. */
static gboolean
ends_letter (const char *text,
             const char *mark)
{
  while (mark > text)
    {
      mark = g_utf8_prev_char (mark);
      if (!g_unichar_ismark (g_utf8_get_char (mark)))
        return g_unichar_isalnum (g_utf8_get_char (mark));
    }

  return FALSE;
}

static void
trim_decoration (char *text)
{
  char *start = text;
  char *end = text + strlen (text);

  while (*start != '\0' && is_decoration (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (end > start)
    {
      char *last = g_utf8_prev_char (end);

      if (!is_decoration (g_utf8_get_char (last)) || ends_letter (start, last))
        break;
      end = last;
    }
  memmove (text, start, (gsize) (end - start));
  text[end - start] = '\0';
  g_strchomp (text);
}

/* ":star:" */
static gboolean
is_short_code (const char *start,
               gsize       length)
{
  gsize n = strspn (start + 1, "abcdefghijklmnopqrstuvwxyz0123456789_+-");

  return length > 2 && start[0] == ':' && g_ascii_isalpha (start[1]) && n + 2 == length &&
         start[length - 1] == ':';
}

/* Cuts names of pictograms at both ends, and stars behind a text. */
static void
trim_marks (char *text)
{
  const char *start = text;
  gsize length;

  while (start[0] == ':')
    {
      gsize n = strcspn (start, " ");

      if (start[n] == '\0' || !is_short_code (start, n))
        break;
      start += n + 1;
    }
  length = strlen (start);
  memmove (text, start, length + 1);

  for (const char *blank; (blank = memrchr (text, ' ', length)) != NULL;)
    {
      const char *last = blank + 1;
      gsize n = length - (gsize) (last - text);

      if (!is_short_code (last, n) && (strspn (last, "*") != n || n == 0))
        break;
      length = (gsize) (blank - text);
      while (length > 0 && g_ascii_isspace (text[length - 1]))
        length--;
      text[length] = '\0';
    }
}

/**
 * ik_inline_text_dup_line:
 * @source: CommonMark inline text of several lines
 *
 * Returns: (transfer full): the same on one line
 */
char *
ik_inline_text_dup_line (const char *source)
{
  char *line = g_malloc (strlen (source) + 1);
  char *end = line;

  for (const char *p = source; *p != '\0'; p++)
    {
      if (*p == '\\' && p[1] == '\n') /* hard break */
        continue;
      if (*p != ' ' && *p != '\t' && *p != '\n')
        *end++ = *p;
      else if (end > line && end[-1] != ' ')
        *end++ = ' ';
    }
  *end = '\0';

  return g_strchomp (line);
}

/**
 * ik_inline_text_trim_title:
 * @text: plain text of a title
 *
 * Returns: (transfer full): the title without pictograms, links to anchors and
 *   the colon or dash behind it
 */
char *
ik_inline_text_trim_title (const char *text)
{
  g_autofree char *title = ik_inline_text_dup_line (text);
  const char *start = title;
  gsize length;

  /* "[↑] Title", "# Title" */
  for (gsize n = strcspn (start, " "); start[n] == ' '; n = strcspn (start, " "))
    {
      gboolean says = FALSE;

      for (const char *p = start; p < start + n && !says; p = g_utf8_next_char (p))
        says = g_unichar_isalnum (g_utf8_get_char (p));
      if (says)
        break;
      start += n + 1;
    }
  memmove (title, start, strlen (start) + 1);
  trim_decoration (title);
  trim_marks (title);
  length = strlen (title);
  while (length > 0 && strchr (":- ", title[length - 1]) != NULL)
    title[--length] = '\0';
  while (g_str_has_suffix (title, "：") || g_str_has_suffix (title, "–") ||
         g_str_has_suffix (title, "—"))
    title[strlen (title) - 3] = '\0';

  return g_strstrip (g_steal_pointer (&title));
}

static gboolean
unwrap (char       *text,
        const char *mark)
{
  gsize n;
  gsize length;

  if (text[0] != mark[0])
    return FALSE;
  n = strlen (mark);
  length = strlen (text);
  if (length <= 2 * n || strncmp (text, mark, n) != 0 || !g_str_has_suffix (text, mark) ||
      g_strstr_len (text + n, (gssize) (length - 2 * n), mark) != NULL)
    return FALSE;
  memmove (text, text + n, length - 2 * n);
  text[length - 2 * n] = '\0';

  return TRUE;
}

static const char *const brackets[][2] = {
  { "(", ")" }, { "[", "]" }, { "【", "】" }, { "（", "）" }, { "［", "］" }, { "`", "`" },
};

static gboolean
is_level (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      if (g_str_equal (word, levels[i]))
        return TRUE;
    }

  return FALSE;
}

/* "5 min", "10 минут": digits and a word for minutes. */
static guint
parse_minutes (const char *word)
{
  static const char *const units[] = {
    "min", "mins", "minute", "minutes", "minuten", "minutos", "minuti", "мин", "минут", "минуты",
    "分", "分钟", "分間", "분", "دقيقة", "دقائق", "dk", "dakika",
  };
  const char *unit = word + strspn (word, "~≈ 0123456789-–");
  guint64 minutes = g_ascii_strtoull (word + strcspn (word, "0123456789"), NULL, 10);
  gsize length = strlen (unit);

  for (guint i = 0; minutes > 0 && minutes <= MAX_MINUTES && i < G_N_ELEMENTS (units); i++)
    {
      if (g_str_equal (unit, units[i]) ||
          (unit[MAX (length, 1) - 1] == '.' && strncmp (unit, units[i], length - 1) == 0 &&
           strlen (units[i]) == length - 1))
        return (guint) minutes;
    }

  return 0;
}

/* Words between square brackets that are no code: "[Databases]". */
static gboolean
is_tag (const char *word,
        guint       bracket)
{
  static const guint squares[] = { 1, 2, 4 };
  gboolean square = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (squares); i++)
    square = square || bracket == squares[i];

  return square && g_unichar_isalpha (g_utf8_get_char (word)) && word[1] != '\0' &&
         strpbrk (word, "0123456789`\"'()[]{}=<>.") == NULL &&
         ik_asking_count_words (word, 4) < 4 && ik_label_lookup (word, -1) == IK_LABEL_NONE;
}

/* Takes what stands in brackets for a note, alone ("easy") or named ("Level:
 * easy"); returns whether it is one. */
static gboolean
take_note (const char    *start,
           gsize          length,
           guint          bracket,
           IkPromptNotes *notes)
{
  g_autofree char *note = g_strstrip (g_strndup (start, length));
  g_autofree char *word = NULL;
  gsize colon = ik_label_find_colon (note);
  const char *value = note;
  IkLabel label = colon > 0 ? ik_label_lookup (note, (gssize) colon) : IK_LABEL_NONE;
  guint minutes;

  if (label == IK_LABEL_LEVEL || label == IK_LABEL_MINUTES || label == IK_LABEL_TAGS)
    value += colon + (note[colon] == ':' ? 1 : strlen ("："));
  value += strspn (value, " ");
  word = g_utf8_strdown (value, -1);
  minutes = parse_minutes (word);

  if (notes->level == NULL && (label == IK_LABEL_LEVEL || is_level (word)))
    notes->level = g_steal_pointer (&word);
  else if (notes->minutes == 0 && minutes > 0)
    notes->minutes = minutes;
  else if (notes->tag == NULL && (label == IK_LABEL_TAGS || is_tag (value, bracket)))
    notes->tag = g_strdup (value);
  else
    return FALSE;

  return TRUE;
}

/* "… [Senior]", "… (5 min)", "…【简单】" */
static gboolean
cut_note_behind (char          *text,
                 IkPromptNotes *notes)
{
  for (guint i = 0; i < G_N_ELEMENTS (brackets); i++)
    {
      gsize length = strlen (text);
      gsize close = strlen (brackets[i][1]);
      char *open;
      gsize n;

      if (length <= close || !g_str_has_suffix (text, brackets[i][1]))
        continue;
      open = g_strrstr_len (text, (gssize) (length - close), brackets[i][0]);
      if (open == NULL || open == text)
        return FALSE;
      n = length - close - (gsize) (open - text) - strlen (brackets[i][0]);
      if (n > MAX_NOTE_BYTES || !take_note (open + strlen (brackets[i][0]), n, i, notes))
        return FALSE;
      *open = '\0';
      g_strchomp (text);
      return TRUE;
    }

  return FALSE;
}

/* Length of a number "1. ", "1) ", "1、" that a text begins with, 0 for another
 * text. */
static gsize
measure_number (const char *text)
{
  gsize n_digits = strspn (text, "0123456789");
  const char *end = text + n_digits;

  if (n_digits == 0 || n_digits > 4)
    return 0;
  if (g_str_has_prefix (end, "、"))
    return n_digits + strlen ("、");

  return g_str_has_prefix (end, ". ") || g_str_has_prefix (end, ") ") ? n_digits + 2 : 0;
}

/* "[Senior] …", "【简单】1. …" */
static gboolean
cut_note_before (char          *text,
                 IkPromptNotes *notes)
{
  for (guint i = 0; i < G_N_ELEMENTS (brackets); i++)
    {
      gsize n = strlen (brackets[i][0]);
      const char *close = g_str_has_prefix (text, brackets[i][0])
                          ? g_strstr_len (text + n, MAX_NOTE_BYTES, brackets[i][1]) : NULL;

      if (close == NULL || strchr ("(", close[strlen (brackets[i][1])]) != NULL ||
          !take_note (text + n, (gsize) (close - text) - n, i, notes))
        continue;
      close += strlen (brackets[i][1]);
      close += strspn (close, " :");
      close += measure_number (close);
      memmove (text, close, strlen (close) + 1);
      return TRUE;
    }

  return FALSE;
}

/* "[…](address)": leaves what the link shows; returns whether it is one. */
static gboolean
unwrap_link (char          *text,
             IkPromptNotes *notes)
{
  gsize length = strlen (text);
  const char *close = text[0] == '[' ? strstr (text, "](") : NULL;

  if (close == NULL || text[length - 1] != ')' || strchr (close, ' ') != NULL ||
      strstr (close + 2, "](") != NULL)
    return FALSE;

  g_free (notes->address);
  notes->address = g_strndup (close + 2, (gsize) (text + length - 1 - close) - 2);
  length = (gsize) (close - text) - 1;
  memmove (text, text + 1, length);
  text[length] = '\0';

  return TRUE;
}

/**
 * ik_prompt_notes_clear:
 * @self: notes
 *
 * Frees what they hold.
 */
void
ik_prompt_notes_clear (IkPromptNotes *self)
{
  g_clear_pointer (&self->level, g_free);
  g_clear_pointer (&self->tag, g_free);
  g_clear_pointer (&self->address, g_free);
}

/**
 * ik_inline_text_dup_prompt:
 * @block: a question
 * @notes: (out): what stands in brackets before and behind it
 *
 * Returns: (transfer full): its wording as CommonMark on one line, without
 *   emphasis or a link around all of it, pictograms, stars and notes
 */
char *
ik_inline_text_dup_prompt (const IkBlock *block,
                           IkPromptNotes *notes)
{
  char *prompt = ik_inline_text_dup_line (block->source);
  gsize day = ik_marker_measure_day (prompt);
  gboolean changed = TRUE;

  if (day > 0 && ik_asking_asks (prompt + day))
    memmove (prompt, prompt + day, strlen (prompt + day) + 1);

  *notes = (IkPromptNotes) { 0 };
  while (changed)
    {
      trim_decoration (prompt);
      trim_marks (prompt);
      changed = unwrap_link (prompt, notes) || cut_note_behind (prompt, notes) ||
                cut_note_before (prompt, notes) || unwrap (prompt, "**") || unwrap (prompt, "__") || unwrap (prompt, "*") ||
                unwrap (prompt, "_");
    }

  return prompt;
}

/**
 * ik_inline_text_fold:
 * @text: a text
 *
 * Returns: (transfer full): its letters and digits in lower case, for
 *   comparing
 */
char *
ik_inline_text_fold (const char *text)
{
  GString *folded = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar ch;

      if ((*p & 0x80) == 0)
        {
          if (g_ascii_isalnum (*p))
            g_string_append_c (folded, g_ascii_tolower (*p));
          continue;
        }
      ch = g_utf8_get_char (p);
      if (g_unichar_isalnum (ch) || g_unichar_ismark (ch))
        g_string_append_unichar (folded, g_unichar_tolower (ch));
    }

  return g_string_free (folded, FALSE);
}

/* Length of the web address that a text begins with, 0 for other text. */
static gsize
measure_address (const char *text)
{
  gsize length;

  if (!g_str_has_prefix (text, "http://") && !g_str_has_prefix (text, "https://"))
    return 0;
  length = strcspn (text, " \t\n)>\"']");
  while (length > 8 && strchr (".,;*_", text[length - 1]) != NULL)
    length--;

  return length;
}

/**
 * ik_inline_text_has_link:
 * @source: CommonMark
 *
 * Returns: whether a web address stands in a text
 */
gboolean
ik_inline_text_has_link (const char *source)
{
  for (const char *p = source; (p = strstr (p, "http")) != NULL; p += 4)
    {
      if (measure_address (p) > 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * ik_inline_text_find_links:
 * @source: CommonMark
 * @links: (element-type utf8): where the addresses go
 *
 * Collects the web addresses of a text.
 */
void
ik_inline_text_find_links (const char *source,
                           GPtrArray  *links)
{
  const char *p = source;

  while ((p = strstr (p, "http")) != NULL)
    {
      gsize length = measure_address (p);

      if (length > 0)
        g_ptr_array_add (links, g_strndup (p, length));
      p += MAX (length, 4);
    }
}
