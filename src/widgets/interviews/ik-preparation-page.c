#include "ik-preparation-page.h"

#include "ik-candidate-files.h"
#include "ik-list.h"
#include "ik-page-header.h"
#include "ik-planned-time.h"
#include "ik-preparation-lists.h"
#include "ik-preparation.h"
#include "ik-spin-button.h"
#include "ik-text-area.h"
#include "ik-text.h"
#include "ik-toast.h"
#include "ik-window.h"
#include "ik-words.h"

#include <glib/gi18n.h>

/* After the last key or turn, as one step to undo. */
#define SAVE_DELAY_MS 800

/* Pixels above the title of the questions. */
#define TITLE_MARGIN 12

/**
 * IkPreparationPage:
 *
 * All there is to know before an interview, and its plan to change: who comes,
 * files of the candidate, when and where, adjustments, the opening script, what
 * the candidate was asked before (without what was thought of it) and the
 * questions, each of which opens to be read. What is changed is saved after a pause, each time as one command
 * that can be undone. Main loop only.
 */
struct _IkPreparationPage
{
  IkPage            parent_instance;

  IkPageHeader     *header;
  GtkWidget        *start_button;
  GtkLabel         *state;
  GtkWidget        *plan;
  AdwActionRow     *candidate;
  AdwActionRow     *role;
  GtkEntry         *round;
  GtkEntry         *room;
  IkPlannedTime    *time;
  AdwActionRow     *slot_row;
  GtkSpinButton    *slot;
  GtkSpinButton    *extra_time;
  GtkSwitch        *large_print;
  IkTextArea       *opening;
  IkCandidateFiles *files;
  GtkWidget        *earlier_group;
  GtkListBox       *earlier;
  GtkScrolledWindow *scroller;
  GtkLabel         *questions_title;
  GtkListBox       *questions;

  char             *id;          /* (owned): of the interview */
  IkInterview      *interview;   /* (nullable) (owned): with what was not saved yet */
  guint             n_saving;
  gboolean          is_filling;  /* the program changes the fields */
  gboolean          is_starting; /* as soon as all is saved */
};

G_DEFINE_FINAL_TYPE (IkPreparationPage, ik_preparation_page, IK_TYPE_PAGE)

static gpointer
load_job (IkLibrary     *library,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return ik_preparation_load (library, data, cancellable, error);
}

static void
set_entry (GtkEntry   *entry,
           const char *text)
{
  g_autofree char *shown = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));

  if (!g_str_equal (shown, text))
    gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static void
show_candidate (IkPreparationPage *self,
                const IkCandidate *candidate)
{
  g_autoptr(GString) text = g_string_new (candidate->pronunciation);

  if (text->len > 0 && *candidate->pronouns != '\0')
    g_string_append (text, " · ");
  g_string_append (text, candidate->pronouns);

  ik_page_header_set_title (self->header, candidate->name);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->candidate), candidate->name);
  adw_action_row_set_subtitle (self->candidate, text->str);
}

static void
show_sums (IkPreparationPage *self)
{
  const IkInterview *interview = self->interview;
  guint planned_minutes = 0;
  g_autofree char *fit = NULL;

  for (guint i = 0; i < interview->items->len; i++)
    planned_minutes += ((IkInterviewItem *) interview->items->pdata[i])->minutes;
  fit = ik_words_format_fit (planned_minutes, interview->slot_minutes,
                             interview->extra_time_percent);
  adw_action_row_set_subtitle (self->slot_row, fit);
}

static void
show_plan (IkPreparationPage *self)
{
  const IkInterview *interview = self->interview;

  self->is_filling = TRUE;
  adw_action_row_set_subtitle (self->role, interview->role);
  gtk_widget_set_visible (GTK_WIDGET (self->role), *interview->role != '\0');
  set_entry (self->round, interview->round);
  set_entry (self->room, interview->room);
  if (ik_planned_time_get_us (self->time) != interview->planned_at_us)
    ik_planned_time_set_us (self->time, interview->planned_at_us);
  gtk_spin_button_set_value (self->slot, interview->slot_minutes);
  gtk_spin_button_set_value (self->extra_time, interview->extra_time_percent);
  gtk_switch_set_active (self->large_print, interview->large_print);
  ik_text_area_set_text (self->opening, interview->opening);
  self->is_filling = FALSE;
  show_sums (self);
}

