#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define IK_TYPE_LOCK_WATCH (ik_lock_watch_get_type ())
G_DECLARE_FINAL_TYPE (IkLockWatch, ik_lock_watch, IK, LOCK_WATCH, GObject)

IkLockWatch *ik_lock_watch_new (void);

G_END_DECLS
