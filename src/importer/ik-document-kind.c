#include "ik-document-kind.h"

#include <string.h>

#include "ik-csv-reader.h"
#include "ik-gift-reader.h"

/* What tells a kind stands near the beginning of a document. */
#define SNIFFED_BYTES 65536

static const char *const nicks[] = {
  [IK_DOCUMENT_KIND_UNKNOWN] = "unknown",
  [IK_DOCUMENT_KIND_MARKDOWN] = "markdown",
  [IK_DOCUMENT_KIND_TEXT] = "text",
  [IK_DOCUMENT_KIND_HTML] = "html",
  [IK_DOCUMENT_KIND_PDF] = "pdf",
  [IK_DOCUMENT_KIND_ODT] = "odt",
  [IK_DOCUMENT_KIND_DOCX] = "docx",
  [IK_DOCUMENT_KIND_CSV] = "csv",
  [IK_DOCUMENT_KIND_JSON] = "json",
  [IK_DOCUMENT_KIND_GIFT] = "gift",
};

/**
 * ik_document_kind_to_nick:
 * @kind: a kind
 *
 * Returns: its word on the command line
 */
const char *
ik_document_kind_to_nick (IkDocumentKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (nicks), nicks[0]);

  return nicks[kind];
}

/**
 * ik_document_kind_from_nick:
 * @nick: word on the command line
 * @out_kind: (out): the kind
 *
 * Returns: whether there is such a kind
 */