/* An undo, or another window, may have called it off meanwhile. */
static void
show_state (IkPreparationPage *self)
{
  gboolean is_planned = self->interview->state == IK_INTERVIEW_STATE_PLANNED;

  gtk_label_set_text (self->state, ik_words_for_interview_state (self->interview->state));
  gtk_widget_set_visible (GTK_WIDGET (self->state), !is_planned);
  gtk_widget_set_sensitive (self->plan, is_planned);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preparation.start", is_planned);
}

static void
show_questions (IkPreparationPage *self)
{
  guint n_items = self->interview->items->len;
  g_autofree char *title = g_strdup_printf (ngettext ("%u question", "%u questions", n_items),
                                            n_items);

  gtk_label_set_text (self->questions_title, title);
  ik_page_header_set_subtitle (self->header, self->interview->set_title);
  ik_preparation_fill_questions (self->questions, self->interview->items);
}

static void
show_earlier (IkPreparationPage *self,
              GPtrArray         *earlier)
{
  ik_preparation_fill_earlier (self->earlier, earlier, g_get_real_time ());
  gtk_widget_set_visible (self->earlier_group, earlier->len > 0);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  IkPreparationPage *self = IK_PREPARATION_PAGE (source);
  g_autoptr(GError) error = NULL;
  g_autoptr(IkPreparation) loaded = ik_job_run_finish (result, &error);
  gboolean is_first = self->interview == NULL;

  if (loaded == NULL)
    {
      ik_toast_show_error (GTK_WIDGET (self), error);
      if (g_error_matches (error, IK_STORE_ERROR, IK_STORE_ERROR_NOT_FOUND))
        ik_window_leave_page (GTK_WIDGET (self));
      return;
    }

  /* What is shown is newer. */
  if (ik_page_has_changes (IK_PAGE (self)) || self->n_saving > 0)
    return;

  g_clear_pointer (&self->interview, ik_interview_free);
  self->interview = g_steal_pointer (&loaded->interview);
  show_candidate (self, loaded->candidate);
  ik_candidate_files_set_files (self->files, loaded->candidate->id,
                                loaded->candidate->attachments);
  show_plan (self);
  show_state (self);
  if (is_first)
    {
      show_questions (self);
      show_earlier (self, loaded->earlier);
      gtk_widget_grab_focus (self->start_button);
    }
}

static void
ik_preparation_page_load (IkPage *page)
{
  IkPreparationPage *self = IK_PREPARATION_PAGE (page);

  ik_page_load (page, load_job, g_strdup (self->id), g_free,
                (GDestroyNotify) ik_preparation_free, loaded_cb);
}

static void
start_if_saved (IkPreparationPage *self)
{
  if (!self->is_starting || self->n_saving > 0 || ik_page_has_changes (IK_PAGE (self)))
    return;

  self->is_starting = FALSE;
  gtk_widget_activate_action (GTK_WIDGET (self), "win.start-interview", "s", self->id);
}

static void
saved (IkPreparationPage *self,
       const GError      *error) /* nullable */
{
  self->n_saving--;
  if (error != NULL)
    {
      self->is_starting = FALSE;
      ik_toast_show_error (GTK_WIDGET (self), error);
    }
  start_if_saved (self);
  ik_page_reload (IK_PAGE (self));
}

/* What could not be saved stays on the page and goes with the next attempt, and
 * the interview doesn't start without it. A plan that may not be changed any
 * more is shown as it is. */
static void
plan_saved_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  IkPreparationPage *self = IK_PREPARATION_PAGE (source);
  g_autoptr(GError) error = NULL;
  g_autofree char *id = ik_job_run_finish (result, &error);

  ik_page_set_unsaved (IK_PAGE (self),
                       id == NULL &&
                       !g_error_matches (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED) &&
                       !g_error_matches (error, IK_STORE_ERROR, IK_STORE_ERROR_NOT_FOUND));
  saved (self, error);
}

