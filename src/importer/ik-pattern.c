#include "ik-pattern.h"

#include <string.h>

#include "ik-asking.h"

/* A shape must ask so much on average, one of a smaller part more than that of
 * the main part; among those that do, what has answers,
 * labels or its own marker below it is more likely to be the question. */
#define LEAST_MEAN 0.55
#define LEAST_MEAN_OF_PART 0.75
#define LEAST_COUNT 2
#define LEAST_SHARE_OF_FEW 4
#define BONUS_BODY 0.2
#define BONUS_LABEL 0.6
#define BONUS_MARKER 0.3
#define MALUS_PLAIN 0.5
#define MALUS_BELOW 0.9

/* From this share of questions on, text that follows belongs to them. */
#define BODY_SHARE 0.25

/* Titles that hardly ask are questions all the same where nothing else is: so
 * many headings of which enough ask, or so many that count on. */
#define LEAST_TOPICS 10
#define LEAST_TOPICS_PERCENT 30
#define LEAST_COUNTED_TOPICS 20
#define LEAST_TIMES_TOPICS 8
#define SURELY_ASKING 0.85

#define SECTION_SHARE_HEADING 0.3
#define SECTION_SHARE 0.6
#define NEAR_BLOCKS 3
#define MAX_LEVEL 6u

/* What is known of a shape. */
typedef struct
{
  IkShape shape;
  guint   n;
  double  asking;       /* sum of scores */
  double  asking_below; /* the same of the text below */
  guint   n_bodies;
  guint   n_labels;
  guint   n_fields;     /* with something labelled right below */
  guint   n_asking;     /* that surely ask */
  guint   n_counted;    /* that count on from the one above, or anew */
  guint   last_number;
  guint   n_in_sentence; /* nested in an item that is no title */
  guint   first;
} Statistics;

/**
 * ik_pattern_new:
 *
 * Returns: (transfer full): a pattern that nothing fits
 */
IkPattern *
ik_pattern_new (void)
{
  IkPattern *self = g_new0 (IkPattern, 1);

  self->questions = g_array_new (FALSE, FALSE, sizeof (IkQuestionShape));
  self->sections = g_hash_table_new (NULL, NULL);

  return self;
}

/**
 * ik_pattern_free:
 * @self: (transfer full): a pattern
 */
void
ik_pattern_free (IkPattern *self)
{
  g_array_unref (self->questions);
  g_hash_table_unref (self->sections);
  g_free (self);
}

/**
 * ik_pattern_find_question:
 * @self: a pattern
 * @block: a block
 *
 * Returns: (nullable) (transfer none): the shape that makes the block a
 *   question
 */
const IkQuestionShape *
ik_pattern_find_question (const IkPattern *self,
                          const IkBlock   *block)
{
  IkShape shape = block->shape;

  if (shape == 0 || block->label > IK_LABEL_QUESTION)
    return NULL;
  for (guint i = 0; i < self->questions->len; i++)
    {
      const IkQuestionShape *question = &g_array_index (self->questions, IkQuestionShape, i);

      if (question->shape == shape)
        return question;
    }

  return NULL;
}

/**
 * ik_pattern_add_title:
 * @self: a pattern
 * @shape: the shape of a title that is a question, see ik_shape_release_title()
 *
 * Makes the title the question, and all below it its answer.
 */
void
ik_pattern_add_title (IkPattern *self,
                      IkShape    shape)
{
  IkQuestionShape question = { .shape = shape, .has_body = TRUE };

  g_array_append_val (self->questions, question);
}

/**
 * ik_pattern_is_plain:
 * @self: a pattern
 *
 * Returns: whether its questions are paragraphs like any other
 */
gboolean
ik_pattern_is_plain (const IkPattern *self)
{
  return self->questions->len > 0 &&
         ik_shape_is_plain (g_array_index (self->questions, IkQuestionShape, 0).shape);
}

