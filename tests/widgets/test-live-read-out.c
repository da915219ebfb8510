#include "ik-read-out.h"
#include "ik-test-live-page.h"
#include "ik-text.h"

/* Another page for the same interview, with other scripts: one that opens it, and
 * one of so many paragraphs that opens its first section. */
static void
show_with (IkTestLivePage *fixture,
           const char     *opening,
           const char     *paragraph,
           guint           n_paragraphs)
{
  g_autoptr(IkClock) clock = ik_clock_new_system ();
  g_autoptr(GString) introduction = g_string_new (NULL);
  IkInterview *interview;

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ik_test_widgets_settle ();
  ik_test_interview_flush (fixture->live);
  g_assert_finalize_object (g_steal_pointer (&fixture->live));

  interview = ik_test_interview_load (fixture->base.library, fixture->id);
  ik_text_set (&interview->opening, opening);
  for (guint i = 0; i < n_paragraphs; i++)
    g_string_append_printf (introduction, "%s\n\n", paragraph);
  ik_text_set (&((IkInterviewItem *) interview->items->pdata[0])->section_introduction,
               introduction->str);
  fixture->live = ik_live_interview_new (fixture->base.library, interview, clock);
  ik_live_interview_start (fixture->live);
  fixture->page = ik_live_page_new (fixture->live);
  fixture->window = ik_test_widgets_show_sized (fixture->page, 1080, 720);
}

static gboolean
reads_opening (IkTestLivePage *fixture)
{
  IkReadOut *opening = IK_READ_OUT (ik_test_widgets_find (fixture->page, IK_TYPE_READ_OUT,
                                                          "opening"));

  return ik_read_out_is_unfolded (opening) &&
         g_str_has_prefix (ik_read_out_get_text (opening), "Welcome");
}

static void
test_opening (IkTestLivePage *fixture,
              gconstpointer   data)
{
  GtkWidget *box;

  g_test_summary ("The script stands before the first question, and a key brings it back");

  g_assert_false (reads_opening (fixture));
  show_with (fixture, "Welcome, and thank you for coming.", "A round of names.", 1);
  g_assert_true (reads_opening (fixture));

  /* Somebody looks over the shoulder. */
  box = ik_test_widgets_find (fixture->page, IK_TYPE_READ_OUT, "opening");
  ik_test_live_page_activate (fixture, "live.hide", NULL);
  g_assert_cmpfloat (gtk_widget_get_opacity (box), <, 0.5);
  ik_test_live_page_activate (fixture, "live.hide", NULL);
  g_assert_cmpfloat (gtk_widget_get_opacity (box), >, 0.5);

  ik_test_live_page_activate (fixture, "live.opening", NULL);
  g_assert_false (reads_opening (fixture));
  ik_test_live_page_activate (fixture, "live.opening", NULL);
  ik_test_live_page_activate (fixture, "live.next", NULL);
  g_assert_false (reads_opening (fixture));
  ik_test_live_page_activate (fixture, "live.opening", NULL);
  g_assert_true (reads_opening (fixture));

  /* Read once: going back doesn't ask for it again. */
  ik_test_live_page_activate (fixture, "live.previous", NULL);
  g_assert_false (reads_opening (fixture));
}

static IkReadOut *
get_introduction (IkTestLivePage *fixture)
{
  GtkWidget *opening = ik_test_widgets_find (fixture->page, IK_TYPE_READ_OUT, "opening");

  return IK_READ_OUT (gtk_widget_get_next_sibling (opening));
}

/* All of it, where it can be read. */
static gboolean
shows_prompt (IkTestLivePage *fixture)
{
  GtkWidget *prompt = ik_test_widgets_find (fixture->page, GTK_TYPE_LABEL, "prompt");
  GtkWidget *scroller = gtk_widget_get_ancestor (prompt, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (prompt, scroller, &bounds));
  return bounds.origin.y >= 0 &&
         bounds.origin.y + bounds.size.height <= gtk_widget_get_height (scroller);
}

static double
get_scrolled (GtkWidget *widget)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);

  return gtk_adjustment_get_value (
    gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)));
}

static void
test_introduction (IkTestLivePage *fixture,
                   gconstpointer   data)
{
  const char *paragraph = "We ask each candidate the same questions. Think aloud.";
  IkReadOut *introduction;

  g_test_summary ("What a section begins with leaves the prompt in view, and folds once the "
                  "answer is listened to");

  show_with (fixture, "", paragraph, 12);
  introduction = get_introduction (fixture);
  g_assert_true (ik_read_out_is_unfolded (introduction));
  g_assert_true (shows_prompt (fixture));

  ik_test_live_page_activate (fixture, "live.scroll", "1");
  g_assert_cmpfloat (get_scrolled (GTK_WIDGET (introduction)), >, 0);
  ik_test_live_page_activate (fixture, "live.scroll", "-1");
  g_assert_cmpfloat (get_scrolled (GTK_WIDGET (introduction)), <, 0.5);
  ik_test_live_page_type (fixture, "Came by train.");
  ik_test_widgets_settle ();
  g_assert_false (ik_read_out_is_unfolded (introduction));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (introduction)));
  g_assert_true (shows_prompt (fixture));

  /* Unfolded by hand, it stays, and is not asked for again. */
  ik_test_live_page_activate (fixture, "live.opening", NULL);
  ik_test_live_page_type (fixture, "Came by train, late.");
  g_assert_true (ik_read_out_is_unfolded (introduction));
  ik_test_live_page_activate (fixture, "live.next", NULL);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (introduction)));
  ik_test_live_page_activate (fixture, "live.previous", NULL);
  g_assert_false (ik_read_out_is_unfolded (introduction));
  g_assert_true (shows_prompt (fixture));
}

static void
test_quiet (IkTestLivePage *fixture,
            gconstpointer   data)
{
  IkReadOut *introduction;

  g_test_summary ("Nothing is read out while the candidate has quiet time");

  show_with (fixture, "", "A case.", 1);
  introduction = get_introduction (fixture);
  ik_test_live_page_activate (fixture, "live.quiet", NULL);
  g_assert_false (ik_read_out_is_unfolded (introduction));

  /* What was only passed by is still to be read out. */
  ik_test_live_page_activate (fixture, "live.next", NULL);
  ik_test_live_page_activate (fixture, "live.previous", NULL);
  g_assert_true (ik_read_out_is_unfolded (introduction));
}

#define ADD(name, func) \
  g_test_add ("/widgets/live-read-out/" name, IkTestLivePage, NULL, ik_test_live_page_set_up, func, \
              ik_test_live_page_tear_down)

int
main (int   argc,
      char *argv[])
{
  ik_test_widgets_init (&argc, &argv);

  ADD ("opening", test_opening);
  ADD ("introduction", test_introduction);
  ADD ("quiet", test_quiet);

  return g_test_run ();
}
