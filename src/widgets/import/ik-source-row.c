#include "ik-source-row.h"

#include <glib/gi18n.h>

#include "ik-mark-words.h"

/* A line may be a whole chapter, or thousands of blanks; what is cut here is
 * still imported. */
#define MAX_CHARS 600
#define MAX_INDENT 60

/* Pixels */
#define SPACING 9
#define PADDING 3
#define MIN_TEXT_WIDTH 120
#define NATURAL_TEXT_WIDTH 400

/* The margin and the badge are a little smaller than the text. */
#define SMALL_SCALE 0.82

#define DIM_ALPHA 0.6f

#define BADGE_CHARS 11

/**
 * IkSourceRow:
 *
 * A line of a document: its number, what it became, and its text, wrapped. It
 * draws all of that by itself, because a list makes some hundred of them at
 * once, and a line costs as little as its text. Until it is in view its height
 * is guessed: 200 rows of MAX_CHARS each took 60 to 90 ms to lay out.
 */
struct _IkSourceRow
{
  GtkWidget    parent_instance;

  guint        line;
  guint        n_digits; /* of the last line of the document */
  char        *text;     /* owned; what is shown of the line */
  guint        n_cells;  /* its width in letters, those of Chinese count twice */
  IkLineMark   mark;
  gboolean     begins;   /* whether it shows what it became */

  PangoLayout *layout;   /* owned, nullable; of the text; none before it is in view */
};

G_DEFINE_FINAL_TYPE (IkSourceRow, ik_source_row, GTK_TYPE_WIDGET)

/* Pixels that @text_width pixels of width need for the text, more or less. */
static int
guess_height (IkSourceRow *self,
              int          text_width)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int cell = MAX (pango_font_metrics_get_approximate_char_width (metrics), 1);
  int line = pango_font_metrics_get_ascent (metrics) + pango_font_metrics_get_descent (metrics);
  int n_cells = MAX (text_width * PANGO_SCALE / cell, 1);
  int n_lines = MAX (((int) self->n_cells + n_cells - 1) / n_cells, 1);

  pango_font_metrics_unref (metrics);
  return PANGO_PIXELS_CEIL (line * n_lines);
}

static int
get_char_width (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int width = MAX (pango_font_metrics_get_approximate_digit_width (metrics),
                   pango_font_metrics_get_approximate_char_width (metrics));

  pango_font_metrics_unref (metrics);
  return PANGO_PIXELS_CEIL (width * SMALL_SCALE);
}

static int
get_number_width (IkSourceRow *self)
{
  return get_char_width (GTK_WIDGET (self)) * (int) MAX (self->n_digits, 2);
}

static int
get_badge_width (IkSourceRow *self)
{
  return get_char_width (GTK_WIDGET (self)) * BADGE_CHARS;
}

/* All that stands before the text. */
static int
get_text_x (IkSourceRow *self)
{
  return SPACING + get_number_width (self) + SPACING + get_badge_width (self) + SPACING;
}

static PangoLayout *
get_layout (IkSourceRow *self)
{
  if (self->layout == NULL)
    {
      self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->text);
      pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
    }

  return self->layout;
}

static PangoLayout *
create_small_layout (IkSourceRow *self,
                     const char  *text,
                     gboolean     bold,
                     int          width)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (SMALL_SCALE));
  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, width * PANGO_SCALE);

  return layout;
}

/* On the first line of the text, and from the side that the language begins at. */
static void
draw_layout (IkSourceRow   *self,
             GtkSnapshot   *snapshot,
             PangoLayout   *layout,
             int            x,
             int            width,
             const GdkRGBA *color)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int drop = PANGO_PIXELS (pango_layout_get_baseline (get_layout (self)) -
                           pango_layout_get_baseline (layout));

  if (mirrored)
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x - width;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) (PADDING + drop)));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static void
draw_number (IkSourceRow   *self,
             GtkSnapshot   *snapshot,
             const GdkRGBA *color)
{
  int width = get_number_width (self);
  g_autofree char *number = g_strdup_printf ("%u", self->line);
  g_autoptr(PangoLayout) layout = create_small_layout (self, number, FALSE, width);
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  pango_layout_set_alignment (layout, mirrored ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);
  pango_layout_set_auto_dir (layout, FALSE);
  draw_layout (self, snapshot, layout, SPACING, width, color);
}

static void
draw_badge (IkSourceRow   *self,
            GtkSnapshot   *snapshot,
            const GdkRGBA *color)
{
  int width = get_badge_width (self);
  const char *word = ik_mark_words_for_mark (self->mark);
  const char *color_name = ik_mark_words_get_color (self->mark);
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));
  g_autoptr(PangoLayout) layout = create_small_layout (self, word, TRUE, width);
  GdkRGBA own;

  if (color_name == NULL || !gtk_style_context_lookup_color (context, color_name, &own))
    own = *color;
  draw_layout (self, snapshot, layout, SPACING + get_number_width (self) + SPACING, width, &own);
}

static void
ik_source_row_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  IkSourceRow *self = IK_SOURCE_ROW (widget);
  int x = get_text_x (self);
  int width = MAX (gtk_widget_get_width (widget) - x - SPACING, 1);
  GdkRGBA color;
  GdkRGBA dim;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  dim = color;
  dim.alpha = MIN (dim.alpha, DIM_ALPHA);

  pango_layout_set_width (get_layout (self), width * PANGO_SCALE);
  draw_number (self, snapshot, &dim);
  if (self->begins && self->mark != IK_LINE_MARK_NONE)
    draw_badge (self, snapshot, &dim);
  draw_layout (self, snapshot, get_layout (self), x, width, &color);
}

