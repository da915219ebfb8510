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

#define INSERT(owner) \
  "INSERT INTO attachment (" owner ", id, position, name, media_type, side, data)" \
  " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"

static const char *const insert_statements[] = {
  INSERT ("question_id"), INSERT ("item_id"), INSERT ("candidate_id"),
};

/* Only what differs: the data of a file may be large. */
#define UPDATE(owner) \
  "UPDATE attachment SET position = ?3, name = ?4, media_type = ?5, side = ?6, data = ?7" \
  " WHERE id = ?2 AND " owner " = ?1 AND (position <> ?3 OR name <> ?4 OR media_type <> ?5 OR" \
  "   side <> ?6 OR data <> ?7)"

static const char *const update_statements[] = {
  UPDATE ("question_id"), UPDATE ("item_id"), UPDATE ("candidate_id"),
};

#define INSERT_MISSING(owner) \
  "INSERT INTO attachment (" owner ", id, position, name, media_type, side, data)" \
  " SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7" \
  " WHERE NOT EXISTS (SELECT 1 FROM attachment WHERE id = ?2 AND " owner " = ?1)"

static const char *const insert_missing_statements[] = {
  INSERT_MISSING ("question_id"), INSERT_MISSING ("item_id"), INSERT_MISSING ("candidate_id"),
};

#define DELETE_OTHER(owner) \
  "DELETE FROM attachment WHERE " owner " = ?1 AND id NOT IN (SELECT value FROM json_each (?2))"

static const char *const delete_other_statements[] = {
  DELETE_OTHER ("question_id"), DELETE_OTHER ("item_id"), DELETE_OTHER ("candidate_id"),
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

/* Runs a statement for each file. */
static gboolean
run_for_each (IkDatabase  *database,
              const char  *sql,
              const char  *owner_id,
              GPtrArray   *attachments,
              GError     **error)
{
  g_autoptr(IkStatement) statement = NULL;

  if (attachments->len == 0)
    return TRUE;

  statement = ik_database_prepare (database, sql);
  for (guint i = 0; i < attachments->len; i++)
    {
      const IkAttachment *attachment = attachments->pdata[i];

      ik_statement_bind_text (statement, 1, owner_id);
      ik_statement_bind_text (statement, 2, attachment->id);
      ik_statement_bind_int (statement, 3, i);
      ik_statement_bind_text (statement, 4, attachment->name);
      ik_statement_bind_text (statement, 5, attachment->media_type);
      ik_statement_bind_text (statement, 6, ik_side_to_nick (attachment->side));
      ik_statement_bind_bytes (statement, 7, attachment->data);
      if (!ik_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
delete_other (IkDatabase         *database,
              IkAttachmentOwner   owner,
              const char         *owner_id,
              GPtrArray          *attachments,
              GError            **error)
{
  g_autofree const char **ids = g_new0 (const char *, attachments->len + 1);
  g_autoptr(IkStatement) remove = ik_database_prepare (database, delete_other_statements[owner]);

  for (guint i = 0; i < attachments->len; i++)
    ids[i] = ((IkAttachment *) attachments->pdata[i])->id;
  ik_statement_bind_text (remove, 1, owner_id);
  ik_statement_bind_texts (remove, 2, ids);

  return ik_statement_run (remove, error);
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
  return run_for_each (database, insert_statements[owner], owner_id, attachments, error);
}

/**
 * ik_attachment_store_replace:
 * @database: the writer
 * @owner: what kind of record the files belong to
 * @owner_id: which one
 * @attachments: (element-type IkAttachment): its files as they are now
 * @error: return location
 *
 * Writes what differs from the files that are stored, and nothing else.
 *
 * Returns: whether these and no others are stored
 */
gboolean
ik_attachment_store_replace (IkDatabase         *database,
                             IkAttachmentOwner   owner,
                             const char         *owner_id,
                             GPtrArray          *attachments,
                             GError            **error)
{
  return delete_other (database, owner, owner_id, attachments, error) &&
         run_for_each (database, update_statements[owner], owner_id, attachments, error) &&
         run_for_each (database, insert_missing_statements[owner], owner_id, attachments, error);
}
