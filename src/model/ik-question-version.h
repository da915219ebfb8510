#pragma once

#include "ik-question.h"

G_BEGIN_DECLS

/**
 * IkQuestionField:
 *
 * The texts of a question that have a history: wording and guidance, in the order
 * in which a person reads them.
 */
typedef enum
{
  IK_QUESTION_FIELD_PROMPT,
  IK_QUESTION_FIELD_DETAILS,
  IK_QUESTION_FIELD_SUB_QUESTIONS,
  IK_QUESTION_FIELD_REFERENCE_ANSWER,
  IK_QUESTION_FIELD_LEVEL_ANSWERS,
  IK_QUESTION_FIELD_FOLLOW_UPS,
  IK_QUESTION_FIELD_POSITIVE_INDICATORS,
  IK_QUESTION_FIELD_RED_FLAGS,
  IK_QUESTION_FIELD_WHY_IT_MATTERS,
  IK_QUESTION_FIELD_CLARIFYING_QUESTIONS,
  IK_QUESTION_FIELD_SOLUTION_STEPS,
  IK_QUESTION_FIELD_REFERENCES,
} IkQuestionField;

#define IK_N_QUESTION_FIELDS (IK_QUESTION_FIELD_REFERENCES + 1)

/**
 * IkQuestionChange:
 * @IK_QUESTION_CHANGE_EDIT: somebody edited it
 * @IK_QUESTION_CHANGE_IMPORT: an import brought it up to date
 * @IK_QUESTION_CHANGE_MERGE: it was merged with another one
 * @IK_QUESTION_CHANGE_RESTORE: an earlier version took its place
 *
 * What ended a version of a question.
 */
typedef enum
{
  IK_QUESTION_CHANGE_EDIT,
  IK_QUESTION_CHANGE_IMPORT,
  IK_QUESTION_CHANGE_MERGE,
  IK_QUESTION_CHANGE_RESTORE,
} IkQuestionChange;

/**
 * IkQuestionVersion:
 * @id: UUID
 * @origin_id: the question that said so; another one where it was merged since
 * @change: what ended it
 * @changed_at_us: when, µs since 1970 UTC
 * @text: wording and guidance; nothing else of it is of that time
 * @changed: bit i: the change was about #IkQuestionField i
 *
 * What a question said before it was changed.
 */
typedef struct
{
  char             *id;
  char             *origin_id;
  IkQuestionChange  change;
  gint64            changed_at_us;
  IkQuestion       *text;
  guint             changed;
} IkQuestionVersion;

void        ik_question_version_free          (IkQuestionVersion *self);
void        ik_question_version_list_changes  (GPtrArray         *versions,
                                               const IkQuestion  *now);

char       *ik_question_dup_field             (const IkQuestion  *self,
                                               IkQuestionField    field);
guint       ik_question_find_changed_fields   (const IkQuestion  *self,
                                               const IkQuestion  *other);
void        ik_question_take_wording          (IkQuestion        *self,
                                               const IkQuestion  *source);

const char *ik_question_change_to_nick        (IkQuestionChange   change);
gboolean    ik_question_change_from_nick      (const char        *nick,
                                               IkQuestionChange  *out_change);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkQuestionVersion, ik_question_version_free)

G_END_DECLS
