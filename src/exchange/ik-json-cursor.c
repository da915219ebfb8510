#include "ik-json-cursor.h"

#include <string.h>

static gboolean
fail (IkJsonCursor *self)
{
  self->has_failed = TRUE;
  return FALSE;
}

static void
skip_space (IkJsonCursor *self)
{
  while (self->p < self->end && g_ascii_isspace (*self->p))
    self->p++;
}

/**
 * ik_json_cursor_init:
 * @self: (out caller-allocates): a cursor
 * @text: JSON, which need not be right; has to outlive the cursor
 * @length: its length in bytes
 */
void
ik_json_cursor_init (IkJsonCursor *self,
                     const char   *text,
                     gsize         length)
{
  *self = (IkJsonCursor) { .p = text, .end = text + length, .is_first = TRUE };
}

/**
 * ik_json_cursor_is_at:
 * @self: a cursor at a value
 * @bracket: "{" or "["
 *
 * Returns: whether the value is of that kind
 */
gboolean
ik_json_cursor_is_at (IkJsonCursor *self,
                      char          bracket)
{
  skip_space (self);
  return !self->has_failed && self->p < self->end && *self->p == bracket;
}

/**
 * ik_json_cursor_enter:
 * @self: a cursor at a value
 * @bracket: "{" or "["
 *
 * Goes into an object or a list.
 *
 * Returns: whether there is one
 */
gboolean
ik_json_cursor_enter (IkJsonCursor *self,
                      char          bracket)
{
  if (!ik_json_cursor_is_at (self, bracket))
    return fail (self);

  self->p++;
  self->is_first = TRUE;
  return TRUE;
}

/* Goes to the next value of an object or a list, or out of it. */
static gboolean
next (IkJsonCursor *self,
      char          close)
{
  skip_space (self);
  if (self->has_failed || self->p == self->end)
    return fail (self);

  if (*self->p == close)
    {
      self->p++;
      self->is_first = FALSE;
      return FALSE;
    }

  if (!self->is_first)
    {
      if (*self->p != ',')
        return fail (self);
      self->p++;
      skip_space (self);
    }

  self->is_first = FALSE;
  return TRUE;
}

static gboolean
skip_string (IkJsonCursor *self)
{
  for (self->p++; self->p < self->end && *self->p != '"'; self->p++)
    {
      if (*self->p == '\\')
        self->p++;
    }

  if (self->p >= self->end)
    return fail (self);

  self->p++;
  return TRUE;
}

/**
 * ik_json_cursor_next_member:
 * @self: a cursor in an object
 * @out_key: (out): the name of the member, in quotes
 *
 * Goes to the value of the next member, or out of the object.
 *
 * Returns: whether there is a member
 */
gboolean
ik_json_cursor_next_member (IkJsonCursor *self,
                            IkJsonSlice  *out_key)
{
  if (!next (self, '}'))
    return FALSE;
  if (self->p == self->end || *self->p != '"')
    return fail (self);

  out_key->start = self->p;
  if (!skip_string (self))
    return FALSE;
  out_key->end = self->p;

  skip_space (self);
  if (self->p == self->end || *self->p != ':')
    return fail (self);

  self->p++;
  return TRUE;
}

/**
 * ik_json_cursor_next_element:
 * @self: a cursor in a list
 *
 * Goes to the next element, or out of the list.
 *
 * Returns: whether there is an element
 */
gboolean
ik_json_cursor_next_element (IkJsonCursor *self)
{
  return next (self, ']');
}

static gboolean
skip_brackets (IkJsonCursor *self)
{
  gsize depth = 0;

  while (self->p < self->end)
    {
      if (*self->p == '"')
        {
          if (!skip_string (self))
            return FALSE;
          continue;
        }

      if (*self->p == '{' || *self->p == '[')
        depth++;
      else if ((*self->p == '}' || *self->p == ']') && --depth == 0)
        {
          self->p++;
          return TRUE;
        }
      self->p++;
    }

  return fail (self);
}

/**
 * ik_json_cursor_skip:
 * @self: a cursor at a value
 * @out_value: (out) (optional): the value
 *
 * Goes behind a value. Linear in its length.
 *
 * Returns: whether there is one
 */
gboolean
ik_json_cursor_skip (IkJsonCursor *self,
                     IkJsonSlice  *out_value)
{
  const char *start;

  skip_space (self);
  if (self->has_failed || self->p == self->end)
    return fail (self);

  start = self->p;
  if (*self->p == '{' || *self->p == '[')
    skip_brackets (self);
  else if (*self->p == '"')
    skip_string (self);
  else
    {
      while (self->p < self->end && !g_ascii_isspace (*self->p) &&
             strchr (",]}", *self->p) == NULL)
        self->p++;
    }

  if (self->has_failed || self->p == start)
    return fail (self);

  if (out_value != NULL)
    *out_value = (IkJsonSlice) { start, self->p }
  ;
  return TRUE;
}

/**
 * ik_json_slice_is:
 * @key: name of a member, in quotes
 * @name: a name in letters that need no escape
 *
 * Returns: whether they are the same, written without escapes
 */
gboolean
ik_json_slice_is (IkJsonSlice  key,
                  const char  *name)
{
  gsize length = strlen (name);

  return (gsize) (key.end - key.start) == length + 2 &&
         memcmp (key.start + 1, name, length) == 0;
}
