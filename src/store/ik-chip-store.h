#pragma once

#include "ik-database.h"

G_BEGIN_DECLS

GPtrArray *ik_chip_store_list         (IkDatabase  *database,
                                       const char  *rubric_id,
                                       gboolean    *out_is_chosen,
                                       GError     **error);
GPtrArray *ik_chip_store_list_rubrics (IkDatabase  *database,
                                       GError     **error);
gboolean   ik_chip_store_save         (IkDatabase  *database,
                                       const char  *rubric_id,
                                       GPtrArray   *texts,
                                       GError     **error);

G_END_DECLS
