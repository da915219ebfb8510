#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A word of one meaning, numbered by its IkTermTable. */
typedef guint32 IkTerm;

/* In a term: no change of it is small. Names in capitals, numbers, signs, "not". */
#define IK_TERM_IS_CRITICAL (1u << 31)

#define ik_term_get_number(term) ((term) & ~IK_TERM_IS_CRITICAL)

/**
 * IkBond:
 * @lead: such as "from" or "without"
 * @target: the next word that matters
 *
 * Two words that belong together in whatever order the text has them.
 */
typedef struct
{
  IkTerm lead;
  IkTerm target;
} IkBond;

/**
 * IkQuestionTerms:
 * @prompt: (element-type IkTerm): what matters in the prompt, ascending by number
 * @details: (element-type IkTerm): the same of its details
 * @bonds: (element-type IkBond): of the prompt
 * @has_code: whether the details are code, where each word matters
 *
 * What a question says, without how it says it.
 */
typedef struct
{
  GArray   *prompt;
  GArray   *details;
  GArray   *bonds;
  gboolean  has_code;
} IkQuestionTerms;

typedef struct _IkTermTable IkTermTable;

IkTermTable *ik_term_table_new        (void);
void         ik_term_table_free       (IkTermTable     *self);
void         ik_term_table_read       (IkTermTable     *self,
                                       const char      *prompt,
                                       const char      *details,
                                       IkQuestionTerms *terms);
const char  *ik_term_table_get_text   (IkTermTable     *self,
                                       IkTerm           term);
guint        ik_term_table_count_uses (IkTermTable     *self,
                                       IkTerm           term);

void         ik_question_terms_init   (IkQuestionTerms *self);
void         ik_question_terms_clear  (IkQuestionTerms *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkTermTable, ik_term_table_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (IkQuestionTerms, ik_question_terms_clear)

G_END_DECLS
