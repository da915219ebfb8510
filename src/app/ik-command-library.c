#include "ik-commands.h"

#include "ik-interviews.h"
#include "ik-json-members.h"

#include <glib/gi18n.h>

static JsonNode *
check_to_json (const char *path,
               GPtrArray  *problems)
{
  JsonObject *object = json_object_new ();
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < problems->len; i++)
    json_array_add_string_element (array, problems->pdata[i]);

  json_object_set_string_member (object, "library", path);
  json_object_set_array_member (object, "problems", array);

  return ik_json_take_object (object);
}

static void
print_problems (IkCommandContext *context,
                GPtrArray        *problems)
{
  if (problems->len == 0)
    ik_command_print (context, "%s\n", _("No damage found."));
  for (guint i = 0; i < problems->len; i++)
    ik_command_print (context, "%s\n", (const char *) problems->pdata[i]);
}

/**
 * ik_command_library_check:
 * @context: of the call
 * @error: return location
 *
 * Looks for damage.
 *
 * Returns: whether there is none
 */
gboolean
ik_command_library_check (IkCommandContext  *context,
                          GError           **error)
{
  g_autoptr(GPtrArray) problems = NULL;
  IkLibrary *library;
  const char *path;

  if (!ik_command_parse (context, NULL, 0, 0, error))
    return FALSE;

  library = ik_command_open (context, error);
  if (library == NULL ||
      !ik_library_check (library, &problems, ik_command_get_cancellable (context), error))
    return FALSE;

  path = ik_library_get_path (library);
  if (ik_command_wants_json (context))
    ik_command_print_json (context, check_to_json (path, problems));
  else
    print_problems (context, problems);

  if (problems->len == 0)
    return TRUE;

  g_set_error (error, IK_COMMAND_ERROR, IK_COMMAND_ERROR_FAILED,
               _("The library “%s” is damaged: restore a backup with "
                 "“interview-kit library restore”."), path);
  return FALSE;
}

/**
 * ik_command_library_backup:
 * @context: of the call
 * @error: return location
 *
 * Copies the library, as it is at one moment.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_command_library_backup (IkCommandContext  *context,
                           GError           **error)
{
  IkLibrary *library;
  const char *path;

  if (!ik_command_parse (context, NULL, 1, 1, error))
    return FALSE;

  path = ik_command_get_words (context)[0];
  library = ik_command_open (context, error);
  if (library == NULL ||
      !ik_library_backup (library, path, ik_command_get_cancellable (context), error))
    return FALSE;

  ik_command_print_output (context, "library", ik_library_get_path (library), path);
  return TRUE;
}

/**
 * ik_command_library_restore:
 * @context: of the call
 * @error: return location
 *
 * Puts a copy in the library's place, after checking it.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_command_library_restore (IkCommandContext  *context,
                            GError           **error)
{
  const char *path;

  if (!ik_command_parse (context, NULL, 1, 1, error))
    return FALSE;

  path = ik_command_get_library_path (context);
  if (!ik_library_restore (path, ik_command_get_words (context)[0],
                           ik_command_get_cancellable (context), error))
    return FALSE;

  ik_command_print_output (context, "backup", ik_command_get_words (context)[0], path);
  return TRUE;
}

/**
 * ik_command_library_owner:
 * @context: of the call
 * @error: return location
 *
 * Says whose library it is.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_command_library_owner (IkCommandContext  *context,
                          GError           **error)
{
  GCancellable *cancellable = ik_command_get_cancellable (context);
  g_autofree char *name = NULL;
  JsonObject *object;
  IkLibrary *library;

  if (!ik_command_parse (context, NULL, 1, 1, error))
    return FALSE;

  name = g_strstrip (g_strdup (ik_command_get_words (context)[0]));
  if (*name == '\0')
    {
      g_set_error_literal (error, IK_COMMAND_ERROR, IK_COMMAND_ERROR_USAGE,
                           _("the owner needs a name"));
      return FALSE;
    }

  library = ik_command_open (context, error);
  if (library == NULL || !ik_interviews_set_owner (library, name, cancellable, error))
    return FALSE;

  object = json_object_new ();
  json_object_set_string_member (object, "owner", name);
  ik_command_print_record (context, name, ik_json_take_object (object));

  return TRUE;
}
