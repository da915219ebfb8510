#include "ik-import-page-private.h"

#include <glib/gi18n.h>

#include "ik-duplicates-bar.h"
#include "ik-even-layout.h"
#include "ik-question-words.h"
#include "ik-sentence.h"
#include "ik-toast.h"

/* Lines that are looked at for the question that follows them. */
#define MAX_LOOK_AHEAD 100

/**
 * IkImportPage:
 *
 * Shows what was found in documents, one after the other, before anything is
 * stored: the document on one side, on the other the questions by section and
 * what was not taken with the reason. A line of the document is selected, and
 * with it what it became; commands are about that. Emits "finished" when no
 * file is left.
 */

enum
{
  SIGNAL_FINISHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkImportPage, ik_import_page, IK_TYPE_PAGE)

/* Both sides */

/* Selects in the draft what the selected line became. */
static void
follow_source (IkImportPage *self)
{
  const IkDraftLine *marked = ik_import_page_get_marked (self);

  if (marked == NULL || marked->entry == IK_DRAFT_NO_ENTRY)
    return;

  if (marked->mark == IK_LINE_MARK_NOT_TAKEN)
    ik_draft_list_select_entry (self->left_over, marked->entry);
  else
    ik_draft_list_select_entry (self->questions, ik_import_page_get_marked_entry (self, marked));
}

static void
source_selected_cb (IkImportPage *self)
{
  follow_source (self);
  ik_import_page_update (self);
}

static void
draft_selected_cb (IkImportPage *self,
                   IkDraftList  *list)
{
  guint line = ik_draft_list_get_line (list);

  if (ik_import_page_has_document (self) && line > 0)
    ik_source_list_select_line (self->source, line);
  ik_import_page_update (self);
}

/* The pane that the pointer or the focus came to last. */
static void
lead_cb (GtkWidget *part)
{
  GtkWidget *page = gtk_widget_get_ancestor (part, IK_TYPE_IMPORT_PAGE);

  if (page != NULL)
    IK_IMPORT_PAGE (page)->leader = part;
}

static void
source_scrolled_cb (IkImportPage *self)
{
  IkDraftContent *content = self->draft != NULL ? ik_draft_get_content (self->draft) : NULL;
  guint first = ik_source_list_get_first_line (self->source);

  if (self->leader != GTK_WIDGET (self->source) || content == NULL || first == 0)
    return;

  for (guint line = first; line < first + MAX_LOOK_AHEAD; line++)
    {
      const IkDraftLine *marked = ik_draft_content_get_line (content, line);

      if (marked == NULL)
        return;
      if (marked->entry != IK_DRAFT_NO_ENTRY && marked->mark != IK_LINE_MARK_NOT_TAKEN)
        {
          ik_draft_list_show_entry (self->questions, marked->entry);
          return;
        }
    }
}

static void
draft_scrolled_cb (IkImportPage *self,
                   IkDraftList  *list)
{
  guint line;

  if (self->leader != GTK_WIDGET (self->parts) || !ik_import_page_has_document (self) ||
      !gtk_widget_get_mapped (GTK_WIDGET (list)))
    return;

  line = ik_draft_list_get_first_line (list);
  if (line > 0)
    ik_source_list_show_line (self->source, line);
}

static void
arrange (IkImportPage *self)
{
  gboolean narrow = ik_adaptive_bin_is_narrow (self->adaptive);
  gboolean shows_source = gtk_toggle_button_get_active (self->source_tab);
  gboolean with_source = ik_import_page_has_document (self);

  gtk_widget_set_visible (GTK_WIDGET (self->heading), !narrow);
  gtk_label_set_xalign (self->summary, narrow ? 0 : 1);
  gtk_widget_set_visible (self->switcher, narrow && with_source);
  gtk_widget_set_visible (self->source_part, with_source && (!narrow || shows_source));
  gtk_widget_set_visible (self->draft_part, !with_source || !narrow || !shows_source);

  if (narrow && shows_source && ik_source_list_get_line (self->source) > 0)
    ik_source_list_show_line (self->source, ik_source_list_get_line (self->source));
  else if (narrow)
    follow_source (self);
}

static void
arrange_cb (IkImportPage *self)
{
  arrange (self);
  ik_import_page_update (self);
}

/* The draft */

static const char *
get_part_name (IkImportPage *self)
{
  IkDraftContent *content = ik_draft_get_content (self->draft);

  if (content == NULL)
    return "busy";
  if (gtk_toggle_button_get_active (self->left_over_tab))
    return "left-over";

  return content->questions->len > 0 ? "questions" : "none";
}

