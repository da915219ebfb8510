#include "ik-import-page-private.h"

#include "ik-chord.h"

typedef struct
{
  char             key;       /* lower case */
  GdkModifierType  modifiers;
  const char      *action;
  const char      *target;    /* (nullable): a GVariant text */
} Chord;

/* Each of them is shown on the control that does the same. */
static const Chord chords[] = {
  { 's', 0, "import.role", "'section'" },
  { 'q', 0, "import.role", "'question'" },
  { 'a', 0, "import.role", "'answer'" },
  { 'f', 0, "import.role", "'follow-up'" },
  { 'd', 0, "import.role", "'details'" },
  { 'g', 0, "import.role", "'good-sign'" },
  { 'r', 0, "import.role", "'red-flag'" },
  { 'x', 0, "import.role", "'not-wanted'" },
  { 's', GDK_SHIFT_MASK, "import.role-of-kind", "'section'" },
  { 'q', GDK_SHIFT_MASK, "import.role-of-kind", "'question'" },
  { 'a', GDK_SHIFT_MASK, "import.role-of-kind", "'answer'" },
  { 'f', GDK_SHIFT_MASK, "import.role-of-kind", "'follow-up'" },
  { 'd', GDK_SHIFT_MASK, "import.role-of-kind", "'details'" },
  { 'g', GDK_SHIFT_MASK, "import.role-of-kind", "'good-sign'" },
  { 'r', GDK_SHIFT_MASK, "import.role-of-kind", "'red-flag'" },
  { 'x', GDK_SHIFT_MASK, "import.role-of-kind", "'not-wanted'" },
  { 'p', 0, "import.split", NULL },
  { 'j', 0, "import.join", NULL },
  { 'm', 0, "import.merge", NULL },
  { 't', 0, "import.show-other-part", NULL },
  { 'k', 0, "import.skip", NULL },
  { ' ', 0, "import.toggle", NULL },
  { '1', 0, "import.decide", "@u 1" }, /* as IkDuplicatePolicy has it */
  { '2', 0, "import.decide", "@u 2" },
  { '3', 0, "import.decide", "@u 3" },
  { '1', GDK_SHIFT_MASK, "import.decide-all", "@u 1" },
  { '2', GDK_SHIFT_MASK, "import.decide-all", "@u 2" },
  { '3', GDK_SHIFT_MASK, "import.decide-all", "@u 3" },
  { 'a', GDK_CONTROL_MASK, "import.accept-all", "true" },
  { 'a', GDK_CONTROL_MASK | GDK_SHIFT_MASK, "import.accept-all", "false" },
  { 'z', GDK_CONTROL_MASK, "import.undo", NULL },
  { 'z', GDK_CONTROL_MASK | GDK_SHIFT_MASK, "import.redo", NULL },
};

static gboolean
activate (IkImportPage *self,
          const char   *action,
          const char   *target)
{
  g_autoptr(GVariant) parameter =
    target != NULL ? g_variant_parse (NULL, target, NULL, NULL, NULL) : NULL;

  /* A command that isn't possible now is no reason to do another one. */
  gtk_widget_activate_action_variant (GTK_WIDGET (self), action, parameter);
  return TRUE;
}

static gboolean
activate_chord (IkImportPage    *self,
                char             key,
                GdkModifierType  modifiers)
{
  for (guint i = 0; i < G_N_ELEMENTS (chords); i++)
    {
      if (chords[i].key == key && chords[i].modifiers == modifiers)
        return activate (self, chords[i].action, chords[i].target);
    }

  return FALSE;
}

static gboolean
is_in_list (IkImportPage *self,
            GtkWidget    *focus)
{
  return gtk_widget_is_ancestor (focus, GTK_WIDGET (self->source)) ||
         gtk_widget_is_ancestor (focus, GTK_WIDGET (self->questions)) ||
         gtk_widget_is_ancestor (focus, GTK_WIDGET (self->left_over));
}

/* Space and Enter belong to a button or a menu that has the focus. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                IkImportPage          *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GdkModifierType modifiers = state & IK_CHORD_MODIFIERS;
  gboolean is_enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter;
  char key;

  if (is_enter && modifiers == GDK_CONTROL_MASK)
    return activate (self, "import.add", NULL);
  if (focus == NULL || self->draft == NULL || GTK_IS_TEXT (focus) ||
      gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL)
    return FALSE;
  if (is_enter)
    return modifiers == 0 && is_in_list (self, focus) && activate (self, "import.edit", NULL);

  key = ik_chord_from_key (gtk_widget_get_display (GTK_WIDGET (self)), keyval, keycode);
  if (key == ' ' && !is_in_list (self, focus))
    return FALSE;

  return activate_chord (self, key, modifiers);
}

/* On the way down, before the lists. */
void
ik_import_page_add_keys (IkImportPage *self)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}
