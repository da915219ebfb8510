#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IkFinding:
 * @id: UUID
 * @text: one line; may be blank
 * @is_shareable: whether the candidate may read it
 *
 * A strength or a concern, as the review sums them up. A blank one is a line
 * that nothing was typed into yet; no report shows it.
 */
typedef struct
{
  char     *id;
  char     *text;
  gboolean  is_shareable;
} IkFinding;

IkFinding *ik_finding_new      (const char      *text,
                                gboolean         is_shareable);
IkFinding *ik_finding_copy     (const IkFinding *self);
void       ik_finding_free     (IkFinding       *self);
gboolean   ik_finding_is_blank (const IkFinding *self);

GPtrArray *ik_findings_new     (void);
GPtrArray *ik_findings_copy    (GPtrArray       *findings);
char      *ik_findings_to_text (GPtrArray       *findings,
                                gboolean         only_shareable);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkFinding, ik_finding_free)

G_END_DECLS
