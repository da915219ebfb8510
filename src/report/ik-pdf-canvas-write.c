#include "ik-pdf-canvas-private.h"

#include "ik-pdf-content.h"
#include "ik-pdf-image.h"
#include "ik-pdf-metadata.h"
#include "ik-pdf-text.h"

#include <string.h>

/* A reader loads a level of the tree of pages at once. */
#define N_SIBLINGS 32

/*< private >
 * ik_pdf_canvas_write_page:
 * @self: a canvas that is written
 * @page: one of its pages, from 0
 *
 * Writes what was drawn on a page since it was written last.
 */
void
ik_pdf_canvas_write_page (IkPdfCanvas *self,
                          guint        page)
{
  IkPdfPage *at = &g_array_index (self->pages, IkPdfPage, page);
  gboolean is_first = at->contents[0] == 0;
  g_autoptr(GBytes) content = NULL;

  if (at->ops->len > 0 || is_first)
    {
      guint object = ik_pdf_file_reserve (self->file);

      content = ik_pdf_content_new (self, at->ops);
      ik_pdf_file_put_stream (self->file, object, "", content, TRUE);
      at->contents[is_first ? 0 : 1] = object;
    }

  if (is_first)
    {
      at->parents = ik_pdf_structure_end_page (self->structure);
      self->n_written = page + 1;
    }
  g_clear_pointer (&at->ops, g_array_unref);
}

static void
write_text (IkPdfCanvas *self,
            guint        object,
            GString     *text)
{
  ik_pdf_file_put_object (self->file, object, text->str, text->len);
}

/* What is drawn on full pages is on them in a stream of its own. */
static void
write_late_parts (IkPdfCanvas *self)
{
  for (guint i = 0; i < self->pages->len; i++)
    {
      if (g_array_index (self->pages, IkPdfPage, i).ops != NULL)
        ik_pdf_canvas_write_page (self, i);
    }
}

static void
append_target (IkPdfCanvas       *self,
               GString           *out,
               const IkPdfTarget *target)
{
  const IkPdfPage *page = &g_array_index (self->pages, IkPdfPage, target->page);

  g_string_append_printf (out, "[%u 0 R /XYZ 0 ", page->object);
  ik_pdf_append_number (out, target->y);
  g_string_append (out, "0]");
}

/* @key: of its element among the parents */
static void
write_link (IkPdfCanvas     *self,
            const IkPdfLink *link,
            guint            key)
{
  const IkPdfTarget *target = g_hash_table_lookup (self->targets, link->target);
  g_autoptr(GString) text = g_string_new ("<< /Type /Annot /Subtype /Link /F 4 /Border [0 0 0] "
                                          "/Rect [");

  ik_pdf_append_number (text, link->box.x);
  ik_pdf_append_number (text, link->box.y);
  ik_pdf_append_number (text, link->box.x + link->box.width);
  ik_pdf_append_number (text, link->box.y + link->box.height);
  g_string_append_printf (text, "] /StructParent %u", key);
  if (target != NULL)
    {
      g_string_append (text, " /Dest ");
      append_target (self, text, target);
    }
  g_string_append (text, " >>");
  write_text (self, link->object, text);
}

static guint
write_structure (IkPdfCanvas *self)
{
  g_autoptr(GString) parents = g_string_new (NULL);
  guint key = 0;

  for (; key < self->pages->len; key++)
    g_string_append_printf (parents, "%u %u 0 R ", key,
                            g_array_index (self->pages, IkPdfPage, key).parents);

  for (guint i = 0; i < self->links->len; i++, key++)
    {
      const IkPdfLink *link = &g_array_index (self->links, IkPdfLink, i);

      write_link (self, link, key);
      g_string_append_printf (parents, "%u %u 0 R ", key, link->element);
    }

  return ik_pdf_structure_finish (self->structure, parents->str, key);
}

/* All that any page needs: each of them names the same. */
static guint
write_resources (IkPdfCanvas *self)
{
  guint resources = ik_pdf_file_reserve (self->file);
  g_autoptr(GString) text = g_string_new ("<< /Font << ");

  for (guint i = 0; i < self->embeddings->len; i++)
    ik_pdf_embedding_put (self->embeddings->pdata[i], self->file, text);
  g_string_append (text, ">> /XObject << ");
  for (guint i = 0; i < self->images->len; i++)
    g_string_append_printf (text, "/I%u %u 0 R ", i,
                            ik_pdf_image_put (self->images->pdata[i], self->file));
  g_string_append (text, ">> >>");
  write_text (self, resources, text);

  return resources;
}

