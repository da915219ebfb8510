#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define IK_TYPE_READ_OUT (ik_read_out_get_type ())
G_DECLARE_FINAL_TYPE (IkReadOut, ik_read_out, IK, READ_OUT, AdwBin)

const char *ik_read_out_get_text     (IkReadOut  *self);
void        ik_read_out_set_text     (IkReadOut  *self,
                                      const char *text);
gboolean    ik_read_out_is_unfolded  (IkReadOut  *self);
void        ik_read_out_set_unfolded (IkReadOut  *self,
                                      gboolean    unfolded);

G_END_DECLS