/* What had the focus comes out of view, or is gone already. */
static void
show_part (IkImportPage *self)
{
  GtkWidget *before = gtk_stack_get_visible_child (self->parts);

  if (self->draft == NULL)
    return;

  gtk_stack_set_visible_child_name (self->parts, get_part_name (self));
  if (gtk_stack_get_visible_child (self->parts) != before && !ik_import_page_has_focus (self))
    ik_import_page_take_focus (self);
}

/* What is selected is what is seen to be. */
static void
left_over_toggled_cb (IkImportPage *self)
{
  gboolean left_over = gtk_toggle_button_get_active (self->left_over_tab);
  IkDraftList *list = left_over ? self->left_over : self->questions;

  show_part (self);
  if (self->draft == NULL || ik_draft_get_content (self->draft) == NULL)
    return;

  if (ik_draft_list_get_line (list) == 0)
    ik_draft_list_select_entry (list, 0);
  draft_selected_cb (self, list);
}

void
ik_import_page_show_part (IkImportPage *self,
                          gboolean      left_over)
{
  gtk_toggle_button_set_active (left_over ? self->left_over_tab : self->questions_tab, TRUE);
}

static void
edit_cb (IkImportPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "import.edit", NULL);
}

static void
together_cb (IkImportPage *self)
{
  ik_import_page_update (self);
}

/* Twins */

static gpointer
find_twins_job (IkLibrary     *library,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  const IkDraftContent *content = data;

  return ik_import_find_twins (library, content->pack, cancellable, error);
}

/* Another draft may be shown by now; it has a search of its own. */
static void
found_twins_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  IkImportPage *self = IK_IMPORT_PAGE (source);
  g_autoptr(IkDraft) draft = user_data;
  g_autoptr(GError) error = NULL;
  GPtrArray *twins = ik_job_run_finish (result, &error);

  if (twins != NULL)
    ik_draft_take_twins (draft, twins);
  else if (self->draft == draft)
    ik_toast_show_error (GTK_WIDGET (self), error);
  if (self->draft == draft)
    ik_import_page_update (self);
}

static void
find_twins (IkImportPage *self)
{
  IkLibrary *library = ik_page_get_library (IK_PAGE (self));

  if (library != NULL && self->draft != NULL && ik_draft_get_content (self->draft) != NULL)
    ik_job_run_async (self, library, find_twins_job,
                      ik_draft_content_ref (ik_draft_get_content (self->draft)),
                      (GDestroyNotify) ik_draft_content_release,
                      (GDestroyNotify) g_ptr_array_unref, NULL, found_twins_cb,
                      g_object_ref (self->draft));
}

/* The library is there, or was changed. */
static void
ik_import_page_load (IkPage *page)
{
  find_twins (IK_IMPORT_PAGE (page));
}

/* The first question is what a person begins with. */
static void
show_first (IkImportPage *self)
{
  IkDraftContent *content = ik_draft_get_content (self->draft);
  const IkDraftEntry *entry = ik_draft_content_get_question (content, 0);
  guint line = entry != NULL ? ik_question_get_first_line (entry->question) : 1;

  if (self->kept->len == 0)
    gtk_editable_set_text (GTK_EDITABLE (self->title), content->pack->title);
  ik_draft_list_select_entry (self->questions, 0);
  if (ik_import_page_has_document (self))
    ik_source_list_select_line (self->source, MAX (line, 1));
  ik_import_page_take_focus (self);
}

static void
opened_cb (IkImportPage *self)
{
  ik_source_list_set_draft (self->source, ik_import_page_has_document (self) ? self->draft : NULL);
  ik_draft_list_set_draft (self->questions, self->draft);
  ik_draft_list_set_draft (self->left_over, self->draft);
  ik_import_page_show_part (self, FALSE);
  show_part (self);
  arrange (self);
  if (ik_import_page_has_document (self))
    gtk_stack_set_visible_child_name (self->stack, "draft");
}

/* What is selected stays in view, whatever went above it. */
static void
show_line (IkImportPage *self)
{
  guint line = ik_source_list_get_line (self->source);

  if (ik_import_page_has_document (self) && line > 0)
    ik_source_list_show_line (self->source, line);
}

/**
 * ik_import_page_expect_kind:
 *
 * Lets the draft that the last step makes tell what became of the questions:
 * the step is about all lines that look alike.
 */
void
ik_import_page_expect_kind (IkImportPage *self)
{
  self->is_of_kind = TRUE;
  self->n_before = ik_draft_get_content (self->draft)->questions->len;
}

