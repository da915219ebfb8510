#pragma once

#include "ik-draft-content.h"

G_BEGIN_DECLS

/* What the widgets call that what a line became, for people, and the class of
 * its style; NULL for a line that became nothing. */

const char *ik_mark_words_for_mark  (IkLineMark mark);
const char *ik_mark_words_get_style (IkLineMark mark);
const char *ik_mark_words_get_color (IkLineMark mark);

G_END_DECLS
