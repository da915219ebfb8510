#pragma once

#include "ik-database.h"
#include "ik-duplicate.h"

G_BEGIN_DECLS

/**
 * IkComparedText:
 * @row: where the question is in the library; later ones have larger numbers
 * @prompt: what is asked
 * @details: what belongs to it
 *
 * A question on its way past the duplicate finder, for the length of a call.
 */
typedef struct
{
  gint64      row;
  const char *prompt;
  const char *details;
} IkComparedText;

typedef void (*IkComparedTextFunc) (const IkComparedText *text,
                                    gpointer              data);

gboolean   ik_duplicate_store_count      (IkDatabase          *database,
                                          guint               *out_n,
                                          GError             **error);
gboolean   ik_duplicate_store_visit      (IkDatabase          *database,
                                          gint64               after_row,
                                          guint                limit,
                                          IkComparedTextFunc   func,
                                          gpointer             data,
                                          GError             **error);
GArray    *ik_duplicate_store_list_apart (IkDatabase          *database,
                                          GError             **error);
IkDuplicate *
           ik_duplicate_store_load       (IkDatabase          *database,
                                          gint64               row,
                                          GError             **error);
gboolean   ik_duplicate_store_set_apart  (IkDatabase          *database,
                                          const char          *one_id,
                                          const char          *other_id,
                                          GError             **error);
gboolean   ik_duplicate_store_move_uses  (IkDatabase          *database,
                                          const char          *from_id,
                                          const char          *to_id,
                                          GError             **error);

G_END_DECLS
