#include "ik-bank-row.h"

#include <glib/gi18n.h>

#include "ik-inscription.h"
#include "ik-match-marks.h"
#include "ik-question-words.h"
#include "ik-rich-view.h"
#include "ik-row-text.h"

/* A prompt is cut here: laying out is quadratic in the length of a word. */
#define MAX_CHARS 300

/* What stands for a text that is being read, in shares of the row and pixels. */
#define BAR_HEIGHT 8
#define BAR_ALPHA 0.08f

/**
 * IkBankRow:
 *
 * A question in the list of all questions: prompt and place, level, minutes and
 * state; in little width the last three stand beside the place. One that was found
 * by words beyond its prompt shows where they stand. Of fixed height,
 * and two grey bars until its question is read. Main loop only.
 */
struct _IkBankRow
{
  GtkWidget       parent_instance;

  /* Template */
  GtkWidget      *content;
  IkRowText      *text;
  GtkInscription *level;
  GtkInscription *minutes;
  GtkInscription *state;

  GtkWidget      *add_button; /* owned by the widget tree, nullable: see set_taken() */

  IkBankItem     *item;       /* owned, nullable */
  GHashTable     *taken;      /* owned, nullable; element-type utf8 */
  gulong          changed_id;
  char           *query;      /* owned, nullable: whose words are marked */
  gboolean        is_taken;
  gboolean        is_narrow;
  gboolean        is_blank;
};

G_DEFINE_FINAL_TYPE (IkBankRow, ik_bank_row, GTK_TYPE_WIDGET)

static char *
describe_place (const IkQuestionSummary *summary)
{
  return summary->section[0] != '\0'
         ? g_strdup_printf ("%s · %s", summary->pack_title, summary->section)
         : g_strdup (summary->pack_title);
}

/* Where the words stand that it was found by, and where it is; NULL where the prompt
 * shows them. */
static char *
mark_snippet (IkBankRow               *self,
              const IkQuestionSummary *summary)
{
  g_autofree char *plain = NULL;
  g_autofree char *line = NULL;

  if (self->query == NULL || summary->snippet == NULL)
    return NULL;

  plain = ik_rich_text_dup_plain (summary->snippet, MAX_CHARS);
  line = g_strdup_printf ("%s — %s", plain, summary->pack_title);
  g_strdelimit (line, "\n\r\t", ' ');

  return ik_match_marks_from_snippet (line);
}

/* Ready is what nearly all are, and goes without saying in little width. */
static char *
describe_narrowly (const IkQuestionSummary *summary,
                   const char              *level,
                   const char              *minutes)
{
  GString *text = g_string_new (NULL);

  if (summary->state != IK_QUESTION_STATE_READY)
    g_string_append_printf (text, "%s · ", ik_question_words_for_state (summary->state));
  if (level[0] != '\0')
    g_string_append_printf (text, "%s · ", level);
  g_string_append_printf (text, "%s · %s", minutes, summary->pack_title);

  return g_string_free (text, FALSE);
}

