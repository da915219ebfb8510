#include "ik-archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n.h>

#include "ik-importer.h"
#include "ik-rich-error.h"

/* What word processors write shrinks to a tenth, long tables to a fiftieth;
 * what grows to more than this was made to fill a disk. */
#define MAX_RATIO 100u
#define MIN_LIMIT (16u * 1024 * 1024)
#define MAX_LIMIT (256u * 1024 * 1024)

/* A document has some dozen members, a hundred with its pictures. */
#define MAX_MEMBERS 10000u

struct _IkArchive
{
  GBytes         *bytes;
  char           *name;
  struct archive *reader;  /* (nullable) */
  gsize           n_read;  /* expanded bytes, over all members */
  gsize           limit;
  gboolean        broken;  /* whether the last member may be there, but can't be read whole */
  GError         *error;   /* (nullable): why nothing more is read */
};

/**
 * ik_archive_new:
 * @bytes: an archive
 * @name: its name, for messages
 *
 * Returns: (transfer full): the archive
 */
IkArchive *
ik_archive_new (GBytes     *bytes,
                const char *name)
{
  IkArchive *self = g_new0 (IkArchive, 1);
  gsize size = g_bytes_get_size (bytes);

  self->bytes = g_bytes_ref (bytes);
  self->name = g_strdup (name);
  self->limit = MIN (MIN_LIMIT + MIN (size, MAX_LIMIT / MAX_RATIO) * MAX_RATIO, MAX_LIMIT);

  return self;
}

/**
 * ik_archive_free:
 * @self: (transfer full): an archive
 */
void
ik_archive_free (IkArchive *self)
{
  g_clear_pointer (&self->reader, archive_read_free);
  g_clear_error (&self->error);
  g_bytes_unref (self->bytes);
  g_free (self->name);
  g_free (self);
}

static gboolean
start (IkArchive *self)
{
  gsize size;
  const void *data = g_bytes_get_data (self->bytes, &size);

  g_clear_pointer (&self->reader, archive_read_free);
  self->reader = archive_read_new ();

  return archive_read_support_format_zip (self->reader) == ARCHIVE_OK &&
         archive_read_open_memory (self->reader, data, size) == ARCHIVE_OK;
}

/**
 * ik_archive_open:
 * @self: an archive
 * @member: path of a member
 *
 * Goes to the beginning of a member.
 *
 * Returns: whether it is there and can be read
 */
gboolean
ik_archive_open (IkArchive  *self,
                 const char *member)
{
  struct archive_entry *entry;
  int status;

  self->broken = FALSE;
  if (self->error != NULL)
    return FALSE;
  if (!start (self))
    {
      self->broken = TRUE;
      return FALSE;
    }

  for (guint i = 0; i < MAX_MEMBERS; i++)
    {
      status = archive_read_next_header (self->reader, &entry);
      if (status == ARCHIVE_EOF)
        return FALSE;
      if (status < ARCHIVE_WARN)
        break;
      if (g_strcmp0 (archive_entry_pathname (entry), member) != 0)
        continue;
      if (!archive_entry_is_encrypted (entry))
        return TRUE;
      ik_rich_error_set_encrypted (self->name, &self->error);
      return FALSE;
    }

  self->broken = TRUE;
  return FALSE;
}

/**
 * ik_archive_read:
 * @self: an archive at a member
 * @buffer: where to
 * @size: room in it
 *
 * Returns: how much was read; 0 at the end of the member, -1 where it is
 *   damaged or expands beyond the limit
 */
gssize
ik_archive_read (IkArchive *self,
                 char      *buffer,
                 gsize      size)
{
  gssize n = archive_read_data (self->reader, buffer, size);

  if (n < 0)
    {
      self->broken = TRUE;
      return -1;
    }
  self->n_read += (gsize) n;
  if (self->n_read <= self->limit)
    return n;

  if (self->error == NULL)
    g_set_error (&self->error, IK_IMPORTER_ERROR, IK_IMPORTER_ERROR_TOO_LARGE,
                 _("“%s” expands to far more than a document of its size holds, so it was not read: "
                   "save its text as plain text and import that"), self->name);
  return -1;
}

/**
 * ik_archive_is_broken:
 * @self: an archive
 *
 * Returns: whether the member that was opened last can't be read whole, or not
 *   even looked for; what was read of it until then is sound
 */
gboolean
ik_archive_is_broken (const IkArchive *self)
{
  return self->broken;
}

/**
 * ik_archive_check:
 * @self: an archive
 * @error: return location
 *
 * Returns: whether the archive may be read; else %FALSE with
 *   %IK_IMPORTER_ERROR_ENCRYPTED or %IK_IMPORTER_ERROR_TOO_LARGE
 */
gboolean
ik_archive_check (IkArchive  *self,
                  GError    **error)
{
  if (self->error == NULL)
    return TRUE;

  g_propagate_error (error, g_error_copy (self->error));
  return FALSE;
}
