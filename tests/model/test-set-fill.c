/* Filling what is left of a slot. */

#include "ik-set-fill.h"

#define N_CASES 400

static GPtrArray *
offers_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ik_set_offer_free);
}

static GPtrArray *
generate_offers (GRand *rand)
{
  GPtrArray *offers = offers_new ();
  guint n = (guint) g_rand_int_range (rand, 0, 60);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("q%u", i);
      g_autofree char *competency = g_strdup_printf ("c%d", g_rand_int_range (rand, 0, 6));

      g_ptr_array_add (offers, ik_set_offer_new (id, g_rand_boolean (rand) ? competency : NULL,
                                                 (guint) g_rand_int_range (rand, 1, 25),
                                                 (guint) g_rand_int_range (rand, 0, 4)));
    }

  return offers;
}

static void
reverse (GPtrArray *offers)
{
  for (guint i = 0; i < offers->len / 2; i++)
    {
      gpointer offer = offers->pdata[i];

      offers->pdata[i] = offers->pdata[offers->len - 1 - i];
      offers->pdata[offers->len - 1 - i] = offer;
    }
}

static char *
join (GPtrArray *picked)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < picked->len; i++)
    g_string_append_printf (ids, "%s ", ((IkSetOffer *) picked->pdata[i])->question_id);

  return g_string_free (ids, FALSE);
}

static char *
pick (GPtrArray *offers,
      guint      minutes,
      guint      n_most,
      guint      seed)
{
  g_autoptr(IkQuestionSet) set = ik_question_set_new ("T");
  g_autoptr(GPtrArray) picked = ik_set_fill_pick (set, offers, minutes, n_most, 0, seed);

  return join (picked);
}

static void
test_generated (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (20260303);
  g_autoptr(IkQuestionSet) set = ik_question_set_new ("T");

  g_test_summary ("Never over the time, nothing twice, nothing more would fit, order is no matter");

  for (guint i = 0; i < N_CASES; i++)
    {
      g_autoptr(GPtrArray) offers = generate_offers (rand);
      g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
      guint minutes = (guint) g_rand_int_range (rand, 0, 90);
      guint n_most = (guint) g_rand_int_range (rand, 0, 8);
      guint left = minutes;
      g_autoptr(GPtrArray) picked = ik_set_fill_pick (set, offers, minutes, n_most, 0, i);
      g_autofree char *first = join (picked);
      g_autofree char *again = NULL;

      for (guint j = 0; j < picked->len; j++)
        {
          const IkSetOffer *offer = picked->pdata[j];

          g_assert_cmpuint (offer->minutes, <=, left);
          left -= offer->minutes;
          g_assert_true (g_hash_table_add (seen, (gpointer) offer));
        }
      if (n_most > 0)
        g_assert_cmpuint (picked->len, <=, n_most);
      for (guint j = 0; j < offers->len && (n_most == 0 || picked->len < n_most); j++)
        {
          if (!g_hash_table_contains (seen, offers->pdata[j]))
            g_assert_cmpuint (((IkSetOffer *) offers->pdata[j])->minutes, >, left);
        }

      reverse (offers);
      again = pick (offers, minutes, n_most, i);
      g_assert_cmpstr (again, ==, first);
    }
}

static void
test_unseen_first (void)
{
  g_autoptr(GPtrArray) offers = offers_new ();
  g_autofree char *picked = NULL;

  g_test_summary ("What was never asked comes before what was, whatever the seed");

  g_ptr_array_add (offers, ik_set_offer_new ("twice", "a", 5, 2));
  g_ptr_array_add (offers, ik_set_offer_new ("never", "a", 5, 0));
  g_ptr_array_add (offers, ik_set_offer_new ("once", "b", 5, 1));
  for (guint seed = 0; seed < 20; seed++)
    {
      g_autofree char *ids = pick (offers, 15, 0, seed);

      g_assert_cmpstr (ids, ==, "never once twice ");
    }
  picked = pick (offers, 14, 0, 0);
  g_assert_cmpstr (picked, ==, "never once ");
}

static void
test_gaps_first (void)
{
  g_autoptr(GPtrArray) offers = offers_new ();
  g_autoptr(IkQuestionSet) set = ik_question_set_new ("T");
  g_autoptr(IkQuestion) question = ik_question_new ("What?");
  g_autoptr(GPtrArray) picked = NULL;
  g_autofree char *ids = NULL;

  g_test_summary ("Of questions asked as often, those come first that close a gap");

  question->competency_id = g_strdup ("a");
  g_ptr_array_add (set->items, ik_set_item_new (question));
  g_ptr_array_add (offers, ik_set_offer_new ("more of a", "a", 5, 0));
  g_ptr_array_add (offers, ik_set_offer_new ("first of b", "b", 5, 0));
  picked = ik_set_fill_pick (set, offers, 5, 0, 0, 1);
  ids = join (picked);
  g_assert_cmpstr (ids, ==, "first of b ");
}

static void
test_competencies (void)
{
  g_autoptr(GPtrArray) offers = offers_new ();
  g_autoptr(IkQuestionSet) set = ik_question_set_new ("T");
  g_autoptr(IkQuestion) question = ik_question_new ("What?");
  g_autoptr(GPtrArray) picked = NULL;
  g_autofree char *ids = NULL;

  g_test_summary ("Beyond so many competencies more is asked on those that there are, or on none");

  question->competency_id = g_strdup ("a");
  g_ptr_array_add (set->items, ik_set_item_new (question));
  g_ptr_array_add (offers, ik_set_offer_new ("second of a", "a", 5, 3));
  g_ptr_array_add (offers, ik_set_offer_new ("first of b", "b", 5, 0));
  g_ptr_array_add (offers, ik_set_offer_new ("first of c", "c", 5, 1));
  g_ptr_array_add (offers, ik_set_offer_new ("of none", NULL, 5, 2));
  picked = ik_set_fill_pick (set, offers, 60, 0, 2, 1);
  ids = join (picked);
  g_assert_cmpstr (ids, ==, "first of b of none second of a ");
}

static void
test_seed (void)
{
  g_autoptr(GPtrArray) offers = offers_new ();
  g_autoptr(GHashTable) results = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_test_summary ("Another seed gives another choice");

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *id = g_strdup_printf ("q%u", i);

      g_ptr_array_add (offers, ik_set_offer_new (id, NULL, 5, 0));
    }
  for (guint seed = 0; seed < 10; seed++)
    g_hash_table_add (results, pick (offers, 15, 0, seed));
  g_assert_cmpuint (g_hash_table_size (results), ==, 10);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/set-fill/generated", test_generated);
  g_test_add_func ("/model/set-fill/unseen-first", test_unseen_first);
  g_test_add_func ("/model/set-fill/gaps-first", test_gaps_first);
  g_test_add_func ("/model/set-fill/competencies", test_competencies);
  g_test_add_func ("/model/set-fill/seed", test_seed);

  return g_test_run ();
}
