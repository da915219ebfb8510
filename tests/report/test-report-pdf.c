#include "invented-interview.h"
#include "report-file.h"

#include "ik-text.h"

#include <json-glib/json-glib.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

/* Of the report, in points, less what a letter hangs over its edge. */
#define MARGIN 54.0

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
assert_contains (const char *text,
                 const char *what)
{
  if (strstr (text, what) == NULL)
    g_error ("“%s” is missing in:\n%s", what, text);
}

/* Lines may be broken anywhere: compared without white space. */
static char *
squeeze (const char *text)
{
  GString *result = g_string_new (NULL);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar character = g_utf8_get_char (text);

      if (!g_unichar_isspace (character))
        g_string_append_unichar (result, character);
    }

  return g_string_free (result, FALSE);
}

static void
test_words (void)
{
  static const char *const words[] = {
    "Mara Lindqvist", "Senior backend engineer", "Backend engineering, core", "Jonas Weber",
    "Second round", "3 March 2026", "09:02–10:03", "60 min + 25 % = 75 min", "Strong yes",
    "from 13 of 15 rated", "61 min", "of 75 min planned", "Care for what runs",
    "14 Answered", "2 Not asked", "Finds causes by measuring", "Arrived early",
    "The rating of question 4 was meant for question 5.", "Background and debugging",
    "Tell me in two minutes", "A checkout request takes four seconds", "about forty at a time",
    "return total / len(values)", "orders(customer_id)", "5 Outstanding",
    "Beyond what was asked", "Found the lock in under a minute", "Not scored",
    "Asks what was measured before naming a cause", "Red flag: Blames a colleague",
    "Asked for the shape of the traffic", "3:37 of 5:00 min", "Optional", "Skipped",
    "Not asked", "Partly answered",
  };
  g_autoptr(IkInterview) interview = invented_interview_new (20);
  g_autoptr(ReportFile) file = report_file_new (interview, NULL);
  g_autofree char *text = report_file_read_by (file, "pdftotext -layout @ -");

  if (text == NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    assert_contains (text, words[i]);

  /* Nothing of the interviewer's side that was not heard */
  g_assert_cmpuint (count (text, "SECRET"), ==, 0);
  g_assert_cmpuint (count (text, "UNTICKED"), ==, 0);
  g_assert_cmpuint (count (text, "Draft"), ==, 0);
}

static void
test_off_script (void)
{
  g_autoptr(IkInterview) interview = invented_interview_new (3);
  g_autoptr(ReportFile) file = NULL;
  g_autofree char *text = NULL;
  IkInterviewItem *item = invented_interview_get_item (interview, 1);

  item->off_script = TRUE;
  ik_text_set (&item->asked_as, "How with one queue?");
  item = invented_interview_get_item (interview, 2);
  item->rating = IK_RATING_NONE;
  item->not_assessed = TRUE;
  file = report_file_new (interview, NULL);
  text = report_file_read_by (file, "pdftotext -layout @ -");
  if (text == NULL)
    return;

  assert_contains (text, "Off script");
  assert_contains (text, "Asked in other words");
  assert_contains (text, "How with one queue?");
  assert_contains (text, "Not assessed");
  assert_contains (text, "from 1 of 2 rated");
}

static void
assert_pages_are_numbered (const char *text)
{
  g_auto(GStrv) pages = g_strsplit (text, "\f", -1);
  guint n_pages = g_strv_length (pages) - 1;

  g_assert_cmpuint (n_pages, >, 0);
  for (guint i = 0; i < n_pages; i++)
    {
      g_autofree char *number = g_strdup_printf ("Page %u of %u", i + 1, n_pages);

      assert_contains (pages[i], number);
      assert_contains (pages[i], "Mara Lindqvist");
    }
}

static void
test_pages (void)
{
  g_autoptr(IkInterview) interview = invented_interview_new (20);
  g_autoptr(ReportFile) file = report_file_new (interview, NULL);
  g_autofree char *text = report_file_read_by (file, "pdftotext -layout @ -");
  g_autofree char *info = report_file_read_by (file, "pdfinfo @");

  if (text == NULL || info == NULL)
    return;

  assert_pages_are_numbered (text);
  assert_contains (info, "595.276 x 841.89 pts (A4)");
}

static void
test_letter (void)
{
  const IkReportOptions options = { IK_REPORT_AUDIENCE_INTERNAL, IK_PAGE_SIZE_LETTER, 0 };
  g_autoptr(IkInterview) interview = invented_interview_new (20);
  g_autoptr(ReportFile) file = report_file_new (interview, &options);
  g_autofree char *text = report_file_read_by (file, "pdftotext -layout @ -");
  g_autofree char *info = report_file_read_by (file, "pdfinfo @");

  if (text == NULL || info == NULL)
    return;

  assert_pages_are_numbered (text);
  assert_contains (info, "612 x 792 pts (letter)");
}

static void
test_draft (void)
{
  g_autoptr(IkInterview) interview = invented_interview_new (20);
  g_autoptr(ReportFile) file = NULL;
  g_autofree char *text = NULL;

  interview->state = IK_INTERVIEW_STATE_REVIEW;
  interview->handed_in_at_us = 0;
  interview->recommendation = IK_RATING_NONE;
  file = report_file_new (interview, NULL);
  text = report_file_read_by (file, "pdftotext -layout @ -");
  if (text == NULL)
    return;

  g_assert_cmpuint (count (text, "Draft – not handed in"), ==, count (text, "\f"));
  assert_contains (text, "In review");
  assert_contains (text, "No recommendation yet");
}

/* However long the words of a scale are, all of them are there. */
static void
test_long_recommendation (void)
{
  static const char label[] = "We would hire this candidate at once for this position and for the "
                              "one above it, and would move other work to make room for that";
  g_autoptr(IkInterview) interview = invented_interview_new (20);
  IkRubric *rubric = ik_rubric_new ("own", "Ours");
  g_autoptr(ReportFile) file = NULL;
  g_autofree char *text = NULL;

  g_ptr_array_add (rubric->levels, ik_rubric_level_new (1, "No", ""));
  g_ptr_array_add (rubric->levels, ik_rubric_level_new (2, "Perhaps", ""));
  g_ptr_array_add (rubric->levels, ik_rubric_level_new (3, label, ""));
  g_ptr_array_add (interview->rubrics, rubric);
  interview->recommendation_rubric_id = g_strdup ("own");
  interview->recommendation = 3;
  file = report_file_new (interview, NULL);
  text = report_file_read_by (file, "pdftotext @ -");
  if (text == NULL)
    return;

  g_strdelimit (text, "\n", ' ');
  assert_contains (text, label);
}

static void
test_metadata (void)
{
  const IkReportOptions options = { .created_at_us = INVENTED_START_US };
  g_autoptr(IkInterview) interview = invented_interview_new (2);
  g_autoptr(ReportFile) file = report_file_new (interview, &options);
  g_autofree char *bytes = report_file_read (file);
  g_autofree char *info = report_file_read_by (file, "pdfinfo -isodates @");

  assert_contains (bytes, "/Lang (en)");
  if (info == NULL)
    return;

  assert_contains (info, "Interview report: Mara Lindqvist");
  assert_contains (info, "Jonas Weber");
  assert_contains (info, "Senior backend engineer");
  assert_contains (info, "2026-03-03T09:00:00Z");
  assert_contains (info, "Tagged:          yes");
}

static void
test_is_sound (void)
{
  g_autoptr(IkInterview) interview = invented_interview_new (40);
  g_autoptr(ReportFile) file = report_file_new (interview, NULL);
  g_autofree char *check = report_file_read_by (file, "qpdf --check @");

  if (check != NULL)
    assert_contains (check, "No syntax or stream encoding errors found");
}

static void
test_structure (void)
{
  static const char *const kinds[] = {
    "Document", "Sect", "H1", "H2", "H3", "Table", "TR", "TH", "TD", "LI", "Code",
  };
  g_autoptr(IkInterview) interview = invented_interview_new (20);
  g_autoptr(ReportFile) file = report_file_new (interview, NULL);
  g_autofree char *tree = report_file_read_by (file, "pdfinfo -struct @");

  if (tree == NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    assert_contains (tree, kinds[i]);
  g_assert_cmpuint (count (tree, "H1 "), ==, 1);
  g_assert_cmpuint (count (tree, "H3 "), ==, 20);
}

static void
test_outline (void)
{
  g_autoptr(IkInterview) interview = invented_interview_new (20);
  g_autoptr(ReportFile) file = report_file_new (interview, NULL);
  g_autofree char *bytes = report_file_read (file);
  g_autofree char *json = report_file_read_by (file, "qpdf --json --json-key=outlines @");
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(GError) error = NULL;
  JsonArray *outlines;
  JsonObject *questions;

  if (json == NULL)
    return;

  json_parser_load_from_data (parser, json, -1, &error);
  g_assert_no_error (error);
  outlines = json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)),
                                           "outlines");
  g_assert_cmpuint (json_array_get_length (outlines), ==, 2);
  questions = json_array_get_object_element (outlines, 1);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (questions, "kids")),
                    ==, 20);

  /* From the table of the summary to each question */
  g_assert_cmpuint (count (bytes, "/Subtype /Link"), ==, 20);
}

