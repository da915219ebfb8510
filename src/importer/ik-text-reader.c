#include "ik-text-reader.h"

#include <string.h>

#include "ik-asking.h"
#include "ik-importer.h"
#include "ik-markdown-escape.h"

/* A text is taken for wrapped by hand when its lines end below this column and
 * one in MIN_FULL_SHARE of them comes near the longest. */
#define MAX_WRAP_COLUMN 110
#define MIN_FULL_SHARE 5

#define MAX_HEADING_CHARS 80
#define MIN_RULE_CHARS 3
#define LEAST_CAPITALS 6
#define TAB_WIDTH 4
#define MAX_DEPTH 16

/* Each line that is joined copies the block: what is longer is cut there. */
#define MAX_JOINED_LINES 256

typedef struct
{
  IkBlockList *list;
  glong        wrap;                /* column of the wrap, 0 where there is none */
  guint        indents[MAX_DEPTH];  /* columns of the open items */
  guint        n_indents;
  gboolean     last_numbered;       /* whether the last item without a letter has a number */
  guint        last_indent;         /* its columns */
  IkBlock     *open;                /* (unowned): the block of the line above */
  glong        open_chars;          /* length of that line */
  guint        n_joined;            /* lines of that block but the first */
} Reader;

/* One line of the source. */
typedef struct
{
  guint  number;
  guint  indent;
  char  *text; /* without indentation and trailing blanks */
} Line;

static Line
get_line (const IkBlockList *list,
          guint              number)
{
  Line line = { number, 0, NULL };
  gsize length;
  const char *start = ik_block_list_get_line (list, number, &length);
  gsize i;

  for (i = 0; i < length && (start[i] == ' ' || start[i] == '\t'); i++)
    line.indent += start[i] == '\t' ? TAB_WIDTH - line.indent % TAB_WIDTH : 1;
  line.text = g_strchomp (g_strndup (start + i, length - i));

  return line;
}

static glong
find_wrap (const IkBlockList *list)
{
  guint n_lines = ik_block_list_count_lines (list);
  guint n_full = 0;
  guint n_visible = 0;
  glong longest = 0;

  for (guint i = 1; i <= n_lines; i++)
    {
      gsize length;
      const char *start = ik_block_list_get_line (list, i, &length);

      longest = MAX (longest, g_utf8_strlen (start, (gssize) length));
      if (longest > MAX_WRAP_COLUMN)
        return 0;
    }
  for (guint i = 1; i <= n_lines; i++)
    {
      gsize length;
      const char *start = ik_block_list_get_line (list, i, &length);

      n_visible += length > 0;
      n_full += g_utf8_strlen (start, (gssize) length) * 5 >= longest * 4;
    }

  return longest > 40 && n_full * MIN_FULL_SHARE >= n_visible ? longest : 0;
}

static char *
escape (const char *text)
{
  gsize length = strlen (text);
  GString *escaped = g_string_sized_new (length + 8);

  ik_markdown_escape (escaped, text, length, TRUE);

  return g_string_free (escaped, FALSE);
}

/* One word alone must be long and stand behind a blank line: there are
 * abbreviations. */
static gboolean
is_capitals (const char *text,
             gboolean    gap)
{
  guint n_upper = 0;
  glong n_chars = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p), n_chars++)
    {
      gunichar ch = g_utf8_get_char (p);

      if (g_unichar_islower (ch) || (g_unichar_isalpha (ch) && !g_unichar_isupper (ch)))
        return FALSE;
      n_upper += g_unichar_isupper (ch);
    }

  return n_upper >= 4 && n_chars <= MAX_HEADING_CHARS &&
         (strchr (text, ' ') != NULL || (gap && n_upper >= LEAST_CAPITALS));
}

static gboolean
is_rule (const char *text)
{
  return strspn (text, "-=_*~") >= MIN_RULE_CHARS && text[strspn (text, "-=_*~ ")] == '\0';
}

/* "3", "3.", "Question 3" */
static gboolean
is_lone_number (const char *text,
                guint      *number)
{
  gsize n_digits = strspn (text, "0123456789");

  *number = (guint) g_ascii_strtoull (text, NULL, 10);

  return (n_digits > 0 && n_digits <= 4 &&
          (text[n_digits] == '\0' ||
           (strchr (".)", text[n_digits]) != NULL && text[n_digits + 1] == '\0'))) ||
         ik_marker_is_lone_question (text, number);
}

