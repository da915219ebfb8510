#include "ik-insight-filter-button.h"

#include "ik-list.h"

#include <glib/gi18n.h>

#define N_KINDS (IK_INSIGHT_CHOICE_INTERVIEWER + 1)

/* Of the periods in the template. */
static const guint period_days[] = { 0, 30, 90, 365 };

/**
 * IkInsightFilterButton:
 *
 * A button with the choices that narrow statistics down: role, question set,
 * interviewer and period. It looks pressed while a choice is made.
 */
struct _IkInsightFilterButton
{
  GtkWidget      parent_instance;

  /* Template */
  GtkMenuButton *button;
  GtkDropDown   *role;
  GtkDropDown   *set;
  GtkDropDown   *interviewer;
  GtkDropDown   *period;

  GPtrArray     *keys[N_KINDS]; /* owned; element-type utf8; from the second choice on */
  gboolean       is_filling;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkInsightFilterButton, ik_insight_filter_button, GTK_TYPE_WIDGET)

static GtkDropDown *
get_drop_down (IkInsightFilterButton *self,
               IkInsightChoiceKind    kind)
{
  if (kind == IK_INSIGHT_CHOICE_ROLE)
    return self->role;

  return kind == IK_INSIGHT_CHOICE_SET ? self->set : self->interviewer;
}

static gboolean
is_set (IkInsightFilterButton *self)
{
  return gtk_drop_down_get_selected (self->role) > 0 ||
         gtk_drop_down_get_selected (self->set) > 0 ||
         gtk_drop_down_get_selected (self->interviewer) > 0 ||
         gtk_drop_down_get_selected (self->period) > 0;
}

static void
update (IkInsightFilterButton *self)
{
  if (is_set (self))
    gtk_widget_add_css_class (GTK_WIDGET (self->button), "accent");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->button), "accent");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "insight-filter.reset", is_set (self));
}

static void
changed_cb (IkInsightFilterButton *self)
{
  if (self->is_filling)
    return;

  update (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
reset (GtkWidget  *widget,
       const char *action_name,
       GVariant   *parameter)
{
  IkInsightFilterButton *self = IK_INSIGHT_FILTER_BUTTON (widget);

  self->is_filling = TRUE;
  for (guint i = 0; i < N_KINDS; i++)
    gtk_drop_down_set_selected (get_drop_down (self, i), 0);
  gtk_drop_down_set_selected (self->period, 0);
  self->is_filling = FALSE;

  changed_cb (self);
}

static void
ik_insight_filter_button_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);

  G_OBJECT_CLASS (ik_insight_filter_button_parent_class)->dispose (object);
}

static void
ik_insight_filter_button_finalize (GObject *object)
{
  IkInsightFilterButton *self = IK_INSIGHT_FILTER_BUTTON (object);

  for (guint i = 0; i < N_KINDS; i++)
    g_ptr_array_unref (self->keys[i]);

  G_OBJECT_CLASS (ik_insight_filter_button_parent_class)->finalize (object);
}

static void
ik_insight_filter_button_class_init (IkInsightFilterButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ik_insight_filter_button_dispose;
  object_class->finalize = ik_insight_filter_button_finalize;

  /* Another choice was made. */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", IK_TYPE_INSIGHT_FILTER_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/com/example/InterviewKit/ui/ik-insight-filter-button.ui");
  gtk_widget_class_bind_template_child (widget_class, IkInsightFilterButton, button);
  gtk_widget_class_bind_template_child (widget_class, IkInsightFilterButton, role);
  gtk_widget_class_bind_template_child (widget_class, IkInsightFilterButton, set);
  gtk_widget_class_bind_template_child (widget_class, IkInsightFilterButton, interviewer);
  gtk_widget_class_bind_template_child (widget_class, IkInsightFilterButton, period);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);

  gtk_widget_class_install_action (widget_class, "insight-filter.reset", NULL, reset);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
ik_insight_filter_button_init (IkInsightFilterButton *self)
{
  g_autoptr(GPtrArray) none = g_ptr_array_new ();

  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < N_KINDS; i++)
    {
      self->keys[i] = ik_text_list_new ();
      ik_insight_filter_button_set_choices (self, i, none);
    }
  self->is_filling = FALSE;

  update (self);
}

static const char *
get_everything (IkInsightChoiceKind kind)
{
  if (kind == IK_INSIGHT_CHOICE_ROLE)
    return _("All Roles");

  return kind == IK_INSIGHT_CHOICE_SET ? _("All Question Sets") : _("All Interviewers");
}

/**
 * ik_insight_filter_button_set_choices:
 * @self: a button
 * @kind: of what
 * @choices: (element-type IkInsightChoice): what there is to choose
 *
 * Offers @choices beside all of them; what was chosen before stays chosen, all
 * where it is gone.
 */
void
ik_insight_filter_button_set_choices (IkInsightFilterButton *self,
                                      IkInsightChoiceKind    kind,
                                      GPtrArray             *choices)
{
  g_autofree char *chosen = g_strdup (ik_insight_filter_button_get_key (self, kind));
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  gboolean was_filling = self->is_filling;
  guint selected = 0;

  g_ptr_array_set_size (self->keys[kind], 0);
  gtk_string_list_append (names, get_everything (kind));
  for (guint i = 0; i < choices->len; i++)
    {
      const IkInsightChoice *choice = choices->pdata[i];

      gtk_string_list_append (names, choice->name);
      ik_text_list_add (self->keys[kind], choice->key);
      if (g_strcmp0 (choice->key, chosen) == 0)
        selected = i + 1;
    }

  self->is_filling = TRUE;
  gtk_drop_down_set_model (get_drop_down (self, kind), G_LIST_MODEL (names));
  gtk_drop_down_set_selected (get_drop_down (self, kind), selected);
  self->is_filling = was_filling;
  update (self);
}

/**
 * ik_insight_filter_button_get_key:
 * @self: a button
 * @kind: of what
 *
 * Returns: (nullable): key of the choice, %NULL for all
 */
const char *
ik_insight_filter_button_get_key (IkInsightFilterButton *self,
                                  IkInsightChoiceKind    kind)
{
  guint selected = gtk_drop_down_get_selected (get_drop_down (self, kind));

  return selected > 0 && selected <= self->keys[kind]->len ? self->keys[kind]->pdata[selected - 1]
                                                           : NULL;
}

/**
 * ik_insight_filter_button_get_days:
 * @self: a button
 *
 * Returns: how many days back the period goes, 0 for all time
 */
guint
ik_insight_filter_button_get_days (IkInsightFilterButton *self)
{
  guint selected = gtk_drop_down_get_selected (self->period);

  return selected < G_N_ELEMENTS (period_days) ? period_days[selected] : 0;
}

static void
add_choice (GPtrArray   *parts,
            GtkDropDown *drop_down)
{
  GtkStringObject *selected = gtk_drop_down_get_selected_item (drop_down);

  if (gtk_drop_down_get_selected (drop_down) > 0 && selected != NULL)
    g_ptr_array_add (parts, (gpointer) gtk_string_object_get_string (selected));
}

/**
 * ik_insight_filter_button_describe:
 * @self: a button
 *
 * Returns: (transfer full): the choices that were made, "" for none
 */
char *
ik_insight_filter_button_describe (IkInsightFilterButton *self)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new ();

  for (guint i = 0; i < N_KINDS; i++)
    add_choice (parts, get_drop_down (self, i));
  add_choice (parts, self->period);
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (" · ", (char **) parts->pdata);
}