gboolean
ik_document_kind_from_nick (const char     *nick,
                            IkDocumentKind *out_kind)
{
  for (guint i = IK_DOCUMENT_KIND_MARKDOWN; i < G_N_ELEMENTS (nicks); i++)
    {
      if (g_str_equal (nicks[i], nick))
        {
          *out_kind = i;
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
holds (const char *text,
       gsize       size,
       const char *word)
{
  return memmem (text, size, word, strlen (word)) != NULL;
}

static IkDocumentKind
guess_archive (const char *data,
               gsize       size)
{
  if (holds (data, MIN (size, 200), "mimetypeapplication/vnd.oasis.opendocument.text"))
    return IK_DOCUMENT_KIND_ODT;
  if (holds (data, size, "word/document.xml"))
    return IK_DOCUMENT_KIND_DOCX;
  /* Packed once more by other programs, it doesn't begin with its type. */
  if (holds (data, size, "META-INF/manifest.xml") && holds (data, size, "content.xml") &&
      !holds (data, MIN (size, 200), "opendocument"))
    return IK_DOCUMENT_KIND_ODT;

  return IK_DOCUMENT_KIND_UNKNOWN;
}

static gboolean
is_html (const char *text)
{
  static const char *const openings[] = {
    "<!doctype html", "<html", "<head>", "<head ", "<body>", "<body ",
  };

  if (g_str_has_prefix (text, "<?xml"))
    text += strcspn (text, ">"); /* what is skipped below */
  while (TRUE)
    {
      const char *end;

      text += strspn (text, " \t\r\n>");
      if (!g_str_has_prefix (text, "<!--"))
        break;
      end = strstr (text, "-->");
      if (end == NULL)
        return FALSE;
      text = end + 2;
    }
  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    {
      if (g_ascii_strncasecmp (text, openings[i], strlen (openings[i])) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Whether an object begins with the name of a member: nothing else does. */
static gboolean
names_member (const char *text)
{
  const char *name = text + strspn (text, "{[ \t\r\n");
  gsize length = *name == '"' ? strcspn (name + 1, "\"\n") : 0;
  const char *rest = name + length + (length > 0 ? 2 : 0);

  return length > 0 && name[length + 1] == '"' && rest[strspn (rest, " \t\r\n")] == ':';
}

/* An object or an array of something, not "[link](…)" or "{{ template }}". One
 * that breaks off is told by the name of its first member. */
static gboolean
is_json (const char *text,
         const char *data,
         gsize       size)
{
  char close = text[0] == '{' ? '}' : ']';
  const char *inside;

  if (text[0] != '{' && text[0] != '[')
    return FALSE;
  while (size > 0 && g_ascii_isspace (data[size - 1]))
    size--;
  inside = text + 1 + strspn (text + 1, " \t\r\n");

  if (*inside == '\0' || strchr (text[0] == '{' ? "\"" : "{[\"", *inside) == NULL)
    return FALSE;

  return data[size - 1] == close || names_member (text);
}

/* How strongly a line speaks for Markdown: what people seldom write in plain
 * text counts, what they also do there ("- item", "1. item") doesn't. */
static guint
count_marks (const char *line,
             gsize       length)
{
  gsize n_hashes = strspn (line, "#");
  const char *link;

  if (n_hashes >= 1 && n_hashes <= 6 && line[n_hashes] == ' ')
    return 2;
  if (g_str_has_prefix (line, "```") || g_str_has_prefix (line, "~~~") ||
      g_str_has_prefix (line, "|--") || g_str_has_prefix (line, "| --"))
    return 2;
  if (g_str_has_prefix (line, "**") || g_str_has_prefix (line, "- [ ] ") ||
      g_str_has_prefix (line, "- [x] ") || g_str_has_prefix (line, "<details") ||
      g_str_has_prefix (line, "<summary"))
    return 2;

  link = g_strstr_len (line, (gssize) length, "](");
  return link != NULL || g_strstr_len (line, (gssize) length, "**") != NULL ? 1 : 0;
}

static gboolean
is_markdown (const char *text)
{
  guint n_marks = 0;
  guint n_lines = 0;

  if (g_str_has_prefix (text, "---\n") && strstr (text + 4, "\n---") != NULL)
    return TRUE;

  while (*text != '\0')
    {
      gsize length = strcspn (text, "\n");
      gsize indent = strspn (text, " \t");

      if (indent < length)
        {
          n_lines++;
          n_marks += count_marks (text + indent, length - indent);
        }
      text += length + (text[length] == '\n');
    }

  return n_marks >= 2 && n_marks * 50 >= n_lines;
}

/**
 * ik_document_kind_guess:
 * @bytes: a document
 * @name: its name; it never decides against the content
 *
 * Tells what a document is from its first 64 kB.
 *
 * Returns: the kind; %IK_DOCUMENT_KIND_UNKNOWN for an archive that is no
 *   document, %IK_DOCUMENT_KIND_TEXT where nothing speaks for another one
 */
IkDocumentKind
ik_document_kind_guess (GBytes     *bytes,
                        const char *name)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *head = NULL;
  const char *text;

  if (data == NULL)
    return IK_DOCUMENT_KIND_TEXT;
  head = g_strndup (data, MIN (size, SNIFFED_BYTES));
  text = head;
  if (g_str_has_prefix (text, "\xef\xbb\xbf"))
    text += 3;
  if (holds (text, strnlen (text, 1024), "%PDF-"))
    return IK_DOCUMENT_KIND_PDF;
  if (g_str_has_prefix (text, "PK\x03\x04"))
    return guess_archive (data, size);

  text += strspn (text, " \t\r\n");
  if (is_html (text))
    return IK_DOCUMENT_KIND_HTML;
  if (is_json (text, data, size))
    return IK_DOCUMENT_KIND_JSON;
  if (ik_gift_reader_is_gift (text))
    return IK_DOCUMENT_KIND_GIFT;
  if (ik_csv_reader_is_table (text, TRUE))
    return IK_DOCUMENT_KIND_CSV;
  if (is_markdown (text))
    return IK_DOCUMENT_KIND_MARKDOWN;
  if (ik_csv_reader_is_table (text, FALSE))
    return IK_DOCUMENT_KIND_CSV;

  return IK_DOCUMENT_KIND_TEXT;
}
