#include "ik-candidate-json.h"

#include "ik-json-members.h"

static JsonArray *
files_to_json (GPtrArray *attachments)
{
  JsonArray *array = json_array_sized_new (attachments->len);

  for (guint i = 0; i < attachments->len; i++)
    {
      const IkAttachment *attachment = attachments->pdata[i];
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "id", attachment->id);
      json_object_set_string_member (object, "name", attachment->name);
      json_object_set_string_member (object, "type", attachment->media_type);
      json_object_set_int_member (object, "size", (gint64) g_bytes_get_size (attachment->data));
      json_array_add_object_element (array, object);
    }

  return array;
}

/**
 * ik_candidate_to_json:
 * @self: a candidate
 *
 * Returns: (transfer full): the record, files by name and size
 */
JsonNode *
ik_candidate_to_json (const IkCandidate *self)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", self->id);
  json_object_set_string_member (object, "name", self->name);
  json_object_set_string_member (object, "pronunciation", self->pronunciation);
  json_object_set_string_member (object, "pronouns", self->pronouns);
  json_object_set_string_member (object, "email", self->email);
  json_object_set_string_member (object, "role", self->role);
  json_object_set_string_member (object, "state", ik_candidate_state_to_nick (self->state));
  ik_json_set_time (object, "created_at", self->created_at_us);
  ik_json_set_time (object, "decided_at", self->decided_at_us);
  json_object_set_int_member (object, "extra_time_percent", self->extra_time_percent);
  json_object_set_boolean_member (object, "large_print", self->large_print);
  json_object_set_array_member (object, "files", files_to_json (self->attachments));

  return ik_json_take_object (object);
}
