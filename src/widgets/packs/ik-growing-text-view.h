#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define IK_TYPE_GROWING_TEXT_VIEW (ik_growing_text_view_get_type ())
G_DECLARE_FINAL_TYPE (IkGrowingTextView, ik_growing_text_view, IK, GROWING_TEXT_VIEW, GtkTextView)

G_END_DECLS
