#include "ik-candidate-store.h"

#include "ik-attachment-store.h"
#include "ik-record.h"
#include "ik-role-store.h"
#include "ik-statement.h"

#include "ik-text.h"

#include <glib/gi18n.h>

#define SELECT_CANDIDATE \
  "SELECT candidate.id, name, pronunciation, pronouns, email, COALESCE (role.title, ''), state, " \
  "  created_at, decided_at, COALESCE (extra_time_percent, 0), COALESCE (large_print, 0) " \
  "FROM candidate LEFT JOIN role ON role.id = candidate.role_id " \
  "  LEFT JOIN adjustment ON adjustment.candidate_id = candidate.id "

static IkCandidate *
read_candidate (IkStatement *row)
{
  IkCandidate *candidate = ik_candidate_new (ik_statement_get_text (row, 1));

  ik_text_set (&candidate->id, ik_statement_get_text (row, 0));
  ik_text_set (&candidate->pronunciation, ik_statement_get_text (row, 2));
  ik_text_set (&candidate->pronouns, ik_statement_get_text (row, 3));
  ik_text_set (&candidate->email, ik_statement_get_text (row, 4));
  ik_text_set (&candidate->role, ik_statement_get_text (row, 5));
  ik_candidate_state_from_nick (ik_statement_get_text (row, 6), &candidate->state);
  candidate->created_at_us = ik_statement_get_time (row, 7);
  candidate->decided_at_us = ik_statement_get_time (row, 8);
  candidate->extra_time_percent = ik_statement_get_uint (row, 9);
  candidate->large_print = ik_statement_get_int (row, 10) != 0;

  return candidate;
}

static int
compare_names (gconstpointer one,
               gconstpointer other)
{
  const IkCandidate *const *first = one;
  const IkCandidate *const *second = other;
  int order = g_utf8_collate ((*first)->name, (*second)->name);

  return order != 0 ? order : g_strcmp0 ((*first)->id, (*second)->id);
}

/**
 * ik_candidate_store_list:
 * @database: a connection
 * @error: return location
 *
 * Returns: (transfer full) (element-type IkCandidate): all, by name as the
 *   locale sorts, without attachments; %NULL with @error set on failure
 */
GPtrArray *
ik_candidate_store_list (IkDatabase  *database,
                         GError     **error)
{
  g_autoptr(IkStatement) list = ik_database_prepare (database, SELECT_CANDIDATE);
  g_autoptr(GPtrArray) candidates = NULL;

  candidates = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_candidate_free);
  while (ik_statement_next (list))
    g_ptr_array_add (candidates, read_candidate (list));

  if (!ik_statement_finish (list, error))
    return NULL;

  g_ptr_array_sort (candidates, compare_names);
  return g_steal_pointer (&candidates);
}

/**
 * ik_candidate_store_load:
 * @database: a connection
 * @id: whom
 * @error: return location
 *
 * Returns: (transfer full): the candidate with all attachments; %NULL with
 *   #IK_STORE_ERROR_NOT_FOUND where there is none
 */
IkCandidate *
ik_candidate_store_load (IkDatabase  *database,
                         const char  *id,
                         GError     **error)
{
  g_autoptr(IkStatement) load = ik_database_prepare (database,
                                                     SELECT_CANDIDATE "WHERE candidate.id = ?1");
  g_autoptr(IkCandidate) candidate = NULL;

  ik_statement_bind_text (load, 1, id);
  if (ik_statement_next (load))
    candidate = read_candidate (load);

  if (!ik_statement_finish (load, error))
    return NULL;

  if (candidate == NULL)
    {
      ik_record_set_not_found (IK_RECORD_CANDIDATE, id, error);
      return NULL;
    }

  if (!ik_attachment_store_load (database, IK_ATTACHMENT_OWNER_CANDIDATE, id,
                                 candidate->attachments, error))
    return NULL;

  return g_steal_pointer (&candidate);
}

static void
set_times (IkCandidate *candidate,
           gint64       now_us)
{
  if (candidate->created_at_us == 0)
    candidate->created_at_us = now_us;

  if (candidate->state == IK_CANDIDATE_STATE_OPEN)
    candidate->decided_at_us = 0;
  else if (candidate->decided_at_us == 0)
    candidate->decided_at_us = now_us;
}

/**
 * ik_candidate_store_save:
 * @database: the writer
 * @candidate: new or known; its times are set where they are missing
 * @error: return location
 *
 * Adds or changes a candidate. The attachments become those of @candidate, so
 * it must not be one from a list. The time of the decision is that of the save
 * which leaves the state open. Adjustments are stored with a plan.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_candidate_store_save (IkDatabase   *database,
                         IkCandidate  *candidate,
                         GError      **error)
{
  g_autoptr(IkStatement) save = NULL;
  g_autofree char *role_id = NULL;

  if (!ik_role_store_get_id (database, candidate->role, &role_id, error))
    return FALSE;

  set_times (candidate, ik_database_now_us (database));

  save = ik_database_prepare (database,
                              "INSERT INTO candidate (id, name, pronunciation, pronouns, email, role_id, state, "
                              "  created_at, decided_at) "
                              "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) "
                              "ON CONFLICT (id) DO UPDATE SET name = ?2, pronunciation = ?3, pronouns = ?4, email = ?5, "
                              "  role_id = ?6, state = ?7, decided_at = ?9");
  ik_statement_bind_text (save, 1, candidate->id);
  ik_statement_bind_text (save, 2, candidate->name);
  ik_statement_bind_text (save, 3, candidate->pronunciation);
  ik_statement_bind_text (save, 4, candidate->pronouns);
  ik_statement_bind_text (save, 5, candidate->email);
  ik_statement_bind_text (save, 6, role_id);
  ik_statement_bind_text (save, 7, ik_candidate_state_to_nick (candidate->state));
  ik_statement_bind_int (save, 8, candidate->created_at_us);
  ik_statement_bind_time (save, 9, candidate->decided_at_us);

  return ik_statement_run (save, error) &&
         ik_attachment_store_replace (database, IK_ATTACHMENT_OWNER_CANDIDATE, candidate->id,
                                      candidate->attachments, error);
}

/**
 * ik_candidate_store_remove:
 * @database: the writer
 * @id: whom
 * @error: return location
 *
 * Removes a person with rounds, interviews, notes and files.
 *
 * Returns: whether it succeeded; #IK_STORE_ERROR_NOT_FOUND where there is none
 */
