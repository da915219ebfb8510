#include "ik-report-words.h"

#include <glib/gi18n.h>

static char *
format_local (gint64      at_us,
              const char *format)
{
  g_autoptr(GDateTime) time = g_date_time_new_from_unix_local (at_us / G_USEC_PER_SEC);

  return time != NULL ? g_date_time_format (time, format) : g_strdup ("");
}

/**
 * ik_report_format_date:
 * @at_us: microseconds since 1970 UTC
 *
 * Returns: (transfer full): the local day
 */
char *
ik_report_format_date (gint64 at_us)
{
  /* Translators: a day, such as 3 March 2026; see the manual of strftime. */
  return format_local (at_us, _("%-d %B %Y"));
}

/**
 * ik_report_format_time:
 * @at_us: microseconds since 1970 UTC
 *
 * Returns: (transfer full): the local time of day
 */
char *
ik_report_format_time (gint64 at_us)
{
  /* Translators: a time of day, such as 14:05; see the manual of strftime. */
  return format_local (at_us, _("%H:%M"));
}

/**
 * ik_report_format_date_time:
 * @at_us: microseconds since 1970 UTC
 *
 * Returns: (transfer full): the local day and time
 */
char *
ik_report_format_date_time (gint64 at_us)
{
  /* Translators: a moment, such as 3 March 2026, 14:05; see strftime. */
  return format_local (at_us, _("%-d %B %Y, %H:%M"));
}

/**
 * ik_report_format_duration:
 * @elapsed_ms: milliseconds, not negative
 *
 * Returns: (transfer full): minutes and seconds, such as "6:20"
 */
char *
ik_report_format_duration (gint64 elapsed_ms)
{
  gint64 seconds = (elapsed_ms + 500) / 1000;

  return g_strdup_printf ("%" G_GINT64_FORMAT ":%02d", seconds / 60, (int) (seconds % 60));
}

/**
 * ik_report_format_mean:
 * @mean: a mean
 *
 * Returns: (transfer full): the mean with one decimal, a dash where there is
 *   none, or none for all scales together
 */
char *
ik_report_format_mean (const IkMean *mean)
{
  return mean->n_rated > 0 && !mean->is_mixed ? g_strdup_printf ("%.1f", mean->mean)
                                              : g_strdup ("–");
}

/**
 * ik_report_format_mean_counts:
 * @mean: a mean
 *
 * Returns: (transfer full): what the mean is made of
 */
char *
ik_report_format_mean_counts (const IkMean *mean)
{
  if (mean->is_weighted)
    return g_strdup_printf (_("from %u of %u, weighted"), mean->n_rated, mean->n_of);

  /* Translators: behind a mean, as in "4.0 from 6 of 8": answers rated, answers that could be. */
  return g_strdup_printf (_("from %u of %u"), mean->n_rated, mean->n_of);
}

/**
 * ik_report_format_means:
 * @means: (element-type IkMean): of each scale
 *
 * Returns: (transfer full): all of them with what they are made of, each with
 *   the name of its scale where there are several; a dash where there is none
 */
char *
ik_report_format_means (GArray *means)
{
  GString *text = g_string_new ("");

  for (guint i = 0; i < means->len; i++)
    {
      const IkMean *mean = &g_array_index (means, IkMean, i);
      g_autofree char *number = ik_report_format_mean (mean);
      g_autofree char *counts = ik_report_format_mean_counts (mean);

      if (i > 0)
        g_string_append (text, "; ");
      if (means->len > 1 && mean->scale != NULL)
        g_string_append_printf (text, "%s: ", mean->scale->name);
      g_string_append_printf (text, "%s %s", number, counts);
    }

  if (means->len == 0)
    g_string_append (text, "–");

  return g_string_free (text, FALSE);
}

/**
 * ik_report_format_knock_out:
 * @item: an item
 *
 * Returns: (transfer full) (nullable): whether its rating reaches the level that
 *   was asked for, in words; %NULL where none was
 */
char *
ik_report_format_knock_out (const IkInterviewItem *item)
{
  switch (ik_interview_item_get_knock_out (item))
    {
    case IK_KNOCK_OUT_OPEN:
      return g_strdup_printf (_("Knock-out open: has to reach %d"), item->knock_out);
    case IK_KNOCK_OUT_PASSED:
      return g_strdup_printf (_("Knock-out passed: had to reach %d"), item->knock_out);
    case IK_KNOCK_OUT_FAILED:
      return g_strdup_printf (_("Knock-out failed: had to reach %d"), item->knock_out);
    case IK_KNOCK_OUT_NONE:
    default:
      return NULL;
    }
}

/**
 * ik_report_format_level:
 * @rubric: (nullable): what was rated by
 * @rating: a rating
 *
 * Returns: (transfer full): the rating with its label, such as "4 Strong"
 */
char *
ik_report_format_level (const IkRubric *rubric,
                        int             rating)
{
  const IkRubricLevel *level = rubric != NULL ? ik_rubric_find_level (rubric, rating) : NULL;

  if (level == NULL || *level->label == '\0')
    return g_strdup_printf ("%d", rating);

  return g_strdup_printf ("%d %s", rating, level->label);
}

/**
 * ik_report_state_to_words:
 * @state: a state
 *
 * Returns: @state for people
 */
const char *
ik_report_state_to_words (IkInterviewState state)
{
  static const char *const words[] = {
    N_("Planned"), N_("In progress"), N_("Broken off"), N_("In review"),
    N_("Handed in"), N_("Cancelled"), N_("Candidate did not come"),
  };

  return _(words[state]);
}

/**
 * ik_report_outcome_to_words:
 * @item: an item
 *
 * Returns: what became of it, for people; nobody may have said so although it
 *   was asked by all signs
 */
const char *
ik_report_outcome_to_words (const IkInterviewItem *item)
{
  static const char *const words[] = {
    N_("Not asked"), N_("No evidence"), N_("Partly answered"), N_("Answered"),
  };

  if (item->outcome == IK_OUTCOME_NOT_ASKED && ik_interview_item_was_asked (item))
    return _("Asked, no outcome");

  return _(words[item->outcome]);
}

/**
 * ik_report_get_language:
 *
 * Returns: the language that the program's own words came out in, as BCP 47
 *   tag: the locale's would be wrong where there is no translation
 */
const char *
ik_report_get_language (void)
{
  /* Translators: the BCP 47 tag of your language, such as de or pt-BR. */
  return _("en");
}
