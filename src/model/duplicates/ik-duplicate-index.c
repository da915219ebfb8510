#include "ik-duplicate-index.h"

#include "ik-duplicate-check.h"
#include "ik-posting-table.h"

/* Fewer words than this that matter: all of them have to be there. */
#define SHORT_PROMPT 4

/* The rarest words of a prompt that its keys are made of, at most. */
#define MAX_PREFIX 8

/* Each three of them, the prompt, and the whole. */
#define MAX_KEYS (MAX_PREFIX * (MAX_PREFIX - 1) * (MAX_PREFIX - 2) / 6 + 2)

/* So many questions of one key are looked at: what more of them share is no mark
 * of any. It keeps the time linear whatever is in the bank. */
#define MAX_LOOKS 128

/* Between two words about progress, in questions. */
#define PROGRESS_STEP 1024

/* Where a question has its terms in IkDuplicateIndex.terms and its bonds in
 * IkDuplicateIndex.bonds. */
typedef struct
{
  guint    prompt;
  guint    details;
  guint    end;
  guint    bonds;
  guint    bonds_end;
  gboolean has_code;
} Entry;

/**
 * IkDuplicateIndex:
 *
 * Finds the questions that ask the same among very many, without comparing each
 * with each: two prompts that differ in at most d of their words share three of
 * the d + 3 that are the rarest in all (prefix filtering: Chaudhuri, Ganti, Kaushik
 * 2006; with several words instead of one: Wang, Li, Feng 2012), so only those are
 * compared that do. For one thread at a time.
 */
struct _IkDuplicateIndex
{
  IkTermTable     *table;    /* (owned) */
  GArray          *terms;    /* (owned) (element-type IkTerm): question by question */
  GArray          *bonds;    /* (owned) (element-type IkBond) */
  GArray          *entries;  /* (owned) (element-type Entry) */
  GHashTable      *apart;    /* (owned) (element-type gint64): pairs that are not the same */
  GHashTable      *prompts;  /* (owned) (element-type gint64 gint64): from the key of a prompt to
                              * that of the details that stand with it, 0 where several do */
  IkPostingTable  *postings; /* (owned): leaders by key */
  GArray          *seen;     /* (owned) (element-type guint): by leader, who looked at it last */
  IkQuestionTerms  read;     /* scratch */
};

/**
 * ik_duplicate_index_new:
 *
 * Returns: (transfer full): an empty index
 */
IkDuplicateIndex *
ik_duplicate_index_new (void)
{
  IkDuplicateIndex *self = g_new0 (IkDuplicateIndex, 1);

  self->table = ik_term_table_new ();
  self->terms = g_array_new (FALSE, FALSE, sizeof (IkTerm));
  self->bonds = g_array_new (FALSE, FALSE, sizeof (IkBond));
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->apart = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->prompts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->postings = ik_posting_table_new ();
  self->seen = g_array_new (FALSE, TRUE, sizeof (guint));
  ik_question_terms_init (&self->read);

  return self;
}

/**
 * ik_duplicate_index_free:
 * @self: (transfer full): an index
 */
void
ik_duplicate_index_free (IkDuplicateIndex *self)
{
  ik_question_terms_clear (&self->read);
  g_array_unref (self->seen);
  ik_posting_table_free (self->postings);
  g_hash_table_unref (self->prompts);
  g_hash_table_unref (self->apart);
  g_array_unref (self->entries);
  g_array_unref (self->bonds);
  g_array_unref (self->terms);
  ik_term_table_free (self->table);
  g_free (self);
}

static guint
append_all (GArray *array,
            GArray *more)
{
  guint start = array->len;

  if (more->len > 0)
    g_array_append_vals (array, more->data, more->len);

  return start;
}

/**
 * ik_duplicate_index_add:
 * @self: an index
 * @prompt: what is asked, valid UTF-8
 * @details: what belongs to it, "" where nothing does
 *
 * Returns: the number of the question: how many were added before
 */
guint
ik_duplicate_index_add (IkDuplicateIndex *self,
                        const char       *prompt,
                        const char       *details)
{
  Entry entry;

  g_return_val_if_fail (self != NULL && prompt != NULL && details != NULL, 0);

  ik_term_table_read (self->table, prompt, details, &self->read);
  entry.prompt = append_all (self->terms, self->read.prompt);
  entry.details = append_all (self->terms, self->read.details);
  entry.end = self->terms->len;
  entry.bonds = append_all (self->bonds, self->read.bonds);
  entry.bonds_end = self->bonds->len;
  entry.has_code = self->read.has_code;
  g_array_append_val (self->entries, entry);

  return self->entries->len - 1;
}

