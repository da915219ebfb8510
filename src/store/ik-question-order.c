#include "ik-question-columns.h"

#include "ik-database-private.h"

#include <string.h>

/* The orders of the columns: all places by something else than the bank. */

typedef struct
{
  guint64 key;
  guint32 place;
} KeyedPlace;

static int
compare_keys_cb (gconstpointer one,
                 gconstpointer other)
{
  const KeyedPlace *a = one;
  const KeyedPlace *b = other;

  if (a->key != b->key)
    return a->key < b->key ? -1 : 1;

  return a->place < b->place ? -1 : a->place > b->place;
}

static GArray *
sort_places (GArray *keyed)
{
  GArray *places = g_array_sized_new (FALSE, FALSE, sizeof (guint32), keyed->len);

  g_array_sort (keyed, compare_keys_cb);
  for (guint i = 0; i < keyed->len; i++)
    g_array_append_val (places, g_array_index (keyed, KeyedPlace, i).place);

  return places;
}

static GArray *
create_keyed (const IkQuestionColumns *self)
{
  GArray *keyed = g_array_sized_new (FALSE, FALSE, sizeof (KeyedPlace), self->facts->len);

  for (guint i = 0; i < self->facts->len; i++)
    {
      const KeyedPlace one = { 0, i };

      g_array_append_val (keyed, one);
    }

  return keyed;
}

static int
compare_level_names_cb (gconstpointer one,
                        gconstpointer other,
                        gpointer      data)
{
  const GPtrArray *levels = data;

  return ik_question_level_compare (levels->pdata[*(const guint32 *) one],
                                    levels->pdata[*(const guint32 *) other]);
}

/* Returns the rank of each level. */
static GArray *
rank_levels (const IkQuestionColumns *self)
{
  g_autoptr(GArray) order = g_array_new (FALSE, FALSE, sizeof (guint32));
  GArray *ranks = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < self->levels->len; i++)
    g_array_append_val (order, i);
  g_array_sort_with_data (order, compare_level_names_cb, self->levels);

  g_array_set_size (ranks, order->len);
  for (guint32 i = 0; i < order->len; i++)
    g_array_index (ranks, guint32, g_array_index (order, guint32, i)) = i;

  return ranks;
}

static void
set_number_keys (const IkQuestionColumns *self,
                 GArray                  *keyed,
                 IkQuestionSort           sort)
{
  g_autoptr(GArray) ranks = rank_levels (self);

  for (guint i = 0; i < keyed->len; i++)
    {
      const IkQuestionFact *fact = ik_question_columns_get_fact (self, i);
      guint64 *key = &g_array_index (keyed, KeyedPlace, i).key;

      if (sort == IK_QUESTION_SORT_MINUTES)
        *key = fact->minutes;
      else if (sort == IK_QUESTION_SORT_LEVEL)
        *key = g_array_index (ranks, guint32, fact->level);
      else if (sort == IK_QUESTION_SORT_CHANGED)
        *key = (guint64) MAX (fact->changed_at_us, 0);
    }

  if (sort == IK_QUESTION_SORT_LAST_USED)
    {
      for (guint i = 0; i < self->uses->len; i++)
        {
          const IkQuestionUse *use = &g_array_index (self->uses, IkQuestionUse, i);

          g_array_index (keyed, KeyedPlace, use->place).key = (guint64) MAX (use->at_us, 0);
        }
    }
}

/* Prompts. Their keys stand one behind the other in one text. */

static void
append_folded (GString    *keys,
               const char *prompt)
{
  g_autofree char *apart = NULL;
  g_autofree char *lower = NULL;

  if (g_str_is_ascii (prompt))
    {
      gsize length = keys->len;

      g_string_append (keys, prompt);
      for (char *p = keys->str + length; *p != '\0'; p++)
        *p = g_ascii_tolower (*p);
      return;
    }

  apart = g_utf8_normalize (prompt, -1, G_NORMALIZE_ALL);
  lower = g_utf8_casefold (apart != NULL ? apart : prompt, -1);
  for (const char *p = lower; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (!g_unichar_ismark (character))
        g_string_append_unichar (keys, character);
    }
}

static int
compare_prompts_cb (gconstpointer one,
                    gconstpointer other,
                    gpointer      data)
{
  const char *keys = data;
  const KeyedPlace *a = one;
  const KeyedPlace *b = other;
  int order = strcmp (keys + a->key, keys + b->key);

  return order != 0 ? order : compare_keys_cb (one, other);
}

static GArray *
sort_by_prompt (const IkQuestionColumns  *self,
                IkDatabase               *database,
                GError                  **error)
{
  g_autoptr(GArray) keyed = create_keyed (self);
  g_autoptr(GString) keys = g_string_new (NULL);
  g_autoptr(IkStatement) list =
    ik_database_prepare (database, "SELECT seq, prompt FROM question ORDER BY seq");
  GArray *places;
  guint hint = 0;

  while (ik_statement_next (list))
    {
      guint place = ik_question_columns_find (self, ik_statement_get_int64 (list, 0), &hint);

      if (place == IK_QUESTION_PLACE_NONE)
        continue;

      g_array_index (keyed, KeyedPlace, place).key = keys->len;
      append_folded (keys, ik_statement_get_text (list, 1));
      g_string_append_c (keys, '\0');
    }
  if (!ik_statement_finish (list, error))
    return NULL;

  g_array_sort_with_data (keyed, compare_prompts_cb, keys->str);
  places = g_array_sized_new (FALSE, FALSE, sizeof (guint32), keyed->len);
  for (guint i = 0; i < keyed->len; i++)
    g_array_append_val (places, g_array_index (keyed, KeyedPlace, i).place);

  return places;
}

/**
 * ik_question_columns_get_order:
 * @self: columns
 * @database: the connection they are of
 * @sort: an #IkQuestionSort other than relevance and the order of the bank
 * @error: return location
 *
 * Sorts all questions when it is asked for the first time: that by prompt reads
 * the prompts, 2 µs each.
 *
 * Returns: (transfer none) (element-type guint32): their places in that order
 */
GArray *
ik_question_columns_get_order (IkQuestionColumns  *self,
                               IkDatabase         *database,
                               IkQuestionSort      sort,
                               GError            **error)
{
  if (self->orders[sort] == NULL && sort == IK_QUESTION_SORT_PROMPT)
    self->orders[sort] = sort_by_prompt (self, database, error);
  else if (self->orders[sort] == NULL)
    {
      g_autoptr(GArray) keyed = create_keyed (self);

      set_number_keys (self, keyed, sort);
      self->orders[sort] = sort_places (keyed);
    }

  return self->orders[sort];
}
