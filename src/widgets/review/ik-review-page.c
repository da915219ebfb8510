#include "ik-review-page-private.h"

#include "ik-interviews.h"
#include "ik-list-click.h"
#include "ik-live-item-row.h"
#include "ik-review.h"
#include "ik-score.h"
#include "ik-toast.h"

#include <glib/gi18n.h>

/**
 * IkReviewPage:
 *
 * The review of one interview: every question in the order of the set, the one
 * at hand beside the list, and the whole at the end. It opens at the first
 * answer that waits for a rating. Its copy of the interview is what the views
 * edit; changes are saved on a thread 250 ms after the first of them and when
 * the page goes out of view, each as one command that can be undone. What
 * comes from the library meanwhile is taken when nothing waits to be saved.
 * Where that fails it stays here, is said, and tried again each second, also
 * once the page was left. Main loop only.
 */
G_DEFINE_FINAL_TYPE (IkReviewPage, ik_review_page, IK_TYPE_PAGE)

static gpointer
load_job (IkLibrary     *library,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return ik_interviews_load (library, data, cancellable, error);
}

static gboolean
is_locked (IkReviewPage *self)
{
  return self->interview == NULL || self->interview->state == IK_INTERVIEW_STATE_HANDED_IN;
}

static void
show_status (IkReviewPage *self)
{
  g_autofree char *reason = NULL;
  gboolean locked = is_locked (self);
  gboolean is_complete = ik_interview_check_hand_in (self->interview, NULL);

  /* In the order in which the page opens its parts. */
  if (!is_complete && ik_interview_check_parts (self->interview, &reason))
    ik_interview_check_hand_in (self->interview, &reason);

  if (self->interview->is_withheld)
    gtk_label_set_text (self->status, _("Closed until you have handed in your own interview."));
  else if (locked)
    gtk_label_set_text (self->status, _("Handed in and locked. Reopening needs a reason, which "
                                        "stays in the record."));
  else
    gtk_label_set_text (self->status, is_complete ? _("Complete.") : reason);

  gtk_widget_set_visible (self->missing_button, !locked && !is_complete);
  gtk_widget_set_visible (self->hand_in_button, !locked);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.hand-in",
                                 is_complete && !locked && !self->hands_in);
  gtk_widget_set_visible (self->export_button, locked && !self->interview->is_withheld);
  gtk_widget_set_visible (self->reopen_button, locked && !self->interview->is_withheld);
}

static void
update_rows (IkReviewPage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      IkLiveItemRow *row = self->rows->pdata[i];
      guint index = ik_live_item_row_get_index (row);

      if (index < self->interview->items->len)
        ik_live_item_row_set_item (row, self->interview, index, FALSE);
    }
}

static void
show_shown (IkReviewPage *self)
{
  guint n_items = self->interview->items->len;
  gboolean is_end = self->shown >= n_items;

  if (!is_end)
    ik_review_item_view_set_item (self->item_view, self->interview,
                                  self->interview->items->pdata[self->shown]);
  gtk_stack_set_visible_child_name (self->stack, is_end ? "end" : "item");
  gtk_toggle_button_set_active (self->end_button, is_end);
  gtk_single_selection_set_selected (self->selection,
                                     is_end ? GTK_INVALID_LIST_POSITION : self->shown);
}

/* Nothing can be changed once it was handed in, nor while it is. */
void
ik_review_page_update_locked (IkReviewPage *self)
{
  gboolean locked = is_locked (self) || self->hands_in;

  if (self->interview == NULL)
    return;

  ik_review_item_view_set_locked (self->item_view, locked);
  ik_review_end_view_set_locked (self->end_view, locked);
  show_status (self);
}

static void
show_interview (IkReviewPage *self)
{
  g_autofree char *subtitle = NULL;

  if (self->interview->from_paper)
    subtitle = g_strdup_printf ("%s · %s", self->interview->set_title, _("entered from paper"));
  ik_page_header_set_title (self->header, self->interview->candidate_name);
  ik_page_header_set_subtitle (self->header,
                               subtitle != NULL ? subtitle : self->interview->set_title);
  ik_review_clock_set_interview (self->clock, self->interview,
                                 ik_library_get_clock (ik_page_get_library (IK_PAGE (self))));
  ik_review_end_view_set_interview (self->end_view, self->interview);
  ik_review_page_update_locked (self);
}

