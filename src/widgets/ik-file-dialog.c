#include "ik-file-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

/* The one place that knows #GtkFileChooserNative, which newer releases of GTK
 * deprecate. */

typedef struct
{
  const char *name;
  const char *suffixes[17]; /* ends with NULL */
} Format;

#define MAX_FORMATS 3

/* Each format has a filter of its own; the first one is offered. */
static const Format formats[][MAX_FORMATS] = {
  [IK_FILE_FILTER_DOCUMENTS] = {
    { N_("Documents and packs"),
      { "md", "markdown", "txt", "text", "html", "htm", "pdf", "odt", "docx", "csv", "tsv", "json",
        "gift", "ikpack", "ikpanel", "ikscore" } },
  },
  [IK_FILE_FILTER_PACK] = {
    { N_("Interview Kit packs"), { "ikpack" } },
    { N_("Markdown"), { "md" } },
    { N_("Tables (CSV)"), { "csv" } },
  },
  [IK_FILE_FILTER_LIBRARY] = {
    { N_("Libraries"), { "db" } },
  },
  [IK_FILE_FILTER_REPORT] = {
    { N_("Reports"), { "pdf", "md", "json", "csv" } },
  },
  [IK_FILE_FILTER_PICTURE] = {
    { N_("Pictures"), { "png", "jpg", "jpeg", "svg", "webp" } },
  },
  [IK_FILE_FILTER_INVITATION] = {
    { N_("Invitations to a panel"), { "ikpanel" } },
  },
  [IK_FILE_FILTER_SCORECARD] = {
    { N_("Scorecards of a panel"), { "ikscore" } },
  },
  [IK_FILE_FILTER_ANY] = {
    { NULL, { NULL } },
  },
};

/* What a filter is for; none for all files. */
#define FORMAT_KEY "ik-format"

static void
add_filters (GtkFileChooser *chooser,
             IkFileFilter    kind)
{
  g_autoptr(GtkFileFilter) all = gtk_file_filter_new ();

  for (guint k = 0; k < MAX_FORMATS && formats[kind][k].name != NULL; k++)
    {
      const Format *format = &formats[kind][k];
      g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();

      gtk_file_filter_set_name (filter, _(format->name));
      for (guint i = 0; format->suffixes[i] != NULL; i++)
        gtk_file_filter_add_suffix (filter, format->suffixes[i]);
      g_object_set_data (G_OBJECT (filter), FORMAT_KEY, (gpointer) format);
      gtk_file_chooser_add_filter (chooser, filter);
    }

  gtk_file_filter_set_name (all, _("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, all);
}

/* Whether it is one of ours: "1.0" has none. */
static gboolean
is_ending (const char *word)
{
  for (guint kind = 0; kind < G_N_ELEMENTS (formats); kind++)
    {
      for (guint k = 0; k < MAX_FORMATS; k++)
        {
          if (g_strv_contains (formats[kind][k].suffixes, word))
            return TRUE;
        }
    }

  return FALSE;
}

/* The ending of a file says in which format it is written, so it goes with the
 * filter. A dialog of a portal tells of its filter only at the end: there the
 * person types the ending. */
static void
filter_changed_cb (GtkFileChooser *chooser,
                   GParamSpec     *pspec,
                   gpointer        user_data)
{
  GtkFileFilter *filter = gtk_file_chooser_get_filter (chooser);
  const Format *format = filter != NULL ? g_object_get_data (G_OBJECT (filter), FORMAT_KEY) : NULL;
  g_autofree char *name = gtk_file_chooser_get_current_name (chooser);
  g_autofree char *changed = NULL;
  char *dot = name != NULL ? strrchr (name, '.') : NULL;

  if (format == NULL || name == NULL)
    return;
  if (dot != NULL && g_strv_contains (format->suffixes, dot + 1))
    return;

  if (dot != NULL && is_ending (dot + 1))
    *dot = '\0';
  changed = g_strjoin (".", name, format->suffixes[0], NULL);
  gtk_file_chooser_set_current_name (chooser, changed);
}

/* #GtkFileChooserNative doesn't tell of its filter; the dialog that it shows
 * does, where it is one of this process. */
static void
follow_filter (GtkFileChooserNative *native)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (GTK_IS_FILE_CHOOSER_DIALOG (window) &&
          gtk_window_get_transient_for (window) ==
          gtk_native_dialog_get_transient_for (GTK_NATIVE_DIALOG (native)))
        g_signal_connect (window, "notify::filter", G_CALLBACK (filter_changed_cb), NULL);
    }
}

/* GTK tells the list of recent files, which all programs of the desktop share,
 * about each file that is chosen in its dialog, and the name of a file may tell
 * who is interviewed. It does so some time later. To switch the list off
 * (gtk-recent-files-enabled) would empty it for everybody: so the files of this
 * program are taken out again before each write. A dialog of a portal belongs
 * to the portal's process, which keeps lists as it sees fit. */
static GHashTable *unlisted; /* (element-type utf8): URIs; from the first dialog on */

/* What the list had as the last dialog opened: no secret of ours. */
static GHashTable *listed; /* (element-type utf8): URIs */

/* What writes the list: the handler of the class. */
static void (*write_list) (GtkRecentManager *manager);

/**
 * ik_file_dialog_forget_files:
 *
 * Takes the files that were chosen out of the desktop's list of recent files.
 * Before GTK writes the list as the application ends; otherwise this happens by
 * itself.
 */
