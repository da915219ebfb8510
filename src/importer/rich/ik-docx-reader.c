#include "ik-docx-reader.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ik-docx-numbering.h"
#include "ik-docx-styles.h"
#include "ik-rich-tidy.h"
#include "ik-text.h"
#include "ik-word-flow.h"

#define MAX_DEPTH 16

/* An inch has 1440; word processors indent a level by a quarter at least. */
#define TWIPS_PER_LEVEL 360

/* An open element. */
typedef struct
{
  gboolean hidden;
  gboolean block;  /* whether it is a paragraph */
  gboolean in_run; /* of a paragraph: whether it stands in a run, in a text box */
} Frame;

/* An open paragraph. */
typedef struct
{
  IkRichBlock *block;
  char        *style;     /* (owned) (nullable): id of its style */
  IkRichStyle  look;      /* by its style */
  int          num_id;    /* -1 where not said */
  int          num_level;
  int          indent;    /* twips, -1 where not said */
  int          outline;   /* -1 where not said */
  gboolean     hidden;
  gboolean     in_list;
} Paragraph;

typedef struct
{
  IkWordFlow       flow;
  IkDocxStyles    *styles;
  IkDocxNumbering *numbering;
  GHashTable      *addresses;  /* relationship id (owned) -> address (owned) */
  GArray          *frames;     /* (element-type Frame) */
  GArray          *paragraphs; /* (element-type Paragraph): one in the other */
  int              indents[MAX_DEPTH]; /* twips, of the open list items */
  guint            n_indents;
  const char      *link;       /* (nullable) */
  IkRichStyle      style;      /* of the open run */
  gboolean         in_run;
  gboolean         in_text;
  gboolean         in_body;
  gboolean         vanished;   /* whether the open run is hidden */
} Reader;

static Frame *
top (Reader *self)
{
  return &g_array_index (self->frames, Frame, self->frames->len - 1);
}

static Paragraph *
get_paragraph (Reader *self)
{
  return self->paragraphs->len > 0
         ? &g_array_index (self->paragraphs, Paragraph, self->paragraphs->len - 1) : NULL;
}

static void
begin_paragraph (Reader *self,
                 Frame  *frame)
{
  Paragraph paragraph = { NULL, NULL, 0, -1, -1, -1, -1, FALSE, FALSE };

  paragraph.block = ik_word_flow_add (&self->flow, IK_RICH_PARAGRAPH);
  if (paragraph.block == NULL)
    {
      frame->hidden = TRUE;
      return;
    }
  g_array_append_val (self->paragraphs, paragraph);
  frame->block = TRUE;
  frame->in_run = self->in_run;
  self->in_run = FALSE;
}

/* Number of list items that an indent lies within. */
static guint
find_depth (Reader *self,
            int     indent)
{
  guint n = 0;

  while (n < self->n_indents && self->indents[n] < indent)
    n++;

  return n;
}

/* "1." and "1)" are CommonMark's, any other number stands before the text. */
static gboolean
is_common (const char *label)
{
  gsize n_digits = strspn (label, "0123456789");

  return n_digits > 0 && (label[n_digits] == '\0' ||
                          (strchr (".)", label[n_digits]) != NULL && label[n_digits + 1] == '\0'));
}

static void
number_paragraph (Reader            *self,
                  Paragraph         *paragraph,
                  const IkDocxLook  *look,
                  const IkDocxLevel *level,
                  int                indent)
{
  IkRichBlock *block = paragraph->block;
  g_autofree char *label = ik_docx_numbering_dup_label (self->numbering, look->num_id,
                                                        look->num_level);

  if (block->kind == IK_RICH_HEADING)
    {
      if (*label != '\0')
        g_string_append_printf (block->text, "%s ", label);
      return;
    }
  self->n_indents = find_depth (self, indent);
  block->depth = self->n_indents;
  if (level->format == IK_LIST_FORMAT_BULLET &&
      (level->text == NULL || level->text[strspn (level->text, " ")] == '\0'))
    return; /* a paragraph that hangs below an item */
  if (self->n_indents < MAX_DEPTH)
    self->indents[self->n_indents++] = indent;
  if (level->format == IK_LIST_FORMAT_BULLET || is_common (label))
    {
      block->kind = IK_RICH_ITEM;
      block->ordered = level->format != IK_LIST_FORMAT_BULLET;
      block->number = level->number;
    }
  else if (*label != '\0')
    g_string_append_printf (block->text, "%s ", label);
}

