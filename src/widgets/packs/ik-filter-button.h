#pragma once

#include <gtk/gtk.h>

#include "ik-bank.h"

G_BEGIN_DECLS

#define IK_TYPE_FILTER_BUTTON (ik_filter_button_get_type ())
G_DECLARE_FINAL_TYPE (IkFilterButton, ik_filter_button, IK, FILTER_BUTTON, GtkWidget)

void        ik_filter_button_set_tags   (IkFilterButton    *self,
                                         GPtrArray         *tags);
void        ik_filter_button_set_levels (IkFilterButton    *self,
                                         GPtrArray         *levels);
void        ik_filter_button_reset      (IkFilterButton    *self);
gboolean    ik_filter_button_is_set     (IkFilterButton    *self);

/* What was chosen; NULL takes everything. */
const char *ik_filter_button_get_tag    (IkFilterButton    *self);
const char *ik_filter_button_get_level  (IkFilterButton    *self);
const char *ik_filter_button_get_kind   (IkFilterButton    *self);

G_END_DECLS
