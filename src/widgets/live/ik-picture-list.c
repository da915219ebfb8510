#include "ik-picture-list.h"

#include "ik-attachment.h"
#include "ik-task.h"

#include <glib/gi18n.h>

/**
 * IkPictureList:
 *
 * The pictures among the files of a question, below each other and as large as
 * there is room. They are decoded on another thread; what is no picture, or a
 * broken one, is left out. File names are not shown: they may tell more than
 * the picture does. Main loop only.
 */
struct _IkPictureList
{
  GtkBox        parent_instance;

  GCancellable *cancellable;  /* (nullable) (owned): of what is being decoded */
};

G_DEFINE_FINAL_TYPE (IkPictureList, ik_picture_list, GTK_TYPE_BOX)

static void
decode_cb (GTask        *task,
           gpointer      source,
           gpointer      data,
           GCancellable *cancellable)
{
  g_autoptr(GError) error = NULL;
  GdkTexture *texture = gdk_texture_new_from_bytes (data, &error);

  if (texture != NULL)
    g_task_return_pointer (task, texture, g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
decoded_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  GtkPicture *picture = GTK_PICTURE (source);
  g_autoptr(GError) error = NULL;
  g_autoptr(GdkTexture) texture = g_task_propagate_pointer (G_TASK (result), &error);

  if (texture != NULL)
    gtk_picture_set_paintable (picture, GDK_PAINTABLE (texture));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_info ("A picture can't be shown: %s", error->message);
  gtk_widget_set_visible (GTK_WIDGET (picture), texture != NULL);
}

static void
add_picture (IkPictureList *self,
             GBytes        *data)
{
  GtkWidget *picture = gtk_picture_new ();
  g_autoptr(GTask) task = g_task_new (picture, self->cancellable, decoded_cb, NULL);

  gtk_widget_set_visible (picture, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (picture),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Picture of the question"),
                                  -1);
  gtk_box_append (GTK_BOX (self), picture);

  g_task_set_source_tag (task, add_picture);
  g_task_set_task_data (task, g_bytes_ref (data), (GDestroyNotify) g_bytes_unref);
  ik_task_run_in_thread (task, decode_cb);
}

static void
clear (IkPictureList *self)
{
  GtkWidget *child;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);
}

static void
ik_picture_list_dispose (GObject *object)
{
  clear (IK_PICTURE_LIST (object));

  G_OBJECT_CLASS (ik_picture_list_parent_class)->dispose (object);
}

static void
ik_picture_list_class_init (IkPictureListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ik_picture_list_dispose;
}

static void
ik_picture_list_init (IkPictureList *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

/**
 * ik_picture_list_set_attachments:
 * @self: a list
 * @attachments: (element-type IkAttachment): files
 *
 * Shows those of @attachments that are pictures.
 */
void
ik_picture_list_set_attachments (IkPictureList *self,
                                 GPtrArray     *attachments)
{
  g_return_if_fail (IK_IS_PICTURE_LIST (self));
  g_return_if_fail (attachments != NULL);

  clear (self);
  self->cancellable = g_cancellable_new ();
  for (guint i = 0; i < attachments->len; i++)
    {
      const IkAttachment *attachment = attachments->pdata[i];

      if (g_content_type_is_mime_type (attachment->media_type, "image/*"))
        add_picture (self, attachment->data);
    }
}
