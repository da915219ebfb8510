#pragma once

#include "ik-block-list.h"

G_BEGIN_DECLS

/**
 * IkShape:
 *
 * What blocks of one kind have in common to the eye: kind, level, depth,
 * marker, bold. 0 is the shape of what can't be a question or a title.
 */
typedef guint IkShape;

void     ik_shape_measure     (IkBlockList *list);
gboolean ik_shape_release_links (IkBlockList *list,
                                 guint        n_questions);
gboolean ik_shape_part_asking (IkBlockList *list,
                               guint        n_questions);
IkShape  ik_shape_release_title (IkBlockList *list);
gboolean ik_shape_is_alike    (const IkBlock *block,
                               const IkBlock *other);
gboolean ik_shape_is_heading  (IkShape      shape);
gboolean ik_shape_is_plain    (IkShape      shape);
gboolean ik_shape_is_bullet   (IkShape      shape);
gboolean ik_shape_is_numbered_question (IkShape shape);
guint    ik_shape_get_level   (IkShape      shape);
guint    ik_shape_get_depth   (IkShape      shape);

G_END_DECLS
