#include "ik-rich-document.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ik-importer.h"
#include "ik-rich-error.h"

/* A novel has half a million letters; what has more in one paragraph is none
 * that people wrote. */
#define MAX_PARAGRAPH (1024u * 1024)
#define MAX_CODE (8u * 1024 * 1024)

/* As much of a text as tells people where it stands, in letters. */
#define MAX_QUOTED 60

#define BLANKS " \t\n"
#define NO_BREAK_SPACE "\xc2\xa0"

/**
 * ik_rich_block_new:
 * @kind: what it is
 *
 * Returns: (transfer full): a block without text
 */
IkRichBlock *
ik_rich_block_new (IkRichKind kind)
{
  IkRichBlock *self = g_new0 (IkRichBlock, 1);

  self->kind = kind;
  self->text = g_string_new (NULL);

  return self;
}

/**
 * ik_rich_block_free:
 * @self: (transfer full): a block
 */
void
ik_rich_block_free (IkRichBlock *self)
{
  g_string_free (self->text, TRUE);
  g_clear_pointer (&self->spans, g_array_unref);
  g_free (self->info);
  g_free (self);
}

static void
append_span (IkRichBlock *self,
             gsize        end,
             IkRichStyle  style,
             const char  *link)
{
  IkRichSpan span = { end, style, link };
  IkRichSpan *last = self->spans->len > 0
                     ? &g_array_index (self->spans, IkRichSpan, self->spans->len - 1) : NULL;

  if (last != NULL && last->style == style && last->link == link)
    last->end = end;
  else
    g_array_append_val (self->spans, span);
}

/**
 * ik_rich_block_trim:
 * @self: a block
 *
 * Gives back the room that its text doesn't need: a document can have as many
 * blocks as letters.
 */
void
ik_rich_block_trim (IkRichBlock *self)
{
  GString *text = self->text;

  text->allocated_len = text->len + 1;
  text->str = g_realloc (text->str, text->allocated_len);
}

/**
 * ik_rich_block_append:
 * @self: a block
 * @text: UTF-8
 * @length: its length, or -1
 * @style: how it looks
 * @link: (nullable): the address behind it, from ik_rich_document_intern()
 */
void
ik_rich_block_append (IkRichBlock *self,
                      const char  *text,
                      gssize       length,
                      IkRichStyle  style,
                      const char  *link)
{
  gsize start = self->text->len;

  g_string_append_len (self->text, text, length);
  if (self->text->len == start || (self->spans == NULL && style == 0 && link == NULL))
    return;

  if (self->spans == NULL)
    {
      self->spans = g_array_new (FALSE, FALSE, sizeof (IkRichSpan));
      if (start > 0)
        append_span (self, start, 0, NULL);
    }
  append_span (self, self->text->len, style, link);
}

/**
 * ik_rich_block_append_part:
 * @self: a block
 * @other: a block of the same document
 * @start: where the part begins in the text of @other
 * @end: where it ends
 *
 * Appends a part of another block with the looks that it has there.
 */
void
ik_rich_block_append_part (IkRichBlock       *self,
                           const IkRichBlock *other,
                           gsize              start,
                           gsize              end)
{
  for (guint i = 0; other->spans != NULL && i < other->spans->len && start < end; i++)
    {
      const IkRichSpan *span = &g_array_index (other->spans, IkRichSpan, i);
      gsize to = MIN (span->end, end);

      if (to <= start)
        continue;
      ik_rich_block_append (self, other->text->str + start, (gssize) (to - start), span->style,
                            span->link);
      start = to;
    }
  if (start < end)
    ik_rich_block_append (self, other->text->str + start, (gssize) (end - start), 0, NULL);
}

/**
 * ik_rich_block_is_blank:
 * @self: a block
 *
 * Returns: whether nothing can be seen of it
 */
gboolean
ik_rich_block_is_blank (const IkRichBlock *self)
{
  const char *p = self->text->str;

  while (TRUE)
    {
      p += strspn (p, BLANKS "\x1f");
      if (!g_str_has_prefix (p, NO_BREAK_SPACE))
        return *p == '\0';
      p += strlen (NO_BREAK_SPACE);
    }
}

