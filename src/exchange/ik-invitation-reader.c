#include "ik-invitation-json.h"

#include "ik-pack-json.h"
#include "ik-panel-document.h"
#include "ik-text.h"

#include <glib/gi18n.h>
#include <string.h>

/* As the rules of the library. */
#define MAX_EXTRA_TIME_PERCENT 300
#define MAX_MINUTES            (24 * 60)

static void
read_required_id (IkFieldReader  *reader,
                  JsonObject     *object,
                  const char     *name,
                  char          **id)
{
  ik_text_set (id, "");
  ik_field_reader_read_id (reader, object, name, id);
  if (**id == '\0')
    ik_field_reader_fail (reader, _("“%s” is missing"), name);
}

static void
read_candidate (IkFieldReader *reader,
                JsonObject    *object,
                IkInterview   *plan)
{
  JsonNode *node = ik_field_reader_find (reader, object, "candidate", JSON_NODE_OBJECT);
  JsonObject *candidate;

  if (node == NULL)
    {
      ik_field_reader_fail (reader, _("“%s” is missing"), "candidate");
      return;
    }

  candidate = json_node_get_object (node);
  read_required_id (reader, candidate, "id", &plan->candidate_id);
  ik_field_reader_read_required_line (reader, candidate, "name", &plan->candidate_name);
  plan->extra_time_percent =
    (guint) ik_field_reader_read_number (reader, candidate, "extra_time_percent", 0,
                                         MAX_EXTRA_TIME_PERCENT);
  plan->large_print = ik_field_reader_read_flag (reader, candidate, "large_print");
}

/* The wording, as a pack of anybody is read. */
static IkPack *
read_pack (JsonObject  *object,
           GError     **error)
{
  JsonNode *node = json_object_get_member (object, "pack");
  g_autofree char *text = node != NULL ? json_to_string (node, FALSE) : g_strdup ("{}");
  gsize length = strlen (text);
  g_autoptr(GBytes) bytes = g_bytes_new_take (g_steal_pointer (&text), length);

  return ik_pack_from_bytes (bytes, NULL, error);
}

static void
take_rating (IkFieldReader   *reader,
             JsonObject      *object,
             IkInterviewItem *item)
{
  item->weight = (guint) ik_field_reader_read_number (reader, object, "weight", IK_WEIGHT_EQUAL,
                                                      IK_WEIGHT_MAX);
  ik_field_reader_read_line (reader, object, "weight_reason", &item->weight_reason);
  if (item->weight == 0)
    item->weight = IK_WEIGHT_EQUAL;
  if (item->weight != IK_WEIGHT_EQUAL && *item->weight_reason == '\0')
    ik_field_reader_fail (reader, _("“%s” is missing"), "weight_reason");
  if (json_object_has_member (object, "knock_out"))
    item->knock_out = (int) ik_field_reader_read_number (reader, object, "knock_out", -1000, 1000);
}

static void
add_item (IkFieldReader    *reader,
          JsonObject       *object,
          const IkSection  *section,
          const IkQuestion *question,
          IkInterview      *plan)
{
  IkInterviewItem *item = ik_interview_item_new (question);
  g_autofree char *id = g_strdup ("");

  g_ptr_array_add (plan->items, item);
  read_required_id (reader, object, "id", &id);
  if (!g_str_equal (id, question->id))
    ik_field_reader_fail (reader, _("it isn't the question that stands there"));

  ik_text_set (&item->id, question->id);
  g_clear_pointer (&item->question_id, g_free);
  ik_field_reader_read_id (reader, object, "question", &item->question_id);
  ik_text_set (&item->section, section->title);
  ik_text_set (&item->section_introduction, section->introduction);
  item->required = !ik_field_reader_read_flag (reader, object, "optional");
  item->minutes = (guint) ik_field_reader_read_number (reader, object, "minutes", 0, MAX_MINUTES);
  take_rating (reader, object, item);
}

static void
read_items (IkFieldReader *reader,
            JsonObject    *object,
            const IkPack  *pack,
            IkInterview   *plan)
{
  JsonArray *array = ik_field_reader_find_array (reader, object, "items");

  reader->list = "items";
  for (guint i = 0; i < pack->sections->len; i++)
    {
      const IkSection *section = pack->sections->pdata[i];

      for (guint k = 0; k < section->questions->len && reader->error == NULL; k++)
        {
          guint index = plan->items->len;
          JsonObject *element = index < ik_field_reader_count (array)
            ? ik_field_reader_get_object (reader, array, index, "items") : NULL;

          reader->number = index + 1;
          if (element != NULL)
            add_item (reader, element, section, section->questions->pdata[k], plan);
          else
            ik_field_reader_fail (reader, _("“%s” is missing"), "id");
        }
    }

  reader->list = NULL;
  reader->number = 0;
  if (ik_field_reader_count (array) != plan->items->len || plan->items->len == 0)
    ik_field_reader_fail (reader, _("there are not as many “items” as questions"));
}

/* Only what a question names has to be there. */
static gboolean
has_level (const IkInterview     *plan,
           const IkInterviewItem *item)
{
  const IkRubric *rubric = ik_interview_get_rubric (plan, item);

  return item->knock_out == IK_RATING_NONE ||
         (rubric != NULL && ik_rubric_find_level (rubric, item->knock_out) != NULL);
}

