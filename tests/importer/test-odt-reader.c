#include <string.h>

#include "ik-document-text.h"
#include "ik-importer.h"
#include "ik-test-archive.h"

#define NAMES \
  "xmlns:office=\"o\" xmlns:style=\"s\" xmlns:text=\"t\" xmlns:table=\"a\" xmlns:fo=\"f\" " \
  "xmlns:xlink=\"x\" xmlns:svg=\"v\" xmlns:draw=\"d\""
#define BODY(text) \
  "<office:document-content " NAMES "><office:automatic-styles>" \
  "<style:style style:name=\"T1\" style:family=\"text\"><style:text-properties fo:font-weight=\"bold\"/>" \
  "</style:style><style:style style:name=\"P1\" style:family=\"paragraph\" " \
  "style:parent-style-name=\"Asked\"/><style:style style:name=\"T2\" style:family=\"text\">" \
  "<style:text-properties text:display=\"none\"/></style:style>" \
  "<text:list-style style:name=\"L1\"><text:list-level-style-number text:level=\"1\" " \
  "style:num-format=\"1\" style:num-suffix=\".\"/><text:list-level-style-number text:level=\"2\" " \
  "style:num-format=\"a\" style:num-suffix=\")\"/></text:list-style>" \
  "<text:list-style style:name=\"L2\"><text:list-level-style-bullet text:level=\"1\"/>" \
  "<text:list-level-style-bullet text:level=\"2\"/></text:list-style>" \
  "<text:list-style style:name=\"L3\"><text:list-level-style-number text:level=\"1\" " \
  "style:num-format=\"1\" style:num-prefix=\"Q\" style:num-suffix=\":\"/></text:list-style>" \
  "<text:list-style style:name=\"L4\"><text:list-level-style-bullet text:level=\"1\" " \
  "text:bullet-char=\" \"/></text:list-style>" \
  "</office:automatic-styles><office:body><office:text>" text \
  "</office:text></office:body></office:document-content>"

static const char styles[] =
  "<office:document-styles " NAMES "><office:styles>"
  "<style:style style:name=\"Asked\" style:family=\"paragraph\">"
  "<style:text-properties fo:font-weight=\"700\"/></style:style>"
  "<style:style style:name=\"Loop\" style:family=\"paragraph\" style:parent-style-name=\"Loop\"/>"
  "<text:outline-style style:name=\"Outline\"><text:outline-level-style text:level=\"1\" style:num-format=\"\"/>"
  "<text:outline-level-style text:level=\"3\" style:num-format=\"I\" style:num-prefix=\"Part \" "
  "style:num-suffix=\":\"><style:list-level-properties/></text:outline-level-style>"
  "<text:outline-level-style text:level=\"4\" style:num-format=\"1\" style:num-suffix=\".\" "
  "text:display-levels=\"2\"/></text:outline-style>"
  "</office:styles></office:document-styles>";

typedef struct
{
  const char *name;
  const char *body;
  const char *text;
} Case;

