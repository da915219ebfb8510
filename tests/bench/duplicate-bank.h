#pragma once

#include <glib.h>

/* A bank with planted duplicates; see duplicate-bank.c. */

enum
{
  SAME_PUNCTUATION,
  SAME_NUMBERING,
  SAME_ORDER,
  SAME_ARTICLES,
  SAME_INFLECTION,
  SAME_SYNONYM,
  SAME_SLIP,
  SAME_LONG_TEXT,
  SAME_MIXED,
  OTHER_ACRONYM,
  OTHER_CAPITALS,
  OTHER_NUMBER,
  OTHER_NEGATION,
  OTHER_WITHOUT,
  OTHER_NAME,
  OTHER_OPPOSITE,
  OTHER_NOUN,
  OTHER_NOUN_LONG,
  N_DUPLICATE_KINDS,
};

typedef struct
{
  guint    origin;
  guint    question;
  guint    kind;
  gboolean is_same;
} Planted;

typedef struct
{
  GPtrArray  *prompts; /* (element-type utf8) */
  GPtrArray  *details; /* (element-type utf8) */
  GArray     *planted; /* (element-type Planted) */
  GHashTable *used;    /* combinations of topics, so that no two questions are the same by chance */
  GRand      *rand;
} DuplicateBank;

DuplicateBank *duplicate_bank_new     (guint                n_questions,
                                       guint                n_planted);
void           duplicate_bank_free    (DuplicateBank       *self);
const char    *duplicate_kind_name    (guint                kind);
gboolean       duplicate_kind_is_same (guint                kind);

#define bank_prompt(bank, i) ((const char *) (bank)->prompts->pdata[i])
#define bank_details(bank, i) ((const char *) (bank)->details->pdata[i])

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DuplicateBank, duplicate_bank_free)
