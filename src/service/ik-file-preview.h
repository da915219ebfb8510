#pragma once

#include "ik-attachment.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * IkFilePreview:
 * @text: (nullable): what it says, UTF-8
 * @is_markdown: whether @text is CommonMark
 * @is_cut: whether @text is only the beginning
 * @picture: (nullable): what it looks like, where there is no text; not trusted
 * @page: which page that is, from 0
 * @n_pages: how many there are, 1 where it has none
 *
 * A file as it can be shown: as text or as a picture.
 */
typedef struct
{
  char     *text;
  gboolean  is_markdown;
  gboolean  is_cut;
  GBytes   *picture;
  guint     page;
  guint     n_pages;
} IkFilePreview;

IkFilePreview *ik_file_preview_new  (const IkAttachment  *file,
                                     guint                page,
                                     GCancellable        *cancellable,
                                     GError             **error);
void           ik_file_preview_free (IkFilePreview       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkFilePreview, ik_file_preview_free)

G_END_DECLS
