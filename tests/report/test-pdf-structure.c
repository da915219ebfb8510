#include "invented-interview.h"
#include "report-file.h"

#include "ik-comparison-report.h"
#include "ik-pdf-text.h"
#include "ik-text.h"

#include <locale.h>
#include <string.h>

/* What a screen reader and an archive find in a report. */

static void
assert_in_order (const char        *text,
                 const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *at = strstr (text, words[i]);

      if (at == NULL)
        g_error ("“%s” does not follow on “%s”", words[i], i > 0 ? words[i - 1] : "");
      text = at + strlen (words[i]);
    }
}

/* Labels with what they label, numbers of pages that were written last, notes
 * after their question. */
static void
test_reading_order (void)
{
  static const char *const words[] = {
    "Interview report", "Mara Lindqvist", "Interviewer", "Jonas Weber", "Round", "Second round",
    "Recommendation", "Strong yes", "Summary", "her design", "Strengths", "Measures before",
    "Competencies", "Problem solving", "4 Strong", "Questions", "\"No.\"", "\"Question\"", "\"Page\"",
    "\"Answered\"", "\"3\"", "\"2\"", "checkout request",
    "Tell me in two minutes", "A checkout request takes", "about forty at a time", "Rating", "5 Outstanding",
    "Heard", "Asks what was measured", "Notes",
    "Asked for the shape", "Named the lock", NULL,
  };
  g_autoptr(IkInterview) interview = invented_interview_new (2);
  g_autoptr(ReportFile) file = NULL;
  g_autofree char *tree = NULL;

  ik_text_set (&interview->summary, "It held up; her design did.");
  file = report_file_new (interview, NULL);
  tree = report_file_read_by (file, "pdfinfo -struct-text @");
  if (tree != NULL)
    assert_in_order (tree, words);
}

static guint
measure_indent (const char *line)
{
  return (guint) strspn (line, " ");
}

static char *
read_kind (const char *line)
{
  return g_strndup (line + measure_indent (line), strcspn (line + measure_indent (line), " :\n"));
}

static const char *
find_parent (const char *child)
{
  const struct
  {
    const char *child;
    const char *parent;
  } parents[] = {
    { "LI", "L" }, { "Lbl", "LI" }, { "LBody", "LI" }, { "TR", "Table" }, { "TD", "TR" },
    { "TH", "TR" }, { "H1", "Sect" }, { "L", "Sect" }, { "Sect", "Document" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parents); i++)
    {
      if (g_str_equal (parents[i].child, child))
        return parents[i].parent;
    }

  return NULL;
}

static void
test_nesting (void)
{
  g_autoptr(IkInterview) interview = invented_interview_new (20);
  g_autoptr(ReportFile) file = report_file_new (interview, NULL);
  g_autofree char *tree = report_file_read_by (file, "pdfinfo -struct @");
  g_autofree char *open[64] = { NULL };
  g_auto(GStrv) lines = NULL;
  guint n_checked = 0;

  if (tree == NULL)
    return;

  lines = g_strsplit (tree, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      guint depth = measure_indent (lines[i]) / 2;
      g_autofree char *kind = read_kind (lines[i]);
      const char *parent = find_parent (kind);

      g_assert_cmpuint (depth, <, G_N_ELEMENTS (open));
      if (parent != NULL)
        {
          g_assert_cmpuint (depth, >, 0);
          g_assert_cmpstr (open[depth - 1], ==, parent);
          n_checked++;
        }
      g_free (open[depth]);
      open[depth] = g_steal_pointer (&kind);
    }

  g_assert_cmpuint (n_checked, >, 200);
  for (guint i = 0; i < G_N_ELEMENTS (open); i++)
    g_clear_pointer (&open[i], g_free);
}

static guint
count (const char *text,
       const char *what)
{
  guint n = 0;

  for (const char *at = strstr (text, what); at != NULL; at = strstr (at + 1, what))
    n++;

  return n;
}

static void
log_event (IkInterview *interview,
           guint        minute,
           const char  *kind,
           int          index)
{
  const char *id = index >= 0 ? invented_interview_get_item (interview, (guint) index)->id : NULL;

  g_ptr_array_add (interview->events,
                   ik_interview_event_new (INVENTED_START_US + minute * G_TIME_SPAN_MINUTE, id,
                                           kind, NULL));
}

/* Boxes of a scale and bars of one person say nothing that words beside them
 * don't; what is left has words in its place. */
