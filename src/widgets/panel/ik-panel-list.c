#include "ik-panel-list.h"

#include "ik-panels.h"
#include "ik-words.h"

#include <glib/gi18n.h>

/**
 * IkPanelList:
 *
 * The panels of a candidate, each with its members and how far they are: what
 * everybody in a panel may know of the others before they have handed in.
 */
struct _IkPanelList
{
  GtkBox parent_instance;
};

G_DEFINE_FINAL_TYPE (IkPanelList, ik_panel_list, GTK_TYPE_BOX)

static void
ik_panel_list_class_init (IkPanelListClass *klass)
{
}

static void
ik_panel_list_init (IkPanelList *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 18);
}

static char *
describe_state (const IkInvitationStatus *panel,
                const IkSeatStatus       *seat)
{
  g_autofree char *time = NULL;

  if (seat->handed_in_at_us != 0)
    {
      time = ik_words_format_time (seat->handed_in_at_us, g_get_real_time ());
      return g_strdup_printf (_("Handed in %s"), time);
    }
  if (seat->is_owner || (seat->is_here && seat->state != IK_INTERVIEW_STATE_PLANNED))
    return g_strdup (ik_words_for_interview_state (seat->state));

  return g_strdup (_("Invited"));
}

static char *
describe_plan (const IkSeatStatus *seat)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_auto(GStrv) asks = g_strsplit (seat->asks, "\n", -1);
  g_autofree char *names = g_strjoinv (", ", asks);

  if (*names != '\0')
    g_string_append_printf (text, _("Asks about %s"), names);
  else
    g_string_append (text, _("Asks everything"));
  if (seat->planned_at_us != 0)
    {
      g_autofree char *time = ik_words_format_time (seat->planned_at_us, g_get_real_time ());

      g_string_append_printf (text, " · %s", time);
    }
  if (*seat->room != '\0')
    g_string_append_printf (text, " · %s", seat->room);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Whoever was invited sends their own; the chair's is where it belongs. */
static gboolean
can_send (const IkInvitationStatus *panel,
          const IkSeatStatus       *seat)
{
  return !panel->is_own && seat->is_owner && seat->state == IK_INTERVIEW_STATE_HANDED_IN;
}

static GtkWidget *
make_row (const IkInvitationStatus *panel,
          const IkSeatStatus       *seat)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *state = describe_state (panel, seat);
  g_autofree char *plan = describe_plan (seat);
  GtkWidget *suffix;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), seat->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), plan);

  if (can_send (panel, seat))
    {
      suffix = gtk_button_new_with_label (_("Send Scorecard…"));
      gtk_widget_set_valign (suffix, GTK_ALIGN_CENTER);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (suffix), "win.send-scorecard");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (suffix), "s", seat->id);
    }
  else
    {
      suffix = gtk_label_new (state);
      gtk_label_set_wrap (GTK_LABEL (suffix), TRUE);
      gtk_label_set_xalign (GTK_LABEL (suffix), 1);
      gtk_widget_add_css_class (suffix, "dim-label");
    }
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), suffix);

  return row;
}

static GtkWidget *
make_group (const IkInvitationStatus *panel)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *title = g_markup_printf_escaped (_("Panel: %s"), panel->round);
  g_autofree char *description = NULL;

  if (panel->is_own)
    description = g_strdup_printf (_("%u of %u handed in"),
                                   ik_invitation_status_count_handed_in (panel),
                                   panel->seats->len);
  else
    description = g_markup_printf_escaped (_("Invited by %s"), panel->chair_name);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  for (guint i = 0; i < panel->seats->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               make_row (panel, panel->seats->pdata[i]));

  return group;
}

/**
 * ik_panel_list_set_panels:
 * @self: a list
 * @panels: (element-type IkInvitationStatus): what to show
 */
void
ik_panel_list_set_panels (IkPanelList *self,
                          GPtrArray   *panels)
{
  GtkWidget *child;

  g_return_if_fail (IK_IS_PANEL_LIST (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);
  for (guint i = 0; i < panels->len; i++)
    gtk_box_append (GTK_BOX (self), make_group (panels->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self), panels->len > 0);
}
