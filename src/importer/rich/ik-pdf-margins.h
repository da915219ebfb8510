#pragma once

#include <glib.h>

G_BEGIN_DECLS

void ik_pdf_margins_drop (GPtrArray *lines,
                          guint      n_pages);

G_END_DECLS
