#include "ik-finding.h"

#include "ik-list.h"

#include <string.h>

/**
 * ik_finding_new:
 * @text: one line
 * @is_shareable: whether the candidate may read it
 *
 * Returns: (transfer full): a finding with a new id
 */
IkFinding *
ik_finding_new (const char *text,
                gboolean    is_shareable)
{
  IkFinding *self = g_new0 (IkFinding, 1);

  self->id = g_uuid_string_random ();
  self->text = g_strdup (text);
  self->is_shareable = is_shareable;

  return self;
}

/**
 * ik_finding_copy:
 * @self: a finding
 *
 * Returns: (transfer full): a copy with the same id
 */
IkFinding *
ik_finding_copy (const IkFinding *self)
{
  IkFinding *copy = g_new0 (IkFinding, 1);

  copy->id = g_strdup (self->id);
  copy->text = g_strdup (self->text);
  copy->is_shareable = self->is_shareable;

  return copy;
}

/**
 * ik_finding_free:
 * @self: (transfer full): a finding
 */
void
ik_finding_free (IkFinding *self)
{
  g_free (self->id);
  g_free (self->text);
  g_free (self);
}

/**
 * ik_finding_is_blank:
 * @self: a finding
 *
 * Returns: whether it holds no words
 */
gboolean
ik_finding_is_blank (const IkFinding *self)
{
  return self->text[strspn (self->text, " \t")] == '\0';
}

/**
 * ik_findings_new:
 *
 * Returns: (transfer full) (element-type IkFinding): an empty list
 */
GPtrArray *
ik_findings_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ik_finding_free);
}

/**
 * ik_findings_copy:
 * @findings: (element-type IkFinding): a list
 *
 * Returns: (transfer full) (element-type IkFinding): a copy with the same ids
 */
GPtrArray *
ik_findings_copy (GPtrArray *findings)
{
  return ik_list_copy (findings, ik_finding_copy, ik_finding_free);
}

/**
 * ik_findings_to_text:
 * @findings: (element-type IkFinding): a list
 * @only_shareable: whether to leave out what the candidate may not read
 *
 * Returns: (transfer full): the lines that are not blank, joined by line breaks
 */
char *
ik_findings_to_text (GPtrArray *findings,
                     gboolean   only_shareable)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const IkFinding *finding = findings->pdata[i];

      if (ik_finding_is_blank (finding) || (only_shareable && !finding->is_shareable))
        continue;
      if (text->len > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, finding->text);
    }

  return g_string_free (text, FALSE);
}
