#pragma once

#include "ik-library.h"

G_BEGIN_DECLS

/**
 * IkDemo:
 * @candidate_id: (owned): the invented person
 * @set_id: (owned): the question set
 * @interview_id: (owned): the interview
 *
 * What the demo put into a library.
 */
typedef struct
{
  char *candidate_id;
  char *set_id;
  char *interview_id;
} IkDemo;

IkDemo  *ik_demo_build (IkLibrary     *library,
                        GCancellable  *cancellable,
                        GError       **error);
void     ik_demo_free  (IkDemo        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkDemo, ik_demo_free)

G_END_DECLS
