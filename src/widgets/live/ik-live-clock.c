#include "ik-live-clock.h"

#include "ik-settings.h"
#include "ik-words.h"

#include <glib/gi18n.h>
#include <string.h>

#define MS_PER_MINUTE 60000

/* "12 min behind" */
#define PACE_CHARS 13

/* For so long after a chosen minute the clock stands out. */
#define WARNING_MS 30000

/**
 * IkLiveClock:
 *
 * The clock of the slot, large, with what it counts and the pace below. At the
 * minutes that were chosen it warns for a while, by its words and by a colour
 * that says the same; from the last of them on the end is near. It ticks once a second by itself while it is in view and changes what has
 * changed only; assistive tools hear of it once a minute. Main loop only.
 */
struct _IkLiveClock
{
  AdwBin           parent_instance;

  GtkBox          *box;
  GtkInscription  *digits;
  GtkBox          *words;
  GtkLabel        *state;
  GtkLabel        *pace;

  IkLiveInterview *live;            /* (nullable) (owned) */
  guint            timeout_id;
  gboolean         compact;
  gboolean         pace_visible;
  gint64           spoken_minutes;  /* what assistive tools were told last */
  gboolean         spoken_paused;
  GArray          *warnings;        /* element-type int: minutes, the last one first; owned */
};

typedef enum
{
  PROP_COMPACT = 1,
  PROP_PACE_VISIBLE,
} IkLiveClockProperty;

static GParamSpec *properties[PROP_PACE_VISIBLE + 1];

typedef enum
{
  SIGNAL_TICK,
} IkLiveClockSignal;

static guint signals[SIGNAL_TICK + 1];

G_DEFINE_FINAL_TYPE (IkLiveClock, ik_live_clock, ADW_TYPE_BIN)

static void
set_label (GtkLabel   *label,
           const char *text)
{
  if (!g_str_equal (gtk_label_get_text (label), text))
    gtk_label_set_text (label, text);
}

static void
set_css_class (GtkWidget  *widget,
               const char *css_class,
               gboolean    is_set)
{
  if (is_set == gtk_widget_has_css_class (widget, css_class))
    return;

  if (is_set)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

/* Below the last chosen minute. */
static gboolean
is_near_end (IkLiveClock *self,
             gint64       remaining_ms)
{
  return self->warnings->len > 0 &&
         remaining_ms < (gint64) g_array_index (self->warnings, int, 0) * MS_PER_MINUTE;
}

/* Just below one of the chosen minutes. */
static gboolean
is_warning (IkLiveClock *self,
            gint64       remaining_ms)
{
  for (guint i = 0; i < self->warnings->len; i++)
    {
      gint64 since_ms = (gint64) g_array_index (self->warnings, int, i) * MS_PER_MINUTE - remaining_ms;

      if (since_ms > 0 && since_ms <= WARNING_MS)
        return TRUE;
    }

  return FALSE;
}

/* The question is what stands; the slot goes on. */
static const char *
get_paused_words (IkLiveClock *self,
                  gint64       remaining_ms,
                  gboolean     has_slot)
{
  gboolean is_over = has_slot && remaining_ms < 0;

  if (ik_live_interview_is_interrupted (self->live))
    {
      if (self->compact)
        return is_over ? _("over time, interrupted") : _("interrupted");
      if (!has_slot)
        return _("elapsed, interrupted");

      return is_over ? _("over time, interrupted") : _("left, interrupted");
    }

  if (self->compact)
    return is_over ? _("over time, paused") : _("paused");
  if (!has_slot)
    return _("elapsed, question paused");

  return is_over ? _("over time, question paused") : _("left, question paused");
}

static const char *
get_state_words (IkLiveClock *self,
                 gint64       remaining_ms,
                 gboolean     has_slot)
{
  if (ik_live_interview_is_paused (self->live))
    return get_paused_words (self, remaining_ms, has_slot);
  if (!has_slot)
    return _("elapsed");
  if (remaining_ms < 0)
    return _("over time");
  if (is_near_end (self, remaining_ms))
    return _("left, near the end");
  if (is_warning (self, remaining_ms))
    return _("left, mind the time");

  return _("left");
}

/* Where the clock on the wall went wrong over a restart, nobody knows. */
static char *
mark_estimated (const char *words,
                gboolean    estimated)
{
  /* Translators: what the clock counts, such as "left" */
  return estimated ? g_strdup_printf (_("%s, estimated"), words) : g_strdup (words);
}

static char *
dup_pace (gint64 behind_ms)
{
  int minutes = (int) (ABS (behind_ms) / MS_PER_MINUTE);

  if (minutes == 0)
    return g_strdup (_("On time"));
  if (behind_ms < 0)
    return g_strdup_printf (ngettext ("%d min to spare", "%d min to spare", minutes), minutes);

  return g_strdup_printf (ngettext ("%d min behind", "%d min behind", minutes), minutes);
}

static char *
dup_spoken (IkLiveClock *self,
            gint64       minutes,
            gboolean     is_over,
            gboolean     has_slot)
{
  guint n = (guint) minutes;
  g_autofree char *text = NULL;

  if (!has_slot)
    text = g_strdup_printf (ngettext ("Elapsed: %u minute", "Elapsed: %u minutes", n), n);
  else if (is_over)
    text = g_strdup_printf (ngettext ("Over time: %u minute", "Over time: %u minutes", n), n);
  else
    text = g_strdup_printf (ngettext ("Time left: %u minute", "Time left: %u minutes", n), n);

  if (ik_live_interview_is_interrupted (self->live))
    return g_strdup_printf (_("%s, interrupted"), text);

  return ik_live_interview_is_paused (self->live) ? g_strdup_printf (_("%s, paused"), text)
                                                  : g_steal_pointer (&text);
}

/* Once a minute and at the start and the end of a pause, never each second. */
static void
speak (IkLiveClock *self,
       gint64       ms,
       gboolean     is_over,
       gboolean     has_slot,
       gboolean     estimated)
{
  gboolean paused = ik_live_interview_is_paused (self->live);
  gint64 minutes = is_over ? ms / MS_PER_MINUTE : (ms + MS_PER_MINUTE - 1) / MS_PER_MINUTE;
  gint64 key = is_over ? -minutes - 1 : minutes;
  g_autofree char *spoken = NULL;
  g_autofree char *text = NULL;

  if (self->spoken_minutes == key && self->spoken_paused == paused)
    return;

  self->spoken_minutes = key;
  self->spoken_paused = paused;
  spoken = dup_spoken (self, minutes, is_over, has_slot);
  text = mark_estimated (spoken, estimated);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  -1);
}

