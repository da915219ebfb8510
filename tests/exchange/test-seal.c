/* The files of a panel: what was signed and sealed comes back, and nothing else
 * is ever taken for it. */

#include "ik-key-pair-private.h"
#include "ik-seal.h"

#include <string.h>

#define N_MUTATED 10000

/* Of an .ikscore: the header and whom it is sealed to. */
#define HEAD_BYTES 28

static const char secret_one[] = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

typedef struct
{
  IkKeyPair *chair;
  IkKeyPair *member;
  IkKeyPair *stranger;
  GBytes    *document;
  GBytes    *scorecard;
  GBytes    *invitation;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->chair = ik_key_pair_new ();
  fixture->member = ik_key_pair_new ();
  fixture->stranger = ik_key_pair_new ();
  fixture->document = g_bytes_new_static ("{\"rating\": 4}", 13);
  fixture->scorecard = ik_seal_scorecard (fixture->document, fixture->member,
                                          ik_key_pair_get_public (fixture->chair));
  fixture->invitation = ik_seal_sign_invitation (fixture->document, fixture->chair);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  ik_key_pair_free (fixture->chair);
  ik_key_pair_free (fixture->member);
  ik_key_pair_free (fixture->stranger);
  g_bytes_unref (fixture->document);
  g_bytes_unref (fixture->scorecard);
  g_bytes_unref (fixture->invitation);
}

static void
test_round_trip (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) score = NULL;
  g_autoptr(GBytes) invitation = NULL;
  IkPublicKey key;

  score = ik_seal_open_scorecard (fixture->scorecard, fixture->chair, &key, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (score, fixture->document));
  g_assert_true (ik_public_key_equal (&key, ik_key_pair_get_public (fixture->member)));

  invitation = ik_seal_open_invitation (fixture->invitation, &key, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (invitation, fixture->document));
  g_assert_true (ik_public_key_equal (&key, ik_key_pair_get_public (fixture->chair)));
}

/* An empty document and one that fills its padding to the last byte. */
static void
test_sizes (Fixture       *fixture,
            gconstpointer  data)
{
  for (gsize size = 0; size < 9000; size += size < 3960 || size > 3975 ? 120 : 1)
    {
      g_autofree guint8 *filled = g_malloc0 (size + 1);
      g_autoptr(GBytes) document = g_bytes_new (filled, size);
      g_autoptr(GBytes) file = ik_seal_scorecard (document, fixture->member,
                                                  ik_key_pair_get_public (fixture->chair));
      g_autoptr(GError) error = NULL;
      IkPublicKey key;
      g_autoptr(GBytes) opened = ik_seal_open_scorecard (file, fixture->chair, &key, &error);

      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (opened, document));
      g_assert_cmpuint ((g_bytes_get_size (file) - HEAD_BYTES - crypto_box_SEALBYTES) % 4096, ==, 0);
    }
}

/* What others shall be able to tell a file by, and what no later version may
 * change. */
static void
test_first_bytes (Fixture       *fixture,
                  gconstpointer  data)
{
  static const guint8 panel[] = { 0x89, 'I', 'K', 'P', 'A', 'N', 'E', 'L', '\r', '\n', 0, 1 };
  static const guint8 score[] = { 0x89, 'I', 'K', 'S', 'C', 'O', 'R', 'E', '\r', '\n', 0, 1 };
  g_autoptr(GBytes) start = g_bytes_new_from_bytes (fixture->scorecard, 0, 7);

  g_assert_cmpmem (panel, sizeof panel, g_bytes_get_data (fixture->invitation, NULL), sizeof panel);
  g_assert_cmpmem (score, sizeof score, g_bytes_get_data (fixture->scorecard, NULL), sizeof score);
  g_assert_cmpint (ik_seal_get_kind (fixture->invitation), ==, IK_SEAL_INVITATION);
  g_assert_cmpint (ik_seal_get_kind (fixture->scorecard), ==, IK_SEAL_SCORECARD);
  g_assert_cmpint (ik_seal_get_kind (fixture->document), ==, IK_SEAL_NONE);
  g_assert_cmpint (ik_seal_get_kind (start), ==, IK_SEAL_NONE);
}

