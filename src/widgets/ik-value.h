#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define IK_TYPE_VALUE (ik_value_get_type ())
G_DECLARE_FINAL_TYPE (IkValue, ik_value, IK, VALUE, GObject)

IkValue  *ik_value_new        (gpointer        value,
                               GDestroyNotify  free_func);
gpointer  ik_value_get        (IkValue        *self);
void      ik_value_fill_store (GListStore     *store,
                               GPtrArray      *values,
                               GDestroyNotify  free_func);

G_END_DECLS
