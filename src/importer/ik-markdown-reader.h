#pragma once

#include "ik-block-list.h"

G_BEGIN_DECLS

IkBlockList *ik_markdown_reader_read (const char *text);

G_END_DECLS
