#include "ik-attachment-list.h"

#include <glib/gi18n.h>

#include "ik-add-button.h"
#include "ik-attachment-file.h"
#include "ik-file-dialog.h"
#include "ik-list.h"
#include "ik-toast.h"

/**
 * IkAttachmentList:
 *
 * A row with a title and the files of one side of a question, to add to, open
 * and remove from. What is added belongs to that side.
 */
struct _IkAttachmentList
{
  AdwPreferencesRow  parent_instance;

  /* Template */
  GtkBox            *rows;
  GtkWidget         *add_button;

  GPtrArray         *attachments;    /* owned; element-type IkAttachment */
  gboolean           candidate_sees;
  guint              n_clears;       /* files that are still read are for an older list */
};

typedef enum
{
  PROP_CANDIDATE_SEES = 1,
} IkAttachmentListProperty;

static GParamSpec *properties[PROP_CANDIDATE_SEES + 1];

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkAttachmentList, ik_attachment_list, ADW_TYPE_PREFERENCES_ROW)

static GPtrArray *
copy_attachments (GPtrArray *attachments)
{
  return ik_list_copy (attachments, ik_attachment_copy, ik_attachment_free);
}

/* A file never changes: with another content it is another one. */
static gboolean
has_same_files (GPtrArray *one,
                GPtrArray *other)
{
  if (one->len != other->len)
    return FALSE;

  for (guint i = 0; i < one->len; i++)
    {
      const IkAttachment *first = g_ptr_array_index (one, i);
      const IkAttachment *second = g_ptr_array_index (other, i);

      if (!g_str_equal (first->id, second->id))
        return FALSE;
    }

  return TRUE;
}

static IkAttachment *
find_attachment (IkAttachmentList *self,
                 const char       *id)
{
  for (guint i = 0; i < self->attachments->len; i++)
    {
      IkAttachment *attachment = g_ptr_array_index (self->attachments, i);

      if (g_str_equal (attachment->id, id))
        return attachment;
    }

  return NULL;
}

static GtkWidget *
create_button (const char *icon_name,
               const char *label,
               const char *action_name,
               const char *id)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_tooltip_text (button, label);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action_name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return button;
}

static GtkWidget *
create_row (const IkAttachment *attachment)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *name = gtk_label_new (attachment->name);
  GtkWidget *size_label;
  g_autofree char *size = g_format_size (g_bytes_get_size (attachment->data));
  g_autofree char *open = g_strdup_printf (_("Open %s"), attachment->name);
  g_autofree char *remove = g_strdup_printf (_("Remove %s"), attachment->name);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_set_hexpand (name, TRUE);
  size_label = gtk_label_new (size);
  gtk_widget_add_css_class (size_label, "dim-label");
  gtk_widget_add_css_class (size_label, "caption");

  gtk_box_append (GTK_BOX (row), name);
  gtk_box_append (GTK_BOX (row), size_label);
  gtk_box_append (GTK_BOX (row), create_button ("document-open-symbolic", open,
                                                "attachments.open", attachment->id));
  gtk_box_append (GTK_BOX (row), create_button ("window-close-symbolic", remove,
                                                "attachments.remove", attachment->id));

  return row;
}

