#include "ik-json-tokens.h"

#define JSMN_STATIC
#define JSMN_PARENT_LINKS
#include <jsmn.h>
#include <string.h>

#include "ik-encoding.h"

/* A value takes two bytes of text and 20 of memory: a document that consists
 * of nothing else must not exhaust it. */
#define MAX_TOKENS 2000000

struct _IkJsonTokens
{
  const char *text;    /* (unowned) */
  jsmntok_t  *tokens;  /* (owned) (array length=n_tokens) */
  guint       n_tokens;

  /* Where line numbers were asked for last */
  gsize       offset;
  guint       line;
};

/**
 * ik_json_tokens_new:
 * @text: JSON, or nearly; must outlive the tokens
 * @out_whole: (out): whether all of it could be read
 *
 * Finds the values of a text without making a tree of them. Keys and strings
 * may lack their quotes. Where the text breaks off or goes wrong, what stands
 * before is there, and what is open ends with the text. Linear, and not
 * recursive.
 *
 * Returns: (transfer full) (nullable): the tokens; %NULL where there are more
 *   than 2,000,000
 */
IkJsonTokens *
ik_json_tokens_new (const char *text,
                    gboolean   *out_whole)
{
  gsize length = strlen (text);
  IkJsonTokens *self;
  jsmn_parser parser;
  int n_tokens;

  jsmn_init (&parser);
  n_tokens = jsmn_parse (&parser, text, length, NULL, 0);
  *out_whole = n_tokens >= 0;
  if (n_tokens < 0)
    n_tokens = MIN ((int) (length / 2) + 1, MAX_TOKENS);
  if (n_tokens > MAX_TOKENS)
    return NULL;

  self = g_new0 (IkJsonTokens, 1);
  self->text = text;
  self->line = 1;
  self->tokens = g_new (jsmntok_t, (gsize) n_tokens + 1);
  jsmn_init (&parser);
  *out_whole = jsmn_parse (&parser, text, length, self->tokens, (guint) n_tokens) >= 0 &&
               *out_whole;
  self->n_tokens = parser.toknext;
  for (guint i = 0; i < self->n_tokens; i++)
    {
      if (self->tokens[i].end < 0)
        self->tokens[i].end = (int) length;
    }

  return self;
}

/**
 * ik_json_tokens_free:
 * @self: (transfer full): tokens
 */
void
ik_json_tokens_free (IkJsonTokens *self)
{
  g_free (self->tokens);
  g_free (self);
}

/**
 * ik_json_tokens_count:
 * @self: tokens
 *
 * Returns: number of tokens; the first of all is 0
 */
guint
ik_json_tokens_count (const IkJsonTokens *self)
{
  return self->n_tokens;
}

/**
 * ik_json_tokens_get_kind:
 * @self: tokens
 * @token: a token
 *
 * Returns: what it is
 */
IkJsonKind
ik_json_tokens_get_kind (const IkJsonTokens *self,
                         guint               token)
{
  switch (self->tokens[token].type)
    {
    case JSMN_OBJECT:
      return IK_JSON_OBJECT;

    case JSMN_ARRAY:
      return IK_JSON_ARRAY;

    case JSMN_STRING:
      return IK_JSON_STRING;

    case JSMN_UNDEFINED:
    case JSMN_PRIMITIVE:
    default:
      return IK_JSON_LITERAL;
    }
}

static gunichar
parse_hex (const char *digits)
{
  gunichar value = 0;

  for (guint i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (digits[i]);

      if (digit < 0)
        return 0xfffd;
      value = value * 16 + (gunichar) digit;
    }

  return value;
}

/* Appends the character of "\uXXXX", of which @p is the "u"; returns its last
 * character. Half a pair is no character. */
static const char *
append_unicode (GString    *text,
                const char *p,
                const char *end)
{
  gunichar ch;

  if (end - p < 5)
    return end - 1;
  ch = parse_hex (p + 1);
  p += 4;
  if (ch >= 0xd800 && ch < 0xdc00 && end - p > 6 && p[1] == '\\' && p[2] == 'u')
    {
      gunichar low = parse_hex (p + 3);

      if (low >= 0xdc00 && low < 0xe000)
        {
          ch = 0x10000 + ((ch - 0xd800) << 10) + (low - 0xdc00);
          p += 6;
        }
    }
  g_string_append_unichar (text, ch >= 0xd800 && ch < 0xe000 ? 0xfffd : MAX (ch, 1));

  return p;
}

