#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IkCommandLineRequest:
 * @IK_COMMAND_LINE_DONE: the call was answered; end with the status
 * @IK_COMMAND_LINE_WINDOW: the call asks for the window
 *
 * What a call of the program asks for.
 */
typedef enum
{
  IK_COMMAND_LINE_DONE,
  IK_COMMAND_LINE_WINDOW,
} IkCommandLineRequest;

IkCommandLineRequest ik_command_line_handle (int                 argc,
                                             const char *const  *argv,
                                             int                *out_status);
GStrv                ik_command_line_get_window_arguments (const char *const  *argv,
                                                           char              **out_library);

G_END_DECLS
