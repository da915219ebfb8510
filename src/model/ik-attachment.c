#include "ik-attachment.h"

/**
 * ik_attachment_new:
 * @name: file name
 * @media_type: media type
 * @side: who may see it
 * @data: content
 *
 * Returns: (transfer full): an attachment with a new id
 */
IkAttachment *
ik_attachment_new (const char *name,
                   const char *media_type,
                   IkSide      side,
                   GBytes     *data)
{
  IkAttachment *self = g_new0 (IkAttachment, 1);

  self->id = g_uuid_string_random ();
  self->name = g_strdup (name);
  self->media_type = g_strdup (media_type);
  self->side = side;
  self->data = g_bytes_ref (data);

  return self;
}

/**
 * ik_attachment_copy:
 * @self: an attachment
 *
 * Returns: (transfer full): the same, id included; the content is shared
 */
IkAttachment *
ik_attachment_copy (const IkAttachment *self)
{
  IkAttachment *copy = ik_attachment_new (self->name, self->media_type, self->side, self->data);

  g_free (copy->id);
  copy->id = g_strdup (self->id);

  return copy;
}

/**
 * ik_attachment_free:
 * @self: (transfer full): an attachment
 */
void
ik_attachment_free (IkAttachment *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->media_type);
  g_clear_pointer (&self->data, g_bytes_unref);
  g_free (self);
}
