#include "ik-draft-list.h"

#include <glib/gi18n.h>

#include "ik-draft-row.h"
#include "ik-value.h"
#include "ik-rich-view.h"

/* Enough to see that it is the right text; a line is cut there at any rate. */
#define MAX_CHARS 300

/**
 * IkDraftList:
 *
 * What an import found in a document, or what it did not take, as lines to
 * read through. Any length.
 */
struct _IkDraftList
{
  GtkWidget    parent_instance;

  /* Template */
  GtkListView *list;

  GListStore  *lines; /* owned; element-type IkValue of IkDraftLine */
};

G_DEFINE_FINAL_TYPE (IkDraftList, ik_draft_list, GTK_TYPE_WIDGET)

static void
setup_cb (IkDraftList *self,
          GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, ik_draft_row_new ());
  gtk_list_item_set_activatable (list_item, FALSE);
}

static void
bind_cb (IkDraftList *self,
         GtkListItem *list_item)
{
  ik_draft_row_set_line (IK_DRAFT_ROW (gtk_list_item_get_child (list_item)),
                         ik_value_get (gtk_list_item_get_item (list_item)));
}

static void
ik_draft_list_dispose (GObject *object)
{
  IkDraftList *self = IK_DRAFT_LIST (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);
  g_clear_object (&self->lines);

  G_OBJECT_CLASS (ik_draft_list_parent_class)->dispose (object);
}

static void
ik_draft_list_class_init (IkDraftListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ik_draft_list_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-draft-list.ui");
  gtk_widget_class_bind_template_child (widget_class, IkDraftList, list);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
ik_draft_list_init (IkDraftList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->lines = g_list_store_new (IK_TYPE_VALUE);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL
                             (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->lines)))));
}

static void
take_count (GString *text,
            guint    n,
            char    *count)
{
  if (n > 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", count);
  g_free (count);
}

#define TAKE_COUNT(text, list, one, many) \
  take_count ((text), (list)->len, \
              g_strdup_printf (g_dngettext (NULL, one, many, (list)->len), (list)->len))

/* How much guidance came with a question. */
static char *
describe_guidance (const IkQuestion *question)
{
  const IkInterviewerText *text = &question->interviewer;
  GString *words = g_string_new (NULL);

  TAKE_COUNT (words, question->candidate.sub_questions, "%u sub-question", "%u sub-questions");
  TAKE_COUNT (words, text->follow_ups, "%u follow-up", "%u follow-ups");
  TAKE_COUNT (words, text->positive_indicators, "%u indicator", "%u indicators");
  TAKE_COUNT (words, text->red_flags, "%u red flag", "%u red flags");
  TAKE_COUNT (words, text->clarifying_questions,
              "%u clarifying question", "%u clarifying questions");
  TAKE_COUNT (words, text->solution_steps, "%u solution step", "%u solution steps");

  return g_string_free (words, FALSE);
}

/* What the person asks it is good for: the answer, in whatever form it came. */
static char *
describe_answer (const IkQuestion *question)
{
  const IkInterviewerText *text = &question->interviewer;

  if (text->reference_answer[0] != '\0')
    return ik_rich_text_dup_plain (text->reference_answer, MAX_CHARS);
  if (text->level_answers->len > 0)
    return ik_rich_text_dup_plain (((IkLevelAnswer *) text->level_answers->pdata[0])->text,
                                   MAX_CHARS);
  if (text->solution_steps->len > 0)
    return ik_rich_text_dup_plain (text->solution_steps->pdata[0], MAX_CHARS);

  return g_strdup (_("No answer"));
}

static IkDraftLine *
create_question_line (const IkQuestion *question,
                      guint             number)
{
  g_autofree char *prompt = ik_rich_text_dup_plain (question->candidate.prompt, MAX_CHARS);
  IkDraftLine *line = g_new0 (IkDraftLine, 1);

  line->title = g_strdup_printf ("%u. %s", number, prompt);
  line->text = describe_answer (question);
  line->note = describe_guidance (question);

  return line;
}

static IkDraftLine *
create_heading_line (const IkSection *section)
{
  IkDraftLine *line = g_new0 (IkDraftLine, 1);

  line->is_heading = TRUE;
  line->title = ik_rich_text_dup_plain (section->title, MAX_CHARS);
  line->text = g_strdup ("");
  line->note = g_strdup ("");

  return line;
}

static IkDraftLine *
create_left_over_line (const IkLeftOver *left_over)
{
  IkDraftLine *line = g_new0 (IkDraftLine, 1);

  line->title = left_over->first == left_over->last
                ? g_strdup_printf (_("Line %u"), left_over->first)
                : g_strdup_printf (_("Lines %u to %u"), left_over->first, left_over->last);
  line->text = ik_rich_text_dup_plain (left_over->text, MAX_CHARS);
  line->note = g_strdup (left_over->reason);

  return line;
}

static void
add_questions (GPtrArray    *lines,
               const IkPack *pack)
{
  guint number = 0;

  for (guint i = 0; i < pack->sections->len; i++)
    {
      const IkSection *section = g_ptr_array_index (pack->sections, i);

      if (section->title[0] != '\0')
        g_ptr_array_add (lines, create_heading_line (section));
      for (guint j = 0; j < section->questions->len; j++)
        g_ptr_array_add (lines, create_question_line (g_ptr_array_index (section->questions, j),
                                                      ++number));
    }
}

/**
 * ik_draft_list_set_pack:
 * @pack: a draft
 * @left_over: whether to show what was not taken rather than what was
 *
 * Shows a draft; nothing of it is kept.
 */
void
ik_draft_list_set_pack (IkDraftList  *self,
                        const IkPack *pack,
                        gboolean      left_over)
{
  GPtrArray *lines;

  g_return_if_fail (IK_IS_DRAFT_LIST (self));
  g_return_if_fail (pack != NULL);

  lines = g_ptr_array_new ();
  for (guint i = 0; left_over && i < pack->left_over->len; i++)
    g_ptr_array_add (lines, create_left_over_line (g_ptr_array_index (pack->left_over, i)));
  if (!left_over)
    add_questions (lines, pack);

  ik_value_fill_store (self->lines, lines, (GDestroyNotify) ik_draft_line_free);
}
