#include "ik-candidate-files.h"

#include "ik-attachment-file.h"
#include "ik-attachment.h"
#include "ik-boxed-list.h"
#include "ik-file-dialog.h"
#include "ik-file-window.h"
#include "ik-list.h"
#include "ik-pasted-file.h"
#include "ik-toast.h"

#include <glib/gi18n.h>

/**
 * IkCandidateFiles:
 *
 * CV and other files of a candidate, to look at, add to, export and remove. It
 * shows what it was given and says when the person changed that; who holds it
 * stores it. Main loop only.
 */
struct _IkCandidateFiles
{
  AdwBin      parent_instance;

  GtkListBox *list;
  GtkWidget  *none;
  GtkWidget  *add_button;

  char       *candidate_id; /* (nullable) (owned): files still read for another are dropped */
  GPtrArray  *files;        /* (owned) (element-type IkAttachment) */
};

typedef enum
{
  SIGNAL_CHANGED,
} IkCandidateFilesSignal;

static guint signals[SIGNAL_CHANGED + 1];

G_DEFINE_FINAL_TYPE (IkCandidateFiles, ik_candidate_files, ADW_TYPE_BIN)

static IkAttachment *
find_file (IkCandidateFiles *self,
           const char       *id)
{
  for (guint i = 0; i < self->files->len; i++)
    {
      IkAttachment *file = self->files->pdata[i];

      if (g_str_equal (file->id, id))
        return file;
    }

  return NULL;
}

static void
append_item (GMenu      *menu,
             const char *label,
             const char *action_name,
             const char *id)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action_name, "s", id);
  g_menu_append_item (menu, item);
}

static GtkWidget *
create_menu_button (const IkAttachment *file)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autofree char *label = g_strdup_printf (_("More for %s"), file->name);

  append_item (menu, _("Open in Another Program"), "files.open", file->id);
  append_item (menu, _("Export…"), "files.export", file->id);
  append_item (menu, _("Remove"), "files.remove", file->id);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);

  return button;
}

/* The row that activates it adds the name of the file to its own. */
static GtkWidget *
create_show_button (const IkAttachment *file)
{
  GtkWidget *button = gtk_button_new_with_label (_("Show"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", file->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "files.show");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Show"),
                                  -1);

  return button;
}

static GtkWidget *
create_row (const IkAttachment *file)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *show_button = create_show_button (file);
  g_autofree char *size = g_format_size (g_bytes_get_size (file->data));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), file->name);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), size);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), show_button);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_menu_button (file));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), show_button);

  return row;
}

static void
update_rows (IkCandidateFiles *self)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new ();

  for (guint i = 0; i < self->files->len; i++)
    g_ptr_array_add (rows, create_row (self->files->pdata[i]));
  ik_boxed_list_replace (self->list, rows);
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->files->len > 0);
  gtk_widget_set_visible (self->none, self->files->len == 0);
}

static void
take_file (IkCandidateFiles *self,
           IkAttachment     *file)
{
  g_ptr_array_add (self->files, file);
  update_rows (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  IkCandidateFiles *self = IK_CANDIDATE_FILES (source);
  g_autofree char *candidate_id = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(IkAttachment) file = ik_attachment_file_read_finish (result, &error);

  if (file == NULL)
    ik_toast_show_error (GTK_WIDGET (self), error);
  else if (g_strcmp0 (self->candidate_id, candidate_id) == 0)
    take_file (self, g_steal_pointer (&file));
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GPtrArray) files = ik_file_dialog_open_finish (result);

  if (files != NULL)
    ik_candidate_files_add (IK_CANDIDATE_FILES (source), (GFile **) files->pdata, files->len);
}

static void
add (GtkWidget  *widget,
     const char *action_name,
     GVariant   *parameter)
{
  ik_file_dialog_open_async (widget, _("Add a CV or Another File"), IK_FILE_FILTER_ANY, TRUE,
                             chosen_cb, NULL);
}

static void
pasted_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  IkCandidateFiles *self = IK_CANDIDATE_FILES (source);
  g_autofree char *candidate_id = user_data;
  g_autoptr(GPtrArray) files = NULL;
  g_autoptr(IkAttachment) file = ik_pasted_file_read_finish (result, &files);

  if (g_strcmp0 (self->candidate_id, candidate_id) != 0)
    return;

  if (files != NULL)
    ik_candidate_files_add (self, (GFile **) files->pdata, files->len);
  else if (file != NULL)
    take_file (self, g_steal_pointer (&file));
  else
    ik_toast_show (GTK_WIDGET (self),
                   _("There is no file, picture or text in the clipboard: copy one first"));
}

static void
paste (GtkWidget  *widget,
       const char *action_name,
       GVariant   *parameter)
{
  ik_candidate_files_paste (IK_CANDIDATE_FILES (widget));
}

static void
open_file (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  IkAttachment *file = find_file (IK_CANDIDATE_FILES (widget),
                                  g_variant_get_string (parameter, NULL));

  if (file != NULL)
    ik_attachment_file_open (widget, file);
}

static void
show_file (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  IkAttachment *file = find_file (IK_CANDIDATE_FILES (widget),
                                  g_variant_get_string (parameter, NULL));

  if (file != NULL)
    gtk_window_present (GTK_WINDOW (ik_file_window_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                                        file)));
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GtkWidget) widget = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *name = g_file_get_basename (G_FILE (source));
  g_autofree char *text = NULL;

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    {
      ik_toast_show_error (widget, error);
      return;
    }

  text = g_strdup_printf (_("Exported: %s"), name);
  ik_toast_show (widget, text);
}

