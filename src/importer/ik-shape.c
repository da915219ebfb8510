#include "ik-shape.h"

#include <string.h>

#include "ik-asking.h"

/* So many links that ask are no chance. */
#define LEAST_LINKS 5
#define LEAST_TIMES_LINKS 4

/* So many paragraphs that ask, nearly all with text below, are questions with
* their answers, unless they are lost among others; one that asks is short. */
#define LEAST_ASKING 5
#define LEAST_TIMES_ASKING 4
#define LEAST_ANSWERED_PERCENT 80
#define MAX_TIMES_PLAIN 6
#define MAX_ASKING_BYTES 300
#define SURELY_ASKING 95
#define REQUESTING 85

/* What ends in a question mark. */
#define ALL_ASKING 100

/* Layout of a shape: each field has four bits. */
#define SHIFT_KIND 0
#define SHIFT_LEVEL 4
#define SHIFT_DEPTH 8
#define SHIFT_MARKER 12
#define SHIFT_LOOK 16
#define SHIFT_VALID 20

/* How a paragraph looks apart from its marker. */
typedef enum
{
  LOOK_ANY,
  LOOK_TEXT,
  LOOK_TITLE,
  LOOK_COLON,
  LOOK_BOLD,
  LOOK_INDENTED,
  LOOK_TASK,
  LOOK_ASKING,
} Look;

static Look
find_look (const IkBlock *block)
{
  if (block->kind == IK_BLOCK_ITEM)
    {
      if (block->task)
        return LOOK_TASK;
      if (block->bold)
        return LOOK_BOLD;
      return block->depth == 0 && block->indent > 0 ? LOOK_INDENTED : LOOK_ANY;
    }
  if (block->kind != IK_BLOCK_PARAGRAPH)
    return LOOK_ANY;
  if (block->bold)
    return LOOK_BOLD;
  if (block->marker.style != IK_MARKER_NONE)
    return LOOK_ANY;
  if (g_str_has_suffix (block->text, ":") || g_str_has_suffix (block->text, "："))
    return LOOK_COLON;

  return block->title ? LOOK_TITLE : LOOK_TEXT;
}

static IkShape
find_shape (const IkBlock *block)
{
  if (!ik_block_is_text (block) || block->linked || block->in_summary || block->quoted ||
      (block->label > IK_LABEL_QUESTION && block->label < IK_LABEL_OTHER))
    return 0;

  return 1u << SHIFT_VALID |
         (guint) find_look (block) << SHIFT_LOOK |
         (guint) block->marker.style << SHIFT_MARKER |
         MIN (block->depth, 15u) << SHIFT_DEPTH |
         MIN (block->level, 15u) << SHIFT_LEVEL |
         (guint) block->kind << SHIFT_KIND;
}

/* A link within the document is contents all the same. */
static gboolean
leads_inside (const IkBlock *block)
{
  const char *address = block->source[0] == '[' ? strstr (block->source, "](") : NULL;

  return address != NULL && address[2] == '#';
}

static gboolean
may_be_released (const IkBlock *block)
{
  return block->linked && !leads_inside (block) &&
         (block->kind == IK_BLOCK_ITEM || block->kind == IK_BLOCK_HEADING);
}

/* "Q3 · easy" right above "Question: …" only counts it. */
static gboolean
is_count_above (const IkBlockList *list,
                guint              i)
{
  const IkBlock *block = list->blocks->pdata[i];
  const IkBlock *next = i + 1 < list->blocks->len ? list->blocks->pdata[i + 1] : NULL;

  return block->kind == IK_BLOCK_HEADING && block->marker.style == IK_MARKER_QUESTION &&
         !block->asks && next != NULL && next->kind != IK_BLOCK_HEADING &&
         (next->label == IK_LABEL_QUESTION || next->marker.style == IK_MARKER_QUESTION) &&
         next->text[0] != '\0';
}

/**
 * ik_shape_measure:
 * @list: blocks, repaired and labelled
 *
 * Notes with each block its shape, whether it asks and whether it may be a
 * title, once for all that look at it. Linear.
 */
