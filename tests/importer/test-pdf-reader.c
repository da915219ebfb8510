#include <cairo-pdf.h>
#include <string.h>

#include "ik-document-text.h"
#include "ik-importer.h"

#define WIDTH 400.0
#define HEIGHT 600.0
#define LEFT 50.0

/* A piece of text on a page. */
typedef struct
{
  guint       page;
  double      x;
  double      y;
  double      size;
  gboolean    bold;
  const char *text;
} Piece;

typedef struct
{
  const char  *name;
  const Piece *pieces;
  const char  *text;
} Case;

static cairo_status_t
write_cb (void                *data,
          const unsigned char *bytes,
          unsigned int         n)
{
  g_byte_array_append (data, bytes, n);

  return CAIRO_STATUS_SUCCESS;
}

static gboolean
is_rtl (const char *text)
{
  while (*text != '\0' && g_unichar_get_script (g_utf8_get_char (text)) != G_UNICODE_SCRIPT_HEBREW &&
         g_unichar_get_script (g_utf8_get_char (text)) != G_UNICODE_SCRIPT_ARABIC)
    text = g_utf8_next_char (text);

  return *text != '\0';
}

static GBytes *
make_pdf (const Piece *pieces)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_cb, bytes, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  cairo_text_extents_t extents;
  guint page = 0;

  for (; pieces->text != NULL; pieces++)
    {
      for (; page < pieces->page; page++)
        cairo_show_page (cr);
      cairo_select_font_face (cr, is_rtl (pieces->text) ? "DejaVu Sans" : "DejaVu Serif",
                              CAIRO_FONT_SLANT_NORMAL,
                              pieces->bold ? CAIRO_FONT_WEIGHT_BOLD : CAIRO_FONT_WEIGHT_NORMAL);
      cairo_set_font_size (cr, pieces->size);
      if (is_rtl (pieces->text))
        {
          cairo_text_extents (cr, pieces->text, &extents);
          cairo_move_to (cr, WIDTH - pieces->x - extents.x_advance, pieces->y);
        }
      else
        cairo_move_to (cr, pieces->x, pieces->y);
      cairo_show_text (cr, pieces->text);
    }
  cairo_show_page (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return g_byte_array_free_to_bytes (bytes);
}

static const Piece paragraphs[] = {
  { 0, LEFT, 60, 16, FALSE, "Soil" },
  { 0, LEFT, 90, 10, FALSE, "A bed that is short of something shows it by the" },
  { 0, LEFT, 102, 10, FALSE, "plants that grow there without anybody's help, so" },
  { 0, LEFT, 114, 10, FALSE, "look at them first." },
  { 0, LEFT, 140, 10, TRUE, "Look for:" },
  { 0, LEFT, 152, 10, FALSE, "Nettles." },
  { 0, LEFT, 180, 16, FALSE, "Water" },
  { 0, LEFT, 210, 10, FALSE, "Rarely and much." },
  { 0 },
};

static const Piece lists[] = {
  { 0, LEFT, 60, 16, FALSE, "Soil" },
  { 0, LEFT, 90, 10, FALSE, "1." },
  { 0, LEFT + 20, 90, 10, FALSE, "How do you find out what a bed is short of, and" },
  { 0, LEFT + 20, 102, 10, FALSE, "what do you do then?" },
  { 0, LEFT + 20, 114, 8, FALSE, "•" },
  { 0, LEFT + 40, 114, 10, FALSE, "Who helps?" },
  { 0, LEFT, 126, 10, FALSE, "2." },
  { 0, LEFT + 20, 126, 10, FALSE, "When do you dig?" },
  { 0 },
};

static const Piece torn[] = {
  { 0, 150, 20, 8, FALSE, "Garden book" },
  { 0, LEFT, 60, 16, FALSE, "Soil" },
  { 0, LEFT, 90, 10, FALSE, "A bed that is short of something shows it by the" },
  { 0, LEFT, 102, 10, FALSE, "plants that grow there without anybody's help and" },
  { 0, 200, 590, 8, FALSE, "1" },
  { 1, 150, 20, 8, FALSE, "Garden book" },
  { 1, LEFT, 60, 10, FALSE, "that nobody has sown, so look at them before you" },
  { 1, LEFT, 72, 10, FALSE, "dig." },
  { 1, 200, 590, 8, FALSE, "2" },
  { 0 },
};

