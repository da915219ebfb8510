#include "ik-bank.h"

#include "ik-pack-store.h"
#include "ik-question-list.h"
#include "ik-question-store.h"
#include "ik-question-version-store.h"
#include "ik-rubric-store.h"

#include <glib/gi18n.h>

/* What a call takes to the library's thread, and what it brings back. */
typedef struct
{
  const char             *id;
  const char             *text;     /* a title, a query, a prefix */
  const IkQuestion       *question;
  IkRecordKind            kind;
  guint                   limit;
  gpointer                result;   /* (owned) by the caller in the end */
} Call;

static gpointer
read_result (IkLibrary      *library,
             IkLibraryFunc   func,
             Call           *call,
             GCancellable   *cancellable,
             GError        **error)
{
  return ik_library_read (library, func, call, cancellable, error) ? call->result : NULL;
}

static gboolean
resolve_id_cb (IkDatabase    *database,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  Call *call = data;

  call->result = ik_record_resolve_id (database, call->kind, call->text, error);
  return call->result != NULL;
}

/**
 * ik_bank_resolve_id:
 * @library: a library
 * @kind: what is looked for
 * @prefix: an id, or at least 4 characters of its beginning
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Blocks, as all functions of the bank: call them off the main loop.
 *
 * Returns: (transfer full): the id of the one record that is meant; %NULL with
 *   #IK_STORE_ERROR_NOT_FOUND or #IK_STORE_ERROR_AMBIGUOUS
 */
char *
ik_bank_resolve_id (IkLibrary     *library,
                    IkRecordKind   kind,
                    const char    *prefix,
                    GCancellable  *cancellable,
                    GError       **error)
{
  Call call = { .kind = kind, .text = prefix };

  g_return_val_if_fail (prefix != NULL, NULL);

  return read_result (library, resolve_id_cb, &call, cancellable, error);
}

/* Packs */

static gboolean
list_packs_cb (IkDatabase    *database,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  Call *call = data;

  call->result = ik_pack_store_list (database, error);
  return call->result != NULL;
}

/**
 * ik_bank_list_packs:
 * @library: a library
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Returns: (transfer full) (element-type IkPackSummary): the packs, by title
 */
GPtrArray *
ik_bank_list_packs (IkLibrary     *library,
                    GCancellable  *cancellable,
                    GError       **error)
{
  Call call = { NULL };

  return read_result (library, list_packs_cb, &call, cancellable, error);
}

static gboolean
load_pack_cb (IkDatabase    *database,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  Call *call = data;

  call->result = ik_pack_store_load (database, call->id, error);
  return call->result != NULL;
}

/**
 * ik_bank_load_pack:
 * @library: a library
 * @id: UUID of a pack
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Returns: (transfer full): the pack with all its questions; %NULL with
 *   #IK_STORE_ERROR_NOT_FOUND
 */
IkPack *
ik_bank_load_pack (IkLibrary     *library,
                   const char    *id,
                   GCancellable  *cancellable,
                   GError       **error)
{
  Call call = { .id = id };

  g_return_val_if_fail (id != NULL, NULL);

  return read_result (library, load_pack_cb, &call, cancellable, error);
}

static gboolean
remove_pack_cb (IkDatabase    *database,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  return ik_pack_store_remove (database, data, error);
}

/**
 * ik_bank_remove_pack:
 * @library: a library
 * @id: UUID of a pack
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Takes a pack out of the bank; can be undone. Sets that hold its questions
 * keep them.
 *
 * Returns: whether it was there
 */
gboolean
ik_bank_remove_pack (IkLibrary     *library,
                     const char    *id,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_return_val_if_fail (id != NULL, FALSE);

  return ik_library_write (library, _("Delete Pack"), IK_PRIORITY_USER, remove_pack_cb,
                           (gpointer) id, cancellable, error);
}

