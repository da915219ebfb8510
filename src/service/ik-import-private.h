#pragma once

#include "ik-import.h"
#include "ik-import-twins.h"

G_BEGIN_DECLS

/* ik-import-twins.c */

GPtrArray *ik_import_twins_load (IkDatabase    *database,
                                 const IkPack  *draft,
                                 GError       **error);

/* ik-import-plan.c */

/**
 * IkImportPlan:
 * @policy: what becomes of questions that the bank has
 * @decisions: (nullable) (unowned): as in #IkImportOptions
 * @pack: (owned): what is new, or the newer state of a pack that is known; its
 *   questions are those of the draft, but for those in @own
 * @own: (owned) (element-type IkQuestion): set of the questions that were
 *   copied to be changed
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
  GHashTable        *own;
  gboolean           is_known;
  GPtrArray         *updates;
  GHashTable        *unchanged;
  char              *home_id;
} IkImportPlan;

void        ik_import_plan_init  (IkImportPlan          *self,
                                  const IkPack          *draft,
                                  const IkImportOptions *options);
void        ik_import_plan_clear (IkImportPlan          *self);
IkQuestion *ik_import_plan_own   (IkImportPlan          *self,
                                  IkSection             *section,
                                  guint                  index);
gboolean    ik_import_plan_make  (IkImportPlan          *self,
                                  IkDatabase            *database,
                                  GError               **error);

/* ik-import-ids.c */

gboolean   ik_import_free_question_id (IkImportPlan  *plan,
                                       IkDatabase    *database,
                                       IkSection     *section,
                                       guint          index,
                                       GError       **error);
gboolean   ik_import_settle_ids (IkImportPlan  *plan,
                                 IkDatabase    *database,
                                 GError       **error);

G_END_DECLS
