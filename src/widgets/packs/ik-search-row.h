#pragma once

#include <gtk/gtk.h>

#include "ik-bank.h"

G_BEGIN_DECLS

#define IK_TYPE_SEARCH_ROW (ik_search_row_get_type ())
G_DECLARE_FINAL_TYPE (IkSearchRow, ik_search_row, IK, SEARCH_ROW, GtkWidget)

GtkWidget *ik_search_row_new     (void);
void       ik_search_row_set_hit (IkSearchRow       *self,
                                  const IkSearchHit *hit);

char      *ik_search_row_mark    (const char        *snippet);

G_END_DECLS
