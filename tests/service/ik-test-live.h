#pragma once

#include "ik-test-interview.h"

G_BEGIN_DECLS

#define NOON_US G_GINT64_CONSTANT (1770000000000000)
#define SECOND_US G_USEC_PER_SEC

/* An interview that is planned, held by a clock that is set by hand. */
typedef struct
{
  IkTestLibrary    base;
  IkManualClock   *clock;
  char            *id;    /* of the interview */
  IkLiveInterview *live;
} IkTestLive;

void                   ik_test_live_set_up    (IkTestLive       *fixture,
                                               gconstpointer  data);
void                   ik_test_live_tear_down (IkTestLive       *fixture,
                                               gconstpointer  data);
IkInterview           *ik_test_live_load      (IkTestLive       *fixture);
void                   ik_test_live_flush     (IkTestLive       *fixture);
void                   ik_test_live_restart   (IkTestLive       *fixture);
const IkInterviewItem *ik_test_live_get_item  (IkTestLive       *fixture,
                                               guint          index);
void                   ik_test_live_advance   (IkTestLive       *fixture,
                                               gint64         elapsed_us);

G_END_DECLS
