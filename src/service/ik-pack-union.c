#include "ik-pack-union.h"

#include "ik-text.h"

/* What all packs say, or nothing. */
static void
agree (char       **text,
       const char  *other)
{
  if (!g_str_equal (*text, other))
    ik_text_set (text, "");
}

/* What any pack says, once. */
static void
gather (GPtrArray  *texts,
        const char *other)
{
  if (other[0] != '\0' && !g_ptr_array_find_with_equal_func (texts, other, g_str_equal, NULL))
    g_ptr_array_add (texts, (gpointer) other);
}

/* Joins what was gathered. */
static void
take_joined (char      **text,
             GPtrArray  *texts)
{
  g_ptr_array_add (texts, NULL);
  g_free (*text);
  *text = g_strjoinv (", ", (char **) texts->pdata);
}

static void
move (GPtrArray *target,
      GPtrArray *source)
{
  gsize n;
  gpointer *elements = g_ptr_array_steal (source, &n);

  for (gsize i = 0; i < n; i++)
    g_ptr_array_add (target, elements[i]);
  g_free (elements);
}

static GHashTable *
count_titles (GPtrArray *packs)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < packs->len; i++)
    {
      const IkPack *pack = packs->pdata[i];

      for (guint j = 0; j < pack->sections->len; j++)
        {
          const char *title = ((IkSection *) pack->sections->pdata[j])->title;
          guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, title));

          g_hash_table_insert (counts, g_strdup (title), GUINT_TO_POINTER (count + 1));
        }
    }

  return counts;
}

static void
tell_apart (IkPack     *pack,
            GHashTable *counts)
{
  for (guint i = 0; i < pack->sections->len; i++)
    {
      IkSection *section = pack->sections->pdata[i];
      g_autofree char *title = g_strdup (section->title);

      if (title[0] == '\0')
        ik_text_set (&section->title, pack->title);
      else if (GPOINTER_TO_UINT (g_hash_table_lookup (counts, title)) > 1)
        {
          g_free (section->title);
          section->title = g_strdup_printf ("%s: %s", pack->title, title);
        }
    }
}

/* Packs of one library share scales, and a file may be chosen twice: an id must
 * not come in twice. */

static void
replace_scale (IkPack     *pack,
               const char *old_id,
               const char *new_id)
{
  for (guint i = 0; i < pack->sections->len; i++)
    {
      const IkSection *section = pack->sections->pdata[i];

      for (guint j = 0; j < section->questions->len; j++)
        {
          IkQuestion *question = section->questions->pdata[j];

          if (g_strcmp0 (question->competency_id, old_id) == 0)
            ik_text_set (&question->competency_id, new_id);
          if (g_strcmp0 (question->rubric_id, old_id) == 0)
            ik_text_set (&question->rubric_id, new_id);
        }
    }
}

static void
settle_scale_id (IkPack      *pack,
                 GHashTable  *known,
                 char       **id,
                 gpointer     scale)
{
  if (g_hash_table_contains (known, *id))
    {
      g_autofree char *old_id = g_steal_pointer (id);

      *id = g_uuid_string_random ();
      replace_scale (pack, old_id, *id);
    }
  g_hash_table_insert (known, *id, scale);
}

static void
settle_competencies (IkPack     *pack,
                     GHashTable *known)
{
  for (guint i = pack->competencies->len; i-- > 0;)
    {
      IkCompetency *competency = pack->competencies->pdata[i];
      const IkCompetency *same = g_hash_table_lookup (known, competency->id);

      if (same != NULL && ik_competency_equal (same, competency))
        g_ptr_array_remove_index (pack->competencies, i);
      else
        settle_scale_id (pack, known, &competency->id, competency);
    }
}

static void
settle_rubrics (IkPack     *pack,
                GHashTable *known)
{
  for (guint i = pack->rubrics->len; i-- > 0;)
    {
      IkRubric *rubric = pack->rubrics->pdata[i];
      const IkRubric *same = g_hash_table_lookup (known, rubric->id);

      if (same != NULL && ik_rubric_equal (same, rubric))
        g_ptr_array_remove_index (pack->rubrics, i);
      else
        settle_scale_id (pack, known, &rubric->id, rubric);
    }
}

static void
move_decision (GHashTable *decisions,
               const char *old_id,
               const char *new_id)
{
  gpointer key;
  gpointer decision;

  if (g_hash_table_steal_extended (decisions, old_id, &key, &decision))
    {
      g_free (key);
      g_hash_table_insert (decisions, g_strdup (new_id), decision);
    }
}

static void
settle_questions (IkPack     *pack,
                  GHashTable *known,
                  GHashTable *decisions) /* nullable */
{
  for (guint i = 0; i < pack->sections->len; i++)
    {
      const IkSection *section = pack->sections->pdata[i];

      for (guint j = 0; j < section->questions->len; j++)
        {
          IkQuestion *question = section->questions->pdata[j];

          if (g_hash_table_contains (known, question->id))
            {
              g_autofree char *old_id = g_steal_pointer (&question->id);

              question->id = g_uuid_string_random ();
              if (decisions != NULL)
                move_decision (decisions, old_id, question->id);
            }
          g_hash_table_add (known, question->id);
        }
    }
}

/**
 * ik_pack_union_new:
 * @packs: (element-type IkPack): one pack at least; they lose what they hold
 * @decisions: (nullable) (element-type GHashTable): for each pack what becomes of
 *   its questions, by their ids, as #IkImportOptions has it
 * @title: title of all
 *
 * Makes one pack of several. Sections stay apart: one without a title takes
 * that of its pack, and one whose title another has as well gets that of its
 * pack before it.
 *
 * A scale that several of them bring comes in once; a question that has the id
 * of another one gets a new id, under which its decision is found then.
 *
 * Returns: (transfer full): a new pack; linear
 */
IkPack *
ik_pack_union_new (GPtrArray  *packs,
                   GPtrArray  *decisions,
                   const char *title)
{
  g_autoptr(GHashTable) counts = NULL;
  g_autoptr(GHashTable) competencies = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) rubrics = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) questions = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) sources = g_ptr_array_new ();
  g_autoptr(GPtrArray) authors = g_ptr_array_new ();
  g_autoptr(GPtrArray) licences = g_ptr_array_new ();
  IkPack *all;

  g_return_val_if_fail (packs->len > 0, NULL);
  g_return_val_if_fail (decisions == NULL || decisions->len == packs->len, NULL);

  all = ik_pack_new (title);
  counts = count_titles (packs);
  ik_text_set (&all->language, ((IkPack *) packs->pdata[0])->language);
  for (guint i = 0; i < packs->len; i++)
    {
      IkPack *pack = packs->pdata[i];

      tell_apart (pack, counts);
      agree (&all->language, pack->language);
      gather (sources, pack->source);
      gather (authors, pack->author);
      gather (licences, pack->licence);
      settle_competencies (pack, competencies);
      settle_rubrics (pack, rubrics);
      settle_questions (pack, questions, decisions != NULL ? decisions->pdata[i] : NULL);
      move (all->competencies, pack->competencies);
      move (all->rubrics, pack->rubrics);
      move (all->sections, pack->sections);
    }
  take_joined (&all->source, sources);
  take_joined (&all->author, authors);
  take_joined (&all->licence, licences);

  return all;
}
