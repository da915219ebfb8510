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

static gboolean
list_in_library (IkDatabase    *database,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  GPtrArray **out_texts = data;
  gboolean is_chosen;

  *out_texts = ik_chip_store_list (database, &is_chosen, error);
  if (*out_texts != NULL && !is_chosen)
    {
      g_ptr_array_unref (*out_texts);
      *out_texts = list_usual ();
    }

  return *out_texts != NULL;
}

/**
 * ik_chips_list:
 * @library: a library
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Lists the quick chips that stand beside each question of an interview: the
 * usual ones in the language of the program, until somebody chose others. Off
 * the main loop.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): their texts in order,
 *   or %NULL with @error set
 */
GPtrArray *
ik_chips_list (IkLibrary     *library,
               GCancellable  *cancellable,
               GError       **error)
{
  GPtrArray *texts = NULL;

  return ik_library_read (library, list_in_library, &texts, cancellable, error) ? texts : NULL;
}

static gboolean
save_in_library (IkDatabase    *database,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  return ik_chip_store_save (database, data, error);
}

/* A chip is told from another by its text. */
static GPtrArray *
list_distinct (GPtrArray *texts)
{
  GPtrArray *distinct = ik_text_list_new ();

  for (guint i = 0; i < texts->len; i++)
    {
      if (!g_ptr_array_find_with_equal_func (distinct, texts->pdata[i], g_str_equal, NULL))
        ik_text_list_add (distinct, texts->pdata[i]);
    }

  return distinct;
}

/**
 * ik_chips_save:
 * @library: a library
 * @texts: (element-type utf8): all chips, in order; one that stands there twice
 *   is kept once; empty for none at all
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Makes @texts the quick chips. Ticks of interviews stay what they are. Off the
 * main loop.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_chips_save (IkLibrary     *library,
               GPtrArray     *texts,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr(GPtrArray) distinct = list_distinct (texts);

  return ik_library_write (library, _("Edit Quick Chips"), IK_PRIORITY_USER, save_in_library,
                           distinct, cancellable, error);
}