/* Links come in the order of their pages; @next is the first of this one. */
static void
append_links (IkPdfCanvas *self,
              GString     *text,
              guint        page,
              guint       *next)
{
  guint first = *next;

  while (*next < self->links->len && g_array_index (self->links, IkPdfLink, *next).page == page)
    (*next)++;

  if (*next == first)
    return;

  g_string_append (text, " /Annots [");
  for (guint i = first; i < *next; i++)
    g_string_append_printf (text, "%u 0 R ", g_array_index (self->links, IkPdfLink, i).object);
  g_string_append_c (text, ']');
}

static void
write_page (IkPdfCanvas *self,
            guint        index,
            guint        parent,
            guint       *next_link)
{
  const IkPdfPage *page = &g_array_index (self->pages, IkPdfPage, index);
  g_autoptr(GString) text = g_string_new (NULL);

  g_string_printf (text, "<< /Type /Page /Parent %u 0 R /Contents [%u 0 R", parent,
                   page->contents[0]);
  if (page->contents[1] != 0)
    g_string_append_printf (text, " %u 0 R", page->contents[1]);
  g_string_append_printf (text, "] /StructParents %u /Tabs /S", index);
  append_links (self, text, index, next_link);
  g_string_append (text, " >>");
  write_text (self, page->object, text);
}

/* Two levels do for a thousand pages and are no bother for ten thousand. */
static guint
write_pages (IkPdfCanvas *self,
             guint        resources)
{
  guint root = ik_pdf_file_reserve (self->file);
  guint next_link = 0;
  g_autoptr(GString) branches = g_string_new (NULL);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint first = 0; first < self->pages->len; first += N_SIBLINGS)
    {
      guint branch = ik_pdf_file_reserve (self->file);
      guint end = MIN (first + N_SIBLINGS, self->pages->len);

      g_string_append_printf (branches, "%u 0 R ", branch);
      g_string_printf (text, "<< /Type /Pages /Parent %u 0 R /Count %u /Kids [", root,
                       end - first);
      for (guint i = first; i < end; i++)
        {
          write_page (self, i, branch, &next_link);
          g_string_append_printf (text, "%u 0 R ",
                                  g_array_index (self->pages, IkPdfPage, i).object);
        }
      g_string_append (text, "] >>");
      write_text (self, branch, text);
    }

  g_string_printf (text, "<< /Type /Pages /Count %u /Kids [%s] /Resources %u 0 R /MediaBox [0 0 ",
                   self->pages->len, branches->str, resources);
  ik_pdf_append_number (text, self->width);
  ik_pdf_append_number (text, self->height);
  g_string_append (text, "] >>");
  write_text (self, root, text);

  return root;
}

static guint
find_sibling (IkPdfCanvas *self,
              guint        index,
              int          step)
{
  gboolean is_nested = g_array_index (self->outline, IkPdfOutlineEntry, index).is_nested;

  for (guint i = index + (guint) step; i < self->outline->len; i += (guint) step)
    {
      if (g_array_index (self->outline, IkPdfOutlineEntry, i).is_nested == is_nested)
        return i;
      if (is_nested)
        break;
    }

  return G_MAXUINT;
}

static void
append_link_to (GString    *text,
                const char *name,
                guint       first_object,
                guint       index)
{
  if (index != G_MAXUINT)
    g_string_append_printf (text, " /%s %u 0 R", name, first_object + index);
}

static void
append_children (IkPdfCanvas *self,
                 GString     *text,
                 guint        first_object,
                 guint        index)
{
  guint end = index + 1;

  while (end < self->outline->len && g_array_index (self->outline, IkPdfOutlineEntry, end).is_nested)
    end++;

  if (end > index + 1)
    g_string_append_printf (text, " /First %u 0 R /Last %u 0 R /Count %u", first_object + index + 1,
                            first_object + end - 1, end - index - 1);
}