static const Piece columns[] = {
  { 0, LEFT, 60, 16, FALSE, "All that a gardener is asked in spring" },
  { 0, LEFT, 100, 9, FALSE, "One one one one one one," },
  { 0, 220, 100, 9, FALSE, "two two two two two two," },
  { 0, LEFT, 111, 9, FALSE, "one one one one one one" },
  { 0, 220, 111, 9, FALSE, "two two two two two two" },
  { 0, LEFT, 122, 9, FALSE, "one one one one one one" },
  { 0, 220, 122, 9, FALSE, "two two two two two two" },
  { 0, LEFT, 133, 9, FALSE, "one one one one one one" },
  { 0, 220, 133, 9, FALSE, "two two two two two two" },
  { 0, LEFT, 144, 9, FALSE, "one one." },
  { 0, 220, 144, 9, FALSE, "two two." },
  { 0 },
};

/* A heading of two lines goes across both columns. */
static const Piece heading_across[] = {
  { 0, LEFT, 60, 16, FALSE, "All that a gardener may be asked" },
  { 0, LEFT, 80, 16, FALSE, "in spring and in autumn" },
  { 0, LEFT, 110, 9, FALSE, "One one one one one one," },
  { 0, 220, 110, 9, FALSE, "two two two two two two," },
  { 0, LEFT, 121, 9, FALSE, "one one one one one one" },
  { 0, 220, 121, 9, FALSE, "two two two two two two" },
  { 0, LEFT, 132, 9, FALSE, "one one one one one one" },
  { 0, 220, 132, 9, FALSE, "two two two two two two" },
  { 0, LEFT, 143, 9, FALSE, "one one one one one one" },
  { 0, 220, 143, 9, FALSE, "two two two two two two" },
  { 0, LEFT, 154, 9, FALSE, "one one." },
  { 0, 220, 154, 9, FALSE, "two two." },
  { 0 },
};

static const Piece hyphens[] = {
  { 0, LEFT, 60, 16, FALSE, "Watering" },
  { 0, LEFT, 90, 10, FALSE, "Watering is long-term work; who begins with water-" },
  { 0, LEFT, 102, 10, FALSE, "ing late in summer will hardly see it, for in long-" },
  { 0, LEFT, 114, 10, FALSE, "term work a day is nothing." },
  { 0 },
};

static const Piece text_file[] = {
  { 0, LEFT, 60, 10, FALSE, "Soil" },
  { 0, LEFT, 84, 10, FALSE, "1. Why?" },
  { 0, LEFT, 96, 10, FALSE, "2. How?" },
  { 0 },
};

/* Cells of several lines, one that is empty, a number before each question; the
 * rows are half a point further apart than the lines, as rules make them. */
static const Piece table[] = {
  { 0, LEFT, 60, 16, FALSE, "All that a gardener is asked in spring" },
  { 0, LEFT, 90, 10, TRUE, "No." },
  { 0, 80, 90, 10, TRUE, "Question" },
  { 0, 220, 90, 10, TRUE, "Look for" },
  { 0, LEFT, 102.5, 10, FALSE, "1" },
  { 0, 80, 102.5, 10, FALSE, "How do you find out what" },
  { 0, 220, 102.5, 10, FALSE, "Nettles and long-" },
  { 0, 80, 114.5, 10, FALSE, "a bed is short of?" },
  { 0, 220, 114.5, 10, FALSE, "term work." },
  { 0, LEFT, 127, 10, FALSE, "2" },
  { 0, 80, 127, 10, FALSE, "When do you dig?" },
  { 0, LEFT, 139.5, 10, FALSE, "3" },
  { 0, 80, 139.5, 10, FALSE, "Who helps?" },
  { 0, 220, 139.5, 10, FALSE, "• Names people" },
  { 0, 220, 151.5, 10, FALSE, "• Says what they did for" },
  { 0, 220, 163.5, 10, FALSE, "the long-term work" },
  { 1, LEFT, 60, 10, TRUE, "No." },
  { 1, 80, 60, 10, TRUE, "Question" },
  { 1, 220, 60, 10, TRUE, "Look for" },
  { 1, LEFT, 72.5, 10, FALSE, "4" },
  { 1, 80, 72.5, 10, FALSE, "Why do you" },
  { 1, 220, 72.5, 10, FALSE, "Water" },
  { 1, 80, 84.5, 10, FALSE, "do it?" },
  { 1, LEFT, 97, 10, FALSE, "5" },
  { 1, 80, 97, 10, FALSE, "What else?" },
  { 1, 220, 97, 10, FALSE, "Time" },
  { 1, LEFT, 140, 10, FALSE, "Thank you." },
  { 0 },
};

