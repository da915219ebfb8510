#pragma once

#include "ik-record-list.h"

G_BEGIN_DECLS

gboolean      ik_gift_reader_is_gift (const char *text);
IkRecordList *ik_gift_reader_read    (const char *text);

G_END_DECLS
