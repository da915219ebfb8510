#pragma once

#include "ik-interview.h"

#include <gio/gio.h>

G_BEGIN_DECLS

char     *ik_rescue_copy_write  (const IkInterview  *interview,
                                 GError            **error);
void      ik_rescue_copy_remove (const char         *interview_id);
void      ik_rescue_copy_remove_all (const char     *interview_id);
char     *ik_rescue_copy_find   (const char         *interview_id);
char     *ik_rescue_copy_take   (const IkInterview  *interview);

G_END_DECLS
