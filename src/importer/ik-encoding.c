#include "ik-encoding.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ik-importer.h"

/* Windows-1252 leaves these bytes undefined; a text holds none of them. */
static const guint8 undefined_bytes[] = { 0x81, 0x8d, 0x8f, 0x90, 0x9d };

/* Western texts have about one accented letter or quotation mark in twenty; a
 * text in another 8-bit encoding consists of little else. */
#define MAX_HIGH_SHARE 3

/* Among so many characters of a text one is a space or a line feed, also where
 * a script has no spaces. */
#define MAX_BLANK_DISTANCE 200

static gboolean
is_text_control (guint8 byte)
{
  return (byte >= '\t' && byte <= '\r') || byte == 0x1a || byte == 0x1b;
}

static gboolean
looks_like_windows_1252 (const guint8 *data,
                         gsize         size)
{
  gsize n_high = 0;
  gsize n_visible = 0;

  for (gsize i = 0; i < size; i++)
    {
      if ((data[i] < 0x20 && !is_text_control (data[i])) ||
          memchr (undefined_bytes, data[i], sizeof undefined_bytes) != NULL)
        return FALSE;

      n_high += data[i] >= 0x80;
      n_visible += data[i] > 0x20;
    }

  return n_high * MAX_HIGH_SHARE <= n_visible;
}

static char *
convert (const guint8 *data,
         gsize         size,
         const char   *charset)
{
  g_autofree char *text = NULL;
  gsize written;

  text = g_convert ((const char *) data, size, "UTF-8", charset, NULL, &written, NULL);
  if (text == NULL || memchr (text, '\0', written) != NULL)
    return NULL;

  return g_steal_pointer (&text);
}

/* The byte order of UTF-16 without a mark: that in which there are spaces and
 * line feeds, where the other one has none. Pairs of ASCII letters, which would
 * be Chinese ones, are what they look like if they are many. */
static const char *
guess_utf_16 (const guint8 *data,
              gsize         size)
{
  gsize n_little = 0;
  gsize n_big = 0;
  gsize n_ascii = 0;

  for (gsize i = 0; i + 1 < size; i += 2)
    {
      n_ascii += g_ascii_isprint (data[i]) && g_ascii_isprint (data[i + 1]);
      n_little += (data[i] == ' ' || data[i] == '\n') && data[i + 1] == '\0';
      n_big += data[i] == '\0' && (data[i + 1] == ' ' || data[i + 1] == '\n');
    }

  if (size % 2 != 0 || (n_little > 0) == (n_big > 0) || n_ascii * 4 > size ||
      (n_little + n_big) * MAX_BLANK_DISTANCE < size / 2)
    return NULL;

  return n_little > 0 ? "UTF-16LE" : "UTF-16BE";
}

static char *
to_utf8 (const guint8 *data,
         gsize         size,
         const char   *charset)
{
  char *text;

  if (size >= 2 && data[0] == 0xff && data[1] == 0xfe)
    return convert (data + 2, size - 2, "UTF-16LE");
  if (size >= 2 && data[0] == 0xfe && data[1] == 0xff)
    return convert (data + 2, size - 2, "UTF-16BE");
  if (memchr (data, '\0', size) != NULL)
    {
      const char *utf_16 = guess_utf_16 (data, size);

      return utf_16 != NULL ? convert (data, size, utf_16) : NULL;
    }
  if (size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    return g_utf8_validate ((const char *) data + 3, size - 3, NULL)
           ? g_strndup ((const char *) data + 3, size - 3) : NULL;
  if (g_utf8_validate ((const char *) data, size, NULL))
    return g_strndup ((const char *) data, size);

  text = charset != NULL ? convert (data, size, charset) : NULL;
  if (text == NULL && looks_like_windows_1252 (data, size))
    text = convert (data, size, "WINDOWS-1252");

  return text;
}

/* What a character becomes: itself, a space, or 0 for nothing. Line and page
 * marks other than the line feed must not move the line numbers, and invisible
 * marks must not hide what a line begins with. */
static gunichar
clean_char (gunichar ch,
            gboolean at_line_start)
{
  switch (ch)
    {
    case '\n':
    case '\t':
      return ch;

    case '\v':
    case '\f':
    case 0x85:    /* next line */
    case 0xa0:    /* no-break space */
    case 0x2007:  /* figure space */
    case 0x2028:  /* line separator */
    case 0x2029:  /* paragraph separator */
    case 0x202f:  /* narrow no-break space */
      return ' ';

    case 0xad:    /* soft hyphen */
    case 0x200b:  /* zero-width space */
    case 0x2060:  /* word joiner */
    case 0xfeff:  /* byte order mark */
      return 0;

    case 0x200c:  /* zero-width non-joiner */
    case 0x200d:  /* zero-width joiner */
    case 0x200e:  /* left-to-right mark */
    case 0x200f:  /* right-to-left mark */
    case 0x61c:   /* Arabic letter mark */
      return at_line_start ? 0 : ch;

    default:
      if ((ch >= 0x202a && ch <= 0x202e) || (ch >= 0x2066 && ch <= 0x2069))
        return 0; /* overrides and isolates may stay open beyond the text */
      return ch < 0x20 || (ch >= 0x7f && ch < 0xa0) ? 0 : ch;
    }
}

/* Length of what stays as it is at the beginning: nearly all of nearly all
* texts. The bytes left out begin characters that clean_char() looks at. */
static gsize
count_kept (const char *text,
            const char *end)
{
  static const guint8 begins_other[256] = {
    [0x00 ... 0x08] = 1, [0x0b ... 0x1f] = 1, [0x7f] = 1,
    [0xc2] = 1, [0xd8] = 1, [0xe2] = 1, [0xef] = 1,
  };
  const char *p = text;

  while (p < end && !begins_other[(guint8) *p])
    p++;

  return (gsize) (p - text);
}

/* Whether nothing but blanks stands in the last line, which @run goes on with. */
static gboolean
is_at_line_start (const char *run,
                  gsize       length,
                  gboolean    before)
{
  while (length > 0 && (run[length - 1] == ' ' || run[length - 1] == '\t'))
    length--;

  return length > 0 ? run[length - 1] == '\n' : before;
}

static char *
clean (const char *text,
       gsize       length)
{
  GString *cleaned = g_string_sized_new (length);
  const char *end = text + length;
  gboolean at_line_start = TRUE;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gsize n_kept = count_kept (p, end);
      gunichar ch;

      g_string_append_len (cleaned, p, (gssize) n_kept);
      at_line_start = is_at_line_start (p, n_kept, at_line_start);
      p += n_kept;
      if (p == end)
        break;
      ch = g_utf8_get_char (p);
      if (ch == '\r')
        {
          if (p + 1 < end && p[1] == '\n')
            continue;
          ch = '\n';
        }
      ch = clean_char (ch, at_line_start);
      if (ch == 0)
        continue;
      if (ch < 0x80)
        g_string_append_c (cleaned, (char) ch);
      else
        g_string_append_unichar (cleaned, ch);
      at_line_start = ch == '\n' || (at_line_start && (ch == ' ' || ch == '\t'));
    }

  return g_string_free (cleaned, FALSE);
}

