#include "ik-grammar.h"

#include <string.h>

#include "ik-asking.h"
#include "ik-repeats.h"

/* Parts of a document may have patterns of their own; so many at most. */
#define MAX_PATTERNS 6

/* Bodies are alike when this share has no more blocks than the pattern; one
 * that has more is cut where something like a title begins. */
#define ALIKE_PERCENT 90
#define LEAST_ALIKE 10
#define MAX_ALIKE_BLOCKS 2

/* Marks answers that consist of nothing but a placeholder. */
static void
drop_placeholders (const IkBlockList *list,
                   IkRole            *roles)
{
  for (guint i = 1; i < list->blocks->len; i++)
    {
      const IkBlock *block = list->blocks->pdata[i];

      if (roles[i] == IK_ROLE_ANSWER && ik_asking_is_placeholder (block->text) &&
          roles[i + 1] != IK_ROLE_ANSWER)
        roles[i] = IK_ROLE_PLACEHOLDER;
    }
}

static gboolean
is_heading_in_answer (const IkBlockList *list,
                      const IkRole      *roles,
                      guint              i)
{
  const IkBlock *block = list->blocks->pdata[i];

  return roles[i] == IK_ROLE_ANSWER && block->kind == IK_BLOCK_HEADING &&
         block->label != IK_LABEL_ANSWER;
}

/* A heading with nothing but other questions below is no answer to the question
 * above it. */
static void
drop_empty_headings (const IkBlockList *list,
                     IkRole            *roles)
{
  guint end;

  for (guint i = 0; i < list->blocks->len; i = end)
    {
      gboolean answered = roles[i] != IK_ROLE_PROMPT;

      for (end = i + 1; end < list->blocks->len &&
           (roles[end] > IK_ROLE_LISTED || ik_role_is_left_over (roles[end])); end++)
        answered = answered || (roles[end] == IK_ROLE_ANSWER &&
                                !is_heading_in_answer (list, roles, end));
      for (guint k = i + 1; k < end && !answered; k++)
        {
          if (is_heading_in_answer (list, roles, k))
            roles[k] = IK_ROLE_NO_QUESTION;
        }
    }
}

/* Number of text blocks in the body of the question at @i, and its end. */
static guint
measure_body (const IkBlockList *list,
              const IkRole      *roles,
              guint              i,
              guint             *end)
{
  guint n_blocks = 0;

  for (i++; i < list->blocks->len && roles[i] != IK_ROLE_PROMPT && roles[i] != IK_ROLE_SECTION; i++)
    {
      const IkBlock *block = list->blocks->pdata[i];

      n_blocks += roles[i] == IK_ROLE_ANSWER && block->text[0] != '\0';
    }
  *end = i;

  return n_blocks;
}

static guint
find_typical_length (const IkBlockList *list,
                     const IkRole      *roles)
{
  guint counts[MAX_ALIKE_BLOCKS + 2] = { 0 };
  guint n_bodies = 0;
  guint n_alike = 0;

  for (guint i = 0; i < list->blocks->len; i++)
    {
      guint end;

      if (roles[i] != IK_ROLE_PROMPT)
        continue;
      counts[MIN (measure_body (list, roles, i, &end), MAX_ALIKE_BLOCKS + 1)]++;
      n_bodies++;
      i = end - 1;
    }
  for (guint n = 0; n <= MAX_ALIKE_BLOCKS; n++)
    {
      n_alike += counts[n];
      if (n > 0 && n_bodies >= LEAST_ALIKE && n_alike * 100 >= n_bodies * ALIKE_PERCENT)
        return n;
    }

  return 0;
}

/* Where nearly all answers have the same one or two blocks, what begins with a
 * title behind that many is none of the answer: an advert, mostly. */
static void
drop_misfits (const IkBlockList *list,
              IkRole            *roles)
{
  guint typical = find_typical_length (list, roles);

  for (guint i = 0; typical > 0 && i < list->blocks->len; i++)
    {
      guint n_blocks = 0;
      gboolean misfit = FALSE;
      guint end;

      if (roles[i] != IK_ROLE_PROMPT || measure_body (list, roles, i, &end) <= typical + 1)
        continue;
      for (i++; i < end; i++)
        {
          const IkBlock *block = list->blocks->pdata[i];

          if (roles[i] != IK_ROLE_ANSWER || block->text[0] == '\0')
            continue;
          misfit = misfit || (n_blocks >= typical && block->kind == IK_BLOCK_PARAGRAPH &&
                              block->title &&
                              !g_str_has_suffix (block->text, ":"));
          if (misfit)
            roles[i] = IK_ROLE_MISFIT;
          n_blocks++;
        }
      i--;
    }
}

/* The place in the alphabet of an option "a) …" or "- A: …", 0 for anything else. */
static guint
find_option_number (const IkBlock *block)
{
  if (block->kind != IK_BLOCK_ITEM)
    return 0;
  if (block->marker.style == IK_MARKER_LETTER)
    return block->marker.number;
  if (!g_ascii_isalpha (block->text[0]) || block->text[1] == '\0' ||
      strchr (":.)", block->text[1]) == NULL || block->text[2] != ' ')
    return 0;

  return (guint) (g_ascii_tolower (block->text[0]) - 'a') + 1;
}

/* Where the options "a) …", "b) …" right below the question at @i end; @i + 1
 * where there are none. */
static guint
find_options_end (const IkBlockList *list,
                  const IkRole      *roles,
                  guint              i)
{
  guint number = 0;
  guint end;

  for (end = i + 1; end < list->blocks->len &&
       (roles[end] == IK_ROLE_ANSWER || roles[end] == IK_ROLE_DETAILS); end++)
    {
      if (find_option_number (list->blocks->pdata[end]) != ++number)
        break;
    }

  return end > i + 2 ? end : i + 1; /* one is none */
}

