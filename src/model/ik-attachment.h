#pragma once

#include "ik-enums.h"

G_BEGIN_DECLS

/**
 * IkAttachment:
 * @id: UUID
 * @name: file name as people see it
 * @media_type: such as "image/png"
 * @side: who may see it
 * @data: the file itself
 *
 * A file that belongs to a question or a candidate.
 */
typedef struct
{
  char   *id;
  char   *name;
  char   *media_type;
  IkSide  side;
  GBytes *data;
} IkAttachment;

IkAttachment *ik_attachment_new  (const char         *name,
                                  const char         *media_type,
                                  IkSide              side,
                                  GBytes             *data);
IkAttachment *ik_attachment_copy (const IkAttachment *self);
void          ik_attachment_free (IkAttachment       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkAttachment, ik_attachment_free)

G_END_DECLS
