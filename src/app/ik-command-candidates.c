#include "ik-commands.h"

#include "ik-candidate-json.h"
#include "ik-candidates.h"
#include "ik-interviews.h"
#include "ik-json-members.h"
#include "ik-listing.h"

#include <glib/gi18n.h>

static IkTable *
tabulate_candidates (GPtrArray *candidates)
{
  IkTable *table = ik_table_new ("#---", _("ID"), _("Name"), _("Role"), _("State"), NULL);

  for (guint i = 0; i < candidates->len; i++)
    {
      const IkCandidate *candidate = candidates->pdata[i];

      ik_table_add (table, candidate->id, candidate->name, candidate->role,
                    ik_candidate_state_to_nick (candidate->state), NULL);
    }

  return table;
}

/**
 * ik_command_candidates:
 * @context: of the call
 * @error: return location
 *
 * Lists the candidates by name.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_command_candidates (IkCommandContext  *context,
                       GError           **error)
{
  static const IkListing listing = {
    ik_candidates_list,
    (IkRecordToJson) ik_candidate_to_json,
    tabulate_candidates,
    N_("No candidate yet; “interview-kit candidate add” adds one."),
  };

  return ik_listing_run (&listing, context, error);
}

static gboolean
attach_file (IkCandidate   *candidate,
             const char    *path,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GBytes) data = g_file_load_bytes (file, cancellable, NULL, error);
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;
  g_autofree char *content_type = NULL;
  g_autofree char *media_type = NULL;

  if (data == NULL)
    {
      g_prefix_error (error, _("“%s” can't be attached: "), path);
      return FALSE;
    }

  base = g_file_get_basename (file);
  name = g_filename_display_name (base);
  content_type = g_content_type_guess (name, g_bytes_get_data (data, NULL),
                                       g_bytes_get_size (data), NULL);
  media_type = g_content_type_get_mime_type (content_type);
  g_ptr_array_add (candidate->attachments,
                   ik_attachment_new (name,
                                      media_type != NULL ? media_type : "application/octet-stream",
                                      IK_SIDE_INTERVIEWER, data));
  return TRUE;
}

static gboolean
add_candidate (IkCommandContext  *context,
               IkCandidate       *candidate,
               const char *const *paths,
               GError           **error)
{
  GCancellable *cancellable = ik_command_get_cancellable (context);
  IkLibrary *library;

  for (guint i = 0; paths != NULL && paths[i] != NULL; i++)
    {
      if (!attach_file (candidate, paths[i], cancellable, error))
        return FALSE;
    }

  library = ik_command_open (context, error);
  if (library == NULL || !ik_candidates_save (library, candidate, cancellable, error))
    return FALSE;

  ik_command_print_record (context, candidate->id, ik_candidate_to_json (candidate));
  return TRUE;
}

/* Takes *@text over for a text of the model, which is never NULL. */
static void
take_text (char **field,
           char **text)
{
  if (*text == NULL)
    return;

  g_free (*field);
  *field = g_strstrip (g_steal_pointer (text));
}

