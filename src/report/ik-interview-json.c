#include "ik-interview-json.h"

#include "ik-json-members.h"
#include "ik-score.h"
#include "ik-timeline-json.h"

static void
set_rating (JsonObject *object,
            int         rating)
{
  if (rating == IK_RATING_NONE)
    json_object_set_null_member (object, "rating");
  else
    json_object_set_int_member (object, "rating", rating);
}

static void
set_mean (JsonObject   *object,
          const IkMean *mean)
{
  if (mean->n_rated == 0 || mean->is_mixed)
    json_object_set_null_member (object, "mean");
  else
    json_object_set_double_member (object, "mean", mean->mean);

  json_object_set_int_member (object, "rated", mean->n_rated);
  json_object_set_int_member (object, "of", mean->n_of);
}

static void
set_means (JsonObject        *object,
           const IkInterview *self,
           const char        *competency_id)
{
  g_autoptr(GArray) means = ik_interview_compute_means (self, competency_id);
  JsonArray *array = json_array_sized_new (means->len);

  for (guint i = 0; i < means->len; i++)
    {
      const IkMean *mean = &g_array_index (means, IkMean, i);
      JsonObject *element = json_object_new ();

      ik_json_set_text_or_null (element, "rubric", mean->scale != NULL ? mean->scale->id : NULL);
      set_mean (element, mean);
      json_object_set_boolean_member (element, "weighted", mean->is_weighted);
      json_array_add_object_element (array, element);
    }

  json_object_set_array_member (object, "means", array);
}

static void
set_counts (JsonObject        *object,
            const IkInterview *self)
{
  static const char *const names[IK_N_ITEM_STANDINGS] = {
    "unscored", "not_asked", "no_evidence", "not_assessed", "unrated", "rated",
  };
  JsonObject *counts = json_object_new ();
  guint n[IK_N_ITEM_STANDINGS];

  ik_interview_count_standings (self, n);
  for (guint i = 0; i < IK_N_ITEM_STANDINGS; i++)
    json_object_set_int_member (counts, names[i], n[i]);

  json_object_set_object_member (object, "counts", counts);
}

static void
set_knock_outs (JsonObject        *object,
                const IkInterview *self)
{
  JsonObject *counts = json_object_new ();
  guint n[IK_N_KNOCK_OUTS];

  ik_interview_count_knock_outs (self, n);
  json_object_set_int_member (counts, "failed", n[IK_KNOCK_OUT_FAILED]);
  json_object_set_int_member (counts, "open", n[IK_KNOCK_OUT_OPEN]);
  json_object_set_int_member (counts, "passed", n[IK_KNOCK_OUT_PASSED]);
  json_object_set_object_member (object, "knock_outs", counts);
}

static void
set_scoring (JsonObject            *object,
             const IkInterviewItem *item)
{
  static const char *const results[IK_N_KNOCK_OUTS] = { NULL, "open", "passed", "failed" };

  json_object_set_int_member (object, "weight", item->weight);
  json_object_set_string_member (object, "weight_reason", item->weight_reason);
  if (item->knock_out == IK_RATING_NONE)
    json_object_set_null_member (object, "knock_out");
  else
    json_object_set_int_member (object, "knock_out", item->knock_out);
  ik_json_set_text_or_null (object, "knock_out_result",
                            results[ik_interview_item_get_knock_out (item)]);
}

static void
set_texts (JsonObject *object,
           const char *name,
           GPtrArray  *texts)
{
  JsonArray *array = json_array_sized_new (texts->len);

  for (guint i = 0; i < texts->len; i++)
    json_array_add_string_element (array, texts->pdata[i]);

  json_object_set_array_member (object, name, array);
}

static void
set_notes (JsonObject *object,
           GPtrArray  *notes)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < notes->len; i++)
    {
      const IkNote *note = notes->pdata[i];
      g_autofree char *text = g_strstrip (g_strdup (note->text));
      JsonObject *element;

      if (*text == '\0')
        continue;

      element = json_object_new ();
      ik_json_set_time (element, "at", note->at_us);
      json_object_set_string_member (element, "text", note->text);
      json_array_add_object_element (array, element);
    }

  json_object_set_array_member (object, "notes", array);
}

