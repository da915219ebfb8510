#include "ik-candidates.h"

#include "ik-candidate-json.h"
#include "ik-debriefs.h"
#include "ik-independence.h"
#include "ik-interview-json.h"
#include "ik-interviews.h"
#include "ik-json-members.h"
#include "ik-panel-json.h"
#include "ik-time.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

/* The folder of the files that people attached. */
#define FILES_FOLDER "files"

/* Everything is written into a folder beside the one that was asked for and
 * put into its place when it is whole. */
typedef struct
{
  IkLibrary    *library;
  GCancellable *cancellable; /* (nullable) */
  const char   *target;
  char         *draft;       /* (owned): path of the folder in work */
} Export;

static gboolean
fail (const Export  *export,
      const char    *reason,
      GError       **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
               _("Nothing was exported into “%s”: %s"), export->target, reason);
  return FALSE;
}

static gboolean
write_bytes (const Export  *export,
             const char    *name,
             GBytes        *bytes,
             GError       **error)
{
  g_autofree char *path = g_build_filename (export->draft, name, NULL);
  g_autoptr(GError) local_error = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (g_cancellable_set_error_if_cancelled (export->cancellable, error))
    return FALSE;

  return g_file_set_contents_full (path, data != NULL ? data : "", (gssize) size,
                                   G_FILE_SET_CONTENTS_NONE, 0600, &local_error) ||
         fail (export, local_error->message, error);
}

static gboolean
write_json (const Export  *export,
            const char    *name,
            JsonNode      *node,
            GError       **error)
{
  char *text = json_to_string (node, TRUE);
  g_autoptr(GBytes) bytes = g_bytes_new_take (text, strlen (text));

  return write_bytes (export, name, bytes, error);
}

/* A name that stays inside the folder and is the only one of its kind. */
static char *
make_file_name (const IkAttachment *attachment,
                GHashTable         *taken)
{
  g_autofree char *safe = g_strdelimit (g_strdup (attachment->name), "/\\", '_');
  g_autofree char *name = NULL;

  if (*safe == '\0' || g_str_equal (safe, ".") || g_str_equal (safe, ".."))
    name = g_strdup (attachment->id);
  else if (g_hash_table_contains (taken, safe))
    name = g_strdup_printf ("%.8s-%s", attachment->id, safe);
  else
    name = g_steal_pointer (&safe);

  g_hash_table_add (taken, g_strdup (name));
  return g_build_filename (FILES_FOLDER, name, NULL);
}

static gboolean
write_files (const Export  *export,
             GPtrArray     *attachments,
             GError       **error)
{
  g_autoptr(GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *folder = g_build_filename (export->draft, FILES_FOLDER, NULL);

  if (attachments->len == 0)
    return TRUE;
  if (g_mkdir (folder, 0700) != 0)
    return fail (export, g_strerror (errno), error);

  for (guint i = 0; i < attachments->len; i++)
    {
      const IkAttachment *attachment = attachments->pdata[i];
      g_autofree char *name = make_file_name (attachment, taken);

      if (!write_bytes (export, name, attachment->data, error))
        return FALSE;
    }

  return TRUE;
}

static JsonArray *
events_to_json (GPtrArray *events)
{
  JsonArray *array = json_array_sized_new (events->len);

  for (guint i = 0; i < events->len; i++)
    {
      const IkInterviewEvent *event = events->pdata[i];
      g_autofree char *at = ik_time_format_utc (event->at.wall_us);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "at", at);
      if (event->item_id != NULL)
        json_object_set_string_member (object, "item", event->item_id);
      json_object_set_string_member (object, "kind", event->kind);
      json_object_set_string_member (object, "value", event->value);
      json_array_add_object_element (array, object);
    }

  return array;
}

static JsonArray *
changes_to_json (GPtrArray *changes)
{
  JsonArray *array = json_array_sized_new (changes->len);

  for (guint i = 0; i < changes->len; i++)
    {
      const IkInterviewChange *change = changes->pdata[i];
      g_autofree char *at = ik_time_format_utc (change->at_us);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "at", at);
      if (change->item_id != NULL)
        json_object_set_string_member (object, "item", change->item_id);
      json_object_set_string_member (object, "field", change->field);
      json_object_set_string_member (object, "old", change->old_value);
      json_object_set_string_member (object, "new", change->new_value);
      json_object_set_string_member (object, "reason", change->reason);
      json_array_add_object_element (array, object);
    }

  return array;
}

