#include "ik-web-document.h"

#include "ik-deadline.h"
#include "ik-web-error.h"
#include "ik-web-kind.h"

#include <glib/gi18n.h>
#include <libsoup/soup.h>
#include <string.h>

#define MAX_REDIRECTS 5
#define SILENCE_S 20
#define WHOLE_S 180
#define CHUNK_BYTES (64 * 1024)

/* Neither a name that anybody gave nor a part of a sentence for people is
 * longer. */
#define MAX_NAME_LENGTH 120

/* One address on its way here. */
typedef struct
{
  SoupSession *session;  /* (owned) */
  const char  *address;  /* (unowned): as somebody typed it */
  GUri        *uri;      /* (owned): where it leads by now */
  SoupMessage *message;  /* (owned) (nullable): the last answer */
  IkDeadline  *deadline; /* (owned): of all of it */
} Visit;

static void
visit_clear (Visit *self)
{
  g_clear_object (&self->message);
  g_clear_pointer (&self->uri, g_uri_unref);
  g_clear_object (&self->session);
  g_clear_pointer (&self->deadline, ik_deadline_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Visit, visit_clear)

/**
 * ik_web_document_free:
 * @self: (nullable) (transfer full): a document
 */
void
ik_web_document_free (IkWebDocument *self)
{
  if (self == NULL)
    return;

  g_bytes_unref (self->bytes);
  g_free (self->name);
  g_free (self);
}

static gboolean
set_error (GError     **error,
           const char  *format,
           ...) G_GNUC_PRINTF (2, 3);

static gboolean
set_error (GError     **error,
           const char  *format,
           ...)
{
  g_autofree char *sentence = NULL;
  va_list args;

  va_start (args, format);
  sentence = g_strdup_vprintf (format, args);
  va_end (args);

  g_set_error_literal (error, IK_EXCHANGE_ERROR, IK_EXCHANGE_ERROR_NETWORK, sentence);
  return FALSE;
}

/* The address without what is nobody else's business: a password that somebody
 * pasted along, and the place in the page. */
static GUri *
parse_address (const char  *address,
               GError     **error)
{
  g_autoptr(GUri) uri = g_uri_parse (address, SOUP_HTTP_URI_FLAGS, NULL);

  if (uri == NULL || g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0')
    {
      set_error (error, _("“%s” is not an address of the web: check it"), address);
      return NULL;
    }

  if (g_strcmp0 (g_uri_get_scheme (uri), "https") != 0)
    {
      set_error (error, _("“%s” is not read, as anybody on the way could change it: only "
                          "addresses that begin with https:// are"), address);
      return NULL;
    }

  return soup_uri_copy (uri, SOUP_URI_USER, NULL, SOUP_URI_PASSWORD, NULL,
                        SOUP_URI_AUTH_PARAMS, NULL, SOUP_URI_FRAGMENT, NULL, SOUP_URI_NONE);
}

/* No cookies, no cache, no passwords: each visit is the first one. */
static SoupSession *
create_session (const IkWebOptions *options)
{
  SoupSession *session =
    soup_session_new_with_options ("timeout", options->silence_s > 0 ? options->silence_s : SILENCE_S,
                                   "user-agent", "InterviewKit",
                                   NULL);

  soup_session_remove_feature_by_type (session, SOUP_TYPE_AUTH_MANAGER);
  if (options->trust != NULL)
    soup_session_set_tls_database (session, options->trust);

  return session;
}

static gboolean
is_redirect (guint status)
{
  return status == SOUP_STATUS_MOVED_PERMANENTLY || status == SOUP_STATUS_FOUND ||
         status == SOUP_STATUS_SEE_OTHER || status == SOUP_STATUS_TEMPORARY_REDIRECT ||
         status == SOUP_STATUS_PERMANENT_REDIRECT;
}

static gboolean
follow (Visit   *self,
        GError **error)
{
  const char *location =
    soup_message_headers_get_one (soup_message_get_response_headers (self->message), "Location");
  g_autoptr(GUri) target = location != NULL
                           ? g_uri_parse_relative (self->uri, location, SOUP_HTTP_URI_FLAGS, NULL)
                           : NULL;
  g_autofree char *text = target != NULL ? g_uri_to_string (target) : NULL;
  GUri *safe;

  if (text == NULL)
    return set_error (error, _("“%s” leads on to no address"), self->address);

  if (g_strcmp0 (g_uri_get_scheme (target), "https") != 0)
    return set_error (error, _("“%s” leads on to “%s”, which is not read, as anybody on the way "
                               "could change it"), self->address, text);

  safe = parse_address (text, error);
  if (safe == NULL)
    return FALSE;

  g_uri_unref (self->uri);
  self->uri = safe;
  return TRUE;
}

/* Takes @soup_error. */
static gboolean
take_error (Visit   *self,
            GError  *soup_error,
            GError **error)
{
  if (!ik_deadline_has_passed (self->deadline))
    return ik_web_error_take (soup_error, g_uri_get_host (self->uri), error);

  g_error_free (soup_error);
  return set_error (error, _("“%s” takes too long: try again later, or save it in your browser "
                             "and import that file"), self->address);
}

/* Asks for the document; the answer may lead on to another address. */
static GInputStream *
ask (Visit   *self,
     GError **error)
{
  GError *soup_error = NULL;
  GInputStream *stream;

  g_clear_object (&self->message);
  self->message = soup_message_new_from_uri (SOUP_METHOD_GET, self->uri);
  soup_message_add_flags (self->message, SOUP_MESSAGE_NO_REDIRECT);

  stream = soup_session_send (self->session, self->message,
                              ik_deadline_get_cancellable (self->deadline), &soup_error);
  if (stream == NULL)
    take_error (self, soup_error, error);

  return stream;
}

static GInputStream *
open_stream (Visit   *self,
             GError **error)
{
  for (guint n_redirects = 0; n_redirects <= MAX_REDIRECTS; n_redirects++)
    {
      g_autoptr(GInputStream) stream = ask (self, error);
      guint status = stream != NULL ? soup_message_get_status (self->message) : 0;

      if (stream == NULL)
        return NULL;
      if (SOUP_STATUS_IS_SUCCESSFUL (status))
        return g_steal_pointer (&stream);

      if (!is_redirect (status))
        {
          ik_web_error_set_status (status, self->address, error);
          return NULL;
        }
      if (!follow (self, error))
        return NULL;
    }

  set_error (error, _("“%s” leads on and on, from one address to the next"), self->address);
  return NULL;
}

static gboolean
check_size (Visit    *self,
            guint64   n_bytes,
            GError  **error)
{
  if (n_bytes <= IK_WEB_DOCUMENT_MAX_BYTES)
    return TRUE;

  set_error (error, _("“%s” is larger than 20 MB: save it in your browser and import that file"),
             self->address);
  return FALSE;
}

/* libsoup takes a body that is too short for a whole one. What is unpacked on
 * the way has another length and finds its own end. */
static gboolean
check_is_whole (Visit       *self,
                GByteArray  *content,
                GError     **error)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (self->message);
  gint64 length = soup_message_headers_get_content_length (headers);

  if (soup_message_headers_get_encoding (headers) != SOUP_ENCODING_CONTENT_LENGTH ||
      soup_message_headers_get_one (headers, "Content-Encoding") != NULL ||
      length <= (gint64) content->len)
    return TRUE;

  return set_error (error, _("The connection to “%s” broke off: try again"),
                    g_uri_get_host (self->uri));
}

static gboolean
read_chunk (Visit         *self,
            GInputStream  *stream,
            GByteArray    *content,
            gboolean      *out_end,
            GError       **error)
{
  guint8 chunk[CHUNK_BYTES];
  GError *soup_error = NULL;
  gssize n_read = g_input_stream_read (stream, chunk, sizeof chunk,
                                       ik_deadline_get_cancellable (self->deadline), &soup_error);

  *out_end = n_read == 0;
  if (n_read < 0)
    return take_error (self, soup_error, error);

  g_byte_array_append (content, chunk, (guint) n_read);
  return check_size (self, content->len, error);
}

/* A compressed body can be longer than it says: what counts is what arrives. */
static GBytes *
read_body (Visit         *self,
           GInputStream  *stream,
           GError       **error)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (self->message);
  g_autoptr(GByteArray) content = g_byte_array_new ();
  gboolean is_end = FALSE;

  if (soup_message_headers_get_encoding (headers) == SOUP_ENCODING_CONTENT_LENGTH &&
      !check_size (self, (guint64) soup_message_headers_get_content_length (headers), error))
    return NULL;

  while (!is_end)
    {
      if (!read_chunk (self, stream, content, &is_end, error))
        return NULL;
    }

  return check_is_whole (self, content, error)
         ? g_byte_array_free_to_bytes (g_steal_pointer (&content))
         : NULL;
}

