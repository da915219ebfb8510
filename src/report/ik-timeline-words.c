#include "ik-timeline-words.h"

#include <glib/gi18n.h>

/* Not worth a word. */
#define MIN_LENGTH_MS 1000

static gboolean
is_pause (const IkTimelineSpan *span)
{
  return span->kind == IK_TIMELINE_PAUSE || span->kind == IK_TIMELINE_INTERRUPTION;
}

static void
append_length (GString          *text,
               const IkTimeline *timeline,
               IkFormatDuration  format)
{
  g_autofree char *length = format (timeline->length_ms);
  g_autofree char *slot = format (timeline->slot_ms);
  g_autofree char *over = format (ik_timeline_get_over_ms (timeline));

  if (timeline->slot_ms == 0)
    g_string_append_printf (text, _("It took %s."), length);
  else if (ik_timeline_get_over_ms (timeline) >= MIN_LENGTH_MS)
    g_string_append_printf (text, _("It took %s of %s planned, %s too long."), length, slot, over);
  else
    g_string_append_printf (text, _("It took %s of %s planned."), length, slot);
}

/* A pause in which another question was looked at is one, in two spans. */
static void
append_pauses (GString          *text,
               const IkTimeline *timeline,
               IkFormatDuration  format)
{
  g_autofree char *length = NULL;
  gint64 paused_ms = 0;
  guint n_pauses = 0;

  for (guint i = 0; i < timeline->spans->len; i++)
    {
      const IkTimelineSpan *span = &g_array_index (timeline->spans, IkTimelineSpan, i);

      if (!is_pause (span))
        continue;
      if (i == 0 || !is_pause (span - 1))
        n_pauses++;
      paused_ms += span->to_ms - span->from_ms;
    }
  if (n_pauses == 0)
    return;

  length = format (paused_ms);
  g_string_append_c (text, ' ');
  g_string_append_printf (text, ngettext ("%u pause took %s of it.", "%u pauses took %s of it.",
                                          n_pauses), n_pauses, length);
}

static void
append_break (GString               *text,
              const IkTimelineBreak *gap,
              IkFormatDuration       format)
{
  g_autofree char *at = format (gap->at_ms);
  g_autofree char *length = format (gap->length_ms);

  g_string_append_c (text, ' ');
  switch (gap->kind)
    {
    case IK_TIMELINE_BROKEN_OFF:
      g_string_append_printf (text, _("Broken off at %s, and gone on with %s later."), at, length);
      break;

    case IK_TIMELINE_AWAY:
      g_string_append_printf (text, _("At %s it went on without the program for %s."), at, length);
      break;

    case IK_TIMELINE_REVIEWED:
      g_string_append_printf (text, _("Ended at %s, and taken back %s later."), at, length);
      break;
    }
}

/**
 * ik_timeline_words_format_summary:
 * @timeline: of an interview that was held with the program
 * @format: (scope call): writes a length in milliseconds
 *
 * Returns: (transfer full): sentences about its length, pauses and breaks
 */
char *
ik_timeline_words_format_summary (const IkTimeline *timeline,
                                  IkFormatDuration  format)
{
  GString *text = g_string_new (NULL);

  append_length (text, timeline, format);
  append_pauses (text, timeline, format);
  for (guint i = 0; i < timeline->breaks->len; i++)
    append_break (text, &g_array_index (timeline->breaks, IkTimelineBreak, i), format);

  return g_string_free (text, FALSE);
}

static void
take_word (GStrvBuilder *words,
           char         *word)
{
  g_strv_builder_add (words, word);
  g_free (word);
}

static void
add_lengths (GStrvBuilder             *words,
             const IkTimelineQuestion *question,
             IkFormatDuration          format)
{
  g_autofree char *over = format (MAX (0, question->used_ms -
                                       question->planned_ms));
  g_autofree char *quiet = format (question->quiet_ms);
  g_autofree char *paused = format (question->paused_ms);

  if (question->planned_ms > 0 && question->used_ms - question->planned_ms >= MIN_LENGTH_MS)
    take_word (words, g_strdup_printf (_("%s over"), over));
  if (question->quiet_ms >= MIN_LENGTH_MS)
    take_word (words, g_strdup_printf (_("%s quiet time"), quiet));
  if (question->paused_ms >= MIN_LENGTH_MS)
    take_word (words, g_strdup_printf (_("%s paused"), paused));
  if (question->n_visits > 1)
    take_word (words, g_strdup_printf (ngettext ("in focus %u time", "in focus %u times",
                                                 question->n_visits), question->n_visits));
}

/**
 * ik_timeline_words_add_marks:
 * @words: what they are added to
 * @item: a question of an interview
 * @question: the same on the timeline
 * @format: (scope call): writes a length in milliseconds
 *
 * Adds what was special about a question, each in a word or two.
 */
void
ik_timeline_words_add_marks (GStrvBuilder             *words,
                             const IkInterviewItem    *item,
                             const IkTimelineQuestion *question,
                             IkFormatDuration          format)
{
  if (item->off_script)
    g_strv_builder_add (words, _("extra question"));
  if (item->omitted)
    g_strv_builder_add (words, _("left out"));
  else if (!ik_interview_item_was_asked (item))
    g_strv_builder_add (words, _("not asked"));
  if (*item->asked_as != '\0')
    g_strv_builder_add (words, _("asked in other words"));
  if (item->n_skipped > 0)
    g_strv_builder_add (words, _("skipped"));
  add_lengths (words, question, format);
}
