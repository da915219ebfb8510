#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where a look-up is in an IkPostingTable; its fields are private to it. */
typedef struct
{
  guint64 key;
  guint32 next;
} IkPosting;

typedef struct _IkPostingTable IkPostingTable;

IkPostingTable *ik_posting_table_new     (void);
void            ik_posting_table_free    (IkPostingTable *self);
void            ik_posting_table_add     (IkPostingTable *self,
                                          guint64         key,
                                          guint           value);
void            ik_posting_table_look_up (IkPostingTable *self,
                                          guint64         key,
                                          IkPosting      *out_posting);
gboolean        ik_posting_table_next    (IkPostingTable *self,
                                          IkPosting      *posting,
                                          guint          *out_value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkPostingTable, ik_posting_table_free)

G_END_DECLS