/* What a paragraph is, once all that it says of itself is known. */
static void
settle_paragraph (Reader *self)
{
  Paragraph *paragraph = get_paragraph (self);
  IkDocxLook look;
  const IkDocxLevel *level = NULL;
  IkRichBlock *block;
  int indent;

  if (paragraph == NULL)
    return;
  block = paragraph->block;
  look = ik_docx_styles_lookup (self->styles, paragraph->style);
  if (paragraph->outline >= 0 && paragraph->outline < 9)
    look.level = (guint) paragraph->outline + 1;
  if (paragraph->num_id >= 0)
    look.num_id = paragraph->num_id;
  if (paragraph->num_level >= 0)
    look.num_level = (guint) paragraph->num_level;
  paragraph->look = look.level > 0 ? 0 : look.style;
  paragraph->hidden = look.contents || look.hidden;
  if (look.level > 0)
    {
      block->kind = IK_RICH_HEADING;
      block->level = look.level;
      self->n_indents = 0;
    }
  else if (look.code)
    block->kind = IK_RICH_CODE;
  if (look.num_id > 0 && !paragraph->hidden)
    level = ik_docx_numbering_count (self->numbering, look.num_id, look.num_level);

  indent = paragraph->indent >= 0 ? paragraph->indent : look.indent;
  if (indent < 0 && level != NULL)
    indent = level->indent;
  if (indent < 0)
    indent = level != NULL ? (int) (look.num_level + 1) * TWIPS_PER_LEVEL : 0;

  if (level != NULL)
    number_paragraph (self, paragraph, &look, level, indent);
  else if (indent > 0 && self->n_indents > 0 && indent >= self->indents[0])
    block->depth = find_depth (self, indent + 1);
}

static void
end_paragraph (Reader *self)
{
  Paragraph *paragraph = get_paragraph (self);

  g_assert (paragraph != NULL);
  if (paragraph->block->depth == 0 && paragraph->block->kind == IK_RICH_PARAGRAPH &&
      paragraph->block->text->len > 0)
    self->n_indents = 0;
  g_free (paragraph->style);
  g_array_set_size (self->paragraphs, self->paragraphs->len - 1);
  ik_rich_document_join_blanks (self->flow.document);
}

static void
append (Reader     *self,
        const char *text,
        gsize       length)
{
  const Paragraph *paragraph = get_paragraph (self);
  IkRichStyle style = self->style;

  if (paragraph == NULL || paragraph->hidden || self->vanished || top (self)->hidden)
    return;
  if (paragraph->block->level > 0)
    style &= ~(guint) IK_RICH_STYLE_BOLD;
  ik_word_flow_append (&self->flow, paragraph->block, text, length, style, self->link);
}

/* Properties of the open paragraph. */
static void
read_paragraph_property (Reader                *self,
                         const char            *name,
                         const IkXmlAttributes *attributes)
{
  Paragraph *paragraph = get_paragraph (self);

  if (paragraph == NULL)
    return;
  if (g_str_equal (name, "pStyle"))
    {
      g_free (paragraph->style);
      paragraph->style = ik_xml_dup_attribute (attributes, "val");
    }
  else if (g_str_equal (name, "numId"))
    paragraph->num_id = MAX (ik_xml_get_number (attributes, "val", 0), 0);
  else if (g_str_equal (name, "ilvl"))
    paragraph->num_level = CLAMP (ik_xml_get_number (attributes, "val", 0), 0, 8);
  else if (g_str_equal (name, "ind"))
    paragraph->indent = ik_xml_get_number (attributes, "left",
                                           ik_xml_get_number (attributes, "start", -1));
  else if (g_str_equal (name, "outlineLvl"))
    paragraph->outline = ik_xml_get_number (attributes, "val", -1);
}

static void
set_style (Reader                *self,
           IkRichStyle            style,
           const IkXmlAttributes *attributes)
{
  if (ik_docx_is_on (attributes))
    self->style |= style;
  else
    self->style &= ~(guint) style;
}

