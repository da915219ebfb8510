#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  IK_FILE_FILTER_DOCUMENTS, /* all that can be imported */
  IK_FILE_FILTER_PACK,      /* a pack file, Markdown, CSV */
  IK_FILE_FILTER_LIBRARY,
  IK_FILE_FILTER_REPORT,    /* PDF, Markdown, JSON, CSV */
  IK_FILE_FILTER_PICTURE,
  IK_FILE_FILTER_INVITATION,
  IK_FILE_FILTER_SCORECARD,
  IK_FILE_FILTER_ANY,
} IkFileFilter;

/* The source of the callback is @parent; NULL comes back where the person
 * cancelled. */
void       ik_file_dialog_open_async   (GtkWidget           *parent,
                                        const char          *title,
                                        IkFileFilter         filter,
                                        gboolean             multiple,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data);
GPtrArray *ik_file_dialog_open_finish  (GAsyncResult        *result); /* element-type GFile */
void       ik_file_dialog_save_async   (GtkWidget           *parent,
                                        const char          *title,
                                        IkFileFilter         filter,
                                        const char          *name,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data);
void       ik_file_dialog_folder_async (GtkWidget           *parent,
                                        const char          *title,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data);
GFile     *ik_file_dialog_finish       (GAsyncResult        *result);

void       ik_file_dialog_forget_files (void);

char      *ik_file_dialog_make_name    (const char          *title,
                                        const char          *ending);

G_END_DECLS
