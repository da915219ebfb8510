#include "ik-front-matter.h"

#include <string.h>

#include "ik-text.h"

static char *
unquote (const char *value,
         gsize       length)
{
  g_autofree char *text = g_strndup (value, length);
  gsize n;

  g_strstrip (text);
  n = strlen (text);
  if (n >= 2 && (text[0] == '"' || text[0] == '\'') && text[n - 1] == text[0])
    return g_strndup (text + 1, n - 2);

  return g_steal_pointer (&text);
}

static void
take_value (IkBlockList *list,
            const char  *line,
            gsize        length)
{
  const struct
  {
    const char  *key;
    char       **field;
  } keys[] = {
    { "title:", &list->title },
    { "description:", &list->description },
    { "lang:", &list->language },
    { "language:", &list->language },
    { "author:", &list->author },
    { "license:", &list->licence },
    { "licence:", &list->licence },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gsize n = strlen (keys[i].key);

      if (length > n && g_ascii_strncasecmp (line, keys[i].key, n) == 0)
        {
          g_autofree char *value = unquote (line + n, length - n);

          ik_text_set (keys[i].field, value);
        }
    }
}

/**
 * ik_front_matter_read:
 * @list: a list without blocks
 *
 * Takes YAML front matter, between two lines of three hyphens at the very
 * beginning, as metadata. Only plain "key: value" lines are understood.
 *
 * Returns: where the text behind it begins, 0 where there is none
 */
gsize
ik_front_matter_read (IkBlockList *list)
{
  guint n_lines = ik_block_list_count_lines (list);
  guint last = 0;

  for (guint line = 1; line <= n_lines && last == 0; line++)
    {
      gsize length;
      const char *start = ik_block_list_get_line (list, line, &length);
      gboolean mark = length >= 3 && memcmp (start, "---", 3) == 0 &&
                      strspn (start, "- \t") >= length;

      if (line == 1 && !mark)
        return 0;
      if (line > 1 && mark)
        last = line;
      else if (line > 1)
        take_value (list, start, length);
    }
  if (last == 0)
    return 0;

  g_ptr_array_add (list->blocks, ik_block_new (IK_BLOCK_METADATA, 1, last, list->title, ""));

  return last < n_lines ? ik_line_index_get_offset (list->lines, last + 1) : strlen (list->text);
}
