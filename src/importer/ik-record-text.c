#include "ik-record-text.h"

#include <string.h>

#include "ik-block-list.h"
#include "ik-html-fragment.h"
#include "ik-markdown-escape.h"
#include "ik-marker.h"

/* Tags that stand for themselves in a text that isn't HTML: a question about
 * an element names it. */
static const char *const formatting[] = {
  "a", "b", "br", "code", "em", "i", "kbd", "li", "mark", "ol", "p", "pre", "s", "strong", "sub",
  "sup", "u", "ul", NULL,
};

static gboolean
is_formatting (const char *tag)
{
  g_autofree char *name = NULL;
  gsize start = tag[1] == '/' ? 2 : 1;
  gsize n = 0;

  while (n < 8 && g_ascii_isalnum (tag[start + n]))
    n++;
  name = g_ascii_strdown (tag + start, (gssize) n);

  return g_strv_contains (formatting, name) && strchr ("> /\n", tag[start + n]) != NULL;
}

/**
 * ik_record_text_guess:
 * @text: a text of a document
 * @so_far: what its other texts were taken for
 *
 * Returns: how they are written, all of them: the marks of Markdown or HTML in
 *   one speak for the rest; linear
 */
IkRecordFormat
ik_record_text_guess (const char     *text,
                      IkRecordFormat  so_far)
{
  static const char *const marks[] = { "```", "](http", "**", "\n- ", "\n* ", "\n## " };
  static const char *const tags[] = { "<br", "</p>", "</div>", "</li>", "</b>", "&nbsp;" };

  if (so_far != IK_RECORD_PLAIN)
    return so_far;
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      if (strstr (text, marks[i]) != NULL)
        return IK_RECORD_MARKDOWN;
    }
  for (guint i = 0; strchr (text, '<') != NULL && i < G_N_ELEMENTS (tags); i++)
    {
      if (strstr (text, tags[i]) != NULL)
        return IK_RECORD_HTML;
    }
  if (strchr (text, '`') != NULL && strchr (strchr (text, '`') + 1, '`') != NULL)
    return IK_RECORD_MARKDOWN;

  return IK_RECORD_PLAIN;
}

/* Each line break stays one; lists and paragraphs break by themselves. */
static char *
from_plain (const char *text)
{
  GString *markdown = g_string_sized_new (strlen (text) + 8);

  for (const char *line = text; *line != '\0';)
    {
      gsize length = strcspn (line, "\n");
      const char *next = line + length + (line[length] == '\n');
      IkMarker marker;

      ik_markdown_escape (markdown, line, length, TRUE);
      if (*next != '\0' && length > 0 && *next != '\n' &&
          ik_marker_parse (next + strspn (next, " "), &marker) == 0)
        g_string_append_c (markdown, '\\');
      if (line[length] == '\n')
        g_string_append_c (markdown, '\n');
      line = next;
    }

  return g_string_free (markdown, FALSE);
}

/* Markdown stays as it is, but for the names of elements in running text. */
static char *
from_markdown (const char *text)
{
  GString *markdown = g_string_sized_new (strlen (text) + 8);
  gsize n_ticks = 0; /* of the code that is open */

  for (const char *p = text; *p != '\0'; p++)
    {
      gsize n = strspn (p, "`");

      if (n > 0)
        {
          if (n_ticks == 0)
            n_ticks = n;
          else if (n_ticks == n)
            n_ticks = 0;
          g_string_append_len (markdown, p, (gssize) n);
          p += n - 1;
          continue;
        }
      if (*p == '<' && n_ticks == 0 && (g_ascii_isalpha (p[1]) || p[1] == '/') &&
          !is_formatting (p) && !g_str_has_prefix (p, "<http") && (p == text || p[-1] != '\\'))
        g_string_append_c (markdown, '\\');
      g_string_append_c (markdown, *p);
    }

  return g_string_free (markdown, FALSE);
}

/* A break of a line ends a paragraph, as nothing else does where people type
 * into a box. */
static char *
from_html (const char *text)
{
  g_autoptr(GString) html = g_string_sized_new (strlen (text) + 16);
  GString *markdown = g_string_new (NULL);
  g_autoptr(IkBlockList) list = NULL;
  IkHtmlFragment fragment = { NULL };

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '<' && g_ascii_strncasecmp (p, "<br", 3) == 0 && strchr (" />", p[3]) != NULL)
        {
          g_string_append (html, "<p>");
          p += strcspn (p, ">");
          if (*p == '\0')
            break;
        }
      else
        g_string_append_c (html, *p);
    }
  list = ik_block_list_new (html->str);
  fragment.list = list;
  ik_html_fragment_read (&fragment, 1, ik_block_list_count_lines (list));
  for (guint i = 0; i < list->blocks->len; i++)
    ik_block_append_markdown (list->blocks->pdata[i], i > 0 ? list->blocks->pdata[i - 1] : NULL,
                              0, markdown);

  return g_string_free (markdown, FALSE);
}

/**
 * ik_record_text_dup_markdown:
 * @text: a text
 * @format: how it is written
 *
 * Returns: (transfer full): the same as CommonMark; linear
 */
char *
ik_record_text_dup_markdown (const char     *text,
                             IkRecordFormat  format)
{
  switch (format)
    {
    case IK_RECORD_HTML:
      return from_html (text);

    case IK_RECORD_MARKDOWN:
      return from_markdown (text);

    case IK_RECORD_PLAIN:
    default:
      return from_plain (text);
    }
}

/**
 * ik_record_text_find_details:
 * @markdown: the text of a question
 *
 * Returns: where what is asked ends and code or a scenario begins, at most the
 *   end of the text
 */
gsize
ik_record_text_find_details (const char *markdown)
{
  gsize length = strlen (markdown);
  const char *paragraph = strstr (markdown, "\n\n");
  const char *fence = strstr (markdown, "\n```");

  if (paragraph != NULL)
    length = (gsize) (paragraph - markdown);
  if (fence != NULL)
    length = MIN (length, (gsize) (fence - markdown));

  return length;
}

static gboolean
is_blank (const char *text)
{
  return text[strspn (text, " \t\n\\")] == '\0';
}

/**
 * ik_record_text_split:
 * @text: a text that lists several
 *
 * Returns: (transfer full): the entries: lines, or what stands between "|" or
 *   ";"; none of them empty, without list markers
 */
char **
ik_record_text_split (const char *text)
{
  const char *separator = strchr (text, '\n') != NULL ? "\n"
                          : strchr (text, '|') != NULL ? "|" : ";";
  g_auto(GStrv) parts = g_strsplit (text, separator, -1);
  GPtrArray *entries = g_ptr_array_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    {
      IkMarker marker;
      const char *entry = g_strstrip (parts[i]);
      gsize length = ik_marker_parse (entry, &marker);

      if (!is_blank (entry + length))
        g_ptr_array_add (entries, g_strdup (entry + length));
    }
  g_ptr_array_add (entries, NULL);

  return (char **) g_ptr_array_free (entries, FALSE);
}