/**
 * ik_encoding_clean:
 * @text: UTF-8
 *
 * Turns line ends into line feeds and other breaks and no-break spaces into
 * spaces; control characters and invisible marks vanish.
 *
 * Returns: (transfer full): the clean text; linear
 */
char *
ik_encoding_clean (const char *text)
{
  return clean (text, strlen (text));
}

static gboolean
is_blank (const char *text)
{
  return text[strspn (text, " \t\n")] == '\0';
}

/**
 * ik_encoding_convert:
 * @bytes: a document
 * @charset: (nullable): the encoding that the document says it has
 * @name: its name, for messages
 * @error: return location
 *
 * Turns a document into UTF-8. UTF-8 and UTF-16 are told by their mark, by
 * being valid or by the byte order of blanks, then what the document says is believed, and anything else that
 * is plausible is taken for Windows-1252.
 *
 * Returns: (transfer full): UTF-8 as it stands in the document, or %NULL with
 *   %IK_IMPORTER_ERROR_NOT_TEXT or %IK_IMPORTER_ERROR_TOO_LARGE; linear
 */
char *
ik_encoding_convert (GBytes      *bytes,
                     const char  *charset,
                     const char  *name,
                     GError     **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  char *text;

  if (size > IK_IMPORTER_MAX_BYTES)
    {
      g_set_error (error, IK_IMPORTER_ERROR, IK_IMPORTER_ERROR_TOO_LARGE,
                   _("“%s” is larger than 64 MB: split it into several documents"), name);
      return NULL;
    }

  text = size > 0 ? to_utf8 (data, size, charset) : g_strdup ("");
  if (text == NULL)
    g_set_error (error, IK_IMPORTER_ERROR, IK_IMPORTER_ERROR_NOT_TEXT,
                 _("“%s” is not a text: save it as plain text or Markdown in UTF-8 and "
                   "import that"), name);

  return text;
}

/* The clean text of a document in UTF-8 without a mark, as most are, else NULL:
 * it need not be converted first. */
static char *
clean_utf8 (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return size > 0 && size <= IK_IMPORTER_MAX_BYTES && g_utf8_validate (data, (gssize) size, NULL)
         ? clean (data, size) : NULL;
}

/**
 * ik_encoding_decode:
 * @bytes: a document
 * @name: its name, for messages
 * @error: return location
 *
 * Turns a document into clean text, as ik_encoding_convert() does. Line ends
 * become line feeds, so that the lines are those that an editor shows; other
 * breaks, no-break spaces and control characters become spaces or vanish.
 *
 * Returns: (transfer full): UTF-8 without carriage returns, or %NULL with
 *   %IK_IMPORTER_ERROR_EMPTY, %IK_IMPORTER_ERROR_NOT_TEXT or
 *   %IK_IMPORTER_ERROR_TOO_LARGE; linear
 */
char *
ik_encoding_decode (GBytes      *bytes,
                    const char  *name,
                    GError     **error)
{
  g_autofree char *text = clean_utf8 (bytes);

  if (text == NULL)
    {
      g_autofree char *raw = ik_encoding_convert (bytes, NULL, name, error);

      if (raw == NULL)
        return NULL;
      text = ik_encoding_clean (raw);
    }

  if (is_blank (text))
    {
      g_set_error (error, IK_IMPORTER_ERROR, IK_IMPORTER_ERROR_EMPTY,
                   _("“%s” is empty: choose a document with questions in it"), name);
      return NULL;
    }

  return g_steal_pointer (&text);
}
