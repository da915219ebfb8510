#pragma once

#include "ik-library.h"

G_BEGIN_DECLS

/* Somebody who gives the commands of people, in an order that chance decides. */
typedef struct
{
  IkLibrary *library;
  GRand     *rand;
} IkTestPerson;

gboolean ik_test_person_act (IkTestPerson  *self,
                             GError       **error);

G_END_DECLS
