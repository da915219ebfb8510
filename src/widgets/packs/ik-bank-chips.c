#include "ik-bank-chips.h"

#include <glib/gi18n.h>

#include "ik-focus.h"

/* A chip wider than that would leave no room for a second one in little width. */
#define MAX_CHARS 24

/**
 * IkBankChips:
 *
 * What is chosen in an #IkBankFilter, each value a button that takes it back, with
 * how many questions have it. Not there while nothing is chosen. Main loop only.
 */
struct _IkBankChips
{
  AdwBin      parent_instance;

  GtkFlowBox *box;     /* owned by the widget tree */
  GPtrArray  *choices; /* owned; element-type IkFilterChoice; in the order of @box */
};

enum
{
  SIGNAL_REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkBankChips, ik_bank_chips, ADW_TYPE_BIN)

static GtkWidget *
create_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_CHARS);

  return label;
}

static GtkWidget *
create_count (guint n)
{
  g_autofree char *text = g_strdup_printf ("%'u", n);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "numeric");

  return label;
}

static void
clicked_cb (GtkButton   *button,
            IkBankChips *self)
{
  GtkWidget *child = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_FLOW_BOX_CHILD);
  guint index = (guint) gtk_flow_box_child_get_index (GTK_FLOW_BOX_CHILD (child));

  g_signal_emit (self, signals[SIGNAL_REMOVED], 0, g_ptr_array_index (self->choices, index));
}

static GtkWidget *
create_chip (IkBankChips          *self,
             const IkFilterChoice *choice)
{
  GtkWidget *child = gtk_flow_box_child_new ();
  GtkWidget *button = gtk_button_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  /* Translators: take back a filter, such as "Tag: java" */
  g_autofree char *name = g_strdup_printf (_("Remove filter %s"), choice->label);

  gtk_box_append (GTK_BOX (line), create_label (choice->label));
  if (choice->is_counted)
    gtk_box_append (GTK_BOX (line), create_count (choice->n));
  gtk_box_append (GTK_BOX (line), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), line);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_add_css_class (button, "filter-chip");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), self);

  /* The button takes the focus. */
  gtk_widget_set_focusable (child, FALSE);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), button);

  return child;
}

static int
find_focus (IkBankChips *self)
{
  for (int i = 0; i < (int) self->choices->len; i++)
    {
      GtkWidget *child = GTK_WIDGET (gtk_flow_box_get_child_at_index (self->box, i));

      if (ik_focus_is_within (child))
        return i;
    }

  return -1;
}

static void
fill (IkBankChips *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->box));
       child != NULL;
       child = gtk_widget_get_first_child (GTK_WIDGET (self->box)))
    gtk_flow_box_remove (self->box, child);

  for (guint i = 0; i < self->choices->len; i++)
    gtk_flow_box_append (self->box, create_chip (self, g_ptr_array_index (self->choices, i)));
  gtk_widget_set_visible (GTK_WIDGET (self), self->choices->len > 0);
}

static void
ik_bank_chips_finalize (GObject *object)
{
  g_ptr_array_unref (IK_BANK_CHIPS (object)->choices);

  G_OBJECT_CLASS (ik_bank_chips_parent_class)->finalize (object);
}

static void
ik_bank_chips_class_init (IkBankChipsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ik_bank_chips_finalize;

  /* With the IkFilterChoice that is taken back, borrowed. */
  signals[SIGNAL_REMOVED] =
    g_signal_new ("removed", IK_TYPE_BANK_CHIPS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
ik_bank_chips_init (IkBankChips *self)
{
  self->choices = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_filter_choice_free);
  self->box = GTK_FLOW_BOX (gtk_flow_box_new ());
  gtk_flow_box_set_selection_mode (self->box, GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (self->box, 12);
  gtk_flow_box_set_column_spacing (self->box, 6);
  gtk_flow_box_set_row_spacing (self->box, 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Filters"), -1);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * ik_bank_chips_show:
 * @filter: what to show the choices of
 *
 * Shows what is chosen. The focus goes on to the next chip.
 *
 * Returns: whether the focus was here and has no place here any more
 */
gboolean
ik_bank_chips_show (IkBankChips  *self,
                    IkBankFilter *filter)
{
  int focus;

  g_return_val_if_fail (IK_IS_BANK_CHIPS (self), FALSE);

  focus = find_focus (self);
  g_ptr_array_unref (self->choices);
  self->choices = ik_bank_filter_list_choices (filter);
  fill (self);
  if (focus < 0 || self->choices->len == 0)
    return focus >= 0;

  gtk_widget_child_focus (GTK_WIDGET (gtk_flow_box_get_child_at_index
                                        (self->box, MIN (focus, (int) self->choices->len - 1))),
                          GTK_DIR_TAB_FORWARD);
  return FALSE;
}
