#include "ik-record-reader.h"

#include "ik-command.h"
#include "ik-json-scan.h"
#include "ik-list.h"
#include "ik-recommendation.h"
#include "ik-text.h"
#include "ik-time.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

/* A record is four levels deep; json-glib 1.6 dies of 100,000. */
#define MAX_DEPTH 32

/* More than any sitting; keeps what is computed from it in range. */
#define MAX_SECONDS 1e9

/* Where the reader stands, for what it says about mistakes. */
typedef struct
{
  const char *name;  /* of the file */
  char       *place; /* (owned): such as "items[3]", "" at the top */
} Reader;

static gboolean
refuse (const Reader  *reader,
        const char    *member,
        const char    *expected,
        GError       **error)
{
  g_set_error (error, IK_COMMAND_ERROR, IK_COMMAND_ERROR_FAILED,
               _("“%s” can't be recorded: “%s%s%s” is not %s."), reader->name, reader->place,
               *reader->place != '\0' && *member != '\0' ? "." : "", member, expected);
  return FALSE;
}

static void
set_place (Reader     *reader,
           const char *list,
           guint       index)
{
  g_free (reader->place);
  reader->place = list != NULL ? g_strdup_printf ("%s[%u]", list, index) : g_strdup ("");
}

/* The member, %NULL where it is missing or null: both mean "not said". */
static JsonNode *
get_said (JsonObject *object,
          const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && !JSON_NODE_HOLDS_NULL (node) ? node : NULL;
}

static gboolean
is_text (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING;
}

static gboolean
read_text (const Reader  *reader,
           JsonObject    *object,
           const char    *member,
           char         **field,
           GError       **error)
{
  JsonNode *node = get_said (object, member);

  if (node == NULL)
    return TRUE;
  if (!is_text (node))
    return refuse (reader, member, _("a text"), error);

  ik_text_set (field, json_node_get_string (node));
  return TRUE;
}

static gboolean
get_number (JsonNode *node,
            double   *out_number)
{
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  if (type == G_TYPE_INT64)
    *out_number = (double) json_node_get_int (node);
  else if (type == G_TYPE_DOUBLE)
    *out_number = json_node_get_double (node);
  else
    return FALSE;

  return isfinite (*out_number);
}

static gboolean
get_rating (JsonNode *node,
            int      *out_rating)
{
  double number;

  if (!get_number (node, &number) || ABS (number) > G_MAXINT16)
    return FALSE;

  *out_rating = (int) number;
  return !(ABS (number - *out_rating) > 0);
}

static gboolean
read_rating (const Reader  *reader,
             JsonObject    *object,
             int           *field,
             GError       **error)
{
  JsonNode *node = get_said (object, "rating");

  return node == NULL || get_rating (node, field) ||
         refuse (reader, "rating", _("a whole number"), error);
}

static gboolean
read_seconds (const Reader  *reader,
              JsonObject    *object,
              gint64        *out_ms,
              GError       **error)
{
  JsonNode *node = get_said (object, "seconds");
  double seconds;

  if (node == NULL)
    return TRUE;
  if (!get_number (node, &seconds) || ABS (seconds) > MAX_SECONDS)
    return refuse (reader, "seconds", _("a number of seconds"), error);

  *out_ms = (gint64) (seconds * 1000 + 0.5);
  return TRUE;
}

static gboolean
read_boolean (const Reader  *reader,
              JsonObject    *object,
              const char    *member,
              gboolean      *field,
              GError       **error)
{
  JsonNode *node = get_said (object, member);

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return refuse (reader, member, _("true or false"), error);

  *field = json_node_get_boolean (node);
  return TRUE;
}

static gboolean
read_outcome (const Reader  *reader,
              JsonObject    *object,
              IkOutcome     *field,
              GError       **error)
{
  JsonNode *node = get_said (object, "outcome");

  if (node == NULL ||
      (is_text (node) && ik_outcome_from_nick (json_node_get_string (node), field)))
    return TRUE;

  return refuse (reader, "outcome", _("not_asked, no_evidence, partly or answered"), error);
}

static gboolean
read_time (const Reader  *reader,
           JsonObject    *object,
           const char    *member,
           gint64        *field,
           GError       **error)
{
  JsonNode *node = get_said (object, member);

  if (node == NULL || (is_text (node) && ik_time_parse (json_node_get_string (node), field)))
    return TRUE;

  return refuse (reader, member, _("a time such as 2026-03-01T09:30:00Z"), error);
}

