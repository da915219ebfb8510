#include "ik-clock.h"

#include <string.h>
#include <time.h>

/* Wall time across a reboot is believed up to this long; an interview is
 * never longer, so a larger or a negative difference is a changed clock. */
#define PLAUSIBLE_GAP_US (24 * G_TIME_SPAN_HOUR)

static gint64
subtract (const IkInstant *from,
          const IkInstant *to,
          gboolean        *out_same_boot)
{
  *out_same_boot = from->boot_id[0] != '\0' && strcmp (from->boot_id, to->boot_id) == 0;

  return *out_same_boot ? to->boot_us - from->boot_us : to->wall_us - from->wall_us;
}

/**
 * ik_instant_elapsed_us:
 * @from: the earlier instant
 * @to: the later instant
 * @out_estimated: (out) (optional): whether the result is a guess
 *
 * Time between two instants. In the same boot the boot clock decides, after
 * another boot the wall clock, which anybody can set.
 *
 * Returns: microseconds, 0 or more; an implausible difference (negative, or
 *   more than a day across a reboot) is clamped and marked as estimated
 */
gint64
ik_instant_elapsed_us (const IkInstant *from,
                       const IkInstant *to,
                       gboolean        *out_estimated)
{
  return ik_instant_elapsed_apart_us (from, to, 0, out_estimated);
}

/**
 * ik_instant_elapsed_apart_us:
 * @from: the earlier instant
 * @to: the later instant
 * @apart_us: what lies between them and does not count, of any length
 * @out_estimated: (out) (optional): whether the result is a guess
 *
 * As ik_instant_elapsed_us(), without breaks, which may have taken days.
 *
 * Returns: microseconds, 0 or more; what is implausible of the rest is clamped
 *   and marked as estimated
 */
gint64
ik_instant_elapsed_apart_us (const IkInstant *from,
                             const IkInstant *to,
                             gint64           apart_us,
                             gboolean        *out_estimated)
{
  gboolean same_boot;
  gint64 elapsed_us;

  g_return_val_if_fail (from != NULL, 0);
  g_return_val_if_fail (to != NULL, 0);

  elapsed_us = subtract (from, to, &same_boot) - apart_us;
  if (out_estimated != NULL)
    *out_estimated = elapsed_us < 0 || (!same_boot && elapsed_us > PLAUSIBLE_GAP_US);

  return CLAMP (elapsed_us, 0, same_boot ? G_MAXINT64 : PLAUSIBLE_GAP_US);
}

/**
 * ik_instant_break_us:
 * @from: when the break began
 * @to: when it ended
 *
 * The length of a break, which no length makes implausible: where the boot clock
 * can't tell, the wall clock is believed.
 *
 * Returns: microseconds, 0 or more
 */
gint64
ik_instant_break_us (const IkInstant *from,
                     const IkInstant *to)
{
  gboolean same_boot;

  g_return_val_if_fail (from != NULL, 0);
  g_return_val_if_fail (to != NULL, 0);

  return MAX (0, subtract (from, to, &same_boot));
}

G_DEFINE_ABSTRACT_TYPE (IkClock, ik_clock, G_TYPE_OBJECT)

static void
ik_clock_class_init (IkClockClass *klass)
{
}

static void
ik_clock_init (IkClock *self)
{
}

/**
 * ik_clock_now:
 * @self: a clock
 * @out_instant: (out caller-allocates): the present moment
 *
 * Reads the clock. Any thread.
 */
void
ik_clock_now (IkClock   *self,
              IkInstant *out_instant)
{
  g_return_if_fail (IK_IS_CLOCK (self));
  g_return_if_fail (out_instant != NULL);

  IK_CLOCK_GET_CLASS (self)->now (self, out_instant);
}

/**
 * ik_clock_wall_us:
 * @self: a clock
 *
 * Returns: wall-clock time in microseconds since 1970 UTC. Any thread.
 */
gint64
ik_clock_wall_us (IkClock *self)
{
  IkInstant now;

  ik_clock_now (self, &now);
  return now.wall_us;
}

/* The clock of the computer. */

#define IK_TYPE_SYSTEM_CLOCK (ik_system_clock_get_type ())
G_DECLARE_FINAL_TYPE (IkSystemClock, ik_system_clock, IK, SYSTEM_CLOCK, IkClock)

