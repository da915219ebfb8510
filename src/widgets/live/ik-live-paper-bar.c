#include "ik-live-paper-bar.h"

#include "ik-entry-problem.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * IkLivePaperBar:
 *
 * In place of the clock of an interview that is entered from paper: when it
 * really was, and how many questions have nothing entered yet. Main loop only.
 */
struct _IkLivePaperBar
{
  AdwBin           parent_instance;

  GtkBox          *box;
  GtkMenuButton   *date_button;
  GtkCalendar     *calendar;
  GtkEntry        *time;
  GtkLabel        *left;
  GtkWidget       *keycap;

  IkLiveInterview *live;       /* (nullable) (owned) */
  gboolean         is_showing; /* what the interview has, which is no choice */
};

G_DEFINE_FINAL_TYPE (IkLivePaperBar, ik_live_paper_bar, ADW_TYPE_BIN)

static void
show_left (IkLivePaperBar *self)
{
  guint n_open = ik_live_interview_count_open (self->live);
  g_autofree char *text = NULL;

  if (n_open == 0)
    text = g_strdup (_("Nothing left; Alt+E goes to the review"));
  else
    text = g_strdup_printf (ngettext ("%u question left", "%u questions left", n_open), n_open);
  gtk_label_set_text (self->left, text);
}

static void
show_date (IkLivePaperBar *self)
{
  g_autoptr(GDateTime) date = gtk_calendar_get_date (self->calendar);
  g_autofree char *text = g_date_time_format (date, "%x");
  g_autofree char *accessible = g_strdup_printf (_("Held on %s"), text);

  gtk_menu_button_set_label (self->date_button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->date_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, accessible,
                                  -1);
}

static void
show_start (IkLivePaperBar *self)
{
  gint64 at_us = ik_live_interview_get_interview (self->live)->started_at_us;
  g_autoptr(GDateTime) at = g_date_time_new_from_unix_local (at_us / G_USEC_PER_SEC);
  g_autofree char *time = g_date_time_format (at, "%H:%M");

  self->is_showing = TRUE;
  gtk_calendar_select_day (self->calendar, at);
  gtk_editable_set_text (GTK_EDITABLE (self->time), time);
  self->is_showing = FALSE;
  show_date (self);
}

/* Hours and minutes with whatever sign between them. One digit of the minutes is no
 * time yet: it would be taken for one while the other is typed. */
static gboolean
parse_time (const char *text,
            guint      *out_hour,
            guint      *out_minute)
{
  g_auto(GStrv) parts = g_strsplit_set (text, ":.,h ", 2);
  guint64 hour;
  guint64 minute;

  if (g_strv_length (parts) != 2 || strlen (parts[1]) != 2 ||
      !g_ascii_string_to_unsigned (parts[0], 10, 0, 23, &hour, NULL) ||
      !g_ascii_string_to_unsigned (parts[1], 10, 0, 59, &minute, NULL))
    return FALSE;

  *out_hour = (guint) hour;
  *out_minute = (guint) minute;
  return TRUE;
}

/* NULL while the time is being written. */
static GDateTime *
dup_start (IkLivePaperBar *self)
{
  g_autoptr(GDateTime) date = gtk_calendar_get_date (self->calendar);
  guint hour;
  guint minute;

  if (!parse_time (gtk_editable_get_text (GTK_EDITABLE (self->time)), &hour, &minute))
    return NULL;

  return g_date_time_new_local (g_date_time_get_year (date), g_date_time_get_month (date),
                                g_date_time_get_day_of_month (date), (int) hour, (int) minute, 0);
}

static void
start_changed_cb (IkLivePaperBar *self)
{
  g_autoptr(GDateTime) at = NULL;
  const char *problem = NULL;

  if (self->is_showing || self->live == NULL)
    return;

  show_date (self);
  show_left (self);
  at = dup_start (self);
  if (at == NULL)
    problem = _("Hours and minutes, such as 14:30");
  else if (!ik_live_interview_set_started_at (self->live, g_date_time_to_unix (at) * G_USEC_PER_SEC))
    {
      problem = _("This time is still to come");
      gtk_label_set_text (self->left, problem);
    }
  ik_entry_set_problem (self->time, problem);
}

static void
day_selected_cb (IkLivePaperBar *self)
{
  gtk_menu_button_popdown (self->date_button);
}

static void
activate_cb (IkLivePaperBar *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "live.show-part", "s", "note");
}

static gboolean
ik_live_paper_bar_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (IK_LIVE_PAPER_BAR (widget)->date_button));
}

static void
ik_live_paper_bar_dispose (GObject *object)
{
  g_clear_object (&IK_LIVE_PAPER_BAR (object)->live);

  G_OBJECT_CLASS (ik_live_paper_bar_parent_class)->dispose (object);
}

static void
ik_live_paper_bar_class_init (IkLivePaperBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ik_live_paper_bar_dispose;
  widget_class->grab_focus = ik_live_paper_bar_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-live-paper-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, IkLivePaperBar, box);
  gtk_widget_class_bind_template_child (widget_class, IkLivePaperBar, date_button);
  gtk_widget_class_bind_template_child (widget_class, IkLivePaperBar, calendar);
  gtk_widget_class_bind_template_child (widget_class, IkLivePaperBar, time);
  gtk_widget_class_bind_template_child (widget_class, IkLivePaperBar, left);
  gtk_widget_class_bind_template_child (widget_class, IkLivePaperBar, keycap);
  gtk_widget_class_bind_template_callback (widget_class, start_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
ik_live_paper_bar_init (IkLivePaperBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ik_live_paper_bar_set_live:
 * @self: a bar without an interview
 * @live: the interview that is entered from paper
 *
 * Shows and sets when @live was.
 */
void
ik_live_paper_bar_set_live (IkLivePaperBar  *self,
                            IkLiveInterview *live)
{
  g_return_if_fail (IK_IS_LIVE_PAPER_BAR (self));
  g_return_if_fail (IK_IS_LIVE_INTERVIEW (live));
  g_return_if_fail (self->live == NULL);

  self->live = g_object_ref (live);
  g_signal_connect_object (live, "item-changed", G_CALLBACK (show_left), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (live, "items-changed", G_CALLBACK (show_left), self,
                           G_CONNECT_SWAPPED);
  show_start (self);
  show_left (self);
}

/**
 * ik_live_paper_bar_set_narrow:
 * @self: a bar
 * @narrow: whether there is little width
 *
 * Takes two lines in place of one where there is little.
 */
void
ik_live_paper_bar_set_narrow (IkLivePaperBar *self,
                              gboolean        narrow)
{
  g_return_if_fail (IK_IS_LIVE_PAPER_BAR (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_visible (self->keycap, !narrow);
}
