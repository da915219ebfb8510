#include "ik-words.h"

#include <glib/gi18n.h>

/* Each table is in the order of its enumeration. */

static const char *const outcome_words[] = {
  N_("Not asked"),
  N_("No evidence"),
  N_("Partly"),
  N_("Answered"),
};

static const char *const interview_state_words[] = {
  N_("Planned"),
  N_("Running"),
  N_("Broken off"),
  N_("In review"),
  N_("Handed in"),
  N_("Cancelled"),
  N_("No-show"),
};

static const char *const candidate_state_words[] = {
  N_("Open"),
  N_("Hired"),
  N_("Rejected"),
  N_("Withdrawn"),
};

/**
 * ik_words_for_outcome:
 * @outcome: a value
 *
 * Returns: the word for people
 */
const char *
ik_words_for_outcome (IkOutcome outcome)
{
  g_return_val_if_fail ((guint) outcome < G_N_ELEMENTS (outcome_words), "");

  return _(outcome_words[outcome]);
}

/**
 * ik_words_for_interview_state:
 * @state: a value
 *
 * Returns: the words for people
 */
const char *
ik_words_for_interview_state (IkInterviewState state)
{
  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (interview_state_words), "");

  return _(interview_state_words[state]);
}

/**
 * ik_words_for_candidate_state:
 * @state: a value
 *
 * Returns: the word for people
 */
const char *
ik_words_for_candidate_state (IkCandidateState state)
{
  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (candidate_state_words), "");

  return _(candidate_state_words[state]);
}

/**
 * ik_words_format_asked_as:
 * @item: an item
 *
 * Returns: (transfer full): what was said instead of its wording; "" where it
 *   was that
 */
char *
ik_words_format_asked_as (const IkInterviewItem *item)
{
  return *item->asked_as != '\0' ? g_strdup_printf (_("Asked in other words: %s"), item->asked_as)
                                 : g_strdup ("");
}

/**
 * ik_words_format_clock:
 * @ms: a length of time, 0 or more
 *
 * Returns: (transfer full): such as "9:05" or "1:02:30", rounded down
 */
char *
ik_words_format_clock (gint64 ms)
{
  gint64 s = MAX (ms, 0) / 1000;
  int hours = (int) (s / 3600);
  int minutes = (int) (s / 60 % 60);
  int seconds = (int) (s % 60);

  if (hours > 0)
    return g_strdup_printf ("%d:%02d:%02d", hours, minutes, seconds);

  return g_strdup_printf ("%d:%02d", minutes, seconds);
}

static int
count_days (GDateTime *from,
            GDateTime *to)
{
  GDate from_date;
  GDate to_date;

  g_date_clear (&from_date, 1);
  g_date_clear (&to_date, 1);
  g_date_set_dmy (&from_date, (GDateDay) g_date_time_get_day_of_month (from),
                  (GDateMonth) g_date_time_get_month (from),
                  (GDateYear) g_date_time_get_year (from));
  g_date_set_dmy (&to_date, (GDateDay) g_date_time_get_day_of_month (to),
                  (GDateMonth) g_date_time_get_month (to),
                  (GDateYear) g_date_time_get_year (to));

  return g_date_days_between (&from_date, &to_date);
}

/**
 * ik_words_format_time:
 * @at_us: microseconds since 1970 UTC, 0 where not said
 * @now_us: now, in the same unit
 *
 * Returns: (transfer full): day and time in local time, near days by name;
 *   words that say so where there is none
 */
