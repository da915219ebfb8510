#include "ik-bank-list.h"

#include "ik-job.h"

/* Questions that are read at once: what is in view, more or less. */
#define WINDOW 32

/* A list view holds some 200 items; with these it can scroll back at once. */
#define MAX_KEPT 600

/* A list view makes a row for each item up to some 200, at a quarter of a
 * millisecond each: it gets them a few at a time, and all once it has so many. */
#define GROW_ITEMS 24
#define GROW_EVERY_MS 8
#define MAX_ROWS 240

/* What is read comes into the rows a few at a time, or a frame takes too long. */
#define SHOWN_AT_ONCE 8
#define SHOW_EVERY_MS 4

/**
 * IkBankList:
 *
 * The questions of the bank as a list of #IkBankItem, of any length: it holds 8
 * bytes for each, makes items for what is asked for, and reads what they show in
 * windows on a thread, the one asked for last first. Main loop only.
 */
struct _IkBankList
{
  GObject       parent_instance;

  IkLibrary    *library;     /* owned, nullable */
  char         *query;       /* owned, nullable: what the rows were found by */
  GArray       *rows;        /* owned; element-type gint64 */
  guint         n_shown;     /* of @rows, those that the list has by now */
  guint         n_outdated;  /* of these, those at the end that were found before */
  GQueue        kept;        /* element-type IkBankItem, owned: asked for last at the end */
  GHashTable   *links;       /* owned; gint64 to the link of @kept that has its item */
  GArray       *wanted;      /* owned; element-type guint: windows, asked for last at the end */
  GQueue        read;        /* element-type IkQuestionSummary, owned: not shown yet */
  GCancellable *cancellable; /* owned, nullable: of the reading under way */
  guint         start_id;    /* idle source, 0 if none */
  guint         show_id;     /* timeout, 0 if none */
  guint         grow_id;     /* timeout, 0 if none */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (IkBankList, ik_bank_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static gint64
get_row (IkBankList *self,
         guint       position)
{
  return g_array_index (self->rows, gint64, position);
}

/* Reading */

/* What a reading takes to the library's thread. */
typedef struct
{
  char   *query; /* nullable */
  GArray *rows;
} Reading;

static void start_reading (IkBankList *self);

static void
reading_free (Reading *reading)
{
  g_free (reading->query);
  g_array_unref (reading->rows);
  g_free (reading);
}

static gpointer
read_job (IkLibrary     *library,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  const Reading *reading = data;

  return ik_bank_load_rows (library, reading->query, (const gint64 *) reading->rows->data,
                            reading->rows->len, cancellable, error);
}

/* Returns: whether there is a row for it; the list may be elsewhere by now. */
static gboolean
show_summary (IkBankList        *self,
              IkQuestionSummary *summary)
{
  GList *link = g_hash_table_lookup (self->links, &summary->row);

  if (link == NULL)
    {
      ik_question_summary_free (summary);
      return FALSE;
    }

  ik_bank_item_take_summary (link->data, summary);
  return TRUE;
}

static gboolean
show_cb (gpointer data)
{
  IkBankList *self = data;
  guint n_shown = 0;

  while (n_shown < SHOWN_AT_ONCE && !g_queue_is_empty (&self->read))
    n_shown += show_summary (self, g_queue_pop_head (&self->read));
  if (!g_queue_is_empty (&self->read))
    return G_SOURCE_CONTINUE;

  self->show_id = 0;
  return G_SOURCE_REMOVE;
}

/* A list that is scrolled far is past most of what was read. */
static void
forget_passed (IkBankList *self)
{
  GList *next;

  if (self->read.length <= MAX_KEPT)
    return;

  for (GList *at = self->read.head; at != NULL; at = next)
    {
      IkQuestionSummary *summary = at->data;

      next = at->next;
      if (!g_hash_table_contains (self->links, &summary->row))
        {
          ik_question_summary_free (summary);
          g_queue_delete_link (&self->read, at);
        }
    }
}

/* A question that was deleted meanwhile has none; its row leaves the list soon. */
static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  IkBankList *self = IK_BANK_LIST (source);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) summaries = ik_job_run_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->cancellable);
  if (summaries == NULL)
    {
      g_message ("Questions couldn't be read: %s", error->message);
      return;
    }

  /* Before what was read earlier: the person is there now. */
  for (guint i = summaries->len; i-- > 0;)
    {
      if (summaries->pdata[i] != NULL)
        g_queue_push_head (&self->read, g_steal_pointer (&summaries->pdata[i]));
    }
  forget_passed (self);
  if (self->show_id == 0 && !g_queue_is_empty (&self->read))
    self->show_id = g_timeout_add (SHOW_EVERY_MS, show_cb, self);
  start_reading (self);
}

