#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define IK_TYPE_PAGE_HEADER (ik_page_header_get_type ())
G_DECLARE_FINAL_TYPE (IkPageHeader, ik_page_header, IK, PAGE_HEADER, GtkWidget)

GtkWidget  *ik_page_header_new       (void);
void        ik_page_header_set_title (IkPageHeader *self,
                                      const char   *title);
void        ik_page_header_set_subtitle (IkPageHeader *self,
                                         const char   *subtitle);

G_END_DECLS