/* Cells of a row were once drawn twice, one upon the other; a reader shows
 * that as bold and hides it from a search. */
static guint
count_runs_of_four (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  guint n = 0;

  /* Two bytes a letter, in brackets */
  for (gsize i = 0; i + 10 <= size; i++)
    {
      if (data[i] == '(' && data[i + 9] == ')' && memcmp (data + i + 1, data + i + 3, 6) == 0)
        n++;
    }

  return n;
}

static void
test_is_drawn_once (void)
{
  g_autoptr(IkInterview) interview = invented_interview_new (1);
  g_autoptr(ReportFile) file = NULL;
  g_autoptr(GBytes) bytes = NULL;

  ik_text_set (&interview->round, "nnnn");
  file = report_file_new (interview, NULL);
  bytes = report_file_inflate (file);

  g_assert_cmpuint (count_runs_of_four (bytes), ==, 1);
}

static void
test_same_bytes (void)
{
  const IkReportOptions options = { .created_at_us = INVENTED_START_US };
  g_autoptr(IkInterview) interview = invented_interview_new (20);
  g_autoptr(GBytes) one = report_render (interview, IK_REPORT_FORMAT_PDF, &options);
  g_autoptr(GBytes) other = report_render (interview, IK_REPORT_FORMAT_PDF, &options);

  g_assert_true (g_bytes_equal (one, other));
}

