#pragma once

#include "ik-live-interview.h"
#include "ik-test-library.h"

G_BEGIN_DECLS

char        *ik_test_interview_plan            (IkTestLibrary   *test);
IkInterview *ik_test_interview_load            (IkLibrary       *library,
                                                const char      *id);
char        *ik_test_interview_dup_note        (IkLibrary       *library,
                                                const char      *id);
void         ik_test_interview_flush           (IkLiveInterview *live);
void         ik_test_interview_wait_for_writes (IkLibrary       *library);

G_END_DECLS
