#include "ik-odt-reader.h"

#include <string.h>

#include "ik-importer.h"
#include "ik-odt-styles.h"
#include "ik-rich-error.h"
#include "ik-rich-tidy.h"
#include "ik-text.h"

#define MAX_LEVEL 9

/* An open element. */
typedef struct
{
  IkRichStyle style;
  const char *link;   /* (nullable) */
  gboolean    hidden;
  gboolean    block;  /* whether it is the paragraph that is open */
} Frame;

/* An open list. */
typedef struct
{
  char  *style;  /* (owned) (nullable) */
  guint  number; /* of the last item */
} List;

/* An open table. */
typedef struct
{
  guint first; /* number of blocks when it began */
  guint row;
  guint column;
} Table;

typedef struct
{
  IkRichDocument *document;
  IkOdtStyles    *styles;
  GArray         *frames;   /* (element-type Frame) */
  GArray         *lists;    /* (element-type List) */
  GArray         *tables;   /* (element-type Table) */
  GPtrArray      *open;     /* (element-type IkRichBlock): paragraphs, one in the other */
  GHashTable     *numbers;  /* list style (owned) -> the last number it came to */
  guint           n_items;
  gboolean        in_body;
  gboolean        item_due; /* whether the next paragraph begins an item */
  gboolean        full;     /* whether there is more than may be read */
  gboolean        encrypted;
  char          **field;    /* (nullable): where the text goes that is metadata */
} Reader;

static Frame *
top (Reader *self)
{
  return &g_array_index (self->frames, Frame, self->frames->len - 1);
}

static IkRichBlock *
get_open (Reader *self)
{
  return self->open->len > 0 ? self->open->pdata[self->open->len - 1] : NULL;
}

/* Numbers that CommonMark doesn't know stand before the text. */
static void
number_item (Reader      *self,
             IkRichBlock *block)
{
  List *list = &g_array_index (self->lists, List, self->lists->len - 1);
  const IkOdtListLevel *level = ik_odt_styles_get_level (self->styles, list->style,
                                                         self->lists->len - 1);
  gboolean heading = block->kind == IK_RICH_HEADING;

  if (level == NULL || level->format == IK_LIST_FORMAT_BULLET)
    {
      block->kind = heading ? IK_RICH_HEADING : IK_RICH_ITEM;
      return;
    }
  if (level->format == IK_LIST_FORMAT_NONE)
    return;
  if (!heading && level->format == IK_LIST_FORMAT_DECIMAL &&
      (level->prefix == NULL || !g_ascii_isalpha (level->prefix[0])))
    {
      block->kind = IK_RICH_ITEM;
      block->ordered = TRUE;
      block->number = list->number;
      return;
    }
  if (level->prefix != NULL)
    g_string_append (block->text, level->prefix);
  ik_list_number_append (block->text, level->format, list->number);
  g_string_append (block->text, level->suffix != NULL && level->suffix[0] != '\0' ? level->suffix : ".");
  g_string_append_c (block->text, ' ');
}

static void
begin_paragraph (Reader                *self,
                 Frame                 *frame,
                 gboolean               heading,
                 const IkXmlAttributes *attributes)
{
  g_autofree char *style_name = ik_xml_dup_attribute (attributes, "style-name");
  IkOdtLook look = ik_odt_styles_lookup (self->styles, "paragraph", style_name);
  IkRichBlock *block;

  self->full = self->full || ik_rich_document_is_full (self->document);
  if (self->full)
    {
      frame->hidden = TRUE;
      return;
    }
  if (heading)
    look.level = (guint) CLAMP (ik_xml_get_number (attributes, "outline-level", 1), 1, MAX_LEVEL);

  block = ik_rich_document_add (self->document, look.level > 0 ? IK_RICH_HEADING
                                                : look.code ? IK_RICH_CODE : IK_RICH_PARAGRAPH);
  block->level = look.level;
  block->depth = look.level > 0 ? 0 : self->n_items;
  if (self->tables->len > 0)
    {
      const Table *table = &g_array_index (self->tables, Table, self->tables->len - 1);

      block->row = MAX (table->row, 1);
      block->column = MAX (table->column, 1);
    }
  if (self->item_due)
    {
      if (block->kind != IK_RICH_CODE)
        number_item (self, block);
      if (block->kind == IK_RICH_ITEM || block->kind == IK_RICH_PARAGRAPH)
        block->depth -= MIN (block->depth, 1);
      self->item_due = FALSE;
    }
  g_ptr_array_add (self->open, block);
  frame->block = TRUE;
  frame->style = look.level > 0 ? 0 : look.style;
  frame->hidden = frame->hidden || look.hidden;
}