/**
 * ik_command_candidate_add:
 * @context: of the call
 * @error: return location
 *
 * Adds a candidate, with files.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_command_candidate_add (IkCommandContext  *context,
                          GError           **error)
{
  g_autofree char *email = NULL;
  g_autofree char *role = NULL;
  g_autofree char *pronouns = NULL;
  g_autofree char *pronunciation = NULL;
  g_auto(GStrv) files = NULL;
  const GOptionEntry entries[] = {
    { "email", 0, 0, G_OPTION_ARG_STRING, &email, N_("E-mail address"), N_("ADDRESS") },
    { "role", 0, 0, G_OPTION_ARG_STRING, &role, N_("The role applied for"), N_("ROLE") },
    { "pronouns", 0, 0, G_OPTION_ARG_STRING, &pronouns, N_("Such as “she/her”"), N_("TEXT") },
    { "pronunciation", 0, 0, G_OPTION_ARG_STRING, &pronunciation,
      N_("How the name is said"), N_("TEXT") },
    { "file", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files,
      N_("Attach a CV or another file; repeats"), N_("FILE") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr(IkCandidate) candidate = NULL;
  g_autofree char *name = NULL;

  if (!ik_command_parse (context, entries, 1, 1, error))
    return FALSE;

  name = g_strstrip (g_strdup (ik_command_get_words (context)[0]));
  if (*name == '\0' || !g_utf8_validate (name, -1, NULL))
    {
      g_set_error_literal (error, IK_COMMAND_ERROR, IK_COMMAND_ERROR_USAGE,
                           _("a candidate needs a name"));
      return FALSE;
    }

  candidate = ik_candidate_new (name);
  take_text (&candidate->email, &email);
  take_text (&candidate->role, &role);
  take_text (&candidate->pronouns, &pronouns);
  take_text (&candidate->pronunciation, &pronunciation);

  return add_candidate (context, candidate, (const char *const *) files, error);
}

static void
print_field (IkTable    *table,
             const char *name,
             const char *value)
{
  if (*value != '\0')
    ik_table_add (table, name, value, NULL);
}

static void
print_candidate (IkCommandContext  *context,
                 const IkCandidate *candidate,
                 GPtrArray         *interviews)
{
  g_autoptr(IkTable) table = ik_table_new ("-*", "", "", NULL);
  g_autofree char *text = NULL;

  print_field (table, _("Name"), candidate->name);
  print_field (table, _("Said"), candidate->pronunciation);
  print_field (table, _("Pronouns"), candidate->pronouns);
  print_field (table, _("E-mail"), candidate->email);
  print_field (table, _("Role"), candidate->role);
  print_field (table, _("State"), ik_candidate_state_to_nick (candidate->state));
  for (guint i = 0; i < candidate->attachments->len; i++)
    print_field (table, _("File"), ((IkAttachment *) candidate->attachments->pdata[i])->name);

  for (guint i = 0; i < interviews->len; i++)
    {
      const IkInterviewSummary *interview = interviews->pdata[i];
      g_autofree char *line = g_strdup_printf ("%.8s · %s · %s", interview->id,
                                               interview->set_title,
                                               ik_interview_state_to_nick (interview->state));

      print_field (table, _("Interview"), line);
    }

  text = ik_table_to_text (table);
  ik_command_print_text (context, text);
}

static JsonNode *
candidate_with_interviews_to_json (const IkCandidate *candidate,
                                   GPtrArray         *interviews)
{
  JsonNode *node = ik_candidate_to_json (candidate);

  json_object_set_member (json_node_get_object (node), "interviews",
                          ik_records_to_json (interviews,
                                              (IkRecordToJson) ik_interview_summary_to_json));
  return node;
}

/**
 * ik_command_candidate_show:
 * @context: of the call
 * @error: return location
 *
 * Prints a candidate with the interviews there are.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_command_candidate_show (IkCommandContext  *context,
                           GError           **error)
{
  GCancellable *cancellable = ik_command_get_cancellable (context);
  g_autoptr(IkCandidate) candidate = NULL;
  g_autoptr(GPtrArray) interviews = NULL;
  g_autofree char *id = NULL;
  IkLibrary *library;

  if (!ik_command_parse (context, NULL, 1, 1, error))
    return FALSE;

  id = ik_command_resolve (context, IK_RECORD_CANDIDATE, ik_command_get_words (context)[0], error);
  if (id == NULL)
    return FALSE;

  library = ik_command_open (context, NULL);
  candidate = ik_candidates_load (library, id, cancellable, error);
  if (candidate == NULL)
    return FALSE;

  interviews = ik_interviews_list (library, id, cancellable, error);
  if (interviews == NULL)
    return FALSE;

  if (ik_command_wants_json (context))
    ik_command_print_json (context, candidate_with_interviews_to_json (candidate, interviews));
  else
    print_candidate (context, candidate, interviews);

  return TRUE;
}

/**
 * ik_command_candidate_export:
 * @context: of the call
 * @error: return location
 *
 * Writes everything held about one person into a folder.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_command_candidate_export (IkCommandContext  *context,
                             GError           **error)
{
  g_autofree char *id = NULL;
  const char *directory;

  if (!ik_command_parse (context, NULL, 2, 2, error))
    return FALSE;

  id = ik_command_resolve (context, IK_RECORD_CANDIDATE, ik_command_get_words (context)[0], error);
  if (id == NULL)
    return FALSE;

  directory = ik_command_get_words (context)[1];
  if (!ik_candidates_export (ik_command_open (context, NULL), id, directory,
                             ik_command_get_cancellable (context), error))
    return FALSE;

  ik_command_print_output (context, "candidate", id, directory);
  return TRUE;
}

/* What is left to say about a person that was erased. */
static JsonNode *
erased_to_json (const char *id,
                gboolean    keep_scores)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", id);
  json_object_set_boolean_member (object, "scores_kept", keep_scores);

  return ik_json_take_object (object);
}

/* Not all that is known about a person is in the library. */
static gboolean
tell_what_is_left (IkCommandContext  *context,
                   GError           **error)
{
  g_auto(GStrv) copies = ik_library_list_copies (ik_command_open (context, NULL), error);

  if (copies == NULL)
    return FALSE;

  ik_command_warn (context, "%s", _("Backups of the library, and reports and files that were "
                                    "exported or sent, stay as they are"));
  for (guint i = 0; copies[i] != NULL; i++)
    {
      g_autofree char *name = g_filename_display_name (copies[i]);

      ik_command_warn (context, _("The older copy “%s” of the library still holds the person"),
                       name);
    }

  return TRUE;
}

/**
 * ik_command_candidate_erase:
 * @context: of the call
 * @error: return location
 *
 * Removes a person for good.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_command_candidate_erase (IkCommandContext  *context,
                            GError           **error)
{
  gboolean keep_scores = FALSE;
  const GOptionEntry entries[] = {
    { "keep-scores", 0, 0, G_OPTION_ARG_NONE, &keep_scores,
      N_("Keep the interviews without name, notes and files"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autofree char *id = NULL;

  if (!ik_command_parse (context, entries, 1, 1, error))
    return FALSE;

  id = ik_command_resolve (context, IK_RECORD_CANDIDATE, ik_command_get_words (context)[0], error);
  if (id == NULL ||
      !ik_candidates_erase (ik_command_open (context, NULL), id, keep_scores,
                            ik_command_get_cancellable (context), error))
    return FALSE;

  ik_command_print_record (context, id, erased_to_json (id, keep_scores));
  return tell_what_is_left (context, error);
}