/**
 * ik_pattern_may_open_section:
 * @self: a pattern
 * @block: a block
 *
 * Returns: whether it looks like what opens sections here
 */
gboolean
ik_pattern_may_open_section (const IkPattern *self,
                             const IkBlock   *block)
{
  IkShape shape = block->shape;

  return shape != 0 && g_hash_table_contains (self->sections, GUINT_TO_POINTER (shape)) &&
         (block->kind == IK_BLOCK_HEADING || block->title);
}

/**
 * ik_pattern_next_text:
 * @list: blocks
 * @index: index of a block
 * @out_index: (out) (optional): index of the block found
 *
 * Returns: (nullable) (transfer none): the next block that isn't decoration
 */
const IkBlock *
ik_pattern_next_text (const IkBlockList *list,
                      guint              index,
                      guint             *out_index)
{
  for (guint i = index + 1; i < list->blocks->len; i++)
    {
      const IkBlock *block = list->blocks->pdata[i];

      if (block->kind == IK_BLOCK_RULE || block->kind == IK_BLOCK_MARKUP || block->linked)
        continue;
      if (out_index != NULL)
        *out_index = i;
      return block;
    }

  return NULL;
}

static gboolean
is_body (const IkBlock *block,
         const IkBlock *next,
         IkShape        shape)
{
  if (next == NULL || next->shape == shape)
    return FALSE;
  if (next->label > IK_LABEL_QUESTION && next->label <= IK_LABEL_OTHER)
    return TRUE;
  if (next->kind == IK_BLOCK_HEADING)
    return FALSE;
  if (block->kind == IK_BLOCK_ITEM)
    return next->depth <= block->depth && !next->title;

  return TRUE;
}

static Statistics *
look_up (GHashTable *table,
         IkShape     shape,
         guint       index)
{
  Statistics *statistics = g_hash_table_lookup (table, GUINT_TO_POINTER (shape));

  if (statistics == NULL)
    {
      statistics = g_new0 (Statistics, 1);
      statistics->shape = shape;
      statistics->first = index;
      g_hash_table_insert (table, GUINT_TO_POINTER (shape), statistics);
    }

  return statistics;
}

static void
count_block (GHashTable        *table,
             const IkBlockList *list,
             guint              i,
             const IkBlock     *parent)
{
  const IkBlock *block = list->blocks->pdata[i];
  const IkBlock *next = ik_pattern_next_text (list, i, NULL);
  Statistics *statistics = look_up (table, block->shape, i);

  statistics->n++;
  statistics->asking += block->asking / 100.0;
  statistics->n_bodies += is_body (block, next, statistics->shape);
  statistics->n_labels += next != NULL && next->label == IK_LABEL_ANSWER;
  statistics->n_fields += next != NULL && ik_label_is_field (next->label);
  statistics->n_asking += block->asking / 100.0 >= SURELY_ASKING;
  statistics->n_counted += block->marker.number > 0 &&
                           (block->marker.number == 1 ||
                            block->marker.number == statistics->last_number + 1);
  statistics->last_number = block->marker.number;
  statistics->n_in_sentence += parent != NULL && !parent->title;
  if (next != NULL && next->kind == IK_BLOCK_PARAGRAPH)
    statistics->asking_below += next->asking / 100.0;
}

/* Skips the list right below a label: its items belong to a field. */
static guint
skip_labelled_list (const IkBlockList *list,
                    guint              label)
{
  guint i = label + 1;
  const IkBlock *first;

  if (i >= list->blocks->len)
    return i;
  first = list->blocks->pdata[i];
  if (first->kind != IK_BLOCK_ITEM || first->marker.style == IK_MARKER_LONE)
    return i;
  for (; i < list->blocks->len; i++)
    {
      const IkBlock *block = list->blocks->pdata[i];

      if (block->depth < first->depth ||
          (block->depth == first->depth &&
           (block->kind != IK_BLOCK_ITEM || block->marker.style != first->marker.style ||
            block->label != IK_LABEL_NONE)))
        break;
    }

  return i;
}