static void
begin_list (Reader                *self,
            const IkXmlAttributes *attributes)
{
  List list = { ik_xml_dup_attribute (attributes, "style-name"), 0 };
  const IkOdtListLevel *level;

  if (list.style == NULL && self->lists->len > 0)
    list.style = g_strdup (g_array_index (self->lists, List, self->lists->len - 1).style);
  level = ik_odt_styles_get_level (self->styles, list.style, self->lists->len);
  if (level != NULL && level->start > 0)
    list.number = level->start - 1;
  if (list.style != NULL && self->lists->len == 0 &&
      ik_xml_is (attributes, "continue-numbering", "true"))
    list.number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, list.style));
  g_array_append_val (self->lists, list);
}

static void
end_list (Reader *self)
{
  List *list;

  if (self->lists->len == 0)
    return;
  list = &g_array_index (self->lists, List, self->lists->len - 1);
  if (self->lists->len == 1 && list->style != NULL)
    g_hash_table_insert (self->numbers, g_strdup (list->style), GUINT_TO_POINTER (list->number));
  g_free (list->style);
  g_array_set_size (self->lists, self->lists->len - 1);
}

static void
begin_item (Reader                *self,
            const IkXmlAttributes *attributes)
{
  List *list;
  int start;

  if (self->lists->len == 0)
    return;
  list = &g_array_index (self->lists, List, self->lists->len - 1);
  start = ik_xml_get_number (attributes, "start-value", -1);
  list->number = start >= 0 ? (guint) MIN (start, 99999) : list->number + 1;
  self->n_items++;
  self->item_due = TRUE;
}

static void
append (Reader     *self,
        const char *text,
        gsize       length)
{
  const Frame *frame = top (self);
  IkRichBlock *block = get_open (self);

  if (self->full || block == NULL || frame->hidden)
    return;
  ik_rich_block_append (block, text, (gssize) length, frame->style, frame->link);
  self->full = ik_rich_document_is_full (self->document);
}

static void
begin_cell (Reader *self)
{
  if (self->tables->len > 0)
    g_array_index (self->tables, Table, self->tables->len - 1).column++;
}

static void
begin_row (Reader *self)
{
  Table *table;

  if (self->tables->len == 0)
    return;
  table = &g_array_index (self->tables, Table, self->tables->len - 1);
  table->row++;
  table->column = 0;
}

static void
end_table (Reader *self)
{
  Table table;
  const Table *outer;

  if (self->tables->len == 0)
    return;
  table = g_array_index (self->tables, Table, self->tables->len - 1);
  g_array_set_size (self->tables, self->tables->len - 1);
  outer = self->tables->len > 0
          ? &g_array_index (self->tables, Table, self->tables->len - 1) : NULL;
  ik_rich_tidy_table (self->document, table.first, outer != NULL ? MAX (outer->row, 1) : 0,
                      outer != NULL ? MAX (outer->column, 1) : 0);
}

static void
begin_spaces (Reader                *self,
              const IkXmlAttributes *attributes)
{
  guint n = (guint) CLAMP (ik_xml_get_number (attributes, "c", 1), 1, 200);

  for (guint i = 0; i < n; i++)
    append (self, " ", 1);
}

static void
begin_link (Reader                *self,
            Frame                 *frame,
            const IkXmlAttributes *attributes)
{
  g_autofree char *address = ik_xml_dup_attribute (attributes, "href");

  if (address == NULL || *address == '\0')
    return;
  g_strdelimit (address, " ()<>\n", '_');
  frame->link = ik_rich_document_intern (self->document, address);
}