/* "■ Title", "【Title】": what marks titles where nobody writes capitals. */
static gsize
find_marked_title (const char *text)
{
  static const char *const marks[] = { "■", "□", "◆", "◇", "▼", "▽", "★", "☆", "§", "【" };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      const char *title = text + strlen (marks[i]);

      if (!g_str_has_prefix (text, marks[i]))
        continue;
      title += strspn (title, " ");
      return ik_asking_is_title (title) && !ik_asking_asks (title) &&
             ik_label_lookup (title, -1) == IK_LABEL_NONE &&
             (i + 1 < G_N_ELEMENTS (marks) || g_str_has_suffix (title, "】"))
             ? (gsize) (title - text) : 0;
    }

  return 0;
}

/* Underlines the paragraph above, as Markdown's headings of two lines. */
static gboolean
take_underline (Reader     *self,
                const Line *line)
{
  gboolean under = self->open != NULL && self->open->kind == IK_BLOCK_PARAGRAPH &&
                   self->open->first == self->open->last && self->open_chars <= MAX_HEADING_CHARS &&
                   (gsize) self->open_chars <= 2 * strlen (line->text) + 2;

  if (!under || strspn (line->text, "=") + strspn (line->text, "-") != strlen (line->text))
    return FALSE;

  self->open->kind = IK_BLOCK_HEADING;
  self->open->level = line->text[0] == '=' ? 1 : 2;
  self->open->last = line->number;

  return TRUE;
}

/* Whether a line goes on with the text above it: it hangs below an item, or
 * its first word had no room there. */
static gboolean
continues (Reader     *self,
           const Line *line)
{
  if (self->open == NULL || self->open->kind > IK_BLOCK_ITEM ||
      self->open->kind == IK_BLOCK_HEADING || self->n_joined >= MAX_JOINED_LINES ||
      ik_label_lookup (line->text, (gssize) ik_label_find_colon (line->text)) != IK_LABEL_NONE)
    return FALSE;
  if (self->wrap > 0)
    return self->open_chars + 1 + g_utf8_strlen (line->text, (gssize) strcspn (line->text, " ")) >
           self->wrap - (glong) self->open->indent;

  return self->open->kind == IK_BLOCK_ITEM && line->indent > self->open->indent;
}

static guint
find_depth (Reader *self,
            guint   indent)
{
  while (self->n_indents > 0 && self->indents[self->n_indents - 1] >= indent)
    self->n_indents--;
  if (self->n_indents < MAX_DEPTH)
    self->indents[self->n_indents++] = indent;

  return self->n_indents - 1;
}

/* "a)" below "1." is nested even where it isn't indented. */
static guint
find_item_depth (Reader        *self,
                 guint          indent,
                 IkMarkerStyle  style)
{
  gboolean below_number = style == IK_MARKER_LETTER && self->last_numbered &&
                          self->last_indent == indent;

  if (style != IK_MARKER_LETTER)
    {
      self->last_numbered = style == IK_MARKER_NUMBER;
      self->last_indent = indent;
    }

  return find_depth (self, indent + below_number);
}

static IkBlock *
add_block (Reader      *self,
           const Line  *line,
           IkBlockKind  kind,
           const char  *text)
{
  g_autofree char *source = escape (text);
  IkBlock *block = ik_block_new (kind, line->number, line->number, text, source);

  block->indent = MIN (line->indent, IK_BLOCK_MAX_DEPTH);
  g_ptr_array_add (self->list->blocks, block);
  self->open = block;
  self->n_joined = 0;
  self->open_chars = g_utf8_strlen (line->text, -1) + (glong) line->indent;

  return block;
}

