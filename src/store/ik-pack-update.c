#include "ik-pack-store-private.h"

#include "ik-question-store.h"
#include "ik-question-version-store.h"
#include "ik-record.h"
#include "ik-statement.h"

/* Updating from a pack file: a part after the other, each in a transaction. */

static gboolean
update_row (IkDatabase    *database,
            const IkPack  *pack,
            GError       **error)
{
  g_autoptr(IkStatement) update =
    ik_database_prepare (database, "UPDATE pack SET title = ?2, description = ?3, language = ?4,"
                         " source = ?5, author = ?6, licence = ?7, changed_at = ?8,"
                         " removed_at = NULL WHERE id = ?1 AND is_hidden = 0");

  ik_statement_bind_text (update, 1, pack->id);
  ik_statement_bind_text (update, 2, pack->title);
  ik_statement_bind_text (update, 3, pack->description);
  ik_statement_bind_text (update, 4, pack->language);
  ik_statement_bind_text (update, 5, pack->source);
  ik_statement_bind_text (update, 6, pack->author);
  ik_statement_bind_text (update, 7, pack->licence);
  ik_statement_bind_int (update, 8, ik_database_now_us (database));
  if (!ik_statement_run (update, error))
    return FALSE;

  return ik_database_get_n_changed (database) > 0 ||
         ik_record_set_not_found (IK_RECORD_PACK, pack->id, error);
}

static gboolean
update_section (IkDatabase       *database,
                const IkSection  *section,
                const char       *section_id,
                guint             position,
                GError          **error)
{
  g_autoptr(IkStatement) update =
    ik_database_prepare (database, "UPDATE section SET position = ?2, introduction = ?3"
                         " WHERE id = ?1");

  ik_statement_bind_text (update, 1, section_id);
  ik_statement_bind_int (update, 2, position);
  ik_statement_bind_text (update, 3, section->introduction);

  return ik_statement_run (update, error);
}

/* One that was deleted lies in a removed pack; whoever imports it wants it back. */
static gboolean
belongs_to_pack (IkDatabase  *database,
                 const char  *question_id,
                 const char  *section_id,
                 gboolean    *out_belongs,
                 GError     **error)
{
  g_autoptr(IkStatement) find =
    ik_database_prepare (database, "SELECT own.pack_id = wanted.pack_id OR removed_at IS NOT NULL"
                         " FROM question"
                         " JOIN section AS own ON own.id = section_id"
                         " JOIN pack ON pack.id = own.pack_id"
                         " JOIN section AS wanted ON wanted.id = ?2"
                         " WHERE question.id = ?1");

  ik_statement_bind_text (find, 1, question_id);
  ik_statement_bind_text (find, 2, section_id);
  *out_belongs = ik_statement_next (find) && ik_statement_get_boolean (find, 0);

  return ik_statement_finish (find, error);
}

/* A question that stands in another pack by now is brought up to date there. */
static gboolean
update_question (IkDatabase        *database,
                 const IkQuestion  *question,
                 gboolean           is_changed,
                 const char        *section_id,
                 GError           **error)
{
  gboolean is_known;

  if (!ik_question_store_has (database, question->id, &is_known, error))
    return FALSE;

  if (!is_known)
    return ik_question_store_insert (database, question, section_id, 0, error);

  return !is_changed ||
         ik_question_version_store_update (database, question, IK_QUESTION_CHANGE_IMPORT, error);
}

static gboolean
place_question (IkDatabase  *database,
                const char  *id,
                const char  *section_id,
                guint        position,
                GError     **error)
{
  gboolean belongs_here;

  if (!belongs_to_pack (database, id, section_id, &belongs_here, error))
    return FALSE;

  return !belongs_here || ik_question_store_move (database, id, section_id, position, error);
}

/* Goes on to the next section once the questions of this one are done. */
static void
leave_section (IkPackCursor    *cursor,
               const IkSection *section)
{
  if (cursor->question < section->questions->len)
    return;

  cursor->section++;
  cursor->question = 0;
}

