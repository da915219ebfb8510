#pragma once

#include <adwaita.h>

#include "ik-attachment.h"

G_BEGIN_DECLS

#define IK_TYPE_FILE_WINDOW (ik_file_window_get_type ())
G_DECLARE_FINAL_TYPE (IkFileWindow, ik_file_window, IK, FILE_WINDOW, AdwWindow)

GtkWidget *ik_file_window_new (GtkWindow          *parent,
                               const IkAttachment *file);

G_END_DECLS
