#include "ik-report-choices.h"

#include "ik-comparison-report.h"
#include "ik-day-sheet.h"
#include "ik-settings.h"

static IkReportParts
load_without (GSettings *settings)
{
  g_auto(GStrv) nicks = g_settings_get_strv (settings, "report-without");
  IkReportParts without = 0;

  for (guint i = 0; nicks[i] != NULL; i++)
    {
      IkReportParts part;

      if (ik_report_part_from_nick (nicks[i], &part))
        without |= part;
    }

  return without;
}

static void
save_without (GSettings     *settings,
              IkReportParts  without)
{
  g_autoptr(GPtrArray) nicks = g_ptr_array_new ();

  for (guint i = 0; i < IK_REPORT_N_PARTS; i++)
    {
      if (without & (1 << i))
        g_ptr_array_add (nicks, (gpointer) ik_report_part_to_nick (1 << i));
    }
  g_ptr_array_add (nicks, NULL);
  g_settings_set_strv (settings, "report-without", (const char *const *) nicks->pdata);
}

/**
 * ik_report_choices_load:
 *
 * Returns: (transfer full): an internal report as it was last chosen; without
 *   the logo, which the library keeps, and without the words behind bars, which
 *   are about one person
 */
IkReportChoices *
ik_report_choices_load (void)
{
  IkReportChoices *self = g_new0 (IkReportChoices, 1);
  g_autoptr(GSettings) settings = ik_settings_new ();

  self->page_size = ik_settings_get_page_size ();
  self->redacted = g_new0 (char *, 1);
  if (settings == NULL)
    {
      self->header = g_strdup ("");
      self->footer = g_strdup ("");
      return self;
    }

  self->without = load_without (settings);
  self->has_signature = g_settings_get_boolean (settings, "report-signature");
  self->redacts_names = g_settings_get_boolean (settings, "report-redact-names");
  self->header = g_settings_get_string (settings, "report-header");
  self->footer = g_settings_get_string (settings, "report-footer");

  return self;
}

/**
 * ik_report_choices_copy:
 * @self: choices
 *
 * Returns: (transfer full): a copy, such as for another thread
 */
IkReportChoices *
ik_report_choices_copy (const IkReportChoices *self)
{
  IkReportChoices *copy = g_memdup2 (self, sizeof *self);

  copy->redacted = g_strdupv (self->redacted);
  copy->header = g_strdup (self->header);
  copy->footer = g_strdup (self->footer);
  if (self->logo != NULL)
    g_bytes_ref (self->logo);

  return copy;
}

/**
 * ik_report_choices_free:
 * @self: (transfer full): choices
 */
void
ik_report_choices_free (IkReportChoices *self)
{
  g_strfreev (self->redacted);
  g_free (self->header);
  g_free (self->footer);
  g_clear_pointer (&self->logo, g_bytes_unref);
  g_free (self);
}

/**
 * ik_report_choices_save:
 * @self: choices
 *
 * Keeps them for the next report. The paper is that of all reports: it is kept
 * once it differs from what the settings say.
 */
void
ik_report_choices_save (const IkReportChoices *self)
{
  g_autoptr(GSettings) settings = ik_settings_new ();

  if (settings == NULL)
    return;

  if (self->page_size != ik_settings_get_page_size ())
    g_settings_set_string (settings, "page-size",
                           self->page_size == IK_PAGE_SIZE_LETTER ? "letter" : "a4");
  save_without (settings, self->without);
  g_settings_set_boolean (settings, "report-signature", self->has_signature);
  g_settings_set_boolean (settings, "report-redact-names", self->redacts_names);
  g_settings_set_string (settings, "report-header", self->header);
  g_settings_set_string (settings, "report-footer", self->footer);
}

static IkReportAudience
get_audience (const IkReportChoices *self)
{
  switch (self->kind)
    {
    case IK_REPORT_KIND_CANDIDATE:
    case IK_REPORT_KIND_HANDOUT:
      return IK_REPORT_AUDIENCE_CANDIDATE;

    case IK_REPORT_KIND_PACKET:
      return IK_REPORT_AUDIENCE_PANEL;

    case IK_REPORT_KIND_INTERNAL:
    case IK_REPORT_KIND_COMPARISON:
    case IK_REPORT_KIND_DAY:
    case IK_REPORT_KIND_KIT:
    default:
      return IK_REPORT_AUDIENCE_INTERNAL;
    }
}

static gboolean
is_of_set (const IkReportChoices *self)
{
  return self->kind == IK_REPORT_KIND_KIT || self->kind == IK_REPORT_KIND_HANDOUT;
}

/**
 * ik_report_choices_get_parts:
 * @self: choices
 *
 * Returns: the parts that the document has and that can be left out
 */
IkReportParts
ik_report_choices_get_parts (const IkReportChoices *self)
{
  if (self->kind == IK_REPORT_KIND_COMPARISON)
    return IK_COMPARISON_PARTS;
  if (self->kind == IK_REPORT_KIND_DAY)
    return IK_DAY_SHEET_PARTS;
  if (is_of_set (self))
    return 0;

  return ik_report_audience_get_parts (get_audience (self));
}

/**
 * ik_report_choices_can_sign:
 * @self: choices
 *
 * Returns: whether it is a document that somebody signs
 */
gboolean
ik_report_choices_can_sign (const IkReportChoices *self)
{
  return self->kind != IK_REPORT_KIND_COMPARISON && self->kind != IK_REPORT_KIND_DAY &&
         !is_of_set (self);
}

/**
 * ik_report_choices_can_redact:
 * @self: choices
 *
 * Returns: whether it is a document that tells something with names and words behind
 *   bars; the sheet of a day says who meets whom, and a set names nobody
 */
gboolean
ik_report_choices_can_redact (const IkReportChoices *self)
{
  return self->kind != IK_REPORT_KIND_DAY && !is_of_set (self);
}

/**
 * ik_report_choices_hide_names:
 * @self: choices
 *
 * Returns: whether the document has bars in place of names
 */
gboolean
ik_report_choices_hide_names (const IkReportChoices *self)
{
  return self->redacts_names && ik_report_choices_can_redact (self);
}

static const char *
get_line (const char *text)
{
  return *text != '\0' ? text : NULL;
}

/**
 * ik_report_choices_fill:
 * @self: choices, which have to outlive @options
 * @options: (out): the same for those who make a report
 */
void
ik_report_choices_fill (const IkReportChoices *self,
                        IkReportOptions       *options)
{
  *options = (IkReportOptions) {
    .audience = get_audience (self),
    .page_size = self->page_size,
    .without = self->without & ik_report_choices_get_parts (self),
    .has_signature = self->has_signature && ik_report_choices_can_sign (self),
    .redacts_names = ik_report_choices_hide_names (self),
    .redacted = ik_report_choices_can_redact (self) ? (const char *const *) self->redacted : NULL,
    .header = get_line (self->header),
    .footer = get_line (self->footer),
    .logo = self->logo,
  };
}
