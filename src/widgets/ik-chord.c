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

static GVariant *
dup_target (const IkChord *self,
            char           key)
{
  if (self->first != self->last)
    return g_variant_ref_sink (g_variant_new_uint32 ((guint) (key - self->first)));
  if (self->target != NULL)
    return g_variant_parse (NULL, self->target, NULL, NULL, NULL);

  return NULL;
}

/**
 * ik_chord_activate:
 * @chords: what the keys do
 * @n_chords: length of @chords
 * @widget: where the actions are
 * @key: what ik_chord_from_key() found
 * @shift: whether Shift was pressed
 *
 * Does what a key stands for.
 *
 * Returns: whether it stands for anything
 */
gboolean
ik_chord_activate (const IkChord *chords,
                   gsize          n_chords,
                   GtkWidget     *widget,
                   char           key,
                   gboolean       shift)
{
  for (gsize i = 0; i < n_chords; i++)
    {
      const IkChord *chord = &chords[i];
      g_autoptr(GVariant) target = NULL;

      if (key < chord->first || key > chord->last || shift != chord->shift)
        continue;

      target = dup_target (chord, key);
      gtk_widget_activate_action_variant (widget, chord->action, target);
      return TRUE;
    }

  return FALSE;
}

/* The chords of one widget. */
typedef struct
{
  const IkChord *chords; /* (unowned): they stay for good */
  gsize          n_chords;
} ChordList;

static void
chord_list_free (gpointer  data,
                 GClosure *closure)
{
  g_free (data);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                const ChordList       *list)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  GdkModifierType modifiers = state & IK_CHORD_MODIFIERS;

  if ((modifiers & ~GDK_SHIFT_MASK) != GDK_ALT_MASK)
    return FALSE;

  return ik_chord_activate (list->chords, list->n_chords, widget,
                            ik_chord_from_key (gtk_widget_get_display (widget), keyval, keycode),
                            (modifiers & GDK_SHIFT_MASK) != 0);
}

/**
 * ik_chord_add_controller:
 * @widget: where the actions are
 * @chords: (array length=n_chords): what the keys do; static
 * @n_chords: length of @chords
 *
 * Lets the keys work wherever the focus is in @widget, before what has it: typing
 * belongs to a text, a chord to the page.
 */
void
ik_chord_add_controller (GtkWidget     *widget,
                         const IkChord *chords,
                         gsize          n_chords)
{
  GtkEventController *controller = gtk_event_controller_key_new ();
  ChordList *list = g_new (ChordList, 1);

  *list = (ChordList) { chords, n_chords };
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_data (controller, "key-pressed", G_CALLBACK (key_pressed_cb), list,
                         chord_list_free, 0);
  gtk_widget_add_controller (widget, controller);
}

static const char *
get_key_name (const char *key)
{
  if (*key == IK_CHORD_UP)
    return "Up";
  if (*key == IK_CHORD_DOWN)
    return "Down";
  if (*key == ' ')
    return "space";

  return NULL;
}

/**
 * ik_chord_dup_accelerator:
 * @self: a chord
 *
 * Returns: (transfer full): how the shortcuts window writes it, "<Alt>n" or
 *   "<Alt>1...7"
 */
char *
ik_chord_dup_accelerator (const IkChord *self)
{
  GString *text = g_string_new (self->shift ? "<Alt><Shift>" : "<Alt>");
  const char *name = get_key_name (&self->first);

  if (name != NULL)
    g_string_append (text, name);
  else
    g_string_append_c (text, self->first);
  if (self->first != self->last)
    g_string_append_printf (text, "...%c", self->last);

  return g_string_free (text, FALSE);
}
