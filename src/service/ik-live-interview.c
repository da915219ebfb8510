#include "ik-live-interview-private.h"

/* How often the time of the item in focus is stored though nothing happens. A
 * restart adds what has passed since. */
#define HEARTBEAT_S 10

/* Why an interview is paused, in the log. */
#define INTERRUPTION "interruption"

/* A restart later than this did not follow a crash: the interview went on
 * without the program, or was over, and the gap is no time of the item. A
 * choice of ours: a computer that crashed is back within five. */
#define MAX_AWAY_MS (10 * 60 * 1000)

/**
 * IkLiveInterview:
 *
 * The interview that is being held: the state machine behind the live page.
 *
 * Each change is on disk at most 250 ms after the first unsaved one, and sooner
 * at every change of item or state; see #IkLiveSaver. A restart goes on with
 * the same item, second and letter: the clock is stored as instants, so the
 * slot runs on through a crash, a suspend and a changed wall clock, and the
 * item's clock through a crash of up to ten minutes. Pauses stop the clock of
 * the item, never that of the slot. Quiet time of the candidate is time of the
 * item with a clock of its own; it ends with the focus and with a pause.
 *
 * An outcome is the interviewer's to say: an item that is left without one
 * stays "not asked", whatever was noted, and the review asks.
 *
 * Main loop only.
 */

typedef enum
{
  PROP_CURRENT_ITEM = 1,
  PROP_PAUSED,
  PROP_QUIET,
  PROP_STATE,
  PROP_SAVE_ERROR,
} IkLiveInterviewProperty;

typedef enum
{
  SIGNAL_ITEM_CHANGED,
  SIGNAL_ITEMS_CHANGED,
} IkLiveInterviewSignal;

static GParamSpec *props[PROP_SAVE_ERROR + 1];
static guint signals[SIGNAL_ITEMS_CHANGED + 1];

G_DEFINE_FINAL_TYPE (IkLiveInterview, ik_live_interview, G_TYPE_OBJECT)

static gboolean
heartbeat_cb (gpointer data)
{
  ik_live_interview_fold_item_clock (data);
  return G_SOURCE_CONTINUE;
}

static void
update_heartbeat (IkLiveInterview *self)
{
  gboolean runs = ik_live_interview_item_clock_runs (self);

  if (runs && self->heartbeat_id == 0)
    self->heartbeat_id = g_timeout_add_seconds (HEARTBEAT_S, heartbeat_cb, self);
  else if (!runs)
    g_clear_handle_id (&self->heartbeat_id, g_source_remove);
}

/* What the other files of the class need as well. */

/**
 * ik_live_interview_get_item:
 * @self: a live interview
 *
 * Returns: (transfer none) (nullable): the item in focus, %NULL where there are
 *   no items
 */
IkInterviewItem *
ik_live_interview_get_item (IkLiveInterview *self)
{
  const IkInterview *interview = self->interview;

  return interview->current_item < interview->items->len
    ? interview->items->pdata[interview->current_item] : NULL;
}

/**
 * ik_live_interview_log:
 * @self: a live interview
 * @item: (nullable): what it is about
 * @kind: what happened, see #IkInterviewEvent
 * @value: (nullable): what it became
 *
 * Appends an event of this moment.
 */
void
ik_live_interview_log (IkLiveInterview *self,
                       IkInterviewItem *item,
                       const char      *kind,
                       const char      *value)
{
  IkInterviewEvent *event = ik_interview_event_new (0, item != NULL ? item->id : NULL, kind,
                                                    value);

  ik_clock_now (self->clock, &event->at);
  ik_live_saver_log (self->saver, event);
}

/**
 * ik_live_interview_log_shown:
 * @self: a live interview
 *
 * Appends that the item in focus got it; of an interview entered from paper,
 * that would say nothing about the interview.
 */
void
ik_live_interview_log_shown (IkLiveInterview *self)
{
  if (!self->interview->from_paper)
    ik_live_interview_log (self, ik_live_interview_get_item (self), "shown", NULL);
}

