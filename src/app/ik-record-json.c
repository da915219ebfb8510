#include "ik-record-json.h"

#include "ik-json-members.h"

/**
 * ik_records_to_json:
 * @records: records of one type
 * @to_json: writes one of them
 *
 * Returns: (transfer full): an array of them, in their order
 */
JsonNode *
ik_records_to_json (GPtrArray      *records,
                    IkRecordToJson  to_json)
{
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);
  JsonArray *array = json_array_sized_new (records->len);

  for (guint i = 0; i < records->len; i++)
    json_array_add_element (array, to_json (records->pdata[i]));

  json_node_take_array (node, array);
  return node;
}

/**
 * ik_pack_summary_to_json:
 * @self: a pack in a list
 *
 * Returns: (transfer full): its record
 */
JsonNode *
ik_pack_summary_to_json (const IkPackSummary *self)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", self->id);
  json_object_set_string_member (object, "title", self->title);
  json_object_set_string_member (object, "description", self->description);
  json_object_set_int_member (object, "sections", self->n_sections);
  json_object_set_int_member (object, "questions", self->n_questions);
  ik_json_set_time (object, "changed_at", self->changed_at_us);

  return ik_json_take_object (object);
}

/**
 * ik_search_hit_to_json:
 * @self: a question that was found
 *
 * Returns: (transfer full): its record; the marks around the matches are left
 *   out of the snippet
 */
JsonNode *
ik_search_hit_to_json (const IkSearchHit *self)
{
  JsonObject *object = json_object_new ();
  g_autoptr(GString) snippet = g_string_new (self->snippet);

  g_string_replace (snippet, "\x02", "", 0);
  g_string_replace (snippet, "\x03", "", 0);

  json_object_set_string_member (object, "id", self->id);
  json_object_set_string_member (object, "prompt", self->prompt);
  json_object_set_string_member (object, "pack", self->pack_id);
  json_object_set_string_member (object, "pack_title", self->pack_title);
  json_object_set_string_member (object, "section", self->section);
  json_object_set_string_member (object, "snippet", snippet->str);

  return ik_json_take_object (object);
}

static void
set_texts (JsonObject        *object,
           const char        *name,
           const char *const *texts)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; texts[i] != NULL; i++)
    json_array_add_string_element (array, texts[i]);

  json_object_set_array_member (object, name, array);
}

/**
 * ik_question_summary_to_json:
 * @self: a question in a list
 *
 * Returns: (transfer full): its record
 */
JsonNode *
ik_question_summary_to_json (const IkQuestionSummary *self)
{
  JsonObject *object = json_object_new ();
  JsonArray *tags = json_array_new ();

  for (guint i = 0; i < self->tags->len; i++)
    json_array_add_string_element (tags, self->tags->pdata[i]);

  json_object_set_string_member (object, "id", self->id);
  json_object_set_string_member (object, "prompt", self->prompt);
  json_object_set_string_member (object, "pack", self->pack_id);
  json_object_set_string_member (object, "pack_title", self->pack_title);
  json_object_set_string_member (object, "section", self->section);
  json_object_set_string_member (object, "state", ik_question_state_to_nick (self->state));
  json_object_set_string_member (object, "kind", ik_question_kind_to_nick (self->kind));
  json_object_set_string_member (object, "level", self->level);
  json_object_set_int_member (object, "minutes", self->minutes);
  json_object_set_array_member (object, "tags", tags);
  ik_json_set_text_or_null (object, "competency", self->competency_id);
  json_object_set_string_member (object, "competency_name", self->competency);
  json_object_set_boolean_member (object, "answered", self->is_answered);
  json_object_set_boolean_member (object, "used", self->is_used);
  ik_json_set_time (object, "changed_at", self->changed_at_us);
  ik_json_set_time (object, "last_used_at", self->last_used_at_us);

  return ik_json_take_object (object);
}

