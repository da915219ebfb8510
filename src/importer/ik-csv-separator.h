#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IkCsvShape:
 * @separator: what stands between the cells
 * @n_columns: cells of the first row
 * @named: whether the first row names a column of questions or several others
 *
 * How a table is written.
 */
typedef struct
{
  char     separator;
  guint    n_columns;
  gboolean named;
} IkCsvShape;

gboolean ik_csv_separator_guess (const char *text,
                                 IkCsvShape *shape);

G_END_DECLS
