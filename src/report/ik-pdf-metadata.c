#include "ik-pdf-metadata.h"

#include "ik-pdf-text.h"
#include "ik-time.h"

#include <string.h>

/* What a document says about itself, twice: for old readers and, as PDF/A asks
 * (ISO 19005-2, 6.6), in XML. Both have to say the same. */

#define PROGRAM "Interview Kit"

/* Of a colour profile (ICC.1:2001-04): its head, and the table of its parts. */
#define PROFILE_HEAD 128
#define N_PARTS 9
#define PART_ENTRY 12

static void
append_entry (GString    *out,
              const char *name,
              const char *text)
{
  g_autofree char *label = ik_pdf_make_label (text);

  if (*label == '\0')
    return;

  g_string_append_printf (out, "/%s ", name);
  ik_pdf_append_text (out, label);
  g_string_append_c (out, ' ');
}

static char *
format_time (gint64      time_us,
             const char *format)
{
  g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc (time_us / G_USEC_PER_SEC);

  /* A year that has no four digits is in no file. */
  return time != NULL ? g_date_time_format (time, format) : g_strdup ("");
}

/**
 * ik_pdf_metadata_put_information:
 * @self: what a document says about itself
 * @file: where to
 *
 * Returns: number of the dictionary of information
 */
guint
ik_pdf_metadata_put_information (const IkPdfMetadata *self,
                                 IkPdfFile           *file)
{
  guint object = ik_pdf_file_reserve (file);
  g_autofree char *created = format_time (self->created_at_us, "D:%Y%m%d%H%M%SZ");
  g_autoptr(GString) out = g_string_new ("<< ");

  append_entry (out, "Title", self->title);
  append_entry (out, "Author", self->author);
  append_entry (out, "Subject", self->subject);
  g_string_append_printf (out, "/Creator (" PROGRAM ") /Producer (" PROGRAM ") "
                          "/CreationDate (%s) /ModDate (%s) >>", created, created);
  ik_pdf_file_put_object (file, object, out->str, out->len);

  return object;
}

static void
append_property (GString    *out,
                 const char *before,
                 const char *text,
                 const char *after)
{
  g_autofree char *label = ik_pdf_make_label (text);
  g_autofree char *escaped = g_markup_escape_text (label, -1);

  if (*label != '\0')
    g_string_append_printf (out, "%s%s%s\n", before, escaped, after);
}

/**
 * ik_pdf_metadata_put_description:
 * @self: what a document says about itself
 * @file: where to
 *
 * Returns: number of the same in XML
 */
guint
ik_pdf_metadata_put_description (const IkPdfMetadata *self,
                                 IkPdfFile           *file)
{
  guint object = ik_pdf_file_reserve (file);
  g_autofree char *created = format_time (self->created_at_us, "%Y-%m-%dT%H:%M:%SZ");
  GString *out = g_string_new ("<?xpacket begin=\"\357\273\277\" "
                               "id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                               "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n<rdf:RDF "
                               "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                               "<rdf:Description rdf:about=\"\" "
                               "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
                               "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" "
                               "xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" "
                               "xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n"
                               "<dc:format>application/pdf</dc:format>\n");
  g_autoptr(GBytes) data = NULL;

  append_property (out, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">", self->title,
                   "</rdf:li></rdf:Alt></dc:title>");
  append_property (out, "<dc:creator><rdf:Seq><rdf:li>", self->author,
                   "</rdf:li></rdf:Seq></dc:creator>");
  append_property (out, "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">", self->subject,
                   "</rdf:li></rdf:Alt></dc:description>");
  append_property (out, "<dc:language><rdf:Bag><rdf:li>", self->language,
                   "</rdf:li></rdf:Bag></dc:language>");
  append_property (out, "<xmp:CreateDate>", created, "</xmp:CreateDate>");
  append_property (out, "<xmp:ModifyDate>", created, "</xmp:ModifyDate>");
  g_string_append (out, "<xmp:CreatorTool>" PROGRAM "</xmp:CreatorTool>\n"
                   "<pdf:Producer>" PROGRAM "</pdf:Producer>\n"
                   "<pdfaid:part>2</pdfaid:part>\n"
                   "<pdfaid:conformance>A</pdfaid:conformance>\n"
                   "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>\n");
  data = g_string_free_to_bytes (out);
  ik_pdf_file_put_stream (file, object, "/Type /Metadata /Subtype /XML", data, FALSE);

  return object;
}

static void
append_number (GByteArray *out,
               guint32     number)
{
  guint32 swapped = GUINT32_TO_BE (number);

  g_byte_array_append (out, (const guint8 *) &swapped, sizeof swapped);
}

/* Numbers of a colour profile have their point in the middle. */
static guint32
to_fixed (double number)
{
  return (guint32) (gint32) (number * 65536 + (number < 0 ? -0.5 : 0.5));
}

