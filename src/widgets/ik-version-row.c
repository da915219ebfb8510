#include "ik-version-row.h"

#include <glib/gi18n.h>

#include "ik-text-difference.h"
#include "ik-words.h"

/* An earlier version of a record in its history. */

/**
 * ik_version_part_new:
 * @heading: what it is
 * @before: (transfer full): what stood there
 * @now: (transfer full): what stands there now
 *
 * Returns: (transfer full): a text that differs
 */
IkVersionPart *
ik_version_part_new (const char *heading,
                     char       *before,
                     char       *now)
{
  IkVersionPart *self = g_new0 (IkVersionPart, 1);

  self->heading = g_strdup (heading);
  self->before = before;
  self->now = now;

  return self;
}

/**
 * ik_version_part_free:
 * @self: (transfer full): a part
 */
void
ik_version_part_free (IkVersionPart *self)
{
  g_free (self->heading);
  g_free (self->before);
  g_free (self->now);
  g_free (self);
}

static void
append_run (GString         *markup,
            const IkTextRun *run)
{
  static const char *const tags[][2] = {
    { "", "" },
    { "<span strikethrough=\"true\" alpha=\"65%\">", "</span>" },
    { "<span underline=\"single\" weight=\"bold\">", "</span>" },
  };
  g_autofree char *escaped = g_markup_escape_text (run->text, -1);

  g_string_append_printf (markup, "%s%s%s", tags[run->kind][0], escaped, tags[run->kind][1]);
}

static GtkWidget *
create_text (const char *before,
             const char *now)
{
  g_autoptr(GPtrArray) runs = ik_text_difference_find (before, now);
  g_autoptr(GString) markup = g_string_new (NULL);
  /* Translators: for assistive tools; a text as it was, and as it is now. */
  g_autofree char *description = g_strdup_printf (_("Then: %s. Now: %s"), before, now);
  GtkWidget *label = gtk_label_new (NULL);

  for (guint i = 0; i < runs->len; i++)
    append_run (markup, g_ptr_array_index (runs, i));
  gtk_label_set_markup (GTK_LABEL (label), markup->str);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);

  return label;
}

static void
append_part (GtkBox              *box,
             const IkVersionPart *part)
{
  GtkWidget *heading = gtk_label_new (part->heading);

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "caption-heading");
  gtk_widget_add_css_class (heading, "dim-label");
  gtk_box_append (box, heading);
  gtk_box_append (box, create_text (part->before, part->now));
}

/* What the row shows once it is opened. */
typedef struct
{
  char           *id;
  IkVersionParts  list_parts;
  gconstpointer   version;    /* (unowned) */
  gconstpointer   now;        /* (unowned) */
} Compared;

static GtkWidget *
create_restore_button (const char *id,
                       const char *title)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Restore"));
  /* Translators: restore the version of a day and time. */
  g_autofree char *label = g_strdup_printf (_("Restore the version before %s"), title);

  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "history.restore");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);

  return button;
}

static GtkWidget *
create_contents (const Compared *compared,
                 const char     *title)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autoptr(GPtrArray) parts = compared->list_parts (compared->version, compared->now);

  for (guint i = 0; i < parts->len; i++)
    append_part (GTK_BOX (box), g_ptr_array_index (parts, i));

  if (parts->len == 0)
    gtk_box_append (GTK_BOX (box), gtk_label_new (_("It is the same again now.")));
  else
    gtk_box_append (GTK_BOX (box), create_restore_button (compared->id, title));

  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  /* The texts and the button in it take the focus. */
  gtk_widget_set_focusable (row, FALSE);

  return row;
}

/* Comparing takes its time, and nobody opens all versions. */
static void
expanded_cb (AdwExpanderRow *row,
             GParamSpec     *pspec,
             Compared       *compared)
{
  if (compared->version == NULL)
    return;

  adw_expander_row_add_row (row, create_contents (compared,
                                                  adw_preferences_row_get_title
                                                    (ADW_PREFERENCES_ROW (row))));
  compared->version = NULL;
}

static void
compared_free (gpointer  data,
               GClosure *closure)
{
  Compared *compared = data;

  g_free (compared->id);
  g_free (compared);
}

/**
 * ik_version_row_new:
 * @id: of the version
 * @title: when it ended
 * @subtitle: how it ended
 * @list_parts: tells what differs, once the row is opened
 * @version: for @list_parts, outlives the row
 * @now: for @list_parts, the record as it is; outlives the row
 *
 * Returns: (transfer floating): a row that shows how a version differs from now
 *   when it is opened, and has a button with the action "history.restore" then
 */
GtkWidget *
ik_version_row_new (const char     *id,
                    const char     *title,
                    const char     *subtitle,
                    IkVersionParts  list_parts,
                    gconstpointer   version,
                    gconstpointer   now)
{
  GtkWidget *row = adw_expander_row_new ();
  Compared *compared = g_new0 (Compared, 1);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  *compared = (Compared) { g_strdup (id), list_parts, version, now };
  g_signal_connect_data (row, "notify::expanded", G_CALLBACK (expanded_cb), compared,
                         compared_free, 0);

  return row;
}