static const Case cases[] = {
  { "headings", BODY ("<text:h text:outline-level=\"2\">Why?</text:h><text:p>So\n  it is.</text:p>"
                      "<text:p text:style-name=\"Title\">Garden</text:p>"),
    "## Why?\n\nSo it is.\n\n# Garden\n" },
  { "numbers", BODY ("<text:list text:style-name=\"L1\"><text:list-item><text:p>One</text:p></text:list-item>"
                     "<text:list-item><text:p>Two</text:p><text:list><text:list-item><text:p>A</text:p>"
                     "</text:list-item></text:list></text:list-item></text:list><text:p>So</text:p>"
                     "<text:list text:style-name=\"L1\" text:continue-numbering=\"true\"><text:list-item>"
                     "<text:p>Three</text:p></text:list-item></text:list>"),
    "1. One\n2. Two\n\n    a) A\n\nSo\n\n3. Three\n" },
  { "list-continued-by-id",
    BODY ("<text:list xml:id=\"a\" text:style-name=\"L1\"><text:list-item><text:p>One</text:p>"
          "</text:list-item></text:list><text:list text:style-name=\"L1\"><text:list-item><text:p>New"
          "</text:p></text:list-item></text:list><text:list text:continue-list=\"a\" "
          "text:style-name=\"L1\"><text:list-item><text:p>Two</text:p></text:list-item></text:list>"),
    "1. One\n1) New\n2) Two\n" },
  { "bullets", BODY ("<text:list text:style-name=\"L2\"><text:list-item><text:p>One</text:p><text:list>"
                     "<text:list-item><text:p>Two</text:p></text:list-item></text:list>"
                     "<text:p>More</text:p></text:list-item></text:list>"),
    "- One\n    - Two\n\n    More\n" },
  { "hanging-below-another-list",
    BODY ("<text:list xml:id=\"a\" text:style-name=\"L1\"><text:list-item><text:p>Why?</text:p></text:list-item>"
          "</text:list><text:list text:style-name=\"L4\"><text:list-item><text:p>So.</text:p></text:list-item>"
          "</text:list><text:list text:continue-list=\"a\" text:style-name=\"L1\"><text:list-item>"
          "<text:p>How?</text:p></text:list-item></text:list>"), "1. Why?\n\n    So.\n\n2. How?\n" },
  { "question-numbers", BODY ("<text:list text:style-name=\"L3\"><text:list-item><text:p>Why?</text:p>"
                              "</text:list-item></text:list><text:p text:style-name=\"P1\">x</text:p>"),
    "Q1: Why?\n\n**x**\n" },
  { "bold", BODY ("<text:p><text:span text:style-name=\"T1\">Look for:</text:span> this</text:p>"),
    "**Look for:** this\n" },
  { "blanks", BODY ("<text:p text:style-name=\"P1\">a<text:s text:c=\"2\"/>b<text:tab/>c<text:line-break/>d"
                    "</text:p>"), "**a  b\tc**\\\n**d**\n" },
  { "table", BODY ("<table:table><table:table-row><table:table-cell><text:p>Question</text:p>"
                   "</table:table-cell><table:table-cell><text:p>Answer</text:p></table:table-cell>"
                   "</table:table-row><table:table-row><table:covered-table-cell/><table:table-cell>"
                   "<text:p>So</text:p></table:table-cell></table:table-row></table:table>"),
    "| Question | Answer |\n|---|---|\n|  | So |\n" },
  { "link", BODY ("<text:h>A</text:h><text:p><text:a xlink:href=\"https://a.b/c\">this</text:a></text:p>"),
    "# A\n\n[this](https://a.b/c)\n" },
  { "what-is-not-shown", BODY ("<text:table-of-content><text:p>Why? 3</text:p></text:table-of-content>"
                               "<text:h>Why?</text:h><text:p>So<text:note><text:p>note</text:p></text:note>"
                               "<text:span text:style-name=\"T2\">hidden</text:span><office:annotation>"
                               "<text:p>no</text:p></office:annotation><draw:frame><svg:desc>picture</svg:desc>"
                               "</draw:frame>.</text:p>"), "# Why?\n\nSo.\n" },
  { "text-file", BODY ("<text:p text:style-name=\"Preformatted_20_Text\">Soil</text:p><text:p/>"
                       "<text:p text:style-name=\"Preformatted_20_Text\"><text:s text:c=\"2\"/>1. Why?</text:p>"),
    "Soil\n\n  1. Why?\n" },
  { "numbered-headings", BODY ("<text:h text:outline-level=\"3\">Soil</text:h><text:h text:outline-level=\"4\">"
                               "Why?</text:h><text:h text:outline-level=\"4\">How?</text:h>"
                               "<text:h text:outline-level=\"3\" text:is-list-header=\"true\">So</text:h>"
                               "<text:h text:outline-level=\"3\" text:start-value=\"5\">Water</text:h>"
                               "<text:h text:outline-level=\"4\">When?</text:h>"),
    "### Part I: Soil\n\n#### I.1. Why?\n\n#### I.2. How?\n\n### So\n\n### Part V: Water\n\n"
    "#### V.1. When?\n" },
  { "style-loop", BODY ("<text:p text:style-name=\"Loop\">Why?</text:p>"), "Why?\n" },
};

static GBytes *
make_document (const char *content,
               const char *manifest)
{
  return ik_test_archive_new ("mimetype", "application/vnd.oasis.opendocument.text", "content.xml",
                              content, "styles.xml", styles, "meta.xml",
                              "<m><title>Garden</title><initial-creator>Ada</initial-creator>"
                              "<language>de</language></m>",
                              "META-INF/manifest.xml", manifest, NULL);
}

