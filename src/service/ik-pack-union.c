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
gather (char       **text,
        const char  *other)
{
  if (other[0] == '\0' || g_str_equal (*text, other))
    return;

  if ((*text)[0] == '\0')
    ik_text_set (text, other);
  else
    {
      char *joined = g_strconcat (*text, ", ", other, NULL);

      g_free (*text);
      *text = joined;
    }
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

/**
 * ik_pack_union_new:
 * @packs: (element-type IkPack): one pack at least; they lose what they hold
 * @title: title of all
 *
 * Makes one pack of several. Sections stay apart: one without a title takes
 * that of its pack, and one whose title another has as well gets that of its
 * pack before it.
 *
 * Returns: (transfer full): a new pack; linear
 */
IkPack *
ik_pack_union_new (GPtrArray  *packs,
                   const char *title)
{
  IkPack *all = ik_pack_new (title);
  g_autoptr(GHashTable) counts = count_titles (packs);

  g_return_val_if_fail (packs->len > 0, all);

  ik_text_set (&all->language, ((IkPack *) packs->pdata[0])->language);
  for (guint i = 0; i < packs->len; i++)
    {
      IkPack *pack = packs->pdata[i];

      tell_apart (pack, counts);
      agree (&all->language, pack->language);
      gather (&all->source, pack->source);
      gather (&all->author, pack->author);
      gather (&all->licence, pack->licence);
      move (all->competencies, pack->competencies);
      move (all->rubrics, pack->rubrics);
      move (all->sections, pack->sections);
    }

  return all;
}
