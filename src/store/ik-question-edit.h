#pragma once

#include "ik-step-time.h"

G_BEGIN_DECLS

/**
 * IkQuestionEditKind:
 * @IK_QUESTION_EDIT_ADD_TAG: puts a tag behind the others
 * @IK_QUESTION_EDIT_REMOVE_TAG: takes a tag away
 * @IK_QUESTION_EDIT_SET_LEVEL: changes the level
 * @IK_QUESTION_EDIT_MOVE: moves to the end of a section
 * @IK_QUESTION_EDIT_COPY: copies to the end of a section
 * @IK_QUESTION_EDIT_ARCHIVE: archives
 * @IK_QUESTION_EDIT_UNARCHIVE: makes archived questions ready again
 * @IK_QUESTION_EDIT_DELETE: takes out of the bank, and of the sets
 *
 * What is done to many questions.
 */
typedef enum
{
  IK_QUESTION_EDIT_ADD_TAG,
  IK_QUESTION_EDIT_REMOVE_TAG,
  IK_QUESTION_EDIT_SET_LEVEL,
  IK_QUESTION_EDIT_MOVE,
  IK_QUESTION_EDIT_COPY,
  IK_QUESTION_EDIT_ARCHIVE,
  IK_QUESTION_EDIT_UNARCHIVE,
  IK_QUESTION_EDIT_DELETE,
} IkQuestionEditKind;

/**
 * IkQuestionEdit:
 * @kind: what is done
 * @text: (nullable): the tag, or the level ("" for none)
 * @pack_id: (nullable): where to move or copy to
 * @section: (nullable): title of the section there, made if it is new
 *
 * What is done to many questions, and with what.
 */
typedef struct
{
  IkQuestionEditKind  kind;
  const char         *text;
  const char         *pack_id;
  const char         *section;
} IkQuestionEdit;

/**
 * IkQuestionEditing:
 * @edit: what is done
 * @rows: (element-type gint64): values of question.seq, in the order in which a
 *   section gets them
 * @next: index of the first that is still to do
 * @n_changed: how many were changed so far
 * @section_id: (owned) (nullable): the section they go to
 * @position: the place of the next one there
 *
 * How far a change of many questions is.
 */
typedef struct
{
  const IkQuestionEdit *edit;
  const GArray         *rows;
  guint                 next;
  guint                 n_changed;
  char                 *section_id;
  guint                 position;
} IkQuestionEditing;

void     ik_question_editing_clear (IkQuestionEditing  *self);
gboolean ik_question_editing_step  (IkQuestionEditing  *self,
                                    IkDatabase         *database,
                                    IkStepTime         *step,
                                    GError            **error);

G_END_DECLS
