#include "ik-seal.h"

#include "ik-key-pair-private.h"

#include <glib/gi18n.h>
#include <string.h>

/*
 * The panel by file.
 *
 * A chair writes an invitation (`.ikpanel`) and sends it to all members by
 * whatever way there is; each member opens it, holds the interview, and sends
 * back a scorecard (`.ikscore`). There is no server, so the files carry all that
 * is needed. All numbers are big-endian.
 *
 *   header       8 bytes  0x89 "IKPANEL" or 0x89 "IKSCORE"
 *                2        CR LF: a way that "repairs" line ends shows at once
 *                2        version, 1
 *
 *   .ikpanel     header
 *                64       the chair's public key (Ed25519, X25519)
 *                64       the chair's signature (Ed25519ph) of "interview-kit
 *                         invitation 1", header, key, document
 *                rest     document: JSON, see ik-invitation-json.c
 *
 *   .ikscore     header
 *                16       of BLAKE2b of the public key that it is sealed to
 *                rest     libsodium's sealed box (X25519, XSalsa20-Poly1305) of
 *                  64       the member's public key
 *                  64       the member's signature (Ed25519ph) of "interview-kit
 *                           scorecard 1", header, recipient, the chair's public
 *                           key, the member's public key, document
 *                  rest     document: JSON, see ik-scorecard-json.c; padded to
 *                           PAD_BYTES, so that the size doesn't tell how much
 *                           somebody wrote
 *
 * What each part is for. The box keeps the scorecard from being read and from
 * being changed on the way; but anybody can seal a box to a key that is public.
 * The signature inside says who wrote it. It covers the chair's key, so that a
 * chair can't pass a scorecard on to another panel's chair as though it had been
 * meant for that one, and the document names the panel, the member's place in it
 * and the digest of the invitation, so that it fits nowhere else. It lies within
 * the box because a signature outside would tell who sent it, and could be taken
 * off and replaced by another's.
 *
 * Whose key is it? Keys are trusted on first use. The chair's arrives with the
 * invitation, a member's with their first scorecard, each in the keeping of the
 * way the file took; from then on that person's key is known to the library and
 * any other one under their name is refused until somebody says that it is to be
 * forgotten. What first use leaves open is a stranger on the way who exchanges
 * the first file. Eight words made of the key (ik_public_key_to_words()) tell it:
 * the member sees the chair's on opening and their own on sending, the chair
 * sees the member's on importing; read out on the phone or across the table they
 * are the same, or somebody stood in between. A stranger who only exchanges the
 * chair's key in an invitation gains scorecards that they can read, yet can't
 * pass them on: the chair's program refuses them for the digest of the invitation
 * and for the key they are signed to. No answer to an invitation is asked for: it
 * would bring the member's key one file earlier by the same way, which proves no
 * more and is one more thing to do for each.
 *
 * An invitation is not secret from whoever holds it, for it goes to people whose
 * keys are not known yet: it tells a candidate's name and the questions, and goes
 * by the ways by which one would send a CV. Nobody's rating is ever in one.
 */

#define MAGIC_BYTES   8
#define HEADER_BYTES  12
#define ID_BYTES      16
#define PAD_BYTES     4096

static const guint8 magic[][MAGIC_BYTES] = {
  [IK_SEAL_INVITATION] = { 0x89, 'I', 'K', 'P', 'A', 'N', 'E', 'L' },
  [IK_SEAL_SCORECARD] = { 0x89, 'I', 'K', 'S', 'C', 'O', 'R', 'E' },
};

static const char *const contexts[] = {
  [IK_SEAL_INVITATION] = "interview-kit invitation 1",
  [IK_SEAL_SCORECARD] = "interview-kit scorecard 1",
};

/* Bytes in a file; the words of the file are never copied. */
typedef struct
{
  const guint8 *data;
  gsize         size;
} Span;

static Span
span_of (GBytes *bytes)
{
  Span span;

  span.data = g_bytes_get_data (bytes, &span.size);
  return span;
}

/* The next @size bytes; the caller has seen that there are as many. */
static const guint8 *
take (Span  *span,
      gsize  size)
{
  const guint8 *data = span->data;

  g_assert (span->size >= size);
  span->data += size;
  span->size -= size;

  return data;
}

