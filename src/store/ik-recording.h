#pragma once

#include "ik-database.h"

G_BEGIN_DECLS

typedef struct _IkRecording IkRecording;

IkRecording *ik_recording_new   (IkDatabase   *database,
                                 GError      **error);
void         ik_recording_free  (IkRecording  *self);
GBytes      *ik_recording_end   (IkRecording  *self,
                                 GError      **error);
GBytes      *ik_recording_join  (IkDatabase   *database,
                                 GPtrArray    *changesets,
                                 GError      **error);
gboolean     ik_recording_apply (IkDatabase   *database,
                                 GBytes       *changeset,
                                 gboolean      inverted,
                                 GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkRecording, ik_recording_free)

G_END_DECLS
