#pragma once

#include "ik-database.h"

G_BEGIN_DECLS

/* "Independent first", once for all queries: an interview of the owner's own that is
 * in none of the other states has to be handed in before others' ratings of the
 * same candidate are read. */
#define IK_INDEPENDENCE_SQL_STATES "('planned', 'live', 'broken_off', 'review')"

/* The first such interview with a candidate in a round, both SQL expressions. Rounds
 * are the same where their titles are; none is a round as well. */
#define IK_INDEPENDENCE_SQL_OWN(candidate_id, round_title) \
  "SELECT own.id FROM interview AS own JOIN interviewer AS me ON me.id = own.interviewer_id " \
  "  LEFT JOIN round AS my_round ON my_round.id = own.round_id " \
  "WHERE me.is_owner AND own.candidate_id = " candidate_id \
  "  AND own.state IN " IK_INDEPENDENCE_SQL_STATES \
  "  AND COALESCE (my_round.title, '') = COALESCE (" round_title ", '') " \
  "ORDER BY COALESCE (own.planned_at, own.created_at), own.id LIMIT 1"

gboolean ik_independence_store_find_own    (IkDatabase  *database,
                                            const char  *interview_id,
                                            char       **out_id,
                                            GError     **error);
gboolean ik_independence_store_find_own_in (IkDatabase  *database,
                                            const char  *candidate_id,
                                            const char  *round,
                                            char       **out_id,
                                            GError     **error);

G_END_DECLS