static void
ik_source_row_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  IkSourceRow *self = IK_SOURCE_ROW (widget);
  int x = get_text_x (self);
  int height;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = x + MIN_TEXT_WIDTH + SPACING;
      *natural = x + NATURAL_TEXT_WIDTH + SPACING;
      return;
    }

  if (for_size < 0)
    for_size = x + NATURAL_TEXT_WIDTH + SPACING;
  if (self->layout == NULL)
    {
      height = guess_height (self, MAX (for_size - x - SPACING, 1));
    }
  else
    {
      pango_layout_set_width (self->layout, MAX (for_size - x - SPACING, 1) * PANGO_SCALE);
      pango_layout_get_pixel_size (self->layout, NULL, &height);
    }
  *minimum = *natural = height + 2 * PADDING;
}

/* The list maps what is in view. */
static void
ik_source_row_map (GtkWidget *widget)
{
  IkSourceRow *self = IK_SOURCE_ROW (widget);

  GTK_WIDGET_CLASS (ik_source_row_parent_class)->map (widget);

  if (self->layout == NULL)
    {
      get_layout (self);
      gtk_widget_queue_resize (widget);
    }
}

static GtkSizeRequestMode
ik_source_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ik_source_row_finalize (GObject *object)
{
  IkSourceRow *self = IK_SOURCE_ROW (object);

  g_clear_object (&self->layout);
  g_free (self->text);

  G_OBJECT_CLASS (ik_source_row_parent_class)->finalize (object);
}

static void
ik_source_row_class_init (IkSourceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ik_source_row_finalize;
  widget_class->snapshot = ik_source_row_snapshot;
  widget_class->measure = ik_source_row_measure;
  widget_class->map = ik_source_row_map;
  widget_class->get_request_mode = ik_source_row_get_request_mode;

  gtk_widget_class_set_css_name (widget_class, "sourcerow");
}

static void
ik_source_row_init (IkSourceRow *self)
{
  self->text = g_strdup ("");
}

GtkWidget *
ik_source_row_new (void)
{
  return g_object_new (IK_TYPE_SOURCE_ROW, NULL);
}

/* "Line 12, Answer: …" */
static void
update_label (IkSourceRow *self)
{
  const char *word = ik_mark_words_for_mark (self->mark);
  g_autofree char *label = NULL;
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  if (parent == NULL)
    return;

  if (word != NULL)
    /* Translators: number of a line, what it became, such as "Answer", its text */
    label = g_strdup_printf (_("Line %u, %s: %s"), self->line, word, self->text);
  else
    label = g_strdup_printf (_("Line %u: %s"), self->line, self->text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (parent),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/* At most so many characters, and none that breaks the line. */
static char *
dup_shown (const char *text,
           gsize       length)
{
  const char *start = text;
  const char *end;
  GString *shown;

  while (start < text + length && (*start == ' ' || *start == '\t'))
    start++;
  start = start - text > MAX_INDENT ? start - MAX_INDENT : text;
  end = start;
  for (guint i = 0; i < MAX_CHARS && end < text + length; i++)
    end = g_utf8_next_char (end);
  shown = g_string_new_len (start, end - start);
  g_strdelimit (shown->str, "\r\v\f", ' ');
  if (end < text + length)
    g_string_append (shown, "…");

  return g_string_free (shown, FALSE);
}

static guint
count_cells (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    n += g_unichar_iswide (g_utf8_get_char (p)) ? 2 : 1;

  return n;
}

/**
 * ik_source_row_set_text:
 * @line: number of the line
 * @n_digits: how many digits the number of the last line has
 * @text: (array length=length): the line
 * @length: its length in bytes
 *
 * Shows a line; ik_source_row_set_mark() says what it became.
 */
void
ik_source_row_set_text (IkSourceRow *self,
                        guint        line,
                        guint        n_digits,
                        const char  *text,
                        gsize        length)
{
  g_return_if_fail (IK_IS_SOURCE_ROW (self));

  g_free (self->text);
  self->text = dup_shown (text, length);
  self->n_cells = count_cells (self->text);
  self->line = line;
  self->n_digits = n_digits;
  g_clear_object (&self->layout);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    get_layout (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * ik_source_row_set_mark:
 * @mark: what the line became
 * @begins: whether the line above became something else
 *
 * Tints the line; where something begins it says what.
 */
void
ik_source_row_set_mark (IkSourceRow *self,
                        IkLineMark   mark,
                        gboolean     begins)
{
  const char *before;
  const char *style;

  g_return_if_fail (IK_IS_SOURCE_ROW (self));

  before = ik_mark_words_get_style (self->mark);
  style = ik_mark_words_get_style (mark);
  if (g_strcmp0 (before, style) != 0)
    {
      if (before != NULL)
        gtk_widget_remove_css_class (GTK_WIDGET (self), before);
      if (style != NULL)
        gtk_widget_add_css_class (GTK_WIDGET (self), style);
    }
  if (self->mark != mark || self->begins != begins)
    gtk_widget_queue_draw (GTK_WIDGET (self));
  self->mark = mark;
  self->begins = begins;
  update_label (self);
}
