#include "ik-exchange-error.h"
#include "ik-web-error.h"

#include <libsoup/soup.h>

/* What no server of this computer can be made to do. */
static void
test_sentences (void)
{
  const struct
  {
    GQuark      domain;
    int         code;
    const char *sentence;
  } cases[] = {
    { G_TLS_ERROR, G_TLS_ERROR_BAD_CERTIFICATE,
      "“tea.org” can't prove that it is what it says, so nothing was read: its certificate is not "
      "trusted, has run out or is of another server" },
    { G_TLS_ERROR, G_TLS_ERROR_HANDSHAKE,
      "No safe connection to “tea.org” came about, so nothing was read" },
    { G_IO_ERROR, G_IO_ERROR_TIMED_OUT, "“tea.org” doesn't answer: try again later" },
    { G_IO_ERROR, G_IO_ERROR_CONNECTION_REFUSED,
      "“tea.org” takes no connection: check the address or try again later" },
    { G_IO_ERROR, G_IO_ERROR_NETWORK_UNREACHABLE,
      "“tea.org” can't be reached: check the connection to the network" },
    { G_IO_ERROR, G_IO_ERROR_HOST_UNREACHABLE,
      "“tea.org” can't be reached: check the connection to the network" },
    { G_IO_ERROR, G_IO_ERROR_PROXY_FAILED,
      "The proxy doesn't let “tea.org” through: check the network settings" },
    { G_IO_ERROR, G_IO_ERROR_PROXY_NEED_AUTH,
      "The proxy doesn't let “tea.org” through: check the network settings" },
    { G_IO_ERROR, G_IO_ERROR_CONNECTION_CLOSED,
      "The connection to “tea.org” broke off: try again" },
    { SOUP_SESSION_ERROR, SOUP_SESSION_ERROR_PARSING,
      "“tea.org” answers in a way that can't be understood" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_false (ik_web_error_take (g_error_new_literal (cases[i].domain, cases[i].code, "x"),
                                         "tea.org", &error));
      g_assert_error (error, IK_EXCHANGE_ERROR, IK_EXCHANGE_ERROR_NETWORK);
      g_assert_cmpstr (error->message, ==, cases[i].sentence);
    }
}

/* Without a network it is no use to check the address. */
static void
test_unknown_host (void)
{
  static const struct
  {
    GResolverError  code;
    const char     *sentence;
  } cases[] = {
    { G_RESOLVER_ERROR_NOT_FOUND,
      "There is no server “tea.org”: check the address and the connection to the network" },
    { G_RESOLVER_ERROR_TEMPORARY_FAILURE,
      "“tea.org” can't be looked up now: check the connection to the network and try again" },
  };
  gboolean is_connected =
    g_network_monitor_get_network_available (g_network_monitor_get_default ());

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      ik_web_error_take (g_error_new_literal (G_RESOLVER_ERROR, (int) cases[i].code, "x"), "tea.org",
                         &error);
      g_assert_cmpstr (error->message, ==, is_connected
                       ? cases[i].sentence
                       : "“tea.org” can't be reached: this computer is not connected to a network");
    }
}

static void
test_cancelled (void)
{
  g_autoptr(GError) error = NULL;

  ik_web_error_take (g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "x"), "tea.org", &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_statuses (void)
{
  static const struct
  {
    guint       status;
    const char *sentence;
  } cases[] = {
    { 401, "“https://t” is open only to those who sign in: save the page in your browser and "
      "import that file" },
    { 403, "“https://t” is open only to those who sign in: save the page in your browser and "
      "import that file" },
    { 404, "There is nothing at “https://t”: check the address" },
    { 410, "There is nothing at “https://t”: check the address" },
    { 429, "The server of “https://t” was asked too often: try again later" },
    { 451, "The server doesn't hand out “https://t” (451)" },
    { 500, "The server of “https://t” has a problem (500): try again later" },
    { 304, "The server doesn't hand out “https://t” (304)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_false (ik_web_error_set_status (cases[i].status, "https://t", &error));
      g_assert_error (error, IK_EXCHANGE_ERROR, IK_EXCHANGE_ERROR_NETWORK);
      g_assert_cmpstr (error->message, ==, cases[i].sentence);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/web-error/sentences", test_sentences);
  g_test_add_func ("/exchange/web-error/unknown-host", test_unknown_host);
  g_test_add_func ("/exchange/web-error/cancelled", test_cancelled);
  g_test_add_func ("/exchange/web-error/statuses", test_statuses);

  return g_test_run ();
}
