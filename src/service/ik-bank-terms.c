#include "ik-bank-terms.h"

#include "ik-pack-store.h"
#include "ik-question-list.h"
#include "ik-rubric-store.h"
#include "ik-set-bank-store.h"

static gboolean
load_in_library (IkDatabase    *database,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  IkBankTerms *terms = data;

  terms->levels = ik_set_bank_store_list_levels (database, error);
  if (terms->levels == NULL)
    return FALSE;
  terms->tags = ik_question_list_load_tags (database, error);
  if (terms->tags == NULL)
    return FALSE;
  terms->competencies = ik_competency_store_list (database, error);
  if (terms->competencies == NULL)
    return FALSE;
  terms->sections = ik_pack_store_list_section_titles (database, error);

  return terms->sections != NULL;
}

/**
 * ik_bank_terms_load:
 * @library: a library
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Blocks.
 *
 * Returns: (transfer full): what there is to choose from; %NULL with @error set on
 *   failure
 */
IkBankTerms *
ik_bank_terms_load (IkLibrary     *library,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autoptr(IkBankTerms) terms = g_new0 (IkBankTerms, 1);

  return ik_library_read (library, load_in_library, terms, cancellable, error)
         ? g_steal_pointer (&terms) : NULL;
}

/**
 * ik_bank_terms_free:
 * @self: (transfer full): terms
 */
void
ik_bank_terms_free (IkBankTerms *self)
{
  g_clear_pointer (&self->levels, g_ptr_array_unref);
  g_clear_pointer (&self->tags, g_ptr_array_unref);
  g_clear_pointer (&self->competencies, g_ptr_array_unref);
  g_clear_pointer (&self->sections, g_hash_table_unref);
  g_free (self);
}
