#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Lengths of libsodium's keys, which ik-key-pair.c checks against it. */
#define IK_SIGN_KEY_BYTES 32
#define IK_BOX_KEY_BYTES  32

/**
 * IkPublicKey:
 * @sign: Ed25519 key that checks what its owner signed
 * @box: X25519 key to seal something to, so that only its owner can open it
 *
 * The public half of a person's keys.
 */
typedef struct
{
  guint8 sign[IK_SIGN_KEY_BYTES];
  guint8 box[IK_BOX_KEY_BYTES];
} IkPublicKey;

typedef struct _IkKeyPair IkKeyPair;

IkKeyPair         *ik_key_pair_new             (void);
IkKeyPair         *ik_key_pair_new_from_secret (const char        *secret);
void               ik_key_pair_free            (IkKeyPair         *self);
const IkPublicKey *ik_key_pair_get_public      (const IkKeyPair   *self);
char              *ik_key_pair_dup_secret      (const IkKeyPair   *self);
void               ik_key_secret_free          (char              *secret);

char              *ik_public_key_to_text       (const IkPublicKey *self);
gboolean           ik_public_key_from_text     (IkPublicKey       *self,
                                                const char        *text);
gboolean           ik_public_key_equal         (const IkPublicKey *self,
                                                const IkPublicKey *other);
char              *ik_public_key_to_words      (const IkPublicKey *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkKeyPair, ik_key_pair_free)

G_END_DECLS
