#include "ik-chips-editor.h"

#include "ik-chips.h"
#include "ik-list.h"
#include "ik-text-list-editor.h"
#include "ik-toast.h"

/* Saved once typing rests for so long: one step of undo for what belongs together. */
#define REST_MS 800

/**
 * IkChipsEditor:
 *
 * The quick chips, to add to, reorder and remove from. What is changed is saved
 * soon, and when the editor goes out of view.
 */
struct _IkChipsEditor
{
  IkPage            parent_instance;

  /* Template */
  IkTextListEditor *list;

  guint             rest_id;      /* timeout, 0 where nothing is to be saved */
  gboolean          is_filling;
};

G_DEFINE_FINAL_TYPE (IkChipsEditor, ik_chips_editor, IK_TYPE_PAGE)

static gpointer
list_job (IkLibrary     *library,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return ik_chips_list (library, cancellable, error);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  IkChipsEditor *self = IK_CHIPS_EDITOR (source);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) texts = ik_job_run_finish (result, &error);

  if (texts == NULL)
    {
      ik_toast_show_error (GTK_WIDGET (self), error);
      return;
    }

  /* What is being typed is newer. */
  if (self->rest_id != 0)
    return;

  self->is_filling = TRUE;
  ik_text_list_editor_set_texts (self->list, texts);
  self->is_filling = FALSE;
}

static void
ik_chips_editor_load (IkPage *page)
{
  ik_page_load (page, list_job, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, listed_cb);
}

static gpointer
save_job (IkLibrary     *library,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return ik_chips_save (library, data, cancellable, error) ? g_ptr_array_ref (data) : NULL;
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) texts = ik_job_run_finish (result, &error);

  if (texts == NULL)
    ik_toast_show_error (GTK_WIDGET (source), error);
}

static void
save (IkChipsEditor *self)
{
  if (self->rest_id == 0)
    return;

  g_clear_handle_id (&self->rest_id, g_source_remove);
  ik_page_write (IK_PAGE (self), save_job, ik_text_list_editor_dup_texts (self->list),
                 (GDestroyNotify) g_ptr_array_unref, (GDestroyNotify) g_ptr_array_unref, saved_cb);
}

static gboolean
rest_cb (gpointer data)
{
  save (data);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (IkChipsEditor *self)
{
  if (self->is_filling)
    return;

  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->rest_id = g_timeout_add (REST_MS, rest_cb, self);
}

static void
ik_chips_editor_unmap (GtkWidget *widget)
{
  save (IK_CHIPS_EDITOR (widget));
  GTK_WIDGET_CLASS (ik_chips_editor_parent_class)->unmap (widget);
}

static void
ik_chips_editor_dispose (GObject *object)
{
  g_clear_handle_id (&IK_CHIPS_EDITOR (object)->rest_id, g_source_remove);

  G_OBJECT_CLASS (ik_chips_editor_parent_class)->dispose (object);
}

static void
ik_chips_editor_class_init (IkChipsEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (IK_TYPE_TEXT_LIST_EDITOR);

  G_OBJECT_CLASS (klass)->dispose = ik_chips_editor_dispose;
  widget_class->unmap = ik_chips_editor_unmap;
  IK_PAGE_CLASS (klass)->load = ik_chips_editor_load;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-chips-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, IkChipsEditor, list);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
ik_chips_editor_init (IkChipsEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
