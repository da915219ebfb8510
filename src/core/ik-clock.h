#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * IkInstant:
 * @wall_us: wall-clock time in microseconds since 1970-01-01 UTC
 * @boot_us: microseconds since boot, suspended time included (CLOCK_BOOTTIME)
 * @boot_id: the kernel's id of this boot as text, "" where it is unknown
 *
 * A moment that can be stored and compared after a suspend, a changed wall
 * clock, a restart of the program or of the computer.
 */
typedef struct
{
  gint64 wall_us;
  gint64 boot_us;
  char   boot_id[37];
} IkInstant;

gint64 ik_instant_elapsed_us (const IkInstant *from,
                              const IkInstant *to,
                              gboolean        *out_estimated);
gint64 ik_instant_elapsed_apart_us (const IkInstant *from,
                                    const IkInstant *to,
                                    gint64           apart_us,
                                    gboolean        *out_estimated);
gint64 ik_instant_break_us   (const IkInstant *from,
                              const IkInstant *to);

#define IK_TYPE_CLOCK (ik_clock_get_type ())
G_DECLARE_DERIVABLE_TYPE (IkClock, ik_clock, IK, CLOCK, GObject)

struct _IkClockClass
{
  GObjectClass parent_class;

  void (*now) (IkClock   *self,
               IkInstant *out_instant);
};

IkClock *ik_clock_new_system (void);
void     ik_clock_now        (IkClock   *self,
                              IkInstant *out_instant);
gint64   ik_clock_wall_us    (IkClock   *self);

#define IK_TYPE_MANUAL_CLOCK (ik_manual_clock_get_type ())
G_DECLARE_FINAL_TYPE (IkManualClock, ik_manual_clock, IK, MANUAL_CLOCK, IkClock)

IkManualClock *ik_manual_clock_new     (gint64         wall_us);
void           ik_manual_clock_advance (IkManualClock *self,
                                        gint64         elapsed_us);
void           ik_manual_clock_reboot  (IkManualClock *self,
                                        const char    *boot_id);
void           ik_manual_clock_set_wall_us (IkManualClock *self,
                                            gint64         wall_us);

G_END_DECLS