static void
read_wording (IkFieldReader *reader,
              JsonObject    *object,
              IkInterview   *plan)
{
  g_autoptr(IkPack) pack = reader->error == NULL ? read_pack (object, &reader->error) : NULL;

  if (pack == NULL)
    return;

  for (guint i = 0; i < pack->rubrics->len; i++)
    g_ptr_array_add (plan->rubrics, ik_rubric_copy (pack->rubrics->pdata[i]));
  for (guint i = 0; i < pack->competencies->len; i++)
    g_ptr_array_add (plan->competencies, ik_competency_rating_new (pack->competencies->pdata[i]));
  if (plan->rubrics->len == 0)
    ik_field_reader_fail (reader, _("“%s” is missing"), "rubrics");
  if (plan->recommendation_rubric_id != NULL &&
      ik_interview_find_rubric (plan, plan->recommendation_rubric_id) == NULL)
    ik_field_reader_fail (reader, _("“%s” names a rubric that isn't there"),
                          "recommendation_rubric");

  read_items (reader, object, pack, plan);
  for (guint i = 0; i < plan->items->len; i++)
    {
      if (!has_level (plan, plan->items->pdata[i]))
        ik_field_reader_fail (reader, _("“%s” is not on the scale"), "knock_out");
    }
}

static void
read_seat (IkFieldReader *reader,
           JsonObject    *object,
           IkInvitation  *invitation)
{
  IkSeat *seat = ik_seat_new ("");

  g_ptr_array_add (invitation->seats, seat);
  read_required_id (reader, object, "id", &seat->id);
  ik_field_reader_read_required_line (reader, object, "name", &seat->name);
  ik_field_reader_read_lines (reader, object, "asks", seat->asks);
  ik_field_reader_read_lines (reader, object, "items", seat->item_ids);
  ik_field_reader_read_line (reader, object, "room", &seat->room);
  seat->planned_at_us = ik_panel_document_read_time (reader, object, "at");
  seat->slot_minutes = (guint) ik_field_reader_read_number (reader, object, "slot_minutes", 0,
                                                            MAX_MINUTES);

  for (guint i = 0; i < seat->item_ids->len; i++)
    {
      if (ik_interview_find_item (invitation->plan, seat->item_ids->pdata[i]) == NULL)
        ik_field_reader_fail (reader, _("“%s” names a question that isn't there"), "items");
    }
  if (seat->item_ids->len == 0)
    ik_field_reader_fail (reader, _("“%s” is missing"), "items");
}

static void
read_seats (IkFieldReader *reader,
            JsonObject    *object,
            IkInvitation  *invitation)
{
  g_autoptr(GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  JsonArray *array = ik_field_reader_find_array (reader, object, "members");
  guint n = ik_field_reader_count (array);

  if (n == 0 || n > IK_INVITATION_MAX_SEATS)
    ik_field_reader_fail (reader, _("“members” are not between 1 and %d"), IK_INVITATION_MAX_SEATS);

  reader->list = "members";
  for (guint i = 0; i < n && reader->error == NULL; i++)
    {
      JsonObject *element = ik_field_reader_get_object (reader, array, i, "members");
      const IkSeat *seat;

      reader->number = i + 1;
      if (element == NULL)
        return;
      read_seat (reader, element, invitation);
      seat = invitation->seats->pdata[i];
      if (!g_hash_table_add (ids, seat->id) ||
          ik_invitation_find_seat (invitation, seat->name) != seat)
        ik_field_reader_fail (reader, _("“%s” is in the panel twice."), seat->name);
    }
  reader->list = NULL;
  reader->number = 0;
}

/**
 * ik_invitation_from_document:
 * @document: what a chair signed
 * @error: return location
 *
 * Returns: (transfer full): the invitation; %NULL with an #IkExchangeError that
 *   names the place
 */
IkInvitation *
ik_invitation_from_document (GBytes  *document,
                             GError **error)
{
  g_autoptr(JsonParser) parser = NULL;
  g_autoptr(IkInvitation) invitation = ik_invitation_new ();
  IkFieldReader reader = { .whole = _("the invitation") };
  IkInterview *plan = invitation->plan;
  JsonObject *object;

  parser = ik_panel_document_parse (document, IK_INVITATION_FORMAT, IK_INVITATION_VERSION, error);
  if (parser == NULL)
    return NULL;

  object = json_node_get_object (json_parser_get_root (parser));
  read_required_id (&reader, object, "id", &invitation->id);
  ik_field_reader_read_required_line (&reader, object, "chair", &invitation->chair_name);
  invitation->written_at_us = ik_panel_document_read_time (&reader, object, "written_at");
  read_candidate (&reader, object, plan);
  ik_field_reader_read_required_line (&reader, object, "round", &plan->round);
  ik_field_reader_read_line (&reader, object, "role", &plan->role);
  ik_field_reader_read_required_line (&reader, object, "set_title", &plan->set_title);
  ik_field_reader_read_text (&reader, object, "opening", &plan->opening);
  plan->slot_minutes = (guint) ik_field_reader_read_number (&reader, object, "slot_minutes", 0,
                                                            MAX_MINUTES);
  ik_field_reader_read_id (&reader, object, "recommendation_rubric",
                           &plan->recommendation_rubric_id);
  read_wording (&reader, object, plan);
  read_seats (&reader, object, invitation);

  if (reader.error == NULL)
    return g_steal_pointer (&invitation);

  g_propagate_error (error, reader.error);
  return NULL;
}
