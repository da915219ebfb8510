#include "ik-live-page-private.h"

/* Modifiers that make a chord; AltGr is none of them, so that what it writes
 * goes into the note. */
#define CHORD_MODIFIERS (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)

/* The arrows, which write nothing. */
#define SCROLL_DOWN '>'
#define SCROLL_UP '<'

typedef struct
{
  char        key;    /* lower case */
  const char *action;
  const char *target; /* (nullable): a GVariant text */
} Chord;

/* Each of them is shown on the control that does the same. The desktop itself
 * takes Alt+Space in most places, so a second key pauses as well. */
static const Chord chords[] = {
  { 'a', "live.outcome", "'answered'" },
  { 'b', "live.pause", NULL },
  { 'e', "live.end", NULL },
  { 'f', "live.filter", NULL },
  { 'g', "live.show-part", "'general'" },
  { 'h', "live.hide", NULL },
  { 'i', "live.show-part", "'evidence'" },
  { 'l', "live.show-part", "'list'" },
  { 'n', "live.next", NULL },
  { 'o', "live.show-part", "'note'" },
  { 'p', "live.previous", NULL },
  { 'q', "live.show-part", "'question'" },
  { 'r', "live.reference", NULL },
  { 's', "live.skip", NULL },
  { 't', "live.outcome", "'partly'" },
  { 'v', "live.outcome", "'no_evidence'" },
  { 'x', "live.outcome", "'not_asked'" },
  { 'd', "live.show-part", "'rating'" },
  { '0', "live.not-assessed", NULL },
  { ' ', "live.pause", NULL },
  { SCROLL_DOWN, "live.scroll", "1" },
  { SCROLL_UP, "live.scroll", "-1" },
};

static char
keyval_to_char (guint keyval)
{
  guint lower = gdk_keyval_to_lower (keyval);

  if (lower == GDK_KEY_Down || lower == GDK_KEY_Page_Down)
    return SCROLL_DOWN;
  if (lower == GDK_KEY_Up || lower == GDK_KEY_Page_Up)
    return SCROLL_UP;
  if (lower >= GDK_KEY_KP_0 && lower <= GDK_KEY_KP_9)
    return (char) ('0' + (lower - GDK_KEY_KP_0));
  if ((lower >= GDK_KEY_a && lower <= GDK_KEY_z) || (lower >= GDK_KEY_0 && lower <= GDK_KEY_9) ||
      lower == GDK_KEY_space)
    return (char) lower;

  return '\0';
}

/* What a key stands for, whatever the layout: with Shift a digit is another
 * sign, on a French keyboard it is one without, and a Cyrillic key has its
 * Latin letter in another group. A digit anywhere on the key wins. */
static char
key_to_char (GdkDisplay *display,
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

static gboolean
activate_chord (IkLivePage *self,
                char        key)
{
  for (guint i = 0; i < G_N_ELEMENTS (chords); i++)
    {
      g_autoptr(GVariant) target = NULL;

      if (chords[i].key != key)
        continue;

      if (chords[i].target != NULL)
        target = g_variant_parse (NULL, chords[i].target, NULL, NULL, NULL);
      gtk_widget_activate_action_variant (GTK_WIDGET (self), chords[i].action, target);
      return TRUE;
    }

  return FALSE;
}

static gboolean
take_chord (IkLivePage      *self,
            char             key,
            GdkModifierType  modifiers)
{
  if (key >= '1' && key <= '9')
    {
      gboolean is_tick = (modifiers & GDK_SHIFT_MASK) != 0;

      gtk_widget_activate_action (GTK_WIDGET (self), is_tick ? "live.tick" : "live.rate", "u",
                                  (guint) (key - '1'));
      return TRUE;
    }

  return (modifiers & GDK_SHIFT_MASK) == 0 && activate_chord (self, key);
}

/* Letters, digits and signs; a space presses the button that has the focus. */
static gboolean
is_typing (guint           keyval,
           GdkModifierType modifiers)
{
  gunichar character = gdk_keyval_to_unicode (keyval);

  return (modifiers & ~GDK_SHIFT_MASK) == 0 && character != 0 && g_unichar_isgraph (character);
}

static gboolean
focus_takes_text (IkLivePage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)) &&
         (GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus));
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                IkLivePage            *self)
{
  GdkModifierType modifiers = state & CHORD_MODIFIERS;
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (self));

  if ((modifiers & ~GDK_SHIFT_MASK) == GDK_ALT_MASK)
    return take_chord (self, key_to_char (display, keyval, keycode), modifiers);

  if (is_typing (keyval, modifiers) && !focus_takes_text (self))
    return ik_live_page_take_key (self, controller);

  return FALSE;
}

/* On the way down, before mnemonics and before the text view: whatever has the
 * focus, the keys do the same. An event controller and no shortcut controller,
 * because a trigger knows what a key writes, not which digit stands on it. */
void
ik_live_page_add_keys (IkLivePage *self)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}
