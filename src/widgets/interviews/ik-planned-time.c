#include "ik-planned-time.h"

#include "ik-spin-button.h"

#include <glib/gi18n.h>

/* Where nothing is said: an hour from now, on the half hour. */
#define DEFAULT_DELAY_MINUTES 60
#define DEFAULT_STEP_MINUTES 30

/**
 * IkPlannedTime:
 *
 * Rows for the date and the time of an interview, which need not be set. Main
 * loop only.
 */
struct _IkPlannedTime
{
  AdwPreferencesGroup  parent_instance;

  GtkSwitch           *has_time;
  GtkWidget           *date_row;
  GtkMenuButton       *date_button;
  GtkCalendar         *calendar;
  GtkWidget           *time_row;
  GtkSpinButton       *hour;
  GtkSpinButton       *minute;

  gboolean             is_setting; /* the program changes them, not the person */
};

typedef enum
{
  SIGNAL_CHANGED,
} IkPlannedTimeSignal;

static guint signals[SIGNAL_CHANGED + 1];

G_DEFINE_FINAL_TYPE (IkPlannedTime, ik_planned_time, ADW_TYPE_PREFERENCES_GROUP)

static void
changed_cb (IkPlannedTime *self)
{
  gboolean has_time = gtk_switch_get_active (self->has_time);

  gtk_widget_set_visible (self->date_row, has_time);
  gtk_widget_set_visible (self->time_row, has_time);
  if (!self->is_setting)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
show_date (IkPlannedTime *self)
{
  g_autoptr(GDateTime) date = gtk_calendar_get_date (self->calendar);
  g_autofree char *text = g_date_time_format (date, "%x");

  gtk_menu_button_set_label (self->date_button, text);
  gtk_menu_button_popdown (self->date_button);
}

static void
day_selected_cb (IkPlannedTime *self)
{
  show_date (self);
  changed_cb (self);
}

static gboolean
output_two_digits_cb (GtkSpinButton *button)
{
  g_autofree char *text = g_strdup_printf ("%02d", gtk_spin_button_get_value_as_int (button));

  gtk_editable_set_text (GTK_EDITABLE (button), text);
  return TRUE;
}

static void
show_time (IkPlannedTime *self,
           GDateTime     *at)
{
  gtk_calendar_select_day (self->calendar, at);
  gtk_spin_button_set_value (self->hour, g_date_time_get_hour (at));
  gtk_spin_button_set_value (self->minute, g_date_time_get_minute (at));
  show_date (self);
}

static void
show_default_time (IkPlannedTime *self)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  int minutes = g_date_time_get_minute (now) % DEFAULT_STEP_MINUTES;
  g_autoptr(GDateTime) at = g_date_time_add_minutes (now, DEFAULT_DELAY_MINUTES - minutes);

  show_time (self, at);
}

static void
ik_planned_time_class_init (IkPlannedTimeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  /**
   * IkPlannedTime::changed:
   * @self: the rows
   *
   * The person chose another time, or none.
   */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", IK_TYPE_PLANNED_TIME, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-planned-time.ui");
  gtk_widget_class_bind_template_child (widget_class, IkPlannedTime, has_time);
  gtk_widget_class_bind_template_child (widget_class, IkPlannedTime, date_row);
  gtk_widget_class_bind_template_child (widget_class, IkPlannedTime, date_button);
  gtk_widget_class_bind_template_child (widget_class, IkPlannedTime, calendar);
  gtk_widget_class_bind_template_child (widget_class, IkPlannedTime, time_row);
  gtk_widget_class_bind_template_child (widget_class, IkPlannedTime, hour);
  gtk_widget_class_bind_template_child (widget_class, IkPlannedTime, minute);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, output_two_digits_cb);
}

static void
ik_planned_time_init (IkPlannedTime *self)
{
  self->is_setting = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  ik_spin_button_init (self->hour);
  ik_spin_button_init (self->minute);
  show_default_time (self);
  self->is_setting = FALSE;
}

/**
 * ik_planned_time_get_us:
 * @self: the rows
 *
 * Returns: the time, microseconds since 1970 UTC; 0 where none is set
 */
gint64
ik_planned_time_get_us (IkPlannedTime *self)
{
  g_autoptr(GDateTime) date = NULL;
  g_autoptr(GDateTime) at = NULL;

  g_return_val_if_fail (IK_IS_PLANNED_TIME (self), 0);

  if (!gtk_switch_get_active (self->has_time))
    return 0;

  date = gtk_calendar_get_date (self->calendar);
  at = g_date_time_new_local (g_date_time_get_year (date), g_date_time_get_month (date),
                              g_date_time_get_day_of_month (date),
                              gtk_spin_button_get_value_as_int (self->hour),
                              gtk_spin_button_get_value_as_int (self->minute), 0);

  return at != NULL ? g_date_time_to_unix (at) * G_USEC_PER_SEC : 0;
}

/**
 * ik_planned_time_set_us:
 * @self: the rows
 * @at_us: microseconds since 1970 UTC, 0 for none
 *
 * Shows another time, to the minute.
 */
void
ik_planned_time_set_us (IkPlannedTime *self,
                        gint64         at_us)
{
  g_autoptr(GDateTime) at = NULL;

  g_return_if_fail (IK_IS_PLANNED_TIME (self));

  at = g_date_time_new_from_unix_local (at_us / G_USEC_PER_SEC);
  self->is_setting = TRUE;
  gtk_switch_set_active (self->has_time, at_us != 0);
  if (at_us != 0 && at != NULL)
    show_time (self, at);
  changed_cb (self);
  self->is_setting = FALSE;
}
