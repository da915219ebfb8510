#include "ik-document.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ik-csv-reader.h"
#include "ik-document-text.h"
#include "ik-encoding.h"
#include "ik-gift-reader.h"
#include "ik-importer.h"
#include "ik-json-reader.h"
#include "ik-markdown-limits.h"
#include "ik-markdown-reader.h"
#include "ik-reader-process.h"
#include "ik-text-reader.h"
#include "ik-text.h"

#define MAX_LINE_BYTES (8u * 1024 * 1024)

/* A page is read by a parser that was made for whatever stands in the web; one
 * of more than this is read like the other formats all the same, so that what
 * it takes doesn't stay, and can be cancelled. */
#define MAX_PAGE_BYTES (1024u * 1024)

/* Whether the document is made text first. */
static gboolean
is_rich (IkDocumentKind kind)
{
  return kind >= IK_DOCUMENT_KIND_HTML && kind <= IK_DOCUMENT_KIND_DOCX;
}

/* Word's documents of before 2007 and those with a password begin alike. */
static gboolean
check_format (GBytes      *bytes,
              const char  *name,
              GError     **error)
{
  static const guint8 compound[] = { 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1 };
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  if (size < sizeof compound || memcmp (data, compound, sizeof compound) != 0)
    return TRUE;

  g_set_error (error, IK_IMPORTER_ERROR, IK_IMPORTER_ERROR_NOT_TEXT,
               _("“%s” is a document of an old version of Word or has a password: open it in a "
                 "word processor and save it as DOCX or ODT without one"), name);
  return FALSE;
}

/* Tells the kind where the caller doesn't. A text is told by what it says, not
 * by the bytes it is written in: UTF-16 hides the marks of Markdown, and noise
 * has commas as well. Hands out the text where it had to be decoded. */
static gboolean
settle_kind (IkDocumentKind  *kind,
             GBytes          *bytes,
             const char      *name,
             char           **out_text,
             GError         **error)
{
  g_autoptr(GBytes) decoded = NULL;

  if (*kind != IK_DOCUMENT_KIND_UNKNOWN)
    return TRUE;

  *kind = ik_document_kind_guess (bytes, name);
  if (is_rich (*kind))
    return TRUE;

  *out_text = ik_encoding_decode (bytes, name, error);
  if (*out_text == NULL)
    return FALSE;

  decoded = g_bytes_new_static (*out_text, strlen (*out_text));
  *kind = ik_document_kind_guess (decoded, name);
  return TRUE;
}

static IkDocument *
document_new (const char     *name,
              IkDocumentKind  kind,
              char           *text)
{
  IkDocument *self = g_new0 (IkDocument, 1);

  self->name = g_strdup (name);
  self->kind = kind;
  self->text = text;
  self->title = g_strdup ("");
  self->author = g_strdup ("");
  self->language = g_strdup ("");

  return self;
}

/* Makes text of a document that isn't: of a page here, of other formats in a
 * process of their own. */
static IkDocumentText *
read_rich (GBytes          *bytes,
           const char      *name,
           IkDocumentKind   kind,
           GCancellable    *cancellable,
           GError         **error)
{
  return kind == IK_DOCUMENT_KIND_HTML && g_bytes_get_size (bytes) <= MAX_PAGE_BYTES
         ? ik_document_text_read (bytes, name, kind, error)
         : ik_reader_process_read (bytes, name, kind, cancellable, error);
}

/* Text without what breaks its lines. */
static char *
clean (const char  *text,
       const char  *name,
       GError     **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return *text != '\0' ? ik_encoding_decode (bytes, name, error) : g_strdup ("");
}

static gboolean
check_marks (IkDocumentKind   kind,
             const char      *text,
             const char      *name,
             GError         **error)
{
  if (kind != IK_DOCUMENT_KIND_MARKDOWN || ik_markdown_limits_hold (text))
    return TRUE;

  g_set_error (error, IK_IMPORTER_ERROR, IK_IMPORTER_ERROR_TOO_LARGE,
               _("“%s” has a paragraph with more links or marks than a book has, so it is no list "
                 "of questions"), name);
  return FALSE;
}

