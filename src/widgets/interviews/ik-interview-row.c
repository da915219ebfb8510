#include "ik-interview-row.h"

#include "ik-beside-layout.h"
#include "ik-words.h"

#include <glib/gi18n.h>

/**
 * IkInterviewRow:
 *
 * An interview in a list, with what comes next for it as a button and the rest
 * in a menu. All of that are actions of the window. An #AdwActionRow would have
 * its buttons beside its text however little width that leaves.
 */
struct _IkInterviewRow
{
  GtkListBoxRow   parent_instance;

  GtkLabel       *title;
  GtkLabel       *subtitle;
  GtkButton      *prepare_button;
  GtkButton      *button;
  GtkMenuButton  *menu_button;

  char           *facts;         /* owned: of the subtitle, but for the time until then */
  gint64          planned_at_us; /* 0 unless it is planned */
};

G_DEFINE_FINAL_TYPE (IkInterviewRow, ik_interview_row, GTK_TYPE_LIST_BOX_ROW)

static void
ik_interview_row_finalize (GObject *object)
{
  g_free (IK_INTERVIEW_ROW (object)->facts);

  G_OBJECT_CLASS (ik_interview_row_parent_class)->finalize (object);
}

static void
ik_interview_row_class_init (IkInterviewRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (IK_TYPE_BESIDE_LAYOUT);

  G_OBJECT_CLASS (klass)->finalize = ik_interview_row_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-interview-row.ui");
  gtk_widget_class_bind_template_child (widget_class, IkInterviewRow, title);
  gtk_widget_class_bind_template_child (widget_class, IkInterviewRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, IkInterviewRow, prepare_button);
  gtk_widget_class_bind_template_child (widget_class, IkInterviewRow, button);
  gtk_widget_class_bind_template_child (widget_class, IkInterviewRow, menu_button);
}

static void
ik_interview_row_init (IkInterviewRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
append (GString    *text,
        const char *part)
{
  if (*part == '\0')
    return;

  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
}

static gint64
get_time (const IkInterviewSummary *interview)
{
  if (interview->handed_in_at_us != 0)
    return interview->handed_in_at_us;
  if (interview->started_at_us != 0)
    return interview->started_at_us;

  return interview->planned_at_us;
}

static char *
dup_facts (const IkInterviewSummary *interview,
           IkInterviewRowKind        kind,
           gint64                    now_us)
{
  GString *text = g_string_new (NULL);
  g_autofree char *time = ik_words_format_time (get_time (interview), now_us);

  if (interview->state != IK_INTERVIEW_STATE_PLANNED)
    append (text, ik_words_for_interview_state (interview->state));
  append (text, time);
  if (interview->state == IK_INTERVIEW_STATE_PLANNED)
    append (text, interview->room);
  if (kind != IK_INTERVIEW_ROW_OF_CANDIDATE)
    append (text, interview->set_title);
  append (text, interview->round);
  if (kind != IK_INTERVIEW_ROW_OF_LIBRARY)
    append (text, interview->interviewer_name);

  if (interview->state == IK_INTERVIEW_STATE_REVIEW && interview->n_unrated > 0)
    {
      g_autofree char *unrated =
        g_strdup_printf (ngettext ("%u answer not rated yet", "%u answers not rated yet",
                                   interview->n_unrated), interview->n_unrated);

      append (text, unrated);
    }

  return g_string_free (text, FALSE);
}

static void
set_button (IkInterviewRow           *self,
            const IkInterviewSummary *interview,
            const char               *label,
            const char               *action_name)
{
  g_autofree char *accessible = g_strdup_printf ("%s, %s", label, interview->candidate_name);

  gtk_button_set_label (self->button, label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), action_name);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "s", interview->id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, accessible,
                                  -1);
}

/* The row itself prepares a planned interview; starting it takes its button. */
static void
show_prepare_button (IkInterviewRow           *self,
                     const IkInterviewSummary *interview)
{
  g_autofree char *label = NULL;

  if (interview->state != IK_INTERVIEW_STATE_PLANNED)
    return;

  label = g_strdup_printf ("%s, %s", _("Prepare"), interview->candidate_name);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->prepare_button), "s", interview->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->prepare_button), "win.prepare");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->prepare_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->prepare_button), TRUE);
}

static void
show_button (IkInterviewRow           *self,
             const IkInterviewSummary *interview)
{
  switch (interview->state)
    {
    case IK_INTERVIEW_STATE_PLANNED:
      set_button (self, interview, _("Start"), "win.start-interview");
      break;
    case IK_INTERVIEW_STATE_LIVE:
    case IK_INTERVIEW_STATE_BROKEN_OFF:
      set_button (self, interview, _("Continue"), "win.start-interview");
      gtk_widget_add_css_class (GTK_WIDGET (self->button), "suggested-action");
      break;
    case IK_INTERVIEW_STATE_REVIEW:
      set_button (self, interview, _("Review"), "win.review");
      break;
    case IK_INTERVIEW_STATE_HANDED_IN:
      set_button (self, interview, _("Export Report…"), "win.export-report");
      break;
    case IK_INTERVIEW_STATE_CANCELLED:
    case IK_INTERVIEW_STATE_NO_SHOW:
    default:
      set_button (self, interview, _("Plan Again"), "win.plan-again");
      break;
    }
}

