#include "ik-pdf-layout-line.h"

#include <string.h>

/* A line of Pango's as runs: for all scripts and for fonts that stand in for
 * others. */

/* Where a line is taken apart. */
typedef struct
{
  const char *text;   /* of the layout */
  IkPdfFonts *fonts;
  IkPdfArena *arena;
  GArray     *glyphs; /* (element-type IkPdfGlyph) */
  GArray     *runs;   /* (element-type IkPdfRun) */
  int         x;
} Taking;

static void
begin_run (Taking     *self,
           IkPdfFont  *font,
           const char *text)
{
  IkPdfRun run = { .font = font, .text = text, .x = self->x };

  g_array_append_val (self->runs, run);
}

/* Has to go on with the run at hand if it can: each one costs space on paper. */
static void
need_run (Taking     *self,
          IkPdfFont  *font,
          const char *text)
{
  const IkPdfRun *last = self->runs->len > 0
                         ? &g_array_index (self->runs, IkPdfRun, self->runs->len - 1) : NULL;

  if (last == NULL || last->font != font || last->text != NULL || text != NULL)
    begin_run (self, font, text);
}

/* Such as marks of direction */
static gboolean
is_nothing (const PangoGlyphInfo *infos,
            guint                 n_infos)
{
  for (guint i = 0; i < n_infos; i++)
    {
      if (infos[i].glyph != PANGO_GLYPH_EMPTY || infos[i].geometry.width != 0)
        return FALSE;
    }

  return TRUE;
}

/* What no font knows is drawn as its font's sign for that. */
static IkPdfGlyph
make_glyph (const PangoGlyphInfo *info)
{
  IkPdfGlyph glyph = {
    .id = info->glyph & PANGO_GLYPH_UNKNOWN_FLAG ? 0 : info->glyph,
    .advance = info->geometry.width,
    .x_offset = info->geometry.x_offset,
    .y_offset = info->geometry.y_offset,
  };

  return glyph;
}

static void
take_cluster (Taking               *self,
              IkPdfFont            *font,
              const PangoGlyphInfo *infos,
              guint                 n_infos,
              const char           *text,
              gsize                 length)
{
  gboolean is_known = n_infos == 1 && !(infos->glyph & PANGO_GLYPH_UNKNOWN_FLAG) &&
                      infos->glyph != PANGO_GLYPH_EMPTY &&
                      ik_pdf_face_learn (font->face, infos->glyph, text, length);
  char *own_text;

  if (is_nothing (infos, n_infos))
    return;

  own_text = is_known ? NULL : ik_pdf_arena_copy_text (self->arena, text, length);
  need_run (self, font, own_text);
  for (guint i = 0; i < n_infos; i++)
    {
      IkPdfGlyph glyph = make_glyph (&infos[i]);
      IkPdfRun *run = &g_array_index (self->runs, IkPdfRun, self->runs->len - 1);

      self->x += glyph.advance;
      if (infos[i].glyph == PANGO_GLYPH_EMPTY)
        glyph.id = font->space.id;
      g_array_append_val (self->glyphs, glyph);
      run->n_glyphs++;
    }
}

static void
take_glyphs (Taking         *self,
             PangoGlyphItem *item)
{
  IkPdfFont *font = ik_pdf_fonts_find (self->fonts, item->item->analysis.font);
  gboolean is_reversed = item->item->analysis.level % 2 == 1;
  PangoGlyphItemIter iter;
  gboolean has_more = is_reversed ? pango_glyph_item_iter_init_end (&iter, item, self->text)
                                  : pango_glyph_item_iter_init_start (&iter, item, self->text);

  /* From left to right */
  while (has_more)
    {
      int first = MIN (iter.start_glyph, iter.end_glyph + 1);
      int n = ABS (iter.end_glyph - iter.start_glyph);

      if (!is_reversed)
        first = iter.start_glyph;
      take_cluster (self, font, item->glyphs->glyphs + first, (guint) n,
                    self->text + iter.start_index,
                    (gsize) (iter.end_index - iter.start_index));
      has_more = is_reversed ? pango_glyph_item_iter_prev_cluster (&iter)
                             : pango_glyph_item_iter_next_cluster (&iter);
    }
}

static void
take_item (Taking         *self,
           PangoGlyphItem *item)
{
  static const char ellipsis[] = "…";

  if (item->item->analysis.font == NULL)
    return;

  /* It covers all that was cut off, which must not come back as its text. */
  if (item->item->analysis.flags & PANGO_ANALYSIS_FLAG_IS_ELLIPSIS)
    take_cluster (self, ik_pdf_fonts_find (self->fonts, item->item->analysis.font),
                  item->glyphs->glyphs, (guint) item->glyphs->num_glyphs, ellipsis,
                  strlen (ellipsis));
  else
    take_glyphs (self, item);
}

static void
keep_runs (Taking    *self,
           IkPdfLine *line)
{
  gsize glyphs_size = self->glyphs->len * sizeof (IkPdfGlyph);
  gsize runs_size = self->runs->len * sizeof (IkPdfRun);
  IkPdfGlyph *glyphs = ik_pdf_arena_take (self->arena, glyphs_size);
  IkPdfRun *runs = ik_pdf_arena_take (self->arena, runs_size);

  if (glyphs_size > 0)
    memcpy (glyphs, self->glyphs->data, glyphs_size);
  if (runs_size > 0)
    memcpy (runs, self->runs->data, runs_size);
  for (guint i = 0; i < self->runs->len; i++)
    {
      runs[i].glyphs = glyphs;
      glyphs += runs[i].n_glyphs;
    }

  line->runs = runs;
  line->n_runs = self->runs->len;
}

/**
 * ik_pdf_line_init_from_layout:
 * @self: (out caller-allocates): a line
 * @iter: at a line of a layout
 * @leading: least height of the line, in points
 * @fonts: the document's
 * @arena: where it is kept
 *
 * Takes a line of Pango's.
 */
void
ik_pdf_line_init_from_layout (IkPdfLine       *self,
                              PangoLayoutIter *iter,
                              double           leading,
                              IkPdfFonts      *fonts,
                              IkPdfArena      *arena)
{
  g_autoptr(GArray) glyphs = g_array_new (FALSE, FALSE, sizeof (IkPdfGlyph));
  g_autoptr(GArray) runs = g_array_new (FALSE, FALSE, sizeof (IkPdfRun));
  Taking taking = { pango_layout_get_text (pango_layout_iter_get_layout (iter)), fonts, arena,
                    glyphs, runs, 0 };
  PangoRectangle logical;
  double natural;

  for (GSList *item = pango_layout_iter_get_line_readonly (iter)->runs;
       item != NULL;
       item = item->next)
    take_item (&taking, item->data);
  keep_runs (&taking, self);

  pango_layout_iter_get_line_extents (iter, NULL, &logical);
  natural = (double) logical.height / PANGO_SCALE;
  self->x = (double) logical.x / PANGO_SCALE;
  self->width = (double) logical.width / PANGO_SCALE;
  self->height = MAX (leading, natural);
  self->ascent = (double) (pango_layout_iter_get_baseline (iter) - logical.y) / PANGO_SCALE +
                 (self->height - natural) / 2;
}