static double
get_attribute (const char *line,
               const char *name)
{
  const char *at = strstr (line, name);

  g_assert_nonnull (at);
  return g_ascii_strtod (at + strlen (name), NULL);
}

static void
assert_within_margins (const char *bbox,
                       double      width,
                       double      height)
{
  g_auto(GStrv) lines = g_strsplit (bbox, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (strstr (lines[i], "<word ") == NULL)
        continue;

      if (get_attribute (lines[i], "xMin=\"") < MARGIN ||
          get_attribute (lines[i], "xMax=\"") > width - MARGIN ||
          get_attribute (lines[i], "yMin=\"") < 20 ||
          get_attribute (lines[i], "yMax=\"") > height - 20)
        g_error ("outside of the margins: %s", lines[i]);
    }
}

static char *
repeat (const char *text,
        guint       n)
{
  GString *result = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (result, text);

  return g_string_free (result, FALSE);
}

static void
fill_with (IkInterview *interview,
           const char  *text)
{
  ik_text_set (&interview->candidate_name, text);
  ik_text_set (&interview->role, text);
  ik_text_set (&interview->set_title, text);
  ik_text_set (&interview->interviewer_name, text);
  ik_text_set (&interview->round, text);
  ik_text_set (&interview->summary, text);
  ik_text_set (&((IkNote *) interview->notes->pdata[0])->text, text);
  ik_text_set (&((IkReopening *) interview->reopened->pdata[0])->reason, text);

  for (guint i = 0; i < interview->competencies->len; i++)
    ik_text_set (&((IkCompetencyRating *) interview->competencies->pdata[i])->competency->name,
                 text);

  for (guint i = 0; i < interview->items->len; i++)
    {
      IkInterviewItem *item = invented_interview_get_item (interview, i);

      ik_text_set (&item->section, text);
      ik_text_set (&item->candidate.prompt, text);
      ik_text_set (&item->candidate.details, text);
      ik_text_set (&item->evidence, text);
      g_ptr_array_add (item->candidate.sub_questions, g_strdup (text));
      invented_interview_add_note (item, 1, text);
      for (guint j = 0; j < item->indicators->len; j++)
        ik_text_set (&((IkIndicator *) item->indicators->pdata[j])->text, text);
    }
}

