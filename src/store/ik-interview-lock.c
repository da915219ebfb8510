#include "ik-interview-lock.h"

#include "ik-database.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#define SUFFIX "-held"

/**
 * IkInterviewLock:
 *
 * Says that an interview is being held, so that no other window and no other
 * copy of the program holds it as well. It lasts until it is freed or the
 * process is gone, however that ends.
 *
 * One file beside the library serves all interviews: each has a byte of its own
 * there, which is locked by an open file description (fcntl_locking(2)), so
 * that two windows of one process shut each other out as two processes do.
 */
struct _IkInterviewLock
{
  int fd;
};

/* The place of an interview in the file: 62 bits of its UUID, which two of a
 * library don't share by chance. */
static off_t
get_place (const char *interview_id)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize size = sizeof digest;
  guint64 place = 0;

  g_checksum_update (checksum, (const guchar *) interview_id, -1);
  g_checksum_get_digest (checksum, digest, &size);
  for (guint i = 0; i < sizeof place; i++)
    place = place << 8 | digest[i];

  return (off_t) (place >> 2);
}

static int
open_file (IkLibrary  *library,
           GError    **error)
{
  g_autofree char *path = g_strconcat (ik_library_get_path (library), SUFFIX, NULL);
  int fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  g_autofree char *name = NULL;

  if (fd >= 0)
    return fd;

  name = g_filename_display_name (path);
  g_set_error (error, IK_STORE_ERROR, IK_STORE_ERROR_READ_ONLY,
               _("“%s” can't be written, which says that an interview is being held: %s"), name,
               g_strerror (errno));
  return -1;
}

/* Somebody has it, or nobody can: not every file system knows locks. */
static void
set_lock_error (GError     **error,
                const char  *candidate_name,
                int          code)
{
  if (code == EAGAIN || code == EACCES)
    g_set_error (error, IK_STORE_ERROR, IK_STORE_ERROR_BUSY,
                 _("The interview with %s is being held in another window of Interview Kit; go on "
                   "there, or close that window first"), candidate_name);
  else
    g_set_error (error, IK_STORE_ERROR, IK_STORE_ERROR_FAILED,
                 _("The interview with %s can't be held, as nothing keeps other windows out of it "
                   "where the library is: %s; move the library to a disk of this computer"),
                 candidate_name, g_strerror (code));
}

/**
 * ik_interview_lock_new:
 * @library: a library
 * @interview_id: one of its interviews
 * @candidate_name: with whom, for the message
 * @error: return location
 *
 * Takes an interview. Blocks as long as opening a file does; any thread.
 *
 * Returns: (transfer full) (nullable): a lock; %NULL with #IK_STORE_ERROR_BUSY
 *   where somebody holds it already, and with another error where the file
 *   can't be written or its file system has no locks
 */
IkInterviewLock *
ik_interview_lock_new (IkLibrary   *library,
                       const char  *interview_id,
                       const char  *candidate_name,
                       GError     **error)
{
  struct flock byte = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_len = 1 };
  IkInterviewLock *self;
  int fd;

  g_return_val_if_fail (IK_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (interview_id != NULL, NULL);
  g_return_val_if_fail (candidate_name != NULL, NULL);

  fd = open_file (library, error);
  if (fd < 0)
    return NULL;

  byte.l_start = get_place (interview_id);
  if (fcntl (fd, F_OFD_SETLK, &byte) != 0)
    {
      set_lock_error (error, candidate_name, errno);
      g_close (fd, NULL);
      return NULL;
    }

  self = g_new (IkInterviewLock, 1);
  self->fd = fd;
  return self;
}

/**
 * ik_interview_lock_free:
 * @self: (transfer full): a lock
 *
 * Lets the interview go.
 */
void
ik_interview_lock_free (IkInterviewLock *self)
{
  g_close (self->fd, NULL);
  g_free (self);
}

/**
 * ik_interview_lock_is_any_held:
 * @library: a library
 *
 * Looks and takes nothing. Blocks as long as opening a file does; any thread.
 *
 * Returns: whether an interview of @library is being held, by whatever window
 *   or copy of the program
 */
gboolean
ik_interview_lock_is_any_held (IkLibrary *library)
{
  struct flock all = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
  g_autofree char *path = NULL;
  gboolean is_held;
  int fd;

  g_return_val_if_fail (IK_IS_LIBRARY (library), FALSE);

  path = g_strconcat (ik_library_get_path (library), SUFFIX, NULL);
  fd = g_open (path, O_RDWR | O_CLOEXEC, 0);
  if (fd < 0)
    return FALSE;

  is_held = fcntl (fd, F_OFD_GETLK, &all) == 0 && all.l_type != F_UNLCK;
  g_close (fd, NULL);

  return is_held;
}
