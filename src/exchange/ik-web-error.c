#include "ik-web-error.h"

#include "ik-exchange-error.h"

#include <glib/gi18n.h>

static const char *
explain_resolver (const GError *error)
{
  if (!g_network_monitor_get_network_available (g_network_monitor_get_default ()))
    return _("“%s” can't be reached: this computer is not connected to a network");
  if (g_error_matches (error, G_RESOLVER_ERROR, G_RESOLVER_ERROR_NOT_FOUND))
    return _("There is no server “%s”: check the address and the connection to the network");

  return _("“%s” can't be looked up now: check the connection to the network and try again");
}

static const char *
explain_tls (const GError *error)
{
  if (g_error_matches (error, G_TLS_ERROR, G_TLS_ERROR_BAD_CERTIFICATE))
    return _("“%s” can't prove that it is what it says, so nothing was read: its certificate is "
             "not trusted, has run out or is of another server");

  return _("No safe connection to “%s” came about, so nothing was read");
}

static const char *
explain_io (const GError *error)
{
  switch (error->code)
    {
    case G_IO_ERROR_TIMED_OUT:
      return _("“%s” doesn't answer: try again later");
    case G_IO_ERROR_CONNECTION_REFUSED:
      return _("“%s” takes no connection: check the address or try again later");
    case G_IO_ERROR_NETWORK_UNREACHABLE:
    case G_IO_ERROR_HOST_UNREACHABLE:
      return _("“%s” can't be reached: check the connection to the network");
    case G_IO_ERROR_PROXY_FAILED:
    case G_IO_ERROR_PROXY_AUTH_FAILED:
    case G_IO_ERROR_PROXY_NEED_AUTH:
    case G_IO_ERROR_PROXY_NOT_ALLOWED:
      return _("The proxy doesn't let “%s” through: check the network settings");
    default:
      return _("The connection to “%s” broke off: try again");
    }
}

/**
 * ik_web_error_take:
 * @soup_error: (transfer full): what libsoup or GIO says
 * @host: the server
 * @error: return location
 *
 * Makes a sentence of an error that names no server and tells nobody what to
 * do. That somebody cancelled stays what it is.
 *
 * Returns: %FALSE
 */
gboolean
ik_web_error_take (GError      *soup_error,
                   const char  *host,
                   GError     **error)
{
  g_autoptr(GError) cause = soup_error;
  g_autoptr(GString) sentence = NULL;

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }

  if (cause->domain == G_RESOLVER_ERROR)
    sentence = g_string_new (explain_resolver (cause));
  else if (cause->domain == G_TLS_ERROR)
    sentence = g_string_new (explain_tls (cause));
  else if (cause->domain == G_IO_ERROR)
    sentence = g_string_new (explain_io (cause));
  else
    sentence = g_string_new (_("“%s” answers in a way that can't be understood"));

  g_string_replace (sentence, "%s", host, 1);
  g_set_error_literal (error, IK_EXCHANGE_ERROR, IK_EXCHANGE_ERROR_NETWORK, sentence->str);
  return FALSE;
}

/**
 * ik_web_error_set_status:
 * @status: what the server answered in place of a document
 * @address: what it was asked for
 * @error: return location
 *
 * Returns: %FALSE
 */
gboolean
ik_web_error_set_status (guint        status,
                         const char  *address,
                         GError     **error)
{
  g_autoptr(GString) sentence = NULL;
  g_autofree char *code = g_strdup_printf ("%u", status);

  switch (status)
    {
    case SOUP_STATUS_UNAUTHORIZED:
    case SOUP_STATUS_FORBIDDEN:
    case SOUP_STATUS_PAYMENT_REQUIRED:
      sentence = g_string_new (_("“%s” is open only to those who sign in: save the page in your "
                                 "browser and import that file"));
      break;
    case SOUP_STATUS_NOT_FOUND:
    case SOUP_STATUS_GONE:
      sentence = g_string_new (_("There is nothing at “%s”: check the address"));
      break;
    case 429: /* Too Many Requests */
      sentence = g_string_new (_("The server of “%s” was asked too often: try again later"));
      break;
    default:
      sentence = g_string_new (status >= 500
                               ? _("The server of “%s” has a problem (%d): try again later")
                               : _("The server doesn't hand out “%s” (%d)"));
      break;
    }

  g_string_replace (sentence, "%d", code, 1);
  g_string_replace (sentence, "%s", address, 1);
  g_set_error_literal (error, IK_EXCHANGE_ERROR, IK_EXCHANGE_ERROR_NETWORK, sentence->str);
  return FALSE;
}
