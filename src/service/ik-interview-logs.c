#include "ik-interviews.h"

#include "ik-independence.h"
#include "ik-interview-log-store.h"

/* What happened in an interview, and what was changed after it was handed in.
 * Everything here blocks: call it off the main loop. */

typedef struct
{
  const char *id;
  GPtrArray  *list; /* (owned) (nullable) */
} List;

/* The logs tell ratings as well. */
static gboolean
check_log (IkLibrary     *library,
           const char    *id,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr(IkInterview) interview = ik_interviews_load (library, id, cancellable, error);

  return interview != NULL &&
         (!interview->is_withheld ||
          ik_independence_check (library, interview, cancellable, error));
}

static gboolean
list_events_in_library (IkDatabase    *database,
                        gpointer       data,
                        GCancellable  *cancellable,
                        GError       **error)
{
  List *list = data;

  list->list = ik_interview_log_store_list_events (database, list->id, error);
  return list->list != NULL;
}

/**
 * ik_interviews_list_events:
 * @library: a library
 * @id: which interview
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Returns: (transfer full) (element-type IkInterviewEvent): its log, in order;
 *   %NULL with @error set on failure, #IK_STORE_ERROR_REFUSED where it is withheld
 */
GPtrArray *
ik_interviews_list_events (IkLibrary     *library,
                           const char    *id,
                           GCancellable  *cancellable,
                           GError       **error)
{
  List list = { id, NULL };

  if (check_log (library, id, cancellable, error))
    ik_library_read (library, list_events_in_library, &list, cancellable, error);
  return list.list;
}

static gboolean
list_changes_in_library (IkDatabase    *database,
                         gpointer       data,
                         GCancellable  *cancellable,
                         GError       **error)
{
  List *list = data;

  list->list = ik_interview_log_store_list_changes (database, list->id, error);
  return list->list != NULL;
}

/**
 * ik_interviews_list_changes:
 * @library: a library
 * @id: which interview
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Returns: (transfer full) (element-type IkInterviewChange): what was changed
 *   after handing in, in order; %NULL with @error set on failure,
 *   #IK_STORE_ERROR_REFUSED where it is withheld
 */
GPtrArray *
ik_interviews_list_changes (IkLibrary     *library,
                            const char    *id,
                            GCancellable  *cancellable,
                            GError       **error)
{
  List list = { id, NULL };

  if (check_log (library, id, cancellable, error))
    ik_library_read (library, list_changes_in_library, &list, cancellable, error);
  return list.list;
}
