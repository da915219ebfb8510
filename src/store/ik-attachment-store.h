#pragma once

#include "ik-attachment.h"
#include "ik-database.h"

G_BEGIN_DECLS

/**
 * IkAttachmentOwner:
 *
 * What a file belongs to: a question of the bank, an item of an interview, or
 * a candidate.
 */
typedef enum
{
  IK_ATTACHMENT_OWNER_QUESTION,
  IK_ATTACHMENT_OWNER_ITEM,
  IK_ATTACHMENT_OWNER_CANDIDATE,
} IkAttachmentOwner;

gboolean ik_attachment_store_load    (IkDatabase         *database,
                                      IkAttachmentOwner   owner,
                                      const char         *owner_id,
                                      GPtrArray          *attachments,
                                      GError            **error);
gboolean ik_attachment_store_insert  (IkDatabase         *database,
                                      IkAttachmentOwner   owner,
                                      const char         *owner_id,
                                      GPtrArray          *attachments,
                                      GError            **error);
gboolean ik_attachment_store_replace (IkDatabase         *database,
                                      IkAttachmentOwner   owner,
                                      const char         *owner_id,
                                      GPtrArray          *attachments,
                                      GError            **error);

G_END_DECLS
