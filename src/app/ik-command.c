#include "ik-command.h"

#include "ik-importer.h"
#include "ik-json-members.h"
#include "ik-report.h"
#include "ik-terminal.h"

#include <glib/gi18n.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

/* Shorter prefixes of an id are refused. */
#define MIN_PREFIX 4

G_DEFINE_QUARK (ik-command-error-quark, ik_command_error)

struct _IkCommandContext
{
  const IkCommand *command;
  GStrv            arguments;    /* (owned): of the whole call, then its words alone */
  char            *library_path; /* (owned) (nullable): as said in the call */
  gboolean         wants_json;
  GCancellable    *cancellable;  /* (unowned) */
  IkLibrary       *library;      /* (owned) (nullable): once opened */
  GString         *output;       /* (owned): standard output to be */
  gboolean         has_progress; /* whether a line of progress stands on the terminal */
};

/* GOption leaves "--" where a word that looks like an option follows it. */
static void
remove_separator (GStrv words)
{
  gboolean found = FALSE;

  for (char **word = words; *word != NULL; word++)
    {
      if (!found && g_str_equal (*word, "--"))
        {
          g_free (*word);
          found = TRUE;
        }

      if (found)
        *word = word[1];
    }
}

static gboolean
check_words (IkCommandContext  *context,
             guint              min_words,
             guint              max_words,
             GError           **error)
{
  guint n_words = g_strv_length (context->arguments) - 1;

  if (n_words >= min_words && n_words <= max_words)
    return TRUE;

  if (n_words < min_words)
    g_set_error (error, IK_COMMAND_ERROR, IK_COMMAND_ERROR_USAGE,
                 _("“%s” needs: %s"), context->command->name, context->command->words);
  else
    g_set_error (error, IK_COMMAND_ERROR, IK_COMMAND_ERROR_USAGE,
                 _("“%s” is one word too many for “%s”"),
                 context->arguments[max_words + 1], context->command->name);
  return FALSE;
}

/**
 * ik_command_parse:
 * @context: of the call
 * @entries: (nullable) (array zero-terminated=1): options of the command
 * @min_words: words it needs at least
 * @max_words: words it takes at most
 * @error: return location
 *
 * Takes the options out of the call. --help prints the help and ends the
 * process here, before anything was opened.
 *
 * Returns: whether the words of the call are right
 */