static void
append_item (GMenu      *menu,
             const char *label,
             const char *action_name,
             const char *id)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action_name, "s", id);
  g_menu_append_item (menu, item);
}

/* Of the day that the interview is planned for. */
static void
append_day (GMenu                    *menu,
            const IkInterviewSummary *interview)
{
  g_autoptr(GMenuItem) item = NULL;

  if (interview->planned_at_us == 0)
    return;

  item = g_menu_item_new (_("Panel-Day Sheet…"), NULL);
  g_menu_item_set_action_and_target (item, "win.export-day", "(sx)", interview->candidate_id,
                                     interview->planned_at_us);
  g_menu_append_item (menu, item);
}

static void
show_menu (IkInterviewRow           *self,
           const IkInterviewSummary *interview)
{
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autofree char *accessible = g_strdup_printf (_("More for %s"), interview->candidate_name);

  switch (interview->state)
    {
    case IK_INTERVIEW_STATE_PLANNED:
      append_item (menu, _("Prepare"), "win.prepare", interview->id);
      append_item (menu, _("Enter from Paper"), "win.enter-from-paper", interview->id);
      append_day (menu, interview);
      append_item (menu, _("Candidate Did Not Come"), "win.no-show", interview->id);
      append_item (menu, _("Cancel Interview"), "win.cancel-interview", interview->id);
      break;
    case IK_INTERVIEW_STATE_BROKEN_OFF:
      append_item (menu, _("Review as It Is"), "win.review", interview->id);
      append_item (menu, _("Export Draft Report…"), "win.export-report", interview->id);
      break;
    case IK_INTERVIEW_STATE_LIVE:
    case IK_INTERVIEW_STATE_REVIEW:
      append_item (menu, _("Export Draft Report…"), "win.export-report", interview->id);
      break;
    case IK_INTERVIEW_STATE_HANDED_IN:
      append_item (menu, _("Look at Review"), "win.review", interview->id);
      append_item (menu, _("Export for the Candidate…"), "win.export-feedback", interview->id);
      break;
    case IK_INTERVIEW_STATE_CANCELLED:
    case IK_INTERVIEW_STATE_NO_SHOW:
    default:
      break;
    }
  append_item (menu, _("Plan Another Interview…"), "win.plan", interview->candidate_id);

  gtk_menu_button_set_menu_model (self->menu_button, G_MENU_MODEL (menu));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, accessible,
                                  -1);
}

/**
 * ik_interview_row_show_until:
 * @self: a row
 * @now_us: now, microseconds since 1970 UTC
 *
 * Says first how long it is until a planned interview of this day starts.
 */
void
ik_interview_row_show_until (IkInterviewRow *self,
                             gint64          now_us)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *until = NULL;

  g_return_if_fail (IK_IS_INTERVIEW_ROW (self));

  until = ik_words_format_until (self->planned_at_us, now_us);
  append (text, until);
  append (text, self->facts);
  gtk_label_set_text (self->subtitle, text->str);
}

/**
 * ik_interview_row_new:
 * @interview: what to show
 * @kind: what list it stands in
 * @now_us: now, microseconds since 1970 UTC
 *
 * Returns: (transfer floating): a row, whose name is the id of the interview
 */
GtkWidget *
ik_interview_row_new (const IkInterviewSummary *interview,
                      IkInterviewRowKind        kind,
                      gint64                    now_us)
{
  IkInterviewRow *self = g_object_new (IK_TYPE_INTERVIEW_ROW, NULL);
  const char *title = kind == IK_INTERVIEW_ROW_OF_CANDIDATE ? interview->set_title
                                                            : interview->candidate_name;

  gtk_widget_set_name (GTK_WIDGET (self), interview->id);
  self->facts = dup_facts (interview, kind, now_us);
  if (interview->state == IK_INTERVIEW_STATE_PLANNED)
    self->planned_at_us = interview->planned_at_us;
  gtk_label_set_text (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  ik_interview_row_show_until (self, now_us);
  show_button (self, interview);
  show_prepare_button (self, interview);
  show_menu (self, interview);

  return GTK_WIDGET (self);
}

static void
activated_cb (GtkListBox     *list,
              IkInterviewRow *row)
{
  gboolean is_planned = gtk_widget_get_visible (GTK_WIDGET (row->prepare_button));

  gtk_widget_activate (GTK_WIDGET (is_planned ? row->prepare_button : row->button));
}

/**
 * ik_interview_row_follow:
 * @list: a list of these rows only
 *
 * Makes a click on a row, or Return, do what its button does. Call it once.
 */
void
ik_interview_row_follow (GtkListBox *list)
{
  g_return_if_fail (GTK_IS_LIST_BOX (list));

  g_signal_connect (list, "row-activated", G_CALLBACK (activated_cb), NULL);
}
