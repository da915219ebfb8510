#include "ik-live-page-private.h"

#include "ik-chord.h"

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
  { 'z', "live.undo", NULL },
  { 'd', "live.show-part", "'rating'" },
  { '0', "live.not-assessed", NULL },
  { ' ', "live.pause", NULL },
  { IK_CHORD_DOWN, "live.scroll", "1" },
  { IK_CHORD_UP, "live.scroll", "-1" },
};

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

  /* Where one part is shown at a time, the focus may stand in a part that is not. */
  return focus != NULL && gtk_widget_get_mapped (focus) &&
         gtk_widget_is_ancestor (focus, GTK_WIDGET (self)) &&
         (GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus));
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                IkLivePage            *self)
{
  GdkModifierType modifiers = state & IK_CHORD_MODIFIERS;
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (self));

  if ((modifiers & ~GDK_SHIFT_MASK) == GDK_ALT_MASK)
    return take_chord (self, ik_chord_from_key (display, keyval, keycode), modifiers);

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