/**
 * ik_seal_get_kind:
 * @file: the content of a file
 *
 * Returns: what its first bytes say it is, sound or not, of whatever version
 */
IkSealKind
ik_seal_get_kind (GBytes *file)
{
  Span span = span_of (file);

  for (guint kind = IK_SEAL_INVITATION; kind < G_N_ELEMENTS (magic); kind++)
    {
      if (span.size >= MAGIC_BYTES && memcmp (span.data, magic[kind], MAGIC_BYTES) == 0)
        return kind;
    }

  return IK_SEAL_NONE;
}

static void
write_header (guint8     *header,
              IkSealKind  kind)
{
  memcpy (header, magic[kind], MAGIC_BYTES);
  memcpy (header + MAGIC_BYTES, "\r\n", 2);
  header[MAGIC_BYTES + 2] = IK_SEAL_VERSION >> 8;
  header[MAGIC_BYTES + 3] = IK_SEAL_VERSION & 0xff;
}

static gboolean
fail (IkExchangeError   code,
      const char       *sentence,
      GError          **error)
{
  g_set_error_literal (error, IK_EXCHANGE_ERROR, code, sentence);
  return FALSE;
}

static gboolean
fail_altered (GError **error)
{
  return fail (IK_EXCHANGE_ERROR_ALTERED,
               _("It was altered or cut short on the way; ask for it to be sent again"), error);
}

static gboolean
check_header (GBytes      *file,
              IkSealKind   kind,
              gsize        least,
              gsize        most,
              GError     **error)
{
  Span span = span_of (file);
  guint version;

  if (ik_seal_get_kind (file) != kind)
    return fail (IK_EXCHANGE_ERROR_INVALID,
                 kind == IK_SEAL_INVITATION ? _("It is not an invitation to a panel")
                                            : _("It is not a scorecard of a panel"), error);
  if (span.size < HEADER_BYTES || memcmp (span.data + MAGIC_BYTES, "\r\n", 2) != 0)
    return fail_altered (error);

  version = span.data[MAGIC_BYTES + 2] << 8 | span.data[MAGIC_BYTES + 3];
  if (version > IK_SEAL_VERSION)
    return fail (IK_EXCHANGE_ERROR_NEWER,
                 _("It was made by a newer version of Interview Kit; update the program to "
                   "read it"), error);
  if (span.size > most)
    return fail (IK_EXCHANGE_ERROR_TOO_LARGE, _("It is longer than any file of a panel"), error);

  return (version == IK_SEAL_VERSION && span.size >= least) || fail_altered (error);
}

/* All parts but the last have lengths of their own, so that no two lists of
 * parts are the same bytes. */
static void
start_signature (crypto_sign_state *state,
                 IkSealKind         kind,
                 const guint8      *head,
                 gsize              head_size)
{
  crypto_sign_init (state);
  crypto_sign_update (state, (const guint8 *) contexts[kind], strlen (contexts[kind]) + 1);
  crypto_sign_update (state, head, head_size);
}

static void
add_key (crypto_sign_state *state,
         const IkPublicKey *key)
{
  crypto_sign_update (state, key->sign, sizeof key->sign);
  crypto_sign_update (state, key->box, sizeof key->box);
}

/* Invitations */

/**
 * ik_seal_sign_invitation:
 * @document: what it says
 * @chair: keys of who invites
 *
 * Returns: (transfer full): the content of an invitation file
 */
GBytes *
ik_seal_sign_invitation (GBytes          *document,
                         const IkKeyPair *chair)
{
  Span body = span_of (document);
  GByteArray *file = g_byte_array_new ();
  guint8 header[HEADER_BYTES];
  guint8 signature[crypto_sign_BYTES];
  crypto_sign_state state;

  write_header (header, IK_SEAL_INVITATION);
  start_signature (&state, IK_SEAL_INVITATION, header, sizeof header);
  add_key (&state, &chair->public_key);
  crypto_sign_update (&state, body.data, body.size);
  crypto_sign_final_create (&state, signature, NULL, chair->sign_secret);

  g_byte_array_append (file, header, sizeof header);
  g_byte_array_append (file, (const guint8 *) &chair->public_key, sizeof chair->public_key);
  g_byte_array_append (file, signature, sizeof signature);
  g_byte_array_append (file, body.data, body.size);

  return g_byte_array_free_to_bytes (file);
}

