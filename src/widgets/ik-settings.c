#include "ik-settings.h"

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
