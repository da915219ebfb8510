#include "ik-title.h"

#include <string.h>

#include "ik-asking.h"
#include "ik-inline-text.h"

/* The title stands near the beginning. */
#define MAX_BLOCKS 60
#define LEAST_SCORE 2
#define LEAST_DESCRIPTION_WORDS 8

/* As long as the endings of plurals: "questions", "Fragen". */
#define MAX_ENDING 2

/* Words that titles of question lists have, in lower case. */
static const char *const title_words[] = {
  "interview", "question", "quiz", "frage", "entrevista", "pregunta", "entretien", "colloquio",
  "domande", "pergunta", "собеседован", "вопрос", "面试", "面試", "问题", "問題", "面接", "質問", "면접",
  "질문", "مقابلة", "أسئلة", "mülakat", "soru", "rekrutac", "pytania",
};

static int
score_title (const IkBlock *block,
             gboolean       first)
{
  g_autofree char *folded = NULL;
  int score = first ? 1 : 0;

  if (block->label >= IK_LABEL_CONTENTS)
    return G_MININT;
  if (block->kind != IK_BLOCK_HEADING &&
      !(block->kind == IK_BLOCK_PARAGRAPH && block->title))
    return G_MININT;
  if (ik_asking_count_words (block->text, 21) > 20 || block->linked)
    return G_MININT;

  folded = g_utf8_strdown (block->text, -1);
  for (guint i = 0; i < G_N_ELEMENTS (title_words); i++)
    {
      if (strstr (folded, title_words[i]) != NULL)
        {
          score += 3;
          break;
        }
    }
  if (block->kind == IK_BLOCK_HEADING)
    score += block->level == 1 ? 3 : 1;
  if (block->marker.style != IK_MARKER_NONE)
    score -= 2;

  return block->asking >= 95 ? score - 4 : score;
}

static guint
find_first_question (const IkBlockList *list,
                     const IkRole      *roles)
{
  guint i = 0;

  while (i < list->blocks->len && roles[i] != IK_ROLE_PROMPT && roles[i] != IK_ROLE_LISTED)
    i++;

  return i;
}

static guint
find_title_block (const IkBlockList *list,
                  const IkRole      *roles,
                  guint              end)
{
  guint best = G_MAXUINT;
  int best_score = LEAST_SCORE - 1;
  gboolean first = TRUE;

  for (guint i = 0; i < MIN (end, MAX_BLOCKS); i++)
    {
      const IkBlock *block = list->blocks->pdata[i];
      int score;

      if (!ik_block_is_text (block))
        continue;
      score = score_title (block, first);
      if (score > best_score)
        {
          best = i;
          best_score = score;
        }
      first = FALSE;
    }

  return best;
}

static void
release_role (IkRole *role)
{
  if (*role == IK_ROLE_SECTION || *role == IK_ROLE_INTRODUCTION)
    *role = IK_ROLE_NO_QUESTION;
}

/* A title that isn't the section of the first question is no section, nor is
 * what stands above the title: a site's banner, an advert. */
static void
release_section (IkRole *roles,
                 guint   title,
                 guint   end)
{
  guint next = title + 1;

  for (guint i = 0; i < title; i++)
    release_role (&roles[i]);

  while (next < end && roles[next] != IK_ROLE_SECTION)
    next++;
  if (roles[title] == IK_ROLE_SECTION && next == end)
    return;
  roles[title] = IK_ROLE_TITLE;
  for (guint i = title + 1; i < next; i++)
    release_role (&roles[i]);
}

static void
find_description (const IkBlockList *list,
                  IkRole            *roles,
                  guint              start,
                  guint              end)
{
  for (guint i = start; i < end && roles[i] != IK_ROLE_SECTION; i++)
    {
      const IkBlock *block = list->blocks->pdata[i];

      if (roles[i] == IK_ROLE_NO_QUESTION && block->kind == IK_BLOCK_PARAGRAPH &&
          ik_asking_ends_sentence (block->text) &&
          ik_asking_count_words (block->text, LEAST_DESCRIPTION_WORDS) == LEAST_DESCRIPTION_WORDS)
        roles[i] = IK_ROLE_DESCRIPTION;
    }
}

/* A single word that all lists of questions could have for a title, such as
 * "Questions", tells nothing about this one. */
static gboolean
is_generic (const char *title)
{
  g_autofree char *folded = g_strstrip (g_utf8_strdown (title, -1));

  if (folded[strcspn (folded, " \t\n")] != '\0')
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (title_words); i++)
    {
      glong n_more = g_utf8_strlen (folded, -1) - g_utf8_strlen (title_words[i], -1);

      if (strstr (folded, title_words[i]) != NULL && n_more <= MAX_ENDING)
        return TRUE;
    }

  return FALSE;
}

/**
 * ik_title_of_name:
 * @name: name of a document
 *
 * Returns: (transfer full): the name without folder and ending
 */
char *
ik_title_of_name (const char *name)
{
  g_autofree char *base = g_path_get_basename (name);
  char *dot = strrchr (base, '.');

  if (dot != NULL && dot != base)
    *dot = '\0';

  return g_steal_pointer (&base);
}

/**
 * ik_title_find:
 * @list: blocks
 * @roles: (array) (inout): a role for each block
 * @name: name of the document
 *
 * Finds the title of the whole: from the metadata, from a heading or a line
 * before the first question, or else from the name; one that would fit any list
 * of questions stands back. Text between it and the first section becomes the
 * description.
 *
 * Returns: (transfer full): the title
 */
char *
ik_title_find (const IkBlockList *list,
               IkRole            *roles,
               const char        *name)
{
  guint end = find_first_question (list, roles);
  guint block = find_title_block (list, roles, end);
  g_autofree char *heading = NULL;

  if (end < list->blocks->len)
    {
      if (block != G_MAXUINT)
        release_section (roles, block, end);
      find_description (list, roles, block != G_MAXUINT ? block + 1 : 0, end);
    }
  if (block != G_MAXUINT)
    heading = ik_inline_text_trim_title (((IkBlock *) list->blocks->pdata[block])->text);

  if (list->title[0] != '\0' && !is_generic (list->title))
    return g_strdup (list->title);
  if (heading != NULL && !is_generic (heading))
    return g_steal_pointer (&heading);

  return ik_title_of_name (name);
}
