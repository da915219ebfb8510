#include "ik-pack-json.h"

#include "ik-json-scan.h"
#include "ik-text.h"

#include <glib/gi18n.h>
#include <string.h>

/* A pack document is 6 deep. */
#define MAX_DEPTH 64

#define MAX_SIZE (512 * 1024 * 1024)

/* A day: nothing a person sits through is longer. */
#define MAX_MINUTES (24 * 60)

/* Where the reading stands. The first error sticks: whatever is read after it
 * is empty, and only the end looks. */
typedef struct
{
  GError     *error;
  GHashTable *ids;      /* (element-type utf8): ids of questions met so far */

  const char *list;     /* of a competency or a rubric: name of its list, or NULL */
  const char *section;  /* title of the section, or NULL outside of one */
  guint       number;   /* of the entry in the list or of the question, from 1 */
} Reader;

static char *
describe_place (Reader *reader)
{
  if (reader->list != NULL)
    return g_strdup_printf (_("entry %u of “%s”"), reader->number, reader->list);
  if (reader->number == 0)
    return g_strdup (_("the pack"));
  if (reader->section == NULL || *reader->section == '\0')
    return g_strdup_printf (_("question %u"), reader->number);

  return g_strdup_printf (_("question %u of section “%s”"), reader->number, reader->section);
}

static void fail (Reader     *reader,
                  const char *format,
                  ...) G_GNUC_PRINTF (2, 3);

static void
fail (Reader     *reader,
      const char *format,
      ...)
{
  g_autofree char *place = NULL;
  g_autofree char *what = NULL;
  va_list args;

  if (reader->error != NULL)
    return;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);

  place = describe_place (reader);
  /* Translators: "question 3 of section “Basics”: “prompt” is missing" */
  g_set_error (&reader->error, IK_EXCHANGE_ERROR, IK_EXCHANGE_ERROR_INVALID,
               _("%s: %s"), place, what);
}

/* Returns NULL where the member is missing, null or of another type; the last
 * is an error. */
static JsonNode *
find_member (Reader       *reader,
             JsonObject   *object,
             const char   *name,
             JsonNodeType  type)
{
  JsonNode *node = reader->error == NULL ? json_object_get_member (object, name) : NULL;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return NULL;

  if (json_node_get_node_type (node) == type)
    return node;

  if (type == JSON_NODE_ARRAY)
    fail (reader, _("“%s” is not a list"), name);
  else if (type == JSON_NODE_OBJECT)
    fail (reader, _("“%s” is not an object"), name);
  else
    fail (reader, _("“%s” is not a single value"), name);

  return NULL;
}

static const char *
peek_text (Reader     *reader,
           JsonObject *object,
           const char *name)
{
  JsonNode *node = find_member (reader, object, name, JSON_NODE_VALUE);

  if (node == NULL)
    return "";

  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return json_node_get_string (node);

  fail (reader, _("“%s” is not a text"), name);
  return "";
}

static void
read_text (Reader      *reader,
           JsonObject  *object,
           const char  *name,
           char       **text)
{
  ik_text_set (text, peek_text (reader, object, name));
}

/* Titles, prompts and list entries are one line. */
static void
join_lines (char *text)
{
  g_strdelimit (text, "\r\n", ' ');
  g_strstrip (text);
}

static void
read_line (Reader      *reader,
           JsonObject  *object,
           const char  *name,
           char       **text)
{
  read_text (reader, object, name, text);
  join_lines (*text);
}

static void
read_required_line (Reader      *reader,
                    JsonObject  *object,
                    const char  *name,
                    char       **text)
{
  read_line (reader, object, name, text);
  if (**text == '\0')
    fail (reader, _("“%s” is missing"), name);
}