/* Of a window, what has an item and nothing to show. */
static GArray *
list_unread (IkBankList *self,
             guint       window)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint end = MIN ((window + 1) * WINDOW, self->rows->len);

  for (guint i = window * WINDOW; i < end; i++)
    {
      gint64 row = get_row (self, i);
      GList *link = g_hash_table_lookup (self->links, &row);

      if (link != NULL && ik_bank_item_get_summary (link->data) == NULL)
        g_array_append_val (rows, row);
    }

  return rows;
}

/* Takes the rows. */
static void
read_rows (IkBankList *self,
           GArray     *rows)
{
  Reading *reading = g_new (Reading, 1);

  reading->query = g_strdup (self->query);
  reading->rows = rows;
  self->cancellable = g_cancellable_new ();
  ik_job_run_async (self, self->library, read_job, reading, (GDestroyNotify) reading_free,
                    (GDestroyNotify) g_ptr_array_unref, self->cancellable, read_cb, NULL);
}

static void
start_reading (IkBankList *self)
{
  while (self->cancellable == NULL && self->library != NULL && self->wanted->len > 0)
    {
      guint window = g_array_index (self->wanted, guint, self->wanted->len - 1);
      g_autoptr(GArray) rows = list_unread (self, window);

      g_array_set_size (self->wanted, self->wanted->len - 1);
      if (rows->len > 0)
        read_rows (self, g_steal_pointer (&rows));
    }
}

static gboolean
start_cb (gpointer data)
{
  IkBankList *self = data;

  self->start_id = 0;
  start_reading (self);

  return G_SOURCE_REMOVE;
}

/* Not at once: a list asks for 200 in a row. */
static void
want (IkBankList *self,
      guint       position)
{
  guint window = position / WINDOW;

  for (guint i = self->wanted->len; i-- > 0;)
    {
      if (g_array_index (self->wanted, guint, i) == window)
        g_array_remove_index (self->wanted, i);
    }
  g_array_append_val (self->wanted, window);

  if (self->start_id == 0)
    self->start_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE + 50, start_cb, self, NULL);
}

/* Items */

static void
forget_oldest (IkBankList *self)
{
  while (self->kept.length > MAX_KEPT)
    {
      IkBankItem *item = g_queue_pop_head (&self->kept);
      gint64 row = ik_bank_item_get_row (item);

      g_hash_table_remove (self->links, &row);
      g_object_unref (item);
    }
}

static IkBankItem *
keep_new (IkBankList *self,
          gint64      row)
{
  IkBankItem *item = ik_bank_item_new (row);

  g_queue_push_tail (&self->kept, item);
  g_hash_table_insert (self->links, g_memdup2 (&row, sizeof row), self->kept.tail);
  forget_oldest (self);

  return item;
}

static IkBankItem *
ensure_item (IkBankList *self,
             gint64      row)
{
  GList *link = g_hash_table_lookup (self->links, &row);

  if (link == NULL)
    return keep_new (self, row);

  g_queue_unlink (&self->kept, link);
  g_queue_push_tail_link (&self->kept, link);

  return link->data;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  IkBankList *self = IK_BANK_LIST (model);
  IkBankItem *item;

  if (position >= self->n_shown)
    return NULL;

  item = ensure_item (self, get_row (self, position));
  if (ik_bank_item_get_summary (item) == NULL)
    want (self, position);

  return g_object_ref (item);
}

static GType
get_item_type (GListModel *model)
{
  return IK_TYPE_BANK_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return IK_BANK_LIST (model)->n_shown;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item = get_item;
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
}

