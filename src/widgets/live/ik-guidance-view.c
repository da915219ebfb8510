#include "ik-guidance-view.h"

#include "ik-point-list.h"
#include "ik-rich-view.h"

#include <glib/gi18n.h>

/**
 * IkGuidanceView:
 *
 * The interviewer's side of a question, but for the indicators: follow-ups, why
 * it matters, and the reference answer with all that belongs to it, which stays
 * folded until it is asked for. Main loop only.
 */
struct _IkGuidanceView
{
  AdwBin       parent_instance;

  IkPointList *follow_ups;
  GtkWidget   *why_box;
  IkRichView  *why;
  GtkWidget   *reference_button;
  GtkWidget   *reference_key;
  GtkWidget   *reference_box;
  IkRichView  *reference;
  IkPointList *clarifying;
  IkPointList *steps;
  IkPointList *references;

  gboolean     reference_visible;
  gboolean     has_reference;
};

typedef enum
{
  PROP_REFERENCE_VISIBLE = 1,
  PROP_SHOW_KEYS,
} IkGuidanceViewProperty;

static GParamSpec *properties[PROP_SHOW_KEYS + 1];

G_DEFINE_FINAL_TYPE (IkGuidanceView, ik_guidance_view, ADW_TYPE_BIN)

static void
update_reference (IkGuidanceView *self)
{
  gtk_widget_set_visible (self->reference_button, self->has_reference);
  gtk_widget_set_visible (self->reference_box, self->has_reference && self->reference_visible);
}

static void
set_reference_visible (IkGuidanceView *self,
                       gboolean        visible)
{
  if (self->reference_visible == visible)
    return;

  self->reference_visible = visible;
  update_reference (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REFERENCE_VISIBLE]);
}

static void
set_show_keys (IkGuidanceView *self,
               gboolean        show_keys)
{
  gtk_widget_set_visible (self->reference_key, show_keys);
  gtk_widget_set_tooltip_text (self->reference_button,
                               show_keys ? _("What a good answer holds (Alt+R)")
                                         : _("What a good answer holds"));
}

static void
ik_guidance_view_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  IkGuidanceView *self = IK_GUIDANCE_VIEW (object);

  switch ((IkGuidanceViewProperty) prop_id)
    {
    case PROP_REFERENCE_VISIBLE:
      g_value_set_boolean (value, self->reference_visible);
      break;
    case PROP_SHOW_KEYS:
      g_value_set_boolean (value, gtk_widget_get_visible (self->reference_key));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ik_guidance_view_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  IkGuidanceView *self = IK_GUIDANCE_VIEW (object);

  switch ((IkGuidanceViewProperty) prop_id)
    {
    case PROP_REFERENCE_VISIBLE:
      set_reference_visible (self, g_value_get_boolean (value));
      break;
    case PROP_SHOW_KEYS:
      set_show_keys (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  /**
   * IkGuidanceView:reference-visible:
   *
   * Whether the reference answer is unfolded.
   */
  properties[PROP_REFERENCE_VISIBLE] =
    g_param_spec_boolean ("reference-visible", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  /**
   * IkGuidanceView:show-keys:
   *
   * Whether the key is shown that unfolds the reference answer.
   */
  properties[PROP_SHOW_KEYS] =
    g_param_spec_boolean ("show-keys", NULL, NULL, TRUE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
ik_guidance_view_class_init (IkGuidanceViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (IK_TYPE_POINT_LIST);
  g_type_ensure (IK_TYPE_RICH_VIEW);

  object_class->get_property = ik_guidance_view_get_property;
  object_class->set_property = ik_guidance_view_set_property;
  install_properties (object_class);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-guidance-view.ui");
  gtk_widget_class_bind_template_child (widget_class, IkGuidanceView, follow_ups);
  gtk_widget_class_bind_template_child (widget_class, IkGuidanceView, why_box);
  gtk_widget_class_bind_template_child (widget_class, IkGuidanceView, why);
  gtk_widget_class_bind_template_child (widget_class, IkGuidanceView, reference_button);
  gtk_widget_class_bind_template_child (widget_class, IkGuidanceView, reference_key);
  gtk_widget_class_bind_template_child (widget_class, IkGuidanceView, reference_box);
  gtk_widget_class_bind_template_child (widget_class, IkGuidanceView, reference);
  gtk_widget_class_bind_template_child (widget_class, IkGuidanceView, clarifying);
  gtk_widget_class_bind_template_child (widget_class, IkGuidanceView, steps);
  gtk_widget_class_bind_template_child (widget_class, IkGuidanceView, references);
}

static void
ik_guidance_view_init (IkGuidanceView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update_reference (self);
}

/* The reference answer and those by level, as one text. */
static char *
dup_reference (const IkInterviewerText *text)
{
  GString *reference = g_string_new (text->reference_answer);

  for (guint i = 0; i < text->level_answers->len; i++)
    {
      const IkLevelAnswer *answer = text->level_answers->pdata[i];

      g_string_append_printf (reference, "\n\n#### %s\n\n%s", answer->level, answer->text);
    }

  return g_string_free (reference, FALSE);
}

/**
 * ik_guidance_view_set_item:
 * @self: a view
 * @item: a question of an interview
 *
 * Shows the interviewer's side of @item.
 */
void
ik_guidance_view_set_item (IkGuidanceView        *self,
                           const IkInterviewItem *item)
{
  const IkInterviewerText *text;
  g_autofree char *reference = NULL;

  g_return_if_fail (IK_IS_GUIDANCE_VIEW (self));

  text = &item->interviewer;
  reference = dup_reference (text);
  ik_point_list_set_points (self->follow_ups, text->follow_ups);
  ik_rich_view_set_text (self->why, text->why_it_matters);
  gtk_widget_set_visible (self->why_box, *text->why_it_matters != '\0');
  ik_rich_view_set_text (self->reference, reference);
  gtk_widget_set_visible (GTK_WIDGET (self->reference), *reference != '\0');
  ik_point_list_set_points (self->clarifying, text->clarifying_questions);
  ik_point_list_set_points (self->steps, text->solution_steps);
  ik_point_list_set_points (self->references, text->references);
  self->has_reference = *reference != '\0' || text->clarifying_questions->len > 0 ||
                        text->solution_steps->len > 0 || text->references->len > 0;
  update_reference (self);
}

/**
 * ik_guidance_view_get_reference:
 * @self: a view
 *
 * Returns: (transfer none): the reference answer with all that belongs to it
 */
GtkWidget *
ik_guidance_view_get_reference (IkGuidanceView *self)
{
  g_return_val_if_fail (IK_IS_GUIDANCE_VIEW (self), NULL);

  return self->reference_box;
}