/* What the server gives as name, as the last resort what it is called itself;
 * one line without a path. */
static char *
make_name (Visit *self)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (self->message);
  g_autoptr(GHashTable) parameters = NULL;
  g_autofree char *disposition = NULL;
  g_autofree char *path = g_uri_unescape_string (g_uri_get_path (self->uri), "/");
  const char *given = NULL;
  g_autofree char *name = NULL;

  if (soup_message_headers_get_content_disposition (headers, &disposition, &parameters) &&
      parameters != NULL)
    given = g_hash_table_lookup (parameters, "filename");
  if (given == NULL && path != NULL)
    given = path;

  name = g_utf8_make_valid (given != NULL ? given : "", -1);
  if (strrchr (name, '/') != NULL)
    memmove (name, strrchr (name, '/') + 1, strlen (strrchr (name, '/')));
  for (char *p = name; *p != '\0'; p++)
    {
      if (g_ascii_iscntrl (*p))
        *p = ' ';
    }
  g_strstrip (name);

  return *name != '\0' ? g_utf8_substring (name, 0, MIN (g_utf8_strlen (name, -1), MAX_NAME_LENGTH))
                       : g_strdup (g_uri_get_host (self->uri));
}

/* The server knows better than a guess which encoding a text has; the mark in
 * front stands above what the text says itself. */
