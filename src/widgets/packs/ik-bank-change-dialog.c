#include "ik-bank-change-dialog.h"

#include <glib/gi18n.h>

#include "ik-bank-edit.h"
#include "ik-bank.h"
#include "ik-dialog-fit.h"
#include "ik-entry-choices.h"
#include "ik-question-words.h"

/**
 * IkBankChangeDialog:
 *
 * Asks what a change of many questions needs to know: a tag, a level, or a pack and
 * a section of it; what there is already is offered. Emits "chosen" once with the id
 * of the pack and the text, then closes. Main loop only.
 */
struct _IkBankChangeDialog
{
  AdwWindow           parent_instance;

  /* Template */
  GtkButton          *go_button;
  AdwComboRow        *pack;
  AdwActionRow       *text_row;
  GtkEntry           *text;
  GtkDropDown        *choices_button;

  IkQuestionEditKind  kind;
  GPtrArray          *packs; /* owned; element-type IkPackSummary */
  IkBankTerms        *terms; /* owned */
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkBankChangeDialog, ik_bank_change_dialog, ADW_TYPE_WINDOW)

static gboolean
asks_for_place (IkBankChangeDialog *self)
{
  return self->kind == IK_QUESTION_EDIT_MOVE || self->kind == IK_QUESTION_EDIT_COPY;
}

static const IkPackSummary *
get_pack (IkBankChangeDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->pack);

  return selected < self->packs->len ? self->packs->pdata[selected] : NULL;
}

static void
go (GtkWidget  *widget,
    const char *action_name,
    GVariant   *parameter)
{
  IkBankChangeDialog *self = IK_BANK_CHANGE_DIALOG (widget);
  const IkPackSummary *pack = asks_for_place (self) ? get_pack (self) : NULL;
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->text))));
  g_autofree char *level = ik_question_words_find_level (text, self->terms->levels);

  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, pack != NULL ? pack->id : NULL,
                 self->kind == IK_QUESTION_EDIT_SET_LEVEL ? level : text);
  gtk_window_close (GTK_WINDOW (self));
}

/* Questions can be without a level and beyond sections; a tag has a name. */
static void
text_changed_cb (IkBankChangeDialog *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->text));
  gboolean needs_text = self->kind == IK_QUESTION_EDIT_ADD_TAG ||
                        self->kind == IK_QUESTION_EDIT_REMOVE_TAG;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "change.go",
                                 !needs_text || text[strspn (text, " \t")] != '\0');
}

static void
offer_sections (IkBankChangeDialog *self)
{
  const IkPackSummary *pack = get_pack (self);
  g_autoptr(GPtrArray) none = g_ptr_array_new ();
  GPtrArray *titles = pack != NULL ? g_hash_table_lookup (self->terms->sections, pack->id) : NULL;

  ik_entry_choices_set (self->text, self->choices_button, titles != NULL ? titles : none, FALSE);
}

static void
pack_cb (IkBankChangeDialog *self)
{
  if (self->terms != NULL)
    offer_sections (self);
}

static void
ik_bank_change_dialog_finalize (GObject *object)
{
  IkBankChangeDialog *self = IK_BANK_CHANGE_DIALOG (object);

  g_clear_pointer (&self->packs, g_ptr_array_unref);
  g_clear_pointer (&self->terms, ik_bank_terms_free);

  G_OBJECT_CLASS (ik_bank_change_dialog_parent_class)->finalize (object);
}

