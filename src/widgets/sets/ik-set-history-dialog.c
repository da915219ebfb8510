#include "ik-set-history-dialog.h"

#include <glib/gi18n.h>

#include "ik-recommendation.h"
#include "ik-set-history.h"
#include "ik-version-row.h"
#include "ik-words.h"

/**
 * IkSetHistoryDialog:
 *
 * What a question set was before, and how that differs from now. Main loop only.
 */
struct _IkSetHistoryDialog
{
  IkHistoryDialog parent_instance;
};

G_DEFINE_FINAL_TYPE (IkSetHistoryDialog, ik_set_history_dialog, IK_TYPE_HISTORY_DIALOG)

/* Versions */

static void
add_part (GPtrArray  *parts,
          const char *heading,
          char       *before,
          char       *now)
{
  if (!g_str_equal (before, now))
    {
      g_ptr_array_add (parts, ik_version_part_new (heading, before, now));
      return;
    }

  g_free (before);
  g_free (now);
}

/* The lines of a text that another one has not. */
static char *
dup_lines_without (const char *text,
                   const char *other)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  g_auto(GStrv) others = g_strsplit (other, "\n", -1);
  g_autoptr(GStrvBuilder) kept = g_strv_builder_new ();
  g_auto(GStrv) left = NULL;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (!g_strv_contains ((const char *const *) others, lines[i]))
        g_strv_builder_add (kept, lines[i]);
    }

  left = g_strv_builder_end (kept);
  return g_strjoinv ("\n", left);
}

/* Of a set of twenty questions nobody reads all to find the one that is new; where
 * only the order is another, all of it says so. */
static void
add_outline (GPtrArray           *parts,
             const IkQuestionSet *before,
             const IkQuestionSet *now)
{
  g_autofree char *old_outline = ik_question_set_dup_outline (before);
  g_autofree char *outline = ik_question_set_dup_outline (now);
  g_autofree char *gone = dup_lines_without (old_outline, outline);
  g_autofree char *added = dup_lines_without (outline, old_outline);

  if (*gone == '\0' && *added == '\0')
    add_part (parts, _("Order of the questions"), g_steal_pointer (&old_outline),
              g_steal_pointer (&outline));
  else
    add_part (parts, _("Questions"), g_steal_pointer (&gone), g_steal_pointer (&added));
}

static char *
dup_gone (const IkSetVersion *version)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < version->gone->len; i++)
    g_string_append_printf (text, "%s• %s", i > 0 ? "\n" : "",
                            (const char *) g_ptr_array_index (version->gone, i));

  return g_strdup (text->str);
}

static const char *
get_scale_name (const IkSetHistory *history,
                const char         *id)
{
  for (guint i = 0; i < history->rubrics->len; i++)
    {
      const IkRubric *rubric = g_ptr_array_index (history->rubrics, i);

      if (g_str_equal (rubric->id, id))
        return rubric->name;
    }

  return _("Of a pack that was removed");
}

/* What answers are rated by, and what the recommendation stands on. */
static char *
dup_scales (const IkSetHistory  *history,
            const IkQuestionSet *set)
{
  const char *answers = get_scale_name (history, set->rubric_id != NULL ? set->rubric_id
                                                                        : IK_RUBRIC_BUILT_IN_ID);
  const char *recommendation = set->recommendation_rubric_id != NULL
                               ? get_scale_name (history, set->recommendation_rubric_id)
                               : ik_recommendation_get_words ()->name;

  return g_strdup_printf ("%s: %s\n%s: %s", _("Answers"), answers, _("Recommendation"),
                          recommendation);
}

static GPtrArray *
list_parts (gconstpointer data,
            gconstpointer history_data)
{
  const IkSetVersion *version = data;
  const IkSetHistory *history = history_data;
  const IkQuestionSet *now = history->now;
  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_version_part_free);

  add_part (parts, _("Question Set"), ik_question_set_dup_head (version->set),
            ik_question_set_dup_head (now));
  add_part (parts, _("Rating scales"), dup_scales (history, version->set),
            dup_scales (history, now));
  add_outline (parts, version->set, now);
  add_part (parts, _("Not in the library any more, and can't come back"), dup_gone (version),
            g_strdup (""));

  return parts;
}

static GtkWidget *
create_version_row (const IkSetVersion *version,
                    const IkSetHistory *history,
                    gint64              now_us)
{
  guint n_questions = version->set->items->len + version->gone->len;
  guint minutes = ik_question_set_get_planned_minutes (version->set);
  g_autofree char *title = ik_words_format_time (version->changed_at_us, now_us);
  g_autofree char *questions = g_strdup_printf (g_dngettext (NULL, "%u question", "%u questions",
                                                             n_questions), n_questions);
  g_autofree char *length = g_strdup_printf (g_dngettext (NULL, "%u minute", "%u minutes",
                                                          minutes), minutes);
  g_autofree char *subtitle = g_strconcat (questions, " · ", length, NULL);

  return ik_version_row_new (version->id, title, subtitle, list_parts, version, history);
}

static void
ik_set_history_dialog_show (IkHistoryDialog *dialog,
                            gpointer         data,
                            gint64           now_us)
{
  const IkSetHistory *history = data;
  AdwPreferencesGroup *versions = ik_history_dialog_get_versions (dialog);

  for (guint i = 0; i < history->versions->len; i++)
    ik_history_dialog_add (dialog, versions,
                           create_version_row (g_ptr_array_index (history->versions, i), history,
                                               now_us));
  adw_preferences_group_set_description (versions, history->versions->len > 0
                                         ? _("Open one to compare it with the set as it is: what is gone now is "
                                             "struck out, what is new is underlined. Interviews that are planned "
                                             "already keep their questions.")
                                         : _("The set was not changed yet."));
}

static gpointer
load (IkLibrary     *library,
      const char    *id,
      GCancellable  *cancellable,
      GError       **error)
{
  return ik_set_history_load (library, id, cancellable, error);
}

static void
ik_set_history_dialog_class_init (IkSetHistoryDialogClass *klass)
{
  IkHistoryDialogClass *dialog_class = IK_HISTORY_DIALOG_CLASS (klass);

  dialog_class->load = load;
  dialog_class->free_history = (GDestroyNotify) ik_set_history_free;
  dialog_class->restore = ik_set_history_restore;
  dialog_class->show = ik_set_history_dialog_show;
}

static void
ik_set_history_dialog_init (IkSetHistoryDialog *self)
{
}

/**
 * ik_set_history_dialog_new:
 * @library: the library
 * @parent: the window it belongs to
 * @set_id: a question set
 *
 * Returns: (transfer none): the window, not presented yet
 */
IkHistoryDialog *
ik_set_history_dialog_new (IkLibrary  *library,
                           GtkWindow  *parent,
                           const char *set_id)
{
  IkHistoryDialog *self = g_object_new (IK_TYPE_SET_HISTORY_DIALOG, "transient-for", parent, NULL);

  ik_history_dialog_follow (self, library, set_id);
  return self;
}
