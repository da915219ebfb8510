#include "ik-pack-json.h"

#include <string.h>

/* Writing. The members of an object stand in the order in which they are set,
 * which is that of the documentation. */

static void
set_text (JsonObject *object,
          const char *name,
          const char *text)
{
  if (text != NULL && *text != '\0')
    json_object_set_string_member (object, name, text);
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
set_texts (JsonObject *object,
           const char *name,
           GPtrArray  *texts)
{
  JsonArray *array = json_array_sized_new (texts->len);

  for (guint i = 0; i < texts->len; i++)
    json_array_add_string_element (array, texts->pdata[i]);

  set_array (object, name, array);
}

static JsonArray *
span_to_json (guint first,
              guint last)
{
  JsonArray *span = json_array_sized_new (2);

  json_array_add_int_element (span, first);
  json_array_add_int_element (span, last);

  return span;
}

static void
set_competencies (JsonObject *object,
                  GPtrArray  *competencies)
{
  JsonArray *array = json_array_sized_new (competencies->len);

  for (guint i = 0; i < competencies->len; i++)
    {
      const IkCompetency *competency = competencies->pdata[i];
      JsonObject *element = json_object_new ();

      json_object_set_string_member (element, "id", competency->id);
      json_object_set_string_member (element, "name", competency->name);
      set_text (element, "description", competency->description);
      json_array_add_object_element (array, element);
    }

  set_array (object, "competencies", array);
}

static JsonArray *
levels_to_json (GPtrArray *levels)
{
  JsonArray *array = json_array_sized_new (levels->len);

  for (guint i = 0; i < levels->len; i++)
    {
      const IkRubricLevel *level = levels->pdata[i];
      JsonObject *element = json_object_new ();

      json_object_set_int_member (element, "value", level->value);
      json_object_set_string_member (element, "label", level->label);
      set_text (element, "anchor", level->anchor);
      json_array_add_object_element (array, element);
    }

  return array;
}

static void
set_rubrics (JsonObject *object,
             GPtrArray  *rubrics)
{
  JsonArray *array = json_array_sized_new (rubrics->len);

  for (guint i = 0; i < rubrics->len; i++)
    {
      const IkRubric *rubric = rubrics->pdata[i];
      JsonObject *element = json_object_new ();

      json_object_set_string_member (element, "id", rubric->id);
      json_object_set_string_member (element, "name", rubric->name);
      json_object_set_array_member (element, "levels", levels_to_json (rubric->levels));
      json_array_add_object_element (array, element);
    }

  set_array (object, "rubrics", array);
}

static void
set_level_answers (JsonObject *object,
                   GPtrArray  *answers)
{
  JsonArray *array = json_array_sized_new (answers->len);

  for (guint i = 0; i < answers->len; i++)
    {
      const IkLevelAnswer *answer = answers->pdata[i];
      JsonObject *element = json_object_new ();

      json_object_set_string_member (element, "level", answer->level);
      json_object_set_string_member (element, "text", answer->text);
      json_array_add_object_element (array, element);
    }

  set_array (object, "answers", array);
}

static void
add_attachments (JsonArray *array,
                 GPtrArray *attachments)
{
  for (guint i = 0; i < attachments->len; i++)
    {
      const IkAttachment *attachment = attachments->pdata[i];
      JsonObject *element = json_object_new ();
      gsize size;
      const guchar *data = g_bytes_get_data (attachment->data, &size);
      g_autofree char *base64 = g_base64_encode (data, size);

      json_object_set_string_member (element, "name", attachment->name);
      json_object_set_string_member (element, "type", attachment->media_type);
      json_object_set_string_member (element, "side", ik_side_to_nick (attachment->side));
      json_object_set_string_member (element, "base64", base64);
      json_array_add_object_element (array, element);
    }
}

static void
set_attachments (JsonObject       *object,
                 const IkQuestion *question)
{
  JsonArray *array = json_array_new ();

  add_attachments (array, question->candidate.attachments);
  add_attachments (array, question->interviewer.attachments);
  set_array (object, "attachments", array);
}

static void
set_lines (JsonObject *object,
           GArray     *lines)
{
  JsonObject *fields;

  if (lines->len == 0)
    return;

  fields = json_object_new ();
  for (guint i = 0; i < lines->len; i++)
    {
      const IkLineSpan *span = &g_array_index (lines, IkLineSpan, i);

      if (!json_object_has_member (fields, span->field))
        json_object_set_array_member (fields, span->field, json_array_new ());

      json_array_add_array_element (json_object_get_array_member (fields, span->field),
                                    span_to_json (span->first, span->last));
    }

  json_object_set_object_member (object, "lines", fields);
}

static void
set_properties (JsonObject       *object,
                const IkQuestion *question)
{
  json_object_set_string_member (object, "kind", ik_question_kind_to_nick (question->kind));
  set_text (object, "level", question->level);
  if (question->minutes > 0)
    json_object_set_int_member (object, "minutes", question->minutes);
  set_texts (object, "tags", question->tags);
  set_text (object, "competency", question->competency_id);
  set_text (object, "rubric", question->rubric_id);
}

static void
set_interviewer_text (JsonObject              *object,
                      const IkInterviewerText *text)
{
  set_texts (object, "follow_ups", text->follow_ups);
  set_text (object, "answer", text->reference_answer);
  set_level_answers (object, text->level_answers);
  set_text (object, "why_it_matters", text->why_it_matters);
  set_texts (object, "clarifying_questions", text->clarifying_questions);
  set_texts (object, "solution_steps", text->solution_steps);
  set_texts (object, "positive_indicators", text->positive_indicators);
  set_texts (object, "red_flags", text->red_flags);
  set_texts (object, "references", text->references);
}

static JsonObject *
question_to_json (const IkQuestion *question,
                  gboolean          with_lines)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", question->id);
  json_object_set_string_member (object, "state", ik_question_state_to_nick (question->state));
  json_object_set_string_member (object, "prompt", question->candidate.prompt);
  set_text (object, "details", question->candidate.details);
  set_texts (object, "sub_questions", question->candidate.sub_questions);
  set_properties (object, question);
  set_interviewer_text (object, &question->interviewer);
  set_attachments (object, question);
  if (with_lines)
    set_lines (object, question->lines);

  return object;
}

