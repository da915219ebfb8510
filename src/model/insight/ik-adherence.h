#pragma once

#include "ik-insight-data.h"

G_BEGIN_DECLS

/**
 * IkAdherence:
 * @name: title of the set, or name of the interviewer
 * @n_interviews: held
 * @n_planned: questions of their sets
 * @n_asked: those that came up
 * @n_required: planned questions that had to be asked
 * @n_required_asked: those that came up
 * @n_scored: planned questions that came up and are of a kind that is rated
 * @n_rated: those with a rating
 * @n_reworded: planned questions that were asked in other words
 * @n_added: questions that were not planned
 *
 * How far interviews went as planned.
 */
typedef struct
{
  const char *name;
  guint       n_interviews;
  guint       n_planned;
  guint       n_asked;
  guint       n_required;
  guint       n_required_asked;
  guint       n_scored;
  guint       n_rated;
  guint       n_reworded;
  guint       n_added;
} IkAdherence;

GArray *ik_adherence_new (GPtrArray *interviews,
                          gboolean   by_interviewer);

G_END_DECLS