/* Rows as near to each other as their lines, without rules; the page ends in
 * one of them. */
static const Piece tight_table[] = {
  { 0, LEFT, 60, 16, FALSE, "All that a gardener is asked in spring" },
  { 0, LEFT, 90, 10, TRUE, "Question" },
  { 0, 220, 90, 10, TRUE, "Look for" },
  { 0, LEFT, 102, 10, FALSE, "How do you find out what" },
  { 0, 220, 102, 10, FALSE, "Nettles." },
  { 0, LEFT, 114, 10, FALSE, "a bed is short of?" },
  { 0, LEFT, 126, 10, FALSE, "When do you dig?" },
  { 0, 220, 126, 10, FALSE, "Late in the year, but" },
  { 0, 220, 138, 10, FALSE, "never after rain." },
  { 0, LEFT, 150, 10, FALSE, "Who helps?" },
  { 0, 220, 150, 10, FALSE, "Neighbours." },
  { 0, LEFT, 162, 10, FALSE, "Why do you water only" },
  { 0, 220, 162, 10, FALSE, "It takes longer to" },
  { 1, LEFT, 40, 10, TRUE, "Question" },
  { 1, 220, 40, 10, TRUE, "Look for" },
  { 1, LEFT, 52, 10, FALSE, "after sunset?" },
  { 1, 220, 52, 10, FALSE, "dry." },
  { 1, LEFT, 64, 10, FALSE, "What else do you do in" },
  { 1, 220, 64, 10, FALSE, "Rest." },
  { 1, LEFT, 76, 10, FALSE, "the evening?" },
  { 1, LEFT, 88, 10, FALSE, "Where?" },
  { 1, 220, 88, 10, FALSE, "Here." },
  { 1, LEFT, 140, 10, FALSE, "Thank you." },
  { 0 },
};

static const Piece footers[] = {
  { 0, LEFT, 60, 16, FALSE, "Soil" },
  { 0, LEFT, 90, 10, FALSE, "Look at what grows there without help." },
  { 0, 200, 590, 8, FALSE, "СТР. 1 из 2" },
  { 1, LEFT, 60, 16, FALSE, "Water" },
  { 1, LEFT, 90, 10, FALSE, "Rarely and much." },
  { 1, 200, 590, 8, FALSE, "Стр. 2 из 2" },
  { 0 },
};

/* Letters as they stand on the page, from the left; places from the right. */
static const Piece right_to_left[] = {
  { 0, LEFT, 60, 16, FALSE, "הניגל תולאש" },
  { 0, LEFT, 90, 10, FALSE, "?םילש הז המל .1" },
  { 0, LEFT, 102, 10, FALSE, "?הז לע ACME Ltd תרבח תרמוא המ .2" },
  { 0 },
};

/* Lam and alef stand turned in the second and third word. */
static const Piece arabic[] = {
  { 0, LEFT, 60, 16, FALSE, "ةلئسا" },
  { 0, LEFT, 90, 10, FALSE, "راظتنلااو تاودلأا نع" },
  { 0 },
};

