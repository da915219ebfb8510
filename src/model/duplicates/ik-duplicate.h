#pragma once

#include "ik-question-summary.h"

G_BEGIN_DECLS

/**
 * IkDuplicate:
 * @id: UUID of the question
 * @prompt: what is asked
 * @details: what belongs to it, "" where nothing does
 * @pack_id: the pack it belongs to
 * @pack_title: title of the pack
 * @section: title of the section, "" where it has none
 * @n_sets: sets that hold it
 * @n_asked: interviews it was asked in
 * @n_guidance: points that only the interviewer sees: indicators, follow-ups, answers
 *   of a level and the like
 * @last_asked_at_us: when it was asked last, microseconds since 1970 UTC; 0 where
 *   it was not
 * @summary: (owned): what lists say of it
 *
 * A question that asks the same as another one, with what tells which to keep.
 */
typedef struct
{
  char   *id;
  char   *prompt;
  char   *details;
  char   *pack_id;
  char   *pack_title;
  char   *section;
  guint   n_sets;
  guint   n_asked;
  guint   n_guidance;
  gint64  last_asked_at_us;

  IkQuestionSummary *summary;
} IkDuplicate;

void ik_duplicate_free (IkDuplicate *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkDuplicate, ik_duplicate_free)

G_END_DECLS
