#include "ik-chord.h"

static char
keyval_to_char (guint keyval)
{
  guint lower = gdk_keyval_to_lower (keyval);

  if (lower == GDK_KEY_Down || lower == GDK_KEY_Page_Down)
    return IK_CHORD_DOWN;
  if (lower == GDK_KEY_Up || lower == GDK_KEY_Page_Up)
    return IK_CHORD_UP;
  if (lower >= GDK_KEY_KP_0 && lower <= GDK_KEY_KP_9)
    return (char) ('0' + (lower - GDK_KEY_KP_0));
  if ((lower >= GDK_KEY_a && lower <= GDK_KEY_z) || (lower >= GDK_KEY_0 && lower <= GDK_KEY_9) ||
      lower == GDK_KEY_space)
    return (char) lower;

  return '\0';
}

/**
 * ik_chord_from_key:
 * @display: where it was pressed
 * @keyval: what it writes
 * @keycode: the key
 *
 * What a key stands for, whatever the layout: with Shift a digit is another
 * sign, on a French keyboard it is one without, and a Cyrillic key has its
 * Latin letter in another group. A digit anywhere on the key wins.
 *
 * Returns: a lower case letter, a digit, a space, one of the arrows, or '\0'
 */
char
ik_chord_from_key (GdkDisplay *display,
                   guint       keyval,
                   guint       keycode)
{
  g_autofree guint *keyvals = NULL;
  int n_keyvals = 0;
  char found = keyval_to_char (keyval);

  if (found != '\0' && !g_ascii_isdigit (found) && found != ' ')
    return found;

  gdk_display_map_keycode (display, keycode, NULL, &keyvals, &n_keyvals);
  for (int i = 0; i < n_keyvals; i++)
    {
      char candidate = keyval_to_char (keyvals[i]);

      if (g_ascii_isdigit (candidate))
        return candidate;
      if (found == '\0')
        found = candidate;
    }

  return found;
}
