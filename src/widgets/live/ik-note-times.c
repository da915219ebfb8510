#include "ik-note-times.h"

#include "ik-note.h"

#include <glib/gi18n.h>

/* Pixels left and right of a time. */
#define PADDING 9

/* As wide as any time. */
#define WIDEST "00:00"

/**
 * IkNoteTimes:
 *
 * The margin of a note: beside each paragraph the time it was begun at, by the
 * clock on the wall, and only where that is another minute than above. Drawn
 * for the paragraphs in view; it asks for nothing while somebody types but to
 * be drawn with the text. Assistive tools are told the time of the paragraph with
 * the cursor. Main loop only.
 */
struct _IkNoteTimes
{
  GtkWidget    parent_instance;

  GtkTextView *view;  /* (unowned): it holds this widget */
  GPtrArray   *notes; /* (nullable) (element-type IkNote): kept up to date by their owner */
  char        *told;  /* (nullable): what assistive tools were told last */
};

G_DEFINE_FINAL_TYPE (IkNoteTimes, ik_note_times, GTK_TYPE_WIDGET)

static char *
format_time (const IkNote *note)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (note->at_us / G_USEC_PER_SEC);
  g_autoptr(GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  return local != NULL ? g_date_time_format (local, "%H:%M") : NULL;
}

static const IkNote *
get_note (IkNoteTimes *self,
          guint        line)
{
  const IkNote *note = self->notes != NULL && line < self->notes->len ? self->notes->pdata[line]
                                                                      : NULL;

  return note != NULL && note->at_us != 0 && *note->text != '\0' ? note : NULL;
}

/**
 * ik_note_times_dup_time:
 * @self: a margin
 * @line: number of a paragraph
 *
 * Returns: (transfer full) (nullable): what stands beside it, %NULL for nothing
 */
char *
ik_note_times_dup_time (IkNoteTimes *self,
                        guint        line)
{
  const IkNote *note;
  g_autofree char *time = NULL;

  g_return_val_if_fail (IK_IS_NOTE_TIMES (self), NULL);

  note = get_note (self, line);
  if (note == NULL)
    return NULL;

  time = format_time (note);
  for (guint above = line; above > 0; above--)
    {
      const IkNote *other = get_note (self, above - 1);
      g_autofree char *other_time = other != NULL ? format_time (other) : NULL;

      if (other != NULL)
        return g_strcmp0 (time, other_time) != 0 ? g_steal_pointer (&time) : NULL;
    }

  return g_steal_pointer (&time);
}

static void
draw_time (IkNoteTimes *self,
           GtkSnapshot *snapshot,
           const char  *time,
           int          y)
{
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), time);
  GdkRGBA color;
  int width;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &color);
  pango_layout_get_pixel_size (layout, &width, NULL);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((float) (gtk_widget_get_width (GTK_WIDGET (self)) -
                                                         width), (float) y));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

/* On the base line of the first line of the paragraph. */
static int
get_y (IkNoteTimes       *self,
       const GtkTextIter *paragraph)
{
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), WIDEST);
  GdkRectangle rectangle;
  int height;
  int y;

  gtk_text_view_get_iter_location (self->view, paragraph, &rectangle);
  gtk_text_view_buffer_to_window_coords (self->view, GTK_TEXT_WINDOW_LEFT, 0, rectangle.y, NULL,
                                         &y);
  pango_layout_get_pixel_size (layout, NULL, &height);

  return y + (rectangle.height - height) / 2;
}

static void
ik_note_times_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  IkNoteTimes *self = IK_NOTE_TIMES (widget);
  GdkRectangle visible;
  GtkTextIter line;
  int top = 0;

  gtk_text_view_get_visible_rect (self->view, &visible);
  gtk_text_view_get_line_at_y (self->view, &line, visible.y, NULL);
  do
    {
      g_autofree char *time = ik_note_times_dup_time (self, (guint) gtk_text_iter_get_line (&line));

      if (time != NULL)
        draw_time (self, snapshot, time, get_y (self, &line));
      gtk_text_view_get_line_yrange (self->view, &line, &top, NULL);
    }
  while (gtk_text_iter_forward_line (&line) && top < visible.y + visible.height);
}