static gboolean
rename_pack_cb (IkDatabase    *database,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  Call *call = data;

  return ik_pack_store_rename (database, call->id, call->text, error);
}

/**
 * ik_bank_rename_pack:
 * @library: a library
 * @id: UUID of a pack
 * @title: its new title
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Can be undone.
 *
 * Returns: whether it was there
 */
gboolean
ik_bank_rename_pack (IkLibrary     *library,
                     const char    *id,
                     const char    *title,
                     GCancellable  *cancellable,
                     GError       **error)
{
  Call call = { .id = id, .text = title };

  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (title != NULL, FALSE);

  return ik_library_write (library, _("Rename Pack"), IK_PRIORITY_USER, rename_pack_cb,
                           &call, cancellable, error);
}

static gboolean
create_pack_cb (IkDatabase    *database,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  return ik_pack_store_insert (database, data, FALSE, error);
}

/**
 * ik_bank_create_pack:
 * @library: a library
 * @title: its title
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Makes a pack with one section and no question; can be undone.
 *
 * Returns: (transfer full): its id
 */
char *
ik_bank_create_pack (IkLibrary     *library,
                     const char    *title,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autoptr(IkPack) pack = NULL;

  g_return_val_if_fail (title != NULL, NULL);

  pack = ik_pack_new (title);
  g_ptr_array_add (pack->sections, ik_section_new (""));
  if (!ik_library_write (library, _("New Pack"), IK_PRIORITY_USER, create_pack_cb,
                         pack, cancellable, error))
    return NULL;

  return g_strdup (pack->id);
}

/* Questions */

static gboolean
load_question_cb (IkDatabase    *database,
                  gpointer       data,
                  GCancellable  *cancellable,
                  GError       **error)
{
  Call *call = data;

  call->result = ik_question_store_load (database, call->id, error);
  return call->result != NULL;
}

/**
 * ik_bank_load_question:
 * @library: a library
 * @id: UUID of a question
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Returns: (transfer full): the question; %NULL with #IK_STORE_ERROR_NOT_FOUND
 */
IkQuestion *
ik_bank_load_question (IkLibrary     *library,
                       const char    *id,
                       GCancellable  *cancellable,
                       GError       **error)
{
  Call call = { .id = id };

  g_return_val_if_fail (id != NULL, NULL);

  return read_result (library, load_question_cb, &call, cancellable, error);
}

static gboolean
save_question_cb (IkDatabase    *database,
                  gpointer       data,
                  GCancellable  *cancellable,
                  GError       **error)
{
  return ik_question_version_store_update (database, data, IK_QUESTION_CHANGE_EDIT, error);
}

/**
 * ik_bank_save_question:
 * @library: a library
 * @question: a question of the bank as it shall be
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Stores all of a question but its place; can be undone. Interviews that hold
 * it keep the wording they were planned with.
 *
 * Returns: whether it was there
 */
gboolean
ik_bank_save_question (IkLibrary         *library,
                       const IkQuestion  *question,
                       GCancellable      *cancellable,
                       GError           **error)
{
  g_return_val_if_fail (question != NULL, FALSE);

  return ik_library_write (library, _("Edit Question"), IK_PRIORITY_USER, save_question_cb,
                           (gpointer) question, cancellable, error);
}

static gboolean
add_question_cb (IkDatabase    *database,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  Call *call = data;
  g_autofree char *section_id = NULL;
  gboolean has_pack;
  guint position;

  if (!ik_pack_store_has (database, call->id, &has_pack, error))
    return FALSE;
  if (!has_pack)
    return ik_record_set_not_found (IK_RECORD_PACK, call->id, error);

  section_id = ik_pack_store_ensure_section (database, call->id, call->text, error);

  return section_id != NULL &&
         ik_pack_store_get_end (database, section_id, &position, error) &&
         ik_question_store_insert (database, call->question, section_id, position, error);
}

