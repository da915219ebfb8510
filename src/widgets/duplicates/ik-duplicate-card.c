#include "ik-duplicate-card.h"

#include "ik-question-words.h"
#include "ik-rich-text.h"
#include "ik-word-difference.h"

#include <glib/gi18n.h>

/* Nobody reads more of a question here, and a label of 100 kB would hold up the
 * program. */
#define MAX_CHARS 2000

/**
 * IkDuplicateCard:
 *
 * One of two questions that ask the same: its words, those marked that the other
 * has not, what it is and comes with, where it stands and how it was used. What is
 * said of one and not of the other is bold.
 */
struct _IkDuplicateCard
{
  AdwBin    parent_instance;

  /* Template */
  GtkLabel *prompt;
  GtkLabel *details;
  GtkLabel *traits;
  GtkLabel *guidance;
  GtkLabel *place;
  GtkLabel *uses;
};

G_DEFINE_FINAL_TYPE (IkDuplicateCard, ik_duplicate_card, ADW_TYPE_BIN)

/* Words as people read them, and which of them are code. */
typedef struct
{
  GString *words;
  GArray  *code; /* element-type IkWordSpan */
} Plain;

static void
append_row (GString   *words,
            GPtrArray *row)
{
  for (guint i = 0; i < row->len; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? "   " : "",
                            ((const IkRichText *) row->pdata[i])->text);
}

static void
append_block (Plain             *plain,
              const IkRichBlock *block)
{
  IkWordSpan span = { .start = plain->words->len };

  if (block->marker != NULL)
    g_string_append_printf (plain->words, "%s ", block->marker);
  if (block->text != NULL)
    g_string_append (plain->words, block->text->text);
  for (guint i = 0; block->rows != NULL && i < block->rows->len; i++)
    {
      g_string_append (plain->words, i > 0 ? "\n" : "");
      append_row (plain->words, block->rows->pdata[i]);
    }

  span.end = plain->words->len;
  if (block->kind == IK_RICH_BLOCK_CODE)
    g_array_append_val (plain->code, span);
}

static void
plain_init (Plain      *plain,
            const char *commonmark)
{
  g_autofree char *start = g_utf8_strlen (commonmark, -1) > MAX_CHARS
                           ? g_utf8_substring (commonmark, 0, MAX_CHARS) : g_strdup (commonmark);
  g_autoptr(GPtrArray) blocks = ik_rich_blocks_parse (start);

  plain->words = g_string_new (NULL);
  plain->code = g_array_new (FALSE, FALSE, sizeof (IkWordSpan));
  for (guint i = 0; i < blocks->len; i++)
    {
      g_string_append (plain->words, i > 0 ? "\n" : "");
      append_block (plain, blocks->pdata[i]);
    }
}

static void
plain_clear (Plain *plain)
{
  g_string_free (plain->words, TRUE);
  g_array_unref (plain->code);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Plain, plain_clear)

static void
insert (PangoAttrList    *attributes,
        PangoAttribute   *attribute,
        const IkWordSpan *span)
{
  attribute->start_index = span->start;
  attribute->end_index = span->end;
  pango_attr_list_insert (attributes, attribute);
}

/* By weight and line, so that colour is not what tells. */
static void
mark (PangoAttrList    *attributes,
      const IkWordSpan *span)
{
  insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), span);
  insert (attributes, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), span);
}

static void
set_text (GtkLabel   *label,
          const char *text,
          const char *other)
{
  g_auto(Plain) plain;
  g_auto(Plain) other_plain;
  g_autoptr(GArray) spans = NULL;
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();
  g_autoptr(GString) words = g_string_new (NULL);
  g_autofree char *description = NULL;

  plain_init (&plain, text);
  plain_init (&other_plain, other);
  spans = ik_word_difference_find (plain.words->str, other_plain.words->str);
  for (guint i = 0; i < plain.code->len; i++)
    insert (attributes, pango_attr_family_new ("monospace"),
            &g_array_index (plain.code, IkWordSpan, i));
  for (guint i = 0; i < spans->len; i++)
    {
      const IkWordSpan *span = &g_array_index (spans, IkWordSpan, i);

      mark (attributes, span);
      g_string_append_printf (words, "%s%.*s", i > 0 ? ", " : "", (int) (span->end - span->start),
                              plain.words->str + span->start);
    }

  gtk_label_set_label (label, plain.words->str);
  gtk_label_set_attributes (label, attributes);
  gtk_widget_set_visible (GTK_WIDGET (label), plain.words->len > 0);
  description = words->len > 0 ? g_strdup_printf (_("Only here: %s"), words->str) : g_strdup ("");
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description, -1);
}

