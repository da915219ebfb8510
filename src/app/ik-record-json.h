#pragma once

#include "ik-bank.h"
#include "ik-interview.h"
#include "ik-question-set.h"
#include "ik-saved-search.h"
#include "ik-scale-use.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Records as the command line prints them: lists are arrays of records, a
 * reference is an id with the title beside it. */

typedef JsonNode *(*IkRecordToJson) (gconstpointer record);

JsonNode *ik_records_to_json           (GPtrArray                *records,
                                        IkRecordToJson            to_json);
JsonNode *ik_pack_summary_to_json      (const IkPackSummary      *self);
JsonNode *ik_search_hit_to_json        (const IkSearchHit        *self);
JsonNode *ik_question_summary_to_json  (const IkQuestionSummary  *self);
JsonNode *ik_saved_search_to_json      (const IkSavedSearch      *self);
JsonNode *ik_rubric_to_json            (const IkRubric           *self);
JsonNode *ik_competency_to_json        (const IkCompetency       *self);
JsonNode *ik_scale_use_to_json         (const IkScaleUse         *self);
JsonNode *ik_set_summary_to_json       (const IkSetSummary       *self);
JsonNode *ik_question_set_to_json      (const IkQuestionSet      *self);
JsonNode *ik_interview_summary_to_json (const IkInterviewSummary *self);

G_END_DECLS
