#pragma once

#include "ik-database.h"

G_BEGIN_DECLS

/* Higher first. */
typedef enum
{
  IK_PRIORITY_LIVE = 0,        /* a note that is being typed */
  IK_PRIORITY_USER = 10,       /* somebody waits for it */
  IK_PRIORITY_BACKGROUND = 20, /* an import, a purge */
} IkPriority;

#define IK_TYPE_LIBRARY (ik_library_get_type ())
G_DECLARE_FINAL_TYPE (IkLibrary, ik_library, IK, LIBRARY, GObject)

/**
 * IkLibraryFunc:
 * @database: the connection, for the length of the call
 * @data: data of the caller
 * @cancellable: (nullable): cancels; a running query is interrupted
 * @error: return location
 *
 * Work on the library; runs on the thread of the connection.
 *
 * Returns: whether it succeeded; a write that returns %FALSE is rolled back
 */
typedef gboolean (*IkLibraryFunc) (IkDatabase    *database,
                                   gpointer       data,
                                   GCancellable  *cancellable,
                                   GError       **error);

/* Path, made on first use with mode 0600 in a directory of mode 0700. Blocks:
 * never on the main loop of a window. */
IkLibrary  *ik_library_open         (const char           *path,
                                     GCancellable         *cancellable,
                                     GError              **error);
void        ik_library_open_async   (const char           *path,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
IkLibrary  *ik_library_open_finish  (GAsyncResult         *result,
                                     GError              **error);
void        ik_library_close        (IkLibrary            *self); /* waits for pending work */
const char *ik_library_get_path     (IkLibrary            *self);
char       *ik_library_dup_default_path (void);

/* Any thread but the main loop's; waits for the worker. @label names the
 * change in the undo list ("Delete Pack"), NULL: not undoable. */
gboolean    ik_library_read         (IkLibrary            *self,
                                     IkLibraryFunc         func,
                                     gpointer              data,
                                     GCancellable         *cancellable,
                                     GError              **error);
gboolean    ik_library_write        (IkLibrary            *self,
                                     const char           *label,
                                     IkPriority            priority,
                                     IkLibraryFunc         func,
                                     gpointer              data,
                                     GCancellable         *cancellable,
                                     GError              **error);

/* Main loop; @data is freed with @data_free on the main context. */
void        ik_library_write_async  (IkLibrary            *self,
                                     const char           *label,
                                     IkPriority            priority,
                                     IkLibraryFunc         func,
                                     gpointer              data,
                                     GDestroyNotify        data_free,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
gboolean    ik_library_write_finish (IkLibrary            *self,
                                     GAsyncResult         *result,
                                     GError              **error);

/* Undo: between begin and end all labelled writes are one user command (an
 * import in chunks). Changesets reach the undo stack by the signal "recorded"
 * (const char *label, GBytes *changeset) on the main context, only while
 * recording is on (the window's undo stack turns it on). */
void        ik_library_set_recording (IkLibrary           *self,
                                      gboolean             recording);
gboolean    ik_library_apply         (IkLibrary           *self,
                                      GBytes              *changeset,
                                      gboolean             inverted,
                                      GCancellable        *cancellable,
                                      GError             **error);

/* Signal "changed" on the main context after a commit, an undo, or a change by
 * another program (looked for by ik_library_poll(), which the window calls
 * when it gets the focus). */
void        ik_library_poll          (IkLibrary           *self);

gboolean    ik_library_check         (IkLibrary           *self,
                                      GPtrArray          **out_problems,
                                      GCancellable        *cancellable,
                                      GError             **error);
gboolean    ik_library_backup        (IkLibrary           *self,
                                      const char          *path,
                                      GCancellable        *cancellable,
                                      GError             **error);
/* Replaces the library at @path by a backup, after checking it; the library
 * must not be open in this program. The replaced one is kept beside it. */
gboolean    ik_library_restore       (const char          *path,
                                      const char          *backup_path,
                                      GCancellable        *cancellable,
                                      GError             **error);

G_END_DECLS