/* Where most questions have lettered lines below them, these are options to
 * choose from, even if no answer is told. */
static void
mark_options (const IkBlockList *list,
              IkRole            *roles)
{
  guint n_questions = 0;
  guint n_choices = 0;

  for (guint i = 0; i < list->blocks->len; i++)
    {
      n_questions += roles[i] == IK_ROLE_PROMPT;
      n_choices += roles[i] == IK_ROLE_PROMPT && find_options_end (list, roles, i) > i + 1;
    }
  for (guint i = 0; n_choices > 1 && n_choices * 2 > n_questions && i < list->blocks->len; i++)
    {
      guint end = roles[i] == IK_ROLE_PROMPT ? find_options_end (list, roles, i) : 0;

      for (guint k = i + 1; k < end; k++)
        roles[k] = IK_ROLE_DETAILS;
    }
}

/* Titles and introductions without a question below them are no sections. A
 * heading also holds what the headings of lower rank below it hold, any other
 * title what the title right below it holds. */
static void
drop_empty_sections (const IkBlockList *list,
                     IkRole            *roles)
{
  gboolean followed = FALSE;
  guint level_below = 0;
  guint kept = G_MAXUINT;

  for (guint i = list->blocks->len; i-- > 0;)
    {
      const IkBlock *block = list->blocks->pdata[i];

      if (roles[i] == IK_ROLE_PROMPT)
        followed = TRUE;
      else if (roles[i] == IK_ROLE_INTRODUCTION && !followed)
        roles[i] = IK_ROLE_NO_QUESTION;
      else if (roles[i] == IK_ROLE_SECTION)
        {
          if (followed || (block->level > 0 && level_below > block->level) ||
              (kept == i + 1 && block->shape !=
               ((IkBlock *) list->blocks->pdata[kept])->shape))
            {
              kept = i;
              level_below = block->level;
            }
          else
            roles[i] = IK_ROLE_NO_QUESTION;
          followed = FALSE;
        }
    }
}

/* Headings that ask and hold no question may be questions of another part, even
 * if they look like what opens the sections of this one: where there are more of
 * them than of such sections. */
static void
release_headings (const IkBlockList *list,
                  const IkRole      *roles,
                  guint8            *taken)
{
  guint n_holding[16] = { 0 };
  guint n_asking[16] = { 0 };
  gboolean followed = FALSE;

  for (guint i = list->blocks->len; i-- > 0;)
    {
      const IkBlock *block = list->blocks->pdata[i];

      if (roles[i] == IK_ROLE_SECTION && followed)
        n_holding[block->level]++;
      else if (roles[i] == IK_ROLE_SECTION && block->asks && block->level > 0)
        {
          n_asking[block->level]++;
          taken[i] = FALSE;
        }
      if (roles[i] == IK_ROLE_PROMPT || roles[i] == IK_ROLE_SECTION)
        followed = roles[i] == IK_ROLE_PROMPT;
    }
  for (guint i = 0; i < list->blocks->len; i++)
    {
      const IkBlock *block = list->blocks->pdata[i];

      if (roles[i] == IK_ROLE_SECTION && n_asking[block->level] <= n_holding[block->level])
        taken[i] = TRUE;
    }
}

static guint8 *
mark_taken (const IkBlockList *list,
            const IkRole      *roles,
            guint             *n_questions)
{
  guint8 *taken = g_new0 (guint8, list->blocks->len + 1);

  *n_questions = 0;
  for (guint i = 0; i < list->blocks->len; i++)
    {
      taken[i] = roles[i] != IK_ROLE_NO_QUESTION && roles[i] != IK_ROLE_INTRODUCTION;
      *n_questions += roles[i] == IK_ROLE_PROMPT;
    }
  release_headings (list, roles, taken);

  return taken;
}

/**
 * ik_grammar_learn:
 * @list: blocks, repaired and labelled
 *
 * Learns the document's own pattern. The best one is applied first; what it
 * leaves is searched for the pattern of another part, until none is good
 * enough. Linear.
 *
 * Returns: (transfer full): what repeats in the document
 */
IkPattern *
ik_grammar_learn (const IkBlockList *list)
{
  IkPattern *pattern = ik_pattern_new ();
  g_autofree guint8 *taken = NULL;

  while (pattern->questions->len < MAX_PATTERNS &&
         ik_pattern_learn_questions (pattern, list, taken))
    {
      g_autofree IkRole *roles = NULL;

      ik_pattern_learn_sections (pattern, list);
      roles = ik_roles_assign (list, pattern, NULL);
      g_free (taken);
      taken = mark_taken (list, roles, &pattern->n_questions);
    }

  return pattern;
}

/**
 * ik_grammar_apply:
 * @list: blocks, repaired and labelled
 * @pattern: the pattern of their document
 * @forced: (nullable) (array): for each block the role that a person gave it,
 *   else %IK_ROLE_UNKNOWN
 *
 * Gives each block its role by the pattern. Linear.
 *
 * Returns: (transfer full) (array): a role for each block; free with g_free()
 */
IkRole *
ik_grammar_apply (const IkBlockList *list,
                  const IkPattern   *pattern,
                  const IkRole      *forced)
{
  IkRole *roles = ik_roles_assign (list, pattern, forced);

  drop_placeholders (list, roles);
  drop_misfits (list, roles);
  drop_empty_headings (list, roles);
  mark_options (list, roles);
  drop_empty_sections (list, roles);
  ik_repeats_find (list, pattern, roles);
  for (guint i = 0; forced != NULL && i < list->blocks->len; i++)
    {
      if (forced[i] != IK_ROLE_UNKNOWN)
        roles[i] = forced[i];
    }

  return roles;
}
