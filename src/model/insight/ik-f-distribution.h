#pragma once

#include <glib.h>

G_BEGIN_DECLS

double ik_f_distribution_get_quantile (double probability,
                                       double numerator,
                                       double denominator);

G_END_DECLS
