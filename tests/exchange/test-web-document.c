#include "ik-test-server.h"
#include "ik-web-document.h"

#include <string.h>

/* Longer than a busy machine takes for anything here; two tests wait for less. */
#define PATIENCE_S 600

typedef struct
{
  IkTestServer *server;
  IkWebOptions  options;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->server = ik_test_server_new ();
  fixture->options.silence_s = PATIENCE_S;
  fixture->options.whole_s = PATIENCE_S;
  fixture->options.trust = ik_test_server_get_trust (fixture->server);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  ik_test_server_free (fixture->server);
}

static IkWebDocument *
load (Fixture     *fixture,
      const char  *path,
      GError     **error)
{
  g_autofree char *address = ik_test_server_dup_address (fixture->server, path);

  return ik_web_document_load (address, &fixture->options, NULL, error);
}

/* What arrives, with the name and the kind that the server gives it. */
static void
test_loads (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct
  {
    const char     *path;
    const char     *name;
    IkDocumentKind  kind;
    const char     *text;
  } cases[] = {
    { "/lists/my%20list.md", "my list.md", IK_DOCUMENT_KIND_UNKNOWN, "# Tea\n\n## Why é?\n" },
    { "/lists/my%20list.md#why", "my list.md", IK_DOCUMENT_KIND_UNKNOWN, "# Tea\n\n## Why é?\n" },
    { "/markdown", "markdown", IK_DOCUMENT_KIND_MARKDOWN, "# Tea\n" },
    { "/latin", "latin", IK_DOCUMENT_KIND_HTML, "\xef\xbb\xbf<p>café</p>" },
    { "/named", "Tea list.md", IK_DOCUMENT_KIND_UNKNOWN, "# Tea\n" },
    { "/", "127.0.0.1", IK_DOCUMENT_KIND_UNKNOWN, "Tea\n" },
    { "/once", "markdown", IK_DOCUMENT_KIND_MARKDOWN, "# Tea\n" },
    { "/five", "markdown", IK_DOCUMENT_KIND_MARKDOWN, "# Tea\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(IkWebDocument) document = load (fixture, cases[i].path, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (document->name, ==, cases[i].name);
      g_assert_cmpint (document->kind, ==, cases[i].kind);
      g_assert_cmpmem (g_bytes_get_data (document->bytes, NULL),
                       g_bytes_get_size (document->bytes), cases[i].text, strlen (cases[i].text));
    }
}

/* Each failure says what it was about and what to do; %s is the address. */
static void
test_failures (Fixture       *fixture,
               gconstpointer  data)
{
  static const struct
  {
    const char *path;
    const char *sentence;
  } cases[] = {
    { "/picture", "“%s” is a picture, a sound or a film, not a document" },
    { "/six", "“%s” leads on and on, from one address to the next" },
    { "/to-http", "“%s” leads on to “http://localhost/list.md”, which is not read, as anybody on "
      "the way could change it" },
    { "/to-file", "“%s” leads on to “file:///etc/passwd”, which is not read, as anybody on the "
      "way could change it" },
    { "/to-nowhere", "“%s” leads on to no address" },
    { "/401", "“%s” is open only to those who sign in: save the page in your browser and import "
      "that file" },
    { "/404", "There is nothing at “%s”: check the address" },
    { "/418", "The server doesn't hand out “%s” (418)" },
    { "/429", "The server of “%s” was asked too often: try again later" },
    { "/503", "The server of “%s” has a problem (503): try again later" },
    { "/large", "“%s” is larger than 20 MB: save it in your browser and import that file" },
    { "/packed", "“%s” is larger than 20 MB: save it in your browser and import that file" },
    { "/short", "The connection to “127.0.0.1” broke off: try again" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *address = ik_test_server_dup_address (fixture->server, cases[i].path);
      g_autoptr(GString) sentence = g_string_new (cases[i].sentence);
      g_autoptr(GError) error = NULL;

      g_string_replace (sentence, "%s", address, 0);
      g_assert_null (ik_web_document_load (address, &fixture->options, NULL, &error));
      g_assert_error (error, IK_EXCHANGE_ERROR, IK_EXCHANGE_ERROR_NETWORK);
      g_assert_cmpstr (error->message, ==, sentence->str);
    }
}

static void
test_addresses (Fixture       *fixture,
                gconstpointer  data)
{
  static const struct
  {
    const char *address;
    const char *sentence;
  } cases[] = {
    { "http://localhost/list.md", "“http://localhost/list.md” is not read, as anybody on the way "
      "could change it: only addresses that begin with https:// are" },
    { "ftp://localhost/list.md", "“ftp://localhost/list.md” is not read, as anybody on the way "
      "could change it: only addresses that begin with https:// are" },
    { "https://", "“https://” is not an address of the web: check it" },
    { "https:///tea", "“https:///tea” is not an address of the web: check it" },
    { "tea", "“tea” is not an address of the web: check it" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (ik_web_document_load (cases[i].address, NULL, NULL, &error));
      g_assert_error (error, IK_EXCHANGE_ERROR, IK_EXCHANGE_ERROR_NETWORK);
      g_assert_cmpstr (error->message, ==, cases[i].sentence);
    }
}

/* Whom the system doesn't know is not believed. */
static void
test_untrusted (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  fixture->options.trust = NULL;
  g_assert_null (load (fixture, "/markdown", &error));
  g_assert_error (error, IK_EXCHANGE_ERROR, IK_EXCHANGE_ERROR_NETWORK);
  g_assert_cmpstr (error->message, ==,
                   "“127.0.0.1” can't prove that it is what it says, so nothing was read: its "
                   "certificate is not trusted, has run out or is of another server");
}

static void
test_nobody_there (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *address = ik_test_server_dup_address (fixture->server, "/markdown");
  g_autoptr(GError) error = NULL;

  ik_test_server_free (fixture->server);
  fixture->options.trust = NULL;
  g_assert_null (ik_web_document_load (address, NULL, NULL, &error));
  g_assert_cmpstr (error->message, ==,
                   "“127.0.0.1” takes no connection: check the address or try again later");
  g_clear_error (&error);

  /* What exactly depends on whether there is a network. */
  g_assert_null (ik_web_document_load ("https://tea.invalid/", NULL, NULL, &error));
  g_assert_error (error, IK_EXCHANGE_ERROR, IK_EXCHANGE_ERROR_NETWORK);
  g_assert_nonnull (strstr (error->message, "“tea.invalid”"));
  g_assert_nonnull (strstr (error->message, "network"));

  fixture->server = ik_test_server_new ();
}

static void
test_nonsense (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (load (fixture, "/nonsense", &error));
  g_assert_error (error, IK_EXCHANGE_ERROR, IK_EXCHANGE_ERROR_NETWORK);
  g_assert_nonnull (strstr (error->message, "“127.0.0.1”"));
}

static void
test_silence (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  fixture->options.silence_s = 1;
  g_assert_null (load (fixture, "/silent", &error));
  g_assert_error (error, IK_EXCHANGE_ERROR, IK_EXCHANGE_ERROR_NETWORK);
  g_assert_cmpstr (error->message, ==, "“127.0.0.1” doesn't answer: try again later");
}

static void
test_too_slow (Fixture       *fixture,
               gconstpointer  data)
{
  static const char *const paths[] = { "/drips", "/drips-head" };

  fixture->options.whole_s = 1;
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (load (fixture, paths[i], &error));
      g_assert_error (error, IK_EXCHANGE_ERROR, IK_EXCHANGE_ERROR_NETWORK);
      g_assert_nonnull (strstr (error->message, "takes too long: try again later"));
    }
}

static gpointer
cancel_in_thread (gpointer cancellable)
{
  g_usleep (100 * 1000);
  g_cancellable_cancel (cancellable);
  return NULL;
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  path)
{
  g_autofree char *address = ik_test_server_dup_address (fixture->server, path);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  GThread *thread = g_thread_new ("cancel", cancel_in_thread, cancellable);

  g_assert_null (ik_web_document_load (address, &fixture->options, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);
}

#define ADD(path, data, func) g_test_add (path, Fixture, data, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  /* Folders of its own would hide the settings that say which proxy to take. */
  g_test_init (&argc, &argv, NULL);

  ADD ("/exchange/web-document/loads", NULL, test_loads);
  ADD ("/exchange/web-document/failures", NULL, test_failures);
  ADD ("/exchange/web-document/addresses", NULL, test_addresses);
  ADD ("/exchange/web-document/untrusted", NULL, test_untrusted);
  ADD ("/exchange/web-document/nobody-there", NULL, test_nobody_there);
  ADD ("/exchange/web-document/nonsense", NULL, test_nonsense);
  ADD ("/exchange/web-document/silence", NULL, test_silence);
  ADD ("/exchange/web-document/too-slow", NULL, test_too_slow);
  ADD ("/exchange/web-document/cancelled-before-the-answer", "/silent", test_cancelled);
  ADD ("/exchange/web-document/cancelled-within-the-answer", "/drips", test_cancelled);

  return g_test_run ();
}