typedef struct
{
  const char *name;
  const char *text;
  guint       n_repeats;
  gboolean    can_search;  /* whether pdftotext gives back what was written */
} Hostile;

static const Hostile hostiles[] = {
  { "empty", "", 1, FALSE },
  { "blank", " \n \t ", 3, FALSE },
  { "long-word", "abcdefghij", 1000, TRUE },
  { "long-text", "A sentence that says little but does so at length. ", 150, TRUE },
  { "many-lines", "one\n", 500, FALSE },
  { "markup", "<b>&amp;</b> \"quoted\" 'single' <unclosed & ", 3, FALSE },
  { "format", "%s %n %d 100 % ", 3, TRUE },
  { "control", "a\001b\033[31mc\177d\302\205e", 3, FALSE },
  { "not-utf-8", "gr\374n \377\376", 3, FALSE },
  { "half-characters", "\200\200\200", 200, FALSE },
  { "arabic", "كيف تجد سبب البطء في خدمة موزعة؟ ", 30, FALSE },
  { "hebrew", "איך מוצאים את הסיבה לאיטיות? ", 30, FALSE },
  { "chinese", "请描述一次你改变技术决定的经历。", 60, TRUE },
  { "mixed", "abc عربي 123 中文 ñ ß ", 40, FALSE },
  { "emoji", "👩‍💻 🎉 ✅ ", 40, FALSE },
  { "combining", "a\314\200\314\201\314\202\314\203", 200, FALSE },
  { "directions", "\342\200\256reversed\342\200\254 \342\201\246x", 40, FALSE },
  { "code", "```\nfunction call(argument) { return argument; }\n\tindented by a tab\n```\n", 100, FALSE },
  { "open-fence", "```\nnever closed ", 30, FALSE },
  { "deep-list", "- - - - - - - - - - - - - - - - - - - - deep\n", 20, FALSE },
  { "deep-quotation", "> > > > > > > > > > > > > > > > > > > > deep\n", 20, FALSE },
  { "wide-table",
    "|a|b|c|d|e|f|g|h|i|j|k|l|\n|---|---|---|---|---|---|---|---|---|---|---|---|\n"
    "|1|2|3|4|5|6|7|8|9|10|11|12|\n", 1, FALSE },
};

static void
test_hostile (gconstpointer user_data)
{
  const Hostile *hostile = user_data;
  g_autoptr(IkInterview) interview = invented_interview_new (2);
  g_autofree char *text = repeat (hostile->text, hostile->n_repeats);
  g_autoptr(ReportFile) file = NULL;
  g_autofree char *check = NULL;
  g_autofree char *bbox = NULL;
  g_autofree char *read = NULL;

  fill_with (interview, text);
  file = report_file_new (interview, NULL);
  check = report_file_read_by (file, "qpdf --check @");
  bbox = report_file_read_by (file, "pdftotext -bbox @ -");
  read = report_file_read_by (file, "pdftotext -raw @ -");
  if (check == NULL || bbox == NULL || read == NULL)
    return;

  assert_contains (check, "No syntax or stream encoding errors found");
  assert_within_margins (bbox, 595.276, 841.89);
  if (hostile->can_search)
    {
      g_autofree char *found = squeeze (read);
      g_autofree char *wanted = squeeze (hostile->text);

      /* At least: summary, general note, and of both questions details,
       * sub-question, evidence and note */
      g_assert_cmpuint (count (found, wanted), >=, 10 * hostile->n_repeats);
    }
}

