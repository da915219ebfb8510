#include "ik-question-item.h"

#include "ik-task.h"

/**
 * IkQuestionItem:
 *
 * A line of a list of questions: a question, or the heading of a section that
 * stands before its first question. An item stays while its question stays, so that
 * a selection and the place in the list survive a reload.
 */
struct _IkQuestionItem
{
  GObject            parent_instance;

  IkQuestionSummary *summary; /* owned; NULL in a heading */
  char              *heading; /* owned; NULL in a question */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkQuestionItem, ik_question_item, G_TYPE_OBJECT)

static void
ik_question_item_finalize (GObject *object)
{
  IkQuestionItem *self = IK_QUESTION_ITEM (object);

  g_clear_pointer (&self->summary, ik_question_summary_free);
  g_free (self->heading);

  G_OBJECT_CLASS (ik_question_item_parent_class)->finalize (object);
}

static void
ik_question_item_class_init (IkQuestionItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ik_question_item_finalize;

  /* The question has other contents now. */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", IK_TYPE_QUESTION_ITEM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
ik_question_item_init (IkQuestionItem *self)
{
}

/**
 * ik_question_item_get_summary:
 *
 * Returns: (nullable): the question, %NULL in a heading
 */
const IkQuestionSummary *
ik_question_item_get_summary (IkQuestionItem *self)
{
  g_return_val_if_fail (IK_IS_QUESTION_ITEM (self), NULL);

  return self->summary;
}

/**
 * ik_question_item_get_heading:
 *
 * Returns: (nullable): the title of a section, %NULL in a question
 */
const char *
ik_question_item_get_heading (IkQuestionItem *self)
{
  g_return_val_if_fail (IK_IS_QUESTION_ITEM (self), NULL);

  return self->heading;
}

static IkQuestionItem *
create_question (IkQuestionSummary *summary)
{
  IkQuestionItem *self = g_object_new (IK_TYPE_QUESTION_ITEM, NULL);

  self->summary = summary;

  return self;
}

static IkQuestionItem *
create_heading (const char *heading)
{
  IkQuestionItem *self = g_object_new (IK_TYPE_QUESTION_ITEM, NULL);

  self->heading = g_strdup (heading);

  return self;
}

/* A heading stands where the section changes, unless it is empty. */
static void
add_heading (GPtrArray               *items,
             const IkQuestionSummary *previous, /* nullable */
             const IkQuestionSummary *summary)
{
  if (summary->section[0] != '\0' &&
      (previous == NULL || !g_str_equal (previous->section, summary->section)))
    g_ptr_array_add (items, create_heading (summary->section));
}

/**
 * ik_question_item_list_new:
 * @summaries: (transfer full) (element-type IkQuestionSummary): questions of a pack,
 *   in order; the array loses its elements
 *
 * May be called on any thread. O(n).
 *
 * Returns: (transfer full) (element-type IkQuestionItem): the lines of a list
 */
GPtrArray *
ik_question_item_list_new (GPtrArray *summaries)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  const IkQuestionSummary *previous = NULL;

  for (guint i = 0; i < summaries->len; i++)
    {
      IkQuestionSummary *summary = g_ptr_array_index (summaries, i);

      add_heading (items, previous, summary);
      g_ptr_array_add (items, create_question (summary));
      previous = summary;
    }

  g_free (g_ptr_array_steal (summaries, NULL));
  g_ptr_array_unref (summaries);

  return g_steal_pointer (&items);
}

static gboolean
is_same (IkQuestionItem *one,
         IkQuestionItem *other)
{
  if (one->heading != NULL || other->heading != NULL)
    return g_strcmp0 (one->heading, other->heading) == 0;

  return g_str_equal (one->summary->id, other->summary->id);
}

/* Exchanges the contents of the two items of one question. */
static void
update (IkQuestionItem *self,
        IkQuestionItem *fresh)
{
  IkQuestionSummary *summary = self->summary;

  if (summary == NULL)
    return;

  self->summary = fresh->summary;
  fresh->summary = summary;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
free_cb (GTask        *task,
         gpointer      source,
         gpointer      items,
         GCancellable *cancellable)
{
  g_ptr_array_set_size (items, 0);
  g_task_return_boolean (task, TRUE);
}

/* Ten thousand items take 10 ms to free, which the main loop has not. */
static void
free_on_thread (GPtrArray *items)
{
  g_autoptr(GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  g_task_set_task_data (task, items, (GDestroyNotify) g_ptr_array_unref);
  ik_task_run_in_thread (task, free_cb);
}

/* Puts those of @items from @position on in the place of what stands there,
 * which stays alive until @items goes. */
static void
replace (GListStore *store,
         guint       position,
         guint       n_removals,
         GPtrArray  *items,
         guint       n_additions)
{
  if (n_removals == 0 && n_additions == 0)
    return;

  for (guint i = 0; i < n_removals; i++)
    g_ptr_array_add (items, g_list_model_get_item (G_LIST_MODEL (store), position + i));
  g_list_store_splice (store, position, n_removals, items->pdata + position, n_additions);
}

/**
 * ik_question_item_update_store:
 * @store: (element-type IkQuestionItem): a list
 * @items: (transfer full) (element-type IkQuestionItem): what it shall show, in
 *   order; those whose line is there already exchange their contents with it
 *
 * Brings a list up to date by one splice between what stays at its beginning
 * and at its end. O(n).
 */
void
ik_question_item_update_store (GListStore *store,
                               GPtrArray  *items)
{
  GListModel *model = G_LIST_MODEL (store);
  guint n_old = g_list_model_get_n_items (model);
  guint n_first = 0;
  guint n_last = 0;

  while (n_first < MIN (n_old, items->len))
    {
      g_autoptr(IkQuestionItem) old = g_list_model_get_item (model, n_first);

      if (!is_same (old, g_ptr_array_index (items, n_first)))
        break;
      update (old, g_ptr_array_index (items, n_first));
      n_first++;
    }

  while (n_last < MIN (n_old, items->len) - n_first)
    {
      g_autoptr(IkQuestionItem) old = g_list_model_get_item (model, n_old - n_last - 1);

      if (!is_same (old, g_ptr_array_index (items, items->len - n_last - 1)))
        break;
      update (old, g_ptr_array_index (items, items->len - n_last - 1));
      n_last++;
    }

  replace (store, n_first, n_old - n_last - n_first, items, items->len - n_last - n_first);
  free_on_thread (items);
}

/**
 * ik_question_item_find:
 * @question_id: (nullable): a question
 *
 * Returns: its place in the list, %G_MAXUINT (which is
 *   GTK_INVALID_LIST_POSITION) where it is not there
 */
guint
ik_question_item_find (GListModel *model,
                       const char *question_id)
{
  guint n_items = g_list_model_get_n_items (model);

  for (guint i = 0; question_id != NULL && i < n_items; i++)
    {
      g_autoptr(IkQuestionItem) item = g_list_model_get_item (model, i);

      if (item->summary != NULL && g_str_equal (item->summary->id, question_id))
        return i;
    }

  return G_MAXUINT;
}
