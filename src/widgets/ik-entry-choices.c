#include "ik-entry-choices.h"

/* Fewer are seen at a glance. */
#define MIN_FOR_SEARCH 8

static void
set_text (GtkEntry   *entry,
          const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_editable_set_position (GTK_EDITABLE (entry), -1);
}

static gboolean
has_part (const char *text,
          const char *choice)
{
  g_auto(GStrv) parts = g_strsplit (text, ",", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (g_str_equal (g_strstrip (parts[i]), choice))
        return TRUE;
    }

  return FALSE;
}

/* One more of several. */
static void
add (GtkEntry   *entry,
     const char *choice)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  g_autofree char *longer = NULL;

  if (has_part (text, choice))
    return;

  longer = g_strconcat (text, text[0] == '\0' ? "" : g_str_has_suffix (text, ",") ? " " : ", ",
                        choice, NULL);
  set_text (entry, longer);
}

/* The entry says what is chosen, the button nothing. */
static void
take (GtkDropDown *button,
      GtkEntry    *entry,
      void         (*func)(GtkEntry *, const char *))
{
  GtkStringObject *choice = gtk_drop_down_get_selected_item (button);

  if (choice == NULL)
    return;

  func (entry, gtk_string_object_get_string (choice));
  gtk_drop_down_set_selected (button, GTK_INVALID_LIST_POSITION);
  gtk_widget_grab_focus (GTK_WIDGET (entry));
}

static void
chosen_cb (GtkDropDown *button,
           GParamSpec  *pspec,
           GtkEntry    *entry)
{
  take (button, entry, set_text);
}

static void
added_cb (GtkDropDown *button,
          GParamSpec  *pspec,
          GtkEntry    *entry)
{
  take (button, entry, add);
}

static void
setup_item_cb (gpointer     unused,
               GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_item_set_child (item, label);
}

static void
bind_item_cb (gpointer     unused,
              GtkListItem *item)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static void
make_button (GtkDropDown *button)
{
  g_autoptr(GtkListItemFactory) nothing = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkListItemFactory) words = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkExpression) word = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL,
                                                               "string");

  g_signal_connect (words, "setup", G_CALLBACK (setup_item_cb), NULL);
  g_signal_connect (words, "bind", G_CALLBACK (bind_item_cb), NULL);
  gtk_drop_down_set_factory (button, nothing);
  gtk_drop_down_set_list_factory (button, words);
  gtk_drop_down_set_expression (button, word);
}

/**
 * ik_entry_choices_set:
 * @entry: where people type
 * @button: stands beside it; hidden while there is nothing to choose
 * @choices: (element-type utf8): what there is already
 * @is_list: whether the entry takes several, with commas between them
 *
 * Offers what there is in a list with a search. Anything else can be typed as before.
 */
void
ik_entry_choices_set (GtkEntry    *entry,
                      GtkDropDown *button,
                      GPtrArray   *choices,
                      gboolean     is_list)
{
  g_autoptr(GtkStringList) words = gtk_string_list_new (NULL);

  g_return_if_fail (GTK_IS_ENTRY (entry));
  g_return_if_fail (GTK_IS_DROP_DOWN (button));
  g_return_if_fail (choices != NULL);

  for (guint i = 0; i < choices->len; i++)
    gtk_string_list_append (words, choices->pdata[i]);

  g_signal_handlers_disconnect_by_func (button, chosen_cb, entry);
  g_signal_handlers_disconnect_by_func (button, added_cb, entry);
  make_button (button);
  gtk_drop_down_set_enable_search (button, choices->len > MIN_FOR_SEARCH);
  gtk_drop_down_set_model (button, G_LIST_MODEL (words));
  gtk_drop_down_set_selected (button, GTK_INVALID_LIST_POSITION);
  g_signal_connect_object (button, "notify::selected", G_CALLBACK (is_list ? added_cb : chosen_cb), entry,
                           0);
  gtk_widget_set_visible (GTK_WIDGET (button), choices->len > 0);
}
