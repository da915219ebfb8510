#pragma once

#include "ik-live-page.h"

G_BEGIN_DECLS

/* ik-live-page-keys.c: the chords, and plain typing. */
void     ik_live_page_add_keys   (IkLivePage            *self);
void     ik_live_page_take_keys_of (IkLivePage          *self,
                                    GtkWidget           *window);

/* ik-live-page-actions.c: the actions "live.*". */
void     ik_live_page_class_install_actions (GtkWidgetClass *widget_class);

/* ik-live-page.c */
gboolean ik_live_page_is_from_paper  (IkLivePage            *self);
gboolean ik_live_page_take_key       (IkLivePage            *self,
                                      GtkEventControllerKey *controller);
void     ik_live_page_set_hidden     (IkLivePage            *self,
                                      gboolean               hidden);
gboolean ik_live_page_is_hidden      (IkLivePage            *self);
void     ik_live_page_toggle_candidate_window (IkLivePage *self);
void     ik_live_page_toggle_blank   (IkLivePage            *self);
void     ik_live_page_show_part      (IkLivePage            *self,
                                      const char            *name);
void     ik_live_page_toggle_reference (IkLivePage          *self);
void     ik_live_page_toggle_opening (IkLivePage            *self);
void     ik_live_page_rate           (IkLivePage            *self,
                                      int                    value);
void     ik_live_page_scroll         (IkLivePage            *self,
                                      int                    n_pages);
void     ik_live_page_reveal_indicator (IkLivePage          *self,
                                        guint                index);
void     ik_live_page_end            (IkLivePage            *self);
void     ik_live_page_break_off      (IkLivePage            *self);

G_END_DECLS
