#pragma once

#include "ik-correction.h"
#include "ik-record-list.h"

G_BEGIN_DECLS

IkPack *ik_record_draft_build (const IkRecordList  *records,
                               const IkDocument    *document,
                               const GPtrArray     *corrections,
                               GError             **error);

G_END_DECLS
