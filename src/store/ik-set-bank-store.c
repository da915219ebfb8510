#include "ik-set-bank-store.h"

#include "ik-list.h"
#include "ik-rubric.h"
#include "ik-set-fill.h"
#include "ik-statement.h"

/**
 * ik_set_bank_store_list_offered:
 * @database: a connection
 * @set_id: a set
 * @error: return location
 *
 * Returns: (transfer full) (element-type IkCompetency): the competencies of all
 *   packs that the set takes questions from, and what its questions measure
 *   beside; pack by pack in the order of the questions, in the order of the pack;
 *   %NULL with @error set on failure
 */
GPtrArray *
ik_set_bank_store_list_offered (IkDatabase  *database,
                                const char  *set_id,
                                GError     **error)
{
  g_autoptr(IkStatement) list = NULL;
  g_autoptr(GPtrArray) competencies = NULL;

  competencies = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_competency_free);
  list = ik_database_prepare (database,
                              "WITH asked AS (SELECT question.competency_id, section.pack_id, set_item.position "
                              "    FROM set_item JOIN question ON question.id = set_item.question_id "
                              "      JOIN section ON section.id = question.section_id WHERE set_id = ?1), "
                              "  offering AS (SELECT pack_id, MIN (position) AS first FROM asked GROUP BY pack_id), "
                              "  measured AS (SELECT competency_id, MIN (position) AS first FROM asked "
                              "    GROUP BY competency_id) "
                              "SELECT competency.id, name, description FROM competency "
                              "  LEFT JOIN offering ON offering.pack_id = competency.pack_id "
                              "  LEFT JOIN measured ON measured.competency_id = competency.id "
                              "WHERE offering.first IS NOT NULL OR measured.first IS NOT NULL "
                              "ORDER BY COALESCE (offering.first, measured.first), competency.position, competency.id");
  ik_statement_bind_text (list, 1, set_id);

  while (ik_statement_next (list))
    {
      g_autofree char *id = ik_statement_dup_text (list, 0);
      g_autofree char *name = ik_statement_dup_text (list, 1);

      g_ptr_array_add (competencies, ik_competency_new (id, name,
                                                        ik_statement_get_text (list, 2)));
    }

  return ik_statement_finish (list, error) ? g_steal_pointer (&competencies) : NULL;
}

/**
 * ik_set_bank_store_list_asked:
 * @database: a connection
 * @set_id: a set
 * @candidate_id: a person
 * @error: return location
 *
 * Reads nothing of what was thought of an answer.
 *
 * Returns: (transfer full) (element-type utf8 utf8): ids of the set's questions
 *   that the person was asked in an interview, as keys; %NULL with @error set on
 *   failure
 */
GHashTable *
ik_set_bank_store_list_asked (IkDatabase  *database,
                              const char  *set_id,
                              const char  *candidate_id,
                              GError     **error)
{
  g_autoptr(IkStatement) list = NULL;
  g_autoptr(GHashTable) asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  list = ik_database_prepare (database,
                              "SELECT DISTINCT COALESCE (merged_question.question_id, interview_item.question_id) AS asked_id "
                              "FROM interview JOIN interview_item ON interview_item.interview_id = interview.id "
                              "  LEFT JOIN merged_question ON merged_question.id = interview_item.question_id "
                              "WHERE candidate_id = ?2 AND outcome <> 'not_asked' AND asked_id IN "
                              "  (SELECT question_id FROM set_item WHERE set_id = ?1)");
  ik_statement_bind_text (list, 1, set_id);
  ik_statement_bind_text (list, 2, candidate_id);

  while (ik_statement_next (list))
    g_hash_table_add (asked, ik_statement_dup_text (list, 0));

  return ik_statement_finish (list, error) ? g_steal_pointer (&asked) : NULL;
}

static void
bind_filter (IkStatement            *list,
             const IkSetOfferFilter *filter)
{
  ik_statement_bind_texts (list, 1, filter->pack_ids);
  ik_statement_bind_texts (list, 2, filter->tags);
  ik_statement_bind_texts (list, 3, filter->levels);
  ik_statement_bind_texts (list, 4, filter->competency_ids);
}

/* The minutes that a set would plan for a question. */
static guint
get_minutes (IkStatement *row)
{
  g_autoptr(IkQuestion) question = ik_question_new ("");

  ik_question_kind_from_nick (ik_statement_get_text (row, 2), &question->kind);
  question->minutes = ik_statement_get_uint (row, 3);

  return ik_question_get_planned_minutes (question);
}

