#pragma once

#include "ik-record-list.h"

G_BEGIN_DECLS

gboolean      ik_csv_reader_is_table (const char *text,
                                      gboolean    named);
IkRecordList *ik_csv_reader_read     (const char *text);

G_END_DECLS
