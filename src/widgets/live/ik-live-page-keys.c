#include "ik-live-page-private.h"

/* Each of them is shown on the control that does the same and in the window of
 * the shortcuts. The desktop itself takes Alt+Space in many places, so the
 * control names the other key that pauses. */
static const IkChord chords[] = {
  { '1', '7', FALSE, "live.rate", NULL },
  { '1', '9', TRUE, "live.tick", NULL },
  { '0', '0', FALSE, "live.not-assessed", NULL },
  { 'a', 'a', FALSE, "live.outcome", "'answered'" },
  { 'b', 'b', FALSE, "live.pause", NULL },
  { 'b', 'b', TRUE, "live.interrupt", NULL },
  { ' ', ' ', FALSE, "live.pause", NULL },
  { 'c', 'c', FALSE, "live.show-part", "'as-asked'" },
  { 'd', 'd', FALSE, "live.show-part", "'rating'" },
  { 'e', 'e', FALSE, "live.end", NULL },
  { 'f', 'f', FALSE, "live.filter", NULL },
  { 'g', 'g', FALSE, "live.show-part", "'general'" },
  { 'h', 'h', FALSE, "live.hide", NULL },
  { 'i', 'i', FALSE, "live.show-part", "'evidence'" },
  { 'j', 'j', FALSE, "live.show-part", "'extra'" },
  { 'k', 'k', FALSE, "live.break-off", NULL },
  { 'l', 'l', FALSE, "live.show-part", "'list'" },
  { 'm', 'm', FALSE, "live.trim", NULL },
  { 'n', 'n', FALSE, "live.next", NULL },
  { 'o', 'o', FALSE, "live.show-part", "'note'" },
  { 'o', 'o', TRUE, "live.opening", NULL },
  { 'p', 'p', FALSE, "live.previous", NULL },
  { 'q', 'q', FALSE, "live.show-part", "'question'" },
  { 'r', 'r', FALSE, "live.reference", NULL },
  { 's', 's', FALSE, "live.skip", NULL },
  { 's', 's', TRUE, "live.omit", NULL },
  { 't', 't', FALSE, "live.outcome", "'partly'" },
  { 'u', 'u', FALSE, "live.quiet", NULL },
  { 'v', 'v', FALSE, "live.outcome", "'no_evidence'" },
  { 'w', 'w', FALSE, "live.candidate-window", NULL },
  { 'x', 'x', FALSE, "live.outcome", "'not_asked'" },
  { 'y', 'y', FALSE, "live.blank", NULL },
  { 'z', 'z', FALSE, "live.undo", NULL },
  { IK_CHORD_DOWN, IK_CHORD_DOWN, FALSE, "live.scroll", "1" },
  { IK_CHORD_UP, IK_CHORD_UP, FALSE, "live.scroll", "-1" },
};

/* In place of those of the clock, where there is none. */
static const IkChord paper_chords[] = {
  { 'b', 'b', FALSE, "live.show-part", "'when'" },
  { 'u', 'u', FALSE, "live.show-part", "'minutes'" },
};

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
take_chord (IkLivePage      *self,
            guint            keyval,
            guint            keycode,
            GdkModifierType  modifiers)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (self));
  char key = ik_chord_from_key (display, keyval, keycode);
  gboolean shift = (modifiers & GDK_SHIFT_MASK) != 0;

  return (ik_live_page_is_from_paper (self) &&
          ik_chord_activate (paper_chords, G_N_ELEMENTS (paper_chords), GTK_WIDGET (self), key,
                             shift)) ||
         ik_chord_activate (chords, G_N_ELEMENTS (chords), GTK_WIDGET (self), key, shift);
}

/* Before the note takes it for a new line. */
static gboolean
goes_on (IkLivePage      *self,
         guint            keyval,
         GdkModifierType  modifiers)
{
  return ik_live_page_is_from_paper (self) &&
         (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter) &&
         modifiers == GDK_CONTROL_MASK;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                IkLivePage            *self)
{
  GdkModifierType modifiers = state & IK_CHORD_MODIFIERS;

  if ((modifiers & ~GDK_SHIFT_MASK) == GDK_ALT_MASK)
    return take_chord (self, keyval, keycode, modifiers);

  if (goes_on (self, keyval, modifiers))
    return gtk_widget_activate_action (GTK_WIDGET (self), "live.done", NULL);

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

/* Whatever writes into a note or corrects it; Escape and Tab do not. */
static gboolean
is_writing (guint           keyval,
            GdkModifierType modifiers)
{
  return (modifiers & ~GDK_SHIFT_MASK) == 0 && gdk_keyval_to_unicode (keyval) != 0 &&
         keyval != GDK_KEY_Escape && keyval != GDK_KEY_Tab;
}

static gboolean
other_key_pressed_cb (GtkEventControllerKey *controller,
                      guint                  keyval,
                      guint                  keycode,
                      GdkModifierType        state,
                      IkLivePage            *self)
{
  GdkModifierType modifiers = state & IK_CHORD_MODIFIERS;

  if ((modifiers & ~GDK_SHIFT_MASK) == GDK_ALT_MASK)
    return take_chord (self, keyval, keycode, modifiers);

  return is_writing (keyval, modifiers) && ik_live_page_take_key (self, controller);
}

/* The keys of a window beside the page's do on the page what they do there. */
void
ik_live_page_take_keys_of (IkLivePage *self,
                           GtkWidget  *window)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "key-pressed", G_CALLBACK (other_key_pressed_cb), self, 0);
  gtk_widget_add_controller (window, controller);
}

/**
 * ik_live_page_get_chords:
 * @out_n_chords: (out): how many there are
 *
 * Returns: (array length=out_n_chords) (transfer none): the keys of the page
 */
const IkChord *
ik_live_page_get_chords (gsize *out_n_chords)
{
  *out_n_chords = G_N_ELEMENTS (chords);
  return chords;
}
