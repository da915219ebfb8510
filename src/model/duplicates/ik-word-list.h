#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Languages that there are lists for. */
#define IK_N_WORD_LANGUAGES 8

/**
 * IkWordWeight:
 * @IK_WORD_MATTERS: another word in its place is another question
 * @IK_WORD_FREE: carries no meaning of its own
 * @IK_WORD_LEADS: the same, but what follows it matters
 * @IK_WORD_FIXED: matters however long the text is
 * @IK_WORD_BINDS: the same, and so does what follows it
 *
 * What a word does for the meaning of a question.
 */
typedef enum
{
  IK_WORD_MATTERS,
  IK_WORD_FREE,
  IK_WORD_LEADS,
  IK_WORD_FIXED,
  IK_WORD_BINDS,
} IkWordWeight;

/* What may change in a question of a language; see data/wording/en.txt. */
typedef struct _IkWordList IkWordList;

const IkWordList *ik_word_list_get      (guint              language);
IkWordWeight      ik_word_list_weigh    (const IkWordList  *self,
                                         const char        *word);
void              ik_word_list_simplify (const IkWordList  *self,
                                         GString           *word);
gboolean          ik_word_list_has_slip (const char        *meaning);

G_END_DECLS
