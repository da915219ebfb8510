#include "ik-correction.h"

#include <string.h>

#include "ik-shape.h"

/**
 * ik_correction_new:
 * @kind: what is changed, no edit
 * @line: a line of the block
 * @role: the role, %IK_ROLE_UNKNOWN where none is given
 *
 * Returns: (transfer full): a correction
 */
IkCorrection *
ik_correction_new (IkCorrectionKind kind,
                   guint            line,
                   IkRole           role)
{
  IkCorrection *self = g_new0 (IkCorrection, 1);

  self->kind = kind;
  self->line = line;
  self->role = role;

  return self;
}

/**
 * ik_correction_new_edit:
 * @line: first line of a question
 * @nth: which one of those that begin there, from 0
 * @question: what it says from now on, copied
 *
 * Returns: (transfer full): a correction
 */
IkCorrection *
ik_correction_new_edit (guint             line,
                        guint             nth,
                        const IkQuestion *question)
{
  IkCorrection *self = ik_correction_new (IK_CORRECTION_EDIT, line, IK_ROLE_UNKNOWN);

  self->nth = nth;
  self->question = ik_question_copy (question);

  return self;
}

/**
 * ik_correction_copy:
 * @self: a correction
 *
 * Returns: (transfer full): the same once more
 */
IkCorrection *
ik_correction_copy (const IkCorrection *self)
{
  IkCorrection *copy = ik_correction_new (self->kind, self->line, self->role);

  copy->nth = self->nth;
  if (self->question != NULL)
    copy->question = ik_question_copy (self->question);

  return copy;
}

/**
 * ik_correction_free:
 * @self: (transfer full): a correction
 */
void
ik_correction_free (IkCorrection *self)
{
  g_clear_pointer (&self->question, ik_question_free);
  g_free (self);
}

/* The last block that begins at @line or above it; blocks are in order. */
static gboolean
find_block (const IkBlockList *list,
            guint              line,
            guint             *out_index)
{
  guint first = 0;
  guint end = list->blocks->len;

  while (first < end)
    {
      guint middle = first + (end - first) / 2;
      const IkBlock *block = list->blocks->pdata[middle];

      if (block->first <= line)
        first = middle + 1;
      else
        end = middle;
    }
  if (first == 0 || ((IkBlock *) list->blocks->pdata[first - 1])->last < line)
    return FALSE;
  *out_index = first - 1;

  return TRUE;
}

/* Lines without the indent that all of them have: by itself it means nothing. */
static char *
dup_lines_unindented (const IkBlockList *list,
                      guint              first,
                      guint              last)
{
  gsize indent = G_MAXSIZE;
  GString *text = g_string_new (NULL);

  for (guint line = first; line <= last; line++)
    {
      gsize length;
      const char *start = ik_block_list_get_line (list, line, &length);
      gsize blank = strspn (start, " \t");

      if (blank < length)
        indent = MIN (indent, blank);
    }
  for (guint line = first; line <= last; line++)
    {
      gsize length;
      const char *start = ik_block_list_get_line (list, line, &length);

      if (length > indent)
        g_string_append_len (text, start + indent, (gssize) (length - indent));
      g_string_append_c (text, '\n');
    }

  return g_string_free (text, FALSE);
}

/* Reads some lines by themselves, as they stood in @block. */
static void
read_lines (GPtrArray         *blocks,
            const IkBlockList *list,
            const IkBlock     *block,
            IkDocumentKind     kind,
            guint              first,
            guint              last)
{
  g_autofree char *text = dup_lines_unindented (list, first, last);
  g_autoptr(IkBlockList) part = ik_document_read_text (kind, text);

  for (guint i = 0; i < part->blocks->len; i++)
    {
      IkBlock *read = part->blocks->pdata[i];

      read->first += first - 1;
      read->last += first - 1;
      read->depth += block->depth;
      read->indent += block->indent;
      read->quoted = block->quoted;
      g_ptr_array_add (blocks, read);
    }
  g_ptr_array_set_free_func (part->blocks, NULL);
}

static gboolean
split (IkBlockList    *list,
       IkDocumentKind  kind,
       guint           line)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new ();
  IkBlock *block;
  guint i;

  if (!find_block (list, line, &i))
    return FALSE;
  block = list->blocks->pdata[i];
  if (block->first == line || !ik_block_is_text (block))
    return FALSE;

  read_lines (parts, list, block, kind, block->first, line - 1);
  read_lines (parts, list, block, kind, line, block->last);
  g_ptr_array_remove_index (list->blocks, i);
  for (guint n = 0; n < parts->len; n++)
    g_ptr_array_insert (list->blocks, (int) (i + n), parts->pdata[n]);

  return TRUE;
}

