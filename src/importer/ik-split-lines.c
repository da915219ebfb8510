#include "ik-split-lines.h"

#include <string.h>

#include "ik-asking.h"

/* Longer lines are no options, and the second stands so near the first. */
#define MAX_OPTION_BYTES 400
#define MAX_OPTION_LINES 6

/* Bold questions run into their answers when so many do. */
#define LEAST_RUN_INS 3
#define SURELY_ASKING 0.95

/* No line of people's has more bullets. */
#define MAX_BULLETS 64

/* What a line of a paragraph begins with. */
typedef enum
{
  LINE_TEXT,
  LINE_LABEL,
  LINE_QUESTION,
  LINE_NUMBER,
  LINE_OPTION,
  LINE_ITEM,
} LineKind;

/* Where a block is cut. */
typedef struct
{
  LineKind kind;
  IkMarker marker;
  gsize    in_text;
  gsize    in_source;
  guint    n_feeds;   /* line feeds before it */
} Cut;

static gsize
skip_emphasis (const char *line)
{
  return strspn (line, "*_ ");
}

/* "Answer: …", "**Q2:** …", "B) …" */
static LineKind
look_at (const char *line,
         IkMarker   *marker)
{
  const char *text = line + skip_emphasis (line);
  guint number;
  gsize colon;

  if (ik_marker_parse (text, marker) > 0)
    {
      if (marker->style == IK_MARKER_QUESTION)
        return LINE_QUESTION;
      if (marker->style == IK_MARKER_BULLET && (text[0] & 0x80) != 0)
        return LINE_ITEM; /* a bullet that Markdown doesn't know */
      if (marker->style == IK_MARKER_LETTER && strcspn (line, "\n") <= MAX_OPTION_BYTES)
        return LINE_OPTION;
      return marker->style == IK_MARKER_NUMBER ? LINE_NUMBER : LINE_TEXT;
    }
  if (ik_marker_parse_answer (text, &number) > 0)
    return LINE_LABEL;
  colon = ik_label_find_colon (text);
  if (colon == 0 || memchr (text, '\n', colon) != NULL)
    return LINE_TEXT;

  switch (ik_label_lookup (text, (gssize) colon))
    {
    case IK_LABEL_QUESTION:
      return LINE_QUESTION;

    case IK_LABEL_ANSWER:
    case IK_LABEL_FOLLOW_UP:
    case IK_LABEL_CLARIFYING:
    case IK_LABEL_STEP:
    case IK_LABEL_POSITIVE:
    case IK_LABEL_RED_FLAG:
    case IK_LABEL_WHY:
    case IK_LABEL_LEVEL:
    case IK_LABEL_TAGS:
    case IK_LABEL_MINUTES:
    case IK_LABEL_SOURCE:
    case IK_LABEL_DETAILS:
      return LINE_LABEL;

    case IK_LABEL_NONE:
    case IK_LABEL_OTHER:
    case IK_LABEL_CONTENTS:
    case IK_LABEL_END_MATTER:
    default:
      return LINE_TEXT;
    }
}

/* Where the plain text of a line of the source begins in the plain text of the
 * block: a line feed became a blank there. */
static gsize
find_in_text (const char *text,
              gsize       from,
              const char *line)
{
  const char *start = line + skip_emphasis (line);
  gsize length = 0;
  g_autofree char *beginning = NULL;
  const char *found;

  while (start[length] != '\0' && strchr ("\n*_`[<&\\", start[length]) == NULL && length < 40)
    length++;
  if (length < 2)
    return 0;
  while (length > 0 && (start[length] & 0xc0) == 0x80)
    length--;
  beginning = g_strndup (start, length);
  found = strstr (text + from, beginning);

  return found != NULL && found > text && found[-1] == ' ' ? (gsize) (found - text) : 0;
}

/* Options count from A: one line that begins with a letter is a sentence. So
 * is one that begins with a number. */
static gboolean
has_second (const char *line,
            LineKind    kind)
{
  line = strchr (line, '\n');
  for (guint n = 0; n < MAX_OPTION_LINES && line != NULL; n++, line = strchr (line + 1, '\n'))
    {
      IkMarker marker;

      if (look_at (line + 1, &marker) == kind && marker.number == 2)
        return TRUE;
    }

  return FALSE;
}

