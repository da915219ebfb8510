#include "ik-pdf-flow.h"

#include <math.h>
#include <string.h>

#include "ik-asking.h"
#include "ik-marker.h"
#include "ik-pdf-page.h"

#define MAX_DEPTH 16
#define N_COLUMNS 3
#define MAX_HEADING_LOOKS 16u
#define MAX_HEADING_PERCENT 30
#define MAX_SIZE 200u
#define MAX_PITCH 200u

/* Letters this much larger than the text's are a heading's. */
#define HEADING_RATIO 1.08

/* Lines further apart than this share of the usual distance are not of one
 * paragraph; from the second on there are empty lines between them. */
#define SAME_PARAGRAPH_RATIO 1.25
#define EMPTY_LINE_RATIO 1.6

/* Width of a blank, in sizes of the font. */
#define BLANK_WIDTH 0.25

/* What differs by less stands in one line below the other, in points. */
#define INDENT_TOLERANCE 3.0

/* Lines that end in this share of the width before the right edge show where
 * the edge is, if there are so many of them. */
#define NEAR_EDGE_SHARE 0.1
#define MIN_NEAR_EDGE 4u

/* How the lines of a heading look. */
typedef struct
{
  int         size;   /* half points */
  const char *family;
  gboolean    bold;
  gsize       n_text; /* bytes of text that look so */
} Look;

typedef struct
{
  IkRichDocument *document;
  GPtrArray      *lines;
  double          size;              /* of the text, in points */
  const char     *family;            /* likewise */
  double          pitches[MAX_SIZE]; /* usual distance of lines by size in half points */
  double          left[N_COLUMNS];   /* left edge of each column, see IkPdfLine */
  double          right[N_COLUMNS];  /* right edge of each column */
  gboolean        fixed;             /* whether all of it is in a font of fixed width */
  gboolean        plain;             /* whether all of it looks the same */
  Look            headings[MAX_HEADING_LOOKS]; /* largest first */
  guint           n_headings;
  GHashTable     *words;             /* (owned): words of the document, in lower case */
  gboolean        hyphenates;        /* whether words are divided at line ends */

  /* The paragraph being read */
  IkRichBlock     *block;            /* (unowned) (nullable) */
  const IkPdfLine *last;             /* (nullable): its last line */
  double           indents[MAX_DEPTH];
  guint            n_indents;

  /* The table being read */
  IkRichBlock     *header;           /* (unowned) (nullable): its first row */
} Flow;

static guint
half_points (double size)
{
  return (guint) CLAMP (lround (size * 2), 0, MAX_SIZE - 1);
}

static const char *
get_text (const IkPdfLine *line)
{
  return line->text->text->str;
}

static guint
find_most (const guint *counts,
           guint        n)
{
  guint best = 0;

  for (guint i = 1; i < n; i++)
    {
      if (counts[i] > counts[best])
        best = i;
    }

  return best;
}

/* The size and family in which most of the text is set. */
static void
measure_fonts (Flow *self)
{
  g_autoptr(GHashTable) families = g_hash_table_new (NULL, NULL);
  guint counts[MAX_SIZE] = { 0 };
  gsize most = 0;

  self->fixed = TRUE;
  for (guint i = 0; i < self->lines->len; i++)
    {
      const IkPdfLine *line = self->lines->pdata[i];
      gsize n = line->text->text->len;

      counts[half_points (line->size)] += (guint) n;
      self->fixed = self->fixed && line->fixed;
    }
  self->size = find_most (counts, MAX_SIZE) / 2.0;

  for (guint i = 0; i < self->lines->len; i++)
    {
      const IkPdfLine *line = self->lines->pdata[i];
      gsize n = GPOINTER_TO_SIZE (g_hash_table_lookup (families, line->family)) + line->text->text->len;

      g_hash_table_insert (families, (gpointer) line->family, GSIZE_TO_POINTER (n));
      if (n > most)
        self->family = line->family;
      most = MAX (most, n);
    }
}