/* The words in it and whose it is can't be read on the way. */
static void
test_nothing_shows (Fixture       *fixture,
                    gconstpointer  data)
{
  gsize size;
  const void *file = g_bytes_get_data (fixture->scorecard, &size);
  const IkPublicKey *member = ik_key_pair_get_public (fixture->member);

  g_assert_null (memmem (file, size, "rating", strlen ("rating")));
  g_assert_null (memmem (file, size, member->sign, sizeof member->sign));
  g_assert_null (memmem (file, size, member->box, sizeof member->box));
}

static GByteArray *
copy (GBytes *file)
{
  GByteArray *array = g_byte_array_new ();
  gsize size;
  const guint8 *data = g_bytes_get_data (file, &size);

  return g_byte_array_append (array, data, (guint) size);
}

static void
assert_refused (Fixture    *fixture,
                GByteArray *array, /* (transfer full) */
                int         code)
{
  g_autoptr(GBytes) file = g_byte_array_free_to_bytes (array);
  g_autoptr(GError) error = NULL;
  IkPublicKey key;
  gboolean is_invitation = ik_seal_get_kind (file) == IK_SEAL_INVITATION;
  g_autoptr(GBytes) opened = is_invitation ? ik_seal_open_invitation (file, &key, &error)
                                           : ik_seal_open_scorecard (file, fixture->chair, &key,
                                                                     &error);

  g_assert_null (opened);
  if (code >= 0)
    g_assert_error (error, IK_EXCHANGE_ERROR, code);
  else
    g_assert_true (error != NULL && error->domain == IK_EXCHANGE_ERROR);
}

static void
test_versions (Fixture       *fixture,
               gconstpointer  data)
{
  GBytes *files[] = { fixture->invitation, fixture->scorecard };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      GByteArray *newer = copy (files[i]);
      GByteArray *much_newer = copy (files[i]);
      GByteArray *none = copy (files[i]);

      newer->data[11] = 2;
      much_newer->data[10] = 1;
      none->data[11] = 0;
      assert_refused (fixture, newer, IK_EXCHANGE_ERROR_NEWER);
      assert_refused (fixture, much_newer, IK_EXCHANGE_ERROR_NEWER);
      assert_refused (fixture, none, IK_EXCHANGE_ERROR_ALTERED);
      assert_refused (fixture, g_byte_array_set_size (copy (files[i]), 9),
                      IK_EXCHANGE_ERROR_ALTERED);
      assert_refused (fixture, g_byte_array_set_size (copy (files[i]), 12),
                      IK_EXCHANGE_ERROR_ALTERED);
      assert_refused (fixture, g_byte_array_set_size (copy (files[i]), 7),
                      IK_EXCHANGE_ERROR_INVALID);
    }
}

static void
test_wrong_key (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  IkPublicKey key;

  g_assert_null (ik_seal_open_scorecard (fixture->scorecard, fixture->stranger, &key, &error));
  g_assert_error (error, IK_EXCHANGE_ERROR, IK_EXCHANGE_ERROR_WRONG_KEY);
}

/* What a chair could read out of a box, and anybody could put into another. */
static GByteArray *
open_inner (Fixture *fixture)
{
  gsize size;
  const guint8 *file = g_bytes_get_data (fixture->scorecard, &size);
  GByteArray *inner = g_byte_array_new ();

  g_byte_array_set_size (inner, (guint) (size - HEAD_BYTES - crypto_box_SEALBYTES));
  g_assert_cmpint (crypto_box_seal_open (inner->data, file + HEAD_BYTES, size - HEAD_BYTES,
                                         fixture->chair->public_key.box,
                                         fixture->chair->box_secret), ==, 0);
  return inner;
}

static GByteArray *
seal_again (GBytes            *scorecard,
            GByteArray        *inner, /* (transfer full) */
            const IkPublicKey *to)
{
  GByteArray *file = g_byte_array_set_size (copy (scorecard), HEAD_BYTES);

  crypto_generichash (file->data + 12, 16, (const guint8 *) to, sizeof *to, NULL, 0);
  g_byte_array_set_size (file, HEAD_BYTES + crypto_box_SEALBYTES + inner->len);
  g_assert_cmpint (crypto_box_seal (file->data + HEAD_BYTES, inner->data, inner->len, to->box),
                   ==, 0);
  g_byte_array_unref (inner);

  return file;
}

