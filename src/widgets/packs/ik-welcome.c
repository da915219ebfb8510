#include "ik-welcome.h"

#include <glib/gi18n.h>

#include "ik-import.h"
#include "ik-owner-row.h"
#include "ik-question-words.h"
#include "ik-toast.h"

/**
 * IkWelcome:
 *
 * What an empty library shows: import a document, or take one of the packs
 * that the program brings. Asks for the name that will stand on reports.
 */
struct _IkWelcome
{
  IkPage               parent_instance;

  /* Template */
  AdwPreferencesGroup *starter_group;
  IkOwnerRow          *owner_row;

  gboolean             has_starters; /* the rows are made */
};

G_DEFINE_FINAL_TYPE (IkWelcome, ik_welcome, IK_TYPE_PAGE)

/* A starter pack, read to show its title. */
typedef struct
{
  char   *uri;
  IkPack *pack;
} Starter;

static void
starter_free (Starter *self)
{
  g_free (self->uri);
  ik_pack_free (self->pack);
  g_free (self);
}

static gpointer
list_starters_job (IkLibrary     *library,
                   gpointer       data,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autoptr(GPtrArray) files = ik_import_list_starter_packs ();
  g_autoptr(GPtrArray) starters =
    g_ptr_array_new_with_free_func ((GDestroyNotify) starter_free);

  for (guint i = 0; i < files->len; i++)
    {
      GFile *file = g_ptr_array_index (files, i);
      IkPack *pack = ik_import_read (file, IK_DOCUMENT_KIND_UNKNOWN, NULL, cancellable, error);
      Starter *starter;

      if (pack == NULL)
        return NULL;
      starter = g_new0 (Starter, 1);
      starter->uri = g_file_get_uri (file);
      starter->pack = pack;
      g_ptr_array_add (starters, starter);
    }

  return g_steal_pointer (&starters);
}

static GtkWidget *
create_starter_row (const Starter *starter)
{
  g_autofree char *subtitle = ik_question_words_count (ik_pack_count_questions (starter->pack),
                                                       starter->pack->sections->len);
  /* Translators: the placeholder is the title of a pack */
  g_autofree char *label = g_strdup_printf (_("Add %s"), starter->pack->title);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW,
                                 "title", starter->pack->title,
                                 "subtitle", subtitle,
                                 "use-markup", FALSE,
                                 NULL);
  GtkWidget *button = gtk_button_new_with_mnemonic (_("Add"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", starter->uri);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "welcome.add");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);

  return row;
}

static void
starters_listed_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  IkWelcome *self = IK_WELCOME (source);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) starters = ik_job_run_finish (result, &error);

  if (starters == NULL)
    {
      ik_toast_show_error (GTK_WIDGET (self), error);
      return;
    }
  if (self->has_starters)
    return;

  for (guint i = 0; i < starters->len; i++)
    adw_preferences_group_add (self->starter_group,
                               create_starter_row (g_ptr_array_index (starters, i)));
  self->has_starters = TRUE;
}

static gpointer
add_job (IkLibrary     *library,
         gpointer       data,
         GCancellable  *cancellable,
         GError       **error)
{
  g_autoptr(GFile) file = g_file_new_for_uri (data);
  g_autoptr(IkPack) pack = ik_import_read (file, IK_DOCUMENT_KIND_UNKNOWN, NULL, cancellable, error);

  if (pack == NULL)
    return NULL;

  return ik_import_store (library, pack, IK_DUPLICATE_DEFAULT, NULL, NULL, cancellable, error);
}

static void
added_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *id = ik_job_run_finish (result, &error);

  if (id == NULL)
    {
      ik_toast_show_error (GTK_WIDGET (source), error);
      return;
    }

  ik_toast_show_undo (GTK_WIDGET (source), _("Pack added"));
  gtk_widget_activate_action (GTK_WIDGET (source), "win.open-pack", "s", id);
}

static void
add_starter (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  ik_page_write (IK_PAGE (widget), add_job, g_variant_dup_string (parameter, NULL), g_free,
                 g_free, added_cb);
}

static void
ik_welcome_load (IkPage *page)
{
  IkWelcome *self = IK_WELCOME (page);

  ik_page_set_library (IK_PAGE (self->owner_row), ik_page_get_library (page));
  if (!self->has_starters)
    ik_page_load (page, list_starters_job, NULL, NULL, (GDestroyNotify) g_ptr_array_unref,
                  starters_listed_cb);
}

static void
ik_welcome_class_init (IkWelcomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  IK_PAGE_CLASS (klass)->load = ik_welcome_load;

  g_type_ensure (IK_TYPE_OWNER_ROW);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-welcome.ui");
  gtk_widget_class_bind_template_child (widget_class, IkWelcome, starter_group);
  gtk_widget_class_bind_template_child (widget_class, IkWelcome, owner_row);

  gtk_widget_class_install_action (widget_class, "welcome.add", "s", add_starter);
}

static void
ik_welcome_init (IkWelcome *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
