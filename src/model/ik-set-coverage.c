#include "ik-set-coverage.h"

#include "ik-list.h"

static void
row_free (IkSetCoverageRow *self)
{
  g_free (self->competency_id);
  g_free (self->name);
  g_array_unref (self->section_minutes);
  g_free (self);
}

/* The id of the item's section where it is one of the set, else NULL. */
static const char *
get_section_id (const IkQuestionSet *set,
                const IkSetItem     *item)
{
  const IkSetSection *section = ik_question_set_find_section (set, item->section_id);

  return section != NULL ? section->id : NULL;
}

static gboolean
has_scored (const IkQuestionSet *set,
            const char          *section_id)
{
  for (guint i = 0; i < set->items->len; i++)
    {
      const IkSetItem *item = set->items->pdata[i];

      if (ik_question_kind_is_scored (item->kind) &&
          g_strcmp0 (get_section_id (set, item), section_id) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Ids of the sections that become columns; NULL for the unsectioned ones. */
static GPtrArray *
list_columns (IkSetCoverage       *self,
              const IkQuestionSet *set)
{
  GPtrArray *ids = g_ptr_array_new ();

  if (has_scored (set, NULL))
    {
      g_ptr_array_add (ids, NULL);
      ik_text_list_add (self->columns, "");
    }

  for (guint i = 0; i < set->sections->len; i++)
    {
      IkSetSection *section = set->sections->pdata[i];

      if (!has_scored (set, section->id))
        continue;

      g_ptr_array_add (ids, section->id);
      ik_text_list_add (self->columns, section->title);
    }

  return ids;
}

static guint
find_column (GPtrArray  *section_ids,
             const char *section_id)
{
  guint column = 0;

  while (g_strcmp0 (section_ids->pdata[column], section_id) != 0)
    column++;

  return column;
}

/* NULL where no scored question measures it. */
static IkSetCoverageRow *
row_new (const IkQuestionSet *set,
         GPtrArray           *section_ids,
         const char          *competency_id,
         const char          *name)
{
  IkSetCoverageRow *self = g_new0 (IkSetCoverageRow, 1);

  self->competency_id = g_strdup (competency_id);
  self->name = g_strdup (name);
  self->section_minutes = g_array_new (FALSE, TRUE, sizeof (guint));
  g_array_set_size (self->section_minutes, section_ids->len);

  for (guint i = 0; i < set->items->len; i++)
    {
      const IkSetItem *item = set->items->pdata[i];
      guint column;

      if (!ik_question_kind_is_scored (item->kind) ||
          g_strcmp0 (item->competency_id, competency_id) != 0)
        continue;

      column = find_column (section_ids, get_section_id (set, item));
      g_array_index (self->section_minutes, guint, column) += item->minutes;
      self->minutes += item->minutes;
      self->n_items++;
    }

  if (self->n_items == 0)
    g_clear_pointer (&self, row_free);

  return self;
}

static void
take_row (IkSetCoverage    *self,
          IkSetCoverageRow *row)
{
  g_ptr_array_add (self->rows, row);
  self->most_minutes = MAX (self->most_minutes, row->minutes);
}

/**
 * ik_set_coverage_new:
 * @set: a set
 * @competencies: (element-type IkCompetency): what it could measure, in order
 *
 * Sums up what the set measures. O(items × (competencies + sections)), which is
 * nothing for a set that fits into a day.
 *
 * Returns: (transfer full): the coverage
 */
IkSetCoverage *
ik_set_coverage_new (const IkQuestionSet *set,
                     GPtrArray           *competencies)
{
  IkSetCoverage *self = g_new0 (IkSetCoverage, 1);
  g_autoptr(GPtrArray) section_ids = NULL;
  IkSetCoverageRow *without;

  self->columns = ik_text_list_new ();
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  self->gaps = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_competency_free);
  section_ids = list_columns (self, set);

  for (guint i = 0; i < competencies->len; i++)
    {
      const IkCompetency *competency = competencies->pdata[i];
      IkSetCoverageRow *row = row_new (set, section_ids, competency->id, competency->name);

      if (row != NULL)
        take_row (self, row);
      else
        g_ptr_array_add (self->gaps, ik_competency_new (competency->id, competency->name,
                                                        competency->description));
    }

  self->n_competencies = self->rows->len;
  without = row_new (set, section_ids, NULL, "");
  if (without != NULL)
    take_row (self, without);

  return self;
}

/**
 * ik_set_coverage_free:
 * @self: (transfer full): a coverage
 */
void
ik_set_coverage_free (IkSetCoverage *self)
{
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->gaps);
  g_free (self);
}
