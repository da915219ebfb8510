#include "ik-exchange-error.h"

G_DEFINE_QUARK (ik-exchange-error-quark, ik_exchange_error)
