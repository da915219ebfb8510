#include "ik-import-private.h"

#include "ik-question-list.h"
#include "ik-wording.h"

/**
 * ik_twin_free:
 * @self: (nullable) (transfer full): a twin
 */
void
ik_twin_free (IkTwin *self)
{
  if (self == NULL)
    return;

  g_free (self->question_id);
  g_free (self->twin_id);
  g_free (self->twin_prompt);
  g_free (self->twin_pack_id);
  g_free (self->twin_pack_title);
  g_free (self->twin_section);
  g_free (self);
}

/* Between the words of a prompt and those of its details. */
#define DETAILS_MARK '\n'

/* One question of the draft on its way past the bank. */
typedef struct _Seeker Seeker;

struct _Seeker
{
  const IkQuestion *question;   /* (unowned) */
  Seeker           *next;       /* (unowned) (nullable): another one of the same prompt */
  Seeker           *next_alike; /* (unowned) (nullable): and of the same details */
  IkTwin           *by_id;      /* (owned) (nullable) */
  IkTwin           *by_words;   /* (owned) (nullable) */
};

typedef struct
{
  GArray     *seekers; /* (owned) (element-type Seeker): in the order of the draft */
  GHashTable *ids;     /* (owned) (element-type utf8 Seeker) */
  GHashTable *prompts; /* (owned) (element-type utf8 Seeker): by words of the prompt, as long
                        * as one of them may lack a twin */
  GHashTable *wholes;  /* (owned) (element-type utf8 Seeker): by words of prompt and details */
  GString    *buffer;  /* (owned): the words that are compared */
} Search;

static void
clear_seeker (gpointer data)
{
  Seeker *seeker = data;

  g_clear_pointer (&seeker->by_id, ik_twin_free);
  g_clear_pointer (&seeker->by_words, ik_twin_free);
}

