#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A web server of this computer, on a thread of its own, whose certificate
 * nobody trusts but who is given @trust. What it answers is by the path; see
 * ik-test-server.c. */
typedef struct _IkTestServer IkTestServer;

IkTestServer *ik_test_server_new         (void);
void          ik_test_server_free        (IkTestServer *self);
char         *ik_test_server_dup_address (IkTestServer *self,
                                          const char   *path);
GTlsDatabase *ik_test_server_get_trust   (IkTestServer *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkTestServer, ik_test_server_free)

G_END_DECLS
