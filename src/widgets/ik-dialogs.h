#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * IkUnsavedAnswer:
 * @IK_UNSAVED_KEEP_EDITING: nothing happens
 * @IK_UNSAVED_DISCARD: it may be lost
 * @IK_UNSAVED_SAVE: it shall be saved
 *
 * What becomes of what was changed and not saved.
 */
typedef enum
{
  IK_UNSAVED_KEEP_EDITING,
  IK_UNSAVED_DISCARD,
  IK_UNSAVED_SAVE,
} IkUnsavedAnswer;

/* Questions that stop the person; the source of the callback is @parent. */
void      ik_dialogs_tell           (GtkWidget           *parent,
                                     const char          *heading,
                                     const char          *body);
void      ik_dialogs_confirm_async  (GtkWidget           *parent,
                                     const char          *heading,
                                     const char          *body,
                                     const char          *action_label,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data);
gboolean  ik_dialogs_confirm_finish (GAsyncResult        *result);
void      ik_dialogs_confirm_option_async (GtkWidget     *parent,
                                     const char          *heading,
                                     const char          *body,
                                     const char          *option_label,
                                     const char          *action_label,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data);
gboolean  ik_dialogs_confirm_option_finish (GAsyncResult *result,
                                     gboolean            *out_option);
void      ik_dialogs_ask_unsaved_async (GtkWidget        *parent,
                                     gboolean             can_save,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data);
IkUnsavedAnswer ik_dialogs_ask_unsaved_finish (GAsyncResult *result);
void      ik_dialogs_ask_text_async (GtkWidget           *parent,
                                     const char          *heading,
                                     const char          *text,
                                     const char          *action_label,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data);
void      ik_dialogs_ask_address_async (GtkWidget        *parent,
                                     const char          *heading,
                                     const char          *body,
                                     const char          *action_label,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data);
char     *ik_dialogs_ask_text_finish (GAsyncResult       *result);

G_END_DECLS