static void
test_high_row (void)
{
  g_autoptr(IkInterview) interview = invented_interview_new (2);
  g_autofree char *cell = repeat ("many words in one cell ", 800);
  g_autofree char *table = g_strdup_printf ("|a|b|\n|---|---|\n|x|%s|\n", cell);
  g_autoptr(ReportFile) file = NULL;
  g_autofree char *text = NULL;
  g_autofree char *words = NULL;

  ik_text_set (&invented_interview_get_item (interview, 1)->candidate.details, table);
  file = report_file_new (interview, NULL);
  text = report_file_read_by (file, "pdftotext -raw @ -");
  if (text == NULL)
    return;

  words = squeeze (text);
  g_assert_cmpuint (count (words, "manywords"), >=, 780);
}

/* Each page that a table goes on has its head, which is read out once. */
static void
test_long_table (void)
{
  g_autoptr(IkInterview) interview = invented_interview_new (2);
  g_autofree char *rows = repeat ("|value|word|\n", 150);
  g_autofree char *table = g_strdup_printf ("|Headword|b|\n|---|---|\n%s", rows);
  g_autoptr(ReportFile) file = NULL;
  g_autofree char *text = NULL;
  g_autofree char *tree = NULL;

  ik_text_set (&invented_interview_get_item (interview, 1)->candidate.details, table);
  file = report_file_new (interview, NULL);
  text = report_file_read_by (file, "pdftotext -raw @ -");
  tree = report_file_read_by (file, "pdfinfo -struct-text @");
  if (text == NULL || tree == NULL)
    return;

  g_assert_cmpuint (count (text, "value"), ==, 150);
  g_assert_cmpuint (count (text, "Headword"), >=, 4);
  g_assert_cmpuint (count (tree, "Headword"), ==, 1);
}

static void
test_many_questions (void)
{
  g_autoptr(IkInterview) interview = invented_interview_new (200);
  g_autoptr(ReportFile) file = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < interview->items->len; i++)
    {
      g_autofree char *prompt = g_strdup_printf ("Prompt number %u, no other.", i + 1);

      ik_text_set (&invented_interview_get_item (interview, i)->candidate.prompt, prompt);
    }

  file = report_file_new (interview, NULL);
  text = report_file_read_by (file, "pdftotext -layout @ -");
  if (text == NULL)
    return;

  assert_pages_are_numbered (text);
  for (guint i = 0; i < interview->items->len; i++)
    {
      g_autofree char *prompt = g_strdup_printf ("Prompt number %u, no other.", i + 1);

      /* In the table and at its place */
      g_assert_cmpuint (count (text, prompt), ==, 2);
    }
}

static char *
find_last_line (const char *page)
{
  g_auto(GStrv) lines = g_strsplit (page, "\n", -1);
  char *last = g_strdup ("");

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = g_strstrip (g_strdup (lines[i]));

      if (*line == '\0' || strstr (line, "Page ") != NULL)
        continue;

      g_free (last);
      last = g_steal_pointer (&line);
    }

  return last;
}

/* Whatever stands above, a heading goes to the next page with what it heads. */
static void
test_no_heading_alone (void)
{
  static const char *const headings[] = {
    "Rating", "Heard", "Notes", "Evidence", "Summary", "Competencies", "Questions",
    "General notes", "Background and debugging", "Design",
  };

  for (guint n_lines = 1; n_lines <= 50; n_lines += 5)
    {
      g_autoptr(IkInterview) interview = invented_interview_new (8);
      g_autofree char *summary = repeat ("line\n", n_lines);
      g_autoptr(ReportFile) file = NULL;
      g_autofree char *text = NULL;
      g_auto(GStrv) pages = NULL;

      ik_text_set (&interview->summary, summary);
      file = report_file_new (interview, NULL);
      text = report_file_read_by (file, "pdftotext -layout @ -");
      if (text == NULL)
        return;

      pages = g_strsplit (text, "\f", -1);
      for (guint i = 0; pages[i] != NULL; i++)
        {
          g_autofree char *last = find_last_line (pages[i]);

          for (guint j = 0; j < G_N_ELEMENTS (headings); j++)
            g_assert_cmpstr (last, !=, headings[j]);
        }
    }
}

