#include "ik-day-sheet-text.h"

#include "ik-csv.h"
#include "ik-json-members.h"
#include "ik-list.h"
#include "ik-markdown-writer.h"
#include "ik-time.h"

#include <glib/gi18n.h>
#include <string.h>

static void
append_cell (GString    *markdown,
             const char *text)
{
  g_string_append (markdown, "| ");
  ik_markdown_append_text (markdown, *text != '\0' ? text : "–");
  g_string_append_c (markdown, ' ');
}

static void
append_row (GString             *markdown,
            const IkDaySheetRow *row,
            gboolean             has_topics)
{
  g_autofree char *time = *row->remark != '\0'
                          ? g_strdup_printf ("%s (%s)", row->time, row->remark)
                          : g_strdup (row->time);

  append_cell (markdown, time);
  append_cell (markdown, row->interviewer);
  append_cell (markdown, row->round);
  append_cell (markdown, row->room);
  append_cell (markdown, row->set_title);
  append_cell (markdown, row->amount);
  if (has_topics)
    append_cell (markdown, row->topics);
  g_string_append (markdown, "|\n");
}

static void
append_line (GString    *markdown,
             const char *text)
{
  if (*text == '\0')
    return;

  ik_markdown_append_text (markdown, text);
  g_string_append (markdown, "\n\n");
}

/**
 * ik_day_sheet_render_markdown:
 * @self: a sheet
 * @options: parts
 *
 * Returns: (transfer full): the same as CommonMark with a table, in UTF-8
 */
GBytes *
ik_day_sheet_render_markdown (const IkDaySheet      *self,
                              const IkReportOptions *options)
{
  g_autoptr(GString) markdown = g_string_new ("# ");
  g_autofree char *title = g_strdup_printf (_("Panel day: %s"), self->candidate->name);
  g_autofree char *person = ik_day_sheet_format_person (self);
  gboolean has_topics = !(options->without & IK_REPORT_PART_COMPETENCIES);

  append_line (markdown, title);
  append_line (markdown, person);
  append_line (markdown, self->role);
  append_line (markdown, self->day);
  g_string_append_printf (markdown, "| %s | %s | %s | %s | %s | %s |", _("Time"),
                          _("Interviewer"), _("Round"), _("Room"), _("Question set"),
                          _("Amount"));
  if (has_topics)
    g_string_append_printf (markdown, " %s |", _("Competencies"));
  g_string_append_printf (markdown, "\n|---|---|---|---|---|---|%s\n", has_topics ? "---|" : "");
  for (guint i = 0; i < self->rows->len; i++)
    append_row (markdown, self->rows->pdata[i], has_topics);

  return g_string_free_to_bytes (g_steal_pointer (&markdown));
}

static JsonArray *
list_topics (const IkDaySheet *self,
             const IkDaySlot  *slot)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < self->plan->competencies->len; i++)
    {
      guint n = g_array_index (slot->n_per_competency, guint, i);
      JsonObject *topic;

      if (n == 0)
        continue;

      topic = json_object_new ();
      json_object_set_string_member (topic, "name", self->plan->competencies->pdata[i]);
      json_object_set_int_member (topic, "questions", n);
      json_array_add_object_element (array, topic);
    }

  return array;
}

static JsonObject *
slot_to_object (const IkDaySheet *self,
                const IkDaySlot  *slot)
{
  const IkInterview *interview = slot->interview;
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", interview->id);
  json_object_set_string_member (object, "interviewer", interview->interviewer_name);
  json_object_set_string_member (object, "round", interview->round);
  json_object_set_string_member (object, "room", interview->room);
  ik_json_set_time (object, "planned_at", slot->from_us);
  ik_json_set_time (object, "planned_until", slot->to_us);
  json_object_set_boolean_member (object, "overlapping", slot->is_overlapping);
  json_object_set_string_member (object, "set_title", interview->set_title);
  json_object_set_int_member (object, "questions", slot->n_questions);
  json_object_set_int_member (object, "seconds", slot->budget_ms / 1000);
  json_object_set_array_member (object, "competencies", list_topics (self, slot));

  return object;
}

/**
 * ik_day_sheet_render_json:
 * @self: a sheet
 *
 * Returns: (transfer full): the same as one JSON object; times are in UTC, @seconds
 *   is the planned time of the questions
 */
GBytes *
ik_day_sheet_render_json (const IkDaySheet *self)
{
  JsonObject *object = json_object_new ();
  JsonArray *array = json_array_new ();
  g_autoptr(JsonNode) node = NULL;
  g_autofree char *json = NULL;
  char *text;

  json_object_set_string_member (object, "candidate", self->candidate->id);
  json_object_set_string_member (object, "candidate_name", self->candidate->name);
  json_object_set_string_member (object, "pronunciation", self->candidate->pronunciation);
  json_object_set_string_member (object, "pronouns", self->candidate->pronouns);
  json_object_set_string_member (object, "role", self->role);
  for (guint i = 0; i < self->plan->slots->len; i++)
    json_array_add_object_element (array, slot_to_object (self, self->plan->slots->pdata[i]));
  json_object_set_array_member (object, "interviews", array);

  node = ik_json_take_object (object);
  json = json_to_string (node, TRUE);
  text = g_strconcat (json, "\n", NULL);
  return g_bytes_new_take (text, strlen (text));
}

/* As the JSON names them; none is translated. */
static const char *const columns[] = {
  "interview", "candidate_name", "role", "planned_at", "planned_until", "overlapping",
  "interviewer", "round", "room", "set_title", "questions", "seconds", "competencies",
};

static void
take_number (GPtrArray *cells,
             gint64     number)
{
  g_ptr_array_add (cells, g_strdup_printf ("%" G_GINT64_FORMAT, number));
}

static void
append_slot (GString             *csv,
             const IkDaySheet    *self,
             const IkDaySlot     *slot,
             const IkDaySheetRow *row)
{
  g_autoptr(GPtrArray) cells = ik_text_list_new ();

  ik_text_list_add (cells, slot->interview->id);
  ik_text_list_add (cells, self->candidate->name);
  ik_text_list_add (cells, self->role);
  g_ptr_array_add (cells, ik_time_format_utc (slot->from_us));
  g_ptr_array_add (cells, ik_time_format_utc (slot->to_us));
  ik_text_list_add (cells, slot->is_overlapping ? "true" : "false");
  ik_text_list_add (cells, row->interviewer);
  ik_text_list_add (cells, row->round);
  ik_text_list_add (cells, row->room);
  ik_text_list_add (cells, row->set_title);
  take_number (cells, slot->n_questions);
  take_number (cells, slot->budget_ms / 1000);
  ik_text_list_add (cells, row->topics);
  g_assert (cells->len == G_N_ELEMENTS (columns));
  ik_csv_append_row (csv, cells);
}

/**
 * ik_day_sheet_render_csv:
 * @self: a sheet
 *
 * Returns: (transfer full): one row for each interview below a row of names, by
 *   the rules of ik_csv_append_row(), with a byte order mark
 */
GBytes *
ik_day_sheet_render_csv (const IkDaySheet *self)
{
  g_autoptr(GString) csv = g_string_new (IK_CSV_BYTE_ORDER_MARK);
  g_autoptr(GPtrArray) head = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    g_ptr_array_add (head, (gpointer) columns[i]);
  ik_csv_append_row (csv, head);
  for (guint i = 0; i < self->rows->len; i++)
    append_slot (csv, self, self->plan->slots->pdata[i], self->rows->pdata[i]);

  return g_string_free_to_bytes (g_steal_pointer (&csv));
}
