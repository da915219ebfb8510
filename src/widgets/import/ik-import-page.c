#include "ik-import-page.h"

#include <glib/gi18n.h>

#include "ik-dialogs.h"
#include "ik-draft-list.h"
#include "ik-import.h"
#include "ik-question-words.h"
#include "ik-sentence.h"
#include "ik-toast.h"

/* Work that is done sooner shows no progress. */
#define PROGRESS_DELAY_MS 500

/**
 * IkImportPage:
 *
 * Shows what was found in documents, one after the other, before anything is
 * stored: the questions by section, and what was not taken with the reason.
 * Emits "finished" when no file is left.
 */
struct _IkImportPage
{
  IkPage         parent_instance;

  /* Template */
  AdwWindowTitle *heading;
  GtkWidget      *add_button;
  GtkStack       *stack;
  GtkEntry       *title;
  GtkLabel       *summary;
  IkDraftList    *questions;
  IkDraftList    *left_over;
  GtkStackPage   *left_over_page;
  GtkWidget      *switcher;
  AdwStatusPage  *failure;
  GtkRevealer    *progress_revealer;
  GtkProgressBar *progress;

  GQueue          files;        /* element-type GFile, owned; the first one is shown */
  guint           n_files;      /* in all */
  guint           n_done;
  IkPack         *draft;        /* owned, nullable; of the first file */
  GCancellable   *cancellable;  /* owned, nullable; of the work under way */
  guint           progress_id;  /* timeout, 0 if none */
  int             n_stored;     /* questions stored so far; atomic */
  guint           n_to_store;
  char           *pack_id;      /* owned, nullable; the last pack that was stored */
  guint           n_packs;      /* that were stored */
  guint           n_questions;  /* that were stored */
  char           *pack_title;   /* owned, nullable; of the last pack */
};

enum
{
  SIGNAL_FINISHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkImportPage, ik_import_page, IK_TYPE_PAGE)

static void read_next (IkImportPage *self);

/* One toast for all packs; the window stays where it is after a discard. */
static void
finish (IkImportPage *self)
{
  g_autofree char *count = ik_question_words_count (self->n_questions, 0);
  g_autofree char *title = NULL;

  if (self->n_packs == 1)
    title = g_strdup_printf (_("“%s” added with %s"), self->pack_title, count);
  else if (self->n_packs > 1)
    title = g_strdup_printf (g_dngettext (NULL, "%u pack added with %s",
                                          "%u packs added with %s", self->n_packs),
                             self->n_packs, count);

  if (title != NULL)
    ik_toast_show_undo_steps (GTK_WIDGET (self), title, self->n_packs);

  g_signal_emit (self, signals[SIGNAL_FINISHED], 0, self->pack_id);
}

static gboolean
progress_cb (gpointer data)
{
  IkImportPage *self = data;
  guint n_stored = (guint) g_atomic_int_get (&self->n_stored);

  gtk_revealer_set_reveal_child (self->progress_revealer, TRUE);
  if (self->n_to_store > 0)
    gtk_progress_bar_set_fraction (self->progress, (double) n_stored / self->n_to_store);
  else
    gtk_progress_bar_pulse (self->progress);

  return G_SOURCE_CONTINUE;
}

static gboolean
first_progress_cb (gpointer data)
{
  IkImportPage *self = data;

  self->progress_id = g_timeout_add (100, progress_cb, self);
  progress_cb (self);

  return G_SOURCE_REMOVE;
}

