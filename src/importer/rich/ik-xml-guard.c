#include "ik-xml-guard.h"

#include <string.h>

/* Word processors write some dozen. */
#define MAX_ATTRIBUTES 256u

typedef enum
{
  STATE_TEXT,
  STATE_TAG,
  STATE_COMMENT,
  STATE_CDATA,
  STATE_INSTRUCTION,
} State;

static gboolean
ends_with (const IkXmlGuard *self,
           const char       *text)
{
  guint64 window = self->window;

  for (gsize i = strlen (text); i > 0; i--, window >>= 8)
    {
      if ((char) (window & 0xff) != text[i - 1])
        return FALSE;
    }

  return TRUE;
}

static void
pass_tag (IkXmlGuard *self,
          char        ch)
{
  if (self->quote != 0)
    self->quote = ch == self->quote ? 0 : self->quote;
  else if (ch == '"' || ch == '\'')
    self->quote = ch;
  else if (ch == '=')
    self->n_attributes++;
  else if (ch == '>')
    self->state = STATE_TEXT;
  else if (ch == '?' && ends_with (self, "<?"))
    self->state = STATE_INSTRUCTION;
  else if (ch == '-' && ends_with (self, "<!--"))
    self->state = STATE_COMMENT;
  else if (ch == '[' && ends_with (self, "![CDATA["))
    self->state = STATE_CDATA;
}

static gboolean
is_closed (const IkXmlGuard *self)
{
  return (self->state == STATE_COMMENT && ends_with (self, "-->")) ||
         (self->state == STATE_CDATA && ends_with (self, "]]>")) ||
         (self->state == STATE_INSTRUCTION && ends_with (self, "?>"));
}

/**
 * ik_xml_guard_pass:
 * @self: a guard
 * @data: the next bytes of XML in UTF-8
 * @size: number of them
 *
 * Looks at XML before a parser does, which compares each attribute of a tag
 * with all before it. Linear.
 *
 * Returns: %FALSE where a tag has more attributes than anybody writes
 */
gboolean
ik_xml_guard_pass (IkXmlGuard *self,
                   const char *data,
                   gsize       size)
{
  for (gsize i = 0; i < size && self->n_attributes <= MAX_ATTRIBUTES; i++)
    {
      if (self->state == STATE_TEXT)
        {
          const char *tag = memchr (data + i, '<', size - i);

          if (tag == NULL)
            break;
          i = (gsize) (tag - data);
          *self = (IkXmlGuard) { .window = '<', .state = STATE_TAG };
          continue;
        }
      self->window = self->window << 8 | (guint8) data[i];
      if (self->state == STATE_TAG)
        pass_tag (self, data[i]);
      else if (data[i] == '>' && is_closed (self))
        self->state = STATE_TEXT;
    }

  return self->n_attributes <= MAX_ATTRIBUTES;
}