static gint64
read_number (Reader     *reader,
             JsonObject *object,
             const char *name,
             gint64      lowest,
             gint64      highest)
{
  JsonNode *node = find_member (reader, object, name, JSON_NODE_VALUE);
  gint64 value;

  if (node == NULL)
    return 0;

  if (json_node_get_value_type (node) != G_TYPE_INT64)
    {
      fail (reader, _("“%s” is not a whole number"), name);
      return 0;
    }

  value = json_node_get_int (node);
  if (value >= lowest && value <= highest)
    return value;

  fail (reader, _("“%s” is not between %" G_GINT64_FORMAT " and %" G_GINT64_FORMAT),
        name, lowest, highest);
  return 0;
}

/* Keeps the id that @id has where the document brings none. */
static void
read_id (Reader      *reader,
         JsonObject  *object,
         const char  *name,
         char       **id)
{
  const char *text = peek_text (reader, object, name);

  if (*text == '\0')
    return;

  if (!g_uuid_string_is_valid (text))
    {
      fail (reader, _("“%s” is not an id: “%.50s”"), name, text);
      return;
    }

  g_free (*id);
  *id = g_ascii_strdown (text, -1);
}

/* Returns the elements, none where the list is missing. */
static JsonArray *
find_array (Reader     *reader,
            JsonObject *object,
            const char *name)
{
  JsonNode *node = find_member (reader, object, name, JSON_NODE_ARRAY);

  return node != NULL ? json_node_get_array (node) : NULL;
}

static guint
count_elements (JsonArray *array)
{
  return array != NULL ? json_array_get_length (array) : 0;
}

static JsonObject *
get_object (Reader     *reader,
            JsonArray  *array,
            guint       index,
            const char *name)
{
  JsonNode *node = json_array_get_element (array, index);

  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);

  fail (reader, _("entry %u of “%s” is not an object"), index + 1, name);
  return NULL;
}