/**
 * ik_live_interview_changed_item:
 * @self: a live interview
 * @index: index of an item
 *
 * Has the item saved and tells the views.
 */
void
ik_live_interview_changed_item (IkLiveInterview *self,
                                guint            index)
{
  ik_live_saver_touch_item (self->saver, self->interview->items->pdata[index]);
  g_signal_emit (self, signals[SIGNAL_ITEM_CHANGED], 0, index);
}

/**
 * ik_live_interview_changed_items:
 * @self: a live interview
 * @index: where items came or went
 * @n_removed: how many went
 * @n_added: how many came
 *
 * Saves and tells the views, of the focus as well: its index may be another.
 */
void
ik_live_interview_changed_items (IkLiveInterview *self,
                                 guint            index,
                                 guint            n_removed,
                                 guint            n_added)
{
  ik_live_saver_save (self->saver);
  update_heartbeat (self);
  g_signal_emit (self, signals[SIGNAL_ITEMS_CHANGED], 0, index, n_removed, n_added);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CURRENT_ITEM]);
}

static void
error_cb (IkLiveInterview *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SAVE_ERROR]);
}

static void
ik_live_interview_dispose (GObject *object)
{
  IkLiveInterview *self = IK_LIVE_INTERVIEW (object);

  g_clear_handle_id (&self->heartbeat_id, g_source_remove);

  G_OBJECT_CLASS (ik_live_interview_parent_class)->dispose (object);
}

static void
ik_live_interview_finalize (GObject *object)
{
  IkLiveInterview *self = IK_LIVE_INTERVIEW (object);

  /* It goes when all is saved, and takes the interview along. */
  ik_live_saver_save (self->saver);
  g_signal_handlers_disconnect_by_data (self->saver, self);
  g_clear_object (&self->saver);

  g_clear_object (&self->clock);
  g_clear_pointer (&self->chips, ik_chips_free);
  g_clear_pointer (&self->steps, g_array_unref);
  g_clear_pointer (&self->visits, g_array_unref);

  G_OBJECT_CLASS (ik_live_interview_parent_class)->finalize (object);
}