void
ik_shape_measure (IkBlockList *list)
{
  for (guint i = 0; i < list->blocks->len; i++)
    {
      IkBlock *block = list->blocks->pdata[i];

      ik_block_list_prefetch (list, i + IK_BLOCK_LIST_AHEAD);
      block->title = ik_asking_is_title (block->text) &&
                     !ik_asking_is_placeholder (block->text) &&
                     strstr (block->text, "://") == NULL;
      block->shape = find_shape (block);
      if (block->shape != 0 || block->linked)
        block->asking = (guint) (ik_asking_score (block->text) * 100 + 0.5);
      block->asks = block->asking / 100.0 >= IK_ASKING_LEAST;
      if (is_count_above (list, i))
        block->shape = 0;
    }
}

/**
 * ik_shape_release_links:
 * @list: blocks with shapes
 * @n_questions: how many questions it has without them
 *
 * Lists of links are contents. But where links are all that asks, they are the
 * questions, and so are headings that link where hardly anything else asks:
 * takes them for text from now on. Linear.
 *
 * Returns: whether they are
 */
gboolean
ik_shape_release_links (IkBlockList *list,
                        guint        n_questions)
{
  guint n_links = 0;
  guint n_asking = 0;

  for (guint i = 0; i < list->blocks->len; i++)
    {
      const IkBlock *block = list->blocks->pdata[i];

      if (!may_be_released (block) || (n_questions > 0 && block->kind != IK_BLOCK_HEADING))
        continue;
      n_links++;
      n_asking += block->asks;
    }
  if (n_links < LEAST_LINKS || n_asking * 2 < n_links ||
      n_asking < n_questions * LEAST_TIMES_LINKS)
    return FALSE;

  for (guint i = 0; i < list->blocks->len; i++)
    {
      IkBlock *block = list->blocks->pdata[i];

      if (may_be_released (block))
        block->linked = FALSE;
      else if (block->kind == IK_BLOCK_ITEM && leads_inside (block))
        block->linked = TRUE;
    }
  ik_shape_measure (list);

  return TRUE;
}

/* Whether a paragraph like any other says nothing but what it asks. */
static gboolean
asks_alone (const IkBlock *block)
{
  return ik_shape_is_plain (block->shape) && block->depth == 0 &&
         (block->asking >= SURELY_ASKING || (block->asking >= REQUESTING && block->title)) &&
         strnlen (block->text, MAX_ASKING_BYTES + 1) <= MAX_ASKING_BYTES;
}

/* Whether what stands below a question may answer it. */
static gboolean
is_answer_below (const IkBlock *block)
{
  return block->kind != IK_BLOCK_HEADING && block->text[0] != '\0' && !asks_alone (block);
}

/**
 * ik_shape_part_asking:
 * @list: blocks with shapes
 * @n_questions: how many questions it has without them
 *
 * Where titles lost their marks, as those of what opens do in a word processor,
 * questions and answers are paragraphs alike. But where nearly all that asks has
 * text below that doesn't, and hardly anything else asks, these are the
 * questions: gives them a shape of their own. Linear.
 *
 * Returns: whether they are
 */
gboolean
ik_shape_part_asking (IkBlockList *list,
                      guint        n_questions)
{
  guint n_asking = 0;
  guint n_sure = 0;
  guint n_answered = 0;
  guint n_plain = 0;

  for (guint i = 0; i < list->blocks->len; i++)
    {
      const IkBlock *block = list->blocks->pdata[i];

      n_plain += ik_shape_is_plain (block->shape);
      if (!asks_alone (block))
        continue;
      n_asking++;
      n_sure += block->asking >= SURELY_ASKING;
      n_answered += i + 1 < list->blocks->len && is_answer_below (list->blocks->pdata[i + 1]);
    }
  if (n_sure < LEAST_ASKING || n_sure * 2 < n_asking || n_asking < n_questions * LEAST_TIMES_ASKING ||
      n_answered * 100 < n_asking * LEAST_ANSWERED_PERCENT ||
      n_plain > n_asking * MAX_TIMES_PLAIN)
    return FALSE;

  for (guint i = 0; i < list->blocks->len; i++)
    {
      IkBlock *block = list->blocks->pdata[i];

      if (asks_alone (block))
        block->shape = (block->shape & ~(15u << SHIFT_LOOK)) | (guint) LOOK_ASKING << SHIFT_LOOK;
    }

  return TRUE;
}

