#include "ik-test-live-page.h"

void
ik_test_live_page_set_up (IkTestLivePage *test,
                          gconstpointer   data)
{
  g_autoptr(IkClock) clock = ik_clock_new_system ();

  ik_test_library_set_up (&test->base, data);
  test->id = ik_test_interview_plan (&test->base);
  test->live = ik_live_interview_new (test->base.library,
                                      ik_test_interview_load (test->base.library,
                                                              test->id),
                                      clock);
  ik_live_interview_start (test->live);
  test->page = ik_live_page_new (test->live);
  test->window = ik_test_widgets_show (test->page);
}

void
ik_test_live_page_tear_down (IkTestLivePage *test,
                             gconstpointer   data)
{
  gtk_window_destroy (GTK_WINDOW (test->window));
  ik_test_widgets_settle ();
  ik_test_interview_flush (test->live);
  g_assert_finalize_object (g_steal_pointer (&test->live));
  g_free (test->id);
  ik_test_library_tear_down (&test->base, data);
}

const IkInterviewItem *
ik_test_live_page_get_item (IkTestLivePage *test)
{
  const IkInterview *interview = ik_live_interview_get_interview (test->live);

  return interview->items->pdata[ik_live_interview_get_current (test->live)];
}

void
ik_test_live_page_activate (IkTestLivePage *test,
                            const char     *action,
                            const char     *target)
{
  g_autoptr(GVariant) value = NULL;

  if (target != NULL)
    value = g_variant_ref_sink (g_variant_parse (NULL, target, NULL, NULL, NULL));
  g_assert_true (gtk_widget_activate_action_variant (test->page, action, value));
}

GtkTextView *
ik_test_live_page_get_note_view (IkTestLivePage *test)
{
  return GTK_TEXT_VIEW (ik_test_widgets_find (test->page, GTK_TYPE_TEXT_VIEW, "note"));
}

void
ik_test_live_page_type (IkTestLivePage *test,
                        const char     *text)
{
  GtkTextView *view = ik_test_live_page_get_note_view (test);

  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (view), text, -1);
}