static void
fill_list (IkReviewPage *self)
{
  g_autoptr(GtkStringList) model = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->interview->items->len; i++)
    gtk_string_list_append (model, "");
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (model));
}

static guint
find_first (const IkInterview *interview)
{
  for (guint i = 0; i < interview->items->len; i++)
    {
      if (ik_interview_item_wants_review (interview->items->pdata[i]))
        return i;
    }

  return interview->state == IK_INTERVIEW_STATE_HANDED_IN ? interview->items->len : 0;
}

/* Where the work begins; the home button has the focus else. */
static void
focus_first (IkReviewPage *self)
{
  if (!gtk_widget_get_mapped (self->detail) || is_locked (self))
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
  else if (self->shown < self->interview->items->len)
    ik_review_item_view_focus (self->item_view, "rating");
}

/* Takes what the library has; the views let go of the old copy first. */
static void
take_interview (IkReviewPage *self,
                IkInterview  *interview)
{
  IkInterview *old = self->interview;
  gboolean was_locked = is_locked (self);

  self->interview = interview;
  self->hands_in = FALSE;
  g_clear_pointer (&self->stored, ik_interview_free);
  self->stored = ik_interview_copy (interview);
  if (old == NULL || old->items->len != interview->items->len)
    {
      fill_list (self);
      self->shown = find_first (interview);
    }
  show_interview (self);
  show_shown (self);
  update_rows (self);
  if (old == NULL)
    focus_first (self);
  else if (!was_locked && is_locked (self))
    gtk_widget_grab_focus (self->export_button);
  g_clear_pointer (&old, ik_interview_free);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  IkReviewPage *self = IK_REVIEW_PAGE (source);
  g_autoptr(GError) error = NULL;
  g_autoptr(IkInterview) interview = ik_job_run_finish (result, &error);

  if (interview == NULL)
    ik_toast_show_error (GTK_WIDGET (self), error);
  else if (ik_review_page_is_saved (self))
    take_interview (self, g_steal_pointer (&interview));
}

static void
ik_review_page_load (IkPage *page)
{
  IkReviewPage *self = IK_REVIEW_PAGE (page);

  ik_page_load (page, load_job, g_strdup (self->interview_id), g_free,
                (GDestroyNotify) ik_interview_free, loaded_cb);
}

static void
changed_cb (IkReviewPage *self,
            const char   *label)
{
  /* Without all its parts there is no whole. */
  if (!ik_interview_parts_are_rated (self->interview))
    self->interview->recommendation = IK_RATING_NONE;

  ik_review_page_touch (self, label);
  ik_review_end_view_update (self->end_view);
  update_rows (self);
  show_status (self);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item,
          IkReviewPage             *self)
{
  gtk_list_item_set_child (list_item, ik_live_item_row_new ());
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         IkReviewPage             *self)
{
  GtkWidget *row = gtk_list_item_get_child (list_item);

  ik_live_item_row_set_item (IK_LIVE_ITEM_ROW (row), self->interview,
                             gtk_list_item_get_position (list_item), FALSE);
  g_ptr_array_add (self->rows, row);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *list_item,
           IkReviewPage             *self)
{
  g_ptr_array_remove_fast (self->rows, gtk_list_item_get_child (list_item));
}

static void
activate_cb (IkReviewPage *self,
             guint         position)
{
  ik_review_page_show_item (self, position);
}

static void
end_clicked_cb (IkReviewPage *self)
{
  if (self->interview != NULL)
    ik_review_page_show_item (self, self->interview->items->len);
}

static void
narrow_cb (IkReviewPage *self)
{
  gboolean narrow = ik_adaptive_bin_is_narrow (self->adaptive);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->status_box),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_homogeneous (self->status_buttons, narrow);
  ik_review_clock_set_narrow (self->clock, narrow);
  ik_review_item_view_set_narrow (self->item_view, narrow);
  ik_review_end_view_set_narrow (self->end_view, narrow);
}

static void
ik_review_page_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ik_review_page_parent_class)->unmap (widget);

  ik_review_page_save (IK_REVIEW_PAGE (widget));
}

