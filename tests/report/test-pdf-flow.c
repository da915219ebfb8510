#include "ik-pdf-flow.h"

/* Lines of the body are this high. */
#define LINE 14.0
#define TOP 50.0
#define N_LINES 10

typedef struct
{
  IkPdfCanvas     *canvas;
  IkPdfTypesetter *type;
  IkPdfFlow       *flow;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  IkPdfBox area = { 50, TOP, 400, N_LINES * LINE };
  g_autoptr(GOutputStream) memory = g_memory_output_stream_new_resizable ();

  fixture->canvas = ik_pdf_canvas_new (500, 300);
  ik_pdf_canvas_set_output (fixture->canvas, memory);
  fixture->type = ik_pdf_typesetter_new (ik_pdf_canvas_get_fonts (fixture->canvas));
  fixture->flow = ik_pdf_flow_new (fixture->canvas, &area);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_clear_object (&fixture->flow);
  g_clear_object (&fixture->type);
  g_clear_object (&fixture->canvas);
}

static IkPdfParagraph *
set_lines (Fixture *fixture,
           guint    n_lines)
{
  g_autoptr(GString) text = g_string_new ("line");

  for (guint i = 1; i < n_lines; i++)
    g_string_append (text, "\nline");

  return ik_pdf_typesetter_set (fixture->type, IK_PDF_STYLE_BODY, 400, text->str);
}

static void
assert_is_at (Fixture *fixture,
              guint    n_pages,
              guint    n_lines)
{
  g_assert_cmpuint (ik_pdf_canvas_get_n_pages (fixture->canvas), ==, n_pages);
  g_assert_cmpfloat_with_epsilon (ik_pdf_flow_get_y (fixture->flow), TOP + n_lines * LINE, 0.01);
}

