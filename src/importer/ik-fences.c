#include "ik-fences.h"

#include <string.h>

/* No document lacks more fences; each costs a walk through the rest of it. */
#define MAX_INSERTS 16
#define LEAST_HEADINGS 2
#define LEAST_INDENT 2

static const char fence_line[] = "```\n";

/* A fence that is open, and where it should have been closed. */
typedef struct
{
  char  mark;     /* 0 where none is open */
  gsize length;
  gsize indent;
  gsize exit;     /* where a part of the document begins inside, 0 if none does */
} Fence;

typedef struct
{
  const char *text;
  gsize       start;       /* where the walk begins */
  guint       n_headings[7];

  Fence       fence;
  gsize       first_exit;  /* of the first fence that has one */
  gboolean    unbalanced;
} Walk;

static gsize
count_hashes (const char *line)
{
  gsize n = line[0] == '#' ? strspn (line, "#") : 0;

  return n <= 6 && line[n] == ' ' ? n : 0;
}

/* Length of the fence that a line begins with, or 0. */
static gsize
find_fence (const char *line,
            gsize       length)
{
  gsize n;

  if (line[0] != '`' && line[0] != '~')
    return 0;
  n = strspn (line, line[0] == '`' ? "`" : "~");

  return n >= 3 && (line[0] == '~' || memchr (line + n, '`', length - n) == NULL) ? n : 0;
}

/* What no code holds: a heading like others of the document, or the tags that
 * fold its answers. */
static gboolean
begins_part (const Walk *walk,
             const char *line)
{
  gsize level = count_hashes (line);

  return (level > 0 && walk->n_headings[level] >= LEAST_HEADINGS) ||
         g_str_has_prefix (line, "<details>") || g_str_has_prefix (line, "</details>") ||
         g_str_has_prefix (line, "<summary>");
}

static void
close_fence (Walk *walk)
{
  if (walk->fence.exit > 0 && walk->first_exit == 0)
    walk->first_exit = walk->fence.exit;
  walk->fence.mark = '\0';
}

static void
take_fence (Walk       *walk,
            const char *line,
            gsize       n,
            gsize       indent,
            gboolean    named)
{
  Fence *fence = &walk->fence;

  if (fence->mark != '\0' && fence->mark == line[0] && !named && n >= fence->length)
    close_fence (walk);
  else if (fence->mark == '\0' || (fence->mark == line[0] && named))
    {
      walk->unbalanced = walk->unbalanced || fence->mark != '\0';
      if (fence->mark != '\0')
        close_fence (walk);
      *fence = (Fence) { line[0], n, indent, 0 };
    }
}

/* Code inside of an item ends with the item, other code needs a fence. */
static void
leave_fence (Walk       *walk,
             const char *line)
{
  if (walk->fence.indent >= LEAST_INDENT)
    walk->fence.mark = '\0';
  else if (walk->fence.mark == fence_line[0] && walk->fence.length == strlen (fence_line) - 1)
    walk->fence.exit = (gsize) (line - walk->text);
}

static void
walk_through (Walk *walk)
{
  const char *line = walk->text + walk->start;
  gboolean blank = FALSE;

  while (*line != '\0')
    {
      gsize length = (gsize) (strchrnul (line, '\n') - line);
      gsize indent = strspn (line, " \t");
      gsize n = find_fence (line + indent, length - indent);

      if (n > 0)
        take_fence (walk, line + indent, n, indent,
                    indent + n + strspn (line + indent + n, " \t") < length);
      else if (walk->fence.mark != '\0' && walk->fence.exit == 0 && blank &&
               begins_part (walk, line))
        leave_fence (walk, line);
      blank = indent >= length;
      line += length + (line[length] == '\n');
    }
  if (walk->fence.mark != '\0')
    {
      walk->unbalanced = TRUE;
      close_fence (walk);
    }
}

/* Where a fence is missing, behind @start; 0 where none is. */
static gsize
find_missing (const char  *text,
              gsize        start,
              const guint *n_headings)
{
  Walk walk = { .text = text, .start = start };

  memcpy (walk.n_headings, n_headings, sizeof walk.n_headings);
  walk_through (&walk);

  return walk.unbalanced ? walk.first_exit : 0;
}

static void
count_headings (const char *text,
                guint      *n_headings)
{
  for (const char *line = text; line != NULL; line = strchr (line, '\n'))
    {
      line += *line == '\n';
      n_headings[count_hashes (line)]++;
    }
}

/**
 * ik_fences_balance:
 * @text: Markdown
 * @inserts: (out) (transfer full) (element-type gsize): where fences were put
 *   in, as offsets of the text that is returned
 *
 * Closes fences of code that the document forgot to close, before the heading
 * that they would swallow. Linear.
 *
 * Returns: (transfer full) (nullable): the text with them, %NULL where none
 *   is missing
 */
char *
ik_fences_balance (const char  *text,
                   GArray     **inserts)
{
  guint n_headings[7] = { 0 };
  GString *balanced = NULL;
  gsize at = 0;

  *inserts = NULL;
  if (strstr (text, "```") == NULL && strstr (text, "~~~") == NULL)
    return NULL;

  count_headings (text, n_headings);
  while ((*inserts == NULL || (*inserts)->len < MAX_INSERTS) &&
         (at = find_missing (balanced != NULL ? balanced->str : text, at, n_headings)) > 0)
    {
      if (balanced == NULL)
        {
          balanced = g_string_new (text);
          *inserts = g_array_new (FALSE, FALSE, sizeof (gsize));
        }
      g_string_insert (balanced, (gssize) at, fence_line);
      g_array_append_val (*inserts, at);
      at += strlen (fence_line);
    }

  return balanced != NULL ? g_string_free (balanced, FALSE) : NULL;
}

/**
 * ik_fences_get_offset:
 * @inserts: (nullable) (element-type gsize): where fences were put in
 * @offset: an offset of the text with them
 *
 * Returns: the offset of the same place in the text without them
 */
gsize
ik_fences_get_offset (const GArray *inserts,
                      gsize         offset)
{
  gsize n_added = 0;

  for (guint i = 0; inserts != NULL && i < inserts->len; i++)
    {
      gsize at = g_array_index (inserts, gsize, i);

      if (at >= offset)
        break;
      n_added += MIN (strlen (fence_line), offset - at);
    }

  return offset - n_added;
}
