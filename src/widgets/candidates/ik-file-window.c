#include "ik-file-window.h"

#include "ik-dialog-fit.h"
#include "ik-file-preview.h"
#include "ik-rich-view.h"
#include "ik-sentence.h"
#include "ik-task.h"

#include <glib/gi18n.h>

#define MAX_ZOOM 4
#define ZOOM_STEP 0.5

/**
 * IkFileWindow:
 *
 * A file of a candidate to look at: a picture, a text, or a PDF page by page.
 * Everything is read and decoded on another thread, a PDF in a process with
 * limits; what can't be shown says why. Main loop only.
 */
struct _IkFileWindow
{
  AdwWindow          parent_instance;

  AdwWindowTitle    *title;
  GtkStack          *stack;
  GtkScrolledWindow *scroller;
  GtkPicture        *picture;
  GtkWidget         *tools;
  GtkWidget         *pages;
  IkRichView        *rich;
  GtkTextBuffer     *buffer;
  GtkWidget         *cut;
  AdwStatusPage     *problem;

  IkAttachment      *file;        /* (owned) */
  GCancellable      *cancellable; /* (nullable) (owned): of what is being read */
  guint              page;
  guint              n_pages;     /* 0 until it is known */
  double             zoom;        /* 1 fits the width */
};

G_DEFINE_FINAL_TYPE (IkFileWindow, ik_file_window, ADW_TYPE_WINDOW)

/* What was read, with the picture decoded. */
typedef struct
{
  IkFilePreview *preview;
  GdkTexture    *texture; /* (nullable) */
} Shown;

static void
shown_free (gpointer data)
{
  Shown *self = data;

  ik_file_preview_free (self->preview);
  g_clear_object (&self->texture);
  g_free (self);
}

/* What to read, as the other thread takes it. */
typedef struct
{
  IkAttachment *file;
  guint         page;
} Wanted;

static void
wanted_free (gpointer data)
{
  Wanted *self = data;

  ik_attachment_free (self->file);
  g_free (self);
}

static Shown *
read_file (const Wanted  *wanted,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr(IkFilePreview) preview = ik_file_preview_new (wanted->file, wanted->page, cancellable,
                                                          error);
  g_autoptr(GdkTexture) texture = NULL;
  Shown *shown;

  if (preview == NULL)
    return NULL;

  if (preview->picture != NULL)
    {
      texture = gdk_texture_new_from_bytes (preview->picture, NULL);
      if (texture == NULL)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       _("“%s” is no picture that can be shown"), wanted->file->name);
          return NULL;
        }
    }

  shown = g_new0 (Shown, 1);
  shown->preview = g_steal_pointer (&preview);
  shown->texture = g_steal_pointer (&texture);

  return shown;
}

static void
read_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  GError *error = NULL;
  Shown *shown = read_file (task_data, cancellable, &error);

  if (shown != NULL)
    g_task_return_pointer (task, shown, shown_free);
  else
    g_task_return_error (task, error);
}

static void
update_actions (IkFileWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "file.previous", self->page > 0);
  gtk_widget_action_set_enabled (widget, "file.next", self->page + 1 < self->n_pages);
  gtk_widget_action_set_enabled (widget, "file.smaller", self->zoom > 1);
  gtk_widget_action_set_enabled (widget, "file.larger", self->zoom < MAX_ZOOM);
}

/* At the width of the window it never scrolls sideways. */
static void
update_zoom (IkFileWindow *self)
{
  gboolean fits = self->zoom <= 1;
  int width = gtk_widget_get_width (GTK_WIDGET (self->scroller));

  gtk_scrolled_window_set_policy (self->scroller,
                                  fits ? GTK_POLICY_NEVER : GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_size_request (GTK_WIDGET (self->picture),
                               fits ? -1 : (int) (width * self->zoom), -1);
  update_actions (self);
}

static void
show_picture (IkFileWindow *self,
              const Shown  *shown)
{
  g_autofree char *place = g_strdup_printf (_("Page %u of %u"), self->page + 1, self->n_pages);
  g_autofree char *label = g_strdup_printf ("%s, %s", self->file->name, place);

  gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (shown->texture));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->picture),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->n_pages > 1 ? label : self->file->name,
                                  -1);
  adw_window_title_set_subtitle (self->title, self->n_pages > 1 ? place : "");
  gtk_widget_set_visible (self->pages, self->n_pages > 1);
  gtk_widget_set_visible (self->tools, TRUE);
  gtk_stack_set_visible_child_name (self->stack, "picture");
}

static void
show_text (IkFileWindow        *self,
           const IkFilePreview *preview)
{
  gtk_widget_set_visible (self->cut, preview->is_cut);
  if (preview->is_markdown)
    ik_rich_view_set_text (self->rich, preview->text);
  else
    gtk_text_buffer_set_text (self->buffer, preview->text, -1);
  gtk_stack_set_visible_child_name (self->stack, preview->is_markdown ? "markdown" : "text");
}

