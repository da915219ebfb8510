#pragma once

#include <glib.h>

extern const char *const ik_hostile_parts[];

char *ik_hostile_document (const char *part,
                           gsize       size);
