#include "ik-set-page-private.h"

#include <glib/gi18n.h>

#include "ik-bank.h"
#include "ik-named-text-dialog.h"
#include "ik-scales.h"
#include "ik-scoring-dialog.h"
#include "ik-set-fill-dialog.h"
#include "ik-set-history-dialog.h"
#include "ik-set-outline.h"
#include "ik-set-scales-dialog.h"
#include "ik-sets.h"
#include "ik-text.h"
#include "ik-toast.h"

static IkSetItem *
find_item (IkQuestionSet *set,
           const char    *id)
{
  for (guint i = 0; i < set->items->len; i++)
    {
      IkSetItem *item = g_ptr_array_index (set->items, i);

      if (g_str_equal (item->id, id))
        return item;
    }

  return NULL;
}

static void
set_minutes (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  IkSetPage *self = IK_SET_PAGE (widget);
  const char *id;
  guint minutes;
  IkSetItem *item;

  g_variant_get (parameter, "(&su)", &id, &minutes);
  item = find_item (ik_set_page_get_set (self), id);
  if (item == NULL || item->minutes == minutes)
    return;

  item->minutes = minutes;
  ik_set_page_commit (self, _("Change Minutes"));
}

static void
set_required (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  IkSetPage *self = IK_SET_PAGE (widget);
  const char *id;
  gboolean required;
  IkSetItem *item;

  g_variant_get (parameter, "(&sb)", &id, &required);
  item = find_item (ik_set_page_get_set (self), id);
  if (item == NULL || item->required == required)
    return;

  item->required = required;
  ik_set_page_commit (self, required ? _("Make Question Required") : _("Make Question Optional"));
}

static void
move_line (IkSetPage  *self,
           const char *id,
           int         step)
{
  g_autofree char *moved_id = g_strdup (id);

  if (!ik_set_outline_move (ik_set_page_get_set (self), moved_id, step))
    return;

  ik_set_page_commit (self, _("Move in Question Set"));
  ik_set_page_select (self, moved_id);
}

static void
move (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  const char *id;
  int step;

  g_variant_get (parameter, "(&si)", &id, &step);
  move_line (IK_SET_PAGE (widget), id, step);
}

static void
move_selected (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  IkSetPage *self = IK_SET_PAGE (widget);
  const char *id = ik_set_page_get_selected_id (self);

  if (id != NULL && ik_set_page_get_set (self) != NULL)
    move_line (self, id, g_variant_get_int32 (parameter));
}

static void
move_to (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  IkSetPage *self = IK_SET_PAGE (widget);
  const char *id;
  const char *target_id;

  g_variant_get (parameter, "(&s&s)", &id, &target_id);
  if (!ik_set_outline_move_to (ik_set_page_get_set (self), id, target_id))
    return;

  ik_set_page_commit (self, _("Move in Question Set"));
  ik_set_page_select (self, id);
}

/* What a question is rated by, and which item of the set asks it. */
typedef struct
{
  char     *item_id;
  char     *question_id;
  char     *set_rubric_id; /* nullable */
  IkRubric *rubric;        /* (owned) (nullable) */
} Scoring;

static void
scoring_free (Scoring *self)
{
  g_free (self->item_id);
  g_free (self->question_id);
  g_free (self->set_rubric_id);
  g_clear_pointer (&self->rubric, ik_rubric_free);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Scoring, scoring_free)

static Scoring *
scoring_new (const char *item_id,
             const char *question_id,
             const char *set_rubric_id)
{
  Scoring *self = g_new0 (Scoring, 1);

  self->item_id = g_strdup (item_id);
  self->question_id = g_strdup (question_id);
  self->set_rubric_id = g_strdup (set_rubric_id);

  return self;
}

static gpointer
load_scale_job (IkLibrary     *library,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  const Scoring *asked = data;
  g_autoptr(Scoring) scoring = scoring_new (asked->item_id, asked->question_id,
                                            asked->set_rubric_id);

  scoring->rubric = ik_scales_load_for_question (library, asked->question_id,
                                                 asked->set_rubric_id, cancellable, error);
  return scoring->rubric != NULL ? g_steal_pointer (&scoring) : NULL;
}

static void
scoring_saved_cb (IkSetPage       *self,
                  const IkSetItem *scored)
{
  IkQuestionSet *set = ik_set_page_get_set (self);
  IkSetItem *item = set != NULL ? find_item (set, scored->id) : NULL;

  if (item == NULL)
    return;

  item->weight = scored->weight;
  ik_text_set (&item->weight_reason, scored->weight_reason);
  item->knock_out = scored->knock_out;
  ik_set_page_commit (self, _("Score Question"));
}