static void
add_text (Reader     *self,
          const Line *line)
{
  IkMarker marker;
  gsize length = ik_marker_parse (line->text, &marker);
  gboolean item = marker.style == IK_MARKER_BULLET || marker.style == IK_MARKER_NUMBER ||
                  marker.style == IK_MARKER_LETTER;
  IkBlock *block;

  if (line->text[length] == '\0')
    length = 0;
  if (length == 0)
    marker.style = IK_MARKER_NONE;

  if (length == 0 && continues (self, line))
    {
      g_autofree char *source = escape (line->text);
      g_autoptr(IkBlock) tail = ik_block_new (IK_BLOCK_PARAGRAPH, line->number, line->number,
                                              line->text, source);

      ik_block_join (self->open, tail);
      self->n_joined++;
      self->open_chars = g_utf8_strlen (line->text, -1) + (glong) line->indent;
      return;
    }

  if (length == 0 && is_capitals (line->text, self->open == NULL))
    block = add_block (self, line, IK_BLOCK_HEADING, line->text);
  else
    block = add_block (self, line, item && length > 0 ? IK_BLOCK_ITEM : IK_BLOCK_PARAGRAPH,
                       line->text + length);
  block->marker = marker;
  if (block->kind == IK_BLOCK_HEADING)
    block->level = 2;
  if (block->kind == IK_BLOCK_ITEM)
    block->depth = find_item_depth (self, line->indent, marker.style);
  else if (line->indent == 0 || self->n_indents == 0 || self->indents[0] >= line->indent)
    self->n_indents = 0;
  else
    block->depth = self->n_indents;
}

static void
add_title (Reader     *self,
           const Line *line,
           gsize       start)
{
  g_autofree char *title = g_strdup (line->text + start);
  IkBlock *block;

  if (g_str_has_suffix (title, "】"))
    title[strlen (title) - strlen ("】")] = '\0';
  block = add_block (self, line, IK_BLOCK_HEADING, title);
  block->level = 2;
  self->n_indents = 0;
}

/* A number that has its line to itself counts the text below it. */
static guint
take_lone_number (Reader     *self,
                  const Line *line)
{
  guint n_lines = ik_block_list_count_lines (self->list);
  guint next = line->number + 1;
  Line below;
  IkBlock *block;
  gboolean numbered;
  guint number;
  guint other;

  is_lone_number (line->text, &number);

  if (next <= n_lines && ik_block_list_is_blank (self->list, next))
    next++;
  if (next > n_lines || ik_block_list_is_blank (self->list, next))
    return 0;
  below = get_line (self->list, next);
  numbered = !is_lone_number (below.text, &other) && !is_rule (below.text);
  if (numbered)
    {
      block = add_block (self, &below, IK_BLOCK_ITEM, below.text);
      block->first = line->number;
      block->marker.style = IK_MARKER_LONE;
      block->marker.number = number;
      self->n_indents = 0;
    }
  g_free (below.text);

  return numbered ? next : 0;
}

/**
 * ik_text_reader_read:
 * @text: plain text
 *
 * Reads a document into blocks: bullets, numbers, indentation, underlines,
 * capitals and numbers on lines of their own. A line is a block unless it
 * visibly goes on with the one above; linear. A document with more blocks than
 * are allowed is read no further.
 *
 * Returns: (transfer full): its blocks
 */
IkBlockList *
ik_text_reader_read (const char *text)
{
  Reader reader = { .list = ik_block_list_new (text) };
  guint n_lines = ik_block_list_count_lines (reader.list);

  reader.wrap = find_wrap (reader.list);
  for (guint i = 1; i <= n_lines && reader.list->blocks->len <= IK_IMPORTER_MAX_BLOCKS; i++)
    {
      Line line = get_line (reader.list, i);
      guint number;
      guint taken;
      gsize title;

      if (line.text[0] == '\0')
        reader.open = NULL;
      else if (is_rule (line.text))
        {
          if (!take_underline (&reader, &line))
            add_block (&reader, &line, IK_BLOCK_RULE, line.text);
        }
      else if (is_lone_number (line.text, &number) &&
               (taken = take_lone_number (&reader, &line)) > 0)
        i = taken;
      else if ((title = find_marked_title (line.text)) > 0)
        add_title (&reader, &line, title);
      else
        add_text (&reader, &line);
      g_free (line.text);
    }
  if (reader.list->blocks->len <= IK_IMPORTER_MAX_BLOCKS)
    ik_block_list_fill_gaps (reader.list);

  return reader.list;
}
