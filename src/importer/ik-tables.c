#include "ik-tables.h"

#include <string.h>

#include "ik-asking.h"
#include "ik-field-name.h"

/* Without a name a column holds questions when all of so many texts end with a
 * question mark. */
#define LEAST_ROWS_BY_CONTENT 3
#define SURELY_ASKING 0.95

/* So far above a table in an answer its question stands at most. */
#define MAX_BLOCKS_TO_QUESTION 12

#define NO_COLUMN G_MAXUINT
#define MAX_COLUMNS 32u

static const IkLabel labels[] = {
  [IK_FIELD_QUESTION] = IK_LABEL_QUESTION,
  [IK_FIELD_DETAILS] = IK_LABEL_DETAILS,
  [IK_FIELD_OPTION] = IK_LABEL_DETAILS,
  [IK_FIELD_CORRECT] = IK_LABEL_ANSWER,
  [IK_FIELD_ANSWER] = IK_LABEL_ANSWER,
  [IK_FIELD_FOLLOW_UP] = IK_LABEL_FOLLOW_UP,
  [IK_FIELD_CLARIFYING] = IK_LABEL_CLARIFYING,
  [IK_FIELD_STEP] = IK_LABEL_STEP,
  [IK_FIELD_POSITIVE] = IK_LABEL_POSITIVE,
  [IK_FIELD_RED_FLAG] = IK_LABEL_RED_FLAG,
  [IK_FIELD_WHY] = IK_LABEL_WHY,
  [IK_FIELD_REFERENCE] = IK_LABEL_SOURCE,
  [IK_FIELD_LEVEL] = IK_LABEL_LEVEL,
  [IK_FIELD_TAGS] = IK_LABEL_TAGS,
  [IK_FIELD_SECTION] = IK_LABEL_TAGS,
  [IK_FIELD_MINUTES] = IK_LABEL_MINUTES,
  [IK_FIELD_TITLE] = IK_LABEL_NONE,
};

/* The cells of a row "| a | b |"; a bar behind a backslash is text. */
static char **
split_row (const IkBlock *row)
{
  GPtrArray *cells = g_ptr_array_new ();
  const char *p = row->source;
  gsize length = strcspn (p, "\n"); /* without the line below a header */
  const char *end = p + length;
  GString *cell = g_string_new (NULL);

  p += *p == '|';
  for (; p < end; p++)
    {
      if (*p == '|' && p[-1] != '\\')
        {
          g_ptr_array_add (cells, g_strstrip (g_strdup (cell->str)));
          g_string_truncate (cell, 0);
        }
      else if (*p != '\\' || p[1] != '|')
        g_string_append_c (cell, *p);
    }
  if (cell->len > 0 && cell->str[strspn (cell->str, " ")] != '\0')
    g_ptr_array_add (cells, g_strstrip (g_strdup (cell->str)));
  g_string_free (cell, TRUE);
  g_ptr_array_add (cells, NULL);

  return (char **) g_ptr_array_free (cells, FALSE);
}

static gboolean
all_ask (const IkBlockList *list,
         guint              first,
         guint              end,
         guint              column)
{
  for (guint i = first; i < end; i++)
    {
      g_auto(GStrv) cells = split_row (list->blocks->pdata[i]);

      if (column >= g_strv_length (cells) || ik_asking_score (cells[column]) < SURELY_ASKING)
        return FALSE;
    }

  return end - first >= LEAST_ROWS_BY_CONTENT;
}

/* Whether a question stands above the table, so that it is a part of its
 * answer. */
static gboolean
is_in_answer (const IkBlockList *list,
              guint              table)
{
  for (guint i = table; i > 0 && table - i < MAX_BLOCKS_TO_QUESTION; i--)
    {
      const IkBlock *block = list->blocks->pdata[i - 1];

      if (block->kind == IK_BLOCK_HEADING || block->kind == IK_BLOCK_SUMMARY || block->bold ||
          block->marker.style > IK_MARKER_BULLET)
        return ik_asking_asks (block->text);
    }

  return FALSE;
}

/* The column with the questions, by its name or else by its texts. */
static guint
find_question_column (const IkBlockList  *list,
                      char              **header,
                      guint               first,
                      guint               end)
{
  guint n_columns = MIN (g_strv_length (header), MAX_COLUMNS);
  gboolean answers = FALSE;

  for (guint i = 0; i < n_columns; i++)
    answers = answers || ik_field_name_lookup (header[i]) == IK_FIELD_ANSWER;
  if (!answers && is_in_answer (list, first - 1))
    return NO_COLUMN;
  for (guint i = 0; i < n_columns && n_columns > 1; i++)
    {
      if (ik_field_name_lookup (header[i]) == IK_FIELD_QUESTION)
        return i;
    }
  for (guint i = 0; i < n_columns; i++)
    {
      if (all_ask (list, first, end, i))
        return i;
    }

  return NO_COLUMN;
}

static void
add_cell (GPtrArray     *blocks,
          const IkBlock *row,
          const char    *text,
          IkLabel        label,
          const char    *name)
{
  IkBlock *block;

  if (text[0] == '\0')
    return;
  block = ik_block_new (IK_BLOCK_PARAGRAPH, row->first, row->last, text, text);
  if (label == IK_LABEL_QUESTION)
    {
      ik_block_strip_marker (block);
      block->marker.style = IK_MARKER_QUESTION;
    }
  ik_block_set_label (block, label, name, strlen (name));
  g_ptr_array_add (blocks, block);
}

