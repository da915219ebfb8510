#include "ik-task.h"

/* With g_task_run_in_thread() some 100 of these end on the thread. */
#define N_TASKS 10000

typedef struct
{
  GThread *thread;
  guint    n_done;
  guint    n_finalized;
  guint    n_finalized_elsewhere;
} Test;

static void
finalized_cb (gpointer  data,
              GObject  *source)
{
  Test *test = data;

  if (g_thread_self () != test->thread)
    g_atomic_int_inc (&test->n_finalized_elsewhere);
  g_atomic_int_inc (&test->n_finalized);
}

static void
work_cb (GTask        *task,
         gpointer      source,
         gpointer      data,
         GCancellable *cancellable)
{
  g_task_return_int (task, GPOINTER_TO_INT (data) + 1);
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  Test *test = data;
  g_autoptr(GError) error = NULL;

  g_assert_true (g_thread_self () == test->thread);
  g_assert_cmpint (g_task_propagate_int (G_TASK (result), &error), ==, test->n_done + 1);
  g_assert_no_error (error);
  test->n_done++;
}

static void
start (Test  *test,
       guint  number)
{
  g_autoptr(GObject) source = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr(GTask) task = g_task_new (source, NULL, done_cb, test);

  g_object_weak_ref (source, finalized_cb, test);
  g_task_set_task_data (task, GUINT_TO_POINTER (number), NULL);
  ik_task_run_in_thread (task, work_cb);
}

static void
test_last_reference (void)
{
  Test test = { .thread = g_thread_self () };

  g_test_summary ("What a task is about is finalized where it came from");

  for (guint i = 0; i < N_TASKS; i++)
    {
      start (&test, i);
      while (test.n_done <= i)
        g_main_context_iteration (NULL, i % 2 == 0);
    }
  while ((guint) g_atomic_int_get (&test.n_finalized) < N_TASKS)
    g_main_context_iteration (NULL, FALSE);

  g_assert_cmpuint (test.n_finalized_elsewhere, ==, 0);
}

static void
cancelled_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (g_task_propagate_int (G_TASK (result), &error), ==, -1);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  *(gboolean *) data = TRUE;
}

static void
test_cancelled (void)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GTask) task = NULL;
  gboolean is_done = FALSE;

  g_test_summary ("A task that is cancelled says so, as any other");

  task = g_task_new (NULL, cancellable, cancelled_cb, &is_done);
  g_cancellable_cancel (cancellable);
  ik_task_run_in_thread (task, work_cb);
  while (!is_done)
    g_main_context_iteration (NULL, TRUE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/task/last-reference", test_last_reference);
  g_test_add_func ("/core/task/cancelled", test_cancelled);

  return g_test_run ();
}
