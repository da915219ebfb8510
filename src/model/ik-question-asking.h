#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IkQuestionAsking:
 * @interview_id: UUID
 * @candidate: who was asked
 * @interviewer: who asked
 * @is_own: that was the owner of the library
 * @at_us: when the interview began, µs since 1970 UTC
 *
 * That a question was asked once.
 */
typedef struct
{
  char     *interview_id;
  char     *candidate;
  char     *interviewer;
  gboolean  is_own;
  gint64    at_us;
} IkQuestionAsking;

void ik_question_asking_free (IkQuestionAsking *self);

G_END_DECLS
