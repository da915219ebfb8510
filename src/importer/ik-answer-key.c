#include "ik-answer-key.h"

#include <string.h>

#include "ik-answer-line.h"

/* Fewer numbered answers may be the parts of one. */
#define LEAST_ANSWERS 2

/* A list of answers that counts as the questions above it do. */
typedef struct
{
  guint   label;    /* index of the block that names the list */
  guint   end;      /* index of the first block behind it */
  GArray *prompts;  /* (element-type guint): index of each question, in order */
  GArray *answers;  /* (element-type guint): where each answer begins */
  GArray *owners;   /* (element-type guint): the question of each, as its place in @prompts */
} Key;

static const IkBlock *
get_block (const IkBlockList *list,
           guint              i)
{
  return list->blocks->pdata[i];
}

/* What an answer counts: "3. …", "A3. …"; 0 for what counts nothing. */
static guint
find_number (const IkBlock *block,
             guint          last)
{
  guint number;

  if (block->marker.style == IK_MARKER_NUMBER)
    return block->marker.number;
  if (block->label == IK_LABEL_ANSWER && g_strcmp0 (ik_block_get_label_text (block), "A") == 0)
    return last; /* of the question right above, which lost its number to the label */

  return ik_marker_parse_answer (block->text, &number) > 0 ? number : 0;
}

/* The questions above the list, from the last one that begins to count; none
 * of them has an answer. */
static void
find_prompts (const IkBlockList *list,
              const IkRole      *roles,
              Key               *key)
{
  guint below = G_MAXUINT;

  for (guint i = key->label; i-- > 0 && below > 1 && roles[i] != IK_ROLE_ANSWER;)
    {
      guint number;

      if (roles[i] != IK_ROLE_PROMPT)
        continue;
      number = get_block (list, i)->marker.number;
      if (number == 0 || number >= below)
        break;
      g_array_append_val (key->prompts, i);
      below = number;
    }
  for (guint i = 0, k = key->prompts->len; i + 1 < k; i++, k--)
    {
      guint *first = &g_array_index (key->prompts, guint, i);
      guint *last = &g_array_index (key->prompts, guint, k - 1);
      guint other = *first;

      *first = *last;
      *last = other;
    }
}

static guint
get_prompt_number (const IkBlockList *list,
                   const Key         *key,
                   guint              place)
{
  return get_block (list, g_array_index (key->prompts, guint, place))->marker.number;
}

/* The question in whose place the answer with @number stands, from @place on;
 * the number of all where there is none. */
static guint
find_place (const IkBlockList *list,
            const Key         *key,
            guint              place,
            guint              number)
{
  while (place < key->prompts->len && get_prompt_number (list, key, place) < number)
    place++;

  return place < key->prompts->len && get_prompt_number (list, key, place) == number
         ? place : key->prompts->len;
}

/* Collects the answers; each must count a question of its own, in order.
 * Returns whether they do. */
static gboolean
find_answers (const IkBlockList *list,
              const IkRole      *roles,
              Key               *key)
{
  guint last_number = get_prompt_number (list, key, key->prompts->len - 1);
  guint place = 0;
  guint depth = G_MAXUINT;
  guint i;

  for (i = key->label + 1; i < list->blocks->len &&
       (roles[i] == IK_ROLE_ANSWER || roles[i] == IK_ROLE_DECORATION); i++)
    {
      const IkBlock *block = get_block (list, i);
      guint number = block->depth <= depth && ik_block_is_text (block)
                     ? find_number (block, last_number) : 0;

      if (key->answers->len == 0)
        {
          if (roles[i] == IK_ROLE_DECORATION)
            continue;
          if (number == 0)
            return FALSE;
          depth = block->depth;
        }
      if (number == 0)
        continue;
      place = find_place (list, key, place, number);
      if (place == key->prompts->len)
        return FALSE;
      g_array_append_val (key->answers, i);
      g_array_append_val (key->owners, place);
      place++;
    }
  key->end = i;

  return key->answers->len >= LEAST_ANSWERS && key->answers->len * 2 >= key->prompts->len;
}

/* Whether the block has the list's title to itself: "Answers". */
static gboolean
is_title (const IkBlock *block)
{
  return block->text[0] == '\0';
}

static void
strip_number (IkBlock *block)
{
  guint number;
  gsize in_text = ik_marker_parse_answer (block->text, &number);

  if (in_text > 0)
    ik_block_cut_start (block, in_text, ik_marker_parse_answer (block->source, &number));
  block->kind = IK_BLOCK_PARAGRAPH;
  block->marker.style = IK_MARKER_NONE;
}

typedef struct
{
  GPtrArray *blocks;
  IkRole    *roles;
} Order;

static void
append (Order             *order,
        const IkBlockList *list,
        const IkRole      *roles,
        guint              first,
        guint              end)
{
  for (guint i = first; i < end; i++)
    {
      order->roles[order->blocks->len] = roles[i];
      g_ptr_array_add (order->blocks, list->blocks->pdata[i]);
    }
}

/* Where the question in @place ends, before the next one or what stands above
 * that. */
static guint
find_end (const Key    *key,
          const IkRole *roles,
          guint         place)
{
  guint i = g_array_index (key->prompts, guint, place) + 1;

  if (place + 1 == key->prompts->len)
    return g_array_index (key->answers, guint, 0);
  while (roles[i] != IK_ROLE_PROMPT && roles[i] != IK_ROLE_SECTION &&
         roles[i] != IK_ROLE_INTRODUCTION && roles[i] != IK_ROLE_AHEAD)
    i++;

  return i;
}

