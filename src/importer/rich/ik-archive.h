#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IkArchive:
 *
 * A ZIP archive in memory, whose members are read one after the other and
 * within limits. What is beyond them is remembered for ik_archive_check(), so
 * that nothing more is read; a member that is damaged leaves the others.
 */
typedef struct _IkArchive IkArchive;

IkArchive *ik_archive_new   (GBytes      *bytes,
                             const char  *name);
void       ik_archive_free  (IkArchive   *self);
gboolean   ik_archive_open  (IkArchive   *self,
                             const char  *member);
gssize     ik_archive_read  (IkArchive   *self,
                             char        *buffer,
                             gsize        size);
gboolean   ik_archive_is_broken (const IkArchive *self);
gboolean   ik_archive_check (IkArchive   *self,
                             GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkArchive, ik_archive_free)

G_END_DECLS
