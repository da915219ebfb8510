#include "ik-json-members.h"

#include "ik-recommendation.h"
#include "ik-time.h"

/* What the records of all kinds share. */

/**
 * ik_json_take_object:
 * @object: (transfer full): an object
 *
 * Returns: (transfer full): a node that holds it
 */
JsonNode *
ik_json_take_object (JsonObject *object)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (node, object);
  return node;
}

/**
 * ik_json_set_text_or_null:
 * @object: an object
 * @name: of its member
 * @text: (nullable): the value, an id mostly; %NULL is written as null
 */
void
ik_json_set_text_or_null (JsonObject *object,
                          const char *name,
                          const char *text)
{
  if (text == NULL)
    json_object_set_null_member (object, name);
  else
    json_object_set_string_member (object, name, text);
}

/**
 * ik_json_set_time:
 * @object: an object
 * @name: of its member
 * @at_us: an instant in microseconds since 1970 UTC, 0 for none (null)
 */
void
ik_json_set_time (JsonObject *object,
                  const char *name,
                  gint64      at_us)
{
  g_autofree char *text = at_us != 0 ? ik_time_format_utc (at_us) : NULL;

  ik_json_set_text_or_null (object, name, text);
}

/**
 * ik_json_set_recommendation:
 * @object: an object
 * @value: a recommendation
 * @rubric_id: (nullable): what it stands on, %NULL for the four words
 *
 * Writes one of the four words as text, a level of an own scale as its number,
 * none as null; the rubric beside it.
 */
void
ik_json_set_recommendation (JsonObject *object,
                            int         value,
                            const char *rubric_id) /* nullable */
{
  g_autofree char *text = ik_recommendation_to_text (value);

  if (value >= IK_RUBRIC_MIN_VALUE && value <= IK_RUBRIC_MAX_VALUE)
    json_object_set_int_member (object, "recommendation", value);
  else
    ik_json_set_text_or_null (object, "recommendation", *text != '\0' ? text : NULL);
  ik_json_set_text_or_null (object, "recommendation_rubric", rubric_id);
}

/**
 * ik_json_rubric_to_object:
 * @rubric: a rating scale
 *
 * Returns: (transfer full): its record, levels included
 */
JsonObject *
ik_json_rubric_to_object (const IkRubric *rubric)
{
  JsonObject *object = json_object_new ();
  JsonArray *levels = json_array_sized_new (rubric->levels->len);

  for (guint i = 0; i < rubric->levels->len; i++)
    {
      const IkRubricLevel *level = rubric->levels->pdata[i];
      JsonObject *element = json_object_new ();

      json_object_set_int_member (element, "value", level->value);
      json_object_set_string_member (element, "label", level->label);
      json_object_set_string_member (element, "anchor", level->anchor);
      json_array_add_object_element (levels, element);
    }

  json_object_set_string_member (object, "id", rubric->id);
  json_object_set_string_member (object, "name", rubric->name);
  json_object_set_array_member (object, "levels", levels);

  return object;
}