static void
test_alternatives (void)
{
  g_autoptr(IkInterview) interview = invented_interview_new (2);
  g_autoptr(ReportFile) file = NULL;
  g_autofree char *text = NULL;

  log_event (interview, 0, "started", -1);
  log_event (interview, 0, "shown", 0);
  log_event (interview, 5, "shown", 1);
  log_event (interview, 9, "ended", -1);
  file = report_file_new (interview, NULL);
  text = report_file_read (file);

  g_assert_cmpuint (count (text, "/S /Figure"), ==, 2);
  g_assert_cmpuint (count (text, "/Alt <FEFF"), ==, 2);
  g_assert_cmpuint (count (text, "/BBox ["), ==, 2);
  g_assert_cmpuint (count (text, "/Lang (en)"), ==, 1);
}

static gboolean
has_alternative (const char *text,
                 const char *alternative)
{
  g_autoptr(GString) entry = g_string_new ("/Alt ");

  ik_pdf_append_text (entry, alternative);
  return strstr (text, entry->str) != NULL;
}

/* Two people, the second a level or two below the first. */
static GPtrArray *
make_panel (void)
{
  GPtrArray *interviews = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_interview_free);
  IkInterview *second = invented_interview_new (2);

  g_ptr_array_add (interviews, invented_interview_new (2));
  g_ptr_array_add (interviews, second);
  ik_text_set (&second->interviewer_id, "lena");
  ik_text_set (&second->interviewer_name, "Lena Roth");
  for (guint i = 0; i < second->competencies->len; i++)
    ((IkCompetencyRating *) second->competencies->pdata[i])->rating = 2;

  return interviews;
}

/* A chart is a cell of its row, behind what it is about. */
static void
assert_has_charts (ReportFile        *file,
                   const char *const *order)
{
  g_autofree char *text = report_file_read (file);
  g_autofree char *tree = report_file_read_by (file, "pdfinfo -struct-text @");
  g_autofree char *check = report_file_read_by (file, "qpdf --check @");

  g_assert_cmpuint (count (text, "/S /Figure"), >, 2);
  g_assert_cmpuint (count (text, "/S /Figure"), ==, count (text, "/Alt <FEFF"));
  g_assert_cmpuint (count (text, "/S /Figure"), ==, count (text, "/BBox ["));
  g_assert_true (has_alternative (text, "From 2 to 4, mean 3, on a scale from 1 to 5"));
  if (tree != NULL)
    assert_in_order (tree, order);
  if (check != NULL)
    g_assert_nonnull (strstr (check, "No syntax or stream encoding errors found"));
}

static void
test_packet (void)
{
  static const char *const order[] = {
    "Panel packet", "\"No.\"", "\"Interviewer\"", "\"Page\"", "\"1\"", "Jonas Weber", "\"2\"",
    "\"2\"", "Lena Roth", "\"4\"", "Competencies", "TD", "Problem solving", "TD", "Figure", "TD", "\"4\"",
    "TD", "\"2\"", "Time used and planned", "TD", "Jonas Weber", "TD", "Figure", "TD", NULL,
  };
  const IkReportOptions options = { .audience = IK_REPORT_AUDIENCE_PANEL };
  g_autoptr(GPtrArray) interviews = make_panel ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) report = ik_report_render (interviews, &options, IK_REPORT_FORMAT_PDF, NULL,
                                               &error);
  g_autoptr(ReportFile) file = NULL;

  g_assert_no_error (error);
  file = report_file_new_of (report);
  assert_has_charts (file, order);
}

static void
test_comparison (void)
{
  static const char *const order[] = {
    "Comparison", "Competencies", "Problem solving", "TD", "Mara Lindqvist", "TD", "Figure", "TD",
    "Time used and planned", "TD", "Mara Lindqvist", "TD", "Figure", "TD", NULL,
  };
  const IkReportOptions options = { 0 };
  g_autoptr(GPtrArray) entries =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ik_comparison_entry_free);
  IkComparisonEntry *entry = ik_comparison_entry_new ("mara", "Mara Lindqvist");
  g_autoptr(IkComparison) comparison = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) report = NULL;
  g_autoptr(ReportFile) file = NULL;

  g_ptr_array_unref (entry->interviews);
  entry->interviews = make_panel ();
  g_ptr_array_add (entries, entry);
  comparison = ik_comparison_new ("Backend engineer", entries);
  report = ik_comparison_render (comparison, &options, IK_REPORT_FORMAT_PDF, &error);
  g_assert_no_error (error);
  file = report_file_new_of (report);
  assert_has_charts (file, order);
}

