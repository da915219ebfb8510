#include <string.h>

#include "ik-document-text.h"
#include "ik-importer.h"
#include "ik-test-archive.h"

#define BODY(text) \
  "<?xml version=\"1.0\"?><w:document xmlns:w=\"w\" xmlns:r=\"r\" xmlns:mc=\"mc\"><w:body>" text \
  "</w:body></w:document>"
#define RUN(text) "<w:r><w:t xml:space=\"preserve\">" text "</w:t></w:r>"
#define BOLD(text) "<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">" text "</w:t></w:r>"
#define STYLED(style, text) \
  "<w:p><w:pPr><w:pStyle w:val=\"" style "\"/></w:pPr>" RUN (text) "</w:p>"
#define LISTED(list, level, text) \
  "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" level "\"/><w:numId w:val=\"" list \
  "\"/></w:numPr></w:pPr>" RUN (text) "</w:p>"

#define ENDLESS "12345678901234567890123456789012345678901234567890123456789012345678901234567890" \
  "123456789012345678901234567890"

/* Headings as localised programs name them: the id differs, the name doesn't. */
static const char styles[] =
  "<w:styles xmlns:w=\"w\">"
  "<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val=\"de-DE\"/></w:rPr></w:rPrDefault></w:docDefaults>"
  "<w:style w:styleId=\"berschrift2\"><w:name w:val=\"heading 2\"/></w:style>"
  "<w:style w:styleId=\"Sub\"><w:name w:val=\"Sub\"/><w:basedOn w:val=\"berschrift2\"/></w:style>"
  "<w:style w:styleId=\"Part\"><w:pPr><w:outlineLvl w:val=\"0\"/><w:numPr><w:numId w:val=\"4\"/>"
  "</w:numPr></w:pPr></w:style>"
  "<w:style w:styleId=\"Asked\"><w:name w:val=\"asked\"/><w:rPr><w:b/></w:rPr></w:style>"
  "<w:style w:styleId=\"TOC1\"><w:name w:val=\"toc 1\"/></w:style>"
  "<w:style w:styleId=\"Src\"><w:name w:val=\"Source Code\"/></w:style>"
  "<w:style w:styleId=\"Loop\"><w:basedOn w:val=\"Loop\"/></w:style>"
  "</w:styles>";

static const char numbering[] =
  "<w:numbering xmlns:w=\"w\">"
  "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>"
  "<w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/><w:pPr><w:ind w:left=\"720\"/></w:pPr></w:lvl>"
  "<w:lvl w:ilvl=\"1\"><w:numFmt w:val=\"lowerLetter\"/><w:lvlText w:val=\"%2)\"/>"
  "<w:pPr><w:ind w:left=\"1440\"/></w:pPr></w:lvl></w:abstractNum>"
  "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/>"
  "<w:lvlText w:val=\"•\"/><w:pPr><w:ind w:left=\"1080\"/></w:pPr></w:lvl></w:abstractNum>"
  "<w:abstractNum w:abstractNumId=\"2\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"decimal\"/>"
  "<w:lvlText w:val=\"Question %1:\"/></w:lvl></w:abstractNum>"
  "<w:abstractNum w:abstractNumId=\"3\"><w:styleLink w:val=\"Asks\"/><w:lvl w:ilvl=\"0\">"
  "<w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"Q%1.\"/></w:lvl></w:abstractNum>"
  "<w:abstractNum w:abstractNumId=\"4\"><w:numStyleLink w:val=\"Asks\"/></w:abstractNum>"
  "<w:abstractNum w:abstractNumId=\"5\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"decimal\"/>"
  "<w:lvlText w:val=\"" ENDLESS "%1\"/></w:lvl></w:abstractNum>"
  "<w:abstractNum w:abstractNumId=\"6\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"decimal\"/>"
  "<w:lvlText w:val=\"Case %1:\"/></w:lvl></w:abstractNum>"
  "<w:num w:numId=\"6\"><w:abstractNumId w:val=\"5\"/></w:num>"
  "<w:num w:numId=\"5\"><w:abstractNumId w:val=\"4\"/></w:num>"
  "<w:num w:numId=\"7\"><w:abstractNumId w:val=\"6\"/></w:num>"
  "<w:abstractNum w:abstractNumId=\"6\"><w:lvl w:ilvl=\"0\"><w:lvlText w:val=\"two\"/></w:lvl>"
  "</w:abstractNum>"
  "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
  "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num>"
  "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"2\"/></w:num>"
  "<w:num w:numId=\"4\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\">"
  "<w:startOverride w:val=\"7\"/></w:lvlOverride></w:num>"
  "</w:numbering>";