static void
files_saved_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *id = ik_job_run_finish (result, &error);

  saved (IK_PREPARATION_PAGE (source), error);
}

static gpointer
save_plan_job (IkLibrary     *library,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  IkInterview *interview = data;

  return ik_preparation_save_plan (library, interview, cancellable, error)
         ? g_strdup (interview->id) : NULL;
}

static void
ik_preparation_page_save (IkPage *page)
{
  IkPreparationPage *self = IK_PREPARATION_PAGE (page);

  self->n_saving++;
  ik_page_write (page, save_plan_job, ik_interview_copy (self->interview),
                 (GDestroyNotify) ik_interview_free, g_free, plan_saved_cb);
}

static void
take_entry (char     **text,
            GtkEntry  *entry)
{
  g_autofree char *stripped = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));

  ik_text_set (text, stripped);
}

static void
changed_cb (IkPreparationPage *self)
{
  IkInterview *interview = self->interview;
  g_autofree char *opening = NULL;

  if (self->is_filling || interview == NULL)
    return;

  take_entry (&interview->round, self->round);
  take_entry (&interview->room, self->room);
  interview->planned_at_us = ik_planned_time_get_us (self->time);
  interview->slot_minutes = (guint) gtk_spin_button_get_value_as_int (self->slot);
  interview->extra_time_percent = (guint) gtk_spin_button_get_value_as_int (self->extra_time);
  interview->large_print = gtk_switch_get_active (self->large_print);
  opening = ik_text_area_dup_text (self->opening);
  ik_text_set (&interview->opening, opening);
  show_sums (self);
  ik_page_save_later (IK_PAGE (self), SAVE_DELAY_MS);
}

/* The files of a candidate, as the other thread takes them. */
typedef struct
{
  char      *candidate_id;
  GPtrArray *files;
} Files;

static void
files_free (gpointer data)
{
  Files *self = data;

  g_free (self->candidate_id);
  g_ptr_array_unref (self->files);
  g_free (self);
}

static gpointer
save_files_job (IkLibrary     *library,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  const Files *files = data;

  return ik_preparation_save_files (library, files->candidate_id, files->files, cancellable, error)
         ? g_strdup (files->candidate_id) : NULL;
}

static void
files_changed_cb (IkPreparationPage *self)
{
  Files *files;

  if (self->interview == NULL)
    return;

  files = g_new0 (Files, 1);
  files->candidate_id = g_strdup (self->interview->candidate_id);
  files->files = ik_list_copy (ik_candidate_files_get_files (self->files), ik_attachment_copy,
                               ik_attachment_free);
  self->n_saving++;
  ik_page_write (IK_PAGE (self), save_files_job, files, files_free, g_free,
                 files_saved_cb);
}

static void
ik_preparation_page_take_files (IkPage  *page,
                                GFile  **files,
                                guint    n_files)
{
  ik_candidate_files_add (IK_PREPARATION_PAGE (page)->files, files, n_files);
}

static void
paste (GtkWidget  *widget,
       const char *action_name,
       GVariant   *parameter)
{
  ik_candidate_files_paste (IK_PREPARATION_PAGE (widget)->files);
}

static void
leave (GtkWidget  *widget,
       const char *action_name,
       GVariant   *parameter)
{
  ik_window_leave_page (widget);
}

/* From their title on, with the focus on the first one. */
static void
read_questions (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  IkPreparationPage *self = IK_PREPARATION_PAGE (widget);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->questions, 0);
  double y;

  if (first == NULL ||
      !gtk_widget_translate_coordinates (GTK_WIDGET (self->questions_title),
                                         GTK_WIDGET (self->scroller), 0, 0, NULL, &y))
    return;

  gtk_widget_child_focus (GTK_WIDGET (first), GTK_DIR_TAB_FORWARD);
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + y - TITLE_MARGIN);
}

static void
start (GtkWidget  *widget,
       const char *action_name,
       GVariant   *parameter)
{
  IkPreparationPage *self = IK_PREPARATION_PAGE (widget);

  self->is_starting = TRUE;
  ik_page_save_changes (IK_PAGE (self));
  start_if_saved (self);
}

