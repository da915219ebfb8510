#include "ik-pack-json.h"

#include "ik-field-reader.h"
#include "ik-json-scan.h"
#include "ik-pack-slices.h"
#include "ik-text.h"

#include <glib/gi18n.h>
#include <string.h>

/* A pack document is 6 deep. */
#define MAX_DEPTH 64

/* A day: nothing a person sits through is longer. */
#define MAX_MINUTES (24 * 60)

static void
read_competencies (IkFieldReader *reader,
                   JsonObject    *object,
                   IkPack        *pack)
{
  JsonArray *array = ik_field_reader_find_array (reader, object, "competencies");

  for (guint i = 0; i < ik_field_reader_count (array); i++)
    {
      IkCompetency *competency;
      JsonObject *element = ik_field_reader_get_object (reader, array, i, "competencies");

      if (element == NULL)
        return;

      reader->list = "competencies";
      reader->number = i + 1;

      competency = ik_competency_new (NULL, "", NULL);
      g_ptr_array_add (pack->competencies, competency);
      ik_field_reader_read_id (reader, element, "id", &competency->id);
      ik_field_reader_read_required_line (reader, element, "name", &competency->name);
      ik_field_reader_read_text (reader, element, "description", &competency->description);
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
check_levels (IkFieldReader *reader,
              IkRubric      *rubric)
{
  if (rubric->levels->len < 2 || rubric->levels->len > IK_RUBRIC_MAX_LEVELS)
    ik_field_reader_fail (reader, _("“levels” are not between 2 and %d"), IK_RUBRIC_MAX_LEVELS);

  g_ptr_array_sort (rubric->levels, compare_levels_cb);

  for (guint i = 1; i < rubric->levels->len; i++)
    {
      if (compare_levels_cb (&rubric->levels->pdata[i - 1], &rubric->levels->pdata[i]) == 0)
        ik_field_reader_fail (reader, _("“levels” has one value twice"));
    }
}

static void
read_levels (IkFieldReader *reader,
             JsonObject    *object,
             IkRubric      *rubric)
{
  JsonArray *array = ik_field_reader_find_array (reader, object, "levels");

  for (guint i = 0; i < ik_field_reader_count (array); i++)
    {
      IkRubricLevel *level;
      JsonObject *element = ik_field_reader_get_object (reader, array, i, "levels");

      if (element == NULL)
        return;

      level = ik_rubric_level_new (0, "", NULL);
      g_ptr_array_add (rubric->levels, level);
      level->value = (int) ik_field_reader_read_number (reader, element, "value",
                                                        IK_RUBRIC_MIN_VALUE, IK_RUBRIC_MAX_VALUE);
      ik_field_reader_read_required_line (reader, element, "label", &level->label);
      ik_field_reader_read_text (reader, element, "anchor", &level->anchor);
    }

  check_levels (reader, rubric);
}

static void
read_rubrics (IkFieldReader *reader,
              JsonObject    *object,
              IkPack        *pack)
{
  JsonArray *array = ik_field_reader_find_array (reader, object, "rubrics");

  for (guint i = 0; i < ik_field_reader_count (array); i++)
    {
      IkRubric *rubric;
      JsonObject *element = ik_field_reader_get_object (reader, array, i, "rubrics");

      if (element == NULL)
        return;

      reader->list = "rubrics";
      reader->number = i + 1;

      rubric = ik_rubric_new (NULL, "");
      g_ptr_array_add (pack->rubrics, rubric);
      ik_field_reader_read_id (reader, element, "id", &rubric->id);
      ik_field_reader_read_required_line (reader, element, "name", &rubric->name);
      read_levels (reader, element, rubric);
    }
}

static void
read_level_answers (IkFieldReader *reader,
                    JsonObject    *object,
                    GPtrArray     *answers)
{
  JsonArray *array = ik_field_reader_find_array (reader, object, "answers");

  for (guint i = 0; i < ik_field_reader_count (array); i++)
    {
      IkLevelAnswer *answer;
      JsonObject *element = ik_field_reader_get_object (reader, array, i, "answers");

      if (element == NULL)
        return;

      answer = ik_level_answer_new ("", "");
      g_ptr_array_add (answers, answer);
      ik_field_reader_read_line (reader, element, "level", &answer->level);
      ik_field_reader_read_text (reader, element, "text", &answer->text);
    }
}

/* GLib passes over what is no base64, so that half a file looks like a whole
 * one. */
static gboolean
is_base64 (const char *text)
{
  gsize n = 0;
  gsize n_padding = 0;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (g_ascii_isspace (*p))
        continue;
      if (*p == '=')
        n_padding++;
      else if (n_padding > 0 || !(g_ascii_isalnum (*p) || *p == '+' || *p == '/'))
        return FALSE;
      n++;
    }

  return n % 4 == 0 && n_padding <= 2;
}

/* An attachment that does not say who may see it is the interviewer's. */
static void
read_attachment (IkFieldReader *reader,
                 JsonObject    *object,
                 IkQuestion    *question)
{
  g_autofree guchar *data = NULL;
  g_autoptr(GBytes) bytes = NULL;
  IkAttachment *attachment;
  IkSide side = IK_SIDE_INTERVIEWER;
  const char *nick = ik_field_reader_peek_text (reader, object, "side");
  const char *media_type = ik_field_reader_peek_text (reader, object, "type");
  const char *content = ik_field_reader_peek_text (reader, object, "base64");
  gsize size;

  if (*nick != '\0' && !ik_side_from_nick (nick, &side))
    ik_field_reader_fail (reader, _("“%s” says “%.50s”, which this version does not know"), "side", nick);
  if (!is_base64 (content))
    ik_field_reader_fail (reader, _("“base64” of an attachment is cut off or damaged"));

  data = g_base64_decode (content, &size);
  bytes = g_bytes_new_take (g_steal_pointer (&data), size);
  attachment = ik_attachment_new ("", *media_type != '\0' ? media_type : "application/octet-stream",
                                  side, bytes);
  g_ptr_array_add (side == IK_SIDE_CANDIDATE ? question->candidate.attachments
                                             : question->interviewer.attachments, attachment);
  ik_field_reader_read_required_line (reader, object, "name", &attachment->name);
}

static void
read_attachments (IkFieldReader *reader,
                  JsonObject    *object,
                  IkQuestion    *question)
{
  JsonArray *array = ik_field_reader_find_array (reader, object, "attachments");

  for (guint i = 0; i < ik_field_reader_count (array); i++)
    {
      JsonObject *element = ik_field_reader_get_object (reader, array, i, "attachments");

      if (element == NULL)
        return;

      read_attachment (reader, element, question);
    }
}

static gboolean
read_span (IkFieldReader *reader,
           JsonNode      *node,
           guint         *out_first,
           guint         *out_last)
{
  JsonArray *span = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  gint64 numbers[2] = { 0, 0 };

  for (guint i = 0; i < 2 && ik_field_reader_count (span) == 2; i++)
    {
      JsonNode *number = json_array_get_element (span, i);

      if (JSON_NODE_HOLDS_VALUE (number) && json_node_get_value_type (number) == G_TYPE_INT64)
        numbers[i] = json_node_get_int (number);
    }

  if (numbers[0] < 1 || numbers[1] < numbers[0] || numbers[1] > G_MAXINT)
    {
      ik_field_reader_fail (reader, _("“%s” is not a pair of line numbers"), "lines");
      return FALSE;
    }

  *out_first = (guint) numbers[0];
  *out_last = (guint) numbers[1];
  return TRUE;
}

static void
read_sources (IkFieldReader *reader,
              JsonObject    *object,
              IkQuestion    *question)
{
  JsonNode *node = ik_field_reader_find (reader, object, "lines", JSON_NODE_OBJECT);
  JsonObjectIter iter;
  const char *field;
  JsonNode *spans;

  if (node == NULL)
    return;

  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &field, &spans))
    {
      JsonArray *array = JSON_NODE_HOLDS_ARRAY (spans) ? json_node_get_array (spans) : NULL;

      for (guint i = 0; i < ik_field_reader_count (array); i++)
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
read_kind_and_state (IkFieldReader *reader,
                     JsonObject    *object,
                     IkQuestion    *question)
{
  const char *state = ik_field_reader_peek_text (reader, object, "state");
  const char *kind = ik_field_reader_peek_text (reader, object, "kind");

  if (*state != '\0' && !ik_question_state_from_nick (state, &question->state))
    ik_field_reader_fail (reader, _("“%s” says “%.50s”, which this version does not know"), "state", state);
  if (*kind != '\0' && !ik_question_kind_from_nick (kind, &question->kind))
    ik_field_reader_fail (reader, _("“%s” says “%.50s”, which this version does not know"), "kind", kind);
}

static void
read_interviewer_text (IkFieldReader     *reader,
                       JsonObject        *object,
                       IkInterviewerText *text)
{
  ik_field_reader_read_lines (reader, object, "follow_ups", text->follow_ups);
  ik_field_reader_read_text (reader, object, "answer", &text->reference_answer);
  read_level_answers (reader, object, text->level_answers);
  ik_field_reader_read_text (reader, object, "why_it_matters", &text->why_it_matters);
  ik_field_reader_read_lines (reader, object, "clarifying_questions", text->clarifying_questions);
  ik_field_reader_read_lines (reader, object, "solution_steps", text->solution_steps);
  ik_field_reader_read_lines (reader, object, "positive_indicators", text->positive_indicators);
  ik_field_reader_read_lines (reader, object, "red_flags", text->red_flags);
  ik_field_reader_read_lines (reader, object, "references", text->references);
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
check_references (IkFieldReader    *reader,
                  const IkPack     *pack,
                  const IkQuestion *question)
{
  if (question->competency_id != NULL && !pack_has_competency (pack, question->competency_id))
    ik_field_reader_fail (reader, _("“%s” names none of the pack's own"), "competency");
  if (question->rubric_id != NULL && !pack_has_rubric (pack, question->rubric_id))
    ik_field_reader_fail (reader, _("“%s” names none of the pack's own"), "rubric");
}

static void
read_question (IkFieldReader *reader,
               JsonObject    *object,
               IkPack        *pack,
               IkQuestion    *question)
{
  ik_field_reader_read_id (reader, object, "id", &question->id);
  read_kind_and_state (reader, object, question);
  ik_field_reader_read_required_line (reader, object, "prompt", &question->candidate.prompt);
  ik_field_reader_read_text (reader, object, "details", &question->candidate.details);
  ik_field_reader_read_lines (reader, object, "sub_questions", question->candidate.sub_questions);
  ik_field_reader_read_line (reader, object, "level", &question->level);
  question->minutes = (guint) ik_field_reader_read_number (reader, object, "minutes", 0, MAX_MINUTES);
  ik_field_reader_read_lines (reader, object, "tags", question->tags);
  ik_field_reader_read_id (reader, object, "competency", &question->competency_id);
  ik_field_reader_read_id (reader, object, "rubric", &question->rubric_id);
  read_interviewer_text (reader, object, &question->interviewer);
  read_attachments (reader, object, question);
  read_sources (reader, object, question);
  check_references (reader, pack, question);
}

/* What is read and where from. */
typedef struct
{
  const char         *text;        /* without a byte order mark */
  const IkPackSlices *slices;
  JsonParser         *parser;      /* of one question after the other */
  GCancellable       *cancellable; /* nullable */
} PackText;

static void
add_question (IkFieldReader *reader,
              JsonObject    *object,
              IkPack        *pack,
              IkSection     *section)
{
  IkQuestion *question = ik_question_new ("");

  g_ptr_array_add (section->questions, question);
  read_question (reader, object, pack, question);
}

static guint
count_lines (const char *text,
             const char *end)
{
  guint n_lines = 1;

  for (const char *p = memchr (text, '\n', (gsize) (end - text)); p != NULL;
       p = memchr (p + 1, '\n', (gsize) (end - p - 1)))
    n_lines++;

  return n_lines;
}

static void
read_slice (IkFieldReader  *reader,
            const PackText *text,
            IkJsonSlice     slice,
            IkPack         *pack,
            IkSection      *section)
{
  JsonNode *root;

  if (!json_parser_load_from_data (text->parser, slice.start, slice.end - slice.start, NULL))
    {
      ik_field_reader_fail (reader, _("it begins in line %u and is not sound JSON"),
                            count_lines (text->text, slice.start));
      return;
    }

  root = json_parser_get_root (text->parser);
  if (JSON_NODE_HOLDS_OBJECT (root))
    add_question (reader, json_node_get_object (root), pack, section);
  else
    ik_field_reader_fail (reader, _("entry %u of “%s” is not an object"), reader->number,
                          "questions");
}

/* Those in the tree come from a list that was not cut out of the text. */
static void
read_questions (IkFieldReader  *reader,
                const PackText *text,
                GArray         *slices, /* nullable */
                JsonObject     *object,
                IkPack         *pack,
                IkSection      *section)
{
  JsonArray *array = ik_field_reader_find_array (reader, object, "questions");

  reader->section = section->title;
  reader->number = 0;

  for (guint i = 0; i < ik_field_reader_count (array) && reader->error == NULL; i++)
    {
      JsonObject *element = ik_field_reader_get_object (reader, array, i, "questions");

      reader->number++;
      if (element != NULL)
        add_question (reader, element, pack, section);
    }

  for (guint i = 0; slices != NULL && i < slices->len && reader->error == NULL; i++)
    {
      if (g_cancellable_set_error_if_cancelled (text->cancellable, &reader->error))
        return;

      reader->number++;
      read_slice (reader, text, g_array_index (slices, IkJsonSlice, i), pack, section);
    }

  reader->section = NULL;
  reader->number = 0;
}

static void
read_sections (IkFieldReader  *reader,
               const PackText *text,
               JsonObject     *object,
               IkPack         *pack)
{
  JsonArray *array = ik_field_reader_find_array (reader, object, "sections");
  GPtrArray *slices = text->slices->sections;

  reader->list = NULL;
  reader->number = 0;

  for (guint i = 0; i < ik_field_reader_count (array); i++)
    {
      IkSection *section;
      JsonObject *element = ik_field_reader_get_object (reader, array, i, "sections");

      if (element == NULL)
        return;

      section = ik_section_new ("");
      g_ptr_array_add (pack->sections, section);
      ik_field_reader_read_line (reader, element, "title", &section->title);
      ik_field_reader_read_text (reader, element, "introduction", &section->introduction);
      read_questions (reader, text, i < slices->len ? slices->pdata[i] : NULL, element, pack,
                      section);
    }
}

/* One id twice would be one question where two are meant. */
static void
check_ids (IkFieldReader *reader,
           const IkPack  *pack)
{
  g_autoptr(GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < pack->sections->len; i++)
    {
      const IkSection *section = pack->sections->pdata[i];

      reader->section = section->title;
      for (guint j = 0; j < section->questions->len; j++)
        {
          const IkQuestion *question = section->questions->pdata[j];

          reader->number = j + 1;
          if (!g_hash_table_add (ids, question->id))
            ik_field_reader_fail (reader, _("another question has the same id"));
        }
    }

  reader->section = NULL;
  reader->number = 0;
}

static void
read_left_over (IkFieldReader *reader,
                JsonObject    *object,
                IkPack        *pack)
{
  JsonArray *array = ik_field_reader_find_array (reader, object, "left_over");

  for (guint i = 0; i < ik_field_reader_count (array); i++)
    {
      JsonObject *element = ik_field_reader_get_object (reader, array, i, "left_over");
      IkLeftOver *rest;
      guint first = 0;
      guint last = 0;

      if (element == NULL ||
          !read_span (reader, json_object_get_member (element, "lines"), &first, &last))
        return;

      rest = ik_left_over_new (first, last, "", "");
      g_ptr_array_add (pack->left_over, rest);
      ik_field_reader_read_text (reader, element, "text", &rest->text);
      ik_field_reader_read_text (reader, element, "reason", &rest->reason);
    }
}

static gboolean
check_format (JsonObject  *object,
              GError     **error)
{
  IkFieldReader reader = { NULL };
  gboolean is_pack = g_str_equal (ik_field_reader_peek_text (&reader, object, "format"), IK_PACK_FORMAT);
  gint64 version = ik_field_reader_read_number (&reader, object, "version", G_MININT64, G_MAXINT64);

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

static IkPack *
read_pack (const PackText  *text,
           JsonNode        *node,
           GError         **error)
{
  g_autoptr(IkPack) pack = NULL;
  IkFieldReader reader = { NULL };
  JsonObject *object;

  g_assert (node != NULL);

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
  ik_field_reader_read_id (&reader, object, "id", &pack->id);
  ik_field_reader_read_required_line (&reader, object, "title", &pack->title);
  ik_field_reader_read_text (&reader, object, "description", &pack->description);
  ik_field_reader_read_line (&reader, object, "language", &pack->language);
  ik_field_reader_read_line (&reader, object, "source", &pack->source);
  ik_field_reader_read_line (&reader, object, "author", &pack->author);
  ik_field_reader_read_line (&reader, object, "licence", &pack->licence);
  read_competencies (&reader, object, pack);
  read_rubrics (&reader, object, pack);
  read_sections (&reader, text, object, pack);
  check_ids (&reader, pack);
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
  if (size > IK_PACK_MAX_BYTES || ik_json_scan_depth (text, size) > MAX_DEPTH)
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
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Reads a pack file from anybody: its size and depth are looked at before it
 * is parsed, and it is parsed one question after the other, as a tree of all
 * of them would take many times its size. Ids that are missing are made;
 * members that are not known are passed over; text that should be one line is
 * made one.
 *
 * Returns: (transfer full): the pack; %NULL with an #IkExchangeError that names
 *   the record ("question 3 of section “Basics”: “prompt” is missing"), or with
 *   %G_IO_ERROR_CANCELLED
 */
IkPack *
ik_pack_from_bytes (GBytes        *bytes,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autoptr(JsonParser) frame = json_parser_new_immutable ();
  g_autoptr(JsonParser) question = json_parser_new_immutable ();
  g_autoptr(GError) parse_error = NULL;
  g_auto(IkPackSlices) slices = { NULL };
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  PackText text = { .slices = &slices, .parser = question, .cancellable = cancellable };
  const char *broken;

  text.text = skip_byte_order_mark (data, &size);
  if (!check_text (text.text, size, error))
    return NULL;

  if (!ik_pack_slices_init (&slices, text.text, size, &broken))
    {
      g_set_error (error, IK_EXCHANGE_ERROR, IK_EXCHANGE_ERROR_INVALID,
                   _("It is not a sound JSON document: something is wrong or missing in line %u"),
                   count_lines (text.text, MIN (broken, text.text + size)));
      return NULL;
    }

  if (!json_parser_load_from_data (frame, slices.frame->str, (gssize) slices.frame->len,
                                   &parse_error) ||
      json_parser_get_root (frame) == NULL)
    {
      g_set_error (error, IK_EXCHANGE_ERROR, IK_EXCHANGE_ERROR_INVALID,
                   _("It is not a sound JSON document: %s"),
                   parse_error != NULL ? parse_error->message : _("nothing stands in it"));
      return NULL;
    }

  return read_pack (&text, json_parser_get_root (frame), error);
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
