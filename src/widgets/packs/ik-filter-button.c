#include "ik-filter-button.h"

#include <glib/gi18n.h>

#include "ik-list.h"
#include "ik-pack.h"
#include "ik-question-words.h"

/**
 * IkFilterButton:
 *
 * A button with the choices that narrow a list of questions down. It looks
 * pressed while a choice is made.
 */
struct _IkFilterButton
{
  GtkWidget      parent_instance;

  /* Template */
  GtkMenuButton *button;
  GtkDropDown   *kind;
  GtkDropDown   *level;
  GtkDropDown   *tag;

  GPtrArray     *tags;     /* owned; element-type utf8 */
  GPtrArray     *levels;   /* owned; element-type utf8 */
  gboolean       is_filling;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkFilterButton, ik_filter_button, GTK_TYPE_WIDGET)

static void
changed_cb (IkFilterButton *self)
{
  gboolean is_set;

  if (self->is_filling)
    return;

  is_set = ik_filter_button_is_set (self);
  if (is_set)
    gtk_widget_add_css_class (GTK_WIDGET (self->button), "accent");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->button), "accent");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "filter.reset", is_set);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
reset (GtkWidget  *widget,
       const char *action_name,
       GVariant   *parameter)
{
  ik_filter_button_reset (IK_FILTER_BUTTON (widget));
}

static void
ik_filter_button_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);

  G_OBJECT_CLASS (ik_filter_button_parent_class)->dispose (object);
}

static void
ik_filter_button_finalize (GObject *object)
{
  IkFilterButton *self = IK_FILTER_BUTTON (object);

  g_ptr_array_unref (self->tags);
  g_ptr_array_unref (self->levels);

  G_OBJECT_CLASS (ik_filter_button_parent_class)->finalize (object);
}

static void
ik_filter_button_class_init (IkFilterButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ik_filter_button_dispose;
  object_class->finalize = ik_filter_button_finalize;

  /* Another choice was made. */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", IK_TYPE_FILTER_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-filter-button.ui");
  gtk_widget_class_bind_template_child (widget_class, IkFilterButton, button);
  gtk_widget_class_bind_template_child (widget_class, IkFilterButton, kind);
  gtk_widget_class_bind_template_child (widget_class, IkFilterButton, level);
  gtk_widget_class_bind_template_child (widget_class, IkFilterButton, tag);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);

  gtk_widget_class_install_action (widget_class, "filter.reset", NULL, reset);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
ik_filter_button_init (IkFilterButton *self)
{
  g_autoptr(GtkStringList) kinds = gtk_string_list_new (NULL);

  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));

  self->tags = ik_text_list_new ();
  self->levels = ik_text_list_new ();

  gtk_string_list_append (kinds, _("All Kinds"));
  for (guint i = 0; i <= IK_QUESTION_KIND_CANDIDATE_QUESTIONS; i++)
    gtk_string_list_append (kinds, ik_question_words_for_kind (i));
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (kinds));
  self->is_filling = FALSE;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "filter.reset", FALSE);
}

/* The chosen one of a list whose first choice is all. */
static const char *
get_chosen (GtkDropDown *drop_down,
            GPtrArray   *values)
{
  guint selected = gtk_drop_down_get_selected (drop_down);

  return selected > 0 && selected <= values->len ? g_ptr_array_index (values, selected - 1) : NULL;
}

/* Keeps the choice where there still is one of that value. */
static void
set_choices (IkFilterButton  *self,
             GtkDropDown     *drop_down,
             GPtrArray      **values,
             GPtrArray       *new_values,
             const char      *all,
             GPtrArray       *labels)
{
  g_autofree char *chosen = g_strdup (get_chosen (drop_down, *values));
  g_autoptr(GtkStringList) model = NULL;
  guint selected = 0;

  if (gtk_drop_down_get_model (drop_down) != NULL && ik_text_list_equal (*values, new_values))
    return;

  g_ptr_array_unref (*values);
  *values = ik_text_list_copy (new_values);

  model = gtk_string_list_new (NULL);
  gtk_string_list_append (model, all);
  for (guint i = 0; i < labels->len; i++)
    {
      gtk_string_list_append (model, g_ptr_array_index (labels, i));
      if (g_strcmp0 (chosen, g_ptr_array_index (new_values, i)) == 0)
        selected = i + 1;
    }

  self->is_filling = TRUE;
  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (model));
  gtk_drop_down_set_selected (drop_down, selected);
  self->is_filling = FALSE;
}

void
ik_filter_button_set_tags (IkFilterButton *self,
                           GPtrArray      *tags)
{
  g_return_if_fail (IK_IS_FILTER_BUTTON (self));
  g_return_if_fail (tags != NULL);

  set_choices (self, self->tag, &self->tags, tags, _("All Tags"), tags);
}

void
ik_filter_button_set_levels (IkFilterButton *self,
                             GPtrArray      *levels)
{
  g_return_if_fail (IK_IS_FILTER_BUTTON (self));
  g_return_if_fail (levels != NULL);

  set_choices (self, self->level, &self->levels, levels, _("All Levels"), levels);
}

/**
 * ik_filter_button_reset:
 *
 * Takes back all choices.
 */
void
ik_filter_button_reset (IkFilterButton *self)
{
  g_return_if_fail (IK_IS_FILTER_BUTTON (self));

  if (!ik_filter_button_is_set (self))
    return;

  self->is_filling = TRUE;
  gtk_drop_down_set_selected (self->kind, 0);
  gtk_drop_down_set_selected (self->level, 0);
  gtk_drop_down_set_selected (self->tag, 0);
  self->is_filling = FALSE;
  changed_cb (self);
}

gboolean
ik_filter_button_is_set (IkFilterButton *self)
{
  return ik_filter_button_get_kind (self) != NULL || ik_filter_button_get_level (self) != NULL ||
         ik_filter_button_get_tag (self) != NULL;
}

const char *
ik_filter_button_get_tag (IkFilterButton *self)
{
  g_return_val_if_fail (IK_IS_FILTER_BUTTON (self), NULL);

  return get_chosen (self->tag, self->tags);
}

const char *
ik_filter_button_get_level (IkFilterButton *self)
{
  g_return_val_if_fail (IK_IS_FILTER_BUTTON (self), NULL);

  return get_chosen (self->level, self->levels);
}

const char *
ik_filter_button_get_kind (IkFilterButton *self)
{
  guint selected;

  g_return_val_if_fail (IK_IS_FILTER_BUTTON (self), NULL);

  selected = gtk_drop_down_get_selected (self->kind);

  return selected > 0 && selected != GTK_INVALID_LIST_POSITION
         ? ik_question_kind_to_nick (selected - 1) : NULL;
}
