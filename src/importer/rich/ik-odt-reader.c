#include "ik-odt-reader.h"

#include <string.h>

#include "ik-odt-styles.h"
#include "ik-rich-error.h"
#include "ik-rich-tidy.h"
#include "ik-word-flow.h"

#define MAX_LEVEL 9
#define MAX_NUMBER 99999

/* An open element. */
typedef struct
{
  IkRichStyle style;
  const char *link;   /* (nullable) */
  gboolean    hidden;
  gboolean    block;  /* whether it is the paragraph that is open */
  gboolean    note;   /* whether it stands in a note or a comment */
} Frame;

/* An open list. */
typedef struct
{
  char  *style;  /* (owned) (nullable) */
  char  *id;     /* (owned) (nullable) */
  guint  number; /* of the last item */
} List;

typedef struct
{
  IkWordFlow      flow;
  IkOdtStyles    *styles;
  GArray         *frames;   /* (element-type Frame) */
  GArray         *lists;    /* (element-type List) */
  GPtrArray      *open;     /* (element-type IkRichBlock): paragraphs, one in the other */
  GHashTable     *numbers;  /* style or id of a list (owned) -> the last number it came to */
  guint           outline[MAX_LEVEL]; /* the last number of each level of headings */
  GString        *note;     /* the open note or comment */
  guint           n_items;
  gboolean        in_body;
  gboolean        item_due; /* whether the next paragraph begins an item */
  gboolean        encrypted;
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

  if (level != NULL && level->hangs && !heading)
    return;
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

/* Headings are numbered by what the document says of all of them. */
static void
number_heading (Reader                *self,
                IkRichBlock           *block,
                const IkXmlAttributes *attributes)
{
  const IkOdtListLevel *level = ik_odt_styles_get_level (self->styles, IK_ODT_OUTLINE,
                                                         block->level - 1);
  guint *number = &self->outline[block->level - 1];
  int start;

  if (level == NULL || level->format < IK_LIST_FORMAT_DECIMAL ||
      ik_xml_is (attributes, "is-list-header", "true"))
    return;
  start = ik_xml_get_number (attributes, "start-value", *number == 0 ? (int) level->start : -1);
  *number = start >= 0 ? (guint) MIN (start, MAX_NUMBER) : *number + 1;
  for (guint i = block->level; i < MAX_LEVEL; i++)
    self->outline[i] = 0;

  if (level->prefix != NULL)
    g_string_append (block->text, level->prefix);
  for (guint i = block->level - MIN (level->n_shown, block->level); i < block->level; i++)
    {
      const IkOdtListLevel *shown = ik_odt_styles_get_level (self->styles, IK_ODT_OUTLINE, i);

      ik_list_number_append (block->text, shown->format, self->outline[i]);
      if (i + 1 < block->level && shown->format >= IK_LIST_FORMAT_DECIMAL)
        g_string_append_c (block->text, '.');
    }
  g_string_append (block->text, level->suffix != NULL ? level->suffix : "");
  g_string_append_c (block->text, ' ');
}

/* Whether the paragraph that begins goes on with an item of another list. */
static gboolean
hangs_below (Reader *self)
{
  const List *list = &g_array_index (self->lists, List, self->lists->len - 1);
  const IkOdtListLevel *level = ik_odt_styles_get_level (self->styles, list->style,
                                                         self->lists->len - 1);
  const GPtrArray *blocks = self->flow.document->blocks;
  const IkRichBlock *last = blocks->len > 1 ? blocks->pdata[blocks->len - 2] : NULL;

  return level != NULL && level->hangs && last != NULL &&
         (last->kind == IK_RICH_ITEM || last->depth > 0);
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

  if (heading)
    look.level = (guint) CLAMP (ik_xml_get_number (attributes, "outline-level", 1), 1, MAX_LEVEL);

  block = ik_word_flow_add (&self->flow, look.level > 0 ? IK_RICH_HEADING
                                         : look.code ? IK_RICH_CODE : IK_RICH_PARAGRAPH);
  if (block == NULL)
    {
      frame->hidden = TRUE;
      return;
    }
  block->level = look.level;
  block->depth = look.level > 0 ? 0 : self->n_items;
  if (self->item_due)
    {
      if (block->kind != IK_RICH_CODE)
        number_item (self, block);
      if (block->kind == IK_RICH_ITEM || (block->kind == IK_RICH_PARAGRAPH && !hangs_below (self)))
        block->depth -= MIN (block->depth, 1);
      self->item_due = FALSE;
    }
  else if (heading)
    number_heading (self, block, attributes);
  g_ptr_array_add (self->open, block);
  frame->block = TRUE;
  frame->style = look.level > 0 ? 0 : look.style;
  frame->hidden = frame->hidden || look.hidden;
}

static void
begin_list (Reader                *self,
            const IkXmlAttributes *attributes)
{
  List list = { ik_xml_dup_attribute (attributes, "style-name"),
                ik_xml_dup_attribute (attributes, "id"), 0 };
  g_autofree char *continued = ik_xml_dup_attribute (attributes, "continue-list");
  const IkOdtListLevel *level;

  if (list.style == NULL && self->lists->len > 0)
    list.style = g_strdup (g_array_index (self->lists, List, self->lists->len - 1).style);
  level = ik_odt_styles_get_level (self->styles, list.style, self->lists->len);
  if (level != NULL && level->start > 0)
    list.number = level->start - 1;
  if (list.style != NULL && self->lists->len == 0 &&
      ik_xml_is (attributes, "continue-numbering", "true"))
    list.number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, list.style));
  if (continued != NULL && self->lists->len == 0)
    list.number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, continued));
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
  if (self->lists->len == 1 && list->id != NULL)
    g_hash_table_insert (self->numbers, g_strdup (list->id), GUINT_TO_POINTER (list->number));
  g_free (list->style);
  g_free (list->id);
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
  list->number = start >= 0 ? (guint) MIN (start, MAX_NUMBER) : list->number + 1;
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

  if (block != NULL && !frame->hidden)
    ik_word_flow_append (&self->flow, block, text, length, frame->style, frame->link);
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

  if (address != NULL && *address != '\0')
    frame->link = ik_word_flow_intern (&self->flow, address);
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
    ik_word_flow_begin_table (&self->flow);
  else if (g_str_equal (name, "table-row"))
    ik_word_flow_begin_row (&self->flow);
  else if (g_str_equal (name, "table-cell") || g_str_equal (name, "covered-table-cell"))
    {
      ik_word_flow_begin_cell (&self->flow);
      ik_word_flow_widen_cell (&self->flow,
                               ik_xml_get_number (attributes, "number-columns-repeated", 1));
    }
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
    {
      frame.hidden = TRUE;
      frame.note = frame.note || g_str_equal (name, "annotation") || g_str_equal (name, "note");
    }
  else if (!frame.hidden || self->open->len > 0)
    begin_in_body (self, &frame, name, attributes);
  if (g_str_equal (name, "body"))
    self->in_body = TRUE;
  g_array_append_val (self->frames, frame);
}

