#include "ik-window-pages.h"

#include "ik-candidates-page.h"
#include "ik-insight-page.h"
#include "ik-today-page.h"

#include <glib/gi18n.h>

#include "ik-packs-page.h"
#include "ik-rubrics-page.h"
#include "ik-sets-page.h"

const IkWindowPage ik_window_pages[] = {
  { "today", N_("Today"), "x-office-calendar-symbolic", ik_today_page_get_type },
  { "packs", N_("Packs"), "ik-packs-symbolic", ik_packs_page_get_type },
  { "sets", N_("Question Sets"), "ik-sets-symbolic", ik_sets_page_get_type },
  { "candidates", N_("Candidates"), "system-users-symbolic", ik_candidates_page_get_type },
  { "rubrics", N_("Rubrics"), "ik-rubrics-symbolic", ik_rubrics_page_get_type },
  { "insight", N_("Insight"), "ik-insight-symbolic", ik_insight_page_get_type },
  { NULL },
};

/**
 * ik_window_pages_create:
 * @name: name of a page
 *
 * Returns: (nullable) (transfer floating): a new page, %NULL if there is none
 *   of that name
 */
GtkWidget *
ik_window_pages_create (const char *name)
{
  for (guint i = 0; ik_window_pages[i].name != NULL; i++)
    {
      if (g_str_equal (ik_window_pages[i].name, name))
        return g_object_new (ik_window_pages[i].get_type (), NULL);
    }

  return NULL;
}
