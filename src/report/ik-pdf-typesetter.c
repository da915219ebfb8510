#include "ik-pdf-typesetter.h"

#include "ik-pdf-filler.h"
#include "ik-pdf-layout-line.h"
#include "ik-pdf-text.h"

#include <string.h>

/**
 * IkPdfTypesetter:
 *
 * Breaks texts into lines and keeps them until it is told to forget them.
 * Takes any text: bytes that are not UTF-8 become question marks, control
 * characters spaces, and a word of any length is broken. What is written in
 * plain letters is filled in word by word, each of them shaped once in a
 * document; Pango lays out the rest. For one thread at a time.
 */

#define SANS "Noto Sans, Cantarell, sans-serif"
#define MONOSPACE "DejaVu Sans Mono, Noto Sans Mono, monospace"

/* Pango shapes what is left of a word anew for each line that it fills, which
 * makes long words quadratic; so it gets this many bytes at once. */
#define CHUNK_SIZE 2000

/* No line that is cut short is longer than this. */
#define LINE_SIZE 300

#define N_STYLES (IK_PDF_STYLE_CODE + 1)

/* Ways to set a part of a text, together. */
#define N_VARIANTS (1 << (IK_RICH_SPAN_CODE + 1))

static const struct
{
  const char  *family;
  double       size;
  double       leading;
  PangoWeight  weight;
  IkPdfColour  colour;
} styles[N_STYLES] = {
  [IK_PDF_STYLE_TITLE] = { SANS, 24, 31, PANGO_WEIGHT_BOLD, IK_PDF_COLOUR_INK },
  [IK_PDF_STYLE_FIGURE] = { SANS, 17, 23, PANGO_WEIGHT_BOLD, IK_PDF_COLOUR_INK },
  [IK_PDF_STYLE_HEADING] = { SANS, 13, 18, PANGO_WEIGHT_BOLD, IK_PDF_COLOUR_ACCENT },
  [IK_PDF_STYLE_PROMPT] = { SANS, 10.5, 15, PANGO_WEIGHT_BOLD, IK_PDF_COLOUR_INK },
  [IK_PDF_STYLE_BODY] = { SANS, 9.5, 14, PANGO_WEIGHT_NORMAL, IK_PDF_COLOUR_INK },
  [IK_PDF_STYLE_STRONG] = { SANS, 9.5, 14, PANGO_WEIGHT_BOLD, IK_PDF_COLOUR_INK },
  [IK_PDF_STYLE_SMALL] = { SANS, 8, 11.5, PANGO_WEIGHT_NORMAL, IK_PDF_COLOUR_MUTED },
  [IK_PDF_STYLE_SMALL_STRONG] = { SANS, 8, 11.5, PANGO_WEIGHT_BOLD, IK_PDF_COLOUR_INK },
  [IK_PDF_STYLE_LABEL] = { SANS, 8, 11.5, PANGO_WEIGHT_NORMAL, IK_PDF_COLOUR_MUTED },
  [IK_PDF_STYLE_CODE] = { MONOSPACE, 8, 11.5, PANGO_WEIGHT_NORMAL, IK_PDF_COLOUR_INK },
};

struct _IkPdfTypesetter
{
  GObject parent_instance;

  IkPdfFonts           *fonts;                             /* (owned) */
  PangoFontDescription *descriptions[N_STYLES];            /* (owned) (nullable): when first used */
  IkPdfFont            *variants[N_STYLES][N_VARIANTS];    /* (unowned) (nullable): the same */
  GPtrArray            *paragraphs;                        /* (owned) (element-type IkPdfParagraph) */
  IkPdfArena            arena;                             /* their glyphs */
  IkPdfFiller           filler;
};

G_DEFINE_FINAL_TYPE (IkPdfTypesetter, ik_pdf_typesetter, G_TYPE_OBJECT)

static void
paragraph_free (IkPdfParagraph *self)
{
  g_array_unref (self->lines);
  g_free (self);
}

static void
ik_pdf_typesetter_finalize (GObject *object)
{
  IkPdfTypesetter *self = IK_PDF_TYPESETTER (object);

  g_clear_pointer (&self->paragraphs, g_ptr_array_unref);
  ik_pdf_filler_clear (&self->filler);
  ik_pdf_arena_clear (&self->arena);
  for (guint i = 0; i < N_STYLES; i++)
    g_clear_pointer (&self->descriptions[i], pango_font_description_free);
  g_clear_object (&self->fonts);

  G_OBJECT_CLASS (ik_pdf_typesetter_parent_class)->finalize (object);
}

static void
ik_pdf_typesetter_class_init (IkPdfTypesetterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ik_pdf_typesetter_finalize;
}

