#include "ik-invitation-dialog.h"

#include "ik-dialog-fit.h"
#include "ik-words.h"

#include <glib/gi18n.h>

/**
 * IkInvitationDialog:
 *
 * Shows what an invitation says before somebody takes their seat: about whom,
 * what they ask and when, and the words of the chair's key to compare. Asks who
 * of those invited it is. Main loop only.
 */
struct _IkInvitationDialog
{
  AdwWindow          parent_instance;

  GtkLabel          *about;
  GtkDropDown       *member;
  AdwActionRow      *asks_row;
  AdwActionRow      *time_row;
  AdwPreferencesGroup *key_group;
  GtkLabel          *words;

  IkInvitationOffer *offer; /* (owned) */
};

typedef enum
{
  SIGNAL_ACCEPTED,
} IkInvitationDialogSignal;

static guint signals[SIGNAL_ACCEPTED + 1];

G_DEFINE_FINAL_TYPE (IkInvitationDialog, ik_invitation_dialog, ADW_TYPE_WINDOW)

/* Before the first one stands that nobody is chosen. */
static const IkSeat *
get_seat (IkInvitationDialog *self)
{
  guint position = gtk_drop_down_get_selected (self->member);

  return position > 0 && position <= self->offer->invitation->seats->len
         ? self->offer->invitation->seats->pdata[position - 1] : NULL;
}

static char *
join_asks (const IkSeat *seat)
{
  g_autoptr(GString) text = g_string_new ("");

  for (guint i = 0; i < seat->asks->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", (const char *) seat->asks->pdata[i]);

  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : g_strdup (_("Everything"));
}

static char *
format_time (const IkSeat *seat)
{
  g_autofree char *time = seat->planned_at_us != 0
    ? ik_words_format_time (seat->planned_at_us, g_get_real_time ()) : g_strdup (_("No time yet"));

  return *seat->room != '\0' ? g_strdup_printf ("%s · %s", time, seat->room)
                             : g_steal_pointer (&time);
}

static void
update (IkInvitationDialog *self)
{
  const IkSeat *seat = get_seat (self);
  g_autofree char *asks = seat != NULL ? join_asks (seat) : g_strdup ("");
  g_autofree char *time = seat != NULL ? format_time (seat) : g_strdup ("");

  adw_action_row_set_subtitle (self->asks_row, asks);
  adw_action_row_set_subtitle (self->time_row, time);
  gtk_widget_set_visible (GTK_WIDGET (self->asks_row), seat != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->time_row), seat != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.accept", seat != NULL);
}

static void
changed_cb (IkInvitationDialog *self)
{
  if (self->offer != NULL)
    update (self);
}

static void
accept_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  const IkSeat *seat = get_seat (IK_INVITATION_DIALOG (widget));

  if (seat == NULL)
    return;

  g_signal_emit (widget, signals[SIGNAL_ACCEPTED], 0, seat->name);
  gtk_window_close (GTK_WINDOW (widget));
}

static void
ik_invitation_dialog_finalize (GObject *object)
{
  g_clear_pointer (&IK_INVITATION_DIALOG (object)->offer, ik_invitation_offer_free);

  G_OBJECT_CLASS (ik_invitation_dialog_parent_class)->finalize (object);
}

static void
ik_invitation_dialog_class_init (IkInvitationDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ik_invitation_dialog_finalize;

  /**
   * IkInvitationDialog::accepted:
   * @self: the dialog
   * @name: who of those invited it is
   *
   * The seat is taken.
   */
  signals[SIGNAL_ACCEPTED] =
    g_signal_new ("accepted", IK_TYPE_INVITATION_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-invitation-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, IkInvitationDialog, about);
  gtk_widget_class_bind_template_child (widget_class, IkInvitationDialog, member);
  gtk_widget_class_bind_template_child (widget_class, IkInvitationDialog, asks_row);
  gtk_widget_class_bind_template_child (widget_class, IkInvitationDialog, time_row);
  gtk_widget_class_bind_template_child (widget_class, IkInvitationDialog, key_group);
  gtk_widget_class_bind_template_child (widget_class, IkInvitationDialog, words);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_install_action (widget_class, "dialog.accept", NULL, accept_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ik_invitation_dialog_init (IkInvitationDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill_members (IkInvitationDialog *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  GPtrArray *seats = self->offer->invitation->seats;
  guint selected = 0;

  gtk_string_list_append (names, _("Choose…"));
  for (guint i = 0; i < seats->len; i++)
    {
      gtk_string_list_append (names, ((IkSeat *) seats->pdata[i])->name);
      if (seats->pdata[i] == self->offer->seat)
        selected = i + 1;
    }
  gtk_drop_down_set_model (self->member, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->member, selected);
}

/* Anybody can write anybody's name: whose the key is known to be decides. */
static char *
dup_key_title (const IkInvitationOffer *offer)
{
  const char *says = offer->invitation->chair_name;

  if (offer->known_name == NULL)
    return g_markup_printf_escaped (_("The Key of %s Is New Here"), says);
  if (ik_invitation_offer_is_disputed (offer))
    /* Translators: the name that it says, the name that the key is known by */
    return g_markup_printf_escaped (_("It Says %s, but Is Signed With the Key of %s"), says,
                                    offer->known_name);

  return g_markup_printf_escaped (_("The Key of %s Is Known"), says);
}

static void
fill (IkInvitationDialog *self)
{
  const IkInvitation *invitation = self->offer->invitation;
  const IkInterview *plan = invitation->plan;
  const char *what = *plan->role != '\0' ? plan->role : plan->set_title;
  g_autofree char *about = NULL;
  g_autofree char *title = NULL;

  /* Translators: names of the chair and of the candidate, role, round */
  about = g_strdup_printf (_("%s invites you to interview %s (%s, %s)."), invitation->chair_name,
                           plan->candidate_name, what, plan->round);
  gtk_label_set_text (self->about, about);
  gtk_label_set_text (self->words, self->offer->chair_words);

  title = dup_key_title (self->offer);
  adw_preferences_group_set_title (self->key_group, title);
  fill_members (self);
  update (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->member));
}

/**
 * ik_invitation_dialog_new:
 * @parent: (nullable): the window it belongs to
 * @offer: (transfer full): the invitation
 *
 * Returns: (transfer none): a dialog; GTK holds it until it is closed
 */
GtkWidget *
ik_invitation_dialog_new (GtkWindow         *parent,
                          IkInvitationOffer *offer)
{
  IkInvitationDialog *self;

  g_return_val_if_fail (offer != NULL, NULL);

  self = g_object_new (IK_TYPE_INVITATION_DIALOG, "transient-for", parent, NULL);
  ik_dialog_fit (GTK_WINDOW (self));
  self->offer = offer;
  fill (self);

  return GTK_WIDGET (self);
}
