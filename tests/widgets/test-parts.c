/* Parts of pages that need no window around them. */

#include "ik-attachment-list.h"
#include "ik-rich-view.h"
#include "ik-search-row.h"
#include "ik-test-widgets.h"

static void
test_table (void)
{
  GtkWidget *view = g_object_ref_sink (ik_rich_view_new ());
  int height;

  g_test_summary ("A table is as high as its rows, not as the letters of a cell");

  ik_rich_view_set_text (IK_RICH_VIEW (view),
                         "| Request | Effect |\n|---|---|\n"
                         "| POST | creates an invoice; the server gives it a number |\n");
  gtk_widget_measure (view, GTK_ORIENTATION_VERTICAL, 400, NULL, &height, NULL, NULL);
  g_assert_cmpint (height, <, 120);

  g_assert_finalize_object (view);
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_attachments (void)
{
  IkAttachmentList *list = g_object_ref_sink (g_object_new (IK_TYPE_ATTACHMENT_LIST, NULL));
  g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_attachment_free);
  g_autoptr(GPtrArray) left = NULL;
  g_autoptr(GBytes) bytes = g_bytes_new_static ("x", 1);
  guint n_changes = 0;

  g_test_summary ("Only what a person does to the files counts as a change");

  g_ptr_array_add (files, ik_attachment_new ("a.png", "image/png", IK_SIDE_CANDIDATE, bytes));
  g_ptr_array_add (files, ik_attachment_new ("b.png", "image/png", IK_SIDE_CANDIDATE, bytes));
  g_signal_connect_swapped (list, "changed", G_CALLBACK (count_cb), &n_changes);
  ik_attachment_list_set_attachments (list, files);
  g_assert_cmpuint (n_changes, ==, 0);

  gtk_widget_activate_action (GTK_WIDGET (list), "attachments.remove", "s",
                              ((IkAttachment *) g_ptr_array_index (files, 0))->id);
  g_assert_cmpuint (n_changes, ==, 1);
  left = ik_attachment_list_dup_attachments (list);
  g_assert_cmpuint (left->len, ==, 1);
  g_assert_cmpstr (((IkAttachment *) g_ptr_array_index (left, 0))->name, ==, "b.png");

  g_assert_finalize_object (list);
}

static void
test_mark (void)
{
  static const struct
  {
    const char *snippet;
    const char *expected;
  } cases[] = {
    { "plain", "plain" },
    { "a \002b\003 c", "a <b>b</b> c" },
    { "\002<\003\n&", "<b>&lt;</b> &amp;" },
    { "\002cut", "<b>cut</b>" },
    { "cut\003", "cut" },
  };

  g_test_summary ("Whatever a snippet holds, its markup is well-formed");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *markup = ik_search_row_mark (cases[i].snippet);

      g_assert_cmpstr (markup, ==, cases[i].expected);
    }
}

int
main (int    argc,
      char **argv)
{
  ik_test_widgets_init (&argc, &argv);

  g_test_add_func ("/widgets/attachment-list/remove", test_attachments);
  g_test_add_func ("/widgets/rich-view/table", test_table);
  g_test_add_func ("/widgets/search-row/mark", test_mark);

  return g_test_run ();
}
