#include "ik-html-fragment.h"

#include <string.h>

#include "ik-asking.h"

/* Elements that may be dropped around their text; "<T>" and the like in a
 * question are none. */
static const char *const known_tags[] = {
  "a", "abbr", "b", "big", "blockquote", "body", "br", "center", "code", "dd", "del", "details",
  "div", "dl", "dt", "em", "figure", "font", "h1", "h2", "h3", "h4", "h5", "h6", "head", "hr",
  "html", "i", "iframe", "img", "ins", "kbd", "li", "link", "mark", "meta", "nav", "ol", "p",
  "picture", "pre", "q", "s", "samp", "script", "section", "small", "source", "span", "strike",
  "strong", "style", "sub", "summary", "sup", "svg", "table", "tbody", "td", "tfoot", "th",
  "thead", "tr", "tt", "u", "ul", "var", "video",
};

/* Elements that end the text before them. */
static const char *const block_tags[] = {
  "blockquote", "center", "dd", "details", "div", "dl", "dt", "h1", "h2", "h3", "h4", "h5", "h6",
  "hr", "ol", "p", "pre", "section", "summary", "table", "tbody", "thead", "tr", "ul",
};

/* What is longer is no tag. */
#define MAX_TAG_BYTES 4096u
#define MAX_ENTITY_BYTES 10u

/* Such a title stands below any heading. */
#define LEVEL_OF_SUMMARY 6u

/* One piece of HTML being read. */
typedef struct
{
  IkHtmlFragment *fragment;
  guint           line;
  guint           first;
  guint           last;
  IkBlockKind     kind;
  guint           level;
  GString        *text;
  GString        *source;
  guint           n_links;    /* open around the text */
  guint           n_strong;
  gsize           n_visible;  /* characters of the text, and of them: */
  gsize           n_linked;
  gsize           n_bold;
  gboolean        endless[3]; /* comments, styles and scripts that aren't closed */
} Piece;

static gboolean
is_one_of (const char        *name,
           gsize              length,
           const char *const *names,
           gsize              n_names)
{
  for (gsize i = 0; i < n_names; i++)
    {
      if (names[i][0] == g_ascii_tolower (*name) && strlen (names[i]) == length &&
          g_ascii_strncasecmp (names[i], name, length) == 0)
        return TRUE;
    }

  return FALSE;
}

static const char *
tag_name (const char *tag,
          gsize       size,
          gsize      *length)
{
  gsize start = size > 1 && tag[1] == '/' ? 2 : 1;
  gsize end = start;

  while (end < size && g_ascii_isalnum (tag[end]))
    end++;
  *length = end - start;

  return tag + start;
}

/**
 * ik_html_is_known_tag:
 * @tag: a tag with its brackets, or a comment
 * @length: its length in bytes
 *
 * Returns: whether it is HTML, not just something in angle brackets
 */
gboolean
ik_html_is_known_tag (const char *tag,
                      gsize       length)
{
  gsize n;
  const char *name = tag_name (tag, length, &n);

  return (length > 1 && (tag[1] == '!' || tag[1] == '?')) ||
         is_one_of (name, n, known_tags, G_N_ELEMENTS (known_tags));
}

/**
 * ik_html_is_break:
 * @tag: a tag with its brackets
 * @length: its length in bytes
 *
 * Returns: whether it breaks the line
 */
gboolean
ik_html_is_break (const char *tag,
                  gsize       length)
{
  gsize n;
  const char *name = tag_name (tag, length, &n);

  return n == 2 && g_ascii_strncasecmp (name, "br", 2) == 0;
}

/**
 * ik_html_entity_length:
 * @text: a text
 *
 * Returns: length of the entity that @text begins with, or 0
 */
gsize
ik_html_entity_length (const char *text)
{
  gsize i;

  if (text[0] != '&')
    return 0;
  for (i = 1; i < MAX_ENTITY_BYTES && (g_ascii_isalnum (text[i]) || text[i] == '#'); i++)
    continue;

  return i > 1 && text[i] == ';' ? i + 1 : 0;
}

/**
 * ik_html_append_decoded:
 * @text: text so far
 * @entity: "&", a name or number and ";"
 * @length: its length in bytes
 *
 * Appends the character of an entity; of an unknown one the entity itself.
 */