static gboolean
update_some (IkDatabase    *database,
             const IkPack  *pack,
             GHashTable    *unchanged,
             IkPackCursor  *cursor,
             IkStepTime    *step,
             GError       **error)
{
  const IkSection *section = pack->sections->pdata[cursor->section];
  g_autofree char *id = ik_pack_store_ensure_section (database, pack->id, section->title, error);

  if (id == NULL || !update_section (database, section, id, cursor->section, error))
    return FALSE;

  while (cursor->question < section->questions->len && ik_step_time_is_left (step))
    {
      const IkQuestion *question = section->questions->pdata[cursor->question];
      gboolean is_changed = !g_hash_table_contains (unchanged, question->id);

      if (!update_question (database, question, is_changed, id, error) ||
          !place_question (database, question->id, id, cursor->question, error))
        return FALSE;

      cursor->question++;
      step->n_done++;
    }

  leave_section (cursor, section);
  return TRUE;
}

/**
 * ik_pack_store_update:
 * @database: the writer
 * @pack: a newer state of a pack that is in the library
 * @unchanged: (element-type utf8): set of the ids of its questions that the
 *   library has as they are
 * @cursor: (inout): how far it is; behind the last section it is done
 * @step: the time there is
 * @error: return location
 *
 * Brings a pack up to date, or a part of it: questions are changed by id and
 * new ones added; what @pack does not have stays. A pack that was removed comes
 * back. Sections are known by their title.
 *
 * Returns: whether all that there was time for was stored
 */
gboolean
ik_pack_store_update (IkDatabase    *database,
                      const IkPack  *pack,
                      GHashTable    *unchanged,
                      IkPackCursor  *cursor,
                      IkStepTime    *step,
                      GError       **error)
{
  if (!cursor->has_begun && (!update_row (database, pack, error) ||
                             !ik_pack_store_save_scales (database, pack, error)))
    return FALSE;

  cursor->has_begun = TRUE;
  while (cursor->section < pack->sections->len && ik_step_time_is_left (step))
    {
      if (!update_some (database, pack, unchanged, cursor, step, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_some_missing (IkDatabase       *database,
                  const IkSection  *section,
                  const char       *section_id,
                  IkPackCursor     *cursor,
                  IkStepTime       *step,
                  GError          **error)
{
  guint position;

  if (!ik_pack_store_get_end (database, section_id, &position, error))
    return FALSE;

  while (cursor->question < section->questions->len && ik_step_time_is_left (step))
    {
      const IkQuestion *question = section->questions->pdata[cursor->question];
      gboolean is_known;

      if (!ik_question_store_has (database, question->id, &is_known, error) ||
          (!is_known && !ik_question_store_insert (database, question, section_id, position++,
                                                   error)))
        return FALSE;

      cursor->question++;
      step->n_done++;
    }

  return TRUE;
}

/**
 * ik_pack_store_add_missing:
 * @database: the writer
 * @pack: another state of a pack that is in the library
 * @cursor: (inout): how far it is; behind the last section it is done
 * @step: the time there is
 * @error: return location
 *
 * Adds the questions that the library does not have behind the others of their
 * section, or some of them, and changes nothing else but the scales they need.
 *
 * Returns: whether all that there was time for was stored
 */
gboolean
ik_pack_store_add_missing (IkDatabase    *database,
                           const IkPack  *pack,
                           IkPackCursor  *cursor,
                           IkStepTime    *step,
                           GError       **error)
{
  if (!cursor->has_begun &&
      (!ik_pack_store_mark (database, "UPDATE pack SET removed_at = NULL, changed_at = ?2"
                            " WHERE id = ?1", pack->id, error) ||
       !ik_pack_store_save_scales (database, pack, error)))
    return FALSE;

  cursor->has_begun = TRUE;
  while (cursor->section < pack->sections->len && ik_step_time_is_left (step))
    {
      const IkSection *section = pack->sections->pdata[cursor->section];
      g_autofree char *id = NULL;

      if (section->questions->len > 0)
        {
          id = ik_pack_store_ensure_section (database, pack->id, section->title, error);
          if (id == NULL || !add_some_missing (database, section, id, cursor, step, error))
            return FALSE;
        }

      leave_section (cursor, section);
    }

  return TRUE;
}
