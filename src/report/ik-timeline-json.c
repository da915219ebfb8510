#include "ik-timeline-json.h"

#include "ik-timeline.h"

static const char *const span_kinds[] = { "question", "quiet", "pause", "interruption" };
static const char *const moment_kinds[] = {
  "note", "ticked", "rated", "skipped", "omitted", "added", "reworded",
};
static const char *const break_kinds[] = { "broken_off", "away", "reviewed" };

static void
set_seconds (JsonObject *object,
             const char *name,
             gint64      ms)
{
  json_object_set_int_member (object, name, (ms + 500) / 1000);
}

static JsonObject *
new_entry (const IkInterview *interview,
           const char        *kind,
           guint              item)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "kind", kind);
  if (item == IK_TIMELINE_NO_ITEM)
    json_object_set_null_member (object, "item");
  else
    json_object_set_string_member (object, "item",
                                   ((IkInterviewItem *) interview->items->pdata[item])->id);

  return object;
}

static JsonArray *
spans_to_json (const IkInterview *interview,
               const IkTimeline  *timeline)
{
  JsonArray *array = json_array_sized_new (timeline->spans->len);

  for (guint i = 0; i < timeline->spans->len; i++)
    {
      const IkTimelineSpan *span = &g_array_index (timeline->spans, IkTimelineSpan, i);
      JsonObject *object = new_entry (interview, span_kinds[span->kind], span->item);

      set_seconds (object, "from", span->from_ms);
      set_seconds (object, "to", span->to_ms);
      json_array_add_object_element (array, object);
    }

  return array;
}

static JsonArray *
moments_to_json (const IkInterview *interview,
                 const IkTimeline  *timeline)
{
  JsonArray *array = json_array_sized_new (timeline->moments->len);

  for (guint i = 0; i < timeline->moments->len; i++)
    {
      const IkTimelineMoment *moment = &g_array_index (timeline->moments, IkTimelineMoment, i);
      JsonObject *object = new_entry (interview, moment_kinds[moment->kind], moment->item);

      set_seconds (object, "at", moment->at_ms);
      json_array_add_object_element (array, object);
    }

  return array;
}

static JsonArray *
breaks_to_json (const IkTimeline *timeline)
{
  JsonArray *array = json_array_sized_new (timeline->breaks->len);

  for (guint i = 0; i < timeline->breaks->len; i++)
    {
      const IkTimelineBreak *gap = &g_array_index (timeline->breaks, IkTimelineBreak, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "kind", break_kinds[gap->kind]);
      set_seconds (object, "at", gap->at_ms);
      set_seconds (object, "seconds", gap->length_ms);
      json_array_add_object_element (array, object);
    }

  return array;
}

/**
 * ik_timeline_to_object:
 * @interview: an interview with its events
 *
 * How it went, all in whole seconds from its start: `spans` without a gap,
 * `moments`, and the `breaks` that count nowhere. `item` is an id, null for
 * the interview as a whole. Where it was not held with the program, the lists
 * are empty.
 *
 * Returns: (transfer full): the object
 */
JsonObject *
ik_timeline_to_object (const IkInterview *interview)
{
  g_autoptr(IkTimeline) timeline = ik_timeline_new (interview);
  JsonObject *object = json_object_new ();

  set_seconds (object, "seconds", timeline->length_ms);
  set_seconds (object, "slot_seconds", timeline->slot_ms);
  set_seconds (object, "over_seconds", ik_timeline_get_over_ms (timeline));
  json_object_set_array_member (object, "spans", spans_to_json (interview, timeline));
  json_object_set_array_member (object, "moments", moments_to_json (interview, timeline));
  json_object_set_array_member (object, "breaks", breaks_to_json (timeline));

  return object;
}
