#include "ik-roles.h"

#include <string.h>

#include "ik-asking.h"

/* What any heading ends: a list of contents. */
#define LOWEST_LEVEL 6u

/* So many blocks may stand between the title of a section and its questions. */
#define MAX_BLOCKS_TO_QUESTION 3

/* So many rules and other code may stand above the code of a question. */
#define MAX_BLOCKS_TO_CODE 4

/* So far questions have been counted when a list that begins anew is none. */
#define LEAST_COUNTED 3u

/* The walk through the blocks. */
typedef struct
{
  const IkBlockList     *list;
  const IkPattern       *pattern;
  const IkRole          *forced;       /* NULL where a person said nothing */
  IkRole                *roles;

  const IkBlock         *question;     /* the open question, NULL outside */
  const IkQuestionShape *shape;        /* its shape */
  gboolean               wants_prompt; /* a title whose question is still to come */
  const IkBlock         *scenario;     /* a statement whose questions follow */
  IkRole                 field;        /* of the label above */
  const IkBlock         *label;        /* that label, NULL before one */
  const IkBlock         *heading;      /* the last one above the question, NULL before one */
  gboolean               code_above;   /* whether code in this section goes before its question */
  gboolean               in_section;   /* whether the text goes before its questions */
  gboolean               ended;        /* whether end matter is open */
  guint                  end_level;    /* level of its heading */
  gboolean               nested_ask;   /* whether the items in the question are follow-ups */
  const IkBlock         *option;       /* the last option of a choice */
  guint                  body;         /* index of the first block below the question */
  guint                  last_question;  /* index of the last question of all */
} Walk;

/**
 * ik_role_is_left_over:
 * @role: a role
 *
 * Returns: whether the block goes into no field
 */
gboolean
ik_role_is_left_over (IkRole role)
{
  return role < IK_ROLE_TITLE;
}

static IkRole
role_of_label (IkLabel label)
{
  switch (label)
    {
    case IK_LABEL_QUESTION:
    case IK_LABEL_DETAILS:
      return IK_ROLE_DETAILS;

    case IK_LABEL_FOLLOW_UP:
      return IK_ROLE_FOLLOW_UP;

    case IK_LABEL_CLARIFYING:
      return IK_ROLE_CLARIFYING;

    case IK_LABEL_STEP:
      return IK_ROLE_STEP;

    case IK_LABEL_POSITIVE:
      return IK_ROLE_POSITIVE;

    case IK_LABEL_RED_FLAG:
      return IK_ROLE_RED_FLAG;

    case IK_LABEL_WHY:
      return IK_ROLE_WHY;

    case IK_LABEL_SOURCE:
      return IK_ROLE_REFERENCE;

    case IK_LABEL_LEVEL:
      return IK_ROLE_LEVEL;

    case IK_LABEL_TAGS:
      return IK_ROLE_TAGS;

    case IK_LABEL_MINUTES:
      return IK_ROLE_MINUTES;

    case IK_LABEL_NONE:
    case IK_LABEL_ANSWER:
    case IK_LABEL_OTHER:
    case IK_LABEL_CONTENTS:
    case IK_LABEL_END_MATTER:
    default:
      return IK_ROLE_ANSWER;
    }
}

static gboolean
is_list_field (IkRole role)
{
  return role >= IK_ROLE_FOLLOW_UP && role <= IK_ROLE_RED_FLAG;
}

static const IkBlock *
get_block (const Walk *walk,
           guint       i)
{
  return i < walk->list->blocks->len ? walk->list->blocks->pdata[i] : NULL;
}

static void
close_question (Walk *walk)
{
  walk->question = NULL;
  walk->shape = NULL;
  walk->label = NULL;
  walk->wants_prompt = FALSE;
}

/* "Available in:" above a list of links titles that list. */
static gboolean
is_above_links (const Walk *walk,
                guint       i)
{
  const IkBlock *next = get_block (walk, i + 1);

  return next != NULL && next->linked && next->kind == IK_BLOCK_ITEM;
}