static const char relations[] =
  "<Relationships><Relationship Id=\"r1\" TargetMode=\"External\" Target=\"https://a.b/c\"/>"
  "</Relationships>";

typedef struct
{
  const char *name;
  const char *body;
  const char *text;
} Case;

static const Case cases[] = {
  { "headings", BODY (STYLED ("berschrift2", "Why?") STYLED ("Sub", "How?") STYLED ("Loop", "So.")),
    "## Why?\n\n## How?\n\nSo.\n" },
  { "numbered-headings", BODY (STYLED ("Part", "Soil") STYLED ("Part", "Water")),
    "# 7. Soil\n\n# 8. Water\n" },
  { "numbers", BODY (LISTED ("1", "0", "One") LISTED ("1", "0", "Two") "<w:p>" RUN ("So") "</w:p>"
                     LISTED ("1", "0", "Three")), "1. One\n2. Two\n\nSo\n\n3. Three\n" },
  { "number-starts-again", BODY (LISTED ("1", "0", "One") LISTED ("4", "0", "Seven")),
    "1. One\n7) Seven\n" },
  { "letters", BODY (LISTED ("1", "0", "One") LISTED ("1", "1", "A") LISTED ("1", "1", "B")),
    "1. One\n\n    a) A\n\n    b) B\n" },
  { "bullet-below-number", BODY (LISTED ("1", "0", "One") LISTED ("2", "0", "Below")
                                 LISTED ("1", "0", "Two")), "1. One\n    - Below\n2. Two\n" },
  { "question-numbers", BODY (LISTED ("3", "0", "Why?") LISTED ("3", "0", "How?") STYLED ("Asked", "x")),
    "Question 1: Why?\n\nQuestion 2: How?\n\n**x**\n" },
  { "bold", BODY ("<w:p>" BOLD ("Look ") BOLD ("for:") RUN (" this") "</w:p>"), "**Look for:** this\n" },
  { "bold-off", BODY ("<w:p><w:pPr><w:pStyle w:val=\"Asked\"/></w:pPr>" RUN ("Why")
                      "<w:r><w:rPr><w:b w:val=\"0\"/></w:rPr><w:t> not</w:t></w:r></w:p>"),
    "**Why** not\n" },
  { "breaks", BODY ("<w:p>" BOLD ("Why?") "<w:r><w:br/><w:t>So</w:t><w:tab/><w:t>it</w:t>"
                    "<w:noBreakHyphen/><w:t>is</w:t><w:br w:type=\"page\"/></w:r></w:p>"),
    "**Why?**\n\nSo\tit-is\n" },
  { "table", BODY ("<w:tbl><w:tr><w:tc><w:p>" RUN ("Question") "</w:p></w:tc><w:tc><w:p>" RUN ("Answer")
                   "</w:p></w:tc></w:tr><w:tr><w:tc><w:p>" RUN ("Why?") "</w:p></w:tc><w:tc><w:p>"
                   RUN ("So") "</w:p><w:p>" RUN ("it is") "</w:p></w:tc></w:tr></w:tbl>"),
    "| Question | Answer |\n|---|---|\n| Why? | So<br>it is |\n" },
  { "link", BODY ("<w:p>" BOLD ("See") "<w:hyperlink r:id=\"r1\">" RUN ("this") "</w:hyperlink></w:p>"),
    "**See**[this](https://a.b/c)\n" },
  { "code", BODY (STYLED ("berschrift2", "Why?") STYLED ("Src", "if (a)") STYLED ("Src", "  b;")),
    "## Why?\n\n```\nif (a)\n  b;\n```\n" },
  { "what-is-not-shown", BODY (STYLED ("TOC1", "Why? 3") STYLED ("berschrift2", "Why?")
                               "<w:p><w:del>" RUN ("old") "</w:del><w:r><w:rPr><w:vanish/></w:rPr>"
                               "<w:t>hidden</w:t></w:r><mc:AlternateContent><mc:Fallback>" RUN ("again")
                               "</mc:Fallback></mc:AlternateContent>" RUN ("So.") "</w:p>"),
    "## Why?\n\nSo.\n" },
  { "endless-label", BODY (LISTED ("6", "0", "Why?")), "Why?\n" },
  { "family-twice", BODY (LISTED ("7", "0", "Why?")), "Case 1: Why?\n" },
  { "text-box", BODY ("<w:p><w:r><w:t>Out</w:t><w:pict><w:txbxContent>" STYLED ("berschrift2", "Why?")
                      LISTED ("2", "0", "In") "</w:txbxContent></w:pict><w:t>side</w:t></w:r></w:p>"),
    "Outside\n\n## Why?\n\n- In\n" },
  { "around-text", BODY ("<w:sdt><w:sdtPr><w:alias w:val=\"t\"/></w:sdtPr><w:sdtContent>"
                         STYLED ("berschrift2", "Why?") "</w:sdtContent></w:sdt><w:p><w:smartTag>"
                         RUN ("So") "</w:smartTag><w:ins>" RUN (" it") "</w:ins><w:moveFrom>" RUN ("x")
                         "</w:moveFrom><w:r><w:t> i</w:t><w:softHyphen/><w:t>s</w:t></w:r>"
                         "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> PAGE"
                         "</w:instrText></w:r>" "<w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p>"),
    "## Why?\n\nSo it is\n" },
  { "placeholder", BODY (STYLED ("berschrift2", "Why?") "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
                         "<w:sdtContent><w:p>" RUN ("Click here.") "</w:p></w:sdtContent></w:sdt><w:p>"
                         RUN ("So") "</w:p>"), "## Why?\n\nSo\n" },
  { "merged-cells", BODY ("<w:tbl><w:tr><w:tc><w:p>" RUN ("A") "</w:p></w:tc><w:tc><w:p>" RUN ("B")
                          "</w:p></w:tc><w:tc><w:p>" RUN ("C") "</w:p></w:tc></w:tr><w:tr><w:tc><w:tcPr>"
                          "<w:gridSpan w:val=\"2\"/></w:tcPr><w:p>" RUN ("Both") "</w:p></w:tc><w:tc>"
                          "<w:p>" RUN ("Z") "</w:p></w:tc></w:tr></w:tbl>"),
    "| A | B | C |\n|---|---|---|\n| Both |  | Z |\n" },
  { "boxes", BODY (STYLED ("berschrift2", "Why?") "<w:p><w:r><w:sym w:font=\"Wingdings\" "
                   "w:char=\"F0A8\"/><w:t xml:space=\"preserve\"> So</w:t></w:r></w:p>"),
    "## Why?\n\n- [ ] So\n" },
  { "list-style", BODY (LISTED ("5", "0", "Why?") LISTED ("5", "0", "How?")),
    "Q1. Why?\n\nQ2. How?\n" },
  { "text-file", BODY (STYLED ("Src", "Soil") STYLED ("Src", "") STYLED ("Src", "  1. Why?")),
    "Soil\n\n  1. Why?\n" },
};

