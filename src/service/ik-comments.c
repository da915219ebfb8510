#include "ik-comments.h"

#include "ik-comment-store.h"

#include <glib/gi18n.h>

static gboolean
list_in_library (IkDatabase    *database,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  GPtrArray **out_comments = data;

  *out_comments = ik_comment_store_list (database, error);
  return *out_comments != NULL;
}

/**
 * ik_comments_list:
 * @library: a library
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Lists the reusable comments. Off the main loop.
 *
 * Returns: (transfer full) (nullable) (element-type IkComment): all of them, or
 *   %NULL with @error set
 */
GPtrArray *
ik_comments_list (IkLibrary     *library,
                  GCancellable  *cancellable,
                  GError       **error)
{
  GPtrArray *comments = NULL;

  return ik_library_read (library, list_in_library, &comments, cancellable, error) ? comments
                                                                                  : NULL;
}

static gboolean
save_in_library (IkDatabase    *database,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  return ik_comment_store_save (database, data, error);
}

/**
 * ik_comments_save:
 * @library: a library
 * @comments: (element-type IkComment): all comments; of those with the same word
 *   the first is kept
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Makes @comments the reusable comments. Off the main loop.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_comments_save (IkLibrary     *library,
                  GPtrArray     *comments,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_autoptr(GPtrArray) distinct = g_ptr_array_new ();

  for (guint i = 0; i < comments->len; i++)
    {
      const IkComment *comment = comments->pdata[i];

      if (ik_comments_find (distinct, comment->word) == NULL)
        g_ptr_array_add (distinct, (gpointer) comment);
    }

  return ik_library_write (library, _("Edit Comments"), IK_PRIORITY_USER, save_in_library,
                           distinct, cancellable, error);
}