/* A list that counts anew inside of an answer and asks nothing is a part of
 * it, even if questions are counted in the same way. */
static gboolean
counts_anew_in_answer (const Walk    *walk,
                       const IkBlock *block)
{
  return walk->question != NULL && walk->label != NULL && walk->field == IK_ROLE_ANSWER &&
         !block->asks && block->kind == IK_BLOCK_ITEM &&
         walk->question->marker.number >= LEAST_COUNTED &&
         block->marker.number <= walk->question->marker.number;
}

/* A heading that looks like a question but asks nothing and has questions of a
 * lower level right below, or such as open, is the title of these. */
static gboolean
heads_questions (const Walk    *walk,
                 guint          i,
                 const IkBlock *block)
{
  const IkBlock *next;

  if (block->kind != IK_BLOCK_HEADING || block->asks)
    return FALSE;
  next = ik_pattern_next_text (walk->list, i, &i);
  if (next != NULL && next->kind == IK_BLOCK_HEADING && next->level > block->level &&
      ik_pattern_find_question (walk->pattern, next) == NULL)
    next = ik_pattern_next_text (walk->list, i, NULL);

  return next != NULL && next->asks && ik_pattern_find_question (walk->pattern, next) != NULL &&
         (next->kind == IK_BLOCK_SUMMARY ||
          (next->kind == IK_BLOCK_HEADING && next->level > block->level));
}

/* A title opens a section where no text of a question could hold it, or where
 * a question of this or a better pattern follows at once. Behind the last
 * question it opens end matter. */
static gboolean
opens_section (const Walk    *walk,
               guint          i,
               const IkBlock *block)
{
  if (!ik_pattern_may_open_section (walk->pattern, block) &&
      !heads_questions (walk, i, block))
    return FALSE;
  if (block->kind == IK_BLOCK_HEADING)
    return TRUE;
  if (is_above_links (walk, i))
    return FALSE;
  if (walk->question == NULL || !walk->shape->has_body || i > walk->last_question)
    return TRUE;

  for (guint n = 0; n < MAX_BLOCKS_TO_QUESTION; n++)
    {
      const IkBlock *next = ik_pattern_next_text (walk->list, i, &i);
      const IkQuestionShape *shape = next != NULL
                                     ? ik_pattern_find_question (walk->pattern, next) : NULL;

      if (next == NULL || shape != NULL)
        return shape != NULL && shape <= walk->shape && !counts_anew_in_answer (walk, next);
    }

  return FALSE;
}

static guint
find_last_question (const IkBlockList *list,
                    const IkPattern   *pattern)
{
  for (guint i = list->blocks->len; i-- > 0;)
    {
      if (ik_pattern_find_question (pattern, list->blocks->pdata[i]) != NULL)
        return i;
    }

  return 0;
}

/* Whether the block goes on with the list below a label, so that it is no
 * question even if it looks like one. */
static gboolean
continues_labelled_list (const Walk    *walk,
                         const IkBlock *block,
                         const IkBlock *previous)
{
  if (walk->label == NULL || block->kind != IK_BLOCK_ITEM || previous == NULL ||
      block->marker.style == IK_MARKER_LONE || block->label != IK_LABEL_NONE)
    return FALSE;
  if (previous == walk->label)
    return walk->label->text[0] == '\0';

  return previous->kind == IK_BLOCK_ITEM && previous->depth >= block->depth && !block->gap &&
         (previous->depth > block->depth || previous->marker.style == block->marker.style) &&
         previous->label == IK_LABEL_NONE && walk->label->text[0] == '\0';
}

/* The pattern of another part holds there, not in the answers of this one. */
static gboolean
is_held_by_question (const Walk            *walk,
                     const IkBlock         *block,
                     const IkQuestionShape *shape)
{
  return walk->question != NULL && walk->shape->has_body && shape > walk->shape &&
         (block->kind != IK_BLOCK_HEADING ||
          (walk->question->kind == IK_BLOCK_HEADING && block->level > walk->question->level));
}

