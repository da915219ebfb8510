#include "ik-panel-json.h"

#include "ik-json-members.h"
#include "ik-panel-words.h"

/* The matrix of a panel as the command line prints it. */

/**
 * ik_panel_members_to_json:
 * @members: (element-type IkPanelMember): a panel
 *
 * Returns: (transfer full): who interviews and whether they handed in
 */
JsonArray *
ik_panel_members_to_json (GPtrArray *members)
{
  JsonArray *array = json_array_sized_new (members->len);

  for (guint i = 0; i < members->len; i++)
    {
      const IkPanelMember *member = members->pdata[i];
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "interview", member->interview_id);
      json_object_set_string_member (object, "interviewer", member->interviewer_name);
      json_object_set_string_member (object, "set_title", member->set_title);
      json_object_set_string_member (object, "state", ik_interview_state_to_nick (member->state));
      ik_json_set_time (object, "handed_in_at", member->handed_in_at_us);
      json_object_set_boolean_member (object, "own", member->is_own);
      json_array_add_object_element (array, object);
    }

  return array;
}

static void
set_cell_number (JsonObject        *object,
                 const IkPanelCell *cell)
{
  if (cell->kind == IK_PANEL_CELL_RATED)
    json_object_set_int_member (object, "rating", cell->competency->rating);
  else
    json_object_set_null_member (object, "rating");

  if (cell->mean.n_rated > 0 && !cell->mean.is_mixed)
    json_object_set_double_member (object, "mean", cell->mean.mean);
  else
    json_object_set_null_member (object, "mean");

  json_object_set_int_member (object, "rated", cell->mean.n_rated);
  json_object_set_int_member (object, "of", cell->mean.n_of);
  ik_json_set_text_or_null (object, "rubric", cell->scale != NULL ? cell->scale->id : NULL);
}

static JsonArray *
cells_to_json (const IkPanelMatrix *matrix,
               const IkPanelRow    *row)
{
  JsonArray *array = json_array_sized_new (row->cells->len);

  for (guint i = 0; i < row->cells->len; i++)
    {
      const IkPanelCell *cell = ik_panel_row_get_cell (row, i);
      const IkInterview *interview = ik_panel_matrix_get_column (matrix, i)->interview;
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "interview", interview->id);
      json_object_set_string_member (object, "interviewer", interview->interviewer_name);
      json_object_set_string_member (object, "state", ik_panel_cell_kind_to_nick (cell->kind));
      set_cell_number (object, cell);
      json_array_add_object_element (array, object);
    }

  return array;
}

static void
set_spread (JsonObject          *object,
            const IkPanelSpread *spread)
{
  json_object_set_string_member (object, "verdict", ik_panel_verdict_to_nick (spread->verdict));
  json_object_set_boolean_member (object, "apart", spread->is_apart);
  json_object_set_boolean_member (object, "across_middle", spread->is_across);
  json_object_set_boolean_member (object, "scales_differ", spread->is_mixed);
  json_object_set_int_member (object, "raters", spread->n_raters);
}

static JsonObject *
score_to_json (const IkAgreedScore *score)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "rating", score->rating);
  ik_json_set_text_or_null (object, "rubric", score->rubric_id);
  json_object_set_string_member (object, "reason", score->reason);
  json_object_set_string_member (object, "by", score->agreed_by);
  ik_json_set_time (object, "at", score->agreed_at_us);

  return object;
}

static void
set_score (JsonObject          *object,
           const IkAgreedScore *score)
{
  if (score != NULL)
    json_object_set_object_member (object, "agreed", score_to_json (score));
  else
    json_object_set_null_member (object, "agreed");
}

/**
 * ik_panel_rows_to_json:
 * @matrix: what a panel found
 * @agreement: what it agreed about
 *
 * Returns: (transfer full): a record for each competency
 */
JsonArray *
ik_panel_rows_to_json (const IkPanelMatrix    *matrix,
                       const IkPanelAgreement *agreement)
{
  JsonArray *array = json_array_sized_new (matrix->rows->len);

  for (guint i = 0; i < matrix->rows->len; i++)
    {
      const IkPanelRow *row = matrix->rows->pdata[i];
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "name", row->name);
      json_object_set_array_member (object, "cells", cells_to_json (matrix, row));
      set_spread (object, &row->spread);
      if (row->scale != NULL)
        {
          json_object_set_double_member (object, "lowest", row->spread.lowest);
          json_object_set_double_member (object, "highest", row->spread.highest);
        }
      set_score (object, ik_panel_agreement_find_score (agreement, row->name));
      json_array_add_object_element (array, object);
    }

  return array;
}

static void
set_outcome (JsonObject             *object,
             const IkPanelAgreement *agreement)
{
  ik_json_set_recommendation (object, agreement->recommendation, agreement->rubric_id);
  json_object_set_string_member (object, "summary", agreement->summary);
  json_object_set_string_member (object, "by", agreement->agreed_by);
  ik_json_set_time (object, "at", agreement->agreed_at_us);
}

/**
 * ik_panel_outcome_to_json:
 * @matrix: what a panel found
 * @agreement: what it agreed about
 *
 * Returns: (transfer full): the recommendations of the members, and the agreed one
 */
JsonObject *
ik_panel_outcome_to_json (const IkPanelMatrix    *matrix,
                          const IkPanelAgreement *agreement)
{
  JsonObject *object = json_object_new ();
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < matrix->columns->len; i++)
    {
      const IkPanelColumn *column = ik_panel_matrix_get_column (matrix, i);
      JsonObject *element = json_object_new ();

      json_object_set_string_member (element, "interview", column->interview->id);
      json_object_set_string_member (element, "interviewer", column->interview->interviewer_name);
      ik_json_set_recommendation (element, column->interview->recommendation,
                                  column->interview->recommendation_rubric_id);
      json_array_add_object_element (array, element);
    }

  json_object_set_array_member (object, "members", array);
  set_spread (object, &matrix->recommendations);
  set_outcome (object, agreement);

  return object;
}

/**
 * ik_panel_changes_to_json:
 * @agreement: what a panel agreed about
 *
 * Returns: (transfer full): how that came about
 */
JsonArray *
ik_panel_changes_to_json (const IkPanelAgreement *agreement)
{
  JsonArray *array = json_array_sized_new (agreement->changes->len);

  for (guint i = 0; i < agreement->changes->len; i++)
    {
      const IkAgreementChange *change = agreement->changes->pdata[i];
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "competency", change->name);
      ik_json_set_time (object, "at", change->at_us);
      json_object_set_string_member (object, "field", change->field);
      json_object_set_string_member (object, "old", change->old_value);
      json_object_set_string_member (object, "new", change->new_value);
      json_object_set_string_member (object, "by", change->changed_by);
      json_array_add_object_element (array, object);
    }

  return array;
}

/**
 * ik_panel_agreement_to_json:
 * @agreement: what a panel agreed about
 *
 * Returns: (transfer full): all of it, without what its members found
 */
JsonObject *
ik_panel_agreement_to_json (const IkPanelAgreement *agreement)
{
  JsonObject *object = json_object_new ();
  JsonArray *scores = json_array_sized_new (agreement->scores->len);

  for (guint i = 0; i < agreement->scores->len; i++)
    {
      const IkAgreedScore *score = agreement->scores->pdata[i];
      JsonObject *element = score_to_json (score);

      json_object_set_string_member (element, "competency", score->name);
      json_array_add_object_element (scores, element);
    }

  json_object_set_array_member (object, "scores", scores);
  set_outcome (object, agreement);
  json_object_set_array_member (object, "changes", ik_panel_changes_to_json (agreement));

  return object;
}
