#include "layout-check.h"

#include "ik-comparison-report.h"
#include "ik-day-sheet.h"
#include "ik-recommendation.h"
#include "ik-text.h"
#include "invented-interview.h"

#include <locale.h>
#include <stdlib.h>

#define N_REPORTS 6
#define N_ALL_REPORTS 500

typedef GBytes *(*Render) (LayoutTexts *texts);

static void
set_name (LayoutTexts  *texts,
          char        **name)
{
  g_free (*name);
  *name = layout_texts_make_name (texts, "end");
}

static GPtrArray *
make_names (LayoutTexts *texts,
            const char  *end,
            guint        n)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  while (names->len < n)
    {
      g_autofree char *own_end = g_strdup_printf ("%s%u", end, names->len);

      g_ptr_array_add (names, layout_texts_make_name (texts, own_end));
    }

  return names;
}

/* Some have no rating. */
static void
add_competencies (LayoutTexts *texts,
                  IkInterview *interview,
                  GPtrArray   *names)
{
  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr(IkCompetency) competency = ik_competency_new (NULL, names->pdata[i], NULL);
      IkCompetencyRating *rating = ik_competency_rating_new (competency);
      int value = g_rand_int_range (texts->rand, 0, 6);

      if (value > 0)
        rating->rating = value;
      g_ptr_array_add (interview->competencies, rating);
    }
}

/* All of them about the same competencies, one after the other. */
static GPtrArray *
make_interviews (LayoutTexts *texts,
                 GPtrArray   *competencies,
                 guint        n)
{
  GPtrArray *interviews = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_interview_free);

  while (interviews->len < n)
    {
      IkInterview *interview = layout_texts_make_interview (texts, 20);

      interview->planned_at_us = INVENTED_START_US + interviews->len * G_TIME_SPAN_HOUR;
      interview->slot_minutes = 30 + interviews->len;
      g_free (interview->interviewer_id);
      interview->interviewer_id = g_strdup_printf ("%u", interviews->len);
      set_name (texts, &interview->interviewer_name);
      add_competencies (texts, interview, competencies);
      g_ptr_array_add (interviews, interview);
    }

  return interviews;
}

static IkPanelAgreement *
make_agreement (LayoutTexts *texts,
                GPtrArray   *competencies)
{
  IkPanelAgreement *agreement = ik_panel_agreement_new ();

  g_free (agreement->summary);
  agreement->summary = layout_texts_make_text (texts);
  agreement->recommendation = IK_RECOMMENDATION_YES;
  for (guint i = 0; i < competencies->len; i++)
    {
      IkAgreedScore *score = ik_agreed_score_new (competencies->pdata[i], 3);

      g_free (score->reason);
      score->reason = layout_texts_make_text (texts);
      g_ptr_array_add (agreement->scores, score);
    }

  return agreement;
}

static guint
choose (LayoutTexts *texts,
        gint32       end)
{
  return (guint) g_rand_int_range (texts->rand, 1, end);
}

static GBytes *
render_packet (LayoutTexts *texts)
{
  g_autoptr(GPtrArray) competencies = make_names (texts, "end", choose (texts, 30));
  g_autoptr(GPtrArray) interviews = make_interviews (texts, competencies, choose (texts, 9));
  g_autoptr(IkPanelAgreement) agreement = make_agreement (texts, competencies);
  const IkReportOptions options = {
    .audience = IK_REPORT_AUDIENCE_PANEL, .agreement = agreement,
  };
  g_autoptr(GError) error = NULL;
  GBytes *report = ik_report_render (interviews, &options, IK_REPORT_FORMAT_PDF, NULL, &error);

  g_assert_no_error (error);
  return report;
}

/* Nothing of an interview but its numbers is in it. */
static GBytes *
render_comparison (LayoutTexts *texts)
{
  g_autoptr(LayoutTexts) unseen = layout_texts_new (g_rand_int (texts->rand));
  g_autoptr(GPtrArray) competencies = make_names (texts, LAYOUT_HEADING_END,
                                                  choose (texts, 12));
  g_autoptr(GPtrArray) entries =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ik_comparison_entry_free);
  guint n = choose (texts, 30);
  const IkReportOptions options = { 0 };
  g_autofree char *role = layout_texts_make_name (texts, "role");
  g_autoptr(IkComparison) comparison = NULL;
  g_autoptr(GError) error = NULL;
  GBytes *report;

  while (entries->len < n)
    {
      g_autofree char *id = g_strdup_printf ("%u", entries->len);
      g_autofree char *name = layout_texts_make_name (texts, "end");
      IkComparisonEntry *entry = ik_comparison_entry_new (id, name);

      g_ptr_array_unref (entry->interviews);
      entry->interviews = make_interviews (unseen, competencies, choose (texts, 4));
      g_ptr_array_add (entries, entry);
    }

  comparison = ik_comparison_new (role, entries);
  report = ik_comparison_render (comparison, &options, IK_REPORT_FORMAT_PDF, &error);
  g_assert_no_error (error);
  return report;
}

/* It says who comes when, and nothing of what was recorded. */
static GBytes *
render_day_sheet (LayoutTexts *texts)
{
  g_autoptr(LayoutTexts) unseen = layout_texts_new (g_rand_int (texts->rand));
  g_autoptr(GPtrArray) competencies = make_names (unseen, "end", choose (texts, 12));
  g_autoptr(GPtrArray) interviews = make_interviews (unseen, competencies, choose (texts, 20));
  g_autofree char *name = layout_texts_make_name (texts, "person");
  g_autoptr(IkCandidate) candidate = ik_candidate_new (name);
  const IkReportOptions options = { 0 };
  g_autoptr(IkDayPlan) plan = NULL;
  g_autoptr(IkDaySheet) sheet = NULL;
  g_autoptr(GError) error = NULL;
  GBytes *report;

  for (guint i = 0; i < interviews->len; i++)
    {
      IkInterview *interview = interviews->pdata[i];

      interview->state = IK_INTERVIEW_STATE_PLANNED;
      set_name (texts, &interview->interviewer_name);
      set_name (texts, &interview->set_title);
    }

  plan = ik_day_plan_new (interviews);
  g_assert_cmpuint (plan->slots->len, ==, interviews->len);
  sheet = ik_day_sheet_new (candidate, plan);
  report = ik_day_sheet_render (sheet, &options, IK_REPORT_FORMAT_PDF, &error);
  g_assert_no_error (error);
  return report;
}

static void
test_reports (gconstpointer user_data)
{
  Render render = *(const Render *) user_data;
  guint n_reports = g_test_slow () ? N_ALL_REPORTS : N_REPORTS;
  const char *only = g_getenv ("IK_TEST_SEED");

  g_test_summary ("Nothing is lost, beyond a margin or a heading without what it heads");

  for (guint32 seed = 0; seed < n_reports; seed++)
    {
      g_autoptr(LayoutTexts) texts = NULL;
      g_autoptr(GBytes) report = NULL;
      g_autoptr(ReportFile) file = NULL;

      if (only != NULL && strtoul (only, NULL, 10) != seed)
        continue;
      g_test_message ("seed %u", seed);
      texts = layout_texts_new (seed);
      report = render (texts);
      file = report_file_new_of (report);
      layout_assert (texts, file);
    }
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    Render      render;
  } reports[] = {
    { "/report/layout/packet", render_packet },
    { "/report/layout/comparison", render_comparison },
    { "/report/layout/day-sheet", render_day_sheet },
  };

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (reports); i++)
    g_test_add_data_func (reports[i].path, &reports[i].render, test_reports);

  return g_test_run ();
}