/* Much may come of one key, and out of view. */
static void
tell_kind (IkImportPage *self,
           guint         n_questions)
{
  g_autofree char *title = NULL;

  if (self->is_of_kind && n_questions != self->n_before)
    {
      /* Translators: short; how many questions there were, and how many there are */
      title = g_strdup_printf (_("%u questions became %u (Ctrl+Z)"), self->n_before, n_questions);
      ik_toast_show_action (GTK_WIDGET (self), title, _("_Undo"), "import.undo", NULL);
    }
  self->is_of_kind = FALSE;
}

static void
changed_cb (IkImportPage *self)
{
  IkDraftContent *content = ik_draft_get_content (self->draft);

  ik_import_page_end_work (self);
  if (!ik_import_page_has_document (self) && content->questions->len == 0)
    {
      ik_import_page_show_failure (self, _("No question was found in this document."));
      return;
    }

  gtk_stack_set_visible_child_name (self->stack, "draft");
  show_part (self);
  if (!self->is_shown)
    show_first (self);
  else
    {
      follow_source (self);
      show_line (self);
      tell_kind (self, content->questions->len);
    }
  self->is_shown = TRUE;
  ik_import_page_update (self);
  find_twins (self);
}

static void
stepped_cb (IkImportPage *self)
{
  /* Its button would take another step back. */
  ik_import_page_leave_toast (self);
  ik_toast_dismiss (GTK_WIDGET (self));
  self->is_of_kind = FALSE;
  if (ik_draft_is_busy (self->draft))
    ik_import_page_begin_work (self, _("Looking for the questions"), 0);
  ik_import_page_update (self);
}

static void
refused_cb (IkImportPage *self,
            const char   *label)
{
  /* Translators: “Split” or “Join” */
  g_autofree char *title = g_strdup_printf (_("“%s” isn't possible here; nothing was changed"),
                                            label);

  ik_toast_show (GTK_WIDGET (self), title);
}

static void
failed_cb (IkImportPage *self,
           const GError *error)
{
  g_autofree char *sentence = ik_sentence_from_error (error);

  ik_import_page_end_work (self);
  if (self->is_shown)
    ik_toast_show_error (GTK_WIDGET (self), error);
  else
    ik_import_page_show_failure (self, sentence);
  ik_import_page_update (self);
}

/**
 * ik_import_page_show_draft:
 *
 * Shows a draft that is about to be opened.
 */
void
ik_import_page_show_draft (IkImportPage *self)
{
  self->is_shown = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->add_button), TRUE);
  gtk_stack_set_visible_child_name (self->stack, "reading");
  g_signal_connect_object (self->draft, "opened", G_CALLBACK (opened_cb), self,
                           G_CONNECT_SWAPPED);
  /* The lists come first: they connect when the draft is open. */
  g_signal_connect_object (self->draft, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->draft, "stepped", G_CALLBACK (stepped_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->draft, "refused", G_CALLBACK (refused_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->draft, "failed", G_CALLBACK (failed_cb), self,
                           G_CONNECT_SWAPPED);
}

void
ik_import_page_show_failure (IkImportPage *self,
                             const char   *sentence)
{
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);

  adw_status_page_set_description (self->failure, escaped);
  gtk_widget_set_visible (GTK_WIDGET (self->add_button), FALSE);
  gtk_stack_set_visible_child_name (self->stack, "failure");
  ik_import_page_take_focus (self);
}

/**
 * ik_import_page_finish:
 *
 * Leaves. One toast for all packs, on what comes into view then; the window stays
 * where it is after a discard.
 */
void
ik_import_page_finish (IkImportPage *self)
{
  GtkRoot *window = gtk_widget_get_root (GTK_WIDGET (self));
  guint n_packs = self->n_packs;
  g_autofree char *count = ik_question_words_count (self->n_questions, 0);
  g_autofree char *title = NULL;

  if (self->n_packs == 1)
    title = g_strdup_printf (_("“%s” added with %s"), self->pack_title, count);
  else if (self->n_packs > 1)
    title = g_strdup_printf (g_dngettext (NULL, "%u pack added with %s",
                                          "%u packs added with %s", self->n_packs),
                             self->n_packs, count);

  g_signal_emit (self, signals[SIGNAL_FINISHED], 0, self->pack_id);

  if (title != NULL && window != NULL)
    ik_toast_show_undo_steps (GTK_WIDGET (window), title, n_packs);
}