gboolean
ik_candidate_store_remove (IkDatabase  *database,
                           const char  *id,
                           GError     **error)
{
  if (!ik_database_run_for_id (database, "DELETE FROM candidate WHERE id = ?1", id, error))
    return FALSE;

  return ik_database_get_n_changed (database) > 0 ||
         ik_record_set_not_found (IK_RECORD_CANDIDATE, id, error);
}

/* All that people wrote about the person in words of their own; what stays are
 * numbers, times and the wording of the bank. */
static const char *const forget_words[] = {
  "DELETE FROM adjustment WHERE candidate_id = ?1",
  "DELETE FROM attachment WHERE candidate_id = ?1",
  "DELETE FROM note WHERE interview_id IN (SELECT id FROM interview WHERE candidate_id = ?1)",
  "DELETE FROM finding WHERE interview_id IN (SELECT id FROM interview WHERE candidate_id = ?1)",
  "DELETE FROM change_log "
  "WHERE interview_id IN (SELECT id FROM interview WHERE candidate_id = ?1)",
  "UPDATE reopening SET reason = '' "
  "WHERE interview_id IN (SELECT id FROM interview WHERE candidate_id = ?1)",
  "UPDATE interview_item SET evidence = '' "
  "WHERE interview_id IN (SELECT id FROM interview WHERE candidate_id = ?1)",
  "UPDATE interview_item SET prompt = '', details = '' "
  "WHERE is_off_script AND "
  "  interview_id IN (SELECT id FROM interview WHERE candidate_id = ?1)",
  "UPDATE agreed_score SET reason = '' "
  "WHERE round_id IN (SELECT id FROM round WHERE candidate_id = ?1)",
  "UPDATE agreed_outcome SET summary = '' "
  "WHERE round_id IN (SELECT id FROM round WHERE candidate_id = ?1)",
  "DELETE FROM agreement_log "
  "WHERE round_id IN (SELECT id FROM round WHERE candidate_id = ?1)",
  "UPDATE interview SET summary = '' WHERE candidate_id = ?1",
};

static gboolean
add_nobody (IkDatabase  *database,
            const char  *id,
            const char  *nobody_id,
            GError     **error)
{
  g_autoptr(IkStatement) add = NULL;

  add = ik_database_prepare (database,
                             "INSERT INTO candidate (id, name, role_id, state, created_at, decided_at) "
                             "SELECT ?2, ?3, role_id, state, created_at, decided_at FROM candidate WHERE id = ?1");
  ik_statement_bind_text (add, 1, id);
  ik_statement_bind_text (add, 2, nobody_id);
  ik_statement_bind_text (add, 3, _("Erased person"));

  return ik_statement_run (add, error);
}

static gboolean
move (IkDatabase  *database,
      const char  *sql,
      const char  *id,
      const char  *nobody_id,
      GError     **error)
{
  g_autoptr(IkStatement) update = ik_database_prepare (database, sql);

  ik_statement_bind_text (update, 1, id);
  ik_statement_bind_text (update, 2, nobody_id);

  return ik_statement_run (update, error);
}

/* The new record has an id of its own, so that no file that was exported once
 * leads back to it. */
static gboolean
move_to_nobody (IkDatabase  *database,
                const char  *id,
                GError     **error)
{
  g_autofree char *nobody_id = g_uuid_string_random ();

  return add_nobody (database, id, nobody_id, error) &&
         move (database, "UPDATE interview SET candidate_id = ?2 WHERE candidate_id = ?1",
               id, nobody_id, error) &&
         move (database, "UPDATE round SET candidate_id = ?2 WHERE candidate_id = ?1",
               id, nobody_id, error);
}

/**
 * ik_candidate_store_anonymise:
 * @database: the writer
 * @id: whom
 * @error: return location
 *
 * Removes a person, but keeps the scores: the interviews move to a new nameless
 * record, without notes, evidence, findings, summary, files or any other words that were
 * written about the person.
 *
 * Returns: whether it succeeded; #IK_STORE_ERROR_NOT_FOUND where there is none
 */
gboolean
ik_candidate_store_anonymise (IkDatabase  *database,
                              const char  *id,
                              GError     **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (forget_words); i++)
    {
      if (!ik_database_run_for_id (database, forget_words[i], id, error))
        return FALSE;
    }

  return move_to_nobody (database, id, error) &&
         ik_candidate_store_remove (database, id, error);
}