static gboolean
is_nested_request (const IkBlock *block,
                   const IkBlock *item)
{
  return block != NULL && block->kind == IK_BLOCK_ITEM && block->depth > item->depth &&
         block->asks;
}

/* A bullet that only describes a situation, with questions nested below it:
 * what asks further down in the same section still belongs to it, its indent
 * may be lost. */
static gboolean
take_scenario (Walk          *walk,
               guint          i,
               const IkBlock *block)
{
  if (block->kind != IK_BLOCK_ITEM)
    return FALSE;
  if (walk->scenario != NULL && block->asks &&
      walk->scenario->depth == block->depth)
    {
      walk->roles[i] = IK_ROLE_FOLLOW_UP;
      return TRUE;
    }
  walk->scenario = !block->asks && is_nested_request (get_block (walk, i + 1), block)
                   ? block : NULL;

  return FALSE;
}

/* Whether the list inside a question mostly asks; one that tells is a part of
 * the answer, with whatever word its entries begin. */
static gboolean
do_nested_ask (const Walk    *walk,
               guint          i,
               const IkBlock *question)
{
  guint n_items = 0;
  guint n_asking = 0;
  const IkBlock *block;

  if (question->kind != IK_BLOCK_ITEM)
    return FALSE;
  while ((block = get_block (walk, ++i)) != NULL && block->depth > question->depth)
    {
      n_items += block->kind == IK_BLOCK_ITEM;
      n_asking += block->kind == IK_BLOCK_ITEM && block->asks;
    }

  return n_asking * 2 >= n_items;
}

static void
start_question (Walk                  *walk,
                guint                  i,
                const IkBlock         *block,
                const IkQuestionShape *shape)
{
  walk->ended = FALSE;
  walk->question = block;
  walk->shape = shape;
  walk->label = NULL;
  walk->field = IK_ROLE_ANSWER;
  walk->wants_prompt = shape->prompt_below;
  walk->nested_ask = do_nested_ask (walk, i, block);
  walk->option = NULL;
  walk->body = i + 1;
  walk->in_section = FALSE;
  walk->roles[i] = IK_ROLE_PROMPT;
}

static void
start_section (Walk  *walk,
               guint  i)
{
  const IkBlock *block = walk->list->blocks->pdata[i];

  close_question (walk);
  walk->ended = FALSE;
  walk->in_section = TRUE;
  walk->code_above = FALSE;
  walk->scenario = NULL;
  if (block->kind == IK_BLOCK_HEADING)
    walk->heading = block;
  walk->roles[i] = IK_ROLE_SECTION;
}

static gboolean
is_navigation (const IkBlock *block)
{
  return block->linked && (block->kind == IK_BLOCK_ITEM || strstr (block->source, "](#") != NULL);
}

static gboolean
ends_with_colon (const char *text)
{
  return g_str_has_suffix (text, ":") || g_str_has_suffix (text, "：");
}

/* Code right below a question belongs to it where nothing else does, or where
 * the question speaks of it. */
static gboolean
is_code_of_question (const Walk *walk,
                     guint       i)
{
  if (!walk->shape->has_body || ends_with_colon (walk->question->text))
    return TRUE;
  if (i > walk->body + MAX_BLOCKS_TO_CODE)
    return FALSE;
  for (guint k = walk->body; k < i; k++)
    {
      const IkBlock *block = walk->list->blocks->pdata[k];

      if (block->kind != IK_BLOCK_CODE && ik_block_is_text (block))
        return FALSE;
    }

  return ik_asking_refers_below (walk->question->text);
}

