#include "ik-question-columns.h"

#include "ik-database-private.h"

#include <string.h>

/**
 * IkQuestionColumns:
 *
 * What the questions of the bank are filtered, sorted and counted by, without
 * their texts: some 50 bytes each. A connection keeps them until somebody
 * writes to the bank. To look at one question takes 10 ns there and 5 µs in
 * the database, so that filters that combine and their counts take no longer
 * than the search for words, at any size.
 */

/* Packs and sections */

static void
pack_clear (gpointer data)
{
  IkColumnPack *pack = data;

  g_free (pack->id);
  g_free (pack->title);
}

static void
section_clear (gpointer data)
{
  IkColumnSection *section = data;

  g_free (section->id);
  g_free (section->title);
}

static guint
ensure_pack (IkQuestionColumns *self,
             const char        *id,
             const char        *title)
{
  guint n = self->packs->len;

  if (n == 0 || !g_str_equal (g_array_index (self->packs, IkColumnPack, n - 1).id, id))
    {
      const IkColumnPack pack = { g_strdup (id), g_strdup (title) };

      g_array_append_val (self->packs, pack);
    }

  return self->packs->len - 1;
}

static gboolean
load_sections (IkQuestionColumns  *self,
               IkDatabase         *database,
               GError            **error)
{
  g_autoptr(IkStatement) list =
    ik_database_prepare (database, "SELECT section.id, section.title, pack.id, pack.title"
                         " FROM section JOIN pack ON pack.id = section.pack_id"
                         " WHERE pack.removed_at IS NULL AND pack.is_hidden = 0"
                         " ORDER BY pack.title COLLATE NOCASE, pack.id, section.position, section.id");

  while (ik_statement_next (list))
    {
      const IkColumnSection section = {
        .id = ik_statement_dup_text (list, 0),
        .title = ik_statement_dup_text (list, 1),
        .pack = ensure_pack (self, ik_statement_get_text (list, 2), ik_statement_get_text (list, 3)),
      };

      g_array_append_val (self->sections, section);
    }

  return ik_statement_finish (list, error);
}

/* Names */

/* The names of a column while it is loaded. */
typedef struct
{
  GPtrArray  *names;   /* (unowned) */
  GHashTable *indexes; /* (element-type utf8 guint): by name in lower case */
} Names;

static void
names_init (Names     *self,
            GPtrArray *names)
{
  self->names = names;
  self->indexes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
names_clear (Names *self)
{
  g_hash_table_unref (self->indexes);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Names, names_clear)

static guint
names_ensure (Names      *self,
              const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);
  gpointer index;

  if (g_hash_table_lookup_extended (self->indexes, lower, NULL, &index))
    return GPOINTER_TO_UINT (index);

  index = GUINT_TO_POINTER (self->names->len);
  g_hash_table_insert (self->indexes, g_steal_pointer (&lower), index);
  g_ptr_array_add (self->names, g_strdup (name));
  return GPOINTER_TO_UINT (index);
}

/* Returns the indexes of the names by the ids of the competencies. */
static GHashTable *
load_competencies (IkQuestionColumns  *self,
                   IkDatabase         *database,
                   GError            **error)
{
  g_autoptr(GHashTable) indexes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(IkStatement) list =
    ik_database_prepare (database, "SELECT id, name FROM competency ORDER BY name, id");
  g_auto(Names) names;

  names_init (&names, self->competencies);
  names_ensure (&names, "");
  while (ik_statement_next (list))
    g_hash_table_insert (indexes, ik_statement_dup_text (list, 0),
                         GUINT_TO_POINTER (names_ensure (&names, ik_statement_get_text (list, 1))));

  return ik_statement_finish (list, error) ? g_steal_pointer (&indexes) : NULL;
}

/* Questions */

typedef struct
{
  IkQuestionColumns *columns;
  GHashTable        *competencies;
  Names              levels;
} FactReader;