static void
cancel (IkBankList *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->start_id, g_source_remove);
  g_clear_handle_id (&self->show_id, g_source_remove);
  g_queue_clear_full (&self->read, (GDestroyNotify) ik_question_summary_free);
  g_array_set_size (self->wanted, 0);
}

static void
ik_bank_list_dispose (GObject *object)
{
  IkBankList *self = IK_BANK_LIST (object);

  cancel (self);
  g_clear_handle_id (&self->grow_id, g_source_remove);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (ik_bank_list_parent_class)->dispose (object);
}

static void
ik_bank_list_finalize (GObject *object)
{
  IkBankList *self = IK_BANK_LIST (object);

  g_free (self->query);
  g_hash_table_unref (self->links);
  g_queue_clear_full (&self->kept, g_object_unref);
  g_array_unref (self->rows);
  g_array_unref (self->wanted);

  G_OBJECT_CLASS (ik_bank_list_parent_class)->finalize (object);
}

static void
ik_bank_list_class_init (IkBankListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ik_bank_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = ik_bank_list_finalize;
}

static void
ik_bank_list_init (IkBankList *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->wanted = g_array_new (FALSE, FALSE, sizeof (guint));
  self->links = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_queue_init (&self->kept);
  g_queue_init (&self->read);
}

IkBankList *
ik_bank_list_new (void)
{
  return g_object_new (IK_TYPE_BANK_LIST, NULL);
}

void
ik_bank_list_set_library (IkBankList *self,
                          IkLibrary  *library)
{
  g_return_if_fail (IK_IS_BANK_LIST (self));

  if (g_set_object (&self->library, library))
    cancel (self);
}

static guint
count_same_at_begin (GArray *one,
                     guint   n_one,
                     GArray *other,
                     guint   n_other)
{
  guint n = 0;

  while (n < n_one && n < n_other &&
         g_array_index (one, gint64, n) == g_array_index (other, gint64, n))
    n++;

  return n;
}

static guint
count_same_at_end (GArray *one,
                   guint   n_one,
                   GArray *other,
                   guint   n_other)
{
  guint n = 0;

  while (n < n_one && n < n_other &&
         g_array_index (one, gint64, n_one - 1 - n) == g_array_index (other, gint64, n_other - 1 - n))
    n++;

  return n;
}

static guint
get_next_size (IkBankList *self,
               guint       n_shown)
{
  guint n_next = n_shown < MAX_ROWS ? n_shown + GROW_ITEMS : self->rows->len;

  return MIN (n_next, self->rows->len);
}

static gboolean
grow_cb (gpointer data)
{
  IkBankList *self = data;
  guint n_before = self->n_shown;

  self->n_shown = get_next_size (self, n_before);
  g_list_model_items_changed (G_LIST_MODEL (self), n_before, 0, self->n_shown - n_before);
  if (self->n_shown < self->rows->len)
    return G_SOURCE_CONTINUE;

  self->grow_id = 0;
  return G_SOURCE_REMOVE;
}

/* What a question shows depends on the words that it was found by. */
static void
forget_all (IkBankList *self)
{
  cancel (self);
  g_hash_table_remove_all (self->links);
  g_queue_clear_full (&self->kept, g_object_unref);
}

/* What the first ones show is known before the list asks for it. */
static void
keep_first (IkBankList *self,
            GPtrArray  *first)
{
  for (guint i = 0; i < first->len; i++)
    {
      IkQuestionSummary *summary = g_steal_pointer (&first->pdata[i]);

      if (summary != NULL)
        ik_bank_item_take_summary (ensure_item (self, summary->row), summary);
    }
}

/* What comes first is shown first: what is below it is taken away when there is
 * something else to put there. */
static void
replace_begin (IkBankList *self,
               GArray     *rows)
{
  GArray *all = g_array_copy (rows);

  g_array_append_vals (all, &g_array_index (self->rows, gint64, rows->len),
                       self->n_shown - rows->len);
  g_array_unref (self->rows);
  self->rows = all;
  self->n_outdated = self->n_shown - rows->len;
  g_clear_handle_id (&self->grow_id, g_source_remove);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, rows->len, rows->len);
}

