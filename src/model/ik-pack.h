#pragma once

#include "ik-question.h"
#include "ik-rubric.h"

G_BEGIN_DECLS

/**
 * IkSection:
 * @title: "" for the one section of a flat list
 * @introduction: CommonMark
 * @questions: (element-type IkQuestion): in order
 */
typedef struct
{
  char      *title;
  char      *introduction;
  GPtrArray *questions;
} IkSection;

/**
 * IkLeftOver:
 * @first: first line of the source, from 1
 * @last: last line
 * @text: what stands there
 * @reason: why it was not taken, a sentence part for people
 */
typedef struct
{
  guint  first;
  guint  last;
  char  *text;
  char  *reason;
} IkLeftOver;

/**
 * IkPack:
 * @id: UUID
 * @title: title
 * @description: CommonMark
 * @language: BCP 47 tag
 * @source: where it came from
 * @author: who wrote it
 * @licence: under which terms
 * @competencies: (element-type IkCompetency): what its questions measure
 * @rubrics: (element-type IkRubric): what they are rated by
 * @sections: (element-type IkSection): in order
 * @left_over: (element-type IkLeftOver): what an import did not take; import
 *   only, never stored
 *
 * A titled collection of questions, and the draft that an import makes. It
 * never holds anything about a candidate.
 */
typedef struct
{
  char      *id;
  char      *title;
  char      *description;
  char      *language;
  char      *source;
  char      *author;
  char      *licence;
  GPtrArray *competencies;
  GPtrArray *rubrics;
  GPtrArray *sections;
  GPtrArray *left_over;
} IkPack;

/**
 * IkPackSummary:
 * @id: UUID
 * @title: title
 * @description: CommonMark
 * @n_sections: number of sections
 * @n_questions: number of questions that are not archived
 * @changed_at_us: last change, microseconds since 1970 UTC
 *
 * What a list of packs shows.
 */
typedef struct
{
  char   *id;
  char   *title;
  char   *description;
  guint   n_sections;
  guint   n_questions;
  gint64  changed_at_us;
} IkPackSummary;

IkSection  *ik_section_new            (const char       *title);
IkSection  *ik_section_copy           (const IkSection  *self);
void        ik_section_free           (IkSection        *self);

IkLeftOver *ik_left_over_new          (guint             first,
                                       guint             last,
                                       const char       *text,
                                       const char       *reason);
IkLeftOver *ik_left_over_copy         (const IkLeftOver *self);
void        ik_left_over_free         (IkLeftOver       *self);

IkPack     *ik_pack_new               (const char       *title);
IkPack     *ik_pack_copy              (const IkPack     *self);
void        ik_pack_free              (IkPack           *self);
guint       ik_pack_count_questions   (const IkPack     *self);
IkQuestion *ik_pack_find_question     (const IkPack     *self,
                                       const char       *id);

void        ik_pack_summary_free      (IkPackSummary    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkSection, ik_section_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkLeftOver, ik_left_over_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkPack, ik_pack_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkPackSummary, ik_pack_summary_free)

G_END_DECLS
