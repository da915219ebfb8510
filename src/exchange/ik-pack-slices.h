#pragma once

#include "ik-json-cursor.h"

G_BEGIN_DECLS

/**
 * IkPackSlices:
 * @frame: the pack document with empty lists of questions
 * @sections: (element-type GArray): for each section, its questions as
 *   #IkJsonSlice of the text
 *
 * A pack document taken apart, so that no tree of all of it is needed.
 */
typedef struct
{
  GString   *frame;
  GPtrArray *sections;
} IkPackSlices;

gboolean ik_pack_slices_init  (IkPackSlices  *self,
                               const char    *text,
                               gsize          length,
                               const char   **out_broken);
void     ik_pack_slices_clear (IkPackSlices  *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (IkPackSlices, ik_pack_slices_clear)

G_END_DECLS
