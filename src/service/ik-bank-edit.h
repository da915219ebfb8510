#pragma once

#include "ik-library.h"
#include "ik-question-edit.h"

G_BEGIN_DECLS

/**
 * IkBankEditProgress:
 * @n_done: questions that are done; read and written atomically
 *
 * How far a change of many questions is, for another thread to look at.
 */
typedef struct
{
  guint n_done;
} IkBankEditProgress;

const char *ik_bank_edit_get_label (IkQuestionEditKind     kind);
gboolean    ik_bank_edit_questions (IkLibrary             *library,
                                    const IkQuestionEdit  *edit,
                                    GArray                *rows,
                                    IkBankEditProgress    *progress,
                                    guint                 *out_n_changed,
                                    GCancellable          *cancellable,
                                    GError               **error);

G_END_DECLS
