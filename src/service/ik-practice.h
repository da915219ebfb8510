#pragma once

#include "ik-interview.h"
#include "ik-library.h"

G_BEGIN_DECLS

typedef struct _IkPractice IkPractice;

IkPractice  *ik_practice_new            (IkLibrary     *library,
                                         const char    *set_id,
                                         GCancellable  *cancellable,
                                         GError       **error);
void         ik_practice_free           (IkPractice    *self);
IkLibrary   *ik_practice_get_library    (IkPractice    *self);
IkInterview *ik_practice_take_interview (IkPractice    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkPractice, ik_practice_free)

G_END_DECLS
