#pragma once

#include "ik-pack.h"
#include "ik-step-time.h"

G_BEGIN_DECLS

/**
 * IkPackCursor:
 * @has_begun: whether all but the questions is stored
 * @section: index of the section that is next
 * @question: index of its question that is next
 *
 * How far a pack is stored that is stored in parts.
 */
typedef struct
{
  gboolean has_begun;
  guint    section;
  guint    question;
} IkPackCursor;

gboolean   ik_pack_store_insert         (IkDatabase    *database,
                                         const IkPack  *pack,
                                         gboolean       hidden,
                                         GError       **error);
gboolean   ik_pack_store_keep_alive     (IkDatabase    *database,
                                         const char    *id,
                                         GError       **error);
gboolean   ik_pack_store_complete       (IkDatabase    *database,
                                         const char    *id,
                                         GError       **error);
gboolean   ik_pack_store_show           (IkDatabase    *database,
                                         const char    *id,
                                         GError       **error);
gboolean   ik_pack_store_has            (IkDatabase    *database,
                                         const char    *id,
                                         gboolean      *out_has,
                                         GError       **error);
IkPack    *ik_pack_store_load           (IkDatabase    *database,
                                         const char    *id,
                                         GError       **error);
GPtrArray *ik_pack_store_list           (IkDatabase    *database,
                                         GError       **error);
GHashTable *ik_pack_store_list_section_titles
                                        (IkDatabase    *database,
                                         GError       **error);
gboolean   ik_pack_store_update         (IkDatabase    *database,
                                         const IkPack  *pack,
                                         GHashTable    *unchanged,
                                         IkPackCursor  *cursor,
                                         IkStepTime    *step,
                                         GError       **error);
gboolean   ik_pack_store_add_missing    (IkDatabase    *database,
                                         const IkPack  *pack,
                                         IkPackCursor  *cursor,
                                         IkStepTime    *step,
                                         GError       **error);
gboolean   ik_pack_store_rename         (IkDatabase    *database,
                                         const char    *id,
                                         const char    *title,
                                         GError       **error);
gboolean   ik_pack_store_remove         (IkDatabase    *database,
                                         const char    *id,
                                         GError       **error);

char      *ik_pack_store_ensure_section (IkDatabase    *database,
                                         const char    *pack_id,
                                         const char    *title,
                                         GError       **error);
char      *ik_pack_store_find_section   (IkDatabase    *database,
                                         const char    *pack_id,
                                         guint          position,
                                         GError       **error);
gboolean   ik_pack_store_get_end        (IkDatabase    *database,
                                         const char    *section_id,
                                         guint         *out_position,
                                         GError       **error);

char      *ik_pack_store_find_stale     (IkDatabase    *database,
                                         GError       **error);
gboolean   ik_pack_store_is_left_over   (IkDatabase    *database,
                                         const char    *id,
                                         gboolean      *out_is,
                                         GError       **error);
gboolean   ik_pack_store_purge_step     (IkDatabase    *database,
                                         IkLibrary     *library,
                                         const char    *id,
                                         gboolean      *out_done,
                                         GError       **error);

G_END_DECLS