static void
read_lines (Reader     *reader,
            JsonObject *object,
            const char *name,
            GPtrArray  *texts)
{
  JsonArray *array = find_array (reader, object, name);

  for (guint i = 0; i < count_elements (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      char *text;

      if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
        {
          fail (reader, _("entry %u of “%s” is not a text"), i + 1, name);
          return;
        }

      text = json_node_dup_string (node);
      join_lines (text);
      g_ptr_array_add (texts, text);
    }
}

static void
read_competencies (Reader     *reader,
                   JsonObject *object,
                   IkPack     *pack)
{
  JsonArray *array = find_array (reader, object, "competencies");

  for (guint i = 0; i < count_elements (array); i++)
    {
      IkCompetency *competency;
      JsonObject *element = get_object (reader, array, i, "competencies");

      if (element == NULL)
        return;

      reader->list = "competencies";
      reader->number = i + 1;

      competency = ik_competency_new (NULL, "", NULL);
      g_ptr_array_add (pack->competencies, competency);
      read_id (reader, element, "id", &competency->id);
      read_required_line (reader, element, "name", &competency->name);
      read_text (reader, element, "description", &competency->description);
    }
}

static int
compare_levels_cb (gconstpointer one,
                   gconstpointer other)
{
  const IkRubricLevel *a = *(IkRubricLevel *const *) one;
  const IkRubricLevel *b = *(IkRubricLevel *const *) other;

  return a->value < b->value ? -1 : a->value > b->value;
}

static void
check_levels (Reader   *reader,
              IkRubric *rubric)
{
  if (rubric->levels->len < 2 || rubric->levels->len > IK_RUBRIC_MAX_LEVELS)
    fail (reader, _("“levels” are not between 2 and %d"), IK_RUBRIC_MAX_LEVELS);

  g_ptr_array_sort (rubric->levels, compare_levels_cb);

  for (guint i = 1; i < rubric->levels->len; i++)
    {
      if (compare_levels_cb (&rubric->levels->pdata[i - 1], &rubric->levels->pdata[i]) == 0)
        fail (reader, _("“levels” has one value twice"));
    }
}

static void
read_levels (Reader     *reader,
             JsonObject *object,
             IkRubric   *rubric)
{
  JsonArray *array = find_array (reader, object, "levels");

  for (guint i = 0; i < count_elements (array); i++)
    {
      IkRubricLevel *level;
      JsonObject *element = get_object (reader, array, i, "levels");

      if (element == NULL)
        return;

      level = ik_rubric_level_new (0, "", NULL);
      g_ptr_array_add (rubric->levels, level);
      level->value = (int) read_number (reader, element, "value", -1000, 1000);
      read_required_line (reader, element, "label", &level->label);
      read_text (reader, element, "anchor", &level->anchor);
    }

  check_levels (reader, rubric);
}

static void
read_rubrics (Reader     *reader,
              JsonObject *object,
              IkPack     *pack)
{
  JsonArray *array = find_array (reader, object, "rubrics");

  for (guint i = 0; i < count_elements (array); i++)
    {
      IkRubric *rubric;
      JsonObject *element = get_object (reader, array, i, "rubrics");

      if (element == NULL)
        return;

      reader->list = "rubrics";
      reader->number = i + 1;

      rubric = ik_rubric_new (NULL, "");
      g_ptr_array_add (pack->rubrics, rubric);
      read_id (reader, element, "id", &rubric->id);
      read_required_line (reader, element, "name", &rubric->name);
      read_levels (reader, element, rubric);
    }
}

static void
read_level_answers (Reader     *reader,
                    JsonObject *object,
                    GPtrArray  *answers)
{
  JsonArray *array = find_array (reader, object, "answers");

  for (guint i = 0; i < count_elements (array); i++)
    {
      IkLevelAnswer *answer;
      JsonObject *element = get_object (reader, array, i, "answers");

      if (element == NULL)
        return;

      answer = ik_level_answer_new ("", "");
      g_ptr_array_add (answers, answer);
      read_line (reader, element, "level", &answer->level);
      read_text (reader, element, "text", &answer->text);
    }
}

/* An attachment that does not say who may see it is the interviewer's. */
static void
read_attachment (Reader     *reader,
                 JsonObject *object,
                 IkQuestion *question)
{
  g_autofree guchar *data = NULL;
  g_autoptr(GBytes) bytes = NULL;
  IkAttachment *attachment;
  IkSide side = IK_SIDE_INTERVIEWER;
  const char *nick = peek_text (reader, object, "side");
  const char *media_type = peek_text (reader, object, "type");
  gsize size;

  if (*nick != '\0' && !ik_side_from_nick (nick, &side))
    fail (reader, _("“%s” says “%.50s”, which this version does not know"), "side", nick);

  data = g_base64_decode (peek_text (reader, object, "base64"), &size);
  bytes = g_bytes_new_take (g_steal_pointer (&data), size);
  attachment = ik_attachment_new ("", *media_type != '\0' ? media_type : "application/octet-stream",
                                  side, bytes);
  g_ptr_array_add (side == IK_SIDE_CANDIDATE ? question->candidate.attachments
                                             : question->interviewer.attachments, attachment);
  read_required_line (reader, object, "name", &attachment->name);
}

static void
read_attachments (Reader     *reader,
                  JsonObject *object,
                  IkQuestion *question)
{
  JsonArray *array = find_array (reader, object, "attachments");

  for (guint i = 0; i < count_elements (array); i++)
    {
      JsonObject *element = get_object (reader, array, i, "attachments");

      if (element == NULL)
        return;

      read_attachment (reader, element, question);
    }
}

static gboolean
read_span (Reader   *reader,
           JsonNode *node,
           guint    *out_first,
           guint    *out_last)
{
  JsonArray *span = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  gint64 numbers[2] = { 0, 0 };

  for (guint i = 0; i < 2 && count_elements (span) == 2; i++)
    {
      JsonNode *number = json_array_get_element (span, i);

      if (JSON_NODE_HOLDS_VALUE (number) && json_node_get_value_type (number) == G_TYPE_INT64)
        numbers[i] = json_node_get_int (number);
    }

  if (numbers[0] < 1 || numbers[1] < numbers[0] || numbers[1] > G_MAXINT)
    {
      fail (reader, _("“%s” is not a pair of line numbers"), "lines");
      return FALSE;
    }

  *out_first = (guint) numbers[0];
  *out_last = (guint) numbers[1];
  return TRUE;
}

static void
read_sources (Reader     *reader,
              JsonObject *object,
              IkQuestion *question)
{
  JsonNode *node = find_member (reader, object, "lines", JSON_NODE_OBJECT);
  JsonObjectIter iter;
  const char *field;
  JsonNode *spans;

  if (node == NULL)
    return;

  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &field, &spans))
    {
      JsonArray *array = JSON_NODE_HOLDS_ARRAY (spans) ? json_node_get_array (spans) : NULL;

      for (guint i = 0; i < count_elements (array); i++)
        {
          guint first;
          guint last;

          if (!read_span (reader, json_array_get_element (array, i), &first, &last))
            return;

          ik_question_add_lines (question, field, first, last);
        }
    }
}