static void
test_nothing_recorded (void)
{
  g_autoptr(IkInterview) interview = ik_interview_new ();
  g_autoptr(ReportFile) file = report_file_new (interview, NULL);
  g_autofree char *text = report_file_read_by (file, "pdftotext -layout @ -");

  if (text == NULL)
    return;

  assert_contains (text, "Unnamed candidate");
  assert_contains (text, "Planned");
  assert_contains (text, "Page 1 of 1");
}

static void
test_cancelled (void)
{
  const IkReportOptions options = { 0 };
  g_autoptr(IkInterview) interview = invented_interview_new (2);
  g_autoptr(GPtrArray) interviews = g_ptr_array_new ();
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_ptr_array_add (interviews, interview);
  g_cancellable_cancel (cancellable);
  g_assert_null (ik_report_render (interviews, &options, IK_REPORT_FORMAT_PDF, cancellable,
                                   &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* How much of a report there was room for. */
static gsize
write_within (IkInterview  *interview,
              gpointer      room,
              gsize         size,
              GError      **error)
{
  const IkReportOptions options = { .created_at_us = INVENTED_START_US };
  g_autoptr(GPtrArray) interviews = g_ptr_array_new ();
  g_autoptr(GOutputStream) output = g_memory_output_stream_new (room, size, NULL, NULL);

  g_ptr_array_add (interviews, interview);
  if (!ik_report_write (interviews, &options, IK_REPORT_FORMAT_PDF, output, NULL, error))
    g_assert_nonnull (error == NULL ? NULL : *error);

  return g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (output));
}

static void
test_write_error (void)
{
  const IkReportOptions options = { .created_at_us = INVENTED_START_US };
  g_autoptr(IkInterview) interview = invented_interview_new (60);
  g_autoptr(GBytes) whole = report_render (interview, IK_REPORT_FORMAT_PDF, &options);
  gsize size = g_bytes_get_size (whole);
  const gsize sizes[] = { 0, 1, size / 2, size - 1 };
  g_autofree char *room = g_malloc (size);
  g_autoptr(GError) error = NULL;

  g_test_summary ("Wherever writing fails the report says so, and writes no more");

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_assert_cmpuint (write_within (interview, room, sizes[i], &error), <=, sizes[i]);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
      g_clear_error (&error);
    }

  g_assert_cmpuint (write_within (interview, room, size, &error), ==, size);
  g_assert_no_error (error);
  g_assert_cmpmem (room, size, g_bytes_get_data (whole, NULL), size);
}

static void
add_hostile_tests (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (hostiles); i++)
    {
      g_autofree char *path = g_strdup_printf ("/report/pdf/hostile/%s", hostiles[i].name);

      g_test_add_data_func (path, &hostiles[i], test_hostile);
    }
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_summary ("What other programs read in a report as PDF");

  g_test_add_func ("/report/pdf/words", test_words);
  g_test_add_func ("/report/pdf/off-script", test_off_script);
  g_test_add_func ("/report/pdf/pages", test_pages);
  g_test_add_func ("/report/pdf/letter", test_letter);
  g_test_add_func ("/report/pdf/draft", test_draft);
  g_test_add_func ("/report/pdf/long-recommendation", test_long_recommendation);
  g_test_add_func ("/report/pdf/metadata", test_metadata);
  g_test_add_func ("/report/pdf/is-sound", test_is_sound);
  g_test_add_func ("/report/pdf/structure", test_structure);
  g_test_add_func ("/report/pdf/outline", test_outline);
  g_test_add_func ("/report/pdf/is-drawn-once", test_is_drawn_once);
  g_test_add_func ("/report/pdf/same-bytes", test_same_bytes);
  g_test_add_func ("/report/pdf/high-row", test_high_row);
  g_test_add_func ("/report/pdf/long-table", test_long_table);
  g_test_add_func ("/report/pdf/many-questions", test_many_questions);
  g_test_add_func ("/report/pdf/no-heading-alone", test_no_heading_alone);
  g_test_add_func ("/report/pdf/nothing-recorded", test_nothing_recorded);
  g_test_add_func ("/report/pdf/cancelled", test_cancelled);
  g_test_add_func ("/report/pdf/write-error", test_write_error);
  add_hostile_tests ();

  return g_test_run ();
}
