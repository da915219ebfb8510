#include "ik-import-page-private.h"

#include <glib/gi18n.h>

#include "ik-mark-words.h"
#include "ik-question-words.h"

/* What is selected, what can be done with it, and all that counts. */

/**
 * ik_import_page_has_document:
 *
 * Returns: whether there is a text to show, as a pack file has none
 */
gboolean
ik_import_page_has_document (IkImportPage *self)
{
  return self->draft != NULL && ik_draft_get_document (self->draft) != NULL;
}

/**
 * ik_import_page_get_marked:
 *
 * Returns: (nullable): what the selected line became; in the list of what was
 *   not taken, its own
 */
const IkDraftLine *
ik_import_page_get_marked (IkImportPage *self)
{
  IkDraftContent *content = self->draft != NULL ? ik_draft_get_content (self->draft) : NULL;

  return content != NULL
         ? ik_draft_content_get_line (content, ik_source_list_get_line (self->source)) : NULL;
}

/**
 * ik_import_page_get_marked_entry:
 * @marked: what the selected line became, as ik_import_page_get_marked() has it
 *
 * Returns: of the questions on the selected line the one that is selected in
 *   the draft, else the first one
 */
guint
ik_import_page_get_marked_entry (IkImportPage      *self,
                                 const IkDraftLine *marked)
{
  guint selected = ik_draft_list_get_entry (self->questions);

  return ik_draft_content_holds_line (ik_draft_get_content (self->draft), selected,
                                      ik_source_list_get_line (self->source))
         ? selected : marked->entry;
}

static char *
dup_block_title (IkImportPage *self)
{
  IkDraftContent *content = self->draft != NULL ? ik_draft_get_content (self->draft) : NULL;
  guint line = ik_source_list_get_line (self->source);
  const char *word;
  guint first;
  guint last;

  if (content == NULL || line == 0 ||
      !ik_draft_content_find_lines (content, line, &first, &last))
    return g_strdup (_("No lines selected"));

  word = ik_mark_words_for_mark (ik_draft_content_get_line (content, line)->mark);
  if (first == last)
    /* Translators: number of a line, and what it became, such as "Answer" */
    return g_strdup_printf (_("Line %u: %s"), line, word);

  /* Translators: the same, and all lines around that became it */
  return g_strdup_printf (_("Line %u: %s (lines %u to %u)"), line, word, first, last);
}

static void
update_tabs (IkImportPage         *self,
             const IkDraftContent *content)
{
  guint n_questions = content->questions->len;
  guint n_left_over = content->pack->left_over->len;
  g_autofree char *questions = g_strdup_printf (_("Questions (%u)"), n_questions);
  g_autofree char *left_over = g_strdup_printf (_("Not Taken (%u)"), n_left_over);

  gtk_button_set_label (GTK_BUTTON (self->questions_tab), questions);
  gtk_button_set_label (GTK_BUTTON (self->left_over_tab), left_over);
  gtk_widget_set_sensitive (GTK_WIDGET (self->left_over_tab), n_left_over > 0);
  if (n_left_over == 0)
    gtk_toggle_button_set_active (self->questions_tab, TRUE);
}

static void
update_summary (IkImportPage         *self,
                const IkDraftContent *content,
                guint                 n_accepted,
                guint                 n_skipped)
{
  g_autofree char *all = ik_question_words_count (content->questions->len,
                                                  content->pack->sections->len);
  g_autofree char *some = NULL;

  if (n_skipped > 0)
    /* Translators: how many are accepted, of how many, and how many are skipped */
    some = g_strdup_printf (_("%u of %u, %u in the bank already"), n_accepted,
                            content->questions->len, n_skipped);
  else if (n_accepted < content->questions->len)
    /* Translators: how many are accepted, of "56 questions in 5 sections" */
    some = g_strdup_printf (_("%u of %s"), n_accepted, all);
  gtk_label_set_label (self->summary, some != NULL ? some : all);
}

static void
update_add_button (IkImportPage *self,
                   guint         n_accepted)
{
  gboolean is_last = ik_import_page_is_last (self);
  guint n = n_accepted;
  g_autofree char *label = NULL;

  for (guint i = 0; i < self->kept->len; i++)
    n += ((IkKeptDraft *) g_ptr_array_index (self->kept, i))->n_questions;

  if (is_last && ik_adaptive_bin_is_narrow (self->adaptive))
    /* Translators: short for "Add 20 Questions" */
    label = g_strdup_printf (_("_Add %u"), n);
  else if (is_last)
    label = g_strdup_printf (g_dngettext (NULL, "_Add %u Question", "_Add %u Questions", n), n);
  gtk_button_set_label (self->add_button, is_last ? label : _("_Next File"));
}

static void
update_undo (GtkWidget  *self,
             GtkWidget  *button,
             const char *action_name,
             const char *format,
             const char *label)
{
  g_autofree char *tooltip = label != NULL ? g_strdup_printf ("%s: %s", format, label) : NULL;

  gtk_widget_action_set_enabled (self, action_name, label != NULL);
  gtk_widget_set_tooltip_text (button, tooltip != NULL ? tooltip : format);
}


static void
enable (IkImportPage *self,
        const char   *action_name,
        gboolean      enabled)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), action_name, enabled);
}

/* The button of a failure. */
static void
update_continue_button (IkImportPage *self,
                        guint         n_files)
{
  gboolean is_waiting = ik_import_page_is_waiting (self);
  const char *label = n_files > 1 ? _("_Next File") : _("_Close");

  gtk_button_set_label (self->continue_button, is_waiting ? _("_Try Again") : label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->continue_button),
                                  is_waiting ? "import.add" : "import.skip");
}