static gboolean
read_note (const Reader  *reader,
           JsonNode      *node,
           GPtrArray     *notes,
           GError       **error)
{
  g_autoptr(IkNote) note = ik_note_new ("", 0);

  if (is_text (node))
    ik_text_set (&note->text, json_node_get_string (node));
  else if (!JSON_NODE_HOLDS_OBJECT (node))
    return refuse (reader, "notes", _("a text or a list of notes"), error);
  else if (!read_text (reader, json_node_get_object (node), "text", &note->text, error) ||
           !read_time (reader, json_node_get_object (node), "at", &note->at_us, error))
    return FALSE;

  g_ptr_array_add (notes, g_steal_pointer (&note));
  return TRUE;
}

static gboolean
read_notes (const Reader  *reader,
            JsonObject    *object,
            GPtrArray     *notes,
            GError       **error)
{
  JsonNode *node = get_said (object, "notes");
  JsonArray *array;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return read_note (reader, node, notes, error);

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      if (!read_note (reader, json_array_get_element (array, i), notes, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_indicators (const Reader  *reader,
                 JsonObject    *object,
                 GPtrArray     *ids,
                 GError       **error)
{
  JsonNode *node = get_said (object, "indicators");
  JsonArray *array;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return refuse (reader, "indicators", _("a list of ids"), error);

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *id = json_array_get_element (array, i);

      if (!is_text (id))
        return refuse (reader, "indicators", _("a list of ids"), error);
      g_ptr_array_add (ids, json_node_dup_string (id));
    }

  return TRUE;
}

static gboolean
read_item (const Reader  *reader,
           JsonObject    *object,
           IkItemRecord  *item,
           GError       **error)
{
  return read_outcome (reader, object, &item->outcome, error) &&
         read_seconds (reader, object, &item->elapsed_ms, error) &&
         read_rating (reader, object, &item->rating, error) &&
         read_boolean (reader, object, "not_assessed", &item->not_assessed, error) &&
         read_text (reader, object, "evidence", &item->evidence, error) &&
         read_notes (reader, object, item->notes, error) &&
         read_indicators (reader, object, item->indicator_ids, error);
}

/* "items" are named by "id", "extra" ones by their own "prompt". */
static gboolean
read_items (Reader      *reader,
            JsonObject  *top,
            const char  *list,
            GPtrArray   *items,
            GError     **error)
{
  gboolean is_extra = g_str_equal (list, "extra");
  JsonNode *node = get_said (top, list);
  JsonArray *array;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return refuse (reader, list, _("a list"), error);

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      IkItemRecord *item = ik_item_record_new ();
      char **key = is_extra ? &item->prompt : &item->item_id;

      g_ptr_array_add (items, item);
      set_place (reader, list, i);
      if (!JSON_NODE_HOLDS_OBJECT (element))
        return refuse (reader, "", _("an object"), error);
      if (!read_text (reader, json_node_get_object (element), is_extra ? "prompt" : "id", key,
                      error))
        return FALSE;
      if (*key == NULL)
        return refuse (reader, is_extra ? "prompt" : "id", _("there"), error);
      if (!read_item (reader, json_node_get_object (element), item, error))
        return FALSE;
    }

  set_place (reader, NULL, 0);
  return TRUE;
}

/* What the interview is printed as has both, so this may have both. */
static gboolean
read_competency (const Reader       *reader,
                 const char         *id,
                 JsonObject         *object,
                 IkInterviewRecord  *record,
                 GError            **error)
{
  JsonNode *node = get_said (object, "rating");
  gboolean not_assessed = FALSE;
  int rating;

  if (!read_boolean (reader, object, "not_assessed", &not_assessed, error))
    return FALSE;
  if (node != NULL && !get_rating (node, &rating))
    return refuse (reader, "competencies", _("an object of ratings by id"), error);

  if (node != NULL)
    g_hash_table_insert (record->competency_ratings, g_strdup (id), GINT_TO_POINTER (rating));
  if (not_assessed)
    ik_text_list_add (record->left_out_competencies, id);

  return TRUE;
}

static gboolean
read_competencies (const Reader       *reader,
                   JsonObject         *top,
                   IkInterviewRecord  *record,
                   GError            **error)
{
  JsonNode *node = get_said (top, "competencies");
  JsonObjectIter iter;
  const char *id;
  JsonNode *value;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return refuse (reader, "competencies", _("an object of ratings by id"), error);

  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &id, &value))
    {
      int rating;

      if (JSON_NODE_HOLDS_NULL (value))
        continue;
      if (JSON_NODE_HOLDS_OBJECT (value))
        {
          if (!read_competency (reader, id, json_node_get_object (value), record, error))
            return FALSE;
          continue;
        }
      if (!get_rating (value, &rating))
        return refuse (reader, "competencies", _("an object of ratings by id"), error);
      g_hash_table_insert (record->competency_ratings, g_strdup (id), GINT_TO_POINTER (rating));
    }

  return TRUE;
}

