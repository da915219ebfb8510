#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IkJsonKind:
 *
 * What a value is; a literal is a number, true, false or null.
 */
typedef enum
{
  IK_JSON_OBJECT,
  IK_JSON_ARRAY,
  IK_JSON_STRING,
  IK_JSON_LITERAL,
} IkJsonKind;

typedef struct _IkJsonTokens IkJsonTokens;

/**
 * IkJsonIter:
 * @key: token of the key, %IK_JSON_NONE in an array
 * @value: token of the value, %IK_JSON_NONE where a key has none
 *
 * Walks through the members of a value. Allocate on the stack.
 */
typedef struct
{
  guint key;
  guint value;

  /*< private >*/
  const IkJsonTokens *tokens;
  guint               next;
  guint               end;    /* offset in the text */
  gboolean            object;
} IkJsonIter;

#define IK_JSON_NONE G_MAXUINT

IkJsonTokens *ik_json_tokens_new      (const char          *text,
                                       gboolean            *out_whole);
void          ik_json_tokens_free     (IkJsonTokens        *self);
guint         ik_json_tokens_count    (const IkJsonTokens  *self);
IkJsonKind    ik_json_tokens_get_kind (const IkJsonTokens  *self,
                                       guint                token);
char         *ik_json_tokens_dup_text (const IkJsonTokens  *self,
                                       guint                token);
void          ik_json_tokens_get_lines (IkJsonTokens       *self,
                                        guint               token,
                                        guint              *first,
                                        guint              *last);
void          ik_json_iter_init       (IkJsonIter          *iter,
                                       const IkJsonTokens  *tokens,
                                       guint                token);
gboolean      ik_json_iter_next       (IkJsonIter          *iter);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkJsonTokens, ik_json_tokens_free)

G_END_DECLS
