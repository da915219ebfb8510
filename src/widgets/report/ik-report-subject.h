#pragma once

#include "ik-library.h"
#include "ik-report.h"

G_BEGIN_DECLS

/* Which document it is, of those that leave the program about people and for
 * them. */
typedef enum
{
  IK_REPORT_KIND_INTERNAL,
  IK_REPORT_KIND_CANDIDATE,
  IK_REPORT_KIND_PACKET,
  IK_REPORT_KIND_COMPARISON,
  IK_REPORT_KIND_DAY,
  IK_REPORT_KIND_KIT,
  IK_REPORT_KIND_HANDOUT,
} IkReportKind;

/**
 * IkReportSubject:
 * @kind: which document; an internal one may be turned into the candidate's and back, a
 *   kit into a hand-out
 * @ids: (owned) (nullable) (array zero-terminated=1): interviews
 * @role: (owned) (nullable): of a comparison
 * @candidate_id: (owned) (nullable): of a panel day
 * @set_id: (owned) (nullable): of a question set
 * @day_us: any moment of that day, microseconds since 1970 UTC; 0 for the next one
 * @name: (owned) (nullable): whom or what it is about, once that is known
 * @set_title: (owned) (nullable): the same
 *
 * What a document is about, whatever is chosen for it.
 */
typedef struct
{
  IkReportKind   kind;
  char         **ids;
  char          *role;
  char          *candidate_id;
  char          *set_id;
  gint64         day_us;
  char          *name;
  char          *set_title;
} IkReportSubject;

IkReportSubject *ik_report_subject_new_interviews (IkReportKind            kind,
                                                   const char *const      *ids);
IkReportSubject *ik_report_subject_new_comparison (const char             *role);
IkReportSubject *ik_report_subject_new_day        (const char             *candidate_id,
                                                   gint64                  day_us);
IkReportSubject *ik_report_subject_new_set        (const char             *set_id);
IkReportSubject *ik_report_subject_copy           (const IkReportSubject  *self);
void             ik_report_subject_free           (IkReportSubject        *self);

gboolean         ik_report_subject_find_names     (IkReportSubject        *self,
                                                   IkLibrary              *library,
                                                   GCancellable           *cancellable,
                                                   GError                **error);
char            *ik_report_subject_make_title     (const IkReportSubject  *self,
                                                   IkReportKind            kind,
                                                   gboolean                redacts_names);
gboolean         ik_report_subject_lay_out        (const IkReportSubject  *self,
                                                   IkLibrary              *library,
                                                   const IkReportOptions  *options,
                                                   IkReportPages          *pages,
                                                   GCancellable           *cancellable,
                                                   GError                **error);
gboolean         ik_report_subject_export         (const IkReportSubject  *self,
                                                   IkLibrary              *library,
                                                   const IkReportOptions  *options,
                                                   GFile                  *file,
                                                   GCancellable           *cancellable,
                                                   GError                **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkReportSubject, ik_report_subject_free)

G_END_DECLS
