#include "ik-set-scales-dialog.h"

#include "ik-close-guard.h"
#include "ik-dialog-fit.h"
#include "ik-list.h"
#include "ik-recommendation.h"

#include <glib/gi18n.h>

/**
 * IkSetScalesDialog:
 *
 * What the answers of a set are rated by where the question says nothing else, and
 * what the recommendation stands on. Emits "saved" with the ids of both rubrics, the
 * second one %NULL for the four words.
 */
struct _IkSetScalesDialog
{
  AdwWindow    parent_instance;

  /* Template */
  AdwComboRow *answers;
  AdwComboRow *recommendation;

  GPtrArray   *rubrics; /* (owned) (element-type IkRubric) */
  guint        shown_answers;
  guint        shown_recommendation;
};

typedef enum
{
  SIGNAL_SAVED,
  N_SIGNALS,
} IkSetScalesDialogSignal;

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkSetScalesDialog, ik_set_scales_dialog, ADW_TYPE_WINDOW)

static const char *
get_id (IkSetScalesDialog *self,
        guint              index)
{
  return index < self->rubrics->len ? ((const IkRubric *) self->rubrics->pdata[index])->id : NULL;
}

/* The row of a rubric. One of a pack that was removed is kept as long as a set names
 * it, and stays chosen until another one is. */
static guint
ensure_rubric (IkSetScalesDialog *self,
               const char        *id)
{
  for (guint i = 0; i < self->rubrics->len; i++)
    {
      if (g_str_equal (get_id (self, i), id))
        return i;
    }

  g_ptr_array_add (self->rubrics, ik_rubric_new (id, _("Of a pack that was removed")));
  return self->rubrics->len - 1;
}

static IkChanges
get_changes (GtkWindow *window)
{
  IkSetScalesDialog *self = IK_SET_SCALES_DIALOG (window);

  return adw_combo_row_get_selected (self->answers) == self->shown_answers &&
         adw_combo_row_get_selected (self->recommendation) == self->shown_recommendation
         ? IK_CHANGES_NONE : IK_CHANGES_FIT;
}

static void
save (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  IkSetScalesDialog *self = IK_SET_SCALES_DIALOG (widget);
  guint recommendation = adw_combo_row_get_selected (self->recommendation);

  if (get_changes (GTK_WINDOW (self)) != IK_CHANGES_NONE)
    g_signal_emit (self, signals[SIGNAL_SAVED], 0,
                   get_id (self, adw_combo_row_get_selected (self->answers)),
                   recommendation > 0 ? get_id (self, recommendation - 1) : NULL);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
ik_set_scales_dialog_finalize (GObject *object)
{
  IkSetScalesDialog *self = IK_SET_SCALES_DIALOG (object);

  g_clear_pointer (&self->rubrics, g_ptr_array_unref);

  G_OBJECT_CLASS (ik_set_scales_dialog_parent_class)->finalize (object);
}

static void
ik_set_scales_dialog_class_init (IkSetScalesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ik_set_scales_dialog_finalize;

  signals[SIGNAL_SAVED] =
    g_signal_new ("saved", IK_TYPE_SET_SCALES_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-set-scales-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, IkSetScalesDialog, answers);
  gtk_widget_class_bind_template_child (widget_class, IkSetScalesDialog, recommendation);

  gtk_widget_class_install_action (widget_class, "scales.save", NULL, save);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "scales.save", NULL);
}

static void
ik_set_scales_dialog_init (IkSetScalesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ik_close_guard_init (GTK_WINDOW (self), "scales.save", get_changes);
}

static GListModel *
list_names (IkSetScalesDialog *self,
            const char        *first) /* nullable */
{
  GtkStringList *names = gtk_string_list_new (NULL);

  if (first != NULL)
    gtk_string_list_append (names, first);
  for (guint i = 0; i < self->rubrics->len; i++)
    gtk_string_list_append (names, ((const IkRubric *) self->rubrics->pdata[i])->name);

  return G_LIST_MODEL (names);
}

/**
 * ik_set_scales_dialog_new:
 * @parent: the window it belongs to
 * @set: a question set
 * @rubrics: (element-type IkRubric): what may be chosen, the built-in one first
 *
 * Returns: (transfer none): the window, not presented yet
 */
IkSetScalesDialog *
ik_set_scales_dialog_new (GtkWindow           *parent,
                          const IkQuestionSet *set,
                          GPtrArray           *rubrics)
{
  IkSetScalesDialog *self = g_object_new (IK_TYPE_SET_SCALES_DIALOG, "transient-for", parent, NULL);
  g_autoptr(GListModel) answers = NULL;
  g_autoptr(GListModel) recommendations = NULL;

  ik_dialog_fit (GTK_WINDOW (self));
  self->rubrics = ik_list_copy (rubrics, ik_rubric_copy, ik_rubric_free);
  if (set->rubric_id != NULL)
    self->shown_answers = ensure_rubric (self, set->rubric_id);
  if (set->recommendation_rubric_id != NULL)
    self->shown_recommendation = ensure_rubric (self, set->recommendation_rubric_id) + 1;
  answers = list_names (self, NULL);
  recommendations = list_names (self, ik_recommendation_get_words ()->name);

  adw_combo_row_set_model (self->answers, answers);
  adw_combo_row_set_selected (self->answers, self->shown_answers);
  adw_combo_row_set_model (self->recommendation, recommendations);
  adw_combo_row_set_selected (self->recommendation, self->shown_recommendation);

  return self;
}
