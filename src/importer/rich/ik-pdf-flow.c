#include "ik-pdf-flow.h"

#include <math.h>
#include <string.h>

#include "ik-asking.h"
#include "ik-marker.h"
#include "ik-pdf-measures.h"
#include "ik-pdf-rows.h"

#define MAX_DEPTH 16

/* Lines further apart than this share of the usual distance are not of one
 * paragraph; from the second on there are empty lines between them. */
#define SAME_PARAGRAPH_RATIO 1.25
#define EMPTY_LINE_RATIO 1.6

/* What differs by less stands in one line below the other, in points. */
#define INDENT_TOLERANCE 3.0

/* Where bullets are drawn, what stands so far behind the text around it has one,
 * in sizes of the font; a number takes some of that itself. */
#define BULLET_INDENT 1.4
#define BULLET_INDENT_IN_NUMBERED 2.2

typedef struct
{
  IkRichDocument  *document;
  IkPdfMeasures    measures;
  IkPdfWords      *words;            /* (unowned) */
  IkPdfRows        rows;

  /* The paragraph being read */
  IkRichBlock     *block;            /* (unowned) (nullable) */
  const IkPdfLine *last;             /* (nullable): its last line */
  double           indents[MAX_DEPTH];
  gboolean         numbered[MAX_DEPTH]; /* whether the item there has a number */
  guint            n_indents;
  gboolean         drawn_bullets;       /* whether bullets are no letters */
} Flow;

static const char *
get_text (const IkPdfLine *line)
{
  return line->text->text->str;
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

/* A full line that ends a sentence may end a paragraph as well. Where nothing
 * else tells, it does if what follows asks something or is a title. */
static gboolean
begins_anew (const Flow      *self,
             const IkPdfLine *line)
{
  const char *text = get_text (line);

  return ends_sentence (get_text (self->last)) && !ik_pdf_words_begin_lower (text) &&
         (ik_asking_score (text) >= IK_ASKING_LEAST ||
          (!ends_sentence (text) && !ik_pdf_measures_is_long (&self->measures, line)));
}

/* Whether @line goes on with the paragraph whose last line is @self->last. */
static gboolean
continues (Flow            *self,
           const IkPdfLine *line)
{
  const IkPdfMeasures *measures = &self->measures;
  const IkPdfLine *last = self->last;
  guint level = ik_pdf_measures_find_level (measures, line);
  gboolean lower;
  double pitch;

  if (last == NULL || last->table > 0 || line->table > 0 || fabs (line->size - last->size) > 0.7 ||
      ik_pdf_words_begin_item (get_text (line)) ||
      level != ik_pdf_measures_find_level (measures, last) || (line->bold && !last->bold) ||
      (!measures->fixed && line->fixed != last->fixed))
    return FALSE;
  lower = ik_pdf_words_begin_lower (get_text (line));
  if (line->page != last->page || line->column != last->column ||
      (line->band != last->band && line->column > 0))
    return level == 0 && !ends_sentence (get_text (last)) &&
           (lower || ik_pdf_measures_is_full (measures, last, line));

  pitch = line->y1 - last->y1;
  if (pitch > ik_pdf_measures_get_pitch (measures, line) * SAME_PARAGRAPH_RATIO)
    return FALSE;
  if (lower && !ends_sentence (get_text (last)) && ik_pdf_measures_is_long (measures, last))
    return TRUE;

  return ik_pdf_measures_is_full (measures, last, line) &&
         !(measures->plain && begins_anew (self, line));
}

/* Empty lines are seen as distance. */
static void
add_gap (Flow            *self,
         const IkPdfLine *line)
{
  const IkPdfLine *last = self->last;
  double usual = ik_pdf_measures_get_pitch (&self->measures, line);

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

/* Whether a bullet that is no letter stands before a line that begins a paragraph
 * in so many items. */
static gboolean
has_drawn_bullet (const Flow      *self,
                  const IkPdfLine *line,
                  guint            depth)
{
  double outer = depth > 0 ? self->indents[depth - 1] : self->measures.left[line->column];
  double least = depth > 0 && self->numbered[depth - 1] ? BULLET_INDENT_IN_NUMBERED
                                                        : BULLET_INDENT;

  return self->drawn_bullets && line->x0 - outer > least * line->size;
}

static void
begin_item (Flow            *self,
            const IkPdfLine *line,
            gboolean         numbered)
{
  self->n_indents = find_depth (self, line->x0);
  self->block->kind = IK_RICH_ITEM;
  self->block->depth = self->n_indents;
  if (self->n_indents < MAX_DEPTH)
    {
      self->numbered[self->n_indents] = numbered;
      self->indents[self->n_indents++] = line->x0;
    }
}

static void
begin_paragraph (Flow            *self,
                 const IkPdfLine *line)
{
  const char *text = get_text (line);
  gboolean code = line->fixed && !self->measures.fixed;
  IkRichBlock *block = ik_rich_document_add (self->document, code ? IK_RICH_CODE : IK_RICH_PARAGRAPH);
  gsize start = code ? 0 : strspn (text, " ");
  IkMarker marker;
  gsize length = 0;
  double x = line->x0 - self->measures.left[line->column];

  self->block = block;
  block->level = ik_pdf_measures_find_level (&self->measures, line);
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
      begin_item (self, line, marker.style == IK_MARKER_NUMBER);
      block->ordered = marker.style == IK_MARKER_NUMBER;
      block->number = marker.number;
      start += length;
    }
  else if (has_drawn_bullet (self, line, find_depth (self, line->x0)))
    begin_item (self, line, FALSE);
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

static void
begin_plain (Flow            *self,
             const IkPdfLine *line)
{
  IkRichBlock *block = ik_rich_document_add (self->document, IK_RICH_PARAGRAPH);
  double n_chars = (double) MAX (g_utf8_strlen (get_text (line), -1), 1);
  double width = self->measures.fixed ? (line->x1 - line->x0) / n_chars : self->measures.size / 2;
  double x = self->measures.left[0] + width / 2;

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
    {
      ik_pdf_rows_add (&self->rows, line);
      self->n_indents = 0;
      return;
    }

  ik_pdf_rows_end (&self->rows);
  if (continues (self, line) && self->block->kind != IK_RICH_CODE)
    ik_pdf_words_join (self->words, self->block, line);
  else
    {
      add_gap (self, line);
      if (self->measures.plain)
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
 * @drawn_bullets: whether bullets are pictures, so that only a list's indent is
 *   seen
 *
 * Joins lines to paragraphs, headings and list items by their places and
 * fonts. Linear.
 */
void
ik_pdf_flow_read (IkRichDocument *document,
                  GPtrArray      *lines,
                  gboolean        drawn_bullets)
{
  g_autoptr(IkPdfWords) words = ik_pdf_words_new (lines);
  Flow flow = {
    .document = document,
    .words = words,
    .rows = { document, words },
    .drawn_bullets = drawn_bullets,
  };

  ik_pdf_measures_take (&flow.measures, lines);
  if (flow.measures.fixed || flow.measures.plain)
    clear_code_style (lines);

  for (guint i = 0; i < lines->len; i++)
    {
      add_line (&flow, lines->pdata[i]);
      flow.last = lines->pdata[i];
    }
  ik_pdf_rows_end (&flow.rows);
}