static void
ik_review_page_dispose (GObject *object)
{
  IkReviewPage *self = IK_REVIEW_PAGE (object);

  g_clear_handle_id (&self->save_id, g_source_remove);
  if (self->selection != NULL)
    gtk_single_selection_set_model (self->selection, NULL);

  G_OBJECT_CLASS (ik_review_page_parent_class)->dispose (object);
}

static void
ik_review_page_finalize (GObject *object)
{
  IkReviewPage *self = IK_REVIEW_PAGE (object);

  g_free (self->interview_id);
  g_free (self->unsaved);
  g_clear_error (&self->save_error);
  g_ptr_array_unref (self->flushes);
  g_clear_pointer (&self->interview, ik_interview_free);
  g_clear_pointer (&self->stored, ik_interview_free);
  g_clear_pointer (&self->saving, ik_interview_free);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (ik_review_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, IkReviewPage, navigator);
  gtk_widget_class_bind_template_child (widget_class, IkReviewPage, detail);
  gtk_widget_class_bind_template_child (widget_class, IkReviewPage, header);
  gtk_widget_class_bind_template_child (widget_class, IkReviewPage, clock);
  gtk_widget_class_bind_template_child (widget_class, IkReviewPage, list);
  gtk_widget_class_bind_template_child (widget_class, IkReviewPage, selection);
  gtk_widget_class_bind_template_child (widget_class, IkReviewPage, end_button);
  gtk_widget_class_bind_template_child (widget_class, IkReviewPage, stack);
  gtk_widget_class_bind_template_child (widget_class, IkReviewPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, IkReviewPage, adaptive);
  gtk_widget_class_bind_template_child (widget_class, IkReviewPage, item_view);
  gtk_widget_class_bind_template_child (widget_class, IkReviewPage, end_view);
  gtk_widget_class_bind_template_child (widget_class, IkReviewPage, status_box);
  gtk_widget_class_bind_template_child (widget_class, IkReviewPage, status_buttons);
  gtk_widget_class_bind_template_child (widget_class, IkReviewPage, status);
  gtk_widget_class_bind_template_child (widget_class, IkReviewPage, missing_button);
  gtk_widget_class_bind_template_child (widget_class, IkReviewPage, hand_in_button);
  gtk_widget_class_bind_template_child (widget_class, IkReviewPage, export_button);
  gtk_widget_class_bind_template_child (widget_class, IkReviewPage, reopen_button);
  gtk_widget_class_bind_template_child (widget_class, IkReviewPage, error_bar);
  gtk_widget_class_bind_template_child (widget_class, IkReviewPage, error_label);
  gtk_widget_class_bind_template_child (widget_class, IkReviewPage, load_button);
}

static void
ik_review_page_class_init (IkReviewPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (IK_TYPE_ADAPTIVE_BIN);
  g_type_ensure (IK_TYPE_NAVIGATOR);
  g_type_ensure (IK_TYPE_PAGE_HEADER);
  g_type_ensure (IK_TYPE_REVIEW_CLOCK);
  g_type_ensure (IK_TYPE_REVIEW_END_VIEW);
  g_type_ensure (IK_TYPE_REVIEW_ITEM_VIEW);

  object_class->dispose = ik_review_page_dispose;
  object_class->finalize = ik_review_page_finalize;
  widget_class->unmap = ik_review_page_unmap;
  IK_PAGE_CLASS (klass)->load = ik_review_page_load;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-review-page.ui");
  gtk_widget_class_set_css_name (widget_class, "reviewpage");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, end_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  ik_review_page_class_install_actions (widget_class);
}

static void
ik_review_page_init (IkReviewPage *self)
{
  self->rows = g_ptr_array_new ();
  self->flushes = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  ik_list_click_init (self->list);
  ik_review_page_add_keys (self);
}

/**
 * ik_review_page_new:
 * @interview_id: id of an interview
 *
 * Returns: (transfer floating): a page for its review, to be given the library
 */
GtkWidget *
ik_review_page_new (const char *interview_id)
{
  IkReviewPage *self;

  g_return_val_if_fail (interview_id != NULL, NULL);

  self = g_object_new (IK_TYPE_REVIEW_PAGE, NULL);
  self->interview_id = g_strdup (interview_id);

  return GTK_WIDGET (self);
}

