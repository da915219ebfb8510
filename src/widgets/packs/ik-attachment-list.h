#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define IK_TYPE_ATTACHMENT_LIST (ik_attachment_list_get_type ())
G_DECLARE_FINAL_TYPE (IkAttachmentList, ik_attachment_list, IK, ATTACHMENT_LIST, AdwPreferencesRow)

GPtrArray *ik_attachment_list_dup_attachments (IkAttachmentList *self);
void       ik_attachment_list_set_attachments (IkAttachmentList *self,
                                               GPtrArray        *attachments);
void       ik_attachment_list_clear           (IkAttachmentList *self);

G_END_DECLS
