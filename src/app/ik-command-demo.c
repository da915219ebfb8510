#include "ik-commands.h"

#include "ik-demo.h"
#include "ik-json-members.h"
#include "ik-reports.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#define LIBRARY_NAME "library.db"
#define REPORT_NAME "report.pdf"

static gboolean
refuse_folder (const char  *path,
               const char  *reason,
               GError     **error)
{
  g_set_error (error, IK_COMMAND_ERROR, IK_COMMAND_ERROR_FAILED,
               _("The demo can't go into “%s”: %s; name a new or an empty folder."), path, reason);
  return FALSE;
}

static gboolean
is_empty (const char  *path,
          GError     **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(GDir) directory = g_dir_open (path, 0, &local_error);

  if (directory == NULL)
    return refuse_folder (path, local_error->message, error);

  return g_dir_read_name (directory) == NULL || refuse_folder (path, _("it is not empty"), error);
}

/* Makes the folder, or finds that it is empty. */
static gboolean
prepare_folder (const char  *path,
                gboolean    *out_is_new,
                GError     **error)
{
  *out_is_new = !g_file_test (path, G_FILE_TEST_EXISTS);
  if (!*out_is_new)
    return is_empty (path, error);

  if (g_mkdir_with_parents (path, 0700) == 0)
    return TRUE;

  return refuse_folder (path, g_strerror (errno), error);
}

/* Everything in there was made by this run. */
static void
remove_folder (const char *path,
               gboolean    was_new)
{
  g_autoptr(GDir) directory = g_dir_open (path, 0, NULL);
  const char *name;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      g_unlink (child);
    }

  if (was_new)
    g_rmdir (path);
}

static void
print_demo (IkCommandContext *context,
            const IkDemo     *demo,
            const char       *library_path,
            const char       *report_path)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", demo->interview_id);
  json_object_set_string_member (object, "library", library_path);
  json_object_set_string_member (object, "candidate", demo->candidate_id);
  json_object_set_string_member (object, "set", demo->set_id);
  json_object_set_string_member (object, "report", report_path);

  ik_command_print_record (context, report_path, ik_json_take_object (object));
}

static gboolean
write_report (IkLibrary     *library,
              const IkDemo  *demo,
              const char    *path,
              GCancellable  *cancellable,
              GError       **error)
{
  const char *const interview_ids[] = { demo->interview_id, NULL };
  const IkReportOptions options = { 0 };
  g_autoptr(GFile) file = g_file_new_for_path (path);

  return ik_reports_export (library, interview_ids, file, &options, cancellable, error);
}

static gboolean
fill_folder (IkCommandContext  *context,
             const char        *folder,
             GError           **error)
{
  g_autofree char *library_path = g_build_filename (folder, LIBRARY_NAME, NULL);
  g_autofree char *report_path = g_build_filename (folder, REPORT_NAME, NULL);
  GCancellable *cancellable = ik_command_get_cancellable (context);
  g_autoptr(IkLibrary) library = ik_library_open (library_path, cancellable, error);
  g_autoptr(IkDemo) demo = NULL;
  gboolean is_written = FALSE;

  if (library == NULL)
    return FALSE;

  demo = ik_demo_build (library, cancellable, error);
  if (demo != NULL)
    is_written = write_report (library, demo, report_path, cancellable, error);
  ik_library_close (library);

  if (is_written)
    print_demo (context, demo, library_path, report_path);
  return is_written;
}

/**
 * ik_command_demo:
 * @context: of the call
 * @error: return location
 *
 * Does the main job from end to end, in a folder of its own.
 *
 * Returns: whether it succeeded; where it did not, the folder is as it was
 */
gboolean
ik_command_demo (IkCommandContext  *context,
                 GError           **error)
{
  const char *folder;
  gboolean is_new;

  if (!ik_command_parse (context, NULL, 1, 1, error))
    return FALSE;

  folder = ik_command_get_words (context)[0];
  if (!prepare_folder (folder, &is_new, error))
    return FALSE;

  if (fill_folder (context, folder, error))
    return TRUE;

  remove_folder (folder, is_new);
  return FALSE;
}