/* What is said of one and not of the other, by its weight. */
static void
set_line (GtkLabel   *label,
          const char *text,
          const char *other)
{
  gtk_label_set_label (label, text);
  if (g_str_equal (text, other))
    gtk_widget_remove_css_class (GTK_WIDGET (label), "differs");
  else
    gtk_widget_add_css_class (GTK_WIDGET (label), "differs");
}

static char *
describe_traits (const IkDuplicate *question)
{
  const IkQuestionSummary *summary = question->summary;
  g_autofree char *traits = ik_question_words_describe (summary);

  return summary->competency[0] != '\0' ? g_strconcat (traits, " · ", summary->competency, NULL)
                                        : g_steal_pointer (&traits);
}

static char *
describe_guidance (const IkDuplicate *question)
{
  guint n = question->n_guidance;
  g_autofree char *points = n > 0
    ? g_strdup_printf (ngettext ("%u point of guidance", "%u points of guidance", n), n)
    : g_strdup (_("No guidance"));

  return g_strconcat (question->summary->is_answered ? _("Reference answer")
                                                     : _("No reference answer"),
                      " · ", points, NULL);
}

static char *
describe_place (const IkDuplicate *question)
{
  return *question->section != '\0'
         ? g_strconcat (question->pack_title, " › ", question->section, NULL)
         : g_strdup (question->pack_title);
}

static char *
describe_asked (const IkDuplicate *question)
{
  g_autoptr(GDateTime) at = NULL;
  g_autoptr(GDateTime) local = NULL;
  g_autofree char *date = NULL;

  if (question->n_asked == 0)
    return g_strdup (_("Never asked"));
  if (question->last_asked_at_us == 0)
    return g_strdup_printf (ngettext ("Asked in %u interview", "Asked in %u interviews",
                                      question->n_asked), question->n_asked);

  at = g_date_time_new_from_unix_utc (question->last_asked_at_us / G_USEC_PER_SEC);
  local = g_date_time_to_local (at);
  date = g_date_time_format (local, "%x");

  /* Translators: the last one is a date. */
  return g_strdup_printf (ngettext ("Asked in %u interview, on %s",
                                    "Asked in %u interviews, last on %s", question->n_asked),
                          question->n_asked, date);
}

static char *
describe_uses (const IkDuplicate *question)
{
  g_autofree char *sets = question->n_sets > 0
    ? g_strdup_printf (ngettext ("In %u set", "In %u sets", question->n_sets), question->n_sets)
    : g_strdup (_("In no set"));
  g_autofree char *asked = describe_asked (question);

  return g_strconcat (sets, " · ", asked, NULL);
}

typedef char *(*Describe) (const IkDuplicate *question);

static void
ik_duplicate_card_class_init (IkDuplicateCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-duplicate-card.ui");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_bind_template_child (widget_class, IkDuplicateCard, prompt);
  gtk_widget_class_bind_template_child (widget_class, IkDuplicateCard, details);
  gtk_widget_class_bind_template_child (widget_class, IkDuplicateCard, traits);
  gtk_widget_class_bind_template_child (widget_class, IkDuplicateCard, guidance);
  gtk_widget_class_bind_template_child (widget_class, IkDuplicateCard, place);
  gtk_widget_class_bind_template_child (widget_class, IkDuplicateCard, uses);
}

static void
ik_duplicate_card_init (IkDuplicateCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ik_duplicate_card_set:
 * @question: what it shows
 * @other: what it is compared with
 */
void
ik_duplicate_card_set (IkDuplicateCard   *self,
                       const IkDuplicate *question,
                       const IkDuplicate *other)
{
  static const Describe describe[] = {
    describe_traits, describe_guidance, describe_place, describe_uses,
  };
  GtkLabel *labels[] = { self->traits, self->guidance, self->place, self->uses };

  g_return_if_fail (IK_IS_DUPLICATE_CARD (self));

  set_text (self->prompt, question->prompt, other->prompt);
  set_text (self->details, question->details, other->details);
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      g_autofree char *text = describe[i] (question);
      g_autofree char *other_text = describe[i] (other);

      set_line (labels[i], text, other_text);
    }
}
