#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *ik_test_bank_get_word (guint       index);
void        ik_test_bank_make     (const char *path,
                                   guint       n_questions);

G_END_DECLS