static void
test_text (gconstpointer data)
{
  const Case *row = data;
  g_autoptr(GBytes) bytes = make_document (row->body, "<manifest/>");
  g_autoptr(GError) error = NULL;
  g_autoptr(IkDocumentText) text = ik_document_text_read (bytes, "a", IK_DOCUMENT_KIND_ODT, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (text->text, ==, row->text);
  g_assert_cmpstr (text->title, ==, "Garden");
  g_assert_cmpstr (text->author, ==, "Ada");
  g_assert_cmpstr (text->language, ==, "de");
  g_assert_cmpint (ik_document_kind_guess (bytes, "a"), ==, IK_DOCUMENT_KIND_ODT);
}

static void
test_notes (void)
{
  g_autoptr(GBytes) bytes = make_document (
    BODY ("<text:h>Why?</text:h><text:p>So<text:note><text:note-citation>1</text:note-citation>"
          "<text:note-body><text:p>By <text:span text:style-name=\"T1\">Eve</text:span></text:p>"
          "</text:note-body></text:note><office:annotation><text:p>Too long</text:p><text:p>or not"
          "</text:p></office:annotation> it is.</text:p>"), "<manifest/>");
  g_autoptr(GError) error = NULL;
  g_autoptr(IkDocumentText) text = ik_document_text_read (bytes, "a", IK_DOCUMENT_KIND_ODT, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (text->text, ==, "# Why?\n\nSo it is.\n");
  g_assert_cmpstr (text->aside, ==, "1 By Eve\n\nToo long or not\n");
}

static void
test_title (gconstpointer data)
{
  const char *const *row = data;
  g_autofree char *meta = g_strdup_printf ("<m><title>%s</title></m>", row[0]);
  g_autoptr(GBytes) bytes =
    ik_test_archive_new ("mimetype", "application/vnd.oasis.opendocument.text", "content.xml",
                         BODY ("<text:p>Why?</text:p>"), "styles.xml", styles, "meta.xml", meta,
                         "META-INF/manifest.xml", "<manifest/>", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(IkDocumentText) text = ik_document_text_read (bytes, "a", IK_DOCUMENT_KIND_ODT, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (text->title, ==, row[1]);
}

static void
assert_refused (const char      *content,
                const char      *manifest,
                IkImporterError  code)
{
  g_autoptr(GBytes) bytes = make_document (content, manifest);
  g_autoptr(GError) error = NULL;

  g_assert_null (ik_document_text_read (bytes, "a.odt", IK_DOCUMENT_KIND_ODT, &error));
  g_assert_error (error, IK_IMPORTER_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, "“a.odt”"));
}

static void
test_broken (void)
{
  assert_refused (BODY (""), "<m/>", IK_IMPORTER_ERROR_EMPTY);
  assert_refused (BODY ("<text:p>"), "<m/>", IK_IMPORTER_ERROR_DAMAGED);
  assert_refused ("<a/>", "<m/>", IK_IMPORTER_ERROR_DAMAGED);
  assert_refused ("\x01\x02", "<m><file-entry><encryption-data/></file-entry></m>",
                  IK_IMPORTER_ERROR_ENCRYPTED);
  assert_refused ("<!DOCTYPE a SYSTEM \"file:///etc/passwd\">" BODY (""), "<m/>",
                  IK_IMPORTER_ERROR_DAMAGED);
}

static void
test_half_broken (void)
{
  static const char cut[] =
    "<office:document-content " NAMES "><office:body><office:text>"
    "<text:h text:outline-level=\"2\">Why?</text:h><text:list><text:list-item><text:p>So it is";
  g_autoptr(GBytes) bytes =
    ik_test_archive_new ("mimetype", "application/vnd.oasis.opendocument.text", "content.xml", cut,
                         "styles.xml", "<a>", "META-INF/manifest.xml", "<m", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(IkDocumentText) text = ik_document_text_read (bytes, "a", IK_DOCUMENT_KIND_ODT, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (text->text, ==, "## Why?\n\n- So it is\n");
  g_assert_cmpstr (text->lost, ==, "Styles: what is a heading, code or bold\n"
                   "All that stands behind “So it is”\n");
}

/* A billion laughs: each entity is ten of the one before. */
static void
test_entities (void)
{
  g_autoptr(GString) content = g_string_new ("<!DOCTYPE a [<!ENTITY e0 \"ha\">");

  for (guint i = 1; i < 10; i++)
    {
      g_string_append_printf (content, "<!ENTITY e%u \"", i);
      for (guint k = 0; k < 10; k++)
        g_string_append_printf (content, "&e%u;", i - 1);
      g_string_append (content, "\">");
    }
  g_string_append (content, "]><a>&e9;</a>");
  assert_refused (content->str, "<m/>", IK_IMPORTER_ERROR_DAMAGED);
}

static void
test_many_elements (void)
{
  g_autoptr(GString) content = g_string_new ("<a>");

  for (guint i = 0; i < 3000000; i++)
    g_string_append (content, "<b/>");
  g_string_append (content, "</a>");
  assert_refused (content->str, "<m/>", IK_IMPORTER_ERROR_DAMAGED);
}

int
main (int    argc,
      char **argv)
{
  static const char *const titles[][2] = {
    { "Document databases", "Document databases" }, { "HTTP and caches", "HTTP and caches" },
    { "Document1", "" }, { "Untitled 2", "" }, { "Microsoft Word - a", "" },
    { "https://a.b/c", "" }, { "a.odt", "" },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char *path = g_strdup_printf ("/importer/odt-reader/title/%u", i);

      g_test_add_data_func (path, titles[i], test_title);
    }

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/importer/odt-reader/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_text);
    }
  g_test_add_func ("/importer/odt-reader/notes", test_notes);
  g_test_add_func ("/importer/odt-reader/broken", test_broken);
  g_test_add_func ("/importer/odt-reader/half-broken", test_half_broken);
  g_test_add_func ("/importer/odt-reader/entities", test_entities);
  g_test_add_func ("/importer/odt-reader/many-elements", test_many_elements);

  return g_test_run ();
}
