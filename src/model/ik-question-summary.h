#pragma once

#include "ik-question.h"

G_BEGIN_DECLS

/* What stands around a match in a snippet. */
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
 * @row: its row, as ik_bank_find_questions() tells it; the same through undo
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
 * @competency: the name of that, "" where it measures nothing
 * @is_answered: whether it has a reference answer, or one for a level
 * @is_used: whether it stands in a set or in an interview
 * @changed_at_us: when it was changed last, µs since 1970 UTC
 * @last_used_at_us: when it was asked last, µs since 1970 UTC, 0 for never
 * @snippet: (nullable): where the words that were searched for stand in another text
 *   than the prompt, as in #IkSearchHit; %NULL where the prompt shows them
 *
 * What a list of questions shows.
 */
typedef struct
{
  gint64           row;
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
  char            *competency;
  gboolean         is_answered;
  gboolean         is_used;
  gint64           changed_at_us;
  gint64           last_used_at_us;
  char            *snippet;
} IkQuestionSummary;

void ik_search_hit_free       (IkSearchHit       *self);
void ik_question_summary_free (IkQuestionSummary *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkSearchHit, ik_search_hit_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkQuestionSummary, ik_question_summary_free)

G_END_DECLS
