#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IkJsonSlice:
 * @start: the first byte
 * @end: behind the last one
 *
 * A value as it stands in a text.
 */
typedef struct
{
  const char *start;
  const char *end;
} IkJsonSlice;

/**
 * IkJsonCursor:
 * @p: where it stands
 * @end: behind the text
 * @is_first: whether it passed no value since it entered a bracket
 * @has_failed: whether the text is not JSON at @p; everything fails from there
 *
 * Finds the values of a JSON text without making anything of them. What stands
 * between them has to be right; what they hold may be anything with paired
 * brackets.
 */
typedef struct
{
  const char *p;
  const char *end;
  gboolean    is_first;
  gboolean    has_failed;
} IkJsonCursor;

void     ik_json_cursor_init         (IkJsonCursor *self,
                                      const char   *text,
                                      gsize         length);
gboolean ik_json_cursor_is_at        (IkJsonCursor *self,
                                      char          bracket);
gboolean ik_json_cursor_enter        (IkJsonCursor *self,
                                      char          bracket);
gboolean ik_json_cursor_next_member  (IkJsonCursor *self,
                                      IkJsonSlice  *out_key);
gboolean ik_json_cursor_next_element (IkJsonCursor *self);
gboolean ik_json_cursor_skip         (IkJsonCursor *self,
                                      IkJsonSlice  *out_value);
gboolean ik_json_slice_is            (IkJsonSlice   key,
                                      const char   *name);

G_END_DECLS
