#include "ik-command-line.h"

/* What opens the window; the import says there what can't be read. */
static void
test_documents_open_the_window (void)
{
  static const char *const calls[][5] = {
    { "interview-kit", NULL },
    { "interview-kit", "/", NULL },
    { "interview-kit", "file:///questions.md", NULL },
    { "interview-kit", "https://example.com/questions", NULL },
    { "interview-kit", "http://example.com/questions", NULL },
    { "interview-kit", "--library", "a.db", "https://example.com/questions", NULL },
    { "interview-kit", "--library=a.db", "https://example.com/questions", "/", NULL },
    { "interview-kit", "--", "packs", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      int status = -1;

      g_assert_cmpint (ik_command_line_handle ((int) g_strv_length ((GStrv) calls[i]), calls[i],
                                               &status),
                       ==, IK_COMMAND_LINE_WINDOW);
    }
}

static void
test_library_is_taken_out (void)
{
  static const char *const call[] = { "interview-kit", "--library", "a.db",
                                      "https://example.com/questions", NULL };
  static const char *const rest[] = { "interview-kit", "https://example.com/questions", NULL };
  g_autofree char *library = NULL;
  g_auto(GStrv) arguments = ik_command_line_get_window_arguments (call, &library);

  g_assert_cmpstr (library, ==, "a.db");
  g_assert_cmpstrv (arguments, rest);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/app/command-line/documents-open-the-window", test_documents_open_the_window);
  g_test_add_func ("/app/command-line/library-is-taken-out", test_library_is_taken_out);

  return g_test_run ();
}
