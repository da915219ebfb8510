#pragma once

#include "ik-block-list.h"
#include "ik-field-name.h"
#include "ik-record-list.h"
#include "ik-roles.h"

G_BEGIN_DECLS

IkBlockList *ik_record_blocks_new (const IkRecordList  *records,
                                   const char          *text,
                                   const IkFieldUse    *uses,
                                   GByteArray          *taken,
                                   IkRole             **roles);

G_END_DECLS
