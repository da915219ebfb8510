#include "ik-command-line.h"

#include "ik-commands.h"
#include "ik-terminal.h"

#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

static const IkCommand commands[] = {
  { "import", "FILE|URL…", N_("Read documents into packs"), ik_command_import },
  { "packs", "", N_("List the packs of the question bank"), ik_command_packs },
  { "pack show", "ID", N_("Show a pack with its questions"), ik_command_pack_show },
  { "pack export", "ID FILE", N_("Write a pack (.ikpack, .md, .csv)"), ik_command_pack_export },
  { "pack remove", "ID", N_("Delete a pack"), ik_command_pack_remove },
  { "search", "QUERY", N_("Search the question bank"), ik_command_search },
  { "questions", "", N_("List questions by what they are"), ik_command_questions },
  { "searches", "", N_("List the saved searches"), ik_command_searches },
  { "searches rename", "NAME NEW", N_("Give a saved search another name"),
    ik_command_searches_rename },
  { "searches remove", "NAME", N_("Delete a saved search"), ik_command_searches_remove },
  { "duplicates", "", N_("Find questions that ask the same"), ik_command_duplicates },
  { "duplicate merge", "ID OTHER", N_("Make one of two questions; the first stays"),
    ik_command_duplicate_merge },
  { "duplicate keep", "ID OTHER", N_("Remember that two questions are not the same"),
    ik_command_duplicate_keep },
  { "rubrics", "", N_("List the rating scales"), ik_command_rubrics },
  { "competencies", "", N_("List what questions measure"), ik_command_competencies },
  { "sets", "", N_("List the question sets"), ik_command_sets },
  { "set new", "TITLE", N_("Make a question set"), ik_command_set_new },
  { "set show", "ID", N_("Show a question set"), ik_command_set_show },
  { "set check", "ID", N_("Look a question set over"), ik_command_set_check },
  { "set fill", "ID", N_("Fill what is left of a question set's slot"), ik_command_set_fill },
  { "set score", "ID QUESTION", N_("Weigh a question of a set, or ask for a level"),
    ik_command_set_score },
  { "set history", "ID", N_("List what a question set was before"), ik_command_set_history },
  { "set restore", "ID VERSION", N_("Make a question set what it was before"),
    ik_command_set_restore },
  { "set remove", "ID", N_("Delete a question set"), ik_command_set_remove },
  { "set export", "ID FILE", N_("Print a question set (.pdf, .md, .csv)"), ik_command_set_export },
  { "candidates", "", N_("List the candidates"), ik_command_candidates },
  { "candidate add", "NAME", N_("Add a candidate"), ik_command_candidate_add },
  { "candidate show", "ID", N_("Show a candidate"), ik_command_candidate_show },
  { "candidate export", "ID DIR", N_("Write everything held about a person"),
    ik_command_candidate_export },
  { "candidate day", "ID FILE", N_("Print who asks when and where on a panel day"),
    ik_command_candidate_day },
  { "candidate erase", "ID", N_("Erase everything held about a person"),
    ik_command_candidate_erase },
  { "interviews", "", N_("List the interviews"), ik_command_interviews },
  { "interview plan", "", N_("Plan an interview"), ik_command_interview_plan },
  { "interview show", "ID", N_("Show an interview"), ik_command_interview_show },
  { "interview cancel", "ID", N_("Cancel a planned interview"), ik_command_interview_cancel },
  { "interview no-show", "ID", N_("Note that the candidate did not come"),
    ik_command_interview_no_show },
  { "interview plan-again", "ID", N_("Plan an interview again that was called off"),
    ik_command_interview_plan_again },
  { "interview reopen", "ID", N_("Open an interview again that was handed in"),
    ik_command_interview_reopen },
  { "interview record", "ID FILE.json", N_("Enter an interview that was held on paper"),
    ik_command_interview_record },
  { "panels", "", N_("List the panels by file"), ik_command_panels },
  { "panel invite", "FILE.ikpanel", N_("Invite a panel by file"), ik_command_panel_invite },
  { "panel open", "FILE.ikpanel", N_("Take your seat in a panel"), ik_command_panel_open },
  { "panel send", "INTERVIEW FILE.ikscore", N_("Write your scorecard, sealed to the chair"),
    ik_command_panel_send },
  { "panel import", "FILE.ikscore…", N_("Merge the scorecards of a panel"),
    ik_command_panel_import },
  { "panel show", "ID", N_("Show who of a panel has handed in"), ik_command_panel_show },
  { "panel forget-key", "ID NAME", N_("Forget the key of somebody who has a new one"),
    ik_command_panel_forget_key },
  { "panel matrix", "CANDIDATE", N_("Show what a panel rated side by side"),
    ik_command_panel_matrix },
  { "panel agree", "CANDIDATE", N_("Set what a panel agreed about"), ik_command_panel_agree },
  { "report", "INTERVIEW…", N_("Write a report, or compare candidates (.pdf, .md, .csv, .json)"),
    ik_command_report },
  { "insight", "[SECTION…]", N_("Show how interviews are held (.csv)"), ik_command_insight },
  { "library check", "", N_("Look for damage"), ik_command_library_check },
  { "library backup", "FILE", N_("Copy the library"), ik_command_library_backup },
  { "library restore", "FILE", N_("Put a copy in the library's place"),
    ik_command_library_restore },
  { "library owner", "NAME", N_("Say whose library it is"), ik_command_library_owner },
  { "demo", "DIR", N_("Do the main job once, from a pack to a report, in a folder of its own"),
    ik_command_demo },
};

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
  return IK_EXIT_DONE;
}

