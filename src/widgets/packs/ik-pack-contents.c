#include "ik-pack-contents.h"

#include "ik-bank.h"
#include "ik-list.h"
#include "ik-question-item.h"

void
ik_pack_request_free (IkPackRequest *self)
{
  g_free (self->pack_id);
  g_free (self->query);
  g_free (self->tag);
  g_free (self->level);
  g_free (self->kind);
  g_free (self);
}

void
ik_pack_contents_free (IkPackContents *self)
{
  g_free (self->title);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->tags, g_ptr_array_unref);
  g_clear_pointer (&self->levels, g_ptr_array_unref);
  g_free (self);
}

static gboolean
load_title (IkLibrary       *library,
            const char      *pack_id,
            IkPackContents  *loaded,
            GCancellable    *cancellable,
            GError         **error)
{
  g_autoptr(GPtrArray) packs = ik_bank_list_packs (library, cancellable, error);

  for (guint i = 0; packs != NULL && i < packs->len; i++)
    {
      const IkPackSummary *pack = g_ptr_array_index (packs, i);

      if (g_str_equal (pack->id, pack_id))
        {
          loaded->title = g_strdup (pack->title);
          loaded->n_sections = pack->n_sections;
          loaded->n_questions = pack->n_questions;
        }
    }

  return packs != NULL;
}

static void
add_once (GPtrArray  *texts,
          GHashTable *seen,
          const char *text)
{
  if (text[0] != '\0' && g_hash_table_add (seen, (gpointer) g_intern_string (text)))
    ik_text_list_add (texts, text);
}

static int
compare_texts (gconstpointer one,
               gconstpointer other)
{
  return g_utf8_collate (*(const char *const *) one, *(const char *const *) other);
}

static void
collect_choices (GPtrArray      *questions,
                 IkPackContents *loaded)
{
  g_autoptr(GHashTable) tags = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) levels = g_hash_table_new (g_str_hash, g_str_equal);

  loaded->tags = ik_text_list_new ();
  loaded->levels = ik_text_list_new ();
  for (guint i = 0; i < questions->len; i++)
    {
      const IkQuestionSummary *question = g_ptr_array_index (questions, i);

      add_once (loaded->levels, levels, question->level);
      for (guint j = 0; j < question->tags->len; j++)
        add_once (loaded->tags, tags, g_ptr_array_index (question->tags, j));
    }
  g_ptr_array_sort (loaded->tags, compare_texts);
  g_ptr_array_sort (loaded->levels, compare_texts);
}

/**
 * ik_pack_contents_load:
 * @library: the library
 * @data: an #IkPackRequest
 *
 * An #IkJobFunc: reads the questions that match, and of the whole pack what
 * there is to choose.
 *
 * Returns: (transfer full): the #IkPackContents; its title is %NULL where the
 *   pack is there no more. %NULL with @error set on failure
 */
gpointer
ik_pack_contents_load (IkLibrary     *library,
                       gpointer       data,
                       GCancellable  *cancellable,
                       GError       **error)
{
  const IkPackRequest *request = data;
  const char *pack_ids[] = { request->pack_id, NULL };
  const char *tags[] = { request->tag, NULL };
  const char *levels[] = { request->level, NULL };
  IkQuestionFilter filter = { .pack_ids = pack_ids };
  g_autoptr(IkPackContents) loaded = g_new0 (IkPackContents, 1);
  g_autoptr(GPtrArray) questions = NULL;

  if (!load_title (library, request->pack_id, loaded, cancellable, error))
    return NULL;

  questions = ik_bank_list_questions (library, &filter, cancellable, error);
  if (questions == NULL)
    return NULL;
  collect_choices (questions, loaded);

  if (request->query[0] == '\0' && request->tag == NULL && request->level == NULL &&
      request->kind == NULL)
    {
      loaded->items = ik_question_item_list_new (g_steal_pointer (&questions));
      return g_steal_pointer (&loaded);
    }

  filter.query = request->query;
  filter.tags = tags;
  filter.levels = levels;
  filter.kinds = ik_question_kinds_from_nick (request->kind);
  g_clear_pointer (&questions, g_ptr_array_unref);
  questions = ik_bank_list_questions (library, &filter, cancellable, error);
  if (questions == NULL)
    return NULL;

  loaded->items = ik_question_item_list_new (g_steal_pointer (&questions));
  return g_steal_pointer (&loaded);
}
