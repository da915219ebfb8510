#include "ik-key-pair-private.h"

#include <string.h>

G_STATIC_ASSERT (IK_SIGN_KEY_BYTES == crypto_sign_PUBLICKEYBYTES);
G_STATIC_ASSERT (IK_BOX_KEY_BYTES == crypto_box_PUBLICKEYBYTES);

/* One secret is stored, two are made of it: a key that signs is used for nothing
 * else. Both texts belong to the format of the stored secret. */
#define KDF_CONTEXT "ik-panel"
#define KDF_SIGN    1
#define KDF_BOX     2

G_STATIC_ASSERT (sizeof KDF_CONTEXT - 1 == crypto_kdf_CONTEXTBYTES);

#define ENCODING sodium_base64_VARIANT_ORIGINAL

/**
 * ik_key_init:
 *
 * Makes libsodium ready; cheap after the first time. Any thread.
 */
void
ik_key_init (void)
{
  if (sodium_init () < 0)
    g_error ("libsodium finds no source of random numbers");
}

static IkKeyPair *
allocate (void)
{
  IkKeyPair *self;

  ik_key_init ();
  self = sodium_malloc (sizeof *self);
  if (self == NULL)
    g_error ("There is no memory left for a key");

  return self;
}

static void
derive (IkKeyPair *self)
{
  guint8 seed[crypto_sign_SEEDBYTES];

  G_STATIC_ASSERT (sizeof seed == crypto_box_SEEDBYTES);

  crypto_kdf_derive_from_key (seed, sizeof seed, KDF_SIGN, KDF_CONTEXT, self->seed);
  crypto_sign_seed_keypair (self->public_key.sign, self->sign_secret, seed);
  crypto_kdf_derive_from_key (seed, sizeof seed, KDF_BOX, KDF_CONTEXT, self->seed);
  crypto_box_seed_keypair (self->public_key.box, self->box_secret, seed);
  sodium_memzero (seed, sizeof seed);
}

/**
 * ik_key_pair_new:
 *
 * Returns: (transfer full): new keys
 */
IkKeyPair *
ik_key_pair_new (void)
{
  IkKeyPair *self = allocate ();

  crypto_kdf_keygen (self->seed);
  derive (self);

  return self;
}

/**
 * ik_key_pair_new_from_secret:
 * @secret: from ik_key_pair_dup_secret()
 *
 * Returns: (transfer full) (nullable): the same keys; %NULL where @secret is none
 */
IkKeyPair *
ik_key_pair_new_from_secret (const char *secret)
{
  g_autoptr(IkKeyPair) self = allocate ();
  gsize length;
  const char *end;

  if (sodium_base642bin (self->seed, sizeof self->seed, secret, strlen (secret), NULL, &length,
                         &end, ENCODING) != 0 ||
      length != sizeof self->seed || *end != '\0')
    return NULL;

  derive (self);
  return g_steal_pointer (&self);
}

/**
 * ik_key_pair_free:
 * @self: (transfer full): keys
 *
 * Wipes them.
 */
void
ik_key_pair_free (IkKeyPair *self)
{
  sodium_free (self);
}

/**
 * ik_key_pair_get_public:
 * @self: keys
 *
 * Returns: (transfer none): the public half
 */
const IkPublicKey *
ik_key_pair_get_public (const IkKeyPair *self)
{
  return &self->public_key;
}

/**
 * ik_key_pair_dup_secret:
 * @self: keys
 *
 * Returns: (transfer full): what to store, for ik_key_secret_free()
 */
char *
ik_key_pair_dup_secret (const IkKeyPair *self)
{
  char *secret = g_malloc (sodium_base64_ENCODED_LEN (sizeof self->seed, ENCODING));

  return sodium_bin2base64 (secret, sodium_base64_ENCODED_LEN (sizeof self->seed, ENCODING),
                            self->seed, sizeof self->seed, ENCODING);
}

/**
 * ik_key_secret_free:
 * @secret: (transfer full) (nullable): a stored secret
 *
 * Wipes it.
 */
void
ik_key_secret_free (char *secret)
{
  if (secret != NULL)
    sodium_memzero (secret, strlen (secret));
  g_free (secret);
}

/**
 * ik_public_key_to_text:
 * @self: a key
 *
 * Returns: (transfer full): the key as text, to store
 */
char *
ik_public_key_to_text (const IkPublicKey *self)
{
  return g_base64_encode ((const guchar *) self, sizeof *self);
}

/**
 * ik_public_key_from_text:
 * @self: (out caller-allocates): gets the key
 * @text: from ik_public_key_to_text()
 *
 * Returns: whether @text is a key
 */
gboolean
ik_public_key_from_text (IkPublicKey *self,
                         const char  *text)
{
  gsize size;
  g_autofree guchar *bytes = g_base64_decode (text, &size);

  if (size != sizeof *self)
    return FALSE;

  memcpy (self, bytes, size);
  return TRUE;
}

/**
 * ik_public_key_equal:
 * @self: a key
 * @other: another
 *
 * Returns: whether they are one person's
 */
gboolean
ik_public_key_equal (const IkPublicKey *self,
                     const IkPublicKey *other)
{
  return memcmp (self, other, sizeof *self) == 0;
}
