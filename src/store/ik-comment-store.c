#include "ik-comment-store.h"

#include "ik-statement.h"

/**
 * ik_comment_store_list:
 * @database: a connection
 * @error: return location
 *
 * Lists the reusable comments.
 *
 * Returns: (transfer full) (nullable) (element-type IkComment): all of them, in
 *   the order they were saved in, or %NULL with @error set
 */
GPtrArray *
ik_comment_store_list (IkDatabase  *database,
                       GError     **error)
{
  g_autoptr(GPtrArray) comments = ik_comments_new ();
  g_autoptr(IkStatement) list = NULL;

  list = ik_database_prepare (database, "SELECT word, text FROM comment ORDER BY rowid");
  while (ik_statement_next (list))
    g_ptr_array_add (comments, ik_comment_new (ik_statement_get_text (list, 0),
                                               ik_statement_get_text (list, 1)));

  return ik_statement_finish (list, error) ? g_steal_pointer (&comments) : NULL;
}

/**
 * ik_comment_store_save:
 * @database: the writer
 * @comments: (element-type IkComment): all comments, no word twice
 * @error: return location
 *
 * Makes @comments the reusable comments.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_comment_store_save (IkDatabase  *database,
                       GPtrArray   *comments,
                       GError     **error)
{
  g_autoptr(IkStatement) remove = ik_database_prepare (database, "DELETE FROM comment");
  g_autoptr(IkStatement) add = NULL;

  if (!ik_statement_run (remove, error))
    return FALSE;

  add = ik_database_prepare (database, "INSERT INTO comment (id, word, text) VALUES (?1, ?2, ?3)");
  for (guint i = 0; i < comments->len; i++)
    {
      const IkComment *comment = comments->pdata[i];
      g_autofree char *id = g_uuid_string_random ();

      ik_statement_bind_text (add, 1, id);
      ik_statement_bind_text (add, 2, comment->word);
      ik_statement_bind_text (add, 3, comment->text);
      if (!ik_statement_run (add, error))
        return FALSE;
    }

  return TRUE;
}
