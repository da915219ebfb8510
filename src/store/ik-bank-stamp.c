#include "ik-bank-stamp.h"

#include "ik-database-private.h"

static const struct
{
  const char  *name;
  IkBankParts  part;
} tables[] = {
  { "pack", IK_BANK_QUESTIONS },
  { "section", IK_BANK_QUESTIONS },
  { "question", IK_BANK_QUESTIONS },
  { "guidance_item", IK_BANK_QUESTIONS },
  { "tag", IK_BANK_QUESTIONS },
  { "competency", IK_BANK_QUESTIONS },
  { "merged_question", IK_BANK_USES },
  { "question_set", IK_BANK_USES },
  { "set_item", IK_BANK_USES },
  { "interview", IK_BANK_USES },
  { "interview_item", IK_BANK_USES },
};

/* SQLite tells of each row that is written, those that foreign keys take along
 * and those of a changeset as well. */
static void
row_written_cb (void          *data,
                int            operation,
                const char    *schema,
                const char    *table,
                sqlite3_int64  row)
{
  IkDatabase *self = data;

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      if ((self->written_parts & tables[i].part) == 0 && g_str_equal (table, tables[i].name))
        self->written_parts |= tables[i].part;
    }
}

/**
 * ik_bank_stamp_watch:
 * @database: the writer, at the newest version
 *
 * Has its commits tell from now on what of the bank they change.
 */
void
ik_bank_stamp_watch (IkDatabase *database)
{
  sqlite3_update_hook (database->handle, row_written_cb, database);
}

/**
 * ik_bank_stamp_write:
 * @database: the writer, before it commits
 * @error: return location
 *
 * Gives a new stamp to what was written. It is drawn, and not counted: a count
 * that was taken back would stand for other rows the next time.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_bank_stamp_write (IkDatabase  *database,
                     GError     **error)
{
  g_autoptr(IkStatement) update = NULL;

  if (database->written_parts == 0)
    return TRUE;

  update = ik_database_prepare (database, "UPDATE bank_stamp SET"
                                " questions = iif (?1, random () | 1, questions),"
                                " uses = iif (?2, random () | 1, uses)");
  ik_statement_bind_int (update, 1, (database->written_parts & IK_BANK_QUESTIONS) != 0);
  ik_statement_bind_int (update, 2, (database->written_parts & IK_BANK_USES) != 0);

  return ik_statement_run (update, error);
}

/**
 * ik_bank_stamp_read:
 * @database: a connection in a transaction
 * @out_stamp: (out): the stamp of what this transaction sees
 * @error: return location
 *
 * Returns: whether it succeeded
 */
gboolean
ik_bank_stamp_read (IkDatabase   *database,
                    IkBankStamp  *out_stamp,
                    GError      **error)
{
  g_autoptr(IkStatement) find = ik_database_prepare (database,
                                                     "SELECT questions, uses FROM bank_stamp");

  *out_stamp = (IkBankStamp) { 0 };
  if (ik_statement_next (find))
    {
      if ((database->written_parts & IK_BANK_QUESTIONS) == 0)
        out_stamp->questions = ik_statement_get_int64 (find, 0);
      if ((database->written_parts & IK_BANK_USES) == 0)
        out_stamp->uses = ik_statement_get_int64 (find, 1);
    }

  return ik_statement_finish (find, error);
}