/* A chair can't hand a scorecard on as though it were meant for somebody else. */
static void
test_not_forwarded (Fixture       *fixture,
                    gconstpointer  data)
{
  const IkPublicKey *other = ik_key_pair_get_public (fixture->stranger);
  g_autoptr(GBytes) file = g_byte_array_free_to_bytes (seal_again (fixture->scorecard,
                                                                   open_inner (fixture), other));
  g_autoptr(GError) error = NULL;
  IkPublicKey key;

  g_assert_null (ik_seal_open_scorecard (file, fixture->stranger, &key, &error));
  g_assert_error (error, IK_EXCHANGE_ERROR, IK_EXCHANGE_ERROR_ALTERED);
}

/* Another's name over somebody's words. */
static void
test_not_claimed (Fixture       *fixture,
                  gconstpointer  data)
{
  GByteArray *inner = open_inner (fixture);

  memcpy (inner->data, ik_key_pair_get_public (fixture->stranger), sizeof (IkPublicKey));
  assert_refused (fixture, seal_again (fixture->scorecard, inner,
                                       ik_key_pair_get_public (fixture->chair)),
                  IK_EXCHANGE_ERROR_ALTERED);
}

/* Mutations */

static void
flip_bits (GByteArray *file,
           guint       from)
{
  guint n = (guint) g_test_rand_int_range (1, 5);

  for (guint i = 0; i < n; i++)
    file->data[g_test_rand_int_range ((int) from, (int) file->len)] ^=
      (guint8) (1 << g_test_rand_int_range (0, 8));
}

static void
swap_bytes (GByteArray *file)
{
  guint length = (guint) g_test_rand_int_range (1, 40);
  guint one = (guint) g_test_rand_int_range (0, (int) (file->len - length));
  guint other = (guint) g_test_rand_int_range (0, (int) (file->len - length));
  g_autofree guint8 *kept = g_memdup2 (file->data + one, length);

  memmove (file->data + one, file->data + other, length);
  memcpy (file->data + other, kept, length);
}

static void
insert_bytes (GByteArray *file)
{
  guint at = (guint) g_test_rand_int_range (0, (int) file->len + 1);
  guint length = (guint) g_test_rand_int_range (1, 40);
  guint size = file->len;

  g_byte_array_set_size (file, size + length);
  memmove (file->data + at + length, file->data + at, size - at);
  for (guint i = 0; i < length; i++)
    file->data[at + i] = (guint8) g_test_rand_int ();
}

/* The start of one file with the end of another of the same member's. */
static GByteArray *
splice (Fixture  *fixture,
        GBytes   *file,
        gboolean  is_invitation)
{
  g_autoptr(GBytes) document = g_bytes_new_static ("{\"rating\": 1}", 13);
  g_autoptr(GBytes) other = is_invitation
    ? ik_seal_sign_invitation (document, fixture->chair)
    : ik_seal_scorecard (document, fixture->member, ik_key_pair_get_public (fixture->chair));
  GByteArray *spliced = copy (file);
  gsize size;
  const guint8 *tail = g_bytes_get_data (other, &size);
  guint at = (guint) g_test_rand_int_range (is_invitation ? 80 : HEAD_BYTES + 1,
                                            is_invitation ? 140 : (int) size - 4);

  memcpy (spliced->data + at, tail + at, size - at);
  return spliced;
}

/* What opens: altered, sealed anew with the chair's key, which all know. */
static GByteArray *
alter_inside (Fixture *fixture)
{
  GByteArray *inner = open_inner (fixture);

  if (g_test_rand_bit ())
    flip_bits (inner, 0);
  else
    swap_bytes (inner);

  return seal_again (fixture->scorecard, inner, ik_key_pair_get_public (fixture->chair));
}

static GByteArray *
mutate (Fixture  *fixture,
        gboolean  is_invitation)
{
  GBytes *file = is_invitation ? fixture->invitation : fixture->scorecard;
  GByteArray *mutated = copy (file);

  switch (g_test_rand_int_range (0, is_invitation ? 5 : 6))
    {
    case 0:
      flip_bits (mutated, 0);
      return mutated;

    case 1:
      return g_byte_array_set_size (mutated, (guint) g_test_rand_int_range (0, (int) mutated->len));

    case 2:
      swap_bytes (mutated);
      return mutated;

    case 3:
      insert_bytes (mutated);
      return mutated;

    case 4:
      g_byte_array_unref (mutated);
      return splice (fixture, file, is_invitation);

    default:
      g_byte_array_unref (mutated);
      return alter_inside (fixture);
    }
}

