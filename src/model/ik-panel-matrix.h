#pragma once

#include "ik-panel-agreement.h"
#include "ik-panel-spread.h"
#include "ik-score.h"

G_BEGIN_DECLS

/**
 * IkPanelCellKind:
 * @IK_PANEL_CELL_NOT_IN_SET: nobody planned that this person asks about it
 * @IK_PANEL_CELL_NOT_HANDED_IN: it may be rated, but isn't for anybody to see yet
 * @IK_PANEL_CELL_NOT_ASKED: planned, but none of its questions came up
 * @IK_PANEL_CELL_NO_EVIDENCE: asked, but nothing to rate came of it
 * @IK_PANEL_CELL_NOT_ASSESSED: left out on purpose
 * @IK_PANEL_CELL_NOT_RATED: there is something to rate, and no rating
 * @IK_PANEL_CELL_MIXED: its questions are rated on more than one scale, the
 *   competency itself is not
 * @IK_PANEL_CELL_MEAN: the mean of its rated questions; the competency itself is
 *   not rated
 * @IK_PANEL_CELL_RATED: the rating of the competency
 *
 * What one person says about one competency; only the last two are a number.
 */
typedef enum
{
  IK_PANEL_CELL_NOT_IN_SET,
  IK_PANEL_CELL_NOT_HANDED_IN,
  IK_PANEL_CELL_NOT_ASKED,
  IK_PANEL_CELL_NO_EVIDENCE,
  IK_PANEL_CELL_NOT_ASSESSED,
  IK_PANEL_CELL_NOT_RATED,
  IK_PANEL_CELL_MIXED,
  IK_PANEL_CELL_MEAN,
  IK_PANEL_CELL_RATED,
} IkPanelCellKind;

#define IK_N_PANEL_CELL_KINDS (IK_PANEL_CELL_RATED + 1)

/**
 * IkPanelCell:
 * @kind: what it is
 * @competency: (nullable) (unowned): the competency of that interview, %NULL
 *   where it isn't in its set
 * @scale: (nullable) (unowned): what @value is on, a rubric of that interview
 * @value: the rating or the mean, 0 where there is no number
 * @mean: mean of the questions, which stands beside a rating; all 0 where it is
 *   not handed in
 *
 * One person and one competency.
 */
typedef struct
{
  IkPanelCellKind           kind;
  const IkCompetencyRating *competency;
  const IkRubric           *scale;
  double                    value;
  IkMean                    mean;
} IkPanelCell;

/**
 * IkPanelRow:
 * @name: the competency, different from that of each other row
 * @description: what belongs to it, "" where not written
 * @cells: (element-type IkPanelCell): one for each column
 * @spread: how the numbers compare
 * @scale: (nullable) (unowned): what they are on, %NULL where there are none, or
 *   more than one scale
 * @n_open: people who have it in their set and have not handed in
 *
 * One competency.
 */
typedef struct
{
  char           *name;
  char           *description;
  GArray         *cells;
  IkPanelSpread   spread;
  const IkRubric *scale;
  guint           n_open;
} IkPanelRow;

/**
 * IkPanelColumn:
 * @interview: (unowned): the interview
 * @is_handed_in: whether its ratings count and may be seen
 * @mean: mean of all its questions; all 0 where it is not handed in
 *
 * One interview; a person who held two has two.
 */
typedef struct
{
  const IkInterview *interview;
  gboolean           is_handed_in;
  IkMean             mean;
} IkPanelColumn;

/**
 * IkPanelMatrix:
 * @interviews: (element-type IkInterview): what it points into
 * @columns: (element-type IkPanelColumn): in the order of the interviews
 * @rows: (element-type IkPanelRow): in the order of the sets, the first one's first
 * @recommendations: how the recommendations of those who handed in compare
 *
 * The competencies of one candidate in one round by those who interviewed.
 * Points into its interviews, which must not change.
 */
typedef struct
{
  GPtrArray     *interviews;
  GArray        *columns;
  GPtrArray     *rows;
  IkPanelSpread  recommendations;
} IkPanelMatrix;

IkPanelMatrix       *ik_panel_matrix_new            (GPtrArray           *interviews);
void                 ik_panel_matrix_free           (IkPanelMatrix       *self);
const IkPanelColumn *ik_panel_matrix_get_column     (const IkPanelMatrix *self,
                                                     guint                column);
const IkPanelCell   *ik_panel_row_get_cell          (const IkPanelRow    *self,
                                                     guint                column);
const IkRubric      *ik_panel_matrix_get_scale      (const IkPanelMatrix *self,
                                                     const IkPanelRow    *row);
const IkRubric      *ik_panel_matrix_get_recommendation_scale
                                                    (const IkPanelMatrix *self,
                                                     const IkPanelAgreement *agreement);
const IkRubric      *ik_panel_matrix_find_rubric    (const IkPanelMatrix *self,
                                                     const char          *id);
char                *ik_panel_matrix_dup_agreed_recommendation
                                                    (const IkPanelMatrix *self,
                                                     const IkPanelAgreement *agreement);
gboolean             ik_panel_cell_has_number       (const IkPanelCell   *self);
void                 ik_panel_matrix_count_verdicts (const IkPanelMatrix *self,
                                                     guint                counts[IK_N_PANEL_VERDICTS]);
GArray              *ik_panel_matrix_order_debrief  (const IkPanelMatrix *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkPanelMatrix, ik_panel_matrix_free)

G_END_DECLS
