#pragma once

#include "ik-block-list.h"
#include "ik-shape.h"

G_BEGIN_DECLS

/**
 * IkQuestionShape:
 * @shape: what the questions look like
 * @has_body: whether text at their own depth belongs to them
 * @prompt_below: whether they are titles and the question stands below
 */
typedef struct
{
  IkShape  shape;
  gboolean has_body;
  gboolean prompt_below;
} IkQuestionShape;

/**
 * IkPattern:
 * @questions: (element-type IkQuestionShape): the best first
 * @sections: (element-type IkShape): what opens a section
 * @n_questions: how many questions it has found so far
 *
 * What repeats in a document.
 */
typedef struct
{
  GArray     *questions;
  GHashTable *sections;
  guint       n_questions;
} IkPattern;

IkPattern             *ik_pattern_new              (void);
void                   ik_pattern_free             (IkPattern         *self);
gboolean               ik_pattern_learn_questions  (IkPattern         *self,
                                                    const IkBlockList *list,
                                                    const guint8      *taken);
void                   ik_pattern_learn_sections   (IkPattern         *self,
                                                    const IkBlockList *list);
const IkQuestionShape *ik_pattern_find_question    (const IkPattern   *self,
                                                    const IkBlock     *block);
void                   ik_pattern_add_title        (IkPattern         *self,
                                                    IkShape            shape);
gboolean               ik_pattern_is_plain         (const IkPattern   *self);
gboolean               ik_pattern_may_open_section (const IkPattern   *self,
                                                    const IkBlock     *block);
const IkBlock         *ik_pattern_next_text        (const IkBlockList *list,
                                                    guint              index,
                                                    guint             *out_index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkPattern, ik_pattern_free)

G_END_DECLS
