#include "ik-set-fill-dialog.h"

#include <glib/gi18n.h>

#include "ik-bank-terms.h"
#include "ik-dialog-fit.h"
#include "ik-job.h"
#include "ik-question-words.h"
#include "ik-rich-view.h"
#include "ik-rubric.h"
#include "ik-sentence.h"
#include "ik-set-fills.h"
#include "ik-spin-button.h"

/* Where the set has no slot: enough for a few questions. */
#define DEFAULT_MINUTES 30

/* As much of a prompt as stands in a list. */
#define MAX_CHARS 300

/* As much of a choice as stands beside its title; in little width less. */
#define MAX_CHOICE_CHARS 24

/**
 * IkSetFillDialog:
 *
 * Fills the rest of a question set: by level, tag, competency and time, with what
 * would be added shown before. Emits "filled" with the set once, then closes; who
 * opened it stores what it holds. Main loop only.
 */
struct _IkSetFillDialog
{
  AdwWindow            parent_instance;

  /* Template */
  GtkButton           *add_button;
  GtkWidget           *packs_row;
  GtkDropDown         *packs;
  GtkDropDown         *level;
  GtkDropDown         *tag;
  GtkDropDown         *competency;
  GtkSpinButton       *minutes;
  AdwPreferencesGroup *added;

  IkLibrary           *library;     /* (owned) */
  IkQuestionSet       *set;         /* (owned): as it is */
  IkQuestionSet       *filled;      /* (owned) (nullable): as it would be */
  IkBankTerms         *terms;       /* (owned) (nullable): until they are loaded */
  GPtrArray           *rows;        /* (owned) (element-type GtkWidget) (unowned) */
  char                *wanted_id;   /* (owned) (nullable): competency to choose once there are some */
  GCancellable        *cancellable; /* (owned): of all work */
  GCancellable        *making;      /* (owned) (nullable): of the preview under way */
  guint                seed;
};

typedef enum
{
  SIGNAL_FILLED,
  N_SIGNALS,
} IkSetFillDialogSignal;

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkSetFillDialog, ik_set_fill_dialog, ADW_TYPE_WINDOW)

/* What to make, as the other thread takes it. */
typedef struct
{
  IkQuestionSet *set;
  char          *level;         /* (nullable) */
  char          *tag;           /* (nullable) */
  char          *competency_id; /* (nullable) */
  gboolean       same_packs;
  guint          minutes;
  guint          seed;
} Work;

static void
work_free (gpointer data)
{
  Work *self = data;

  ik_question_set_free (self->set);
  g_free (self->level);
  g_free (self->tag);
  g_free (self->competency_id);
  g_free (self);
}

static gpointer
make_job (IkLibrary     *library,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  const Work *work = data;
  const char *levels[] = { work->level, NULL };
  const char *tags[] = { work->tag, NULL };
  const char *competency_ids[] = { work->competency_id, NULL };
  IkSetFillRequest request = {
    .filter = { .levels = levels, .tags = tags, .competency_ids = competency_ids,
                .same_packs = work->same_packs },
    .minutes = work->minutes,
    .seed = work->seed,
  };

  return ik_set_fills_make (library, work->set, &request, cancellable, error);
}

static void
clear_rows (IkSetFillDialog *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->added, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
}

static void
add_row (IkSetFillDialog *self,
         const char      *title,
         const char      *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_group_add (self->added, row);
  g_ptr_array_add (self->rows, row);
}

static void
add_item (IkSetFillDialog *self,
          const IkSetItem *item)
{
  g_autofree char *prompt = ik_rich_text_dup_plain (item->prompt, MAX_CHARS);
  g_autofree char *level = ik_question_words_for_level (item->level);
  g_autofree char *minutes = g_strdup_printf (_("%u min"), item->minutes);
  g_autofree char *subtitle = g_strjoin (" · ", minutes,
                                         ik_question_words_for_kind (item->kind),
                                         *level != '\0' ? level : NULL, NULL);

  add_row (self, prompt, subtitle);
}

static guint
count_added (IkSetFillDialog *self)
{
  return self->filled != NULL ? self->filled->items->len - self->set->items->len : 0;
}

static void
show_sum (IkSetFillDialog *self)
{
  guint minutes = ik_question_set_get_planned_minutes (self->filled) -
                  ik_question_set_get_planned_minutes (self->set);
  g_autofree char *text =
    g_strdup_printf (_("%u of %u min are filled"), minutes,
                     (guint) gtk_spin_button_get_value_as_int (self->minutes));

  adw_preferences_group_set_description (self->added, text);
}