/**
 * ik_seal_open_invitation:
 * @file: the content of a file, from anybody
 * @out_chair: (out caller-allocates): key of who signed it
 * @error: return location
 *
 * Returns: (transfer full): what it says; %NULL with #IK_EXCHANGE_ERROR_INVALID
 *   for another kind of file, #IK_EXCHANGE_ERROR_NEWER for a version that is not
 *   known, #IK_EXCHANGE_ERROR_TOO_LARGE, or #IK_EXCHANGE_ERROR_ALTERED where the
 *   signature doesn't fit
 */
GBytes *
ik_seal_open_invitation (GBytes       *file,
                         IkPublicKey  *out_chair,
                         GError      **error)
{
  Span span = span_of (file);
  crypto_sign_state state;
  const guint8 *signature;

  ik_key_init ();
  if (!check_header (file, IK_SEAL_INVITATION,
                     HEADER_BYTES + sizeof *out_chair + crypto_sign_BYTES,
                     IK_SEAL_MAX_INVITATION_BYTES, error))
    return NULL;

  start_signature (&state, IK_SEAL_INVITATION, take (&span, HEADER_BYTES), HEADER_BYTES);
  memcpy (out_chair, take (&span, sizeof *out_chair), sizeof *out_chair);
  add_key (&state, out_chair);
  signature = take (&span, crypto_sign_BYTES);
  crypto_sign_update (&state, span.data, span.size);
  if (crypto_sign_final_verify (&state, signature, out_chair->sign) != 0)
    {
      fail_altered (error);
      return NULL;
    }

  return g_bytes_new_from_bytes (file, g_bytes_get_size (file) - span.size, span.size);
}

/**
 * ik_seal_digest:
 * @file: the content of an invitation file
 *
 * Returns: (transfer full): BLAKE2b-256 of it in hexadecimal letters; a
 *   scorecard says by it which invitation it answers
 */
char *
ik_seal_digest (GBytes *file)
{
  Span span = span_of (file);
  guint8 hash[crypto_generichash_BYTES];
  char text[2 * sizeof hash + 1];

  ik_key_init ();
  crypto_generichash (hash, sizeof hash, span.data, span.size, NULL, 0);
  return g_strdup (sodium_bin2hex (text, sizeof text, hash, sizeof hash));
}

/* Scorecards */

static void
write_recipient (guint8            *out_id,
                 const IkPublicKey *chair)
{
  crypto_generichash (out_id, ID_BYTES, (const guint8 *) chair, sizeof *chair, NULL, 0);
}

static void
start_scorecard (crypto_sign_state *state,
                 const guint8      *head,
                 const IkPublicKey *chair,
                 const IkPublicKey *member)
{
  start_signature (state, IK_SEAL_SCORECARD, head, HEADER_BYTES + ID_BYTES);
  add_key (state, chair);
  add_key (state, member);
}

/* Key, signature and document, padded. */
static guint8 *
make_inner (Span               document,
            const guint8      *head,
            const IkKeyPair   *member,
            const IkPublicKey *chair,
            gsize             *out_size)
{
  gsize size = sizeof member->public_key + crypto_sign_BYTES + document.size;
  gsize room = (size / PAD_BYTES + 1) * PAD_BYTES;
  guint8 *inner = g_malloc (room);
  guint8 *p = inner;
  crypto_sign_state state;

  memcpy (p, &member->public_key, sizeof member->public_key);
  p += sizeof member->public_key;

  start_scorecard (&state, head, chair, &member->public_key);
  crypto_sign_update (&state, document.data, document.size);
  crypto_sign_final_create (&state, p, NULL, member->sign_secret);
  p += crypto_sign_BYTES;

  if (document.size > 0)
    memcpy (p, document.data, document.size);
  if (sodium_pad (out_size, inner, size, PAD_BYTES, room) != 0)
    g_assert_not_reached ();

  return inner;
}

/**
 * ik_seal_scorecard:
 * @document: what it says
 * @member: keys of whose scorecard it is
 * @chair: whom it is for
 *
 * Signs and seals a scorecard. The same document is another file each time.
 *
 * Returns: (transfer full) (nullable): the content of a scorecard file; %NULL
 *   where nothing can be sealed to @chair
 */