static void
set_indicators (JsonObject *object,
                GPtrArray  *indicators)
{
  JsonArray *array = json_array_sized_new (indicators->len);

  for (guint i = 0; i < indicators->len; i++)
    {
      const IkIndicator *indicator = indicators->pdata[i];
      JsonObject *element = json_object_new ();

      json_object_set_string_member (element, "id", indicator->id);
      json_object_set_string_member (element, "side", ik_indicator_side_to_nick (indicator->side));
      json_object_set_string_member (element, "text", indicator->text);
      ik_json_set_time (element, "ticked_at", indicator->ticked_at_us);
      json_array_add_object_element (array, element);
    }

  json_object_set_array_member (object, "indicators", array);
}

static void
set_wording (JsonObject            *object,
             const IkInterviewItem *item)
{
  json_object_set_string_member (object, "kind", ik_question_kind_to_nick (item->kind));
  json_object_set_string_member (object, "prompt", item->candidate.prompt);
  json_object_set_string_member (object, "details", item->candidate.details);
  set_texts (object, "sub_questions", item->candidate.sub_questions);
  set_texts (object, "follow_ups", item->interviewer.follow_ups);
  json_object_set_string_member (object, "answer", item->interviewer.reference_answer);
}

static void
set_result (JsonObject            *object,
            const IkInterviewItem *item)
{
  json_object_set_string_member (object, "outcome", ik_outcome_to_nick (item->outcome));
  json_object_set_int_member (object, "seconds", (item->elapsed_ms + 500) / 1000);
  json_object_set_int_member (object, "quiet_seconds", (item->quiet_ms + 500) / 1000);
  json_object_set_int_member (object, "skipped", item->n_skipped);
  json_object_set_boolean_member (object, "omitted", item->omitted);
  set_rating (object, item->rating);
  json_object_set_boolean_member (object, "not_assessed", item->not_assessed);
  json_object_set_string_member (object, "evidence", item->evidence);
  set_notes (object, item->notes);
}

static JsonObject *
item_to_json (const IkInterview *self,
              guint              index)
{
  const IkInterviewItem *item = self->items->pdata[index];
  const IkRubric *rubric = item->scored ? ik_interview_get_rubric (self, item) : NULL;
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", item->id);
  ik_json_set_text_or_null (object, "question", item->question_id);
  json_object_set_string_member (object, "section", item->section);
  json_object_set_int_member (object, "position", index + 1);
  json_object_set_boolean_member (object, "required", item->required);
  json_object_set_int_member (object, "minutes", item->minutes);
  json_object_set_boolean_member (object, "scored", item->scored);
  json_object_set_boolean_member (object, "off_script", item->off_script);
  set_wording (object, item);
  json_object_set_string_member (object, "asked_as", item->asked_as);
  ik_json_set_text_or_null (object, "competency", item->competency_id);
  ik_json_set_text_or_null (object, "rubric", rubric != NULL ? rubric->id : NULL);
  set_scoring (object, item);
  set_indicators (object, item->indicators);
  set_result (object, item);

  return object;
}

static JsonObject *
competency_to_json (const IkInterview        *self,
                    const IkCompetencyRating *rating)
{
  IkMean mean = ik_interview_compute_competency_mean (self, rating->competency->id);
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", rating->competency->id);
  json_object_set_string_member (object, "name", rating->competency->name);
  set_rating (object, rating->rating);
  json_object_set_boolean_member (object, "not_assessed", rating->not_assessed);
  set_mean (object, &mean);
  set_means (object, self, rating->competency->id);

  return object;
}

static void
set_reopened (JsonObject *object,
              GPtrArray  *reopened)
{
  JsonArray *array = json_array_sized_new (reopened->len);

  for (guint i = 0; i < reopened->len; i++)
    {
      const IkReopening *reopening = reopened->pdata[i];
      JsonObject *element = json_object_new ();

      ik_json_set_time (element, "at", reopening->at_us);
      json_object_set_string_member (element, "reason", reopening->reason);
      json_array_add_object_element (array, element);
    }

  json_object_set_array_member (object, "reopened", array);
}

