#include "ik-file-preview.h"

#include "ik-importer.h"

#include <string.h>

static IkFilePreview *
show (const char  *name,
      const char  *media_type,
      const char  *content,
      GError     **error)
{
  g_autoptr(GBytes) data = g_bytes_new (content, strlen (content));
  g_autoptr(IkAttachment) file = ik_attachment_new (name, media_type, IK_SIDE_INTERVIEWER, data);

  return ik_file_preview_new (file, 0, NULL, error);
}

static void
test_text (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(IkFilePreview) markdown = show ("cv.md", "text/markdown", "# Ada\n\n- one\n- two\n",
                                            &error);
  g_autoptr(IkFilePreview) text = show ("cv.txt", "text/plain", "Ada\n", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (text->text, ==, "Ada\n");
  g_assert_false (text->is_markdown);
  g_assert_false (text->is_cut);
  g_assert_true (markdown->is_markdown);
  g_assert_cmpuint (markdown->n_pages, ==, 1);
}

static void
test_long_text (void)
{
  g_autoptr(GString) content = g_string_new (NULL);
  g_autoptr(IkFilePreview) text = NULL;
  g_autoptr(GError) error = NULL;

  while (content->len < 200 * 1000)
    g_string_append (content, "Über die Lücke\n");
  text = show ("cv.txt", "text/plain", content->str, &error);

  g_assert_no_error (error);
  g_assert_true (text->is_cut);
  g_assert_cmpuint (strlen (text->text), <=, 100 * 1000);
  g_assert_true (g_utf8_validate (text->text, -1, NULL));
  g_assert_true (g_str_has_suffix (text->text, "Lücke\n"));
}

static void
test_picture (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(IkFilePreview) picture = show ("ada.png", "image/png", "not looked at", &error);

  g_assert_no_error (error);
  g_assert_null (picture->text);
  g_assert_cmpuint (g_bytes_get_size (picture->picture), ==, strlen ("not looked at"));
}

static void
test_broken (void)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (show ("cv.pdf", "application/pdf", "%PDF-1.7\nnonsense", &error));
  g_assert_error (error, IK_IMPORTER_ERROR, IK_IMPORTER_ERROR_DAMAGED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/service/file-preview/text", test_text);
  g_test_add_func ("/service/file-preview/long-text", test_long_text);
  g_test_add_func ("/service/file-preview/picture", test_picture);
  g_test_add_func ("/service/file-preview/broken", test_broken);

  return g_test_run ();
}
