#include "ik-candidate-panels.h"

#include "ik-boxed-list.h"
#include "ik-interview.h"
#include "ik-link-row.h"

#include <glib/gi18n.h>

static gboolean
takes_place (const IkInterviewSummary *interview)
{
  return interview->state != IK_INTERVIEW_STATE_CANCELLED &&
         interview->state != IK_INTERVIEW_STATE_NO_SHOW;
}

static guint
count_of_round (GPtrArray  *interviews,
                const char *round)
{
  guint n = 0;

  for (guint i = 0; i < interviews->len; i++)
    {
      const IkInterviewSummary *interview = interviews->pdata[i];

      if (takes_place (interview) && g_str_equal (interview->round, round))
        n++;
    }

  return n;
}

static GtkWidget *
create_row (const char *round,
            guint       n_interviews)
{
  g_autofree char *subtitle =
    g_strdup_printf (ngettext ("%u interview side by side", "%u interviews side by side",
                               n_interviews), n_interviews);

  return ik_link_row_new (*round != '\0' ? round : _("Panel"), subtitle, "candidate.panel", round);
}

/**
 * ik_candidate_panels_fill:
 * @list: an own list of the view
 * @interviews: (element-type IkInterviewSummary): those of one candidate
 *
 * Shows a row for each round that two interviews or more take place in, the
 * latest first; the list hides where there is none.
 */
void
ik_candidate_panels_fill (GtkListBox *list,
                          GPtrArray  *interviews)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) rows = g_ptr_array_new ();

  for (guint i = 0; i < interviews->len; i++)
    {
      const IkInterviewSummary *interview = interviews->pdata[i];
      guint n_interviews = count_of_round (interviews, interview->round);

      if (n_interviews > 1 && g_hash_table_add (seen, interview->round))
        g_ptr_array_add (rows, create_row (interview->round, n_interviews));
    }

  ik_boxed_list_replace (list, rows);
  gtk_widget_set_visible (GTK_WIDGET (list), rows->len > 0);
}