/* How far options and numbered lines have been counted in a block. */
typedef struct
{
  guint n_options;
  guint n_numbers;
} Counted;

/* Whether a block is cut before a line. */
static gboolean
is_cut (const Cut     *cut,
        const char    *line,
        const Counted *counted)
{
  guint n_before = cut->kind == LINE_OPTION ? counted->n_options : counted->n_numbers;

  if (cut->kind != LINE_OPTION && cut->kind != LINE_NUMBER)
    return cut->kind != LINE_TEXT;

  return cut->marker.number == n_before + 1 && (n_before > 0 || has_second (line, cut->kind));
}

static GArray *
find_cuts (const IkBlock *block)
{
  GArray *cuts = g_array_new (FALSE, FALSE, sizeof (Cut));
  gsize in_text = 0;
  Counted counted = { 0 };
  guint n_feeds = 1;

  if (block->marker.style == IK_MARKER_NUMBER)
    counted.n_numbers = block->marker.number;
  else if (block->marker.style == IK_MARKER_LETTER)
    counted.n_options = block->marker.number;

  for (const char *line = strchr (block->source, '\n'); line != NULL;
       line = strchr (line + 1, '\n'), n_feeds++)
    {
      Cut cut = { .in_source = (gsize) (line + 1 - block->source), .n_feeds = n_feeds };

      cut.kind = look_at (line + 1, &cut.marker);
      if (!is_cut (&cut, line + 1, &counted))
        continue;
      in_text = find_in_text (block->text, in_text, line + 1);
      if (in_text == 0)
        break;
      cut.in_text = in_text;
      counted.n_options = cut.kind == LINE_OPTION ? cut.marker.number : 0;
      if (cut.kind == LINE_NUMBER)
        counted.n_numbers = cut.marker.number;
      g_array_append_val (cuts, cut);
    }

  return cuts;
}

/* "A. …" above "B. …": options that begin a paragraph. */
static void
take_first_option (IkBlock *block)
{
  IkMarker marker;

  if (block->kind != IK_BLOCK_PARAGRAPH || block->marker.style != IK_MARKER_NONE ||
      look_at (block->source, &marker) != LINE_OPTION || marker.number != 1 ||
      !has_second (block->source, LINE_OPTION))
    return;
  ik_block_strip_marker (block);
  if (block->marker.style == IK_MARKER_LETTER)
    block->kind = IK_BLOCK_ITEM;
}

static char *
dup_piece (const char *text,
           gsize       start,
           gsize       end)
{
  char *piece = g_strchomp (g_strndup (text + start, end - start));

  if (g_str_has_suffix (piece, "\\")) /* a hard break */
    piece[strlen (piece) - 1] = '\0';

  return piece;
}

static void
strip_bullet (IkBlock *block)
{
  gsize in_text = ik_marker_parse (block->text, &block->marker);
  IkMarker marker;
  gsize in_source = ik_marker_parse (block->source, &marker);

  ik_block_cut_start (block, in_text, in_source);
}

static IkBlock *
make_piece (const IkBlock *block,
            const Cut     *cut,
            gsize          text_end,
            gsize          source_end,
            guint          depth)
{
  g_autofree char *text = dup_piece (block->text, cut->in_text, text_end);
  g_autofree char *source = dup_piece (block->source, cut->in_source, source_end);
  IkBlock *piece = ik_block_new (IK_BLOCK_PARAGRAPH, block->first, block->last, text, source);

  piece->depth = depth;
  piece->quoted = block->quoted;
  if (cut->kind != LINE_LABEL)
    ik_block_strip_marker (piece);
  if (cut->kind >= LINE_OPTION)
    piece->kind = IK_BLOCK_ITEM;
  if (cut->kind == LINE_ITEM)
    strip_bullet (piece);

  return piece;
}

