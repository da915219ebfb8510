#include "ik-text.h"

/**
 * ik_text_set:
 * @text: (inout): an owned text
 * @value: (nullable): what it becomes, copied; %NULL makes it ""
 *
 * Replaces a text of the model, which is never %NULL.
 */
void
ik_text_set (char       **text,
             const char  *value)
{
  char *copy = g_strdup (value != NULL ? value : "");

  g_free (*text);
  *text = copy;
}

/**
 * ik_text_dup_lower:
 * @text: UTF-8
 *
 * Like g_utf8_strdown(), but a text in ASCII, as many are, takes a tenth of the
 * time and becomes the same in each locale.
 *
 * Returns: (transfer full): @text in lower case
 */
char *
ik_text_dup_lower (const char *text)
{
  return g_str_is_ascii (text) ? g_ascii_strdown (text, -1) : g_utf8_strdown (text, -1);
}