/* Text below the question that no label names. */
static IkRole
role_in_body (Walk          *walk,
              guint          i,
              const IkBlock *block)
{
  const IkBlock *question = walk->question;
  gboolean nested = question->kind == IK_BLOCK_ITEM && block->depth > question->depth;

  if (block->in_summary)
    return block->kind == IK_BLOCK_PARAGRAPH ? IK_ROLE_WORDING : IK_ROLE_DETAILS;
  if (block->task)
    return IK_ROLE_DETAILS;
  if (walk->wants_prompt)
    {
      if (block->kind == IK_BLOCK_PARAGRAPH && (!block->linked || block->asks))
        return IK_ROLE_WORDING;
      if (block->linked)
        return IK_ROLE_REFERENCE;
      return IK_ROLE_DETAILS;
    }
  if (nested && block->kind == IK_BLOCK_ITEM && walk->nested_ask && block->asks)
    return IK_ROLE_FOLLOW_UP;
  if (block->kind == IK_BLOCK_CODE && is_code_of_question (walk, i))
    return IK_ROLE_DETAILS;
  if (nested && block->kind == IK_BLOCK_ITEM && ends_with_colon (question->text))
    return IK_ROLE_DETAILS;

  return IK_ROLE_ANSWER;
}

/* Whether a block still belongs to the open question. */
static gboolean
is_in_body (const Walk    *walk,
            const IkBlock *block)
{
  const IkBlock *question = walk->question;

  if (walk->shape->has_body || walk->wants_prompt || block->in_summary || block->task ||
      block->depth > question->depth || block->kind == IK_BLOCK_CODE)
    return TRUE;
  if (block->label != IK_LABEL_NONE)
    return block->label != IK_LABEL_SOURCE || question->kind == IK_BLOCK_HEADING;

  return walk->label != NULL && (block->kind == IK_BLOCK_ITEM || !is_list_field (walk->field));
}

/* Text between the question and what is marked as the answer, or the options
 * to choose from, is part of the question. */
static void
turn_into_details (Walk  *walk,
                   guint  end)
{
  for (guint i = walk->body; i < end; i++)
    {
      if (walk->roles[i] == IK_ROLE_ANSWER)
        walk->roles[i] = IK_ROLE_DETAILS;
    }
  walk->body = end;
}

/* Code and text inside an option, or right below one that is only a letter. */
static gboolean
belongs_to_option (const Walk    *walk,
                   const IkBlock *block)
{
  return walk->option != NULL && walk->label == NULL && block->label == IK_LABEL_NONE &&
         (block->depth > walk->option->depth || block->kind == IK_BLOCK_CODE);
}

/* A heading without a label ends a field that no heading above it opened. */
static gboolean
is_subheading (const Walk    *walk,
               const IkBlock *block)
{
  return block->kind == IK_BLOCK_HEADING && walk->label != NULL &&
         walk->field != IK_ROLE_ANSWER &&
         (walk->label->kind != IK_BLOCK_HEADING || walk->label->level >= block->level);
}

static void
take_body (Walk          *walk,
           guint          i,
           const IkBlock *block)
{
  gboolean labelled = block->label > IK_LABEL_QUESTION && block->label < IK_LABEL_OTHER;

  if (labelled)
    {
      if (block->label == IK_LABEL_ANSWER && walk->label == NULL)
        turn_into_details (walk, i);
      walk->label = block;
      walk->field = role_of_label (block->label);
      walk->wants_prompt = FALSE;
      walk->roles[i] = walk->field;
      return;
    }
  if (is_subheading (walk, block))
    {
      walk->label = NULL;
      walk->field = IK_ROLE_ANSWER;
    }
  /* A paragraph ends a list that began in the label's own line. */
  if (walk->label != NULL && block->kind != IK_BLOCK_ITEM && block->depth <= walk->label->depth &&
      (walk->label->text[0] != '\0' || block->label == IK_LABEL_OTHER) &&
      (is_list_field (walk->field) || walk->field >= IK_ROLE_REFERENCE))
    {
      walk->label = NULL;
      walk->field = IK_ROLE_ANSWER;
    }
  if (block->linked && ik_label_lookup (block->text, -1) == IK_LABEL_SOURCE)
    walk->roles[i] = IK_ROLE_REFERENCE;
  else if (walk->label != NULL)
    walk->roles[i] = is_navigation (block) && walk->field != IK_ROLE_REFERENCE
                     ? IK_ROLE_NAVIGATION : walk->field;
  else if (is_navigation (block))
    walk->roles[i] = IK_ROLE_NAVIGATION;
  else if (belongs_to_option (walk, block))
    walk->roles[i] = IK_ROLE_DETAILS;
  else
    walk->roles[i] = role_in_body (walk, i, block);

  if (block->task && walk->label == NULL)
    {
      if (walk->option == NULL)
        turn_into_details (walk, i);
      walk->option = block;
    }
}