static GHashTable *
count_shapes (const IkBlockList *list,
              const guint8      *taken)
{
  GHashTable *table = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  const IkBlock *parents[16] = { NULL };

  for (guint i = 0; i < list->blocks->len; i++)
    {
      const IkBlock *block = list->blocks->pdata[i];

      ik_block_list_prefetch (list, i + IK_BLOCK_LIST_AHEAD);
      if (block->kind == IK_BLOCK_ITEM && block->depth < G_N_ELEMENTS (parents))
        parents[block->depth] = block;
      if (block->label > IK_LABEL_QUESTION && block->text[0] == '\0')
        {
          i = skip_labelled_list (list, i) - 1;
          continue;
        }
      if ((taken != NULL && taken[i]) || block->label > IK_LABEL_QUESTION ||
          block->shape == 0)
        continue;
      count_block (table, list, i, block->depth > 0
                   ? parents[MIN (block->depth, G_N_ELEMENTS (parents)) - 1] : NULL);
    }

  return table;
}

/* One or two may be chance, unless two both ask and look alike. */
static gboolean
is_rare (const Statistics *statistics,
         double            mean)
{
  return statistics->n < LEAST_COUNT ||
         (statistics->n == LEAST_COUNT &&
          (mean < LEAST_MEAN_OF_PART || ik_shape_is_plain (statistics->shape)));
}

static double
judge (const Statistics *statistics,
       guint             n_blocks,
       guint             n_questions,
       gboolean         *below)
{
  double n = statistics->n;
  double mean = statistics->asking / n;
  double mean_below = statistics->asking_below / n;
  double least = statistics->n < n_questions ? LEAST_MEAN_OF_PART : LEAST_MEAN;
  double score;

  *below = ik_shape_is_heading (statistics->shape) && mean < LEAST_MEAN &&
           mean_below * MALUS_BELOW > mean && n > LEAST_COUNT;
  if (*below)
    mean = mean_below * MALUS_BELOW;
  if (mean < least ||
      statistics->n_in_sentence * 2 > statistics->n ||
      (n_questions > 0 && (ik_shape_is_plain (statistics->shape) || statistics->n < LEAST_COUNT)) ||
      (is_rare (statistics, mean) && statistics->n * LEAST_SHARE_OF_FEW < n_blocks))
    return 0;

  score = mean * n / (n + 2);
  score *= 1 + BONUS_BODY * statistics->n_bodies / n + BONUS_LABEL * statistics->n_labels / n;
  if (ik_shape_is_numbered_question (statistics->shape))
    score *= 1 + BONUS_MARKER;

  return ik_shape_is_plain (statistics->shape) ? score * MALUS_PLAIN : score;
}

/* Whether these are headings with text below, so many that they may be topics. */
static gboolean
are_topics (const Statistics *statistics)
{
  return ik_shape_is_heading (statistics->shape) && statistics->n >= LEAST_TOPICS &&
         statistics->n_bodies * 2 > statistics->n;
}

/* Finds the best shape; the first one in the document wins a draw, whatever the
 * hash order. */
static const Statistics *
find_best (GHashTable *table,
           guint       n_blocks,
           guint       n_questions,
           gboolean   *best_below)
{
  const Statistics *best = NULL;
  double best_score = 0;
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Statistics *statistics = value;
      gboolean below;
      double score = judge (statistics, n_blocks, n_questions, &below);

      if (score > best_score || (score > 0 && score >= best_score && best != NULL &&
                                 statistics->first < best->first))
        {
          best = statistics;
          best_score = score;
          *best_below = below;
        }
    }

  return best;
}

