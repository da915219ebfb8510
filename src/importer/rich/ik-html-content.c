#include "ik-html-content.h"

#include <string.h>

/* What is said to be the content has to hold this share of the text. */
#define MIN_MAIN_PERCENT 25
#define MIN_ARTICLE_PERCENT 75

/* What is named like a side matter and holds more than this is none. */
#define MAX_NAMED_PERCENT 30
#define MAX_ASIDE_PERCENT 60

/* Where more than this is hidden, it is behind tabs that people click on. */
#define MAX_HIDDEN_PERCENT 40

/* A part that consists of so many links and little else leads elsewhere. */
#define MIN_LINKS 4u
#define MIN_LINKED_PERCENT 70

/* Words in classes and ids of what isn't the content. */
static const char *const aside_words[] = {
  "ad", "ads", "advert", "advertisement", "banner", "breadcrumb", "breadcrumbs", "comments",
  "cookie", "cookies", "disqus", "footer", "menu", "modal", "nav", "navbar", "navigation",
  "newsletter", "pagination", "popup", "promo", "related", "share", "sharing", "sidebar",
  "signup", "social", "sponsor", "sponsored", "subscribe", "toolbar",
};

static const char *const aside_roles[] = {
  "alert", "alertdialog", "banner", "complementary", "contentinfo", "dialog", "menu", "menubar",
  "navigation", "search", "toolbar", NULL,
};

static gboolean
has_aside_word (const char *names)
{
  while (*names != '\0')
    {
      gsize length = 0;

      while (g_ascii_isalnum (names[length]))
        length++;
      for (guint i = 0; length > 0 && i < G_N_ELEMENTS (aside_words); i++)
        {
          if (strlen (aside_words[i]) == length &&
              g_ascii_strncasecmp (aside_words[i], names, length) == 0)
            return TRUE;
        }
      names += length;
      names += *names != '\0';
    }

  return FALSE;
}

/**
 * ik_html_content_name_kind:
 * @class_names: (nullable): the classes of an element
 * @id: (nullable): its id
 * @role: (nullable): its role
 *
 * Returns: what kind of region these say that it is
 */
IkHtmlRegionKind
ik_html_content_name_kind (const char *class_names,
                           const char *id,
                           const char *role)
{
  if (role != NULL && g_ascii_strcasecmp (role, "main") == 0)
    return IK_HTML_REGION_MAIN;
  if (role != NULL && g_strv_contains (aside_roles, role))
    return IK_HTML_REGION_ASIDE;
  if ((class_names != NULL && has_aside_word (class_names)) ||
      (id != NULL && has_aside_word (id)))
    return IK_HTML_REGION_NAMED;

  return IK_HTML_REGION_PLAIN;
}

static IkHtmlRegion *
get_region (GArray *regions,
            guint   i)
{
  return &g_array_index (regions, IkHtmlRegion, i);
}

/* Hands each region's counts to the one around it. */
static void
add_up (GArray *regions)
{
  for (guint i = regions->len; i-- > 1;)
    {
      const IkHtmlRegion *region = get_region (regions, i);
      IkHtmlRegion *parent = get_region (regions, region->parent);

      parent->n_text += region->n_text;
      parent->n_linked += region->n_linked;
      parent->n_links += region->n_links;
    }
}

static gboolean
is_main (const IkHtmlRegion *region,
         gsize               n_total)
{
  if (region->kind == IK_HTML_REGION_MAIN)
    return region->n_text * 100 >= n_total * MIN_MAIN_PERCENT;

  return region->kind == IK_HTML_REGION_ARTICLE &&
         region->n_text * 100 >= n_total * MIN_ARTICLE_PERCENT;
}

/* The region that holds the content: what the page calls so, else all. */
static guint
find_main (GArray *regions)
{
  gsize n_total = get_region (regions, 0)->n_text;
  guint best = 0;

  for (guint i = 1; i < regions->len; i++)
    {
      const IkHtmlRegion *region = get_region (regions, i);

      if (is_main (region, n_total) &&
          (best == 0 || region->n_text > get_region (regions, best)->n_text))
        best = i;
    }

  return best;
}

