#pragma once

#include "ik-candidate.h"
#include "ik-library.h"

G_BEGIN_DECLS

GPtrArray   *ik_candidates_list   (IkLibrary     *library,
                                   GCancellable  *cancellable,
                                   GError       **error);
IkCandidate *ik_candidates_load   (IkLibrary     *library,
                                   const char    *id,
                                   GCancellable  *cancellable,
                                   GError       **error);
gboolean     ik_candidates_save   (IkLibrary     *library,
                                   IkCandidate   *candidate,
                                   GCancellable  *cancellable,
                                   GError       **error);
gboolean     ik_candidates_erase  (IkLibrary     *library,
                                   const char    *id,
                                   gboolean       keep_scores,
                                   GCancellable  *cancellable,
                                   GError       **error);
gboolean     ik_candidates_export (IkLibrary     *library,
                                   const char    *id,
                                   const char    *directory,
                                   GCancellable  *cancellable,
                                   GError       **error);

G_END_DECLS