static gint64
get_pair (guint one,
          guint other)
{
  return (gint64) MIN (one, other) << 32 | MAX (one, other);
}

/**
 * ik_duplicate_index_set_apart:
 * @self: an index
 * @one: number of a question
 * @other: number of another one
 *
 * Has the two never count as the same: somebody said that they are not.
 */
void
ik_duplicate_index_set_apart (IkDuplicateIndex *self,
                              guint             one,
                              guint             other)
{
  gint64 pair = get_pair (one, other);

  g_return_if_fail (MAX (one, other) < self->entries->len);

  g_hash_table_add (self->apart, g_memdup2 (&pair, sizeof pair));
}

static const IkTerm *
get_terms (IkDuplicateIndex *self,
           guint             start)
{
  return (const IkTerm *) (gconstpointer) self->terms->data + start;
}

static IkComparedQuestion
get_compared (IkDuplicateIndex *self,
              guint             question)
{
  const Entry *entry = &g_array_index (self->entries, Entry, question);

  return (IkComparedQuestion) {
           .prompt = { get_terms (self, entry->prompt), entry->details - entry->prompt },
           .details = { get_terms (self, entry->details), entry->end - entry->details },
           .bonds = (const IkBond *) (gconstpointer) self->bonds->data + entry->bonds,
           .n_bonds = entry->bonds_end - entry->bonds,
           .has_code = entry->has_code,
  };
}

/* Keys */

/* The finalizer of MurmurHash3 (A. Appleby), which leaves no pattern. */
static guint64
mix (guint64 value)
{
  value = (value ^ value >> 33) * G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
  value = (value ^ value >> 33) * G_GUINT64_CONSTANT (0xc4ceb9fe1a85ec53);

  return value ^ value >> 33;
}

/* Never 0, which stands for none. */
static guint64
get_whole_key (IkDuplicateIndex *self,
               guint             start,
               guint             end)
{
  const IkTerm *terms = get_terms (self, 0);
  guint64 key = end - start;

  for (guint i = start; i < end; i++)
    key = mix (key * 31 + ik_term_get_number (terms[i]) + 1);

  return key | 1;
}

/* The rarer one first; in one and the same order for all questions. */
static gboolean
is_rarer (IkDuplicateIndex *self,
          IkTerm            one,
          IkTerm            other)
{
  guint n_one = ik_term_table_count_uses (self->table, one);
  guint n_other = ik_term_table_count_uses (self->table, other);

  return n_one != n_other ? n_one < n_other : one < other;
}

/* The rarest terms of a prompt, each once, at most @limit. */
static guint
find_rarest (IkDuplicateIndex *self,
             const Entry      *entry,
             guint             limit,
             IkTerm            rarest[MAX_PREFIX])
{
  const IkTerm *terms = get_terms (self, 0);
  guint n = 0;

  for (guint i = entry->prompt; i < entry->details; i++)
    {
      IkTerm term = ik_term_get_number (terms[i]);
      guint place = n;

      while (place > 0 && is_rarer (self, term, rarest[place - 1]))
        place--;
      if (place == limit || (place > 0 && rarest[place - 1] == term))
        continue;

      n = MIN (n + 1, limit);
      for (guint j = n - 1; j > place; j--)
        rarest[j] = rarest[j - 1];
      rarest[place] = term;
    }

  return n;
}

static guint
add_triples (const IkTerm *rarest,
             guint         n_rarest,
             guint64      *keys)
{
  guint n = 0;

  for (guint i = 0; i < n_rarest; i++)
    {
      for (guint j = i + 1; j < n_rarest; j++)
        {
          for (guint k = j + 1; k < n_rarest; k++)
            keys[n++] = mix (mix ((guint64) rarest[i] << 32 | rarest[j]) + rarest[k]);
        }
    }

  return n;
}

/* Of the prompt, of all, and of each three of the prompt's rarest terms. */
static guint
make_keys (IkDuplicateIndex *self,
           guint             question,
           guint64           keys[MAX_KEYS])
{
  const Entry *entry = &g_array_index (self->entries, Entry, question);
  guint n_terms = entry->details - entry->prompt;
  IkTerm rarest[MAX_PREFIX];
  guint n = 0;
  guint n_rarest;

  if (n_terms == 0)
    return 0;

  if (entry->end > entry->details)
    keys[n++] = get_whole_key (self, entry->prompt, entry->end);
  keys[n++] = get_whole_key (self, entry->prompt, entry->details);
  if (n_terms < SHORT_PROMPT)
    return n;

  n_rarest = find_rarest (self, entry,
                          MIN (ik_duplicate_check_get_slack (n_terms) + 4, MAX_PREFIX), rarest);

  return n + add_triples (rarest, n_rarest, keys + n);
}

