#pragma once

#include "ik-database.h"

G_BEGIN_DECLS

/* How the stores of this layer talk to the library; see ik-statement.c.
 * Private to the layer. */
typedef struct _IkStatement IkStatement;

IkStatement *ik_database_prepare       (IkDatabase        *database,
                                        const char        *sql);
void         ik_statement_release      (IkStatement       *self);

void         ik_statement_bind_text    (IkStatement       *self,
                                        int                index,
                                        const char        *text);
void         ik_statement_bind_kept_text
                                       (IkStatement       *self,
                                        int                index,
                                        const char        *text);
void         ik_statement_bind_texts   (IkStatement       *self,
                                        int                index,
                                        const char *const *texts);
void         ik_statement_bind_int     (IkStatement       *self,
                                        int                index,
                                        gint64             value);
void         ik_statement_bind_time    (IkStatement       *self,
                                        int                index,
                                        gint64             at_us);
void         ik_statement_bind_bytes   (IkStatement       *self,
                                        int                index,
                                        GBytes            *bytes);
void         ik_statement_bind_pointer (IkStatement       *self,
                                        int                index,
                                        gpointer           data,
                                        const char        *type);
int          ik_statement_bind_row     (IkStatement       *self,
                                        IkStatement       *from);
void         ik_statement_bind_null    (IkStatement       *self,
                                        int                index);

gboolean     ik_statement_next         (IkStatement       *self);
gboolean     ik_statement_finish       (IkStatement       *self,
                                        GError           **error);
gboolean     ik_statement_run          (IkStatement       *self,
                                        GError           **error);
gboolean     ik_statement_run_one      (IkStatement       *self,
                                        GError           **error);

const char  *ik_statement_get_text     (IkStatement       *self,
                                        int                column);
char        *ik_statement_dup_text     (IkStatement       *self,
                                        int                column);
char        *ik_statement_dup_id       (IkStatement       *self,
                                        int                column);
int          ik_statement_get_int      (IkStatement       *self,
                                        int                column);
guint        ik_statement_get_uint     (IkStatement       *self,
                                        int                column);
gint64       ik_statement_get_int64    (IkStatement       *self,
                                        int                column);
gint64       ik_statement_get_time     (IkStatement       *self,
                                        int                column);
gboolean     ik_statement_get_boolean  (IkStatement       *self,
                                        int                column);
gboolean     ik_statement_is_null      (IkStatement       *self,
                                        int                column);
GBytes      *ik_statement_dup_bytes    (IkStatement       *self,
                                        int                column);

gboolean     ik_database_run           (IkDatabase        *database,
                                        const char        *sql,
                                        GError           **error);
gboolean     ik_database_run_for_id    (IkDatabase        *database,
                                        const char        *sql,
                                        const char        *id,
                                        GError           **error);
guint        ik_database_get_n_changed (IkDatabase        *database);
gint64       ik_database_get_last_row  (IkDatabase        *database);
gint64       ik_database_now_us        (IkDatabase        *database);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkStatement, ik_statement_release)

G_END_DECLS
