#pragma once

#include "ik-lint-phrase.h"

G_BEGIN_DECLS

typedef struct _IkLintList IkLintList;

IkLintList *ik_lint_list_new          (const char       *language,
                                       const char       *text,
                                       GError          **error);
void        ik_lint_list_free         (IkLintList       *self);

const char *ik_lint_list_get_language (const IkLintList *self);
guint       ik_lint_list_count_common (const IkLintList *self,
                                       const GArray     *words);
guint       ik_lint_list_match        (const IkLintList *self,
                                       const GArray     *words,
                                       guint             at,
                                       IkLintSubject    *out_subject);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkLintList, ik_lint_list_free)

G_END_DECLS