/* What stands outside of any question. */
static void
take_loose (Walk          *walk,
            guint          i,
            const IkBlock *block)
{
  if (block->linked)
    walk->roles[i] = IK_ROLE_NAVIGATION;
  else if (walk->in_section && block->kind == IK_BLOCK_PARAGRAPH)
    walk->roles[i] = IK_ROLE_INTRODUCTION;
  else
    walk->roles[i] = IK_ROLE_NO_QUESTION;
}

static gboolean
begins_end_matter (const Walk    *walk,
                   guint          i,
                   const IkBlock *block)
{
  if (block->label != IK_LABEL_CONTENTS && block->label != IK_LABEL_END_MATTER)
    return FALSE;

  return block->kind == IK_BLOCK_HEADING ? ik_shape_get_level (block->shape) <=
         MAX (1u, walk->question != NULL && walk->question->kind == IK_BLOCK_HEADING
                  ? walk->question->level : 6u)
                                         : i > walk->last_question || walk->question == NULL;
}

/* No heading of the question's own rank, or of the rank of the one above it,
 * stands in an answer. */
static guint
closing_level (const Walk *walk)
{
  if (walk->question->kind == IK_BLOCK_HEADING)
    return walk->question->level;

  return walk->heading != NULL ? walk->heading->level : 0;
}

static gboolean
closes_question (const Walk    *walk,
                 const IkBlock *block,
                 const IkBlock *previous)
{
  if (walk->label != NULL && previous == walk->label && previous->text[0] == '\0')
    return FALSE; /* what a label announces */

  return walk->question != NULL && block->kind == IK_BLOCK_HEADING &&
         block->label != IK_LABEL_ANSWER && block->level <= closing_level (walk);
}

/* "Question: …" below an answer and above one is a question, whatever the
 * others look like. */
static gboolean
opens_labelled_question (const Walk    *walk,
                         guint          i,
                         const IkBlock *block)
{
  const IkBlock *next;

  if (block->label != IK_LABEL_QUESTION || block->text[0] == '\0' || walk->question == NULL ||
      walk->body == i)
    return FALSE;
  for (guint k = i; k > walk->body; k--)
    {
      if (walk->roles[k - 1] == IK_ROLE_DECORATION || walk->roles[k - 1] == IK_ROLE_NAVIGATION)
        continue;
      if (walk->roles[k - 1] != IK_ROLE_ANSWER)
        return FALSE;
      break;
    }
  next = ik_pattern_next_text (walk->list, i, NULL);

  return next != NULL && next->label == IK_LABEL_ANSWER;
}

/* Where the first question of a section has its code above it, so have the
 * others: "Question: …" speaks of what stands there. */
static gboolean
is_code_above (Walk          *walk,
               guint          i,
               const IkBlock *block)
{
  const IkBlock *next = block->kind == IK_BLOCK_CODE ? get_block (walk, i + 1) : NULL;

  if (next == NULL || next->kind != IK_BLOCK_PARAGRAPH || next->text[0] == '\0' ||
      (next->label != IK_LABEL_QUESTION && next->marker.style != IK_MARKER_QUESTION) ||
      ik_pattern_find_question (walk->pattern, next) == NULL)
    return FALSE;
  walk->code_above = walk->code_above || walk->question == NULL;

  return walk->code_above;
}

