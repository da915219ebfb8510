#include "ik-set-outline.h"

/* What a set keeps is two lists; what people move around is one. These
 * functions turn one into the other. */

static void
append_items (GArray        *lines,
              IkQuestionSet *set,
              const char    *section_id)
{
  for (guint i = 0; i < set->items->len; i++)
    {
      IkSetItem *item = g_ptr_array_index (set->items, i);
      const IkSetSection *section = ik_question_set_find_section (set, item->section_id);

      if (g_strcmp0 (section != NULL ? section->id : NULL, section_id) == 0)
        {
          IkSetLine line = { .item = item };

          g_array_append_val (lines, line);
        }
    }
}

/**
 * ik_set_outline_list:
 * @set: a set
 *
 * Returns: (transfer full) (element-type IkSetLine): its lines, in order; they
 *   hold until the set is changed
 */
GArray *
ik_set_outline_list (IkQuestionSet *set)
{
  GArray *lines;

  g_return_val_if_fail (set != NULL, NULL);

  lines = g_array_new (FALSE, FALSE, sizeof (IkSetLine));
  append_items (lines, set, NULL);
  for (guint i = 0; i < set->sections->len; i++)
    {
      IkSetLine line = { .section = g_ptr_array_index (set->sections, i) };

      g_array_append_val (lines, line);
      append_items (lines, set, line.section->id);
    }

  return lines;
}

/* Gives the set the order of the lines; an item belongs to the heading above
 * it. */
static void
apply (IkQuestionSet *set,
       GArray        *lines)
{
  const char *section_id = NULL;
  gsize n_items;
  g_autofree gpointer *items = g_ptr_array_steal (set->items, &n_items);
  gsize n_sections;
  g_autofree gpointer *sections = g_ptr_array_steal (set->sections, &n_sections);

  for (guint i = 0; i < lines->len; i++)
    {
      IkSetLine *line = &g_array_index (lines, IkSetLine, i);

      if (line->section != NULL)
        {
          section_id = line->section->id;
          g_ptr_array_add (set->sections, line->section);
          continue;
        }

      if (g_strcmp0 (line->item->section_id, section_id) != 0)
        {
          g_free (line->item->section_id);
          line->item->section_id = g_strdup (section_id);
        }
      g_ptr_array_add (set->items, line->item);
    }
}

static gboolean
find (GArray     *lines,
      const char *id,
      guint      *out_index)
{
  for (guint i = 0; i < lines->len; i++)
    {
      IkSetLine *line = &g_array_index (lines, IkSetLine, i);

      if (g_str_equal (line->section != NULL ? line->section->id : line->item->id, id))
        {
          *out_index = i;
          return TRUE;
        }
    }

  return FALSE;
}

/* One behind the line after which a section goes in: after an item right
 * there, after a heading at the end of its section. */
static guint
find_section_place (GArray     *lines,
                    const char *after_id)
{
  guint index;

  if (after_id == NULL || !find (lines, after_id, &index))
    return lines->len;

  if (g_array_index (lines, IkSetLine, index++).item != NULL)
    return index;
  while (index < lines->len && g_array_index (lines, IkSetLine, index).item != NULL)
    index++;

  return index;
}

/**
 * ik_set_outline_insert_section:
 * @set: a set
 * @section: (transfer full): a new section
 * @after_id: (nullable): id of a line; %NULL for the end
 *
 * Puts a heading right after a question, so that the questions below it in the
 * same section belong to the new one; or after the whole section where the
 * line is a heading. O(n).
 */
void
ik_set_outline_insert_section (IkQuestionSet *set,
                               IkSetSection  *section,
                               const char    *after_id)
{
  g_autoptr(GArray) lines = NULL;
  IkSetLine line = { .section = section };

  g_return_if_fail (set != NULL);
  g_return_if_fail (section != NULL);

  lines = ik_set_outline_list (set);
  g_array_insert_val (lines, find_section_place (lines, after_id), line);
  apply (set, lines);
}

/**
 * ik_set_outline_insert_items:
 * @set: a set
 * @items: (element-type IkSetItem): new items, taken out of the array
 * @line_id: (nullable): id of a line; %NULL for the end
 * @is_after: whether they come after the line, else before it
 *
 * Puts items between two lines, in their order: they belong to the section whose
 * heading is above them. O(n).
 */
void
ik_set_outline_insert_items (IkQuestionSet *set,
                             GPtrArray     *items,
                             const char    *line_id,
                             gboolean       is_after)
{
  g_autoptr(GArray) lines = NULL;
  guint index;

  g_return_if_fail (set != NULL);
  g_return_if_fail (items != NULL);

  lines = ik_set_outline_list (set);
  if (line_id == NULL || !find (lines, line_id, &index))
    index = lines->len;
  else if (is_after)
    index++;
  for (guint i = 0; i < items->len; i++)
    {
      IkSetLine line = { .item = g_steal_pointer (&g_ptr_array_index (items, i)) };

      g_array_insert_val (lines, index + i, line);
    }
  apply (set, lines);
}

