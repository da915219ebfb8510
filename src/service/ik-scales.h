#pragma once

#include "ik-library.h"
#include "ik-rubric.h"
#include "ik-scale-use.h"

G_BEGIN_DECLS

gboolean   ik_scales_save_rubric          (IkLibrary           *library,
                                           const IkRubric      *rubric,
                                           GPtrArray           *chips,
                                           GCancellable        *cancellable,
                                           GError             **error);
gboolean   ik_scales_remove_rubric        (IkLibrary           *library,
                                           const char          *id,
                                           GCancellable        *cancellable,
                                           GError             **error);
IkRubric  *ik_scales_load_version         (IkLibrary           *library,
                                           const char          *id,
                                           guint                version,
                                           GCancellable        *cancellable,
                                           GError             **error);
GPtrArray *ik_scales_list_uses            (IkLibrary           *library,
                                           IkScaleKind          kind,
                                           const char          *id,
                                           GCancellable        *cancellable,
                                           GError             **error);
IkRubric  *ik_scales_load_for_question    (IkLibrary           *library,
                                           const char          *question_id,
                                           const char          *set_rubric_id,
                                           GCancellable        *cancellable,
                                           GError             **error);
gboolean   ik_scales_save_competency      (IkLibrary           *library,
                                           const IkCompetency  *competency,
                                           GCancellable        *cancellable,
                                           GError             **error);
gboolean   ik_scales_remove_competency    (IkLibrary           *library,
                                           const char          *id,
                                           GCancellable        *cancellable,
                                           GError             **error);

G_END_DECLS
