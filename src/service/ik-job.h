#pragma once

#include "ik-library.h"

G_BEGIN_DECLS

/**
 * IkJobFunc:
 * @library: the library
 * @data: data of the caller
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Work of a view that runs on a thread of its own and may block.
 *
 * Returns: (nullable): the result, %NULL with @error set on failure
 */
typedef gpointer (*IkJobFunc) (IkLibrary     *library,
                               gpointer       data,
                               GCancellable  *cancellable,
                               GError       **error);

void     ik_job_run_async    (gpointer             source,
                              IkLibrary           *library,
                              IkJobFunc            func,
                              gpointer             data,
                              GDestroyNotify       data_free,
                              GDestroyNotify       result_free,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data);
void     ik_job_change_async (gpointer             source,
                              IkLibrary           *library,
                              IkJobFunc            func,
                              gpointer             data,
                              GDestroyNotify       data_free,
                              GDestroyNotify       result_free,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data);
gpointer ik_job_run_finish   (GAsyncResult        *result,
                              GError             **error);

G_END_DECLS
