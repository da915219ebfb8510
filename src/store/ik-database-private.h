#pragma once

#include "ik-bank-stamp.h"
#include "ik-clock.h"
#include "ik-question-columns.h"
#include "ik-statement.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/* "IKit" in the header of the file: this and no other is a library. */
#define IK_DATABASE_APPLICATION_ID 0x494b6974

/* When the journal has so many pages, 4 MB, they are moved to their place. */
#define IK_DATABASE_JOURNAL_PAGES 1000

struct _IkDatabase
{
  sqlite3      *handle;
  char         *path;
  IkClock      *clock;       /* (owned) */
  GHashTable   *statements;  /* (element-type utf8 IkStatement): by their SQL, used or idle */
  GCancellable *cancellable; /* (nullable) (unowned): of the work that is running */
  int           n_journal_pages; /* after the last commit */
  gboolean      is_in_step;      /* whether the journal is emptied by somebody else */
  gint64        busy_since_us;   /* monotonic; of the write that waits for another program */

  IkQuestionColumns *columns;         /* (nullable) (owned); see ik_question_columns_get() */
  IkBankStamp        columns_stamp;   /* of what they were read from */
  IkBankParts        written_parts;   /* of the bank, by this connection since its last commit */
  gboolean           has_unindexed;   /* atomic; whether the indexes may have something to follow */
};

typedef enum
{
  IK_DATABASE_WRITER,
  IK_DATABASE_READER, /* beside a writer */
  IK_DATABASE_BACKUP, /* a file that nothing is written to, maybe in a folder that can't be */
} IkDatabaseUse;

IkDatabase *ik_database_open             (const char     *path,
                                          IkDatabaseUse   use,
                                          IkClock        *clock,
                                          GError        **error);
void        ik_database_close            (IkDatabase     *self);
gboolean    ik_database_set_error        (IkDatabase     *self,
                                          int             code,
                                          GError        **error);
gboolean    ik_database_begin            (IkDatabase     *self,
                                          IkDatabaseUse   use,
                                          GCancellable   *cancellable,
                                          GError        **error);
gboolean    ik_database_commit           (IkDatabase     *self,
                                          GError        **error);
void        ik_database_roll_back        (IkDatabase     *self);
void        ik_database_checkpoint       (IkDatabase     *self);
gboolean    ik_database_set_bulk         (IkDatabase     *self,
                                          gboolean        is_bulk,
                                          GError        **error);
gboolean    ik_database_get_number       (IkDatabase     *self,
                                          const char     *sql,
                                          gint64         *out_number,
                                          GError        **error);
void        ik_statement_free            (IkStatement    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkDatabase, ik_database_close)

G_END_DECLS