static void
drop_outdated (IkBankList *self)
{
  guint n_outdated = self->n_outdated;

  if (n_outdated == 0)
    return;

  self->n_outdated = 0;
  self->n_shown -= n_outdated;
  g_list_model_items_changed (G_LIST_MODEL (self), self->n_shown, n_outdated, 0);
}

/* Tells of the smallest change: what is the same at the beginning and at the end
 * stays, unless it shows something else. */
static void
show_rows (IkBankList *self,
           GArray     *rows,
           gboolean    is_other)
{
  g_autoptr(GArray) old = g_steal_pointer (&self->rows);
  guint n_old = self->n_shown;
  guint n_begin = 0;
  guint n_end = 0;

  self->rows = g_array_ref (rows);
  self->n_shown = get_next_size (self, n_old);
  if (!is_other)
    {
      n_begin = count_same_at_begin (old, n_old, rows, self->n_shown);
      n_end = MIN (count_same_at_end (old, n_old, rows, self->n_shown),
                   MIN (n_old, self->n_shown) - n_begin);
    }
  if (n_begin + n_end == n_old && n_old == self->n_shown)
    return;

  g_array_set_size (self->wanted, 0);
  g_list_model_items_changed (G_LIST_MODEL (self), n_begin, n_old - n_begin - n_end,
                              self->n_shown - n_begin - n_end);
}

/**
 * ik_bank_list_set_rows:
 * @query: (nullable): what they were found by, so that they show its words
 * @rows: (element-type gint64): the questions, in order
 * @first: (element-type IkQuestionSummary) (nullable): what some of them show,
 *   taken out of the array
 * @is_all: whether no others follow within a moment
 *
 * Replaces what the list has. Told of as the smallest change, as long as they are
 * found by the same words. A list that was short comes to its length within some
 * frames. One that was long stays so while others are to follow: below @rows it has
 * what it had, as it takes longer to take away rows than to show @rows.
 */
void
ik_bank_list_set_rows (IkBankList *self,
                       const char *query,
                       GArray     *rows,
                       GPtrArray  *first,
                       gboolean    is_all)
{
  gboolean is_other;

  g_return_if_fail (IK_IS_BANK_LIST (self));
  g_return_if_fail (rows != NULL);

  is_other = g_strcmp0 (self->query, query) != 0;
  if (is_other)
    {
      g_free (self->query);
      self->query = g_strdup (query);
      forget_all (self);
    }
  if (first != NULL)
    keep_first (self, first);

  if (!is_all && self->n_shown > rows->len)
    {
      replace_begin (self, rows);
      return;
    }

  drop_outdated (self);
  show_rows (self, rows, is_other);
  if (self->n_shown < rows->len && self->grow_id == 0)
    self->grow_id = g_timeout_add (GROW_EVERY_MS, grow_cb, self);
  else if (self->n_shown == rows->len)
    g_clear_handle_id (&self->grow_id, g_source_remove);
}

gint64
ik_bank_list_get_row (IkBankList *self,
                      guint       position)
{
  g_return_val_if_fail (IK_IS_BANK_LIST (self), 0);
  g_return_val_if_fail (position < self->n_shown, 0);

  return get_row (self, position);
}

/**
 * ik_bank_list_is_outdated:
 * @position: a place in the list
 *
 * Returns: whether the question there was found before, and leaves when those that
 *   follow the first ones are there: nothing shall be done with it
 */
gboolean
ik_bank_list_is_outdated (IkBankList *self,
                          guint       position)
{
  g_return_val_if_fail (IK_IS_BANK_LIST (self), FALSE);

  return position >= self->n_shown - self->n_outdated;
}

/**
 * ik_bank_list_read_again:
 *
 * Reads what the items show once more, as the library was changed; they show
 * what they did until then.
 */
void
ik_bank_list_read_again (IkBankList *self)
{
  g_autoptr(GArray) rows = NULL;

  g_return_if_fail (IK_IS_BANK_LIST (self));

  cancel (self);
  rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (GList *link = self->kept.tail; link != NULL; link = link->prev)
    {
      gint64 row = ik_bank_item_get_row (link->data);

      g_array_append_val (rows, row);
    }
  if (rows->len > 0 && self->library != NULL)
    read_rows (self, g_steal_pointer (&rows));
}
