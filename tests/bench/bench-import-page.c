#include <adwaita.h>
#include <glib/gstdio.h>

#include "ik-bench-stall.h"
#include "ik-import-page.h"
#include "ik-source-row.h"
#include "ik-widgets.h"

#define MAX_BYTES (10 * 1024 * 1024)

/* What is done after a step, as a person waits for it. */
#define SETTLE_MS 1500

#define LINE_OF_100 "Ask what it measures first, and how they know that the change was the cause of what they saw then. "
#define LINE_OF_500 LINE_OF_100 LINE_OF_100 LINE_OF_100 LINE_OF_100 LINE_OF_100
#define BLANKS_100 "                                                                                                    "
#define BLANKS_500 BLANKS_100 BLANKS_100 BLANKS_100 BLANKS_100 BLANKS_100

static void
report (const char *step)
{
  g_print ("%-36s longest stall %6.1f ms\n", step, (double) ik_bench_stall_take () / 1000);
}

/* Paragraphs three times as long: as many blocks as are read at most would come
 * to less than 10 MB. */
static char *
lengthen (const char *document)
{
  g_auto(GStrv) lines = g_strsplit (document, "\n", -1);
  GString *text = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      guint n = strlen (lines[i]) > 60 && g_ascii_isalpha (lines[i][0]) ? 3 : 1;

      while (n-- > 0)
        g_string_append_printf (text, "%s%s", lines[i], n > 0 ? " " : "\n");
    }

  return g_string_free (text, FALSE);
}

/* What a person would never write, and what a person does. */
static const struct
{
  const char *name;
  const char *start;
  const char *part; /* over and over */
  gsize       size;
} others[] = {
  { "50,000 quotes in each other", "", "> ", 100 * 1000 },
  { "6 MB of open pictures", "", "![[]()", 6 * 1000 * 1000 },
  { "a word of 5 MB", "1. Why ", "x", 5 * 1000 * 1000 },
  { "lines of 1,500 letters", "",
    "## How would you find out?\n\n"
    LINE_OF_500 LINE_OF_500 LINE_OF_500 "\n" LINE_OF_500 LINE_OF_500 LINE_OF_500 "\n\n",
    8 * 1000 * 1000 },
  { "blanks before each line", "",
    "1. Why?\n" BLANKS_500 BLANKS_500 "- so\n" BLANKS_500 BLANKS_500 "- or so\n", 2 * 1000 * 1000 },
};

/* Something over and over. */
static char *
write_document (const char *directory,
                const char *start,
                const char *part,
                gsize       size)
{
  g_autoptr(GString) text = g_string_new (start);
  g_autoptr(GError) error = NULL;
  char *path = g_build_filename (directory, "document.md", NULL);

  while (text->len < size)
    g_string_append (text, part);
  g_file_set_contents (path, text->str, (gssize) text->len, &error);
  g_assert_no_error (error);

  return path;
}

static void
draw_cb (GdkFrameClock *clock,
         GtkWidget     *page)
{
  gboolean *is_drawn = g_object_get_data (G_OBJECT (page), "is-drawn");

  *is_drawn = *is_drawn || ik_bench_find_mapped (page, IK_TYPE_SOURCE_ROW) != NULL;
}

static void
open_document (GtkWidget  *page,
               const char *path)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (page);
  gboolean is_drawn = FALSE;
  gint64 start_us;

  g_object_set_data (G_OBJECT (page), "is-drawn", &is_drawn);
  g_signal_connect (clock, "after-paint", G_CALLBACK (draw_cb), page);
  ik_bench_stall_take ();
  start_us = g_get_monotonic_time ();
  ik_import_page_add_file (IK_IMPORT_PAGE (page), file);
  while (!is_drawn)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handlers_disconnect_by_func (clock, draw_cb, page);
  g_print ("first block shown after %.0f ms (at most 300)\n",
           (double) (g_get_monotonic_time () - start_us) / 1000);
  report ("open");

  while (gtk_editable_get_text (GTK_EDITABLE (ik_bench_find_mapped (page, GTK_TYPE_ENTRY)))[0] == '\0')
    g_main_context_iteration (NULL, TRUE);
  g_print ("draft shown after %.0f ms\n",
           (double) (g_get_monotonic_time () - start_us) / 1000);
  ik_bench_stall_settle (SETTLE_MS);
  report ("draft");
}

static void
scroll (GtkWidget *page)
{
  GtkWidget *row = ik_bench_find_mapped (page, IK_TYPE_SOURCE_ROW);
  GtkWidget *list = gtk_widget_get_ancestor (row, GTK_TYPE_LIST_VIEW);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));

  for (guint i = 1; i <= 20; i++)
    {
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment) * i / 21);
      ik_bench_stall_settle (60);
    }
}

static void
act (GtkWidget  *page,
     const char *step,
     const char *action,
     const char *target)
{
  g_autoptr(GVariant) parameter =
    target != NULL ? g_variant_parse (NULL, target, NULL, NULL, NULL) : NULL;

  gtk_widget_activate_action_variant (page, action, parameter);
  ik_bench_stall_settle (2 * SETTLE_MS);
  report (step);
}

static GtkWidget *
show_page (void)
{
  GtkWidget *page = ik_import_page_new ();
  GtkWidget *window = adw_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  adw_window_set_content (ADW_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));
  ik_bench_stall_settle (SETTLE_MS);

  return page;
}

/* Opens a document, looks through it, and says what a line is. */
static void
try_other (const char *directory,
           guint       index)
{
  g_autofree char *path = write_document (directory, others[index].start, others[index].part,
                                          others[index].size);
  GtkWidget *page = show_page ();

  g_print ("%s:\n", others[index].name);
  open_document (page, path);
  scroll (page);
  report ("scroll");
  act (page, "one block", "import.role", "'follow-up'");
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (page)));
  ik_bench_stall_settle (SETTLE_MS);
  g_unlink (path);
}

static void
try_document (const char *directory,
              const char *template_path)
{
  g_autofree char *document = NULL;
  g_autofree char *longer = NULL;
  g_autofree char *path = NULL;
  g_autoptr(GError) error = NULL;
  GtkWidget *page = show_page ();

  g_file_get_contents (template_path, &document, NULL, &error);
  g_assert_no_error (error);
  longer = lengthen (document);
  path = write_document (directory, "", longer, MAX_BYTES);

  open_document (page, path);
  scroll (page);
  report ("scroll");
  act (page, "leave out one question", "import.toggle", NULL);
  act (page, "one block", "import.role", "'follow-up'");
  act (page, "all blocks of a kind", "import.role-of-kind", "'not-wanted'");
  act (page, "undo", "import.undo", NULL);
  act (page, "leave out all", "import.accept-all", "false");
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (page)));
  ik_bench_stall_settle (SETTLE_MS);
  g_unlink (path);
}

/* Prints when the first line of a document of 10 MB is on the screen, and for
 * each step the longest time that the window stood still; the same for
 * documents that are long in other ways. */
int
main (int    argc,
      char **argv)
{
  g_autofree char *directory = g_dir_make_tmp ("bench-import-XXXXXX", NULL);

  gtk_init ();
  adw_init ();
  ik_widgets_init ();
  ik_bench_stall_watch ();

  try_document (directory, argv[1]);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    try_other (directory, i);
  g_rmdir (directory);

  return 0;
}
