#include "ik-import-page-private.h"

#include <glib/gi18n.h>

#include "ik-import.h"
#include "ik-pack-union.h"
#include "ik-sentence.h"
#include "ik-text.h"
#include "ik-toast.h"

/* Work that is done sooner shows no progress. */
#define PROGRESS_DELAY_MS 500
#define PROGRESS_STEP_MS 100

void
ik_kept_draft_free (IkKeptDraft *self)
{
  ik_draft_content_unref (self->content);
  g_bytes_unref (self->accepted);
  g_hash_table_unref (self->decisions);
  g_free (self);
}

/* Progress */

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

  self->progress_id = g_timeout_add (PROGRESS_STEP_MS, progress_cb, self);
  progress_cb (self);

  return G_SOURCE_REMOVE;
}

/**
 * ik_import_page_begin_work:
 * @text: what is being done
 * @n_to_store: how many questions are stored, 0 for other work
 *
 * Shows the progress of work that takes its time.
 */
void
ik_import_page_begin_work (IkImportPage *self,
                           const char   *text,
                           guint         n_to_store)
{
  self->n_to_store = n_to_store;
  g_atomic_int_set (&self->n_stored, 0);
  gtk_progress_bar_set_text (self->progress, text);
  if (self->progress_id == 0)
    self->progress_id = g_timeout_add (PROGRESS_DELAY_MS, first_progress_cb, self);
}

/**
 * ik_import_page_end_work:
 *
 * Shows no progress any more.
 */
void
ik_import_page_end_work (IkImportPage *self)
{
  g_clear_handle_id (&self->progress_id, g_source_remove);
  /* A bar that was pulsed draws frame after frame, seen or not, until it has a
   * fraction. */
  gtk_progress_bar_set_fraction (self->progress, 0);
  g_clear_object (&self->cancellable);
  gtk_revealer_set_reveal_child (self->progress_revealer, FALSE);
}

/* Files */

static gboolean
are_together (IkImportPage *self)
{
  return self->kept->len > 0 || (self->n_files - self->n_done > 1 &&
                                 ik_files_bar_is_together (self->files_bar));
}

/**
 * ik_import_page_is_last:
 *
 * Returns: whether adding stores something now, rather than keeping the draft
 *   for the files that follow
 */
gboolean
ik_import_page_is_last (IkImportPage *self)
{
  return !are_together (self) || g_queue_get_length (&self->files) <= 1;
}

/**
 * ik_import_page_show_number:
 *
 * Tells which file this is, and of how many.
 */
void
ik_import_page_show_number (IkImportPage *self)
{
  GFile *file = g_queue_peek_head (&self->files);
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : NULL;
  g_autofree char *display_name = name != NULL ? g_filename_display_name (name) : g_strdup ("");
  g_autofree char *subtitle = NULL;

  if (self->n_files > 1)
    /* Translators: a file's name, its number, and how many there are */
    subtitle = g_strdup_printf (_("%s, %u of %u"), display_name, self->n_done + 1, self->n_files);
  adw_window_title_set_subtitle (self->heading, subtitle != NULL ? subtitle : display_name);
  ik_import_page_update (self);
}

void
ik_import_page_read_next (IkImportPage *self)
{
  g_clear_object (&self->draft);
  self->draft = ik_draft_new ();
  ik_import_page_show_draft (self);
  ik_import_page_begin_work (self, _("Reading the document"), 0);
  ik_draft_open (self->draft, g_queue_peek_head (&self->files));
  ik_import_page_show_number (self);
}

/* Storing */

typedef struct
{
  GPtrArray    *drafts; /* element-type IkKeptDraft */
  char         *title;
  IkImportPage *page;   /* unowned: the job's source */
} StoreData;

static void
store_data_free (StoreData *data)
{
  g_ptr_array_unref (data->drafts);
  g_free (data->title);
  g_free (data);
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

static void
add_decisions (GHashTable *decisions,
               GHashTable *part)
{
  GHashTableIter iter;
  gpointer id;
  gpointer decision;

  g_hash_table_iter_init (&iter, part);
  while (g_hash_table_iter_next (&iter, &id, &decision))
    g_hash_table_insert (decisions, g_strdup (id), decision);
}

/* Fills @decisions with what becomes of its questions. */
static IkPack *
create_pack (const StoreData *data,
             GHashTable      *decisions)
{
  g_autoptr(GPtrArray) packs = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_pack_free);
  g_autoptr(GPtrArray) parts = g_ptr_array_new ();
  IkPack *pack;

  for (guint i = 0; i < data->drafts->len; i++)
    {
      const IkKeptDraft *kept = g_ptr_array_index (data->drafts, i);

      g_ptr_array_add (packs, ik_draft_content_pick (kept->content, kept->accepted));
      g_ptr_array_add (parts, kept->decisions);
    }

  if (packs->len > 1)
    pack = ik_pack_union_new (packs, parts, data->title);
  else
    {
      pack = g_ptr_array_steal_index (packs, 0);
      ik_text_set (&pack->title, data->title);
    }
  for (guint i = 0; i < parts->len; i++)
    add_decisions (decisions, parts->pdata[i]);

  return pack;
}

static gpointer
store_job (IkLibrary     *library,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  StoreData *store = data;
  g_autoptr(GHashTable) decisions =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(IkPack) pack = create_pack (store, decisions);
  IkImportOptions options = {
    .decisions = decisions,
    .progress = stored_some_cb,
    .progress_data = store->page,
  };

  char *id = ik_import_store (library, pack, &options, cancellable, error);

  /* What is freed on the main loop makes the window wait. What failed is wanted
   * once more. */
  if (id != NULL)
    g_ptr_array_set_size (store->drafts, 0);

  return id;
}

