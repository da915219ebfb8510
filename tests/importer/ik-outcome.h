#pragma once

#include "ik-importer.h"

IkPack *ik_outcome_read (const char *document);
char   *ik_outcome_of   (const char *document);
