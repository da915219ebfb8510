#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Sharp on paper at the size of a logo: 150 points at 300 dots per inch. */
#define IK_LOGO_MAX_WIDTH 640
#define IK_LOGO_MAX_HEIGHT 320

GBytes *ik_logo_picture_read (GBytes      *bytes,
                              const char  *name,
                              GError     **error);

G_END_DECLS