/* Whole notes and comments are set aside. */
static void
end_in_note (Reader   *self,
             gboolean  whole)
{
  g_string_append_c (self->note, ' ');
  if (!whole)
    return;
  ik_rich_document_part_aside (self->flow.document);
  ik_rich_document_set_aside (self->flow.document, self->note->str);
  g_string_truncate (self->note, 0);
}

static void
content_end (gpointer    data,
             const char *name)
{
  Reader *self = data;
  gboolean note;
  gboolean hidden;

  if (self->frames->len < 2)
    return;
  if (top (self)->block)
    {
      g_ptr_array_set_size (self->open, (int) self->open->len - 1);
      ik_rich_document_join_blanks (self->flow.document);
    }
  note = top (self)->note;
  g_array_set_size (self->frames, self->frames->len - 1);
  if (note)
    end_in_note (self, !top (self)->note);
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
    ik_word_flow_end_table (&self->flow);
}

/* Blanks count as one, and as none where a paragraph begins; what people typed
 * comes as elements. */
static void
content_text (gpointer    data,
              const char *text,
              gsize       length)
{
  Reader *self = data;
  const IkRichBlock *block = top (self)->note ? NULL : get_open (self);

  if (top (self)->note)
    g_string_append_len (self->note, text, (gssize) length);
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

static gboolean
read_members (Reader  *self,
              GError **error)
{
  IkWordFlow *flow = &self->flow;
  static const IkXmlHandler manifest = { manifest_start, NULL, NULL };
  static const IkXmlHandler styles = { styles_start, NULL, NULL };
  static const IkXmlHandler content = { content_start, content_end, content_text };

  gboolean whole;

  /* What it lists is found without it. */
  if (!ik_xml_parse (flow->archive, "META-INF/manifest.xml", flow->name, &manifest, self, &whole,
                     error))
    return FALSE;
  if (self->encrypted)
    return ik_rich_error_set_encrypted (flow->name, error);
  if (!ik_word_flow_parse_fields (flow, "meta.xml", error) ||
      !ik_word_flow_parse_styles (flow, "styles.xml", &styles, self, error) ||
      !ik_word_flow_parse (flow, "content.xml", NULL, &content, self, error))
    return FALSE;

  return ik_word_flow_check (flow, self->in_body, error);
}

static void
reader_clear (Reader *self)
{
  while (self->lists->len > 0)
    end_list (self);
  g_array_unref (self->lists);
  g_array_unref (self->frames);
  g_ptr_array_unref (self->open);
  g_string_free (self->note, TRUE);
  g_hash_table_unref (self->numbers);
  ik_odt_styles_free (self->styles);
  ik_word_flow_clear (&self->flow);
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

  ik_word_flow_init (&reader.flow, archive, name);
  reader.styles = ik_odt_styles_new ();
  reader.frames = g_array_new (FALSE, FALSE, sizeof (Frame));
  reader.lists = g_array_new (FALSE, FALSE, sizeof (List));
  reader.open = g_ptr_array_new ();
  reader.note = g_string_new (NULL);
  reader.numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_array_append_val (reader.frames, whole);

  if (!read_members (&reader, error))
    return NULL;
  ik_rich_tidy_code (reader.flow.document);

  return g_steal_pointer (&reader.flow.document);
}
