#pragma once

#include <gio/gio.h>

#include "ik-library.h"

G_BEGIN_DECLS

#define IK_TYPE_REMINDER_SENDER (ik_reminder_sender_get_type ())
G_DECLARE_FINAL_TYPE (IkReminderSender, ik_reminder_sender, IK, REMINDER_SENDER, GObject)

IkReminderSender *ik_reminder_sender_new       (GApplication     *application,
                                                IkLibrary        *library);
void              ik_reminder_sender_set_quiet (IkReminderSender *self,
                                                gboolean          quiet);

G_END_DECLS
