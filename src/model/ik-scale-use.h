#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IkScaleKind:
 * @IK_SCALE_RUBRIC: what answers are rated by
 * @IK_SCALE_COMPETENCY: what they are rated for
 *
 * What is used.
 */
typedef enum
{
  IK_SCALE_RUBRIC,
  IK_SCALE_COMPETENCY,
} IkScaleKind;

/**
 * IkScaleUseKind:
 * @IK_SCALE_USE_PACK: a pack with questions that name it
 * @IK_SCALE_USE_SET: a question set
 * @IK_SCALE_USE_INTERVIEWS: interviews that hold a copy
 */
typedef enum
{
  IK_SCALE_USE_PACK,
  IK_SCALE_USE_SET,
  IK_SCALE_USE_INTERVIEWS,
} IkScaleUseKind;

/**
 * IkScaleUse:
 * @kind: what uses it
 * @id: (nullable): of the pack or set
 * @title: of the pack or set; of interviews, its name as they hold it
 * @version: of interviews, the version they hold; else 0
 * @n: questions of the pack or set, or interviews; 0 for a set that names a
 *   rubric for all of its questions
 *
 * One place where a rubric or a competency is used.
 */
typedef struct
{
  IkScaleUseKind  kind;
  char           *id;
  char           *title;
  guint           version;
  guint           n;
} IkScaleUse;

IkScaleUse *ik_scale_use_new  (IkScaleUseKind  kind,
                               const char     *id,
                               const char     *title);
void        ik_scale_use_free (IkScaleUse     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkScaleUse, ik_scale_use_free)

G_END_DECLS