static void
read_kind_and_state (Reader     *reader,
                     JsonObject *object,
                     IkQuestion *question)
{
  const char *state = peek_text (reader, object, "state");
  const char *kind = peek_text (reader, object, "kind");

  if (*state != '\0' && !ik_question_state_from_nick (state, &question->state))
    fail (reader, _("“%s” says “%.50s”, which this version does not know"), "state", state);
  if (*kind != '\0' && !ik_question_kind_from_nick (kind, &question->kind))
    fail (reader, _("“%s” says “%.50s”, which this version does not know"), "kind", kind);
}

static void
read_interviewer_text (Reader            *reader,
                       JsonObject        *object,
                       IkInterviewerText *text)
{
  read_lines (reader, object, "follow_ups", text->follow_ups);
  read_text (reader, object, "answer", &text->reference_answer);
  read_level_answers (reader, object, text->level_answers);
  read_text (reader, object, "why_it_matters", &text->why_it_matters);
  read_lines (reader, object, "clarifying_questions", text->clarifying_questions);
  read_lines (reader, object, "solution_steps", text->solution_steps);
  read_lines (reader, object, "positive_indicators", text->positive_indicators);
  read_lines (reader, object, "red_flags", text->red_flags);
  read_lines (reader, object, "references", text->references);
}

static gboolean
pack_has_competency (const IkPack *pack,
                     const char   *id)
{
  for (guint i = 0; i < pack->competencies->len; i++)
    {
      if (g_str_equal (((IkCompetency *) pack->competencies->pdata[i])->id, id))
        return TRUE;
    }

  return FALSE;
}

static gboolean
pack_has_rubric (const IkPack *pack,
                 const char   *id)
{
  for (guint i = 0; i < pack->rubrics->len; i++)
    {
      if (g_str_equal (((IkRubric *) pack->rubrics->pdata[i])->id, id))
        return TRUE;
    }

  return g_str_equal (id, IK_RUBRIC_BUILT_IN_ID);
}

static void
check_references (Reader           *reader,
                  const IkPack     *pack,
                  const IkQuestion *question)
{
  if (question->competency_id != NULL && !pack_has_competency (pack, question->competency_id))
    fail (reader, _("“%s” names none of the pack's own"), "competency");
  if (question->rubric_id != NULL && !pack_has_rubric (pack, question->rubric_id))
    fail (reader, _("“%s” names none of the pack's own"), "rubric");
  if (!g_hash_table_add (reader->ids, question->id))
    fail (reader, _("another question has the same id"));
}