static gboolean
read_recommendation (const Reader  *reader,
                     JsonObject    *top,
                     int           *field,
                     GError       **error)
{
  JsonNode *node = get_said (top, "recommendation");

  if (node == NULL ||
      (is_text (node) && ik_recommendation_from_text (json_node_get_string (node), field)) ||
      (get_rating (node, field) && ABS (*field) <= IK_RUBRIC_MAX_VALUE))
    return TRUE;

  return refuse (reader, "recommendation",
                 _("strong_no, no, yes, strong_yes or a level of the set's own scale"), error);
}

/* A text alone is not for the candidate. */
static gboolean
read_finding (const Reader  *reader,
              const char    *list,
              JsonNode      *node,
              GPtrArray     *findings,
              GError       **error)
{
  g_autoptr(IkFinding) finding = ik_finding_new ("", FALSE);

  if (is_text (node))
    ik_text_set (&finding->text, json_node_get_string (node));
  else if (!JSON_NODE_HOLDS_OBJECT (node))
    return refuse (reader, list, _("a list of texts"), error);
  else if (!read_text (reader, json_node_get_object (node), "text", &finding->text, error) ||
           !read_boolean (reader, json_node_get_object (node), "shareable",
                          &finding->is_shareable, error))
    return FALSE;

  g_ptr_array_add (findings, g_steal_pointer (&finding));
  return TRUE;
}

static gboolean
read_findings (Reader      *reader,
               JsonObject  *top,
               const char  *list,
               GPtrArray   *findings,
               GError     **error)
{
  JsonNode *node = get_said (top, list);
  JsonArray *array;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return refuse (reader, list, _("a list of texts"), error);

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_OBJECT (element))
        set_place (reader, list, i);
      if (!read_finding (reader, list, element, findings, error))
        return FALSE;
      set_place (reader, NULL, 0);
    }

  return TRUE;
}

static gboolean
read_record (Reader             *reader,
             JsonObject         *top,
             IkInterviewRecord  *record,
             GError            **error)
{
  return read_boolean (reader, top, "from_paper", &record->from_paper, error) &&
         read_time (reader, top, "started_at", &record->started_at_us, error) &&
         read_items (reader, top, "items", record->items, error) &&
         read_items (reader, top, "extra", record->extra, error) &&
         read_competencies (reader, top, record, error) &&
         read_notes (reader, top, record->notes, error) &&
         read_recommendation (reader, top, &record->recommendation, error) &&
         read_text (reader, top, "summary", &record->summary, error) &&
         read_findings (reader, top, "strengths", record->strengths, error) &&
         read_findings (reader, top, "concerns", record->concerns, error);
}

static JsonNode *
parse (const char  *text,
       const char  *name,
       GError     **error)
{
  g_autoptr(GError) local_error = NULL;
  JsonNode *root = NULL;

  if (g_utf8_validate (text, -1, NULL) && ik_json_scan_depth (text, strlen (text)) <= MAX_DEPTH)
    root = json_from_string (text, &local_error);

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_clear_pointer (&root, json_node_unref);
      g_set_error (error, IK_COMMAND_ERROR, IK_COMMAND_ERROR_FAILED,
                   _("“%s” can't be recorded: it is no JSON object%s%s."), name,
                   local_error != NULL ? ": " : "",
                   local_error != NULL ? local_error->message : "");
    }

  return root;
}

/**
 * ik_record_reader_read:
 * @text: what stands in the file
 * @name: of the file, for what is said about mistakes
 * @error: return location
 *
 * Reads an interview that was written down elsewhere. Members it doesn't know
 * are passed over; a known one of the wrong type is refused, so that no rating
 * gets lost.
 *
 * Returns: (transfer full) (nullable): the record; whether its ids exist is
 *   not looked at
 */
IkInterviewRecord *
ik_record_reader_read (const char  *text,
                       const char  *name,
                       GError     **error)
{
  g_autoptr(JsonNode) root = parse (text, name, error);
  g_autoptr(IkInterviewRecord) record = NULL;
  Reader reader = { name, NULL };
  gboolean read;

  if (root == NULL)
    return NULL;

  record = ik_interview_record_new ();
  set_place (&reader, NULL, 0);
  read = read_record (&reader, json_node_get_object (root), record, error);
  g_free (reader.place);

  return read ? g_steal_pointer (&record) : NULL;
}