void
ik_file_dialog_forget_files (void)
{
  GtkRecentManager *manager;
  GHashTableIter iter;
  gpointer uri;

  if (unlisted == NULL)
    return;

  manager = gtk_recent_manager_get_default ();
  g_hash_table_iter_init (&iter, unlisted);
  while (g_hash_table_iter_next (&iter, &uri, NULL))
    {
      if (gtk_recent_manager_has_item (manager, uri))
        gtk_recent_manager_remove_item (manager, uri, NULL);
    }
}

/* Takes the place of the handler of the class, which comes before all others and
 * before emission hooks. */
static void
forget_and_write (GtkRecentManager *manager)
{
  ik_file_dialog_forget_files ();
  write_list (manager);
}

static void
watch_list (void)
{
  GtkRecentManager *manager = gtk_recent_manager_get_default ();
  GtkRecentManagerClass *manager_class = GTK_RECENT_MANAGER_GET_CLASS (manager);
  GList *items = gtk_recent_manager_get_items (manager);

  if (unlisted == NULL)
    {
      unlisted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      listed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      write_list = manager_class->changed;
      manager_class->changed = forget_and_write;
    }

  g_hash_table_remove_all (listed);
  for (GList *link = items; link != NULL; link = link->next)
    g_hash_table_add (listed, g_strdup (gtk_recent_info_get_uri (link->data)));
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);
}

/* It may stand in the list already: GTK adds it before it answers. */
static void
keep_from_list (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  if (!g_hash_table_contains (listed, uri))
    g_hash_table_add (unlisted, g_steal_pointer (&uri));
}

static void
response_cb (GtkNativeDialog *dialog,
             int              response,
             gpointer         user_data)
{
  g_autoptr(GTask) task = user_data;
  GPtrArray *files = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr(GListModel) chosen = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));

      files = g_ptr_array_new_with_free_func (g_object_unref);
      for (guint i = 0; i < g_list_model_get_n_items (chosen); i++)
        {
          GFile *file = g_list_model_get_item (chosen, i);

          keep_from_list (file);
          g_ptr_array_add (files, file);
        }
    }

  g_task_return_pointer (task, files, (GDestroyNotify) g_ptr_array_unref);
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

/* The dialog lives until it is answered. */
static void
show (GtkFileChooserNative *dialog,
      GTask                *task)
{
  watch_list ();
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static GtkFileChooserNative *
create_dialog (GtkWidget            *parent,
               const char           *title,
               GtkFileChooserAction  action)
{
  return gtk_file_chooser_native_new (title, GTK_WINDOW (gtk_widget_get_root (parent)),
                                      action, NULL, NULL);
}

void
ik_file_dialog_open_async (GtkWidget           *parent,
                           const char          *title,
                           IkFileFilter         filter,
                           gboolean             multiple,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  GtkFileChooserNative *dialog;

  g_return_if_fail (GTK_IS_WIDGET (parent));

  dialog = create_dialog (parent, title, GTK_FILE_CHOOSER_ACTION_OPEN);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), multiple);
  add_filters (GTK_FILE_CHOOSER (dialog), filter);
  show (dialog, g_task_new (parent, NULL, callback, user_data));
}

/**
 * ik_file_dialog_open_finish:
 *
 * Returns: (nullable) (element-type GFile): the files, at least one; %NULL
 *   where the person cancelled
 */
GPtrArray *
ik_file_dialog_open_finish (GAsyncResult *result)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}

/**
 * ik_file_dialog_save_async:
 * @name: name of the file that is offered
 *
 * Asks for a file to write; an existing one only after a second question. Where
 * there are several formats, the ending of the name follows the one that is
 * chosen.
 */
void
ik_file_dialog_save_async (GtkWidget           *parent,
                           const char          *title,
                           IkFileFilter         filter,
                           const char          *name,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  GtkFileChooserNative *dialog;

  g_return_if_fail (GTK_IS_WIDGET (parent));

  dialog = create_dialog (parent, title, GTK_FILE_CHOOSER_ACTION_SAVE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  add_filters (GTK_FILE_CHOOSER (dialog), filter);
  show (dialog, g_task_new (parent, NULL, callback, user_data));
  follow_filter (dialog);
}

void
ik_file_dialog_folder_async (GtkWidget           *parent,
                             const char          *title,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_return_if_fail (GTK_IS_WIDGET (parent));

  show (create_dialog (parent, title, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER),
        g_task_new (parent, NULL, callback, user_data));
}

/**
 * ik_file_dialog_finish:
 *
 * Returns: (nullable) (transfer full): the file or folder, %NULL where the
 *   person cancelled
 */
GFile *
ik_file_dialog_finish (GAsyncResult *result)
{
  g_autoptr(GPtrArray) files = ik_file_dialog_open_finish (result);

  return files != NULL && files->len > 0 ? g_object_ref (g_ptr_array_index (files, 0)) : NULL;
}

/**
 * ik_file_dialog_make_name:
 * @title: a title
 * @ending: (nullable): ending of the file, without the dot; %NULL for a folder
 *
 * Returns: (transfer full): a name of a file or a folder made of a title; it
 *   neither begins nor ends with a dot, whatever the title does
 */
char *
ik_file_dialog_make_name (const char *title,
                          const char *ending)
{
  g_autofree char *stem = NULL;

  gsize length;

  g_return_val_if_fail (title != NULL, NULL);

  stem = g_strstrip (g_strdelimit (g_strdup (title), "/\\:*?\"<>|\n\t", ' '));
  length = strlen (stem);
  while (length > 0 && (stem[length - 1] == '.' || stem[length - 1] == ' '))
    stem[--length] = '\0';
  if (stem[0] == '.')
    stem[0] = '_';

  return g_strjoin (".", stem[0] != '\0' ? stem : _("Untitled"), ending, NULL);
}
