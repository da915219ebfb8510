#include "ik-scoring-dialog.h"

#include "ik-close-guard.h"
#include "ik-dialog-fit.h"
#include "ik-spin-button.h"
#include "ik-text.h"

#include <glib/gi18n.h>

/**
 * IkScoringDialog:
 *
 * How a question of a set counts: its weight, with the reason that a weight
 * other than 1 needs, and the level that an answer has to reach. Emits "saved"
 * with a changed copy of the item.
 */
struct _IkScoringDialog
{
  AdwWindow      parent_instance;

  /* Template */
  GtkSpinButton *weight;
  AdwActionRow  *reason_row;
  GtkEntry      *reason;
  AdwComboRow   *knock_out;

  IkSetItem     *item;   /* (owned): what the fields say */
  IkSetItem     *shown;  /* (owned): before anything was changed */
  GArray        *values; /* (owned) (element-type int): of the combo's rows, from the second on */
};

typedef enum
{
  SIGNAL_SAVED,
  N_SIGNALS,
} IkScoringDialogSignal;

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkScoringDialog, ik_scoring_dialog, ADW_TYPE_WINDOW)

static void
read_fields (IkScoringDialog *self)
{
  guint row = adw_combo_row_get_selected (self->knock_out);
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason))));

  self->item->weight = (guint) gtk_spin_button_get_value_as_int (self->weight);
  ik_text_set (&self->item->weight_reason, self->item->weight == IK_WEIGHT_EQUAL ? "" : reason);
  self->item->knock_out = row == 0 || row > self->values->len
                          ? IK_RATING_NONE : g_array_index (self->values, int, row - 1);
}

static void
update (IkScoringDialog *self)
{
  if (self->item == NULL)
    return;

  read_fields (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->reason_row),
                            self->item->weight != IK_WEIGHT_EQUAL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "scoring.save",
                                 ik_set_item_check_weight (self->item, NULL));
}

static IkChanges
get_changes (GtkWindow *window)
{
  IkScoringDialog *self = IK_SCORING_DIALOG (window);

  read_fields (self);
  if (self->item->weight == self->shown->weight &&
      g_str_equal (self->item->weight_reason, self->shown->weight_reason) &&
      self->item->knock_out == self->shown->knock_out)
    return IK_CHANGES_NONE;

  return ik_set_item_check_weight (self->item, NULL) ? IK_CHANGES_FIT : IK_CHANGES_UNFIT;
}

static void
save (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  IkScoringDialog *self = IK_SCORING_DIALOG (widget);

  read_fields (self);
  g_signal_emit (self, signals[SIGNAL_SAVED], 0, self->item);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
ik_scoring_dialog_finalize (GObject *object)
{
  IkScoringDialog *self = IK_SCORING_DIALOG (object);

  g_clear_pointer (&self->item, ik_set_item_free);
  g_clear_pointer (&self->shown, ik_set_item_free);
  g_array_unref (self->values);

  G_OBJECT_CLASS (ik_scoring_dialog_parent_class)->finalize (object);
}

static void
ik_scoring_dialog_class_init (IkScoringDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ik_scoring_dialog_finalize;

  /* With an IkSetItem that is the dialog's. */
  signals[SIGNAL_SAVED] =
    g_signal_new ("saved", IK_TYPE_SCORING_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-scoring-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, IkScoringDialog, weight);
  gtk_widget_class_bind_template_child (widget_class, IkScoringDialog, reason_row);
  gtk_widget_class_bind_template_child (widget_class, IkScoringDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, IkScoringDialog, knock_out);
  gtk_widget_class_bind_template_callback (widget_class, update);

  gtk_widget_class_install_action (widget_class, "scoring.save", NULL, save);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "scoring.save", NULL);
}

static void
ik_scoring_dialog_init (IkScoringDialog *self)
{
  self->values = g_array_new (FALSE, FALSE, sizeof (int));
  gtk_widget_init_template (GTK_WIDGET (self));
  ik_spin_button_init (self->weight);
  ik_close_guard_init (GTK_WINDOW (self), "scoring.save", get_changes);
}

/* The lowest level is reached by any answer, so it is none to ask for; one that
 * is not on the scale any more stays to be seen. */
static void
fill_levels (IkScoringDialog *self,
             const IkRubric  *rubric)
{
  g_autoptr(GtkStringList) words = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (words, _("None"));
  for (guint i = 1; i < rubric->levels->len; i++)
    {
      const IkRubricLevel *level = rubric->levels->pdata[i];

      /* Translators: a level and its word, as in "3 Solid or more" */
      gtk_string_list_take (words, g_strdup_printf (_("%d %s or more"), level->value,
                                                    level->label));
      g_array_append_val (self->values, level->value);
      if (level->value == self->item->knock_out)
        selected = i;
    }
  if (selected == 0 && self->item->knock_out != IK_RATING_NONE)
    {
      gtk_string_list_take (words, g_strdup_printf ("%d", self->item->knock_out));
      g_array_append_val (self->values, self->item->knock_out);
      selected = self->values->len;
    }

  adw_combo_row_set_model (self->knock_out, G_LIST_MODEL (words));
  adw_combo_row_set_selected (self->knock_out, selected);
}

/**
 * ik_scoring_dialog_new:
 * @parent: the window it belongs to
 * @item: an item of a set
 * @rubric: what it is rated by
 *
 * Returns: (transfer none): the window, not presented yet
 */
IkScoringDialog *
ik_scoring_dialog_new (GtkWindow       *parent,
                       const IkSetItem *item,
                       const IkRubric  *rubric)
{
  IkScoringDialog *self = g_object_new (IK_TYPE_SCORING_DIALOG, "transient-for", parent, NULL);
  g_autoptr(IkSetItem) copy = ik_set_item_copy (item);

  ik_dialog_fit (GTK_WINDOW (self));
  gtk_spin_button_set_value (self->weight, copy->weight);
  gtk_editable_set_text (GTK_EDITABLE (self->reason), copy->weight_reason);
  self->item = g_steal_pointer (&copy);
  self->shown = ik_set_item_copy (item);
  fill_levels (self, rubric);
  update (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->weight));

  return self;
}