static void
read_question (Reader     *reader,
               JsonObject *object,
               IkPack     *pack,
               IkQuestion *question)
{
  read_id (reader, object, "id", &question->id);
  read_kind_and_state (reader, object, question);
  read_required_line (reader, object, "prompt", &question->candidate.prompt);
  read_text (reader, object, "details", &question->candidate.details);
  read_lines (reader, object, "sub_questions", question->candidate.sub_questions);
  read_line (reader, object, "level", &question->level);
  question->minutes = (guint) read_number (reader, object, "minutes", 0, MAX_MINUTES);
  read_lines (reader, object, "tags", question->tags);
  read_id (reader, object, "competency", &question->competency_id);
  read_id (reader, object, "rubric", &question->rubric_id);
  read_interviewer_text (reader, object, &question->interviewer);
  read_attachments (reader, object, question);
  read_sources (reader, object, question);
  check_references (reader, pack, question);
}

static void
read_questions (Reader     *reader,
                JsonObject *object,
                IkPack     *pack,
                IkSection  *section)
{
  JsonArray *array = find_array (reader, object, "questions");

  reader->section = section->title;

  for (guint i = 0; i < count_elements (array) && reader->error == NULL; i++)
    {
      IkQuestion *question;
      JsonObject *element;

      reader->number = i + 1;
      element = get_object (reader, array, i, "questions");
      if (element == NULL)
        return;

      question = ik_question_new ("");
      g_ptr_array_add (section->questions, question);
      read_question (reader, element, pack, question);
    }

  reader->section = NULL;
  reader->number = 0;
}

static void
read_sections (Reader     *reader,
               JsonObject *object,
               IkPack     *pack)
{
  JsonArray *array = find_array (reader, object, "sections");

  reader->list = NULL;
  reader->number = 0;

  for (guint i = 0; i < count_elements (array); i++)
    {
      IkSection *section;
      JsonObject *element = get_object (reader, array, i, "sections");

      if (element == NULL)
        return;

      section = ik_section_new ("");
      g_ptr_array_add (pack->sections, section);
      read_line (reader, element, "title", &section->title);
      read_text (reader, element, "introduction", &section->introduction);
      read_questions (reader, element, pack, section);
    }
}

static void
read_left_over (Reader     *reader,
                JsonObject *object,
                IkPack     *pack)
{
  JsonArray *array = find_array (reader, object, "left_over");

  for (guint i = 0; i < count_elements (array); i++)
    {
      JsonObject *element = get_object (reader, array, i, "left_over");
      IkLeftOver *rest;
      guint first = 0;
      guint last = 0;

      if (element == NULL ||
          !read_span (reader, json_object_get_member (element, "lines"), &first, &last))
        return;

      rest = ik_left_over_new (first, last, "", "");
      g_ptr_array_add (pack->left_over, rest);
      read_text (reader, element, "text", &rest->text);
      read_text (reader, element, "reason", &rest->reason);
    }
}

static gboolean
check_format (JsonObject  *object,
              GError     **error)
{
  Reader reader = { NULL };
  gboolean is_pack = g_str_equal (peek_text (&reader, object, "format"), IK_PACK_FORMAT);
  gint64 version = read_number (&reader, object, "version", G_MININT64, G_MAXINT64);

  g_clear_error (&reader.error);

  if (!is_pack || version < 1)
    g_set_error_literal (error, IK_EXCHANGE_ERROR, IK_EXCHANGE_ERROR_INVALID,
                         _("It is not a pack of Interview Kit"));
  else if (version > IK_PACK_VERSION)
    g_set_error_literal (error, IK_EXCHANGE_ERROR, IK_EXCHANGE_ERROR_NEWER,
                         _("The pack was made by a newer version of Interview Kit; "
                           "update the program to read it"));

  return is_pack && version >= 1 && version <= IK_PACK_VERSION;
}

/**
 * ik_pack_from_json:
 * @node: a pack document
 * @error: return location
 *
 * Reads a pack document. Ids that are missing are made; members that are not
 * known are passed over; text that should be one line is made one.
 *
 * Returns: (transfer full): the pack; %NULL with an #IkExchangeError that names
 *   the record ("question 3 of section “Basics”: “prompt” is missing")
 */
