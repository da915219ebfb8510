#include "ik-rescue-copy.h"

#include "ik-file-access.h"
#include "ik-report.h"

#include <errno.h>
#include <glib/gstdio.h>

/* A copy of an interview away from the library, to be read by people, for as
 * long as the library can't be written. */

#define FOLDER "interview-kit"

#define NEW_COPY "rescue"
#define TOLD_COPY "rescued"

/* In the order of trying: the first is kept across a restart of the computer. */
static char *
dup_folder (guint index)
{
  switch (index)
    {
    case 0:
      return g_build_filename (g_get_user_state_dir (), FOLDER, NULL);
    case 1:
      return g_build_filename (g_get_tmp_dir (), FOLDER, NULL);
    default:
      return NULL;
    }
}

/* What nobody was told of yet begins with "rescue". */
static char *
dup_path (const char *folder,
          const char *kind,
          const char *interview_id)
{
  g_autofree char *name = g_strdup_printf ("%s-%s.md", kind, interview_id);

  return g_build_filename (folder, name, NULL);
}

static gboolean
write_into (const char  *path,
            GBytes      *content,
            GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr(GFile) file = g_file_new_for_path (path);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));
      return FALSE;
    }

  return ik_file_access_replace (file, content, G_FILE_CREATE_PRIVATE, NULL, error);
}

static void
remove_file (const char *folder,
             const char *kind,
             const char *interview_id)
{
  g_autofree char *path = dup_path (folder, kind, interview_id);

  if (g_unlink (path) != 0 && errno != ENOENT)
    g_info ("A rescue copy stays at %s: %s", path, g_strerror (errno));
}

/* One is enough, and an older one elsewhere would be found in its place. */
static void
remove_but (const char *interview_id,
            const char *kept_folder) /* nullable */
{
  char *folder;

  for (guint i = 0; (folder = dup_folder (i)) != NULL; i++)
    {
      if (g_strcmp0 (folder, kept_folder) != 0)
        remove_file (folder, NEW_COPY, interview_id);
      g_free (folder);
    }
}

/**
 * ik_rescue_copy_write:
 * @interview: an interview
 * @error: return location
 *
 * Writes all of an interview as Markdown into the folder for the state of
 * programs, or where that doesn't work into that for temporary files, in place
 * of the one that was there. Only its owner can read it. Blocks: call it off the main loop.
 *
 * Returns: (transfer full) (nullable): the path of the copy; %NULL with #GIOErrorEnum
 *   where no folder takes it
 */
char *
ik_rescue_copy_write (const IkInterview  *interview,
                      GError            **error)
{
  IkReportOptions options = { .created_at_us = g_get_real_time () };
  g_autoptr(GPtrArray) interviews = g_ptr_array_new ();
  g_autoptr(GBytes) content = NULL;

  g_ptr_array_add (interviews, (gpointer) interview);
  content = ik_report_render (interviews, &options, IK_REPORT_FORMAT_MARKDOWN, NULL, error);
  if (content == NULL)
    return NULL;

  for (guint i = 0;; i++)
    {
      g_autofree char *folder = dup_folder (i);
      g_autofree char *next = dup_folder (i + 1);
      g_autofree char *path = dup_path (folder, NEW_COPY, interview->id);

      if (write_into (path, content, next == NULL ? error : NULL))
        {
          remove_but (interview->id, folder);
          return g_steal_pointer (&path);
        }
      if (next == NULL)
        return NULL;
    }
}

/**
 * ik_rescue_copy_remove:
 * @interview_id: an interview
 *
 * Removes the copies of an interview, by whatever process they were written, but
 * for one that somebody was told of. Blocks.
 */
void
ik_rescue_copy_remove (const char *interview_id)
{
  remove_but (interview_id, NULL);
}

/**
 * ik_rescue_copy_remove_all:
 * @interview_id: an interview that is handed in or erased
 *
 * Removes each copy of an interview. Blocks.
 */
void
ik_rescue_copy_remove_all (const char *interview_id)
{
  char *folder;

  remove_but (interview_id, NULL);
  for (guint i = 0; (folder = dup_folder (i)) != NULL; i++)
    {
      remove_file (folder, TOLD_COPY, interview_id);
      g_free (folder);
    }
}

/**
 * ik_rescue_copy_find:
 * @interview_id: an interview
 *
 * Looks for a copy that a program left that ended before it could save. Blocks.
 *
 * Returns: (transfer full) (nullable): its path
 */
char *
ik_rescue_copy_find (const char *interview_id)
{
  for (guint i = 0;; i++)
    {
      g_autofree char *folder = dup_folder (i);
      g_autofree char *path = NULL;

      if (folder == NULL)
        return NULL;
      path = dup_path (folder, NEW_COPY, interview_id);
      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        return g_steal_pointer (&path);
    }
}

/* The last moment that the library knows of; each save writes one. */
static gint64
get_saved_at_us (const IkInterview *interview)
{
  gint64 at_us = interview->focused.wall_us;

  for (guint i = 0; i < interview->events->len; i++)
    at_us = MAX (at_us, ((IkInterviewEvent *) interview->events->pdata[i])->at.wall_us);

  return at_us;
}

static gboolean
is_outdated (const char        *path,
             const IkInterview *interview)
{
  GStatBuf info;

  return g_stat (path, &info) == 0 &&
         get_saved_at_us (interview) / G_USEC_PER_SEC > (gint64) info.st_mtime;
}

/**
 * ik_rescue_copy_take:
 * @interview: an interview as the library has it
 *
 * Looks for a copy that a program left that ended before it could save or before
 * it could remove the copy. What the library has as well is removed: a save that
 * works writes all there is. Otherwise it is somebody's to read, and is found
 * once only. Blocks.
 *
 * Returns: (transfer full) (nullable): where the copy is from now on
 */
char *
ik_rescue_copy_take (const IkInterview *interview)
{
  g_autofree char *path = ik_rescue_copy_find (interview->id);
  g_autofree char *folder = NULL;
  g_autofree char *told_path = NULL;

  if (path == NULL)
    return NULL;

  if (is_outdated (path, interview))
    {
      ik_rescue_copy_remove (interview->id);
      return NULL;
    }

  folder = g_path_get_dirname (path);
  told_path = dup_path (folder, TOLD_COPY, interview->id);
  if (g_rename (path, told_path) != 0)
    return g_steal_pointer (&path);

  return g_steal_pointer (&told_path);
}
