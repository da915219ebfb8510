#pragma once

#include "ik-interview.h"
#include "ik-panels.h"
#include "ik-test-library.h"

G_BEGIN_DECLS

#define TEST_ROUND "Second round"

/* Olga is the chair of a panel about Ada Example with Ben Ito, Cleo Marsh and
 * herself; each has a library. */
typedef struct
{
  IkTestLibrary chair;
  IkTestLibrary ben;
  IkTestLibrary cleo;
  char         *candidate_id;
  char         *set_id;
  char         *panel_id;
  GFile        *invitation;
  GFile        *scorecard;
} IkTestPanel;

void                ik_test_panel_set_up        (IkTestPanel        *self,
                                                 gconstpointer       data);
void                ik_test_panel_tear_down     (IkTestPanel        *self,
                                                 gconstpointer       data);
void                ik_test_panel_set_owner     (IkTestLibrary      *test,
                                                 const char         *name);
char               *ik_test_panel_add_candidate (IkTestLibrary      *test);
char               *ik_test_panel_add_set       (IkTestLibrary      *test,
                                                 const char         *role);
GPtrArray          *ik_test_panel_make_seats    (const char *const  *names);
char               *ik_test_panel_invite        (IkTestPanel        *self,
                                                 GPtrArray          *seats,
                                                 GError            **error);
char               *ik_test_panel_open          (IkTestPanel        *self,
                                                 IkTestLibrary      *test);
IkInterview        *ik_test_panel_load          (IkTestLibrary      *test,
                                                 const char         *id);
void                ik_test_panel_hand_in       (IkTestLibrary      *test,
                                                 const char         *id,
                                                 int                 rating,
                                                 const char         *summary);
void                ik_test_panel_hand_in_own   (IkTestPanel        *self);
void                ik_test_panel_reopen        (IkTestLibrary      *test,
                                                 const char         *id);
void                ik_test_panel_send          (IkTestPanel        *self,
                                                 IkTestLibrary      *test,
                                                 const char         *id);
IkScorecardReceipt *ik_test_panel_import        (IkTestPanel        *self);
void                ik_test_panel_assert_refused (IkTestPanel       *self,
                                                  IkTestLibrary     *test,
                                                  const char        *panel_id,
                                                  const char        *part);

G_END_DECLS