/* What says nothing is left out. */
static JsonObject *
filter_to_object (const IkQuestionFilter *filter)
{
  const struct
  {
    const char        *name;
    const char *const *texts;
  } lists[] = {
    { "packs", filter->pack_ids }, { "sections", filter->section_ids }, { "tags", filter->tags },
    { "competencies", filter->competencies }, { "levels", filter->levels },
  };
  JsonObject *object = json_object_new ();

  if (filter->query != NULL && *filter->query != '\0')
    json_object_set_string_member (object, "words", filter->query);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      if (lists[i].texts != NULL && lists[i].texts[0] != NULL)
        set_texts (object, lists[i].name, lists[i].texts);
    }

  if (filter->minutes_from > 0)
    json_object_set_int_member (object, "minutes_from", filter->minutes_from);
  if (filter->minutes_to > 0)
    json_object_set_int_member (object, "minutes_to", filter->minutes_to);
  if (filter->used != IK_WANTED_ANY)
    json_object_set_boolean_member (object, "used", filter->used == IK_WANTED_YES);
  if (filter->answered != IK_WANTED_ANY)
    json_object_set_boolean_member (object, "answered", filter->answered == IK_WANTED_YES);

  return object;
}

static void
add_kinds_and_states (JsonObject             *object,
                      const IkQuestionFilter *filter)
{
  g_autoptr(GPtrArray) kinds = g_ptr_array_new ();
  g_autoptr(GPtrArray) states = g_ptr_array_new ();

  for (guint i = 0; i < IK_N_QUESTION_KINDS; i++)
    {
      if ((filter->kinds >> i & 1) != 0)
        g_ptr_array_add (kinds, (gpointer) ik_question_kind_to_nick ((IkQuestionKind) i));
    }
  for (guint i = 0; i < IK_N_QUESTION_STATES; i++)
    {
      if ((filter->states >> i & 1) != 0)
        g_ptr_array_add (states, (gpointer) ik_question_state_to_nick ((IkQuestionState) i));
    }

  g_ptr_array_add (kinds, NULL);
  g_ptr_array_add (states, NULL);
  if (kinds->len > 1)
    set_texts (object, "kinds", (const char *const *) kinds->pdata);
  if (states->len > 1)
    set_texts (object, "states", (const char *const *) states->pdata);
}

/**
 * ik_saved_search_to_json:
 * @self: a search that is kept
 *
 * Returns: (transfer full): its record
 */
JsonNode *
ik_saved_search_to_json (const IkSavedSearch *self)
{
  JsonObject *object = filter_to_object (self->filter);

  json_object_set_string_member (object, "id", self->id);
  json_object_set_string_member (object, "name", self->name);
  add_kinds_and_states (object, self->filter);
  json_object_set_string_member (object, "sort", ik_question_sort_to_nick (self->filter->sort));
  json_object_set_boolean_member (object, "descending", self->filter->is_descending);

  return ik_json_take_object (object);
}

/**
 * ik_rubric_to_json:
 * @self: a rating scale
 *
 * Returns: (transfer full): its record
 */
JsonNode *
ik_rubric_to_json (const IkRubric *self)
{
  return ik_json_take_object (ik_json_rubric_to_object (self));
}

/**
 * ik_competency_to_json:
 * @self: what questions measure
 *
 * Returns: (transfer full): its record
 */
JsonNode *
ik_competency_to_json (const IkCompetency *self)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", self->id);
  json_object_set_string_member (object, "name", self->name);
  json_object_set_string_member (object, "description", self->description);

  return ik_json_take_object (object);
}

/**
 * ik_scale_use_to_json:
 * @self: where a rubric or a competency is used
 *
 * Returns: (transfer full): its record
 */
JsonNode *
ik_scale_use_to_json (const IkScaleUse *self)
{
  static const char *const kinds[] = { "pack", "set", "interviews" };
  gboolean is_interviews = self->kind == IK_SCALE_USE_INTERVIEWS;
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "kind", kinds[self->kind]);
  ik_json_set_text_or_null (object, "id", self->id);
  json_object_set_string_member (object, "title", self->title);
  if (self->version != 0)
    json_object_set_int_member (object, "version", self->version);
  json_object_set_int_member (object, is_interviews ? "interviews" : "questions", self->n);

  return ik_json_take_object (object);
}

/**
 * ik_set_summary_to_json:
 * @self: a question set in a list
 *
 * Returns: (transfer full): its record
 */
JsonNode *
ik_set_summary_to_json (const IkSetSummary *self)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", self->id);
  json_object_set_string_member (object, "title", self->title);
  json_object_set_string_member (object, "role", self->role);
  json_object_set_int_member (object, "slot_minutes", self->slot_minutes);
  json_object_set_int_member (object, "planned_minutes", self->planned_minutes);
  json_object_set_int_member (object, "questions", self->n_items);

  return ik_json_take_object (object);
}