static void
append_text_part (GByteArray *part,
                  const char *kind,
                  const char *text)
{
  guint length = (guint) strlen (text) + 1;

  g_byte_array_append (part, (const guint8 *) kind, 4);
  append_number (part, 0);
  if (g_str_equal (kind, "desc"))
    append_number (part, length);
  g_byte_array_append (part, (const guint8 *) text, length);

  /* The same for two other systems of writing: empty */
  if (g_str_equal (kind, "desc"))
    {
      guint8 nothing[4 + 4 + 2 + 1 + 67] = { 0 };

      g_byte_array_append (part, nothing, sizeof nothing);
    }
}

static void
append_point (GByteArray   *part,
              const double  xyz[3])
{
  g_byte_array_append (part, (const guint8 *) "XYZ ", 4);
  append_number (part, 0);
  for (guint i = 0; i < 3; i++)
    append_number (part, to_fixed (xyz[i]));
}

/* One power stands for the curve of IEC 61966-2-1. */
static void
append_curve (GByteArray *part)
{
  const guint8 gamma[] = { 2, 51, 0, 0 };

  g_byte_array_append (part, (const guint8 *) "curv", 4);
  append_number (part, 0);
  append_number (part, 1);
  g_byte_array_append (part, gamma, sizeof gamma);
}

static void
add_part (GByteArray *table,
          GByteArray *parts,
          const char *name,
          GByteArray *part)
{
  static const guint8 nothing[4] = { 0 };

  g_byte_array_append (table, (const guint8 *) name, 4);
  append_number (table, PROFILE_HEAD + 4 + N_PARTS * PART_ENTRY + parts->len);
  append_number (table, part->len);
  g_byte_array_append (parts, part->data, part->len);
  g_byte_array_append (parts, nothing, (4 - parts->len % 4) % 4);
  g_byte_array_set_size (part, 0);
}

static void
append_parts (GByteArray *table,
              GByteArray *parts)
{
  /* The primaries of sRGB as seen under D50 */
  static const struct
  {
    const char *name;
    double      xyz[3];
  } points[] = {
    { "wtpt", { 0.9642, 1, 0.8249 } },
    { "rXYZ", { 0.4361, 0.2225, 0.0139 } },
    { "gXYZ", { 0.3851, 0.7169, 0.0971 } },
    { "bXYZ", { 0.1431, 0.0606, 0.7141 } },
  };
  static const char *const curves[] = { "rTRC", "gTRC", "bTRC" };
  g_autoptr(GByteArray) part = g_byte_array_new ();

  append_text_part (part, "desc", "sRGB");
  add_part (table, parts, "desc", part);
  append_text_part (part, "text", "No copyright");
  add_part (table, parts, "cprt", part);
  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    {
      append_point (part, points[i].xyz);
      add_part (table, parts, points[i].name, part);
    }
  for (guint i = 0; i < G_N_ELEMENTS (curves); i++)
    {
      append_curve (part);
      add_part (table, parts, curves[i], part);
    }
}

static void
append_head (GByteArray *out,
             guint       size)
{
  static const guint8 date[] = { 0x07, 0xe0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0 };
  static const double light[] = { 0.9642, 1, 0.8249 };

  append_number (out, size);
  append_number (out, 0);
  append_number (out, 0x02100000);
  g_byte_array_append (out, (const guint8 *) "mntrRGB XYZ ", 12);
  g_byte_array_append (out, date, sizeof date);
  g_byte_array_append (out, (const guint8 *) "acsp", 4);
  g_byte_array_set_size (out, 68);
  memset (out->data + 40, 0, 28);
  for (guint i = 0; i < 3; i++)
    append_number (out, to_fixed (light[i]));
  g_byte_array_set_size (out, PROFILE_HEAD);
  memset (out->data + 80, 0, PROFILE_HEAD - 80);
}

static GBytes *
make_profile (void)
{
  GByteArray *out = g_byte_array_new ();
  g_autoptr(GByteArray) table = g_byte_array_new ();
  g_autoptr(GByteArray) parts = g_byte_array_new ();

  append_number (table, N_PARTS);
  append_parts (table, parts);
  append_head (out, PROFILE_HEAD + table->len + parts->len);
  g_byte_array_append (out, table->data, table->len);
  g_byte_array_append (out, parts->data, parts->len);

  return g_byte_array_free_to_bytes (out);
}

/**
 * ik_pdf_metadata_put_colours:
 * @file: where to
 *
 * Returns: number of what says which red, green and blue are meant
 */
guint
ik_pdf_metadata_put_colours (IkPdfFile *file)
{
  guint object = ik_pdf_file_reserve (file);
  guint profile = ik_pdf_file_reserve (file);
  g_autoptr(GBytes) data = make_profile ();
  g_autofree char *text = g_strdup_printf ("<< /Type /OutputIntent /S /GTS_PDFA1 "
                                           "/OutputConditionIdentifier (sRGB) /Info (sRGB) "
                                           "/DestOutputProfile %u 0 R >>", profile);

  ik_pdf_file_put_stream (file, profile, "/N 3 /Alternate /DeviceRGB", data, TRUE);
  ik_pdf_file_put_object (file, object, text, strlen (text));

  return object;
}
