#pragma once

#include "ik-lint-list.h"

G_BEGIN_DECLS

typedef struct _IkNoteLint IkNoteLint;

/**
 * IkNoteMark:
 * @start: offset of its first byte
 * @end: offset of the byte after it
 * @subject: what it is about
 *
 * A wording in a note that says nothing about the job.
 */
typedef struct
{
  gsize         start;
  gsize         end;
  IkLintSubject subject;
} IkNoteMark;

const IkNoteLint *ik_note_lint_get_default (void);

IkNoteLint       *ik_note_lint_new         (void);
gboolean          ik_note_lint_add_list    (IkNoteLint         *self,
                                            const char         *language,
                                            const char         *text,
                                            GError            **error);
void              ik_note_lint_free        (IkNoteLint         *self);

GArray           *ik_note_lint_check       (const IkNoteLint   *self,
                                            const char         *text,
                                            const char *const  *languages);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkNoteLint, ik_note_lint_free)

G_END_DECLS
