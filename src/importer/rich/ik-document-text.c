#include "ik-document-text.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>

#include "ik-docx-reader.h"
#include "ik-html-reader.h"
#include "ik-importer.h"
#include "ik-odt-reader.h"
#include "ik-pdf-reader.h"
#include "ik-rich-error.h"
#include "ik-rich-writer.h"

/* Fields of the metadata are one line each and no longer. */
#define MAX_FIELD 1000

/**
 * ik_document_text_free:
 * @self: (transfer full): a text
 */
void
ik_document_text_free (IkDocumentText *self)
{
  g_free (self->text);
  g_free (self->title);
  g_free (self->author);
  g_free (self->language);
  g_free (self->aside);
  g_free (self->lost);
  g_free (self);
}

static IkRichDocument *
read_rich (GBytes          *bytes,
           const char      *name,
           IkDocumentKind   kind,
           GError         **error)
{
  switch (kind)
    {
    case IK_DOCUMENT_KIND_HTML:
      return ik_html_reader_read (bytes, name, error);

    case IK_DOCUMENT_KIND_PDF:
      return ik_pdf_reader_read (bytes, name, error);

    case IK_DOCUMENT_KIND_ODT:
      return ik_odt_reader_read (bytes, name, error);

    case IK_DOCUMENT_KIND_DOCX:
      return ik_docx_reader_read (bytes, name, error);

    case IK_DOCUMENT_KIND_UNKNOWN:
    case IK_DOCUMENT_KIND_MARKDOWN:
    case IK_DOCUMENT_KIND_TEXT:
    case IK_DOCUMENT_KIND_CSV:
    case IK_DOCUMENT_KIND_JSON:
    case IK_DOCUMENT_KIND_GIFT:
    default:
      g_return_val_if_reached (NULL);
    }
}

/* One line of bounded length without control characters. */
static char *
dup_field (const char *value)
{
  g_autofree char *valid = g_utf8_make_valid (value, -1);
  g_autofree char *field = g_utf8_substring (valid, 0, MIN (g_utf8_strlen (valid, -1), MAX_FIELD));

  for (char *p = field; *p != '\0'; p++)
    {
      if ((guint8) *p < ' ')
        *p = ' ';
    }

  return g_strdup (g_strstrip (field));
}

/* What programs fill in by themselves: "Document1", "Untitled 2". */
static gboolean
is_made_up (const char *folded)
{
  static const char *const openings[] = { "microsoft word - ", "http://", "https://" };
  static const char *const names[] = { "microsoft word", "untitled", "unbenannt", "document" };

  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    {
      if (g_str_has_prefix (folded, openings[i]))
        return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gsize n = strlen (names[i]);

      if (g_str_has_prefix (folded, names[i]) &&
          folded[n + strspn (folded + n, " 0123456789")] == '\0')
        return TRUE;
    }

  return FALSE;
}

static char *
dup_title (const char *value)
{
  static const char *const endings[] = { ".doc", ".docx", ".odt", ".txt", ".md", ".tex", ".html", ".pdf" };
  g_autofree char *title = dup_field (value);
  g_autofree char *folded = g_utf8_strdown (title, -1);

  if (is_made_up (folded))
    return g_strdup ("");
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      if (g_str_has_suffix (folded, endings[i]))
        return g_strdup ("");
    }

  return g_steal_pointer (&title);
}

/**
 * ik_document_text_read:
 * @bytes: a document
 * @name: its name, for messages
 * @kind: HTML, PDF, ODT or DOCX
 * @error: return location
 *
 * Reads a document in this process, with libraries that were not made for
 * hostile ones where it isn't HTML: see ik_reader_process_read().
 *
 * Returns: (transfer full): its text, or %NULL with an #IkImporterError
 */
