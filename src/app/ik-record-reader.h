#pragma once

#include "ik-interview-record.h"

#include <gio/gio.h>

G_BEGIN_DECLS

IkInterviewRecord *ik_record_reader_read (const char    *text,
                                          const char    *name,
                                          GError       **error);

G_END_DECLS
