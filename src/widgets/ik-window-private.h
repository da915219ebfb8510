#pragma once

#include "ik-report-subject.h"
#include "ik-window.h"

G_BEGIN_DECLS

/* ik-window-actions.c: the actions that any page may activate. */
void ik_window_class_install_actions (GtkWidgetClass *widget_class);

/* ik-window-import.c: documents from files, the web and the clipboard. */
void ik_window_class_install_import_actions (GtkWidgetClass *widget_class);
gboolean ik_window_can_import        (IkWindow       *self);
void ik_window_update_actions        (IkWindow       *self);

/* ik-window-library.c: opening, backing up, checking. */
void ik_window_class_install_library_actions (GtkWidgetClass *widget_class);
void ik_window_open_library          (IkWindow       *self);

/* ik-window-interviews.c: planning, holding, reviewing, reporting. */
void ik_window_class_install_interview_actions (GtkWidgetClass *widget_class);
void ik_window_continue_interview    (IkWindow       *self);

/* ik-window-panel.c: the matrix of a panel, its debrief. */
void ik_window_class_install_panel_actions (GtkWidgetClass *widget_class);

/* ik-window-documents.c: reports of any kind. */
void ik_window_class_install_document_actions (GtkWidgetClass *widget_class);
void ik_window_show_report           (IkWindow        *self,
                                      IkReportSubject *subject);

/* ik-window-exchange.c: invitations and scorecards. */
void ik_window_class_install_exchange_actions (GtkWidgetClass *widget_class);
void ik_window_open_panel_files      (IkWindow       *self,
                                      GFile         **files,
                                      guint           n_files,
                                      GPtrArray      *others);

/* ik-window-scorecards.c: merging them. */
void ik_window_merge_scorecards      (IkWindow       *self,
                                      GPtrArray      *files);

/* ik-window.c */
void ik_window_keep_file             (IkWindow       *self,
                                      GFile          *file);

const char *ik_window_get_page_name    (IkWindow       *self);
void ik_window_watch_undo_stack        (IkWindow       *self);
GMenu *ik_window_get_undo_section      (IkWindow       *self);

const char *ik_window_get_library_path (IkWindow     *self);
void        ik_window_take_library     (IkWindow     *self,
                                        IkLibrary    *library);
void        ik_window_show_status      (IkWindow     *self,
                                        const char   *title,
                                        const char   *description);
void        ik_window_set_library_path (IkWindow     *self,
                                        const char   *path);

G_END_DECLS
