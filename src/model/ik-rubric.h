#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Id of the rubric that holds where a pack brings none. Fixed, so that
 * libraries that are merged agree about it. */
#define IK_RUBRIC_BUILT_IN_ID "5b0f6a34-7c1e-4c52-9d0a-3e8f2a41c701"

/* More levels than this cannot be rated with Alt+1…7; one alone says nothing. */
#define IK_RUBRIC_MIN_LEVELS 2
#define IK_RUBRIC_MAX_LEVELS 7

/* What a level may count, as pack documents have it (cli.md says no bound; these
 * are ours). */
#define IK_RUBRIC_MIN_VALUE -1000
#define IK_RUBRIC_MAX_VALUE 1000

/* A rating that was not given yet, or a level that is not asked for. */
#define IK_RATING_NONE G_MININT

/* How often an answer counts in a mean. More than nine times another is no
 * weight any more: leave the other one out. */
#define IK_WEIGHT_EQUAL 1
#define IK_WEIGHT_MAX   9

/**
 * IkRubricLevel:
 * @value: the number that counts in means
 * @label: one word for people
 * @anchor: what an answer at this level looks like, "" where not written
 */
typedef struct
{
  int   value;
  char *label;
  char *anchor;
} IkRubricLevel;

/**
 * IkRubric:
 * @id: UUID
 * @name: title
 * @version: how often its wording was changed after an interview took a copy,
 *   from 1
 * @levels: (element-type IkRubricLevel): from the lowest value to the highest
 *
 * A rating scale with a written anchor for each level.
 */
typedef struct
{
  char      *id;
  char      *name;
  guint      version;
  GPtrArray *levels;
} IkRubric;

/**
 * IkCompetency:
 * @id: UUID
 * @name: what a question measures
 * @description: what belongs to it, "" where not written
 */
typedef struct
{
  char *id;
  char *name;
  char *description;
} IkCompetency;

IkRubricLevel       *ik_rubric_level_new    (int                  value,
                                             const char          *label,
                                             const char          *anchor);
IkRubricLevel       *ik_rubric_level_copy   (const IkRubricLevel *self);
void                 ik_rubric_level_free   (IkRubricLevel       *self);

IkRubric            *ik_rubric_new          (const char          *id,
                                             const char          *name);
IkRubric            *ik_rubric_new_built_in (void);
IkRubric            *ik_rubric_copy         (const IkRubric      *self);
void                 ik_rubric_free         (IkRubric            *self);
gboolean             ik_rubric_equal        (const IkRubric      *one,
                                             const IkRubric      *other);
const IkRubricLevel *ik_rubric_find_level   (const IkRubric      *self,
                                             int                  value);
char                *ik_rubric_dup_level_text (const IkRubric    *self,
                                               int                value);
gboolean             ik_rubric_is_extreme   (const IkRubric      *self,
                                             int                  value);
gboolean             ik_rubric_has_values_of (const IkRubric     *self,
                                              const IkRubric     *other);

IkCompetency        *ik_competency_new      (const char          *id,
                                             const char          *name,
                                             const char          *description);
IkCompetency        *ik_competency_copy     (const IkCompetency  *self);
void                 ik_competency_free     (IkCompetency        *self);
gboolean             ik_competency_equal    (const IkCompetency  *one,
                                             const IkCompetency  *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkRubricLevel, ik_rubric_level_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkRubric, ik_rubric_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkCompetency, ik_competency_free)

G_END_DECLS