static JsonArray *
sections_to_json (GPtrArray *sections,
                  gboolean   with_lines)
{
  JsonArray *array = json_array_sized_new (sections->len);

  for (guint i = 0; i < sections->len; i++)
    {
      const IkSection *section = sections->pdata[i];
      JsonObject *element = json_object_new ();
      JsonArray *questions = json_array_sized_new (section->questions->len);

      for (guint j = 0; j < section->questions->len; j++)
        json_array_add_object_element (questions,
                                       question_to_json (section->questions->pdata[j],
                                                         with_lines));

      json_object_set_string_member (element, "title", section->title);
      set_text (element, "introduction", section->introduction);
      json_object_set_array_member (element, "questions", questions);
      json_array_add_object_element (array, element);
    }

  return array;
}

static void
set_left_over (JsonObject *object,
               GPtrArray  *left_over)
{
  JsonArray *array = json_array_sized_new (left_over->len);

  for (guint i = 0; i < left_over->len; i++)
    {
      const IkLeftOver *rest = left_over->pdata[i];
      JsonObject *element = json_object_new ();

      json_object_set_array_member (element, "lines", span_to_json (rest->first, rest->last));
      json_object_set_string_member (element, "text", rest->text);
      json_object_set_string_member (element, "reason", rest->reason);
      json_array_add_object_element (array, element);
    }

  set_array (object, "left_over", array);
}

/**
 * ik_pack_to_json:
 * @pack: a pack
 * @with_lines: whether to tell where in its source each field comes from, and
 *   what an import did not take
 *
 * Returns: (transfer full): the pack document; optional fields that are empty
 *   are left out
 */
JsonNode *
ik_pack_to_json (const IkPack *pack,
                 gboolean      with_lines)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "format", IK_PACK_FORMAT);
  json_object_set_int_member (object, "version", IK_PACK_VERSION);
  json_object_set_string_member (object, "id", pack->id);
  json_object_set_string_member (object, "title", pack->title);
  set_text (object, "description", pack->description);
  set_text (object, "language", pack->language);
  set_text (object, "source", pack->source);
  set_text (object, "author", pack->author);
  set_text (object, "licence", pack->licence);
  set_competencies (object, pack->competencies);
  set_rubrics (object, pack->rubrics);
  json_object_set_array_member (object, "sections", sections_to_json (pack->sections, with_lines));
  if (with_lines)
    set_left_over (object, pack->left_over);

  json_node_take_object (node, object);
  return node;
}

/**
 * ik_question_to_json:
 * @question: a question
 *
 * Returns: (transfer full): the question as in a pack document, without the
 *   lines it comes from
 */
JsonNode *
ik_question_to_json (const IkQuestion *question)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (node, question_to_json (question, FALSE));
  return node;
}

/**
 * ik_pack_to_bytes:
 * @pack: a pack
 *
 * Returns: (transfer full): the content of a pack file, UTF-8 JSON that ends
 *   with a line break
 */
GBytes *
ik_pack_to_bytes (const IkPack *pack)
{
  g_autoptr(JsonNode) node = ik_pack_to_json (pack, FALSE);
  g_autofree char *json = json_to_string (node, TRUE);
  char *text = g_strconcat (json, "\n", NULL);

  return g_bytes_new_take (text, strlen (text));
}