static char *
unescape (const char *start,
          const char *end)
{
  g_autoptr(GString) text = g_string_sized_new ((gsize) (end - start));

  for (const char *p = start; p < end; p++)
    {
      static const char escapes[][2] = {
        { 'n', '\n' }, { 't', '\t' }, { 'r', '\r' }, { 'b', ' ' }, { 'f', ' ' },
      };
      char plain;

      if (*p != '\\' || p + 1 >= end)
        {
          g_string_append_c (text, *p);
          continue;
        }
      p++;
      plain = *p;
      for (guint i = 0; i < G_N_ELEMENTS (escapes); i++)
        {
          if (*p == escapes[i][0])
            plain = escapes[i][1];
        }
      if (*p == 'u')
        p = append_unicode (text, p, end);
      else
        g_string_append_c (text, plain);
    }

  return ik_encoding_clean (text->str);
}

/**
 * ik_json_tokens_dup_text:
 * @self: tokens
 * @token: a string or a literal
 *
 * Returns: (transfer full): its text, clean as ik_encoding_decode() makes it
 */
char *
ik_json_tokens_dup_text (const IkJsonTokens *self,
                         guint               token)
{
  const char *start = self->text + self->tokens[token].start;
  const char *end = self->text + self->tokens[token].end;

  if (memchr (start, '\\', (gsize) (end - start)) == NULL)
    return g_strndup (start, (gsize) (end - start));

  return unescape (start, end);
}

/* The line of an offset, counted from the one that was asked for last: the
 * walk goes through the text in order. */
static guint
find_line (IkJsonTokens *self,
           gsize         offset)
{
  for (; self->offset < offset; self->offset++)
    self->line += self->text[self->offset] == '\n';
  for (; self->offset > offset; self->offset--)
    self->line -= self->text[self->offset - 1] == '\n';

  return self->line;
}

/**
 * ik_json_tokens_get_lines:
 * @self: tokens
 * @token: a token
 * @first: (out): line it begins in, from 1
 * @last: (out): line it ends in
 *
 * Tells where it stands; takes time in proportion to the distance from the
 * token before.
 */
void
ik_json_tokens_get_lines (IkJsonTokens *self,
                          guint         token,
                          guint        *first,
                          guint        *last)
{
  gsize end = (gsize) self->tokens[token].end;

  *first = find_line (self, (gsize) self->tokens[token].start);
  *last = find_line (self, end > 0 ? end - 1 : 0);
}

/**
 * ik_json_iter_init:
 * @iter: an iterator
 * @tokens: tokens
 * @token: an object or an array, or %IK_JSON_NONE for what stands outside of
 *   all others
 */
void
ik_json_iter_init (IkJsonIter         *iter,
                   const IkJsonTokens *tokens,
                   guint               token)
{
  iter->tokens = tokens;
  iter->key = IK_JSON_NONE;
  iter->value = IK_JSON_NONE;
  iter->next = token == IK_JSON_NONE ? 0 : token + 1;
  iter->end = token == IK_JSON_NONE ? G_MAXUINT : (guint) tokens->tokens[token].end;
  iter->object = token != IK_JSON_NONE && tokens->tokens[token].type == JSMN_OBJECT;
}

/* The first token behind all that stands inside of @token. */
static guint
skip (const IkJsonTokens *tokens,
      guint               token)
{
  int end = tokens->tokens[token].end;

  do
    token++;
  while (token < tokens->n_tokens && tokens->tokens[token].start < end);

  return token;
}

/**
 * ik_json_iter_next:
 * @iter: an iterator
 *
 * Returns: whether there is one more member, then in @iter
 */
gboolean
ik_json_iter_next (IkJsonIter *iter)
{
  const IkJsonTokens *self = iter->tokens;
  guint token = iter->next;

  if (token >= self->n_tokens || (guint) self->tokens[token].start >= iter->end)
    return FALSE;

  iter->key = IK_JSON_NONE;
  iter->value = token;
  if (iter->object)
    {
      iter->key = token;
      iter->value = token + 1 < self->n_tokens && self->tokens[token + 1].parent == (int) token
                    ? token + 1 : IK_JSON_NONE;
    }
  iter->next = skip (self, iter->value != IK_JSON_NONE ? iter->value : token);

  return TRUE;
}