static void
read_fact (FactReader  *reader,
           IkStatement *row,
           guint        section)
{
  const char *competency_id = ik_statement_get_text (row, 5);
  IkQuestionFact fact = { .row = ik_statement_get_int64 (row, 0), .section = section };
  IkQuestionState state = IK_QUESTION_STATE_DRAFT;
  IkQuestionKind kind = IK_QUESTION_KIND_OPEN;

  ik_question_state_from_nick (ik_statement_get_text (row, 1), &state);
  ik_question_kind_from_nick (ik_statement_get_text (row, 2), &kind);
  fact.state = state;
  fact.kind = kind;
  fact.level = names_ensure (&reader->levels, ik_statement_get_text (row, 3));
  fact.minutes = ik_statement_get_uint (row, 4);
  if (fact.minutes == 0)
    fact.minutes = ik_question_kind_minutes (kind);
  if (competency_id != NULL)
    fact.competency = GPOINTER_TO_UINT (g_hash_table_lookup (reader->competencies, competency_id));
  fact.changed_at_us = ik_statement_get_int64 (row, 6);

  g_array_append_val (reader->columns->facts, fact);
}

static gboolean
load_facts (IkQuestionColumns  *self,
            IkDatabase         *database,
            GError            **error)
{
  g_autoptr(GHashTable) competencies = load_competencies (self, database, error);
  g_autoptr(IkStatement) list =
    ik_database_prepare (database, "SELECT seq, state, kind, level, minutes, competency_id, changed_at"
                         " FROM question WHERE section_id = ?1 ORDER BY position, seq");
  FactReader reader = { self, competencies, { NULL } };
  gboolean succeeded = competencies != NULL;

  names_init (&reader.levels, self->levels);
  for (guint i = 0; succeeded && i < self->sections->len; i++)
    {
      ik_statement_bind_text (list, 1, g_array_index (self->sections, IkColumnSection, i).id);
      while (ik_statement_next (list))
        read_fact (&reader, list, i);
      succeeded = ik_statement_finish (list, error);
    }

  names_clear (&reader.levels);
  return succeeded;
}

static int
compare_rows_cb (gconstpointer one,
                 gconstpointer other,
                 gpointer      data)
{
  const IkQuestionFact *facts = data;
  gint64 a = facts[*(const guint32 *) one].row;
  gint64 b = facts[*(const guint32 *) other].row;

  return a < b ? -1 : a > b;
}

static GArray *
create_places (const IkQuestionColumns *self)
{
  GArray *places = g_array_sized_new (FALSE, FALSE, sizeof (guint32), self->facts->len);

  for (guint32 i = 0; i < self->facts->len; i++)
    g_array_append_val (places, i);

  return places;
}

static void
index_rows (IkQuestionColumns *self)
{
  self->by_row = create_places (self);
  g_array_sort_with_data (self->by_row, compare_rows_cb, self->facts->data);
}

/* What else is known of them */

/* Goes through the questions that a query names: gets the place, the row of
 * the query and the columns. */
typedef void (*PlaceVisit) (IkQuestionColumns *self,
                            guint              place,
                            IkStatement       *row,
                            gpointer           data);

static gboolean
visit_places (IkQuestionColumns  *self,
              IkDatabase         *database,
              const char         *sql,
              PlaceVisit          visit,
              gpointer            data,
              GError            **error)
{
  g_autoptr(IkStatement) list = ik_database_prepare (database, sql);
  guint hint = 0;

  while (ik_statement_next (list))
    {
      guint place = ik_question_columns_find (self, ik_statement_get_int64 (list, 0), &hint);

      if (place != IK_QUESTION_PLACE_NONE)
        visit (self, place, list, data);
    }

  return ik_statement_finish (list, error);
}

static void
mark_answered_cb (IkQuestionColumns *self,
                  guint              place,
                  IkStatement       *row,
                  gpointer           data)
{
  g_array_index (self->facts, IkQuestionFact, place).is_answered = TRUE;
}

static void
mark_used_cb (IkQuestionColumns *self,
              guint              place,
              IkStatement       *row,
              gpointer           data)
{
  g_array_index (self->facts, IkQuestionFact, place).is_used = TRUE;
}

static void
add_use_cb (IkQuestionColumns *self,
            guint              place,
            IkStatement       *row,
            gpointer           data)
{
  const IkQuestionUse use = { place, ik_statement_get_int64 (row, 1) };

  mark_used_cb (self, place, row, data);
  g_array_append_val (self->uses, use);
}

static gboolean
load_answers (IkQuestionColumns  *self,
              IkDatabase         *database,
              GError            **error)
{
  return visit_places (self, database, "SELECT seq FROM question WHERE reference_answer <> ''",
                       mark_answered_cb, NULL, error) &&
         visit_places (self, database, "SELECT question.seq FROM guidance_item"
                       " CROSS JOIN question ON question.id = guidance_item.question_id"
                       " WHERE guidance_item.field = 'answer'", mark_answered_cb, NULL, error);
}

