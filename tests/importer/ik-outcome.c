#include "ik-outcome.h"

#include <string.h>

/* Reads a document of whatever kind it looks like. */
IkPack *
ik_outcome_read (const char *document)
{
  g_autoptr(GBytes) bytes = g_bytes_new (document, strlen (document));
  g_autoptr(GError) error = NULL;
  IkPack *pack = ik_importer_read (bytes, "tea.txt", IK_DOCUMENT_KIND_UNKNOWN, NULL, &error);

  g_assert_no_error (error);

  return pack;
}

static void
tell (const IkSection  *section,
      const IkQuestion *question,
      GString          *outcome)
{
  const IkInterviewerText *text = &question->interviewer;

  g_string_append_printf (outcome, "%s|%s|%s|%s|%u|%u|%u\n", section->title,
                          question->candidate.prompt,
                          question->candidate.details[0] != '\0' ? "d" : "-",
                          text->reference_answer[0] != '\0' ? "a" : "-", text->follow_ups->len,
                          text->positive_indicators->len, text->red_flags->len);
}

/* Reads a document and tells what came of it in one line a question:
 * "section|prompt|d|a|f|p|r", where the letters stand for details, answer, and
 * numbers of follow-ups, positive indicators and red flags. */
char *
ik_outcome_of (const char *document)
{
  g_autoptr(IkPack) pack = ik_outcome_read (document);
  GString *outcome = g_string_new (NULL);

  for (guint i = 0; i < pack->sections->len; i++)
    {
      const IkSection *section = pack->sections->pdata[i];

      for (guint j = 0; j < section->questions->len; j++)
        tell (section, section->questions->pdata[j], outcome);
    }

  return g_string_free (outcome, FALSE);
}