struct _IkSystemClock
{
  IkClock parent_instance;

  char boot_id[37]; /* "" where the kernel tells none */
};

G_DEFINE_FINAL_TYPE (IkSystemClock, ik_system_clock, IK_TYPE_CLOCK)

static void
ik_system_clock_now (IkClock   *clock,
                     IkInstant *out_instant)
{
  IkSystemClock *self = IK_SYSTEM_CLOCK (clock);
  struct timespec boot = { 0, 0 };

  clock_gettime (CLOCK_BOOTTIME, &boot);
  out_instant->wall_us = g_get_real_time ();
  out_instant->boot_us = boot.tv_sec * G_USEC_PER_SEC + boot.tv_nsec / 1000;
  memcpy (out_instant->boot_id, self->boot_id, sizeof self->boot_id);
}

static void
ik_system_clock_class_init (IkSystemClockClass *klass)
{
  IK_CLOCK_CLASS (klass)->now = ik_system_clock_now;
}

static void
ik_system_clock_init (IkSystemClock *self)
{
  g_autofree char *text = NULL;

  if (g_file_get_contents ("/proc/sys/kernel/random/boot_id", &text, NULL, NULL))
    g_strlcpy (self->boot_id, g_strstrip (text), sizeof self->boot_id);
}

/**
 * ik_clock_new_system:
 *
 * Returns: (transfer full): the clock of this computer
 */
IkClock *
ik_clock_new_system (void)
{
  return g_object_new (IK_TYPE_SYSTEM_CLOCK, NULL);
}

/**
 * IkManualClock:
 *
 * A clock that moves only when it is told to, so that tests need not wait.
 */
struct _IkManualClock
{
  IkClock parent_instance;

  IkInstant instant;
};

G_DEFINE_FINAL_TYPE (IkManualClock, ik_manual_clock, IK_TYPE_CLOCK)

static void
ik_manual_clock_now (IkClock   *clock,
                     IkInstant *out_instant)
{
  *out_instant = IK_MANUAL_CLOCK (clock)->instant;
}

static void
ik_manual_clock_class_init (IkManualClockClass *klass)
{
  IK_CLOCK_CLASS (klass)->now = ik_manual_clock_now;
}

static void
ik_manual_clock_init (IkManualClock *self)
{
  g_strlcpy (self->instant.boot_id, "boot-1", sizeof self->instant.boot_id);
}

/**
 * ik_manual_clock_new:
 * @wall_us: what the wall clock shows, microseconds since 1970 UTC
 *
 * Returns: (transfer full): a clock that stands still
 */
IkManualClock *
ik_manual_clock_new (gint64 wall_us)
{
  IkManualClock *self = g_object_new (IK_TYPE_MANUAL_CLOCK, NULL);

  self->instant.wall_us = wall_us;
  return self;
}

/**
 * ik_manual_clock_advance:
 * @self: a manual clock
 * @elapsed_us: microseconds to go on
 *
 * Lets time pass, on the wall clock and the boot clock alike.
 */
void
ik_manual_clock_advance (IkManualClock *self,
                         gint64         elapsed_us)
{
  g_return_if_fail (IK_IS_MANUAL_CLOCK (self));

  self->instant.wall_us += elapsed_us;
  self->instant.boot_us += elapsed_us;
}

/**
 * ik_manual_clock_reboot:
 * @self: a manual clock
 * @boot_id: id of the new boot
 *
 * Starts the boot clock anew, as a restart of the computer does.
 */
void
ik_manual_clock_reboot (IkManualClock *self,
                        const char    *boot_id)
{
  g_return_if_fail (IK_IS_MANUAL_CLOCK (self));

  self->instant.boot_us = 0;
  g_strlcpy (self->instant.boot_id, boot_id, sizeof self->instant.boot_id);
}

/**
 * ik_manual_clock_set_wall_us:
 * @self: a manual clock
 * @wall_us: what the wall clock shows from now on
 *
 * Sets the wall clock alone, as a person or a time server does.
 */
void
ik_manual_clock_set_wall_us (IkManualClock *self,
                             gint64         wall_us)
{
  g_return_if_fail (IK_IS_MANUAL_CLOCK (self));

  self->instant.wall_us = wall_us;
}
