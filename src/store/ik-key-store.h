#pragma once

#include "ik-database.h"

G_BEGIN_DECLS

gboolean ik_key_store_get_secret (IkDatabase      *database,
                                  char           **out_secret,
                                  GError         **error);
gboolean ik_key_store_set_owner  (IkDatabase      *database,
                                  const char      *public_key,
                                  const char      *secret,
                                  GError         **error);
gboolean ik_key_store_get_public (IkDatabase      *database,
                                  const char      *interviewer_id,
                                  char           **out_public_key,
                                  GError         **error);
gboolean ik_key_store_set_public (IkDatabase      *database,
                                  const char      *interviewer_id,
                                  const char      *public_key,
                                  GError         **error);
gboolean ik_key_store_find       (IkDatabase      *database,
                                  const char      *public_key,
                                  char           **out_id,
                                  char           **out_name,
                                  GError         **error);

G_END_DECLS
