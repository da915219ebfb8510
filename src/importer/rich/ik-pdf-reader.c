#include "ik-pdf-reader.h"

#include <glib/gi18n.h>
#include <poppler.h>

#include "ik-importer.h"
#include "ik-pdf-flow.h"
#include "ik-pdf-margins.h"
#include "ik-pdf-page.h"
#include "ik-rich-error.h"
#include "ik-rich-tidy.h"

/* A page has some fifty lines; nobody asks from so many pages. */
#define MAX_PAGES 20000

static void
take_metadata (IkRichDocument  *document,
               PopplerDocument *pdf)
{
  char *title = poppler_document_get_title (pdf);
  char *author = poppler_document_get_author (pdf);

  if (title != NULL)
    {
      g_free (document->title);
      document->title = title;
    }
  if (author != NULL)
    {
      g_free (document->author);
      document->author = author;
    }
}

static void
set_open_error (const GError  *reason,
                const char    *name,
                GError       **error)
{
  if (g_error_matches (reason, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    ik_rich_error_set_encrypted (name, error);
  else
    ik_rich_error_set_damaged (name, error);
}

/* A page that can't be opened leaves the others. */
static void
lose_page (IkRichDocument *document,
           guint           number)
{
  /* Translators: a page of a document that is damaged */
  g_autofree char *part = g_strdup_printf (_("Page %u"), number);

  ik_rich_document_lose (document, part);
}

/* Chromium and its kin draw the bullets of lists, and put no letter there. */
static gboolean
has_drawn_bullets (PopplerDocument *pdf)
{
  g_autofree char *producer = poppler_document_get_producer (pdf);

  return producer != NULL && g_str_has_prefix (producer, "Skia/PDF");
}

static GPtrArray *
read_pages (IkRichDocument  *document,
            PopplerDocument *pdf,
            guint            n_pages)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_pdf_line_free);

  for (guint i = 0; i < n_pages && lines->len <= IK_IMPORTER_MAX_BLOCKS; i++)
    {
      PopplerPage *page = poppler_document_get_page (pdf, (int) i);

      if (page == NULL)
        {
          lose_page (document, i + 1);
          continue;
        }
      ik_pdf_page_read (page, i, lines);
      g_object_unref (page);
    }

  return lines;
}

static IkRichDocument *
read_document (PopplerDocument  *pdf,
               const char       *name,
               GError          **error)
{
  int n_pages = poppler_document_get_n_pages (pdf);
  g_autoptr(IkRichDocument) document = ik_rich_document_new ();
  g_autoptr(GPtrArray) lines = NULL;

  if (n_pages <= MAX_PAGES)
    lines = read_pages (document, pdf, (guint) MAX (n_pages, 0));
  if (lines == NULL || lines->len > IK_IMPORTER_MAX_BLOCKS)
    {
      g_set_error (error, IK_IMPORTER_ERROR, IK_IMPORTER_ERROR_TOO_LARGE,
                   _("“%s” has more than 20,000 pages or 200,000 lines: split it into several "
                     "documents"), name);
      return NULL;
    }

  take_metadata (document, pdf);
  ik_pdf_margins_drop (document, lines, (guint) MAX (n_pages, 0));
  if (lines->len > 0)
    ik_pdf_flow_read (document, lines, has_drawn_bullets (pdf));
  ik_rich_tidy_code (document);

  return g_steal_pointer (&document);
}

/**
 * ik_pdf_reader_read:
 * @bytes: a PDF
 * @name: its name, for messages
 * @error: return location
 *
 * Reads the text of a PDF: paragraphs, headings and lists from where the lines
 * stand and from their fonts, without headers, footers and page numbers.
 *
 * Returns: (transfer full): the document, without blocks where it holds no
 *   text; or %NULL with %IK_IMPORTER_ERROR_DAMAGED,
 *   %IK_IMPORTER_ERROR_ENCRYPTED or %IK_IMPORTER_ERROR_TOO_LARGE
 */
IkRichDocument *
ik_pdf_reader_read (GBytes      *bytes,
                    const char  *name,
                    GError     **error)
{
  g_autoptr(GError) reason = NULL;
  PopplerDocument *pdf = poppler_document_new_from_bytes (bytes, NULL, &reason);
  IkRichDocument *document;

  if (pdf == NULL)
    {
      set_open_error (reason, name, error);
      return NULL;
    }
  document = read_document (pdf, name, error);
  g_object_unref (pdf);

  return document;
}
