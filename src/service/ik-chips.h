#pragma once

#include "ik-library.h"

G_BEGIN_DECLS

/**
 * IkChips:
 * @common: (element-type utf8): those that stand beside each question
 * @by_rubric: (element-type utf8 GPtrArray): by the id of a rubric, the texts
 *   that come on top where an answer is rated by it
 *
 * All quick chips of an interviewer, as an interview needs them.
 */
typedef struct
{
  GPtrArray  *common;
  GHashTable *by_rubric;
} IkChips;

IkChips   *ik_chips_new        (void);
void       ik_chips_free       (IkChips       *self);
IkChips   *ik_chips_load       (IkLibrary     *library,
                                GCancellable  *cancellable,
                                GError       **error);
GPtrArray *ik_chips_for_rubric (const IkChips *self,
                                const char    *rubric_id);

GPtrArray *ik_chips_list       (IkLibrary     *library,
                                const char    *rubric_id,
                                GCancellable  *cancellable,
                                GError       **error);
gboolean   ik_chips_save       (IkLibrary     *library,
                                const char    *rubric_id,
                                GPtrArray     *texts,
                                GCancellable  *cancellable,
                                GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkChips, ik_chips_free)

G_END_DECLS
