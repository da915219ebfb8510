#include "ik-scorecard-json.h"

#include "ik-panel-document.h"
#include "ik-recommendation.h"
#include "ik-text.h"

#include <glib/gi18n.h>

/* As a record from paper. */
#define MAX_ITEM_MS (24 * 60 * 60 * G_GINT64_CONSTANT (1000))

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

static int
read_rating (IkFieldReader *reader,
             JsonObject    *object)
{
  if (!json_object_has_member (object, "rating"))
    return IK_RATING_NONE;

  return (int) ik_field_reader_read_number (reader, object, "rating", -1000, 1000);
}

static void
read_notes (IkFieldReader *reader,
            JsonObject    *object,
            GPtrArray     *notes)
{
  JsonArray *array = ik_field_reader_find_array (reader, object, "notes");

  for (guint i = 0; i < ik_field_reader_count (array); i++)
    {
      JsonObject *element = ik_field_reader_get_object (reader, array, i, "notes");

      if (element == NULL)
        return;
      g_ptr_array_add (notes, ik_note_new (ik_field_reader_peek_text (reader, element, "text"),
                                           ik_panel_document_read_time (reader, element, "at")));
    }
}

static void
read_ticks (IkFieldReader   *reader,
            JsonObject      *object,
            const char      *name,
            IkIndicatorSide  side,
            GPtrArray       *indicators)
{
  JsonArray *array = ik_field_reader_find_array (reader, object, name);

  for (guint i = 0; i < ik_field_reader_count (array); i++)
    {
      JsonObject *element = ik_field_reader_get_object (reader, array, i, name);
      IkIndicator *indicator;

      if (element == NULL)
        return;

      indicator = ik_indicator_new (side, "");
      g_ptr_array_add (indicators, indicator);
      read_required_id (reader, element, "id", &indicator->id);
      ik_field_reader_read_line (reader, element, "text", &indicator->text);
      indicator->ticked_at_us = ik_panel_document_read_time (reader, element, "at");
      if (side == IK_INDICATOR_OWN && *indicator->text == '\0')
        ik_field_reader_fail (reader, _("“%s” is missing"), "text");
    }
}

static void
read_answer (IkFieldReader   *reader,
             JsonObject      *object,
             IkInterviewItem *item)
{
  const char *outcome = ik_field_reader_peek_text (reader, object, "outcome");

  if (reader->error == NULL && !ik_outcome_from_nick (outcome, &item->outcome))
    ik_field_reader_fail (reader, _("“%s” says “%.50s”, which this version does not know"),
                          "outcome", outcome);
  item->elapsed_ms = ik_field_reader_read_number (reader, object, "ms", 0, MAX_ITEM_MS);
  item->quiet_ms = ik_field_reader_read_number (reader, object, "quiet_ms", 0, MAX_ITEM_MS);
  item->n_skipped = (guint) ik_field_reader_read_number (reader, object, "skipped", 0, G_MAXINT);
  item->omitted = ik_field_reader_read_flag (reader, object, "omitted");
  item->rating = read_rating (reader, object);
  item->not_assessed = ik_field_reader_read_flag (reader, object, "not_assessed");
  ik_field_reader_read_text (reader, object, "asked_as", &item->asked_as);
  ik_field_reader_read_text (reader, object, "evidence", &item->evidence);
  read_ticks (reader, object, "ticked", IK_INDICATOR_POSITIVE, item->indicators);
  read_ticks (reader, object, "own", IK_INDICATOR_OWN, item->indicators);
  read_notes (reader, object, item->notes);
}

static void
read_item (IkFieldReader *reader,
           JsonObject    *object,
           IkInterview   *interview)
{
  g_autofree char *prompt = g_strdup ("");
  gboolean is_off_script = ik_field_reader_read_flag (reader, object, "off_script");
  IkInterviewItem *item;

  if (is_off_script)
    ik_field_reader_read_required_line (reader, object, "prompt", &prompt);

  item = ik_interview_item_new_off_script (prompt);
  g_ptr_array_add (interview->items, item);
  item->off_script = is_off_script;
  item->scored = !is_off_script || ik_field_reader_read_flag (reader, object, "scored");
  read_required_id (reader, object, "id", &item->id);
  read_answer (reader, object, item);
}

