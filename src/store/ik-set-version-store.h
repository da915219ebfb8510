#pragma once

#include "ik-database.h"
#include "ik-set-version.h"

G_BEGIN_DECLS

gboolean      ik_set_version_store_save    (IkDatabase           *database,
                                            const IkQuestionSet  *set,
                                            gboolean              is_restored,
                                            GError              **error);
GPtrArray    *ik_set_version_store_list    (IkDatabase           *database,
                                            const char           *set_id,
                                            GError              **error);

G_END_DECLS
