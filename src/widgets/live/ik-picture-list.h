#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define IK_TYPE_PICTURE_LIST (ik_picture_list_get_type ())
G_DECLARE_FINAL_TYPE (IkPictureList, ik_picture_list, IK, PICTURE_LIST, GtkBox)

void ik_picture_list_set_attachments (IkPictureList *self,
                                      GPtrArray     *attachments);

G_END_DECLS