/* Signs of symbol fonts that people tick or list with. */
static void
append_symbol (Reader                *self,
               const IkXmlAttributes *attributes)
{
  static const struct
  {
    const char *code;
    const char *text;
  } symbols[] = {
    { "F0A8", "☐" }, { "F06F", "☐" }, { "F071", "☐" }, { "F0A3", "☐" }, { "F0FE", "☑" },
    { "F052", "☑" }, { "F053", "☒" }, { "F0FD", "☒" }, { "F0FC", "✓" }, { "F0B7", "•" },
    { "F0A7", "•" }, { "F0E0", "→" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (symbols); i++)
    {
      if (ik_xml_is (attributes, "char", symbols[i].code))
        append (self, symbols[i].text, strlen (symbols[i].text));
    }
}

/* Properties and contents of the open run. */
static void
read_run (Reader                *self,
          const char            *name,
          const IkXmlAttributes *attributes)
{
  if (g_str_equal (name, "t"))
    self->in_text = TRUE;
  else if (g_str_equal (name, "b"))
    set_style (self, IK_RICH_STYLE_BOLD, attributes);
  else if (g_str_equal (name, "i"))
    set_style (self, IK_RICH_STYLE_ITALIC, attributes);
  else if (g_str_equal (name, "vanish"))
    self->vanished = ik_docx_is_on (attributes);
  else if (g_str_equal (name, "rStyle"))
    {
      g_autofree char *id = ik_xml_dup_attribute (attributes, "val");
      IkDocxLook look = ik_docx_styles_lookup (self->styles, id);

      self->style |= look.style | (look.code ? IK_RICH_STYLE_CODE : 0);
    }
  else if (g_str_equal (name, "tab"))
    append (self, "\t", 1);
  else if (g_str_equal (name, "cr") ||
           (g_str_equal (name, "br") && !ik_xml_is (attributes, "type", "page") &&
            !ik_xml_is (attributes, "type", "column")))
    append (self, "\n", 1);
  else if (g_str_equal (name, "noBreakHyphen"))
    append (self, "-", 1);
  else if (g_str_equal (name, "sym"))
    append_symbol (self, attributes);
}

static void
begin_table_part (Reader     *self,
                  const char *name)
{
  if (g_str_equal (name, "tbl"))
    ik_word_flow_begin_table (&self->flow);
  else if (g_str_equal (name, "tr"))
    ik_word_flow_begin_row (&self->flow);
  else if (g_str_equal (name, "tc"))
    {
      ik_word_flow_begin_cell (&self->flow);
      self->n_indents = 0;
    }
}

static void
begin_link (Reader                *self,
            const IkXmlAttributes *attributes)
{
  g_autofree char *id = ik_xml_dup_attribute (attributes, "id");
  const char *address = id != NULL ? g_hash_table_lookup (self->addresses, id) : NULL;

  self->link = ik_word_flow_intern (&self->flow, address != NULL ? address : "#");
}

/* What was deleted, what stands there for older programs, what was so before
 * a change, and notes. */
static gboolean
is_beside (const char *name)
{
  static const char *const names[] = {
    "Fallback", "del", "moveFrom", "pPrChange", "rPrChange", "sectPr", "tblPr",
    "trPr", "tcPr", "tblGrid", NULL,
  };

  return g_strv_contains (names, name);
}

/* What says something of the element around the one that it stands in: cells
 * that go across columns, fields that only show what to fill in. */
static void
read_container_property (Reader                *self,
                         const char            *name,
                         const IkXmlAttributes *attributes)
{
  if (g_str_equal (name, "gridSpan"))
    ik_word_flow_widen_cell (&self->flow, ik_xml_get_number (attributes, "val", 1));
  else if (g_str_equal (name, "showingPlcHdr") && self->frames->len > 2)
    g_array_index (self->frames, Frame, self->frames->len - 2).hidden = TRUE;
}

static void
body_start (gpointer               data,
            const char            *name,
            const IkXmlAttributes *attributes)
{
  Reader *self = data;
  Frame frame = *top (self);

  frame.block = FALSE;
  read_container_property (self, name, attributes);
  if (g_str_equal (name, "body"))
    self->in_body = TRUE;
  else if (is_beside (name))
    frame.hidden = TRUE;
  else if (!frame.hidden)
    {
      if (g_str_equal (name, "p"))
        begin_paragraph (self, &frame);
      else if (g_str_equal (name, "r"))
        {
          const Paragraph *paragraph = get_paragraph (self);

          self->in_run = TRUE;
          self->vanished = FALSE;
          self->style = paragraph != NULL ? paragraph->look : 0;
        }
      else if (self->in_run)
        read_run (self, name, attributes);
      else if (g_str_equal (name, "hyperlink"))
        begin_link (self, attributes);
      else if (g_str_has_prefix (name, "t") && strlen (name) <= 3)
        begin_table_part (self, name);
      else
        read_paragraph_property (self, name, attributes);
    }
  g_array_append_val (self->frames, frame);
}

static void
body_end (gpointer    data,
          const char *name)
{
  Reader *self = data;
  Frame frame;

  if (self->frames->len < 2)
    return;
  frame = *top (self);
  g_array_set_size (self->frames, self->frames->len - 1);
  if (frame.block)
    {
      end_paragraph (self);
      self->in_run = frame.in_run;
    }
  if (frame.hidden)
    return;

  if (g_str_equal (name, "pPr"))
    settle_paragraph (self);
  else if (g_str_equal (name, "r"))
    self->in_run = FALSE;
  else if (g_str_equal (name, "t"))
    self->in_text = FALSE;
  else if (g_str_equal (name, "hyperlink"))
    self->link = NULL;
  else if (g_str_equal (name, "tbl"))
    ik_word_flow_end_table (&self->flow);
}

static void
body_text (gpointer    data,
           const char *text,
           gsize       length)
{
  Reader *self = data;

  if (self->in_text)
    append (self, text, length);
}

static void
relations_start (gpointer               data,
                 const char            *name,
                 const IkXmlAttributes *attributes)
{
  Reader *self = data;
  g_autofree char *id = ik_xml_dup_attribute (attributes, "Id");
  g_autofree char *target = ik_xml_dup_attribute (attributes, "Target");

  if (id == NULL || target == NULL || !ik_xml_is (attributes, "TargetMode", "External"))
    return;
  g_hash_table_insert (self->addresses, g_steal_pointer (&id), g_steal_pointer (&target));
}

static gboolean
read_members (Reader  *self,
              GError **error)
{
  IkWordFlow *flow = &self->flow;
  static const IkXmlHandler relations = { relations_start, NULL, NULL };
  static const IkXmlHandler body = { body_start, body_end, body_text };
  static const char *const notes[] = { "word/footnotes.xml", "word/endnotes.xml", "word/comments.xml" };

  if (!ik_word_flow_parse_fields (flow, "docProps/core.xml", error) ||
      !ik_word_flow_parse_styles (flow, "word/styles.xml", ik_docx_styles_get_handler (),
                                  self->styles, error) ||
      !ik_word_flow_parse (flow, "word/numbering.xml", _("Numbers and bullets of lists"),
                           ik_docx_numbering_get_handler (), self->numbering, error) ||
      !ik_word_flow_parse (flow, "word/_rels/document.xml.rels", _("Addresses of links"),
                           &relations, self, error) ||
      !ik_word_flow_parse (flow, "word/document.xml", NULL, &body, self, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      if (!ik_word_flow_parse_notes (flow, notes[i], error))
        return FALSE;
    }

  return ik_word_flow_check (flow, self->in_body, error);
}

static void
reader_clear (Reader *self)
{
  for (guint i = 0; i < self->paragraphs->len; i++)
    g_free (g_array_index (self->paragraphs, Paragraph, i).style);
  g_array_unref (self->paragraphs);
  g_array_unref (self->frames);
  g_hash_table_unref (self->addresses);
  ik_docx_styles_free (self->styles);
  ik_docx_numbering_free (self->numbering);
  ik_word_flow_clear (&self->flow);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

/**
 * ik_docx_reader_read:
 * @bytes: an Office Open XML text
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
ik_docx_reader_read (GBytes      *bytes,
                     const char  *name,
                     GError     **error)
{
  g_autoptr(IkArchive) archive = ik_archive_new (bytes, name);
  g_auto(Reader) reader = { 0 };
  Frame whole = { 0 };
  IkRichDocument *document;

  ik_word_flow_init (&reader.flow, archive, name);
  reader.styles = ik_docx_styles_new ();
  reader.numbering = ik_docx_numbering_new ();
  reader.addresses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  reader.frames = g_array_new (FALSE, FALSE, sizeof (Frame));
  reader.paragraphs = g_array_new (FALSE, FALSE, sizeof (Paragraph));
  g_array_append_val (reader.frames, whole);

  if (!read_members (&reader, error))
    return NULL;
  document = reader.flow.document;
  if (document->language[0] == '\0')
    ik_text_set (&document->language, ik_docx_styles_language (reader.styles));
  ik_rich_tidy_code (document);

  return g_steal_pointer (&reader.flow.document);
}