/**
 * ik_rich_block_is_bold:
 * @self: a block
 * @start: where a part of its text begins
 * @end: where the part ends
 *
 * Returns: whether all that can be seen of the part is bold
 */
gboolean
ik_rich_block_is_bold (const IkRichBlock *self,
                       gsize              start,
                       gsize              end)
{
  gboolean bold = FALSE;

  for (guint i = 0; self->spans != NULL && i < self->spans->len && start < end; i++)
    {
      const IkRichSpan *span = &g_array_index (self->spans, IkRichSpan, i);

      start += strspn (self->text->str + start, BLANKS);
      if (start >= MIN (span->end, end))
        continue;
      if ((span->style & IK_RICH_STYLE_BOLD) == 0)
        return FALSE;
      bold = TRUE;
      start = span->end;
    }

  return bold && start + strspn (self->text->str + MIN (start, end), BLANKS) >= end;
}

/**
 * ik_rich_document_new:
 *
 * Returns: (transfer full): a document without blocks
 */
IkRichDocument *
ik_rich_document_new (void)
{
  IkRichDocument *self = g_new0 (IkRichDocument, 1);

  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_rich_block_free);
  self->links = g_string_chunk_new (1024);
  self->title = g_strdup ("");
  self->author = g_strdup ("");
  self->language = g_strdup ("");
  self->aside = g_string_new (NULL);
  self->lost = g_string_new (NULL);

  return self;
}

/**
 * ik_rich_document_free:
 * @self: (transfer full): a document
 */
void
ik_rich_document_free (IkRichDocument *self)
{
  g_ptr_array_unref (self->blocks);
  g_string_chunk_free (self->links);
  g_free (self->title);
  g_free (self->author);
  g_free (self->language);
  g_string_free (self->aside, TRUE);
  g_string_free (self->lost, TRUE);
  g_free (self);
}

/**
 * ik_rich_document_add:
 * @self: a document
 * @kind: what the block is
 *
 * Returns: (transfer none): a new block without text, behind the others
 */
IkRichBlock *
ik_rich_document_add (IkRichDocument *self,
                      IkRichKind      kind)
{
  IkRichBlock *block = ik_rich_block_new (kind);

  if (self->blocks->len > 0)
    ik_rich_block_trim (self->blocks->pdata[self->blocks->len - 1]);
  g_ptr_array_add (self->blocks, block);

  return block;
}

static gboolean
is_empty_line (const IkRichBlock *block)
{
  return block->kind == IK_RICH_PARAGRAPH && block->text->len == 0 && block->row == 0;
}

/**
 * ik_rich_document_join_blanks:
 * @self: a document
 *
 * Drops the last block where it is the third empty line or a later one: two
 * part what stands around them as well as any number.
 */
void
ik_rich_document_join_blanks (IkRichDocument *self)
{
  guint n = self->blocks->len;

  if (n > 2 && is_empty_line (self->blocks->pdata[n - 1]) &&
      is_empty_line (self->blocks->pdata[n - 2]) && is_empty_line (self->blocks->pdata[n - 3]))
    g_ptr_array_set_size (self->blocks, (int) n - 1);
}

/**
 * ik_rich_document_intern:
 * @self: a document
 * @link: an address
 *
 * Returns: (transfer none): the address, for spans; the same for the same one
 */
const char *
ik_rich_document_intern (IkRichDocument *self,
                         const char     *link)
{
  return g_string_chunk_insert_const (self->links, link);
}

/**
 * ik_rich_document_set_aside:
 * @self: a document
 * @text: text that belongs to the document, but not to what it says: a menu, a
 *   notice, a comment
 *
 * Keeps the text as one line of what was set aside, so that people can look
 * for what they miss there.
 */
void
ik_rich_document_set_aside (IkRichDocument *self,
                            const char     *text)
{
  GString *aside = self->aside;
  gsize start = aside->len;

  for (; *text != '\0'; text++)
    {
      gboolean blank = (guint8) *text <= ' ' || *text == '\x7f';

      if (!blank)
        g_string_append_c (aside, *text);
      else if (aside->len > start && aside->str[aside->len - 1] != ' ')
        g_string_append_c (aside, ' ');
    }
  if (aside->len > start && aside->str[aside->len - 1] == ' ')
    g_string_truncate (aside, aside->len - 1);
  if (aside->len > start)
    g_string_append_c (aside, '\n');
}