static void
update_button (IkSetFillDialog *self)
{
  guint n = count_added (self);
  /* Translators: add so many questions; there is little room. */
  g_autofree char *label = g_strdup_printf (_("_Add %u"), n);

  gtk_button_set_label (self->add_button, n > 0 ? label : _("_Add"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "fill.add", n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "fill.others", n > 0);
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  IkSetFillDialog *self = IK_SET_FILL_DIALOG (source);
  g_autoptr(GError) error = NULL;
  g_autoptr(IkQuestionSet) filled = ik_job_run_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  clear_rows (self);
  g_clear_pointer (&self->filled, ik_question_set_free);
  self->filled = g_steal_pointer (&filled);
  for (guint i = 0; i < count_added (self); i++)
    add_item (self, g_ptr_array_index (self->filled->items, self->set->items->len + i));

  if (error != NULL)
    {
      g_autofree char *sentence = ik_sentence_from_error (error);

      adw_preferences_group_set_description (self->added, sentence);
    }
  else
    {
      show_sum (self);
    }
  if (error == NULL && count_added (self) == 0)
    add_row (self, _("Nothing that fits"), _("Choose a longer time, or fewer conditions."));
  update_button (self);
}

/* The first entry of each list is anything. */
static const char *
get_text (GtkDropDown *drop_down,
          GPtrArray   *texts)
{
  guint position = gtk_drop_down_get_selected (drop_down);

  return position > 0 && position <= texts->len ? g_ptr_array_index (texts, position - 1) : NULL;
}

static const char *
get_competency (IkSetFillDialog *self)
{
  guint position = gtk_drop_down_get_selected (self->competency);

  if (position == 0 || position > self->terms->competencies->len)
    return NULL;

  return ((IkCompetency *) g_ptr_array_index (self->terms->competencies, position - 1))->id;
}

static void
make (IkSetFillDialog *self)
{
  Work *work;

  if (self->terms == NULL)
    return;

  work = g_new0 (Work, 1);
  work->set = ik_question_set_copy (self->set);
  work->level = g_strdup (get_text (self->level, self->terms->levels));
  work->tag = g_strdup (get_text (self->tag, self->terms->tags));
  work->competency_id = g_strdup (get_competency (self));
  work->same_packs = gtk_drop_down_get_selected (self->packs) == 0;
  work->minutes = (guint) gtk_spin_button_get_value_as_int (self->minutes);
  work->seed = self->seed;

  g_cancellable_cancel (self->making);
  g_clear_object (&self->making);
  self->making = g_cancellable_new ();
  ik_job_run_async (self, self->library, make_job, work, work_free,
                    (GDestroyNotify) ik_question_set_free, self->making, made_cb, NULL);
}

static void
changed_cb (IkSetFillDialog *self)
{
  make (self);
}

/* @any: what stands for none of @texts */
static void
fill_texts (GtkDropDown *drop_down,
            const char  *any,
            GPtrArray   *texts)
{
  g_autoptr(GtkStringList) list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, any);
  for (guint i = 0; i < texts->len; i++)
    gtk_string_list_append (list, g_ptr_array_index (texts, i));
  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (list));
}

static void
fill_levels (IkSetFillDialog *self)
{
  g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->terms->levels->len; i++)
    g_ptr_array_add (words,
                     ik_question_words_for_level (g_ptr_array_index (self->terms->levels, i)));
  fill_texts (self->level, _("Any level"), words);
}

static void
fill_competencies (IkSetFillDialog *self)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < self->terms->competencies->len; i++)
    g_ptr_array_add (names,
                     ((IkCompetency *) g_ptr_array_index (self->terms->competencies, i))->name);
  fill_texts (self->competency, _("Any competency"), names);
}

static void
choose_wanted (IkSetFillDialog *self)
{
  GPtrArray *competencies = self->terms->competencies;

  for (guint i = 0; i < competencies->len; i++)
    {
      const IkCompetency *competency = g_ptr_array_index (competencies, i);

      if (g_strcmp0 (competency->id, self->wanted_id) == 0)
        gtk_drop_down_set_selected (self->competency, i + 1);
    }
}

static gpointer
load_job (IkLibrary     *library,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return ik_bank_terms_load (library, cancellable, error);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  IkSetFillDialog *self = IK_SET_FILL_DIALOG (source);
  g_autoptr(GError) error = NULL;
  g_autoptr(IkBankTerms) terms = ik_job_run_finish (result, &error);
  g_autofree char *sentence = NULL;

  if (terms != NULL)
    {
      fill_texts (self->tag, _("Any tag"), terms->tags);
      self->terms = g_steal_pointer (&terms);
      fill_levels (self);
      fill_competencies (self);
      choose_wanted (self);
      make (self);
      return;
    }
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  sentence = ik_sentence_from_error (error);
  adw_preferences_group_set_description (self->added, sentence);
}

static void
others (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  IkSetFillDialog *self = IK_SET_FILL_DIALOG (widget);

  self->seed++;
  make (self);
}