static GBytes *
make_document (const char *body)
{
  return ik_test_archive_new ("word/styles.xml", styles, "word/numbering.xml", numbering,
                              "word/_rels/document.xml.rels", relations, "docProps/core.xml",
                              "<c><title> Garden </title><creator>Ada</creator></c>",
                              "word/document.xml", body, NULL);
}

static void
test_text (gconstpointer data)
{
  const Case *row = data;
  g_autoptr(GBytes) bytes = make_document (row->body);
  g_autoptr(GError) error = NULL;
  g_autoptr(IkDocumentText) text = ik_document_text_read (bytes, "a", IK_DOCUMENT_KIND_DOCX, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (text->text, ==, row->text);
  g_assert_cmpstr (text->title, ==, "Garden");
  g_assert_cmpstr (text->author, ==, "Ada");
  g_assert_cmpstr (text->language, ==, "de-DE");
  g_assert_cmpint (ik_document_kind_guess (bytes, "a"), ==, IK_DOCUMENT_KIND_DOCX);
}

static void
test_notes (void)
{
  g_autoptr(GBytes) bytes = ik_test_archive_new (
    "word/document.xml", BODY ("<w:p>" RUN ("So") "<w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p>"),
    "word/footnotes.xml", "<w:footnotes xmlns:w=\"w\"><w:footnote><w:p><w:r><w:separator/></w:r></w:p>"
    "</w:footnote><w:footnote><w:p>" RUN ("By ") BOLD ("Eve") "</w:p><w:p>" RUN ("and Ada") "</w:p>"
    "</w:footnote></w:footnotes>",
    "word/comments.xml", "<w:comments xmlns:w=\"w\"><w:comment><w:p>" RUN ("Too easy?") "</w:p>"
    "</w:comment></w:comments>", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(IkDocumentText) text = ik_document_text_read (bytes, "a", IK_DOCUMENT_KIND_DOCX, &error);
  g_autoptr(GBytes) handed = NULL;
  g_autoptr(IkDocumentText) taken = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (text->text, ==, "So\n");
  g_assert_cmpstr (text->aside, ==, "By Eve\nand Ada\n\nToo easy?\n\n");
  handed = ik_document_text_to_bytes (text);
  taken = ik_document_text_from_bytes (handed);
  g_assert_nonnull (taken);
  g_assert_cmpstr (taken->text, ==, text->text);
  g_assert_cmpstr (taken->aside, ==, text->aside);
}

static void
assert_refused (const char      *body,
                IkImporterError  code)
{
  g_autoptr(GBytes) bytes = make_document (body);
  g_autoptr(GError) error = NULL;

  g_assert_null (ik_document_text_read (bytes, "a.docx", IK_DOCUMENT_KIND_DOCX, &error));
  g_assert_error (error, IK_IMPORTER_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, "“a.docx”"));
}

static void
test_broken (void)
{
  assert_refused (BODY (""), IK_IMPORTER_ERROR_EMPTY);
  assert_refused ("<w:document", IK_IMPORTER_ERROR_DAMAGED);
  assert_refused ("<document/>", IK_IMPORTER_ERROR_DAMAGED);
  assert_refused (BODY ("<w:p></w:q>"), IK_IMPORTER_ERROR_DAMAGED);
  assert_refused ("<!DOCTYPE a [<!ENTITY b \"c\">]>" BODY ("<w:p>" RUN ("x") "</w:p>"),
                  IK_IMPORTER_ERROR_DAMAGED);
}

typedef struct
{
  const char *styles;
  const char *body;
  const char *core;
  const char *text;
  const char *lost;
} Half;

static void
test_half_broken (void)
{
  static const Half halves[] = {
    { styles, "<w:document xmlns:w=\"w\"><w:body>" STYLED ("berschrift2", "Why?") "<w:tbl><w:tr><w:tc>"
      "<w:p>" RUN ("So it") "</w:p></w:tc><w:tc><w:p>" RUN ("is"), "<c/>",
      "## Why?\n\nSo it\n\nis\n", "All that stands behind “is”\n" },
    { styles, BODY ("<w:p>" RUN ("Why?") "</w:p></w:q>"), "<c/>", "Why?\n",
      "All that stands behind “Why?”\n" },
    { "<w:styles", BODY (STYLED ("Heading2", "Why?") STYLED ("Title", "So")), "<c/>",
      "## Why?\n\n# So\n", "Styles: what is a heading, code or bold\n" },
    { styles, BODY (STYLED ("berschrift2", "Why?")), "<c></d>", "## Why?\n",
      "Title, author and language\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (halves); i++)
    {
      const Half *row = &halves[i];
      g_autoptr(GBytes) bytes = ik_test_archive_new ("word/styles.xml", row->styles,
                                                     "word/document.xml", row->body,
                                                     "docProps/core.xml", row->core, NULL);
      g_autoptr(GError) error = NULL;
      g_autoptr(IkDocumentText) text = ik_document_text_read (bytes, "a", IK_DOCUMENT_KIND_DOCX,
                                                              &error);

      g_assert_no_error (error);
      g_assert_cmpstr (text->text, ==, row->text);
      g_assert_cmpstr (text->lost, ==, row->lost);
    }
}

/* What is cut off stands at the end. */
static void
test_cut_off (void)
{
  g_autoptr(GBytes) whole = ik_test_archive_new ("word/document.xml",
                                                 BODY (STYLED ("Heading1", "Why?")),
                                                 "word/comments.xml", "<c/>",
                                                 "word/endnotes.xml", "<c/>", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(IkDocumentText) text = NULL;
  gsize size;
  const char *data = g_bytes_get_data (whole, &size);
  const char *comments = memmem (data, size, "word/comments.xml", 17);

  g_assert_nonnull (comments);
  bytes = g_bytes_new_from_bytes (whole, 0, (gsize) (comments - data) + 10);
  text = ik_document_text_read (bytes, "a", IK_DOCUMENT_KIND_DOCX, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text->text, ==, "# Why?\n");
  g_assert_nonnull (strstr (text->lost, "Notes and comments\n"));
  g_assert_null (strstr (text->lost, "Notes and comments\nNotes and comments\n"));
}

/* What stands in comments and values is no attribute. */
static void
test_many_attributes (void)
{
  g_autoptr(GString) body = g_string_new ("<?xml version='1.0'?><w:document xmlns:w=\"w\"><w:body><!-- ' ");
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(IkDocumentText) text = NULL;

  for (guint i = 0; i < 300; i++)
    g_string_append (body, "= ");
  g_string_append (body, "--><w:p a='=\"=>'><w:r><w:t><![CDATA[a < ' = b]]></w:t></w:r></w:p>");
  g_string_append (body, "</w:body></w:document>");
  bytes = make_document (body->str);
  text = ik_document_text_read (bytes, "a", IK_DOCUMENT_KIND_DOCX, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text->text, ==, "a < ' = b\n");

  g_string_truncate (body, body->len - strlen ("</w:body></w:document>"));
  g_string_append (body, "<!-- ' --><w:p");
  for (guint i = 0; i < 300; i++)
    g_string_append_printf (body, " a%u=''", i);
  g_string_append (body, "/></w:body></w:document>");
  assert_refused (body->str, IK_IMPORTER_ERROR_DAMAGED);
}

static void
test_too_deep (void)
{
  g_autoptr(GString) body = g_string_new ("<w:document xmlns:w=\"w\"><w:body>");

  for (guint i = 0; i < 300; i++)
    g_string_append (body, "<w:p>");
  assert_refused (body->str, IK_IMPORTER_ERROR_DAMAGED);
}

static void
test_too_long (void)
{
  g_autoptr(GString) body = g_string_new ("<w:document xmlns:w=\"w\"><w:body>");

  for (guint i = 0; i <= IK_IMPORTER_MAX_BLOCKS; i++)
    g_string_append (body, "<w:p><w:r><w:t>a</w:t></w:r></w:p>");
  g_string_append (body, "</w:body></w:document>");
  assert_refused (body->str, IK_IMPORTER_ERROR_TOO_LARGE);
}

static void
test_long_paragraph (void)
{
  g_autoptr(GString) body = g_string_new ("<w:document xmlns:w=\"w\"><w:body><w:p>");

  for (guint i = 0; i < 100000; i++)
    g_string_append (body, "<w:r><w:t>Why is it so? </w:t></w:r>");
  g_string_append (body, "</w:p></w:body></w:document>");
  assert_refused (body->str, IK_IMPORTER_ERROR_TOO_LARGE);
}

static void
test_empty_paragraphs (void)
{
  g_autoptr(GString) body = g_string_new ("<w:document xmlns:w=\"w\"><w:body>");
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(IkDocumentText) text = NULL;

  for (guint i = 0; i <= IK_IMPORTER_MAX_BLOCKS; i++)
    g_string_append (body, "<w:p/>");
  g_string_append (body, "<w:p><w:r><w:t>Why?</w:t></w:r></w:p></w:body></w:document>");
  bytes = make_document (body->str);
  text = ik_document_text_read (bytes, "a", IK_DOCUMENT_KIND_DOCX, NULL);
  g_assert_cmpstr (text->text, ==, "\n\nWhy?\n");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/importer/docx-reader/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_text);
    }
  g_test_add_func ("/importer/docx-reader/notes", test_notes);
  g_test_add_func ("/importer/docx-reader/broken", test_broken);
  g_test_add_func ("/importer/docx-reader/half-broken", test_half_broken);
  g_test_add_func ("/importer/docx-reader/cut-off", test_cut_off);
  g_test_add_func ("/importer/docx-reader/too-deep", test_too_deep);
  g_test_add_func ("/importer/docx-reader/many-attributes", test_many_attributes);
  g_test_add_func ("/importer/docx-reader/too-long", test_too_long);

  g_test_add_func ("/importer/docx-reader/long-paragraph", test_long_paragraph);
  g_test_add_func ("/importer/docx-reader/empty-paragraphs", test_empty_paragraphs);

  return g_test_run ();
}