static void
set_menus (IkImportPage *self)
{
  g_autoptr(GtkBuilder) builder =
    gtk_builder_new_from_resource ("/com/example/InterviewKit/ui/ik-import-menus.ui");

  GMenuModel *block_menu = G_MENU_MODEL (gtk_builder_get_object (builder, "block_menu"));
  GMenuModel *question_menu = G_MENU_MODEL (gtk_builder_get_object (builder, "question_menu"));

  ik_position_view_set_menu (IK_POSITION_VIEW (self->source), block_menu);
  ik_position_view_set_menu (IK_POSITION_VIEW (self->questions), question_menu);
  ik_position_view_set_menu (IK_POSITION_VIEW (self->left_over), block_menu);
}

static void
ik_import_page_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ik_import_page_parent_class)->root (widget);

  ik_import_page_watch_focus (IK_IMPORT_PAGE (widget));
}

static void
ik_import_page_unroot (GtkWidget *widget)
{
  ik_import_page_unwatch_focus (IK_IMPORT_PAGE (widget));

  GTK_WIDGET_CLASS (ik_import_page_parent_class)->unroot (widget);
}

static void
ik_import_page_dispose (GObject *object)
{
  IkImportPage *self = IK_IMPORT_PAGE (object);

  g_clear_handle_id (&self->progress_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (ik_import_page_parent_class)->dispose (object);
}

static void
ik_import_page_finalize (GObject *object)
{
  IkImportPage *self = IK_IMPORT_PAGE (object);

  g_queue_clear_full (&self->files, g_object_unref);
  g_ptr_array_unref (self->kept);
  g_clear_pointer (&self->storing, g_ptr_array_unref);
  g_free (self->pack_id);
  g_free (self->pack_title);

  G_OBJECT_CLASS (ik_import_page_parent_class)->finalize (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, IkImportPage, name)

static void
ik_import_page_class_init (IkImportPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ik_import_page_dispose;
  object_class->finalize = ik_import_page_finalize;
  widget_class->root = ik_import_page_root;
  widget_class->unroot = ik_import_page_unroot;
  IK_PAGE_CLASS (klass)->load = ik_import_page_load;

  /* No file is left; with the id of the last pack that was stored, or NULL. */
  signals[SIGNAL_FINISHED] =
    g_signal_new ("finished", IK_TYPE_IMPORT_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (IK_TYPE_ADAPTIVE_BIN);
  g_type_ensure (IK_TYPE_BLOCK_BAR);
  g_type_ensure (IK_TYPE_DRAFT_LIST);
  g_type_ensure (IK_TYPE_DUPLICATES_BAR);
  g_type_ensure (IK_TYPE_EVEN_LAYOUT);
  g_type_ensure (IK_TYPE_FILES_BAR);
  g_type_ensure (IK_TYPE_QUESTION_BAR);
  g_type_ensure (IK_TYPE_SOURCE_LIST);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-import-page.ui");
  BIND (heading);
  BIND (discard_button);
  BIND (undo_button);
  BIND (redo_button);
  BIND (add_button);
  BIND (progress_revealer);
  BIND (progress);
  BIND (stack);
  BIND (failure);
  BIND (continue_button);
  BIND (adaptive);
  BIND (switcher);
  BIND (source_tab);
  BIND (draft_tab);
  BIND (source_part);
  BIND (draft_part);
  BIND (source);
  BIND (block_bar);
  BIND (title);
  BIND (files_bar);
  BIND (questions_tab);
  BIND (left_over_tab);
  BIND (summary);
  BIND (duplicates_bar);
  BIND (parts);
  BIND (none);
  BIND (questions);
  BIND (left_over);
  BIND (question_bar);
  gtk_widget_class_bind_template_callback (widget_class, arrange_cb);
  gtk_widget_class_bind_template_callback (widget_class, lead_cb);
  gtk_widget_class_bind_template_callback (widget_class, source_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, source_scrolled_cb);
  gtk_widget_class_bind_template_callback (widget_class, draft_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, draft_scrolled_cb);
  gtk_widget_class_bind_template_callback (widget_class, edit_cb);
  gtk_widget_class_bind_template_callback (widget_class, together_cb);
  gtk_widget_class_bind_template_callback (widget_class, left_over_toggled_cb);

  ik_import_page_class_install_actions (widget_class);
}

static void
ik_import_page_init (IkImportPage *self)
{
  g_queue_init (&self->files);
  self->kept = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_kept_draft_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  set_menus (self);
  ik_import_page_add_keys (self);
  ik_import_page_update (self);
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
    ik_import_page_read_next (self);
  else
    ik_import_page_show_number (self);
}