static void
update_digits (IkLiveClock *self,
               gint64       ms,
               gboolean     is_over)
{
  g_autofree char *clock = ik_words_format_clock (ms);
  g_autofree char *text = is_over ? g_strconcat ("+", clock, NULL) : g_steal_pointer (&clock);

  if (g_strcmp0 (gtk_inscription_get_text (self->digits), text) == 0)
    return;

  /* The width changes when a digit comes or goes, never from second to second. */
  gtk_inscription_set_min_chars (self->digits, (guint) strlen (text));
  gtk_inscription_set_nat_chars (self->digits, (guint) strlen (text));
  gtk_inscription_set_text (self->digits, text);
}

/**
 * ik_live_clock_update:
 * @self: a clock
 *
 * Shows the time as it is now; the clock does so each second by itself.
 */
void
ik_live_clock_update (IkLiveClock *self)
{
  gint64 remaining_ms;
  gint64 shown_ms;
  gboolean has_slot;
  gboolean is_over;
  gboolean estimated;
  g_autofree char *state = NULL;
  g_autofree char *pace = NULL;

  g_return_if_fail (IK_IS_LIVE_CLOCK (self));

  if (self->live == NULL)
    return;

  has_slot = ik_interview_get_slot_ms (ik_live_interview_get_interview (self->live)) > 0;
  remaining_ms = ik_live_interview_get_slot_remaining_ms (self->live, &estimated);
  is_over = has_slot && remaining_ms < 0;
  shown_ms = has_slot ? ABS (remaining_ms) : ik_live_interview_get_elapsed_ms (self->live);
  /* Counting down, the last second is still one: 10.0 s to 9.1 s are "0:10". */
  if (has_slot && !is_over)
    shown_ms += 999;
  pace = has_slot ? dup_pace (ik_live_interview_get_behind_ms (self->live)) : g_strdup ("");

  update_digits (self, shown_ms, is_over);
  state = mark_estimated (get_state_words (self, remaining_ms, has_slot), estimated);
  set_label (self->state, state);
  set_label (self->pace, pace);
  set_css_class (GTK_WIDGET (self), "over-time", is_over);
  set_css_class (GTK_WIDGET (self), "near-end",
                 has_slot && !is_over && is_near_end (self, remaining_ms));
  set_css_class (GTK_WIDGET (self), "warning",
                 has_slot && !is_over && is_warning (self, remaining_ms));
  speak (self, shown_ms, is_over, has_slot, estimated);
  g_signal_emit (self, signals[SIGNAL_TICK], 0);
}

static gboolean
tick_cb (gpointer user_data)
{
  ik_live_clock_update (IK_LIVE_CLOCK (user_data));

  return G_SOURCE_CONTINUE;
}

