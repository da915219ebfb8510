#include "ik-search-row.h"

#include <string.h>

#include "ik-inscription.h"
#include "ik-rich-view.h"

/* A prompt is cut here: a label is quadratic in the length of a word. */
#define MAX_CHARS 300

/**
 * IkSearchRow:
 *
 * A question that a search found: the prompt, where the words were found, and
 * where the question stands. Of fixed height, for long lists.
 */
struct _IkSearchRow
{
  GtkWidget       parent_instance;

  /* Template */
  GtkInscription *prompt;
  GtkInscription *snippet;
  GtkInscription *place;
};

G_DEFINE_FINAL_TYPE (IkSearchRow, ik_search_row, GTK_TYPE_WIDGET)

static void
ik_search_row_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);

  G_OBJECT_CLASS (ik_search_row_parent_class)->dispose (object);
}

static void
ik_search_row_class_init (IkSearchRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ik_search_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-search-row.ui");
  gtk_widget_class_bind_template_child (widget_class, IkSearchRow, prompt);
  gtk_widget_class_bind_template_child (widget_class, IkSearchRow, snippet);
  gtk_widget_class_bind_template_child (widget_class, IkSearchRow, place);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
ik_search_row_init (IkSearchRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ik_search_row_new (void)
{
  return g_object_new (IK_TYPE_SEARCH_ROW, NULL);
}

/**
 * ik_search_row_mark:
 * @snippet: text with matches between U+0002 and U+0003
 *
 * Returns: (transfer full): Pango markup with the matches in bold, on one line
 */
char *
ik_search_row_mark (const char *snippet)
{
  gboolean is_bold = FALSE;
  GString *markup;

  g_return_val_if_fail (snippet != NULL, NULL);

  markup = g_string_new (NULL);
  for (const char *at = snippet; *at != '\0';)
    {
      gsize n_plain = strcspn (at, "\002\003\n");
      g_autofree char *plain = g_markup_escape_text (at, (gssize) n_plain);

      g_string_append (markup, plain);
      at += n_plain;
      if (*at == '\n')
        g_string_append_c (markup, ' ');
      else if (*at != '\0' && is_bold != (*at == '\002'))
        {
          is_bold = !is_bold;
          g_string_append (markup, is_bold ? "<b>" : "</b>");
        }
      if (*at != '\0')
        at++;
    }
  if (is_bold)
    g_string_append (markup, "</b>");

  return g_string_free (markup, FALSE);
}

/**
 * ik_search_row_set_hit:
 * @hit: what was found
 *
 * Shows a question; call it when the list binds the row.
 */
void
ik_search_row_set_hit (IkSearchRow       *self,
                       const IkSearchHit *hit)
{
  g_autofree char *prompt = NULL;
  g_autofree char *snippet = NULL;
  g_autofree char *place = NULL;
  GtkWidget *parent;

  g_return_if_fail (IK_IS_SEARCH_ROW (self));
  g_return_if_fail (hit != NULL);

  prompt = ik_rich_text_dup_plain (hit->prompt, MAX_CHARS);
  snippet = ik_search_row_mark (hit->snippet);
  place = hit->section[0] != '\0' ? g_strdup_printf ("%s · %s", hit->pack_title, hit->section)
                                  : g_strdup (hit->pack_title);

  ik_inscription_set_text (self->prompt, prompt);
  ik_inscription_set_markup (self->snippet, snippet);
  ik_inscription_set_text (self->place, place);

  parent = gtk_widget_get_parent (GTK_WIDGET (self));
  if (parent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, prompt, -1);
}
