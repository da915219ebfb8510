#include "ik-pdf-filler.h"

#include <string.h>

/* A word that is longer than a line begins behind an indentation only where
 * this part of the line is left. */
#define MIN_REST 4

typedef struct
{
  IkPdfFont        *font;      /* (unowned) */
  const IkPdfGlyph *glyphs;    /* (unowned): of a word */
  guint             n_glyphs;
  int               width;
  guint             n_spaces;  /* behind the glyphs, of the same font */
  gboolean          can_break; /* whether a line may end here */
} Atom;

/* Where a line is filled from. */
typedef struct
{
  guint    first;      /* atom it begins with */
  int      end;        /* behind the last glyph, from the left end */
  int      x;          /* the same behind the spaces */
  gboolean has_glyphs;
} Place;

/**
 * ik_pdf_filler_init:
 * @self: (out caller-allocates): a filler
 * @arena: where the lines are kept
 */
void
ik_pdf_filler_init (IkPdfFiller *self,
                    IkPdfArena  *arena)
{
  self->arena = arena;
  self->atoms = g_array_new (FALSE, FALSE, sizeof (Atom));
  self->glyphs = g_array_new (FALSE, FALSE, sizeof (IkPdfGlyph));
  self->runs = g_array_new (FALSE, FALSE, sizeof (IkPdfRun));
}

/**
 * ik_pdf_filler_clear:
 * @self: a filler
 */
void
ik_pdf_filler_clear (IkPdfFiller *self)
{
  g_clear_pointer (&self->atoms, g_array_unref);
  g_clear_pointer (&self->glyphs, g_array_unref);
  g_clear_pointer (&self->runs, g_array_unref);
}

/**
 * ik_pdf_filler_begin:
 * @self: a filler
 * @font: of the first words
 * @width: of a line, in points
 * @leading: least height of a line, in points
 * @max_lines: where the text ends with an ellipsis, or 0
 *
 * Begins a text.
 */
void
ik_pdf_filler_begin (IkPdfFiller *self,
                     IkPdfFont   *font,
                     double       width,
                     double       leading,
                     guint        max_lines)
{
  self->font = font;
  self->first_font = font;
  self->width = (int) (width * PANGO_SCALE);
  self->leading = leading;
  self->max_lines = max_lines;
  g_array_set_size (self->atoms, 0);
}

static void
add_atom (IkPdfFiller      *self,
          const IkPdfGlyph *glyphs,
          guint             n_glyphs,
          gboolean          can_break)
{
  Atom atom = { .font = self->font, .glyphs = glyphs, .n_glyphs = n_glyphs,
                .can_break = can_break };

  for (guint i = 0; i < n_glyphs; i++)
    atom.width += glyphs[i].advance;
  g_array_append_val (self->atoms, atom);
}

static void
add_word (IkPdfFiller     *self,
          const IkPdfWord *word)
{
  guint from = 0;

  for (guint i = 0; word->breaks != NULL && i < word->n_glyphs; i++)
    {
      if (word->breaks[i])
        {
          add_atom (self, word->glyphs + from, i + 1 - from, TRUE);
          from = i + 1;
        }
    }
  add_atom (self, word->glyphs + from, word->n_glyphs - from, FALSE);
}

static void
add_spaces (IkPdfFiller *self,
            gsize        n_spaces)
{
  Atom *last = self->atoms->len > 0
               ? &g_array_index (self->atoms, Atom, self->atoms->len - 1) : NULL;

  if (last == NULL || last->n_spaces > 0 || last->font != self->font)
    {
      if (last != NULL)
        last->can_break = TRUE;
      add_atom (self, NULL, 0, FALSE);
      last = &g_array_index (self->atoms, Atom, self->atoms->len - 1);
    }

  last->n_spaces = (guint) n_spaces;
  last->can_break = TRUE;
}

/**
 * ik_pdf_filler_add:
 * @self: a filler
 * @text: words and spaces, as ik_pdf_font_shape() takes them
 * @length: bytes of @text
 *
 * Adds a text in the font at hand.
 *
 * Returns: whether the font can set it
 */
