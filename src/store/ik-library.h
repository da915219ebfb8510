#pragma once

#include "ik-clock.h"
#include "ik-database.h"

G_BEGIN_DECLS

/**
 * IkPriority:
 * @IK_PRIORITY_LIVE: a note that is being typed
 * @IK_PRIORITY_USER: somebody waits for it
 * @IK_PRIORITY_BACKGROUND: an import, a purge
 *
 * What is written first.
 */
typedef enum
{
  IK_PRIORITY_LIVE = 0,
  IK_PRIORITY_USER = 10,
  IK_PRIORITY_BACKGROUND = 20,
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

IkLibrary  *ik_library_open             (const char           *path,
                                         GCancellable         *cancellable,
                                         GError              **error);
void        ik_library_open_async       (const char           *path,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
IkLibrary  *ik_library_open_finish      (GAsyncResult         *result,
                                         GError              **error);
void        ik_library_close            (IkLibrary            *self);
const char *ik_library_get_path         (IkLibrary            *self);
IkClock    *ik_library_get_clock        (IkLibrary            *self);
void        ik_library_set_clock        (IkLibrary            *self,
                                         IkClock              *clock);
char       *ik_library_dup_default_path (void);

gboolean    ik_library_read             (IkLibrary            *self,
                                         IkLibraryFunc         func,
                                         gpointer              data,
                                         GCancellable         *cancellable,
                                         GError              **error);
gboolean    ik_library_write            (IkLibrary            *self,
                                         const char           *label,
                                         IkPriority            priority,
                                         IkLibraryFunc         func,
                                         gpointer              data,
                                         GCancellable         *cancellable,
                                         GError              **error);
gboolean    ik_library_write_step       (IkLibrary            *self,
                                         IkLibraryFunc         func,
                                         gpointer              data,
                                         GCancellable         *cancellable,
                                         GError              **error);
gboolean    ik_library_write_parts      (IkLibrary            *self,
                                         const char           *label,
                                         IkLibraryFunc         func,
                                         gpointer              data,
                                         const gboolean       *is_done,
                                         GCancellable         *cancellable,
                                         GError              **error);
gboolean    ik_library_is_awaited       (IkLibrary            *self);
void        ik_library_write_async      (IkLibrary            *self,
                                         const char           *label,
                                         IkPriority            priority,
                                         IkLibraryFunc         func,
                                         gpointer              data,
                                         GDestroyNotify        data_free,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
gboolean    ik_library_write_finish     (IkLibrary            *self,
                                         GAsyncResult         *result,
                                         GError              **error);

void        ik_library_set_recording    (IkLibrary            *self,
                                         gboolean              recording);
gboolean    ik_library_apply            (IkLibrary            *self,
                                         GBytes               *changeset,
                                         gboolean              inverted,
                                         GCancellable         *cancellable,
                                         GError              **error);
gboolean    ik_library_check_apply      (IkLibrary            *self,
                                         GBytes               *changeset,
                                         GCancellable         *cancellable,
                                         GError              **error);
void        ik_library_poll_async       (IkLibrary            *self,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
gboolean    ik_library_poll_finish      (IkLibrary            *self,
                                         GAsyncResult         *result,
                                         GError              **error);

gboolean    ik_library_scrub            (IkLibrary            *self,
                                         GCancellable         *cancellable,
                                         GError              **error);
gboolean    ik_library_check            (IkLibrary            *self,
                                         GPtrArray           **out_problems,
                                         GCancellable         *cancellable,
                                         GError              **error);
gboolean    ik_library_backup           (IkLibrary            *self,
                                         const char           *path,
                                         GCancellable         *cancellable,
                                         GError              **error);
GStrv       ik_library_list_copies      (IkLibrary            *self,
                                         GError              **error);
gboolean    ik_library_restore          (const char           *path,
                                         const char           *backup_path,
                                         GCancellable         *cancellable,
                                         GError              **error);

G_END_DECLS