/**
 * ik_set_bank_store_list_offers:
 * @database: a connection
 * @set: a set, stored or not
 * @filter: what may be added
 * @error: return location
 *
 * Archived questions are left out, those that are not scored, and those that the
 * set asks already. Linear in the questions of the bank.
 *
 * Returns: (transfer full) (element-type IkSetOffer): in no order; %NULL with
 *   @error set on failure
 */
GPtrArray *
ik_set_bank_store_list_offers (IkDatabase              *database,
                               const IkQuestionSet     *set,
                               const IkSetOfferFilter  *filter,
                               GError                 **error)
{
  g_autoptr(IkStatement) list = NULL;
  g_autoptr(GPtrArray) offers =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ik_set_offer_free);
  g_autoptr(GHashTable) used = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree const char **used_ids = g_new0 (const char *, set->items->len + 1);

  for (guint i = 0; i < set->items->len; i++)
    {
      used_ids[i] = ((IkSetItem *) set->items->pdata[i])->question_id;
      g_hash_table_add (used, (gpointer) used_ids[i]);
    }

  list = ik_database_prepare (database,
                              "WITH asked AS (SELECT COALESCE (merged_question.question_id, interview_item.question_id) AS question_id, "
                              "    COUNT (*) AS n FROM interview_item "
                              "    LEFT JOIN merged_question ON merged_question.id = interview_item.question_id "
                              "    WHERE outcome <> 'not_asked' AND interview_item.question_id IS NOT NULL GROUP BY 1) "
                              "SELECT question.id, question.competency_id, kind, minutes, COALESCE (asked.n, 0) "
                              "FROM question JOIN section ON section.id = question.section_id "
                              "  JOIN pack ON pack.id = section.pack_id LEFT JOIN asked ON asked.question_id = question.id "
                              "WHERE NOT is_hidden AND removed_at IS NULL AND question.state <> 'archived' AND "
                              "  kind NOT IN ('opening', 'closing', 'candidate_questions') AND "
                              "  (?1 IS NULL OR pack.id IN (SELECT value FROM json_each (?1))) AND "
                              "  (?2 IS NULL OR EXISTS (SELECT 1 FROM tag JOIN json_each (?2) AS wanted "
                              "     ON name = wanted.value COLLATE NOCASE WHERE question_id = question.id)) AND "
                              "  (?3 IS NULL OR level IN (SELECT value FROM json_each (?3))) AND "
                              "  (?4 IS NULL OR competency_id IN (SELECT value FROM json_each (?4))) AND "
                              "  (NOT ?5 OR pack.id IN (SELECT source.pack_id FROM json_each (?6) AS used "
                              "     JOIN question AS known ON known.id = used.value "
                              "     JOIN section AS source ON source.id = known.section_id))");
  bind_filter (list, filter);
  ik_statement_bind_int (list, 5, filter->same_packs);
  ik_statement_bind_texts (list, 6, used_ids);

  while (ik_statement_next (list))
    {
      const char *id = ik_statement_get_text (list, 0);
      g_autofree char *competency_id = NULL;

      if (g_hash_table_contains (used, id))
        continue;

      competency_id = ik_statement_dup_id (list, 1);
      g_ptr_array_add (offers, ik_set_offer_new (id, competency_id, get_minutes (list),
                                                 ik_statement_get_uint (list, 4)));
    }

  return ik_statement_finish (list, error) ? g_steal_pointer (&offers) : NULL;
}

/**
 * ik_set_bank_store_list_levels:
 * @database: a connection
 * @error: return location
 *
 * Returns: (transfer full) (element-type utf8): the levels that questions of the
 *   bank have; %NULL with @error set on failure
 */
GPtrArray *
ik_set_bank_store_list_levels (IkDatabase  *database,
                               GError     **error)
{
  g_autoptr(IkStatement) list = NULL;
  g_autoptr(GPtrArray) levels = ik_text_list_new ();

  list = ik_database_prepare (database,
                              "SELECT DISTINCT level FROM question JOIN section ON section.id = question.section_id "
                              "  JOIN pack ON pack.id = section.pack_id "
                              "WHERE NOT is_hidden AND removed_at IS NULL AND question.state <> 'archived' AND level <> '' "
                              "ORDER BY level");
  while (ik_statement_next (list))
    ik_text_list_add (levels, ik_statement_get_text (list, 0));

  return ik_statement_finish (list, error) ? g_steal_pointer (&levels) : NULL;
}
