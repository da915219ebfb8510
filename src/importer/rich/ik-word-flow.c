#include "ik-word-flow.h"

#include <glib/gi18n.h>

#include "ik-rich-error.h"
#include "ik-rich-tidy.h"
#include "ik-text.h"

/* An open table. */
typedef struct
{
  guint first; /* number of blocks when it began */
  guint row;
  guint column;
  guint n_covered; /* columns that the open cell covers beside its own */
} Table;

/* More than any table has on a page. */
#define MAX_COVERED 64

/**
 * ik_word_flow_init:
 * @self: (out caller-allocates): a flow
 * @archive: what the document stands in; must outlive @self
 * @name: its name, for messages; likewise
 *
 * Begins a document.
 */
void
ik_word_flow_init (IkWordFlow *self,
                   IkArchive  *archive,
                   const char *name)
{
  *self = (IkWordFlow) { 0 };
  self->archive = archive;
  self->name = name;
  self->document = ik_rich_document_new ();
  self->tables = g_array_new (FALSE, FALSE, sizeof (Table));
  self->note = g_string_new (NULL);
}

/**
 * ik_word_flow_clear:
 * @self: a flow
 *
 * Frees what it holds.
 */
void
ik_word_flow_clear (IkWordFlow *self)
{
  g_array_unref (self->tables);
  g_string_free (self->note, TRUE);
  g_clear_pointer (&self->document, ik_rich_document_free);
}

static Table *
get_table (IkWordFlow *self)
{
  return self->tables->len > 0 ? &g_array_index (self->tables, Table, self->tables->len - 1) : NULL;
}

/**
 * ik_word_flow_add:
 * @self: a flow
 * @kind: what the block is
 *
 * Returns: (transfer none) (nullable): a new block, in the cell that is open;
 *   %NULL where there is more than may be read
 */
IkRichBlock *
ik_word_flow_add (IkWordFlow *self,
                  IkRichKind  kind)
{
  const Table *table = get_table (self);
  IkRichBlock *block;

  self->full = self->full || ik_rich_document_is_full (self->document);
  if (self->full)
    return NULL;
  block = ik_rich_document_add (self->document, kind);
  if (table != NULL)
    {
      block->row = MAX (table->row, 1);
      block->column = MAX (table->column, 1);
    }

  return block;
}

/**
 * ik_word_flow_append:
 * @self: a flow
 * @block: one of its blocks
 * @text: UTF-8
 * @length: its length in bytes
 * @style: how it looks
 * @link: (nullable): the address behind it, from ik_word_flow_intern()
 *
 * Appends text, unless there is more than may be read.
 */
void
ik_word_flow_append (IkWordFlow  *self,
                     IkRichBlock *block,
                     const char  *text,
                     gsize        length,
                     IkRichStyle  style,
                     const char  *link)
{
  if (self->full)
    return;
  ik_rich_block_append (block, text, (gssize) length, style, link);
  self->full = ik_rich_document_is_full (self->document);
}

/**
 * ik_word_flow_intern:
 * @self: a flow
 * @address: where a link leads
 *
 * Returns: (transfer none): the address as CommonMark takes it, for spans
 */
const char *
ik_word_flow_intern (IkWordFlow *self,
                     const char *address)
{
  g_autofree char *clean = g_strdelimit (g_strdup (address), " ()<>\n", '_');

  return ik_rich_document_intern (self->document, clean);
}

/**
 * ik_word_flow_begin_table:
 * @self: a flow
 *
 * Opens a table, possibly in a cell of another one.
 */
void
ik_word_flow_begin_table (IkWordFlow *self)
{
  Table table = { self->document->blocks->len, 0, 0, 0 };

  g_array_append_val (self->tables, table);
}

/**
 * ik_word_flow_begin_row:
 * @self: a flow
 *
 * Goes to the next row of the open table, if there is one.
 */
void
ik_word_flow_begin_row (IkWordFlow *self)
{
  Table *table = get_table (self);

  if (table == NULL)
    return;
  table->row++;
  table->column = table->n_covered = 0;
}

/**
 * ik_word_flow_begin_cell:
 * @self: a flow
 *
 * Goes to the next cell of the open table, if there is one.
 */
void
ik_word_flow_begin_cell (IkWordFlow *self)
{
  Table *table = get_table (self);

  if (table == NULL)
    return;
  table->column += 1 + table->n_covered;
  table->n_covered = 0;
}

/**
 * ik_word_flow_widen_cell:
 * @self: a flow
 * @n_columns: number of columns that the open cell goes across
 *
 * Makes a cell wide, so that the next one stands in its own column.
 */
void
ik_word_flow_widen_cell (IkWordFlow *self,
                         int         n_columns)
{
  Table *table = get_table (self);

  if (table != NULL)
    table->n_covered = (guint) CLAMP (n_columns, 1, MAX_COVERED) - 1;
}

/**
 * ik_word_flow_end_table:
 * @self: a flow
 *
 * Makes rows of the open table's cells, see ik_rich_tidy_table().
 */
