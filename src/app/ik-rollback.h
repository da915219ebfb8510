#pragma once

#include "ik-library.h"

G_BEGIN_DECLS

/**
 * IkRollback:
 *
 * Remembers what is written to a library, to take all of it back when the
 * command is interrupted. Belongs to one thread, which runs no main loop.
 */
typedef struct _IkRollback IkRollback;

IkRollback *ik_rollback_new  (IkLibrary   *library);
void        ik_rollback_free (IkRollback  *self);
gboolean    ik_rollback_run  (IkRollback  *self,
                              GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkRollback, ik_rollback_free)

G_END_DECLS
