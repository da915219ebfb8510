#include "ik-html-content.h"

/* What is said to be the content has to hold this share of the text. */
#define MIN_MAIN_PERCENT 25
#define MIN_ARTICLE_PERCENT 75

/* An article with less is the content only if each of the others is a teaser
 * beside it: so many times shorter. */
#define MIN_LEADING_PERCENT 40
#define MIN_LEADING_RATIO 3

/* What is named like a side matter and holds more than this is none. */
#define MAX_NAMED_PERCENT 30
#define MAX_ASIDE_PERCENT 60
#define MAX_COMMENTS_PERCENT 90

/* Where more than this is hidden, it is behind tabs that people click on. */
#define MAX_HIDDEN_PERCENT 40

/* What holds more is the page itself, hidden behind a notice when it was saved. */
#define MAX_PART_PERCENT 70

/* A part that consists of so many links and little else leads elsewhere. */
#define MIN_LINKS 4u
#define MIN_LINKED_PERCENT 70

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
stands_in (GArray *regions,
           guint   i,
           guint   outer)
{
  while (i > outer)
    i = get_region (regions, i)->parent;

  return i == outer;
}

/* The part that the page calls its main one, else all. */
static guint
find_main_part (GArray *regions)
{
  gsize n_total = get_region (regions, 0)->n_text;
  guint best = 0;

  for (guint i = 1; i < regions->len; i++)
    {
      const IkHtmlRegion *region = get_region (regions, i);

      if (region->kind == IK_HTML_REGION_MAIN &&
          region->n_text * 100 >= n_total * MIN_MAIN_PERCENT &&
          (best == 0 || region->n_text > get_region (regions, best)->n_text))
        best = i;
    }

  return best;
}

/* The region that holds the content: the one article in the main part, where
 * all others are teasers beside it, else the main part. */
static guint
find_main (GArray *regions)
{
  guint main = find_main_part (regions);
  gsize n_total = get_region (regions, main)->n_text;
  gsize most = 0;
  gsize n_next = 0;
  guint best = 0;

  for (guint i = main + 1; i < regions->len; i++)
    {
      const IkHtmlRegion *region = get_region (regions, i);

      if (region->kind != IK_HTML_REGION_ARTICLE || !stands_in (regions, i, main) ||
          (best > 0 && stands_in (regions, i, best)))
        continue;
      if (region->n_text > most)
        {
          n_next = most;
          most = region->n_text;
          best = i;
        }
      else
        n_next = MAX (n_next, region->n_text);
    }

  return most * 100 >= n_total * MIN_ARTICLE_PERCENT ||
         (most * 100 >= n_total * MIN_LEADING_PERCENT && most > n_next * MIN_LEADING_RATIO && most > 0)
         ? best : main;
}

static gboolean
is_hidden (const IkHtmlRegion *region,
           gsize               n_total)
{
  return region->kind == IK_HTML_REGION_HIDDEN &&
         region->n_text * 100 <= n_total * MAX_PART_PERCENT;
}

/* Whether the hidden parts of the page are meant to be read. */
static gboolean
has_tabs (GArray *regions)
{
  gsize n_total = get_region (regions, 0)->n_text;
  gsize n_hidden = 0;

  for (guint i = 1; i < regions->len; i++)
    {
      const IkHtmlRegion *region = get_region (regions, i);

      if (is_hidden (region, n_total) && !is_hidden (get_region (regions, region->parent), n_total))
        n_hidden += region->n_text;
    }

  return n_hidden * 100 > n_total * MAX_HIDDEN_PERCENT;
}

static gboolean
is_beside (const IkHtmlRegion *region,
           gsize               n_total,
           gboolean            tabs)
{
  gsize percent = region->n_text * 100 / MAX (n_total, 1);

  switch (region->kind)
    {
    case IK_HTML_REGION_HIDDEN:
      return !tabs && is_hidden (region, n_total);

    case IK_HTML_REGION_NAMED:
      return percent <= MAX_NAMED_PERCENT;

    case IK_HTML_REGION_ASIDE:
      return percent <= MAX_ASIDE_PERCENT;

    case IK_HTML_REGION_COMMENTS:
      return percent <= MAX_COMMENTS_PERCENT;

    case IK_HTML_REGION_PLAIN:
    case IK_HTML_REGION_MAIN:
    case IK_HTML_REGION_ARTICLE:
    default:
      return FALSE;
    }
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

/* For each region that is none of the content the outermost one around it that
 * says so itself, or 0. */
static guint *
find_parts (GArray       *regions,
            const guint8 *content)
{
  guint *parts = g_new0 (guint, regions->len);

  for (guint i = 1; i < regions->len; i++)
    {
      const IkHtmlRegion *region = get_region (regions, i);

      if (!content[i])
        parts[i] = parts[region->parent] == 0 && region->kind > IK_HTML_REGION_ARTICLE
                   ? i : parts[region->parent];
    }

  return parts;
}

/* Sets one block after the other aside or keeps it. */
static void
part_blocks (IkRichDocument *document,
             const guint8   *content,
             const guint    *parts)
{
  g_autoptr(GPtrArray) blocks = g_steal_pointer (&document->blocks);
  gboolean goes_on = FALSE;
  guint last = 0;

  g_ptr_array_set_free_func (blocks, NULL);
  document->blocks = g_ptr_array_new_full (blocks->len, (GDestroyNotify) ik_rich_block_free);
  for (guint i = 0; i < blocks->len; i++)
    {
      IkRichBlock *block = blocks->pdata[i];

      if (content[block->region])
        {
          g_ptr_array_add (document->blocks, block);
          goes_on = FALSE;
          continue;
        }
      if (!goes_on || parts[block->region] != last)
        ik_rich_document_part_aside (document);
      goes_on = TRUE;
      last = parts[block->region];
      ik_rich_document_set_aside (document, block->text->str);
      ik_rich_block_free (block);
    }
}

static gboolean
is_title (const IkRichBlock *block)
{
  return block->kind == IK_RICH_HEADING && block->level == 1;
}

/* The heading of the page may stand above what it calls its main part. */
static void
take_title (IkRichDocument *document,
            GArray         *regions,
            const guint8   *content,
            guint           main)
{
  IkRichBlock *title = NULL;
  gboolean begun = FALSE;

  for (guint i = 0; i < document->blocks->len; i++)
    {
      IkRichBlock *block = document->blocks->pdata[i];

      if (content[block->region] && is_title (block))
        return;
      begun = begun || content[block->region];
      if (!begun && is_title (block) &&
          get_region (regions, block->region)->kind == IK_HTML_REGION_PLAIN)
        title = block;
    }
  if (title != NULL)
    title->region = main;
}

/**
 * ik_html_content_select:
 * @document: a page, the region of each block noted with it
 * @regions: (element-type IkHtmlRegion): its regions with their own counts
 *
 * Sets aside the blocks that are none of the page's content: navigation, side
 * bars, footers, menus. Keeps all where nothing would be left. Linear.
 */
void
ik_html_content_select (IkRichDocument *document,
                        GArray         *regions)
{
  g_autofree guint8 *content = NULL;
  g_autofree guint *parts = NULL;
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

  take_title (document, regions, content, main);
  parts = find_parts (regions, content);
  part_blocks (document, content, parts);
}
