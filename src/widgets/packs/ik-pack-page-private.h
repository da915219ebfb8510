#pragma once

#include "ik-pack-page.h"
#include "ik-question-summary.h"

G_BEGIN_DECLS

/* ik-pack-page-actions.c: what a person does to the pack as a whole. */
void ik_pack_page_class_install_actions (GtkWidgetClass *widget_class);

/* ik-pack-page.c */

const char              *ik_pack_page_get_pack_id  (IkPackPage *self);
const char              *ik_pack_page_get_title    (IkPackPage *self);
const IkQuestionSummary *ik_pack_page_get_selected (IkPackPage *self);
void                     ik_pack_page_show_new     (IkPackPage *self,
                                                    const char *question_id);
void                     ik_pack_page_emit_gone    (IkPackPage *self);

G_END_DECLS
