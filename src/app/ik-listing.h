#pragma once

#include "ik-command.h"
#include "ik-record-json.h"
#include "ik-table.h"

G_BEGIN_DECLS

/**
 * IkListing:
 * @list: (nullable): fetches the records
 * @to_json: writes one of them for programs
 * @to_table: writes all of them for people
 * @nothing: translatable sentence for people where there are none
 *
 * How the records of one kind are listed.
 */
typedef struct
{
  GPtrArray      *(*list)     (IkLibrary     *library,
                               GCancellable  *cancellable,
                               GError       **error);
  IkRecordToJson    to_json;
  IkTable        *(*to_table) (GPtrArray     *records);
  const char       *nothing;
} IkListing;

gboolean ik_listing_run   (const IkListing   *self,
                           IkCommandContext  *context,
                           GError           **error);
void     ik_listing_print (const IkListing   *self,
                           IkCommandContext  *context,
                           GPtrArray         *records);

G_END_DECLS
