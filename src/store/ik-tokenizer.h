#pragma once

#include "ik-database.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/**
 * IkTokens:
 * @letters: all words, one behind the other, each with a NUL at its end
 * @starts: (element-type guint): where each begins in @letters
 *
 * The words of a text as the full-text indexes see them: in lower case, without
 * diacritics.
 */
typedef struct
{
  GByteArray *letters;
  GArray     *starts;
} IkTokens;

typedef struct _IkTokenizer IkTokenizer;

int          ik_tokenizer_get_fts5 (sqlite3       *handle,
                                    fts5_api     **out_api);
IkTokenizer *ik_tokenizer_new      (IkDatabase    *database,
                                    GError       **error);
void         ik_tokenizer_free     (IkTokenizer   *self);
gboolean     ik_tokenizer_split    (IkTokenizer   *self,
                                    const char    *text,
                                    IkTokens      *tokens,
                                    GError       **error);
void         ik_tokens_init        (IkTokens      *self);
void         ik_tokens_clear       (IkTokens      *self);
int          ik_tokens_find        (const IkTokens *self,
                                    const IkTokens *phrase,
                                    gboolean        is_beginning);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkTokenizer, ik_tokenizer_free)

G_END_DECLS