static const Case cases[] = {
  { "paragraphs", paragraphs,
    "# Soil\n\nA bed that is short of something shows it by the plants that grow there without "
    "anybody's help, so look at them first.\n\n**Look for:**\n\nNettles.\n\n# Water\n\n"
    "Rarely and much.\n" },
  { "lists", lists,
    "# Soil\n\n1. How do you find out what a bed is short of, and what do you do then?\n"
    "    - Who helps?\n2. When do you dig?\n" },
  { "torn-by-a-page", torn,
    "# Soil\n\nA bed that is short of something shows it by the plants that grow there without "
    "anybody's help and that nobody has sown, so look at them before you dig.\n" },
  { "columns", columns,
    "# All that a gardener is asked in spring\n\n"
    "One one one one one one, one one one one one one one one one one one one one one one one one one "
    "one one.\n\n"
    "two two two two two two, two two two two two two two two two two two two two two two two two two "
    "two two.\n" },
  { "heading-across-columns", heading_across,
    "# All that a gardener may be asked in spring and in autumn\n\n"
    "One one one one one one, one one one one one one one one one one one one one one one one one one "
    "one one.\n\n"
    "two two two two two two, two two two two two two two two two two two two two two two two two two "
    "two two.\n" },
  { "hyphens", hyphens,
    "# Watering\n\nWatering is long-term work; who begins with watering late in summer will hardly see "
    "it, for in long-term work a day is nothing.\n" },
  { "table", table,
    "# All that a gardener is asked in spring\n\n| **No.** | **Question** | **Look for** |\n"
    "|---|---|---|\n| 1 | How do you find out what a bed is short of? | Nettles and long-term work. |\n"
    "| 2 | When do you dig? |  |\n"
    "| 3 | Who helps? | • Names people<br>• Says what they did for the long-term work |\n"
    "| 4 | Why do you do it? | Water |\n| 5 | What else? | Time |\n\nThank you.\n" },
  { "tight-table", tight_table,
    "# All that a gardener is asked in spring\n\n| **Question** | **Look for** |\n|---|---|\n"
    "| How do you find out what a bed is short of? | Nettles. |\n"
    "| When do you dig? | Late in the year, but never after rain. |\n| Who helps? | Neighbours. |\n"
    "| Why do you water only after sunset? | It takes longer to dry. |\n"
    "| What else do you do in the evening? | Rest. |\n| Where? | Here. |\n\nThank you.\n" },
  { "footers", footers,
    "# Soil\n\nLook at what grows there without help.\n\n# Water\n\nRarely and much.\n" },
  { "right-to-left", right_to_left,
    "# שאלות לגינה\n\n1. למה זה שלים?\n2. מה אומרת חברת ACME Ltd על זה?\n" },
  { "lam-and-alef", arabic, "# اسئلة\n\nعن الأدوات والانتظار\n" },
  { "text-file", text_file, "Soil\n\n1. Why?\n2. How?\n" },
};

static void
test_text (gconstpointer data)
{
  const Case *row = data;
  g_autoptr(GBytes) bytes = make_pdf (row->pieces);
  g_autoptr(GError) error = NULL;
  g_autoptr(IkDocumentText) text = ik_document_text_read (bytes, "a", IK_DOCUMENT_KIND_PDF, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (text->text, ==, row->text);
  g_assert_cmpint (ik_document_kind_guess (bytes, "a"), ==, IK_DOCUMENT_KIND_PDF);
}

static void
test_aside (void)
{
  g_autoptr(GBytes) bytes = make_pdf (footers);
  g_autoptr(GError) error = NULL;
  g_autoptr(IkDocumentText) text = ik_document_text_read (bytes, "a", IK_DOCUMENT_KIND_PDF, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (text->aside, ==, "СТР. 1 из 2\n");
}

static void
assert_refused (GBytes          *bytes,
                IkImporterError  code)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (ik_document_text_read (bytes, "a.pdf", IK_DOCUMENT_KIND_PDF, &error));
  g_assert_error (error, IK_IMPORTER_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, "“a.pdf”"));
}

static void
test_broken (void)
{
  static const Piece nothing[] = { { 0 } };
  g_autoptr(GBytes) empty = make_pdf (nothing);
  g_autoptr(GBytes) noise = g_bytes_new_static ("%PDF-1.7\nnoise", 14);

  assert_refused (empty, IK_IMPORTER_ERROR_EMPTY);
  assert_refused (noise, IK_IMPORTER_ERROR_DAMAGED);
}

