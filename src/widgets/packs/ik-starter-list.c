#include "ik-starter-list.h"

#include <glib/gi18n.h>

#include "ik-bank.h"
#include "ik-import.h"
#include "ik-question-words.h"
#include "ik-toast.h"

/**
 * IkStarterList:
 *
 * The packs that the program brings and the library does not have yet, each
 * with a button that adds it. Gone once all of them are in.
 */
struct _IkStarterList
{
  IkPage               parent_instance;

  /* Template */
  AdwPreferencesGroup *group;

  GQueue               rows;      /* element-type GtkWidget, owned by @group */
  gboolean             is_adding; /* one of them is on its way into the library */
};

G_DEFINE_FINAL_TYPE (IkStarterList, ik_starter_list, IK_TYPE_PAGE)

/* What is shown of a starter pack. */
typedef struct
{
  char  *uri;
  char  *id;
  char  *title;
  char  *language;
  guint  n_questions;
  guint  n_sections;
} Starter;

static void
starter_free (Starter *self)
{
  g_free (self->uri);
  g_free (self->id);
  g_free (self->title);
  g_free (self->language);
  g_free (self);
}

static gboolean
has_pack (GPtrArray  *packs,
          const char *id)
{
  for (guint i = 0; i < packs->len; i++)
    {
      if (g_str_equal (((const IkPackSummary *) g_ptr_array_index (packs, i))->id, id))
        return TRUE;
    }

  return FALSE;
}

/* Where a language stands among those of the user; "C", the last of them, is
 * the English that the program is written in. */
static guint
rank_language (const char *language)
{
  const char *const *names = g_get_language_names ();
  guint i = 0;

  while (names[i] != NULL && !g_str_equal (names[i], language) &&
         !(g_str_equal (names[i], "C") && g_str_equal (language, "en")))
    i++;

  return i;
}

/* By title, those first that the user can read. */
static int
compare_starters (gconstpointer a,
                  gconstpointer b)
{
  const Starter *first = *(const Starter *const *) a;
  const Starter *second = *(const Starter *const *) b;

  guint first_rank = rank_language (first->language);
  guint second_rank = rank_language (second->language);

  if (first_rank != second_rank)
    return first_rank < second_rank ? -1 : 1;

  return g_utf8_collate (first->title, second->title);
}

static Starter *
read_starter (GFile         *file,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr(IkPack) pack = ik_import_read (file, IK_DOCUMENT_KIND_UNKNOWN, NULL, cancellable,
                                           error);
  Starter *starter;

  if (pack == NULL)
    return NULL;

  starter = g_new0 (Starter, 1);
  starter->uri = g_file_get_uri (file);
  starter->id = g_strdup (pack->id);
  starter->title = g_strdup (pack->title);
  starter->language = g_strdup (pack->language);
  starter->n_questions = ik_pack_count_questions (pack);
  starter->n_sections = pack->sections->len;

  return starter;
}

/* They are part of the program and never change: they are read once. */
static GPtrArray *
get_all_starters (GCancellable  *cancellable,
                  GError       **error)
{
  static GMutex mutex;
  static GPtrArray *all;
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&mutex);
  g_autoptr(GPtrArray) files = NULL;
  g_autoptr(GPtrArray) read = NULL;

  if (all != NULL)
    return all;

  files = ik_import_list_starter_packs ();
  read = g_ptr_array_new_with_free_func ((GDestroyNotify) starter_free);
  for (guint i = 0; i < files->len; i++)
    {
      Starter *starter = read_starter (g_ptr_array_index (files, i), cancellable, error);

      if (starter == NULL)
        return NULL;
      g_ptr_array_add (read, starter);
    }

  all = g_steal_pointer (&read);
  return all;
}

/* Those that are not in the library yet. */
static gpointer
list_starters_job (IkLibrary     *library,
                   gpointer       data,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autoptr(GPtrArray) packs = ik_bank_list_packs (library, cancellable, error);
  GPtrArray *all = packs != NULL ? get_all_starters (cancellable, error) : NULL;
  g_autoptr(GPtrArray) starters = NULL;

  if (all == NULL)
    return NULL;

  starters = g_ptr_array_new ();
  for (guint i = 0; i < all->len; i++)
    {
      Starter *starter = g_ptr_array_index (all, i);

      if (!has_pack (packs, starter->id))
        g_ptr_array_add (starters, starter);
    }
  g_ptr_array_sort (starters, compare_starters);

  return g_steal_pointer (&starters);
}

static GtkWidget *
create_starter_row (const Starter *starter)
{
  g_autofree char *subtitle = ik_question_words_count (starter->n_questions,
                                                       starter->n_sections);
  /* Translators: the placeholder is the title of a pack */
  g_autofree char *label = g_strdup_printf (_("Add %s"), starter->title);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW,
                                 "title", starter->title,
                                 "subtitle", subtitle,
                                 "use-markup", FALSE,
                                 NULL);
  GtkWidget *button = gtk_button_new_with_mnemonic (_("Add"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", starter->uri);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "starters.add");
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
  IkStarterList *self = IK_STARTER_LIST (source);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) starters = ik_job_run_finish (result, &error);
  GtkWidget *row;

  if (starters == NULL)
    {
      ik_toast_show_error (GTK_WIDGET (self), error);
      return;
    }

  while ((row = g_queue_pop_head (&self->rows)) != NULL)
    adw_preferences_group_remove (self->group, row);
  for (guint i = 0; i < starters->len; i++)
    {
      row = create_starter_row (g_ptr_array_index (starters, i));
      g_queue_push_tail (&self->rows, row);
      adw_preferences_group_add (self->group, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->group), starters->len > 0);
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

  return ik_import_store (library, pack, NULL, cancellable, error);
}

static void
added_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *id = ik_job_run_finish (result, &error);

  IK_STARTER_LIST (source)->is_adding = FALSE;
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
  IkStarterList *self = IK_STARTER_LIST (widget);

  /* A second press would take what the first has stored so far for the rest of
   * a crash. */
  if (self->is_adding)
    return;

  self->is_adding = TRUE;
  ik_page_write (IK_PAGE (widget), add_job, g_variant_dup_string (parameter, NULL), g_free,
                 g_free, added_cb);
}

static void
ik_starter_list_load (IkPage *page)
{
  ik_page_load (page, list_starters_job, NULL, NULL, (GDestroyNotify) g_ptr_array_unref,
                starters_listed_cb);
}

static void
ik_starter_list_finalize (GObject *object)
{
  g_queue_clear (&IK_STARTER_LIST (object)->rows);

  G_OBJECT_CLASS (ik_starter_list_parent_class)->finalize (object);
}

static void
ik_starter_list_class_init (IkStarterListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ik_starter_list_finalize;
  IK_PAGE_CLASS (klass)->load = ik_starter_list_load;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-starter-list.ui");
  gtk_widget_class_bind_template_child (widget_class, IkStarterList, group);

  gtk_widget_class_install_action (widget_class, "starters.add", "s", add_starter);
}

static void
ik_starter_list_init (IkStarterList *self)
{
  g_queue_init (&self->rows);
  gtk_widget_init_template (GTK_WIDGET (self));
}
