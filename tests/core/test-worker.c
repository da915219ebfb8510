#include "ik-worker.h"

/* A gate that keeps the worker busy, so that work piles up behind it. */
typedef struct
{
  GMutex    mutex;
  GCond     cond;
  gboolean  is_entered;
  gboolean  is_open;
  GString  *order;
} Gate;

static gboolean
wait_at_gate_cb (gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  Gate *gate = data;

  g_mutex_lock (&gate->mutex);
  gate->is_entered = TRUE;
  g_cond_broadcast (&gate->cond);
  while (!gate->is_open)
    g_cond_wait (&gate->cond, &gate->mutex);
  g_mutex_unlock (&gate->mutex);

  return TRUE;
}

static void
gate_close (Gate     *gate,
            IkWorker *worker)
{
  g_mutex_init (&gate->mutex);
  g_cond_init (&gate->cond);
  gate->order = g_string_new (NULL);
  ik_worker_call_async (worker, 0, wait_at_gate_cb, gate, NULL, NULL, NULL, NULL);

  g_mutex_lock (&gate->mutex);
  while (!gate->is_entered)
    g_cond_wait (&gate->cond, &gate->mutex);
  g_mutex_unlock (&gate->mutex);
}

static void
gate_open (Gate *gate)
{
  g_mutex_lock (&gate->mutex);
  gate->is_open = TRUE;
  g_cond_broadcast (&gate->cond);
  g_mutex_unlock (&gate->mutex);
}

static void
gate_clear (Gate *gate)
{
  g_mutex_clear (&gate->mutex);
  g_cond_clear (&gate->cond);
  g_string_free (gate->order, TRUE);
}

static void
drain (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

typedef struct
{
  Gate *gate;
  char  letter;
} Letter;

static gboolean
append_letter_cb (gpointer       data,
                  GCancellable  *cancellable,
                  GError       **error)
{
  Letter *letter = data;

  g_string_append_c (letter->gate->order, letter->letter);
  return TRUE;
}

static void
test_order (void)
{
  g_autoptr(IkWorker) worker = ik_worker_new ();
  Gate gate = { 0 };
  Letter letters[] = {
    { &gate, 'e' }, { &gate, 'c' }, { &gate, 'a' }, { &gate, 'd' }, { &gate, 'b' },
  };
  static const int priorities[] = { 20, 10, 0, 10, 0 };

  gate_close (&gate, worker);
  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    ik_worker_call_async (worker, priorities[i], append_letter_cb, &letters[i], NULL, NULL, NULL,
                          NULL);
  gate_open (&gate);
  ik_worker_stop (worker);

  g_assert_cmpstr (gate.order->str, ==, "abcde");
  drain ();
  gate_clear (&gate);
}

static gboolean
fail_cb (gpointer       data,
         GCancellable  *cancellable,
         GError       **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, data);
  return FALSE;
}

static gboolean
note_thread_cb (gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  GThread **thread = data;

  *thread = g_thread_self ();
  return TRUE;
}

static void
test_call (void)
{
  g_autoptr(IkWorker) worker = ik_worker_new ();
  g_autoptr(GError) error = NULL;
  char message[] = "no luck";
  GThread *first = NULL;
  GThread *second = NULL;

  g_assert_true (ik_worker_call (worker, 0, note_thread_cb, &first, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (ik_worker_call (worker, 5, note_thread_cb, &second, NULL, NULL));
  g_assert_true (first == second);
  g_assert_true (first != g_thread_self ());

  g_assert_false (ik_worker_call (worker, 0, fail_cb, message, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_cmpstr (error->message, ==, "no luck");
  g_assert_false (ik_worker_call (worker, 0, fail_cb, message, NULL, NULL));
}

static void
test_cancelled_before (void)
{
  g_autoptr(IkWorker) worker = ik_worker_new ();
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  GThread *thread = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (ik_worker_call (worker, 0, note_thread_cb, &thread, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (thread);
}

static gboolean
cancel_itself_cb (gpointer       data,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_cancellable_cancel (cancellable);
  return TRUE;
}

static void
keep_result_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_set_object ((GAsyncResult **) user_data, result);
}

/* What was done is not reported as cancelled: a note would be written twice. */
static void
test_cancelled_too_late (void)
{
  g_autoptr(IkWorker) worker = ik_worker_new ();
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  ik_worker_call_async (worker, 0, cancel_itself_cb, NULL, NULL, cancellable, keep_result_cb,
                        &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_assert_true (ik_worker_call_finish (worker, result, &error));
  g_assert_no_error (error);
}

static void
check_thread_cb (gpointer data)
{
  GThread **thread = data;

  g_assert_true (*thread == NULL);
  *thread = g_thread_self ();
}

static gboolean
do_nothing_cb (gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  return TRUE;
}

/* Over and over: who drops the last reference is a race otherwise. */
static void
test_data_is_freed_here (void)
{
  g_autoptr(IkWorker) worker = ik_worker_new ();

  for (guint i = 0; i < 500; i++)
    {
      GThread *thread = NULL;

      ik_worker_call_async (worker, 0, do_nothing_cb, &thread, check_thread_cb, NULL, NULL, NULL);
      while (thread == NULL)
        g_main_context_iteration (NULL, TRUE);
      g_assert_true (thread == g_thread_self ());
    }
}

static void
test_stop_finishes (void)
{
  IkWorker *worker = ik_worker_new ();
  Gate gate = { 0 };
  Letter letter = { &gate, 'x' };

  gate_close (&gate, worker);
  for (guint i = 0; i < 10; i++)
    ik_worker_call_async (worker, 0, append_letter_cb, &letter, NULL, NULL, NULL, NULL);
  gate_open (&gate);
  ik_worker_stop (worker);
  g_assert_cmpuint (gate.order->len, ==, 10);

  drain ();
  g_assert_finalize_object (worker);
  gate_clear (&gate);
}

static gpointer
call_until_stopped (gpointer worker)
{
  GError *error = NULL;

  while (ik_worker_call (worker, 0, do_nothing_cb, NULL, NULL, &error))
    ;

  return error;
}

static void
stopped_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  gboolean *done = user_data;
  g_autoptr(GError) error = NULL;

  g_assert_false (ik_worker_call_finish (IK_WORKER (source), result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  *done = TRUE;
}

/* Other threads can't know that it is. */
static void
test_stopped (void)
{
  for (guint i = 0; i < 100; i++)
    {
      g_autoptr(IkWorker) worker = ik_worker_new ();
      GThread *thread = g_thread_new ("caller", call_until_stopped, worker);
      g_autoptr(GError) error = NULL;
      gboolean done = FALSE;

      ik_worker_stop (worker);
      error = g_thread_join (thread);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

      ik_worker_call_async (worker, 0, do_nothing_cb, NULL, NULL, NULL, stopped_cb, &done);
      while (!done)
        g_main_context_iteration (NULL, TRUE);
      g_assert_false (ik_worker_is_awaited (worker));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/core/worker/order", test_order);
  g_test_add_func ("/core/worker/call", test_call);
  g_test_add_func ("/core/worker/cancelled-before", test_cancelled_before);
  g_test_add_func ("/core/worker/cancelled-too-late", test_cancelled_too_late);
  g_test_add_func ("/core/worker/data-is-freed-here", test_data_is_freed_here);
  g_test_add_func ("/core/worker/stop-finishes", test_stop_finishes);
  g_test_add_func ("/core/worker/stopped", test_stopped);

  return g_test_run ();
}