static gboolean
load_uses (IkQuestionColumns  *self,
           IkDatabase         *database,
           GError            **error)
{
  return visit_places (self, database, "SELECT DISTINCT question.seq FROM question_set"
                       " JOIN set_item ON set_item.set_id = question_set.id"
                       " JOIN question ON question.id = set_item.question_id"
                       " WHERE question_set.removed_at IS NULL", mark_used_cb, NULL, error) &&
         visit_places (self, database, "SELECT question.seq,"
                       " max (COALESCE (interview.started_at, interview.created_at))"
                       " FROM interview JOIN interview_item ON interview_id = interview.id"
                       " LEFT JOIN merged_question ON merged_question.id = interview_item.question_id"
                       " JOIN question ON question.id ="
                       "  COALESCE (merged_question.question_id, interview_item.question_id)"
                       " WHERE outcome <> 'not_asked' GROUP BY question.seq",
                       add_use_cb, NULL, error);
}

static void
forget_uses (IkQuestionColumns *self)
{
  for (guint i = 0; i < self->facts->len; i++)
    g_array_index (self->facts, IkQuestionFact, i).is_used = FALSE;

  g_array_set_size (self->uses, 0);
  g_clear_pointer (&self->orders[IK_QUESTION_SORT_LAST_USED], g_array_unref);
}

typedef struct
{
  guint32 place;
  guint32 tag;
} TagUse;

typedef struct
{
  Names   names;
  GArray *uses; /* (element-type TagUse) */
} TagReader;

static void
add_tag_cb (IkQuestionColumns *self,
            guint              place,
            IkStatement       *row,
            gpointer           data)
{
  TagReader *reader = data;
  const TagUse use = { place, names_ensure (&reader->names, ik_statement_get_text (row, 1)) };

  g_array_append_val (reader->uses, use);
}

/* Puts the uses in the order of their places, by counting. */
static void
sort_tags (IkQuestionColumns *self,
           const GArray      *uses)
{
  guint n = self->facts->len;
  guint32 *firsts;

  g_array_set_size (self->first_tags, n + 1);
  g_array_set_size (self->tag_uses, uses->len);
  firsts = (guint32 *) (void *) self->first_tags->data;
  memset (firsts, 0, (n + 1) * sizeof *firsts);

  for (guint i = 0; i < uses->len; i++)
    firsts[g_array_index (uses, TagUse, i).place]++;
  for (guint32 i = 0, sum = 0; i <= n; i++)
    {
      sum += firsts[i];
      firsts[i] = sum;
    }
  for (guint i = uses->len; i > 0; i--)
    {
      const TagUse *use = &g_array_index (uses, TagUse, i - 1);

      g_array_index (self->tag_uses, guint32, --firsts[use->place]) = use->tag;
    }
}

static gboolean
load_tags (IkQuestionColumns  *self,
           IkDatabase         *database,
           GError            **error)
{
  g_autoptr(GArray) uses = g_array_new (FALSE, FALSE, sizeof (TagUse));
  TagReader reader = { .uses = uses };
  gboolean succeeded;

  names_init (&reader.names, self->tags);
  succeeded = visit_places (self, database, "SELECT question.seq, tag.name FROM tag"
                            " CROSS JOIN question ON question.id = tag.question_id",
                            add_tag_cb, &reader, error);
  names_clear (&reader.names);
  sort_tags (self, uses);

  return succeeded;
}

static IkQuestionColumns *
columns_new (void)
{
  IkQuestionColumns *self = g_new0 (IkQuestionColumns, 1);

  self->facts = g_array_new (FALSE, FALSE, sizeof (IkQuestionFact));
  self->packs = g_array_new (FALSE, FALSE, sizeof (IkColumnPack));
  g_array_set_clear_func (self->packs, pack_clear);
  self->sections = g_array_new (FALSE, FALSE, sizeof (IkColumnSection));
  g_array_set_clear_func (self->sections, section_clear);
  self->levels = g_ptr_array_new_with_free_func (g_free);
  self->competencies = g_ptr_array_new_with_free_func (g_free);
  self->tags = g_ptr_array_new_with_free_func (g_free);
  self->first_tags = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->tag_uses = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->uses = g_array_new (FALSE, FALSE, sizeof (IkQuestionUse));

  return self;
}

