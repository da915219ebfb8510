#pragma once

#include "ik-bank.h"
#include "ik-report.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * IkExitStatus:
 * @IK_EXIT_DONE: the work is done
 * @IK_EXIT_FAILED: the work failed, and left nothing half-done
 * @IK_EXIT_USAGE: the words of the call are wrong
 *
 * What the program tells its caller.
 */
typedef enum
{
  IK_EXIT_DONE = 0,
  IK_EXIT_FAILED = 1,
  IK_EXIT_USAGE = 2,
} IkExitStatus;

/**
 * IkCommandError:
 * @IK_COMMAND_ERROR_FAILED: the work failed
 * @IK_COMMAND_ERROR_USAGE: the words of the call are wrong
 * @IK_COMMAND_ERROR_NOT_SUPPORTED: what is asked for belongs to a later version
 * @IK_COMMAND_ERROR_REPORTED: some of the work failed; each failure was told
 */
typedef enum
{
  IK_COMMAND_ERROR_FAILED,
  IK_COMMAND_ERROR_USAGE,
  IK_COMMAND_ERROR_NOT_SUPPORTED,
  IK_COMMAND_ERROR_REPORTED,
} IkCommandError;

#define IK_COMMAND_ERROR (ik_command_error_quark ())
GQuark ik_command_error_quark (void);

typedef struct _IkCommandContext IkCommandContext;

/**
 * IkCommandFunc:
 * @context: of the call; the function parses its words first
 * @error: return location
 *
 * Does a command. Returns: whether it succeeded
 */
typedef gboolean (*IkCommandFunc) (IkCommandContext  *context,
                                   GError           **error);

/**
 * IkCommand:
 * @name: one or two words
 * @words: what follows the name, as the help shows it
 * @summary: what it does, translatable
 * @run: does it
 */
typedef struct
{
  const char    *name;
  const char    *words;
  const char    *summary;
  IkCommandFunc  run;
} IkCommand;

IkExitStatus ik_command_run        (const IkCommand     *command,
                                    char               **arguments);

/* For the commands. */
gboolean     ik_command_parse      (IkCommandContext    *context,
                                    const GOptionEntry  *entries,
                                    guint                min_words,
                                    guint                max_words,
                                    GError             **error);
const char *const *ik_command_get_words (IkCommandContext *context);
gboolean     ik_command_wants_json (IkCommandContext    *context);
GCancellable *ik_command_get_cancellable (IkCommandContext *context);
const char  *ik_command_get_library_path (IkCommandContext *context);
IkLibrary   *ik_command_open       (IkCommandContext    *context,
                                    GError             **error);
char        *ik_command_resolve    (IkCommandContext    *context,
                                    IkRecordKind         kind,
                                    const char          *prefix,
                                    GError             **error);
GStrv        ik_command_resolve_all (IkCommandContext   *context,
                                     IkRecordKind        kind,
                                     const char *const  *prefixes,
                                     GError            **error);
gboolean     ik_command_is_natural (int                  number,
                                    const char          *option,
                                    GError             **error);

void         ik_command_print      (IkCommandContext    *context,
                                    const char          *format,
                                    ...) G_GNUC_PRINTF (2, 3);
void         ik_command_print_text (IkCommandContext    *context,
                                    const char          *text);
void         ik_command_print_output (IkCommandContext  *context,
                                      const char        *kind,
                                      const char        *id,
                                      const char        *path);
void         ik_command_print_record (IkCommandContext  *context,
                                      const char        *id,
                                      JsonNode          *record);
void         ik_command_print_json (IkCommandContext    *context,
                                    JsonNode            *document);
void         ik_command_warn       (IkCommandContext    *context,
                                    const char          *format,
                                    ...) G_GNUC_PRINTF (2, 3);
void         ik_command_progress   (IkCommandContext    *context,
                                    const char          *text);
gboolean     ik_command_parse_page_size
                                   (const char          *nick,
                                    IkPageSize          *out_page_size,
                                    GError             **error);

G_END_DECLS
