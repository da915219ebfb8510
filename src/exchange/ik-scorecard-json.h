#pragma once

#include "ik-exchange-error.h"
#include "ik-scorecard.h"

G_BEGIN_DECLS

#define IK_SCORECARD_FORMAT "interview-kit-scorecard"
#define IK_SCORECARD_VERSION 1

GBytes      *ik_scorecard_to_document   (const IkScorecard  *scorecard);
IkScorecard *ik_scorecard_from_document (GBytes             *document,
                                         GError            **error);

G_END_DECLS
