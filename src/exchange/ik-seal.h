#pragma once

#include "ik-exchange-error.h"
#include "ik-key-pair.h"

G_BEGIN_DECLS

/**
 * IkSealKind:
 * @IK_SEAL_NONE: some other file
 * @IK_SEAL_INVITATION: an invitation to a panel, `.ikpanel`
 * @IK_SEAL_SCORECARD: a scorecard handed in, `.ikscore`
 *
 * What a file is by its first bytes.
 */
typedef enum
{
  IK_SEAL_NONE,
  IK_SEAL_INVITATION,
  IK_SEAL_SCORECARD,
} IkSealKind;

#define IK_SEAL_VERSION 1

/* The largest files that are written and read. An invitation holds the files that
 * belong to its questions, a scorecard nothing but words. Both are read as documents
 * are, which end there, see IK_IMPORTER_MAX_BYTES. */
#define IK_SEAL_MAX_INVITATION_BYTES (64u * 1024 * 1024)
#define IK_SEAL_MAX_SCORECARD_BYTES  (32u * 1024 * 1024)

IkSealKind  ik_seal_get_kind        (GBytes             *file);

GBytes     *ik_seal_sign_invitation (GBytes             *document,
                                     const IkKeyPair    *chair);
GBytes     *ik_seal_open_invitation (GBytes             *file,
                                     IkPublicKey        *out_chair,
                                     GError            **error);
char       *ik_seal_digest          (GBytes             *file);

GBytes     *ik_seal_scorecard       (GBytes             *document,
                                     const IkKeyPair    *member,
                                     const IkPublicKey  *chair);
GBytes     *ik_seal_open_scorecard  (GBytes             *file,
                                     const IkKeyPair    *chair,
                                     IkPublicKey        *out_member,
                                     GError            **error);

G_END_DECLS
