#pragma once

#include "ik-command.h"

G_BEGIN_DECLS

/* The commands, one file for each group. */
gboolean ik_command_import             (IkCommandContext *context, GError **error);

gboolean ik_command_packs              (IkCommandContext *context, GError **error);
gboolean ik_command_pack_show          (IkCommandContext *context, GError **error);
gboolean ik_command_pack_export        (IkCommandContext *context, GError **error);
gboolean ik_command_pack_remove        (IkCommandContext *context, GError **error);
gboolean ik_command_search             (IkCommandContext *context, GError **error);
gboolean ik_command_duplicates          (IkCommandContext *context, GError **error);
gboolean ik_command_duplicate_merge     (IkCommandContext *context, GError **error);
gboolean ik_command_duplicate_keep      (IkCommandContext *context, GError **error);
gboolean ik_command_questions           (IkCommandContext *context, GError **error);
gboolean ik_command_searches            (IkCommandContext *context, GError **error);
gboolean ik_command_searches_rename     (IkCommandContext *context, GError **error);
gboolean ik_command_searches_remove     (IkCommandContext *context, GError **error);
gboolean ik_command_rubrics            (IkCommandContext *context, GError **error);
gboolean ik_command_competencies       (IkCommandContext *context, GError **error);

gboolean ik_command_sets               (IkCommandContext *context, GError **error);
gboolean ik_command_set_new            (IkCommandContext *context, GError **error);
gboolean ik_command_set_show           (IkCommandContext *context, GError **error);
gboolean ik_command_set_check          (IkCommandContext *context, GError **error);
gboolean ik_command_set_fill           (IkCommandContext *context, GError **error);
gboolean ik_command_set_history        (IkCommandContext *context, GError **error);
gboolean ik_command_set_restore        (IkCommandContext *context, GError **error);
gboolean ik_command_set_score          (IkCommandContext *context, GError **error);
gboolean ik_command_set_remove         (IkCommandContext *context, GError **error);
gboolean ik_command_set_export         (IkCommandContext *context, GError **error);

gboolean ik_command_candidates         (IkCommandContext *context, GError **error);
gboolean ik_command_candidate_add      (IkCommandContext *context, GError **error);
gboolean ik_command_candidate_show     (IkCommandContext *context, GError **error);
gboolean ik_command_candidate_export   (IkCommandContext *context, GError **error);
gboolean ik_command_candidate_day      (IkCommandContext *context, GError **error);
gboolean ik_command_candidate_erase    (IkCommandContext *context, GError **error);

gboolean ik_command_interviews         (IkCommandContext *context, GError **error);
gboolean ik_command_interview_plan     (IkCommandContext *context, GError **error);
gboolean ik_command_interview_show     (IkCommandContext *context, GError **error);
gboolean ik_command_interview_cancel   (IkCommandContext *context, GError **error);
gboolean ik_command_interview_no_show  (IkCommandContext *context, GError **error);
gboolean ik_command_interview_plan_again (IkCommandContext *context, GError **error);
gboolean ik_command_interview_reopen   (IkCommandContext *context, GError **error);
gboolean ik_command_interview_record   (IkCommandContext *context, GError **error);
gboolean ik_command_panels             (IkCommandContext *context, GError **error);
gboolean ik_command_panel_invite       (IkCommandContext *context, GError **error);
gboolean ik_command_panel_open         (IkCommandContext *context, GError **error);
gboolean ik_command_panel_send         (IkCommandContext *context, GError **error);
gboolean ik_command_panel_import       (IkCommandContext *context, GError **error);
gboolean ik_command_panel_show         (IkCommandContext *context, GError **error);
gboolean ik_command_panel_forget_key   (IkCommandContext *context, GError **error);
gboolean ik_command_panel_matrix        (IkCommandContext *context, GError **error);
gboolean ik_command_panel_agree         (IkCommandContext *context, GError **error);
gboolean ik_command_report             (IkCommandContext *context, GError **error);

gboolean ik_command_insight             (IkCommandContext *context, GError **error);

gboolean ik_command_library_check      (IkCommandContext *context, GError **error);
gboolean ik_command_library_backup     (IkCommandContext *context, GError **error);
gboolean ik_command_library_restore    (IkCommandContext *context, GError **error);
gboolean ik_command_library_owner      (IkCommandContext *context, GError **error);
gboolean ik_command_demo               (IkCommandContext *context, GError **error);

G_END_DECLS
