#include "ik-block.h"

#include <string.h>

/* Enough for what stands inside an item of any marker up to "99.". */
#define INDENT_PER_DEPTH 4

/**
 * ik_block_new:
 * @kind: what it is
 * @first: first line
 * @last: last line
 * @text: plain text
 * @source: CommonMark
 *
 * Returns: (transfer full): a block without marker and label
 */
IkBlock *
ik_block_new (IkBlockKind  kind,
              guint        first,
              guint        last,
              const char  *text,
              const char  *source)
{
  return ik_block_new_take (kind, first, last, g_strdup (text), g_strdup (source));
}

/**
 * ik_block_new_take:
 * @kind: what it is
 * @first: first line
 * @last: last line
 * @text: (transfer full): plain text
 * @source: (transfer full): CommonMark
 *
 * Returns: (transfer full): a block without marker and label
 */
IkBlock *
ik_block_new_take (IkBlockKind  kind,
                   guint        first,
                   guint        last,
                   char        *text,
                   char        *source)
{
  IkBlock *self = g_slice_new0 (IkBlock);

  self->kind = kind;
  self->first = first;
  self->last = last;
  self->text = text;
  self->source = source;

  return self;
}

/**
 * ik_block_free:
 * @self: (transfer full): a block
 */
void
ik_block_free (IkBlock *self)
{
  g_free (self->text);
  g_free (self->source);
  g_free (self->info);
  g_free (self->label_text);
  g_slice_free (IkBlock, self);
}

/**
 * ik_block_is_text:
 * @self: a block
 *
 * Returns: whether people read it as text, not as code, table or decoration
 */
gboolean
ik_block_is_text (const IkBlock *self)
{
  return self->kind <= IK_BLOCK_SUMMARY && self->text[0] != '\0';
}

static gsize
skip_emphasis (const char *source)
{
  return strspn (source, "*_");
}

/**
 * ik_block_strip_marker:
 * @self: a block
 *
 * Moves a number that the text begins with ("3.", "Q1:", "Part 2:") into the
 * marker. A block that has a marker keeps it unless it is a bullet.
 */
void
ik_block_strip_marker (IkBlock *self)
{
  IkMarker marker;
  gsize length = ik_marker_parse (self->text, &marker);
  gsize emphasis = skip_emphasis (self->source);
  IkMarker in_source;
  gsize source_length = length > 0 ? ik_marker_parse (self->source + emphasis, &in_source) : 0;
  gsize closing;

  if (source_length == 0 || self->text[length] == '\0' ||
      marker.style == IK_MARKER_BULLET || self->marker.style > IK_MARKER_BULLET ||
      (marker.style == IK_MARKER_LETTER && self->kind != IK_BLOCK_PARAGRAPH))
    return;

  self->marker = marker;
  memmove (self->text, self->text + length, strlen (self->text + length) + 1);
  memmove (self->source + emphasis, self->source + emphasis + source_length,
           strlen (self->source + emphasis + source_length) + 1);
  closing = strspn (self->source + emphasis, "*_ ");
  if (emphasis > 0 && closing >= emphasis) /* "**Q1:** What" */
    memmove (self->source, self->source + emphasis + closing,
             strlen (self->source + emphasis + closing) + 1);
}

/**
 * ik_block_join:
 * @self: a block
 * @tail: its torn-off end
 *
 * Appends text and lines of @tail.
 */
void
ik_block_join (IkBlock       *self,
               const IkBlock *tail)
{
  char *text = g_strjoin (" ", self->text, tail->text, NULL);
  char *source = g_strjoin ("\n", self->source, tail->source, NULL);

  g_free (self->text);
  g_free (self->source);
  self->text = text;
  self->source = source;
  self->last = MAX (self->last, tail->last);
}

/**
 * ik_block_split:
 * @self: a block of text
 * @text_at: where to split its plain text
 * @source_at: where to split its source
 *
 * Cuts a block in two.
 *
 * Returns: (transfer full): the second part, a paragraph of the same lines
 */