IkPack *
ik_pack_from_json (JsonNode  *node,
                   GError   **error)
{
  g_autoptr(IkPack) pack = NULL;
  g_autoptr(GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  Reader reader = { .ids = ids };
  JsonObject *object;

  g_return_val_if_fail (node != NULL, NULL);

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      g_set_error_literal (error, IK_EXCHANGE_ERROR, IK_EXCHANGE_ERROR_INVALID,
                           _("It is not a pack of Interview Kit"));
      return NULL;
    }

  object = json_node_get_object (node);
  if (!check_format (object, error))
    return NULL;

  pack = ik_pack_new ("");
  read_id (&reader, object, "id", &pack->id);
  read_required_line (&reader, object, "title", &pack->title);
  read_text (&reader, object, "description", &pack->description);
  read_line (&reader, object, "language", &pack->language);
  read_line (&reader, object, "source", &pack->source);
  read_line (&reader, object, "author", &pack->author);
  read_line (&reader, object, "licence", &pack->licence);
  read_competencies (&reader, object, pack);
  read_rubrics (&reader, object, pack);
  read_sections (&reader, object, pack);
  read_left_over (&reader, object, pack);

  if (reader.error == NULL)
    return g_steal_pointer (&pack);

  g_propagate_error (error, reader.error);
  return NULL;
}

static gboolean
check_text (const char  *text,
            gsize        size,
            GError     **error)
{
  if (size > MAX_SIZE || ik_json_scan_depth (text, size) > MAX_DEPTH)
    {
      g_set_error_literal (error, IK_EXCHANGE_ERROR, IK_EXCHANGE_ERROR_TOO_LARGE,
                           _("It is longer or nested deeper than any pack"));
      return FALSE;
    }

  if (size == 0 || !g_utf8_validate_len (text, size, NULL))
    {
      g_set_error_literal (error, IK_EXCHANGE_ERROR, IK_EXCHANGE_ERROR_INVALID,
                           size == 0 ? _("It is empty") : _("It is not UTF-8 text"));
      return FALSE;
    }

  return TRUE;
}

static const char *
skip_byte_order_mark (const char *text,
                      gsize      *size)
{
  const gsize length = strlen ("\xef\xbb\xbf");

  if (*size < length || memcmp (text, "\xef\xbb\xbf", length) != 0)
    return text;

  *size -= length;
  return text + length;
}

/**
 * ik_pack_from_bytes:
 * @bytes: the content of a pack file
 * @error: return location
 *
 * Reads a pack file from anybody: its size and depth are looked at before it
 * is parsed.
 *
 * Returns: (transfer full): the pack; %NULL with an #IkExchangeError
 */
IkPack *
ik_pack_from_bytes (GBytes  *bytes,
                    GError **error)
{
  g_autoptr(JsonParser) parser = json_parser_new_immutable ();
  g_autoptr(GError) parse_error = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  const char *text = skip_byte_order_mark (data, &size);

  if (!check_text (text, size, error))
    return NULL;

  if (!json_parser_load_from_data (parser, text, (gssize) size, &parse_error) ||
      json_parser_get_root (parser) == NULL)
    {
      g_set_error (error, IK_EXCHANGE_ERROR, IK_EXCHANGE_ERROR_INVALID,
                   _("It is not a sound JSON document: %s"),
                   parse_error != NULL ? parse_error->message : _("nothing stands in it"));
      return NULL;
    }

  return ik_pack_from_json (json_parser_get_root (parser), error);
}

/**
 * ik_pack_is_in_bytes:
 * @bytes: the content of a file
 *
 * Returns: whether the file means to be a pack file, sound or not
 */
gboolean
ik_pack_is_in_bytes (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  const char *text = skip_byte_order_mark (data, &size);

  while (size > 0 && g_ascii_isspace (*text))
    {
      text++;
      size--;
    }

  return size > 0 && *text == '{' &&
         memmem (text, size, "\"" IK_PACK_FORMAT "\"", strlen ("\"" IK_PACK_FORMAT "\"")) != NULL;
}
