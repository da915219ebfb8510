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
