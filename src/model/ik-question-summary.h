#pragma once

#include "ik-question.h"

G_BEGIN_DECLS

/* What stands around a match in IkSearchHit.snippet. */
#define IK_SNIPPET_MATCH_BEGIN "\002"
#define IK_SNIPPET_MATCH_END "\003"

/**
 * IkSearchHit:
 * @id: UUID of the question
 * @prompt: its prompt
 * @pack_id: the pack it belongs to
 * @pack_title: title of the pack
 * @section: title of the section, "" where it has none
 * @snippet: some words around the matches, each match between
 *   #IK_SNIPPET_MATCH_BEGIN and #IK_SNIPPET_MATCH_END
 *
 * A question that a search found.
 */
typedef struct
{
  char *id;
  char *prompt;
  char *pack_id;
  char *pack_title;
  char *section;
  char *snippet;
} IkSearchHit;

/**
 * IkQuestionSummary:
 * @id: UUID
 * @prompt: what is asked
 * @pack_id: the pack it belongs to
 * @pack_title: title of the pack
 * @section: title of the section, "" where it has none
 * @state: draft, ready or archived
 * @kind: what kind of question
 * @level: such as "senior"
 * @minutes: minutes to plan, its own or those of its kind
 * @tags: (element-type utf8): tags
 * @competency_id: (nullable): what it measures
 *
 * What a list of questions shows.
 */
typedef struct
{
  char            *id;
  char            *prompt;
  char            *pack_id;
  char            *pack_title;
  char            *section;
  IkQuestionState  state;
  IkQuestionKind   kind;
  char            *level;
  guint            minutes;
  GPtrArray       *tags;
  char            *competency_id;
} IkQuestionSummary;

/**
 * IkQuestionFilter:
 * @query: (nullable): words to search for
 * @pack_ids: (nullable) (array zero-terminated=1): only questions of these packs
 * @tags: (nullable) (array zero-terminated=1): only with one of these tags
 * @levels: (nullable) (array zero-terminated=1): only of one of these levels
 * @kind: (nullable): only of this kind, a nick
 * @competency_id: (nullable): only those that measure this
 * @include_archived: whether archived questions are taken too
 * @limit: how many at most, 0 for all
 *
 * Which questions of the bank are wanted; what is %NULL or empty takes all.
 */
typedef struct
{
  const char        *query;
  const char *const *pack_ids;
  const char *const *tags;
  const char *const *levels;
  const char        *kind;
  const char        *competency_id;
  gboolean           include_archived;
  guint              limit;
} IkQuestionFilter;

void ik_search_hit_free       (IkSearchHit       *self);
void ik_question_summary_free (IkQuestionSummary *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkSearchHit, ik_search_hit_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkQuestionSummary, ik_question_summary_free)

G_END_DECLS