static void
update_files (IkImportPage *self)
{
  guint n_files = ik_import_page_count_files (self);
  gboolean narrow = ik_adaptive_bin_is_narrow (self->adaptive);

  ik_files_bar_show (self->files_bar, self->n_files, self->n_done, self->kept->len);
  gtk_button_set_label (self->discard_button, n_files > 1 && !narrow ? _("_Discard All")
                                                                     : _("_Discard"));
  update_continue_button (self, n_files);
  enable (self, "import.skip", self->cancellable == NULL && !g_queue_is_empty (&self->files));
}

/* Whether there is something above the lines that are selected. */
static gboolean
has_block_above (IkImportPage *self)
{
  IkDraftContent *content = ik_draft_get_content (self->draft);
  guint first;
  guint last;

  if (!ik_draft_content_find_lines (content, ik_source_list_get_line (self->source), &first,
                                    &last))
    return FALSE;

  while (--first > 0)
    {
      if (ik_draft_content_get_line (content, first)->mark != IK_LINE_MARK_NONE)
        return TRUE;
    }

  return FALSE;
}

static void
update_block_actions (IkImportPage *self)
{
  const IkDraftLine *marked = ik_import_page_get_marked (self);
  gboolean has_blocks = self->draft != NULL && ik_draft_has_blocks (self->draft);
  gboolean is_record = self->draft != NULL && ik_import_page_has_document (self) &&
                       !ik_draft_can_reshape (self->draft);
  gboolean has_block = has_blocks && marked != NULL && marked->mark != IK_LINE_MARK_NONE;
  g_autofree char *title = dup_block_title (self);
  const char *hint =
    has_blocks ? _("The fields of a record say what belongs together: nothing is split or joined "
                   "here.")
               : _("The columns say what their cells are. A question is edited with Enter and "
                   "left out with Space.");

  ik_block_bar_show (self->block_bar, title, is_record ? hint : NULL, has_blocks);
  enable (self, "import.role", has_block);
  enable (self, "import.role-of-kind", has_block);
  enable (self, "import.split", has_block && !marked->begins &&
          ik_draft_can_reshape (self->draft));
  enable (self, "import.join", has_block && ik_draft_can_reshape (self->draft) &&
          has_block_above (self));
}

static void
update_question_actions (IkImportPage *self,
                         guint         n_wanted)
{
  guint question = ik_import_page_get_question (self);
  gboolean has_question = question != IK_DRAFT_NO_ENTRY;
  IkDraftContent *content = self->draft != NULL ? ik_draft_get_content (self->draft) : NULL;
  guint n_questions = content != NULL ? content->questions->len : 0;

  ik_question_bar_show (self->question_bar,
                        !has_question || ik_draft_will_store (self->draft, question),
                        n_wanted == n_questions);
  enable (self, "import.edit", has_question);
  enable (self, "import.toggle", has_question);
  enable (self, "import.merge", has_question && question > 0 &&
          ik_draft_can_reshape (self->draft));
  enable (self, "import.accept-all", n_questions > 0);
}

/**
 * ik_import_page_get_question:
 *
 * Returns: the question that commands are about, %IK_DRAFT_NO_ENTRY where the
 *   selected line belongs to none
 */
guint
ik_import_page_get_question (IkImportPage *self)
{
  const IkDraftLine *marked = ik_import_page_get_marked (self);

  if (self->draft == NULL || ik_draft_get_content (self->draft) == NULL)
    return IK_DRAFT_NO_ENTRY;
  if (!ik_import_page_has_document (self))
    return ik_draft_list_get_entry (self->questions);

  return marked != NULL && marked->mark >= IK_LINE_MARK_QUESTION &&
         marked->mark <= IK_LINE_MARK_FACTS
         ? ik_import_page_get_marked_entry (self, marked) : IK_DRAFT_NO_ENTRY;
}

/**
 * ik_import_page_update:
 *
 * Brings all that depends on the draft, its steps or what is selected up to
 * date, but for the lists, which do that by themselves.
 */
void
ik_import_page_update (IkImportPage *self)
{
  IkDraftContent *content = self->draft != NULL ? ik_draft_get_content (self->draft) : NULL;
  guint n_accepted = self->draft != NULL ? ik_draft_count_accepted (self->draft) : 0;
  guint n_skipped = self->draft != NULL ? ik_draft_count_skipped (self->draft) : 0;
  gboolean is_busy = self->cancellable != NULL ||
                     (self->draft != NULL && ik_draft_is_busy (self->draft));

  update_files (self);
  update_block_actions (self);
  update_question_actions (self, n_accepted + n_skipped);
  update_add_button (self, n_accepted);
  update_undo (GTK_WIDGET (self), self->undo_button, "import.undo", _("Undo (Ctrl+Z)"),
               self->draft != NULL ? ik_draft_get_undo_label (self->draft) : NULL);
  update_undo (GTK_WIDGET (self), self->redo_button, "import.redo", _("Redo (Ctrl+Shift+Z)"),
               self->draft != NULL ? ik_draft_get_redo_label (self->draft) : NULL);
  enable (self, "import.add", ik_import_page_is_waiting (self) ||
          (content != NULL && !is_busy && (n_accepted > 0 || self->kept->len > 0)));

  adw_status_page_set_description (self->none, self->draft != NULL &&
                                   ik_draft_get_undo_label (self->draft) != NULL
                                   ? _("Ctrl+Z takes the last step back.")
                                   : _("Choose a line of the document that asks something and "
                                       "press Q; Shift+Q takes all that look alike."));
  gtk_widget_set_visible (self->duplicates_bar,
                          self->draft != NULL && ik_draft_has_twins (self->draft));

  if (content != NULL)
    {
      update_tabs (self, content);
      update_summary (self, content, n_accepted, n_skipped);
    }
}