static gboolean
write_interview (const Export  *export,
                 const char    *id,
                 guint          number,
                 GError       **error)
{
  g_autofree char *name = g_strdup_printf ("interview-%u.json", number);
  g_autoptr(IkInterview) interview = NULL;
  g_autoptr(GPtrArray) events = NULL;
  g_autoptr(GPtrArray) changes = NULL;
  g_autoptr(JsonNode) node = NULL;

  interview = ik_interviews_load (export->library, id, export->cancellable, error);
  if (interview == NULL ||
      !ik_independence_check (export->library, interview, export->cancellable, error))
    return FALSE;

  events = ik_interviews_list_events (export->library, id, export->cancellable, error);
  if (events == NULL)
    return FALSE;

  changes = ik_interviews_list_changes (export->library, id, export->cancellable, error);
  if (changes == NULL)
    return FALSE;

  node = ik_interview_to_json (interview);
  json_object_set_array_member (json_node_get_object (node), "events", events_to_json (events));
  json_object_set_array_member (json_node_get_object (node), "changes",
                                changes_to_json (changes));

  return write_json (export, name, node, error);
}

/* What the interviewers of one round agreed about, where they did. */
static gboolean
write_agreement (const Export  *export,
                 const char    *candidate_id,
                 const char    *round,
                 guint          number,
                 GError       **error)
{
  g_autofree char *name = g_strdup_printf ("panel-%u.json", number);
  g_autoptr(IkPanelAgreement) agreement = NULL;
  g_autoptr(JsonNode) node = NULL;

  agreement = ik_debriefs_load_agreement (export->library, candidate_id, round,
                                          export->cancellable, error);
  if (agreement == NULL)
    return FALSE;
  if (agreement->changes->len == 0 && agreement->scores->len == 0)
    return TRUE;

  node = ik_json_take_object (ik_panel_agreement_to_json (agreement));
  json_object_set_string_member (json_node_get_object (node), "round", round);

  return write_json (export, name, node, error);
}

static gboolean
write_agreements (const Export  *export,
                  const char    *candidate_id,
                  GPtrArray     *interviews,
                  GError       **error)
{
  g_autoptr(GHashTable) rounds = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < interviews->len; i++)
    {
      const char *round = ((IkInterviewSummary *) interviews->pdata[i])->round;

      if (g_hash_table_add (rounds, (gpointer) round) &&
          !write_agreement (export, candidate_id, round, g_hash_table_size (rounds), error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_all (const Export  *export,
           const char    *id,
           GError       **error)
{
  g_autoptr(IkCandidate) candidate = NULL;
  g_autoptr(GPtrArray) interviews = NULL;
  g_autoptr(JsonNode) node = NULL;

  candidate = ik_candidates_load (export->library, id, export->cancellable, error);
  if (candidate == NULL)
    return FALSE;

  interviews = ik_interviews_list (export->library, id, export->cancellable, error);
  if (interviews == NULL)
    return FALSE;

  node = ik_candidate_to_json (candidate);
  if (!write_json (export, "candidate.json", node, error) ||
      !write_files (export, candidate->attachments, error))
    return FALSE;

  for (guint i = 0; i < interviews->len; i++)
    {
      const IkInterviewSummary *interview = interviews->pdata[i];

      if (!write_interview (export, interview->id, i + 1, error))
        return FALSE;
    }

  return write_agreements (export, id, interviews, error);
}

static void
remove_folder (const char *path)
{
  g_autoptr(GDir) directory = g_dir_open (path, 0, NULL);
  const char *name;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_folder (child);
      else
        g_unlink (child);
    }

  g_rmdir (path);
}

static gboolean
put_in_place (const Export  *export,
              GError       **error)
{
  /* Replaces a folder only if that is empty. */
  if (g_rename (export->draft, export->target) == 0)
    return TRUE;

  if (errno == ENOTEMPTY || errno == EEXIST)
    return fail (export, _("it is not empty; name a new or an empty folder"), error);

  return fail (export, g_strerror (errno), error);
}

/**
 * ik_candidates_export:
 * @library: a library
 * @id: of a candidate
 * @directory: path of a folder that is new or empty
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Writes everything held about one person: candidate.json, an interview-N.json
 * for each interview with the logs of its events and of later changes, a
 * panel-N.json for each round that something was agreed about in, and the
 * files that were attached. The folder appears whole or not at all, and only its owner can
 * read it.
 *
 * Returns: whether it was written; #IK_STORE_ERROR or #G_IO_ERROR otherwise,
 *   #IK_STORE_ERROR_REFUSED while an own interview with the person has to be
 *   handed in before those of others may be read
 */
gboolean
ik_candidates_export (IkLibrary     *library,
                      const char    *id,
                      const char    *directory,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_autofree char *target = g_canonicalize_filename (directory, NULL);
  Export export = { library, cancellable, target, g_strconcat (target, ".XXXXXX", NULL) };
  gboolean written = FALSE;

  g_return_val_if_fail (IK_IS_LIBRARY (library), FALSE);

  if (g_mkdtemp (export.draft) == NULL)
    {
      fail (&export, g_strerror (errno), error);
      g_free (export.draft);
      return FALSE;
    }

  written = write_all (&export, id, error) && put_in_place (&export, error);
  if (!written)
    remove_folder (export.draft);

  g_free (export.draft);
  return written;
}
