#include "ik-interview-event.h"

/**
 * ik_interview_event_new:
 * @at_us: when, microseconds since 1970 UTC
 * @item_id: (nullable): the item it is about
 * @kind: what happened
 * @value: (nullable): what it became
 *
 * Returns: (transfer full): an event, its boot time not known
 */
IkInterviewEvent *
ik_interview_event_new (gint64      at_us,
                        const char *item_id,
                        const char *kind,
                        const char *value)
{
  IkInterviewEvent *self = g_new0 (IkInterviewEvent, 1);

  self->at.wall_us = at_us;
  self->item_id = g_strdup (item_id);
  self->kind = g_strdup (kind);
  self->value = g_strdup (value != NULL ? value : "");

  return self;
}

/**
 * ik_interview_event_free:
 * @self: (transfer full): an event
 */
void
ik_interview_event_free (IkInterviewEvent *self)
{
  g_free (self->item_id);
  g_free (self->kind);
  g_free (self->value);
  g_free (self);
}
