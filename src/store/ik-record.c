#include "ik-record.h"

#include "ik-rubric.h"
#include "ik-statement.h"

#include <glib/gi18n.h>
#include <string.h>

/* Shorter ones would soon name several records. */
#define MIN_PREFIX_LENGTH 4

/* What begins with a prefix sorts from it up to it with a "g", which is behind
 * all that an id consists of. */
#define IN_RANGE " id >= ?1 AND id < ?1 || 'g' "

/* By IkRecordKind. */
static const char *const queries[] = {
  "SELECT id FROM pack WHERE" IN_RANGE "AND removed_at IS NULL AND is_hidden = 0 LIMIT 2",
  "SELECT id FROM question WHERE" IN_RANGE "LIMIT 2",
  "SELECT id FROM question_set WHERE" IN_RANGE "AND removed_at IS NULL LIMIT 2",
  "SELECT id FROM candidate WHERE" IN_RANGE "LIMIT 2",
  "SELECT id FROM interview WHERE" IN_RANGE "LIMIT 2",
  "SELECT id FROM (SELECT id FROM rubric UNION SELECT '" IK_RUBRIC_BUILT_IN_ID "' AS id)"
  " WHERE" IN_RANGE "LIMIT 2",
  "SELECT id FROM competency WHERE" IN_RANGE "LIMIT 2",
  "SELECT id FROM invitation WHERE" IN_RANGE "LIMIT 2",
};

/**
 * ik_record_set_not_found:
 * @kind: what was looked for
 * @id: its id, or a prefix of it
 * @error: return location
 *
 * Returns: %FALSE, with #IK_STORE_ERROR_NOT_FOUND
 */
gboolean
ik_record_set_not_found (IkRecordKind   kind,
                         const char    *id,
                         GError       **error)
{
  static const char *const sentences[] = {
    N_("There is no pack with the id “%s”"),
    N_("There is no question with the id “%s”"),
    N_("There is no question set with the id “%s”"),
    N_("There is no candidate with the id “%s”"),
    N_("There is no interview with the id “%s”"),
    N_("There is no rubric with the id “%s”"),
    N_("There is no competency with the id “%s”"),
    N_("There is no panel with the id “%s”"),
  };
  g_autoptr(GString) message = g_string_new (_(sentences[kind]));

  g_string_replace (message, "%s", id, 1);
  g_set_error_literal (error, IK_STORE_ERROR, IK_STORE_ERROR_NOT_FOUND, message->str);
  return FALSE;
}

static gboolean
is_prefix (const char *text)
{
  return strlen (text) >= MIN_PREFIX_LENGTH && strspn (text, "0123456789abcdef-") == strlen (text);
}

/**
 * ik_record_resolve_id:
 * @database: a connection
 * @kind: what is looked for
 * @prefix: an id, or at least 4 characters of its beginning, in any case
 * @error: return location
 *
 * Returns: (transfer full): the id of the one record that is meant; %NULL with
 *   #IK_STORE_ERROR_NOT_FOUND or #IK_STORE_ERROR_AMBIGUOUS otherwise
 */
char *
ik_record_resolve_id (IkDatabase    *database,
                      IkRecordKind   kind,
                      const char    *prefix,
                      GError       **error)
{
  g_autofree char *lower = g_ascii_strdown (prefix, -1);
  g_autofree char *id = NULL;
  g_autoptr(IkStatement) find = NULL;
  gboolean is_ambiguous;

  if (!is_prefix (lower))
    {
      ik_record_set_not_found (kind, prefix, error);
      return NULL;
    }

  find = ik_database_prepare (database, queries[kind]);
  ik_statement_bind_text (find, 1, lower);
  if (ik_statement_next (find))
    id = ik_statement_dup_id (find, 0);
  is_ambiguous = ik_statement_next (find);

  if (!ik_statement_finish (find, error))
    return NULL;

  if (is_ambiguous)
    {
      g_set_error (error, IK_STORE_ERROR, IK_STORE_ERROR_AMBIGUOUS,
                   _("Several ids begin with “%s”; give more of it"), prefix);
      return NULL;
    }

  if (id == NULL)
    ik_record_set_not_found (kind, prefix, error);

  return g_steal_pointer (&id);
}

/**
 * ik_record_is_taken:
 * @database: a connection
 * @id: UUID
 * @out_is: (out): whether a pack, a question, a competency or a rubric has it,
 *   seen by people or not
 * @error: return location
 *
 * Returns: whether that could be found out
 */
gboolean
ik_record_is_taken (IkDatabase  *database,
                    const char  *id,
                    gboolean    *out_is,
                    GError     **error)
{
  g_autoptr(IkStatement) find =
    ik_database_prepare (database, "SELECT 1 FROM pack WHERE id = ?1"
                         " UNION ALL SELECT 1 FROM question WHERE id = ?1"
                         " UNION ALL SELECT 1 FROM competency WHERE id = ?1"
                         " UNION ALL SELECT 1 FROM rubric WHERE id = ?1 LIMIT 1");

  ik_statement_bind_text (find, 1, id);
  *out_is = ik_statement_next (find);
  return ik_statement_finish (find, error);
}
