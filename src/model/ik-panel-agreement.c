#include "ik-panel-agreement.h"

/**
 * ik_agreed_score_new:
 * @name: a row of the matrix
 * @rating: value of a level, or IK_RATING_NONE
 *
 * Returns: (transfer full): a score without a reason
 */
IkAgreedScore *
ik_agreed_score_new (const char *name,
                     int         rating)
{
  IkAgreedScore *self = g_new0 (IkAgreedScore, 1);

  self->name = g_strdup (name);
  self->rating = rating;
  self->reason = g_strdup ("");
  self->agreed_by = g_strdup ("");

  return self;
}

/**
 * ik_agreed_score_free:
 * @self: (transfer full): a score
 */
void
ik_agreed_score_free (IkAgreedScore *self)
{
  g_free (self->name);
  g_free (self->rubric_id);
  g_free (self->reason);
  g_free (self->agreed_by);
  g_free (self);
}

/**
 * ik_agreement_change_free:
 * @self: (transfer full): a change
 */
void
ik_agreement_change_free (IkAgreementChange *self)
{
  g_free (self->name);
  g_free (self->field);
  g_free (self->old_value);
  g_free (self->new_value);
  g_free (self->changed_by);
  g_free (self);
}

/**
 * ik_panel_agreement_new:
 *
 * Returns: (transfer full): nothing agreed about yet
 */
IkPanelAgreement *
ik_panel_agreement_new (void)
{
  IkPanelAgreement *self = g_new0 (IkPanelAgreement, 1);

  self->scores = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_agreed_score_free);
  self->recommendation = IK_RATING_NONE;
  self->summary = g_strdup ("");
  self->agreed_by = g_strdup ("");
  self->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_agreement_change_free);

  return self;
}

/**
 * ik_panel_agreement_free:
 * @self: (transfer full): an agreement
 */
void
ik_panel_agreement_free (IkPanelAgreement *self)
{
  g_ptr_array_unref (self->scores);
  g_free (self->rubric_id);
  g_free (self->summary);
  g_free (self->agreed_by);
  g_ptr_array_unref (self->changes);
  g_free (self);
}

/**
 * ik_panel_agreement_find_score:
 * @self: an agreement
 * @name: a row of the matrix
 *
 * Returns: (transfer none) (nullable): what was agreed about it
 */
const IkAgreedScore *
ik_panel_agreement_find_score (const IkPanelAgreement *self,
                               const char             *name)
{
  for (guint i = 0; i < self->scores->len; i++)
    {
      const IkAgreedScore *score = self->scores->pdata[i];

      if (g_str_equal (score->name, name))
        return score;
    }

  return NULL;
}

/**
 * ik_panel_agreement_get_last_by:
 * @self: an agreement
 *
 * Returns: (transfer none): who agreed on what was agreed last, names with commas
 *   between; "" where nothing was
 */
const char *
ik_panel_agreement_get_last_by (const IkPanelAgreement *self)
{
  const char *last_by = self->agreed_by;
  gint64 last_us = self->agreed_at_us;

  for (guint i = 0; i < self->scores->len; i++)
    {
      const IkAgreedScore *score = self->scores->pdata[i];

      if (score->agreed_at_us > last_us)
        {
          last_us = score->agreed_at_us;
          last_by = score->agreed_by;
        }
    }

  return last_by;
}
