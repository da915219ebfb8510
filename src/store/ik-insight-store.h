#pragma once

#include "ik-database.h"
#include "ik-insight-data.h"

G_BEGIN_DECLS

IkInsightData *ik_insight_store_load (IkDatabase  *database,
                                      GError     **error);

G_END_DECLS
