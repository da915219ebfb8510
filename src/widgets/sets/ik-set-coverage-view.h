#pragma once

#include <gtk/gtk.h>

#include "ik-set-coverage.h"

G_BEGIN_DECLS

#define IK_TYPE_SET_COVERAGE_VIEW (ik_set_coverage_view_get_type ())
G_DECLARE_FINAL_TYPE (IkSetCoverageView, ik_set_coverage_view, IK, SET_COVERAGE_VIEW, GtkWidget)

void ik_set_coverage_view_show   (IkSetCoverageView   *self,
                                  const IkSetCoverage *coverage);
void ik_set_coverage_view_reveal (IkSetCoverageView   *self);

G_END_DECLS
