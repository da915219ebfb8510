#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * IkProcessEnd:
 * @IK_PROCESS_END_SOUND: it said that all went well
 * @IK_PROCESS_END_FAILED: it said that it didn't, or broke
 * @IK_PROCESS_END_LATE: it used up its time and was ended
 * @IK_PROCESS_END_FLOODED: it wrote more than it may and was ended
 * @IK_PROCESS_END_CANCELLED: nobody wanted its output any longer; it was ended
 *
 * How a process came to its end.
 */
typedef enum
{
  IK_PROCESS_END_SOUND,
  IK_PROCESS_END_FAILED,
  IK_PROCESS_END_LATE,
  IK_PROCESS_END_FLOODED,
  IK_PROCESS_END_CANCELLED,
} IkProcessEnd;

IkProcessEnd ik_process_output_read (GSubprocess   *process,
                                     gsize          max_bytes,
                                     guint          max_ms,
                                     GCancellable  *cancellable,
                                     GBytes       **output);

G_END_DECLS
