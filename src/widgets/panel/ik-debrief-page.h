#pragma once

#include "ik-chord.h"
#include "ik-page.h"

G_BEGIN_DECLS

#define IK_TYPE_DEBRIEF_PAGE (ik_debrief_page_get_type ())
G_DECLARE_FINAL_TYPE (IkDebriefPage, ik_debrief_page, IK, DEBRIEF_PAGE, IkPage)

GtkWidget     *ik_debrief_page_new        (const char *candidate_id,
                                           const char *round);
const IkChord *ik_debrief_page_get_chords (gsize      *out_n_chords);

G_END_DECLS
