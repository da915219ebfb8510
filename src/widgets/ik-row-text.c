#include "ik-row-text.h"

#include "ik-inscription.h"

/* Pixels between the text and its caption. */
#define SPACING 2

/**
 * IkRowText:
 *
 * What a row of a long list says: a text of one or two lines and a caption below
 * it. It is as high for one line as for two, as a list wants its rows, and one
 * line stands in the middle of that height. A text that is cut is there in whole
 * under the pointer. Main loop only.
 */
struct _IkRowText
{
  GtkWidget       parent_instance;

  /* Template */
  GtkInscription *text;
  GtkInscription *caption;

  guint           n_lines;    /* that the text may have: 1 or 2 */
  int             text_width; /* pixels that one line takes; of two lines only */
};

G_DEFINE_FINAL_TYPE (IkRowText, ik_row_text, GTK_TYPE_WIDGET)

static PangoLayout *
create_layout (IkRowText *self)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self->text),
                                                        gtk_inscription_get_text (self->text));

  pango_layout_set_attributes (layout, gtk_inscription_get_attributes (self->text));

  return layout;
}

static void
measure_text (IkRowText *self)
{
  g_autoptr(PangoLayout) layout = NULL;

  if (self->n_lines == 1)
    return;

  layout = create_layout (self);
  pango_layout_get_pixel_size (layout, &self->text_width, NULL);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gboolean
is_cut (IkRowText *self)
{
  g_autoptr(PangoLayout) layout = create_layout (self);

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, gtk_widget_get_width (GTK_WIDGET (self->text)) * PANGO_SCALE);

  return pango_layout_get_line_count (layout) > (int) self->n_lines;
}

static int
get_height (GtkInscription *inscription)
{
  int height;

  gtk_widget_measure (GTK_WIDGET (inscription), GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL,
                      NULL);

  return height;
}

static void
ik_row_text_measure (GtkWidget      *widget,
                     GtkOrientation  orientation,
                     int             for_size,
                     int            *minimum,
                     int            *natural,
                     int            *minimum_baseline,
                     int            *natural_baseline)
{
  IkRowText *self = IK_ROW_TEXT (widget);
  int caption_minimum;
  int caption_natural;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = get_height (self->text) + SPACING + get_height (self->caption);
      return;
    }

  gtk_widget_measure (GTK_WIDGET (self->text), orientation, -1, minimum, natural, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (self->caption), orientation, -1, &caption_minimum,
                      &caption_natural, NULL, NULL);
  *minimum = MAX (*minimum, caption_minimum);
  *natural = MAX (*natural, caption_natural);
}

static void
ik_row_text_size_allocate (GtkWidget *widget,
                           int        width,
                           int        height,
                           int        baseline)
{
  IkRowText *self = IK_ROW_TEXT (widget);
  int text_height = get_height (self->text);
  int caption_height = get_height (self->caption);
  int used_height = self->n_lines > 1 && self->text_width <= width ? text_height / 2
                                                                  : text_height;
  int y = (height - used_height - SPACING - caption_height) / 2;

  gtk_widget_size_allocate (GTK_WIDGET (self->text),
                            &(GtkAllocation) { 0, y, width, text_height }, -1);
  y += used_height + SPACING;
  gtk_widget_size_allocate (GTK_WIDGET (self->caption),
                            &(GtkAllocation) { 0, y, width, caption_height }, -1);
}

static void
ik_row_text_css_changed (GtkWidget         *widget,
                         GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (ik_row_text_parent_class)->css_changed (widget, change);

  measure_text (IK_ROW_TEXT (widget));
}

static void
ik_row_text_system_setting_changed (GtkWidget        *widget,
                                    GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (ik_row_text_parent_class)->system_setting_changed (widget, setting);

  measure_text (IK_ROW_TEXT (widget));
}

static gboolean
ik_row_text_query_tooltip (GtkWidget  *widget,
                           int         x,
                           int         y,
                           gboolean    keyboard,
                           GtkTooltip *tooltip)
{
  IkRowText *self = IK_ROW_TEXT (widget);

  if (!is_cut (self))
    return FALSE;

  gtk_tooltip_set_text (tooltip, gtk_inscription_get_text (self->text));
  return TRUE;
}

static void
ik_row_text_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ik_row_text_parent_class)->dispose (object);
}

static void
ik_row_text_class_init (IkRowTextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ik_row_text_dispose;
  widget_class->measure = ik_row_text_measure;
  widget_class->size_allocate = ik_row_text_size_allocate;
  widget_class->query_tooltip = ik_row_text_query_tooltip;
  widget_class->css_changed = ik_row_text_css_changed;
  widget_class->system_setting_changed = ik_row_text_system_setting_changed;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-row-text.ui");
  gtk_widget_class_bind_template_child (widget_class, IkRowText, text);
  gtk_widget_class_bind_template_child (widget_class, IkRowText, caption);
}

static void
ik_row_text_init (IkRowText *self)
{
  self->n_lines = 2;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ik_row_text_set:
 * @self: the text of a row
 * @text: what it is about, on one line; more than two lines' worth is cut
 * @caption: what else there is to say, on one line
 *
 * Shows both.
 */
void
ik_row_text_set (IkRowText  *self,
                 const char *text,
                 const char *caption)
{
  g_return_if_fail (IK_IS_ROW_TEXT (self));
  g_return_if_fail (text != NULL && caption != NULL);

  ik_inscription_set_text (self->text, text);
  ik_inscription_set_text (self->caption, caption);
  measure_text (self);
}

/**
 * ik_row_text_set_markup:
 * @self: the text of a row
 * @text: what it is about, on one line, in Pango's markup
 * @caption: what else there is to say, the same
 *
 * Shows both, with words in bold.
 */
void
ik_row_text_set_markup (IkRowText  *self,
                        const char *text,
                        const char *caption)
{
  g_return_if_fail (IK_IS_ROW_TEXT (self));
  g_return_if_fail (text != NULL && caption != NULL);

  ik_inscription_set_markup (self->text, text);
  ik_inscription_set_markup (self->caption, caption);
  measure_text (self);
}

/**
 * ik_row_text_get_caption:
 *
 * Returns: (nullable): the caption without markup
 */
const char *
ik_row_text_get_caption (IkRowText *self)
{
  g_return_val_if_fail (IK_IS_ROW_TEXT (self), NULL);

  return gtk_inscription_get_text (self->caption);
}

/**
 * ik_row_text_set_n_lines:
 * @n_lines: 1 or 2, which it is by itself
 *
 * Says how many lines the text may have, and have room for.
 */
void
ik_row_text_set_n_lines (IkRowText *self,
                         guint      n_lines)
{
  g_return_if_fail (IK_IS_ROW_TEXT (self));
  g_return_if_fail (n_lines == 1 || n_lines == 2);

  self->n_lines = n_lines;
  gtk_inscription_set_min_lines (self->text, n_lines);
  gtk_inscription_set_nat_lines (self->text, n_lines);
  measure_text (self);
}

/**
 * ik_row_text_set_dim:
 *
 * Has the text stand back.
 */
void
ik_row_text_set_dim (IkRowText *self,
                     gboolean   is_dim)
{
  g_return_if_fail (IK_IS_ROW_TEXT (self));

  if (is_dim)
    gtk_widget_add_css_class (GTK_WIDGET (self->text), "dim-label");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->text), "dim-label");
}
