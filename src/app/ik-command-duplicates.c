#include "ik-commands.h"

#include "ik-duplicates.h"
#include "ik-json-members.h"
#include "ik-listing.h"

#include <glib/gi18n.h>

static JsonNode *
question_to_json (gconstpointer record)
{
  const IkDuplicate *self = record;
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", self->id);
  json_object_set_string_member (object, "prompt", self->prompt);
  json_object_set_string_member (object, "details", self->details);
  json_object_set_string_member (object, "pack", self->pack_id);
  json_object_set_string_member (object, "pack_title", self->pack_title);
  json_object_set_string_member (object, "section", self->section);
  json_object_set_int_member (object, "sets", self->n_sets);
  json_object_set_int_member (object, "asked", self->n_asked);
  ik_json_set_time (object, "last_asked_at", self->last_asked_at_us);

  return ik_json_take_object (object);
}

static JsonNode *
group_to_json (gconstpointer record)
{
  JsonObject *object = json_object_new ();

  json_object_set_member (object, "questions",
                          ik_records_to_json ((GPtrArray *) record, question_to_json));

  return ik_json_take_object (object);
}

static IkTable *
tabulate_groups (GPtrArray *groups)
{
  IkTable *table = ik_table_new (">#--", _("Group"), _("ID"), _("Question"), _("Pack"), NULL);

  for (guint i = 0; i < groups->len; i++)
    {
      const GPtrArray *group = groups->pdata[i];
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      for (guint j = 0; j < group->len; j++)
        {
          const IkDuplicate *question = group->pdata[j];

          ik_table_add (table, number, question->id, question->prompt, question->pack_title, NULL);
        }
    }

  return table;
}

static gboolean
progress_cb (guint    n_done,
             guint    n_all,
             gpointer data)
{
  g_autofree char *text = g_strdup_printf (_("Comparing questions: %u %%"),
                                           n_all > 0 ? (guint) (100.0 * n_done / n_all) : 0);

  ik_command_progress (data, text);
  return TRUE;
}

/**
 * ik_command_duplicates:
 * @context: of the call
 * @error: return location
 *
 * Lists the questions of the bank that ask the same, in groups.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_command_duplicates (IkCommandContext  *context,
                       GError           **error)
{
  static const IkListing listing = {
    NULL, group_to_json, tabulate_groups, N_("No two questions ask the same."),
  };
  g_autoptr(GPtrArray) groups = NULL;
  IkLibrary *library;

  if (!ik_command_parse (context, NULL, 0, 0, error))
    return FALSE;

  library = ik_command_open (context, error);
  if (library == NULL)
    return FALSE;

  groups = ik_duplicates_find (library, progress_cb, context, ik_command_get_cancellable (context),
                               error);
  if (groups == NULL)
    return FALSE;

  ik_listing_print (&listing, context, groups);
  return TRUE;
}

/* The two questions that the words name; NULL with @error set. */
static GStrv
resolve_two (IkCommandContext  *context,
             GError           **error)
{
  g_auto(GStrv) ids = ik_command_resolve_all (context, IK_RECORD_QUESTION,
                                              ik_command_get_words (context), error);

  if (ids == NULL)
    return NULL;

  if (g_str_equal (ids[0], ids[1]))
    {
      g_set_error (error, IK_COMMAND_ERROR, IK_COMMAND_ERROR_USAGE,
                   _("“%s” and “%s” are one question: name two"),
                   ik_command_get_words (context)[0], ik_command_get_words (context)[1]);
      return NULL;
    }

  return g_steal_pointer (&ids);
}

static void
print_ids (IkCommandContext *context,
           const char       *id,
           const char       *other_name,
           const char       *other_id)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", id);
  json_object_set_string_member (object, other_name, other_id);
  ik_command_print_record (context, id, ik_json_take_object (object));
}

/**
 * ik_command_duplicate_merge:
 * @context: of the call
 * @error: return location
 *
 * Makes one of two questions, the first of which stays.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_command_duplicate_merge (IkCommandContext  *context,
                            GError           **error)
{
  gboolean leaves_guidance = FALSE;
  const GOptionEntry entries[] = {
    { "leave-guidance", 0, 0, G_OPTION_ARG_NONE, &leaves_guidance,
      N_("Drop the guidance of the second question"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(GStrv) ids = NULL;

  if (!ik_command_parse (context, entries, 2, 2, error))
    return FALSE;

  ids = resolve_two (context, error);
  if (ids == NULL ||
      !ik_duplicates_merge (ik_command_open (context, NULL), ids[0], ids[1], !leaves_guidance,
                            ik_command_get_cancellable (context), error))
    return FALSE;

  print_ids (context, ids[0], "merged", ids[1]);
  return TRUE;
}

/**
 * ik_command_duplicate_keep:
 * @context: of the call
 * @error: return location
 *
 * Remembers that two questions are not the same.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_command_duplicate_keep (IkCommandContext  *context,
                           GError           **error)
{
  g_auto(GStrv) ids = NULL;

  if (!ik_command_parse (context, NULL, 2, 2, error))
    return FALSE;

  ids = resolve_two (context, error);
  if (ids == NULL ||
      !ik_duplicates_keep_both (ik_command_open (context, NULL), ids[0], ids[1],
                                ik_command_get_cancellable (context), error))
    return FALSE;

  print_ids (context, ids[0], "other", ids[1]);
  return TRUE;
}