void
ik_html_append_decoded (GString    *text,
                        const char *entity,
                        gsize       length)
{
  static const struct
  {
    const char *name;
    const char *character;
  } entities[] = {
    { "&amp;", "&" }, { "&lt;", "<" }, { "&gt;", ">" }, { "&quot;", "\"" }, { "&apos;", "'" },
    { "&nbsp;", " " }, { "&ndash;", "–" }, { "&mdash;", "—" }, { "&hellip;", "…" },
    { "&lsquo;", "‘" }, { "&rsquo;", "’" }, { "&ldquo;", "“" }, { "&rdquo;", "”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    {
      if (strlen (entities[i].name) == length && strncmp (entity, entities[i].name, length) == 0)
        {
          g_string_append (text, entities[i].character);
          return;
        }
    }
  if (length > 3 && entity[1] == '#')
    {
      gboolean hex = entity[2] == 'x' || entity[2] == 'X';
      guint64 ch = g_ascii_strtoull (entity + (hex ? 3 : 2), NULL, hex ? 16 : 10);

      if (ch >= 0x20 && ch <= 0x10ffff && g_unichar_validate ((gunichar) ch))
        {
          g_string_append_unichar (text, (gunichar) ch);
          return;
        }
    }
  g_string_append_len (text, entity, (gssize) length);
}

/* Lists give their items depth and numbers; a number in a text that stands in
 * none is one of Markdown: people wrap a line into an element to turn its
 * direction. */
static void
place_in_lists (IkHtmlFragment *fragment,
                IkBlock        *block)
{
  guint depth = MIN (fragment->depth, IK_HTML_MAX_DEPTH);
  IkMarker marker;

  if (block->kind == IK_BLOCK_ITEM)
    {
      guint *number = depth > 0 ? &fragment->numbers[depth - 1] : NULL;

      block->depth = depth > 0 ? depth - 1 : 0;
      block->marker.style = IK_MARKER_BULLET;
      if (number != NULL && (fragment->ordered & 1u << (depth - 1)) != 0)
        block->marker = (IkMarker) { .style = IK_MARKER_NUMBER, .number = ++*number }
      ;
    }
  else if (block->kind == IK_BLOCK_PARAGRAPH)
    {
      block->depth = depth;
      if (depth == 0 && !block->in_summary && ik_marker_parse (block->text, &marker) > 0 &&
          (marker.style == IK_MARKER_NUMBER || marker.style == IK_MARKER_BULLET))
        block->kind = IK_BLOCK_ITEM;
    }
}

static void
enter_list (IkHtmlFragment *fragment,
            gboolean        ordered)
{
  if (fragment->depth++ >= IK_HTML_MAX_DEPTH)
    return;
  fragment->numbers[fragment->depth - 1] = 0;
  fragment->ordered &= ~(1u << (fragment->depth - 1));
  fragment->ordered |= (guint) ordered << (fragment->depth - 1);
}

/* What opens on nothing but other questions that open is the title of these. */
static void
note_summary (IkHtmlFragment *fragment,
              const IkBlock  *block)
{
  const GPtrArray *blocks = fragment->list->blocks;
  IkBlock *last = blocks->len > 0 ? blocks->pdata[blocks->len - 1] : NULL;

  if (last != NULL && last == fragment->summary && last->kind == IK_BLOCK_SUMMARY &&
      fragment->n_details > fragment->summary_details &&
      ik_asking_is_title (last->text) && !ik_asking_asks (last->text) &&
      ik_asking_asks (block->text))
    {
      last->kind = IK_BLOCK_HEADING;
      last->level = LEVEL_OF_SUMMARY;
    }
}

static void
flush (Piece *piece)
{
  IkHtmlFragment *fragment = piece->fragment;
  IkBlock *block;

  g_strstrip (piece->text->str);
  g_strstrip (piece->source->str);
  if (piece->text->str[0] != '\0' || piece->kind == IK_BLOCK_SUMMARY)
    {
      block = ik_block_new (piece->kind, piece->first, MAX (piece->first, piece->last),
                            piece->text->str, piece->source->str);
      block->level = piece->level;
      block->in_summary = piece->fragment->in_summary && piece->kind != IK_BLOCK_SUMMARY;
      block->linked = piece->n_visible > 0 && piece->n_linked == piece->n_visible;
      block->bold = piece->n_visible > 0 && piece->n_bold == piece->n_visible;
      place_in_lists (fragment, block);
      if (block->kind == IK_BLOCK_SUMMARY)
        {
          note_summary (fragment, block);
          fragment->summary = block;
          fragment->summary_details = fragment->n_details;
        }
      g_ptr_array_add (fragment->list->blocks, block);
    }
  g_string_truncate (piece->text, 0);
  g_string_truncate (piece->source, 0);
  piece->n_visible = piece->n_linked = piece->n_bold = 0;
  piece->kind = IK_BLOCK_PARAGRAPH;
  piece->level = 0;
  piece->first = piece->line;
  piece->last = piece->line;
}

static void
append_char (Piece *piece,
             char   ch)
{
  if (ch == '\n')
    {
      piece->line++;
      piece->n_strong = 0; /* bold over several lines marks no title */
      ch = ' ';
    }
  if (ch != ' ' && piece->text->len == 0 && piece->kind != IK_BLOCK_SUMMARY)
    piece->first = piece->line;
  if (ch != ' ')
    piece->last = piece->line;
  if (ch == ' ' && (piece->text->len == 0 || piece->text->str[piece->text->len - 1] == ' '))
    return;
  g_string_append_c (piece->text, ch);
  g_string_append_c (piece->source, ch);
  if (ch != ' ')
    {
      piece->n_visible++;
      piece->n_linked += piece->n_links > 0;
      piece->n_bold += piece->n_strong > 0;
    }
}

static void
count_open (guint    *n_open,
            gboolean  closing)
{
  if (!closing)
    (*n_open)++;
  else if (*n_open > 0)
    (*n_open)--;
}

static void
take_tag (Piece      *piece,
          const char *tag,
          gsize       size)
{
  gsize n;
  const char *name = tag_name (tag, size, &n);
  gboolean closing = tag[1] == '/';

  if (n == 7 && g_ascii_strncasecmp (name, "summary", n) == 0)
    {
      flush (piece);
      piece->fragment->in_summary = !closing;
      if (!closing)
        piece->kind = IK_BLOCK_SUMMARY;
    }
  else if (n == 7 && g_ascii_strncasecmp (name, "details", n) == 0)
    {
      flush (piece);
      piece->fragment->in_summary = FALSE;
      count_open (&piece->fragment->n_details, closing);
    }
  else if (n == 2 && (name[0] == 'u' || name[0] == 'o' || name[0] == 'U' || name[0] == 'O') &&
           (name[1] == 'l' || name[1] == 'L') && piece->kind != IK_BLOCK_SUMMARY)
    {
      flush (piece);
      if (!closing)
        enter_list (piece->fragment, name[0] == 'o' || name[0] == 'O');
      else if (piece->fragment->depth > 0)
        piece->fragment->depth--;
    }
  else if (n == 2 && g_ascii_strncasecmp (name, "li", n) == 0)
    {
      flush (piece);
      piece->kind = closing ? IK_BLOCK_PARAGRAPH : IK_BLOCK_ITEM;
    }
  else if (is_one_of (name, n, block_tags, G_N_ELEMENTS (block_tags)) &&
           piece->kind != IK_BLOCK_SUMMARY)
    {
      flush (piece);
      if (!closing && n == 2 && (name[0] == 'h' || name[0] == 'H') && g_ascii_isdigit (name[1]))
        {
          piece->kind = IK_BLOCK_HEADING;
          piece->level = (guint) (name[1] - '0');
        }
    }
  else if (n == 1 && (name[0] == 'a' || name[0] == 'A'))
    count_open (&piece->n_links, closing);
  else if ((n == 1 && (name[0] == 'b' || name[0] == 'B')) ||
           (n == 6 && g_ascii_strncasecmp (name, "strong", n) == 0))
    count_open (&piece->n_strong, closing);
  else if (n == 4 && g_ascii_strncasecmp (name, "code", n) == 0)
    g_string_append_c (piece->source, '`');
  else if (ik_html_is_break (tag, size))
    append_char (piece, ' ');

  for (gsize i = 0; i < size; i++)
    piece->line += tag[i] == '\n';
}

/* The end of a tag, a comment or an element whose text is no text. What has no
 * end is looked for once in a piece, not from each beginning again. */
static const char *
find_tag_end (Piece      *piece,
              const char *tag,
              const char *end)
{
  static const char *const elements[][2] = {
    { "<!--", "-->" }, { "<style", "</style>" }, { "<script", "</script>" },
  };
  const char *close;

  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    {
      if (g_ascii_strncasecmp (tag, elements[i][0], strlen (elements[i][0])) != 0 ||
          piece->endless[i])
        continue;
      close = g_strstr_len (tag, end - tag, elements[i][1]);
      if (close != NULL)
        return close + strlen (elements[i][1]);
      piece->endless[i] = TRUE;
    }
  close = memchr (tag, '>', MIN ((gsize) (end - tag), MAX_TAG_BYTES));

  return close != NULL ? close + 1 : NULL;
}

/**
 * ik_html_fragment_read:
 * @self: a fragment reader
 * @first: first line of the piece
 * @last: last line
 *
 * Appends the blocks of a piece of HTML that stands between Markdown; linear.
 */
void
ik_html_fragment_read (IkHtmlFragment *self,
                       guint           first,
                       guint           last)
{
  g_autofree char *html = ik_block_list_dup_lines (self->list, first, last);
  const char *end = html + strlen (html);
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GString) source = g_string_new (NULL);
  Piece piece = { self, first, first, first, IK_BLOCK_PARAGRAPH, 0, text, source, .n_links = 0 };
  const char *p = html;

  while (p < end)
    {
      const char *close = *p == '<' ? find_tag_end (&piece, p, end) : NULL;

      if (close != NULL && ik_html_is_known_tag (p, (gsize) (close - p)))
        {
          take_tag (&piece, p, (gsize) (close - p));
          p = close;
        }
      else if (ik_html_entity_length (p) > 0)
        {
          gsize length = ik_html_entity_length (p);

          ik_html_append_decoded (text, p, length);
          g_string_append_len (source, p, (gssize) length);
          p += length;
        }
      else
        append_char (&piece, *p++);
    }
  flush (&piece);
}
