#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Excel takes a text without it for one of its own 8-bit encodings;
 * LibreOffice and all others read it either way. */
#define IK_CSV_BYTE_ORDER_MARK "\xef\xbb\xbf"

gboolean ik_csv_is_guarded (const char *text);
void     ik_csv_append_cell (GString    *csv,
                             const char *text);
void     ik_csv_append_row (GString    *csv,
                            GPtrArray  *cells);

G_END_DECLS
