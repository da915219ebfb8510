#pragma once

#include "ik-field-name.h"
#include "ik-record-list.h"

G_BEGIN_DECLS

IkFieldUse *ik_record_meaning_find (const IkRecordList *records);

G_END_DECLS
