#include "ik-set-bank.h"

#include <glib/gi18n.h>

#include "ik-bank-view.h"
#include "ik-budget-bar.h"

/**
 * IkSetBank:
 *
 * The bank beside a question set: all questions, those that the set has marked.
 * What a person adds goes to the page by the actions "set.add" and "set.add-last" with the
 * rows of the questions, "set.leave-bank" goes back to the set. Main loop only.
 */
struct _IkSetBank
{
  IkPage       parent_instance;

  /* Template */
  IkBankView  *view;
  GtkWidget   *head;
  IkBudgetBar *budget;
};

G_DEFINE_FINAL_TYPE (IkSetBank, ik_set_bank, IK_TYPE_PAGE)

/* In view the list fills itself. */
static void
ik_set_bank_load (IkPage *page)
{
  ik_page_set_library (IK_PAGE (IK_SET_BANK (page)->view), ik_page_get_library (page));
}

/* Once they are added, those that were selected to be added are no more. */
static void
add_rows (IkSetBank  *self,
          GArray     *rows,
          const char *action_name)
{
  GVariant *added = g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, rows->data, rows->len,
                                               sizeof (gint64));

  gtk_widget_activate_action_variant (GTK_WIDGET (self), action_name, added);
  if (rows->len > 1)
    ik_bank_view_select_none (self->view);
}

static void
opened_cb (IkSetBank *self,
           guint      position)
{
  g_autoptr(GArray) rows = ik_bank_view_list_at (self->view, position);

  add_rows (self, rows, "set.add");
}

static void
entered_cb (IkSetBank *self)
{
  opened_cb (self, 0);
}

static void
leave (IkSetBank *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "set.leave-bank", NULL);
}

static void
add (GtkWidget  *widget,
     const char *action_name,
     GVariant   *parameter)
{
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 row = g_variant_get_int64 (parameter);

  g_array_append_val (rows, row);
  add_rows (IK_SET_BANK (widget), rows, "set.add");
}

/* The last ones that are wanted. */
static void
add_and_leave (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  IkSetBank *self = IK_SET_BANK (widget);
  g_autoptr(GArray) rows = ik_bank_view_list_meant (self->view);

  if (rows->len > 0)
    add_rows (self, rows, "set.add-last");
  else
    leave (self);
}

/* The way back, as everywhere, while the set is behind the bank. */
static gboolean
go_back_cb (GtkWidget *widget,
            GVariant  *arguments,
            gpointer   user_data)
{
  IkSetBank *self = IK_SET_BANK (widget);
  gboolean is_right = g_variant_get_boolean (arguments);

  if (!gtk_widget_get_visible (self->head) ||
      is_right != (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL))
    return FALSE;

  leave (self);
  return TRUE;
}

static void
ik_set_bank_class_init (IkSetBankClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  IK_PAGE_CLASS (klass)->load = ik_set_bank_load;

  g_type_ensure (IK_TYPE_BANK_VIEW);
  g_type_ensure (IK_TYPE_BUDGET_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-set-bank.ui");
  gtk_widget_class_bind_template_child (widget_class, IkSetBank, view);
  gtk_widget_class_bind_template_child (widget_class, IkSetBank, head);
  gtk_widget_class_bind_template_child (widget_class, IkSetBank, budget);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave);

  gtk_widget_class_install_action (widget_class, "bank.add", "x", add);
  gtk_widget_class_install_action (widget_class, "bank.add-and-leave", NULL, add_and_leave);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "bank.add-and-leave", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "set.leave-bank", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, GDK_ALT_MASK, go_back_cb, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, GDK_ALT_MASK, go_back_cb, "b", TRUE);
}

static void
ik_set_bank_init (IkSetBank *self)
{
  g_autoptr(GHashTable) none = g_hash_table_new (g_str_hash, g_str_equal);

  gtk_widget_init_template (GTK_WIDGET (self));
  ik_bank_view_capture_keys (self->view, GTK_WIDGET (self));
  ik_bank_view_set_taken (self->view, none);
  /* The room would be amid the rows of a list that comes to be shorter, and toasts are
   * elsewhere, or short. */
  gtk_widget_remove_css_class (ik_bank_view_get_list (self->view), "toast-room");
}

/**
 * ik_set_bank_show_set:
 * @set: a set
 *
 * Marks the questions that the set has, and says how long they take.
 */
void
ik_set_bank_show_set (IkSetBank           *self,
                      const IkQuestionSet *set)
{
  g_autoptr(GHashTable) taken = NULL;

  g_return_if_fail (IK_IS_SET_BANK (self));
  g_return_if_fail (set != NULL);

  taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < set->items->len; i++)
    g_hash_table_add (taken,
                      g_strdup (((IkSetItem *) g_ptr_array_index (set->items, i))->question_id));
  ik_bank_view_set_taken (self->view, taken);
  ik_budget_bar_set_minutes (self->budget, ik_question_set_get_planned_minutes (set),
                             ik_question_set_get_required_minutes (set), set->slot_minutes);
}

/**
 * ik_set_bank_set_alone:
 * @is_alone: whether the set is out of view
 *
 * Has a line above with the sum of the set and the way back to it.
 */
void
ik_set_bank_set_alone (IkSetBank *self,
                       gboolean   is_alone)
{
  g_return_if_fail (IK_IS_SET_BANK (self));

  gtk_widget_set_visible (self->head, is_alone);
}

void
ik_set_bank_focus_search (IkSetBank *self)
{
  g_return_if_fail (IK_IS_SET_BANK (self));

  ik_bank_view_focus_search (self->view);
}

/**
 * ik_set_bank_show_kinds:
 * @kinds: bits 1 << #IkQuestionKind
 *
 * Shows the questions of some kinds, and has the focus go to their search.
 */
void
ik_set_bank_show_kinds (IkSetBank *self,
                        guint      kinds)
{
  const IkQuestionFilter filter = { .kinds = kinds };

  g_return_if_fail (IK_IS_SET_BANK (self));

  ik_bank_view_show_search (self->view, &filter);
}
