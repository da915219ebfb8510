#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IkDuplicatePair:
 * @first: number of a question, the one that was added first
 * @second: number of one that asks the same
 *
 * Two questions that ask the same.
 */
typedef struct
{
  guint first;
  guint second;
} IkDuplicatePair;

/**
 * IkDuplicateProgress:
 * @n_done: questions that were compared
 * @n_all: all of them
 * @data: data of the caller
 *
 * Returns: whether to go on
 */
typedef gboolean (*IkDuplicateProgress) (guint    n_done,
                                         guint    n_all,
                                         gpointer data);

typedef struct _IkDuplicateIndex IkDuplicateIndex;

IkDuplicateIndex *ik_duplicate_index_new       (void);
void              ik_duplicate_index_free      (IkDuplicateIndex    *self);
guint             ik_duplicate_index_add       (IkDuplicateIndex    *self,
                                                const char          *prompt,
                                                const char          *details);
void              ik_duplicate_index_set_apart (IkDuplicateIndex    *self,
                                                guint                one,
                                                guint                other);
GArray           *ik_duplicate_index_find      (IkDuplicateIndex    *self,
                                                IkDuplicateProgress  progress,
                                                gpointer             data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkDuplicateIndex, ik_duplicate_index_free)

G_END_DECLS
