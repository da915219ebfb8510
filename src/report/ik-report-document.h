#pragma once

#include "ik-interview.h"
#include "ik-report-timeline.h"
#include "ik-report.h"
#include "ik-rich-text.h"

G_BEGIN_DECLS

/**
 * IkReportFact:
 * @label: what it is
 * @value: in words
 */
typedef struct
{
  char *label;
  char *value;
} IkReportFact;

/**
 * IkReportNote:
 * @time: when, in words; "" where not known
 * @text: a paragraph
 */
typedef struct
{
  char *time;
  char *text;
} IkReportNote;

/**
 * IkReportTick:
 * @time: when it was heard
 * @side: positive or red flag
 * @text: what was listened for
 */
typedef struct
{
  char            *time;
  IkIndicatorSide  side;
  IkRichText      *text;
} IkReportTick;

/**
 * IkReportScale:
 * @values: (element-type int): values of the levels, from the lowest
 * @rating: the one that was given, IK_RATING_NONE if none
 *
 * What a scale shows. Empty where there is no rubric.
 */
typedef struct
{
  GArray *values;
  int     rating;
} IkReportScale;

/**
 * IkReportCompetency:
 * @name: what was measured
 * @scale: its scale and its own rating
 * @rating: that rating in words
 * @n_rated: number of answers behind the mean, 0 where there is none
 * @mean: mean of its answers
 * @mean_text: the mean and what it is made of, in words
 */
typedef struct
{
  char          *name;
  IkReportScale  scale;
  char          *rating;
  guint          n_rated;
  double         mean;
  char          *mean_text;
} IkReportCompetency;

/**
 * IkReportQuestion:
 * @number: position, from 1
 * @section: (nullable): title of the section that begins here
 * @prompt: what was asked
 * @asked_as: what was said instead, "" where it was @prompt
 * @details: (element-type IkRichBlock): scenario, code, options
 * @sub_questions: (element-type IkRichText): in order
 * @is_asked: whether it was asked at all, by its outcome or by other signs
 * @outcome: in words
 * @used_ms: time used
 * @planned_ms: time planned, extra time included
 * @time: (nullable): both in words; %NULL where not asked
 * @competency: (nullable): what it measures
 * @marks: (element-type utf8): what else there is to say, such as "Optional"
 * @scale: its scale and rating
 * @rating: (nullable): the rating in words, or why there is none; %NULL where
 *   there could be none
 * @anchor: (nullable): the anchor of that rating
 * @evidence: line of evidence, "" for none
 * @ticks: (element-type IkReportTick): indicators heard
 * @notes: (element-type IkReportNote): paragraphs that are not blank
 */
typedef struct
{
  guint          number;
  char          *section;
  IkRichText    *prompt;
  char          *asked_as;
  GPtrArray     *details;
  GPtrArray     *sub_questions;
  gboolean       is_asked;
  char          *outcome;
  gint64         used_ms;
  gint64         planned_ms;
  char          *time;
  char          *competency;
  GPtrArray     *marks;
  IkReportScale  scale;
  char          *rating;
  char          *anchor;
  char          *evidence;
  GPtrArray     *ticks;
  GPtrArray     *notes;
} IkReportQuestion;

/**
 * IkReportDocument:
 * @candidate: name of the candidate
 * @role: the role, or the title of the set
 * @set_title: title of the set where @role does not say it, else ""
 * @interviewer: who held it
 * @date: the day it was held or is planned for, "" where not said
 * @is_draft: whether it has not been handed in
 * @language: BCP 47 tag of the program's own words
 * @facts: (element-type IkReportFact): who, when and how long
 * @recommendation: the overall one in words
 * @recommendation_level: its place on its scale, from 1; 0 before it was given
 * @n_recommendation_levels: levels of that scale
 * @mean: the mean as a number
 * @mean_counts: what it is made of
 * @used_ms: time used
 * @slot_ms: time planned, 0 where not said
 * @used: time used in words
 * @slot: time planned in words
 * @outcomes: (element-type IkReportFact): counts by outcome, none that is zero
 * @competencies: (element-type IkReportCompetency): in the set's order
 * @summary: (element-type utf8): paragraphs
 * @strengths: (element-type utf8): lines, with a word where the candidate may
 *   read them
 * @concerns: (element-type utf8): the same
 * @notes: (element-type IkReportNote): general notes
 * @reopenings: (element-type IkReportNote): when and why it was opened again
 * @interview: (unowned): what the questions are made of, one at a time: all of
 *   them would take more memory than anything else
 * @n_questions: how many there are
 * @without: parts that are left out; what they hold is empty where only they
 *   show it
 * @has_signature: whether there is a line to sign
 * @timeline: (nullable): how it went, where that is known and said
 *
 * All that an internal report says, in words: the forms it takes only set
 * these. Nothing of the interviewer's side of a question but the indicators
 * that were heard gets in.
 */
typedef struct
{
  char             *candidate;
  char             *role;
  char             *set_title;
  char             *interviewer;
  char             *date;
  gboolean          is_draft;
  char             *language;
  GPtrArray        *facts;
  char             *recommendation;
  guint             recommendation_level;
  guint             n_recommendation_levels;
  char             *mean;
  char             *mean_counts;
  gint64            used_ms;
  gint64            slot_ms;
  char             *used;
  char             *slot;
  GPtrArray        *outcomes;
  GPtrArray        *competencies;
  GPtrArray        *summary;
  GPtrArray        *strengths;
  GPtrArray        *concerns;
  GPtrArray        *notes;
  GPtrArray        *reopenings;
  const IkInterview *interview;
  guint             n_questions;
  IkReportParts     without;
  gboolean          has_signature;
  IkReportTimeline *timeline;
} IkReportDocument;

IkReportDocument *ik_report_document_new  (const IkInterview     *interview,
                                           const IkReportOptions *options);
void              ik_report_document_free (IkReportDocument      *self);
IkReportQuestion *ik_report_document_make_row      (const IkReportDocument *self,
                                                    guint                   index);
IkReportQuestion *ik_report_document_make_question (const IkReportDocument *self,
                                                    guint                   index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkReportDocument, ik_report_document_free)

G_END_DECLS
