/* What people wrote in CommonMark, as it is shown. */

#include "ik-rich-view.h"
#include "ik-test-widgets.h"

/* "#rrggbb" of the letters at a byte of a label, "" for those of the page. */
static char *
dup_color (GtkWidget  *label,
           const char *word)
{
  PangoAttrList *attributes = gtk_label_get_attributes (GTK_LABEL (label));
  const char *text = gtk_label_get_text (GTK_LABEL (label));
  const char *at = strstr (text, word);
  g_autoptr(GSList) list = attributes != NULL ? pango_attr_list_get_attributes (attributes) : NULL;
  char *color = g_strdup ("");

  g_assert_nonnull (at);
  for (GSList *link = list; link != NULL; link = link->next)
    {
      PangoAttrColor *attribute = pango_attribute_as_color (link->data);

      if (attribute != NULL && attribute->attr.start_index <= (guint) (at - text) &&
          attribute->attr.end_index > (guint) (at - text))
        {
          g_free (color);
          color = pango_color_to_string (&attribute->color);
        }
    }
  g_slist_free_full (g_steal_pointer (&list), (GDestroyNotify) pango_attribute_destroy);

  return color;
}

static GtkWidget *
find_code (GtkWidget *view)
{
  return ik_test_widgets_find (view, GTK_TYPE_LABEL, "monospace");
}

/* A long line of code wraps; nothing stands behind an edge. */
static void
test_code_wraps (void)
{
  g_autofree char *line = g_strnfill (300, 'x');
  g_autofree char *code = g_strdup_printf ("```\n%s\n```\n", line);
  GtkWidget *view = g_object_ref_sink (ik_rich_view_new ());
  int min_width;

  ik_rich_view_set_text (IK_RICH_VIEW (view), code);
  gtk_widget_measure (view, GTK_ORIENTATION_HORIZONTAL, -1, &min_width, NULL, NULL, NULL);
  g_assert_cmpint (min_width, <, 330);
  g_assert_null (ik_test_widgets_find (view, GTK_TYPE_SCROLLED_WINDOW, NULL));
  g_assert_finalize_object (view);
}

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
test_code_colors (void)
{
  static const char *const languages[] = { "js", "JavaScript", "typescript", "py", "C++", "sql" };
  GtkWidget *view = ik_rich_view_new ();
  GtkWidget *window = ik_test_widgets_show (view);

  g_test_summary ("Code has colours where its language is named, those of the page it stands on");

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *text = g_strdup_printf ("```%s\nreturn 'größe'; 17\n```\n", languages[i]);
      g_autofree char *color = NULL;
      g_autofree char *dark = NULL;

      adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                          ADW_COLOR_SCHEME_FORCE_LIGHT);
      ik_rich_view_set_text (IK_RICH_VIEW (view), text);
      ik_test_widgets_settle ();
      color = dup_color (find_code (view), "return");
      g_assert_cmpstr (color, !=, "");

      adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                          ADW_COLOR_SCHEME_FORCE_DARK);
      ik_test_widgets_settle ();
      dark = dup_color (find_code (view), "return");
      g_assert_cmpstr (dark, !=, "");
      g_assert_cmpstr (dark, !=, color);
    }

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_plain_code (void)
{
  static const char *const fences[] = { "", "gibberish", "../../etc/passwd", "text" };
  GtkWidget *view = ik_rich_view_new ();
  GtkWidget *window = ik_test_widgets_show (view);

  g_test_summary ("Code of no language that is known is shown as it is");

  for (guint i = 0; i < G_N_ELEMENTS (fences); i++)
    {
      g_autofree char *text = g_strdup_printf ("```%s\nreturn 'a'; 17\n```\n", fences[i]);
      g_autofree char *color = NULL;

      ik_rich_view_set_text (IK_RICH_VIEW (view), text);
      ik_test_widgets_settle ();
      color = dup_color (find_code (view), "return");
      g_assert_cmpstr (color, ==, "");
    }

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_long_code (void)
{
  GtkWidget *view = ik_rich_view_new ();
  GtkWidget *window = ik_test_widgets_show (view);
  g_autoptr(GString) text = g_string_new ("```js\n/*\n");
  g_autofree char *color = NULL;
  GtkWidget *last;

  g_test_summary ("Each piece of long code has its part of the colours");

  for (guint i = 0; i < 200; i++)
    g_string_append (text, "one line of a comment\n");
  g_string_append (text, "*/ return 'end';\n```\n");
  ik_rich_view_set_text (IK_RICH_VIEW (view), text->str);
  ik_test_widgets_settle ();
  last = gtk_widget_get_last_child (gtk_widget_get_parent (find_code (view)));
  g_assert_true (last != find_code (view));
  color = dup_color (last, "'end'");
  g_assert_cmpstr (color, !=, "");

  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  ik_test_widgets_init (&argc, &argv);

  g_test_add_func ("/widgets/rich-view/code-wraps", test_code_wraps);
  g_test_add_func ("/widgets/rich-view/table", test_table);
  g_test_add_func ("/widgets/rich-view/code-colors", test_code_colors);
  g_test_add_func ("/widgets/rich-view/plain-code", test_plain_code);
  g_test_add_func ("/widgets/rich-view/long-code", test_long_code);

  return g_test_run ();
}
