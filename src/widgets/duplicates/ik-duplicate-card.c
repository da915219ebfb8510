#include "ik-duplicate-card.h"

#include "ik-word-difference.h"

#include <glib/gi18n.h>

/* Nobody reads more of a question here, and a label of 100 kB would hold up the
 * program. */
#define MAX_CHARS 2000

/**
 * IkDuplicateCard:
 *
 * One of two questions that ask the same: its words, those marked that the other
 * has not, where it stands and how it was used.
 */
struct _IkDuplicateCard
{
  AdwBin    parent_instance;

  /* Template */
  GtkLabel *prompt;
  GtkLabel *details;
  GtkLabel *place;
  GtkLabel *uses;
};

G_DEFINE_FINAL_TYPE (IkDuplicateCard, ik_duplicate_card, ADW_TYPE_BIN)

static char *
dup_start (const char *text)
{
  return g_utf8_strlen (text, -1) > MAX_CHARS ? g_utf8_substring (text, 0, MAX_CHARS)
                                              : g_strdup (text);
}

/* By weight and line, so that colour is not what tells. */
static void
mark (PangoAttrList    *attributes,
      const IkWordSpan *span)
{
  PangoAttribute *marks[] = {
    pango_attr_weight_new (PANGO_WEIGHT_BOLD),
    pango_attr_underline_new (PANGO_UNDERLINE_SINGLE),
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      marks[i]->start_index = span->start;
      marks[i]->end_index = span->end;
      pango_attr_list_insert (attributes, marks[i]);
    }
}

static void
set_text (GtkLabel   *label,
          const char *text,
          const char *other)
{
  g_autofree char *start = dup_start (text);
  g_autofree char *other_start = dup_start (other);
  g_autoptr(GArray) spans = ik_word_difference_find (start, other_start);
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();
  g_autoptr(GString) words = g_string_new (NULL);
  g_autofree char *description = NULL;

  for (guint i = 0; i < spans->len; i++)
    {
      const IkWordSpan *span = &g_array_index (spans, IkWordSpan, i);

      mark (attributes, span);
      g_string_append_printf (words, "%s%.*s", i > 0 ? ", " : "", (int) (span->end - span->start),
                              start + span->start);
    }

  gtk_label_set_label (label, start);
  gtk_label_set_attributes (label, attributes);
  gtk_widget_set_visible (GTK_WIDGET (label), *start != '\0');
  description = words->len > 0 ? g_strdup_printf (_("Only here: %s"), words->str) : g_strdup ("");
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description, -1);
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

static void
ik_duplicate_card_class_init (IkDuplicateCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-duplicate-card.ui");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_bind_template_child (widget_class, IkDuplicateCard, prompt);
  gtk_widget_class_bind_template_child (widget_class, IkDuplicateCard, details);
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
  g_autofree char *place = NULL;
  g_autofree char *uses = NULL;

  g_return_if_fail (IK_IS_DUPLICATE_CARD (self));

  set_text (self->prompt, question->prompt, other->prompt);
  set_text (self->details, question->details, other->details);

  place = *question->section != '\0'
    ? g_strconcat (question->pack_title, " › ", question->section, NULL)
    : g_strdup (question->pack_title);
  gtk_label_set_label (self->place, place);
  uses = describe_uses (question);
  gtk_label_set_label (self->uses, uses);
}