static void
scale_loaded_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  IkSetPage *self = IK_SET_PAGE (source);
  IkQuestionSet *set = ik_set_page_get_set (self);
  g_autoptr(GError) error = NULL;
  g_autoptr(Scoring) scoring = ik_job_run_finish (result, &error);
  const IkSetItem *item;
  IkScoringDialog *dialog;

  if (scoring == NULL)
    {
      ik_toast_show_error (GTK_WIDGET (self), error);
      return;
    }

  item = set != NULL ? find_item (set, scoring->item_id) : NULL;
  if (item == NULL)
    return;

  dialog = ik_scoring_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), item,
                                  scoring->rubric);
  g_signal_connect_object (dialog, "saved", G_CALLBACK (scoring_saved_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
score (GtkWidget  *widget,
       const char *action_name,
       GVariant   *parameter)
{
  IkSetPage *self = IK_SET_PAGE (widget);
  IkQuestionSet *set = ik_set_page_get_set (self);
  const IkSetItem *item = set != NULL ? find_item (set, g_variant_get_string (parameter, NULL))
                                      : NULL;

  if (item == NULL)
    return;

  if (!ik_question_kind_is_scored (item->kind))
    ik_toast_show (widget, _("Not scored"));
  else
    ik_page_write (IK_PAGE (self), load_scale_job,
                   scoring_new (item->id, item->question_id, set->rubric_id),
                   (GDestroyNotify) scoring_free, (GDestroyNotify) scoring_free, scale_loaded_cb);
}

static gpointer
list_rubrics_job (IkLibrary     *library,
                  gpointer       data,
                  GCancellable  *cancellable,
                  GError       **error)
{
  return ik_bank_list_rubrics (library, cancellable, error);
}

static void
scales_saved_cb (IkSetPage  *self,
                 const char *rubric_id,
                 const char *recommendation_rubric_id)
{
  IkQuestionSet *set = ik_set_page_get_set (self);

  if (set == NULL)
    return;

  g_free (set->rubric_id);
  set->rubric_id = g_strdup (rubric_id);
  g_free (set->recommendation_rubric_id);
  set->recommendation_rubric_id = g_strdup (recommendation_rubric_id);
  ik_set_page_commit (self, _("Choose Rating Scales"));
}

static void
rubrics_listed_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  IkSetPage *self = IK_SET_PAGE (source);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) rubrics = ik_job_run_finish (result, &error);
  IkSetScalesDialog *dialog;

  if (rubrics == NULL)
    {
      ik_toast_show_error (GTK_WIDGET (self), error);
      return;
    }
  if (ik_set_page_get_set (self) == NULL)
    return;

  dialog = ik_set_scales_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                     ik_set_page_get_set (self), rubrics);
  g_signal_connect_object (dialog, "saved", G_CALLBACK (scales_saved_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
show_scales (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  ik_page_write (IK_PAGE (widget), list_rubrics_job, NULL, NULL,
                 (GDestroyNotify) g_ptr_array_unref, rubrics_listed_cb);
}

static void
duplicate (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  IkSetPage *self = IK_SET_PAGE (widget);
  const char *id = g_variant_get_string (parameter, NULL);

  if (!ik_set_outline_duplicate (ik_set_page_get_set (self), id))
    return;

  ik_set_page_commit (self, _("Duplicate Question"));
  ik_set_page_select (self, id);
}

static void
remove_line (IkSetPage  *self,
             const char *id)
{
  gboolean is_item = find_item (ik_set_page_get_set (self), id) != NULL;

  ik_set_page_remember_removed (self, id);
  if (!ik_set_outline_remove (ik_set_page_get_set (self), id))
    return;

  ik_set_page_commit (self, is_item ? _("Remove Question From Set") : _("Remove Section"));
  ik_toast_show_undo_ahead (GTK_WIDGET (self), is_item ? _("Question removed from the set")
                                                       : _("Section removed"));
}

static void
remove_item (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  g_autofree char *id = g_variant_dup_string (parameter, NULL);

  remove_line (IK_SET_PAGE (widget), id);
}

static void
remove_selected (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  IkSetPage *self = IK_SET_PAGE (widget);
  g_autofree char *id = g_strdup (ik_set_page_get_selected_id (self));

  if (id != NULL && ik_set_page_get_set (self) != NULL)
    remove_line (self, id);
}

static void
filled_cb (IkSetPage           *self,
           const IkQuestionSet *filled)
{
  IkQuestionSet *set = ik_set_page_get_set (self);
  guint n_before = set != NULL ? set->items->len : 0;

  /* Behind the dialog somebody may have gone to another set. */
  if (set == NULL || !g_str_equal (set->id, filled->id) || filled->items->len <= n_before)
    return;

  ik_set_page_replace_set (self, filled);
  ik_set_page_commit (self, _("Fill the Rest"));
  ik_toast_show_undo_ahead (GTK_WIDGET (self), _("Filled the rest of the set"));
  ik_set_page_select (self, ((IkSetItem *) g_ptr_array_index (filled->items, n_before))->id);
}

static void
fill_rest (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  IkSetPage *self = IK_SET_PAGE (widget);
  IkQuestionSet *set = ik_set_page_get_set (self);
  const char *competency_id = parameter != NULL ? g_variant_get_string (parameter, NULL) : NULL;
  IkSetFillDialog *dialog;

  if (set == NULL)
    return;

  dialog = ik_set_fill_dialog_new (ik_page_get_library (IK_PAGE (self)),
                                   GTK_WINDOW (gtk_widget_get_root (widget)), set,
                                   competency_id);
  g_signal_connect_object (dialog, "filled", G_CALLBACK (filled_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
section_saved_cb (IkSetPage         *self,
                  const char        *id, /* nullable for a new one */
                  const char        *title,
                  const char        *introduction,
                  IkNamedTextDialog *dialog)
{
  guint minutes = ik_named_text_dialog_get_minutes (dialog);
  IkQuestionSet *set = ik_set_page_get_set (self);
  IkSetSection *section = NULL;

  if (set == NULL)
    return;

  if (id != NULL)
    section = (IkSetSection *) ik_question_set_find_section (set, id);
  if (section != NULL)
    {
      ik_text_set (&section->title, title);
      ik_text_set (&section->introduction, introduction);
      section->minutes = minutes;
      ik_set_page_commit (self, _("Edit Section"));
      return;
    }

  section = ik_set_section_new (title, introduction);
  section->minutes = minutes;
  ik_set_outline_insert_section (set, section, ik_set_page_get_selected_id (self));
  ik_set_page_commit (self, _("Add Section"));
  ik_set_page_select (self, section->id);
}

static void
show_section_dialog (IkSetPage          *self,
                     const IkSetSection *section) /* nullable for a new one */
{
  IkNamedTextDialog *dialog =
    ik_named_text_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                              section != NULL ? _("Edit Section") : _("New Section"));
  const char *selected_id = ik_set_page_get_selected_id (self);

  ik_named_text_dialog_set_labels (dialog, _("Title"),
                                   _("Script to read out when the section begins"),
                                   section != NULL ? _("_Save") : _("_Add"));
  ik_named_text_dialog_set_minutes (dialog, section != NULL ? section->minutes : 0);
  if (section != NULL)
    ik_named_text_dialog_set_texts (dialog, section->id, section->title, section->introduction);
  if (section == NULL && selected_id != NULL &&
      find_item (ik_set_page_get_set (self), selected_id) != NULL)
    ik_named_text_dialog_set_hint (dialog,
                                   _("The questions below the selected one move into it."));
  g_signal_connect_object (dialog, "saved", G_CALLBACK (section_saved_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
add_section (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  if (ik_set_page_get_set (IK_SET_PAGE (widget)) != NULL)
    show_section_dialog (IK_SET_PAGE (widget), NULL);
}

static void
edit_section (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  IkSetPage *self = IK_SET_PAGE (widget);
  const IkSetSection *section =
    ik_question_set_find_section (ik_set_page_get_set (self),
                                  g_variant_get_string (parameter, NULL));

  if (section != NULL)
    show_section_dialog (self, section);
}

static gpointer
duplicate_job (IkLibrary     *library,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  return ik_sets_duplicate (library, data, cancellable, error);
}

static void
set_duplicated_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *id = ik_job_run_finish (result, &error);

  if (id == NULL)
    {
      ik_toast_show_error (GTK_WIDGET (source), error);
      return;
    }

  ik_set_page_show (IK_SET_PAGE (source), id);
  ik_toast_show_undo (GTK_WIDGET (source), _("Question set duplicated"));
}

static void
restored_cb (IkSetPage *self)
{
  ik_toast_show_undo (GTK_WIDGET (self), _("Earlier version restored"));
}

static void
show_history (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  IkSetPage *self = IK_SET_PAGE (widget);
  IkLibrary *library = ik_page_get_library (IK_PAGE (self));
  const IkQuestionSet *set = ik_set_page_get_set (self);
  IkHistoryDialog *dialog;

  if (set == NULL || library == NULL)
    return;

  dialog = ik_set_history_dialog_new (library, GTK_WINDOW (gtk_widget_get_root (widget)), set->id);
  g_signal_connect_object (dialog, "restored", G_CALLBACK (restored_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
duplicate_set (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  IkQuestionSet *set = ik_set_page_get_set (IK_SET_PAGE (widget));

  if (set != NULL)
    ik_page_write (IK_PAGE (widget), duplicate_job, g_strdup (set->id), g_free, g_free,
                   set_duplicated_cb);
}

static gpointer
remove_job (IkLibrary     *library,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  return ik_sets_remove (library, data, cancellable, error) ? g_strdup (data) : NULL;
}

static void
set_removed_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *id = ik_job_run_finish (result, &error);

  if (id == NULL)
    {
      ik_toast_show_error (GTK_WIDGET (source), error);
      return;
    }

  ik_toast_show_undo (GTK_WIDGET (source), _("Question set deleted"));
  ik_set_page_emit_gone (IK_SET_PAGE (source));
}

static void
remove_set (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  IkQuestionSet *set = ik_set_page_get_set (IK_SET_PAGE (widget));

  if (set != NULL)
    ik_page_write (IK_PAGE (widget), remove_job, g_strdup (set->id), g_free, g_free,
                   set_removed_cb);
}

static void
plan (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  ik_set_page_activate_when_stored (IK_SET_PAGE (widget), "win.plan");
}

static void
practice (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  ik_set_page_activate_when_stored (IK_SET_PAGE (widget), "win.practice");
}

static void
export_set (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  ik_set_page_activate_when_stored (IK_SET_PAGE (widget), "win.export-set");
}

static void
show_answers (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  IkSetPage *self = IK_SET_PAGE (widget);
  IkQuestionSet *set = ik_set_page_get_set (self);
  const char *id = parameter != NULL ? g_variant_get_string (parameter, NULL)
                                     : ik_set_page_get_selected_id (self);
  const IkSetItem *item = set != NULL && id != NULL ? find_item (set, id) : NULL;

  if (item != NULL)
    gtk_widget_activate_action (widget, "win.answers", "(ss)", item->question_id, "");
}

void
ik_set_page_class_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "set.set-minutes", "(su)", set_minutes);
  gtk_widget_class_install_action (widget_class, "set.set-required", "(sb)", set_required);
  gtk_widget_class_install_action (widget_class, "set.move", "(si)", move);
  gtk_widget_class_install_action (widget_class, "set.move-selected", "i", move_selected);
  gtk_widget_class_install_action (widget_class, "set.move-to", "(ss)", move_to);
  gtk_widget_class_install_action (widget_class, "set.score", "s", score);
  gtk_widget_class_install_action (widget_class, "set.scales", NULL, show_scales);
  gtk_widget_class_install_action (widget_class, "set.duplicate", "s", duplicate);
  gtk_widget_class_install_action (widget_class, "set.remove", "s", remove_item);
  gtk_widget_class_install_action (widget_class, "set.remove-selected", NULL, remove_selected);
  gtk_widget_class_install_action (widget_class, "set.fill", NULL, fill_rest);
  gtk_widget_class_install_action (widget_class, "set.fill-competency", "s", fill_rest);
  gtk_widget_class_install_action (widget_class, "set.add-section", NULL, add_section);
  gtk_widget_class_install_action (widget_class, "set.edit-section", "s", edit_section);
  gtk_widget_class_install_action (widget_class, "set.history", NULL, show_history);
  gtk_widget_class_install_action (widget_class, "set.duplicate-set", NULL, duplicate_set);
  gtk_widget_class_install_action (widget_class, "set.remove-set", NULL, remove_set);
  gtk_widget_class_install_action (widget_class, "set.plan", NULL, plan);
  gtk_widget_class_install_action (widget_class, "set.practice", NULL, practice);
  gtk_widget_class_install_action (widget_class, "set.export", NULL, export_set);
  gtk_widget_class_install_action (widget_class, "set.answers", "s", show_answers);
  gtk_widget_class_install_action (widget_class, "set.answers-to-selected", NULL, show_answers);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK,
                                       "set.move-selected", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK,
                                       "set.move-selected", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0,
                                       "set.remove-selected", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "set.export",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK,
                                       "set.answers-to-selected", NULL);
}