static void
add_row (GPtrArray      *blocks,
         const IkBlock  *row,
         char          **header,
         guint           question)
{
  g_auto(GStrv) cells = split_row (row);
  guint n_cells = MIN (g_strv_length (cells), g_strv_length (header));

  if (question < n_cells)
    add_cell (blocks, row, cells[question], IK_LABEL_QUESTION, header[question]);
  for (guint i = 0; i < n_cells; i++)
    {
      IkFieldUse use = ik_field_name_lookup (header[i]);

      if (i != question && labels[use] > IK_LABEL_QUESTION)
        add_cell (blocks, row, cells[i], labels[use], header[i]);
    }
}

/* Turns the rows into questions where one of their columns holds some; returns
 * whether it did. */
static gboolean
take_table (IkBlockList *list,
            guint        first,
            guint        end,
            GPtrArray   *blocks)
{
  IkBlock *names = list->blocks->pdata[first];
  g_auto(GStrv) header = split_row (names);
  guint question = find_question_column (list, header, first + 1, end);

  if (question == NO_COLUMN)
    return FALSE;

  names->kind = IK_BLOCK_MARKUP;
  g_ptr_array_add (blocks, names);
  for (guint i = first + 1; i < end; i++)
    {
      add_row (blocks, list->blocks->pdata[i], header, question);
      ik_block_free (list->blocks->pdata[i]);
    }

  return TRUE;
}

/* "|--|:-:|" */
static gboolean
is_delimiter (const char *line,
              gsize       length)
{
  return strspn (line, "|:- \t") >= length && memchr (line, '|', length) != NULL &&
         memchr (line, '-', length) != NULL;
}

/* Whether a paragraph is a table with a line below its header that is too short
 * for Markdown. */
static gboolean
is_table (const IkBlock *block)
{
  const char *feed = block->kind == IK_BLOCK_PARAGRAPH ? strchr (block->source, '\n') : NULL;

  return feed != NULL && feed[1] != '\0' && strchr ("|:- ", feed[1]) != NULL &&
         memchr (block->source, '|', (gsize) (feed - block->source)) != NULL &&
         is_delimiter (feed + 1, strcspn (feed + 1, "\n"));
}

/* Makes a row of each line of the paragraph, but for the line below the header,
 * which stays with that. */
static void
split_rows (GPtrArray *blocks,
            IkBlock   *paragraph)
{
  g_auto(GStrv) lines = g_strsplit (paragraph->source, "\n", -1);
  guint n_lines = g_strv_length (lines);
  gboolean exact = paragraph->last - paragraph->first + 1 == n_lines;

  for (guint i = 0; i < n_lines; i += i == 0 ? 2 : 1)
    {
      g_autofree char *source = i == 0 ? g_strconcat (lines[0], "\n", lines[1], NULL)
                                       : g_strdup (lines[i]);
      guint first = exact ? paragraph->first + i : paragraph->first;
      guint last = exact ? first + (i == 0 ? 1 : 0) : paragraph->last;
      IkBlock *row = ik_block_new (IK_BLOCK_TABLE_ROW, first, last, lines[i], source);

      row->depth = paragraph->depth;
      row->gap = i == 0 && paragraph->gap;
      g_ptr_array_add (blocks, row);
    }
  ik_block_free (paragraph);
}

static void
find_tables (IkBlockList *list)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_block_free);

  g_ptr_array_set_free_func (list->blocks, NULL);
  for (guint i = 0; i < list->blocks->len; i++)
    {
      ik_block_list_prefetch (list, i + IK_BLOCK_LIST_AHEAD);
      if (is_table (list->blocks->pdata[i]))
        split_rows (blocks, list->blocks->pdata[i]);
      else
        g_ptr_array_add (blocks, list->blocks->pdata[i]);
    }
  g_ptr_array_unref (list->blocks);
  list->blocks = blocks;
}

/**
 * ik_tables_apply:
 * @list: blocks as they were read
 *
 * Finds the tables that Markdown doesn't take for one, and turns those with a
 * column of questions into a question a row, with what stands beside it
 * labelled by the names of the columns. Any other table stays what it is, a
 * part of an answer mostly. Linear.
 */
void
ik_tables_apply (IkBlockList *list)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_block_free);
  guint i = 0;

  find_tables (list);
  g_ptr_array_set_free_func (list->blocks, NULL);
  while (i < list->blocks->len)
    {
      guint end = i;

      while (end < list->blocks->len &&
             ((IkBlock *) list->blocks->pdata[end])->kind == IK_BLOCK_TABLE_ROW &&
             (end == i || !((IkBlock *) list->blocks->pdata[end])->gap))
        end++;
      if (end > i + 1 && take_table (list, i, end, blocks))
        {
          i = end;
          continue;
        }
      for (end = MAX (end, i + 1); i < end; i++)
        g_ptr_array_add (blocks, list->blocks->pdata[i]);
    }
  g_ptr_array_unref (list->blocks);
  list->blocks = blocks;
}
