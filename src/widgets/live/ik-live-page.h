#pragma once

#include "ik-chord.h"
#include "ik-live-interview.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define IK_TYPE_LIVE_PAGE (ik_live_page_get_type ())
G_DECLARE_FINAL_TYPE (IkLivePage, ik_live_page, IK, LIVE_PAGE, AdwBin)

/* Signal "ended": the interviewer ended the interview or broke it off, as its
 * state says; everything is saved. */

GtkWidget       *ik_live_page_new      (IkLiveInterview *live);
IkLiveInterview *ik_live_page_get_live (IkLivePage      *self);

/* ik-live-page-keys.c */
const IkChord   *ik_live_page_get_chords (gsize         *out_n_chords);
void             ik_live_page_set_comments (IkLivePage *self,
                                            GPtrArray  *comments);

G_END_DECLS
