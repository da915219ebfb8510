#pragma once

#include <gio/gio.h>

#include "ik-question-set.h"

G_BEGIN_DECLS

#define IK_TYPE_SET_ENTRY (ik_set_entry_get_type ())
G_DECLARE_FINAL_TYPE (IkSetEntry, ik_set_entry, IK, SET_ENTRY, GObject)

const IkSetItem    *ik_set_entry_get_item    (IkSetEntry    *self);
const IkSetSection *ik_set_entry_get_section (IkSetEntry    *self);
guint               ik_set_entry_get_minutes (IkSetEntry    *self);
guint               ik_set_entry_get_number  (IkSetEntry    *self);
const char         *ik_set_entry_get_id      (IkSetEntry    *self);

gboolean            ik_set_entry_update_store (GListStore    *store,
                                               IkQuestionSet *set);

G_END_DECLS
