#include <string.h>

#include "ik-document-kind.h"

typedef struct
{
  const char     *name;
  const char     *bytes;
  IkDocumentKind  kind;
} Case;

static const Case cases[] = {
  { "pdf", "%PDF-1.7\n%\xe2\xe3", IK_DOCUMENT_KIND_PDF },
  { "odt", "PK\x03\x04xxxxmimetypeapplication/vnd.oasis.opendocument.text", IK_DOCUMENT_KIND_ODT },
  { "docx", "PK\x03\x04 [Content_Types].xml word/document.xml", IK_DOCUMENT_KIND_DOCX },
  { "other-archive", "PK\x03\x04 photo.jpg", IK_DOCUMENT_KIND_UNKNOWN },
  { "html", "<!-- saved -->\n<!DOCTYPE html>\n<html><body>Why?", IK_DOCUMENT_KIND_HTML },
  { "xhtml", "<?xml version=\"1.0\"?>\n<html xmlns=\"x\">", IK_DOCUMENT_KIND_HTML },
  { "declaration-left-open", "<?xml and no end", IK_DOCUMENT_KIND_TEXT },
  { "json-array", "[ {\"question\": \"Why?\"} ]\n", IK_DOCUMENT_KIND_JSON },
  { "json-object", "{\"format\": \"x\"}", IK_DOCUMENT_KIND_JSON },
  { "json-that-breaks-off", "[\n  {\"question\" : \"Why?\", \"answ", IK_DOCUMENT_KIND_JSON },
  { "json-without-a-member", "[\"Why?\", \"How", IK_DOCUMENT_KIND_TEXT },
  { "link-is-no-json", "[Why?](#why)\n[How?](#how)\n", IK_DOCUMENT_KIND_MARKDOWN },
  { "csv", "Question,Answer\n\"Why, so?\",Because\nHow?,So\n", IK_DOCUMENT_KIND_CSV },
  { "semicolons", "Frage;Antwort\nWarum?;Darum\nWie?;So\n", IK_DOCUMENT_KIND_CSV },
  { "commas-in-text", "Well, you know,\nthis is a text, and so on.\nReally.\n", IK_DOCUMENT_KIND_TEXT },
  { "headings", "# Title\n\n## Why?\n\nBecause.\n", IK_DOCUMENT_KIND_MARKDOWN },
  { "front-matter", "---\ntitle: x\n---\n\n* Why?\n", IK_DOCUMENT_KIND_MARKDOWN },
  { "bold", "**Why?**\n\nBecause.\n", IK_DOCUMENT_KIND_MARKDOWN },
  { "bullets", "Title\n• Why?\n• How?\n", IK_DOCUMENT_KIND_TEXT },
  { "numbers", "1. Why?\n2. How?\n", IK_DOCUMENT_KIND_TEXT },
  { "empty", "", IK_DOCUMENT_KIND_TEXT },
};

static void
test_guess (gconstpointer data)
{
  const Case *row = data;
  g_autoptr(GBytes) bytes = g_bytes_new_static (row->bytes, strlen (row->bytes));

  /* The ending says something else on purpose: content decides. */
  g_assert_cmpint (ik_document_kind_guess (bytes, "list.docx"), ==, row->kind);
}

static void
test_nicks (void)
{
  for (guint i = IK_DOCUMENT_KIND_MARKDOWN; i <= IK_DOCUMENT_KIND_JSON; i++)
    {
      IkDocumentKind kind;

      g_assert_true (ik_document_kind_from_nick (ik_document_kind_to_nick (i), &kind));
      g_assert_cmpuint (kind, ==, i);
    }
  g_assert_false (ik_document_kind_from_nick ("unknown", &(IkDocumentKind) { 0 }));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/importer/document-kind/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_guess);
    }
  g_test_add_func ("/importer/document-kind/nicks", test_nicks);

  return g_test_run ();
}
