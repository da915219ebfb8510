#include "ik-invitation-json.h"

#include "ik-pack-json.h"
#include "ik-panel-document.h"

#include <string.h>

/*
 * The document of an invitation.
 *
 * { "format": "interview-kit-panel", "version": 1, or 2 with "recommendation_rubric",
 *   "id": UUID of the panel, "chair": name, "written_at": time,
 *   "candidate": {"id", "name", "extra_time_percent", "large_print"},
 *   "round", "role", "set_title", "opening", "slot_minutes",
 *   "recommendation_rubric": what the recommendation stands on, not for the four words,
 *   "members": [ {"id": UUID of the seat, "name", "asks": [section or competency…],
 *                 "at": time, "slot_minutes", "room", "items": [id…]} ],
 *   "items": [ {"id", "question": id in the chair's bank, "optional": bool, "minutes",
 *               "weight", "weight_reason", "knock_out"} ],
 *   "pack": the pack document of the frozen wording, with the rubrics and competencies; the
 *           ids of its questions are those of the items }
 *
 * Times are microseconds since 1970 UTC. What is empty, 0 or false is left out.
 *
 * Of the candidate it tells the least that an interview can be held with. The
 * name: one has to know whom one meets. Extra time and large print: without them
 * the clocks of the others would cut short what one interviewer granted; neither
 * names a reason. The id: a random number by which a second round finds the same
 * person, and a scorecard the right one. Address, pronouns, how the name is said,
 * CV, notes, state and earlier rounds stay where they are: who needs one of them
 * asks the chair, and it isn't in the mail of everybody for years.
 *
 * Each member sees who else sits in the panel and asks what, so that nobody asks
 * twice, and gets the wording of their own part only.
 */

static JsonObject *
candidate_to_json (const IkInterview *plan)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", plan->candidate_id);
  json_object_set_string_member (object, "name", plan->candidate_name);
  ik_panel_document_set_number (object, "extra_time_percent", plan->extra_time_percent);
  ik_panel_document_set_flag (object, "large_print", plan->large_print);

  return object;
}

static JsonArray *
seats_to_json (GPtrArray *seats)
{
  JsonArray *array = json_array_sized_new (seats->len);

  for (guint i = 0; i < seats->len; i++)
    {
      const IkSeat *seat = seats->pdata[i];
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "id", seat->id);
      json_object_set_string_member (object, "name", seat->name);
      ik_panel_document_set_texts (object, "asks", seat->asks);
      ik_panel_document_set_number (object, "at", seat->planned_at_us);
      ik_panel_document_set_number (object, "slot_minutes", seat->slot_minutes);
      ik_panel_document_set_text (object, "room", seat->room);
      ik_panel_document_set_texts (object, "items", seat->item_ids);
      json_array_add_object_element (array, object);
    }

  return array;
}

static JsonArray *
items_to_json (GPtrArray *items)
{
  JsonArray *array = json_array_sized_new (items->len);

  for (guint i = 0; i < items->len; i++)
    {
      const IkInterviewItem *item = items->pdata[i];
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "id", item->id);
      ik_panel_document_set_text (object, "question", item->question_id);
      ik_panel_document_set_flag (object, "optional", !item->required);
      ik_panel_document_set_number (object, "minutes", item->minutes);
      ik_panel_document_set_number (object, "weight", item->weight);
      ik_panel_document_set_text (object, "weight_reason", item->weight_reason);
      if (item->knock_out != IK_RATING_NONE)
        json_object_set_int_member (object, "knock_out", item->knock_out);
      json_array_add_object_element (array, object);
    }

  return array;
}

static IkQuestion *
item_to_question (const IkInterviewItem *item)
{
  IkQuestion *question = ik_question_new (item->candidate.prompt);

  g_free (question->id);
  question->id = g_strdup (item->id);
  question->state = IK_QUESTION_STATE_READY;
  question->kind = item->kind;
  question->competency_id = g_strdup (item->competency_id);
  question->rubric_id = g_strdup (item->rubric_id);
  ik_candidate_text_clear (&question->candidate);
  ik_candidate_text_copy (&question->candidate, &item->candidate);
  ik_interviewer_text_clear (&question->interviewer);
  ik_interviewer_text_copy (&question->interviewer, &item->interviewer);

  return question;
}

static gboolean
is_section_of (const IkSection       *section,
               const IkInterviewItem *item)
{
  return g_str_equal (section->title, item->section) &&
         g_str_equal (section->introduction, item->section_introduction);
}

static void
add_item (IkPack                *pack,
          const IkInterviewItem *item)
{
  IkSection *section = pack->sections->len > 0
    ? pack->sections->pdata[pack->sections->len - 1] : NULL;

  if (section == NULL || !is_section_of (section, item))
    {
      section = ik_section_new (item->section);
      g_free (section->introduction);
      section->introduction = g_strdup (item->section_introduction);
      g_ptr_array_add (pack->sections, section);
    }

  g_ptr_array_add (section->questions, item_to_question (item));
}

static JsonNode *
plan_to_pack_json (const IkInterview *plan)
{
  g_autoptr(IkPack) pack = ik_pack_new (plan->set_title);

  for (guint i = 0; i < plan->rubrics->len; i++)
    g_ptr_array_add (pack->rubrics, ik_rubric_copy (plan->rubrics->pdata[i]));
  for (guint i = 0; i < plan->competencies->len; i++)
    g_ptr_array_add (pack->competencies,
                     ik_competency_copy (((IkCompetencyRating *) plan->competencies->pdata[i])
                                         ->competency));
  for (guint i = 0; i < plan->items->len; i++)
    add_item (pack, plan->items->pdata[i]);

  return ik_pack_to_json (pack, FALSE);
}

/**
 * ik_invitation_to_document:
 * @invitation: an invitation, shared out
 *
 * Returns: (transfer full): its document, to be signed
 */
GBytes *
ik_invitation_to_document (const IkInvitation *invitation)
{
  const IkInterview *plan = invitation->plan;
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "format", IK_INVITATION_FORMAT);
  json_object_set_int_member (object, "version",
                              plan->recommendation_rubric_id != NULL
                              ? IK_INVITATION_VERSION : IK_INVITATION_VERSION_WITHOUT_SCALE);
  json_object_set_string_member (object, "id", invitation->id);
  json_object_set_string_member (object, "chair", invitation->chair_name);
  ik_panel_document_set_number (object, "written_at", invitation->written_at_us);
  json_object_set_object_member (object, "candidate", candidate_to_json (plan));
  ik_panel_document_set_text (object, "round", plan->round);
  ik_panel_document_set_text (object, "role", plan->role);
  ik_panel_document_set_text (object, "set_title", plan->set_title);
  ik_panel_document_set_text (object, "opening", plan->opening);
  ik_panel_document_set_number (object, "slot_minutes", plan->slot_minutes);
  ik_panel_document_set_text (object, "recommendation_rubric",
                              plan->recommendation_rubric_id != NULL
                              ? plan->recommendation_rubric_id : "");
  json_object_set_array_member (object, "members", seats_to_json (invitation->seats));
  json_object_set_array_member (object, "items", items_to_json (plan->items));
  json_object_set_member (object, "pack", plan_to_pack_json (plan));

  return ik_panel_document_print (object);
}
