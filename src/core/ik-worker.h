#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define IK_TYPE_WORKER (ik_worker_get_type ())
G_DECLARE_FINAL_TYPE (IkWorker, ik_worker, IK, WORKER, GObject)

/**
 * IkWorkerFunc:
 * @data: data of the caller
 * @cancellable: (nullable): what cancels the work
 * @error: return location
 *
 * A piece of work; runs on the worker's thread.
 *
 * Returns: whether it succeeded
 */
typedef gboolean (*IkWorkerFunc) (gpointer       data,
                                  GCancellable  *cancellable,
                                  GError       **error);

IkWorker *ik_worker_new         (void);
gboolean  ik_worker_call        (IkWorker             *self,
                                 int                   priority,
                                 IkWorkerFunc          func,
                                 gpointer              data,
                                 GCancellable         *cancellable,
                                 GError              **error);
void      ik_worker_call_async  (IkWorker             *self,
                                 int                   priority,
                                 IkWorkerFunc          func,
                                 gpointer              data,
                                 GDestroyNotify        data_free,
                                 GCancellable         *cancellable,
                                 GAsyncReadyCallback   callback,
                                 gpointer              user_data);
gboolean  ik_worker_call_finish (IkWorker             *self,
                                 GAsyncResult         *result,
                                 GError              **error);
gboolean  ik_worker_is_awaited  (IkWorker             *self);
void      ik_worker_stop        (IkWorker             *self);

G_END_DECLS