static gboolean
join (IkBlockList *list,
      guint        line)
{
  guint i;
  guint above;

  if (!find_block (list, line, &i) || i == 0 || !ik_block_is_text (list->blocks->pdata[i]))
    return FALSE;
  for (above = i; above-- > 0;)
    {
      if (ik_block_is_text (list->blocks->pdata[above]))
        break;
    }
  if (above == G_MAXUINT)
    return FALSE;

  ik_block_join (list->blocks->pdata[above], list->blocks->pdata[i]);
  g_ptr_array_remove_range (list->blocks, above + 1, i - above);

  return TRUE;
}

/**
 * ik_corrections_change_blocks:
 * @corrections: (nullable) (element-type IkCorrection): corrections
 *
 * Returns: whether ik_corrections_shape_blocks() has something to do
 */
gboolean
ik_corrections_change_blocks (const GPtrArray *corrections)
{
  for (guint i = 0; corrections != NULL && i < corrections->len; i++)
    {
      const IkCorrection *correction = corrections->pdata[i];

      if (correction->kind == IK_CORRECTION_SPLIT || correction->kind == IK_CORRECTION_JOIN)
        return TRUE;
    }

  return FALSE;
}

/**
 * ik_corrections_shape_blocks:
 * @corrections: (nullable) (element-type IkCorrection): corrections
 * @kind: how the text is read
 * @list: blocks, repaired, without labels
 *
 * Splits and joins blocks. What can't be, such as code to split, stays as it
 * is, and its correction says so.
 */
void
ik_corrections_shape_blocks (const GPtrArray *corrections,
                             IkDocumentKind   kind,
                             IkBlockList     *list)
{
  for (guint i = 0; corrections != NULL && i < corrections->len; i++)
    {
      IkCorrection *correction = corrections->pdata[i];

      if (correction->kind == IK_CORRECTION_SPLIT)
        correction->is_refused = !split (list, kind, correction->line);
      else if (correction->kind == IK_CORRECTION_JOIN)
        correction->is_refused = !join (list, correction->line);
    }
}

static void
force_role (IkRole            *roles,
            const IkBlockList *list,
            guint              model,
            IkRole             role)
{
  for (guint i = 0; i < list->blocks->len; i++)
    {
      if (ik_shape_is_alike (list->blocks->pdata[i], list->blocks->pdata[model]))
        roles[i] = role;
    }
}

/**
 * ik_corrections_force_roles:
 * @corrections: (nullable) (element-type IkCorrection): corrections
 * @list: blocks with shapes
 *
 * Returns: (transfer full) (nullable) (array): for each block the role that a
 *   person gave it, else %IK_ROLE_UNKNOWN; %NULL where none was given
 */
IkRole *
ik_corrections_force_roles (const GPtrArray   *corrections,
                            const IkBlockList *list)
{
  IkRole *roles = NULL;

  for (guint i = 0; corrections != NULL && i < corrections->len; i++)
    {
      const IkCorrection *correction = corrections->pdata[i];
      guint block;

      if (correction->kind > IK_CORRECTION_ROLE_OF_KIND ||
          !find_block (list, correction->line, &block))
        continue;
      if (roles == NULL)
        {
          roles = g_new (IkRole, list->blocks->len);
          for (guint n = 0; n < list->blocks->len; n++)
            roles[n] = IK_ROLE_UNKNOWN;
        }
      if (correction->kind == IK_CORRECTION_ROLE)
        roles[block] = correction->role;
      else
        force_role (roles, list, block, correction->role);
    }

  return roles;
}

static void
edit (IkPack             *pack,
      const IkCorrection *correction)
{
  guint n_before = 0;

  for (guint i = 0; i < pack->sections->len; i++)
    {
      IkSection *section = pack->sections->pdata[i];

      for (guint n = 0; n < section->questions->len; n++)
        {
          IkQuestion *question = section->questions->pdata[n];
          IkQuestion *edited;

          if (ik_question_get_first_line (question) != correction->line ||
              n_before++ < correction->nth)
            continue;
          edited = ik_question_copy (correction->question);
          g_array_set_size (edited->lines, 0);
          g_array_append_vals (edited->lines, question->lines->data, question->lines->len);
          section->questions->pdata[n] = edited;
          ik_question_free (question);
          return;
        }
    }
}

/**
 * ik_corrections_edit:
 * @corrections: (nullable) (element-type IkCorrection): corrections
 * @pack: a draft
 *
 * Puts edited questions in the place of those that begin at their line. One
 * that isn't there any more is passed over.
 */
void
ik_corrections_edit (const GPtrArray *corrections,
                     IkPack          *pack)
{
  for (guint i = 0; corrections != NULL && i < corrections->len; i++)
    {
      const IkCorrection *correction = corrections->pdata[i];

      if (correction->kind == IK_CORRECTION_EDIT)
        edit (pack, correction);
    }
}
