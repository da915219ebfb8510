#pragma once

#include "ik-live-interview.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * IkLiveWording:
 * @IK_LIVE_WORDING_EXTRA: of a question that is added
 * @IK_LIVE_WORDING_AS_ASKED: of the current question, as it was said
 *
 * What wording is written down.
 */
typedef enum
{
  IK_LIVE_WORDING_EXTRA,
  IK_LIVE_WORDING_AS_ASKED,
} IkLiveWording;

#define IK_TYPE_LIVE_WORDING_BAR (ik_live_wording_bar_get_type ())
G_DECLARE_FINAL_TYPE (IkLiveWordingBar, ik_live_wording_bar, IK, LIVE_WORDING_BAR, AdwBin)

void ik_live_wording_bar_set_live (IkLiveWordingBar *self,
                                   IkLiveInterview  *live);
void ik_live_wording_bar_open     (IkLiveWordingBar *self,
                                   IkLiveWording     wording);

G_END_DECLS
