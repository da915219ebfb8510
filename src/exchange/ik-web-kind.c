#include "ik-web-kind.h"

#include <string.h>

/* What can't hold questions, by the first part of its type. */
static const char *const foreign[] = { "image/", "audio/", "video/", "font/", "model/" };

/* Servers hand out Markdown, tables and programs as "text/plain" and anything
 * as "application/octet-stream": these say nothing. */
static const struct
{
  const char     *media_type;
  IkDocumentKind  kind;
} kinds[] = {
  { "text/html", IK_DOCUMENT_KIND_HTML },
  { "application/xhtml+xml", IK_DOCUMENT_KIND_HTML },
  { "text/markdown", IK_DOCUMENT_KIND_MARKDOWN },
  { "text/x-markdown", IK_DOCUMENT_KIND_MARKDOWN },
  { "application/pdf", IK_DOCUMENT_KIND_PDF },
  { "application/vnd.oasis.opendocument.text", IK_DOCUMENT_KIND_ODT },
  { "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    IK_DOCUMENT_KIND_DOCX },
  { "text/csv", IK_DOCUMENT_KIND_CSV },
  { "text/tab-separated-values", IK_DOCUMENT_KIND_CSV },
  { "application/json", IK_DOCUMENT_KIND_JSON },
  { "text/json", IK_DOCUMENT_KIND_JSON },
};

/**
 * ik_web_kind_from_type:
 * @media_type: (nullable): type of a document, without parameters
 * @out_kind: (out): what is in it; %IK_DOCUMENT_KIND_UNKNOWN where only the
 *   content tells
 *
 * Returns: whether a document of that type may hold questions
 */
gboolean
ik_web_kind_from_type (const char     *media_type,
                       IkDocumentKind *out_kind)
{
  *out_kind = IK_DOCUMENT_KIND_UNKNOWN;
  if (media_type == NULL)
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (foreign); i++)
    {
      if (g_ascii_strncasecmp (media_type, foreign[i], strlen (foreign[i])) == 0)
        return FALSE;
    }

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_ascii_strcasecmp (media_type, kinds[i].media_type) == 0)
        *out_kind = kinds[i].kind;
    }

  return TRUE;
}