/* All of it in one sentence for assistive tools. */
static void
update_accessible (IkBankRow               *self,
                   const IkQuestionSummary *summary,
                   const char              *prompt,
                   const char              *description)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *label = NULL;

  if (parent == NULL)
    return;

  label = g_strdup_printf ("%s, %s, %s", prompt, description,
                           self->is_taken ? _("in the set")
                                          : ik_question_words_for_state (summary->state));
  gtk_accessible_update_property (GTK_ACCESSIBLE (parent),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
show_state (IkBankRow       *self,
            IkQuestionState  state)
{
  if (state == IK_QUESTION_STATE_DRAFT)
    gtk_widget_add_css_class (GTK_WIDGET (self->state), "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->state), "warning");
  ik_inscription_set_text (self->state, ik_question_words_for_state (state));
}

static void
show_add_button (IkBankRow               *self,
                 const IkQuestionSummary *summary,
                 const char              *prompt)
{
  g_autofree char *name = g_strdup_printf (self->is_taken ? _("In the set: %s") : _("Add: %s"),
                                           prompt);

  gtk_button_set_icon_name (GTK_BUTTON (self->add_button),
                            self->is_taken ? "object-select-symbolic" : "list-add-symbolic");
  gtk_widget_set_tooltip_text (self->add_button, self->is_taken ? _("In the Set")
                                                                : _("Add to the Set"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->add_button), "x", summary->row);
  gtk_widget_set_can_target (self->add_button, !self->is_taken);
  gtk_widget_set_focusable (self->add_button, !self->is_taken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static gboolean
is_taken (IkBankRow               *self,
          const IkQuestionSummary *summary)
{
  return self->taken != NULL && g_hash_table_contains (self->taken, summary->id);
}

static void
show_text (IkBankRow  *self,
           const char *prompt,
           const char *place,
           const char *snippet) /* nullable */
{
  g_autofree char *marked = NULL;
  g_autofree char *escaped = NULL;

  if (self->query == NULL)
    {
      ik_row_text_set (self->text, prompt, place);
      return;
    }

  marked = ik_match_marks_make (prompt, self->query);
  escaped = g_markup_escape_text (place, -1);
  ik_row_text_set_markup (self->text, marked, snippet != NULL ? snippet : escaped);
}

static void
show_summary (IkBankRow               *self,
              const IkQuestionSummary *summary)
{
  g_autofree char *prompt = ik_rich_text_dup_plain (summary->prompt, MAX_CHARS);
  g_autofree char *level = ik_question_words_for_level (summary->level);
  g_autofree char *minutes = g_strdup_printf (_("%u min"), summary->minutes);
  g_autofree char *narrowly = describe_narrowly (summary, level, minutes);
  g_autofree char *place = self->is_narrow ? g_strdup (narrowly) : describe_place (summary);
  g_autofree char *snippet = mark_snippet (self, summary);

  self->is_taken = is_taken (self, summary);
  show_text (self, prompt, place, snippet);
  /* Neither is there to be chosen. */
  ik_row_text_set_dim (self->text, self->is_taken ||
                       summary->state == IK_QUESTION_STATE_ARCHIVED);
  if (!self->is_narrow)
    {
      ik_inscription_set_text (self->level, level);
      ik_inscription_set_text (self->minutes, minutes);
      show_state (self, summary->state);
    }
  if (self->add_button != NULL)
    show_add_button (self, summary, prompt);
  update_accessible (self, summary, prompt,
                     snippet != NULL ? ik_row_text_get_caption (self->text) : narrowly);
}

static void
update (IkBankRow *self)
{
  const IkQuestionSummary *summary = self->item != NULL ? ik_bank_item_get_summary (self->item)
                                                        : NULL;
  gboolean is_blank = summary == NULL;

  if (summary != NULL)
    show_summary (self, summary);
  if (self->is_blank == is_blank)
    return;

  self->is_blank = is_blank;
  gtk_widget_set_child_visible (self->content, !is_blank);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
append_bar (GtkSnapshot   *snapshot,
            const GdkRGBA *color,
            float          y,
            float          width)
{
  GskRoundedRect bar;

  gsk_rounded_rect_init_from_rect (&bar, &GRAPHENE_RECT_INIT (0, y, width, BAR_HEIGHT),
                                   BAR_HEIGHT / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &bar);
  gtk_snapshot_append_color (snapshot, color, &bar.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
ik_bank_row_snapshot (GtkWidget   *widget,
                      GtkSnapshot *snapshot)
{
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  GdkRGBA color;

  if (!IK_BANK_ROW (widget)->is_blank)
    {
      GTK_WIDGET_CLASS (ik_bank_row_parent_class)->snapshot (widget, snapshot);
      return;
    }

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  color.alpha = BAR_ALPHA;
  append_bar (snapshot, &color, height / 4, width / 2);
  append_bar (snapshot, &color, height * 5 / 8, width / 4);
}

static void
ik_bank_row_dispose (GObject *object)
{
  IkBankRow *self = IK_BANK_ROW (object);

  ik_bank_row_set_item (self, NULL);
  g_clear_pointer (&self->content, gtk_widget_unparent);

  G_OBJECT_CLASS (ik_bank_row_parent_class)->dispose (object);
}

static void
ik_bank_row_finalize (GObject *object)
{
  IkBankRow *self = IK_BANK_ROW (object);

  g_free (self->query);
  g_clear_pointer (&self->taken, g_hash_table_unref);

  G_OBJECT_CLASS (ik_bank_row_parent_class)->finalize (object);
}

static void
ik_bank_row_class_init (IkBankRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (IK_TYPE_ROW_TEXT);

  G_OBJECT_CLASS (klass)->dispose = ik_bank_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = ik_bank_row_finalize;
  widget_class->snapshot = ik_bank_row_snapshot;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-bank-row.ui");
  gtk_widget_class_bind_template_child (widget_class, IkBankRow, content);
  gtk_widget_class_bind_template_child (widget_class, IkBankRow, text);
  gtk_widget_class_bind_template_child (widget_class, IkBankRow, level);
  gtk_widget_class_bind_template_child (widget_class, IkBankRow, minutes);
  gtk_widget_class_bind_template_child (widget_class, IkBankRow, state);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
ik_bank_row_init (IkBankRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ik_row_text_set_n_lines (self->text, 1);
}

GtkWidget *
ik_bank_row_new (void)
{
  return g_object_new (IK_TYPE_BANK_ROW, NULL);
}

/**
 * ik_bank_row_set_item:
 * @item: (nullable): what to show
 *
 * Shows a question, or that it is being read, and follows its changes.
 */
void
ik_bank_row_set_item (IkBankRow  *self,
                      IkBankItem *item)
{
  g_return_if_fail (IK_IS_BANK_ROW (self));

  g_clear_signal_handler (&self->changed_id, self->item);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;

  self->changed_id = g_signal_connect_swapped (item, "changed", G_CALLBACK (update), self);
  update (self);
}

IkBankItem *
ik_bank_row_get_item (IkBankRow *self)
{
  g_return_val_if_fail (IK_IS_BANK_ROW (self), NULL);

  return self->item;
}

/**
 * ik_bank_row_set_narrow:
 * @is_narrow: whether there is little width
 *
 * Has the row be one column, with two lines for the prompt.
 */
void
ik_bank_row_set_narrow (IkBankRow *self,
                        gboolean   is_narrow)
{
  g_return_if_fail (IK_IS_BANK_ROW (self));

  if (self->is_narrow == is_narrow)
    return;

  self->is_narrow = is_narrow;
  ik_row_text_set_n_lines (self->text, is_narrow ? 2 : 1);
  gtk_widget_set_visible (GTK_WIDGET (self->level), !is_narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->minutes), !is_narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->state), !is_narrow);
  update (self);
}

/**
 * ik_bank_row_set_query:
 * @query: (nullable): what was searched for, "" for nothing
 *
 * Marks its words in the prompt.
 */
void
ik_bank_row_set_query (IkBankRow  *self,
                       const char *query)
{
  g_return_if_fail (IK_IS_BANK_ROW (self));

  if (g_strcmp0 (self->query, query) == 0)
    return;

  g_free (self->query);
  self->query = query != NULL && query[0] != '\0' ? g_strdup (query) : NULL;
  if (self->item != NULL)
    update (self);
}

static void
create_add_button (IkBankRow *self)
{
  self->add_button = gtk_button_new_from_icon_name ("list-add-symbolic");
  gtk_widget_set_valign (self->add_button, GTK_ALIGN_CENTER);
  gtk_widget_set_focus_on_click (self->add_button, FALSE);
  gtk_widget_add_css_class (self->add_button, "flat");
  gtk_widget_add_css_class (self->add_button, "circular");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->add_button), "x", (gint64) 0);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->add_button), "bank.add");
  gtk_box_append (GTK_BOX (self->content), self->add_button);
}

/**
 * ik_bank_row_set_taken:
 * @taken: (nullable) (element-type utf8): ids of questions
 *
 * Has the row offer to add its question, by the action "bank.add" with its row, and
 * say so where it is one of @taken. %NULL is for a list that nothing is added from.
 */
void
ik_bank_row_set_taken (IkBankRow  *self,
                       GHashTable *taken)
{
  const IkQuestionSummary *summary;

  g_return_if_fail (IK_IS_BANK_ROW (self));

  if (self->taken == taken)
    return;

  if (self->add_button == NULL)
    create_add_button (self);
  g_clear_pointer (&self->taken, g_hash_table_unref);
  self->taken = taken != NULL ? g_hash_table_ref (taken) : NULL;
  summary = self->item != NULL ? ik_bank_item_get_summary (self->item) : NULL;
  if (summary != NULL && self->is_taken != is_taken (self, summary))
    update (self);
}