/**
 * ik_review_page_get_interview_id:
 * @self: a page
 *
 * Returns: (transfer none): id of the interview
 */
const char *
ik_review_page_get_interview_id (IkReviewPage *self)
{
  g_return_val_if_fail (IK_IS_REVIEW_PAGE (self), NULL);

  return self->interview_id;
}

IkInterview *
ik_review_page_get_interview (IkReviewPage *self)
{
  return self->interview;
}

guint
ik_review_page_get_shown (IkReviewPage *self)
{
  return self->shown;
}

/* @index of the number of items shows the end. */
void
ik_review_page_show_item (IkReviewPage *self,
                          guint         index)
{
  if (self->interview == NULL)
    return;

  self->shown = index;
  show_shown (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  if (index < self->interview->items->len)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", index);
  ik_navigator_show (self->navigator, self->detail);
}

static gboolean
shows_item (IkReviewPage *self)
{
  return self->interview != NULL && self->shown < self->interview->items->len;
}

static gboolean
shows_end (IkReviewPage *self)
{
  return self->interview != NULL && self->shown == self->interview->items->len;
}

/* An answer, or at the end a competency. */
void
ik_review_page_rate (IkReviewPage *self,
                     guint         number)
{
  if (shows_item (self))
    ik_review_item_view_rate (self->item_view, number);
  else if (shows_end (self))
    ik_review_end_view_rate (self->end_view, number);
}

/* An indicator, or at the end the recommendation. */
void
ik_review_page_tick (IkReviewPage *self,
                     guint         index)
{
  if (shows_item (self))
    ik_review_item_view_tick (self->item_view, index);
  else if (shows_end (self))
    ik_review_end_view_recommend (self->end_view, index);
}

void
ik_review_page_set_outcome (IkReviewPage *self,
                            IkOutcome     outcome)
{
  if (shows_item (self))
    ik_review_item_view_set_outcome (self->item_view, outcome);
}

void
ik_review_page_toggle_not_assessed (IkReviewPage *self)
{
  if (shows_item (self))
    ik_review_item_view_toggle_not_assessed (self->item_view);
  else if (shows_end (self))
    ik_review_end_view_toggle_not_assessed (self->end_view);
}

/* What stands on the page at the end is brought into view for it. */
void
ik_review_page_focus (IkReviewPage *self,
                      const char   *name)
{
  if (self->interview == NULL)
    return;

  if (g_str_equal (name, "list"))
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
  else if (g_str_equal (name, "summary") || g_str_equal (name, "general") ||
           g_str_equal (name, "competency") || g_str_equal (name, "timeline") ||
           g_str_equal (name, "strengths") || g_str_equal (name, "concerns") ||
           g_str_equal (name, "missing"))
    {
      if (!shows_end (self))
        ik_review_page_show_item (self, self->interview->items->len);
      ik_review_end_view_focus (self->end_view, name);
    }
  else if (shows_item (self))
    ik_review_item_view_focus (self->item_view, name);
}

void
ik_review_page_toggle_share (IkReviewPage *self)
{
  if (shows_end (self))
    ik_review_end_view_toggle_share (self->end_view);
}

void
ik_review_page_toggle_reference (IkReviewPage *self)
{
  ik_review_item_view_toggle_reference (self->item_view);
}

static gpointer
reopen_job (IkLibrary     *library,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  char **words = data;

  if (!ik_interviews_reopen (library, words[0], words[1], cancellable, error))
    return NULL;

  return g_strdup (words[0]);
}

static void
reopened_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *id = ik_job_run_finish (result, &error);

  if (id == NULL)
    ik_toast_show_error (GTK_WIDGET (source), error);
  else
    ik_page_reload (IK_PAGE (source));
}

void
ik_review_page_reopen (IkReviewPage *self,
                       const char   *reason)
{
  char **words = g_new0 (char *, 3);

  words[0] = g_strdup (self->interview_id);
  words[1] = g_strdup (reason);
  ik_page_write (IK_PAGE (self), reopen_job, words, (GDestroyNotify) g_strfreev, g_free,
                 reopened_cb);
}