static void
export_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autofree char *id = user_data;
  IkAttachment *file = find_file (IK_CANDIDATE_FILES (source), id);
  g_autoptr(GFile) target = ik_file_dialog_finish (result);

  if (target != NULL && file != NULL)
    g_file_replace_contents_bytes_async (target, file->data, NULL, FALSE, G_FILE_CREATE_PRIVATE,
                                         NULL, exported_cb, g_object_ref (source));
}

static void
export_file (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  IkAttachment *file = find_file (IK_CANDIDATE_FILES (widget),
                                  g_variant_get_string (parameter, NULL));

  if (file != NULL)
    ik_file_dialog_save_async (widget, _("Export File"), IK_FILE_FILTER_ANY, file->name,
                               export_chosen_cb, g_strdup (file->id));
}

static void
remove_file (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  IkCandidateFiles *self = IK_CANDIDATE_FILES (widget);
  IkAttachment *file = find_file (self, g_variant_get_string (parameter, NULL));

  if (file == NULL)
    return;

  /* The row that has the focus goes. */
  gtk_widget_grab_focus (self->add_button);
  g_ptr_array_remove (self->files, file);
  update_rows (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  ik_toast_show_undo_ahead (widget, _("File removed"));
}

static void
ik_candidate_files_finalize (GObject *object)
{
  IkCandidateFiles *self = IK_CANDIDATE_FILES (object);

  g_free (self->candidate_id);
  g_ptr_array_unref (self->files);

  G_OBJECT_CLASS (ik_candidate_files_parent_class)->finalize (object);
}

static void
ik_candidate_files_class_init (IkCandidateFilesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ik_candidate_files_finalize;

  /**
   * IkCandidateFiles::changed:
   * @self: the files
   *
   * The person added or removed one.
   */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", IK_TYPE_CANDIDATE_FILES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/"
                                               "ik-candidate-files.ui");
  gtk_widget_class_bind_template_child (widget_class, IkCandidateFiles, list);
  gtk_widget_class_bind_template_child (widget_class, IkCandidateFiles, none);
  gtk_widget_class_bind_template_child (widget_class, IkCandidateFiles, add_button);

  gtk_widget_class_install_action (widget_class, "files.add", NULL, add);
  gtk_widget_class_install_action (widget_class, "files.paste", NULL, paste);
  gtk_widget_class_install_action (widget_class, "files.show", "s", show_file);
  gtk_widget_class_install_action (widget_class, "files.open", "s", open_file);
  gtk_widget_class_install_action (widget_class, "files.export", "s", export_file);
  gtk_widget_class_install_action (widget_class, "files.remove", "s", remove_file);
}

static void
ik_candidate_files_init (IkCandidateFiles *self)
{
  self->files = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_attachment_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  update_rows (self);
}

/* A file never changes: with another content it is another one. */
static gboolean
has_files (IkCandidateFiles *self,
           GPtrArray        *files)
{
  if (self->files->len != files->len)
    return FALSE;

  for (guint i = 0; i < files->len; i++)
    {
      const IkAttachment *one = self->files->pdata[i];
      const IkAttachment *other = files->pdata[i];

      if (!g_str_equal (one->id, other->id))
        return FALSE;
    }

  return TRUE;
}

/**
 * ik_candidate_files_set_files:
 * @self: the files
 * @candidate_id: whose
 * @files: (element-type IkAttachment): all of them, in order
 *
 * Shows other files; the same ones leave the focus where it is.
 */
void
ik_candidate_files_set_files (IkCandidateFiles *self,
                              const char       *candidate_id,
                              GPtrArray        *files)
{
  g_return_if_fail (IK_IS_CANDIDATE_FILES (self));
  g_return_if_fail (candidate_id != NULL && files != NULL);

  if (g_strcmp0 (self->candidate_id, candidate_id) != 0)
    {
      g_free (self->candidate_id);
      self->candidate_id = g_strdup (candidate_id);
    }
  if (has_files (self, files))
    return;

  g_ptr_array_unref (self->files);
  self->files = ik_list_copy (files, ik_attachment_copy, ik_attachment_free);
  update_rows (self);
}

/**
 * ik_candidate_files_get_files:
 * @self: the files
 *
 * Returns: (transfer none) (element-type IkAttachment): as they are now
 */
GPtrArray *
ik_candidate_files_get_files (IkCandidateFiles *self)
{
  g_return_val_if_fail (IK_IS_CANDIDATE_FILES (self), NULL);

  return self->files;
}

/**
 * ik_candidate_files_add:
 * @self: the files
 * @files: (array length=n_files): files of the disk
 * @n_files: how many
 *
 * Reads files and adds them.
 */
void
ik_candidate_files_add (IkCandidateFiles  *self,
                        GFile            **files,
                        guint              n_files)
{
  g_return_if_fail (IK_IS_CANDIDATE_FILES (self));

  for (guint i = 0; i < n_files && self->candidate_id != NULL; i++)
    ik_attachment_file_read_async (GTK_WIDGET (self), files[i], IK_SIDE_INTERVIEWER, read_cb,
                                   g_strdup (self->candidate_id));
}

/**
 * ik_candidate_files_paste:
 * @self: the files
 *
 * Adds what the clipboard holds: files, a picture or a text.
 */
void
ik_candidate_files_paste (IkCandidateFiles *self)
{
  g_return_if_fail (IK_IS_CANDIDATE_FILES (self));

  if (self->candidate_id != NULL)
    ik_pasted_file_read_async (GTK_WIDGET (self), pasted_cb, g_strdup (self->candidate_id));
}
