#include "ik-commands.h"

#include "ik-json-members.h"
#include "ik-listing.h"
#include "ik-set-history.h"
#include "ik-sets.h"
#include "ik-time.h"

#include <glib/gi18n.h>
#include <string.h>

/* As for any other id. */
#define MIN_PREFIX 4

/* What a set was before it was changed. */

static IkSetHistory *
load_history (IkCommandContext  *context,
              GError           **error)
{
  g_autofree char *id = ik_command_resolve (context, IK_RECORD_SET,
                                            ik_command_get_words (context)[0], error);

  if (id == NULL)
    return NULL;

  return ik_set_history_load (ik_command_open (context, NULL), id,
                              ik_command_get_cancellable (context), error);
}

/* The record of the set as it was, under the id of the version. */
static JsonNode *
version_to_json (const IkSetVersion *version)
{
  JsonNode *node = ik_question_set_to_json (version->set);
  JsonObject *object = json_node_get_object (node);
  JsonArray *gone = json_array_new ();

  for (guint i = 0; i < version->gone->len; i++)
    json_array_add_string_element (gone, version->gone->pdata[i]);

  json_object_set_string_member (object, "id", version->id);
  json_object_set_string_member (object, "set", version->set->id);
  ik_json_set_time (object, "changed_at", version->changed_at_us);
  json_object_set_array_member (object, "gone", gone);

  return node;
}

static IkTable *
tabulate_versions (GPtrArray *versions)
{
  IkTable *table = ik_table_new ("#->>-", _("ID"), _("Until"), _("Questions"), _("Minutes"),
                                 _("Title"), NULL);

  for (guint i = 0; i < versions->len; i++)
    {
      const IkSetVersion *version = versions->pdata[i];
      g_autofree char *until = ik_time_format_utc (version->changed_at_us);
      g_autofree char *count = g_strdup_printf ("%u", version->set->items->len);
      g_autofree char *minutes =
        g_strdup_printf ("%u", ik_question_set_get_planned_minutes (version->set));

      ik_table_add (table, version->id, until, count, minutes, version->set->title, NULL);
    }

  return table;
}

/**
 * ik_command_set_history:
 * @context: of the call
 * @error: return location
 *
 * Lists what a question set was before, the latest first.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_command_set_history (IkCommandContext  *context,
                        GError           **error)
{
  static const IkListing listing = {
    NULL,
    (IkRecordToJson) version_to_json,
    tabulate_versions,
    N_("The set was never anything else."),
  };
  g_autoptr(IkSetHistory) history = NULL;

  if (!ik_command_parse (context, NULL, 1, 1, error))
    return FALSE;

  history = load_history (context, error);
  if (history == NULL)
    return FALSE;

  ik_listing_print (&listing, context, history->versions);
  return TRUE;
}

/* Finds a version by the beginning of its id; NULL with @error set. */
static const IkSetVersion *
find_version (const IkSetHistory  *history,
              const char          *prefix,
              GError             **error)
{
  const IkSetVersion *found = NULL;
  guint n_found = 0;

  for (guint i = 0; i < history->versions->len && strlen (prefix) >= MIN_PREFIX; i++)
    {
      const IkSetVersion *version = history->versions->pdata[i];

      if (!g_str_has_prefix (version->id, prefix))
        continue;
      found = version;
      n_found++;
    }

  if (n_found == 1)
    return found;

  g_set_error (error, IK_COMMAND_ERROR, IK_COMMAND_ERROR_FAILED,
               n_found == 0
               ? _("There is no version “%s” of “%s”; “interview-kit set history” lists them")
               : _("“%s” stands for more than one version of “%s”: give more of the id"),
               prefix, history->now->title);
  return NULL;
}

/**
 * ik_command_set_restore:
 * @context: of the call
 * @error: return location
 *
 * Makes a question set what it was before; what it is now is kept as a version.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_command_set_restore (IkCommandContext  *context,
                        GError           **error)
{
  g_autoptr(IkSetHistory) history = NULL;
  g_autoptr(IkQuestionSet) set = NULL;
  const IkSetVersion *version;
  IkLibrary *library;
  GCancellable *cancellable;

  if (!ik_command_parse (context, NULL, 2, 2, error))
    return FALSE;

  history = load_history (context, error);
  version = history != NULL
            ? find_version (history, ik_command_get_words (context)[1], error) : NULL;
  if (version == NULL)
    return FALSE;

  library = ik_command_open (context, NULL);
  cancellable = ik_command_get_cancellable (context);
  if (!ik_set_history_restore (library, history->now->id, version->id, cancellable, error))
    return FALSE;

  set = ik_sets_load (library, history->now->id, cancellable, error);
  if (set == NULL)
    return FALSE;

  ik_command_print_record (context, set->id, ik_question_set_to_json (set));
  return TRUE;
}
