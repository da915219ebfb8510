#include "ik-pdf-file.h"

#include "ik-report.h"

#include <glib/gi18n.h>
#include <string.h>
#include <zlib.h>

/**
 * IkPdfFile:
 *
 * The objects of a PDF of version 1.7 (ISO 32000-1) as they come, so that only
 * where they stand has to be kept. Small objects are gathered in streams, which
 * are packed; packing and writing go on in a thread of their own, in the order
 * of the calls: the same calls give the same bytes. For one thread at a time.
 */

/* Small objects that one stream holds: a reader has to unpack all of them to
 * see one. */
#define N_GATHERED 100

/* Half the time of the default level for 4 % more bytes. */
#define LEVEL 3

/* How much may wait to be packed: more would only cost memory. */
#define MAX_WAITING 16

/* Bytes that are written at once. */
#define CHUNK_SIZE (64 * 1024)

/* Of an object in the table: kind, place, index. */
#define ENTRY_SIZE (1 + 4 + 2)

#define HEADER "%PDF-1.7\n%\342\343\317\323\n"

typedef struct
{
  guint8  kind;   /* 1: at an offset; 2: in a stream of objects; 0: none */
  guint16 index;  /* in its stream */
  guint32 place;  /* offset, or number of the stream */
} Entry;

typedef struct
{
  guint32 object;
  guint32 offset;
} Offset;

typedef struct
{
  guint     object;
  char     *entries;   /* (owned) */
  GBytes   *data;      /* (owned) */
  gboolean  is_packed; /* whether it is to be packed */
} Job;

struct _IkPdfFile
{
  GArray      *table;       /* (owned) (element-type Entry): by number of the object */
  GString     *gathered;    /* (owned): bodies of small objects */
  GString     *index;       /* (owned): their numbers and offsets */
  guint        n_gathered;
  guint        gathering;   /* the stream they go to */

  GThreadPool *packer;      /* (owned): one thread */
  GMutex       mutex;       /* for what follows */
  GCond        has_room;
  guint        n_waiting;
  GOutputStream *output;    /* (owned) */
  GByteArray  *bytes;       /* (owned): that are not written so far */
  gsize        n_written;
  GChecksum   *checksum;    /* (owned) (nullable): of what is written, while it is wanted */
  GError      *error;       /* (owned) (nullable): the first failure; nothing is written after it */
  GArray      *offsets;     /* (owned) (element-type Offset): of streams, as they come */
};

static void
job_free (Job *self)
{
  g_free (self->entries);
  g_bytes_unref (self->data);
  g_free (self);
}

/* The id of a file is made of all that is written before its table. */
static void
write_out (IkPdfFile *self)
{
  if (self->checksum != NULL)
    g_checksum_update (self->checksum, self->bytes->data, self->bytes->len);
  if (self->error == NULL)
    g_output_stream_write_all (self->output, self->bytes->data, self->bytes->len, NULL, NULL,
                               &self->error);
  self->n_written += self->bytes->len;
  g_byte_array_set_size (self->bytes, 0);
}

static void
append (IkPdfFile  *self,
        const void *bytes,
        gsize       size)
{
  g_byte_array_append (self->bytes, bytes, (guint) size);
  if (self->bytes->len >= CHUNK_SIZE)
    write_out (self);
}

static guint32
get_offset (const IkPdfFile *self)
{
  return (guint32) (self->n_written + self->bytes->len);
}

/* Returns the packed bytes in a buffer of the caller's. The first failure is
 * the file's. */
static gsize
pack (IkPdfFile  *self,
      GBytes     *data,
      guint8    **out_bytes)
{
  gsize size;
  const void *from = g_bytes_get_data (data, &size);
  uLongf packed_size = compressBound (size);

  int status;

  *out_bytes = g_malloc (packed_size);
  status = compress2 (*out_bytes, &packed_size, from, size, LEVEL);
  if (status != Z_OK && self->error == NULL)
    g_set_error (&self->error, IK_REPORT_ERROR, IK_REPORT_ERROR_FAILED,
                 _("the PDF could not be made: %s"), zError (status));

  return packed_size;
}