gboolean
ik_pdf_filler_add (IkPdfFiller *self,
                   const char  *text,
                   gsize        length)
{
  const char *end = text + length;

  while (text < end)
    {
      gsize n_spaces = MIN (strspn (text, " "), (gsize) (end - text));
      const char *word_start = text + n_spaces;
      const char *space = memchr (word_start, ' ', (gsize) (end - word_start));
      gsize size = (gsize) ((space != NULL ? space : end) - word_start);

      if (n_spaces > 0 && self->font->space.id == 0)
        return FALSE;
      if (n_spaces > 0)
        add_spaces (self, n_spaces);
      if (size > 0)
        {
          const IkPdfWord *word = ik_pdf_font_shape (self->font, word_start, size);

          if (word == NULL)
            return FALSE;
          add_word (self, word);
        }
      text = word_start + size;
    }

  return TRUE;
}

static Atom *
get_atom (IkPdfFiller *self,
          guint        index)
{
  return &g_array_index (self->atoms, Atom, index);
}

/* Behind the last glyph of a line its spaces hang over. */
static void
put_glyphs (IkPdfFiller *self,
            Place       *place,
            const Atom  *atom,
            guint        n_glyphs,
            guint        n_spaces)
{
  IkPdfRun *last = self->runs->len > 0
                   ? &g_array_index (self->runs, IkPdfRun, self->runs->len - 1) : NULL;

  if (n_glyphs + n_spaces == 0)
    return;

  if (last == NULL || last->font != atom->font)
    {
      IkPdfRun run = { .font = atom->font, .x = place->x };

      g_array_append_val (self->runs, run);
      last = &g_array_index (self->runs, IkPdfRun, self->runs->len - 1);
    }

  if (n_glyphs > 0)
    g_array_append_vals (self->glyphs, atom->glyphs, n_glyphs);
  for (guint i = 0; i < n_glyphs; i++)
    place->x += atom->glyphs[i].advance;
  if (n_glyphs > 0)
    place->end = place->x;
  for (guint i = 0; i < n_spaces; i++)
    g_array_append_val (self->glyphs, atom->font->space);
  place->x += (int) n_spaces * atom->font->space.advance;
  last->n_glyphs += n_glyphs + n_spaces;
}

static void
measure_line (IkPdfFiller *self,
              IkPdfLine   *line)
{
  int ascent = self->first_font->ascent;
  int descent = self->first_font->descent;
  double natural;

  for (guint i = 0; i < line->n_runs; i++)
    {
      ascent = MAX (ascent, line->runs[i].font->ascent);
      descent = MAX (descent, line->runs[i].font->descent);
    }

  natural = (double) (ascent + descent) / PANGO_SCALE;
  line->height = MAX (self->leading, natural);
  line->ascent = (double) ascent / PANGO_SCALE + (line->height - natural) / 2;
}

/* Keeps what was put. */
static void
end_line (IkPdfFiller *self,
          GArray      *lines,
          int          width)
{
  IkPdfLine line = { .n_runs = self->runs->len, .width = (double) width / PANGO_SCALE };
  gsize glyphs_size = self->glyphs->len * sizeof (IkPdfGlyph);
  gsize runs_size = self->runs->len * sizeof (IkPdfRun);
  IkPdfGlyph *glyphs = ik_pdf_arena_take (self->arena, glyphs_size);
  IkPdfRun *runs = ik_pdf_arena_take (self->arena, runs_size);

  if (glyphs_size > 0)
    memcpy (glyphs, self->glyphs->data, glyphs_size);
  if (runs_size > 0)
    memcpy (runs, self->runs->data, runs_size);
  for (guint i = 0; i < line.n_runs; i++)
    {
      runs[i].glyphs = glyphs;
      glyphs += runs[i].n_glyphs;
    }

  line.runs = runs;
  measure_line (self, &line);
  g_array_append_val (lines, line);
  g_array_set_size (self->glyphs, 0);
  g_array_set_size (self->runs, 0);
}

/* A line that goes on ends with a space, which takes no room: nobody's words
 * grow together who takes the lines for one text. */
static void
put_line (IkPdfFiller *self,
          GArray      *lines,
          guint        first,
          guint        end)
{
  Place place = { 0 };

  for (guint i = first; i < end; i++)
    {
      const Atom *atom = get_atom (self, i);

      put_glyphs (self, &place, atom, atom->n_glyphs,
                  i + 1 < end ? atom->n_spaces
                              : MIN (atom->n_spaces, end < self->atoms->len ? 1 : 0));
    }
  end_line (self, lines, place.end);
}

