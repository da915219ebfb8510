#pragma once

#include "ik-record-list.h"

G_BEGIN_DECLS

IkRecordList *ik_json_reader_read (const char  *text,
                                   const char  *name,
                                   GError     **error);

G_END_DECLS