#define LINE(x, y, text) "1 0 0 1 " #x " " #y " Tm (" text ")Tj "

/* The same lines by a program that draws its bullets, and by another one. */
static void
test_drawn_bullets (void)
{
  static const char page[] =
    "BT /F 20 Tf " LINE (50, 740, "Tea") "/F 12 Tf " LINE (50, 700, "What a tea house asks all of its people about tea and pots")
    LINE (80, 680, "Why is tea hot when it has been poured?") LINE (110, 660, "And when not?")
    LINE (80, 640, "Which pot is blue?") LINE (50, 600, "That was all about pots, and now to cups.")
    LINE (65, 580, "1. Whose cup is it?") LINE (80, 560, "It is not mine.") LINE (110, 540, "Perhaps")
    "ET\n";
  static const struct
  {
    const char *producer;
    const char *text;
  } rows[] = {
    { "Skia/PDF m1", "# Tea\n\nWhat a tea house asks all of its people about tea and pots\n\n"
      "- Why is tea hot when it has been poured?\n    - And when not?\n- Which pot is blue?\n\n"
      "That was all about pots, and now to cups.\n\n1. Whose cup is it?\n\n    It is not mine.\n\n"
      "    - Perhaps\n" },
    { "Other", "# Tea\n\nWhat a tea house asks all of its people about tea and pots\n\n"
      "Why is tea hot when it has been poured?\n\nAnd when not?\n\nWhich pot is blue?\n\n"
      "That was all about pots, and now to cups.\n\n1. Whose cup is it?\n\n    It is not mine.\n\n"
      "    Perhaps\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *pdf = g_strdup_printf (
        "%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        "2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n"
        "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
        "/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n"
        "4 0 obj<</Length %zu>>stream\n%sendstream endobj\n5 0 obj<</Producer(%s)>>endobj\n"
        "trailer<</Root 1 0 R/Info 5 0 R>>\n", strlen (page), page, rows[i].producer);
      g_autoptr(GBytes) bytes = g_bytes_new_static (pdf, strlen (pdf));
      g_autoptr(GError) error = NULL;
      g_autoptr(IkDocumentText) text = ik_document_text_read (bytes, "a", IK_DOCUMENT_KIND_PDF,
                                                              &error);

      g_assert_no_error (error);
      g_assert_cmpstr (text->text, ==, rows[i].text);
    }
}

#define PDF_OF_TWO_PAGES(pages) \
  "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n" \
  "2 0 obj<</Type/Pages/Count 2/Kids[" pages "]>>endobj\n" \
  "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R" \
  "/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n" \
  "4 0 obj<</Length 37>>stream\nBT /F 12 Tf 50 200 Td (Why is it?)Tj ET\nendstream endobj\n" \
  "trailer<</Root 1 0 R>>\n"

/* One page is there, the other isn't. */
static void
test_lost_page (void)
{
  static const char half[] = PDF_OF_TWO_PAGES ("3 0 R 9 0 R");
  static const char none[] = PDF_OF_TWO_PAGES ("8 0 R 9 0 R");
  g_autoptr(GBytes) bytes = g_bytes_new_static (half, strlen (half));
  g_autoptr(GBytes) gone = g_bytes_new_static (none, strlen (none));
  g_autoptr(GError) error = NULL;
  g_autoptr(IkDocumentText) text = ik_document_text_read (bytes, "a", IK_DOCUMENT_KIND_PDF, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (text->text, ==, "Why is it?\n");
  g_assert_cmpstr (text->lost, ==, "Page 2\n");
  assert_refused (gone, IK_IMPORTER_ERROR_DAMAGED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/importer/pdf-reader/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_text);
    }
  g_test_add_func ("/importer/pdf-reader/aside", test_aside);
  g_test_add_func ("/importer/pdf-reader/broken", test_broken);
  g_test_add_func ("/importer/pdf-reader/drawn-bullets", test_drawn_bullets);
  g_test_add_func ("/importer/pdf-reader/lost-page", test_lost_page);

  return g_test_run ();
}