/* Puts each answer behind what its question has. */
static void
move_answers (IkBlockList *list,
              IkRole      *roles,
              const Key   *key)
{
  g_autofree IkRole *moved = g_new (IkRole, list->blocks->len);
  g_autoptr(GPtrArray) blocks = g_ptr_array_sized_new (list->blocks->len);
  Order order = { blocks, moved };
  guint answer = 0;
  guint end = 0;

  for (guint place = 0; place < key->prompts->len; place++)
    {
      guint question_end = find_end (key, roles, place);
      guint answer_end = answer + 1 < key->answers->len
                         ? g_array_index (key->answers, guint, answer + 1) : key->end;

      append (&order, list, roles, end, question_end);
      end = question_end;
      if (answer == key->owners->len || g_array_index (key->owners, guint, answer) != place)
        continue;
      strip_number (list->blocks->pdata[g_array_index (key->answers, guint, answer)]);
      append (&order, list, roles, g_array_index (key->answers, guint, answer), answer_end);
      answer++;
    }
  append (&order, list, roles, key->end, list->blocks->len);
  memcpy (list->blocks->pdata, blocks->pdata, sizeof (gpointer) * blocks->len);
  memcpy (roles, moved, sizeof (IkRole) * blocks->len);
}

static gboolean
find_owners (const IkBlockList *list,
             const GArray      *answers,
             Key               *key)
{
  guint place = 0;

  for (guint i = 0; i < answers->len; i++)
    {
      place = find_place (list, key, place, g_array_index (answers, IkNumberedAnswer, i).number);
      if (place == key->prompts->len)
        return FALSE;
      g_array_append_val (key->owners, place);
      place++;
    }

  return answers->len * 2 >= key->prompts->len;
}

/* Makes a block of each answer of the line in the block at @line. */
static void
split_line (IkBlockList   *list,
            IkRole       **roles,
            guint          line,
            const GArray  *answers,
            Key           *key)
{
  IkBlock *block = list->blocks->pdata[line];
  guint n_behind = list->blocks->len - line - 1;

  *roles = g_renew (IkRole, *roles, list->blocks->len + answers->len + 1);
  memmove (*roles + line + 1 + answers->len, *roles + line + 1, n_behind * sizeof (IkRole));
  for (guint i = 0; i < answers->len; i++)
    {
      IkBlockText text = g_array_index (answers, IkNumberedAnswer, i).text;
      guint at = line + 1 + i;

      g_ptr_array_insert (list->blocks, (int) at,
                          ik_block_new_sized (IK_BLOCK_PARAGRAPH, block->first, block->last,
                                              text, text));
      (*roles)[at] = IK_ROLE_ANSWER;
      g_array_append_val (key->answers, at);
    }
  key->end = line + 1 + answers->len;
  ik_block_cut_end (block, 0, 0);
}

/* "Answers: 1-a, 2-b", or such a line right below the title. */
static gboolean
match_line (IkBlockList  *list,
            IkRole      **roles,
            Key          *key)
{
  guint line = get_block (list, key->label)->text[0] != '\0' ? key->label : key->label + 1;
  const IkBlock *block = line < list->blocks->len ? get_block (list, line) : NULL;
  g_autoptr(GArray) answers = NULL;

  if (block == NULL || (*roles)[line] != IK_ROLE_ANSWER)
    return FALSE;
  answers = ik_answer_line_parse (block->text, block->marker.style == IK_MARKER_NUMBER
                                               ? block->marker.number : 0);
  if (answers == NULL || !find_owners (list, answers, key))
    return FALSE;

  split_line (list, roles, line, answers, key);
  move_answers (list, *roles, key);

  return TRUE;
}

static gboolean
match (IkBlockList  *list,
       IkRole      **roles,
       guint         label)
{
  g_autoptr(GArray) prompts = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GArray) answers = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GArray) owners = g_array_new (FALSE, FALSE, sizeof (guint));
  Key key = { .label = label, .prompts = prompts, .answers = answers, .owners = owners };

  find_prompts (list, *roles, &key);
  if (prompts->len < LEAST_ANSWERS)
    return FALSE;
  if (is_title (get_block (list, label)) && find_answers (list, *roles, &key))
    {
      move_answers (list, *roles, &key);
      return TRUE;
    }
  g_array_set_size (answers, 0);
  g_array_set_size (owners, 0);

  return match_line (list, roles, &key);
}

/**
 * ik_answer_key_match:
 * @list: (inout): blocks
 * @roles: (array) (inout): a role for each
 *
 * Some lists ask all questions first and answer them below, under the same
 * numbers or with the letters of options in one line. Such answers would all go
 * to the last question; puts each behind the question that it counts, so that
 * the blocks no longer stand in the order of their lines. Takes the first such
 * list; linear.
 */
void
ik_answer_key_match (IkBlockList  *list,
                     IkRole      **roles)
{
  for (guint i = 1; i < list->blocks->len; i++)
    {
      if ((*roles)[i] == IK_ROLE_ANSWER && get_block (list, i)->label == IK_LABEL_ANSWER &&
          match (list, roles, i))
        return;
    }
}
