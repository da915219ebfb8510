#pragma once

#include "ik-library.h"
#include "ik-pack.h"

G_BEGIN_DECLS

/**
 * IkTwin:
 * @question_id: a question of the draft
 * @twin_id: the question of the bank that is the same; for
 *   ik_bank_load_question()
 * @twin_prompt: how the bank words it
 * @twin_pack_id: the pack it stands in
 * @twin_pack_title: title of that pack
 * @twin_section: title of its section, "" where it has none
 *
 * A question that a draft has and the bank has already.
 */
typedef struct
{
  char *question_id;
  char *twin_id;
  char *twin_prompt;
  char *twin_pack_id;
  char *twin_pack_title;
  char *twin_section;
} IkTwin;

void       ik_twin_free         (IkTwin        *self);

GPtrArray *ik_import_find_twins (IkLibrary     *library,
                                 const IkPack  *draft,
                                 GCancellable  *cancellable,
                                 GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkTwin, ik_twin_free)

G_END_DECLS