static int
print_help (void)
{
  g_autoptr(GString) help = g_string_new (NULL);

  g_string_append_printf (help, "%s\n", _("Usage:"));
  g_string_append_printf (help, "  interview-kit [FILE|URL…]\n");
  g_string_append_printf (help, "  interview-kit %s\n\n", _("COMMAND [OPTION…] [WORD…]"));
  g_string_append_printf (help, "%s\n\n%s\n",
                          _("Without a command it opens the window and imports the files."),
                          _("Commands:"));

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *call = g_strdup_printf ("%s %s", commands[i].name, commands[i].words);
      int width = 30 + (int) (strlen (call) - (gsize) g_utf8_strlen (call, -1));

      g_string_append_printf (help, "  %-*s %s\n", width, call, _(commands[i].summary));
    }

  g_string_append_printf (help, "\n%s\n", _("Options:"));
  g_string_append_printf (help, "  %-30s %s\n", "--library FILE", _("The library to use"));
  g_string_append_printf (help, "  %-30s %s\n", "--json", _("Print one JSON document"));
  g_string_append_printf (help, "  %-30s %s\n", "--help",
                          _("Show this help, or that of a command"));
  g_string_append_printf (help, "  %-30s %s\n", "--version", _("Show the version"));

  write_all (STDOUT_FILENO, help->str);
  return IK_EXIT_DONE;
}

static int refuse (const char *format,
                   ...) G_GNUC_PRINTF (1, 2);

static int
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
  line = g_strdup_printf ("interview-kit: %s.\n", clean);
  write_all (STDERR_FILENO, line);

  return IK_EXIT_USAGE;
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

static gboolean
matches (const IkCommand *command,
         const char      *first,
         const char      *second)
{
  gsize length = strlen (first);

  if (!g_str_has_prefix (command->name, first))
    return FALSE;
  if (command->name[length] == '\0')
    return TRUE;

  return command->name[length] == ' ' && g_strcmp0 (command->name + length + 1, second) == 0;
}

/* One of two words goes before one of the first of them. */
static const IkCommand *
find_command (const char *first,
              const char *second)
{
  const IkCommand *found = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      if (!matches (&commands[i], first, second))
        continue;
      if (strchr (commands[i].name, ' ') != NULL)
        return &commands[i];
      found = &commands[i];
    }

  return found;
}

/* The second words that @first takes, for people; NULL where it is no group. */
static char *
list_group (const char *first)
{
  g_autoptr(GString) list = g_string_new (NULL);
  gsize length = strlen (first);

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      const char *name = commands[i].name;

      if (g_str_has_prefix (name, first) && name[length] == ' ')
        g_string_append_printf (list, "%s“%s”", list->len > 0 ? ", " : "", name);
    }

  return list->len > 0 ? g_strdup (list->str) : NULL;
}

/* The call without the words of the command's name. */
static GStrv
strip_name (const char *const *argv,
            int                word,
            const IkCommand   *command)
{
  g_autoptr(GStrvBuilder) rest = g_strv_builder_new ();
  int n_words = strchr (command->name, ' ') != NULL ? 2 : 1;

  for (int i = 0; argv[i] != NULL; i++)
    {
      if (i < word || i >= word + n_words)
        g_strv_builder_add (rest, argv[i]);
    }

  return g_strv_builder_end (rest);
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
  return IK_EXIT_DONE;
}

/* A file, or an address, of which the import says whether it can be read. */
static gboolean
is_document (const char *word)
{
  return g_str_has_prefix (word, "file:") || strstr (word, "://") != NULL ||
         g_file_test (word, G_FILE_TEST_EXISTS);
}

static int
handle_unknown_word (const char *first,
                     const char *second)
{
  g_autofree char *group = list_group (first);

  if (group == NULL)
    return refuse (_("“%s” is neither a command nor a file; see “interview-kit --help”"), first);
  if (second == NULL || second[0] == '-')
    return refuse (_("“%s” needs a second word: %s"), first, group);

  return refuse (_("“%s %s” is no command; there is %s"), first, second, group);
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
  const char *second = first != NULL ? argv[word + 1] : NULL;
  const IkCommand *command = first != NULL ? find_command (first, second) : NULL;
  gboolean wants_window;

  if (command != NULL)
    {
      *out_status = ik_command_run (command, strip_name (argv, word, command));
      return IK_COMMAND_LINE_DONE;
    }

  *out_status = handle_options_alone (word, argv, &wants_window);
  if (wants_window && first != NULL && !g_str_equal (first, "--") && !is_document (first))
    {
      *out_status = handle_unknown_word (first, second);
      wants_window = FALSE;
    }

  return wants_window ? IK_COMMAND_LINE_WINDOW : IK_COMMAND_LINE_DONE;
}

/**
 * ik_command_line_get_window_arguments:
 * @argv: arguments of a call that asks for the window
 * @out_library: (out) (transfer full) (nullable): the library it names
 *
 * Returns: (transfer full): the arguments without the library
 */
GStrv
ik_command_line_get_window_arguments (const char *const  *argv,
                                      char              **out_library)
{
  static const char prefix[] = "--library=";
  g_autoptr(GStrvBuilder) rest = g_strv_builder_new ();
  gboolean are_options = TRUE;

  *out_library = NULL;
  for (guint i = 0; argv[i] != NULL; i++)
    {
      const char *library = NULL;

      are_options = are_options && !g_str_equal (argv[i], "--");
      if (are_options && takes_value (argv[i]))
        library = argv[++i];
      else if (are_options && g_str_has_prefix (argv[i], prefix))
        library = argv[i] + strlen (prefix);

      if (library == NULL)
        {
          g_strv_builder_add (rest, argv[i]);
          continue;
        }

      g_free (*out_library);
      *out_library = g_strdup (library);
    }

  return g_strv_builder_end (rest);
}