static guint
count_fitting (const Atom *atom,
               int         room)
{
  int width = 0;
  guint n = 0;

  while (n < atom->n_glyphs && width + atom->glyphs[n].advance <= room)
    width += atom->glyphs[n++].advance;

  return n;
}

/* Takes off what is on paper already. */
static void
shorten (Atom  *atom,
         guint  n_glyphs)
{
  for (guint i = 0; i < n_glyphs; i++)
    atom->width -= atom->glyphs[i].advance;
  atom->glyphs += n_glyphs;
  atom->n_glyphs -= n_glyphs;
}

/* A line of what is longer than a line; returns where the next one begins. */
static guint
put_part (IkPdfFiller *self,
          GArray      *lines,
          guint        first,
          guint        from)
{
  Place place = { 0 };
  Atom *atom;
  guint n;

  for (guint i = first; i < from; i++)
    put_glyphs (self, &place, get_atom (self, i), 0, get_atom (self, i)->n_spaces);

  while (get_atom (self, from)->width <= self->width - place.x)
    {
      atom = get_atom (self, from++);
      put_glyphs (self, &place, atom, atom->n_glyphs, 0);
    }

  atom = get_atom (self, from);
  n = count_fitting (atom, self->width - place.x);
  if (n == 0 && place.end == 0)
    n = 1;
  put_glyphs (self, &place, atom, n, 0);
  shorten (atom, n);
  end_line (self, lines, place.end);

  return from;
}

/* The last line of a text that is too long. */
static gboolean
put_cut_line (IkPdfFiller *self,
              GArray      *lines,
              guint        first)
{
  const IkPdfWord *ellipsis = ik_pdf_font_shape (self->first_font, "…", strlen ("…"));
  Atom end = { .font = self->first_font };
  Place place = { 0 };

  if (ellipsis == NULL)
    return FALSE;

  for (guint i = first; i < self->atoms->len; i++)
    {
      const Atom *atom = get_atom (self, i);
      guint n = count_fitting (atom, self->width - ellipsis->width - place.x);
      int spaces = (int) atom->n_spaces * atom->font->space.advance;
      gboolean is_whole = n == atom->n_glyphs &&
                          place.x + atom->width + spaces + ellipsis->width <= self->width;

      put_glyphs (self, &place, atom, n, is_whole ? atom->n_spaces : 0);
      if (!is_whole)
        break;
    }

  end.glyphs = ellipsis->glyphs;
  put_glyphs (self, &place, &end, ellipsis->n_glyphs, 0);
  end_line (self, lines, place.end);
  return TRUE;
}

static gboolean
is_last_line (IkPdfFiller *self,
              GArray      *lines)
{
  return self->max_lines > 0 && lines->len + 1 == self->max_lines;
}

/* What has to stand on one line from an atom on. */
static guint
find_break (IkPdfFiller *self,
            guint        from,
            int         *out_width)
{
  guint i = from;

  *out_width = get_atom (self, i)->width;
  while (i + 1 < self->atoms->len && !get_atom (self, i)->can_break)
    *out_width += get_atom (self, ++i)->width;

  return i + 1;
}

/**
 * ik_pdf_filler_fill:
 * @self: a filler
 * @lines: (element-type IkPdfLine): where the lines go, at least one
 *
 * Breaks what was added into lines.
 *
 * Returns: whether it was done; not where an ellipsis is needed that the font
 *   lacks
 */
gboolean
ik_pdf_filler_fill (IkPdfFiller *self,
                    GArray      *lines)
{
  Place place = { 0 };
  guint i = 0;

  while (i < self->atoms->len)
    {
      int width;
      guint end = find_break (self, i, &width);
      gboolean fits = width <= self->width - place.x;
      const Atom *last = get_atom (self, end - 1);

      if (fits || width == 0)
        {
          place.x += width + (int) last->n_spaces * last->font->space.advance;
          place.has_glyphs |= width > 0;
          i = end;
          continue;
        }

      if (is_last_line (self, lines))
        return put_cut_line (self, lines, place.first);

      if (place.has_glyphs || (i > place.first && self->width - place.x < self->width / MIN_REST))
        put_line (self, lines, place.first, i);
      else
        i = put_part (self, lines, place.first, i);
      place = (Place) { .first = i };
    }

  put_line (self, lines, place.first, i);
  return TRUE;
}
