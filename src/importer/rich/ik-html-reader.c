#include "ik-html-reader.h"

#include <glib/gi18n.h>
#include <libxml/HTMLparser.h>
#include <string.h>

#include "ik-encoding.h"
#include "ik-html-attributes.h"
#include "ik-html-flow.h"
#include "ik-html-names.h"
#include "ik-html-tags.h"
#include "ik-importer.h"
#include "ik-rich-error.h"
#include "ik-rich-tidy.h"
#include "ik-text.h"

/* Browsers stop at 512; pages that people save have less than 100. */
#define MAX_DEPTH 256u

/* Where a page says in which encoding it is. */
#define SNIFFED_BYTES 4096u
#define MAX_CHARSET 32u

/* Style sheets for all of a site come to some 100 kB. */
#define MAX_SHEET (2u * 1024 * 1024)

/* What is hidden and has less letters is a sign. */
#define MIN_UNSEEN_LETTERS 8u

typedef struct
{
  IkHtmlFlow     flow;
  IkHtmlStyle   *style;
  GString       *sheet;    /* a style sheet, as it comes in */
  GString       *title;
  GString       *unseen;   /* text of the open hidden elements */
  gboolean       too_deep; /* why the parser was stopped */
  xmlParserCtxt *parser;
} Reader;

static gboolean
is_container (const IkHtmlFrame *frame)
{
  return frame->element == IK_HTML_LIST || frame->element == IK_HTML_ORDERED_LIST ||
         frame->element == IK_HTML_TABLE || g_str_equal (frame->name, "div") ||
         g_str_equal (frame->name, "section");
}

/* What a part of the page is, by its element, classes and role. */
static void
choose_region (Reader         *self,
               IkHtmlFrame    *frame,
               const xmlChar **attributes)
{
  IkHtmlRegionKind kind = ik_html_names_find_kind (ik_html_get_attribute (attributes, "class"),
                                                   ik_html_get_attribute (attributes, "id"),
                                                   ik_html_get_attribute (attributes, "role"));
  gboolean inside = ik_html_flow_find (&self->flow, IK_HTML_MAIN, IK_HTML_ARTICLE) != NULL;

  if (frame->hidden)
    kind = IK_HTML_REGION_HIDDEN;
  else if (frame->element == IK_HTML_MAIN)
    kind = IK_HTML_REGION_MAIN;
  else if (frame->element == IK_HTML_ASIDE)
    kind = IK_HTML_REGION_ASIDE;
  else if (frame->element == IK_HTML_ARTICLE && kind == IK_HTML_REGION_PLAIN)
    kind = IK_HTML_REGION_ARTICLE;
  else if (frame->element == IK_HTML_HEADER && kind == IK_HTML_REGION_PLAIN && !inside)
    kind = IK_HTML_REGION_ASIDE;

  if ((kind != IK_HTML_REGION_PLAIN || is_container (frame)) &&
      frame->element != IK_HTML_HEADING && frame->element != IK_HTML_ROOT &&
      !g_str_equal (frame->name, "body"))
    ik_html_flow_open_region (&self->flow, frame, kind);
}

/* What begins with a link back to where it is spoken of is a note. */
static void
mark_note (Reader         *self,
           const xmlChar **attributes)
{
  const char *address = ik_html_get_attribute (attributes, "href");
  guint at = ik_html_flow_top (&self->flow)->region;
  IkHtmlRegion *region = &g_array_index (self->flow.regions, IkHtmlRegion, at);

  if (at > 0 && address != NULL && region->kind == IK_HTML_REGION_PLAIN && region->n_text == 0 &&
      strstr (address, "ref") != NULL && ik_html_leads_to_note (address))
    region->kind = IK_HTML_REGION_NAMED;
}

static void
take_metadata (Reader         *self,
               IkHtmlElement   element,
               const xmlChar **attributes)
{
  const char *name = ik_html_get_attribute (attributes, "name");
  const char *value = ik_html_get_attribute (attributes, element == IK_HTML_ROOT ? "lang" : "content");

  if (value == NULL)
    return;
  if (element == IK_HTML_ROOT)
    ik_text_set (&self->flow.document->language, value);
  else if (element == IK_HTML_META && name != NULL && g_ascii_strcasecmp (name, "author") == 0)
    ik_text_set (&self->flow.document->author, value);
}