static void
take_block (Walk          *walk,
            guint          i,
            const IkBlock *block,
            const IkBlock *previous)
{
  const IkQuestionShape *shape = ik_pattern_find_question (walk->pattern, block);

  if (block->kind == IK_BLOCK_HEADING && walk->question == NULL)
    walk->heading = block;
  if (block->kind == IK_BLOCK_METADATA)
    walk->roles[i] = IK_ROLE_TITLE;
  else if (block->kind == IK_BLOCK_RULE || block->kind == IK_BLOCK_MARKUP)
    walk->roles[i] = IK_ROLE_DECORATION;
  else if (begins_end_matter (walk, i, block))
    {
      close_question (walk);
      walk->ended = TRUE;
      walk->in_section = FALSE;
      walk->end_level = block->label == IK_LABEL_CONTENTS && block->level > 0 ? LOWEST_LEVEL
                                                                              : block->level;
      walk->roles[i] = block->label == IK_LABEL_CONTENTS ? IK_ROLE_NAVIGATION : IK_ROLE_END_MATTER;
    }
  else if (walk->ended && !(block->kind == IK_BLOCK_HEADING && block->level <= walk->end_level) &&
           (walk->end_level > 0 || shape == NULL))
    walk->roles[i] = block->linked ? IK_ROLE_NAVIGATION : IK_ROLE_END_MATTER;
  else if (is_code_above (walk, i, block))
    {
      close_question (walk);
      walk->roles[i] = IK_ROLE_AHEAD;
    }
  else if (shape == NULL && opens_labelled_question (walk, i, block))
    {
      walk->ended = FALSE;
      start_question (walk, i, block, walk->shape);
      walk->wants_prompt = FALSE;
    }
  else if (shape != NULL && !heads_questions (walk, i, block) &&
           !continues_labelled_list (walk, block, previous) &&
           !is_held_by_question (walk, block, shape) && !counts_anew_in_answer (walk, block))
    {
      walk->ended = FALSE;
      if (!take_scenario (walk, i, block))
        start_question (walk, i, block, shape);
    }
  else if (opens_section (walk, i, block))
    start_section (walk, i);
  else
    {
      walk->ended = FALSE;
      if (closes_question (walk, block, previous) ||
          (walk->question != NULL && !is_in_body (walk, block)))
        close_question (walk);
      if (block->kind == IK_BLOCK_HEADING && walk->question == NULL)
        walk->heading = block;
      if (walk->question != NULL)
        take_body (walk, i, block);
      else
        take_loose (walk, i, block);
    }
}

/* What a person said a block is. What is below a question of theirs belongs to
 * it as it would below any other. */
static void
take_forced (Walk          *walk,
             guint          i,
             const IkBlock *block)
{
  static const IkQuestionShape any = { .has_body = TRUE };
  const GArray *shapes = walk->pattern->questions;

  if (walk->forced[i] == IK_ROLE_PROMPT)
    start_question (walk, i, block, shapes->len > 0
                    ? &g_array_index (shapes, IkQuestionShape, 0) : &any);
  else if (walk->forced[i] == IK_ROLE_SECTION)
    start_section (walk, i);
  else
    walk->roles[i] = walk->forced[i];
}

/**
 * ik_roles_assign:
 * @list: blocks with labels
 * @pattern: the pattern of the document
 * @forced: (nullable) (array): for each block the role that a person gave it,
 *   else %IK_ROLE_UNKNOWN
 *
 * Gives each block its role by one walk from top to bottom; linear.
 *
 * Returns: (transfer full) (array): a role for each block; free with g_free()
 */
IkRole *
ik_roles_assign (const IkBlockList *list,
                 const IkPattern   *pattern,
                 const IkRole      *forced)
{
  Walk walk = {
    .list = list,
    .pattern = pattern,
    .forced = forced,
    .roles = g_new0 (IkRole, list->blocks->len + 1),
    .last_question = find_last_question (list, pattern),
  };

  for (guint i = 0; i < list->blocks->len; i++)
    {
      const IkBlock *block = list->blocks->pdata[i];

      ik_block_list_prefetch (list, i + IK_BLOCK_LIST_AHEAD);
      if (forced != NULL && forced[i] != IK_ROLE_UNKNOWN)
        take_forced (&walk, i, block);
      else
        take_block (&walk, i, block, i > 0 ? list->blocks->pdata[i - 1] : NULL);
    }

  return walk.roles;
}
