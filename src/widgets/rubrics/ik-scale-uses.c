#include "ik-scale-uses.h"

#include "ik-scale-use.h"

#include <glib/gi18n.h>

static char *
describe_use (const IkScaleUse *use)
{
  g_autofree char *questions = g_strdup_printf (g_dngettext (NULL, "%u question", "%u questions",
                                                             use->n), use->n);

  switch (use->kind)
    {
    case IK_SCALE_USE_PACK:
      return g_strdup_printf (_("Pack, %s"), questions);
    case IK_SCALE_USE_SET:
      if (use->n == 0)
        return g_strdup (_("Question set, for all that name no other"));
      return g_strdup_printf (_("Question set, %s"), questions);
    case IK_SCALE_USE_INTERVIEWS:
    default:
      return g_strdup_printf (g_dngettext (NULL, "Kept by %u interview", "Kept by %u interviews",
                                           use->n), use->n);
    }
}

static void
add_version_button (GtkWidget        *row,
                    const IkScaleUse *use)
{
  GtkWidget *button = gtk_button_new_with_label (_("Show"));
  g_autofree char *label = g_strdup_printf (_("Show version %u"), use->version);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "rubric.show-version");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", use->version);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static GtkWidget *
create_row (const IkScaleUse *use,
            guint             version)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = NULL;
  g_autofree char *subtitle = describe_use (use);

  if (use->version == 0)
    title = g_strdup (use->title);
  else if (use->version == version)
    title = g_strdup_printf (_("This version (%u)"), use->version);
  else
    title = g_strdup_printf (_("Version %u: %s"), use->version, use->title);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  if (use->version != 0 && use->version != version)
    add_version_button (row, use);

  return row;
}

/**
 * ik_scale_uses_fill:
 * @group: an empty group
 * @uses: (element-type IkScaleUse): where a rubric or competency is used
 * @version: of the rubric as it is now; 0 for a competency
 *
 * Lists the uses. Versions that are no more current get a button with the action
 * "rubric.show-version".
 */
void
ik_scale_uses_fill (AdwPreferencesGroup *group,
                    GPtrArray           *uses,
                    guint                version)
{
  for (guint i = 0; i < uses->len; i++)
    adw_preferences_group_add (group, create_row (uses->pdata[i], version));
  if (uses->len == 0)
    adw_preferences_group_set_description (group, _("Nothing uses it yet."));
}
