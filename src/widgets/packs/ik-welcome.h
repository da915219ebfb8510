#pragma once

#include "ik-page.h"

G_BEGIN_DECLS

#define IK_TYPE_WELCOME (ik_welcome_get_type ())
G_DECLARE_FINAL_TYPE (IkWelcome, ik_welcome, IK, WELCOME, IkPage)

G_END_DECLS