static void
append_stream (IkPdfFile  *self,
               const Job  *job,
               const void *bytes,
               gsize       size)
{
  Offset offset = { job->object, get_offset (self) };
  g_autofree char *head = g_strdup_printf ("%u 0 obj\n<< %s /Length %" G_GSIZE_FORMAT "%s >>\n"
                                           "stream\n", job->object, job->entries, size,
                                           job->is_packed ? " /Filter /FlateDecode" : "");
  static const char end[] = "\nendstream\nendobj\n";

  append (self, head, strlen (head));
  append (self, bytes, size);
  append (self, end, strlen (end));
  g_array_append_val (self->offsets, offset);
}

static void
pack_cb (gpointer data,
         gpointer user_data)
{
  IkPdfFile *self = user_data;
  Job *job = data;
  g_autofree guint8 *packed = NULL;
  gsize size;
  const void *bytes = g_bytes_get_data (job->data, &size);

  if (job->is_packed)
    {
      size = pack (self, job->data, &packed);
      bytes = packed;
    }

  append_stream (self, job, bytes, size);
  job_free (job);

  g_mutex_lock (&self->mutex);
  self->n_waiting--;
  g_cond_signal (&self->has_room);
  g_mutex_unlock (&self->mutex);
}

/**
 * ik_pdf_file_new:
 * @output: what it is written to, from a thread of its own, until it is
 *   finished or freed
 *
 * Returns: (transfer full): a file without objects
 */
IkPdfFile *
ik_pdf_file_new (GOutputStream *output)
{
  IkPdfFile *self = g_new0 (IkPdfFile, 1);

  self->table = g_array_new (FALSE, TRUE, sizeof (Entry));
  g_array_set_size (self->table, 1);
  self->gathered = g_string_new (NULL);
  self->index = g_string_new (NULL);
  self->output = g_object_ref (output);
  self->bytes = g_byte_array_new ();
  self->checksum = g_checksum_new (G_CHECKSUM_MD5);
  self->offsets = g_array_new (FALSE, FALSE, sizeof (Offset));
  g_mutex_init (&self->mutex);
  g_cond_init (&self->has_room);
  self->packer = g_thread_pool_new (pack_cb, self, 1, TRUE, NULL);
  append (self, HEADER, strlen (HEADER));

  return self;
}

/**
 * ik_pdf_file_free:
 * @self: (transfer full): a file
 */
void
ik_pdf_file_free (IkPdfFile *self)
{
  /* Packs the few that wait: GLib 2.74 leaks the one that it takes from the queue
   * when it is told to drop them. */
  if (self->packer != NULL)
    g_thread_pool_free (self->packer, FALSE, TRUE);
  g_array_unref (self->table);
  g_string_free (self->gathered, TRUE);
  g_string_free (self->index, TRUE);
  g_byte_array_unref (self->bytes);
  g_clear_pointer (&self->checksum, g_checksum_free);
  g_clear_error (&self->error);
  g_object_unref (self->output);
  g_array_unref (self->offsets);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->has_room);
  g_free (self);
}

/**
 * ik_pdf_file_reserve:
 * @self: a file
 *
 * Returns: number of an object that is put later and can be named before
 */
guint
ik_pdf_file_reserve (IkPdfFile *self)
{
  g_array_set_size (self->table, self->table->len + 1);
  return self->table->len - 1;
}

/**
 * ik_pdf_file_put_stream:
 * @self: a file
 * @object: its number
 * @entries: of its dictionary, without length and filter
 * @data: what it holds
 * @is_packed: whether the file holds it packed
 *
 * Puts a stream. Waits where many have not been packed yet.
 */
void
ik_pdf_file_put_stream (IkPdfFile  *self,
                        guint       object,
                        const char *entries,
                        GBytes     *data,
                        gboolean    is_packed)
{
  Job *job = g_new0 (Job, 1);

  job->object = object;
  job->entries = g_strdup (entries);
  job->data = g_bytes_ref (data);
  job->is_packed = is_packed;
  g_array_index (self->table, Entry, object).kind = 1;

  g_mutex_lock (&self->mutex);
  while (self->n_waiting >= MAX_WAITING)
    g_cond_wait (&self->has_room, &self->mutex);
  self->n_waiting++;
  g_mutex_unlock (&self->mutex);

  g_thread_pool_push (self->packer, job, NULL);
}