/* The highest level comes first, then what stands first. */
static gboolean
is_before (const Statistics *statistics,
           const Statistics *other)
{
  guint level = ik_shape_get_level (statistics->shape);
  guint other_level = other != NULL ? ik_shape_get_level (other->shape) : G_MAXUINT;

  return level < other_level || (level == other_level && statistics->first < other->first);
}

/* Finds topics of which some ask or which count. */
static const Statistics *
find_topics (GHashTable *table)
{
  const Statistics *best = NULL;
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      if (are_topics (value) && is_before (value, best))
        best = value;
    }
  if (best == NULL || best->n_asking * 100 >= best->n * LEAST_TOPICS_PERCENT ||
      (best->n >= LEAST_COUNTED_TOPICS && best->n_counted * 10 >= best->n * 9))
    return best;

  return NULL;
}

/* Finds titles that mostly have something labelled below them. */
static const Statistics *
find_labelled (GHashTable *table)
{
  const Statistics *best = NULL;
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Statistics *statistics = value;

      if (statistics->n > LEAST_COUNT && statistics->n_fields * 2 > statistics->n &&
          is_before (statistics, best))
        best = statistics;
    }

  return best;
}

/* Where nothing asks, or so little that it may be part of an answer, topics are
 * questions. */
static const Statistics *
find_without_asking (GHashTable       *table,
                     const Statistics *asking)
{
  const Statistics *topics = find_topics (table);

  if (topics != NULL && (asking == NULL || asking->n * LEAST_TIMES_TOPICS <= topics->n))
    return topics;

  return asking != NULL ? asking : find_labelled (table);
}

/**
 * ik_pattern_learn_questions:
 * @self: a pattern
 * @list: blocks with labels
 * @taken: (nullable) (array): for each block, whether it has a place in the
 *   pattern so far
 *
 * Adds the shape that most likely asks the questions, among the blocks that
 * have no place yet. Where nothing asks, topics are questions. Linear.
 *
 * Returns: whether there was one
 */
gboolean
ik_pattern_learn_questions (IkPattern         *self,
                            const IkBlockList *list,
                            const guint8      *taken)
{
  g_autoptr(GHashTable) table = count_shapes (list, taken);
  const Statistics *best;
  gboolean below = FALSE;
  IkQuestionShape question;

  best = find_best (table, list->blocks->len, self->n_questions, &below);
  if (self->questions->len == 0)
    {
      const Statistics *asking = best;

      best = find_without_asking (table, asking);
      below = below && best == asking;
    }
  if (best == NULL)
    return FALSE;

  question.shape = best->shape;
  question.has_body = ik_shape_is_heading (best->shape) ||
                      best->n_bodies >= BODY_SHARE * best->n;
  question.prompt_below = below;
  g_array_append_val (self->questions, question);

  return TRUE;
}

static gboolean
is_title_here (const IkPattern *self,
               const IkBlock   *block)
{
  return block->shape != 0 && block->label != IK_LABEL_OTHER && !block->task &&
         !(block->marker.style == IK_MARKER_QUESTION && block->marker.number > 0) &&
         ik_pattern_find_question (self, block) == NULL &&
         (block->kind == IK_BLOCK_HEADING ||
          ((block->kind == IK_BLOCK_PARAGRAPH || block->kind == IK_BLOCK_ITEM) &&
           block->title));
}

typedef struct
{
  guint       n;
  guint       n_direct;
  guint       n_near;
  guint       n_repeated;
  const char *text;       /* of the one below */
} Openings;

static void
count_opening (GHashTable    *table,
               const IkBlock *block,
               guint          distance,
               const IkBlock *next)
{
  IkShape shape = block->shape;
  Openings *openings = g_hash_table_lookup (table, GUINT_TO_POINTER (shape));

  if (openings == NULL)
    {
      openings = g_new0 (Openings, 1);
      g_hash_table_insert (table, GUINT_TO_POINTER (shape), openings);
    }
  openings->n++;
  openings->n_repeated += g_strcmp0 (openings->text, block->text) == 0;
  openings->text = block->text;
  /* A bullet is a title only of what is nested in it */
  openings->n_direct += distance == 0 && next->depth >= ik_shape_get_depth (shape) &&
                        (!ik_shape_is_bullet (shape) || next->depth > 0);
  openings->n_near += distance <= NEAR_BLOCKS;
}

