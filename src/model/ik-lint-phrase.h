#pragma once

#include "ik-lint-text.h"

G_BEGIN_DECLS

/**
 * IkLintError:
 * @IK_LINT_ERROR_SYNTAX: a line of a list says nothing that can be understood
 */
typedef enum
{
  IK_LINT_ERROR_SYNTAX,
} IkLintError;

#define IK_LINT_ERROR (ik_lint_error_quark ())

/**
 * IkLintSubject:
 * @IK_LINT_FINE: of no such subject; words that another phrase may not mark
 *
 * What a wording is about, none of which a job asks for.
 */
typedef enum
{
  IK_LINT_AGE,
  IK_LINT_FAMILY,
  IK_LINT_HEALTH,
  IK_LINT_ORIGIN,
  IK_LINT_FAITH,
  IK_LINT_LOOKS,
  IK_LINT_FINE,
} IkLintSubject;

typedef struct _IkLintPhrase IkLintPhrase;

typedef void (*IkLintKeyFunc) (IkLintPhrase *phrase,
                               const char   *key,
                               gboolean      is_prefix,
                               gpointer      data);

GQuark         ik_lint_error_quark         (void);

GPtrArray     *ik_lint_phrase_parse        (const char        *line,
                                            GHashTable        *names,
                                            IkLintSubject      subject,
                                            GError           **error);
void           ik_lint_phrase_free         (IkLintPhrase      *self);

IkLintSubject  ik_lint_phrase_get_subject  (const IkLintPhrase *self);
void           ik_lint_phrase_foreach_key  (IkLintPhrase       *self,
                                            IkLintKeyFunc       func,
                                            gpointer            data);
guint          ik_lint_phrase_match        (const IkLintPhrase *self,
                                            const GArray       *words,
                                            guint               at);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkLintPhrase, ik_lint_phrase_free)

G_END_DECLS