static void
set_head (JsonObject        *object,
          const IkInterview *self)
{
  json_object_set_string_member (object, "id", self->id);
  json_object_set_string_member (object, "state", ik_interview_state_to_nick (self->state));
  json_object_set_string_member (object, "candidate", self->candidate_id);
  json_object_set_string_member (object, "candidate_name", self->candidate_name);
  ik_json_set_text_or_null (object, "set", self->set_id);
  json_object_set_string_member (object, "set_title", self->set_title);
  json_object_set_string_member (object, "role", self->role);
  json_object_set_string_member (object, "interviewer", self->interviewer_name);
  json_object_set_string_member (object, "round", self->round);
  json_object_set_string_member (object, "room", self->room);
  json_object_set_string_member (object, "opening", self->opening);
  ik_json_set_time (object, "planned_at", self->planned_at_us);
  ik_json_set_time (object, "started_at", self->started_at_us);
  ik_json_set_time (object, "ended_at", self->ended_at_us);
  json_object_set_int_member (object, "slot_minutes", self->slot_minutes);
  json_object_set_int_member (object, "extra_time_percent", self->extra_time_percent);
  json_object_set_boolean_member (object, "from_paper", self->from_paper);
}

static void
set_parts (JsonObject        *object,
           const IkInterview *self)
{
  JsonArray *rubrics = json_array_sized_new (self->rubrics->len);
  JsonArray *items = json_array_sized_new (self->items->len);
  JsonArray *competencies = json_array_sized_new (self->competencies->len);

  for (guint i = 0; i < self->rubrics->len; i++)
    json_array_add_object_element (rubrics, ik_json_rubric_to_object (self->rubrics->pdata[i]));
  for (guint i = 0; i < self->items->len; i++)
    json_array_add_object_element (items, item_to_json (self, i));
  for (guint i = 0; i < self->competencies->len; i++)
    json_array_add_object_element (competencies,
                                   competency_to_json (self, self->competencies->pdata[i]));

  json_object_set_array_member (object, "rubrics", rubrics);
  json_object_set_array_member (object, "items", items);
  json_object_set_array_member (object, "competencies", competencies);
}

static void
set_findings (JsonObject *object,
              const char *name,
              GPtrArray  *findings)
{
  JsonArray *array = json_array_sized_new (findings->len);

  for (guint i = 0; i < findings->len; i++)
    {
      const IkFinding *finding = findings->pdata[i];
      JsonObject *element;

      if (ik_finding_is_blank (finding))
        continue;

      element = json_object_new ();
      json_object_set_string_member (element, "text", finding->text);
      json_object_set_boolean_member (element, "shareable", finding->is_shareable);
      json_array_add_object_element (array, element);
    }

  json_object_set_array_member (object, name, array);
}

static void
set_verdict (JsonObject        *object,
             const IkInterview *self)
{
  IkMean mean = ik_interview_compute_mean (self);

  set_mean (object, &mean);
  set_means (object, self, NULL);
  set_counts (object, self);
  set_knock_outs (object, self);
  set_notes (object, self->notes);
  ik_json_set_recommendation (object, self->recommendation, self->recommendation_rubric_id);
  json_object_set_string_member (object, "summary", self->summary);
  set_findings (object, "strengths", self->strengths);
  set_findings (object, "concerns", self->concerns);
  ik_json_set_time (object, "handed_in_at", self->handed_in_at_us);
  set_reopened (object, self->reopened);
}

/**
 * ik_interview_to_json:
 * @self: an interview
 *
 * The interview document, as the command line and the report print it. Every
 * member is always there: a text that was not written is "", a time, rating,
 * mean or reference that does not exist is null, a list may be empty. Blank
 * note paragraphs are left out. A strength or concern is `shareable` where the
 * candidate may read it. `position` counts from 1; `rubric` is the one that
 * holds for the item, null where it is not scored. `mean` is null where items on
 * several scales are rated; `means` has one for each. Times are RFC 3339 in
 * UTC. Linear in items and competencies.
 *
 * Returns: (transfer full): the document
 */
JsonNode *
ik_interview_to_json (const IkInterview *self)
{
  JsonObject *object;

  g_return_val_if_fail (self != NULL, NULL);

  object = json_object_new ();
  set_head (object, self);
  set_parts (object, self);
  set_verdict (object, self);
  json_object_set_object_member (object, "timeline", ik_timeline_to_object (self));

  return ik_json_take_object (object);
}