static void
add (GtkWidget  *widget,
     const char *action_name,
     GVariant   *parameter)
{
  IkSetFillDialog *self = IK_SET_FILL_DIALOG (widget);

  g_signal_emit (self, signals[SIGNAL_FILLED], 0, self->filled);
  gtk_window_close (GTK_WINDOW (self));
}

static void
ik_set_fill_dialog_dispose (GObject *object)
{
  IkSetFillDialog *self = IK_SET_FILL_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_cancellable_cancel (self->making);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->making);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (ik_set_fill_dialog_parent_class)->dispose (object);
}

static void
ik_set_fill_dialog_finalize (GObject *object)
{
  IkSetFillDialog *self = IK_SET_FILL_DIALOG (object);

  g_clear_pointer (&self->set, ik_question_set_free);
  g_clear_pointer (&self->filled, ik_question_set_free);
  g_clear_pointer (&self->terms, ik_bank_terms_free);
  g_ptr_array_unref (self->rows);
  g_free (self->wanted_id);

  G_OBJECT_CLASS (ik_set_fill_dialog_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, IkSetFillDialog, add_button);
  gtk_widget_class_bind_template_child (widget_class, IkSetFillDialog, packs_row);
  gtk_widget_class_bind_template_child (widget_class, IkSetFillDialog, packs);
  gtk_widget_class_bind_template_child (widget_class, IkSetFillDialog, level);
  gtk_widget_class_bind_template_child (widget_class, IkSetFillDialog, tag);
  gtk_widget_class_bind_template_child (widget_class, IkSetFillDialog, competency);
  gtk_widget_class_bind_template_child (widget_class, IkSetFillDialog, minutes);
  gtk_widget_class_bind_template_child (widget_class, IkSetFillDialog, added);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
ik_set_fill_dialog_class_init (IkSetFillDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ik_set_fill_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = ik_set_fill_dialog_finalize;

  /* With the IkQuestionSet as it is to be, borrowed. */
  signals[SIGNAL_FILLED] =
    g_signal_new ("filled", IK_TYPE_SET_FILL_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/InterviewKit/ui/"
                                               "ik-set-fill-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "fill.add", NULL, add);
  gtk_widget_class_install_action (widget_class, "fill.others", NULL, others);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "fill.add",
                                       NULL);
}

static void
setup_choice_cb (GtkListItemFactory *factory,
                 GtkListItem        *list_item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_CHOICE_CHARS);
  gtk_list_item_set_child (list_item, label);
}

static void
bind_choice_cb (GtkListItemFactory *factory,
                GtkListItem        *list_item)
{
  GtkStringObject *choice = gtk_list_item_get_item (list_item);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (list_item)),
                      gtk_string_object_get_string (choice));
}

/* A long name leaves room for the title of its row; the list has it whole. */
static void
shorten_choice (GtkDropDown *drop_down)
{
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_choice_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_choice_cb), NULL);
  gtk_drop_down_set_list_factory (drop_down, gtk_drop_down_get_factory (drop_down));
  gtk_drop_down_set_factory (drop_down, factory);
}

static void
ik_set_fill_dialog_init (IkSetFillDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ik_spin_button_init (self->minutes);
  shorten_choice (self->level);
  shorten_choice (self->tag);
  shorten_choice (self->competency);
  self->rows = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
  update_button (self);
}

/**
 * ik_set_fill_dialog_new:
 * @library: the library
 * @parent: the window it belongs to
 * @set: what to fill, as it is now
 * @competency_id: (nullable): what the questions measure, to begin with
 *
 * Returns: (transfer none): the window, not presented yet
 */
IkSetFillDialog *
ik_set_fill_dialog_new (IkLibrary           *library,
                        GtkWindow           *parent,
                        const IkQuestionSet *set,
                        const char          *competency_id)
{
  IkSetFillDialog *self;
  guint minutes;

  g_return_val_if_fail (IK_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (set != NULL, NULL);

  self = g_object_new (IK_TYPE_SET_FILL_DIALOG, "transient-for", parent, NULL);
  ik_dialog_fit (GTK_WINDOW (self));
  self->library = g_object_ref (library);
  self->set = ik_question_set_copy (set);
  self->wanted_id = g_strdup (competency_id);
  if (set->items->len == 0)
    gtk_drop_down_set_selected (self->packs, 1);
  gtk_widget_set_visible (self->packs_row, set->items->len > 0);
  gtk_widget_grab_focus (GTK_WIDGET (set->items->len > 0 ? self->packs : self->level));
  minutes = set->slot_minutes > 0 ? ik_set_fills_get_free (set) : DEFAULT_MINUTES;
  gtk_spin_button_set_value (self->minutes, MAX (minutes, 1));
  ik_job_run_async (self, library, load_job, NULL, NULL, (GDestroyNotify) ik_bank_terms_free,
                    self->cancellable, loaded_cb, NULL);

  return self;
}
