#include "ik-bank-selection.h"

#include "ik-bank-row.h"
#include "ik-focus.h"

/**
 * ik_bank_selection_list:
 * @selection: a selection of @list
 *
 * Returns: (transfer full) (element-type gint64): the rows of what is selected, in
 *   the order of the list
 */
GArray *
ik_bank_selection_list (GtkSelectionModel *selection,
                        IkBankList        *list)
{
  g_autoptr(GtkBitset) selected = NULL;
  GArray *rows;
  GtkBitsetIter iter;
  guint position;

  g_return_val_if_fail (GTK_IS_SELECTION_MODEL (selection), NULL);
  g_return_val_if_fail (IK_IS_BANK_LIST (list), NULL);

  selected = gtk_selection_model_get_selection (selection);
  rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (gboolean has = gtk_bitset_iter_init_first (&iter, selected, &position);
       has;
       has = gtk_bitset_iter_next (&iter, &position))
    {
      gint64 row = ik_bank_list_get_row (list, position);

      if (!ik_bank_list_is_outdated (list, position))
        g_array_append_val (rows, row);
    }

  return rows;
}

/**
 * ik_bank_selection_restore:
 * @selection: a selection of @list
 * @rows: (element-type gint64): questions
 *
 * Selects those that are in the list, wherever they are now. O(n).
 */
void
ik_bank_selection_restore (GtkSelectionModel *selection,
                           IkBankList        *list,
                           GArray            *rows)
{
  g_autoptr(GHashTable) wanted = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr(GtkBitset) bits = gtk_bitset_new_empty ();
  g_autoptr(GtkBitset) mask = NULL;
  guint n_items;

  g_return_if_fail (GTK_IS_SELECTION_MODEL (selection));
  g_return_if_fail (IK_IS_BANK_LIST (list));

  n_items = g_list_model_get_n_items (G_LIST_MODEL (list));
  for (guint i = 0; i < rows->len; i++)
    g_hash_table_add (wanted, &g_array_index (rows, gint64, i));
  for (guint i = 0; i < n_items && g_hash_table_size (wanted) > 0; i++)
    {
      gint64 row = ik_bank_list_get_row (list, i);

      if (g_hash_table_contains (wanted, &row))
        gtk_bitset_add (bits, i);
    }

  mask = gtk_bitset_new_range (0, n_items);
  gtk_selection_model_set_selection (selection, bits, mask);
}

/* The row that has the focus; the first one where that is in the search. */
static gint64
get_meant_row (GtkWidget  *view,
               IkBankList *list)
{
  GtkWidget *focus = gtk_widget_get_focus_child (view);
  GtkWidget *content = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;
  IkBankItem *item = content != NULL ? ik_bank_row_get_item (IK_BANK_ROW (content)) : NULL;

  return ik_focus_is_within (view) && item != NULL ? ik_bank_item_get_row (item) : ik_bank_list_get_row (list, 0);
}

/**
 * ik_bank_selection_list_meant:
 * @view: what shows @list, in rows of #IkBankRow
 *
 * Returns: (transfer full) (element-type gint64): the rows of what is selected; the
 *   one that a person is at where nothing is; none where there is no question
 */
GArray *
ik_bank_selection_list_meant (GtkListView *view,
                              IkBankList  *list)
{
  GArray *rows;
  gint64 row;

  g_return_val_if_fail (GTK_IS_LIST_VIEW (view), NULL);

  rows = ik_bank_selection_list (gtk_list_view_get_model (view), list);
  if (rows->len > 0 || g_list_model_get_n_items (G_LIST_MODEL (list)) == 0)
    return rows;

  row = get_meant_row (GTK_WIDGET (view), list);
  g_array_append_val (rows, row);

  return rows;
}