/**
 * ik_bank_add_question:
 * @library: a library
 * @pack_id: the pack it goes to
 * @section_title: the section it goes to, made if it is new
 * @question: a question whose id is new
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Puts a question behind the others of its section; can be undone.
 *
 * Returns: (transfer full): its id
 */
char *
ik_bank_add_question (IkLibrary         *library,
                      const char        *pack_id,
                      const char        *section_title,
                      const IkQuestion  *question,
                      GCancellable      *cancellable,
                      GError           **error)
{
  Call call = { .id = pack_id, .text = section_title, .question = question };

  g_return_val_if_fail (pack_id != NULL, NULL);
  g_return_val_if_fail (section_title != NULL, NULL);
  g_return_val_if_fail (question != NULL, NULL);

  if (!ik_library_write (library, _("Add Question"), IK_PRIORITY_USER, add_question_cb,
                         &call, cancellable, error))
    return NULL;

  return g_strdup (question->id);
}

static gboolean
remove_question_cb (IkDatabase    *database,
                    gpointer       data,
                    GCancellable  *cancellable,
                    GError       **error)
{
  return ik_question_store_remove (database, data, error);
}

/**
 * ik_bank_remove_question:
 * @library: a library
 * @id: UUID of a question
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Removes a question from its pack and from the sets that hold it; can be
 * undone. Interviews keep their copy.
 *
 * Returns: whether it was there
 */
gboolean
ik_bank_remove_question (IkLibrary     *library,
                         const char    *id,
                         GCancellable  *cancellable,
                         GError       **error)
{
  g_return_val_if_fail (id != NULL, FALSE);

  return ik_library_write (library, _("Delete Question"), IK_PRIORITY_USER, remove_question_cb,
                           (gpointer) id, cancellable, error);
}

static gboolean
search_cb (IkDatabase    *database,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  Call *call = data;

  call->result = ik_question_list_search (database, call->text, call->limit, error);
  return call->result != NULL;
}

/**
 * ik_bank_search:
 * @library: a library
 * @query: what to search for, as it was typed
 * @limit: how many at most, 0 for all
 * @cancellable: (nullable): interrupts a query that is running
 * @error: return location
 *
 * Returns: (transfer full) (element-type IkSearchHit): the questions that hold
 *   a word that begins with each word of @query, the best first
 */
GPtrArray *
ik_bank_search (IkLibrary     *library,
                const char    *query,
                guint          limit,
                GCancellable  *cancellable,
                GError       **error)
{
  Call call = { .text = query, .limit = limit };

  g_return_val_if_fail (query != NULL, NULL);

  return read_result (library, search_cb, &call, cancellable, error);
}

/* What questions are sorted by */

static gboolean
list_rubrics_cb (IkDatabase    *database,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  Call *call = data;

  call->result = ik_rubric_store_list (database, error);
  return call->result != NULL;
}

/**
 * ik_bank_list_rubrics:
 * @library: a library
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Returns: (transfer full) (element-type IkRubric): the built-in one, then all
 *   others by name
 */
GPtrArray *
ik_bank_list_rubrics (IkLibrary     *library,
                      GCancellable  *cancellable,
                      GError       **error)
{
  Call call = { NULL };

  return read_result (library, list_rubrics_cb, &call, cancellable, error);
}

static gboolean
list_competencies_cb (IkDatabase    *database,
                      gpointer       data,
                      GCancellable  *cancellable,
                      GError       **error)
{
  Call *call = data;

  call->result = ik_competency_store_list (database, error);
  return call->result != NULL;
}

/**
 * ik_bank_list_competencies:
 * @library: a library
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Returns: (transfer full) (element-type IkCompetency): all, by name
 */
GPtrArray *
ik_bank_list_competencies (IkLibrary     *library,
                           GCancellable  *cancellable,
                           GError       **error)
{
  Call call = { NULL };

  return read_result (library, list_competencies_cb, &call, cancellable, error);
}
