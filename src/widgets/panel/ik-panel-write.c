#include "ik-panel-write.h"

#include "ik-text.h"
#include "ik-toast.h"

/* What the pages of a panel write down, off the main loop. */

typedef struct
{
  char             *candidate_id;
  char             *round;
  IkAgreedScore    *score;          /* (nullable) for the whole */
  int               recommendation;
  char             *summary;        /* (nullable) */
  char             *agreed_by;      /* of the whole */
} Agree;

static void
agree_free (gpointer data)
{
  Agree *self = data;

  g_free (self->candidate_id);
  g_free (self->round);
  g_clear_pointer (&self->score, ik_agreed_score_free);
  g_free (self->summary);
  g_free (self->agreed_by);
  g_free (self);
}

static gpointer
agree_job (IkLibrary     *library,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  const Agree *agree = data;
  gboolean is_done;

  if (agree->score != NULL)
    is_done = ik_debriefs_agree (library, agree->candidate_id, agree->round, agree->score,
                                 cancellable, error);
  else
    is_done = ik_debriefs_conclude (library, agree->candidate_id, agree->round,
                                    agree->recommendation, agree->summary,
                                    agree->agreed_by, cancellable, error);

  return GINT_TO_POINTER (is_done);
}

static void
agreed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  if (ik_job_run_finish (result, &error) == NULL)
    {
      ik_toast_show_error (GTK_WIDGET (source), error);
      ik_page_reload (IK_PAGE (source));
    }
}

static void
keep (IkPage          *page,
      const IkDebrief *debrief,
      Agree           *agree)
{
  agree->candidate_id = g_strdup (debrief->candidate_id);
  agree->round = g_strdup (debrief->round);
  ik_page_write (page, agree_job, agree, agree_free, NULL, agreed_cb);
}

/**
 * ik_panel_write_score:
 * @page: the page that shows the debrief; tells of what goes wrong
 * @debrief: what it shows
 * @name: a row
 * @rating: what is agreed, or IK_RATING_NONE
 * @reason: why
 * @agreed_by: who, as ik_debriefs_agree() takes it
 *
 * Stores an agreed score.
 */
void
ik_panel_write_score (IkPage          *page,
                      const IkDebrief *debrief,
                      const char      *name,
                      int              rating,
                      const char      *reason,
                      const char      *agreed_by)
{
  Agree *agree = g_new0 (Agree, 1);

  agree->score = ik_agreed_score_new (name, rating);
  ik_text_set (&agree->score->reason, reason);
  ik_text_set (&agree->score->agreed_by, agreed_by);
  keep (page, debrief, agree);
}

/**
 * ik_panel_write_outcome:
 * @page: the page that shows the debrief; tells of what goes wrong
 * @debrief: what it shows
 * @recommendation: of the panel, or IK_RATING_NONE
 * @summary: in words
 * @agreed_by: who, as ik_debriefs_conclude() takes it
 *
 * Stores what is agreed about the whole.
 */
void
ik_panel_write_outcome (IkPage          *page,
                        const IkDebrief *debrief,
                        int              recommendation,
                        const char      *summary,
                        const char      *agreed_by)
{
  Agree *agree = g_new0 (Agree, 1);

  agree->recommendation = recommendation;
  agree->summary = g_strdup (summary);
  agree->agreed_by = g_strdup (agreed_by);
  keep (page, debrief, agree);
}