/* What isn't the text of the document. */
static gboolean
is_beside (const char *name)
{
  static const char *const names[] = {
    "annotation", "tracked-changes", "table-of-content", "alphabetical-index",
    "illustration-index", "object-index", "table-index", "user-index", "bibliography", "note",
    "desc", "title", "forms", "scripts", "event-listeners", NULL,
  };

  return g_strv_contains (names, name);
}

static void
begin_in_body (Reader                *self,
               Frame                 *frame,
               const char            *name,
               const IkXmlAttributes *attributes)
{
  Table table = { self->document->blocks->len, 0, 0 };

  if (g_str_equal (name, "p") || g_str_equal (name, "h"))
    begin_paragraph (self, frame, name[0] == 'h', attributes);
  else if (g_str_equal (name, "span"))
    {
      g_autofree char *style_name = ik_xml_dup_attribute (attributes, "style-name");
      IkOdtLook look = ik_odt_styles_lookup (self->styles, "text", style_name);

      frame->style |= look.style | (look.code ? IK_RICH_STYLE_CODE : 0);
      frame->hidden = frame->hidden || look.hidden;
    }
  else if (g_str_equal (name, "s"))
    begin_spaces (self, attributes);
  else if (g_str_equal (name, "tab"))
    append (self, "\t", 1);
  else if (g_str_equal (name, "line-break"))
    append (self, "\n", 1);
  else if (g_str_equal (name, "a"))
    begin_link (self, frame, attributes);
  else if (g_str_equal (name, "list"))
    begin_list (self, attributes);
  else if (g_str_equal (name, "list-item"))
    begin_item (self, attributes);
  else if (g_str_equal (name, "table"))
    g_array_append_val (self->tables, table);
  else if (g_str_equal (name, "table-row"))
    begin_row (self);
  else if (g_str_equal (name, "table-cell") || g_str_equal (name, "covered-table-cell"))
    begin_cell (self);
}

static void
content_start (gpointer               data,
               const char            *name,
               const IkXmlAttributes *attributes)
{
  Reader *self = data;
  Frame frame = *top (self);

  frame.block = FALSE;
  if (!self->in_body)
    ik_odt_styles_start (self->styles, name, attributes);
  else if (is_beside (name))
    frame.hidden = TRUE;
  else if (!frame.hidden || self->open->len > 0)
    begin_in_body (self, &frame, name, attributes);
  if (g_str_equal (name, "body"))
    self->in_body = TRUE;
  g_array_append_val (self->frames, frame);
}

static void
content_end (gpointer    data,
             const char *name)
{
  Reader *self = data;
  gboolean hidden;

  if (self->frames->len < 2)
    return;
  if (top (self)->block)
    {
      g_ptr_array_set_size (self->open, (int) self->open->len - 1);
      ik_rich_document_join_blanks (self->document);
    }
  g_array_set_size (self->frames, self->frames->len - 1);
  hidden = top (self)->hidden && self->open->len == 0;
  if (!self->in_body || hidden)
    return;

  if (g_str_equal (name, "list"))
    end_list (self);
  else if (g_str_equal (name, "list-item") && self->n_items > 0)
    {
      self->n_items--;
      self->item_due = FALSE;
    }
  else if (g_str_equal (name, "table"))
    end_table (self);
}

/* Blanks count as one, and as none where a paragraph begins; what people typed
 * comes as elements. */
static void
content_text (gpointer    data,
              const char *text,
              gsize       length)
{
  Reader *self = data;
  const IkRichBlock *block = get_open (self);

  for (gsize i = 0; block != NULL && i < length;)
    {
      gsize start = i;

      while (i < length && strchr (" \t\r\n", text[i]) == NULL)
        i++;
      if (i > start)
        append (self, text + start, i - start);
      if (i == length)
        break;
      if (block->text->len > 0 && strchr (" \t\n", block->text->str[block->text->len - 1]) == NULL)
        append (self, " ", 1);
      while (i < length && strchr (" \t\r\n", text[i]) != NULL)
        i++;
    }
}

