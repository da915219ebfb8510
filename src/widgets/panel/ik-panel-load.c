#include "ik-panel-load.h"

#include "ik-toast.h"
#include "ik-window.h"

/* Which panel, as the other thread takes it. */
typedef struct
{
  char *candidate_id;
  char *round;
} Key;

static void
key_free (gpointer data)
{
  Key *self = data;

  g_free (self->candidate_id);
  g_free (self->round);
  g_free (self);
}

static gpointer
load_job (IkLibrary     *library,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  const Key *key = data;

  return ik_debriefs_load (library, key->candidate_id, key->round, cancellable, error);
}

/**
 * ik_panel_load:
 * @page: a page about a panel
 * @candidate_id: whom it is about
 * @round: title of the round, "" for the interviews without one
 * @callback: ends with ik_panel_load_finish()
 *
 * Loads what the page shows, by ik_page_load().
 */
void
ik_panel_load (IkPage              *page,
               const char          *candidate_id,
               const char          *round,
               GAsyncReadyCallback  callback)
{
  Key *key = g_new0 (Key, 1);

  key->candidate_id = g_strdup (candidate_id);
  key->round = g_strdup (round);
  ik_page_load (page, load_job, key, key_free, (GDestroyNotify) ik_debrief_free, callback);
}

/**
 * ik_panel_load_finish:
 * @page: a page about a panel
 * @result: what the callback of ik_panel_load() got
 *
 * Tells of what went wrong, and leaves the page of a panel that is gone.
 *
 * Returns: (transfer full) (nullable): what the page shows; %NULL on failure
 */
IkDebrief *
ik_panel_load_finish (IkPage       *page,
                      GAsyncResult *result)
{
  g_autoptr(GError) error = NULL;
  IkDebrief *debrief = ik_job_run_finish (result, &error);

  if (debrief != NULL)
    return debrief;

  ik_toast_show_error (GTK_WIDGET (page), error);
  if (g_error_matches (error, IK_STORE_ERROR, IK_STORE_ERROR_NOT_FOUND))
    ik_window_leave_page (GTK_WIDGET (page));

  return NULL;
}
