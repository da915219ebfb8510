#include "ik-test-server.h"

#include <libsoup/soup.h>
#include <string.h>

#define LARGE_BYTES (21 * 1024 * 1024)
#define DRIP_MS 200

struct _IkTestServer
{
  GThread      *thread;
  GMainContext *context;
  GMainLoop    *loop;
  SoupServer   *server;
  GTlsDatabase *trust;
  guint         port;
  GMutex        mutex;
  GCond         is_up;
};

/* What is answered as it stands. */
static const struct
{
  const char *path;
  guint       status;
  const char *media_type; /* nullable */
  const char *header;     /* nullable: name and value of one more */
  const char *value;
  const char *body;
} answers[] = {
  { "/lists/my list.md", 200, "text/plain; charset=utf-8", NULL, NULL, "# Tea\n\n## Why é?\n" },
  { "/markdown", 200, "text/markdown", NULL, NULL, "# Tea\n" },
  { "/latin", 200, "text/html; charset=iso-8859-1", NULL, NULL, "<p>caf\xe9</p>" },
  { "/named", 200, "application/octet-stream", "Content-Disposition",
    "attachment; filename=\"../a/Tea\tlist.md\"", "# Tea\n" },
  { "/", 200, "text/plain", NULL, NULL, "Tea\n" },
  { "/picture", 200, "image/png", NULL, NULL, "PNG" },
  { "/once", 302, NULL, "Location", "/markdown", "" },
  { "/five", 301, NULL, "Location", "four", "" },
  { "/four", 308, NULL, "Location", "/three", "" },
  { "/three", 303, NULL, "Location", "/two", "" },
  { "/two", 307, NULL, "Location", "/once", "" },
  { "/six", 302, NULL, "Location", "/five", "" },
  { "/to-http", 302, NULL, "Location", "http://localhost/list.md", "" },
  { "/to-file", 302, NULL, "Location", "file:///etc/passwd", "" },
  { "/to-nowhere", 302, NULL, NULL, NULL, "" },
  { "/401", 401, NULL, "WWW-Authenticate", "Basic realm=\"tea\"", "" },
  { "/404", 404, NULL, NULL, NULL, "" },
  { "/418", 418, NULL, NULL, NULL, "" },
  { "/429", 429, NULL, NULL, NULL, "" },
  { "/503", 503, NULL, NULL, NULL, "" },
};

static void
answer (SoupServerMessage *message,
        guint              i)
{
  soup_server_message_set_status (message, answers[i].status, NULL);
  if (answers[i].header != NULL)
    soup_message_headers_append (soup_server_message_get_response_headers (message),
                                 answers[i].header, answers[i].value);
  soup_server_message_set_response (message, answers[i].media_type, SOUP_MEMORY_STATIC,
                                    answers[i].body, strlen (answers[i].body));
}

static GBytes *
compress (gconstpointer data,
          gsize         size)
{
  g_autoptr(GZlibCompressor) compressor =
    g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9);
  g_autoptr(GInputStream) source = g_memory_input_stream_new_from_data (data, (gssize) size, NULL);
  g_autoptr(GInputStream) stream = g_converter_input_stream_new (source, G_CONVERTER (compressor));
  g_autofree guint8 *packed = g_malloc (size);
  gsize n_packed;

  g_assert_true (g_input_stream_read_all (stream, packed, size, &n_packed, NULL, NULL));
  return g_bytes_new_take (g_steal_pointer (&packed), n_packed);
}

/* Nothing but the one byte, many times; packed it is 1,000 times shorter. */
static void
answer_large (SoupServerMessage *message,
              gboolean           is_packed)
{
  g_autofree char *text = g_strnfill (LARGE_BYTES, 'x');
  g_autoptr(GBytes) bytes = is_packed ? compress (text, LARGE_BYTES)
                                      : g_bytes_new (text, LARGE_BYTES);

  soup_server_message_set_status (message, 200, NULL);
  soup_message_headers_set_content_type (soup_server_message_get_response_headers (message),
                                         "text/plain", NULL);
  if (is_packed)
    soup_message_headers_append (soup_server_message_get_response_headers (message),
                                 "Content-Encoding", "gzip");
  soup_message_body_append_bytes (soup_server_message_get_response_body (message), bytes);
}

/* Says more than it hands out. */
static void
answer_short (SoupServerMessage *message)
{
  static const char text[] = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n"
                             "Content-Length: 1000\r\nConnection: close\r\n\r\nTea";
  g_autoptr(GIOStream) stream = soup_server_message_steal_connection (message);

  g_output_stream_write_all (g_io_stream_get_output_stream (stream), text, strlen (text), NULL,
                             NULL, NULL);
  g_io_stream_close (stream, NULL, NULL);
}

static void
answer_nonsense (SoupServerMessage *message)
{
  static const char text[] = "Tea or coffee?\r\n\r\n";
  g_autoptr(GIOStream) stream = soup_server_message_steal_connection (message);

  g_output_stream_write_all (g_io_stream_get_output_stream (stream), text, strlen (text), NULL,
                             NULL, NULL);
  g_io_stream_close (stream, NULL, NULL);
}