/* All of each font is there that is needed, and says what its glyphs mean. */
static void
test_fonts (void)
{
  static const char words[] =
    "Größe καλός проверка عربي עברית हिन्दी ภาษา 请描述 日本語 한국어 😀 ★";
  g_autoptr(IkInterview) interview = invented_interview_new (3);
  g_autoptr(ReportFile) file = NULL;
  g_autofree char *fonts = NULL;
  g_auto(GStrv) lines = NULL;

  invented_interview_add_note (invented_interview_get_item (interview, 0), 1, words);
  file = report_file_new (interview, NULL);
  fonts = report_file_read_by (file, "pdffonts @");
  if (fonts == NULL)
    return;

  lines = g_strsplit (fonts, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >, 4);
  for (guint i = 2; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      /* Embedded, a subset, with what its codes stand for */
      if (strstr (lines[i], "yes yes yes") == NULL)
        g_error ("%s", lines[i]);
    }
}

/* PDF/A-2a (ISO 19005-2): what it asks for beyond structure and fonts. No
 * program of Debian checks all of it. */
static void
test_archive (void)
{
  static const char *const parts[] = {
    "%PDF-1.7", "/Marked true", "/S /GTS_PDFA1", "/DestOutputProfile", "acsp", "RGB XYZ ",
    "<pdfaid:part>2</pdfaid:part>", "<pdfaid:conformance>A</pdfaid:conformance>",
    "Interview report: Mara Lindqvist</rdf:li>", "<xmp:CreateDate>2026-03-03T09:00:00Z",
    "D:20260303090000Z", "/ID [<",
  };
  static const char *const banned[] = {
    "/Encrypt", "/JavaScript", "/JS ", "/Launch", "/LZWDecode", "/Transparency",
  };
  const IkReportOptions options = { .created_at_us = INVENTED_START_US };
  g_autoptr(IkInterview) interview = invented_interview_new (2);
  g_autoptr(ReportFile) file = report_file_new (interview, &options);
  g_autofree char *text = report_file_read (file);
  g_autofree char *check = report_file_read_by (file, "qpdf --check @");

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (strstr (text, parts[i]) == NULL)
        g_error ("“%s” is missing", parts[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (banned); i++)
    g_assert_null (strstr (text, banned[i]));
  if (check != NULL)
    g_assert_nonnull (strstr (check, "No syntax or stream encoding errors found"));
}

/* What an ellipsis stands for is not in the file. */
static void
test_cut_text (void)
{
  static const char *const texts[] = {
    "A very long name of a round, much longer than its column has room for in its four lines, so "
    "that somewhere it has to end, which is before it comes to the HIDDEN word",
    "اسم طويل جدا لجولة أطول بكثير مما يتسع له عمودها في أسطره الأربعة ولا بد أن ينتهي في مكان ما "
    "وهو قبل أن يصل إلى الكلمة HIDDEN",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(IkInterview) interview = invented_interview_new (0);
      g_autoptr(ReportFile) file = NULL;
      g_autoptr(GBytes) bytes = NULL;
      g_autofree char *text = NULL;

      ik_text_set (&interview->round, texts[i]);
      file = report_file_new (interview, NULL);
      bytes = report_file_inflate (file);
      report_assert_lacks (bytes, "HIDDEN");
      text = report_file_read_by (file, "pdftotext -raw @ -");
      if (text != NULL)
        g_assert_null (strstr (text, "HIDDEN"));
    }
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_summary ("What a screen reader and an archive find in a report");

  g_test_add_func ("/report/pdf-structure/reading-order", test_reading_order);
  g_test_add_func ("/report/pdf-structure/nesting", test_nesting);
  g_test_add_func ("/report/pdf-structure/alternatives", test_alternatives);
  g_test_add_func ("/report/pdf-structure/packet", test_packet);
  g_test_add_func ("/report/pdf-structure/comparison", test_comparison);
  g_test_add_func ("/report/pdf-structure/fonts", test_fonts);
  g_test_add_func ("/report/pdf-structure/archive", test_archive);
  g_test_add_func ("/report/pdf-structure/cut-text", test_cut_text);

  return g_test_run ();
}