/* No single line of a paragraph stands at the foot or the head of a page. */
static void
test_breaks (Fixture       *fixture,
             gconstpointer  user_data)
{
  static const struct
  {
    guint n_before;
    guint n_lines;
    guint n_pages;
    guint n_on_last;
  } cases[] = {
    { 0, 10, 1, 10 },  /* just fits */
    { 8, 2, 1, 10 },
    { 9, 1, 1, 10 },
    { 9, 2, 2, 2 },    /* would leave one at the foot */
    { 9, 5, 2, 5 },
    { 8, 3, 2, 3 },    /* would leave one at the head, and can't be split */
    { 7, 4, 2, 2 },    /* two and two, not three and one */
    { 5, 8, 2, 3 },
    { 0, 11, 2, 2 },   /* nine is not all that fits, but nine and two */
    { 3, 25, 3, 8 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint n_pages = ik_pdf_canvas_get_n_pages (fixture->canvas);

      if (cases[i].n_before > 0)
        ik_pdf_flow_put (fixture->flow, 0, NULL, set_lines (fixture, cases[i].n_before));
      ik_pdf_flow_put (fixture->flow, 0, NULL, set_lines (fixture, cases[i].n_lines));
      assert_is_at (fixture, n_pages - 1 + cases[i].n_pages, cases[i].n_on_last);
      ik_pdf_flow_break (fixture->flow);
    }
}

static void
test_need (Fixture       *fixture,
           gconstpointer  user_data)
{
  /* More than a page at the top of one: no empty page */
  ik_pdf_flow_need (fixture->flow, 1000);
  assert_is_at (fixture, 1, 0);

  ik_pdf_flow_skip (fixture->flow, LINE);
  assert_is_at (fixture, 1, 0);

  ik_pdf_flow_put (fixture->flow, 0, NULL, set_lines (fixture, 6));
  ik_pdf_flow_need (fixture->flow, 4 * LINE);
  assert_is_at (fixture, 1, 6);

  ik_pdf_flow_skip (fixture->flow, LINE);
  ik_pdf_flow_need (fixture->flow, 4 * LINE);
  assert_is_at (fixture, 2, 0);
}

/* Two lines of what it heads stand below a heading. */
static void
test_heading (Fixture       *fixture,
              gconstpointer  user_data)
{
  static const struct
  {
    guint n_before;
    guint n_lines;
    guint n_pages;
    guint n_on_last;
  } cases[] = {
    { 7, 1, 1, 8 },
    { 8, 1, 2, 1 },
    { 5, 4, 2, 2 },   /* would end at the foot: two lines go on with the rest */
    { 7, 3, 2, 3 },   /* can't be split */
    { 0, 9, 1, 9 },   /* no other page would do better */
    { 2, 12, 2, 4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint n_pages = ik_pdf_canvas_get_n_pages (fixture->canvas);

      if (cases[i].n_before > 0)
        ik_pdf_flow_put (fixture->flow, 0, NULL, set_lines (fixture, cases[i].n_before));
      ik_pdf_flow_put_heading (fixture->flow, 0, NULL, set_lines (fixture, cases[i].n_lines),
                               2 * LINE);
      assert_is_at (fixture, n_pages - 1 + cases[i].n_pages, cases[i].n_on_last);
      ik_pdf_flow_break (fixture->flow);
    }
}

static void
test_row (Fixture       *fixture,
          gconstpointer  user_data)
{
  IkPdfCell cells[] = {
    { 0, set_lines (fixture, 1), NULL, NULL },
    { 100, set_lines (fixture, 23), NULL, NULL },
  };

  ik_pdf_flow_put (fixture->flow, 0, NULL, set_lines (fixture, 9));
  ik_pdf_flow_put_row (fixture->flow, NULL, cells, G_N_ELEMENTS (cells));
  assert_is_at (fixture, 4, 3);
}

/* Pages that wait to be packed go with it. */
static void
test_dropped (Fixture       *fixture,
              gconstpointer  user_data)
{
  for (guint i = 0; i < 100; i++)
    {
      Fixture dropped;

      set_up (&dropped, NULL);
      ik_pdf_flow_put (dropped.flow, 0, NULL, set_lines (&dropped, 8 * N_LINES));
      assert_is_at (&dropped, 8, N_LINES);
      tear_down (&dropped, NULL);
    }
}

static void
test_code (Fixture       *fixture,
           gconstpointer  user_data)
{
  ik_pdf_flow_put_code (fixture->flow, 0, LINE, set_lines (fixture, 12));
  assert_is_at (fixture, 2, 6);

  /* What fits on one page is not torn. */
  ik_pdf_flow_put_code (fixture->flow, 0, LINE, set_lines (fixture, 6));
  assert_is_at (fixture, 3, 8);
  ik_pdf_flow_break (fixture->flow);
  ik_pdf_flow_put (fixture->flow, 0, NULL, set_lines (fixture, 2));
  ik_pdf_flow_put_code (fixture->flow, 0, LINE, set_lines (fixture, 6));
  assert_is_at (fixture, 4, 10);
}

/* A word of any length is broken; the benchmark says in which time. */
static void
test_long_word (Fixture       *fixture,
                gconstpointer  user_data)
{
  g_autofree char *word = g_strnfill (100 * 1000, 'x');
  IkPdfParagraph *paragraph = ik_pdf_typesetter_set (fixture->type, IK_PDF_STYLE_BODY, 400, word);
  double full;

  /* No line but the last is left short where one piece of the text ends. */
  full = ik_pdf_paragraph_get_line (paragraph, 0)->width;
  g_assert_cmpfloat (paragraph->width, <=, 400);
  for (guint i = 0; i + 1 < paragraph->lines->len; i++)
    g_assert_cmpfloat_with_epsilon (ik_pdf_paragraph_get_line (paragraph, i)->width, full, 0.1);
}

static void
test_short (Fixture       *fixture,
            gconstpointer  user_data)
{
  static const char *const texts[] = { "", "two\nlines", "a very long text indeed, no doubt",
                                       "\200\200\200", "كيف تجد سبب البطء في خدمة موزعة؟" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      IkPdfParagraph *line = ik_pdf_typesetter_set_line (fixture->type, IK_PDF_STYLE_BODY, 80,
                                                         texts[i]);

      g_assert_cmpuint (line->lines->len, ==, 1);
      g_assert_cmpfloat (line->width, <=, 80);
      g_assert_cmpfloat_with_epsilon (ik_pdf_paragraph_get_line (line, 0)->x, 0, 0.01);
    }
}

static void
add (const char  *path,
     void       (*test)(Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_summary ("Paragraphs find their pages");

  add ("/report/pdf-flow/breaks", test_breaks);
  add ("/report/pdf-flow/need", test_need);
  add ("/report/pdf-flow/heading", test_heading);
  add ("/report/pdf-flow/dropped", test_dropped);
  add ("/report/pdf-flow/row", test_row);
  add ("/report/pdf-flow/code", test_code);
  add ("/report/pdf-flow/long-word", test_long_word);
  add ("/report/pdf-flow/short", test_short);

  return g_test_run ();
}
