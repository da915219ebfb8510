#pragma once

#include "ik-question-set.h"

G_BEGIN_DECLS

/**
 * IkSetLine:
 * @section: (nullable): the section whose heading this line is
 * @item: (nullable): the item of this line
 *
 * A line of a question set as people see it: unsectioned items, then each
 * section's heading followed by its items. Borrowed from the set.
 */
typedef struct
{
  IkSetSection *section;
  IkSetItem    *item;
} IkSetLine;

GArray   *ik_set_outline_list           (IkQuestionSet   *set);
gboolean  ik_set_outline_move           (IkQuestionSet   *set,
                                         const char      *id,
                                         int              step);
gboolean  ik_set_outline_move_to        (IkQuestionSet   *set,
                                         const char      *id,
                                         const char      *target_id);
gboolean  ik_set_outline_duplicate      (IkQuestionSet   *set,
                                         const char      *id);
gboolean  ik_set_outline_remove         (IkQuestionSet   *set,
                                         const char      *id);
void      ik_set_outline_insert_section (IkQuestionSet   *set,
                                         IkSetSection    *section,
                                         const char      *after_id);
void      ik_set_outline_insert_items   (IkQuestionSet   *set,
                                         GPtrArray       *items,
                                         const char      *line_id,
                                         gboolean         is_after);

G_END_DECLS
