#pragma once

#include <glib.h>

GBytes *ik_test_archive_new (const char *member,
                             ...) G_GNUC_NULL_TERMINATED;