void
ik_word_flow_end_table (IkWordFlow *self)
{
  Table table;
  const Table *outer;

  if (self->tables->len == 0)
    return;
  table = *get_table (self);
  g_array_set_size (self->tables, self->tables->len - 1);
  outer = get_table (self);
  ik_rich_tidy_table (self->document, table.first, outer != NULL ? MAX (outer->row, 1) : 0,
                      outer != NULL ? MAX (outer->column, 1) : 0);
}

/**
 * ik_word_flow_parse:
 * @self: a flow
 * @member: path of a member of the document
 * @part: what the member is to people, where it can't be read whole; %NULL
 *   where it is the text itself
 * @handler: what is called
 * @data: data for @handler
 * @error: return location
 *
 * Reads a member as ik_xml_parse() does, and tells what is lost of it.
 *
 * Returns: %TRUE if it was read, as far as it goes, or isn't there; else %FALSE
 *   with an #IkImporterError
 */
gboolean
ik_word_flow_parse (IkWordFlow          *self,
                    const char          *member,
                    const char          *part,
                    const IkXmlHandler  *handler,
                    gpointer             data,
                    GError             **error)
{
  gboolean whole;

  if (!ik_xml_parse (self->archive, member, self->name, handler, data, &whole, error))
    return FALSE;
  if (part == NULL)
    {
      while (self->tables->len > 0)
        ik_word_flow_end_table (self);
    }
  if (!whole && part != NULL)
    ik_rich_document_lose (self->document, part);
  else if (!whole)
    ik_rich_document_lose_rest (self->document);

  return TRUE;
}

/**
 * ik_word_flow_parse_styles:
 * @self: a flow
 * @member: path of the member with the styles
 * @handler: what is called
 * @data: data for @handler
 * @error: return location
 *
 * Returns: whether they were read, as far as they go, or there are none
 */
gboolean
ik_word_flow_parse_styles (IkWordFlow          *self,
                           const char          *member,
                           const IkXmlHandler  *handler,
                           gpointer             data,
                           GError             **error)
{
  return ik_word_flow_parse (self, member, _("Styles: what is a heading, code or bold"), handler,
                             data, error);
}

/**
 * ik_word_flow_check:
 * @self: a flow
 * @has_text: whether the document has a place for text
 * @error: return location
 *
 * Returns: whether the document could be read, and holds no more than may be
 */
gboolean
ik_word_flow_check (const IkWordFlow  *self,
                    gboolean           has_text,
                    GError           **error)
{
  if (!has_text)
    return ik_rich_error_set_damaged (self->name, error);

  return ik_rich_document_check (self->document, self->name, error);
}

static void
field_start (gpointer               data,
             const char            *name,
             const IkXmlAttributes *attributes)
{
  IkWordFlow *self = data;
  IkRichDocument *document = self->document;

  self->field = g_str_equal (name, "title") ? &document->title
                : g_str_equal (name, "creator") || g_str_equal (name, "initial-creator")
                ? &document->author
                : g_str_equal (name, "language") ? &document->language : NULL;
}

static void
field_text (gpointer    data,
            const char *text,
            gsize       length)
{
  IkWordFlow *self = data;
  g_autofree char *value = g_strndup (text, length);

  if (self->field != NULL && *g_strstrip (value) != '\0')
    ik_text_set (self->field, value);
}

/**
 * ik_word_flow_parse_fields:
 * @self: a flow
 * @member: path of the member with the metadata
 * @error: return location
 *
 * Takes title, author and language from the metadata.
 *
 * Returns: whether they were read or there are none
 */
gboolean
ik_word_flow_parse_fields (IkWordFlow  *self,
                           const char  *member,
                           GError     **error)
{
  static const IkXmlHandler handler = { field_start, NULL, field_text };

  return ik_word_flow_parse (self, member, _("Title, author and language"), &handler, self, error);
}

static void
note_end (gpointer    data,
          const char *name)
{
  IkWordFlow *self = data;

  if (g_str_equal (name, "p"))
    {
      ik_rich_document_set_aside (self->document, self->note->str);
      g_string_truncate (self->note, 0);
    }
  else if (g_str_equal (name, "comment") || g_str_equal (name, "footnote") ||
           g_str_equal (name, "endnote"))
    ik_rich_document_part_aside (self->document);
}

static void
note_text (gpointer    data,
           const char *text,
           gsize       length)
{
  IkWordFlow *self = data;

  g_string_append_len (self->note, text, (gssize) length);
}

/**
 * ik_word_flow_parse_notes:
 * @self: a flow
 * @member: path of a member with comments, footnotes or endnotes
 * @error: return location
 *
 * Sets the notes of a document aside.
 *
 * Returns: whether they were read or there are none
 */
gboolean
ik_word_flow_parse_notes (IkWordFlow  *self,
                          const char  *member,
                          GError     **error)
{
  static const IkXmlHandler handler = { NULL, note_end, note_text };

  return ik_word_flow_parse (self, member, _("Notes and comments"), &handler, self, error);
}