static void
ik_live_clock_map (GtkWidget *widget)
{
  IkLiveClock *self = IK_LIVE_CLOCK (widget);

  GTK_WIDGET_CLASS (ik_live_clock_parent_class)->map (widget);
  self->timeout_id = g_timeout_add_seconds (1, tick_cb, self);
  ik_live_clock_update (self);
}

static void
ik_live_clock_unmap (GtkWidget *widget)
{
  IkLiveClock *self = IK_LIVE_CLOCK (widget);

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  GTK_WIDGET_CLASS (ik_live_clock_parent_class)->unmap (widget);
}

static void
ik_live_clock_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  IkLiveClock *self = IK_LIVE_CLOCK (object);

  switch ((IkLiveClockProperty) prop_id)
    {
    case PROP_COMPACT:
      g_value_set_boolean (value, self->compact);
      break;
    case PROP_PACE_VISIBLE:
      g_value_set_boolean (value, self->pace_visible);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
update_layout (IkLiveClock *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box),
                                  self->compact ? GTK_ORIENTATION_VERTICAL
                                                : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_spacing (self->box, self->compact ? 0 : 9);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->words),
                                  self->compact ? GTK_ORIENTATION_HORIZONTAL
                                                : GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (self->words, self->compact ? 9 : 0);
  gtk_label_set_width_chars (self->pace, self->compact ? -1 : PACE_CHARS);
  gtk_inscription_set_xalign (self->digits, self->compact ? 0 : 1);
  gtk_widget_set_visible (GTK_WIDGET (self->pace), self->pace_visible);
  set_css_class (GTK_WIDGET (self), "compact", self->compact);
}

static void
ik_live_clock_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  IkLiveClock *self = IK_LIVE_CLOCK (object);

  switch ((IkLiveClockProperty) prop_id)
    {
    case PROP_COMPACT:
      self->compact = g_value_get_boolean (value);
      update_layout (self);
      break;
    case PROP_PACE_VISIBLE:
      self->pace_visible = g_value_get_boolean (value);
      update_layout (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ik_live_clock_dispose (GObject *object)
{
  IkLiveClock *self = IK_LIVE_CLOCK (object);

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  g_clear_object (&self->live);

  G_OBJECT_CLASS (ik_live_clock_parent_class)->dispose (object);
}

static void
ik_live_clock_finalize (GObject *object)
{
  g_array_unref (IK_LIVE_CLOCK (object)->warnings);

  G_OBJECT_CLASS (ik_live_clock_parent_class)->finalize (object);
}

static void
ik_live_clock_class_init (IkLiveClockClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ik_live_clock_get_property;
  object_class->set_property = ik_live_clock_set_property;
  object_class->dispose = ik_live_clock_dispose;
  object_class->finalize = ik_live_clock_finalize;
  widget_class->map = ik_live_clock_map;
  widget_class->unmap = ik_live_clock_unmap;

  /**
   * IkLiveClock:compact:
   *
   * Whether there is little width: the words stand below the digits then.
   */
  properties[PROP_COMPACT] =
    g_param_spec_boolean ("compact", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  /**
   * IkLiveClock:pace-visible:
   *
   * Whether the pace is shown, which the candidate need not see.
   */
  properties[PROP_PACE_VISIBLE] =
    g_param_spec_boolean ("pace-visible", NULL, NULL, TRUE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * IkLiveClock::tick:
   * @self: the clock
   *
   * A second went by, or the time was shown anew.
   */
  signals[SIGNAL_TICK] =
    g_signal_new ("tick", IK_TYPE_LIVE_CLOCK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-live-clock.ui");
  gtk_widget_class_bind_template_child (widget_class, IkLiveClock, box);
  gtk_widget_class_bind_template_child (widget_class, IkLiveClock, digits);
  gtk_widget_class_bind_template_child (widget_class, IkLiveClock, words);
  gtk_widget_class_bind_template_child (widget_class, IkLiveClock, state);
  gtk_widget_class_bind_template_child (widget_class, IkLiveClock, pace);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TIMER);
  gtk_widget_class_set_css_name (widget_class, "liveclock");
}

static void
ik_live_clock_init (IkLiveClock *self)
{
  self->spoken_minutes = G_MININT64;
  self->warnings = ik_settings_get_warning_minutes ();
  self->pace_visible = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ik_live_clock_set_live:
 * @self: a clock
 * @live: the interview whose time it shows
 *
 * Shows the time of @live.
 */
void
ik_live_clock_set_live (IkLiveClock     *self,
                        IkLiveInterview *live)
{
  g_return_if_fail (IK_IS_LIVE_CLOCK (self));
  g_return_if_fail (IK_IS_LIVE_INTERVIEW (live));

  if (g_set_object (&self->live, live))
    ik_live_clock_update (self);
}
