#include "ik-repair.h"

#include <string.h>

#include "ik-asking.h"

/* From this share of items on that end a sentence, one that doesn't is taken
 * for torn. */
#define WHOLE_SHARE_PERCENT 80

/* No item goes over more pages. What is joined is copied, so that it must end
 * somewhere. */
#define MAX_TEARS 16

/* Columns that "1. " and "10. " take: what hangs below is a child, what is
 * indented further is its child. */
#define NUMBER_COLUMNS 3

/* So many headings that count on are no chance. */
#define LEAST_COUNTED 3
#define MAX_LEVEL 6u

static gboolean
begins_lower (const char *text)
{
  return g_unichar_islower (g_utf8_get_char (text));
}

static gboolean
items_end_sentences (const IkBlockList *list)
{
  guint n_items = 0;
  guint n_whole = 0;

  for (guint i = 0; i < list->blocks->len; i++)
    {
      const IkBlock *block = list->blocks->pdata[i];

      ik_block_list_prefetch (list, i + IK_BLOCK_LIST_AHEAD);
      if (block->kind != IK_BLOCK_ITEM || block->marker.style != IK_MARKER_BULLET)
        continue;
      n_items++;
      n_whole += ik_asking_ends_sentence (block->text);
    }

  return n_items > 2 && n_whole * 100 >= n_items * WHOLE_SHARE_PERCENT;
}

/* A page break tears an item in two: it stops within a sentence, and a loose
 * paragraph goes on with it. */
static gboolean
is_torn (const IkBlock *item,
         const IkBlock *tail,
         gboolean       whole)
{
  if (item->kind != IK_BLOCK_ITEM || tail->kind != IK_BLOCK_PARAGRAPH ||
      tail->marker.style != IK_MARKER_NONE || tail->bold || tail->linked || tail->quoted ||
      ik_asking_ends_sentence (item->text) || g_str_has_suffix (item->text, ":"))
    return FALSE;

  return begins_lower (tail->text) ||
         (whole && tail->depth <= item->depth &&
          (!ik_asking_is_title (item->text) || ik_asking_asks (item->text)) &&
          ik_asking_ends_sentence (tail->text));
}

static void
join_torn_items (IkBlockList *list)
{
  gboolean whole = items_end_sentences (list);
  guint kept = 0;
  guint n_tears = 0;

  for (guint i = 0; i < list->blocks->len; i++)
    {
      IkBlock *block = list->blocks->pdata[i];
      IkBlock *previous = kept > 0 ? list->blocks->pdata[kept - 1] : NULL;

      ik_block_list_prefetch (list, i + IK_BLOCK_LIST_AHEAD);
      if (previous != NULL && n_tears < MAX_TEARS && is_torn (previous, block, whole))
        {
          ik_block_join (previous, block);
          ik_block_free (block);
          n_tears++;
          continue;
        }
      n_tears = 0;
      list->blocks->pdata[kept++] = block;
    }
  g_ptr_array_set_free_func (list->blocks, NULL);
  g_ptr_array_set_size (list->blocks, (int) kept);
  g_ptr_array_set_free_func (list->blocks, (GDestroyNotify) ik_block_free);
}

/* A bullet right below a numbered title, at its column, has lost its indent;
 * the bullets that kept theirs are its siblings, not its children. */
static void
restore_indents (IkBlockList *list)
{
  for (guint i = 0; i + 1 < list->blocks->len; i++)
    {
      const IkBlock *title = list->blocks->pdata[i];
      const IkBlock *lost = list->blocks->pdata[i + 1];

      if (title->kind != IK_BLOCK_ITEM || title->marker.style != IK_MARKER_NUMBER ||
          lost->kind != IK_BLOCK_ITEM || lost->marker.style != IK_MARKER_BULLET || lost->gap ||
          lost->depth != title->depth || !ik_asking_is_title (title->text))
        continue;
      for (guint j = i + 2; j < list->blocks->len; j++)
        {
          IkBlock *block = list->blocks->pdata[j];

          if (block->kind != IK_BLOCK_ITEM || block->marker.style != IK_MARKER_BULLET || block->gap)
            break;
          if (block->depth == lost->depth + 1 && block->indent <= NUMBER_COLUMNS)
            {
              block->depth = lost->depth;
              block->indent = lost->indent;
            }
        }
    }
}

