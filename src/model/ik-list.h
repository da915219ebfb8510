#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Lists of the model are pointer arrays that own their elements and are never
 * NULL; an empty list has no elements. */

GPtrArray *ik_text_list_new  (void);
GPtrArray *ik_text_list_copy (GPtrArray *texts);
void       ik_text_list_add  (GPtrArray  *texts,
                              const char *text);
gboolean   ik_text_list_equal (GPtrArray *one,
                               GPtrArray *other);

#define ik_list_copy(list, copy_func, free_func) \
  ik_list_copy_ ((list), (GBoxedCopyFunc) (copy_func), (GDestroyNotify) (free_func))

GPtrArray *ik_list_copy_     (GPtrArray      *list,
                              GBoxedCopyFunc  copy_func,
                              GDestroyNotify  free_func);

G_END_DECLS