static GBytes *
take_charset (GBytes     *bytes,
              const char *charset)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *text = NULL;
  gsize n_written = 0;
  GByteArray *marked;

  if (charset == NULL || g_ascii_strcasecmp (charset, "utf-8") == 0)
    return bytes;

  text = g_convert (data, (gssize) size, "UTF-8", charset, NULL, &n_written, NULL);
  if (text == NULL)
    return bytes;

  marked = g_byte_array_sized_new ((guint) n_written + 3);
  g_byte_array_append (marked, (const guint8 *) "\xef\xbb\xbf", 3);
  g_byte_array_append (marked, (const guint8 *) text, (guint) n_written);
  g_bytes_unref (bytes);
  return g_byte_array_free_to_bytes (marked);
}

static IkWebDocument *
fetch (Visit   *self,
       GError **error)
{
  g_autoptr(GInputStream) stream = open_stream (self, error);
  g_autoptr(GHashTable) parameters = NULL;
  IkDocumentKind kind;
  IkWebDocument *document;
  const char *media_type;
  GBytes *bytes;

  if (stream == NULL)
    return NULL;

  media_type = soup_message_headers_get_content_type
                 (soup_message_get_response_headers (self->message), &parameters);
  if (!ik_web_kind_from_type (media_type, &kind))
    {
      set_error (error, _("“%s” is a picture, a sound or a film, not a document"), self->address);
      return NULL;
    }

  bytes = read_body (self, stream, error);
  if (bytes == NULL)
    return NULL;

  document = g_new0 (IkWebDocument, 1);
  document->name = make_name (self);
  document->kind = kind;
  document->bytes = parameters != NULL && g_str_has_prefix (media_type, "text/")
                    ? take_charset (bytes, g_hash_table_lookup (parameters, "charset"))
                    : bytes;

  return document;
}

static IkWebDocument *
visit_address (const char          *address,
               const IkWebOptions  *options,
               GCancellable        *cancellable,
               GError             **error)
{
  g_auto(Visit) visit = { .address = address, .uri = parse_address (address, error) };

  if (visit.uri == NULL)
    return NULL;

  visit.session = create_session (options);
  visit.deadline = ik_deadline_new (cancellable,
                                    options->whole_s > 0 ? options->whole_s : WHOLE_S);
  return fetch (&visit, error);
}

/**
 * ik_web_document_load:
 * @address: an address that begins with https://
 * @options: (nullable): how; %NULL for the defaults
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Reads a document from the network: nothing but https, also after at most
 * five redirects, no more than #IK_WEB_DOCUMENT_MAX_BYTES, and within three
 * minutes with all redirects. Goes through the proxy of the system. It sends no cookie, no
 * password and keeps nothing. Blocks: call it on a thread of its own.
 *
 * Returns: (transfer full): the document; %NULL with
 *   %IK_EXCHANGE_ERROR_NETWORK, whose sentence says what to do, or with
 *   %G_IO_ERROR_CANCELLED
 */
IkWebDocument *
ik_web_document_load (const char          *address,
                      const IkWebOptions  *options,
                      GCancellable        *cancellable,
                      GError             **error)
{
  static const IkWebOptions defaults = { NULL };
  g_autoptr(GMainContext) context = g_main_context_new ();
  IkWebDocument *document;

  g_return_val_if_fail (address != NULL, NULL);

  /* What the session leaves to be done later shall run on no other thread. */
  g_main_context_push_thread_default (context);
  document = visit_address (address, options != NULL ? options : &defaults, cancellable, error);
  g_main_context_pop_thread_default (context);

  return document;
}