/* What people look at where there is more than the text. */
static void
append_source (IkDocument *self,
               const char *lost,
               const char *aside)
{
  g_autoptr(GString) source = NULL;

  if (*lost == '\0' && *aside == '\0')
    return;

  source = g_string_new (self->text);
  if (*lost != '\0')
    {
      g_string_append_printf (source, "\n%s", lost);
      self->lost_end = source->len;
    }
  if (*aside != '\0')
    g_string_append_printf (source, "\n%s", aside);
  self->source = g_string_free (g_steal_pointer (&source), FALSE);
}

static IkDocument *
open_rich (GBytes          *bytes,
           const char      *name,
           IkDocumentKind   kind,
           GCancellable    *cancellable,
           GError         **error)
{
  g_autoptr(IkDocumentText) rich = read_rich (bytes, name, kind, cancellable, error);
  g_autofree char *text = NULL;
  g_autofree char *aside = NULL;
  g_autofree char *lost = NULL;
  IkDocument *self;

  if (rich == NULL)
    return NULL;
  text = clean (rich->text, name, error);
  if (text == NULL || !check_marks (rich->kind, text, name, error))
    return NULL;
  aside = clean (rich->aside, name, NULL);
  lost = clean (rich->lost, name, NULL);

  self = document_new (name, rich->kind, g_steal_pointer (&text));
  ik_text_set (&self->title, rich->title);
  ik_text_set (&self->author, rich->author);
  ik_text_set (&self->language, rich->language);
  append_source (self, lost != NULL ? lost : "", aside != NULL ? aside : "");

  return self;
}

static gboolean
check_size (const char  *name,
            guint        n_blocks,
            GError     **error)
{
  if (n_blocks <= IK_IMPORTER_MAX_BLOCKS)
    return TRUE;

  g_set_error (error, IK_IMPORTER_ERROR, IK_IMPORTER_ERROR_TOO_LARGE,
               _("“%s” has more than 200,000 paragraphs: split it into several documents"),
               name);
  return FALSE;
}

static gboolean
check_cells (const char          *name,
             const IkRecordList  *records,
             GError             **error)
{
  if (!ik_record_list_is_full (records))
    return TRUE;

  g_set_error (error, IK_IMPORTER_ERROR, IK_IMPORTER_ERROR_TOO_LARGE,
               _("“%s” has more than 200,000 cells or fields: split it into several documents"),
               name);
  return FALSE;
}

/* Nobody writes a line of running text that long; JSON often is one line. More
 * headings than paragraphs are allowed needn't be read to be refused. */
static gboolean
check_lines (IkDocumentKind   kind,
             const char      *text,
             const char      *name,
             GError         **error)
{
  guint n_headings = 0;
  gsize length;

  if (kind != IK_DOCUMENT_KIND_MARKDOWN && kind != IK_DOCUMENT_KIND_TEXT)
    return TRUE;

  for (; *text != '\0'; text += length + (text[length] == '\n'))
    {
      length = (gsize) (strchrnul (text, '\n') - text);
      n_headings += text[0] == '#';
      if (n_headings > IK_IMPORTER_MAX_BLOCKS)
        return check_size (name, n_headings, error);
      if (length <= MAX_LINE_BYTES)
        continue;
      g_set_error (error, IK_IMPORTER_ERROR, IK_IMPORTER_ERROR_TOO_LARGE,
                   _("“%s” has a line of more than 8 MB, so it is no list of questions"), name);
      return FALSE;
    }

  return TRUE;
}

/**
 * ik_document_open:
 * @bytes: a document
 * @name: its file name, for messages and as the last resort for a title
 * @kind: what it is, or %IK_DOCUMENT_KIND_UNKNOWN to let the content decide
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * Makes text of a document. May be called on any thread.
 *
 * Returns: (transfer full): a document; %NULL with an error of
 *   %IK_IMPORTER_ERROR or %G_IO_ERROR_CANCELLED
 */
