#pragma once

#include "ik-panel-matrix.h"
#include "ik-report-document.h"

G_BEGIN_DECLS

/**
 * IkPacketMember:
 * @interview: (unowned): what was recorded
 * @document: (owned): the same in words
 * @recommendation: in words, or why there is none to be seen
 * @mean: the mean of the answers and what it is made of, "" where there is none to
 *   be seen
 * @used_ms: time used
 * @slot_ms: time planned, 0 where not said
 *
 * One interview of a packet.
 */
typedef struct
{
  const IkInterview *interview;
  IkReportDocument  *document;
  char              *recommendation;
  char              *mean;
  gint64             used_ms;
  gint64             slot_ms;
} IkPacketMember;

/**
 * IkPacket:
 * @candidate: name of the candidate
 * @role: the role, "" where not said
 * @round: the round of all interviews, "" where they have several or none
 * @date: the day of the first interview, "" where not said
 * @is_draft: whether an interview has not been handed in
 * @members: (element-type IkPacketMember): in the order of the interviews
 * @matrix: competencies by interviewers; a column for each member
 * @agreement: (nullable) (unowned): what the panel agreed about
 *
 * All that several people found about one candidate, in words: the forms it
 * takes only set these.
 */
typedef struct
{
  char          *candidate;
  char          *role;
  char          *round;
  char          *date;
  gboolean       is_draft;
  GPtrArray     *members;
  IkPanelMatrix *matrix;
  const IkPanelAgreement *agreement;
} IkPacket;

IkPacket *ik_packet_new             (GPtrArray              *interviews,
                                     const IkReportOptions  *options);
void      ik_packet_free            (IkPacket               *self);
char     *ik_packet_format_cell     (const IkPanelCell      *cell);
char     *ik_packet_format_verdict  (const IkPanelRow       *row);
char     *ik_packet_format_time     (const IkPacketMember   *member);
gboolean  ik_packet_has_conclusion  (const IkPacket         *self);
gboolean  ik_packet_has_agreement   (const IkPacket         *self);
const IkAgreedScore *ik_packet_find_score (const IkPacket   *self,
                                     const IkPanelRow       *row);
char     *ik_packet_format_score    (const IkPacket         *self,
                                     const IkAgreedScore    *score);
char     *ik_packet_format_by       (const char             *agreed_by,
                                     gint64                  agreed_at_us);

gboolean  ik_packet_write_pdf       (const IkPacket         *self,
                                     const IkReportOptions  *options,
                                     GOutputStream          *output,
                                     GCancellable           *cancellable,
                                     GError                **error);
GBytes   *ik_packet_render_markdown (const IkPacket         *self);
GBytes   *ik_packet_render_json     (const IkPacket         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkPacket, ik_packet_free)

G_END_DECLS