char *
ik_words_format_time (gint64 at_us,
                      gint64 now_us)
{
  g_autoptr(GDateTime) now_utc = g_date_time_new_from_unix_utc (now_us / G_USEC_PER_SEC);
  g_autoptr(GDateTime) at_utc = g_date_time_new_from_unix_utc (at_us / G_USEC_PER_SEC);
  g_autoptr(GDateTime) now = NULL;
  g_autoptr(GDateTime) at = NULL;
  int n_days;

  if (at_us == 0 || at_utc == NULL || now_utc == NULL)
    return g_strdup (_("No time set"));

  now = g_date_time_to_local (now_utc);
  at = g_date_time_to_local (at_utc);
  n_days = count_days (now, at);

  if (n_days == 0)
    return g_date_time_format (at, _("Today, %H:%M"));
  if (n_days == 1)
    return g_date_time_format (at, _("Tomorrow, %H:%M"));
  if (n_days == -1)
    return g_date_time_format (at, _("Yesterday, %H:%M"));
  if (n_days > 1 && n_days < 7)
    return g_date_time_format (at, _("%A, %H:%M"));
  if (g_date_time_get_year (at) == g_date_time_get_year (now))
    return g_date_time_format (at, _("%a %-e %b, %H:%M"));

  return g_date_time_format (at, _("%-e %b %Y, %H:%M"));
}

/**
 * ik_words_format_until:
 * @at_us: microseconds since 1970 UTC, 0 where not said
 * @now_us: now, in the same unit
 *
 * Returns: (transfer full): how long until then, or since then, in words; "" where
 *   that is more than a day
 */
char *
ik_words_format_until (gint64 at_us,
                       gint64 now_us)
{
  gint64 minutes = (at_us - now_us + (at_us > now_us ? G_TIME_SPAN_MINUTE - 1 : 0)) /
                   G_TIME_SPAN_MINUTE;

  if (at_us == 0 || ABS (minutes) >= 24 * 60)
    return g_strdup ("");
  if (minutes == 0)
    return g_strdup (_("now"));
  if (minutes < 0 && minutes > -60)
    return g_strdup_printf (_("%u min ago"), (guint) -minutes);
  if (minutes < 0)
    return g_strdup_printf (_("%u h %u min ago"), (guint) (-minutes / 60),
                            (guint) (-minutes % 60));
  if (minutes < 60)
    return g_strdup_printf (_("in %u min"), (guint) minutes);

  return g_strdup_printf (_("in %u h %u min"), (guint) (minutes / 60), (guint) (minutes % 60));
}

static char *
format_mean (const IkMean *mean)
{
  if (mean->n_rated == 0)
    return g_strdup_printf (_("None of %u rated"), mean->n_of);
  if (mean->is_weighted)
    return g_strdup_printf (_("%.1f from %u of %u, weighted"), mean->mean, mean->n_rated,
                            mean->n_of);

  /* Translators: a mean, the number of ratings behind it, the number of
   * questions: "4.0 from 6 of 8" */
  return g_strdup_printf (_("%.1f from %u of %u"), mean->mean, mean->n_rated, mean->n_of);
}

/**
 * ik_words_format_means:
 * @means: (element-type IkMean): of each scale
 *
 * Returns: (transfer full): such as "4.0 from 6 of 8"; with several scales one
 *   after the other, each with its name
 */
char *
ik_words_format_means (GArray *means)
{
  GString *text = g_string_new ("");

  for (guint i = 0; i < means->len; i++)
    {
      const IkMean *mean = &g_array_index (means, IkMean, i);
      g_autofree char *words = format_mean (mean);

      if (i > 0)
        g_string_append (text, "; ");
      if (means->len > 1 && mean->scale != NULL)
        g_string_append_printf (text, "%s: ", mean->scale->name);
      g_string_append (text, words);
    }

  if (means->len == 0)
    g_string_append (text, _("No scored question"));

  return g_string_free (text, FALSE);
}

/* How the questions of a set fit into its slot, with the extra time that scales
 * both; a slot of 0 is none. */
char *
ik_words_format_fit (guint planned_minutes,
                     guint slot_minutes,
                     guint extra_percent)
{
  guint percent = 100 + extra_percent;
  guint planned = planned_minutes * percent / 100;
  guint slot = slot_minutes * percent / 100;

  if (slot_minutes == 0)
    return g_strdup_printf (_("%u min planned, no slot set"), planned);
  if (planned_minutes > slot_minutes)
    return g_strdup_printf (_("%u min planned, %u min more than the slot of %u min"), planned,
                            (planned_minutes - slot_minutes) * percent / 100, slot);

  return g_strdup_printf (_("%u min planned in a slot of %u min"), planned, slot);
}
