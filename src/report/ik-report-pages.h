#pragma once

#include <cairo.h>
#include <glib-object.h>

G_BEGIN_DECLS

#define IK_TYPE_REPORT_PAGES (ik_report_pages_get_type ())
G_DECLARE_FINAL_TYPE (IkReportPages, ik_report_pages, IK, REPORT_PAGES, GObject)

IkReportPages *ik_report_pages_new         (void);
guint          ik_report_pages_get_n_pages (IkReportPages *self);
gboolean       ik_report_pages_is_complete (IkReportPages *self);
void           ik_report_pages_get_size    (IkReportPages *self,
                                            double        *out_width,
                                            double        *out_height);
void           ik_report_pages_draw        (IkReportPages *self,
                                            guint          page,
                                            cairo_t       *cr);

G_END_DECLS
