#include "ik-tokenizer.h"

#include "ik-database-private.h"

#include <string.h>

/**
 * IkTokenizer:
 *
 * Splits texts into words by the tokenizer of the full-text indexes itself, so
 * that a text fits a query before it is indexed if and only if it does after.
 */
struct _IkTokenizer
{
  IkDatabase     *database; /* (unowned) */
  fts5_tokenizer  functions;
  Fts5Tokenizer  *instance;
};

/* What migrations/0003.sql says behind "tokenize". */
#define NAME "unicode61"
static const char *const options[] = { "remove_diacritics", "2" };

/**
 * ik_tokenizer_get_fts5:
 * @handle: a connection
 * @out_api: (out): what FTS5 offers to its extensions
 *
 * Returns: what SQLite answered
 */
int
ik_tokenizer_get_fts5 (sqlite3   *handle,
                       fts5_api **out_api)
{
  sqlite3_stmt *get = NULL;
  int code = sqlite3_prepare_v2 (handle, "SELECT fts5 (?1)", -1, &get, NULL);

  if (code != SQLITE_OK)
    return code;

  sqlite3_bind_pointer (get, 1, out_api, "fts5_api_ptr", NULL);
  sqlite3_step (get);
  return sqlite3_finalize (get);
}

/**
 * ik_tokenizer_new:
 * @database: a connection that outlives it
 * @error: return location
 *
 * Returns: (transfer full): a tokenizer for the thread of @database
 */
IkTokenizer *
ik_tokenizer_new (IkDatabase  *database,
                  GError     **error)
{
  g_autoptr(IkTokenizer) self = g_new0 (IkTokenizer, 1);
  fts5_api *api = NULL;
  void *data = NULL;
  int code = ik_tokenizer_get_fts5 (database->handle, &api);

  self->database = database;
  if (code == SQLITE_OK)
    code = api->xFindTokenizer (api, NAME, &data, &self->functions);
  if (code == SQLITE_OK)
    code = self->functions.xCreate (data, (const char **) options, G_N_ELEMENTS (options),
                                    &self->instance);

  if (code == SQLITE_OK)
    return g_steal_pointer (&self);

  ik_database_set_error (database, code, error);
  return NULL;
}

/**
 * ik_tokenizer_free:
 * @self: (transfer full): a tokenizer
 */
void
ik_tokenizer_free (IkTokenizer *self)
{
  if (self->instance != NULL)
    self->functions.xDelete (self->instance);
  g_free (self);
}

static int
add_token_cb (void       *data,
              int         flags,
              const char *token,
              int         length,
              int         start,
              int         end)
{
  IkTokens *tokens = data;

  g_array_append_val (tokens->starts, tokens->letters->len);
  g_byte_array_append (tokens->letters, (const guint8 *) token, (guint) length);
  g_byte_array_append (tokens->letters, (const guint8 *) "", 1);

  return SQLITE_OK;
}

/**
 * ik_tokenizer_split:
 * @self: a tokenizer
 * @text: UTF-8
 * @tokens: (inout): gets the words of @text instead of what it has
 * @error: return location
 *
 * Takes some 10 µs for each kB.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_tokenizer_split (IkTokenizer  *self,
                    const char   *text,
                    IkTokens     *tokens,
                    GError      **error)
{
  int code;

  g_byte_array_set_size (tokens->letters, 0);
  g_array_set_size (tokens->starts, 0);
  code = self->functions.xTokenize (self->instance, tokens, FTS5_TOKENIZE_DOCUMENT, text,
                                    (int) strlen (text), add_token_cb);

  return code == SQLITE_OK || ik_database_set_error (self->database, code, error);
}

/**
 * ik_tokens_init:
 * @self: (out caller-allocates): no words
 */
void
ik_tokens_init (IkTokens *self)
{
  self->letters = g_byte_array_new ();
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint));
}

/**
 * ik_tokens_clear:
 * @self: words
 */
void
ik_tokens_clear (IkTokens *self)
{
  g_clear_pointer (&self->letters, g_byte_array_unref);
  g_clear_pointer (&self->starts, g_array_unref);
}

static const char *
get_token (const IkTokens *self,
           guint           place)
{
  return (const char *) self->letters->data + g_array_index (self->starts, guint, place);
}

static gboolean
stands_at (const IkTokens *self,
           guint           place,
           const IkTokens *phrase,
           gboolean        is_beginning)
{
  guint last = phrase->starts->len - 1;

  for (guint i = 0; i < last; i++)
    {
      if (strcmp (get_token (self, place + i), get_token (phrase, i)) != 0)
        return FALSE;
    }

  return is_beginning ? g_str_has_prefix (get_token (self, place + last), get_token (phrase, last))
                      : strcmp (get_token (self, place + last), get_token (phrase, last)) == 0;
}

/**
 * ik_tokens_find:
 * @self: the words of a text
 * @phrase: words that shall stand side by side
 * @is_beginning: whether the last of them may be the beginning of one
 *
 * Returns: at which word of the text the phrase stands first, from 0, or -1; a
 *   phrase without words stands nowhere
 */
int
ik_tokens_find (const IkTokens *self,
                const IkTokens *phrase,
                gboolean        is_beginning)
{
  if (phrase->starts->len == 0)
    return -1;

  for (guint place = 0; place + phrase->starts->len <= self->starts->len; place++)
    {
      if (stands_at (self, place, phrase, is_beginning))
        return (int) place;
    }

  return -1;
}