IkDocumentText *
ik_document_text_read (GBytes          *bytes,
                       const char      *name,
                       IkDocumentKind   kind,
                       GError         **error)
{
  g_autoptr(IkRichDocument) document = read_rich (bytes, name, kind, error);
  IkDocumentText *self;

  if (document == NULL)
    return NULL;
  if (ik_rich_document_is_blank (document) && document->lost->len > 0)
    {
      ik_rich_error_set_damaged (name, error);
      return NULL;
    }
  if (ik_rich_document_is_blank (document))
    {
      g_set_error (error, IK_IMPORTER_ERROR, IK_IMPORTER_ERROR_EMPTY,
                   kind == IK_DOCUMENT_KIND_PDF
                   ? _("“%s” holds no text, perhaps because it was scanned: run a text recognition "
                       "over it or type it in")
                   : _("“%s” is empty: choose a document with questions in it"), name);
      return NULL;
    }

  self = g_new0 (IkDocumentText, 1);
  self->title = dup_title (document->title);
  self->author = dup_field (document->author);
  self->language = dup_field (document->language);
  self->text = ik_rich_writer_write (document, &self->kind);
  self->aside = g_utf8_make_valid (document->aside->str, (gssize) document->aside->len);
  self->lost = g_utf8_make_valid (document->lost->str, (gssize) document->lost->len);

  return self;
}

/**
 * ik_document_text_to_bytes:
 * @self: a text
 *
 * Returns: (transfer full): the text with a head of "key: value" lines, for
 *   ik_document_text_from_bytes() in another process
 */
GBytes *
ik_document_text_to_bytes (const IkDocumentText *self)
{
  GString *bytes = g_string_sized_new (strlen (self->text) + 100);

  g_string_append_printf (bytes, "kind: %s\ntitle: %s\nauthor: %s\nlanguage: %s\nlost: %zu\n"
                          "length: %zu\n\n",
                          ik_document_kind_to_nick (self->kind), self->title, self->author,
                          self->language, strlen (self->lost), strlen (self->text));
  g_string_append (bytes, self->text);
  g_string_append (bytes, self->lost);
  g_string_append (bytes, self->aside);

  return g_string_free_to_bytes (bytes);
}

/**
 * ik_document_text_from_bytes:
 * @bytes: what ik_document_text_to_bytes() made; not trusted
 *
 * Returns: (transfer full) (nullable): the text; %NULL where it is none
 */
IkDocumentText *
ik_document_text_from_bytes (GBytes *bytes)
{
  static const char *const keys[] = { "kind: ", "title: ", "author: ", "language: ", "lost: ",
                                      "length: " };
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autoptr(IkDocumentText) self = g_new0 (IkDocumentText, 1);
  g_autofree char *nick = NULL;
  g_autofree char *lost = NULL;
  g_autofree char *length = NULL;
  char **const fields[] = { &nick, &self->title, &self->author, &self->language, &lost, &length };
  guint64 n_lost;
  guint64 n_text;

  if (data == NULL || !g_utf8_validate (data, (gssize) size, NULL))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      const char *end = memchr (data, '\n', size);
      gsize n = strlen (keys[i]);

      if (end == NULL || (gsize) (end - data) < n || memcmp (data, keys[i], n) != 0)
        return NULL;
      *fields[i] = g_strndup (data + n, (gsize) (end - data) - n);
      size -= (gsize) (end + 1 - data);
      data = end + 1;
    }
  if (size == 0 || *data != '\n' || !ik_document_kind_from_nick (nick, &self->kind) ||
      self->kind > IK_DOCUMENT_KIND_TEXT ||
      !g_ascii_string_to_unsigned (lost, 10, 0, size - 1, &n_lost, NULL) ||
      !g_ascii_string_to_unsigned (length, 10, 0, size - 1 - n_lost, &n_text, NULL))
    return NULL;
  data++;
  self->text = g_strndup (data, n_text);
  self->lost = g_strndup (data + n_text, n_lost);
  self->aside = g_strndup (data + n_text + n_lost, size - 1 - n_text - n_lost);

  return g_steal_pointer (&self);
}