static void
put_gathered (IkPdfFile *self)
{
  g_autofree char *entries = NULL;
  g_autoptr(GBytes) data = NULL;

  if (self->n_gathered == 0)
    return;

  entries = g_strdup_printf ("/Type /ObjStm /N %u /First %" G_GSIZE_FORMAT, self->n_gathered,
                             self->index->len);
  g_string_append_len (self->index, self->gathered->str, (gssize) self->gathered->len);
  data = g_bytes_new (self->index->str, self->index->len);
  ik_pdf_file_put_stream (self, self->gathering, entries, data, TRUE);

  g_string_truncate (self->gathered, 0);
  g_string_truncate (self->index, 0);
  self->n_gathered = 0;
}

/**
 * ik_pdf_file_put_object:
 * @self: a file
 * @object: its number
 * @text: what it is
 * @length: bytes of @text
 *
 * Puts an object that is no stream.
 */
void
ik_pdf_file_put_object (IkPdfFile  *self,
                        guint       object,
                        const char *text,
                        gsize       length)
{
  Entry *entry;

  if (self->n_gathered == 0)
    self->gathering = ik_pdf_file_reserve (self);

  entry = &g_array_index (self->table, Entry, object);
  *entry = (Entry) { .kind = 2, .index = (guint16) self->n_gathered, .place = self->gathering };
  g_string_append_printf (self->index, "%u %" G_GSIZE_FORMAT " ", object, self->gathered->len);
  g_string_append_len (self->gathered, text, (gssize) length);
  g_string_append_c (self->gathered, '\n');

  if (++self->n_gathered == N_GATHERED)
    put_gathered (self);
}

static void
append_entry (GByteArray  *table,
              const Entry *entry,
              guint16      last)
{
  guint8 bytes[ENTRY_SIZE] = {
    entry->kind,
    (guint8) (entry->place >> 24), (guint8) (entry->place >> 16),
    (guint8) (entry->place >> 8), (guint8) entry->place,
    (guint8) (last >> 8), (guint8) last,
  };

  g_byte_array_append (table, bytes, sizeof bytes);
}

/* Where each object is; the first entry heads the list of free ones. */
static GBytes *
make_table (IkPdfFile *self,
            guint      own)
{
  GByteArray *table = g_byte_array_sized_new (self->table->len * ENTRY_SIZE);
  Entry *own_entry = &g_array_index (self->table, Entry, own);

  for (guint i = 0; i < self->offsets->len; i++)
    {
      const Offset *offset = &g_array_index (self->offsets, Offset, i);

      g_array_index (self->table, Entry, offset->object).place = offset->offset;
    }
  own_entry->kind = 1;
  own_entry->place = get_offset (self);

  for (guint i = 0; i < self->table->len; i++)
    {
      const Entry *entry = &g_array_index (self->table, Entry, i);

      append_entry (table, entry, entry->kind == 0 ? G_MAXUINT16 : entry->index);
    }

  return g_byte_array_free_to_bytes (table);
}

static void
append_table (IkPdfFile *self,
              guint      catalog,
              guint      information)
{
  guint own = ik_pdf_file_reserve (self);
  guint32 place = get_offset (self);
  const char *id = g_checksum_get_string (self->checksum);
  g_autofree char *entries = g_strdup_printf ("/Type /XRef /Size %u /W [1 4 2] /Root %u 0 R "
                                              "/Info %u 0 R /ID [<%s> <%s>]", own + 1, catalog,
                                              information, id, id);
  g_autofree char *end = g_strdup_printf ("startxref\n%u\n%%%%EOF\n", place);
  g_autoptr(GBytes) table = make_table (self, own);
  g_autofree guint8 *packed = NULL;
  gsize size = pack (self, table, &packed);
  Job job = { .object = own, .entries = entries, .is_packed = TRUE };

  g_clear_pointer (&self->checksum, g_checksum_free);
  append_stream (self, &job, packed, size);
  append (self, end, strlen (end));
}

/**
 * ik_pdf_file_finish:
 * @self: a file with all its objects
 * @catalog: number of its catalog
 * @information: number of what it says about itself
 * @error: return location for an error
 *
 * @self can only be freed after this. Closing what it was written to is for
 * the caller.
 *
 * Returns: whether all of it was written; %IK_REPORT_ERROR_FAILED or a
 *   #GIOErrorEnum otherwise
 */
gboolean
ik_pdf_file_finish (IkPdfFile  *self,
                    guint       catalog,
                    guint       information,
                    GError    **error)
{
  put_gathered (self);
  g_thread_pool_free (g_steal_pointer (&self->packer), FALSE, TRUE);
  write_out (self);
  append_table (self, catalog, information);
  write_out (self);
  if (self->error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}
