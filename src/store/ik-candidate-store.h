#pragma once

#include "ik-candidate.h"
#include "ik-database.h"

G_BEGIN_DECLS

GPtrArray   *ik_candidate_store_list      (IkDatabase   *database,
                                           GError      **error);
IkCandidate *ik_candidate_store_load      (IkDatabase   *database,
                                           const char   *id,
                                           GError      **error);
gboolean     ik_candidate_store_save      (IkDatabase   *database,
                                           IkCandidate  *candidate,
                                           GError      **error);
gboolean     ik_candidate_store_remove    (IkDatabase   *database,
                                           const char   *id,
                                           GError      **error);
gboolean     ik_candidate_store_anonymise (IkDatabase   *database,
                                           const char   *id,
                                           GError      **error);

G_END_DECLS
