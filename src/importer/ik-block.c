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
  return ik_block_new_sized (kind, first, last, (IkBlockText) { text, strlen (text) },
                             (IkBlockText) { source, strlen (source) });
}

static char *
place_text (char        *at,
            IkBlockText  text)
{
  memcpy (at, text.text, text.length);
  at[text.length] = '\0';

  return at;
}

/**
 * ik_block_new_sized:
 * @kind: what it is
 * @first: first line
 * @last: last line
 * @text: plain text
 * @source: CommonMark
 *
 * Returns: (transfer full): a block without marker and label
 */
IkBlock *
ik_block_new_sized (IkBlockKind kind,
                    guint       first,
                    guint       last,
                    IkBlockText text,
                    IkBlockText source)
{
  gboolean shared = text.length == source.length &&
                    memcmp (text.text, source.text, text.length) == 0;
  IkBlock *self = g_malloc (sizeof (IkBlock) + text.length + 1 + (shared ? 0 : source.length + 1));

  *self = (IkBlock) { .kind = kind, .first = first, .last = last, .shared = shared };
  self->text = place_text (self->inside, text);
  self->source = shared ? self->text : place_text (self->inside + text.length + 1, source);

  return self;
}

/**
 * ik_block_free:
 * @self: (transfer full): a block
 */
void
ik_block_free (IkBlock *self)
{
  if (self->extra != NULL)
    {
      g_free (self->extra->info);
      g_free (self->extra->label_text);
      g_free (self->extra->joined);
      g_free (self->extra);
    }
  g_free (self);
}

static IkBlockExtra *
get_extra (IkBlock *self)
{
  if (self->extra == NULL)
    self->extra = g_new0 (IkBlockExtra, 1);

  return self->extra;
}

/**
 * ik_block_get_info:
 * @self: a block
 *
 * Returns: (nullable): the language of code
 */
const char *
ik_block_get_info (const IkBlock *self)
{
  return self->extra != NULL ? self->extra->info : NULL;
}

/**
 * ik_block_take_info:
 * @self: a block of code
 * @info: (transfer full) (nullable): its language
 */
void
ik_block_take_info (IkBlock *self,
                    char    *info)
{
  if (info != NULL)
    get_extra (self)->info = info;
}

/**
 * ik_block_get_label_text:
 * @self: a block
 *
 * Returns: (nullable): its label as written
 */
const char *
ik_block_get_label_text (const IkBlock *self)
{
  return self->extra != NULL ? self->extra->label_text : NULL;
}

/**
 * ik_block_set_label:
 * @self: a block
 * @label: what its label means
 * @text: the label as written
 * @length: its length in bytes
 */
void
ik_block_set_label (IkBlock    *self,
                    IkLabel     label,
                    const char *text,
                    gsize       length)
{
  IkBlockExtra *extra = get_extra (self);
  char *before = extra->label_text;

  self->label = label;
  extra->label_text = g_strndup (text, length);
  g_free (before);
}

/* Gives the source bytes of its own. */
static void
own_source (IkBlock *self)
{
  if (!self->shared)
    return;

  get_extra (self)->joined = g_strdup (self->source);
  self->source = self->extra->joined;
  self->shared = FALSE;
}

/**
 * ik_block_cut_start:
 * @self: a block
 * @in_text: how many bytes to cut off its plain text
 * @in_source: how many to cut off its source
 *
 * Cuts what stands at the beginning.
 */
void
ik_block_cut_start (IkBlock *self,
                    gsize    in_text,
                    gsize    in_source)
{
  self->text += in_text;
  self->source += in_source;
}

/**
 * ik_block_cut_source:
 * @self: a block
 * @start: where to cut
 * @length: how many bytes
 *
 * Cuts what stands in the source and not in the plain text.
 */
void
ik_block_cut_source (IkBlock *self,
                     gsize    start,
                     gsize    length)
{
  char *at;

  own_source (self);
  at = self->source + start;
  memmove (at, at + length, strlen (at + length) + 1);
}

/**
 * ik_block_cut_end:
 * @self: a block
 * @text_end: where its plain text ends from now on
 * @source_end: where its source ends
 *
 * Cuts what stands at the end, and the blanks before it.
 */
void
ik_block_cut_end (IkBlock *self,
                  gsize    text_end,
                  gsize    source_end)
{
  if (self->text + text_end != self->source + source_end)
    own_source (self);
  self->text[text_end] = '\0';
  self->source[source_end] = '\0';
  g_strchomp (self->text);
  g_strchomp (self->source);
}

/**
 * ik_block_make_code:
 * @self: a block of text
 *
 * Makes it code, whose source is what it says.
 */
void
ik_block_make_code (IkBlock *self)
{
  self->kind = IK_BLOCK_CODE;
  self->source = self->text;
  self->shared = TRUE;
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

/* What opens before the text: emphasis, a link. */
static gsize
skip_opening (const IkBlock *self)
{
  return strspn (self->source, self->linked ? "*_[" : "*_");
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
  gsize emphasis = skip_opening (self);
  IkMarker in_source;
  gsize source_length = length > 0 ? ik_marker_parse (self->source + emphasis, &in_source) : 0;
  gsize closing;

  if (source_length == 0 || self->text[length] == '\0' ||
      marker.style == IK_MARKER_BULLET || self->marker.style > IK_MARKER_BULLET ||
      (marker.style == IK_MARKER_LETTER && self->kind != IK_BLOCK_PARAGRAPH))
    return;

  self->marker = marker;
  if (emphasis > 0)
    {
      own_source (self);
      memmove (self->source + source_length, self->source, emphasis);
    }
  ik_block_cut_start (self, length, source_length);
  closing = strspn (self->source + emphasis, "*_ ");
  if (emphasis > 0 && closing >= emphasis) /* "**Q1:** What" */
    ik_block_cut_start (self, 0, emphasis + closing);
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
  gsize text_size = strlen (self->text) + 1 + strlen (tail->text) + 1;
  gsize source_size = strlen (self->source) + 1 + strlen (tail->source) + 1;
  char *joined = g_malloc (text_size + source_size);

  g_snprintf (joined, text_size, "%s %s", self->text, tail->text);
  g_snprintf (joined + text_size, source_size, "%s\n%s", self->source, tail->source);
  g_free (get_extra (self)->joined);
  self->extra->joined = joined;
  self->text = joined;
  self->source = joined + text_size;
  self->shared = FALSE;
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

  tail->depth = MIN (self->depth + (guint) (self->kind == IK_BLOCK_ITEM), IK_BLOCK_MAX_DEPTH);
  tail->quoted = self->quoted;
  ik_block_cut_end (self, text_at, source_at);

  return tail;
}

static void
append_blanks (GString *markdown,
               guint    n)
{
  static const char blanks[] = "                ";

  for (; n > 0; n -= MIN (n, (guint) strlen (blanks)))
    g_string_append_len (markdown, blanks, MIN (n, (guint) strlen (blanks)));
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
        {
          g_string_append_c (markdown, '\n');
          append_blanks (markdown, length > 0 ? indent : 0);
        }
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
    {
      g_string_append_unichar (markdown, ik_marker_get_letter (&self->marker));
      g_string_append (markdown, ") ");
    }
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
  const char *info = ik_block_get_info (self);

  g_string_append_printf (markdown, "%s%s\n%*s", fence, info != NULL ? info : "",
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
  append_blanks (markdown, indent);

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
