#include "ik-set-fill.h"

/* FNV-1a and the finalizer of SplitMix64 (Steele, Lea, Flood 2014): the same on
 * every machine, unlike the hashes of GLib, which may change. */
#define FNV_OFFSET G_GUINT64_CONSTANT (0xcbf29ce484222325)
#define FNV_PRIME G_GUINT64_CONSTANT (0x100000001b3)

/**
 * ik_set_offer_new:
 * @question_id: a question that is not in the set
 * @competency_id: (nullable): what it measures
 * @minutes: planned minutes, 1 or more
 * @n_asked: in how many interviews it was asked
 *
 * Returns: (transfer full): an offer
 */
IkSetOffer *
ik_set_offer_new (const char *question_id,
                  const char *competency_id,
                  guint       minutes,
                  guint       n_asked)
{
  IkSetOffer *self = g_new0 (IkSetOffer, 1);

  self->question_id = g_strdup (question_id);
  self->competency_id = g_strdup (competency_id);
  self->minutes = minutes;
  self->n_asked = n_asked;

  return self;
}

/**
 * ik_set_offer_free:
 * @self: (transfer full): an offer
 */
void
ik_set_offer_free (IkSetOffer *self)
{
  g_free (self->question_id);
  g_free (self->competency_id);
  g_free (self);
}

static guint64
shuffle (const char *id,
         guint       seed)
{
  guint64 hash = FNV_OFFSET ^ seed;

  for (const char *byte = id; *byte != '\0'; byte++)
    hash = (hash ^ (guchar) *byte) * FNV_PRIME;
  hash = (hash ^ (hash >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  hash = (hash ^ (hash >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);

  return hash ^ (hash >> 31);
}

/* Questions without a competency count as one. */
static const char *
get_key (const char *competency_id)
{
  return competency_id != NULL ? competency_id : "";
}

static guint
get_count (GHashTable *counts,
           const char *competency_id)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (counts, get_key (competency_id)));
}

static void
count (GHashTable *counts,
       const char *competency_id)
{
  g_hash_table_insert (counts, (gpointer) get_key (competency_id),
                       GUINT_TO_POINTER (get_count (counts, competency_id) + 1));
}

typedef struct
{
  const IkSetOffer *offer;
  guint64           place; /* in the order of the seed */
} Entry;

/* Unseen first, then what is measured least, then by lot. */
static gboolean
is_better (const Entry *one,
           const Entry *other,
           GHashTable  *counts)
{
  guint n_one = get_count (counts, one->offer->competency_id);
  guint n_other = get_count (counts, other->offer->competency_id);

  if (one->offer->n_asked != other->offer->n_asked)
    return one->offer->n_asked < other->offer->n_asked;
  if (n_one != n_other)
    return n_one < n_other;
  if (one->place != other->place)
    return one->place < other->place;

  return g_strcmp0 (one->offer->question_id, other->offer->question_id) < 0;
}

/* Those that are measured; questions without one ask for no judgement more. */
static guint
count_competencies (GHashTable *counts)
{
  return g_hash_table_size (counts) - (g_hash_table_contains (counts, "") ? 1 : 0);
}

/* Index of the best one that fits, or the number of entries for none. */
static guint
find_best (GArray     *entries,
           GHashTable *counts,
           guint       minutes,
           guint       n_competencies)
{
  gboolean is_full = n_competencies > 0 && count_competencies (counts) >= n_competencies;
  guint best = entries->len;

  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);
      gboolean is_new = entry->offer->competency_id != NULL &&
                        get_count (counts, entry->offer->competency_id) == 0;

      if (entry->offer->minutes <= minutes && !(is_full && is_new) &&
          (best == entries->len || is_better (entry, &g_array_index (entries, Entry, best), counts)))
        best = i;
    }

  return best;
}

/**
 * ik_set_fill_pick:
 * @set: a set
 * @offers: (element-type IkSetOffer): what could be added, in any order, none twice
 * @minutes: how many there are to fill
 * @n_most: how many questions at most, 0 for as many as fit
 * @n_competencies: beyond so many nothing new is measured, 0 for any number
 * @seed: another one draws other lots
 *
 * Picks questions until none fits any more: those that were asked least first,
 * among them what the set measures least, among those by lot. The same offers and
 * the same seed always give the same, in whatever order the offers come. Never
 * more than @minutes. O(offers × picked).
 *
 * Returns: (transfer container) (element-type IkSetOffer): what was picked, of
 *   @offers, in the order of picking
 */
GPtrArray *
ik_set_fill_pick (const IkQuestionSet *set,
                  GPtrArray           *offers,
                  guint                minutes,
                  guint                n_most,
                  guint                n_competencies,
                  guint                seed)
{
  GPtrArray *picked = g_ptr_array_new ();
  g_autoptr(GArray) entries = g_array_sized_new (FALSE, FALSE, sizeof (Entry), offers->len);
  g_autoptr(GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  guint best;

  for (guint i = 0; i < offers->len; i++)
    {
      const IkSetOffer *offer = offers->pdata[i];
      Entry entry = { offer, shuffle (offer->question_id, seed) };

      g_array_append_val (entries, entry);
    }
  for (guint i = 0; i < set->items->len; i++)
    count (counts, ((const IkSetItem *) set->items->pdata[i])->competency_id);

  while ((n_most == 0 || picked->len < n_most) &&
         (best = find_best (entries, counts, minutes, n_competencies)) < entries->len)
    {
      const IkSetOffer *offer = g_array_index (entries, Entry, best).offer;

      g_ptr_array_add (picked, (gpointer) offer);
      count (counts, offer->competency_id);
      minutes -= offer->minutes;
      g_array_remove_index_fast (entries, best);
    }

  return picked;
}