static void
ik_pdf_typesetter_init (IkPdfTypesetter *self)
{
  self->paragraphs = g_ptr_array_new_with_free_func ((GDestroyNotify) paragraph_free);
  ik_pdf_arena_init (&self->arena);
  ik_pdf_filler_init (&self->filler, &self->arena);
}

/**
 * ik_pdf_typesetter_new:
 * @fonts: of the canvas that the text will be drawn on
 *
 * Returns: (transfer full): a typesetter
 */
IkPdfTypesetter *
ik_pdf_typesetter_new (IkPdfFonts *fonts)
{
  IkPdfTypesetter *self = g_object_new (IK_TYPE_PDF_TYPESETTER, NULL);

  self->fonts = g_object_ref (fonts);

  return self;
}

/**
 * ik_pdf_typesetter_forget:
 * @self: a typesetter
 *
 * Forgets all paragraphs, which are of no use any more: what was drawn stays
 * drawn. Called between the parts of a document it keeps memory from growing
 * with their number.
 */
void
ik_pdf_typesetter_forget (IkPdfTypesetter *self)
{
  g_ptr_array_set_size (self->paragraphs, 0);
  ik_pdf_arena_reset (&self->arena);

  for (guint i = 0; i < N_STYLES; i++)
    {
      for (guint j = 0; j < N_VARIANTS; j++)
        {
          if (self->variants[i][j] != NULL)
            ik_pdf_font_forget (self->variants[i][j]);
        }
    }
}

static const PangoFontDescription *
get_description (IkPdfTypesetter *self,
                 IkPdfStyle       style)
{
  PangoFontDescription *description = self->descriptions[style];

  if (description != NULL)
    return description;

  description = pango_font_description_new ();
  pango_font_description_set_family_static (description, styles[style].family);
  pango_font_description_set_weight (description, styles[style].weight);
  pango_font_description_set_absolute_size (description, styles[style].size * PANGO_SCALE);
  self->descriptions[style] = description;

  return description;
}

static IkPdfFont *
load_variant (IkPdfTypesetter *self,
              IkPdfStyle       style,
              guint            variant)
{
  PangoFontDescription *description =
    pango_font_description_copy (get_description (self, style));
  IkPdfFont *font;

  if (variant & (1 << IK_RICH_SPAN_STRONG))
    pango_font_description_set_weight (description, PANGO_WEIGHT_BOLD);
  if (variant & (1 << IK_RICH_SPAN_EMPHASIS))
    pango_font_description_set_style (description, PANGO_STYLE_ITALIC);
  if (variant & (1 << IK_RICH_SPAN_CODE))
    pango_font_description_set_family_static (description, MONOSPACE);

  font = ik_pdf_fonts_load (self->fonts, description);
  pango_font_description_free (description);

  return font;
}

static IkPdfFont *
get_variant (IkPdfTypesetter *self,
             IkPdfStyle       style,
             guint            variant)
{
  if (self->variants[style][variant] == NULL)
    self->variants[style][variant] = load_variant (self, style, variant);

  return self->variants[style][variant];
}

static void
insert_span (PangoAttrList    *attributes,
             const IkRichSpan *span,
             guint             offset)
{
  PangoAttribute *attribute;

  if (span->kind == IK_RICH_SPAN_STRONG)
    attribute = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
  else if (span->kind == IK_RICH_SPAN_EMPHASIS)
    attribute = pango_attr_style_new (PANGO_STYLE_ITALIC);
  else
    attribute = pango_attr_family_new (MONOSPACE);

  attribute->start_index = span->start > offset ? span->start - offset : 0;
  attribute->end_index = span->end - offset;
  pango_attr_list_insert (attributes, attribute);
}

/* No ligatures and no hyphens: what is copied from the page or searched there
 * has to be what was written. */
static PangoAttrList *
create_attributes (GArray *spans,
                   guint   offset)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("liga=0, clig=0"));
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));

  for (guint i = 0; spans != NULL && i < spans->len; i++)
    {
      const IkRichSpan *span = &g_array_index (spans, IkRichSpan, i);

      if (span->end > offset)
        insert_span (attributes, span, offset);
    }

  return attributes;
}

static PangoLayout *
create_layout (IkPdfTypesetter *self,
               IkPdfStyle       style,
               double           width)
{
  PangoLayout *layout = pango_layout_new (ik_pdf_fonts_get_context (self->fonts));

  pango_layout_set_font_description (layout, get_description (self, style));
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);

  return layout;
}

static IkPdfParagraph *
add_paragraph (IkPdfTypesetter *self,
               IkPdfStyle       style)
{
  IkPdfParagraph *paragraph = g_new0 (IkPdfParagraph, 1);

  paragraph->colour = styles[style].colour;
  paragraph->lines = g_array_new (FALSE, FALSE, sizeof (IkPdfLine));
  g_ptr_array_add (self->paragraphs, paragraph);

  return paragraph;
}