gboolean
ik_command_parse (IkCommandContext    *context,
                  const GOptionEntry  *entries,
                  guint                min_words,
                  guint                max_words,
                  GError             **error)
{
  const GOptionEntry common[] = {
    { "library", 0, 0, G_OPTION_ARG_FILENAME, &context->library_path,
      N_("The library to use"), N_("FILE") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &context->wants_json,
      N_("Print one JSON document"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autofree char *parameters = g_strdup_printf ("%s %s", context->command->name,
                                                 context->command->words);
  g_autoptr(GOptionContext) options = g_option_context_new (g_strstrip (parameters));

  g_option_context_set_summary (options, _(context->command->summary));
  g_option_context_set_translation_domain (options, GETTEXT_PACKAGE);
  if (entries != NULL)
    g_option_context_add_main_entries (options, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (options, common, GETTEXT_PACKAGE);

  if (!g_option_context_parse_strv (options, &context->arguments, error))
    return FALSE;

  remove_separator (context->arguments);
  return check_words (context, min_words, max_words, error);
}

/**
 * ik_command_get_words:
 * @context: a parsed call
 *
 * Returns: (transfer none) (array zero-terminated=1): what stands behind the
 *   name of the command, options taken out
 */
const char *const *
ik_command_get_words (IkCommandContext *context)
{
  return (const char *const *) context->arguments + 1;
}

/**
 * ik_command_wants_json:
 * @context: a parsed call
 *
 * Returns: whether the caller is a program
 */
gboolean
ik_command_wants_json (IkCommandContext *context)
{
  return context->wants_json;
}

/**
 * ik_command_get_cancellable:
 * @context: of the call
 *
 * Returns: (transfer none): cancelled by Ctrl-C
 */
GCancellable *
ik_command_get_cancellable (IkCommandContext *context)
{
  return context->cancellable;
}

/**
 * ik_command_get_library_path:
 * @context: a parsed call
 *
 * Returns: (transfer none): the library that the call means
 */
const char *
ik_command_get_library_path (IkCommandContext *context)
{
  if (context->library_path == NULL)
    context->library_path = ik_library_dup_default_path ();

  return context->library_path;
}

/**
 * ik_command_open:
 * @context: a parsed call
 * @error: return location
 *
 * Returns: (transfer none) (nullable): the library, open from the first call
 *   on to the end of the command
 */
IkLibrary *
ik_command_open (IkCommandContext  *context,
                 GError           **error)
{
  if (context->library == NULL)
    context->library = ik_library_open (ik_command_get_library_path (context),
                                        context->cancellable, error);

  return context->library;
}

/**
 * ik_command_resolve:
 * @context: a parsed call
 * @kind: what @prefix names
 * @prefix: an id or the beginning of one
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the whole id
 */
char *
ik_command_resolve (IkCommandContext  *context,
                    IkRecordKind       kind,
                    const char        *prefix,
                    GError           **error)
{
  IkLibrary *library;

  if (strlen (prefix) < MIN_PREFIX)
    {
      g_set_error (error, IK_COMMAND_ERROR, IK_COMMAND_ERROR_USAGE,
                   _("“%s” is too short for an id: give at least %d characters of it"),
                   prefix, MIN_PREFIX);
      return NULL;
    }

  library = ik_command_open (context, error);
  if (library == NULL)
    return NULL;

  return ik_bank_resolve_id (library, kind, prefix, context->cancellable, error);
}

/**
 * ik_command_resolve_all:
 * @context: a parsed call
 * @kind: what the prefixes name
 * @prefixes: (nullable) (array zero-terminated=1): ids or beginnings of ids
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the whole ids, empty where @prefixes is
 *   %NULL; %NULL with @error set where one of them is wrong
 */
GStrv
ik_command_resolve_all (IkCommandContext   *context,
                        IkRecordKind        kind,
                        const char *const  *prefixes,
                        GError            **error)
{
  g_autoptr(GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; prefixes != NULL && prefixes[i] != NULL; i++)
    {
      g_autofree char *id = ik_command_resolve (context, kind, prefixes[i], error);

      if (id == NULL)
        return NULL;
      g_strv_builder_add (ids, id);
    }

  return g_strv_builder_end (ids);
}

/**
 * ik_command_is_natural:
 * @number: what was said
 * @option: name of the option
 * @error: return location
 *
 * Returns: whether @number may stand where something is counted
 */
gboolean
ik_command_is_natural (int          number,
                       const char  *option,
                       GError     **error)
{
  if (number >= 0)
    return TRUE;

  g_set_error (error, IK_COMMAND_ERROR, IK_COMMAND_ERROR_USAGE,
               _("%d is no value for %s: give a number from 0 on"), number, option);
  return FALSE;
}

/**
 * ik_command_print_text:
 * @context: of the call
 * @text: for people; control characters are taken out
 *
 * Adds to standard output, which is written as a whole at the end.
 */
void
ik_command_print_text (IkCommandContext *context,
                       const char       *text)
{
  g_autofree char *clean = ik_terminal_clean (text);

  g_string_append (context->output, clean);
}

/**
 * ik_command_print:
 * @context: of the call
 * @format: printf format
 *
 * The same, formatted.
 */
void
ik_command_print (IkCommandContext *context,
                  const char       *format,
                  ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  ik_command_print_text (context, text);
}

/**
 * ik_command_print_json:
 * @context: of the call
 * @document: (transfer full): the one document that goes to standard output
 */
void
ik_command_print_json (IkCommandContext *context,
                       JsonNode         *document)
{
  g_autoptr(JsonNode) owned = document;
  g_autofree char *text = json_to_string (owned, TRUE);

  g_string_append (context->output, text);
  g_string_append_c (context->output, '\n');
}

/**
 * ik_command_print_output:
 * @context: of the call
 * @kind: what was written, as a reference in JSON
 * @id: id of that record
 * @path: the file or folder that was written
 *
 * Prints the path alone on a line, or both for programs.
 */
void
ik_command_print_output (IkCommandContext *context,
                         const char       *kind,
                         const char       *id,
                         const char       *path)
{
  JsonObject *object;

  if (!context->wants_json)
    {
      ik_command_print (context, "%s\n", path);
      return;
    }

  object = json_object_new ();
  json_object_set_string_member (object, kind, id);
  json_object_set_string_member (object, "output", path);

  ik_command_print_json (context, ik_json_take_object (object));
}

/**
 * ik_command_print_record:
 * @context: of the call
 * @id: of a record that the command made or changed
 * @record: (transfer full): the whole record
 *
 * Prints the id alone on a line, or the record for programs.
 */
void
ik_command_print_record (IkCommandContext *context,
                         const char       *id,
                         JsonNode         *record)
{
  if (context->wants_json)
    {
      ik_command_print_json (context, record);
      return;
    }

  json_node_unref (record);
  ik_command_print (context, "%s\n", id);
}

static void
clear_progress (IkCommandContext *context)
{
  static const char wipe[] = "\r\033[K";

  if (context->has_progress)
    ik_terminal_write (STDERR_FILENO, wipe, strlen (wipe), NULL);
  context->has_progress = FALSE;
}

static gboolean
ends_like_a_sentence (const char *text)
{
  return g_str_has_suffix (text, ".") || g_str_has_suffix (text, "!") ||
         g_str_has_suffix (text, "?") || g_str_has_suffix (text, "…");
}

static void
write_sentence (IkCommandContext *context,
                const char       *sentence)
{
  g_autofree char *clean = g_strdelimit (ik_terminal_clean (sentence), "\n", ' ');
  g_autofree char *line = g_strdup_printf ("%s: %s%s\n", g_get_prgname (), clean,
                                           ends_like_a_sentence (clean) ? "" : ".");

  clear_progress (context);

  /* Nobody is left to be told that standard error is gone. */
  ik_terminal_write (STDERR_FILENO, line, strlen (line), NULL);
}

/**
 * ik_command_warn:
 * @context: of the call
 * @format: printf format of a sentence
 *
 * Tells people something on standard error.
 */
void
ik_command_warn (IkCommandContext *context,
                 const char       *format,
                 ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  write_sentence (context, text);
}

/**
 * ik_command_progress:
 * @context: of the call
 * @text: how far the work is
 *
 * Shows it on standard error, where that is a terminal, in place of what was
 * shown before.
 */
void
ik_command_progress (IkCommandContext *context,
                     const char       *text)
{
  g_autofree char *clean = NULL;

  if (!isatty (STDERR_FILENO))
    return;

  clear_progress (context);
  clean = ik_terminal_clean (text);
  ik_terminal_write (STDERR_FILENO, clean, strlen (clean), NULL);
  context->has_progress = TRUE;
}

static gboolean
is_usage_error (const GError *error)
{
  return error->domain == G_OPTION_ERROR ||
         g_error_matches (error, IK_COMMAND_ERROR, IK_COMMAND_ERROR_USAGE);
}

static gboolean
is_not_supported (const GError *error)
{
  return g_error_matches (error, IK_COMMAND_ERROR, IK_COMMAND_ERROR_NOT_SUPPORTED) ||
         g_error_matches (error, IK_REPORT_ERROR, IK_REPORT_ERROR_NOT_SUPPORTED);
}

static IkExitStatus
report_error (IkCommandContext *context,
              const GError     *error)
{
  if (g_error_matches (error, IK_COMMAND_ERROR, IK_COMMAND_ERROR_REPORTED))
    return IK_EXIT_FAILED;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_string_truncate (context->output, 0);
      write_sentence (context, _("Interrupted; nothing was changed."));
    }
  else if (is_usage_error (error))
    ik_command_warn (context, _("%s; see “%s %s --help”"), error->message, g_get_prgname (),
                     context->command->name);
  else
    write_sentence (context, error->message);

  return is_usage_error (error) || is_not_supported (error) ? IK_EXIT_USAGE : IK_EXIT_FAILED;
}

static gboolean
write_output (IkCommandContext  *context,
              GError           **error)
{
  if (ik_terminal_write (STDOUT_FILENO, context->output->str, context->output->len, error))
    return TRUE;

  g_prefix_error_literal (error, _("The result can't be written to standard output: "));
  return FALSE;
}

/**
 * ik_command_run:
 * @command: what to do
 * @arguments: (transfer full): words and options of the call, the program's
 *   name first, the command's name left out
 *
 * Runs a command on the calling thread, to its end.
 *
 * Returns: what the process ends with
 */
IkExitStatus
ik_command_run (const IkCommand  *command,
                char            **arguments)
{
  IkCommandContext context = { .command = command, .arguments = arguments };
  IkExitStatus status = IK_EXIT_DONE;
  g_autoptr(GError) error = NULL;
  g_autoptr(GError) output_error = NULL;

  signal (SIGPIPE, SIG_IGN);
  context.cancellable = ik_terminal_get_interrupt ();
  context.output = g_string_new (NULL);

  if (!command->run (&context, &error))
    status = report_error (&context, error);
  clear_progress (&context);

  if (context.library != NULL)
    ik_library_close (context.library);

  if (!write_output (&context, &output_error))
    status = report_error (&context, output_error);

  g_clear_object (&context.library);
  g_string_free (context.output, TRUE);
  g_free (context.library_path);
  g_strfreev (context.arguments);

  return status;
}

/**
 * ik_command_parse_page_size:
 * @nick: (nullable): what follows --page-size
 * @out_page_size: (out): left as it is where nothing was said
 * @error: return location
 *
 * Returns: whether it is one; #IK_COMMAND_ERROR_USAGE otherwise
 */
gboolean
ik_command_parse_page_size (const char  *nick,
                            IkPageSize  *out_page_size,
                            GError     **error)
{
  if (nick == NULL || ik_page_size_from_nick (nick, out_page_size))
    return TRUE;

  g_set_error (error, IK_COMMAND_ERROR, IK_COMMAND_ERROR_USAGE,
               _("“%s” is no page size: say A4 or Letter"), nick);
  return FALSE;
}