/* The frame of an element that opens, without what it does to the text. */
static IkHtmlFrame
begin_frame (Reader         *self,
             const char     *name,
             const xmlChar **attributes)
{
  const char *class_names = ik_html_get_attribute (attributes, "class");
  IkHtmlLook look = ik_html_style_lookup (self->style, class_names,
                                          ik_html_get_attribute (attributes, "id"),
                                          ik_html_get_attribute (attributes, "style"));
  IkHtmlFrame frame = *ik_html_flow_top (&self->flow);

  frame.element = ik_html_element_lookup (name, strlen (name));
  frame.name = g_strdup (name);
  frame.item = FALSE;
  frame.ordered = FALSE;
  frame.number = frame.row = frame.column = 0;
  frame.covered = NULL;
  frame.first = self->flow.document->blocks->len;
  frame.level = 0;
  frame.asks = ik_html_says_question (class_names);
  frame.hidden = ik_html_is_hidden (look, attributes);
  if (frame.element == IK_HTML_SKIPPED || frame.element == IK_HTML_RAW ||
      ik_html_is_gutter (class_names))
    frame.mute = TRUE;
  if (frame.mute || frame.element == IK_HTML_UNSEEN || ik_html_is_mark (frame.element, attributes) ||
      (frame.hidden && !ik_html_element_is_block (frame.element)))
    frame.n_hidden++;
  if (look & IK_HTML_LOOK_BOLD)
    frame.style |= IK_RICH_STYLE_BOLD;

  return frame;
}

static void
start_element_cb (void           *data,
                  const xmlChar  *name,
                  const xmlChar **attributes)
{
  Reader *self = data;
  IkHtmlFrame frame;

  if (self->flow.frames->len > MAX_DEPTH)
    {
      self->too_deep = TRUE;
      xmlStopParser (self->parser);
      return;
    }

  frame = begin_frame (self, (const char *) name, attributes);
  if (frame.element == IK_HTML_LINK)
    mark_note (self, attributes);
  take_metadata (self, frame.element, attributes);
  if (frame.n_hidden == 0)
    {
      choose_region (self, &frame, attributes);
      ik_html_tags_begin (&self->flow, &frame, attributes);
    }
  g_array_append_val (self->flow.frames, frame);
  if (self->flow.too_long)
    xmlStopParser (self->parser);
}

/* Sets aside what hidden elements say; the sign behind each heading says
 * nothing. */
static void
set_unseen_aside (Reader *self)
{
  const char *text = self->unseen->str;
  guint n_letters = 0;

  for (; *text != '\0' && n_letters < MIN_UNSEEN_LETTERS; text = g_utf8_next_char (text))
    n_letters += g_unichar_isalpha (g_utf8_get_char (text));
  if (n_letters == MIN_UNSEEN_LETTERS)
    {
      ik_rich_document_set_aside (self->flow.document, self->unseen->str);
      ik_rich_document_part_aside (self->flow.document);
    }
  g_string_truncate (self->unseen, 0);
}

static void
pop (Reader *self)
{
  IkHtmlFrame frame = *ik_html_flow_top (&self->flow);

  g_array_set_size (self->flow.frames, self->flow.frames->len - 1);
  if (frame.n_hidden == 0)
    ik_html_tags_end (&self->flow, &frame);
  else if (ik_html_flow_top (&self->flow)->n_hidden == 0)
    set_unseen_aside (self);
  if (frame.element == IK_HTML_STYLE && frame.n_hidden == 0)
    ik_html_style_parse (self->style, self->sheet->str);
  if (frame.element == IK_HTML_STYLE)
    g_string_truncate (self->sheet, 0);
  g_free (frame.name);
  g_clear_pointer (&frame.covered, g_array_unref);
}

static void
end_element_cb (void          *data,
                const xmlChar *name)
{
  Reader *self = data;
  GArray *frames = self->flow.frames;
  guint i = frames->len;

  /* The first frame stands for the whole page. */
  while (i > 1 && !g_str_equal (g_array_index (frames, IkHtmlFrame, i - 1).name, (const char *) name))
    i--;
  while (i > 1 && frames->len >= i)
    pop (self);
}

static void
characters_cb (void          *data,
               const xmlChar *text,
               int            length)
{
  Reader *self = data;
  const IkHtmlFrame *frame = ik_html_flow_top (&self->flow);

  if (self->flow.too_long)
    xmlStopParser (self->parser);
  if (self->flow.too_long || self->too_deep || length <= 0)
    return;
  if (frame->element == IK_HTML_STYLE)
    g_string_append_len (self->sheet, (const char *) text,
                         (gssize) MIN ((gsize) length, MAX_SHEET - MIN (self->sheet->len, MAX_SHEET)));
  else if (frame->element == IK_HTML_TITLE && frame->n_hidden == 0)
    g_string_append_len (self->title, (const char *) text, length);
  else if (frame->n_hidden == 0)
    ik_html_flow_append (&self->flow, (const char *) text, (gsize) length);
  else if (!frame->mute)
    g_string_append_len (self->unseen, (const char *) text, length);
}