static gboolean
ik_preparation_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (IK_PREPARATION_PAGE (widget)->start_button);
}

static void
ik_preparation_page_finalize (GObject *object)
{
  IkPreparationPage *self = IK_PREPARATION_PAGE (object);

  g_free (self->id);
  g_clear_pointer (&self->interview, ik_interview_free);

  G_OBJECT_CLASS (ik_preparation_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, IkPreparationPage, header);
  gtk_widget_class_bind_template_child (widget_class, IkPreparationPage, start_button);
  gtk_widget_class_bind_template_child (widget_class, IkPreparationPage, state);
  gtk_widget_class_bind_template_child (widget_class, IkPreparationPage, plan);
  gtk_widget_class_bind_template_child (widget_class, IkPreparationPage, candidate);
  gtk_widget_class_bind_template_child (widget_class, IkPreparationPage, role);
  gtk_widget_class_bind_template_child (widget_class, IkPreparationPage, round);
  gtk_widget_class_bind_template_child (widget_class, IkPreparationPage, room);
  gtk_widget_class_bind_template_child (widget_class, IkPreparationPage, time);
  gtk_widget_class_bind_template_child (widget_class, IkPreparationPage, slot_row);
  gtk_widget_class_bind_template_child (widget_class, IkPreparationPage, slot);
  gtk_widget_class_bind_template_child (widget_class, IkPreparationPage, extra_time);
  gtk_widget_class_bind_template_child (widget_class, IkPreparationPage, large_print);
  gtk_widget_class_bind_template_child (widget_class, IkPreparationPage, opening);
  gtk_widget_class_bind_template_child (widget_class, IkPreparationPage, files);
  gtk_widget_class_bind_template_child (widget_class, IkPreparationPage, earlier_group);
  gtk_widget_class_bind_template_child (widget_class, IkPreparationPage, earlier);
  gtk_widget_class_bind_template_child (widget_class, IkPreparationPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, IkPreparationPage, questions_title);
  gtk_widget_class_bind_template_child (widget_class, IkPreparationPage, questions);
}

static void
ik_preparation_page_class_init (IkPreparationPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (IK_TYPE_CANDIDATE_FILES);
  g_type_ensure (IK_TYPE_PAGE_HEADER);
  g_type_ensure (IK_TYPE_PLANNED_TIME);
  g_type_ensure (IK_TYPE_TEXT_AREA);

  object_class->finalize = ik_preparation_page_finalize;
  widget_class->grab_focus = ik_preparation_page_grab_focus;
  IK_PAGE_CLASS (klass)->load = ik_preparation_page_load;
  IK_PAGE_CLASS (klass)->save = ik_preparation_page_save;
  IK_PAGE_CLASS (klass)->take_files = ik_preparation_page_take_files;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/"
                                               "ik-preparation-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, files_changed_cb);

  gtk_widget_class_install_action (widget_class, "preparation.start", NULL, start);
  gtk_widget_class_install_action (widget_class, "preparation.leave", NULL, leave);
  gtk_widget_class_install_action (widget_class, "preparation.read-questions", NULL,
                                   read_questions);
  gtk_widget_class_install_action (widget_class, "preparation.paste", NULL, paste);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "preparation.start", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK,
                                       "preparation.start", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_q, GDK_ALT_MASK,
                                       "preparation.read-questions", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK,
                                       "preparation.paste", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "preparation.leave", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK,
                                       "preparation.leave", NULL);
}

static void
ik_preparation_page_init (IkPreparationPage *self)
{
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  ik_spin_button_init (self->slot);
  ik_spin_button_init (self->extra_time);
  self->is_filling = FALSE;
}

/**
 * ik_preparation_page_new:
 * @interview_id: a planned interview
 *
 * Returns: (transfer floating): a page for it
 */
GtkWidget *
ik_preparation_page_new (const char *interview_id)
{
  IkPreparationPage *self;

  g_return_val_if_fail (interview_id != NULL, NULL);

  self = g_object_new (IK_TYPE_PREPARATION_PAGE, NULL);
  self->id = g_strdup (interview_id);

  return GTK_WIDGET (self);
}
