#include "ik-adherence.h"

static void
add_answer (IkAdherence           *self,
            const IkInsightAnswer *answer)
{
  if (!answer->is_planned)
    {
      self->n_added++;
      return;
    }

  self->n_planned++;
  self->n_required += answer->is_required ? 1 : 0;
  if (!answer->is_asked)
    return;

  self->n_asked++;
  self->n_required_asked += answer->is_required ? 1 : 0;
  self->n_reworded += answer->is_reworded ? 1 : 0;
  self->n_scored += answer->is_scored ? 1 : 0;
  self->n_rated += answer->rating != IK_RATING_NONE ? 1 : 0;
}

static int
compare (gconstpointer one,
         gconstpointer other)
{
  return g_utf8_collate (((const IkAdherence *) one)->name, ((const IkAdherence *) other)->name);
}

static IkAdherence *
find (GHashTable *table,
      const char *key,
      const char *name)
{
  IkAdherence *self = g_hash_table_lookup (table, key);

  if (self == NULL)
    {
      self = g_new0 (IkAdherence, 1);
      self->name = name;
      g_hash_table_insert (table, (gpointer) key, self);
    }

  return self;
}

/**
 * ik_adherence_new:
 * @interviews: (element-type IkInsightInterview): interviews
 * @by_interviewer: whether by who held them rather than by what was to be asked
 *
 * Counts how often what was planned was asked, and how often what was asked was
 * rated. Asking everybody the same questions and rating each answer are two of
 * the parts that make an interview structured (Campion, Palmer and Campion 1997,
 * Personnel Psychology 50(3), 655–702).
 *
 * Returns: (transfer full) (element-type IkAdherence): by name. The names are
 *   those of @interviews
 */
GArray *
ik_adherence_new (GPtrArray *interviews,
                  gboolean   by_interviewer)
{
  g_autoptr(GHashTable) table = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  GArray *list = g_array_new (FALSE, FALSE, sizeof (IkAdherence));
  GHashTableIter iter;
  gpointer value;

  for (guint i = 0; i < interviews->len; i++)
    {
      const IkInsightInterview *interview = interviews->pdata[i];
      IkAdherence *self = by_interviewer
                          ? find (table, interview->interviewer_id, interview->interviewer_name)
                          : find (table, interview->set_key, interview->set_title);

      self->n_interviews++;
      for (guint k = 0; k < interview->answers->len; k++)
        add_answer (self, &g_array_index (interview->answers, IkInsightAnswer, k));
    }

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_array_append_vals (list, value, 1);
  g_array_sort (list, compare);

  return list;
}