static IkQuestionColumns *
columns_load (IkDatabase  *database,
              GError     **error)
{
  g_autoptr(IkQuestionColumns) self = columns_new ();

  if (!load_sections (self, database, error) || !load_facts (self, database, error))
    return NULL;

  index_rows (self);
  if (!load_answers (self, database, error) || !load_uses (self, database, error) ||
      !load_tags (self, database, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * ik_question_columns_free:
 * @self: (transfer full): columns
 */
void
ik_question_columns_free (IkQuestionColumns *self)
{
  g_array_unref (self->facts);
  g_clear_pointer (&self->by_row, g_array_unref);
  g_array_unref (self->packs);
  g_array_unref (self->sections);
  g_ptr_array_unref (self->levels);
  g_ptr_array_unref (self->competencies);
  g_ptr_array_unref (self->tags);
  g_array_unref (self->first_tags);
  g_array_unref (self->tag_uses);
  g_array_unref (self->uses);
  for (guint i = 0; i < G_N_ELEMENTS (self->orders); i++)
    g_clear_pointer (&self->orders[i], g_array_unref);
  g_free (self);
}

/* Reads what changed; without columns, everything. */
static gboolean
refresh (IkDatabase         *database,
         const IkBankStamp  *stamp,
         GError            **error)
{
  const IkBankStamp *known = &database->columns_stamp;
  gboolean succeeded = TRUE;

  if (database->columns == NULL || stamp->questions == 0 || stamp->questions != known->questions)
    {
      g_clear_pointer (&database->columns, ik_question_columns_free);
      database->columns = columns_load (database, error);
    }
  else if (stamp->uses == 0 || stamp->uses != known->uses)
    {
      forget_uses (database->columns);
      succeeded = load_uses (database->columns, database, error);
    }

  database->columns_stamp = *stamp;
  if (!succeeded)
    g_clear_pointer (&database->columns, ik_question_columns_free);

  return database->columns != NULL;
}

/**
 * ik_question_columns_get:
 * @database: a connection in a transaction
 * @error: return location
 *
 * Loads the columns where somebody wrote to the bank since the last time:
 * linear in its questions, 1 µs each. Where sets or interviews changed only,
 * it reads those again; a note of an interview costs nothing. Who asked may
 * cancel what follows, but not this: the next one who asks needs it as well.
 *
 * Returns: (transfer none): the columns as they are in this transaction
 */
IkQuestionColumns *
ik_question_columns_get (IkDatabase  *database,
                         GError     **error)
{
  GCancellable *cancellable = database->cancellable;
  IkBankStamp stamp;
  gboolean succeeded;

  if (!ik_bank_stamp_read (database, &stamp, error))
    return NULL;

  database->cancellable = NULL;
  succeeded = refresh (database, &stamp, error);
  database->cancellable = cancellable;

  return succeeded ? database->columns : NULL;
}

/**
 * ik_question_columns_get_fact:
 * @self: columns
 * @place: place of a question
 *
 * Returns: (transfer none): what is known of it
 */
const IkQuestionFact *
ik_question_columns_get_fact (const IkQuestionColumns *self,
                              guint                    place)
{
  return &g_array_index (self->facts, IkQuestionFact, place);
}

static gint64
get_row (const IkQuestionColumns *self,
         guint                    index)
{
  guint32 place = g_array_index (self->by_row, guint32, index);

  return g_array_index (self->facts, IkQuestionFact, place).row;
}

/**
 * ik_question_columns_find:
 * @self: columns
 * @row: question.seq
 * @hint: (inout): where the last one was found, 0 in the beginning: rows that
 *   rise are found in the logarithm of their distance
 *
 * Returns: the place of a question; #IK_QUESTION_PLACE_NONE where it is in no
 *   pack that people see
 */
guint
ik_question_columns_find (const IkQuestionColumns *self,
                          gint64                   row,
                          guint                   *hint)
{
  guint n = self->by_row->len;
  guint first = *hint < n && get_row (self, *hint) <= row ? *hint : 0;
  guint step = 1;
  guint last;

  while (first + step < n && get_row (self, first + step) <= row)
    {
      first += step;
      step *= 2;
    }

  /* It stands at first or behind it, and before last. */
  last = MIN (first + step, n);
  while (first + 1 < last)
    {
      guint middle = first + (last - first) / 2;

      if (get_row (self, middle) <= row)
        first = middle;
      else
        last = middle;
    }

  *hint = first;
  return first < n && get_row (self, first) == row ? g_array_index (self->by_row, guint32, first)
                                                   : IK_QUESTION_PLACE_NONE;
}
