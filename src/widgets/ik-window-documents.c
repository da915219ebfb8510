#include "ik-window-private.h"

#include "ik-comparison-page.h"
#include "ik-comparisons.h"
#include "ik-day-sheets.h"
#include "ik-interviews.h"
#include "ik-job.h"
#include "ik-report-window.h"
#include "ik-review-page.h"
#include "ik-toast.h"

#include <glib/gi18n.h>

/* Documents about people: each is looked at in its window before it leaves the
 * program. */

/* What to look for, as the other thread takes it. */
typedef struct
{
  IkReportKind  kind;
  char         *about;  /* a candidate, or a role */
  gint64        day_us; /* any moment of the day, 0 for the next one */
} Request;

static void
request_free (gpointer data)
{
  Request *self = data;

  g_free (self->about);
  g_free (self);
}

static gboolean
is_for_packet (const IkInterviewSummary *interview)
{
  return interview->state == IK_INTERVIEW_STATE_REVIEW ||
         interview->state == IK_INTERVIEW_STATE_HANDED_IN;
}

static GStrv
list_for_packet (IkLibrary     *library,
                 const char    *candidate_id,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autoptr(GPtrArray) interviews = ik_interviews_list (library, candidate_id, cancellable, error);
  g_autoptr(GStrvBuilder) ids = g_strv_builder_new ();
  guint n_ids = 0;

  if (interviews == NULL)
    return NULL;

  /* The latest planned one comes first; a packet begins with the first one. */
  for (guint i = interviews->len; i > 0; i--)
    {
      const IkInterviewSummary *interview = interviews->pdata[i - 1];

      if (!is_for_packet (interview))
        continue;
      g_strv_builder_add (ids, interview->id);
      n_ids++;
    }

  if (n_ids > 0)
    return g_strv_builder_end (ids);

  g_set_error_literal (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED,
                       _("No interview with this person was held yet"));
  return NULL;
}

static IkReportSubject *
prepare_packet (IkLibrary      *library,
                const Request  *request,
                GCancellable   *cancellable,
                GError        **error)
{
  g_auto(GStrv) ids = list_for_packet (library, request->about, cancellable, error);

  if (ids == NULL)
    return NULL;

  return ik_report_subject_new_interviews (IK_REPORT_KIND_PACKET, (const char *const *) ids);
}

static IkReportSubject *
prepare_comparison (IkLibrary      *library,
                    const Request  *request,
                    GCancellable   *cancellable,
                    GError        **error)
{
  g_autoptr(IkComparison) comparison = ik_comparisons_load (library, request->about, cancellable,
                                                            error);

  return comparison != NULL ? ik_report_subject_new_comparison (comparison->role) : NULL;
}

static IkReportSubject *
prepare_day (IkLibrary      *library,
             const Request  *request,
             GCancellable   *cancellable,
             GError        **error)
{
  IkReportOptions options = { 0 };
  g_autoptr(GBytes) sheet = ik_day_sheets_render (library, request->about, request->day_us,
                                                  &options, IK_REPORT_FORMAT_MARKDOWN,
                                                  cancellable, error);

  return sheet != NULL ? ik_report_subject_new_day (request->about, request->day_us) : NULL;
}

/* Whether there is anything to show is said before a window opens. */
static gpointer
prepare_job (IkLibrary     *library,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  const Request *request = data;

  if (request->kind == IK_REPORT_KIND_DAY)
    return prepare_day (library, request, cancellable, error);
  if (request->kind == IK_REPORT_KIND_COMPARISON)
    return prepare_comparison (library, request, cancellable, error);

  return prepare_packet (library, request, cancellable, error);
}

static void
prepared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  IkReportSubject *subject = ik_job_run_finish (result, &error);

  if (subject == NULL)
    ik_toast_show_error (GTK_WIDGET (source), error);
  else
    ik_window_show_report (IK_WINDOW (source), subject);
}

static void
prepare (GtkWidget    *widget,
         IkReportKind  kind,
         const char   *about,
         gint64        day_us)
{
  IkLibrary *library = ik_window_get_library (IK_WINDOW (widget));
  Request *request;

  if (library == NULL)
    return;

  request = g_new0 (Request, 1);
  request->kind = kind;
  request->about = g_strdup (about);
  request->day_us = day_us;
  ik_job_run_async (widget, library, prepare_job, request, request_free,
                    (GDestroyNotify) ik_report_subject_free, NULL, prepared_cb, NULL);
}

/**
 * ik_window_show_report:
 * @self: a window
 * @subject: (transfer full): what a report is about
 *
 * Shows a report before it leaves the program.
 */
void
ik_window_show_report (IkWindow        *self,
                       IkReportSubject *subject)
{
  IkLibrary *library = ik_window_get_library (self);

  if (library != NULL)
    gtk_window_present (GTK_WINDOW (ik_report_window_new (GTK_WINDOW (self), library, subject)));
  else
    ik_report_subject_free (subject);
}

static void
export_day (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  const char *candidate_id;
  gint64 day_us;

  g_variant_get (parameter, "(&sx)", &candidate_id, &day_us);
  prepare (widget, IK_REPORT_KIND_DAY, candidate_id, day_us);
}

static void
export_packet (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  prepare (widget, IK_REPORT_KIND_PACKET, g_variant_get_string (parameter, NULL), 0);
}

static void
export_comparison (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  prepare (widget, IK_REPORT_KIND_COMPARISON, g_variant_get_string (parameter, NULL), 0);
}

static void
export_set (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  ik_window_show_report (IK_WINDOW (widget),
                         ik_report_subject_new_set (g_variant_get_string (parameter, NULL)));
}

/* A review is left by its own button, which saves it. */
static void
compare (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  if (IK_IS_REVIEW_PAGE (ik_window_get_full (IK_WINDOW (widget))))
    return;

  ik_window_show_full (IK_WINDOW (widget),
                       ik_comparison_page_new (g_variant_get_string (parameter, NULL)));
}

void
ik_window_class_install_document_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.export-day", "(sx)", export_day);
  gtk_widget_class_install_action (widget_class, "win.export-packet", "s", export_packet);
  gtk_widget_class_install_action (widget_class, "win.export-comparison", "s", export_comparison);
  gtk_widget_class_install_action (widget_class, "win.export-set", "s", export_set);
  gtk_widget_class_install_action (widget_class, "win.compare", "s", compare);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c,
                                       GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.compare", "s", "");
}
