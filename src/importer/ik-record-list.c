#include "ik-record-list.h"

#include <string.h>

#include "ik-importer.h"

#define CHUNK_BYTES 65536

/* Longer texts belong to no question. */
#define MAX_CELL_BYTES (1024u * 1024)

/**
 * ik_record_list_new:
 *
 * Returns: (transfer full): an empty list
 */
IkRecordList *
ik_record_list_new (void)
{
  IkRecordList *self = g_new0 (IkRecordList, 1);

  self->fields = g_ptr_array_new ();
  self->cells = g_array_new (FALSE, FALSE, sizeof (IkCell));
  self->records = g_array_new (FALSE, FALSE, sizeof (IkRecord));
  self->title = g_strdup ("");
  self->description = g_strdup ("");
  self->indexes = g_hash_table_new (g_str_hash, g_str_equal);
  self->texts = g_string_chunk_new (CHUNK_BYTES);

  return self;
}

/**
 * ik_record_list_free:
 * @self: (transfer full): a list
 */
void
ik_record_list_free (IkRecordList *self)
{
  g_ptr_array_unref (self->fields);
  g_array_unref (self->cells);
  g_array_unref (self->records);
  g_free (self->title);
  g_free (self->description);
  g_hash_table_unref (self->indexes);
  g_string_chunk_free (self->texts);
  g_free (self);
}

/**
 * ik_record_list_is_full:
 * @self: a list
 *
 * Returns: whether it has more cells than a document may have blocks: it is
 *   refused then, and reading on would only take memory
 */
gboolean
ik_record_list_is_full (const IkRecordList *self)
{
  return self->cells->len > IK_IMPORTER_MAX_BLOCKS;
}

/**
 * ik_record_list_add_field:
 * @self: a list
 * @name: its name, "" where it has none
 *
 * Adds a field, even if there is one of that name. The last one there may be
 * has no name and stands for all that follow.
 *
 * Returns: its index, below %IK_RECORD_LIST_MAX_FIELDS
 */
guint
ik_record_list_add_field (IkRecordList *self,
                          const char   *name)
{
  if (self->fields->len == IK_RECORD_LIST_MAX_FIELDS)
    return IK_RECORD_LIST_MAX_FIELDS - 1;
  if (self->fields->len == IK_RECORD_LIST_MAX_FIELDS - 1)
    name = "";
  g_ptr_array_add (self->fields, g_string_chunk_insert (self->texts, name));

  return self->fields->len - 1;
}

/**
 * ik_record_list_find_field:
 * @self: a list
 * @name: a name
 *
 * Finds the field of that name or adds it.
 *
 * Returns: its index, as of ik_record_list_add_field()
 */
guint
ik_record_list_find_field (IkRecordList *self,
                           const char   *name)
{
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (self->indexes, name));

  if (index == 0)
    {
      index = ik_record_list_add_field (self, name) + 1;
      if (index < IK_RECORD_LIST_MAX_FIELDS)
        g_hash_table_insert (self->indexes, self->fields->pdata[index - 1],
                             GUINT_TO_POINTER (index));
    }

  return index - 1;
}

/**
 * ik_record_list_open_record:
 * @self: a list
 * @section: title of what it stands in, "" where there is none
 * @first: its first line
 *
 * Begins a record; the cells that are added belong to it until it is closed.
 */
void
ik_record_list_open_record (IkRecordList *self,
                            const char   *section,
                            guint         first)
{
  IkRecord record = { self->cells->len, 0, first, first, "" };

  if (section[0] != '\0')
    record.section = g_string_chunk_insert_const (self->texts, section);
  g_array_append_val (self->records, record);
}

/**
 * ik_record_list_add_cell:
 * @self: a list with an open record
 * @field: index of a field
 * @text: what the cell says, copied; an empty one is left out, and so is one
 *   of more than a megabyte, and any once the list is full
 * @first: its first line
 * @last: its last line
 */
void
ik_record_list_add_cell (IkRecordList *self,
                         guint         field,
                         const char   *text,
                         guint         first,
                         guint         last)
{
  IkCell cell = { field, first, last, NULL, FALSE };
  const char *start = text + strspn (text, " \t\n");
  gsize length = strlen (start);

  while (length > 0 && strchr (" \t\n", start[length - 1]) != NULL)
    length--;
  if (length == 0 || length > MAX_CELL_BYTES || ik_record_list_is_full (self))
    return;
  /* What leads a line of code stays with it */
  while (start > text && start[-1] != '\n')
    {
      start--;
      length++;
    }
  cell.text = g_string_chunk_insert_len (self->texts, start, (gssize) length);
  g_array_append_val (self->cells, cell);
}

/**
 * ik_record_list_mark_correct:
 * @self: a list
 *
 * Marks the last cell as the right one of several.
 */
void
ik_record_list_mark_correct (IkRecordList *self)
{
  if (self->cells->len > 0)
    g_array_index (self->cells, IkCell, self->cells->len - 1).correct = TRUE;
}

/**
 * ik_record_list_close_record:
 * @self: a list with an open record
 * @last: its last line
 *
 * Ends the record; one without cells is taken back.
 *
 * Returns: whether it has any
 */
gboolean
ik_record_list_close_record (IkRecordList *self,
                             guint         last)
{
  IkRecord *record = &g_array_index (self->records, IkRecord, self->records->len - 1);

  record->last = last;
  record->n_cells = self->cells->len - record->first_cell;
  if (record->n_cells > 0)
    return TRUE;

  g_array_set_size (self->records, self->records->len - 1);
  return FALSE;
}

/**
 * ik_record_list_drop_record:
 * @self: a list with an open record
 *
 * Takes the record back.
 */
void
ik_record_list_drop_record (IkRecordList *self)
{
  guint last = self->records->len - 1;

  g_array_set_size (self->cells, g_array_index (self->records, IkRecord, last).first_cell);
  g_array_set_size (self->records, last);
}

/**
 * ik_record_list_get_record:
 * @self: a list
 * @index: index of a record
 *
 * Returns: (transfer none): the record
 */
const IkRecord *
ik_record_list_get_record (const IkRecordList *self,
                           guint               index)
{
  return &g_array_index (self->records, IkRecord, index);
}

/**
 * ik_record_list_get_cell:
 * @self: a list
 * @record: one of its records
 * @index: index of a cell in @record
 *
 * Returns: (transfer none): the cell
 */
const IkCell *
ik_record_list_get_cell (const IkRecordList *self,
                         const IkRecord     *record,
                         guint               index)
{
  return &g_array_index (self->cells, IkCell, record->first_cell + index);
}
