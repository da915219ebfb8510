#pragma once

#include <glib.h>

#include "ik-rubric.h"

G_BEGIN_DECLS

/**
 * IkInsightColumn:
 * @key: name for programs, not translated
 * @title: name for people
 * @description: (nullable): more about it, such as the question it stands for
 * @n_digits: decimals of its numbers; -1 where its cells are texts
 *
 * A column of a table.
 */
typedef struct
{
  char *key;
  char *title;
  char *description;
  int   n_digits;
} IkInsightColumn;

/**
 * IkInsightCell:
 * @text: what people read, "" where nothing is said
 * @has_number: whether @number holds
 * @number: what programs read
 *
 * A cell of a table.
 */
typedef struct
{
  char     *text;
  gboolean  has_number;
  double    number;
} IkInsightCell;

/**
 * IkChartKind:
 * @IK_CHART_SHARES: a bar of each row's counts
 * @IK_CHART_BARS: a bar from the start of the axis to the value
 * @IK_CHART_POINTS: a point at the value, with a line from the low to the high
 *   end where there is one
 *
 * How a chart shows its rows. All have a mark where there is one.
 */
typedef enum
{
  IK_CHART_SHARES,
  IK_CHART_BARS,
  IK_CHART_POINTS,
} IkChartKind;

/**
 * IkChartRow:
 * @label: what it is about
 * @text: the value in words, or why there is none
 * @is_told: whether the others hold
 * @counts: of each level
 * @low: lower end, NaN where there is none
 * @value: the value
 * @high: upper end, NaN where there is none
 * @mark: something to compare with, NaN where there is none
 *
 * A row of a chart.
 */
typedef struct
{
  char     *label;
  char     *text;
  gboolean  is_told;
  guint     counts[IK_RUBRIC_MAX_LEVELS];
  double    low;
  double    value;
  double    high;
  double    mark;
} IkChartRow;

/**
 * IkInsightTable:
 * @key: name for programs, not translated
 * @title: what it is about
 * @subject: the scale or the set it is about, "" where it is about all
 * @explanation: how it is worked out, sentences
 * @nothing: why it is empty, a sentence
 * @columns: (element-type IkInsightColumn): from the start to the end
 * @rows: (element-type GPtrArray): of #IkInsightCell, one for each column
 * @chart_kind: how the chart shows its rows
 * @chart_rows: (element-type IkChartRow): from top to bottom
 * @axis_from: start of the chart's axis
 * @axis_to: its end
 * @axis_step: from one line of the axis to the next
 * @axis_is_percent: whether it is of shares
 * @legend: what bar, point and mark mean; for shares empty
 * @levels: (element-type utf8): names of the levels, for shares
 *
 * A table with its chart: the same for the screen, a file and a terminal.
 */
typedef struct
{
  char        *key;
  char        *title;
  char        *subject;
  char        *explanation;
  char        *nothing;
  GPtrArray   *columns;
  GPtrArray   *rows;

  /* The chart */
  IkChartKind  chart_kind;
  GPtrArray   *chart_rows;
  double       axis_from;
  double       axis_to;
  double       axis_step;
  gboolean     axis_is_percent;
  char        *legend;
  GPtrArray   *levels;
} IkInsightTable;

IkInsightTable        *ik_insight_table_new            (const char           *key,
                                                        const char           *title);
void                   ik_insight_table_free           (IkInsightTable       *self);

void                   ik_insight_table_add_text_column
                                                       (IkInsightTable       *self,
                                                        const char           *key,
                                                        const char           *title);
IkInsightColumn       *ik_insight_table_add_number_column
                                                       (IkInsightTable       *self,
                                                        const char           *key,
                                                        const char           *title,
                                                        guint                 n_digits);

void                   ik_insight_table_begin_row      (IkInsightTable       *self);
void                   ik_insight_table_add_text       (IkInsightTable       *self,
                                                        const char           *text);
void                   ik_insight_table_add_number     (IkInsightTable       *self,
                                                        double                number);
void                   ik_insight_table_add_percent    (IkInsightTable       *self,
                                                        guint                 n,
                                                        guint                 of);
void                   ik_insight_table_add_nothing    (IkInsightTable       *self);

IkChartRow            *ik_insight_table_add_chart_row  (IkInsightTable       *self,
                                                        const char           *label);
void                   ik_insight_table_set_axis       (IkInsightTable       *self,
                                                        double                from,
                                                        double                to);

const IkInsightCell   *ik_insight_table_get_cell       (const IkInsightTable *self,
                                                        guint                 row,
                                                        guint                 column);
char                  *ik_insight_table_describe_chart (const IkInsightTable *self);
char                  *ik_insight_table_format_axis    (const IkInsightTable *self,
                                                        double                number);
void                   ik_insight_table_append_csv     (const IkInsightTable *self,
                                                        GString              *csv);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkInsightTable, ik_insight_table_free)

G_END_DECLS
