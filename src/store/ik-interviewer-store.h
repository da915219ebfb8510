#pragma once

#include "ik-database.h"

G_BEGIN_DECLS

gboolean ik_interviewer_store_get_owner (IkDatabase  *database,
                                         char       **out_id,
                                         char       **out_name,
                                         GError     **error);
gboolean ik_interviewer_store_set_owner (IkDatabase  *database,
                                         const char  *name,
                                         GError     **error);
gboolean ik_interviewer_store_get_named (IkDatabase  *database,
                                         const char  *name,
                                         char       **out_id,
                                         GError     **error);
gboolean ik_interviewer_store_get_other (IkDatabase  *database,
                                         const char  *name,
                                         char       **out_id,
                                         GError     **error);

G_END_DECLS