/* The usual distance from line to line, for each size of letters. */
static void
measure_pitches (Flow *self)
{
  g_autofree guint *counts = g_new0 (guint, MAX_SIZE * MAX_PITCH);

  for (guint i = 1; i < self->lines->len; i++)
    {
      const IkPdfLine *above = self->lines->pdata[i - 1];
      const IkPdfLine *line = self->lines->pdata[i];
      double pitch = line->y1 - above->y1;

      if (above->page == line->page && line->table == 0 && pitch > 0 && pitch * 2 < MAX_PITCH &&
          pitch < line->size * 2 && half_points (above->size) == half_points (line->size))
        counts[half_points (line->size) * MAX_PITCH + (guint) lround (pitch * 2)]++;
    }
  for (guint i = 0; i < MAX_SIZE; i++)
    {
      guint pitch = find_most (counts + i * MAX_PITCH, MAX_PITCH);

      self->pitches[i] = pitch > 0 ? pitch / 2.0 : i / 2.0 * 1.3;
    }
}

/* Where lines end that are full: where many end, else as far from the right
 * as they begin from the left. */
static void
measure_edges (Flow *self)
{
  double width = 0;
  guint n_near = 0;

  for (guint i = 0; i < N_COLUMNS; i++)
    self->left[i] = G_MAXDOUBLE;
  for (guint i = 0; i < self->lines->len; i++)
    {
      const IkPdfLine *line = self->lines->pdata[i];

      self->left[line->column] = MIN (self->left[line->column], line->x0);
      self->right[line->column] = MAX (self->right[line->column], line->x1);
      width = MAX (width, line->width);
    }
  for (guint i = 0; i < self->lines->len; i++)
    {
      const IkPdfLine *line = self->lines->pdata[i];

      n_near += line->column == 0 && line->x1 > self->right[0] - (self->right[0] - self->left[0]) *
                NEAR_EDGE_SHARE;
    }
  if (n_near < MIN_NEAR_EDGE)
    self->right[0] = MAX (self->right[0], width - self->left[0]);
}

/* Larger than the text, or in a font of its own. */
static gboolean
stands_out (const Flow      *self,
            const IkPdfLine *line)
{
  return line->size >= self->size * HEADING_RATIO ||
         (line->family != self->family && *line->family != '\0' && !line->fixed &&
          line->size >= self->size * 0.9);
}

static Look *
find_look (Flow            *self,
           const IkPdfLine *line)
{
  for (guint i = 0; i < self->n_headings; i++)
    {
      Look *look = &self->headings[i];

      if (look->size == (int) half_points (line->size) && look->family == line->family &&
          look->bold == line->bold)
        return look;
    }

  return NULL;
}

/* The looks of headings, the largest first, of the same size the first. What
 * much of the text looks like is none. */
static void
measure_headings (Flow *self)
{
  gsize n_text = 0;
  guint n_kept = 0;

  for (guint i = 0; i < self->lines->len; i++)
    {
      const IkPdfLine *line = self->lines->pdata[i];
      Look *look = stands_out (self, line) ? find_look (self, line) : NULL;

      n_text += line->text->text->len;
      if (look == NULL && stands_out (self, line) && self->n_headings < MAX_HEADING_LOOKS)
        {
          Look new_look = { (int) half_points (line->size), line->family, line->bold, 0 };
          guint at = self->n_headings++;

          for (; at > 0 && self->headings[at - 1].size < new_look.size; at--)
            self->headings[at] = self->headings[at - 1];
          look = &self->headings[at];
          *look = new_look;
        }
      if (look != NULL)
        look->n_text += line->text->text->len;
    }
  for (guint i = 0; i < self->n_headings; i++)
    {
      if (self->headings[i].n_text * 100 <= n_text * MAX_HEADING_PERCENT)
        self->headings[n_kept++] = self->headings[i];
    }
  self->n_headings = n_kept;
}

