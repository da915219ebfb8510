#include <adwaita.h>

#include "ik-bench-stall.h"
#include "ik-import.h"
#include "ik-pack-page.h"
#include "ik-packs-page.h"
#include "ik-set-bank.h"
#include "ik-widgets.h"
#include "ik-window.h"

/* What is done after a step, as a person waits for it. */
#define SETTLE_MS 600

static void
report (guint       n_questions,
        const char *step)
{
  g_print ("%6u questions  %-24s %6.1f ms\n", n_questions, step, (double) ik_bench_stall_take () / 1000);
}

static IkPack *
create_pack (guint n_questions)
{
  IkPack *pack = ik_pack_new ("Bank");
  IkSection *section = NULL;

  for (guint i = 0; i < n_questions; i++)
    {
      g_autofree char *title = g_strdup_printf ("Section %u", i / 40 + 1);
      g_autofree char *prompt =
        g_strdup_printf ("How would you explain topic %u to somebody who is new to it?", i);
      IkQuestion *question = ik_question_new (prompt);

      if (i % 40 == 0)
        {
          section = ik_section_new (title);
          g_ptr_array_add (pack->sections, section);
        }
      g_free (question->interviewer.reference_answer);
      question->interviewer.reference_answer =
        g_strdup_printf ("Begins with what the listener knows, and gives example %u.", i);
      g_ptr_array_add (section->questions, question);
    }

  return pack;
}

static void
scroll (GtkWidget *root)
{
  GtkWidget *list = ik_bench_find_mapped (root, GTK_TYPE_LIST_VIEW);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));

  for (guint i = 1; i <= 20; i++)
    {
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment) * i / 20);
      ik_bench_stall_settle (30);
    }
}

static void
type (GtkWidget *root)
{
  const char *texts[] = { "e", "ex", "exp", "expl", "expla", "explain", "topic 77", "" };
  GtkWidget *entry = ik_bench_find_mapped (root, GTK_TYPE_SEARCH_ENTRY);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (entry), texts[i]);
      ik_bench_stall_settle (250);
    }
  ik_bench_stall_settle (SETTLE_MS);
}

static void
measure (GtkApplication *application,
         guint           n_questions)
{
  g_autofree char *directory = g_dir_make_tmp ("bench-window-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (directory, "library.db", NULL);
  g_autoptr(IkPack) pack = create_pack (n_questions);
  g_autoptr(GError) error = NULL;
  g_autofree char *id = NULL;
  IkWindow *window = ik_window_new (application, path);
  GtkWidget *packs;
  GtkWidget *bank;

  gtk_window_present (GTK_WINDOW (window));
  while (ik_window_get_library (window) == NULL)
    g_main_context_iteration (NULL, TRUE);
  id = ik_import_store (ik_window_get_library (window), pack, NULL, NULL, &error);
  g_assert_no_error (error);
  packs = ik_window_show_page (window, "packs");
  ik_bench_stall_settle (SETTLE_MS);

  ik_bench_stall_take ();
  type (packs);
  report (n_questions, "search from the packs");

  ik_packs_page_open (IK_PACKS_PAGE (packs), id, NULL);
  ik_bench_stall_settle (SETTLE_MS);
  report (n_questions, "open the pack");
  scroll (ik_bench_find_mapped (packs, IK_TYPE_PACK_PAGE));
  report (n_questions, "scroll the pack");
  type (ik_bench_find_mapped (packs, IK_TYPE_PACK_PAGE));
  report (n_questions, "search the pack");

  gtk_widget_activate_action (GTK_WIDGET (window), "win.new-set", NULL);
  ik_bench_stall_settle (SETTLE_MS);
  report (n_questions, "open a set and the bank");
  bank = ik_bench_find_mapped (GTK_WIDGET (window), IK_TYPE_SET_BANK);
  scroll (bank);
  report (n_questions, "scroll the bank");
  type (bank);
  report (n_questions, "search the bank");

  gtk_window_destroy (GTK_WINDOW (window));
  ik_bench_stall_settle (SETTLE_MS);
}

/* Prints for each step the longest time that the window stood still. */
int
main (int    argc,
      char **argv)
{
  g_autoptr(GtkApplication) application = NULL;

  gtk_init ();
  adw_init ();
  ik_widgets_init ();
  ik_bench_stall_watch ();

  application = GTK_APPLICATION (adw_application_new ("com.example.InterviewKit.Bench",
                                                      G_APPLICATION_NON_UNIQUE));
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  measure (application, 1000);
  measure (application, 10000);

  return 0;
}
