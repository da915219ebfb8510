#include "ik-scorecard-json.h"

#include "ik-panel-document.h"
#include "ik-recommendation.h"

/*
 * The document of a scorecard.
 *
 * { "format": "interview-kit-scorecard", "version": 1,
 *   "panel": UUID, "invitation": digest of the invitation, "member": UUID of the seat,
 *   "name": whose, "revision": N,
 *   "candidate", "candidate_name", "role", "round",
 *   "started_at", "ended_at", "handed_in_at": time, "from_paper": bool,
 *   "items": [ {"id", "off_script": bool, "prompt" and "scored" (off-script only), "outcome",
 *               "ms", "quiet_ms", "skipped", "omitted", "asked_as", "rating", "not_assessed",
 *               "evidence", "ticked": [ {"id", "at"} ], "own": [ {"id", "text", "at"} ],
 *               "notes": [ {"at", "text"} ] } ],
 *   "competencies": [ {"id", "rating", "not_assessed"} ],
 *   "notes": [ {"at", "text"} ], "recommendation", "summary",
 *   "strengths", "concerns": [ {"text", "shareable"} ], "reopened": [ {"at", "reason"} ] }
 *
 * Times are microseconds since 1970 UTC. What is empty, 0, false or not rated is
 * left out. The log of the clock stays with the member: the chair learns how long
 * a question took, not when somebody pressed which key.
 */

static void
set_rating (JsonObject *object,
            int         rating,
            gboolean    not_assessed)
{
  if (rating != IK_RATING_NONE)
    json_object_set_int_member (object, "rating", rating);
  ik_panel_document_set_flag (object, "not_assessed", not_assessed);
}

static void
set_array (JsonObject *object,
           const char *name,
           JsonArray  *array)
{
  if (json_array_get_length (array) > 0)
    json_object_set_array_member (object, name, array);
  else
    json_array_unref (array);
}

static void
set_notes (JsonObject *object,
           GPtrArray  *notes)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < notes->len; i++)
    {
      const IkNote *note = notes->pdata[i];
      JsonObject *element = json_object_new ();

      ik_panel_document_set_number (element, "at", note->at_us);
      json_object_set_string_member (element, "text", note->text);
      json_array_add_object_element (array, element);
    }

  set_array (object, "notes", array);
}

static void
set_ticks (JsonObject *object,
           GPtrArray  *indicators)
{
  JsonArray *ticked = json_array_new ();
  JsonArray *own = json_array_new ();

  for (guint i = 0; i < indicators->len; i++)
    {
      const IkIndicator *indicator = indicators->pdata[i];
      gboolean is_own = indicator->side == IK_INDICATOR_OWN;
      JsonObject *element;

      if (indicator->ticked_at_us == 0)
        continue;

      element = json_object_new ();
      json_object_set_string_member (element, "id", indicator->id);
      if (is_own)
        json_object_set_string_member (element, "text", indicator->text);
      json_object_set_int_member (element, "at", indicator->ticked_at_us);
      json_array_add_object_element (is_own ? own : ticked, element);
    }

  set_array (object, "ticked", ticked);
  set_array (object, "own", own);
}

static JsonObject *
item_to_json (const IkInterviewItem *item)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", item->id);
  if (item->off_script)
    {
      ik_panel_document_set_flag (object, "off_script", TRUE);
      json_object_set_string_member (object, "prompt", item->candidate.prompt);
      ik_panel_document_set_flag (object, "scored", item->scored);
    }
  json_object_set_string_member (object, "outcome", ik_outcome_to_nick (item->outcome));
  ik_panel_document_set_number (object, "ms", item->elapsed_ms);
  ik_panel_document_set_number (object, "quiet_ms", item->quiet_ms);
  ik_panel_document_set_number (object, "skipped", item->n_skipped);
  ik_panel_document_set_flag (object, "omitted", item->omitted);
  ik_panel_document_set_text (object, "asked_as", item->asked_as);
  set_rating (object, item->rating, item->not_assessed);
  ik_panel_document_set_text (object, "evidence", item->evidence);
  set_ticks (object, item->indicators);
  set_notes (object, item->notes);

  return object;
}

