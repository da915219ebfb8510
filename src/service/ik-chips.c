#include "ik-chips.h"

#include "ik-chip-store.h"
#include "ik-list.h"

#include <glib/gi18n.h>

/* What stands there until somebody chose. */
static GPtrArray *
list_usual (void)
{
  GPtrArray *texts = ik_text_list_new ();

  /* Translators: short remarks on an answer that an interviewer ticks with one key */
  ik_text_list_add (texts, _("Good example"));
  ik_text_list_add (texts, _("Needed a hint"));
  ik_text_list_add (texts, _("Own initiative"));

  return texts;
}

/* A chip is told from another by its text. */
static void
add_distinct (GPtrArray *texts,
              GPtrArray *more)
{
  for (guint i = 0; i < more->len; i++)
    {
      if (!g_ptr_array_find_with_equal_func (texts, more->pdata[i], g_str_equal, NULL))
        ik_text_list_add (texts, more->pdata[i]);
    }
}

/**
 * ik_chips_new:
 *
 * Returns: (transfer full): no chips at all
 */
IkChips *
ik_chips_new (void)
{
  IkChips *self = g_new0 (IkChips, 1);

  self->common = ik_text_list_new ();
  self->by_rubric = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                           (GDestroyNotify) g_ptr_array_unref);
  return self;
}

/**
 * ik_chips_free:
 * @self: (transfer full): chips
 */
void
ik_chips_free (IkChips *self)
{
  g_ptr_array_unref (self->common);
  g_hash_table_unref (self->by_rubric);
  g_free (self);
}

static GPtrArray *
list (IkDatabase  *database,
      const char  *rubric_id, /* nullable */
      GError     **error)
{
  gboolean is_chosen;
  g_autoptr(GPtrArray) texts = ik_chip_store_list (database, rubric_id, &is_chosen, error);

  if (texts == NULL || rubric_id != NULL || is_chosen)
    return g_steal_pointer (&texts);

  return list_usual ();
}

static gboolean
load_in_library (IkDatabase    *database,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  IkChips *self = data;
  g_autoptr(GPtrArray) common = list (database, NULL, error);
  g_autoptr(GPtrArray) ids = NULL;

  if (common == NULL)
    return FALSE;

  add_distinct (self->common, common);
  ids = ik_chip_store_list_rubrics (database, error);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      GPtrArray *texts = list (database, ids->pdata[i], error);

      if (texts == NULL)
        return FALSE;
      g_hash_table_insert (self->by_rubric, g_strdup (ids->pdata[i]), texts);
    }

  return ids != NULL;
}

/**
 * ik_chips_load:
 * @library: a library
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Loads all quick chips. Off the main loop.
 *
 * Returns: (transfer full) (nullable): the chips, or %NULL with @error set
 */
IkChips *
ik_chips_load (IkLibrary     *library,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr(IkChips) self = ik_chips_new ();

  if (!ik_library_read (library, load_in_library, self, cancellable, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * ik_chips_for_rubric:
 * @self: chips
 * @rubric_id: (nullable): what an answer is rated by, %NULL where it is not
 *
 * Returns: (transfer full) (element-type utf8): what stands beside such a question:
 *   those of each question, then those of the rubric that are none of them
 */
GPtrArray *
ik_chips_for_rubric (const IkChips *self,
                     const char    *rubric_id)
{
  GPtrArray *own = rubric_id != NULL ? g_hash_table_lookup (self->by_rubric, rubric_id) : NULL;
  GPtrArray *texts = ik_text_list_new ();

  add_distinct (texts, self->common);
  if (own != NULL)
    add_distinct (texts, own);

  return texts;
}

/* What one list is about, as the other thread takes it. */
typedef struct
{
  const char *rubric_id; /* nullable */
  GPtrArray  *texts;     /* element-type utf8 */
} ChipList;

static gboolean
list_in_library (IkDatabase    *database,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  ChipList *chips = data;

  chips->texts = list (database, chips->rubric_id, error);
  return chips->texts != NULL;
}

/**
 * ik_chips_list:
 * @library: a library
 * @rubric_id: (nullable): a rubric of @library; %NULL for each question
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Lists the quick chips that stand beside each question of an interview: the
 * usual ones in the language of the program, until somebody chose others. Or
 * those that come on top where an answer is rated by one rubric: none until
 * somebody chose some. Off the main loop.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): their texts in order,
 *   or %NULL with @error set
 */
GPtrArray *
ik_chips_list (IkLibrary     *library,
               const char    *rubric_id,
               GCancellable  *cancellable,
               GError       **error)
{
  ChipList chips = { .rubric_id = rubric_id };

  return ik_library_read (library, list_in_library, &chips, cancellable, error) ? chips.texts
                                                                                : NULL;
}

static gboolean
save_in_library (IkDatabase    *database,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  ChipList *chips = data;

  return ik_chip_store_save (database, chips->rubric_id, chips->texts, error);
}

/**
 * ik_chips_save:
 * @library: a library
 * @rubric_id: (nullable): a rubric of @library; %NULL for each question
 * @texts: (element-type utf8): all its chips, in order; one that stands there
 *   twice is kept once; empty for none at all
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Makes @texts the quick chips of one list. Ticks of interviews stay what they
 * are. Off the main loop.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_chips_save (IkLibrary     *library,
               const char    *rubric_id,
               GPtrArray     *texts,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr(GPtrArray) distinct = ik_text_list_new ();
  ChipList chips = { rubric_id, distinct };

  add_distinct (distinct, texts);
  return ik_library_write (library, _("Edit Quick Chips"), IK_PRIORITY_USER, save_in_library,
                           &chips, cancellable, error);
}
