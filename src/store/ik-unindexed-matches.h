#pragma once

#include "ik-database.h"

G_BEGIN_DECLS

/* How well a question fits a query: where each phrase stands first, added up;
 * the less, the better. A word late in a text counts as one that stands here. */
#define IK_MATCH_LAST_PLACE 99

/* A step from one text to the next, and the lack of a word that may be there. */
#define IK_MATCH_TEXT_WEIGHT 100
#define IK_MATCH_LACK_WEIGHT 1000

/**
 * IkMatchWord:
 * @text: one word of a query as it was typed
 * @spread: the same as all texts are indexed
 * @may_begin: whether a word of the texts may only begin with @spread
 *
 * In prompts, each word may be the beginning of one.
 */
typedef struct
{
  char     *text;
  char     *spread;
  gboolean  may_begin;
} IkMatchWord;

/**
 * IkQuestionMatch:
 * @row: question.seq
 * @rank: how well it fits
 *
 * A question that fits a query.
 */
typedef struct
{
  gint64 row;
  int    rank;
} IkQuestionMatch;

/**
 * IkUnindexedMatches:
 * @rows: (element-type gint64): set of the questions that the full-text indexes
 *   don't know as they are
 * @of_prompts: (element-type IkQuestionMatch): those of them whose prompt fits,
 *   by row
 * @of_texts: (element-type IkQuestionMatch): likewise, those whose texts do
 */
typedef struct
{
  GHashTable *rows;
  GArray     *of_prompts;
  GArray     *of_texts;
} IkUnindexedMatches;

IkUnindexedMatches *ik_unindexed_matches_load (IkDatabase                *database,
                                               GArray                    *words,
                                               GError                   **error);
void                ik_unindexed_matches_free (IkUnindexedMatches        *self);
gboolean            ik_unindexed_matches_has  (const IkUnindexedMatches  *self,
                                               gint64                     row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkUnindexedMatches, ik_unindexed_matches_free)

G_END_DECLS
