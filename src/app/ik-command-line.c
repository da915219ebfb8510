#include "ik-command-line.h"

#include "ik-terminal.h"

#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

static void
write_all (int         fd,
           const char *text)
{
  ik_terminal_write (fd, text, strlen (text), NULL);
}

static int
print_version (void)
{
  write_all (STDOUT_FILENO, "interview-kit " PACKAGE_VERSION "\n");
  return 0;
}

static int
print_help (void)
{
  g_autoptr(GString) help = g_string_new (NULL);

  g_string_append_printf (help, "%s\n", _("Usage:"));
  g_string_append_printf (help, "  interview-kit [FILE…]\n\n");
  g_string_append_printf (help, "%s\n",
                          _("Without a command it opens the window and imports the files."));
  g_string_append_printf (help, "\n%s\n", _("Options:"));
  g_string_append_printf (help, "  %-30s %s\n", "--library FILE", _("The library to use"));
  g_string_append_printf (help, "  %-30s %s\n", "--json", _("Print one JSON document"));
  g_string_append_printf (help, "  %-30s %s\n", "--help",
                          _("Show this help, or that of a command"));
  g_string_append_printf (help, "  %-30s %s\n", "--version", _("Show the version"));

  write_all (STDOUT_FILENO, help->str);
  return 0;
}

static int
G_GNUC_PRINTF (1, 2)
refuse (const char *format,
        ...)
{
  g_autofree char *sentence = NULL;
  g_autofree char *clean = NULL;
  g_autofree char *line = NULL;
  va_list arguments;

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  clean = ik_terminal_clean (sentence);
  line = g_strdup_printf ("interview-kit: %s\n", clean);
  write_all (STDERR_FILENO, line);

  return 2;
}

/* Whether @option takes the argument that follows it. */
static gboolean
takes_value (const char *option)
{
  return g_str_equal (option, "--library");
}

/* Index of the first argument that is no option, @argc where there is none. */
static int
find_word (int                argc,
           const char *const *argv)
{
  int i = 1;

  while (i < argc && argv[i][0] == '-' && !g_str_equal (argv[i], "--"))
    i += takes_value (argv[i]) ? 2 : 1;

  return MIN (i, argc);
}

static int
handle_options_alone (int                argc,
                      const char *const *argv,
                      gboolean          *out_window)
{
  *out_window = FALSE;

  for (int i = 1; i < argc; i++)
    {
      if (g_str_equal (argv[i], "--version"))
        return print_version ();
      if (g_str_equal (argv[i], "--help") || g_str_equal (argv[i], "-h") ||
          g_str_equal (argv[i], "-?"))
        return print_help ();
      if (g_str_equal (argv[i], "--json"))
        return refuse (_("“--json” needs a command; see “interview-kit --help”"));

      if (takes_value (argv[i]))
        {
          if (++i == argc)
            return refuse (_("“%s” needs a value; see “interview-kit --help”"), argv[i - 1]);
        }
      else if (!g_str_has_prefix (argv[i], "--library=") &&
               !g_str_has_prefix (argv[i], "--gapplication-"))
        {
          return refuse (_("“%s” is no option; see “interview-kit --help”"), argv[i]);
        }
    }

  *out_window = TRUE;
  return 0;
}

static gboolean
is_file (const char *word)
{
  return g_str_has_prefix (word, "file:") || g_file_test (word, G_FILE_TEST_EXISTS);
}

/**
 * ik_command_line_handle:
 * @argc: number of arguments
 * @argv: arguments of the process
 * @out_status: (out): what to end with, where the call was answered
 *
 * Answers a call of the program as far as no window is needed.
 *
 * Returns: what is left to do
 */
IkCommandLineRequest
ik_command_line_handle (int                argc,
                        const char *const *argv,
                        int               *out_status)
{
  int word = find_word (argc, argv);
  const char *first = word < argc ? argv[word] : NULL;
  gboolean wants_window;

  *out_status = handle_options_alone (word, argv, &wants_window);
  if (wants_window && first != NULL && !g_str_equal (first, "--") && !is_file (first))
    {
      *out_status = refuse (_("“%s” is neither a command nor a file; see “interview-kit --help”"),
                            first);
      wants_window = FALSE;
    }

  return wants_window ? IK_COMMAND_LINE_WINDOW : IK_COMMAND_LINE_DONE;
}