/* Takes the lines of a layout, but for the last one where more text follows,
 * which will fill that line. Returns how many bytes the lines hold. */
static guint
take_lines (IkPdfTypesetter *self,
            IkPdfParagraph  *paragraph,
            PangoLayout     *layout,
            double           leading,
            gboolean         has_more)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  guint n_bytes = (guint) strlen (pango_layout_get_text (layout));

  do
    {
      int start = pango_layout_iter_get_line_readonly (iter)->start_index;
      IkPdfLine line;

      if (has_more && start > 0 && pango_layout_iter_at_last_line (iter))
        {
          n_bytes = (guint) start;
          break;
        }

      ik_pdf_line_init_from_layout (&line, iter, leading, self->fonts, &self->arena);
      g_array_append_val (paragraph->lines, line);
    }
  while (pango_layout_iter_next_line (iter));

  pango_layout_iter_free (iter);
  return n_bytes;
}

static void
measure (IkPdfParagraph *paragraph)
{
  for (guint i = 0; i < paragraph->lines->len; i++)
    {
      const IkPdfLine *line = ik_pdf_paragraph_get_line (paragraph, i);

      paragraph->width = MAX (paragraph->width, line->width);
      paragraph->height += line->height;
    }
}

/* How the text at an offset is set, and where that changes. */
static guint
find_variant (GArray *spans,
              gsize   offset,
              gsize  *end)
{
  guint variant = 0;

  for (guint i = 0; spans != NULL && i < spans->len; i++)
    {
      const IkRichSpan *span = &g_array_index (spans, IkRichSpan, i);

      if (span->start <= offset && offset < span->end)
        {
          variant |= 1u << span->kind;
          *end = MIN (*end, span->end);
        }
      else if (span->start > offset)
        {
          *end = MIN (*end, span->start);
        }
    }

  return variant;
}

/* Returns whether the fonts could set all of it, in the order of its letters. */
static gboolean
fill_piece (IkPdfTypesetter *self,
            IkPdfParagraph  *paragraph,
            IkPdfStyle       style,
            double           width,
            guint            max_lines,
            const char      *text,
            gsize            offset,
            gsize            size,
            GArray          *spans)
{
  gsize end = offset + size;
  IkPdfFont *first = get_variant (self, style, 0);

  if (first == NULL || !ik_pdf_text_is_plain (text + offset, size))
    return FALSE;

  ik_pdf_filler_begin (&self->filler, first, width, styles[style].leading, max_lines);
  while (offset < end)
    {
      gsize part_end = end;
      guint variant = find_variant (spans, offset, &part_end);

      self->filler.font = get_variant (self, style, variant);
      if (self->filler.font == NULL ||
          !ik_pdf_filler_add (&self->filler, text + offset, part_end - offset))
        return FALSE;
      offset = part_end;
    }

  return ik_pdf_filler_fill (&self->filler, paragraph->lines);
}

static gsize
find_chunk_size (const char *text,
                 gsize       size)
{
  const char *end;

  if (size <= CHUNK_SIZE)
    return size;

  end = g_utf8_find_prev_char (text, text + CHUNK_SIZE + 1);
  return (gsize) (end - text);
}

static void
lay_out_piece (IkPdfTypesetter *self,
               IkPdfParagraph  *paragraph,
               IkPdfStyle       style,
               double           width,
               const char      *text,
               gsize            offset,
               gsize            size,
               GArray          *spans)
{
  gsize end = offset + size;

  do
    {
      gsize chunk_size = find_chunk_size (text + offset, end - offset);
      g_autoptr(PangoLayout) layout = create_layout (self, style, width);
      g_autoptr(PangoAttrList) attributes = create_attributes (spans, (guint) offset);

      pango_layout_set_text (layout, text + offset, (int) chunk_size);
      pango_layout_set_attributes (layout, attributes);
      offset += take_lines (self, paragraph, layout, styles[style].leading,
                            offset + chunk_size < end);
    }
  while (offset < end);
}

/* Sets @size bytes from @offset of @text, without a line break in them. */
static void
set_piece (IkPdfTypesetter *self,
           IkPdfParagraph  *paragraph,
           IkPdfStyle       style,
           double           width,
           const char      *text,
           gsize            offset,
           gsize            size,
           GArray          *spans)
{
  guint n_lines = paragraph->lines->len;

  if (fill_piece (self, paragraph, style, width, 0, text, offset, size, spans))
    return;

  g_array_set_size (paragraph->lines, n_lines);
  lay_out_piece (self, paragraph, style, width, text, offset, size, spans);
}

