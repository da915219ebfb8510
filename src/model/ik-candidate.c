#include "ik-candidate.h"

#include "ik-list.h"

/**
 * ik_candidate_new:
 * @name: full name
 *
 * Returns: (transfer full): a candidate with a new id, open; the time of
 *   creation is set when it is stored
 */
IkCandidate *
ik_candidate_new (const char *name)
{
  IkCandidate *self = g_new0 (IkCandidate, 1);

  self->id = g_uuid_string_random ();
  self->name = g_strdup (name);
  self->pronunciation = g_strdup ("");
  self->pronouns = g_strdup ("");
  self->email = g_strdup ("");
  self->role = g_strdup ("");
  self->attachments = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_attachment_free);

  return self;
}

/**
 * ik_candidate_copy:
 * @self: a candidate
 *
 * Returns: (transfer full): a copy with the same id
 */
IkCandidate *
ik_candidate_copy (const IkCandidate *self)
{
  IkCandidate *copy = g_new0 (IkCandidate, 1);

  copy->id = g_strdup (self->id);
  copy->name = g_strdup (self->name);
  copy->pronunciation = g_strdup (self->pronunciation);
  copy->pronouns = g_strdup (self->pronouns);
  copy->email = g_strdup (self->email);
  copy->role = g_strdup (self->role);
  copy->state = self->state;
  copy->created_at_us = self->created_at_us;
  copy->decided_at_us = self->decided_at_us;
  copy->extra_time_percent = self->extra_time_percent;
  copy->large_print = self->large_print;
  copy->attachments = ik_list_copy (self->attachments, ik_attachment_copy, ik_attachment_free);

  return copy;
}

/**
 * ik_candidate_free:
 * @self: (transfer full): a candidate
 */
void
ik_candidate_free (IkCandidate *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->pronunciation);
  g_free (self->pronouns);
  g_free (self->email);
  g_free (self->role);
  g_ptr_array_unref (self->attachments);
  g_free (self);
}
