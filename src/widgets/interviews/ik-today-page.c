#include "ik-today-page.h"

#include "ik-bank.h"
#include "ik-boxed-list.h"
#include "ik-interview-row.h"
#include "ik-interviews.h"
#include "ik-page-header.h"
#include "ik-sets.h"
#include "ik-stack.h"
#include "ik-toast.h"

#include <glib/gi18n.h>

/* A page is looked over, not searched: the candidates have all of theirs. */
#define MAX_ROWS 30
#define MAX_HANDED_IN 5

/* How long it is until an interview starts is said in minutes. */
#define UPDATE_S 20

/**
 * IkTodayPage:
 *
 * What is next: interviews that run or were broken off, the planned ones, what
 * still waits for its review, and what was handed in last. Where there is nothing
 * it says what to do first.
 */
struct _IkTodayPage
{
  IkPage         parent_instance;

  GtkStack      *stack;
  AdwStatusPage *empty;
  GtkButton     *empty_button;
  GtkWidget     *running_group;
  GtkListBox    *running;
  GtkWidget     *planned_group;
  GtkListBox    *planned;
  GtkWidget     *review_group;
  GtkListBox    *review;
  GtkWidget     *handed_in_group;
  GtkListBox    *handed_in;

  guint          minute_id; /* while it is in view */
};

G_DEFINE_FINAL_TYPE (IkTodayPage, ik_today_page, IK_TYPE_PAGE)

/* What the page shows, gathered on another thread. */
typedef struct
{
  GPtrArray *interviews; /* (element-type IkInterviewSummary) */
  guint      n_packs;
  guint      n_sets;
} Overview;

static void
overview_free (gpointer data)
{
  Overview *self = data;

  g_ptr_array_unref (self->interviews);
  g_free (self);
}

static gint
compare_planned (gconstpointer a,
                 gconstpointer b)
{
  const IkInterviewSummary *one = *(const IkInterviewSummary *const *) a;
  const IkInterviewSummary *other = *(const IkInterviewSummary *const *) b;
  gint64 one_us = one->planned_at_us != 0 ? one->planned_at_us : G_MAXINT64;
  gint64 other_us = other->planned_at_us != 0 ? other->planned_at_us : G_MAXINT64;

  return (one_us > other_us) - (one_us < other_us);
}

static gpointer
load_job (IkLibrary     *library,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr(GPtrArray) interviews = ik_interviews_list (library, NULL, cancellable, error);
  g_autoptr(GPtrArray) packs = NULL;
  g_autoptr(GPtrArray) sets = NULL;
  Overview *overview;

  if (interviews == NULL ||
      (packs = ik_bank_list_packs (library, cancellable, error)) == NULL ||
      (sets = ik_sets_list (library, cancellable, error)) == NULL)
    return NULL;

  g_ptr_array_sort (interviews, compare_planned);
  overview = g_new0 (Overview, 1);
  overview->interviews = g_steal_pointer (&interviews);
  overview->n_packs = packs->len;
  overview->n_sets = sets->len;

  return overview;
}

/* Who works alone knows who asks. */
static IkInterviewRowKind
choose_kind (GPtrArray *interviews)
{
  for (guint i = 1; i < interviews->len; i++)
    {
      const IkInterviewSummary *before = interviews->pdata[i - 1];
      const IkInterviewSummary *interview = interviews->pdata[i];

      if (!g_str_equal (interview->interviewer_name, before->interviewer_name))
        return IK_INTERVIEW_ROW_OF_TEAM;
    }

  return IK_INTERVIEW_ROW_OF_LIBRARY;
}

static void
fill_list (GtkWidget  *group,
           GtkListBox *list,
           GPtrArray  *interviews,
           guint       states,
           guint       max_rows)
{
  IkInterviewRowKind kind = choose_kind (interviews);
  gint64 now_us = g_get_real_time ();
  g_autoptr(GPtrArray) rows = g_ptr_array_new ();

  for (guint i = 0; i < interviews->len && rows->len < max_rows; i++)
    {
      const IkInterviewSummary *interview = interviews->pdata[i];

      if ((states & (1u << interview->state)) == 0)
        continue;

      g_ptr_array_add (rows, ik_interview_row_new (interview, kind, now_us));
    }
  ik_boxed_list_replace (list, rows);
  gtk_widget_set_visible (group, rows->len > 0);
}

static gint
compare_handed_in (gconstpointer a,
                   gconstpointer b)
{
  const IkInterviewSummary *one = *(const IkInterviewSummary *const *) a;
  const IkInterviewSummary *other = *(const IkInterviewSummary *const *) b;

  return (one->handed_in_at_us < other->handed_in_at_us) -
         (one->handed_in_at_us > other->handed_in_at_us);
}

