#include "ik-draft-rows.h"

static void
add_row (GArray         *rows,
         IkDraftRowKind  kind,
         guint           entry)
{
  IkDraftRowInfo row = { kind, entry };

  g_array_append_val (rows, row);
}

/**
 * ik_draft_rows_new:
 * @content: a draft
 * @left_over: whether to list what was not taken rather than what was
 *
 * Returns: (transfer full) (element-type IkDraftRowInfo): the rows of a list
 *   that shows it; linear
 */
GArray *
ik_draft_rows_new (const IkDraftContent *content,
                   gboolean              left_over)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (IkDraftRowInfo));
  const IkSection *section = NULL;

  for (guint i = 0; left_over && i < content->pack->left_over->len; i++)
    add_row (rows, IK_DRAFT_ROW_LEFT_OVER, i);

  for (guint i = 0; !left_over && i < content->questions->len; i++)
    {
      const IkDraftEntry *entry = ik_draft_content_get_question (content, i);

      if (entry->section != section && entry->section->title[0] != '\0')
        add_row (rows, IK_DRAFT_ROW_SECTION, i);
      section = entry->section;
      add_row (rows, IK_DRAFT_ROW_QUESTION, i);
    }

  return rows;
}

/**
 * ik_draft_rows_find:
 * @rows: (element-type IkDraftRowInfo): rows
 * @entry: index of a question or left-over
 *
 * Returns: the position of its row, %G_MAXUINT if there is none; rows are in
 *   the order of their entries
 */
guint
ik_draft_rows_find (const GArray *rows,
                    guint         entry)
{
  guint first = 0;
  guint end = rows->len;

  while (first < end)
    {
      guint middle = first + (end - first) / 2;
      const IkDraftRowInfo *row = &g_array_index (rows, IkDraftRowInfo, middle);

      if (row->entry < entry || (row->entry == entry && row->kind == IK_DRAFT_ROW_SECTION))
        first = middle + 1;
      else
        end = middle;
    }

  return first < rows->len && g_array_index (rows, IkDraftRowInfo, first).entry == entry
         ? first : G_MAXUINT;
}

static guint
find_section_line (const IkQuestion *question)
{
  guint line = 0;

  for (guint i = 0; i < question->lines->len; i++)
    {
      const IkLineSpan *span = &g_array_index (question->lines, IkLineSpan, i);

      if (g_str_equal (span->field, "section"))
        line = span->first;
    }

  return line;
}

/**
 * ik_draft_rows_get_line:
 * @content: the draft
 * @row: a row
 *
 * Returns: the line of the document that the row stands for, 0 for none
 */
guint
ik_draft_rows_get_line (const IkDraftContent *content,
                        const IkDraftRowInfo *row)
{
  const IkDraftEntry *entry;

  if (row->kind == IK_DRAFT_ROW_LEFT_OVER)
    return ((IkLeftOver *) content->pack->left_over->pdata[row->entry])->first;

  entry = ik_draft_content_get_question (content, row->entry);
  return row->kind == IK_DRAFT_ROW_SECTION ? find_section_line (entry->question)
                                           : ik_question_get_first_line (entry->question);
}