GBytes *
ik_seal_scorecard (GBytes            *document,
                   const IkKeyPair   *member,
                   const IkPublicKey *chair)
{
  guint8 head[HEADER_BYTES + ID_BYTES];
  guint8 *inner;
  guint8 *file;
  gsize size;

  write_header (head, IK_SEAL_SCORECARD);
  write_recipient (head + HEADER_BYTES, chair);
  inner = make_inner (span_of (document), head, member, chair, &size);

  file = g_malloc (sizeof head + crypto_box_SEALBYTES + size);
  memcpy (file, head, sizeof head);
  if (crypto_box_seal (file + sizeof head, inner, size, chair->box) != 0)
    g_clear_pointer (&file, g_free);

  sodium_memzero (inner, size);
  g_free (inner);

  return file != NULL ? g_bytes_new_take (file, sizeof head + crypto_box_SEALBYTES + size) : NULL;
}

static GBytes *
open_box (Span              box,
          const IkKeyPair  *chair,
          GError          **error)
{
  gsize size = box.size - crypto_box_SEALBYTES;
  g_autofree guint8 *inner = g_malloc (size);

  if (size == 0 || size % PAD_BYTES != 0 ||
      crypto_box_seal_open (inner, box.data, box.size, chair->public_key.box,
                            chair->box_secret) != 0 ||
      sodium_unpad (&size, inner, size, PAD_BYTES) != 0 ||
      size < sizeof (IkPublicKey) + crypto_sign_BYTES)
    {
      fail_altered (error);
      return NULL;
    }

  return g_bytes_new_take (g_steal_pointer (&inner), size);
}

static GBytes *
check_inner (GBytes           *inner,
             const guint8     *head,
             const IkKeyPair  *chair,
             IkPublicKey      *out_member,
             GError          **error)
{
  Span span = span_of (inner);
  crypto_sign_state state;
  const guint8 *signature;

  memcpy (out_member, take (&span, sizeof *out_member), sizeof *out_member);
  signature = take (&span, crypto_sign_BYTES);

  start_scorecard (&state, head, &chair->public_key, out_member);
  crypto_sign_update (&state, span.data, span.size);
  if (crypto_sign_final_verify (&state, signature, out_member->sign) != 0)
    {
      fail (IK_EXCHANGE_ERROR_ALTERED,
            _("Its signature doesn't fit: who sealed it isn't who it says, or it was meant for "
              "somebody else"), error);
      return NULL;
    }

  return g_bytes_new_from_bytes (inner, g_bytes_get_size (inner) - span.size, span.size);
}

/**
 * ik_seal_open_scorecard:
 * @file: the content of a file, from anybody
 * @chair: keys of who opens it
 * @out_member: (out caller-allocates): key of who signed it
 * @error: return location
 *
 * Returns: (transfer full): what it says; %NULL with an error as from
 *   ik_seal_open_invitation(), or with #IK_EXCHANGE_ERROR_WRONG_KEY where it is
 *   sealed to somebody else
 */
GBytes *
ik_seal_open_scorecard (GBytes           *file,
                        const IkKeyPair  *chair,
                        IkPublicKey      *out_member,
                        GError          **error)
{
  g_autoptr(GBytes) inner = NULL;
  guint8 recipient[ID_BYTES];
  Span span = span_of (file);
  const guint8 *head;

  if (!check_header (file, IK_SEAL_SCORECARD, HEADER_BYTES + ID_BYTES + crypto_box_SEALBYTES,
                     IK_SEAL_MAX_SCORECARD_BYTES, error))
    return NULL;

  head = take (&span, HEADER_BYTES + ID_BYTES);
  write_recipient (recipient, &chair->public_key);
  if (memcmp (head + HEADER_BYTES, recipient, sizeof recipient) != 0)
    {
      fail (IK_EXCHANGE_ERROR_WRONG_KEY,
            _("It is sealed to another key than this library's: only the chair who sent the "
              "invitation can open it"), error);
      return NULL;
    }

  inner = open_box (span, chair, error);
  return inner != NULL ? check_inner (inner, head, chair, out_member, error) : NULL;
}
