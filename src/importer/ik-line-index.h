#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _IkLineIndex IkLineIndex;

IkLineIndex *ik_line_index_new      (const char        *text);
void         ik_line_index_free     (IkLineIndex       *self);
guint        ik_line_index_count    (const IkLineIndex *self);
gsize        ik_line_index_get_offset (const IkLineIndex *self,
                                     guint              line);
guint        ik_line_index_find     (const IkLineIndex *self,
                                     gsize              offset);
const char  *ik_line_index_get      (const IkLineIndex *self,
                                     guint              line,
                                     gsize             *out_length);
gboolean     ik_line_index_is_blank (const IkLineIndex *self,
                                     guint              line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkLineIndex, ik_line_index_free)

G_END_DECLS