static void
update_rows (IkAttachmentList *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_box_remove (self->rows, row);
  for (guint i = 0; i < self->attachments->len; i++)
    gtk_box_append (self->rows, create_row (g_ptr_array_index (self->attachments, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->rows), self->attachments->len > 0);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  IkAttachmentList *self = IK_ATTACHMENT_LIST (source);
  g_autoptr(GError) error = NULL;
  g_autoptr(IkAttachment) attachment = ik_attachment_file_read_finish (result, &error);

  if (attachment == NULL)
    {
      ik_toast_show_error (GTK_WIDGET (self), error);
      return;
    }
  if (GPOINTER_TO_UINT (user_data) != self->n_clears)
    return;

  g_ptr_array_add (self->attachments, g_steal_pointer (&attachment));
  update_rows (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  IkAttachmentList *self = IK_ATTACHMENT_LIST (source);
  g_autoptr(GPtrArray) files = ik_file_dialog_open_finish (result);

  for (guint i = 0; files != NULL && i < files->len; i++)
    ik_attachment_file_read_async (GTK_WIDGET (self), g_ptr_array_index (files, i),
                                   self->candidate_sees ? IK_SIDE_CANDIDATE : IK_SIDE_INTERVIEWER,
                                   read_cb, GUINT_TO_POINTER (self->n_clears));
}

static void
add (GtkWidget  *widget,
     const char *action_name,
     GVariant   *parameter)
{
  IkAttachmentList *self = IK_ATTACHMENT_LIST (widget);

  ik_file_dialog_open_async (widget,
                             self->candidate_sees ? _("Add Files the Candidate Sees")
                                                  : _("Add Files Only You See"),
                             IK_FILE_FILTER_ANY, TRUE, chosen_cb, NULL);
}

static void
open_one (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  const IkAttachment *attachment = find_attachment (IK_ATTACHMENT_LIST (widget),
                                                    g_variant_get_string (parameter, NULL));

  if (attachment != NULL)
    ik_attachment_file_open (widget, attachment);
}

static void
remove_one (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  IkAttachmentList *self = IK_ATTACHMENT_LIST (widget);
  IkAttachment *attachment = find_attachment (self, g_variant_get_string (parameter, NULL));

  if (attachment == NULL)
    return;

  /* The button that was pressed goes. */
  gtk_widget_grab_focus (self->add_button);
  g_ptr_array_remove (self->attachments, attachment);
  update_rows (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
title_cb (IkAttachmentList *self)
{
  ik_add_button_set_list (self->add_button, ADW_PREFERENCES_ROW (self));
}

static void
ik_attachment_list_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  IkAttachmentList *self = IK_ATTACHMENT_LIST (object);

  switch ((IkAttachmentListProperty) prop_id)
    {
    case PROP_CANDIDATE_SEES:
      g_value_set_boolean (value, self->candidate_sees);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ik_attachment_list_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  IkAttachmentList *self = IK_ATTACHMENT_LIST (object);

  switch ((IkAttachmentListProperty) prop_id)
    {
    case PROP_CANDIDATE_SEES:
      self->candidate_sees = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ik_attachment_list_finalize (GObject *object)
{
  g_ptr_array_unref (IK_ATTACHMENT_LIST (object)->attachments);

  G_OBJECT_CLASS (ik_attachment_list_parent_class)->finalize (object);
}

static void
ik_attachment_list_class_init (IkAttachmentListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = ik_attachment_list_finalize;
  object_class->get_property = ik_attachment_list_get_property;
  object_class->set_property = ik_attachment_list_set_property;

  /* Which side what is added belongs to. */
  properties[PROP_CANDIDATE_SEES] =
    g_param_spec_boolean ("candidate-sees", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /* The person changed the list. */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", IK_TYPE_ATTACHMENT_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/"
                                               "ik-attachment-list.ui");
  gtk_widget_class_bind_template_child (widget_class, IkAttachmentList, rows);
  gtk_widget_class_bind_template_child (widget_class, IkAttachmentList, add_button);
  gtk_widget_class_bind_template_callback (widget_class, title_cb);

  gtk_widget_class_install_action (widget_class, "attachments.add", NULL, add);
  gtk_widget_class_install_action (widget_class, "attachments.open", "s", open_one);
  gtk_widget_class_install_action (widget_class, "attachments.remove", "s", remove_one);
}

static void
ik_attachment_list_init (IkAttachmentList *self)
{
  self->attachments = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_attachment_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ik_attachment_list_dup_attachments:
 *
 * Returns: (transfer full) (element-type IkAttachment): the files in order
 */
GPtrArray *
ik_attachment_list_dup_attachments (IkAttachmentList *self)
{
  g_return_val_if_fail (IK_IS_ATTACHMENT_LIST (self), NULL);

  return copy_attachments (self->attachments);
}

/**
 * ik_attachment_list_set_attachments:
 * @attachments: (element-type IkAttachment): files
 *
 * Shows other files; the same ones leave the rows and the focus as they are.
 */
void
ik_attachment_list_set_attachments (IkAttachmentList *self,
                                    GPtrArray        *attachments)
{
  g_return_if_fail (IK_IS_ATTACHMENT_LIST (self));
  g_return_if_fail (attachments != NULL);

  if (has_same_files (self->attachments, attachments))
    return;

  g_ptr_array_unref (self->attachments);
  self->attachments = copy_attachments (attachments);
  update_rows (self);
}

/**
 * ik_attachment_list_clear:
 *
 * Makes ready for another question: what is still being read for this one is
 * dropped.
 */
void
ik_attachment_list_clear (IkAttachmentList *self)
{
  g_return_if_fail (IK_IS_ATTACHMENT_LIST (self));

  self->n_clears++;
  g_ptr_array_set_size (self->attachments, 0);
  update_rows (self);
}