static void
search_clear (Search *self)
{
  g_clear_pointer (&self->ids, g_hash_table_unref);
  g_clear_pointer (&self->prompts, g_hash_table_unref);
  g_clear_pointer (&self->wholes, g_hash_table_unref);
  g_clear_pointer (&self->seekers, g_array_unref);
  g_string_free (self->buffer, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

static void
add_section (Search          *self,
             const IkSection *section)
{
  for (guint i = 0; i < section->questions->len; i++)
    {
      Seeker seeker = { .question = section->questions->pdata[i] };

      g_array_append_val (self->seekers, seeker);
    }
}

/* Only once all of them are there: they must not move any more. */
static void
index_seekers (Search *self)
{
  for (guint i = 0; i < self->seekers->len; i++)
    {
      Seeker *seeker = &g_array_index (self->seekers, Seeker, i);

      g_hash_table_insert (self->ids, seeker->question->id, seeker);
      g_string_truncate (self->buffer, 0);
      ik_wording_append (self->buffer, seeker->question->candidate.prompt);
      if (self->buffer->len == 0)
        continue;

      seeker->next = g_hash_table_lookup (self->prompts, self->buffer->str);
      g_hash_table_insert (self->prompts, g_strdup (self->buffer->str), seeker);

      g_string_append_c (self->buffer, DETAILS_MARK);
      ik_wording_append (self->buffer, seeker->question->candidate.details);
      seeker->next_alike = g_hash_table_lookup (self->wholes, self->buffer->str);
      g_hash_table_insert (self->wholes, g_strdup (self->buffer->str), seeker);
    }
}

static void
search_init (Search       *self,
             const IkPack *draft)
{
  self->buffer = g_string_new (NULL);
  self->seekers = g_array_new (FALSE, FALSE, sizeof (Seeker));
  g_array_set_clear_func (self->seekers, clear_seeker);
  self->ids = g_hash_table_new (g_str_hash, g_str_equal);
  self->prompts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->wholes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < draft->sections->len; i++)
    add_section (self, draft->sections->pdata[i]);
  index_seekers (self);
}

static IkTwin *
make_twin (const Seeker            *seeker,
           const IkVisitedQuestion *question)
{
  IkTwin *twin = g_new0 (IkTwin, 1);

  twin->question_id = g_strdup (seeker->question->id);
  twin->twin_id = g_strdup (question->id);
  twin->twin_prompt = g_strdup (question->prompt);
  twin->twin_pack_id = g_strdup (question->pack_id);
  twin->twin_pack_title = g_strdup (question->pack_title);
  twin->twin_section = g_strdup (question->section);

  return twin;
}

/* Those of the same details have a twin, all of them or none. */
static void
match_whole (Search                  *self,
             const IkVisitedQuestion *question)
{
  for (Seeker *seeker = g_hash_table_lookup (self->wholes, self->buffer->str);
       seeker != NULL && seeker->by_words == NULL;
       seeker = seeker->next_alike)
    seeker->by_words = make_twin (seeker, question);
}

/* The details count where both have some: a quiz asks "What is the output?" of
 * a hundred programs. */
static void
match_words (Search                  *self,
             const IkVisitedQuestion *question)
{
  gsize length = self->buffer->len;
  Seeker *seeker = g_hash_table_lookup (self->prompts, self->buffer->str);

  if (seeker == NULL)
    return;

  g_string_append_c (self->buffer, DETAILS_MARK);
  ik_wording_append (self->buffer, question->details);
  if (self->buffer->len > length + 1)
    {
      match_whole (self, question);
      g_string_truncate (self->buffer, length + 1);
      match_whole (self, question);
      return;
    }

  for (; seeker != NULL; seeker = seeker->next)
    {
      if (seeker->by_words == NULL)
        seeker->by_words = make_twin (seeker, question);
    }
  g_string_truncate (self->buffer, length);
  g_hash_table_remove (self->prompts, self->buffer->str);
}

/* Of several in the bank that fit, the first one counts. */
static void
compare_cb (const IkVisitedQuestion *question,
            gpointer                 data)
{
  Search *self = data;
  Seeker *seeker = g_hash_table_lookup (self->ids, question->id);

  if (seeker != NULL)
    seeker->by_id = make_twin (seeker, question);

  g_string_truncate (self->buffer, 0);
  ik_wording_append (self->buffer, question->prompt);
  match_words (self, question);
}

static GPtrArray *
take_twins (Search *self)
{
  GPtrArray *twins = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_twin_free);

  for (guint i = 0; i < self->seekers->len; i++)
    {
      Seeker *seeker = &g_array_index (self->seekers, Seeker, i);

      if (seeker->by_id != NULL)
        g_ptr_array_add (twins, g_steal_pointer (&seeker->by_id));
      else if (seeker->by_words != NULL)
        g_ptr_array_add (twins, g_steal_pointer (&seeker->by_words));
    }

  return twins;
}

/**
 * ik_import_twins_load:
 * @database: a connection
 * @draft: a draft
 * @error: return location
 *
 * Returns: (transfer full) (element-type IkTwin): as ik_import_find_twins()
 */
GPtrArray *
ik_import_twins_load (IkDatabase    *database,
                      const IkPack  *draft,
                      GError       **error)
{
  g_auto(Search) search = { 0 };

  search_init (&search, draft);
  if (!ik_question_list_visit (database, compare_cb, &search, error))
    return NULL;

  return take_twins (&search);
}

typedef struct
{
  const IkPack *draft;
  GPtrArray    *twins; /* (owned) (nullable) */
} FindData;

static gboolean
find_twins_cb (IkDatabase    *database,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  FindData *find = data;

  find->twins = ik_import_twins_load (database, find->draft, error);
  return find->twins != NULL;
}

/**
 * ik_import_find_twins:
 * @library: a library
 * @draft: what ik_import_read() made, changed or not
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Finds the questions of a draft that the bank has: of the same id, or else of
 * the same prompt but for case, spaces and punctuation, and of no other
 * details. Archived questions count, those of removed packs don't. Blocks: call it off the main loop. One
 * pass over the bank, about 2 µs for each of its questions.
 *
 * Returns: (transfer full) (element-type IkTwin): in the order of the draft, at
 *   most one for each of its questions; may be empty
 */
GPtrArray *
ik_import_find_twins (IkLibrary     *library,
                      const IkPack  *draft,
                      GCancellable  *cancellable,
                      GError       **error)
{
  FindData find = { .draft = draft };

  g_return_val_if_fail (IK_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (draft != NULL, NULL);

  return ik_library_read (library, find_twins_cb, &find, cancellable, error) ? find.twins : NULL;
}
