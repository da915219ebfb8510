#pragma once

#include "ik-key-pair.h"

#include <sodium.h>

G_BEGIN_DECLS

/* Lies in memory of libsodium's that is neither swapped nor dumped, and is
 * wiped when it is freed. */
struct _IkKeyPair
{
  guint8      seed[crypto_kdf_KEYBYTES]; /* what is stored */
  guint8      sign_secret[crypto_sign_SECRETKEYBYTES];
  guint8      box_secret[crypto_box_SECRETKEYBYTES];
  IkPublicKey public_key;
};

void ik_key_init (void);

G_END_DECLS
