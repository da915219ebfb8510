#pragma once

#include "ik-question-set.h"
#include "ik-set-page.h"

G_BEGIN_DECLS

/* ik-set-page-actions.c: what the person does to the lines of the set. */
void           ik_set_page_class_install_actions (GtkWidgetClass *widget_class);

/* ik-set-page-adding.c: what comes from the bank. */
void           ik_set_page_class_install_adding  (GtkWidgetClass *widget_class);

/* ik-set-page-panes.c: the bank beside the set. */
void           ik_set_page_class_install_panes   (GtkWidgetClass *widget_class);
void           ik_set_page_init_panes            (IkSetPage      *self);
gboolean       ik_set_page_shows_set             (IkSetPage      *self);
void           ik_set_page_focus_lines           (IkSetPage      *self);

/* The set as shown, NULL until it is loaded; change it, then call commit() with
 * the name of the change. */
IkQuestionSet *ik_set_page_get_set         (IkSetPage  *self);
void           ik_set_page_replace_set     (IkSetPage           *self,
                                            const IkQuestionSet *set);
void           ik_set_page_commit          (IkSetPage  *self,
                                            const char *label);
void           ik_set_page_activate_when_stored (IkSetPage  *self,
                                                 const char *action_name);
const char    *ik_set_page_get_selected_id (IkSetPage  *self);
void           ik_set_page_emit_gone       (IkSetPage  *self);
void           ik_set_page_reveal          (IkSetPage  *self,
                                            const char *id);
gboolean       ik_set_page_select          (IkSetPage  *self,
                                            const char *id);
void           ik_set_page_remember_removed (IkSetPage *self,
                                             const char *id);

G_END_DECLS
