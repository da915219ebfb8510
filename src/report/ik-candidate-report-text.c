#include "ik-candidate-question.h"
#include "ik-candidate-report.h"
#include "ik-json-members.h"
#include "ik-markdown-writer.h"

#include <glib/gi18n.h>
#include <string.h>

static void
append_line (GString    *markdown,
             const char *mark,
             const char *text)
{
  g_string_append (markdown, mark);
  ik_markdown_append_text (markdown, text);
  g_string_append_c (markdown, '\n');
}

static void
append_findings (GString    *markdown,
                 const char *title,
                 GPtrArray  *lines)
{
  if (lines->len == 0)
    return;

  g_string_append_printf (markdown, "\n## %s\n\n", title);
  for (guint i = 0; i < lines->len; i++)
    append_line (markdown, "- ", lines->pdata[i]);
}

/**
 * ik_candidate_report_render_markdown:
 * @self: what to say
 * @options: whether there is a line to sign
 *
 * Returns: (transfer full): the report as CommonMark, in UTF-8
 */
GBytes *
ik_candidate_report_render_markdown (const IkCandidateReport *self,
                                     const IkReportOptions   *options)
{
  g_autofree char *title = g_strdup_printf (_("Interview feedback: %s"), self->candidate);
  g_autoptr(GString) markdown = g_string_new (NULL);

  append_line (markdown, "# ", title);
  if (self->is_draft)
    g_string_append_printf (markdown, "\n**%s**\n", _("Draft – not handed in"));
  if (*self->role != '\0')
    append_line (markdown, "\n", self->role);
  if (*self->day != '\0')
    append_line (markdown, "\n", self->day);

  append_findings (markdown, _("What went well"), self->strengths);
  append_findings (markdown, _("What to work on"), self->concerns);
  if (self->questions->len > 0)
    g_string_append_printf (markdown, "\n## %s\n", _("What was asked"));
  for (guint i = 0; i < self->questions->len; i++)
    ik_candidate_question_append_markdown (markdown, i, self->questions->pdata[i]);
  if (options->has_signature)
    ik_markdown_append_signature (markdown, "");

  return g_string_free_to_bytes (g_steal_pointer (&markdown));
}

static JsonArray *
texts_to_json (GPtrArray *texts)
{
  JsonArray *array = json_array_sized_new (texts->len);

  for (guint i = 0; i < texts->len; i++)
    json_array_add_string_element (array, texts->pdata[i]);

  return array;
}

static JsonObject *
question_to_json (const IkCandidateText *question)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "prompt", question->prompt);
  json_object_set_string_member (object, "details", question->details);
  json_object_set_array_member (object, "sub_questions", texts_to_json (question->sub_questions));

  return object;
}

/**
 * ik_candidate_report_render_json:
 * @self: what to say
 *
 * One object: `candidate_name`, `role`, `started_at` (RFC 3339 in UTC or null),
 * `draft`, `strengths` and `concerns` (texts), `questions` (`prompt`, `details`,
 * `sub_questions`).
 *
 * Returns: (transfer full): the report as JSON, in UTF-8
 */
GBytes *
ik_candidate_report_render_json (const IkCandidateReport *self)
{
  JsonObject *object = json_object_new ();
  JsonArray *questions = json_array_sized_new (self->questions->len);
  g_autoptr(JsonNode) node = ik_json_take_object (object);
  g_autofree char *json = NULL;
  char *text;

  for (guint i = 0; i < self->questions->len; i++)
    json_array_add_object_element (questions, question_to_json (self->questions->pdata[i]));

  json_object_set_string_member (object, "candidate_name", self->candidate);
  json_object_set_string_member (object, "role", self->role);
  ik_json_set_time (object, "started_at", self->started_at_us);
  json_object_set_boolean_member (object, "draft", self->is_draft);
  json_object_set_array_member (object, "strengths", texts_to_json (self->strengths));
  json_object_set_array_member (object, "concerns", texts_to_json (self->concerns));
  json_object_set_array_member (object, "questions", questions);

  json = json_to_string (node, TRUE);
  text = g_strconcat (json, "\n", NULL);
  return g_bytes_new_take (text, strlen (text));
}
