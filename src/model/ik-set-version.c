#include "ik-set-version.h"

#include "ik-list.h"
#include "ik-text.h"

#include <glib/gi18n.h>

/**
 * ik_set_version_new:
 * @set_id: the set
 *
 * Returns: (transfer full): a version of it, to be filled
 */
IkSetVersion *
ik_set_version_new (const char *set_id)
{
  IkSetVersion *self = g_new0 (IkSetVersion, 1);

  self->set = ik_question_set_new ("");
  ik_text_set (&self->set->id, set_id);
  self->gone = ik_text_list_new ();

  return self;
}

/**
 * ik_set_version_free:
 * @self: (transfer full): a version
 */
void
ik_set_version_free (IkSetVersion *self)
{
  g_free (self->id);
  ik_question_set_free (self->set);
  g_ptr_array_unref (self->gone);
  g_free (self);
}

/**
 * ik_question_set_dup_head:
 * @self: a set
 *
 * Returns: (transfer full): title, role, slot and opening, a line each, for people
 *   to compare
 */
char *
ik_question_set_dup_head (const IkQuestionSet *self)
{
  GString *text = g_string_new (self->title);

  if (*self->role != '\0')
    g_string_append_printf (text, "\n%s", self->role);
  if (self->slot_minutes > 0)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, g_dngettext (NULL, "%u minute", "%u minutes",
                                                 self->slot_minutes), self->slot_minutes);
    }
  if (*self->opening != '\0')
    g_string_append_printf (text, "\n%s", self->opening);

  return g_string_free (text, FALSE);
}

static void
append_item (GString         *text,
             const IkSetItem *item)
{
  g_string_append_printf (text, "\n• %s · ", item->prompt);
  g_string_append_printf (text, _("%u min"), item->minutes);
  if (!item->required)
    g_string_append_printf (text, " · %s", _("optional"));
  if (item->weight != IK_WEIGHT_EQUAL)
    g_string_append_printf (text, " · %u × (%s)", item->weight, item->weight_reason);
  if (item->knock_out != IK_RATING_NONE)
    g_string_append_printf (text, " · ≥ %d", item->knock_out);
}

static void
append_section (GString             *text,
                const IkQuestionSet *self,
                const IkSetSection  *section) /* nullable */
{
  if (section != NULL)
    g_string_append_printf (text, "\n%s", section->title);
  if (section != NULL && *section->introduction != '\0')
    g_string_append_printf (text, "\n%s", section->introduction);

  for (guint i = 0; i < self->items->len; i++)
    {
      const IkSetItem *item = self->items->pdata[i];

      if (g_strcmp0 (item->section_id, section != NULL ? section->id : NULL) == 0)
        append_item (text, item);
    }
}

/**
 * ik_question_set_dup_outline:
 * @self: a set
 *
 * Returns: (transfer full): its sections and questions with minutes, a line each,
 *   for people to compare
 */
char *
ik_question_set_dup_outline (const IkQuestionSet *self)
{
  GString *text = g_string_new (NULL);

  append_section (text, self, NULL);
  for (guint i = 0; i < self->sections->len; i++)
    append_section (text, self, self->sections->pdata[i]);
  if (text->len > 0)
    g_string_erase (text, 0, 1);

  return g_string_free (text, FALSE);
}
