#pragma once

#include <adwaita.h>

#include "ik-library.h"

G_BEGIN_DECLS

#define IK_TYPE_PREFERENCES_WINDOW (ik_preferences_window_get_type ())
G_DECLARE_FINAL_TYPE (IkPreferencesWindow, ik_preferences_window, IK, PREFERENCES_WINDOW,
                      AdwPreferencesWindow)

GtkWidget *ik_preferences_window_new (GtkWindow *parent,
                                      IkLibrary *library);

G_END_DECLS
