#pragma once

#include "ik-bank.h"

G_BEGIN_DECLS

/* What is found and read first: what is in view, so that it is there at once. */
#define IK_FOUND_QUESTIONS_FIRST 24

/**
 * IkFoundQuestions:
 * @rows: (element-type gint64): the questions, in order
 * @first: (element-type IkQuestionSummary) (nullable): what the first of them show
 * @is_all: whether there are no others
 *
 * What a filter found.
 */
typedef struct
{
  GArray    *rows;
  GPtrArray *first;
  gboolean   is_all;
} IkFoundQuestions;

void     ik_found_questions_free       (IkFoundQuestions  *self);

/* Jobs, see IkJobFunc; their data is an IkQuestionFilter. */
gpointer ik_found_questions_find_first (IkLibrary         *library,
                                        gpointer           filter,
                                        GCancellable      *cancellable,
                                        GError           **error);
gpointer ik_found_questions_find_all   (IkLibrary         *library,
                                        gpointer           filter,
                                        GCancellable      *cancellable,
                                        GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkFoundQuestions, ik_found_questions_free)

G_END_DECLS
