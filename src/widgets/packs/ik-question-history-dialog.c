#include "ik-question-history-dialog.h"

#include <glib/gi18n.h>

#include "ik-question-history.h"
#include "ik-version-row.h"
#include "ik-words.h"

/**
 * IkQuestionHistoryDialog:
 *
 * What a question said before, how that differs from now, and when it was asked of
 * whom. Main loop only.
 */
struct _IkQuestionHistoryDialog
{
  IkHistoryDialog      parent_instance;

  AdwPreferencesGroup *askings;
  GtkWidget           *compare_button;
};

G_DEFINE_FINAL_TYPE (IkQuestionHistoryDialog, ik_question_history_dialog, IK_TYPE_HISTORY_DIALOG)

/* Versions */

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

static GPtrArray *
list_parts (gconstpointer version,
            gconstpointer now)
{
  const IkQuestion *before = ((const IkQuestionVersion *) version)->text;
  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_version_part_free);
  guint different = ik_question_find_changed_fields (before, now);

  for (guint i = 0; i < IK_N_QUESTION_FIELDS; i++)
    {
      if ((different >> i & 1) != 0)
        g_ptr_array_add (parts, ik_version_part_new (_(field_names[i]),
                                                     ik_question_dup_field (before, i),
                                                     ik_question_dup_field (now, i)));
    }

  return parts;
}

static GtkWidget *
create_version_row (const IkQuestionVersion *version,
                    const IkQuestion        *now,
                    gint64                   now_us)
{
  g_autofree char *title = ik_words_format_time (version->changed_at_us, now_us);
  g_autofree char *subtitle = describe (version, now);

  return ik_version_row_new (version->id, title, subtitle, list_parts, version, now);
}

static GtkWidget *
create_asking_row (const IkQuestionAsking *asking,
                   gint64                  now_us)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *at = ik_words_format_time (asking->at_us, now_us);
  /* Translators: when a question was asked, and by whom. */
  g_autofree char *by = g_strdup_printf (_("%s, by %s"), at, asking->interviewer);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), asking->candidate);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), asking->is_own ? at : by);

  return row;
}

static void
ik_question_history_dialog_show (IkHistoryDialog *dialog,
                                 gpointer         data,
                                 gint64           now_us)
{
  IkQuestionHistoryDialog *self = IK_QUESTION_HISTORY_DIALOG (dialog);
  const IkQuestionHistory *history = data;
  AdwPreferencesGroup *versions = ik_history_dialog_get_versions (dialog);

  for (guint i = 0; i < history->versions->len; i++)
    ik_history_dialog_add (dialog, versions,
                           create_version_row (g_ptr_array_index (history->versions, i),
                                               history->now, now_us));
  for (guint i = 0; i < history->askings->len; i++)
    ik_history_dialog_add (dialog, self->askings,
                           create_asking_row (g_ptr_array_index (history->askings, i), now_us));

  adw_preferences_group_set_description (versions, history->versions->len > 0
                                         ? _("Open one to compare it with the question as it is: what is gone now "
                                             "is struck out, what is new is underlined.")
                                         : _("Wording and guidance were not changed yet."));
  adw_preferences_group_set_description (self->askings, history->askings->len > 0
                                         ? NULL : _("It was not asked yet."));
  gtk_widget_set_visible (self->compare_button, history->askings->len > 0);
}

static gpointer
load (IkLibrary     *library,
      const char    *id,
      GCancellable  *cancellable,
      GError       **error)
{
  return ik_question_history_load (library, id, cancellable, error);
}

static void
compare_answers (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (widget));

  gtk_widget_activate_action (GTK_WIDGET (parent), "win.answers", "(ss)",
                              ik_history_dialog_get_id (IK_HISTORY_DIALOG (widget)), "");
  gtk_window_close (GTK_WINDOW (widget));
}

static void
ik_question_history_dialog_class_init (IkQuestionHistoryDialogClass *klass)
{
  IkHistoryDialogClass *dialog_class = IK_HISTORY_DIALOG_CLASS (klass);

  dialog_class->load = load;
  dialog_class->free_history = (GDestroyNotify) ik_question_history_free;
  dialog_class->restore = ik_question_history_restore;
  dialog_class->show = ik_question_history_dialog_show;

  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "history.compare-answers", NULL,
                                   compare_answers);
}

static void
ik_question_history_dialog_init (IkQuestionHistoryDialog *self)
{
  self->compare_button = g_object_new (GTK_TYPE_BUTTON,
                                       "label", _("Compare _Answers"),
                                       "use-underline", TRUE,
                                       "valign", GTK_ALIGN_CENTER,
                                       "action-name", "history.compare-answers",
                                       NULL);
  gtk_widget_add_css_class (self->compare_button, "flat");
  self->askings = g_object_new (ADW_TYPE_PREFERENCES_GROUP,
                                "title", _("Asked"),
                                "header-suffix", self->compare_button,
                                NULL);
  ik_history_dialog_add_group (IK_HISTORY_DIALOG (self), self->askings);
}

/**
 * ik_question_history_dialog_new:
 * @library: the library
 * @parent: the window it belongs to
 * @question_id: a question of the bank
 *
 * Returns: (transfer none): the window, not presented yet
 */
IkHistoryDialog *
ik_question_history_dialog_new (IkLibrary  *library,
                                GtkWindow  *parent,
                                const char *question_id)
{
  IkHistoryDialog *self =
    g_object_new (IK_TYPE_QUESTION_HISTORY_DIALOG, "transient-for", parent, NULL);

  ik_history_dialog_follow (self, library, question_id);
  return self;
}