IkDocument *
ik_document_open (GBytes          *bytes,
                  const char      *name,
                  IkDocumentKind   kind,
                  GCancellable    *cancellable,
                  GError         **error)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);

  if (!check_format (bytes, name, error) || !settle_kind (&kind, bytes, name, &text, error))
    return NULL;
  if (is_rich (kind))
    return open_rich (bytes, name, kind, cancellable, error);

  if (text == NULL)
    text = ik_encoding_decode (bytes, name, error);
  if (text == NULL || g_cancellable_set_error_if_cancelled (cancellable, error) ||
      !check_lines (kind, text, name, error) || !check_marks (kind, text, name, error))
    return NULL;

  return document_new (name, kind, g_steal_pointer (&text));
}

/**
 * ik_document_free:
 * @self: (transfer full): a document
 */
void
ik_document_free (IkDocument *self)
{
  g_free (self->name);
  g_free (self->text);
  g_free (self->source);
  g_free (self->title);
  g_free (self->author);
  g_free (self->language);
  g_free (self);
}

/**
 * ik_document_get_source:
 * @self: a document
 *
 * Returns: (transfer none): all that the document says, for people: its text
 *   and below that, after an empty line, what was set aside
 */
const char *
ik_document_get_source (const IkDocument *self)
{
  return self->source != NULL ? self->source : self->text;
}

/**
 * ik_document_read_text:
 * @kind: how to read it
 * @text: UTF-8 with line feeds
 *
 * Returns: (transfer full): the blocks of a text; linear
 */
IkBlockList *
ik_document_read_text (IkDocumentKind  kind,
                       const char     *text)
{
  return kind == IK_DOCUMENT_KIND_MARKDOWN ? ik_markdown_reader_read (text)
                                           : ik_text_reader_read (text);
}

/* What stands in the text itself goes first. */
static void
take_metadata (const IkDocument *self,
               IkBlockList      *list)
{
  if (list->title[0] == '\0')
    ik_text_set (&list->title, self->title);
  if (list->author[0] == '\0')
    ik_text_set (&list->author, self->author);
  if (list->language[0] == '\0')
    ik_text_set (&list->language, self->language);
}

/**
 * ik_document_holds_records:
 * @self: a document
 *
 * Returns: whether it has records with fields, not blocks of text
 */
gboolean
ik_document_holds_records (const IkDocument *self)
{
  return self->kind == IK_DOCUMENT_KIND_CSV || self->kind == IK_DOCUMENT_KIND_JSON ||
         self->kind == IK_DOCUMENT_KIND_GIFT;
}

/**
 * ik_document_read_records:
 * @self: a document that holds records
 * @error: return location
 *
 * Returns: (transfer full): its records; %NULL with
 *   %IK_IMPORTER_ERROR_TOO_LARGE or %IK_IMPORTER_ERROR_BROKEN
 */
IkRecordList *
ik_document_read_records (const IkDocument  *self,
                          GError           **error)
{
  g_autoptr(IkRecordList) records = NULL;

  if (self->kind == IK_DOCUMENT_KIND_JSON)
    records = ik_json_reader_read (self->text, self->name, error);
  else if (self->kind == IK_DOCUMENT_KIND_CSV)
    records = ik_csv_reader_read (self->text);
  else
    records = ik_gift_reader_read (self->text);
  if (records == NULL || !check_cells (self->name, records, error))
    return NULL;

  return g_steal_pointer (&records);
}

/**
 * ik_document_read_blocks:
 * @self: a document that holds blocks of text
 * @error: return location
 *
 * Returns: (transfer full): its blocks as they stand there; %NULL with
 *   %IK_IMPORTER_ERROR_TOO_LARGE
 */
IkBlockList *
ik_document_read_blocks (const IkDocument  *self,
                         GError           **error)
{
  g_autoptr(IkBlockList) list = ik_document_read_text (self->kind, self->text);

  if (!check_size (self->name, list->blocks->len, error))
    return NULL;

  take_metadata (self, list);

  return g_steal_pointer (&list);
}
