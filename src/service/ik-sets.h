#pragma once

#include "ik-bank.h"
#include "ik-question-set.h"

G_BEGIN_DECLS

/* Question sets. All functions block: call them off the main loop. */

typedef struct
{
  const char        *title;
  const char        *role;          /* nullable */
  const char *const *pack_ids;      /* NULL-terminated arrays, nullable */
  const char *const *question_ids;  /* alone: exactly those, in that order */
  const char *const *tags;
  const char *const *levels;
  const char *const *optional_ids;
  const char        *rubric_id;     /* nullable */
  guint              slot_minutes;  /* 0: not said; selects nothing */
} IkSetRequest;

IkQuestionSet *ik_sets_create      (IkLibrary            *library,
                                    const IkSetRequest   *request,
                                    GCancellable         *cancellable,
                                    GError              **error);
GPtrArray     *ik_sets_list        (IkLibrary            *library,
                                    GCancellable         *cancellable,
                                    GError              **error); /* IkSetSummary, by title */
IkQuestionSet *ik_sets_load        (IkLibrary            *library,
                                    const char           *id,
                                    GCancellable         *cancellable,
                                    GError              **error);
/* Stores the whole set, its sections and items, under its id (new or known);
 * @label names the change for undo. */
gboolean       ik_sets_save        (IkLibrary            *library,
                                    const IkQuestionSet  *set,
                                    const char           *label,
                                    GCancellable         *cancellable,
                                    GError              **error);
char          *ik_sets_duplicate   (IkLibrary            *library,
                                    const char           *id,
                                    GCancellable         *cancellable,
                                    GError              **error);
gboolean       ik_sets_remove      (IkLibrary            *library,
                                    const char           *id,
                                    GCancellable         *cancellable,
                                    GError              **error);

G_END_DECLS