static JsonArray *
competencies_to_json (GPtrArray *competencies)
{
  JsonArray *array = json_array_sized_new (competencies->len);

  for (guint i = 0; i < competencies->len; i++)
    {
      const IkCompetencyRating *rating = competencies->pdata[i];
      JsonObject *element = json_object_new ();

      json_object_set_string_member (element, "id", rating->competency->id);
      set_rating (element, rating->rating, rating->not_assessed);
      json_array_add_object_element (array, element);
    }

  return array;
}

static void
set_findings (JsonObject *object,
              const char *name,
              GPtrArray  *findings)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < findings->len; i++)
    {
      const IkFinding *finding = findings->pdata[i];
      JsonObject *element;

      if (ik_finding_is_blank (finding))
        continue;

      element = json_object_new ();
      json_object_set_string_member (element, "text", finding->text);
      ik_panel_document_set_flag (element, "shareable", finding->is_shareable);
      json_array_add_object_element (array, element);
    }

  set_array (object, name, array);
}

static void
set_reopened (JsonObject *object,
              GPtrArray  *reopened)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < reopened->len; i++)
    {
      const IkReopening *reopening = reopened->pdata[i];
      JsonObject *element = json_object_new ();

      json_object_set_int_member (element, "at", reopening->at_us);
      json_object_set_string_member (element, "reason", reopening->reason);
      json_array_add_object_element (array, element);
    }

  set_array (object, "reopened", array);
}

static void
set_head (JsonObject        *object,
          const IkScorecard *scorecard)
{
  const IkInterview *interview = scorecard->interview;

  json_object_set_string_member (object, "format", IK_SCORECARD_FORMAT);
  json_object_set_int_member (object, "version", IK_SCORECARD_VERSION);
  json_object_set_string_member (object, "panel", scorecard->panel_id);
  json_object_set_string_member (object, "invitation", scorecard->digest);
  json_object_set_string_member (object, "member", interview->id);
  json_object_set_string_member (object, "name", interview->interviewer_name);
  json_object_set_int_member (object, "revision", scorecard->revision);
  json_object_set_string_member (object, "candidate", interview->candidate_id);
  json_object_set_string_member (object, "candidate_name", interview->candidate_name);
  ik_panel_document_set_text (object, "role", interview->role);
  ik_panel_document_set_text (object, "round", interview->round);
  ik_panel_document_set_number (object, "started_at", interview->started_at_us);
  ik_panel_document_set_number (object, "ended_at", interview->ended_at_us);
  ik_panel_document_set_number (object, "handed_in_at", interview->handed_in_at_us);
  ik_panel_document_set_flag (object, "from_paper", interview->from_paper);
}

/**
 * ik_scorecard_to_document:
 * @scorecard: what was handed in
 *
 * Returns: (transfer full): its document, to be signed and sealed
 */
GBytes *
ik_scorecard_to_document (const IkScorecard *scorecard)
{
  const IkInterview *interview = scorecard->interview;
  JsonObject *object = json_object_new ();
  JsonArray *items = json_array_sized_new (interview->items->len);
  g_autofree char *recommendation = ik_recommendation_to_text (interview->recommendation);

  set_head (object, scorecard);
  for (guint i = 0; i < interview->items->len; i++)
    json_array_add_object_element (items, item_to_json (interview->items->pdata[i]));
  json_object_set_array_member (object, "items", items);
  json_object_set_array_member (object, "competencies",
                                competencies_to_json (interview->competencies));
  set_notes (object, interview->notes);
  json_object_set_string_member (object, "recommendation", recommendation);
  ik_panel_document_set_text (object, "summary", interview->summary);
  set_findings (object, "strengths", interview->strengths);
  set_findings (object, "concerns", interview->concerns);
  set_reopened (object, interview->reopened);

  return ik_panel_document_print (object);
}