static void
styles_start (gpointer               data,
              const char            *name,
              const IkXmlAttributes *attributes)
{
  Reader *self = data;

  ik_odt_styles_start (self->styles, name, attributes);
}

static void
manifest_start (gpointer               data,
                const char            *name,
                const IkXmlAttributes *attributes)
{
  Reader *self = data;

  if (g_str_equal (name, "encryption-data"))
    self->encrypted = TRUE;
}

static void
meta_start (gpointer               data,
            const char            *name,
            const IkXmlAttributes *attributes)
{
  Reader *self = data;

  self->field = g_str_equal (name, "title") ? &self->document->title
                : g_str_equal (name, "initial-creator") || g_str_equal (name, "creator")
                ? &self->document->author
                : g_str_equal (name, "language") ? &self->document->language : NULL;
}

static void
meta_text (gpointer    data,
           const char *text,
           gsize       length)
{
  Reader *self = data;
  g_autofree char *value = g_strndup (text, length);

  if (self->field != NULL && *g_strstrip (value) != '\0')
    ik_text_set (self->field, value);
}

static gboolean
read_members (Reader      *self,
              IkArchive   *archive,
              const char  *name,
              GError     **error)
{
  static const IkXmlHandler manifest = { manifest_start, NULL, NULL };
  static const IkXmlHandler meta = { meta_start, NULL, meta_text };
  static const IkXmlHandler styles = { styles_start, NULL, NULL };
  static const IkXmlHandler content = { content_start, content_end, content_text };

  if (!ik_xml_parse (archive, "META-INF/manifest.xml", name, &manifest, self, error))
    return FALSE;
  if (self->encrypted)
    return ik_rich_error_set_encrypted (name, error);
  if (!ik_xml_parse (archive, "meta.xml", name, &meta, self, error) ||
      !ik_xml_parse (archive, "styles.xml", name, &styles, self, error) ||
      !ik_xml_parse (archive, "content.xml", name, &content, self, error))
    return FALSE;

  return (self->in_body || ik_rich_error_set_damaged (name, error)) &&
         ik_rich_document_check (self->document, name, error);
}

static void
reader_clear (Reader *self)
{
  while (self->lists->len > 0)
    end_list (self);
  g_array_unref (self->lists);
  g_array_unref (self->frames);
  g_array_unref (self->tables);
  g_ptr_array_unref (self->open);
  g_hash_table_unref (self->numbers);
  ik_odt_styles_free (self->styles);
  g_clear_pointer (&self->document, ik_rich_document_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

/**
 * ik_odt_reader_read:
 * @bytes: an OpenDocument text
 * @name: its name, for messages
 * @error: return location
 *
 * Reads headings, paragraphs, lists and tables. Linear.
 *
 * Returns: (transfer full): the document, or %NULL with
 *   %IK_IMPORTER_ERROR_DAMAGED, %IK_IMPORTER_ERROR_ENCRYPTED or
 *   %IK_IMPORTER_ERROR_TOO_LARGE
 */
IkRichDocument *
ik_odt_reader_read (GBytes      *bytes,
                    const char  *name,
                    GError     **error)
{
  g_autoptr(IkArchive) archive = ik_archive_new (bytes, name);
  g_auto(Reader) reader = { 0 };
  Frame whole = { 0 };

  reader.document = ik_rich_document_new ();
  reader.styles = ik_odt_styles_new ();
  reader.frames = g_array_new (FALSE, FALSE, sizeof (Frame));
  reader.lists = g_array_new (FALSE, FALSE, sizeof (List));
  reader.tables = g_array_new (FALSE, FALSE, sizeof (Table));
  reader.open = g_ptr_array_new ();
  reader.numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_array_append_val (reader.frames, whole);

  if (!read_members (&reader, archive, name, error))
    return NULL;
  ik_rich_tidy_code (reader.document);

  return g_steal_pointer (&reader.document);
}
