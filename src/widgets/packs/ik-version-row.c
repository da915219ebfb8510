#include "ik-version-row.h"

#include <glib/gi18n.h>

#include "ik-text-difference.h"
#include "ik-words.h"

/* An earlier version of a question in its history. */

/* In the order of IkQuestionField. */
static const char *const field_names[] = {
  N_("Question"),
  N_("Details"),
  N_("Sub-questions"),
  N_("Reference answer"),
  N_("Answers by level"),
  N_("Follow-ups"),
  N_("Positive indicators"),
  N_("Red flags"),
  N_("Why it matters"),
  N_("Clarifying questions"),
  N_("Solution steps"),
  N_("References"),
};

static const char *
get_change_word (const IkQuestionVersion *version,
                 const IkQuestion        *now)
{
  switch (version->change)
    {
    case IK_QUESTION_CHANGE_IMPORT:
      return _("Changed by an import");
    case IK_QUESTION_CHANGE_MERGE:
      return g_str_equal (version->origin_id, now->id) ? _("Merged with another question")
                                                       : _("Another question that was merged");
    case IK_QUESTION_CHANGE_RESTORE:
      return _("Earlier version restored");
    case IK_QUESTION_CHANGE_EDIT:
    default:
      return _("Edited");
    }
}

/* What was done, and to which texts. */
static char *
describe (const IkQuestionVersion *version,
          const IkQuestion        *now)
{
  GString *text = g_string_new (get_change_word (version, now));

  for (guint i = 0, n = 0; i < IK_N_QUESTION_FIELDS; i++)
    {
      if ((version->changed >> i & 1) != 0)
        g_string_append_printf (text, "%s%s", n++ == 0 ? " · " : ", ", _(field_names[i]));
    }

  return g_string_free (text, FALSE);
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
append_field (GtkBox                  *box,
              const IkQuestionVersion *version,
              const IkQuestion        *now,
              IkQuestionField          field)
{
  g_autofree char *before = ik_question_dup_field (version->text, field);
  g_autofree char *after = ik_question_dup_field (now, field);
  GtkWidget *heading = gtk_label_new (_(field_names[field]));

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "caption-heading");
  gtk_widget_add_css_class (heading, "dim-label");
  gtk_box_append (box, heading);
  gtk_box_append (box, create_text (before, after));
}

static GtkWidget *
create_restore_button (const IkQuestionVersion *version,
                       const char              *title)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Restore"));
  /* Translators: restore the version of a day and time. */
  g_autofree char *label = g_strdup_printf (_("Restore the version before %s"), title);

  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "history.restore");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", version->id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);

  return button;
}

static GtkWidget *
create_contents (const IkQuestionVersion *version,
                 const IkQuestion        *now,
                 const char              *title)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  guint different = ik_question_find_changed_fields (version->text, now);

  for (guint i = 0; i < IK_N_QUESTION_FIELDS; i++)
    {
      if ((different >> i & 1) != 0)
        append_field (GTK_BOX (box), version, now, i);
    }

  if (different == 0)
    gtk_box_append (GTK_BOX (box), gtk_label_new (_("The question says the same again now.")));
  else
    gtk_box_append (GTK_BOX (box), create_restore_button (version, title));

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

typedef struct
{
  const IkQuestionVersion *version; /* (unowned) */
  const IkQuestion        *now;     /* (unowned) */
} Compared;

/* Comparing takes its time, and nobody opens all versions. */
static void
expanded_cb (AdwExpanderRow *row,
             GParamSpec     *pspec,
             Compared       *compared)
{
  if (compared->version == NULL)
    return;

  adw_expander_row_add_row (row, create_contents (compared->version, compared->now,
                                                  adw_preferences_row_get_title
                                                    (ADW_PREFERENCES_ROW (row))));
  compared->version = NULL;
}

static void
compared_free (gpointer  data,
               GClosure *closure)
{
  g_free (data);
}

/**
 * ik_version_row_new:
 * @version: an earlier version of a question, with what changed; it outlives the row
 * @now: the question as it is; it outlives the row
 * @now_us: now, µs since 1970 UTC
 *
 * Returns: (transfer floating): a row that tells when and how the version ended;
 *   expanded it shows how it differs from @now, and has a button with the action
 *   "history.restore"
 */
GtkWidget *
ik_version_row_new (const IkQuestionVersion *version,
                    const IkQuestion        *now,
                    gint64                   now_us)
{
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *title = ik_words_format_time (version->changed_at_us, now_us);
  g_autofree char *subtitle = describe (version, now);
  Compared *compared;

  g_return_val_if_fail (version != NULL && now != NULL, row);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  compared = g_new0 (Compared, 1);
  *compared = (Compared) { version, now };
  g_signal_connect_data (row, "notify::expanded", G_CALLBACK (expanded_cb), compared,
                         compared_free, 0);

  return row;
}
