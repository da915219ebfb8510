#pragma once

#include "ik-rubric.h"

G_BEGIN_DECLS

gboolean ik_rubric_wants_anchor (const IkRubric  *self,
                                 guint            index);
gboolean ik_rubric_check        (const IkRubric  *self,
                                 char           **out_reason);

G_END_DECLS