IkBlock *
ik_block_split (IkBlock *self,
                gsize    text_at,
                gsize    source_at)
{
  IkBlock *tail = ik_block_new (IK_BLOCK_PARAGRAPH, self->first, self->last,
                                self->text + text_at, self->source + source_at);

  tail->depth = self->depth + (self->kind == IK_BLOCK_ITEM);
  tail->quoted = self->quoted;
  self->text[text_at] = '\0';
  self->source[source_at] = '\0';
  g_strchomp (self->text);
  g_strchomp (self->source);

  return tail;
}

static void
append_indented (GString    *markdown,
                 const char *text,
                 guint       indent,
                 gboolean    quoted)
{
  for (const char *line = text; ; line++)
    {
      gsize length = strcspn (line, "\n");

      if (line != text)
        g_string_append_printf (markdown, "\n%*s", length > 0 ? (int) indent : 0, "");
      if (quoted)
        g_string_append (markdown, "> ");
      g_string_append_len (markdown, line, (gssize) length);
      line += length;
      if (*line == '\0')
        break;
    }
}

static void
append_marker (GString       *markdown,
               const IkBlock *self)
{
  if (self->marker.style == IK_MARKER_BULLET)
    g_string_append (markdown, "- ");
  else if (self->marker.style == IK_MARKER_LETTER)
    g_string_append_printf (markdown, "%c) ", (char) ('a' + self->marker.number - 1));
  else if (self->marker.style != IK_MARKER_NONE && self->marker.number > 0)
    g_string_append_printf (markdown, "%u. ", self->marker.number);
  else if (self->kind == IK_BLOCK_ITEM)
    g_string_append (markdown, "- ");
  if (self->task)
    g_string_append (markdown, self->checked ? "[x] " : "[ ] ");
}

/* A fence that the code doesn't hold. */
static guint
fence_length (const char *code)
{
  guint longest = 2;

  for (const char *p = code; (p = strchr (p, '`')) != NULL;)
    {
      gsize n = strspn (p, "`");

      longest = MAX (longest, (guint) n);
      p += n;
    }

  return longest + 1;
}

static void
append_code (GString       *markdown,
             const IkBlock *self,
             guint          indent)
{
  g_autofree char *fence = g_strnfill (fence_length (self->source), '`');

  g_string_append_printf (markdown, "%s%s\n%*s", fence, self->info != NULL ? self->info : "",
                          (int) indent, "");
  append_indented (markdown, self->source, indent, FALSE);
  g_string_append_printf (markdown, "\n%*s%s", (int) indent, "", fence);
}

/* Whether what follows begins right on the next line: lists and tables are
 * kept together. */
static gboolean
is_tight (const IkBlock *self,
          const IkBlock *previous)
{
  return previous != NULL && previous->kind == self->kind &&
         (self->kind == IK_BLOCK_ITEM || self->kind == IK_BLOCK_TABLE_ROW);
}

/**
 * ik_block_append_markdown:
 * @self: a block
 * @previous: (nullable): the block that stands before it in @markdown
 * @base_depth: depth that is not indented
 * @markdown: CommonMark so far
 *
 * Appends the block as CommonMark.
 */
void
ik_block_append_markdown (const IkBlock *self,
                          const IkBlock *previous,
                          guint          base_depth,
                          GString       *markdown)
{
  guint depth = self->depth > base_depth ? self->depth - base_depth : 0;
  guint indent = MIN (depth, 16) * INDENT_PER_DEPTH;

  if (markdown->len > 0)
    g_string_append (markdown, is_tight (self, previous) ? "\n" : "\n\n");
  g_string_append_printf (markdown, "%*s", (int) indent, "");

  if (self->kind == IK_BLOCK_CODE)
    {
      append_code (markdown, self, indent);
      return;
    }
  if (self->kind == IK_BLOCK_HEADING)
    g_string_append (markdown, "#### ");
  if (self->kind != IK_BLOCK_TABLE_ROW)
    append_marker (markdown, self);
  append_indented (markdown, self->source, indent + (self->kind == IK_BLOCK_ITEM ? 2 : 0),
                   self->quoted);
}