/* Where a last line begins that is nothing but one link, or 0. */
static gsize
find_closing_link (const char *source)
{
  const char *line = strrchr (source, '\n');
  const char *close;

  if (line == NULL || line[1] != '[' || !g_str_has_suffix (line, ")"))
    return 0;
  close = strstr (line, "](");
  if (close == NULL || strchr (close + 2, ' ') != NULL || strchr (line + 2, '[') != NULL)
    return 0;

  return (gsize) (line + 1 - source);
}

/* "… question\n[Resources](x)": the link is a block of its own. */
static void
split_closing_links (IkBlockList *list)
{
  GPtrArray *split = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_block_free);

  g_ptr_array_set_free_func (list->blocks, NULL);
  for (guint i = 0; i < list->blocks->len; i++)
    {
      IkBlock *block = list->blocks->pdata[i];
      gsize at = block->kind == IK_BLOCK_PARAGRAPH || block->kind == IK_BLOCK_ITEM
                 ? find_closing_link (block->source) : 0;

      ik_block_list_prefetch (list, i + IK_BLOCK_LIST_AHEAD);
      g_ptr_array_add (split, block);
      if (at > 0)
        {
          gsize shown = strcspn (block->source + at, "]") - 1;
          gsize length = strlen (block->text);

          if (shown < length)
            {
              IkBlock *link = ik_block_split (block, length - shown, at);

              link->linked = TRUE;
              if (block->last > block->first)
                link->first = block->last--;
              g_ptr_array_add (split, link);
            }
        }
    }
  g_ptr_array_unref (list->blocks);
  list->blocks = split;
}

/* The number that the text of a heading begins with, as in "3 Cups" or
 * "3.cups"; 0 for none. */
static guint
find_bare_number (const IkBlock *block)
{
  gsize n_digits;

  if (block->kind != IK_BLOCK_HEADING || block->marker.style != IK_MARKER_NONE)
    return 0;
  n_digits = strspn (block->text, "0123456789");
  if (n_digits == 0 || n_digits > 3 ||
      (block->text[n_digits] != ' ' &&
       (block->text[n_digits] != '.' || !g_ascii_isalpha (block->text[n_digits + 1]))) ||
      strncmp (block->source, block->text, n_digits + 1) != 0)
    return 0;

  return (guint) g_ascii_strtoull (block->text, NULL, 10);
}

static void
take_bare_number (IkBlock *block)
{
  gsize length = strspn (block->text, "0123456789") + 1;

  block->marker = (IkMarker) { .style = IK_MARKER_NUMBER, .number = find_bare_number (block) };
  ik_block_cut_start (block, length, length);
}

static void
take_bare_numbers (GPtrArray *counted)
{
  for (guint i = 0; counted->len >= LEAST_COUNTED && i < counted->len; i++)
    take_bare_number (counted->pdata[i]);
  g_ptr_array_set_size (counted, 0);
}

/* "1 Pots", "2 Cups", "3 Tea": headings of one level that count without a mark
 * or a blank behind the number, or go on where another one of them stopped. */
static void
find_counting_headings (IkBlockList *list)
{
  GPtrArray *counted[MAX_LEVEL + 1];
  guint last[MAX_LEVEL + 1] = { 0 }; /* number of the heading above */

  for (guint level = 0; level <= MAX_LEVEL; level++)
    counted[level] = g_ptr_array_new ();
  for (guint i = 0; i < list->blocks->len; i++)
    {
      IkBlock *block = list->blocks->pdata[i];
      guint number = find_bare_number (block);
      guint level = MIN (block->level, MAX_LEVEL);
      GPtrArray *above = counted[level];

      ik_block_list_prefetch (list, i + IK_BLOCK_LIST_AHEAD);
      if (block->kind == IK_BLOCK_HEADING && block->marker.number > 0)
        last[level] = block->marker.number;
      if (number == 0)
        continue;
      if (last[level] > 0 && number == last[level] + 1)
        {
          take_bare_number (block);
          last[level] = number;
          continue;
        }
      if (number != above->len + 1)
        take_bare_numbers (above);
      if (number == above->len + 1)
        g_ptr_array_add (above, block);
    }
  for (guint level = 0; level <= MAX_LEVEL; level++)
    {
      take_bare_numbers (counted[level]);
      g_ptr_array_unref (counted[level]);
    }
}

/**
 * ik_repair_blocks:
 * @list: blocks as they were read
 *
 * Mends what printing and converting does to documents: items torn by a page
 * break, lost indents, links run into a text, numbers that lost their mark.
 * Linear.
 */
void
ik_repair_blocks (IkBlockList *list)
{
  join_torn_items (list);
  restore_indents (list);
  split_closing_links (list);
  find_counting_headings (list);
}