/* What the last file was skipped for. */
static void
show_waiting (IkImportPage *self,
              const GError *error)
{
  g_autofree char *sentence =
    g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
    ? g_strdup (_("What was accepted is still here, to be added or discarded."))
    : ik_sentence_from_error (error);

  ik_import_page_update (self);
  ik_import_page_show_failure (self, sentence);
}

/* What was accepted is there still, to be added once more; the last of it by its
 * draft, unless that file was skipped. */
static void
fail_to_store (IkImportPage *self,
               const GError *error)
{
  if (self->is_leaving)
    {
      ik_import_page_drop_all (self);
      return;
    }

  g_ptr_array_extend_and_steal (self->kept, g_steal_pointer (&self->storing));
  if (self->draft == NULL)
    {
      show_waiting (self, error);
      return;
    }

  g_ptr_array_set_size (self->kept, (int) self->kept->len - 1);
  ik_toast_show_error (GTK_WIDGET (self), error);
  ik_import_page_update (self);
}

static void
stored_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  IkImportPage *self = IK_IMPORT_PAGE (source);
  g_autoptr(GError) error = NULL;
  char *id = ik_job_run_finish (result, &error);

  ik_import_page_end_work (self);
  if (id != NULL)
    {
      g_free (self->pack_id);
      self->pack_id = id;
      self->n_packs++;
      self->n_questions += self->n_to_store;
      ik_import_page_drop_first (self);
    }
  else
    fail_to_store (self, error);
  g_clear_pointer (&self->storing, g_ptr_array_unref);
}

static void
store (IkImportPage *self)
{
  StoreData *data = g_new0 (StoreData, 1);
  guint n_questions = 0;

  data->page = self;
  data->title = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->title))));
  data->drafts = g_steal_pointer (&self->kept);
  self->storing = g_ptr_array_ref (data->drafts);
  self->is_leaving = FALSE;
  self->kept = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_kept_draft_free);
  for (guint i = 0; i < data->drafts->len; i++)
    n_questions += ((IkKeptDraft *) g_ptr_array_index (data->drafts, i))->n_questions;

  if (data->title[0] == '\0')
    {
      const IkKeptDraft *first = g_ptr_array_index (data->drafts, 0);

      ik_text_set (&data->title, first->content->pack->title);
    }
  ik_text_set (&self->pack_title, data->title);

  ik_import_page_begin_work (self, _("Adding the questions"), n_questions);
  self->cancellable = g_cancellable_new ();
  ik_import_page_update (self);
  ik_job_change_async (self, ik_page_get_library (IK_PAGE (self)), store_job, data,
                       (GDestroyNotify) store_data_free, g_free, self->cancellable, stored_cb,
                       NULL);
}

static void
keep (IkImportPage *self)
{
  IkKeptDraft *kept = g_new0 (IkKeptDraft, 1);

  kept->content = ik_draft_content_ref (ik_draft_get_content (self->draft));
  kept->accepted = ik_draft_dup_accepted (self->draft);
  kept->n_questions = ik_draft_count_accepted (self->draft);
  kept->decisions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  ik_draft_add_decisions (self->draft, kept->decisions);
  g_ptr_array_add (self->kept, kept);
}

/**
 * ik_import_page_is_waiting:
 *
 * Returns: whether all files are done with, and what was kept of them could not
 *   be stored
 */
gboolean
ik_import_page_is_waiting (IkImportPage *self)
{
  return self->draft == NULL && self->cancellable == NULL && self->kept->len > 0;
}

/**
 * ik_import_page_add:
 *
 * Stores what is accepted; where all files go into one pack and others follow,
 * goes on with the next one.
 */
void
ik_import_page_add (IkImportPage *self)
{
  gboolean is_last = ik_import_page_is_last (self);
  gboolean is_read = self->draft != NULL && ik_draft_get_content (self->draft) != NULL;

  if (ik_page_get_library (IK_PAGE (self)) == NULL ||
      (!is_read && !ik_import_page_is_waiting (self)))
    return;

  if (is_read)
    keep (self);
  if (is_last)
    store (self);
  else
    ik_import_page_drop_first (self);
}

/**
 * ik_import_page_drop_first:
 *
 * Goes on with the next file, or leaves; what was kept until then is stored
 * before.
 */
void
ik_import_page_drop_first (IkImportPage *self)
{
  g_autoptr(GFile) file = g_queue_pop_head (&self->files);

  ik_import_page_end_work (self);
  self->n_done++;
  g_clear_object (&self->draft);
  ik_source_list_set_draft (self->source, NULL);
  ik_draft_list_set_draft (self->questions, NULL);
  ik_draft_list_set_draft (self->left_over, NULL);

  if (!g_queue_is_empty (&self->files))
    ik_import_page_read_next (self);
  else if (self->kept->len > 0)
    store (self);
  else
    ik_import_page_finish (self);
}

/**
 * ik_import_page_drop_all:
 *
 * Leaves; what was kept until then isn't stored.
 */
void
ik_import_page_drop_all (IkImportPage *self)
{
  g_ptr_array_set_size (self->kept, 0);
  while (g_queue_get_length (&self->files) > 1)
    {
      g_object_unref (g_queue_pop_tail (&self->files));
      self->n_done++;
    }
  ik_import_page_drop_first (self);
}

/**
 * ik_import_page_count_files:
 *
 * Returns: how many files are not stored yet, with those that wait for others
 */
guint
ik_import_page_count_files (IkImportPage *self)
{
  return g_queue_get_length (&self->files) + self->kept->len;
}
