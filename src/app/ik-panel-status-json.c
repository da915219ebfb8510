#include "ik-panel-status-json.h"

#include "ik-json-members.h"


static void
set_asks (JsonObject *object,
          const char *asks)
{
  g_auto(GStrv) names = g_strsplit (asks, "\n", -1);
  JsonArray *array = json_array_new ();

  for (guint i = 0; names[i] != NULL; i++)
    json_array_add_string_element (array, names[i]);

  json_object_set_array_member (object, "asks", array);
}

static void
set_words (JsonObject *object,
           const char *public_key)
{
  g_autofree char *words = ik_panels_dup_words (public_key);

  ik_json_set_text_or_null (object, "key_words", *words != '\0' ? words : NULL);
}

static JsonObject *
seat_to_object (const IkSeatStatus *seat)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "interview", seat->id);
  json_object_set_string_member (object, "name", seat->name);
  json_object_set_boolean_member (object, "owner", seat->is_owner);
  set_asks (object, seat->asks);
  ik_json_set_time (object, "planned_at", seat->planned_at_us);
  json_object_set_string_member (object, "room", seat->room);
  ik_json_set_text_or_null (object, "state",
                            seat->is_here ? ik_interview_state_to_nick (seat->state) : NULL);
  ik_json_set_time (object, "handed_in_at", seat->handed_in_at_us);
  json_object_set_int_member (object, "scorecards", seat->n_scorecards);
  set_words (object, seat->public_key);

  return object;
}

/**
 * ik_panel_status_to_json:
 * @self: a panel
 *
 * How far a panel is, as the command line prints it. `asks` is empty for who asks
 * everything; `state` is null where the interview is in another library, and
 * `key_words` where the key isn't known yet.
 *
 * Returns: (transfer full): the record
 */
JsonNode *
ik_panel_status_to_json (const IkInvitationStatus *self)
{
  g_autofree char *chair_words = ik_panels_dup_words (self->chair_key);
  JsonObject *object = json_object_new ();
  JsonArray *members = json_array_sized_new (self->seats->len);

  json_object_set_string_member (object, "id", self->id);
  json_object_set_string_member (object, "candidate", self->candidate_id);
  json_object_set_string_member (object, "candidate_name", self->candidate_name);
  json_object_set_string_member (object, "role", self->role);
  json_object_set_string_member (object, "set_title", self->set_title);
  json_object_set_string_member (object, "round", self->round);
  json_object_set_string_member (object, "chair", self->chair_name);
  json_object_set_boolean_member (object, "own", self->is_own);
  ik_json_set_text_or_null (object, "chair_key_words",
                            *chair_words != '\0' ? chair_words : NULL);
  ik_json_set_time (object, "written_at", self->written_at_us);
  for (guint i = 0; i < self->seats->len; i++)
    json_array_add_object_element (members, seat_to_object (self->seats->pdata[i]));
  json_object_set_array_member (object, "members", members);

  return ik_json_take_object (object);
}

/**
 * ik_scorecard_receipt_to_json:
 * @self: a scorecard that was merged
 *
 * Returns: (transfer full): the record, which tells nothing that was rated
 */
JsonNode *
ik_scorecard_receipt_to_json (const IkScorecardReceipt *self)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "panel", self->panel_id);
  json_object_set_string_member (object, "interview", self->interview_id);
  json_object_set_string_member (object, "interviewer", self->member_name);
  json_object_set_string_member (object, "candidate_name", self->candidate_name);
  json_object_set_string_member (object, "key_words", self->member_words);
  json_object_set_boolean_member (object, "new_key", self->is_new_key);
  json_object_set_boolean_member (object, "replaced", self->is_replaced);

  return ik_json_take_object (object);
}
