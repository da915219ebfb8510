#pragma once

#include "ik-database.h"

G_BEGIN_DECLS

gboolean ik_undo_trail_check (IkDatabase  *database,
                              GBytes      *changeset,
                              GError     **error);
gboolean ik_undo_trail_write (IkDatabase  *database,
                              GBytes      *changeset,
                              GError     **error);

G_END_DECLS
