#include "ik-pdf-words.h"

#include <string.h>

#include "ik-marker.h"

/**
 * IkPdfWords:
 *
 * The words of a document, which tell what hyphens at the ends of lines are
 * for.
 */
struct _IkPdfWords
{
  GHashTable *words;      /* (owned) (element-type utf8): in lower case */
  gboolean    hyphenates; /* whether words are divided at line ends */
};

static const char *
get_text (const IkPdfLine *line)
{
  return line->text->text->str;
}

static char *
dup_first_word (const char *text)
{
  gsize length = 0;

  while (text[length] != '\0' && (g_ascii_isalpha (text[length]) || (text[length] & 0x80) != 0))
    length++;

  return g_utf8_strdown (text, (gssize) length);
}

static char *
dup_last_word (const char *text,
               gsize       end)
{
  gsize start = end;

  while (start > 0 && (g_ascii_isalpha (text[start - 1]) || (text[start - 1] & 0x80) != 0))
    start--;

  return g_utf8_strdown (text + start, (gssize) (end - start));
}

static gboolean
ends_with_hyphen (const char *text,
                  gsize       length)
{
  return length > 1 && text[length - 1] == '-' &&
         (g_ascii_isalpha (text[length - 2]) || (text[length - 2] & 0x80) != 0);
}

static void
collect_words (IkPdfWords *self,
               const char *text)
{
  while (*text != '\0')
    {
      gsize length = 0;

      while (text[length] != '\0' && strchr (" \t.,;:!?()\"/", text[length]) == NULL)
        length++;
      if (length > 1)
        g_hash_table_add (self->words, g_utf8_strdown (text, (gssize) length));
      text += length;
      text += *text != '\0';
    }
}

static int
look_up_joint (const IkPdfWords *self,
               const char       *head,
               const char       *tail)
{
  g_autofree char *joined = g_strconcat (head, tail, NULL);
  g_autofree char *hyphenated = g_strconcat (head, "-", tail, NULL);

  return (int) g_hash_table_contains (self->words, joined) -
         (int) g_hash_table_contains (self->words, hyphenated);
}

/* Learns from the words that stand undivided elsewhere whether hyphens at line
 * ends divide words. */
static void
measure_hyphens (IkPdfWords *self,
                 GPtrArray  *lines)
{
  int score = 0;

  for (guint i = 0; i < lines->len; i++)
    collect_words (self, get_text (lines->pdata[i]));
  for (guint i = 0; i + 1 < lines->len; i++)
    {
      const IkPdfLine *line = lines->pdata[i];
      gsize length = line->text->text->len;
      g_autofree char *head = NULL;
      g_autofree char *tail = NULL;

      if (!ends_with_hyphen (get_text (line), length))
        continue;
      head = dup_last_word (get_text (line), length - 1);
      tail = dup_first_word (get_text (lines->pdata[i + 1]));
      score += look_up_joint (self, head, tail);
    }
  self->hyphenates = score > 0;
}

/**
 * ik_pdf_words_new:
 * @lines: (element-type IkPdfLine): lines of all pages in the order of reading
 *
 * Returns: (transfer full): the words in them; linear
 */
IkPdfWords *
ik_pdf_words_new (GPtrArray *lines)
{
  IkPdfWords *self = g_new0 (IkPdfWords, 1);

  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  measure_hyphens (self, lines);

  return self;
}

/**
 * ik_pdf_words_free:
 * @self: (transfer full): words
 */
void
ik_pdf_words_free (IkPdfWords *self)
{
  g_hash_table_unref (self->words);
  g_free (self);
}

static gboolean
is_wide (gunichar ch)
{
  return g_unichar_iswide (ch) && !g_unichar_isspace (ch);
}

/**
 * ik_pdf_words_join:
 * @self: the words of the document
 * @block: a paragraph
 * @line: the line that it goes on with
 *
 * Joins a line to a paragraph: with a blank, or without where a word was
 * divided or the script has none.
 */
void
ik_pdf_words_join (const IkPdfWords *self,
                   IkRichBlock      *block,
                   const IkPdfLine  *line)
{
  const char *text = get_text (line);
  gsize start = strspn (text, " ");
  gsize length = block->text->len;

  while (length > 0 && block->text->str[length - 1] == ' ')
    length--;
  if (ends_with_hyphen (block->text->str, length) && ik_pdf_words_begin_lower (text + start))
    {
      g_autofree char *head = dup_last_word (block->text->str, length - 1);
      g_autofree char *tail = dup_first_word (text + start);
      int joint = look_up_joint (self, head, tail);

      if (joint > 0 || (joint == 0 && self->hyphenates))
        {
          g_string_truncate (block->text, length - 1);
          if (block->spans != NULL && block->spans->len > 0)
            g_array_index (block->spans, IkRichSpan, block->spans->len - 1).end = length - 1;
        }
    }
  else if (g_str_has_suffix (block->text->str, "\xc2\xad"))
    g_string_truncate (block->text, length - 2);
  else if (length > 0 && !(is_wide (g_utf8_get_char (g_utf8_prev_char (block->text->str + length))) &&
                           is_wide (g_utf8_get_char (text + start))))
    {
      IkRichStyle style = line->text->spans != NULL && line->text->spans->len > 0
                          ? g_array_index (line->text->spans, IkRichSpan, 0).style : 0;

      ik_rich_block_append (block, " ", 1, block->kind == IK_RICH_HEADING ? 0 : style, NULL);
    }
  if (block->kind == IK_RICH_HEADING)
    g_string_append (block->text, text + start);
  else
    ik_rich_block_append_part (block, line->text, start, line->text->text->len);
}

/**
 * ik_pdf_words_begin_lower:
 * @text: a text
 *
 * Returns: whether it begins with a small letter
 */
gboolean
ik_pdf_words_begin_lower (const char *text)
{
  return g_unichar_islower (g_utf8_get_char (text));
}

/**
 * ik_pdf_words_begin_item:
 * @text: a text
 *
 * Returns: whether it begins with a bullet or a number, and more behind that
 */
gboolean
ik_pdf_words_begin_item (const char *text)
{
  IkMarker marker;
  gsize length = ik_marker_parse (text, &marker);

  return length > 0 && text[length] != '\0' && marker.style != IK_MARKER_CHAPTER;
}
