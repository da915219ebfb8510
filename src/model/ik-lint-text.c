#include "ik-lint-text.h"

#include <string.h>

/* No letter decomposes into more; see g_unichar_fully_decompose(). */
#define MAX_DECOMPOSITION 18

/* No word of a list is as long, in bytes; of what is longer the rest tells
* nothing more. It keeps the work for each byte of a text within bounds. */
#define MAX_WORD 96

/* Letters that Unicode does not take apart, and how they are written without
 * their key. */
static const struct
{
  gunichar    letter;
  const char *plain;
} ligatures[] = {
  { 0x00df, "ss" }, /* ß */
  { 0x00e6, "ae" }, /* æ */
  { 0x00f8, "o" },  /* ø */
  { 0x0142, "l" },  /* ł */
  { 0x0153, "oe" }, /* œ */
};

static const char *
find_ligature (gunichar letter)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ligatures); i++)
    {
      if (ligatures[i].letter == letter)
        return ligatures[i].plain;
    }

  return NULL;
}

static void
append_plain (GString  *plain,
              gunichar  letter)
{
  gunichar lower = g_unichar_tolower (letter);
  const char *ligature = find_ligature (lower);
  gunichar parts[MAX_DECOMPOSITION];
  gsize n_parts;

  if (ligature != NULL)
    {
      g_string_append (plain, ligature);
      return;
    }

  n_parts = g_unichar_fully_decompose (lower, FALSE, parts, G_N_ELEMENTS (parts));
  for (gsize i = 0; i < n_parts; i++)
    {
      if (!g_unichar_ismark (parts[i]))
        g_string_append_unichar (plain, parts[i]);
    }
}

/**
 * ik_lint_fold_plain:
 * @word: a word, valid UTF-8
 * @length: its bytes, or -1
 *
 * Returns: (transfer full): the word as typed without shift key and accents
 */
char *
ik_lint_fold_plain (const char *word,
                    gssize      length)
{
  const char *end = word + (length < 0 ? (gssize) strlen (word) : length);
  GString *plain = g_string_sized_new ((gsize) (end - word));

  for (const char *p = word; p < end; p = g_utf8_next_char (p))
    append_plain (plain, g_utf8_get_char (p));

  return g_string_free (plain, FALSE);
}

/**
 * ik_lint_fold_typed:
 * @word: a word, valid UTF-8
 * @length: its bytes, or -1
 *
 * Returns: (transfer full): the word in lower case, composed (NFC)
 */
char *
ik_lint_fold_typed (const char *word,
                    gssize      length)
{
  g_autofree char *lower = g_utf8_strdown (word, length);

  return g_utf8_normalize (lower, -1, G_NORMALIZE_DEFAULT_COMPOSE);
}

/* The underscore makes an identifier one word, which no list has. */
static gboolean
is_of_word (gunichar letter)
{
  return g_unichar_isalnum (letter) || g_unichar_ismark (letter) || letter == '_';
}

static IkLintBreak
classify (gunichar letter)
{
  switch (letter)
    {
    case '\n':
    case '\r':
    case 0x2028: /* line separator */
    case 0x2029: /* paragraph separator */
      return IK_LINT_BREAK_STOP;

    case '-':
    case '\'':
    case '"':
    case '*':
    case 0x00ab: /* « */
    case 0x00ad: /* soft hyphen */
    case 0x00bb: /* » */
    case 0x2010: /* hyphen */
    case 0x2011: /* no-break hyphen */
    case 0x2018: /* quotation marks */
    case 0x2019:
    case 0x201a:
    case 0x201c:
    case 0x201d:
    case 0x201e:
      return IK_LINT_BREAK_NONE;

    case ',':
    case ':':
    case ';':
    case '/':
    case '(':
    case ')':
    case '&':
    case '+':
    case 0x2013: /* dashes */
    case 0x2014:
      return IK_LINT_BREAK_PAUSE;

    default:
      return g_unichar_isspace (letter) ? IK_LINT_BREAK_NONE : IK_LINT_BREAK_STOP;
    }
}

static gboolean
is_ascii (const char *text,
          gssize      length)
{
  for (gssize i = 0; i < length; i++)
    {
      if ((guchar) text[i] >= 0x80)
        return FALSE;
    }

  return TRUE;
}

static gssize
limit_length (const char *word,
              gsize       length)
{
  gsize limit = MIN (length, MAX_WORD);

  while (limit < length && ((guchar) word[limit] & 0xc0) == 0x80)
    limit--;

  return (gssize) limit;
}

/* Most words are ASCII, where both forms are the same. */
static void
add_word (IkLintText *self,
          const char *text,
          IkLintWord  word)
{
  const char *start = text + word.start;
  gssize length = limit_length (start, word.end - word.start);
  g_autofree char *plain = ik_lint_fold_plain (start, length);

  word.plain = g_string_chunk_insert (self->strings, plain);
  word.typed = word.plain;
  if (!is_ascii (start, length))
    {
      g_autofree char *typed = ik_lint_fold_typed (start, length);

      word.typed = g_string_chunk_insert (self->strings, typed);
    }

  g_array_append_val (self->words, word);
}

/**
 * ik_lint_text_new:
 * @text: valid UTF-8
 *
 * Takes a text apart into words, without regard to case, accents and the ways
 * to encode them. Linear.
 *
 * Returns: (transfer full): the words
 */
IkLintText *
ik_lint_text_new (const char *text)
{
  IkLintText *self = g_new0 (IkLintText, 1);
  IkLintBreak before = IK_LINT_BREAK_STOP;
  const char *p = text;

  self->words = g_array_new (FALSE, FALSE, sizeof (IkLintWord));
  self->strings = g_string_chunk_new (1024);

  while (*p != '\0')
    {
      const char *start = p;

      while (*p != '\0' && is_of_word (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);

      if (p > start)
        {
          add_word (self, text, (IkLintWord) {
        .start = (gsize) (start - text),
        .end = (gsize) (p - text),
        .before = before,
      });
          before = IK_LINT_BREAK_NONE;
        }
      else
        {
          before = MAX (before, classify (g_utf8_get_char (p)));
          p = g_utf8_next_char (p);
        }
    }

  return self;
}

/**
 * ik_lint_text_free:
 * @self: (transfer full): words
 */
void
ik_lint_text_free (IkLintText *self)
{
  g_array_unref (self->words);
  g_string_chunk_free (self->strings);
  g_free (self);
}
