#include "layout-check.h"

#include <locale.h>
#include <stdlib.h>

#define N_REPORTS 40
#define N_ALL_REPORTS 2000

static void
test_report (guint32 seed)
{
  g_autoptr(LayoutTexts) texts = layout_texts_new (seed);
  g_autoptr(IkInterview) interview = layout_texts_make_interview (texts, 500);
  g_autoptr(ReportFile) file = report_file_new (interview, NULL);

  layout_assert (texts, file);
}

static void
test_reports (void)
{
  guint n_reports = g_test_slow () ? N_ALL_REPORTS : N_REPORTS;
  const char *only = g_getenv ("IK_TEST_SEED");

  g_test_summary ("Nothing is lost, beyond a margin or a heading without what it heads");

  for (guint32 seed = 0; seed < n_reports; seed++)
    {
      if (only != NULL && strtoul (only, NULL, 10) != seed)
        continue;
      g_test_message ("seed %u", seed);
      test_report (seed);
    }
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/report/layout/generated", test_reports);

  return g_test_run ();
}
