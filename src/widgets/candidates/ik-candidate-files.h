#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define IK_TYPE_CANDIDATE_FILES (ik_candidate_files_get_type ())
G_DECLARE_FINAL_TYPE (IkCandidateFiles, ik_candidate_files, IK, CANDIDATE_FILES, AdwBin)

void       ik_candidate_files_set_files (IkCandidateFiles  *self,
                                         const char        *candidate_id,
                                         GPtrArray         *files);
GPtrArray *ik_candidate_files_get_files (IkCandidateFiles  *self);
void       ik_candidate_files_add       (IkCandidateFiles  *self,
                                         GFile            **files,
                                         guint              n_files);
void       ik_candidate_files_paste     (IkCandidateFiles  *self);

G_END_DECLS
