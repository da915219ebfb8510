#include "ik-pdf-layout.h"

#include "ik-pdf-script.h"

/* Beyond all that stands on a page and at its edges. */
#define FAR 100000.0

/* A page is so many times as wide as a line is high, at the most. */
#define MAX_STEPS 75u

/**
 * ik_pdf_layout_clear:
 * @self: a layout
 *
 * Frees what it holds.
 */
void
ik_pdf_layout_clear (IkPdfLayout *self)
{
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->places, g_free);
  poppler_page_free_text_attributes (self->looks);
  self->looks = NULL;
  self->n_places = 0;
}

/* Reads what a mouse would select that was drawn from the first corner of the
 * area to the second. */
static void
read_area (IkPdfLayout      *self,
           PopplerPage      *page,
           PopplerRectangle  area)
{
  g_autofree char *text = poppler_page_get_text_for_area (page, &area);

  self->text = ik_pdf_script_drop_marks (text != NULL ? text : "");
  self->rtl = ik_pdf_script_reads_rtl (self->text);
  if (!poppler_page_get_text_layout_for_area (page, &area, &self->places, &self->n_places))
    self->n_places = 0;
  self->looks = poppler_page_get_text_attributes_for_area (page, &area);
}

/* The library knows a selection that has all lines whole only for text from
 * left to right. From right to left it takes the block that is nearest to where
 * the selection ends for the last one, and of its last line what stands right
 * of that: this looks for the place that gives most. */
static void
read_rtl (IkPdfLayout *self,
          PopplerPage *page)
{
  PopplerRectangle area = { FAR, -FAR, -FAR, FAR };
  PopplerRectangle best = area;
  guint most = 0;
  double width;

  poppler_page_get_size (page, &width, NULL);
  for (guint i = 0; i <= MAX_STEPS; i++)
    {
      g_autofree PopplerRectangle *places = NULL;
      guint n = 0;

      area.x2 = i == 0 ? -FAR : width * (MAX_STEPS - i) / MAX_STEPS;
      if (poppler_page_get_text_layout_for_area (page, &area, &places, &n) && n > most)
        {
          most = n;
          best = area;
        }
    }
  ik_pdf_layout_clear (self);
  read_area (self, page, best);
}

/**
 * ik_pdf_layout_read:
 * @self: (out caller-allocates): a layout
 * @page: a page
 *
 * Reads the text of a page.
 *
 * Returns: whether there is any
 */
gboolean
ik_pdf_layout_read (IkPdfLayout *self,
                    PopplerPage *page)
{
  *self = (IkPdfLayout) { NULL };
  read_area (self, page, (PopplerRectangle) { -FAR, -FAR, FAR, FAR });
  if (self->rtl || self->n_places == 0)
    read_rtl (self, page);

  return self->n_places > 0;
}