static void
write_outline_entry (IkPdfCanvas *self,
                     guint        first_object,
                     guint        index,
                     guint        parent)
{
  const IkPdfOutlineEntry *entry = &g_array_index (self->outline, IkPdfOutlineEntry, index);
  const IkPdfTarget *target = g_hash_table_lookup (self->targets, entry->target);
  g_autoptr(GString) text = g_string_new ("<< /Title ");

  ik_pdf_append_text (text, entry->title);
  g_string_append_printf (text, " /Parent %u 0 R", parent);
  append_link_to (text, "Prev", first_object, find_sibling (self, index, -1));
  append_link_to (text, "Next", first_object, find_sibling (self, index, 1));
  if (!entry->is_nested)
    append_children (self, text, first_object, index);
  if (target != NULL)
    {
      g_string_append (text, " /Dest ");
      append_target (self, text, target);
    }
  g_string_append (text, " >>");
  write_text (self, first_object + index, text);
}

/* Returns 0 where there is none. */
static guint
write_outline (IkPdfCanvas *self)
{
  guint root;
  guint first_object = 0;
  guint last = 0;
  guint parent;
  g_autofree char *text = NULL;

  if (self->outline->len == 0)
    return 0;

  root = ik_pdf_file_reserve (self->file);
  for (guint i = 0; i < self->outline->len; i++)
    {
      guint object = ik_pdf_file_reserve (self->file);

      if (i == 0)
        first_object = object;
    }

  parent = root;
  for (guint i = 0; i < self->outline->len; i++)
    {
      gboolean is_nested = g_array_index (self->outline, IkPdfOutlineEntry, i).is_nested && i > 0;

      if (!is_nested)
        {
          parent = first_object + i;
          last = parent;
        }
      write_outline_entry (self, first_object, i, is_nested ? parent : root);
    }

  text = g_strdup_printf ("<< /Type /Outlines /First %u 0 R /Last %u 0 R /Count %u >>",
                          first_object, last, self->outline->len);
  ik_pdf_file_put_object (self->file, root, text, strlen (text));

  return root;
}

static guint
write_catalog (IkPdfCanvas         *self,
               const IkPdfMetadata *metadata)
{
  guint catalog = ik_pdf_file_reserve (self->file);
  guint structure = write_structure (self);
  guint pages = write_pages (self, write_resources (self));
  guint outline = write_outline (self);
  g_autoptr(GString) text = g_string_new (NULL);

  g_string_printf (text, "<< /Type /Catalog /Pages %u 0 R /StructTreeRoot %u 0 R "
                   "/MarkInfo << /Marked true >> /ViewerPreferences << /DisplayDocTitle true >> "
                   "/Metadata %u 0 R /OutputIntents [%u 0 R] /Lang (%s)", pages, structure,
                   ik_pdf_metadata_put_description (metadata, self->file),
                   ik_pdf_metadata_put_colours (self->file), metadata->language);
  if (outline != 0)
    g_string_append_printf (text, " /Outlines %u 0 R /PageMode /UseOutlines", outline);
  g_string_append (text, " >>");
  write_text (self, catalog, text);

  return catalog;
}

static void
show_pages (IkPdfCanvas *self)
{
  for (guint i = 0; i < self->pages->len; i++)
    ik_pdf_canvas_show_page (self, i);
  ik_report_pages_complete (self->shown);
}

/**
 * ik_pdf_canvas_finish:
 * @self: a canvas with at least one page and all tags closed
 * @metadata: what the document says about itself
 * @error: return location for an error
 *
 * Writes what is left of the pages, or shows them. Nothing can be drawn after
 * that.
 *
 * Returns: whether all of it is written or shown; %IK_REPORT_ERROR_FAILED or a
 *   #GIOErrorEnum otherwise
 */
gboolean
ik_pdf_canvas_finish (IkPdfCanvas          *self,
                      const IkPdfMetadata  *metadata,
                      GError              **error)
{
  guint catalog;

  g_return_val_if_fail (self->pages->len > 0 && self->open_tags->len == 0, FALSE);

  if (self->shown != NULL)
    {
      show_pages (self);
      return TRUE;
    }

  write_late_parts (self);
  catalog = write_catalog (self, metadata);

  return ik_pdf_file_finish (self->file, catalog,
                             ik_pdf_metadata_put_information (metadata, self->file), error);
}
