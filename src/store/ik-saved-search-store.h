#pragma once

#include "ik-database.h"
#include "ik-saved-search.h"

G_BEGIN_DECLS

GPtrArray *ik_saved_search_store_list   (IkDatabase           *database,
                                         GError              **error);
gboolean   ik_saved_search_store_insert (IkDatabase           *database,
                                         const IkSavedSearch  *search,
                                         GError              **error);
gboolean   ik_saved_search_store_rename (IkDatabase           *database,
                                         const char           *id,
                                         const char           *name,
                                         GError              **error);
gboolean   ik_saved_search_store_remove (IkDatabase           *database,
                                         const char           *id,
                                         GError              **error);

G_END_DECLS
