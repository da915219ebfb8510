#include "ik-posting-table.h"

/* A power of two. */
#define MIN_BUCKETS 1024

#define NO_POSTING G_MAXUINT32

typedef struct
{
  guint64 key;
  guint32 value;
  guint32 next; /* of the same bucket */
} Posting;

/**
 * IkPostingTable:
 *
 * Numbers by key, several for each, in some 24 bytes for one: a hash table of GLib
 * with a list for each key takes thrice as much, and there are millions. Whoever
 * makes the keys spreads them evenly.
 */
struct _IkPostingTable
{
  GArray  *postings;  /* (owned) (element-type Posting) */
  guint32 *heads;     /* (owned): by bucket */
  guint    n_buckets; /* a power of two */
};

static void
clear_heads (IkPostingTable *self,
             guint           n_buckets)
{
  g_free (self->heads);
  self->n_buckets = n_buckets;
  self->heads = g_new (guint32, n_buckets);
  for (guint i = 0; i < n_buckets; i++)
    self->heads[i] = NO_POSTING;
}

/**
 * ik_posting_table_new:
 *
 * Returns: (transfer full): an empty table
 */
IkPostingTable *
ik_posting_table_new (void)
{
  IkPostingTable *self = g_new0 (IkPostingTable, 1);

  self->postings = g_array_new (FALSE, FALSE, sizeof (Posting));
  clear_heads (self, MIN_BUCKETS);

  return self;
}

/**
 * ik_posting_table_free:
 * @self: (transfer full): a table
 */
void
ik_posting_table_free (IkPostingTable *self)
{
  g_array_unref (self->postings);
  g_free (self->heads);
  g_free (self);
}

static void
link_posting (IkPostingTable *self,
              guint           i)
{
  Posting *posting = &g_array_index (self->postings, Posting, i);
  guint32 *head = &self->heads[posting->key >> 1 & (self->n_buckets - 1)];

  posting->next = *head;
  *head = i;
}

/**
 * ik_posting_table_add:
 * @self: a table
 * @key: a key
 * @value: a number
 */
void
ik_posting_table_add (IkPostingTable *self,
                      guint64         key,
                      guint           value)
{
  Posting posting = { key, value, NO_POSTING };

  g_array_append_val (self->postings, posting);
  if (self->postings->len <= self->n_buckets)
    {
      link_posting (self, self->postings->len - 1);
      return;
    }

  clear_heads (self, self->n_buckets * 2);
  for (guint i = 0; i < self->postings->len; i++)
    link_posting (self, i);
}

/**
 * ik_posting_table_look_up:
 * @self: a table
 * @key: a key
 * @out_posting: (out): where the values of the key begin, the latest first
 */
void
ik_posting_table_look_up (IkPostingTable *self,
                          guint64         key,
                          IkPosting      *out_posting)
{
  out_posting->key = key;
  out_posting->next = self->heads[key >> 1 & (self->n_buckets - 1)];
}

/**
 * ik_posting_table_next:
 * @self: a table that nothing was added to since the look-up
 * @posting: (inout): where the look-up is
 * @out_value: (out): the next value of the key
 *
 * Returns: whether there was one
 */
gboolean
ik_posting_table_next (IkPostingTable *self,
                       IkPosting      *posting,
                       guint          *out_value)
{
  while (posting->next != NO_POSTING)
    {
      const Posting *found = &g_array_index (self->postings, Posting, posting->next);

      posting->next = found->next;
      if (found->key != posting->key)
        continue;

      *out_value = found->value;
      return TRUE;
    }

  return FALSE;
}
