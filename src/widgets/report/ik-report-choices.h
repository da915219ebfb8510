#pragma once

#include "ik-report-subject.h"

G_BEGIN_DECLS

/**
 * IkReportChoices:
 * @kind: which document
 * @page_size: paper
 * @without: parts that are left out of an internal report, or of any other
 *   document that has them
 * @has_signature: whether there is a line to sign, where there can be one
 * @redacts_names: whether bars stand in place of names, where they can
 * @redacted: (owned) (array zero-terminated=1): other words behind bars
 * @header: (owned): "" for none
 * @footer: (owned): "" for none
 * @logo: (owned) (nullable): a PNG
 *
 * What somebody chose for a report, apart from where it goes.
 */
typedef struct
{
  IkReportKind      kind;
  IkPageSize        page_size;
  IkReportParts     without;
  gboolean          has_signature;
  gboolean          redacts_names;
  char            **redacted;
  char             *header;
  char             *footer;
  GBytes           *logo;
} IkReportChoices;

IkReportChoices *ik_report_choices_load (void);
IkReportChoices *ik_report_choices_copy (const IkReportChoices *self);
void             ik_report_choices_free (IkReportChoices       *self);
void             ik_report_choices_save (const IkReportChoices *self);
void             ik_report_choices_fill (const IkReportChoices *self,
                                         IkReportOptions       *options);

IkReportParts    ik_report_choices_get_parts     (const IkReportChoices *self);
gboolean         ik_report_choices_can_sign      (const IkReportChoices *self);
gboolean         ik_report_choices_can_redact    (const IkReportChoices *self);
gboolean         ik_report_choices_hide_names    (const IkReportChoices *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkReportChoices, ik_report_choices_free)

G_END_DECLS
