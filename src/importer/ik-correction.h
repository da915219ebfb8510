#pragma once

#include "ik-document.h"
#include "ik-pack.h"
#include "ik-roles.h"

G_BEGIN_DECLS

/**
 * IkCorrectionKind:
 * @IK_CORRECTION_ROLE: the block at the line has the role
 * @IK_CORRECTION_ROLE_OF_KIND: so has each block that looks like it
 * @IK_CORRECTION_SPLIT: a block of its own begins at the line
 * @IK_CORRECTION_JOIN: the block at the line goes on with the one above
 * @IK_CORRECTION_EDIT: the @nth question at the line says what @question says
 *
 * What a person changes about the draft of a document.
 */
typedef enum
{
  IK_CORRECTION_ROLE,
  IK_CORRECTION_ROLE_OF_KIND,
  IK_CORRECTION_SPLIT,
  IK_CORRECTION_JOIN,
  IK_CORRECTION_EDIT,
} IkCorrectionKind;

/**
 * IkCorrection:
 * @kind: what is changed
 * @line: a line of the block, from 1; of a question: its first
 * @role: the role, for those that give one
 * @question: (nullable): for an edit
 * @nth: for an edit: of the questions that begin at the line, which one, from 0
 * @is_refused: set when a draft is made: the blocks can't be split or joined
 *   there, so that nothing was changed
 *
 * One step of a review. A list of them, in the order in which they were made,
 * is all that a review adds to a document: where two contradict each other,
 * the later one holds, and taking a step back means leaving out the last.
 */
typedef struct
{
  IkCorrectionKind  kind;
  guint             line;
  IkRole            role;
  IkQuestion       *question;
  guint             nth;
  gboolean          is_refused;
} IkCorrection;

IkCorrection *ik_correction_new           (IkCorrectionKind    kind,
                                           guint               line,
                                           IkRole              role);
IkCorrection *ik_correction_new_edit      (guint               line,
                                           guint               nth,
                                           const IkQuestion   *question);
IkCorrection *ik_correction_copy          (const IkCorrection *self);
void          ik_correction_free          (IkCorrection       *self);

gboolean      ik_corrections_change_blocks (const GPtrArray   *corrections);
void          ik_corrections_shape_blocks (const GPtrArray    *corrections,
                                           IkDocumentKind      kind,
                                           IkBlockList        *list);
IkRole       *ik_corrections_force_roles  (const GPtrArray    *corrections,
                                           const IkBlockList  *list);
void          ik_corrections_edit         (const GPtrArray    *corrections,
                                           IkPack             *pack);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkCorrection, ik_correction_free)

G_END_DECLS
