#pragma once

#include "ik-import.h"
#include "ik-import-twins.h"

G_BEGIN_DECLS

/* ik-import-twins.c */

GPtrArray *ik_import_twins_load (IkDatabase    *database,
                                 const IkPack  *draft,
                                 GError       **error);

/* ik-import-ids.c */

gboolean   ik_import_free_id    (IkDatabase    *database,
                                 char         **id,
                                 GError       **error);
gboolean   ik_import_settle_ids (IkDatabase    *database,
                                 IkPack        *pack,
                                 GError       **error);

/* ik-import-plan.c */

/**
 * IkImportPlan:
 * @policy: what becomes of questions that the bank has
 * @decisions: (nullable) (unowned): as in #IkImportOptions
 * @pack: (owned): what is new, or the newer state of a pack that is known
 * @is_known: whether the library has the pack
 * @updates: (owned) (element-type IkQuestion): what changes in place, in
 *   whatever pack it stands
 * @unchanged: (owned) (element-type utf8): questions of a known pack that are
 *   as they were
 * @home_id: (owned) (nullable): the pack of the first duplicate
 *
 * What an import will do. It is made by reading and carried out without any
 * further decision.
 */
typedef struct
{
  IkDuplicatePolicy  policy;
  GHashTable        *decisions;
  IkPack            *pack;
  gboolean           is_known;
  GPtrArray         *updates;
  GHashTable        *unchanged;
  char              *home_id;
} IkImportPlan;

void       ik_import_plan_init  (IkImportPlan          *self,
                                 const IkPack          *draft,
                                 const IkImportOptions *options);
void       ik_import_plan_clear (IkImportPlan          *self);
gboolean   ik_import_plan_make  (IkImportPlan          *self,
                                 IkDatabase            *database,
                                 GError               **error);

G_END_DECLS
