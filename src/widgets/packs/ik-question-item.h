#pragma once

#include <gio/gio.h>

#include "ik-bank.h"

G_BEGIN_DECLS

#define IK_TYPE_QUESTION_ITEM (ik_question_item_get_type ())
G_DECLARE_FINAL_TYPE (IkQuestionItem, ik_question_item, IK, QUESTION_ITEM, GObject)

const IkQuestionSummary *ik_question_item_get_summary (IkQuestionItem *self);
const char              *ik_question_item_get_heading (IkQuestionItem *self);

GPtrArray               *ik_question_item_list_new     (GPtrArray      *summaries);
void                     ik_question_item_update_store (GListStore     *store,
                                                        GPtrArray      *items);
guint                    ik_question_item_find         (GListModel     *model,
                                                        const char     *question_id);

G_END_DECLS