static gboolean
move_section (IkQuestionSet *set,
              IkSetSection  *section,
              int            step)
{
  guint index;
  gpointer other;

  if (!g_ptr_array_find (set->sections, section, &index) ||
      (int) index + step < 0 || (int) index + step >= (int) set->sections->len)
    return FALSE;

  other = g_ptr_array_index (set->sections, (int) index + step);
  g_ptr_array_index (set->sections, (int) index + step) = section;
  g_ptr_array_index (set->sections, index) = other;

  return TRUE;
}

static void
move_line (GArray *lines,
           guint   from,
           guint   to)
{
  IkSetLine line = g_array_index (lines, IkSetLine, from);

  g_array_remove_index (lines, from);
  g_array_insert_val (lines, to, line);
}

/**
 * ik_set_outline_move:
 * @id: an item or a section
 * @step: 1 or -1
 *
 * Moves an item by one line, over a heading into the next section; or a
 * section with all its items by one section.
 *
 * Returns: whether anything moved
 */
gboolean
ik_set_outline_move (IkQuestionSet *set,
                     const char    *id,
                     int            step)
{
  g_autoptr(GArray) lines = NULL;
  IkSetSection *section;
  guint index;

  g_return_val_if_fail (set != NULL, FALSE);
  g_return_val_if_fail (step == 1 || step == -1, FALSE);

  lines = ik_set_outline_list (set);
  if (!find (lines, id, &index))
    return FALSE;

  section = g_array_index (lines, IkSetLine, index).section;
  if (section != NULL)
    {
      if (!move_section (set, section, step))
        return FALSE;
      g_array_unref (lines);
      lines = ik_set_outline_list (set);
    }
  else
    {
      if ((int) index + step < 0 || (int) index + step >= (int) lines->len)
        return FALSE;
      move_line (lines, index, (guint) ((int) index + step));
    }
  apply (set, lines);

  return TRUE;
}

/**
 * ik_set_outline_move_to:
 * @id: an item
 * @target_id: the line it was dropped on
 *
 * Moves an item to the place of another line, which makes room; onto a heading
 * it becomes the section's first item.
 *
 * Returns: whether anything moved
 */
gboolean
ik_set_outline_move_to (IkQuestionSet *set,
                        const char    *id,
                        const char    *target_id)
{
  g_autoptr(GArray) lines = NULL;
  guint from;
  guint to;

  g_return_val_if_fail (set != NULL, FALSE);

  lines = ik_set_outline_list (set);
  if (!find (lines, id, &from) || !find (lines, target_id, &to) || from == to ||
      g_array_index (lines, IkSetLine, from).item == NULL)
    return FALSE;

  if (g_array_index (lines, IkSetLine, to).section != NULL && from > to)
    to++;
  if (from == to)
    return FALSE;
  move_line (lines, from, to);
  apply (set, lines);

  return TRUE;
}

/**
 * ik_set_outline_duplicate:
 * @id: an item
 *
 * Puts a copy of an item after it.
 *
 * Returns: whether there is such an item
 */
gboolean
ik_set_outline_duplicate (IkQuestionSet *set,
                          const char    *id)
{
  g_return_val_if_fail (set != NULL, FALSE);

  for (guint i = 0; i < set->items->len; i++)
    {
      const IkSetItem *item = g_ptr_array_index (set->items, i);

      if (g_str_equal (item->id, id))
        {
          IkSetItem *copy = ik_set_item_copy (item);

          g_free (copy->id);
          copy->id = g_uuid_string_random ();
          g_ptr_array_insert (set->items, (int) i + 1, copy);
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * ik_set_outline_remove:
 * @id: an item or a section
 *
 * Removes an item; or a section, whose items stay and join what is above.
 *
 * Returns: whether there is such a line
 */
gboolean
ik_set_outline_remove (IkQuestionSet *set,
                       const char    *id)
{
  g_autoptr(GArray) lines = NULL;
  IkSetLine line;
  guint index;

  g_return_val_if_fail (set != NULL, FALSE);

  lines = ik_set_outline_list (set);
  if (!find (lines, id, &index))
    return FALSE;

  line = g_array_index (lines, IkSetLine, index);
  g_array_remove_index (lines, index);
  apply (set, lines);
  g_clear_pointer (&line.section, ik_set_section_free);
  g_clear_pointer (&line.item, ik_set_item_free);

  return TRUE;
}
