#include "ik-import-page-private.h"

#include <glib/gi18n.h>

#include "ik-dialogs.h"
#include "ik-draft-dialog.h"

static const struct
{
  const char *name;
  const char *label;
  IkRole      role;
} roles[] = {
  { "section", N_("Section"), IK_ROLE_SECTION },
  { "question", N_("Question"), IK_ROLE_PROMPT },
  { "answer", N_("Answer"), IK_ROLE_ANSWER },
  { "follow-up", N_("Follow-up"), IK_ROLE_FOLLOW_UP },
  { "details", N_("Details"), IK_ROLE_DETAILS },
  { "good-sign", N_("Good Sign"), IK_ROLE_POSITIVE },
  { "red-flag", N_("Red Flag"), IK_ROLE_RED_FLAG },
  { "not-wanted", N_("Not Wanted"), IK_ROLE_UNWANTED },
};

/* About the selected lines */

static void
correct (IkImportPage     *self,
         IkCorrectionKind  kind,
         IkRole            role,
         const char       *label)
{
  guint line = ik_draft_find_text (self->draft, ik_source_list_get_line (self->source));

  if (line > 0)
    ik_draft_correct (self->draft, ik_correction_new (kind, line, role), label);
}

static void
give_role (IkImportPage     *self,
           IkCorrectionKind  kind,
           GVariant         *parameter)
{
  const char *name = g_variant_get_string (parameter, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      if (!g_str_equal (roles[i].name, name))
        continue;

      correct (self, kind, roles[i].role, _(roles[i].label));
      if (kind == IK_CORRECTION_ROLE_OF_KIND)
        ik_import_page_expect_kind (self);
    }
}

static void
role (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  IkImportPage *self = IK_IMPORT_PAGE (widget);

  give_role (self, ik_block_bar_take_alike (self->block_bar) ? IK_CORRECTION_ROLE_OF_KIND
                                                             : IK_CORRECTION_ROLE, parameter);
}

static void
role_of_kind (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  IkImportPage *self = IK_IMPORT_PAGE (widget);

  ik_block_bar_take_alike (self->block_bar);
  give_role (self, IK_CORRECTION_ROLE_OF_KIND, parameter);
}

static void
split (GtkWidget  *widget,
       const char *action_name,
       GVariant   *parameter)
{
  correct (IK_IMPORT_PAGE (widget), IK_CORRECTION_SPLIT, IK_ROLE_UNKNOWN, _("Split"));
}

static void
join (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  correct (IK_IMPORT_PAGE (widget), IK_CORRECTION_JOIN, IK_ROLE_UNKNOWN, _("Join"));
}

/* About the selected question */

/* What asked goes on with the answer above; where there is none yet, it is one
 * more follow-up, or goes on with the question. */
static IkRole
get_merged_role (const IkInterviewerText *above)
{
  if (above->reference_answer[0] != '\0')
    return IK_ROLE_ANSWER;

  return above->follow_ups->len > 0 ? IK_ROLE_FOLLOW_UP : IK_ROLE_UNKNOWN;
}

static void
merge (GtkWidget  *widget,
       const char *action_name,
       GVariant   *parameter)
{
  IkImportPage *self = IK_IMPORT_PAGE (widget);
  guint index = ik_import_page_get_question (self);
  IkDraftContent *content = ik_draft_get_content (self->draft);
  const IkQuestion *above = ik_draft_content_get_question (content, index - 1)->question;
  const IkQuestion *question = ik_draft_content_get_question (content, index)->question;
  IkRole merged = get_merged_role (&above->interviewer);
  IkCorrectionKind kind = merged != IK_ROLE_UNKNOWN ? IK_CORRECTION_ROLE : IK_CORRECTION_JOIN;

  ik_draft_correct (self->draft,
                    ik_correction_new (kind, ik_question_get_first_line (question), merged),
                    _("Merge"));
}

static void
toggle (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  IkImportPage *self = IK_IMPORT_PAGE (widget);
  guint index = ik_import_page_get_question (self);

  ik_draft_toggle (self->draft, index);
}

static void
decide (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  IkImportPage *self = IK_IMPORT_PAGE (widget);
  guint index = ik_import_page_get_question (self);

  if (index != IK_DRAFT_NO_ENTRY)
    ik_draft_decide (self->draft, index, g_variant_get_uint32 (parameter));
}

static void
decide_all (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  ik_draft_decide_all (IK_IMPORT_PAGE (widget)->draft, g_variant_get_uint32 (parameter));
}

static void
accept_all (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  ik_draft_set_all_accepted (IK_IMPORT_PAGE (widget)->draft, g_variant_get_boolean (parameter));
}

static void
edited_cb (IkImportPage     *self,
           const IkQuestion *question,
           IkDraftDialog    *dialog)
{
  IkDraftContent *content = self->draft != NULL ? ik_draft_get_content (self->draft) : NULL;

  for (guint i = 0; content != NULL && i < content->questions->len; i++)
    {
      if (g_str_equal (ik_draft_content_get_question (content, i)->question->id, question->id))
        {
          ik_draft_edit (self->draft, i, question);
          return;
        }
    }
}

