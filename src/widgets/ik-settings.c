#include "ik-settings.h"

/* As the schema has it. */
#define DEFAULT_REVIEW_MINUTES 15

/* As the schema numbers them. */
typedef enum
{
  PAPER_OF_REGION,
  PAPER_A4,
  PAPER_LETTER,
} Paper;

/**
 * ik_settings_new:
 *
 * Returns: (transfer full) (nullable): what the person chose once and for all;
 *   %NULL where the schema isn't installed, as g_settings_new() would end the
 *   program then
 */
GSettings *
ik_settings_new (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr(GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, "com.example.InterviewKit", TRUE);

  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

/**
 * ik_settings_get_page_size:
 *
 * Returns: the paper of reports: the one that was chosen, or that of the region
 */
IkPageSize
ik_settings_get_page_size (void)
{
  g_autoptr(GSettings) settings = ik_settings_new ();
  Paper paper = settings != NULL ? g_settings_get_enum (settings, "page-size") : PAPER_OF_REGION;

  if (paper == PAPER_OF_REGION)
    paper = g_str_equal (gtk_paper_size_get_default (), GTK_PAPER_NAME_LETTER) ? PAPER_LETTER
                                                                               : PAPER_A4;

  return paper == PAPER_LETTER ? IK_PAGE_SIZE_LETTER : IK_PAGE_SIZE_A4;
}

static int
compare_minutes_cb (gconstpointer one,
                    gconstpointer other)
{
  return *(const int *) one - *(const int *) other;
}

/**
 * ik_settings_get_warning_minutes:
 *
 * Returns: (transfer full) (element-type int): minutes before the end of the
 *   slot at which the clock warns, the last one first; may be empty
 */
GArray *
ik_settings_get_warning_minutes (void)
{
  GArray *minutes = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr(GSettings) settings = ik_settings_new ();
  g_autoptr(GVariant) value = NULL;
  gsize n_values;
  const int *values;

  if (settings == NULL)
    return minutes;

  value = g_settings_get_value (settings, "warning-minutes");
  values = g_variant_get_fixed_array (value, &n_values, sizeof (int));
  for (gsize i = 0; i < n_values; i++)
    {
      if (values[i] > 0)
        g_array_append_val (minutes, values[i]);
    }
  g_array_sort (minutes, compare_minutes_cb);

  return minutes;
}

/**
 * ik_settings_get_review_minutes:
 *
 * Returns: minutes that are set aside for the review after an interview, 0 for
 *   none
 */
guint
ik_settings_get_review_minutes (void)
{
  g_autoptr(GSettings) settings = ik_settings_new ();

  return settings != NULL ? g_settings_get_uint (settings, "review-minutes")
                          : DEFAULT_REVIEW_MINUTES;
}

/**
 * ik_settings_get_go_on_after_rating:
 *
 * Returns: whether a rating goes on to the next open question
 */
gboolean
ik_settings_get_go_on_after_rating (void)
{
  g_autoptr(GSettings) settings = ik_settings_new ();

  return settings != NULL && g_settings_get_boolean (settings, "go-on-after-rating");
}

/**
 * ik_settings_get_reminder_minutes:
 *
 * Returns: how many minutes before its planned start an interview is reminded
 *   of; 0 where no reminders are wanted
 */
guint
ik_settings_get_reminder_minutes (void)
{
  g_autoptr(GSettings) settings = ik_settings_new ();

  return settings != NULL && g_settings_get_boolean (settings, "remind")
    ? (guint) g_settings_get_int (settings, "remind-minutes") : 0;
}
