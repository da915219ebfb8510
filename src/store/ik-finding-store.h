#pragma once

#include "ik-database.h"
#include "ik-interview.h"

G_BEGIN_DECLS

gboolean ik_finding_store_load (IkDatabase         *database,
                                IkInterview        *interview,
                                GError            **error);
gboolean ik_finding_store_save (IkDatabase         *database,
                                const IkInterview  *interview,
                                GError            **error);

G_END_DECLS