/* Hands the page to the parser piece by piece, which spares a copy of it. */
static int
read_cb (void *data,
         char *buffer,
         int   size)
{
  const char **html = data;
  gsize length = strnlen (*html, (gsize) size);

  memcpy (buffer, *html, length);
  *html += length;

  return (int) length;
}

static void
parse (Reader     *self,
       const char *html)
{
  htmlSAXHandler handler = {
    .startElement = start_element_cb,
    .endElement = end_element_cb,
    .characters = characters_cb,
    .cdataBlock = characters_cb,
    .ignorableWhitespace = characters_cb,
  };
  const int options = HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR |
                      HTML_PARSE_NOWARNING;

  self->parser = htmlNewParserCtxt ();
  *self->parser->sax = handler;
  self->parser->userData = self;
  htmlCtxtReadIO (self->parser, read_cb, NULL, &html, NULL, "UTF-8", options);
  htmlFreeParserCtxt (self->parser);
  self->parser = NULL;
}

/* "charset=…" among the first lines. */
static char *
find_charset (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *head = g_ascii_strdown (data != NULL ? data : "",
                                           data != NULL ? (gssize) MIN (size, SNIFFED_BYTES) : 0);
  const char *found = strstr (head, "charset");
  gsize length;

  if (found == NULL)
    found = strstr (head, "encoding");
  if (found == NULL)
    return NULL;
  found += strcspn (found, "=>");
  if (*found != '=')
    return NULL;
  found += strspn (found, "= \"'");
  length = strspn (found, G_CSET_a_2_z G_CSET_DIGITS "-_:.");

  return length > 0 && length <= MAX_CHARSET ? g_strndup (found, length) : NULL;
}

/* The one main heading, else the title without the name of the site. */
static void
find_title (Reader *self)
{
  IkRichDocument *document = self->flow.document;
  const IkRichBlock *heading = NULL;
  guint n_headings = 0;
  char *bar;

  for (guint i = 0; i < document->blocks->len; i++)
    {
      const IkRichBlock *block = document->blocks->pdata[i];

      if (block->kind == IK_RICH_HEADING && block->level == 1 && !ik_rich_block_is_blank (block))
        {
          heading = block;
          n_headings++;
        }
    }
  bar = strstr (self->title->str, " | ");
  if (bar != NULL)
    *bar = '\0';
  ik_text_set (&document->title, n_headings == 1 ? heading->text->str : self->title->str);
}

static gboolean
check_limits (const Reader  *self,
              const char    *name,
              GError       **error)
{
  if (self->too_deep)
    g_set_error (error, IK_IMPORTER_ERROR, IK_IMPORTER_ERROR_TOO_LARGE,
                 _("“%s” has more than 256 elements inside each other: save the page as plain text "
                   "and import that"), name);
  else if (self->flow.too_long)
    ik_rich_error_set_too_long (name, error);

  return !self->too_deep && !self->flow.too_long;
}

static void
reader_clear (Reader *self)
{
  ik_html_flow_clear (&self->flow);
  ik_html_style_free (self->style);
  g_string_free (self->sheet, TRUE);
  g_string_free (self->title, TRUE);
  g_string_free (self->unseen, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

/* The page as UTF-8 that a parser doesn't take for more than it is. */
static char *
decode (GBytes      *bytes,
        const char  *name,
        GError     **error)
{
  g_autofree char *charset = find_charset (bytes);
  g_autofree char *page = ik_encoding_convert (bytes, charset, name, error);

  return page != NULL ? ik_html_element_escape (page) : NULL;
}

/**
 * ik_html_reader_read:
 * @bytes: a web page
 * @name: its name, for messages
 * @error: return location
 *
 * Reads the content of a page: without navigation, side bars, scripts, hidden
 * parts. Nothing is fetched. Linear.
 *
 * Returns: (transfer full): the document, or %NULL with
 *   %IK_IMPORTER_ERROR_NOT_TEXT or %IK_IMPORTER_ERROR_TOO_LARGE
 */
IkRichDocument *
ik_html_reader_read (GBytes      *bytes,
                     const char  *name,
                     GError     **error)
{
  g_autofree char *page = decode (bytes, name, error);
  g_auto(Reader) reader = { 0 };

  ik_html_flow_init (&reader.flow);
  reader.style = ik_html_style_new ();
  reader.sheet = g_string_new (NULL);
  reader.title = g_string_new (NULL);
  reader.unseen = g_string_new (NULL);
  if (page == NULL)
    return NULL;

  parse (&reader, page);
  if (!check_limits (&reader, name, error))
    return NULL;

  ik_html_content_select (reader.flow.document, reader.flow.regions);
  find_title (&reader);
  ik_rich_tidy_plain (reader.flow.document);

  return g_steal_pointer (&reader.flow.document);
}
