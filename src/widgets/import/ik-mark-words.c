#include "ik-mark-words.h"

#include <glib/gi18n.h>

/* In the order of the enumeration. */
static const struct
{
  const char *word;
  const char *style;
  const char *color; /* nullable: of the text around; named as libadwaita does */
} marks[] = {
  { NULL, NULL, NULL },
  { N_("Title"), "mark-section", NULL },
  { N_("Description"), "mark-facts", NULL },
  { N_("Section"), "mark-section", NULL },
  { N_("Introduction"), "mark-facts", NULL },
  { N_("Question"), "mark-question", "accent_color" },
  { N_("Details"), "mark-details", "accent_color" },
  { N_("Answer"), "mark-answer", "success_color" },
  { N_("Follow-up"), "mark-guidance", "warning_color" },
  { N_("Good sign"), "mark-guidance", "warning_color" },
  { N_("Red flag"), "mark-red-flag", "error_color" },
  { N_("Guidance"), "mark-guidance", "warning_color" },
  { N_("Facts"), "mark-facts", NULL },
  { N_("Not taken"), "mark-not-taken", NULL },
};

const char *
ik_mark_words_for_mark (IkLineMark mark)
{
  g_return_val_if_fail ((guint) mark < G_N_ELEMENTS (marks), NULL);

  return marks[mark].word != NULL ? _(marks[mark].word) : NULL;
}

const char *
ik_mark_words_get_style (IkLineMark mark)
{
  g_return_val_if_fail ((guint) mark < G_N_ELEMENTS (marks), NULL);

  return marks[mark].style;
}

/**
 * ik_mark_words_get_color:
 * @mark: a mark
 *
 * Returns: (nullable): the name of the colour of its word, %NULL for that of
 *   the text around
 */
const char *
ik_mark_words_get_color (IkLineMark mark)
{
  g_return_val_if_fail ((guint) mark < G_N_ELEMENTS (marks), NULL);

  return marks[mark].color;
}
