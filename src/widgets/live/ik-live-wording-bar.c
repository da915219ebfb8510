#include "ik-live-wording-bar.h"

#include <glib/gi18n.h>

/**
 * IkLiveWordingBar:
 *
 * One line for the wording of a question that comes up in the interview. It is
 * there only while it is written into: the enter key takes the wording, Escape
 * drops it, another question closes it, and the focus goes back to the note.
 * Main loop only.
 */
struct _IkLiveWordingBar
{
  AdwBin           parent_instance;

  GtkLabel        *title;
  GtkEntry        *entry;

  IkLiveInterview *live;     /* (nullable) (owned) */
  IkLiveWording    wording;
};

G_DEFINE_FINAL_TYPE (IkLiveWordingBar, ik_live_wording_bar, ADW_TYPE_BIN)

static void
hide (IkLiveWordingBar *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

static void
close_bar (IkLiveWordingBar *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "live.show-part", "s", "note");
  hide (self);
}

static void
activate_cb (IkLiveWordingBar *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  close_bar (self);
  if (self->wording == IK_LIVE_WORDING_EXTRA)
    ik_live_interview_add_question (self->live, text);
  else
    ik_live_interview_set_asked_as (self->live, text);
}

static gboolean
key_pressed_cb (IkLiveWordingBar *self,
                guint             keyval)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  close_bar (self);
  return GDK_EVENT_STOP;
}

static void
ik_live_wording_bar_dispose (GObject *object)
{
  g_clear_object (&IK_LIVE_WORDING_BAR (object)->live);

  G_OBJECT_CLASS (ik_live_wording_bar_parent_class)->dispose (object);
}

static void
ik_live_wording_bar_class_init (IkLiveWordingBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ik_live_wording_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-live-wording-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, IkLiveWordingBar, title);
  gtk_widget_class_bind_template_child (widget_class, IkLiveWordingBar, entry);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
ik_live_wording_bar_init (IkLiveWordingBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ik_live_wording_bar_set_live:
 * @self: a bar
 * @live: the interview whose questions it words
 *
 * Sets the interview; the bar stays closed.
 */
void
ik_live_wording_bar_set_live (IkLiveWordingBar *self,
                              IkLiveInterview  *live)
{
  g_return_if_fail (IK_IS_LIVE_WORDING_BAR (self));
  g_return_if_fail (IK_IS_LIVE_INTERVIEW (live));

  if (self->live != NULL)
    g_signal_handlers_disconnect_by_data (self->live, self);
  g_set_object (&self->live, live);
  g_signal_connect_object (live, "notify::current-item", G_CALLBACK (hide), self,
                           G_CONNECT_SWAPPED);
}

static const char *
get_asked_as (IkLiveWordingBar *self)
{
  const IkInterview *interview = ik_live_interview_get_interview (self->live);
  guint index = ik_live_interview_get_current (self->live);

  return index < interview->items->len
    ? ((IkInterviewItem *) interview->items->pdata[index])->asked_as : "";
}

/**
 * ik_live_wording_bar_open:
 * @self: a bar
 * @wording: what is written down
 *
 * Shows the line, with what stands there already, and gives it the focus.
 */
void
ik_live_wording_bar_open (IkLiveWordingBar *self,
                          IkLiveWording     wording)
{
  g_return_if_fail (IK_IS_LIVE_WORDING_BAR (self));

  self->wording = wording;
  if (wording == IK_LIVE_WORDING_EXTRA)
    gtk_label_set_text (self->title, _("Extra question"));
  else
    gtk_label_set_text (self->title, _("Asked in other words"));
  gtk_editable_set_text (GTK_EDITABLE (self->entry),
                         wording == IK_LIVE_WORDING_AS_ASKED ? get_asked_as (self) : "");
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
