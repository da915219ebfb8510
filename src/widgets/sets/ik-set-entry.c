#include "ik-set-entry.h"

#include "ik-set-outline.h"

/**
 * IkSetEntry:
 *
 * A line of a question set in a list: an item, or the heading of a section. It
 * stays while its item stays, so that focus and place survive a change.
 */
struct _IkSetEntry
{
  GObject       parent_instance;

  IkSetItem    *item;    /* owned; NULL in a heading */
  IkSetSection *section; /* owned; NULL in an item */
  guint         minutes; /* of the item, or of all of the section */
  guint         number;  /* of the item in the order of asking, from 1 */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkSetEntry, ik_set_entry, G_TYPE_OBJECT)

static void
ik_set_entry_finalize (GObject *object)
{
  IkSetEntry *self = IK_SET_ENTRY (object);

  g_clear_pointer (&self->item, ik_set_item_free);
  g_clear_pointer (&self->section, ik_set_section_free);

  G_OBJECT_CLASS (ik_set_entry_parent_class)->finalize (object);
}

static void
ik_set_entry_class_init (IkSetEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ik_set_entry_finalize;

  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", IK_TYPE_SET_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
ik_set_entry_init (IkSetEntry *self)
{
}

/**
 * ik_set_entry_get_item:
 *
 * Returns: (nullable): the item, %NULL in a heading
 */
const IkSetItem *
ik_set_entry_get_item (IkSetEntry *self)
{
  g_return_val_if_fail (IK_IS_SET_ENTRY (self), NULL);

  return self->item;
}

/**
 * ik_set_entry_get_section:
 *
 * Returns: (nullable): the section, %NULL in an item
 */
const IkSetSection *
ik_set_entry_get_section (IkSetEntry *self)
{
  g_return_val_if_fail (IK_IS_SET_ENTRY (self), NULL);

  return self->section;
}

guint
ik_set_entry_get_minutes (IkSetEntry *self)
{
  g_return_val_if_fail (IK_IS_SET_ENTRY (self), 0);

  return self->minutes;
}

guint
ik_set_entry_get_number (IkSetEntry *self)
{
  g_return_val_if_fail (IK_IS_SET_ENTRY (self), 0);

  return self->number;
}

const char *
ik_set_entry_get_id (IkSetEntry *self)
{
  g_return_val_if_fail (IK_IS_SET_ENTRY (self), NULL);

  return self->section != NULL ? self->section->id : self->item->id;
}

static GPtrArray *
create_entries (IkQuestionSet *set)
{
  g_autoptr(GArray) lines = ik_set_outline_list (set);
  GPtrArray *entries = g_ptr_array_new_with_free_func (g_object_unref);
  guint number = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const IkSetLine *line = &g_array_index (lines, IkSetLine, i);
      IkSetEntry *entry = g_object_new (IK_TYPE_SET_ENTRY, NULL);

      if (line->section != NULL)
        {
          entry->section = ik_set_section_copy (line->section);
          entry->minutes = ik_question_set_get_section_minutes (set, line->section->id);
        }
      else
        {
          entry->item = ik_set_item_copy (line->item);
          entry->minutes = line->item->minutes;
          entry->number = ++number;
        }
      g_ptr_array_add (entries, entry);
    }

  return entries;
}

static gboolean
is_same (IkSetEntry *one,
         IkSetEntry *other)
{
  return (one->item == NULL) == (other->item == NULL) &&
         g_str_equal (ik_set_entry_get_id (one), ik_set_entry_get_id (other));
}

/* Changes contents with an entry of the same line that is thrown away. */
static void
update (IkSetEntry *self,
        IkSetEntry *fresh)
{
  IkSetItem *item = self->item;
  IkSetSection *section = self->section;

  self->item = fresh->item;
  self->section = fresh->section;
  self->minutes = fresh->minutes;
  self->number = fresh->number;
  fresh->item = item;
  fresh->section = section;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Puts what the list has from @begin to before @end in place of what was made for
 * the same lines. */
static void
keep_moved (GListModel *model,
            guint       begin,
            guint       end,
            GPtrArray  *entries)
{
  g_autoptr(GHashTable) old = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                     g_object_unref);

  for (guint i = begin; i < end; i++)
    {
      IkSetEntry *entry = g_list_model_get_item (model, i);

      g_hash_table_replace (old, g_strdup (ik_set_entry_get_id (entry)), entry);
    }

  for (guint i = begin; i < entries->len; i++)
    {
      gpointer *fresh = &g_ptr_array_index (entries, i);
      IkSetEntry *entry = g_hash_table_lookup (old, ik_set_entry_get_id (*fresh));

      if (entry == NULL || !is_same (entry, *fresh))
        continue;

      update (entry, *fresh);
      g_object_unref (*fresh);
      *fresh = g_object_ref (entry);
    }
}

/**
 * ik_set_entry_update_store:
 * @store: (element-type IkSetEntry): a list
 * @set: what it shall show
 *
 * Brings a list up to date by one splice between what stays at its beginning
 * and at its end. The entry of a line that moved within goes with it, and so do its
 * row, the selection and the focus. O(n).
 *
 * Returns: whether entries came, went or moved
 */
gboolean
ik_set_entry_update_store (GListStore    *store,
                           IkQuestionSet *set)
{
  GListModel *model = G_LIST_MODEL (store);
  g_autoptr(GPtrArray) entries = create_entries (set);
  guint n_old = g_list_model_get_n_items (model);
  guint n_first = 0;
  guint n_last = 0;

  while (n_first < MIN (n_old, entries->len))
    {
      g_autoptr(IkSetEntry) old = g_list_model_get_item (model, n_first);

      if (!is_same (old, g_ptr_array_index (entries, n_first)))
        break;
      update (old, g_ptr_array_index (entries, n_first));
      n_first++;
    }

  while (n_last < MIN (n_old, entries->len) - n_first)
    {
      g_autoptr(IkSetEntry) old = g_list_model_get_item (model, n_old - n_last - 1);

      if (!is_same (old, g_ptr_array_index (entries, entries->len - n_last - 1)))
        break;
      update (old, g_ptr_array_index (entries, entries->len - n_last - 1));
      n_last++;
    }

  if (n_first + n_last == n_old && n_old == entries->len)
    return FALSE;

  keep_moved (model, n_first, n_old - n_last, entries);
  g_list_store_splice (store, n_first, n_old - n_last - n_first,
                       entries->pdata + n_first, entries->len - n_last - n_first);
  return TRUE;
}