static void
ik_note_times_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  g_autoptr(PangoLayout) layout = NULL;
  int width;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    return;

  layout = gtk_widget_create_pango_layout (widget, WIDEST);
  pango_layout_get_pixel_size (layout, &width, NULL);
  *minimum = *natural = width + PADDING;
}

/* That of the paragraph, or of the one above that it goes on from. */
static char *
dup_spoken_time (IkNoteTimes *self,
                 guint        line)
{
  for (guint i = line + 1; i > 0; i--)
    {
      const IkNote *note = get_note (self, i - 1);

      if (note != NULL)
        return format_time (note);
    }

  return NULL;
}

static void
tell_time (IkNoteTimes *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  g_autofree char *time = NULL;
  GtkTextIter cursor;

  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  time = dup_spoken_time (self, (guint) gtk_text_iter_get_line (&cursor));
  if (g_strcmp0 (time, self->told) == 0)
    return;

  g_free (self->told);
  self->told = g_steal_pointer (&time);
  if (self->told != NULL)
    {
      g_autofree char *words = g_strdup_printf (_("Begun at %s"), self->told);

      gtk_accessible_update_property (GTK_ACCESSIBLE (self->view),
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words,
                                      -1);
    }
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self->view),
                                   GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

static void
ik_note_times_dispose (GObject *object)
{
  g_clear_pointer (&IK_NOTE_TIMES (object)->notes, g_ptr_array_unref);
  g_clear_pointer (&IK_NOTE_TIMES (object)->told, g_free);

  G_OBJECT_CLASS (ik_note_times_parent_class)->dispose (object);
}

static void
ik_note_times_class_init (IkNoteTimesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ik_note_times_dispose;
  widget_class->measure = ik_note_times_measure;
  widget_class->snapshot = ik_note_times_snapshot;
  gtk_widget_class_set_css_name (widget_class, "notetimes");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
ik_note_times_init (IkNoteTimes *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

static void
buffer_cb (IkNoteTimes *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);

  /* It may come back. */
  g_signal_handlers_disconnect_by_data (buffer, self);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "notify::cursor-position", G_CALLBACK (tell_time), self,
                           G_CONNECT_SWAPPED);
  tell_time (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
adjustment_cb (IkNoteTimes *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));

  if (adjustment != NULL)
    g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_draw), self,
                             G_CONNECT_SWAPPED);
}

/**
 * ik_note_times_add:
 * @view: where a note is written
 *
 * Gives @view a margin with times. It is empty until
 * ik_note_times_set_notes() says whose they are.
 *
 * Returns: (transfer none): the margin
 */
IkNoteTimes *
ik_note_times_add (GtkTextView *view)
{
  IkNoteTimes *self;

  g_return_val_if_fail (GTK_IS_TEXT_VIEW (view), NULL);

  self = g_object_new (IK_TYPE_NOTE_TIMES, NULL);
  self->view = view;
  gtk_text_view_set_gutter (view, GTK_TEXT_WINDOW_LEFT, GTK_WIDGET (self));
  g_signal_connect_object (view, "notify::buffer", G_CALLBACK (buffer_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "notify::vadjustment", G_CALLBACK (adjustment_cb), self,
                           G_CONNECT_SWAPPED);
  buffer_cb (self);
  adjustment_cb (self);

  return self;
}

/**
 * ik_note_times_set_notes:
 * @self: a margin
 * @notes: (element-type IkNote): the paragraphs of the text, referenced; their
 *   owner changes them with the text
 *
 * Shows the times of other paragraphs.
 */
void
ik_note_times_set_notes (IkNoteTimes *self,
                         GPtrArray   *notes)
{
  g_return_if_fail (IK_IS_NOTE_TIMES (self));

  g_ptr_array_ref (notes);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  self->notes = notes;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