static gboolean
is_the_same (GByteArray *mutated,
             GBytes     *file)
{
  return mutated->len == g_bytes_get_size (file) &&
         memcmp (mutated->data, g_bytes_get_data (file, NULL), mutated->len) == 0;
}

/* Of what was sealed anew: the padding carries nothing. */
static gboolean
says_the_same (Fixture    *fixture,
               GByteArray *mutated)
{
  g_autoptr(GBytes) file = g_bytes_new (mutated->data, mutated->len);
  IkPublicKey key;
  g_autoptr(GBytes) opened = ik_seal_get_kind (file) == IK_SEAL_SCORECARD
    ? ik_seal_open_scorecard (file, fixture->chair, &key, NULL) : NULL;

  return opened != NULL && g_bytes_equal (opened, fixture->document) &&
         ik_public_key_equal (&key, ik_key_pair_get_public (fixture->member));
}

static void
test_mutated (Fixture       *fixture,
              gconstpointer  data)
{
  guint n_refused = 0;

  for (guint i = 0; n_refused < N_MUTATED; i++)
    {
      gboolean is_invitation = i % 4 == 0;
      GByteArray *mutated = mutate (fixture, is_invitation);

      /* A swap of like bytes alters nothing. */
      if (is_the_same (mutated, is_invitation ? fixture->invitation : fixture->scorecard) ||
          says_the_same (fixture, mutated))
        {
          g_byte_array_unref (mutated);
          continue;
        }

      assert_refused (fixture, mutated, -1);
      n_refused++;
    }
}

/* Keys */

static void
test_secret (void)
{
  g_autoptr(IkKeyPair) one = ik_key_pair_new_from_secret (secret_one);
  g_autoptr(IkKeyPair) again = NULL;
  char *secret = ik_key_pair_dup_secret (one);
  g_autofree char *text = ik_public_key_to_text (ik_key_pair_get_public (one));
  IkPublicKey read;

  g_assert_cmpstr (secret, ==, secret_one);
  again = ik_key_pair_new_from_secret (secret);
  g_assert_true (ik_public_key_equal (ik_key_pair_get_public (one),
                                      ik_key_pair_get_public (again)));
  g_assert_true (ik_public_key_from_text (&read, text));
  g_assert_true (ik_public_key_equal (&read, ik_key_pair_get_public (one)));
  ik_key_secret_free (secret);
  ik_key_secret_free (NULL);

  g_assert_null (ik_key_pair_new_from_secret (""));
  g_assert_null (ik_key_pair_new_from_secret ("AAECAwQFBgc="));
  g_assert_null (ik_key_pair_new_from_secret ("no secret at all"));
  g_assert_false (ik_public_key_from_text (&read, "AAECAwQFBgc="));
}

/* The words of a key are told on the phone: no version may change them. */
static void
test_words (void)
{
  g_autoptr(IkKeyPair) one = ik_key_pair_new_from_secret (secret_one);
  g_autoptr(IkKeyPair) other = ik_key_pair_new ();
  g_autofree char *words = ik_public_key_to_words (ik_key_pair_get_public (one));
  g_autofree char *other_words = ik_public_key_to_words (ik_key_pair_get_public (other));

  g_assert_cmpstr (words, ==, "seal uncle dinner cabin apron mountain mirror corner");
  g_assert_cmpstr (words, !=, other_words);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) \
  g_test_add ("/exchange/seal/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("round-trip", test_round_trip);
  ADD ("sizes", test_sizes);
  ADD ("first-bytes", test_first_bytes);
  ADD ("nothing-shows", test_nothing_shows);
  ADD ("versions", test_versions);
  ADD ("wrong-key", test_wrong_key);
  ADD ("not-forwarded", test_not_forwarded);
  ADD ("not-claimed", test_not_claimed);
  ADD ("mutated", test_mutated);
  g_test_add_func ("/exchange/key-pair/secret", test_secret);
  g_test_add_func ("/exchange/key-pair/words", test_words);

  return g_test_run ();
}
