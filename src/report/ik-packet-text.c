#include "ik-packet.h"

#include "ik-interview-json.h"
#include "ik-json-members.h"
#include "ik-markdown-writer.h"
#include "ik-panel-json.h"
#include "ik-report-markdown.h"
#include "ik-report-words.h"

#include <glib/gi18n.h>
#include <string.h>

static void
append_cell (GString    *markdown,
             const char *text)
{
  g_autofree char *line = g_strdelimit (g_strdup (*text != '\0' ? text : "–"), "\n", ' ');

  g_string_append (markdown, "| ");
  ik_markdown_append_text (markdown, line);
  g_string_append_c (markdown, ' ');
}

static void
take_cell (GString *markdown,
           char    *text)
{
  append_cell (markdown, text);
  g_free (text);
}

static void
end_head (GString *markdown,
          guint    n_columns)
{
  g_string_append (markdown, "|\n");
  for (guint i = 0; i < n_columns; i++)
    g_string_append (markdown, "|---");
  g_string_append (markdown, "|\n");
}

static void
append_panel (GString        *markdown,
              const IkPacket *self)
{
  const char *const head[] = {
    _("Interviewer"), _("Question set"), _("Round"), _("Date"), _("Recommendation"),
    _("Mean of answers"), _("Time"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (head); i++)
    append_cell (markdown, head[i]);
  end_head (markdown, G_N_ELEMENTS (head));
  for (guint i = 0; i < self->members->len; i++)
    {
      const IkPacketMember *member = self->members->pdata[i];

      append_cell (markdown, member->interview->interviewer_name);
      append_cell (markdown, member->interview->set_title);
      append_cell (markdown, member->interview->round);
      append_cell (markdown, member->document->date);
      append_cell (markdown, member->recommendation);
      append_cell (markdown, member->mean);
      take_cell (markdown, ik_packet_format_time (member));
      g_string_append (markdown, "|\n");
    }
  g_string_append_c (markdown, '\n');
}

static void
append_matrix (GString        *markdown,
               const IkPacket *self)
{
  const IkPanelMatrix *matrix = self->matrix;

  if (matrix->rows->len == 0)
    return;

  g_string_append_printf (markdown, "## %s\n\n", _("Competencies"));
  append_cell (markdown, _("Competency"));
  for (guint i = 0; i < self->members->len; i++)
    append_cell (markdown, ((IkPacketMember *) self->members->pdata[i])->interview->interviewer_name);
  append_cell (markdown, _("Panel"));
  end_head (markdown, self->members->len + 2);

  for (guint i = 0; i < matrix->rows->len; i++)
    {
      const IkPanelRow *row = matrix->rows->pdata[i];

      append_cell (markdown, row->name);
      for (guint k = 0; k < row->cells->len; k++)
        take_cell (markdown, ik_packet_format_cell (ik_panel_row_get_cell (row, k)));
      take_cell (markdown, ik_packet_format_verdict (row));
      g_string_append (markdown, "|\n");
    }
  g_string_append_c (markdown, '\n');
}

static void
append_agreed (GString    *markdown,
               const char *title,
               const char *words,
               char       *by)
{
  g_string_append (markdown, "- ");
  ik_markdown_append_text (markdown, title);
  if (*words != '\0')
    g_string_append_printf (markdown, ": ");
  ik_markdown_append_text (markdown, words);
  if (*by != '\0')
    {
      g_string_append (markdown, " (");
      ik_markdown_append_text (markdown, by);
      g_string_append (markdown, ")");
    }
  g_string_append_c (markdown, '\n');
  g_free (by);
}

static void
append_agreement (GString        *markdown,
                  const IkPacket *self)
{
  const IkPanelAgreement *agreement = self->agreement;
  g_autofree char *recommendation = NULL;

  if (!ik_packet_has_agreement (self))
    return;

  recommendation = ik_panel_matrix_dup_agreed_recommendation (self->matrix, agreement);

  g_string_append_printf (markdown, "## %s\n\n", _("What the panel agreed"));
  if (ik_packet_has_conclusion (self))
    append_agreed (markdown, recommendation, agreement->summary,
                   ik_packet_format_by (agreement->agreed_by,
                                        agreement->agreed_at_us));
  for (guint i = 0; i < self->matrix->rows->len; i++)
    {
      const IkPanelRow *row = self->matrix->rows->pdata[i];
      const IkAgreedScore *score = ik_packet_find_score (self, row);
      g_autofree char *agreed = score != NULL ? ik_packet_format_score (self, score) : NULL;
      g_autofree char *title = score != NULL ? g_strdup_printf ("%s · %s", row->name, agreed)
                                             : NULL;

      if (score != NULL)
        append_agreed (markdown, title, score->reason,
                       ik_packet_format_by (score->agreed_by, score->agreed_at_us));
    }
  g_string_append_c (markdown, '\n');
}

static void
append_report (GString              *markdown,
               const IkPacketMember *member)
{
  g_autoptr(GBytes) report = ik_report_render_markdown (member->document);
  gsize size;
  const char *text = g_bytes_get_data (report, &size);

  g_string_append (markdown, "---\n\n");
  g_string_append_len (markdown, text, (gssize) size);
  g_string_append_c (markdown, '\n');
}

/**
 * ik_packet_render_markdown:
 * @self: a packet
 *
 * Returns: (transfer full): the panel and the matrix as tables of CommonMark, then
 *   the reports one after the other, in UTF-8
 */
GBytes *
ik_packet_render_markdown (const IkPacket *self)
{
  g_autoptr(GString) markdown = g_string_new ("# ");
  g_autofree char *title = g_strdup_printf (_("Panel packet: %s"), self->candidate);

  ik_markdown_append_text (markdown, title);
  g_string_append (markdown, "\n\n");
  if (self->is_draft)
    g_string_append_printf (markdown, "**%s**\n\n", _("Draft – not handed in"));
  if (*self->role != '\0')
    {
      ik_markdown_append_text (markdown, self->role);
      g_string_append (markdown, "\n\n");
    }
  append_panel (markdown, self);
  append_matrix (markdown, self);
  append_agreement (markdown, self);
  for (guint i = 0; i < self->members->len; i++)
    append_report (markdown, self->members->pdata[i]);

  return g_string_free_to_bytes (g_steal_pointer (&markdown));
}

/**
 * ik_packet_render_json:
 * @self: a packet
 *
 * Returns: (transfer full): one JSON object: the matrix as of the panel, and each
 *   interview with all its members
 */
GBytes *
ik_packet_render_json (const IkPacket *self)
{
  const IkInterview *first = ((IkPacketMember *) self->members->pdata[0])->interview;
  JsonObject *object = json_object_new ();
  JsonArray *interviews = json_array_new ();
  g_autoptr(IkPanelAgreement) nothing = ik_panel_agreement_new ();
  const IkPanelAgreement *agreement = self->agreement != NULL ? self->agreement : nothing;
  g_autoptr(JsonNode) node = NULL;
  g_autofree char *json = NULL;
  char *text;

  json_object_set_string_member (object, "candidate", first->candidate_id);
  json_object_set_string_member (object, "candidate_name", first->candidate_name);
  json_object_set_string_member (object, "role", self->role);
  json_object_set_boolean_member (object, "draft", self->is_draft);
  json_object_set_array_member (object, "competencies",
                                ik_panel_rows_to_json (self->matrix, agreement));
  json_object_set_object_member (object, "outcome",
                                 ik_panel_outcome_to_json (self->matrix, agreement));
  for (guint i = 0; i < self->members->len; i++)
    json_array_add_element (interviews,
                            ik_interview_to_json (((IkPacketMember *) self->members->pdata[i])->interview));
  json_object_set_array_member (object, "interviews", interviews);

  node = ik_json_take_object (object);
  json = json_to_string (node, TRUE);
  text = g_strconcat (json, "\n", NULL);
  return g_bytes_new_take (text, strlen (text));
}
