#include "ik-scale-use.h"

/**
 * ik_scale_use_new:
 * @kind: what uses it
 * @id: (nullable): of the pack or set
 * @title: of the pack or set, or the name that interviews hold
 *
 * Returns: (transfer full): a use without numbers
 */
IkScaleUse *
ik_scale_use_new (IkScaleUseKind  kind,
                  const char     *id,
                  const char     *title)
{
  IkScaleUse *self = g_new0 (IkScaleUse, 1);

  self->kind = kind;
  self->id = g_strdup (id);
  self->title = g_strdup (title);

  return self;
}

/**
 * ik_scale_use_free:
 * @self: (transfer full): a use
 */
void
ik_scale_use_free (IkScaleUse *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self);
}
