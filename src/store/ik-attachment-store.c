#include "ik-attachment-store.h"

#include "ik-statement.h"

/* Each table is by IkAttachmentOwner. */

static const char *const select_queries[] = {
  "SELECT id, name, media_type, side, data FROM attachment"
  " WHERE question_id = ?1 ORDER BY position",
  "SELECT id, name, media_type, side, data FROM attachment"
  " WHERE item_id = ?1 ORDER BY position",
  "SELECT id, name, media_type, side, data FROM attachment"
  " WHERE candidate_id = ?1 ORDER BY position",
};

static const char *const insert_statements[] = {
  "INSERT INTO attachment (question_id, id, position, name, media_type, side, data)"
  " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
  "INSERT INTO attachment (item_id, id, position, name, media_type, side, data)"
  " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
  "INSERT INTO attachment (candidate_id, id, position, name, media_type, side, data)"
  " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
};

static const char *const delete_statements[] = {
  "DELETE FROM attachment WHERE question_id = ?1",
  "DELETE FROM attachment WHERE item_id = ?1",
  "DELETE FROM attachment WHERE candidate_id = ?1",
};

/**
 * ik_attachment_store_load:
 * @database: a connection
 * @owner: what kind of record the files belong to
 * @owner_id: which one
 * @attachments: (element-type IkAttachment): gets the files, in order
 * @error: return location
 *
 * Returns: whether they could be read
 */
gboolean
ik_attachment_store_load (IkDatabase         *database,
                          IkAttachmentOwner   owner,
                          const char         *owner_id,
                          GPtrArray          *attachments,
                          GError            **error)
{
  g_autoptr(IkStatement) list = ik_database_prepare (database, select_queries[owner]);

  ik_statement_bind_text (list, 1, owner_id);
  while (ik_statement_next (list))
    {
      g_autoptr(GBytes) data = ik_statement_dup_bytes (list, 4);
      IkSide side = IK_SIDE_INTERVIEWER;
      IkAttachment *attachment;

      ik_side_from_nick (ik_statement_get_text (list, 3), &side);
      attachment = ik_attachment_new (ik_statement_get_text (list, 1),
                                      ik_statement_get_text (list, 2), side, data);
      g_free (attachment->id);
      attachment->id = ik_statement_dup_text (list, 0);
      g_ptr_array_add (attachments, attachment);
    }

  return ik_statement_finish (list, error);
}

/**
 * ik_attachment_store_insert:
 * @database: the writer
 * @owner: what kind of record the files belong to
 * @owner_id: which one
 * @attachments: (element-type IkAttachment): files that are new
 * @error: return location
 *
 * Returns: whether they were stored
 */
gboolean
ik_attachment_store_insert (IkDatabase         *database,
                            IkAttachmentOwner   owner,
                            const char         *owner_id,
                            GPtrArray          *attachments,
                            GError            **error)
{
  g_autoptr(IkStatement) insert = ik_database_prepare (database, insert_statements[owner]);

  for (guint i = 0; i < attachments->len; i++)
    {
      const IkAttachment *attachment = attachments->pdata[i];

      ik_statement_bind_text (insert, 1, owner_id);
      ik_statement_bind_text (insert, 2, attachment->id);
      ik_statement_bind_int (insert, 3, i);
      ik_statement_bind_text (insert, 4, attachment->name);
      ik_statement_bind_text (insert, 5, attachment->media_type);
      ik_statement_bind_text (insert, 6, ik_side_to_nick (attachment->side));
      ik_statement_bind_bytes (insert, 7, attachment->data);
      if (!ik_statement_run (insert, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * ik_attachment_store_replace:
 * @database: the writer
 * @owner: what kind of record the files belong to
 * @owner_id: which one
 * @attachments: (element-type IkAttachment): its files as they are now
 * @error: return location
 *
 * Returns: whether they were stored in place of the earlier ones
 */
gboolean
ik_attachment_store_replace (IkDatabase         *database,
                             IkAttachmentOwner   owner,
                             const char         *owner_id,
                             GPtrArray          *attachments,
                             GError            **error)
{
  return ik_database_run_for_id (database, delete_statements[owner], owner_id, error) &&
         ik_attachment_store_insert (database, owner, owner_id, attachments, error);
}