static void
show_empty (IkTodayPage    *self,
            const Overview *overview)
{
  const char *title = _("No Interviews Yet");
  const char *description = _("Plan the first one: choose who comes, the question set and the "
                              "time.");
  const char *label = _("_Plan an Interview…");
  const char *action = "win.plan";
  const char *target = "";

  if (overview->n_packs == 0)
    {
      title = _("Welcome to Interview Kit");
      description = _("First get questions: import a document you have, or take one of the "
                      "starter packs.");
      label = _("_Get Questions");
      action = "win.show-page";
      target = "packs";
    }
  else if (overview->n_sets == 0)
    {
      title = _("Questions Are There");
      description = _("Next choose some of them for a role and a slot: that is a question set.");
      label = _("_Make a Question Set");
      action = "win.show-page";
      target = "sets";
    }

  adw_status_page_set_title (self->empty, title);
  adw_status_page_set_description (self->empty, description);
  gtk_button_set_label (self->empty_button, label);
  /* The target first, or the action is looked up without one. */
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->empty_button), "s", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->empty_button), action);
}

static gboolean
is_visible (GtkWidget *group)
{
  return gtk_widget_get_visible (group);
}

static void
show_overview (IkTodayPage    *self,
               const Overview *overview)
{
  GPtrArray *interviews = overview->interviews;
  gboolean has_any;

  fill_list (self->running_group, self->running, interviews,
             1u << IK_INTERVIEW_STATE_LIVE | 1u << IK_INTERVIEW_STATE_BROKEN_OFF, MAX_ROWS);
  fill_list (self->planned_group, self->planned, interviews,
             1u << IK_INTERVIEW_STATE_PLANNED, MAX_ROWS);
  fill_list (self->review_group, self->review, interviews,
             1u << IK_INTERVIEW_STATE_REVIEW, MAX_ROWS);
  g_ptr_array_sort (interviews, compare_handed_in);
  fill_list (self->handed_in_group, self->handed_in, interviews,
             1u << IK_INTERVIEW_STATE_HANDED_IN, MAX_HANDED_IN);

  has_any = is_visible (self->running_group) || is_visible (self->planned_group) ||
            is_visible (self->review_group) || is_visible (self->handed_in_group);
  if (!has_any)
    show_empty (self, overview);
  ik_stack_show (self->stack, has_any ? "lists" : "empty");
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  IkTodayPage *self = IK_TODAY_PAGE (source);
  g_autoptr(GError) error = NULL;
  Overview *overview = ik_job_run_finish (result, &error);
  gboolean is_first;

  if (overview == NULL)
    {
      ik_toast_show_error (GTK_WIDGET (self), error);
      return;
    }

  is_first = g_str_equal (gtk_stack_get_visible_child_name (self->stack), "loading");
  show_overview (self, overview);
  overview_free (overview);
  /* Return does the one thing that there is to do, from the first moment on. */
  if (is_first && gtk_widget_get_mapped (GTK_WIDGET (self->empty_button)))
    gtk_widget_grab_focus (GTK_WIDGET (self->empty_button));
}

static void
show_until (IkTodayPage *self)
{
  gint64 now_us = g_get_real_time ();

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->planned));
       row != NULL;
       row = gtk_widget_get_next_sibling (row))
    ik_interview_row_show_until (IK_INTERVIEW_ROW (row), now_us);
}

static gboolean
minute_cb (gpointer data)
{
  show_until (data);
  return G_SOURCE_CONTINUE;
}

static void
ik_today_page_map (GtkWidget *widget)
{
  IkTodayPage *self = IK_TODAY_PAGE (widget);

  show_until (self);
  self->minute_id = g_timeout_add_seconds (UPDATE_S, minute_cb, self);

  GTK_WIDGET_CLASS (ik_today_page_parent_class)->map (widget);
}

static void
ik_today_page_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&IK_TODAY_PAGE (widget)->minute_id, g_source_remove);

  GTK_WIDGET_CLASS (ik_today_page_parent_class)->unmap (widget);
}

static void
ik_today_page_load (IkPage *page)
{
  ik_page_load (page, load_job, NULL, NULL, overview_free, loaded_cb);
}

static void
ik_today_page_class_init (IkTodayPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (IK_TYPE_PAGE_HEADER);

  IK_PAGE_CLASS (klass)->load = ik_today_page_load;
  widget_class->map = ik_today_page_map;
  widget_class->unmap = ik_today_page_unmap;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-today-page.ui");
  gtk_widget_class_bind_template_child (widget_class, IkTodayPage, stack);
  gtk_widget_class_bind_template_child (widget_class, IkTodayPage, empty);
  gtk_widget_class_bind_template_child (widget_class, IkTodayPage, empty_button);
  gtk_widget_class_bind_template_child (widget_class, IkTodayPage, running_group);
  gtk_widget_class_bind_template_child (widget_class, IkTodayPage, running);
  gtk_widget_class_bind_template_child (widget_class, IkTodayPage, planned_group);
  gtk_widget_class_bind_template_child (widget_class, IkTodayPage, planned);
  gtk_widget_class_bind_template_child (widget_class, IkTodayPage, review_group);
  gtk_widget_class_bind_template_child (widget_class, IkTodayPage, review);
  gtk_widget_class_bind_template_child (widget_class, IkTodayPage, handed_in_group);
  gtk_widget_class_bind_template_child (widget_class, IkTodayPage, handed_in);
}

static void
ik_today_page_init (IkTodayPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ik_interview_row_follow (self->running);
  ik_interview_row_follow (self->planned);
  ik_interview_row_follow (self->review);
  ik_interview_row_follow (self->handed_in);
}
