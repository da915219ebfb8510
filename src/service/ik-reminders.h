#pragma once

#include "ik-interview.h"
#include "ik-library.h"

G_BEGIN_DECLS

/**
 * IkReminderKind:
 * @IK_REMINDER_STARTS: an interview is about to start
 * @IK_REMINDER_TO_RATE: one was held and has answers without a rating
 */
typedef enum
{
  IK_REMINDER_STARTS,
  IK_REMINDER_TO_RATE,
} IkReminderKind;

/**
 * IkReminder:
 * @kind: what it is about
 * @interview_id: which interview
 * @set_title: title of its set
 * @at_us: the planned start, or when it was held; microseconds since 1970 UTC
 * @n_unrated: answers without a rating
 *
 * Names nobody: what comes of it may be read on a screen that others see.
 */
typedef struct
{
  IkReminderKind  kind;
  char           *interview_id;
  char           *set_title;
  gint64          at_us;
  guint           n_unrated;
} IkReminder;

void       ik_reminder_free   (IkReminder    *self);
GPtrArray *ik_reminders_find  (IkLibrary     *library,
                               guint          lead_minutes,
                               GCancellable  *cancellable,
                               GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkReminder, ik_reminder_free)

G_END_DECLS
