#include "ik-json-scan.h"

/* Returns the character after the string that begins at @p. */
static const char *
skip_string (const char *p,
             const char *end)
{
  for (p++; p < end && *p != '"'; p++)
    {
      if (*p == '\\')
        p++;
    }

  return p + 1;
}

/**
 * ik_json_scan_depth:
 * @text: JSON, which need not be right
 * @length: its length in bytes
 *
 * Finds how deep the brackets of a JSON text nest, before a parser that calls
 * itself for each of them sees it (json-glib 1.6 runs out of stack at 100,000).
 * Linear in @length.
 *
 * Returns: the greatest depth, 0 where there is no bracket
 */
guint
ik_json_scan_depth (const char *text,
                    gsize       length)
{
  const char *end = length > 0 ? text + length : text; /* nothing may have no address */
  const char *p = text;
  guint depth = 0;
  guint deepest = 0;

  while (p < end)
    {
      if (*p == '"')
        {
          p = skip_string (p, end);
          continue;
        }

      if (*p == '[' || *p == '{')
        depth++;
      else if ((*p == ']' || *p == '}') && depth > 0)
        depth--;

      deepest = MAX (deepest, depth);
      p++;
    }

  return deepest;
}
