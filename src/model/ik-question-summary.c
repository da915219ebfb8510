#include "ik-question-summary.h"

/**
 * ik_search_hit_free:
 * @self: (transfer full): a hit
 */
void
ik_search_hit_free (IkSearchHit *self)
{
  g_free (self->id);
  g_free (self->prompt);
  g_free (self->pack_id);
  g_free (self->pack_title);
  g_free (self->section);
  g_free (self->snippet);
  g_free (self);
}

/**
 * ik_question_summary_free:
 * @self: (transfer full): a summary
 */
void
ik_question_summary_free (IkQuestionSummary *self)
{
  g_free (self->id);
  g_free (self->prompt);
  g_free (self->pack_id);
  g_free (self->pack_title);
  g_free (self->section);
  g_free (self->level);
  g_ptr_array_unref (self->tags);
  g_free (self->competency_id);
  g_free (self->competency);
  g_free (self->snippet);
  g_free (self);
}