static void
show_problem (IkFileWindow *self,
              const GError *error)
{
  g_autofree char *sentence = ik_sentence_from_error (error);

  adw_status_page_set_description (self->problem, sentence);
  gtk_stack_set_visible_child_name (self->stack, "problem");
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  IkFileWindow *self = IK_FILE_WINDOW (source);
  g_autoptr(GError) error = NULL;
  Shown *shown = g_task_propagate_pointer (G_TASK (result), &error);

  if (shown == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        show_problem (self, error);
      return;
    }

  self->page = shown->preview->page;
  self->n_pages = shown->preview->n_pages;
  if (shown->texture != NULL)
    show_picture (self, shown);
  else
    show_text (self, shown->preview);
  update_actions (self);
  shown_free (shown);
}

static void
stop_reading (IkFileWindow *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
read_page (IkFileWindow *self)
{
  g_autoptr(GTask) task = NULL;
  Wanted *wanted = g_new0 (Wanted, 1);

  stop_reading (self);
  self->cancellable = g_cancellable_new ();
  wanted->file = ik_attachment_copy (self->file);
  wanted->page = self->page;
  task = g_task_new (self, self->cancellable, read_cb, NULL);
  g_task_set_source_tag (task, read_page);
  g_task_set_task_data (task, wanted, wanted_free);
  ik_task_run_in_thread (task, read_thread);
}

static void
turn (IkFileWindow *self,
      guint         page)
{
  self->page = page;
  update_actions (self);
  read_page (self);
}

static void
next (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  turn (IK_FILE_WINDOW (widget), IK_FILE_WINDOW (widget)->page + 1);
}

static void
previous (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  turn (IK_FILE_WINDOW (widget), IK_FILE_WINDOW (widget)->page - 1);
}

static void
zoom_by (IkFileWindow *self,
         double        step)
{
  self->zoom = CLAMP (self->zoom + step, 1, MAX_ZOOM);
  update_zoom (self);
}

static void
larger (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  zoom_by (IK_FILE_WINDOW (widget), ZOOM_STEP);
}

static void
smaller (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  zoom_by (IK_FILE_WINDOW (widget), -ZOOM_STEP);
}

static void
ik_file_window_dispose (GObject *object)
{
  stop_reading (IK_FILE_WINDOW (object));

  G_OBJECT_CLASS (ik_file_window_parent_class)->dispose (object);
}

static void
ik_file_window_finalize (GObject *object)
{
  g_clear_pointer (&IK_FILE_WINDOW (object)->file, ik_attachment_free);

  G_OBJECT_CLASS (ik_file_window_parent_class)->finalize (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint            key;
    GdkModifierType  modifiers;
    const char      *action;
  } keys[] = {
    { GDK_KEY_n, GDK_ALT_MASK, "file.next" },
    { GDK_KEY_p, GDK_ALT_MASK, "file.previous" },
    { GDK_KEY_plus, GDK_CONTROL_MASK, "file.larger" },
    { GDK_KEY_equal, GDK_CONTROL_MASK, "file.larger" },
    { GDK_KEY_KP_Add, GDK_CONTROL_MASK, "file.larger" },
    { GDK_KEY_minus, GDK_CONTROL_MASK, "file.smaller" },
    { GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "file.smaller" },
    { GDK_KEY_Escape, 0, "window.close" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers,
                                         keys[i].action, NULL);
}

static void
ik_file_window_class_init (IkFileWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (IK_TYPE_RICH_VIEW);

  object_class->dispose = ik_file_window_dispose;
  object_class->finalize = ik_file_window_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-file-window.ui");
  gtk_widget_class_bind_template_child (widget_class, IkFileWindow, title);
  gtk_widget_class_bind_template_child (widget_class, IkFileWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, IkFileWindow, scroller);
  gtk_widget_class_bind_template_child (widget_class, IkFileWindow, picture);
  gtk_widget_class_bind_template_child (widget_class, IkFileWindow, tools);
  gtk_widget_class_bind_template_child (widget_class, IkFileWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, IkFileWindow, rich);
  gtk_widget_class_bind_template_child (widget_class, IkFileWindow, buffer);
  gtk_widget_class_bind_template_child (widget_class, IkFileWindow, cut);
  gtk_widget_class_bind_template_child (widget_class, IkFileWindow, problem);

  gtk_widget_class_install_action (widget_class, "file.next", NULL, next);
  gtk_widget_class_install_action (widget_class, "file.previous", NULL, previous);
  gtk_widget_class_install_action (widget_class, "file.larger", NULL, larger);
  gtk_widget_class_install_action (widget_class, "file.smaller", NULL, smaller);
  add_keys (widget_class);
}

static void
ik_file_window_init (IkFileWindow *self)
{
  self->zoom = 1;
  gtk_widget_init_template (GTK_WIDGET (self));
  update_actions (self);
}

/**
 * ik_file_window_new:
 * @parent: (nullable): the window it belongs to
 * @file: a file of the library
 *
 * Returns: (transfer none): a window that shows it; GTK holds it until it is
 *   closed
 */
GtkWidget *
ik_file_window_new (GtkWindow          *parent,
                    const IkAttachment *file)
{
  IkFileWindow *self;

  g_return_val_if_fail (file != NULL, NULL);

  self = g_object_new (IK_TYPE_FILE_WINDOW, "transient-for", parent, NULL);
  ik_dialog_fit (GTK_WINDOW (self));
  self->file = ik_attachment_copy (file);
  gtk_window_set_title (GTK_WINDOW (self), file->name);
  adw_window_title_set_title (self->title, file->name);
  read_page (self);

  return GTK_WIDGET (self);
}
