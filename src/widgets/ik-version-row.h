#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * IkVersionPart:
 * @heading: what it is
 * @before: what stood there
 * @now: what stands there now
 *
 * A text of a record that was another one in an earlier version.
 */
typedef struct
{
  char *heading;
  char *before;
  char *now;
} IkVersionPart;

/**
 * IkVersionParts:
 * @version: an earlier version
 * @now: the record as it is
 *
 * Returns: (transfer full) (element-type IkVersionPart): what differs
 */
typedef GPtrArray *(*IkVersionParts) (gconstpointer version,
                                      gconstpointer now);

IkVersionPart *ik_version_part_new  (const char     *heading,
                                     char           *before,
                                     char           *now);
void           ik_version_part_free (IkVersionPart  *self);

GtkWidget     *ik_version_row_new   (const char     *id,
                                     const char     *title,
                                     const char     *subtitle,
                                     IkVersionParts  list_parts,
                                     gconstpointer   version,
                                     gconstpointer   now);

G_END_DECLS
