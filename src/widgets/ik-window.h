#pragma once

#include <adwaita.h>

#include "ik-undo-stack.h"

G_BEGIN_DECLS

#define IK_TYPE_WINDOW (ik_window_get_type ())
G_DECLARE_FINAL_TYPE (IkWindow, ik_window, IK, WINDOW, AdwApplicationWindow)

IkWindow    *ik_window_new            (GtkApplication  *application,
                                       const char      *library_path);
IkLibrary   *ik_window_get_library    (IkWindow        *self);
IkUndoStack *ik_window_get_undo_stack (IkWindow        *self);

/* Pages beside the sidebar, by name: "today", "packs", "sets", "candidates".
 * Made when first shown. */
GtkWidget   *ik_window_show_page      (IkWindow        *self,
                                       const char      *name);

/* Pages that take the whole window, such as the interview: shown until another
 * one is or ik_window_show_browse() is called, and dropped then. */
void         ik_window_show_full      (IkWindow        *self,
                                       GtkWidget       *page);
void         ik_window_show_browse    (IkWindow        *self);
GtkWidget   *ik_window_get_full       (IkWindow        *self);
void         ik_window_leave_page     (GtkWidget       *page);

void         ik_window_import         (IkWindow        *self,
                                       GFile          **files,
                                       guint            n_files);

G_END_DECLS
