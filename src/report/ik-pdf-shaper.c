#include "ik-pdf-font.h"

#include <string.h>

/* Shapes what is written in one direction, each letter by itself. */

/* About a megabyte. A long text of few words, as a report is, has less. */
#define MAX_WORDS 4000

static hb_buffer_t *
shape (IkPdfFont  *self,
       const char *text,
       gsize       length)
{
  /* As the typesetter asks of Pango: what is copied from the page has to be
   * what was written. */
  static const hb_feature_t features[] = {
    { HB_TAG ('l', 'i', 'g', 'a'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END },
    { HB_TAG ('c', 'l', 'i', 'g'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END },
  };
  hb_buffer_t *buffer = hb_buffer_create ();

  hb_buffer_add_utf8 (buffer, text, (int) length, 0, (int) length);
  hb_buffer_set_direction (buffer, HB_DIRECTION_LTR);
  hb_buffer_guess_segment_properties (buffer);
  hb_shape (self->shaper, buffer, features, G_N_ELEMENTS (features));

  return buffer;
}

/* Returns whether the glyph is there and stands for its letter alone. */
static gboolean
take_glyph (IkPdfFont                 *self,
            IkPdfGlyph                *glyph,
            const hb_glyph_info_t     *info,
            const hb_glyph_position_t *position,
            const char                *letter)
{
  glyph->id = info->codepoint;
  glyph->advance = position->x_advance;
  glyph->x_offset = position->x_offset;
  glyph->y_offset = -position->y_offset;

  return glyph->id != 0 &&
         ik_pdf_face_learn (self->face, glyph->id, letter,
                            (gsize) (g_utf8_next_char (letter) - letter));
}

static gboolean
take_glyphs (IkPdfFont   *self,
             IkPdfWord   *word,
             IkPdfGlyph  *glyphs,
             hb_buffer_t *buffer)
{
  const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos (buffer, NULL);
  const hb_glyph_position_t *positions = hb_buffer_get_glyph_positions (buffer, NULL);
  const char *letter = word->text;

  if (hb_buffer_get_length (buffer) != word->n_glyphs)
    return FALSE;

  for (guint i = 0; i < word->n_glyphs; i++)
    {
      if (infos[i].cluster != (guint) (letter - word->text) ||
          !take_glyph (self, &glyphs[i], &infos[i], &positions[i], letter))
        return FALSE;
      word->width += glyphs[i].advance;
      letter = g_utf8_next_char (letter);
    }

  return TRUE;
}

static gboolean
is_of_letters (const char *text,
               gsize       length)
{
  for (const char *at = text; at < text + length; at = g_utf8_next_char (at))
    {
      if (!g_unichar_isalnum (g_utf8_get_char (at)))
        return FALSE;
    }

  return TRUE;
}

/* A line may end inside of such as "left/right" or "well-known". */
static void
find_breaks (IkPdfWord *word,
             guint8    *breaks)
{
  g_autofree PangoLogAttr *attributes = NULL;

  if (is_of_letters (word->text, word->length))
    return;

  attributes = g_new0 (PangoLogAttr, word->n_glyphs + 1);
  pango_get_log_attrs (word->text, (int) word->length, 0, pango_language_get_default (),
                       attributes, (int) word->n_glyphs + 1);
  for (guint i = 0; i + 1 < word->n_glyphs; i++)
    {
      breaks[i] = attributes[i + 1].is_line_break;
      if (breaks[i])
        word->breaks = breaks;
    }
}

/* In one piece: there are thousands of them. */
static IkPdfWord *
create_word (IkPdfFont  *self,
             const char *text,
             gsize       length)
{
  guint n_glyphs = (guint) g_utf8_strlen (text, (gssize) length);
  IkPdfWord *word = g_malloc0 (sizeof *word + n_glyphs * (sizeof (IkPdfGlyph) + 1) + length + 1);
  IkPdfGlyph *glyphs = (IkPdfGlyph *) (word + 1);
  guint8 *breaks = (guint8 *) (glyphs + n_glyphs);
  char *copy = (char *) breaks + n_glyphs;
  hb_buffer_t *buffer = shape (self, text, length);

  memcpy (copy, text, length);
  word->text = copy;
  word->length = length;
  word->n_glyphs = n_glyphs;
  if (take_glyphs (self, word, glyphs, buffer))
    {
      word->glyphs = glyphs;
      find_breaks (word, breaks);
    }
  hb_buffer_destroy (buffer);

  return word;
}

/**
 * ik_pdf_font_shape:
 * @self: a font
 * @text: letters of a script that is written from left to right, each with a
 *   glyph of its own; no spaces
 * @length: bytes of @text
 *
 * Returns: (transfer none) (nullable): the word, until
 *   ik_pdf_font_forget(); %NULL where the font can't set it so
 */
const IkPdfWord *
ik_pdf_font_shape (IkPdfFont  *self,
                   const char *text,
                   gsize       length)
{
  const IkPdfWord key = { .text = text, .length = length };
  IkPdfWord *word = g_hash_table_lookup (self->words, &key);

  if (word == NULL)
    {
      word = create_word (self, text, length);
      g_hash_table_add (self->words, word);
    }

  return word->glyphs != NULL ? word : NULL;
}

/**
 * ik_pdf_font_forget:
 * @self: a font
 *
 * Forgets the words where there are many of them, so that memory does not grow
 * with the length of a document.
 */
void
ik_pdf_font_forget (IkPdfFont *self)
{
  if (g_hash_table_size (self->words) > MAX_WORDS)
    g_hash_table_remove_all (self->words);
}