/* For each shape of a title, how often a question follows: right away, where
 * other titles between don't count, or after a few blocks of text. Goes
 * backward, so that each block is looked at once. */
static GHashTable *
count_openings (const IkPattern   *self,
                const IkBlockList *list)
{
  GHashTable *table = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  const guint far = NEAR_BLOCKS + 1;
  guint distance = far;          /* from the block above to a question */
  gboolean heading_next = FALSE;
  const IkBlock *next = NULL;    /* the text below */

  for (guint i = list->blocks->len; i-- > 0;)
    {
      const IkBlock *block = list->blocks->pdata[i];

      ik_block_list_prefetch (list, i - IK_BLOCK_LIST_AHEAD);
      if (block->kind == IK_BLOCK_RULE || block->kind == IK_BLOCK_MARKUP || block->linked)
        continue;
      if (ik_pattern_find_question (self, block) != NULL)
        distance = 0;
      else if (is_title_here (self, block))
        {
          if (next != NULL && next->shape == block->shape)
            distance = far; /* one of a list */
          count_opening (table, block, distance, next);
        }
      else
        distance = heading_next ? far : MIN (distance + 1, far);
      heading_next = block->kind == IK_BLOCK_HEADING && distance > 0;
      next = block;
    }

  return table;
}

/* The lowest level of the headings that are questions themselves, or more than
 * there are. */
static guint
question_level (const IkPattern *self)
{
  guint level = MAX_LEVEL + 1;

  for (guint i = 0; i < self->questions->len; i++)
    {
      IkShape shape = g_array_index (self->questions, IkQuestionShape, i).shape;

      if (ik_shape_is_heading (shape))
        level = MIN (level, ik_shape_get_level (shape));
    }

  return level;
}

static gboolean
opens_sections (IkShape         shape,
                const Openings *openings,
                guint           limit)
{
  if (!ik_shape_is_heading (shape))
    return openings->n_direct >= SECTION_SHARE * openings->n &&
           openings->n_repeated * 2 <= openings->n; /* else it names a field */

  return ik_shape_get_level (shape) < limit ||
         (limit > MAX_LEVEL && openings->n_near >= SECTION_SHARE * openings->n) ||
         openings->n_direct >= SECTION_SHARE_HEADING * openings->n;
}

/**
 * ik_pattern_learn_sections:
 * @self: a pattern with its questions
 * @list: blocks
 *
 * Learns what opens a section: headings above the questions' level, and titles
 * that mostly stand right above a question. Where headings do it, or ask the
 * questions, a short line without a mark is none. Linear.
 */
void
ik_pattern_learn_sections (IkPattern         *self,
                           const IkBlockList *list)
{
  g_autoptr(GHashTable) table = count_openings (self, list);
  guint limit = question_level (self);
  gboolean headings = self->questions->len > 0 &&
                      ik_shape_is_heading (g_array_index (self->questions, IkQuestionShape, 0).shape);
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_remove_all (self->sections);
  for (guint pass = 0; pass < 2; pass++)
    {
      g_hash_table_iter_init (&iter, table);
      while (g_hash_table_iter_next (&iter, &key, &value))
        {
          IkShape shape = GPOINTER_TO_UINT (key);

          if (ik_shape_is_heading (shape) != (pass == 0) ||
              (headings && ik_shape_is_plain (shape)) || !opens_sections (shape, value, limit))
            continue;
          g_hash_table_add (self->sections, key);
          headings = headings || (pass == 0 && ((Openings *) value)->n_direct > 1);
        }
    }
}