static void
begin_work (IkImportPage *self,
            const char   *text,
            guint         n_to_store)
{
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->n_to_store = n_to_store;
  g_atomic_int_set (&self->n_stored, 0);
  gtk_progress_bar_set_text (self->progress, text);
  self->progress_id = g_timeout_add (PROGRESS_DELAY_MS, first_progress_cb, self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.add", FALSE);
}

static void
end_work (IkImportPage *self)
{
  g_clear_handle_id (&self->progress_id, g_source_remove);
  g_clear_object (&self->cancellable);
  gtk_revealer_set_reveal_child (self->progress_revealer, FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.add", self->draft != NULL);
}

/* Goes on with the next file, or leaves. */
static void
drop_first (IkImportPage *self)
{
  g_autoptr(GFile) file = g_queue_pop_head (&self->files);

  self->n_done++;
  g_clear_pointer (&self->draft, ik_pack_free);
  if (g_queue_is_empty (&self->files))
    finish (self);
  else
    read_next (self);
}

static void
show_draft (IkImportPage *self)
{
  g_autofree char *summary = ik_question_words_count (ik_pack_count_questions (self->draft),
                                                      self->draft->sections->len);
  g_autofree char *left_over = g_strdup_printf (_("Not Taken (%u)"), self->draft->left_over->len);

  gtk_editable_set_text (GTK_EDITABLE (self->title), self->draft->title);
  gtk_label_set_text (self->summary, summary);
  ik_draft_list_set_pack (self->questions, self->draft, FALSE);
  ik_draft_list_set_pack (self->left_over, self->draft, TRUE);
  gtk_stack_page_set_title (self->left_over_page, left_over);
  gtk_stack_page_set_visible (self->left_over_page, self->draft->left_over->len > 0);
  gtk_widget_set_visible (self->switcher, self->draft->left_over->len > 0);
  gtk_stack_set_visible_child_name (self->stack, "draft");
  gtk_widget_grab_focus (self->add_button);
}

static void
show_failure (IkImportPage *self,
              const char   *sentence)
{
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);

  adw_status_page_set_description (self->failure, escaped);
  gtk_stack_set_visible_child_name (self->stack, "failure");
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  IkImportPage *self = IK_IMPORT_PAGE (source);
  g_autoptr(GError) error = NULL;
  IkPack *draft = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *sentence = error != NULL ? ik_sentence_from_error (error) : NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self->draft = draft;
  end_work (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.add",
                                 draft != NULL && ik_pack_count_questions (draft) > 0);
  if (draft == NULL)
    show_failure (self, sentence);
  else if (ik_pack_count_questions (draft) == 0)
    show_failure (self, _("No question was found in this document."));
  else
    show_draft (self);
}

static void
read_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  GError *error = NULL;
  IkPack *draft = ik_import_read (task_data, IK_DOCUMENT_KIND_UNKNOWN, NULL, cancellable, &error);

  if (draft != NULL)
    g_task_return_pointer (task, draft, (GDestroyNotify) ik_pack_free);
  else
    g_task_return_error (task, error);
}

static void
update_heading (IkImportPage *self)
{
  GFile *file = g_queue_peek_head (&self->files);
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : NULL;
  g_autofree char *display_name = name != NULL ? g_filename_display_name (name) : g_strdup ("");
  g_autofree char *subtitle = NULL;

  if (self->n_files > 1)
    /* Translators: a file's name, its number, and how many there are */
    subtitle = g_strdup_printf (_("%s, %u of %u"), display_name, self->n_done + 1, self->n_files);
  adw_window_title_set_subtitle (self->heading, subtitle != NULL ? subtitle : display_name);
}

static void
read_next (IkImportPage *self)
{
  g_autoptr(GTask) task = NULL;

  update_heading (self);
  gtk_stack_set_visible_child_name (self->stack, "reading");
  begin_work (self, _("Reading the document"), 0);

  task = g_task_new (self, self->cancellable, read_cb, NULL);
  g_task_set_task_data (task, g_object_ref (g_queue_peek_head (&self->files)), g_object_unref);
  g_task_run_in_thread (task, read_thread);
}

/* Lives until the job is over, which holds the page. */
static void
stored_some_cb (guint    n_done,
                guint    n_questions,
                gpointer data)
{
  IkImportPage *self = data;

  g_atomic_int_set (&self->n_stored, (int) n_done);
}

typedef struct
{
  IkPack       *draft;
  IkImportPage *page; /* unowned: the job's source */
} StoreData;

static void
store_data_free (StoreData *data)
{
  ik_pack_free (data->draft);
  g_free (data);
}

static gpointer
store_job (IkLibrary     *library,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  StoreData *store = data;
  const IkImportOptions options = { .progress = stored_some_cb, .progress_data = store->page };

  return ik_import_store (library, store->draft, &options, cancellable, error);
}

static void
stored_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  IkImportPage *self = IK_IMPORT_PAGE (source);
  g_autoptr(GError) error = NULL;
  char *id = ik_job_run_finish (result, &error);

  end_work (self);
  if (id == NULL)
    {
      g_autofree char *sentence = ik_sentence_from_error (error);

      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        drop_first (self);
      else
        show_failure (self, sentence);
      return;
    }

  g_free (self->pack_id);
  self->pack_id = id;
  self->n_packs++;
  self->n_questions += self->n_to_store;
  drop_first (self);
}

static void
add (GtkWidget  *widget,
     const char *action_name,
     GVariant   *parameter)
{
  IkImportPage *self = IK_IMPORT_PAGE (widget);
  g_autofree char *title = NULL;
  StoreData *data;

  if (self->draft == NULL || ik_page_get_library (IK_PAGE (self)) == NULL)
    return;

  title = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->title))));
  if (title[0] != '\0')
    {
      g_free (self->draft->title);
      self->draft->title = g_strdup (title);
    }
  g_free (self->pack_title);
  self->pack_title = g_strdup (self->draft->title);

  data = g_new0 (StoreData, 1);
  data->page = self;
  data->draft = g_steal_pointer (&self->draft);
  begin_work (self, _("Adding the questions"), ik_pack_count_questions (data->draft));
  ik_job_run_async (self, ik_page_get_library (IK_PAGE (self)), store_job, data,
                    (GDestroyNotify) store_data_free, g_free, self->cancellable, stored_cb, NULL);
}