/* Cuts a block into pieces, all of them behind it in @blocks. */
static void
cut_block (GPtrArray *blocks,
           IkBlock   *block,
           GArray    *cuts,
           guint      n_feeds,
           guint      depth)
{
  gboolean exact = block->last - block->first == n_feeds; /* each line has its own */
  const Cut *first = &g_array_index (cuts, Cut, 0);

  for (guint i = 0; i < cuts->len; i++)
    {
      const Cut *cut = &g_array_index (cuts, Cut, i);
      const Cut *next = i + 1 < cuts->len ? cut + 1 : NULL;
      IkBlock *piece = make_piece (block, cut, next != NULL ? next->in_text : strlen (block->text),
                                   next != NULL ? next->in_source : strlen (block->source),
                                   depth);

      if (exact)
        {
          piece->first = block->first + cut->n_feeds;
          piece->last = next != NULL ? block->first + next->n_feeds - 1 : block->last;
        }
      g_ptr_array_add (blocks, piece);
    }
  ik_block_cut_end (block, first->in_text, first->in_source);
  if (g_str_has_suffix (block->source, "\\"))
    ik_block_cut_source (block, strlen (block->source) - 1, 1);
  if (exact)
    block->last = block->first + first->n_feeds - 1;
}

/* Where the next bullet stands in a text, behind a blank, and its length; 0
 * where there is none. */
static gsize
find_bullet (const char *text,
             gsize      *length)
{
  static const char *const bullets[] = { " • ", " ● ", " ▪ ", " ◦ ", " ‣ ", " ・" };

  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    {
      const char *found = strstr (text, bullets[i]);

      *length = strlen (bullets[i]);
      if (found != NULL && found > text && found[*length] != '\0')
        return (gsize) (found - text);
    }

  return 0;
}

/* Where bullets stand inside a block; from there on the text of an item. */
typedef struct
{
  gsize in_text;
  gsize in_source;
  gsize length;
} Bullet;

static guint
find_bullets (const IkBlock *block,
              Bullet         bullets[MAX_BULLETS])
{
  gsize in_text = 0;
  gsize in_source = 0;
  guint n;

  for (n = 0; n < MAX_BULLETS; n++)
    {
      gsize length;
      gsize text_at = find_bullet (block->text + in_text, &length);
      gsize source_at = text_at > 0 ? find_bullet (block->source + in_source, &length) : 0;

      if (source_at == 0)
        break;
      bullets[n] = (Bullet) { in_text + text_at, in_source + source_at, length };
      in_text += text_at + length;
      in_source += source_at + length;
    }

  return n;
}

/* "• One? • Two?": each bullet begins an item, like the first. From the end on,
 * so that no item is copied with all that follows it. */
static void
split_run_on (GPtrArray         *blocks,
              const IkBlockList *list,
              IkBlock           *block)
{
  gsize length;
  const char *line = ik_block_list_get_line (list, block->first, &length);
  guint n_before = blocks->len;
  Bullet bullets[MAX_BULLETS];
  guint n_bullets;

  line += strspn (line, " \t");
  if (block->kind != IK_BLOCK_ITEM || block->marker.style != IK_MARKER_BULLET ||
      (line[0] & 0x80) == 0)
    return;
  n_bullets = find_bullets (block, bullets);
  g_ptr_array_set_size (blocks, (int) (n_before + n_bullets));
  for (guint i = n_bullets; i-- > 0;)
    {
      const Bullet *bullet = &bullets[i];
      IkBlock *item = ik_block_split (block, bullet->in_text, bullet->in_source);

      ik_block_cut_start (item, bullet->length, bullet->length);
      item->kind = IK_BLOCK_ITEM;
      item->depth = block->depth;
      item->indent = block->indent;
      item->marker = block->marker;
      blocks->pdata[n_before + i] = item;
    }
}

static guint
count_feeds (const char *source)
{
  guint n = 0;

  for (const char *p = source; (p = strchr (p, '\n')) != NULL; p++)
    n++;

  return n;
}

/* Length of the dash between a question and its answer, with blanks. */
static gsize
skip_dash (const char *text)
{
  static const char *const dashes[] = { "- ", "– ", "— " };
  gsize blank = strspn (text, " \t\n");

  for (guint i = 0; i < G_N_ELEMENTS (dashes); i++)
    {
      if (g_str_has_prefix (text + blank, dashes[i]))
        return blank + strlen (dashes[i]);
    }

  return blank;
}

/* Length of bold text at the beginning of a source with what marks it bold, 0
 * where it is all of the source, is no question or holds other marks. What
 * asks less surely must have a dash behind it. */