static void
read_items (IkFieldReader *reader,
            JsonObject    *object,
            IkInterview   *interview)
{
  g_autoptr(GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  JsonArray *array = ik_field_reader_find_array (reader, object, "items");

  reader->list = "items";
  for (guint i = 0; i < ik_field_reader_count (array) && reader->error == NULL; i++)
    {
      JsonObject *element = ik_field_reader_get_object (reader, array, i, "items");

      if (element == NULL)
        return;
      reader->number = i + 1;
      read_item (reader, element, interview);
      if (!g_hash_table_add (ids, ((IkInterviewItem *) interview->items->pdata[i])->id))
        ik_field_reader_fail (reader, _("another question has the same id"));
    }
}

static void
read_competencies (IkFieldReader *reader,
                   JsonObject    *object,
                   IkInterview   *interview)
{
  JsonArray *array = ik_field_reader_find_array (reader, object, "competencies");

  reader->list = "competencies";
  for (guint i = 0; i < ik_field_reader_count (array) && reader->error == NULL; i++)
    {
      JsonObject *element = ik_field_reader_get_object (reader, array, i, "competencies");
      g_autoptr(IkCompetency) competency = ik_competency_new (NULL, "", NULL);
      IkCompetencyRating *rating;

      if (element == NULL)
        return;
      reader->number = i + 1;
      read_required_id (reader, element, "id", &competency->id);
      rating = ik_competency_rating_new (competency);
      g_ptr_array_add (interview->competencies, rating);
      rating->rating = read_rating (reader, element);
      rating->not_assessed = ik_field_reader_read_flag (reader, element, "not_assessed");
    }
}

static void
read_findings (IkFieldReader *reader,
               JsonObject    *object,
               const char    *name,
               GPtrArray     *findings)
{
  JsonArray *array = ik_field_reader_find_array (reader, object, name);

  reader->list = name;
  for (guint i = 0; i < ik_field_reader_count (array) && reader->error == NULL; i++)
    {
      JsonObject *element = ik_field_reader_get_object (reader, array, i, name);
      g_autofree char *text = g_strdup ("");

      if (element == NULL)
        return;
      reader->number = i + 1;
      ik_field_reader_read_required_line (reader, element, "text", &text);
      g_ptr_array_add (findings,
                       ik_finding_new (text, ik_field_reader_read_flag (reader, element,
                                                                        "shareable")));
    }
}

static void
read_reopened (IkFieldReader *reader,
               JsonObject    *object,
               IkInterview   *interview)
{
  JsonArray *array = ik_field_reader_find_array (reader, object, "reopened");

  reader->list = "reopened";
  for (guint i = 0; i < ik_field_reader_count (array) && reader->error == NULL; i++)
    {
      JsonObject *element = ik_field_reader_get_object (reader, array, i, "reopened");
      g_autofree char *reason = g_strdup ("");

      if (element == NULL)
        return;
      reader->number = i + 1;
      ik_field_reader_read_required_line (reader, element, "reason", &reason);
      g_ptr_array_add (interview->reopened,
                       ik_reopening_new (ik_panel_document_read_time (reader, element, "at"),
                                         reason));
    }
}

static void
read_head (IkFieldReader *reader,
           JsonObject    *object,
           IkScorecard   *scorecard)
{
  IkInterview *interview = scorecard->interview;

  read_required_id (reader, object, "panel", &scorecard->panel_id);
  ik_field_reader_read_required_line (reader, object, "invitation", &scorecard->digest);
  read_required_id (reader, object, "member", &interview->id);
  ik_field_reader_read_required_line (reader, object, "name", &interview->interviewer_name);
  scorecard->revision = (guint) ik_field_reader_read_number (reader, object, "revision", 1,
                                                             G_MAXINT);
  if (scorecard->revision == 0)
    ik_field_reader_fail (reader, _("“%s” is missing"), "revision");
  read_required_id (reader, object, "candidate", &interview->candidate_id);
  ik_field_reader_read_required_line (reader, object, "candidate_name",
                                      &interview->candidate_name);
  ik_field_reader_read_line (reader, object, "role", &interview->role);
  ik_field_reader_read_line (reader, object, "round", &interview->round);
  interview->started_at_us = ik_panel_document_read_time (reader, object, "started_at");
  interview->ended_at_us = ik_panel_document_read_time (reader, object, "ended_at");
  interview->handed_in_at_us = ik_panel_document_read_time (reader, object, "handed_in_at");
  if (interview->handed_in_at_us == 0)
    ik_field_reader_fail (reader, _("“%s” is missing"), "handed_in_at");
  interview->from_paper = ik_field_reader_read_flag (reader, object, "from_paper");
}

static void
read_verdict (IkFieldReader *reader,
              JsonObject    *object,
              IkInterview   *interview)
{
  const char *recommendation = ik_field_reader_peek_text (reader, object, "recommendation");

  if (reader->error == NULL &&
      !ik_recommendation_from_text (recommendation, &interview->recommendation))
    ik_field_reader_fail (reader, _("“%s” says “%.50s”, which this version does not know"),
                          "recommendation", recommendation);
  ik_field_reader_read_text (reader, object, "summary", &interview->summary);
  read_notes (reader, object, interview->notes);
}

/**
 * ik_scorecard_from_document:
 * @document: what a member signed
 * @error: return location
 *
 * Returns: (transfer full): the scorecard; %NULL with an #IkExchangeError that
 *   names the place
 */
IkScorecard *
ik_scorecard_from_document (GBytes  *document,
                            GError **error)
{
  g_autoptr(JsonParser) parser = NULL;
  g_autoptr(IkScorecard) scorecard = ik_scorecard_new ();
  IkFieldReader reader = { .whole = _("the scorecard") };
  IkInterview *interview = scorecard->interview;
  JsonObject *object;

  parser = ik_panel_document_parse (document, IK_SCORECARD_FORMAT, IK_SCORECARD_VERSION, error);
  if (parser == NULL)
    return NULL;

  object = json_node_get_object (json_parser_get_root (parser));
  read_head (&reader, object, scorecard);
  read_verdict (&reader, object, interview);
  read_items (&reader, object, interview);
  read_competencies (&reader, object, interview);
  read_findings (&reader, object, "strengths", interview->strengths);
  read_findings (&reader, object, "concerns", interview->concerns);
  read_reopened (&reader, object, interview);

  if (reader.error == NULL)
    return g_steal_pointer (&scorecard);

  g_propagate_error (error, reader.error);
  return NULL;
}
