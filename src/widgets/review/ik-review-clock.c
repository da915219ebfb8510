#include "ik-review-clock.h"

#include "ik-review.h"
#include "ik-settings.h"
#include "ik-words.h"

#include <glib/gi18n.h>

#define MINUTE_MS (60 * 1000)

/* Later than this after the end of the buffer the review is just work left
 * over, and a clock says nothing: a choice of ours. */
#define MAX_OVER_MS (60 * MINUTE_MS)

/**
 * IkReviewClock:
 *
 * How long ago the interview ended, of the minutes that are set aside for its
 * review. It counts from the event of the end, so a restart of the program harms
 * nothing. Too long is said in words; nothing else happens. Not seen where there
 * is nothing to count. Main loop only.
 */
struct _IkReviewClock
{
  AdwBin     parent_instance;

  GtkLabel  *label;

  IkClock   *clock;     /* (nullable) (owned) */
  IkInstant  ended;     /* all 0 where nothing is counted */
  gint64     buffer_ms;
  gint64     shown_min; /* said to assistive tools */
  guint      tick_id;
  gboolean   narrow;
};

G_DEFINE_FINAL_TYPE (IkReviewClock, ik_review_clock, ADW_TYPE_BIN)

static char *
format_text (IkReviewClock *self,
             gint64         elapsed_ms)
{
  g_autofree char *elapsed = ik_words_format_clock (elapsed_ms);
  g_autofree char *buffer = ik_words_format_clock (self->buffer_ms);

  if (self->narrow)
    return g_steal_pointer (&elapsed);
  if (elapsed_ms > self->buffer_ms)
    /* Translators: minutes and seconds since the end of the interview, more than
     * are set aside for its review */
    return g_strdup_printf (_("Review %s, over"), elapsed);

  /* Translators: the same, and those that are set aside */
  return g_strdup_printf (_("Review %s of %s"), elapsed, buffer);
}

/* Once a minute: a clock that is read out each second is noise. */
static void
say (IkReviewClock *self,
     gint64         elapsed_ms)
{
  gint64 minutes = elapsed_ms / MINUTE_MS;
  g_autofree char *text = NULL;

  if (minutes == self->shown_min)
    return;

  self->shown_min = minutes;
  text = g_strdup_printf (_("Review: %u of %u minutes"), (guint) minutes,
                          (guint) (self->buffer_ms / MINUTE_MS));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->label), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text, -1);
}

static gboolean
update (IkReviewClock *self)
{
  g_autofree char *text = NULL;
  IkInstant now;
  gint64 elapsed_ms;
  gboolean counts;

  if (self->clock == NULL || self->ended.wall_us == 0 || self->buffer_ms == 0)
    {
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      return FALSE;
    }

  ik_clock_now (self->clock, &now);
  elapsed_ms = ik_instant_elapsed_us (&self->ended, &now, NULL) / 1000;
  counts = elapsed_ms <= self->buffer_ms + MAX_OVER_MS;
  gtk_widget_set_visible (GTK_WIDGET (self), counts);
  if (!counts)
    return FALSE;

  text = format_text (self, elapsed_ms);
  gtk_label_set_text (self->label, text);
  say (self, elapsed_ms);

  return TRUE;
}

static gboolean
tick_cb (gpointer data)
{
  IkReviewClock *self = data;

  if (update (self))
    return G_SOURCE_CONTINUE;

  self->tick_id = 0;
  return G_SOURCE_REMOVE;
}

static void
restart (IkReviewClock *self)
{
  self->shown_min = -1;
  g_clear_handle_id (&self->tick_id, g_source_remove);
  if (update (self))
    self->tick_id = g_timeout_add_seconds (1, tick_cb, self);
}

static void
ik_review_clock_dispose (GObject *object)
{
  IkReviewClock *self = IK_REVIEW_CLOCK (object);

  g_clear_handle_id (&self->tick_id, g_source_remove);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (ik_review_clock_parent_class)->dispose (object);
}

static void
ik_review_clock_class_init (IkReviewClockClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ik_review_clock_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-review-clock.ui");
  gtk_widget_class_bind_template_child (widget_class, IkReviewClock, label);
}

static void
ik_review_clock_init (IkReviewClock *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ik_review_clock_set_interview:
 * @self: a clock
 * @interview: an interview with its events
 * @clock: what tells the time
 *
 * Counts from the end of @interview while it is in review.
 */
void
ik_review_clock_set_interview (IkReviewClock     *self,
                               const IkInterview *interview,
                               IkClock           *clock)
{
  static const IkInstant none = { 0, 0, "" };

  g_return_if_fail (IK_IS_REVIEW_CLOCK (self));

  g_set_object (&self->clock, clock);
  self->buffer_ms = (gint64) ik_settings_get_review_minutes () * MINUTE_MS;
  if (!ik_interview_find_end (interview, &self->ended))
    self->ended = none;
  restart (self);
}

/**
 * ik_review_clock_set_narrow:
 * @self: a clock
 * @narrow: whether there is little width
 *
 * Shows the time alone, or what it is as well.
 */
void
ik_review_clock_set_narrow (IkReviewClock *self,
                            gboolean       narrow)
{
  g_return_if_fail (IK_IS_REVIEW_CLOCK (self));

  self->narrow = narrow;
  restart (self);
}
