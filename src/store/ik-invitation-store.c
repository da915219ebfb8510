#include "ik-invitation-store.h"

#include "ik-record.h"
#include "ik-statement.h"


/* Storing */

static char *
join_asks (const IkSeat *seat)
{
  GString *text = g_string_new ("");

  for (guint i = 0; i < seat->asks->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (const char *) seat->asks->pdata[i]);

  return g_string_free (text, FALSE);
}

static gboolean
insert_seats (IkDatabase          *database,
              const IkInvitation  *invitation,
              GError             **error)
{
  g_autoptr(IkStatement) insert = NULL;

  insert = ik_database_prepare (database,
                                "INSERT INTO seat (id, invitation_id, position, name, asks, planned_at, room) "
                                "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
  ik_statement_bind_text (insert, 2, invitation->id);

  for (guint i = 0; i < invitation->seats->len; i++)
    {
      const IkSeat *seat = invitation->seats->pdata[i];
      g_autofree char *asks = join_asks (seat);

      ik_statement_bind_text (insert, 1, seat->id);
      ik_statement_bind_int (insert, 3, i);
      ik_statement_bind_text (insert, 4, seat->name);
      ik_statement_bind_text (insert, 5, asks);
      ik_statement_bind_time (insert, 6, seat->planned_at_us);
      ik_statement_bind_text (insert, 7, seat->room);
      if (!ik_statement_run (insert, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * ik_invitation_store_insert:
 * @database: the writer
 * @invitation: an invitation whose candidate is stored
 * @chair_id: who wrote it
 * @digest: of its file
 * @error: return location
 *
 * Stores who is invited to what; the interviews are for the caller to store.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_invitation_store_insert (IkDatabase          *database,
                            const IkInvitation  *invitation,
                            const char          *chair_id,
                            const char          *digest,
                            GError             **error)
{
  g_autoptr(IkStatement) insert = NULL;

  insert = ik_database_prepare (database,
                                "INSERT INTO invitation (id, candidate_id, chair_id, round, digest, written_at) "
                                "VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
  ik_statement_bind_text (insert, 1, invitation->id);
  ik_statement_bind_text (insert, 2, invitation->plan->candidate_id);
  ik_statement_bind_text (insert, 3, chair_id);
  ik_statement_bind_text (insert, 4, invitation->plan->round);
  ik_statement_bind_text (insert, 5, digest);
  ik_statement_bind_int (insert, 6, invitation->written_at_us);

  return ik_statement_run (insert, error) && insert_seats (database, invitation, error);
}

/* Loading */

static IkSeatStatus *
read_seat (IkStatement *row)
{
  IkSeatStatus *seat = g_new0 (IkSeatStatus, 1);

  seat->id = ik_statement_dup_text (row, 0);
  seat->name = ik_statement_dup_text (row, 1);
  seat->asks = ik_statement_dup_text (row, 2);
  seat->planned_at_us = ik_statement_get_time (row, 3);
  seat->room = ik_statement_dup_text (row, 4);
  seat->is_here = !ik_statement_is_null (row, 5);
  if (seat->is_here)
    ik_interview_state_from_nick (ik_statement_get_text (row, 5), &seat->state);
  seat->handed_in_at_us = ik_statement_get_time (row, 6);
  seat->is_owner = ik_statement_get_boolean (row, 7);
  seat->public_key = ik_statement_dup_id (row, 8);
  seat->n_scorecards = ik_statement_get_uint (row, 9);
  seat->member_id = ik_statement_dup_id (row, 10);

  return seat;
}

/* Where the interview is here, its plan is what holds now. */
static gboolean
load_seats (IkDatabase          *database,
            IkInvitationStatus  *status,
            GError             **error)
{
  g_autoptr(IkStatement) list = NULL;

  list = ik_database_prepare (database,
                              "SELECT seat.id, COALESCE (interviewer.name, seat.name), asks, "
                              "  CASE WHEN interview.id IS NULL THEN seat.planned_at ELSE interview.planned_at END, "
                              "  COALESCE (interview.room, seat.room), state, interview.handed_in_at, "
                              "  COALESCE (is_owner, 0), public_key, "
                              "  (SELECT COUNT (*) FROM scorecard WHERE seat_id = seat.id), interviewer_id "
                              "FROM seat LEFT JOIN interview ON interview.id = seat.id "
                              "  LEFT JOIN interviewer ON interviewer.id = interviewer_id "
                              "WHERE invitation_id = ?1 ORDER BY seat.position");
  ik_statement_bind_text (list, 1, status->id);
  while (ik_statement_next (list))
    g_ptr_array_add (status->seats, read_seat (list));

  return ik_statement_finish (list, error);
}

static IkInvitationStatus *
read_status (IkStatement *row)
{
  IkInvitationStatus *status = ik_invitation_status_new ();

  status->id = ik_statement_dup_text (row, 0);
  status->candidate_id = ik_statement_dup_text (row, 1);
  status->candidate_name = ik_statement_dup_text (row, 2);
  status->round = ik_statement_dup_text (row, 3);
  status->chair_id = ik_statement_dup_text (row, 4);
  status->chair_name = ik_statement_dup_text (row, 5);
  status->chair_key = ik_statement_dup_text (row, 6);
  status->is_own = ik_statement_get_boolean (row, 7);
  status->digest = ik_statement_dup_text (row, 8);
  status->written_at_us = ik_statement_get_time (row, 9);
  status->set_title = ik_statement_dup_text (row, 10);
  status->role = ik_statement_dup_text (row, 11);

  return status;
}

static GPtrArray *
list_by (IkDatabase  *database,
         const char  *candidate_id,
         const char  *id,
         GError     **error)
{
  g_autoptr(GPtrArray) list = NULL;
  g_autoptr(IkStatement) find = NULL;

  find = ik_database_prepare (database,
                              "SELECT invitation.id, invitation.candidate_id, candidate.name, round, chair_id, "
                              "  interviewer.name, COALESCE (public_key, ''), is_owner, digest, written_at, "
                              "  COALESCE (MAX (set_title), ''), COALESCE (MAX (role), '') "
                              "FROM invitation JOIN candidate ON candidate.id = invitation.candidate_id "
                              "  JOIN interviewer ON interviewer.id = chair_id "
                              "  LEFT JOIN seat ON invitation_id = invitation.id "
                              "  LEFT JOIN interview ON interview.id = seat.id "
                              "WHERE (?1 IS NULL OR invitation.candidate_id = ?1) AND "
                              "  (?2 IS NULL OR invitation.id = ?2) "
                              "GROUP BY invitation.id ORDER BY written_at DESC, invitation.id");
  ik_statement_bind_text (find, 1, candidate_id);
  ik_statement_bind_text (find, 2, id);

  list = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_invitation_status_free);
  while (ik_statement_next (find))
    g_ptr_array_add (list, read_status (find));
  if (!ik_statement_finish (find, error))
    return NULL;

  for (guint i = 0; i < list->len; i++)
    {
      if (!load_seats (database, list->pdata[i], error))
        return NULL;
    }

  return g_steal_pointer (&list);
}

/**
 * ik_invitation_store_list:
 * @database: a connection
 * @candidate_id: (nullable): whose, %NULL for all
 * @error: return location
 *
 * Reads nothing of what anybody thinks of a candidate.
 *
 * Returns: (transfer full) (element-type IkInvitationStatus): panels, the latest
 *   first; %NULL with @error set on failure
 */
GPtrArray *
ik_invitation_store_list (IkDatabase  *database,
                          const char  *candidate_id,
                          GError     **error)
{
  return list_by (database, candidate_id, NULL, error);
}

/**
 * ik_invitation_store_load:
 * @database: a connection
 * @id: which panel
 * @error: return location
 *
 * Returns: (transfer full): how far it is; %NULL with #IK_STORE_ERROR_NOT_FOUND
 *   where there is none
 */
IkInvitationStatus *
ik_invitation_store_load (IkDatabase  *database,
                          const char  *id,
                          GError     **error)
{
  g_autoptr(GPtrArray) list = list_by (database, NULL, id, error);

  if (list == NULL)
    return NULL;
  if (list->len > 0)
    return g_ptr_array_steal_index (list, 0);

  ik_record_set_not_found (IK_RECORD_PANEL, id, error);
  return NULL;
}

/**
 * ik_invitation_store_find:
 * @database: a connection
 * @seat_id: an interview
 * @out_id: (out) (nullable): the panel that it has a seat in, %NULL for none
 * @error: return location
 *
 * Returns: whether it succeeded
 */
gboolean
ik_invitation_store_find (IkDatabase  *database,
                          const char  *seat_id,
                          char       **out_id,
                          GError     **error)
{
  g_autoptr(IkStatement) find = NULL;

  find = ik_database_prepare (database, "SELECT invitation_id FROM seat WHERE id = ?1");
  ik_statement_bind_text (find, 1, seat_id);
  *out_id = ik_statement_next (find) ? ik_statement_dup_id (find, 0) : NULL;

  return ik_statement_finish (find, error);
}

/**
 * ik_invitation_store_add_scorecard:
 * @database: the writer
 * @seat_id: whose
 * @revision: which
 * @handed_in_at_us: when it was handed in
 * @error: return location
 *
 * Writes down that a scorecard was merged or sent; once more is no more.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_invitation_store_add_scorecard (IkDatabase  *database,
                                   const char  *seat_id,
                                   guint        revision,
                                   gint64       handed_in_at_us,
                                   GError     **error)
{
  g_autoptr(IkStatement) add = NULL;

  add = ik_database_prepare (database,
                             "INSERT INTO scorecard (seat_id, revision, handed_in_at, passed_at) "
                             "VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING");
  ik_statement_bind_text (add, 1, seat_id);
  ik_statement_bind_int (add, 2, revision);
  ik_statement_bind_int (add, 3, handed_in_at_us);
  ik_statement_bind_int (add, 4, ik_database_now_us (database));

  return ik_statement_run (add, error);
}

/**
 * ik_invitation_store_get_scorecard:
 * @database: a connection
 * @seat_id: whose
 * @out_revision: (out): the newest one that is known, 0 for none
 * @out_handed_in_at_us: (out): when it was handed in
 * @error: return location
 *
 * Returns: whether it succeeded
 */
gboolean
ik_invitation_store_get_scorecard (IkDatabase  *database,
                                   const char  *seat_id,
                                   guint       *out_revision,
                                   gint64      *out_handed_in_at_us,
                                   GError     **error)
{
  g_autoptr(IkStatement) find = NULL;

  find = ik_database_prepare (database,
                              "SELECT revision, handed_in_at FROM scorecard WHERE seat_id = ?1 "
                              "ORDER BY revision DESC, handed_in_at DESC LIMIT 1");
  ik_statement_bind_text (find, 1, seat_id);
  *out_revision = 0;
  *out_handed_in_at_us = 0;
  if (ik_statement_next (find))
    {
      *out_revision = ik_statement_get_uint (find, 0);
      *out_handed_in_at_us = ik_statement_get_int64 (find, 1);
    }

  return ik_statement_finish (find, error);
}