/* The level of a heading, or 0. */
static guint
find_level (Flow            *self,
            const IkPdfLine *line)
{
  const Look *look = stands_out (self, line) ? find_look (self, line) : NULL;

  return look != NULL ? (guint) (look - self->headings) + 1 : 0;
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
collect_words (Flow       *self,
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
look_up_joint (const Flow *self,
               const char *head,
               const char *tail)
{
  g_autofree char *joined = g_strconcat (head, tail, NULL);
  g_autofree char *hyphenated = g_strconcat (head, "-", tail, NULL);

  return (int) g_hash_table_contains (self->words, joined) -
         (int) g_hash_table_contains (self->words, hyphenated);
}

/* Learns from the words that stand undivided elsewhere whether hyphens at line
 * ends divide words. */
static void
measure_hyphens (Flow *self)
{
  int score = 0;

  for (guint i = 0; i < self->lines->len; i++)
    collect_words (self, get_text (self->lines->pdata[i]));
  for (guint i = 0; i + 1 < self->lines->len; i++)
    {
      const IkPdfLine *line = self->lines->pdata[i];
      gsize length = line->text->text->len;
      g_autofree char *head = NULL;
      g_autofree char *tail = NULL;

      if (!ends_with_hyphen (get_text (line), length))
        continue;
      head = dup_last_word (get_text (line), length - 1);
      tail = dup_first_word (get_text (self->lines->pdata[i + 1]));
      score += look_up_joint (self, head, tail);
    }
  self->hyphenates = score > 0;
}

static gboolean
begins_lower (const char *text)
{
  return g_unichar_islower (g_utf8_get_char (text));
}

static gboolean
ends_sentence (const char *text)
{
  static const char *const ends[] = { ".", "?", "!", ":", "。", "？", "！", "：", ".”", ".\"", ".)", "؟" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      if (g_str_has_suffix (text, ends[i]))
        return TRUE;
    }

  return FALSE;
}

/* Whether the first word of @next had no room behind @line. */
static gboolean
is_full (const Flow      *self,
         const IkPdfLine *line,
         const IkPdfLine *next)
{
  return line->x1 + line->size * BLANK_WIDTH + next->word >= self->right[line->column] - 1;
}

/* Whether @line is at least half as long as a full one. */
static gboolean
is_long (const Flow      *self,
         const IkPdfLine *line)
{
  return line->x1 - self->left[line->column] >
         (self->right[line->column] - self->left[line->column]) / 2;
}

/* A full line that ends a sentence may end a paragraph as well. Where nothing
 * else tells, it does if what follows asks something or is a title. */
static gboolean
begins_anew (const Flow      *self,
             const IkPdfLine *line)
{
  const char *text = get_text (line);

  return ends_sentence (get_text (self->last)) && !begins_lower (text) &&
         (ik_asking_score (text) >= IK_ASKING_LEAST ||
          (!ends_sentence (text) && !is_long (self, line)));
}

static gboolean
has_marker (const char *text)
{
  IkMarker marker;
  gsize length = ik_marker_parse (text, &marker);

  return length > 0 && text[length] != '\0' && marker.style != IK_MARKER_CHAPTER;
}

/* Whether @line goes on with the paragraph whose last line is @self->last. */
static gboolean
continues (Flow            *self,
           const IkPdfLine *line)
{
  const IkPdfLine *last = self->last;
  guint level = find_level (self, line);
  double pitch;

  if (last == NULL || last->table > 0 || line->table > 0 || fabs (line->size - last->size) > 0.7 || has_marker (get_text (line)) ||
      level != find_level (self, last) || (line->bold && !last->bold) ||
      (!self->fixed && line->fixed != last->fixed))
    return FALSE;
  if (line->page != last->page || line->column != last->column || line->band != last->band)
    return level == 0 && !ends_sentence (get_text (last)) &&
           (begins_lower (get_text (line)) || is_full (self, last, line));

  pitch = line->y1 - last->y1;
  if (pitch > self->pitches[half_points (line->size)] * SAME_PARAGRAPH_RATIO)
    return FALSE;
  if (begins_lower (get_text (line)) && !ends_sentence (get_text (last)) && is_long (self, last))
    return TRUE;

  return is_full (self, last, line) && !(self->plain && begins_anew (self, line));
}

static gboolean
is_wide (gunichar ch)
{
  return g_unichar_iswide (ch) && !g_unichar_isspace (ch);
}

/* Joins a line to the paragraph: with a blank, or without where a word was
 * divided or the script has none. */
static void
join_line (Flow            *self,
           const IkPdfLine *line)
{
  IkRichBlock *block = self->block;
  const char *text = get_text (line);
  gsize start = strspn (text, " ");
  gsize length = block->text->len;

  while (length > 0 && block->text->str[length - 1] == ' ')
    length--;
  if (ends_with_hyphen (block->text->str, length) && begins_lower (text + start))
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

/* Empty lines are seen as distance. */
static void
add_gap (Flow            *self,
         const IkPdfLine *line)
{
  const IkPdfLine *last = self->last;
  double usual = self->pitches[half_points (line->size)];

  if (last != NULL && last->page == line->page && last->column == line->column &&
      line->y1 - last->y1 > usual * EMPTY_LINE_RATIO)
    ik_rich_document_add (self->document, IK_RICH_PARAGRAPH);
}

static guint
find_depth (Flow   *self,
            double  x)
{
  guint n = 0;

  while (n < self->n_indents && self->indents[n] < x - INDENT_TOLERANCE)
    n++;

  return n;
}

/* "• text" and "3. text"; a larger number is a year. */
static gsize
find_item (const char *text,
           IkMarker   *marker)
{
  gsize length = ik_marker_parse (text, marker);
  gsize n_digits = strspn (text, "0123456789");

  if (length == 0 || text[length] == '\0')
    return 0;
  if (marker->style == IK_MARKER_BULLET)
    return length;

  return marker->style == IK_MARKER_NUMBER && n_digits > 0 && n_digits < 4 &&
         strchr (".)", text[n_digits]) != NULL ? length : 0;
}

static void
begin_paragraph (Flow            *self,
                 const IkPdfLine *line)
{
  const char *text = get_text (line);
  gboolean code = line->fixed && !self->fixed;
  IkRichBlock *block = ik_rich_document_add (self->document, code ? IK_RICH_CODE : IK_RICH_PARAGRAPH);
  gsize start = code ? 0 : strspn (text, " ");
  IkMarker marker;
  gsize length = 0;
  double x = line->x0 - self->left[line->column];

  self->block = block;
  block->level = find_level (self, line);
  if (block->level > 0)
    {
      block->kind = IK_RICH_HEADING;
      self->n_indents = 0;
    }
  else if (code)
    {
      double width = (line->x1 - line->x0) / (double) MAX (g_utf8_strlen (text, -1), 1);

      for (double column = 0; column + width / 2 < x; column += width)
        ik_rich_block_append (block, " ", 1, 0, NULL);
    }
  else if ((length = find_item (text + start, &marker)) > 0 && !line->bold)
    {
      self->n_indents = find_depth (self, line->x0);
      block->kind = IK_RICH_ITEM;
      block->depth = self->n_indents;
      block->ordered = marker.style == IK_MARKER_NUMBER;
      block->number = marker.number;
      if (self->n_indents < MAX_DEPTH)
        self->indents[self->n_indents++] = line->x0;
      start += length;
    }
  else
    {
      block->depth = find_depth (self, line->x0);
      self->n_indents = block->depth;
    }
  if (block->kind == IK_RICH_HEADING)
    g_string_append (block->text, text + start);
  else
    ik_rich_block_append_part (block, line->text, start, line->text->text->len);
}

/* Closes the cells of a row. One that says what the first row of the table
 * did, as on each page, is no other. */
static void
end_row (Flow *self)
{
  GPtrArray *blocks = self->document->blocks;
  IkRichBlock *row = self->block;

  for (guint cell = row->column; cell < self->last->n_cells; cell++)
    ik_rich_block_append (row, &(char) { IK_RICH_CELL_END }, 1, 0, NULL);
  row->column = 0;
  if (row != self->header && g_str_equal (row->text->str, self->header->text->str))
    g_ptr_array_set_size (blocks, (int) blocks->len - 1);
}

/* Begins a row; a table goes on where nothing but the end of a page stands
 * between its rows. */
static void
begin_row (Flow            *self,
           const IkPdfLine *line)
{
  gboolean goes_on = self->header != NULL && self->last != NULL && self->last->table > 0 &&
                     self->last->n_cells == line->n_cells &&
                     (self->last->table == line->table || self->last->page != line->page);

  self->block = ik_rich_document_add (self->document, IK_RICH_ROW);
  self->block->level = !goes_on;
  self->n_indents = 0;
  if (!goes_on)
    self->header = self->block;
}

static gboolean
is_same_row (const IkPdfLine *line,
             const IkPdfLine *last)
{
  return last != NULL && last->page == line->page && last->table == line->table &&
         last->row == line->row;
}

/* Lines of a cell are one text, unless they begin something of their own. */
static void
add_to_row (Flow            *self,
            const IkPdfLine *line)
{
  gboolean same = is_same_row (line, self->last);
  IkRichBlock *row;

  if (!same)
    begin_row (self, line);
  row = self->block;
  if (same && row->column == line->cell && !has_marker (get_text (line)))
    {
      join_line (self, line);
      return;
    }
  if (same && row->column == line->cell)
    ik_rich_block_append (row, "\n", 1, 0, NULL);
  for (; row->column < line->cell; row->column++)
    ik_rich_block_append (row, &(char) { IK_RICH_CELL_END }, 1, 0, NULL);
  ik_rich_block_append_part (row, line->text, 0, line->text->text->len);
}

/* A document in one look is a text file that was printed: its lines stay as
 * they are, with their indents. */
static gboolean
is_plain (const Flow *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      const IkPdfLine *line = self->lines->pdata[i];

      if (line->family != self->family || line->bold || line->column > 0 || line->table > 0 ||
          half_points (line->size) != half_points (self->size))
        return FALSE;
      for (guint k = 0; !self->fixed && line->text->spans != NULL && k < line->text->spans->len; k++)
        {
          if (g_array_index (line->text->spans, IkRichSpan, k).style & IK_RICH_STYLE_BOLD)
            return FALSE;
        }
    }

  return TRUE;
}

static void
begin_plain (Flow            *self,
             const IkPdfLine *line)
{
  IkRichBlock *block = ik_rich_document_add (self->document, IK_RICH_PARAGRAPH);
  double width = self->fixed ? (line->x1 - line->x0) / (double) MAX (g_utf8_strlen (get_text (line), -1), 1)
                             : self->size / 2;
  double x = self->left[0] + width / 2;

  self->block = block;
  for (; x < line->x0; x += width)
    g_string_append_c (block->text, ' ');
  g_string_append (block->text, get_text (line));
}

static void
add_line (Flow            *self,
          const IkPdfLine *line)
{
  if (line->table > 0)
    add_to_row (self, line);
  else if (continues (self, line) && self->block->kind != IK_RICH_CODE)
    join_line (self, line);
  else
    {
      add_gap (self, line);
      if (self->plain)
        begin_plain (self, line);
      else
        begin_paragraph (self, line);
    }
}

static void
clear_code_style (GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    g_clear_pointer (&((IkPdfLine *) lines->pdata[i])->text->spans, g_array_unref);
}

/**
 * ik_pdf_flow_read:
 * @document: a document without blocks
 * @lines: (element-type IkPdfLine): lines of all pages in the order of reading
 *
 * Joins lines to paragraphs, headings and list items by their places and
 * fonts. Linear.
 */
void
ik_pdf_flow_read (IkRichDocument *document,
                  GPtrArray      *lines)
{
  Flow flow = { .document = document, .lines = lines };

  flow.words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  measure_fonts (&flow);
  measure_pitches (&flow);
  measure_edges (&flow);
  measure_headings (&flow);
  measure_hyphens (&flow);
  flow.plain = is_plain (&flow);
  if (flow.fixed || flow.plain)
    clear_code_style (lines);

  for (guint i = 0; i < lines->len; i++)
    {
      const IkPdfLine *line = lines->pdata[i];

      if (flow.last != NULL && flow.last->table > 0 && !is_same_row (line, flow.last))
        end_row (&flow);
      add_line (&flow, line);
      flow.last = line;
    }
  if (flow.last != NULL && flow.last->table > 0)
    end_row (&flow);
  g_hash_table_unref (flow.words);
}
