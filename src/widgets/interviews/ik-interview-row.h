#pragma once

#include "ik-interview.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define IK_TYPE_INTERVIEW_ROW (ik_interview_row_get_type ())
G_DECLARE_FINAL_TYPE (IkInterviewRow, ik_interview_row, IK, INTERVIEW_ROW, GtkListBoxRow)

typedef enum
{
  IK_INTERVIEW_ROW_OF_LIBRARY,   /* named by the candidate */
  IK_INTERVIEW_ROW_OF_TEAM,      /* named by the candidate, with who asks */
  IK_INTERVIEW_ROW_OF_CANDIDATE, /* named by the question set */
} IkInterviewRowKind;

GtkWidget *ik_interview_row_new        (const IkInterviewSummary *interview,
                                        IkInterviewRowKind        kind,
                                        gint64                    now_us);
void       ik_interview_row_show_until (IkInterviewRow           *self,
                                        gint64                    now_us);
void       ik_interview_row_follow     (GtkListBox               *list);

G_END_DECLS
