#include "ik-growing-text-view.h"

/**
 * IkGrowingTextView:
 *
 * A text view as high as its text. #GtkTextView knows its height only once it
 * was given a width, and asks for the new one while it is being allocated,
 * when GTK no longer listens; this one asks again afterwards.
 */
struct _IkGrowingTextView
{
  GtkTextView parent_instance;

  int         width;     /* of the last allocation, -1 before the first */
  guint       resize_id; /* idle source, 0 if none */
};

G_DEFINE_FINAL_TYPE (IkGrowingTextView, ik_growing_text_view, GTK_TYPE_TEXT_VIEW)

static gboolean
resize_cb (gpointer data)
{
  IkGrowingTextView *self = data;

  self->resize_id = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self));

  return G_SOURCE_REMOVE;
}

static void
ik_growing_text_view_size_allocate (GtkWidget *widget,
                                    int        width,
                                    int        height,
                                    int        baseline)
{
  IkGrowingTextView *self = IK_GROWING_TEXT_VIEW (widget);

  GTK_WIDGET_CLASS (ik_growing_text_view_parent_class)->size_allocate (widget, width, height,
                                                                       baseline);

  if (self->width == width)
    return;

  self->width = width;
  if (self->resize_id == 0)
    self->resize_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE + 30, resize_cb, self, NULL);
}

static void
ik_growing_text_view_dispose (GObject *object)
{
  IkGrowingTextView *self = IK_GROWING_TEXT_VIEW (object);

  g_clear_handle_id (&self->resize_id, g_source_remove);

  G_OBJECT_CLASS (ik_growing_text_view_parent_class)->dispose (object);
}

static void
ik_growing_text_view_class_init (IkGrowingTextViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ik_growing_text_view_dispose;
  GTK_WIDGET_CLASS (klass)->size_allocate = ik_growing_text_view_size_allocate;
}

static void
ik_growing_text_view_init (IkGrowingTextView *self)
{
  self->width = -1;
}