static void
edit (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  IkImportPage *self = IK_IMPORT_PAGE (widget);
  guint index = ik_import_page_get_question (self);
  IkDraftContent *content = ik_draft_get_content (self->draft);
  IkDraftDialog *dialog;

  if (index == IK_DRAFT_NO_ENTRY || ik_page_get_library (IK_PAGE (self)) == NULL)
    return;

  dialog = ik_draft_dialog_new (ik_page_get_library (IK_PAGE (self)),
                                GTK_WINDOW (gtk_widget_get_root (widget)), content->pack,
                                ik_draft_content_get_question (content, index)->question);
  g_signal_connect_object (dialog, "saved", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* About the draft */

static void
undo (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  ik_draft_undo (IK_IMPORT_PAGE (widget)->draft);
}

static void
redo (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  ik_draft_redo (IK_IMPORT_PAGE (widget)->draft);
}

static void
show_other_part (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  IkImportPage *self = IK_IMPORT_PAGE (widget);

  if (gtk_widget_get_sensitive (GTK_WIDGET (self->left_over_tab)))
    ik_import_page_show_part (self, !gtk_toggle_button_get_active (self->left_over_tab));
}

static void
add (GtkWidget  *widget,
     const char *action_name,
     GVariant   *parameter)
{
  ik_import_page_add (IK_IMPORT_PAGE (widget));
}

/* Work under way ends. */
static gboolean
stop_storing (IkImportPage *self,
              gboolean      is_leaving)
{
  if (self->cancellable == NULL)
    return FALSE;

  self->is_leaving = is_leaving;
  g_cancellable_cancel (self->cancellable);
  return TRUE;
}

static void
discard_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  IkImportPage *self = IK_IMPORT_PAGE (source);

  if (ik_dialogs_confirm_finish (result) && ik_import_page_count_files (self) > 0)
    ik_import_page_drop_all (self);
}

static gboolean
is_changed (IkImportPage *self)
{
  return self->draft != NULL && ik_draft_get_undo_label (self->draft) != NULL;
}

static void
confirm_discard (IkImportPage *self,
                 const char   *body)
{
  guint n_files = ik_import_page_count_files (self);
  g_autofree char *files =
    g_strdup_printf (g_dngettext (NULL,
                                  "%u file is not in the library yet. The document itself stays "
                                  "as it is.",
                                  "%u files are not in the library yet. The documents themselves "
                                  "stay as they are.", n_files), n_files);

  ik_dialogs_confirm_async (GTK_WIDGET (self),
                            n_files > 1 ? _("Discard All Files?") : _("Discard the Draft?"),
                            n_files > 1 ? files : body, _("_Discard"), discard_cb, NULL);
}

static void
discard (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  IkImportPage *self = IK_IMPORT_PAGE (widget);

  if (stop_storing (self, TRUE))
    return;

  if (is_changed (self) || ik_import_page_count_files (self) > 1)
    confirm_discard (self, _("What you changed in it is lost. The document itself stays as it "
                             "is."));
  else
    ik_import_page_drop_all (self);
}

static void
skip_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  IkImportPage *self = IK_IMPORT_PAGE (source);

  if (ik_dialogs_confirm_finish (result) && !g_queue_is_empty (&self->files))
    ik_import_page_drop_first (self);
}

/* One file, where the others go on. */
static void
skip (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  IkImportPage *self = IK_IMPORT_PAGE (widget);

  if (is_changed (self))
    ik_dialogs_confirm_async (widget, _("Skip the File?"),
                              _("What you changed in its draft is lost. The document itself stays "
                                "as it is."),
                              _("_Skip"), skip_cb, NULL);
  else
    ik_import_page_drop_first (self);
}

/* A key that is pressed by mistake must not cost what was read. */
static void
leave (GtkWidget  *widget,
       const char *action_name,
       GVariant   *parameter)
{
  IkImportPage *self = IK_IMPORT_PAGE (widget);
  IkDraftContent *content = self->draft != NULL ? ik_draft_get_content (self->draft) : NULL;

  if (ik_import_page_is_waiting (self) ||
      (self->cancellable == NULL && content != NULL && content->questions->len > 0 &&
       !is_changed (self)))
    confirm_discard (self, _("Its questions are not in the library yet. The document itself stays "
                             "as it is."));
  else
    gtk_widget_activate_action (widget, "import.discard", NULL);
}

static void
cancel (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  IkImportPage *self = IK_IMPORT_PAGE (widget);

  if (stop_storing (self, FALSE) || ik_import_page_is_waiting (self))
    return;

  if (!self->is_shown)
    {
      ik_import_page_drop_first (self);
      return;
    }

  ik_draft_cancel (self->draft);
  ik_import_page_end_work (self);
  ik_import_page_update (self);
}

void
ik_import_page_class_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "import.role", "s", role);
  gtk_widget_class_install_action (widget_class, "import.role-of-kind", "s", role_of_kind);
  gtk_widget_class_install_action (widget_class, "import.split", NULL, split);
  gtk_widget_class_install_action (widget_class, "import.join", NULL, join);
  gtk_widget_class_install_action (widget_class, "import.merge", NULL, merge);
  gtk_widget_class_install_action (widget_class, "import.toggle", NULL, toggle);
  gtk_widget_class_install_action (widget_class, "import.decide", "u", decide);
  gtk_widget_class_install_action (widget_class, "import.decide-all", "u", decide_all);
  gtk_widget_class_install_action (widget_class, "import.accept-all", "b", accept_all);
  gtk_widget_class_install_action (widget_class, "import.edit", NULL, edit);
  gtk_widget_class_install_action (widget_class, "import.undo", NULL, undo);
  gtk_widget_class_install_action (widget_class, "import.redo", NULL, redo);
  gtk_widget_class_install_action (widget_class, "import.show-other-part", NULL,
                                   show_other_part);
  gtk_widget_class_install_action (widget_class, "import.add", NULL, add);
  gtk_widget_class_install_action (widget_class, "import.skip", NULL, skip);
  gtk_widget_class_install_action (widget_class, "import.discard", NULL, discard);
  gtk_widget_class_install_action (widget_class, "import.leave", NULL, leave);
  gtk_widget_class_install_action (widget_class, "import.cancel", NULL, cancel);
}
