#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean    ik_wording_next        (const char **position,
                                    const char **out_word,
                                    gsize       *out_length);
void        ik_wording_fold        (GString     *out,
                                    const char  *word,
                                    gsize        length);
void        ik_wording_append      (GString     *out,
                                    const char  *text);
const char *ik_wording_skip_number (const char  *text);

G_END_DECLS