static void
leave_asked_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  if (ik_dialogs_confirm_finish (result))
    gtk_widget_activate_action (GTK_WIDGET (source), "import.discard", NULL);
}

/* A key that is pressed by mistake must not cost what was read and corrected. */
static void
leave (GtkWidget  *widget,
       const char *action_name,
       GVariant   *parameter)
{
  IkImportPage *self = IK_IMPORT_PAGE (widget);

  if (self->draft == NULL || ik_pack_count_questions (self->draft) == 0)
    {
      gtk_widget_activate_action (widget, "import.discard", NULL);
      return;
    }

  ik_dialogs_confirm_async (widget, _("Discard the Draft?"),
                            _("Its questions are not in the library yet. The document itself "
                              "stays as it is."),
                            _("_Discard"), leave_asked_cb, NULL);
}

static void
discard (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  IkImportPage *self = IK_IMPORT_PAGE (widget);

  /* A store that is under way ends by itself and drops its file. */
  if (self->cancellable != NULL && self->n_to_store > 0)
    {
      g_cancellable_cancel (self->cancellable);
      return;
    }

  g_cancellable_cancel (self->cancellable);
  end_work (self);
  drop_first (self);
}

static void
ik_import_page_dispose (GObject *object)
{
  IkImportPage *self = IK_IMPORT_PAGE (object);

  g_clear_handle_id (&self->progress_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (ik_import_page_parent_class)->dispose (object);
}

static void
ik_import_page_finalize (GObject *object)
{
  IkImportPage *self = IK_IMPORT_PAGE (object);

  g_queue_clear_full (&self->files, g_object_unref);
  g_clear_pointer (&self->draft, ik_pack_free);
  g_free (self->pack_id);
  g_free (self->pack_title);

  G_OBJECT_CLASS (ik_import_page_parent_class)->finalize (object);
}

static void
ik_import_page_class_init (IkImportPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ik_import_page_dispose;
  object_class->finalize = ik_import_page_finalize;

  /* No file is left; with the id of the last pack that was stored, or NULL. */
  signals[SIGNAL_FINISHED] =
    g_signal_new ("finished", IK_TYPE_IMPORT_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (IK_TYPE_DRAFT_LIST);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-import-page.ui");
  gtk_widget_class_bind_template_child (widget_class, IkImportPage, heading);
  gtk_widget_class_bind_template_child (widget_class, IkImportPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, IkImportPage, stack);
  gtk_widget_class_bind_template_child (widget_class, IkImportPage, title);
  gtk_widget_class_bind_template_child (widget_class, IkImportPage, summary);
  gtk_widget_class_bind_template_child (widget_class, IkImportPage, questions);
  gtk_widget_class_bind_template_child (widget_class, IkImportPage, left_over);
  gtk_widget_class_bind_template_child (widget_class, IkImportPage, left_over_page);
  gtk_widget_class_bind_template_child (widget_class, IkImportPage, switcher);
  gtk_widget_class_bind_template_child (widget_class, IkImportPage, failure);
  gtk_widget_class_bind_template_child (widget_class, IkImportPage, progress_revealer);
  gtk_widget_class_bind_template_child (widget_class, IkImportPage, progress);

  gtk_widget_class_install_action (widget_class, "import.add", NULL, add);
  gtk_widget_class_install_action (widget_class, "import.discard", NULL, discard);
  gtk_widget_class_install_action (widget_class, "import.leave", NULL, leave);
}

static void
ik_import_page_init (IkImportPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_queue_init (&self->files);
}

GtkWidget *
ik_import_page_new (void)
{
  return g_object_new (IK_TYPE_IMPORT_PAGE, NULL);
}

/**
 * ik_import_page_add_file:
 * @file: a document or a pack file
 *
 * Reads a file, after those that wait already.
 */
void
ik_import_page_add_file (IkImportPage *self,
                         GFile        *file)
{
  g_return_if_fail (IK_IS_IMPORT_PAGE (self));
  g_return_if_fail (G_IS_FILE (file));

  g_queue_push_tail (&self->files, g_object_ref (file));
  self->n_files++;
  if (g_queue_get_length (&self->files) == 1)
    read_next (self);
  else
    update_heading (self);
}