static JsonArray *
set_sections_to_json (const IkQuestionSet *self)
{
  JsonArray *array = json_array_sized_new (self->sections->len);

  for (guint i = 0; i < self->sections->len; i++)
    {
      const IkSetSection *section = self->sections->pdata[i];
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "id", section->id);
      json_object_set_string_member (object, "title", section->title);
      json_object_set_string_member (object, "introduction", section->introduction);
      json_object_set_int_member (object, "minutes", section->minutes);
      json_array_add_object_element (array, object);
    }

  return array;
}

static JsonObject *
set_item_to_json (const IkQuestionSet *self,
                  guint                index)
{
  const IkSetItem *item = self->items->pdata[index];
  const IkSetSection *section = NULL;
  JsonObject *object = json_object_new ();

  if (item->section_id != NULL)
    section = ik_question_set_find_section (self, item->section_id);

  json_object_set_string_member (object, "id", item->id);
  json_object_set_int_member (object, "position", (gint64) index + 1);
  json_object_set_string_member (object, "question", item->question_id);
  json_object_set_string_member (object, "prompt", item->prompt);
  ik_json_set_text_or_null (object, "section", item->section_id);
  json_object_set_string_member (object, "section_title", section != NULL ? section->title : "");
  json_object_set_boolean_member (object, "required", item->required);
  json_object_set_int_member (object, "minutes", item->minutes);
  json_object_set_int_member (object, "weight", item->weight);
  json_object_set_string_member (object, "weight_reason", item->weight_reason);
  if (item->knock_out == IK_RATING_NONE)
    json_object_set_null_member (object, "knock_out");
  else
    json_object_set_int_member (object, "knock_out", item->knock_out);
  json_object_set_string_member (object, "kind", ik_question_kind_to_nick (item->kind));
  json_object_set_string_member (object, "level", item->level);
  ik_json_set_text_or_null (object, "competency", item->competency_id);

  return object;
}

/**
 * ik_question_set_to_json:
 * @self: a question set
 *
 * Returns: (transfer full): its record, with sections and items
 */
JsonNode *
ik_question_set_to_json (const IkQuestionSet *self)
{
  JsonObject *object = json_object_new ();
  JsonArray *items = json_array_sized_new (self->items->len);

  for (guint i = 0; i < self->items->len; i++)
    json_array_add_object_element (items, set_item_to_json (self, i));

  json_object_set_string_member (object, "id", self->id);
  json_object_set_string_member (object, "title", self->title);
  json_object_set_string_member (object, "opening", self->opening);
  json_object_set_string_member (object, "role", self->role);
  json_object_set_int_member (object, "slot_minutes", self->slot_minutes);
  json_object_set_int_member (object, "planned_minutes",
                              ik_question_set_get_planned_minutes (self));
  json_object_set_int_member (object, "required_minutes",
                              ik_question_set_get_required_minutes (self));
  ik_json_set_text_or_null (object, "rubric", self->rubric_id);
  ik_json_set_text_or_null (object, "recommendation_rubric", self->recommendation_rubric_id);
  json_object_set_array_member (object, "sections", set_sections_to_json (self));
  json_object_set_array_member (object, "items", items);

  return ik_json_take_object (object);
}

static void
set_interview_times (JsonObject               *object,
                     const IkInterviewSummary *self)
{
  ik_json_set_time (object, "planned_at", self->planned_at_us);
  ik_json_set_time (object, "started_at", self->started_at_us);
  ik_json_set_time (object, "ended_at", self->ended_at_us);
  ik_json_set_time (object, "handed_in_at", self->handed_in_at_us);
  json_object_set_int_member (object, "slot_minutes", self->slot_minutes);
  json_object_set_int_member (object, "extra_time_percent", self->extra_time_percent);
}

/**
 * ik_interview_summary_to_json:
 * @self: an interview in a list
 *
 * Returns: (transfer full): its record
 */
JsonNode *
ik_interview_summary_to_json (const IkInterviewSummary *self)
{
  JsonObject *object = json_object_new ();

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
  set_interview_times (object, self);
  json_object_set_int_member (object, "questions", self->n_items);
  json_object_set_int_member (object, "unrated", self->n_unrated);
  ik_json_set_recommendation (object, self->recommendation, self->recommendation_rubric_id);

  return ik_json_take_object (object);
}