static void
ik_bank_change_dialog_class_init (IkBankChangeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ik_bank_change_dialog_finalize;

  /* The id of a pack, NULL where none was asked for, and a text. */
  signals[SIGNAL_CHOSEN] =
    g_signal_new ("chosen", IK_TYPE_BANK_CHANGE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource
    (widget_class, "/com/example/InterviewKit/ui/ik-bank-change-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, IkBankChangeDialog, go_button);
  gtk_widget_class_bind_template_child (widget_class, IkBankChangeDialog, pack);
  gtk_widget_class_bind_template_child (widget_class, IkBankChangeDialog, text_row);
  gtk_widget_class_bind_template_child (widget_class, IkBankChangeDialog, text);
  gtk_widget_class_bind_template_child (widget_class, IkBankChangeDialog, choices_button);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, pack_cb);
  gtk_widget_class_install_action (widget_class, "change.go", NULL, go);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ik_bank_change_dialog_init (IkBankChangeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill_packs (IkBankChangeDialog *self)
{
  g_autoptr(GtkStringList) titles = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->packs->len; i++)
    gtk_string_list_append (titles, ((IkPackSummary *) self->packs->pdata[i])->title);
  adw_combo_row_set_model (self->pack, G_LIST_MODEL (titles));
}

static void
set_words (IkBankChangeDialog *self,
           const char         *title,
           const char         *empty_word, /* what it means to leave it empty */
           const char         *action_label)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->text_row), title);
  gtk_entry_set_placeholder_text (self->text, empty_word);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  gtk_button_set_label (self->go_button, action_label);
}

static void
ask (IkBankChangeDialog *self)
{
  g_autoptr(GPtrArray) levels = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->pack), asks_for_place (self));
  switch (self->kind)
    {
    case IK_QUESTION_EDIT_ADD_TAG:
      set_words (self, _("Tag"), "", _("_Add"));
      ik_entry_choices_set (self->text, self->choices_button, self->terms->tags, FALSE);
      break;

    case IK_QUESTION_EDIT_REMOVE_TAG:
      set_words (self, _("Tag"), "", _("_Remove"));
      ik_entry_choices_set (self->text, self->choices_button, self->terms->tags, FALSE);
      break;

    case IK_QUESTION_EDIT_SET_LEVEL:
      levels = ik_question_words_list_levels (self->terms->levels);
      set_words (self, _("Level"), _("any"), _("_Change"));
      ik_entry_choices_set (self->text, self->choices_button, levels, FALSE);
      break;

    case IK_QUESTION_EDIT_MOVE:
    case IK_QUESTION_EDIT_COPY:
    case IK_QUESTION_EDIT_ARCHIVE:
    case IK_QUESTION_EDIT_UNARCHIVE:
    case IK_QUESTION_EDIT_DELETE:
    default:
      set_words (self, _("Section"), C_("no section", "none"),
                 self->kind == IK_QUESTION_EDIT_MOVE ? _("_Move") : _("_Copy"));
      adw_action_row_set_subtitle (self->text_row, _("Made if it is new"));
      offer_sections (self);
      break;
    }
}

/**
 * ik_bank_change_dialog_new:
 * @parent: the window it belongs to
 * @kind: what is going to happen, one that needs a text or a place
 * @packs: (element-type IkPackSummary): the packs to choose from
 * @terms: (transfer full): what the questions have already
 *
 * Returns: (transfer floating): the dialog, not shown yet
 */
IkBankChangeDialog *
ik_bank_change_dialog_new (GtkWindow          *parent,
                           IkQuestionEditKind  kind,
                           GPtrArray          *packs,
                           IkBankTerms        *terms)
{
  IkBankChangeDialog *self;

  g_return_val_if_fail (packs != NULL, NULL);
  g_return_val_if_fail (terms != NULL, NULL);

  self = g_object_new (IK_TYPE_BANK_CHANGE_DIALOG, "transient-for", parent, "title",
                       ik_bank_edit_get_label (kind), NULL);
  self->kind = kind;
  self->packs = g_ptr_array_ref (packs);
  fill_packs (self);
  self->terms = terms;
  ask (self);
  text_changed_cb (self);
  gtk_window_set_focus (GTK_WINDOW (self), asks_for_place (self) ? GTK_WIDGET (self->pack)
                                                                 : GTK_WIDGET (self->text));
  ik_dialog_fit (GTK_WINDOW (self));

  return self;
}