static IkPdfParagraph *
set_text (IkPdfTypesetter *self,
          IkPdfStyle       style,
          double           width,
          const char      *source,
          GArray          *spans)
{
  IkPdfParagraph *paragraph = add_paragraph (self, style);
  g_autofree char *text = g_strdup (source);
  char *start = text;

  ik_pdf_clean_text (text);

  while (TRUE)
    {
      gsize size = strcspn (start, "\n");

      set_piece (self, paragraph, style, width, text, (gsize) (start - text), size, spans);
      if (start[size] == '\0')
        break;
      start += size + 1;
    }

  measure (paragraph);
  return paragraph;
}

/**
 * ik_pdf_typesetter_set:
 * @self: a typesetter
 * @style: how
 * @width: how wide, in points
 * @text: what; "\n" begins a new line
 *
 * Returns: (transfer none): the text in lines
 */
IkPdfParagraph *
ik_pdf_typesetter_set (IkPdfTypesetter *self,
                       IkPdfStyle       style,
                       double           width,
                       const char      *text)
{
  return set_text (self, style, width, text, NULL);
}

/**
 * ik_pdf_typesetter_set_rich:
 * @self: a typesetter
 * @style: how
 * @width: how wide, in points
 * @text: what
 *
 * Returns: (transfer none): the text in lines
 */
IkPdfParagraph *
ik_pdf_typesetter_set_rich (IkPdfTypesetter  *self,
                            IkPdfStyle        style,
                            double            width,
                            const IkRichText *text)
{
  return set_text (self, style, width, text->text, text->spans);
}

/* Never cuts a character in two. */
static gsize
find_line_size (const char *text)
{
  gsize size = strnlen (text, LINE_SIZE);

  while (size > 0 && ((guchar) text[size] & 0xc0) == 0x80)
    size--;

  return size;
}

/**
 * ik_pdf_typesetter_set_line:
 * @self: a typesetter
 * @style: how
 * @width: how wide, in points
 * @text: what
 *
 * Returns: (transfer none): as much of the text as one line takes
 */
IkPdfParagraph *
ik_pdf_typesetter_set_line (IkPdfTypesetter *self,
                            IkPdfStyle       style,
                            double           width,
                            const char      *text)
{
  return ik_pdf_typesetter_set_short (self, style, width, 1, text);
}

static void
lay_out_short (IkPdfTypesetter *self,
               IkPdfParagraph  *paragraph,
               IkPdfStyle       style,
               double           width,
               guint            n_lines,
               const char      *text)
{
  g_autoptr(PangoAttrList) attributes = create_attributes (NULL, 0);
  g_autoptr(PangoLayout) layout = create_layout (self, style, width);

  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (layout, -(int) n_lines);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_attributes (layout, attributes);
  g_array_set_size (paragraph->lines, 0);
  take_lines (self, paragraph, layout, styles[style].leading, FALSE);

  /* A label begins where the column does, in any script. */
  for (guint i = 0; i < paragraph->lines->len; i++)
    g_array_index (paragraph->lines, IkPdfLine, i).x = 0;
}

/**
 * ik_pdf_typesetter_set_short:
 * @self: a typesetter
 * @style: how
 * @width: how wide, in points
 * @n_lines: in how many lines at most
 * @text: what; a line break counts as a space
 *
 * Returns: (transfer none): as much of the text as the lines take
 */
IkPdfParagraph *
ik_pdf_typesetter_set_short (IkPdfTypesetter *self,
                             IkPdfStyle       style,
                             double           width,
                             guint            n_lines,
                             const char      *text)
{
  IkPdfParagraph *paragraph = add_paragraph (self, style);
  g_autofree char *line = g_strndup (text, find_line_size (text));

  ik_pdf_clean_text (line);
  g_strdelimit (line, "\n", ' ');
  if (!fill_piece (self, paragraph, style, width, n_lines, line, 0, strlen (line), NULL))
    lay_out_short (self, paragraph, style, width, n_lines, line);
  measure (paragraph);

  return paragraph;
}

/**
 * ik_pdf_paragraph_measure_head:
 * @self: a paragraph
 *
 * Returns: the height of the lines that stay together at its beginning: all
 *   of a short one
 */
double
ik_pdf_paragraph_measure_head (const IkPdfParagraph *self)
{
  guint n_lines = self->lines->len < 2 * IK_PDF_MIN_LINES ? self->lines->len : IK_PDF_MIN_LINES;
  double height = 0;

  for (guint i = 0; i < n_lines; i++)
    height += ik_pdf_paragraph_get_line (self, i)->height;

  return height;
}

/**
 * ik_pdf_paragraph_get_line:
 * @self: a paragraph
 * @index: one of its lines
 *
 * Returns: (transfer none): the line
 */
const IkPdfLine *
ik_pdf_paragraph_get_line (const IkPdfParagraph *self,
                           guint                 index)
{
  return &g_array_index (self->lines, IkPdfLine, index);
}