/* Whether the hidden parts of the page are meant to be read. */
static gboolean
has_tabs (GArray *regions)
{
  gsize n_hidden = 0;

  for (guint i = 1; i < regions->len; i++)
    {
      const IkHtmlRegion *region = get_region (regions, i);

      if (region->kind == IK_HTML_REGION_HIDDEN &&
          get_region (regions, region->parent)->kind != IK_HTML_REGION_HIDDEN)
        n_hidden += region->n_text;
    }

  return n_hidden * 100 > get_region (regions, 0)->n_text * MAX_HIDDEN_PERCENT;
}

static gboolean
is_beside (const IkHtmlRegion *region,
           gsize               n_total,
           gboolean            tabs)
{
  if (region->kind == IK_HTML_REGION_HIDDEN)
    return !tabs;
  if (region->kind == IK_HTML_REGION_NAMED)
    return region->n_text * 100 <= n_total * MAX_NAMED_PERCENT;

  return region->kind == IK_HTML_REGION_ASIDE &&
         region->n_text * 100 <= n_total * MAX_ASIDE_PERCENT;
}

/* Which regions belong to the content: those below @main but for what stands
 * beside it. */
static guint8 *
mark_content (GArray *regions,
              guint   main)
{
  guint8 *content = g_new0 (guint8, regions->len);
  gsize n_total = get_region (regions, main)->n_text;
  gboolean tabs = has_tabs (regions);

  content[main] = TRUE;
  for (guint i = main + 1; i < regions->len; i++)
    {
      const IkHtmlRegion *region = get_region (regions, i);

      content[i] = content[region->parent] && !is_beside (region, n_total, tabs);
    }

  return content;
}

static gboolean
leads_elsewhere (GArray *regions,
                 guint   i)
{
  const IkHtmlRegion *region = get_region (regions, i);

  return region->n_links >= MIN_LINKS &&
         region->n_linked * 100 >= region->n_text * MIN_LINKED_PERCENT;
}

/* Menus that don't say what they are stand before the text and behind it. */
static void
mark_menus (const IkRichDocument *document,
            GArray               *regions,
            guint8               *content)
{
  guint first = 0;
  guint last = document->blocks->len;

  for (; first < last; first++)
    {
      const IkRichBlock *block = document->blocks->pdata[first];

      if (content[block->region] && !leads_elsewhere (regions, block->region))
        break;
    }
  while (last > first)
    {
      const IkRichBlock *block = document->blocks->pdata[last - 1];

      if (content[block->region] && !leads_elsewhere (regions, block->region))
        break;
      last--;
    }
  if (first == last)
    return;
  for (guint i = 0; i < document->blocks->len; i++)
    {
      const IkRichBlock *block = document->blocks->pdata[i];

      if ((i < first || i >= last) && leads_elsewhere (regions, block->region))
        content[block->region] = FALSE;
    }
}

/**
 * ik_html_content_select:
 * @document: a page, the region of each block noted with it
 * @regions: (element-type IkHtmlRegion): its regions with their own counts
 *
 * Drops the blocks that are none of the page's content: navigation, side bars,
 * footers, menus. Keeps all where nothing would be left. Linear.
 */
void
ik_html_content_select (IkRichDocument *document,
                        GArray         *regions)
{
  g_autofree guint8 *content = NULL;
  g_autoptr(GPtrArray) blocks = NULL;
  guint main;
  guint n_kept = 0;

  add_up (regions);
  main = find_main (regions);
  content = mark_content (regions, main);
  if (main == 0)
    mark_menus (document, regions, content);

  for (guint i = 0; i < document->blocks->len; i++)
    n_kept += content[((IkRichBlock *) document->blocks->pdata[i])->region];
  if (n_kept == 0)
    return;

  blocks = g_steal_pointer (&document->blocks);
  g_ptr_array_set_free_func (blocks, NULL);
  document->blocks = g_ptr_array_new_full (n_kept, (GDestroyNotify) ik_rich_block_free);
  for (guint i = 0; i < blocks->len; i++)
    {
      IkRichBlock *block = blocks->pdata[i];

      if (content[block->region])
        g_ptr_array_add (document->blocks, block);
      else
        ik_rich_block_free (block);
    }
}
