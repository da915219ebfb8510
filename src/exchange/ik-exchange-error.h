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
 * @IK_EXCHANGE_ERROR_ALTERED: it is not what its author signed or sealed
 * @IK_EXCHANGE_ERROR_WRONG_KEY: it is sealed to somebody else
 */
typedef enum
{
  IK_EXCHANGE_ERROR_INVALID,
  IK_EXCHANGE_ERROR_NEWER,
  IK_EXCHANGE_ERROR_TOO_LARGE,
  IK_EXCHANGE_ERROR_NETWORK,
  IK_EXCHANGE_ERROR_ALTERED,
  IK_EXCHANGE_ERROR_WRONG_KEY,
} IkExchangeError;

#define IK_EXCHANGE_ERROR (ik_exchange_error_quark ())
GQuark ik_exchange_error_quark (void);

G_END_DECLS