/* Search */

/* "What does it print?" stands before a hundred programs: where a prompt has
 * several details, one without any is the same as none of them. */
static void
note_prompts (IkDuplicateIndex *self)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);
      gint64 key = (gint64) get_whole_key (self, entry->prompt, entry->details);
      gint64 details = (gint64) get_whole_key (self, entry->details, entry->end);
      gint64 *known = g_hash_table_lookup (self->prompts, &key);

      if (entry->details == entry->end)
        continue;

      if (known == NULL)
        {
          gint64 *pair = g_new (gint64, 2);

          pair[0] = key;
          pair[1] = details;
          g_hash_table_insert (self->prompts, pair, pair + 1);
        }
      else if (*known != details)
        *known = 0;
    }
}

static gboolean
is_told_by_details (IkDuplicateIndex         *self,
                    const Entry              *entry,
                    const IkComparedQuestion *one,
                    const IkComparedQuestion *other)
{
  gint64 key = (gint64) get_whole_key (self, entry->prompt, entry->details);
  const gint64 *details = g_hash_table_lookup (self->prompts, &key);

  return (one->details.n == 0) != (other->details.n == 0) && details != NULL && *details == 0;
}

static gboolean
are_the_same (IkDuplicateIndex *self,
              guint             one,
              guint             other)
{
  IkComparedQuestion first = get_compared (self, one);
  IkComparedQuestion second = get_compared (self, other);
  gint64 pair = get_pair (one, other);

  return ik_duplicate_check (self->table, &first, &second) &&
         !is_told_by_details (self, &g_array_index (self->entries, Entry, one), &first, &second) &&
         !g_hash_table_contains (self->apart, &pair);
}

/* The first leader that asks the same as a question; FALSE where none does. */
static gboolean
find_leader (IkDuplicateIndex *self,
             guint             question,
             const guint64    *keys,
             guint             n_keys,
             guint            *out_leader)
{
  for (guint i = 0; i < n_keys; i++)
    {
      IkPosting posting;
      guint n_looks = 0;

      ik_posting_table_look_up (self->postings, keys[i], &posting);
      while (n_looks++ < MAX_LOOKS && ik_posting_table_next (self->postings, &posting, out_leader))
        {
          guint *seen = &g_array_index (self->seen, guint, *out_leader);

          if (*seen == question)
            continue;

          *seen = question;
          if (are_the_same (self, *out_leader, question))
            return TRUE;
        }
    }

  return FALSE;
}

/**
 * ik_duplicate_index_find:
 * @self: an index
 * @progress: (nullable) (scope call): hears how far it is, and may stop it
 * @data: data for @progress
 *
 * Finds the questions that ask the same. Of several ones the first that was added
 * leads: the others are paired with it, so none is second in two pairs. Takes some
 * 18 µs for each of 100,000 questions and 42 µs for each of a million, as more of
 * them share their rarest words. To be called once.
 *
 * Returns: (transfer full) (nullable) (element-type IkDuplicatePair): by the
 *   second one, ascending; %NULL if it was stopped
 */
GArray *
ik_duplicate_index_find (IkDuplicateIndex    *self,
                         IkDuplicateProgress  progress,
                         gpointer             data)
{
  g_autoptr(GArray) pairs = g_array_new (FALSE, FALSE, sizeof (IkDuplicatePair));

  note_prompts (self);
  g_array_set_size (self->seen, self->entries->len);
  for (guint i = 0; i < self->entries->len; i++)
    {
      guint64 keys[MAX_KEYS];
      guint n_keys = make_keys (self, i, keys);
      IkDuplicatePair pair = { .second = i };

      if (progress != NULL && i % PROGRESS_STEP == 0 && !progress (i, self->entries->len, data))
        return NULL;

      if (find_leader (self, i, keys, n_keys, &pair.first))
        g_array_append_val (pairs, pair);
      else
        for (guint j = 0; j < n_keys; j++)
          ik_posting_table_add (self->postings, keys[j], i);
    }

  return g_steal_pointer (&pairs);
}
