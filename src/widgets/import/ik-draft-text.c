#include "ik-draft-text.h"

/* Pixels */
#define MIN_WIDTH 80
#define NATURAL_WIDTH 320
#define SPACING 3

#define TITLE_LINES 3
#define NOTE_LINES 2

/* As the style class "caption" has it. */
#define NOTE_SCALE 0.82
#define NOTE_ALPHA 0.6f

/**
 * IkDraftText:
 *
 * A title of a few lines and a note below it, each cut off at its end. Two
 * labels in a box do the same and more, but are measured for a dozen of widths
 * each time, and a list measures some hundred rows at once.
 */
struct _IkDraftText
{
  GtkWidget    parent_instance;

  PangoLayout *title; /* owned */
  PangoLayout *note;  /* owned */
};

G_DEFINE_FINAL_TYPE (IkDraftText, ik_draft_text, GTK_TYPE_WIDGET)

/* The width it had is the one that it will have: another one would shape the
 * texts anew for nothing. */
static int
get_usual_width (IkDraftText *self)
{
  int width = pango_layout_get_width (self->title);

  return width > 0 ? width / PANGO_SCALE : NATURAL_WIDTH;
}

static int
get_height (IkDraftText *self,
            int          width)
{
  int title_height;
  int note_height;

  pango_layout_set_width (self->title, width * PANGO_SCALE);
  pango_layout_set_width (self->note, width * PANGO_SCALE);
  pango_layout_get_pixel_size (self->title, NULL, &title_height);
  pango_layout_get_pixel_size (self->note, NULL, &note_height);

  return title_height + SPACING + note_height;
}

static void
ik_draft_text_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  IkDraftText *self = IK_DRAFT_TEXT (widget);
  int title_height;
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  get_height (self, gtk_widget_get_width (widget));
  pango_layout_get_pixel_size (self->title, NULL, &title_height);
  gtk_snapshot_append_layout (snapshot, self->title, &color);

  color.alpha *= NOTE_ALPHA;
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (0, (float) (title_height + SPACING)));
  gtk_snapshot_append_layout (snapshot, self->note, &color);
}

static void
ik_draft_text_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  IkDraftText *self = IK_DRAFT_TEXT (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = NATURAL_WIDTH;
    }
  else
    *minimum = *natural = get_height (self, for_size < 0 ? get_usual_width (self) : for_size);
}

static GtkSizeRequestMode
ik_draft_text_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ik_draft_text_finalize (GObject *object)
{
  IkDraftText *self = IK_DRAFT_TEXT (object);

  g_object_unref (self->title);
  g_object_unref (self->note);

  G_OBJECT_CLASS (ik_draft_text_parent_class)->finalize (object);
}

static void
ik_draft_text_class_init (IkDraftTextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ik_draft_text_finalize;
  widget_class->snapshot = ik_draft_text_snapshot;
  widget_class->measure = ik_draft_text_measure;
  widget_class->get_request_mode = ik_draft_text_get_request_mode;

  gtk_widget_class_set_css_name (widget_class, "drafttext");
}

static PangoLayout *
create_layout (IkDraftText *self,
               int          n_lines)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (layout, -n_lines);

  return layout;
}

static void
ik_draft_text_init (IkDraftText *self)
{
  g_autoptr(PangoAttrList) small = pango_attr_list_new ();

  self->title = create_layout (self, TITLE_LINES);
  self->note = create_layout (self, NOTE_LINES);
  pango_attr_list_insert (small, pango_attr_scale_new (NOTE_SCALE));
  pango_layout_set_attributes (self->note, small);
}

/**
 * ik_draft_text_set_texts:
 * @title: a text, not much longer than what can be seen of it
 * @note: another one
 *
 * Shows two texts; the row around them tells assistive tools what they say.
 */
void
ik_draft_text_set_texts (IkDraftText *self,
                         const char  *title,
                         const char  *note)
{
  g_return_if_fail (IK_IS_DRAFT_TEXT (self));
  g_return_if_fail (title != NULL && note != NULL);

  if (g_str_equal (pango_layout_get_text (self->title), title) &&
      g_str_equal (pango_layout_get_text (self->note), note))
    return;

  pango_layout_set_text (self->title, title, -1);
  pango_layout_set_text (self->note, note, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
