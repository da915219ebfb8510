#pragma once

#include "ik-candidate.h"
#include "ik-library.h"

G_BEGIN_DECLS

/* Candidates. All functions block: call them off the main loop. */

GPtrArray   *ik_candidates_list   (IkLibrary          *library,
                                   GCancellable       *cancellable,
                                   GError            **error); /* IkCandidate, by name */
IkCandidate *ik_candidates_load   (IkLibrary          *library,
                                   const char         *id,
                                   GCancellable       *cancellable,
                                   GError            **error);
/* Adds or changes, attachments included; sets created_at and decided_at. */
gboolean     ik_candidates_save   (IkLibrary          *library,
                                   IkCandidate        *candidate,
                                   GCancellable       *cancellable,
                                   GError            **error);
/* Removes a person for good, no undo: nothing is left in the file.
 * @keep_scores: the interviews stay without name, notes and files. */
gboolean     ik_candidates_erase  (IkLibrary          *library,
                                   const char         *id,
                                   gboolean            keep_scores,
                                   GCancellable       *cancellable,
                                   GError            **error);
/* Writes everything held about one person into a folder: candidate.json, an
 * interview-N.json each, the files. The folder is made, or must be empty. */
gboolean     ik_candidates_export (IkLibrary          *library,
                                   const char         *id,
                                   const char         *directory,
                                   GCancellable       *cancellable,
                                   GError            **error);

G_END_DECLS
