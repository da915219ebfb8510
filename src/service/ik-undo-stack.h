#pragma once

#include "ik-library.h"

G_BEGIN_DECLS

#define IK_TYPE_UNDO_STACK (ik_undo_stack_get_type ())
G_DECLARE_FINAL_TYPE (IkUndoStack, ik_undo_stack, IK, UNDO_STACK, GObject)

IkUndoStack *ik_undo_stack_new            (IkLibrary           *library);
const char  *ik_undo_stack_get_undo_label (IkUndoStack         *self);
const char  *ik_undo_stack_get_redo_label (IkUndoStack         *self);
void         ik_undo_stack_undo_async     (IkUndoStack         *self,
                                           GCancellable        *cancellable,
                                           GAsyncReadyCallback  callback,
                                           gpointer             user_data);
void         ik_undo_stack_redo_async     (IkUndoStack         *self,
                                           GCancellable        *cancellable,
                                           GAsyncReadyCallback  callback,
                                           gpointer             user_data);
char        *ik_undo_stack_finish         (IkUndoStack         *self,
                                           GAsyncResult        *result,
                                           GError             **error);
void         ik_undo_stack_clear          (IkUndoStack         *self);
void         ik_undo_stack_forget_locked  (IkUndoStack         *self);

G_END_DECLS
