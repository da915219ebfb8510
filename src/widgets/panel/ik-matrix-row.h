#pragma once

#include "ik-debriefs.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define IK_TYPE_MATRIX_ROW (ik_matrix_row_get_type ())
G_DECLARE_FINAL_TYPE (IkMatrixRow, ik_matrix_row, IK, MATRIX_ROW, AdwBin)

/* Width of the column of names, pixels; its header has the same. */
#define IK_MATRIX_ROW_NAME_WIDTH 260

GtkWidget *ik_matrix_row_new          (void);
void       ik_matrix_row_show         (IkMatrixRow      *self,
                                       const IkDebrief  *debrief,
                                       const IkPanelRow *row);
void       ik_matrix_row_set_narrow   (IkMatrixRow      *self,
                                       gboolean          narrow);
void       ik_matrix_row_set_expanded (IkMatrixRow      *self,
                                       gboolean          expanded);
GtkWidget *ik_matrix_row_new_cell     (GtkWidget        *among,
                                       const char       *text);

G_END_DECLS
