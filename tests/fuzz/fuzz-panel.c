/* Reads bytes as the files of a panel, and as the documents that lie in them
 * behind a signature, which whoever has a key may write. */

#include "ik-invitation-json.h"
#include "ik-scorecard-json.h"
#include "ik-seal.h"

static const char secret[] = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

/* Nobody signed what a fuzzer makes. */
static void
read_files (GBytes *bytes)
{
  g_autoptr(IkKeyPair) keys = ik_key_pair_new_from_secret (secret);
  g_autoptr(GError) error = NULL;
  g_autoptr(GError) other_error = NULL;
  IkPublicKey key;

  g_assert_null (ik_seal_open_scorecard (bytes, keys, &key, &error));
  g_assert_nonnull (error);
  g_assert_null (ik_seal_open_invitation (bytes, &key, &other_error));
  g_assert_nonnull (other_error);
}

static void
read_invitation (GBytes *bytes)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(IkInvitation) invitation = ik_invitation_from_document (bytes, &error);
  g_autoptr(GBytes) written = NULL;
  g_autoptr(IkInvitation) again = NULL;

  g_assert_true ((invitation == NULL) == (error != NULL));
  if (invitation == NULL)
    return;

  for (guint i = 0; i < invitation->seats->len; i++)
    ik_interview_free (ik_invitation_make_interview (invitation, invitation->seats->pdata[i]));

  written = ik_invitation_to_document (invitation);
  again = ik_invitation_from_document (written, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (invitation->plan->items->len, ==, again->plan->items->len);
}

static void
read_scorecard (GBytes *bytes)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(IkScorecard) scorecard = ik_scorecard_from_document (bytes, &error);
  g_autoptr(GBytes) written = NULL;
  g_autoptr(IkScorecard) again = NULL;

  g_assert_true ((scorecard == NULL) == (error != NULL));
  if (scorecard == NULL)
    return;

  written = ik_scorecard_to_document (scorecard);
  again = ik_scorecard_from_document (written, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (scorecard->interview->items->len, ==, again->interview->items->len);
}

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr(GBytes) bytes = g_bytes_new (data, size);

  read_files (bytes);
  read_invitation (bytes);
  read_scorecard (bytes);

  return 0;
}