static gsize
find_bold_question (const char *source,
                    double      least,
                    gsize      *in_text)
{
  const char *end = g_str_has_prefix (source, "**") ? strstr (source + 2, "**") : NULL;
  g_autofree char *bold = NULL;
  gsize length;

  if (end == NULL || end == source + 2)
    return 0;
  bold = g_strndup (source + 2, (gsize) (end - source) - 2);
  length = (gsize) (end - source) + 2;
  if (source[length] != ' ' || strpbrk (bold, "*_`[]<>&\\\n") != NULL)
    return 0;
  if (ik_asking_score (bold) < (skip_dash (source + length) > 1 ? least : SURELY_ASKING))
    return 0;
  *in_text = strlen (bold);

  return length;
}

/* "**Why?** Because.", "**Describe tea** - Warm." are questions with answers. */
static void
split_run_ins (IkBlockList *list)
{
  GPtrArray *split = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_block_free);

  g_ptr_array_set_free_func (list->blocks, NULL);
  for (guint i = 0; i < list->blocks->len; i++)
    {
      IkBlock *block = list->blocks->pdata[i];
      IkBlock *tail;
      gsize in_text = 0;
      gsize in_source = block->kind == IK_BLOCK_PARAGRAPH || block->kind == IK_BLOCK_ITEM
                        ? find_bold_question (block->source, IK_ASKING_LEAST, &in_text) : 0;

      ik_block_list_prefetch (list, i + IK_BLOCK_LIST_AHEAD);
      g_ptr_array_add (split, block);
      if (in_source == 0 || in_text >= strlen (block->text) || block->text[in_text] != ' ')
        continue;
      tail = ik_block_split (block, in_text, in_source);
      ik_block_cut_start (tail, skip_dash (tail->text), skip_dash (tail->source));
      g_ptr_array_add (split, tail);
      block->bold = TRUE;
    }
  g_ptr_array_unref (list->blocks);
  list->blocks = split;
}

static guint
count_run_ins (const IkBlockList *list)
{
  guint n = 0;

  for (guint i = 0; i < list->blocks->len && n < LEAST_RUN_INS; i++)
    {
      const IkBlock *block = list->blocks->pdata[i];
      gsize in_text;

      n += block->source[0] == '*' && (block->kind == IK_BLOCK_PARAGRAPH ||
                                       block->kind == IK_BLOCK_ITEM) &&
           find_bold_question (block->source, SURELY_ASKING, &in_text) > 0;
    }

  return n;
}

/**
 * ik_split_lines_apply:
 * @list: blocks as they were read
 *
 * Cuts paragraphs of several lines where a line begins with a label, with the
 * mark of a question, with the letter of an option or with the next number: in
 * Markdown such lines run together, but nobody means that. Where bold questions
 * run into their answers, cuts behind them; where bullets stand in one line,
 * before each. Linear.
 */
void
ik_split_lines_apply (IkBlockList *list)
{
  GPtrArray *split = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_block_free);

  g_ptr_array_set_free_func (list->blocks, NULL);
  for (guint i = 0; i < list->blocks->len; i++)
    {
      IkBlock *block = list->blocks->pdata[i];
      g_autoptr(GArray) cuts = NULL;
      guint depth = block->depth + (block->kind == IK_BLOCK_ITEM);
      IkMarker marker;

      if (block->kind == IK_BLOCK_PARAGRAPH && (block->source[0] & 0x80) != 0 &&
          look_at (block->source, &marker) == LINE_ITEM)
        {
          block->kind = IK_BLOCK_ITEM;
          strip_bullet (block);
        }
      g_ptr_array_add (split, block);
      split_run_on (split, list, block);
      if ((block->kind != IK_BLOCK_PARAGRAPH && block->kind != IK_BLOCK_ITEM) ||
          block->in_summary || strchr (block->source, '\n') == NULL)
        continue;
      take_first_option (block);
      cuts = find_cuts (block);
      if (cuts->len > 0)
        cut_block (split, block, cuts, count_feeds (block->source), depth);
    }
  g_ptr_array_unref (list->blocks);
  list->blocks = split;

  if (count_run_ins (list) >= LEAST_RUN_INS)
    split_run_ins (list);
}
