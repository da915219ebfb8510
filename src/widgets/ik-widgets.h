#pragma once

#include <glib.h>

G_BEGIN_DECLS

void ik_widgets_init (void);

G_END_DECLS
