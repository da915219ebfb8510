#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IkExchangeError:
 * @IK_EXCHANGE_ERROR_INVALID: the document is not what it should be; the
 *   message names the record
 * @IK_EXCHANGE_ERROR_NEWER: a newer version of the program made it
 * @IK_EXCHANGE_ERROR_TOO_LARGE: longer or deeper than any honest document
 * @IK_EXCHANGE_ERROR_NETWORK: it doesn't come from the network; the message
 *   says why and what to do
 */
typedef enum
{
  IK_EXCHANGE_ERROR_INVALID,
  IK_EXCHANGE_ERROR_NEWER,
  IK_EXCHANGE_ERROR_TOO_LARGE,
  IK_EXCHANGE_ERROR_NETWORK,
} IkExchangeError;

#define IK_EXCHANGE_ERROR (ik_exchange_error_quark ())
GQuark ik_exchange_error_quark (void);

G_END_DECLS