/* The heading above all others, if there is just one. */
static IkBlock *
find_top_heading (const IkBlockList *list)
{
  IkBlock *top = NULL;
  gboolean alone = FALSE;

  for (guint i = 0; i < list->blocks->len; i++)
    {
      IkBlock *block = list->blocks->pdata[i];

      if (block->kind != IK_BLOCK_HEADING || (top != NULL && block->level > top->level))
        continue;
      alone = top == NULL || block->level < top->level;
      top = block;
    }

  return alone ? top : NULL;
}

/**
 * ik_shape_release_title:
 * @list: blocks with shapes, in which nothing asks
 *
 * A page of a forum has one question, which is its title and may link to itself.
 * Linear.
 *
 * Returns: the shape of a title that is a question with text below, no other
 *   block has it; 0 where there is none
 */
IkShape
ik_shape_release_title (IkBlockList *list)
{
  IkBlock *title = find_top_heading (list);
  const IkBlock *last = list->blocks->len > 0 ? list->blocks->pdata[list->blocks->len - 1] : NULL;

  if (title == NULL || title == last || title->asking < ALL_ASKING)
    return 0;

  title->linked = FALSE;
  title->shape = find_shape (title);

  return title->shape;
}

/**
 * ik_shape_is_alike:
 * @block: a block
 * @other: another one
 *
 * Returns: whether both are of one kind to the eye of a person
 */
gboolean
ik_shape_is_alike (const IkBlock *block,
                   const IkBlock *other)
{
  return block->shape == other->shape && block->kind == other->kind &&
         block->level == other->level && block->depth == other->depth &&
         block->bold == other->bold && block->linked == other->linked &&
         block->label == other->label &&
         (block->label != IK_LABEL_OTHER || g_strcmp0 (ik_block_get_label_text (block),
                                                       ik_block_get_label_text (other)) == 0);
}

static guint
get_field (IkShape shape,
           guint   shift)
{
  return shape >> shift & 15u;
}

/**
 * ik_shape_is_heading:
 * @shape: a shape
 *
 * Returns: whether it is a heading of some level
 */
gboolean
ik_shape_is_heading (IkShape shape)
{
  return shape != 0 && get_field (shape, SHIFT_KIND) == IK_BLOCK_HEADING;
}

/**
 * ik_shape_is_plain:
 * @shape: a shape
 *
 * Returns: whether it is a paragraph like any other
 */
gboolean
ik_shape_is_plain (IkShape shape)
{
  return get_field (shape, SHIFT_KIND) == IK_BLOCK_PARAGRAPH &&
         get_field (shape, SHIFT_MARKER) == IK_MARKER_NONE &&
         get_field (shape, SHIFT_LOOK) != LOOK_BOLD &&
         get_field (shape, SHIFT_LOOK) != LOOK_ASKING;
}

static gboolean
is_item (IkShape shape)
{
  return get_field (shape, SHIFT_KIND) == IK_BLOCK_ITEM;
}

/**
 * ik_shape_is_bullet:
 * @shape: a shape
 *
 * Returns: whether it is a list item without a number
 */
gboolean
ik_shape_is_bullet (IkShape shape)
{
  return is_item (shape) && get_field (shape, SHIFT_MARKER) == IK_MARKER_BULLET;
}

/**
 * ik_shape_get_level:
 * @shape: a shape
 *
 * Returns: the level of a heading, else 0
 */
guint
ik_shape_get_level (IkShape shape)
{
  return get_field (shape, SHIFT_LEVEL);
}

/**
 * ik_shape_get_depth:
 * @shape: a shape
 *
 * Returns: the number of list items around it
 */
guint
ik_shape_get_depth (IkShape shape)
{
  return get_field (shape, SHIFT_DEPTH);
}

/**
 * ik_shape_is_numbered_question:
 * @shape: a shape
 *
 * Returns: whether its marker says that it is a question ("Q1.")
 */
gboolean
ik_shape_is_numbered_question (IkShape shape)
{
  return get_field (shape, SHIFT_MARKER) == IK_MARKER_QUESTION;
}