static gboolean
drip_cb (gpointer data)
{
  SoupServerMessage *message = data;

  soup_message_body_append (soup_server_message_get_response_body (message), SOUP_MEMORY_STATIC,
                            "x", 1);
  soup_server_message_unpause (message);
  return G_SOURCE_CONTINUE;
}

/* For as long as somebody listens. */
static void
answer_drips (IkTestServer      *self,
              SoupServerMessage *message)
{
  GSource *source = g_timeout_source_new (DRIP_MS);

  soup_server_message_set_status (message, 200, NULL);
  soup_message_headers_set_encoding (soup_server_message_get_response_headers (message),
                                     SOUP_ENCODING_CHUNKED);
  g_source_set_callback (source, drip_cb, message, NULL);
  g_source_attach (source, self->context);
  g_signal_connect_swapped (message, "finished", G_CALLBACK (g_source_destroy), source);
  g_object_set_data_full (G_OBJECT (message), "ik-drip", source, (GDestroyNotify) g_source_unref);
}

static gboolean
drip_head_cb (gpointer data)
{
  GOutputStream *stream = g_io_stream_get_output_stream (data);

  return g_output_stream_write_all (stream, "X-Tea: hot\r\n", 12, NULL, NULL, NULL)
         ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* A head that has no end, for as long as somebody listens. */
static void
answer_head_in_drips (IkTestServer      *self,
                      SoupServerMessage *message)
{
  g_autoptr(GSource) source = g_timeout_source_new (DRIP_MS);
  GIOStream *stream = soup_server_message_steal_connection (message);

  g_output_stream_write_all (g_io_stream_get_output_stream (stream), "HTTP/1.1 200 OK\r\n", 17, NULL,
                             NULL, NULL);
  g_source_set_callback (source, drip_head_cb, stream, g_object_unref);
  g_source_attach (source, self->context);
}

static void
handle_cb (SoupServer        *server,
           SoupServerMessage *message,
           const char        *path,
           GHashTable        *query,
           gpointer           user_data)
{
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      if (g_str_equal (path, answers[i].path))
        {
          answer (message, i);
          return;
        }
    }

  if (g_str_equal (path, "/large") || g_str_equal (path, "/packed"))
    answer_large (message, g_str_equal (path, "/packed"));
  else if (g_str_equal (path, "/short"))
    answer_short (message);
  else if (g_str_equal (path, "/nonsense"))
    answer_nonsense (message);
  else if (g_str_equal (path, "/drips"))
    answer_drips (user_data, message);
  else if (g_str_equal (path, "/drips-head"))
    answer_head_in_drips (user_data, message);
  else if (g_str_equal (path, "/silent"))
    soup_server_message_pause (message);
}

static gpointer
serve_in_thread (gpointer data)
{
  IkTestServer *self = data;
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "localhost.pem", NULL);
  g_autoptr(GTlsCertificate) certificate = g_tls_certificate_new_from_file (path, NULL);
  g_autoptr(GError) error = NULL;
  GSList *uris;

  g_assert_nonnull (certificate);
  g_main_context_push_thread_default (self->context);
  self->server = soup_server_new ("tls-certificate", certificate, NULL);
  soup_server_add_handler (self->server, NULL, handle_cb, self, NULL);
  soup_server_listen_local (self->server, 0,
                            SOUP_SERVER_LISTEN_HTTPS | SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);

  uris = soup_server_get_uris (self->server);
  g_mutex_lock (&self->mutex);
  self->port = (guint) g_uri_get_port (uris->data);
  g_cond_signal (&self->is_up);
  g_mutex_unlock (&self->mutex);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);

  g_main_loop_run (self->loop);

  soup_server_disconnect (self->server);
  g_clear_object (&self->server);
  g_main_context_pop_thread_default (self->context);
  return NULL;
}

IkTestServer *
ik_test_server_new (void)
{
  IkTestServer *self = g_new0 (IkTestServer, 1);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "localhost.pem", NULL);
  g_autoptr(GError) error = NULL;

  self->trust = g_tls_file_database_new (path, &error);
  g_assert_no_error (error);
  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->is_up);

  self->thread = g_thread_new ("server", serve_in_thread, self);
  g_mutex_lock (&self->mutex);
  while (self->port == 0)
    g_cond_wait (&self->is_up, &self->mutex);
  g_mutex_unlock (&self->mutex);

  return self;
}

static gboolean
quit_cb (gpointer loop)
{
  g_main_loop_quit (loop);
  return G_SOURCE_REMOVE;
}

void
ik_test_server_free (IkTestServer *self)
{
  g_autoptr(GSource) quit = g_idle_source_new ();

  /* In the loop: it may not have begun yet, and would not notice. */
  g_source_set_callback (quit, quit_cb, self->loop, NULL);
  g_source_attach (quit, self->context);
  g_thread_join (self->thread);

  g_clear_object (&self->trust);
  g_clear_pointer (&self->loop, g_main_loop_unref);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->is_up);
  g_free (self);
}

char *
ik_test_server_dup_address (IkTestServer *self,
                            const char   *path)
{
  return g_strdup_printf ("https://127.0.0.1:%u%s", self->port, path);
}

GTlsDatabase *
ik_test_server_get_trust (IkTestServer *self)
{
  return self->trust;
}
