#include "ik-record-draft.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ik-draft-builder.h"
#include "ik-record-blocks.h"
#include "ik-record-meaning.h"
#include "ik-title.h"

/* Of a field that has no place, its name and so much of a text are shown. */
#define MAX_SHOWN_CHARS 80
#define MAX_FIELDS_SHOWN 100u

/* Lines that no question has: of records without one, the names of columns,
 * brackets around all. */
static void
add_lines_left (IkPack             *pack,
                const IkRecordList *records,
                const IkBlockList  *list,
                const GByteArray   *taken)
{
  guint n_lines = ik_block_list_count_lines (list);
  guint first_record = records->records->len > 0
                       ? ik_record_list_get_record (records, 0)->first : 0;

  for (guint line = 1; line <= n_lines; line++)
    {
      guint first = line;
      g_autofree char *text = NULL;
      const char *reason = line < first_record
                           ? _("stands above the questions: names of columns, mark-up")
                           : _("belongs to no question");

      if (taken->data[line] || ik_block_list_is_blank (list, line))
        continue;
      while (line < n_lines && !taken->data[line + 1] && line + 1 != first_record &&
             !ik_block_list_is_blank (list, line + 1))
        line++;
      text = ik_block_list_dup_lines (list, first, line);
      g_ptr_array_add (pack->left_over, ik_left_over_new (first, line, text, reason));
    }
}

static const IkCell *
find_first_cell (const IkRecordList *records,
                 guint               field)
{
  for (guint i = 0; i < records->cells->len; i++)
    {
      const IkCell *cell = &g_array_index (records->cells, IkCell, i);

      if (cell->field == field)
        return cell;
    }

  return NULL;
}

/* Fields that a question has no place for, each once. */
static void
add_fields_left (IkPack             *pack,
                 const IkRecordList *records,
                 const IkFieldUse   *uses)
{
  for (guint i = 0; i < MIN (records->fields->len, MAX_FIELDS_SHOWN); i++)
    {
      const IkCell *cell = NULL;
      g_autofree char *value = NULL;
      g_autofree char *text = NULL;

      if (uses[i] != IK_FIELD_UNKNOWN && uses[i] != IK_FIELD_UNUSED && uses[i] != IK_FIELD_TITLE)
        continue;
      cell = find_first_cell (records, i);
      if (cell == NULL)
        continue;
      value = g_utf8_substring (cell->text, 0,
                                MIN (g_utf8_strlen (cell->text, -1), MAX_SHOWN_CHARS));
      text = g_strdup_printf ("%s: %s", (char *) records->fields->pdata[i], value);
      g_ptr_array_add (pack->left_over,
                       ik_left_over_new (cell->first, cell->last, text,
                                         _("a question has no place for this column")));
    }
}

static void
force_roles (const GPtrArray   *corrections,
             const IkBlockList *list,
             IkRole            *roles)
{
  g_autofree IkRole *forced = ik_corrections_force_roles (corrections, list);

  for (guint i = 0; forced != NULL && i < list->blocks->len; i++)
    {
      if (forced[i] != IK_ROLE_UNKNOWN)
        roles[i] = forced[i];
    }
}

/**
 * ik_record_draft_build:
 * @records: what a reader found in a document
 * @document: the document
 * @corrections: (nullable) (element-type IkCorrection): what a person changed;
 *   a cell is neither split nor joined
 * @error: return location
 *
 * Makes a pack of records. Each line that isn't blank ends up in the `lines`
 * of a question or in `left_over`; so does each column that has no place.
 * Linear.
 *
 * Returns: (transfer full): a draft, without questions where nothing asks;
 *   %NULL with %IK_IMPORTER_ERROR_TOO_LARGE
 */
IkPack *
ik_record_draft_build (const IkRecordList  *records,
                       const IkDocument    *document,
                       const GPtrArray     *corrections,
                       GError             **error)
{
  g_autofree IkFieldUse *uses = ik_record_meaning_find (records);
  g_autoptr(GByteArray) taken = g_byte_array_new ();
  g_autofree IkRole *roles = NULL;
  g_autoptr(IkBlockList) list = ik_record_blocks_new (records, document->text, uses, taken, &roles);
  g_autofree char *title = list->title[0] != '\0' ? g_strdup (list->title)
                                                  : ik_title_of_name (document->name);
  IkPack *pack;

  force_roles (corrections, list, roles);
  pack = ik_draft_builder_build (list, roles, document->name, title, error);
  if (pack == NULL)
    return NULL;
  add_lines_left (pack, records, list, taken);
  if (uses != NULL)
    add_fields_left (pack, records, uses);

  return pack;
}
