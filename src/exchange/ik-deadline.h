#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _IkDeadline IkDeadline;

IkDeadline   *ik_deadline_new             (GCancellable *cancellable,
                                           guint         seconds);
void          ik_deadline_free            (IkDeadline   *self);
GCancellable *ik_deadline_get_cancellable (IkDeadline   *self);
gboolean      ik_deadline_has_passed      (IkDeadline   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkDeadline, ik_deadline_free)

G_END_DECLS
