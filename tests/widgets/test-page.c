#include "ik-page.h"
#include "ik-test-library.h"
#include "ik-test-widgets.h"

/* A page that keeps the numbers of the loads that came to it. Each of them ends
 * when it may. */
#define TEST_TYPE_PAGE (test_page_get_type ())
G_DECLARE_FINAL_TYPE (TestPage, test_page, TEST, PAGE, IkPage)

struct _TestPage
{
  IkPage  parent_instance;

  GMutex  mutex;     /* of what stands above the counter of calls */
  GCond   cond;
  guint   n_begun;
  guint   n_may_end;

  guint   n_called;  /* main loop only from here on */
  GArray *shown;     /* element-type guint */
  guint   n_saves;
};

G_DEFINE_FINAL_TYPE (TestPage, test_page, IK_TYPE_PAGE)

static gpointer
load_job (IkLibrary     *library,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  TestPage *self = data;
  guint number;

  g_mutex_lock (&self->mutex);
  number = ++self->n_begun;
  g_cond_broadcast (&self->cond);
  while (self->n_may_end < number)
    g_cond_wait (&self->cond, &self->mutex);
  g_mutex_unlock (&self->mutex);

  return GUINT_TO_POINTER (number);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  TestPage *self = TEST_PAGE (source);
  g_autoptr(GError) error = NULL;
  guint number = GPOINTER_TO_UINT (ik_job_run_finish (result, &error));

  self->n_called++;
  if (error == NULL)
    g_array_append_val (self->shown, number);
  else
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_page_load (IkPage *page)
{
  ik_page_load (page, load_job, page, NULL, NULL, loaded_cb);
}

static void
test_page_save (IkPage *page)
{
  TEST_PAGE (page)->n_saves++;
}

static void
test_page_finalize (GObject *object)
{
  TestPage *self = TEST_PAGE (object);

  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
  g_array_unref (self->shown);

  G_OBJECT_CLASS (test_page_parent_class)->finalize (object);
}

static void
test_page_class_init (TestPageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = test_page_finalize;
  IK_PAGE_CLASS (klass)->load = test_page_load;
  IK_PAGE_CLASS (klass)->save = test_page_save;
}

static void
test_page_init (TestPage *self)
{
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  self->shown = g_array_new (FALSE, FALSE, sizeof (guint));
}

static gboolean
has_begun (gpointer data)
{
  TestPage *self = data;
  gboolean is_under_way;

  g_mutex_lock (&self->mutex);
  is_under_way = self->n_begun > self->n_may_end;
  g_mutex_unlock (&self->mutex);

  return is_under_way;
}

static void
let_end (TestPage *self)
{
  g_mutex_lock (&self->mutex);
  self->n_may_end++;
  g_cond_broadcast (&self->cond);
  g_mutex_unlock (&self->mutex);
}

static gboolean
was_called_twice (gpointer data)
{
  return ((TestPage *) data)->n_called == 2;
}

static void
test_reload (IkTestLibrary *test,
             gconstpointer  data)
{
  GtkWidget *page = g_object_new (TEST_TYPE_PAGE, NULL);
  TestPage *self = TEST_PAGE (page);
  GtkWidget *window = ik_test_widgets_show (page);

  g_test_summary ("What was found before a reload was asked for is not shown after it");

  ik_page_set_library (IK_PAGE (page), test->library);
  ik_test_widgets_wait (has_begun, page);
  ik_test_widgets_settle ();

  /* Its result waits for the main loop. */
  let_end (self);
  while (!g_main_context_pending (NULL))
    g_usleep (500);
  ik_page_reload (IK_PAGE (page));
  let_end (self);
  ik_test_widgets_wait (was_called_twice, page);
  g_assert_cmpuint (self->shown->len, ==, 1);
  g_assert_cmpuint (g_array_index (self->shown, guint, 0), ==, 2);

  gtk_window_destroy (GTK_WINDOW (window));
  ik_test_widgets_settle ();
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  TEST_PAGE (source)->n_saves++;
  ik_job_run_finish (result, &error);
  g_assert_no_error (error);
}

static gboolean
has_shown (gpointer data)
{
  return TEST_PAGE (data)->shown->len > 0;
}

static gboolean
has_saved (gpointer data)
{
  return TEST_PAGE (data)->n_saves > 0;
}

static void
test_write (IkTestLibrary *test,
            gconstpointer  data)
{
  GtkWidget *page = g_object_new (TEST_TYPE_PAGE, NULL);
  TestPage *self = TEST_PAGE (page);
  GtkWidget *window = ik_test_widgets_show (page);

  g_test_summary ("What was found before the page's own change is stored is not shown after it");

  ik_page_set_library (IK_PAGE (page), test->library);
  ik_test_widgets_wait (has_begun, page);
  ik_page_write (IK_PAGE (page), load_job, page, NULL, NULL, written_cb);
  ik_page_reload (IK_PAGE (page));
  let_end (self);
  ik_test_widgets_wait (has_begun, page);
  ik_test_widgets_settle ();
  g_assert_cmpuint (self->shown->len, ==, 0);
  g_assert_cmpuint (self->n_saves, ==, 0);
  g_assert_cmpuint (self->n_begun, ==, 2);

  let_end (self);
  ik_test_widgets_wait (has_saved, page);
  ik_test_widgets_wait (has_begun, page);
  let_end (self);
  ik_test_widgets_wait (has_shown, page);
  g_assert_cmpuint (g_array_index (self->shown, guint, 0), ==, 3);

  gtk_window_destroy (GTK_WINDOW (window));
  ik_test_widgets_settle ();
}

static void
test_save (IkTestLibrary *test,
           gconstpointer  data)
{
  GtkWidget *page = g_object_new (TEST_TYPE_PAGE, NULL);
  GtkWidget *window = ik_test_widgets_show (page);
  TestPage *self = TEST_PAGE (page);

  g_test_summary ("What was changed is saved after a while, and when the page goes out of view");

  ik_page_set_library (IK_PAGE (page), test->library);
  ik_test_widgets_wait (has_begun, page);
  ik_page_save_changes (IK_PAGE (page));
  g_assert_cmpuint (self->n_saves, ==, 0);
  ik_page_save_later (IK_PAGE (page), G_MAXINT);
  ik_page_save_later (IK_PAGE (page), 1);
  ik_test_widgets_wait (has_saved, page);
  g_assert_false (ik_page_has_changes (IK_PAGE (page)));

  ik_page_save_later (IK_PAGE (page), G_MAXINT);
  gtk_widget_set_visible (page, FALSE);
  g_assert_cmpuint (self->n_saves, ==, 2);
  gtk_widget_set_visible (page, TRUE);
  gtk_widget_set_visible (page, FALSE);
  g_assert_cmpuint (self->n_saves, ==, 2);

  /* What the library didn't take goes with the next attempt. */
  gtk_widget_set_visible (page, TRUE);
  ik_page_set_unsaved (IK_PAGE (page), TRUE);
  g_assert_true (ik_page_has_changes (IK_PAGE (page)));
  gtk_widget_set_visible (page, FALSE);
  g_assert_cmpuint (self->n_saves, ==, 3);
  g_assert_false (ik_page_has_changes (IK_PAGE (page)));

  let_end (self);
  gtk_window_destroy (GTK_WINDOW (window));
  ik_test_widgets_settle ();
}

int
main (int    argc,
      char **argv)
{
  ik_test_widgets_init (&argc, &argv);

  g_test_add ("/widgets/page/reload", IkTestLibrary, NULL, ik_test_library_set_up, test_reload,
              ik_test_library_tear_down);
  g_test_add ("/widgets/page/write", IkTestLibrary, NULL, ik_test_library_set_up, test_write,
              ik_test_library_tear_down);
  g_test_add ("/widgets/page/save", IkTestLibrary, NULL, ik_test_library_set_up, test_save,
              ik_test_library_tear_down);

  return g_test_run ();
}
