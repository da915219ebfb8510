#include "ik-owner-row.h"

#include <glib/gi18n.h>

#include "ik-interviews.h"
#include "ik-toast.h"

/**
 * IkOwnerRow:
 *
 * Asks for the name of the person whose library it is, in line; gone as soon as
 * it is known, unless "is-editor" lets it be changed.
 */
struct _IkOwnerRow
{
  IkPage     parent_instance;

  /* Template */
  GtkWidget *group;
  GtkEntry  *entry;

  char      *name;      /* owned, nullable until loaded; as stored */
  gboolean   is_editor;
};

typedef enum
{
  PROP_IS_EDITOR = 1,
} IkOwnerRowProperty;

static GParamSpec *properties[PROP_IS_EDITOR + 1];

G_DEFINE_FINAL_TYPE (IkOwnerRow, ik_owner_row, IK_TYPE_PAGE)

/* "" where nobody said it yet: a job's result is never NULL. */
static gpointer
owner_job (IkLibrary     *library,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr(GError) local_error = NULL;
  char *name = ik_interviews_dup_owner (library, cancellable, &local_error);

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return name != NULL ? name : g_strdup ("");
}

static char *
dup_name (IkOwnerRow *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
}

static void
changed_cb (IkOwnerRow *self)
{
  g_autofree char *name = dup_name (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "owner.save",
                                 name[0] != '\0' && g_strcmp0 (name, self->name) != 0);
}

static void
owner_loaded_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  IkOwnerRow *self = IK_OWNER_ROW (source);
  g_autoptr(GError) error = NULL;
  g_autofree char *name = ik_job_run_finish (result, &error);

  if (name == NULL)
    {
      ik_toast_show_error (GTK_WIDGET (self), error);
      return;
    }

  /* What is being typed is newer. */
  if (self->is_editor && self->name == NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), name);
  g_free (self->name);
  self->name = g_steal_pointer (&name);
  gtk_widget_set_visible (self->group, self->is_editor || self->name[0] == '\0');
  changed_cb (self);
}

static void
ik_owner_row_load (IkPage *page)
{
  ik_page_load (page, owner_job, NULL, NULL, g_free, owner_loaded_cb);
}

static gpointer
save_job (IkLibrary     *library,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return ik_interviews_set_owner (library, data, cancellable, error) ? g_strdup (data) : NULL;
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  ik_toast_show_result (GTK_WIDGET (source), result, _("Reports will name %s as the interviewer"));
}

static void
save (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  g_autofree char *name = dup_name (IK_OWNER_ROW (widget));

  if (name[0] != '\0' && ik_page_get_library (IK_PAGE (widget)) != NULL)
    ik_page_write (IK_PAGE (widget), save_job, g_steal_pointer (&name), g_free, g_free, saved_cb);
}

static void
activate_cb (IkOwnerRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "owner.save", NULL);
}

static void
ik_owner_row_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  switch ((IkOwnerRowProperty) prop_id)
    {
    case PROP_IS_EDITOR:
      g_value_set_boolean (value, IK_OWNER_ROW (object)->is_editor);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ik_owner_row_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  IkOwnerRow *self = IK_OWNER_ROW (object);

  switch ((IkOwnerRowProperty) prop_id)
    {
    case PROP_IS_EDITOR:
      self->is_editor = g_value_get_boolean (value);
      gtk_widget_set_visible (self->group, self->is_editor);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ik_owner_row_finalize (GObject *object)
{
  g_free (IK_OWNER_ROW (object)->name);

  G_OBJECT_CLASS (ik_owner_row_parent_class)->finalize (object);
}

static void
ik_owner_row_class_init (IkOwnerRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ik_owner_row_get_property;
  object_class->set_property = ik_owner_row_set_property;
  object_class->finalize = ik_owner_row_finalize;
  properties[PROP_IS_EDITOR] =
    g_param_spec_boolean ("is-editor", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  IK_PAGE_CLASS (klass)->load = ik_owner_row_load;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-owner-row.ui");
  gtk_widget_class_bind_template_child (widget_class, IkOwnerRow, group);
  gtk_widget_class_bind_template_child (widget_class, IkOwnerRow, entry);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);

  gtk_widget_class_install_action (widget_class, "owner.save", NULL, save);
}

static void
ik_owner_row_init (IkOwnerRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  changed_cb (self);
}
