#include "ik-bank-rows.h"

#include "ik-bank-drag.h"
#include "ik-bank-row.h"

/**
 * IkBankRows:
 *
 * The rows of a list of questions. A list throws rows away whenever it shows others,
 * and making one takes a quarter of a millisecond: they are used again. Main loop
 * only.
 */
struct _IkBankRows
{
  GObject     parent_instance;

  GPtrArray  *rows;      /* owned; element-type IkBankRow: those without a parent are free */
  char       *query;     /* owned, nullable */
  GHashTable *taken;     /* owned, nullable; element-type utf8 */
  IkBankView *view;      /* unowned, nullable: what rows are dragged from */
  gboolean    is_narrow;
};

G_DEFINE_FINAL_TYPE (IkBankRows, ik_bank_rows, G_TYPE_OBJECT)

static void
ik_bank_rows_finalize (GObject *object)
{
  IkBankRows *self = IK_BANK_ROWS (object);

  g_ptr_array_unref (self->rows);
  g_free (self->query);
  g_clear_pointer (&self->taken, g_hash_table_unref);

  G_OBJECT_CLASS (ik_bank_rows_parent_class)->finalize (object);
}

static void
ik_bank_rows_class_init (IkBankRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ik_bank_rows_finalize;
}

static void
ik_bank_rows_init (IkBankRows *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
}

static GtkWidget *
create_row (IkBankRows *self)
{
  GtkWidget *row = g_object_ref_sink (ik_bank_row_new ());

  if (self->view != NULL)
    ik_bank_drag_add (self->view, row);
  g_ptr_array_add (self->rows, row);

  return row;
}

static GtkWidget *
ensure_row (IkBankRows *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      if (gtk_widget_get_parent (self->rows->pdata[i]) == NULL)
        return self->rows->pdata[i];
    }

  return create_row (self);
}

static void
setup_cb (IkBankRows  *self,
          GtkListItem *list_item)
{
  GtkWidget *row = ensure_row (self);

  ik_bank_row_set_narrow (IK_BANK_ROW (row), self->is_narrow);
  ik_bank_row_set_taken (IK_BANK_ROW (row), self->taken);
  ik_bank_drag_set_list_item (row, list_item);
  gtk_list_item_set_child (list_item, row);
}

static void
bind_cb (IkBankRows  *self,
         GtkListItem *list_item)
{
  IkBankRow *row = IK_BANK_ROW (gtk_list_item_get_child (list_item));

  ik_bank_row_set_query (row, self->query);
  ik_bank_row_set_item (row, gtk_list_item_get_item (list_item));
}

static void
unbind_cb (IkBankRows  *self,
           GtkListItem *list_item)
{
  ik_bank_row_set_item (IK_BANK_ROW (gtk_list_item_get_child (list_item)), NULL);
}

/**
 * ik_bank_rows_new:
 * @list: a list of #IkBankItem
 *
 * Returns: (transfer full): the rows of @list
 */
IkBankRows *
ik_bank_rows_new (GtkListView *list)
{
  IkBankRows *self = g_object_new (IK_TYPE_BANK_ROWS, NULL);
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (list, factory);

  return self;
}

/**
 * ik_bank_rows_set_query:
 * @query: (nullable): what was searched for
 *
 * Has the rows mark its words from the next question on that they show.
 */
void
ik_bank_rows_set_query (IkBankRows *self,
                        const char *query)
{
  g_return_if_fail (IK_IS_BANK_ROWS (self));

  g_free (self->query);
  self->query = g_strdup (query);
}

/**
 * ik_bank_rows_set_narrow:
 * @is_narrow: whether there is little width
 *
 * Has the rows be one column.
 */
void
ik_bank_rows_set_narrow (IkBankRows *self,
                         gboolean    is_narrow)
{
  g_return_if_fail (IK_IS_BANK_ROWS (self));

  self->is_narrow = is_narrow;
  for (guint i = 0; i < self->rows->len; i++)
    ik_bank_row_set_narrow (self->rows->pdata[i], is_narrow);
}

/**
 * ik_bank_rows_set_taken:
 * @taken: (element-type utf8): ids of questions
 * @view: what shows the list
 *
 * Has the rows offer to add their question, and to be dragged, and marks those that
 * are taken already.
 */
void
ik_bank_rows_set_taken (IkBankRows *self,
                        GHashTable *taken,
                        IkBankView *view)
{
  gboolean is_first;

  g_return_if_fail (IK_IS_BANK_ROWS (self));
  g_return_if_fail (taken != NULL);

  is_first = self->view == NULL;
  self->view = view;
  g_hash_table_ref (taken);
  g_clear_pointer (&self->taken, g_hash_table_unref);
  self->taken = taken;
  for (guint i = 0; i < self->rows->len; i++)
    {
      if (is_first)
        ik_bank_drag_add (view, self->rows->pdata[i]);
      ik_bank_row_set_taken (self->rows->pdata[i], taken);
    }
}
