#pragma once

#include <glib.h>

G_BEGIN_DECLS

GBytes *ik_pdf_picture_draw (GBytes      *bytes,
                             const char  *name,
                             guint        page,
                             guint       *out_n_pages,
                             GError     **error);

G_END_DECLS