static void
ik_live_interview_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  IkLiveInterview *self = IK_LIVE_INTERVIEW (object);

  switch ((IkLiveInterviewProperty) prop_id)
    {
    case PROP_CURRENT_ITEM:
      g_value_set_uint (value, self->interview->current_item);
      break;

    case PROP_PAUSED:
      g_value_set_boolean (value, ik_live_interview_is_paused (self));
      break;

    case PROP_QUIET:
      g_value_set_boolean (value, ik_live_interview_is_quiet (self));
      break;

    case PROP_STATE:
      g_value_set_uint (value, self->interview->state);
      break;

    case PROP_SAVE_ERROR:
      g_value_set_string (value, ik_live_interview_get_save_error (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ik_live_interview_class_init (IkLiveInterviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ik_live_interview_dispose;
  object_class->finalize = ik_live_interview_finalize;
  object_class->get_property = ik_live_interview_get_property;

  /**
   * IkLiveInterview:current-item:
   *
   * Index of the item in focus.
   */
  props[PROP_CURRENT_ITEM] = g_param_spec_uint ("current-item", NULL, NULL, 0, G_MAXUINT, 0,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * IkLiveInterview:paused:
   *
   * Whether the clock of the item stands still.
   */
  props[PROP_PAUSED] = g_param_spec_boolean ("paused", NULL, NULL, FALSE,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * IkLiveInterview:quiet:
   *
   * Whether the candidate has quiet time.
   */
  props[PROP_QUIET] = g_param_spec_boolean ("quiet", NULL, NULL, FALSE,
                                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * IkLiveInterview:state:
   *
   * Where it stands, an #IkInterviewState.
   */
  props[PROP_STATE] = g_param_spec_uint ("state", NULL, NULL, 0, G_MAXUINT, 0,
                                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * IkLiveInterview:save-error:
   *
   * Why the last save failed, a sentence; %NULL while all is well. What is
   * unsaved is kept and tried again each second. Notified as well when
   * ik_live_interview_get_rescue_path() changes.
   */
  props[PROP_SAVE_ERROR] = g_param_spec_string ("save-error", NULL, NULL, NULL,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  /**
   * IkLiveInterview::item-changed:
   * @index: index of an item
   *
   * Outcome, rating, a tick, a note or the time of an item changed, other than
   * by the clock alone.
   */
  signals[SIGNAL_ITEM_CHANGED] =
    g_signal_new ("item-changed", IK_TYPE_LIVE_INTERVIEW, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  /**
   * IkLiveInterview::items-changed:
   * @index: where items came or went
   * @n_removed: how many went
   * @n_added: how many came
   *
   * A question was added, or taken back. #IkLiveInterview:current-item is
   * notified after it.
   */
  signals[SIGNAL_ITEMS_CHANGED] =
    g_signal_new ("items-changed", IK_TYPE_LIVE_INTERVIEW, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_UINT);
}

static void
ik_live_interview_init (IkLiveInterview *self)
{
  self->steps = ik_live_steps_new ();
  self->visits = g_array_new (FALSE, FALSE, sizeof (IkLiveVisit));
}

/* What the pause was for that goes on, as the log tells it. */
static gboolean
was_interrupted (const IkInterview *interview)
{
  for (guint i = interview->events->len; i-- > 0;)
    {
      const IkInterviewEvent *event = interview->events->pdata[i];

      if (g_str_equal (event->kind, "paused"))
        return g_strcmp0 (event->value, INTERRUPTION) == 0;
    }

  return FALSE;
}

/**
 * ik_live_interview_new:
 * @library: where it is saved
 * @interview: (transfer full): as it is saved; planned, live, broken off, or in
 *   review
 * @clock: what tells the time
 *
 * Nothing happens until ik_live_interview_start(), or ik_live_interview_resume()
 * from the review.
 *
 * Returns: (transfer full): a live interview
 */
IkLiveInterview *
ik_live_interview_new (IkLibrary   *library,
                       IkInterview *interview,
                       IkClock     *clock)
{
  IkLiveInterview *self;

  g_return_val_if_fail (IK_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (interview != NULL, NULL);
  g_return_val_if_fail (IK_IS_CLOCK (clock), NULL);

  self = g_object_new (IK_TYPE_LIVE_INTERVIEW, NULL);
  self->clock = g_object_ref (clock);
  self->interview = interview;
  self->saver = ik_live_saver_new (library, interview);
  g_signal_connect_swapped (self->saver, "notify::error", G_CALLBACK (error_cb), self);
  g_signal_connect_swapped (self->saver, "notify::rescue-path", G_CALLBACK (error_cb), self);

  if (interview->current_item >= interview->items->len)
    interview->current_item = 0;
  self->is_interrupted = was_interrupted (interview);

  return self;
}

/**
 * ik_live_interview_get_library:
 * @self: a live interview
 *
 * Returns: (transfer none): where it is saved
 */
IkLibrary *
ik_live_interview_get_library (IkLiveInterview *self)
{
  g_return_val_if_fail (IK_IS_LIVE_INTERVIEW (self), NULL);

  return ik_live_saver_get_library (self->saver);
}

/**
 * ik_live_interview_get_interview:
 * @self: a live interview
 *
 * Returns: (transfer none): the interview as it is now; the time of the item in
 *   focus is behind, see ik_live_interview_get_item_elapsed_ms()
 */
const IkInterview *
ik_live_interview_get_interview (IkLiveInterview *self)
{
  g_return_val_if_fail (IK_IS_LIVE_INTERVIEW (self), NULL);

  return self->interview;
}

/**
 * ik_live_interview_enter_state:
 * @self: a live interview
 * @state: where it stands from now on
 * @kind: what happened, see #IkInterviewEvent
 * @value: (nullable): what it became
 *
 * Each step between two states ends here.
 */
void
ik_live_interview_enter_state (IkLiveInterview  *self,
                               IkInterviewState  state,
                               const char       *kind,
                               const char       *value)
{
  self->interview->state = state;
  ik_live_interview_log (self, NULL, kind, value);
  ik_live_saver_save (self->saver);
  update_heartbeat (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATE]);
}

static void
begin (IkLiveInterview *self)
{
  IkInterview *interview = self->interview;

  ik_clock_now (self->clock, &interview->started);
  interview->focused = interview->started;
  interview->started_at_us = interview->started.wall_us;
  ik_live_interview_enter_state (self, IK_INTERVIEW_STATE_LIVE, "started", NULL);
  ik_live_interview_log_shown (self);
}

/* The item's clock, and that of quiet time, go on from now; what they had before
 * the program went away stays. */
static void
leave_out (IkLiveInterview *self,
           gint64           away_ms)
{
  IkInterview *interview = self->interview;

  ik_clock_now (self->clock, &interview->focused);
  if (interview->quiet.wall_us == 0)
    return;

  ik_live_interview_get_item (self)->quiet_ms +=
    MAX (0, ik_live_interview_get_ms_since (self, &interview->quiet, NULL) - away_ms);
  interview->quiet = interview->focused;
  ik_live_saver_touch_item (self->saver, ik_live_interview_get_item (self));
}

/* What was broken off may go on another day: the slot waits meanwhile, and so
 * does a pause. */
static void
go_on_after_break (IkLiveInterview *self)
{
  IkInterview *interview = self->interview;
  IkInstant now;
  gint64 away_ms;

  ik_clock_now (self->clock, &now);
  away_ms = ik_instant_break_us (&interview->focused, &now) / 1000;
  ik_live_interview_anchor (self, away_ms * 1000);
  interview->broken_off_ms += away_ms;
  if (interview->paused.wall_us != 0)
    {
      interview->paused.wall_us += away_ms * 1000;
      interview->paused.boot_us += away_ms * 1000;
    }

  leave_out (self, away_ms);
  ik_live_interview_enter_state (self, IK_INTERVIEW_STATE_LIVE, "restarted", NULL);
}

/* How long nobody looked after its clock. */
static gint64
come_back (IkLiveInterview *self)
{
  gboolean estimated;
  gint64 away_ms = ik_live_interview_get_ms_since (self, &self->interview->focused, &estimated);

  self->is_estimated |= estimated;
  ik_live_interview_anchor (self, away_ms * 1000);

  return away_ms;
}

/* A pause goes on while the program is away, whatever its length. */
static void
go_on_after_crash (IkLiveInterview *self)
{
  gint64 away_ms = come_back (self);
  g_autofree char *value = NULL;

  if (ik_live_interview_item_clock_runs (self) && away_ms > MAX_AWAY_MS)
    {
      value = g_strdup_printf ("%" G_GINT64_FORMAT, away_ms);
      leave_out (self, away_ms);
    }

  ik_live_interview_enter_state (self, IK_INTERVIEW_STATE_LIVE, "restarted", value);
}

static void
go_on (IkLiveInterview *self)
{
  if (self->interview->from_paper)
    ik_live_interview_enter_state (self, IK_INTERVIEW_STATE_LIVE, "entry_started", NULL);
  else if (self->interview->state == IK_INTERVIEW_STATE_BROKEN_OFF)
    go_on_after_break (self);
  else
    go_on_after_crash (self);
}

/**
 * ik_live_interview_start:
 * @self: a live interview
 *
 * Starts a planned interview, or goes on with one that was live when the
 * program ended or that was broken off: same item, pause and text. In any other
 * state it does nothing.
 */
void
ik_live_interview_start (IkLiveInterview *self)
{
  g_return_if_fail (IK_IS_LIVE_INTERVIEW (self));

  if (self->interview->state == IK_INTERVIEW_STATE_PLANNED)
    begin (self);
  else if (self->interview->state == IK_INTERVIEW_STATE_LIVE ||
           self->interview->state == IK_INTERVIEW_STATE_BROKEN_OFF)
    go_on (self);
}

/**
 * ik_live_interview_is_paused:
 * @self: a live interview
 *
 * Returns: whether the clock of the item stands still
 */
gboolean
ik_live_interview_is_paused (IkLiveInterview *self)
{
  g_return_val_if_fail (IK_IS_LIVE_INTERVIEW (self), FALSE);

  return self->interview->paused.wall_us != 0;
}

/**
 * ik_live_interview_is_interrupted:
 * @self: a live interview
 *
 * Returns: whether it is paused because of an interruption
 */
gboolean
ik_live_interview_is_interrupted (IkLiveInterview *self)
{
  g_return_val_if_fail (IK_IS_LIVE_INTERVIEW (self), FALSE);

  return self->is_interrupted && ik_live_interview_is_paused (self);
}

static void
start_pause (IkLiveInterview *self,
             const char      *reason)
{
  ik_live_interview_set_quiet (self, FALSE);
  ik_live_interview_fold_item_clock (self);
  ik_clock_now (self->clock, &self->interview->paused);
  self->is_interrupted = g_strcmp0 (reason, INTERRUPTION) == 0;
  ik_live_interview_log (self, NULL, "paused", reason);
}

static void
end_pause (IkLiveInterview *self)
{
  static const IkInstant running = { 0, 0, "" };

  self->interview->paused_ms += ik_live_interview_get_ms_since (self, &self->interview->paused, NULL);
  self->interview->paused = running;
  ik_clock_now (self->clock, &self->interview->focused);
  ik_live_interview_log (self, NULL, "resumed", NULL);
}

/**
 * ik_live_interview_set_paused:
 * @self: a live interview
 * @paused: whether the clock of the item shall stand still
 * @reason: (nullable): why, for the log: "interruption", or %NULL for none
 *
 * Pauses, or goes on. The clock of the slot runs in any case.
 */
void
ik_live_interview_set_paused (IkLiveInterview *self,
                              gboolean         paused,
                              const char      *reason)
{
  g_return_if_fail (IK_IS_LIVE_INTERVIEW (self));

  if (self->interview->state != IK_INTERVIEW_STATE_LIVE || self->interview->from_paper ||
      paused == ik_live_interview_is_paused (self))
    return;

  if (paused)
    start_pause (self, reason);
  else
    end_pause (self);

  ik_live_saver_save (self->saver);
  update_heartbeat (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PAUSED]);
}

/**
 * ik_live_interview_is_quiet:
 * @self: a live interview
 *
 * Returns: whether the candidate has quiet time
 */
gboolean
ik_live_interview_is_quiet (IkLiveInterview *self)
{
  g_return_val_if_fail (IK_IS_LIVE_INTERVIEW (self), FALSE);

  return self->interview->quiet.wall_us != 0;
}

static void
end_quiet (IkLiveInterview *self)
{
  static const IkInstant none = { 0, 0, "" };
  IkInterviewItem *item = ik_live_interview_get_item (self);

  item->quiet_ms += ik_live_interview_get_ms_since (self, &self->interview->quiet, NULL);
  self->interview->quiet = none;
  ik_live_interview_log (self, item, "quiet", "false");
  ik_live_interview_changed_item (self, self->interview->current_item);
}

/**
 * ik_live_interview_set_quiet:
 * @self: a live interview
 * @quiet: whether the candidate has quiet time, to think or to read
 *
 * Starts or ends the quiet time of the item in focus. A pause and another item
 * end it as well; while the interview is paused, none can start.
 */
void
ik_live_interview_set_quiet (IkLiveInterview *self,
                             gboolean         quiet)
{
  g_return_if_fail (IK_IS_LIVE_INTERVIEW (self));

  if (quiet == ik_live_interview_is_quiet (self) ||
      !ik_live_interview_item_clock_runs (self))
    return;

  if (quiet)
    {
      ik_clock_now (self->clock, &self->interview->quiet);
      ik_live_interview_log (self, ik_live_interview_get_item (self), "quiet", "true");
    }
  else
    end_quiet (self);

  ik_live_saver_save (self->saver);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_QUIET]);
}

/**
 * ik_live_interview_break_off:
 * @self: a live interview
 *
 * Leaves an interview that is to be gone on with later, or reviewed as it is.
 * The clock of the item stands still meanwhile. One that is entered from paper
 * is planned again where nothing was entered yet.
 */
void
ik_live_interview_break_off (IkLiveInterview *self)
{
  g_return_if_fail (IK_IS_LIVE_INTERVIEW (self));

  if (self->interview->state != IK_INTERVIEW_STATE_LIVE)
    return;

  if (self->interview->from_paper)
    {
      ik_live_interview_leave_paper (self);
      return;
    }

  ik_live_interview_set_quiet (self, FALSE);
  ik_live_interview_fold_item_clock (self);
  ik_clock_now (self->clock, &self->interview->focused);
  ik_live_interview_enter_state (self, IK_INTERVIEW_STATE_BROKEN_OFF, "broken_off", NULL);
}

/**
 * ik_live_interview_end:
 * @self: a live interview
 *
 * Ends the interview: it is in review from now on. Asks nothing;
 * ik_live_interview_resume() takes it back.
 */
void
ik_live_interview_end (IkLiveInterview *self)
{
  g_return_if_fail (IK_IS_LIVE_INTERVIEW (self));

  if (self->interview->state != IK_INTERVIEW_STATE_LIVE)
    return;

  if (self->interview->from_paper)
    {
      ik_live_interview_end_paper (self);
      return;
    }

  ik_live_interview_set_paused (self, FALSE, NULL);
  ik_live_interview_set_quiet (self, FALSE);
  ik_live_interview_fold_item_clock (self);
  /* As long after the start as the clock counted, whatever the wall clock says. */
  self->interview->ended_at_us = self->interview->started_at_us +
                                 (ik_live_interview_get_elapsed_ms (self) +
                                  self->interview->broken_off_ms) * 1000;
  ik_live_interview_enter_state (self, IK_INTERVIEW_STATE_REVIEW, "ended", NULL);
}

/**
 * ik_live_interview_resume:
 * @self: a live interview in review
 *
 * Takes ik_live_interview_end() back. After the review page stored something,
 * load the interview again and make a new object of it.
 */
void
ik_live_interview_resume (IkLiveInterview *self)
{
  g_return_if_fail (IK_IS_LIVE_INTERVIEW (self));

  if (self->interview->state != IK_INTERVIEW_STATE_REVIEW)
    return;

  self->interview->ended_at_us = 0;
  if (!self->interview->from_paper)
    {
      come_back (self);
      ik_clock_now (self->clock, &self->interview->focused);
    }
  ik_live_interview_enter_state (self, IK_INTERVIEW_STATE_LIVE,
                                 self->interview->from_paper ? "entry_started"
                                                             : "resumed_from_review", NULL);
}

/**
 * ik_live_interview_get_current:
 * @self: a live interview
 *
 * Returns: index of the item in focus
 */
guint
ik_live_interview_get_current (IkLiveInterview *self)
{
  g_return_val_if_fail (IK_IS_LIVE_INTERVIEW (self), 0);

  return self->interview->current_item;
}

/**
 * ik_live_interview_go_to:
 * @self: a live interview
 * @index: index of an item
 *
 * Gives an item the focus. What was unsaved is saved.
 */
void
ik_live_interview_go_to (IkLiveInterview *self,
                         guint            index)
{
  IkInterview *interview;
  guint before;

  g_return_if_fail (IK_IS_LIVE_INTERVIEW (self));

  interview = self->interview;
  before = interview->current_item;
  if (interview->state != IK_INTERVIEW_STATE_LIVE || index >= interview->items->len ||
      index == before)
    return;

  ik_live_interview_set_quiet (self, FALSE);
  ik_live_interview_fold_item_clock (self);
  interview->current_item = index;
  ik_live_interview_log_shown (self);
  ik_live_interview_changed_item (self, before);
  ik_live_saver_save (self->saver);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CURRENT_ITEM]);
}
