#include "ik-inscription.h"

/* A #GtkInscription aligns each text by the direction of its own script, unlike
 * a #GtkLabel: a name in Latin letters would stand at the far end of a row that
 * is read from right to left. */

/* By the first letter, as Pango goes (its own function for that is deprecated);
 * none where there is no letter, which goes with the widget. */
static GtkTextDirection
find_direction (const char *text)
{
  static const GUnicodeScript scripts[] = {
    G_UNICODE_SCRIPT_ARABIC, G_UNICODE_SCRIPT_HEBREW, G_UNICODE_SCRIPT_SYRIAC,
    G_UNICODE_SCRIPT_THAANA, G_UNICODE_SCRIPT_NKO, G_UNICODE_SCRIPT_ADLAM,
  };
  const char *letter = text;

  while (*letter != '\0' && !g_unichar_isalpha (g_utf8_get_char (letter)))
    letter = g_utf8_next_char (letter);
  if (*letter == '\0')
    return GTK_TEXT_DIR_NONE;

  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      if (g_unichar_get_script (g_utf8_get_char (letter)) == scripts[i])
        return GTK_TEXT_DIR_RTL;
    }

  return GTK_TEXT_DIR_LTR;
}

/* Its 0 is the side where the text begins. */
static void
align_to_start (GtkInscription *self)
{
  const char *text = gtk_inscription_get_text (self);
  GtkTextDirection direction = text != NULL ? find_direction (text) : GTK_TEXT_DIR_NONE;
  gboolean turns = direction != GTK_TEXT_DIR_NONE &&
                   direction != gtk_widget_get_direction (GTK_WIDGET (self));

  gtk_inscription_set_xalign (self, turns ? 1 : 0);
}

/**
 * ik_inscription_set_text:
 * @self: one of a row
 * @text: (nullable): what it shows
 *
 * Sets a text that begins where the row does, in whatever script it is.
 */
void
ik_inscription_set_text (GtkInscription *self,
                         const char     *text)
{
  g_return_if_fail (GTK_IS_INSCRIPTION (self));

  /* Those of a markup before stay otherwise. */
  if (gtk_inscription_get_attributes (self) != NULL)
    gtk_inscription_set_attributes (self, NULL);
  gtk_inscription_set_text (self, text);
  align_to_start (self);
}

/**
 * ik_inscription_set_markup:
 * @self: one of a row
 * @markup: (nullable): what it shows, in Pango's markup
 *
 * The same with markup.
 */
void
ik_inscription_set_markup (GtkInscription *self,
                           const char     *markup)
{
  g_return_if_fail (GTK_IS_INSCRIPTION (self));

  gtk_inscription_set_markup (self, markup);
  align_to_start (self);
}
