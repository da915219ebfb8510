#include "ik-set-page-private.h"

#include "ik-focus.h"
#include "ik-set-bank.h"
#include "ik-settings.h"
#include "ik-two-panes.h"

static gpointer
get_child (IkSetPage  *self,
           const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (self), IK_TYPE_SET_PAGE, name);
}

static GtkToggleButton *
get_bank_button (IkSetPage *self)
{
  return get_child (self, "bank_button");
}

static IkTwoPanes *
get_panes (IkSetPage *self)
{
  return get_child (self, "panes");
}

static IkSetBank *
get_bank (IkSetPage *self)
{
  return get_child (self, "bank");
}

/* Whether the set is in view, not the bank in its place. */
gboolean
ik_set_page_shows_set (IkSetPage *self)
{
  return gtk_widget_get_visible (get_child (self, "content"));
}

/* The set comes into view before the focus goes there. */
static void
go_to_set (IkSetPage *self,
           gboolean   is_bank_away)
{
  IkTwoPanes *panes = get_panes (self);

  if (is_bank_away || ik_two_panes_is_narrow (panes))
    ik_two_panes_set_side_shown (panes, FALSE);
  ik_set_page_focus_lines (self);
}

/**
 * ik_set_page_go_to_bank:
 *
 * Shows the questions to choose from, and has the focus go to their search.
 */
void
ik_set_page_go_to_bank (IkSetPage *self)
{
  g_return_if_fail (IK_IS_SET_PAGE (self));

  ik_two_panes_set_side_shown (get_panes (self), TRUE);
  ik_set_bank_focus_search (get_bank (self));
}

/* The bank is beside the set, in its place, or away. Beside it needs no button that
 * leads there. In little width the header has no room to spare, and the bank a way
 * back of its own. */
static void
panes_cb (IkSetPage *self)
{
  IkTwoPanes *panes = get_panes (self);
  gboolean is_shown = ik_two_panes_is_side_shown (panes);
  gboolean is_narrow = ik_two_panes_is_narrow (panes);

  ik_set_bank_set_alone (get_bank (self), is_shown && is_narrow);
  gtk_toggle_button_set_active (get_bank_button (self), is_shown);
  gtk_widget_set_visible (GTK_WIDGET (get_bank_button (self)), !is_narrow);
  gtk_widget_set_visible (get_child (self, "add_button"), !is_shown || is_narrow);
}

static void
toggled_cb (IkSetPage *self)
{
  IkTwoPanes *panes = get_panes (self);
  gboolean is_wanted = gtk_toggle_button_get_active (get_bank_button (self));

  if (is_wanted == ik_two_panes_is_side_shown (panes))
    return;

  if (is_wanted)
    ik_set_page_go_to_bank (self);
  else if (ik_focus_is_within (get_bank (self)) || ik_two_panes_is_narrow (panes))
    go_to_set (self, TRUE);
  else
    ik_two_panes_set_side_shown (panes, FALSE);
}

static void
toggle_bank (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  GtkToggleButton *button = get_bank_button (IK_SET_PAGE (widget));

  gtk_toggle_button_set_active (button, !gtk_toggle_button_get_active (button));
}

static void
go_to_bank (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  ik_set_page_go_to_bank (IK_SET_PAGE (widget));
}

static void
leave_bank (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  go_to_set (IK_SET_PAGE (widget), FALSE);
}

static void
switch_panes (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  IkSetPage *self = IK_SET_PAGE (widget);

  if (ik_focus_is_within (get_bank (self)))
    go_to_set (self, FALSE);
  else
    ik_set_page_go_to_bank (self);
}

/* Below the last line, or where there is none yet. */
static gboolean
drop_cb (IkSetPage    *self,
         const GValue *value)
{
  GVariant *rows = g_value_get_variant (value);

  if (!g_variant_is_of_type (rows, G_VARIANT_TYPE ("ax")))
    return FALSE;

  return gtk_widget_activate_action_variant (GTK_WIDGET (self), "set.add", rows);
}

static void
add_drop_target (IkSetPage *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_VARIANT, GDK_ACTION_COPY);

  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (get_child (self, "content"), GTK_EVENT_CONTROLLER (target));
}

/* Before the panes get it, which know nothing of a pane that is out of view. */
static void
add_pane_key (IkSetPage *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut
    (GTK_SHORTCUT_CONTROLLER (controller),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_F6, 0),
                      gtk_named_action_new ("set.switch-panes")));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

/* The bank beside the set, and the way from one to the other. */
void
ik_set_page_class_install_panes (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "set.add-questions", NULL, go_to_bank);
  gtk_widget_class_install_action (widget_class, "set.leave-bank", NULL, leave_bank);
  gtk_widget_class_install_action (widget_class, "set.switch-panes", NULL, switch_panes);
  gtk_widget_class_install_action (widget_class, "set.toggle-bank", NULL, toggle_bank);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F9, 0, "set.toggle-bank", NULL);
}

/* Once the template is there. */
void
ik_set_page_init_panes (IkSetPage *self)
{
  IkTwoPanes *panes = get_panes (self);
  g_autoptr(GSettings) settings = ik_settings_new ();

  add_drop_target (self);
  add_pane_key (self);
  if (settings != NULL)
    g_settings_bind (settings, "set-bank-shown", panes, "beside", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (panes, "notify::side-shown", G_CALLBACK (panes_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (get_bank_button (self), "toggled", G_CALLBACK (toggled_cb),
                           self, G_CONNECT_SWAPPED);
  panes_cb (self);
}