/**
 * ik_rich_document_part_aside:
 * @self: a document
 *
 * What is set aside from now on is another part.
 */
void
ik_rich_document_part_aside (IkRichDocument *self)
{
  if (self->aside->len > 0 && !g_str_has_suffix (self->aside->str, "\n\n"))
    g_string_append_c (self->aside, '\n');
}

/**
 * ik_rich_document_lose:
 * @self: a document
 * @part: one line that names a part of it, for people
 *
 * Tells that a part of the document could not be read; parts of the same name
 * are told of once.
 */
void
ik_rich_document_lose (IkRichDocument *self,
                       const char     *part)
{
  g_autofree char *line = g_strdup_printf ("%s\n", part);

  if (!g_str_has_suffix (self->lost->str, line))
    g_string_append (self->lost, line);
}

/* The end of the last text that was read, in one line. */
static char *
dup_last_words (const IkRichDocument *self)
{
  for (guint i = self->blocks->len; i > 0; i--)
    {
      const IkRichBlock *block = self->blocks->pdata[i - 1];
      g_autofree char *valid = NULL;
      glong length;
      char *words;

      if (ik_rich_block_is_blank (block))
        continue;
      valid = g_utf8_make_valid (block->text->str, (gssize) block->text->len);
      length = g_utf8_strlen (valid, -1);
      words = g_utf8_substring (valid, MAX (length - MAX_QUOTED, 0), length);
      return g_strstrip (g_strdelimit (words, "\n\r\t\x1f", ' '));
    }

  return g_strdup ("");
}

/**
 * ik_rich_document_lose_rest:
 * @self: a document
 *
 * Tells that nothing could be read behind its last block.
 */
void
ik_rich_document_lose_rest (IkRichDocument *self)
{
  g_autofree char *words = dup_last_words (self);
  /* Translators: the last words that were read of a damaged document */
  g_autofree char *part = g_strdup_printf (_("All that stands behind “%s”"), words);

  ik_rich_document_lose (self, part);
}

/**
 * ik_rich_document_is_full:
 * @self: a document
 *
 * Returns: whether it holds more than may be read, so that a reader can stop
 */
gboolean
ik_rich_document_is_full (const IkRichDocument *self)
{
  const IkRichBlock *last = self->blocks->len > 0 ? self->blocks->pdata[self->blocks->len - 1]
                                                  : NULL;

  return self->blocks->len > IK_IMPORTER_MAX_BLOCKS ||
         (last != NULL && last->text->len > (last->kind == IK_RICH_CODE ? MAX_CODE : MAX_PARAGRAPH));
}

/**
 * ik_rich_document_check:
 * @self: a document whose reader has stopped
 * @name: its name
 * @error: return location
 *
 * Returns: %FALSE with %IK_IMPORTER_ERROR_TOO_LARGE where it holds more than
 *   may be read
 */
gboolean
ik_rich_document_check (const IkRichDocument  *self,
                        const char            *name,
                        GError               **error)
{
  return !ik_rich_document_is_full (self) || ik_rich_error_set_too_long (name, error);
}

/**
 * ik_rich_document_is_plain:
 * @self: a document
 *
 * Returns: whether nothing but lines of text stands in it, as in a text file
 *   that a word processor opened
 */
gboolean
ik_rich_document_is_plain (const IkRichDocument *self)
{
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const IkRichBlock *block = self->blocks->pdata[i];

      if (block->kind != IK_RICH_PARAGRAPH || block->depth > 0 || block->quoted)
        return FALSE;
      for (guint k = 0; block->spans != NULL && k < block->spans->len; k++)
        {
          if (g_array_index (block->spans, IkRichSpan, k).style & IK_RICH_STYLE_BOLD)
            return FALSE;
        }
    }

  return TRUE;
}

/**
 * ik_rich_document_is_blank:
 * @self: a document
 *
 * Returns: whether nothing can be seen of it
 */
gboolean
ik_rich_document_is_blank (const IkRichDocument *self)
{
  for (guint i = 0; i < self->blocks->len; i++)
    {
      if (!ik_rich_block_is_blank (self->blocks->pdata[i]))
        return FALSE;
    }

  return TRUE;
}
