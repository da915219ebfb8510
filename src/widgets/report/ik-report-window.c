#include "ik-report-window.h"

#include "ik-adaptive-bin.h"
#include "ik-dialog-fit.h"
#include "ik-file-dialog.h"
#include "ik-job.h"
#include "ik-report-form.h"
#include "ik-report-print.h"
#include "ik-report-view.h"
#include "ik-sentence.h"
#include "ik-settings.h"
#include "ik-toast.h"

#include <glib/gi18n.h>

/**
 * IkReportWindow:
 *
 * A report before it leaves the program: what is chosen for it beside the pages
 * as they will be, to export or print. The pages are laid out on another thread,
 * anew at each change, which cancels what is under way; the old ones stay until
 * there are others. Main loop only.
 */
struct _IkReportWindow
{
  AdwWindow         parent_instance;

  AdwWindowTitle   *title;
  GtkWidget        *views;
  GtkToggleButton  *choose;
  IkAdaptiveBin    *adaptive;
  GtkWidget        *choices;
  GtkWidget        *separator;
  GtkWidget        *preview;
  IkReportForm     *form;
  GtkStack         *stack;
  IkReportView     *view;
  AdwStatusPage    *problem;
  GtkLabel         *place;
  GtkToggleButton  *paged;
  GtkButton        *export;

  IkLibrary        *library;      /* (owned) */
  IkReportSubject  *subject;      /* (owned): what the report is about */
  IkReportPages    *pages;        /* (owned) (nullable): of what is chosen now */
  GCancellable     *cancellable;  /* (owned) (nullable): of their layout */
  GtkPrintOperation *printing;    /* (owned) (nullable): the last one, whose end is told */
  GSettings        *settings;     /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (IkReportWindow, ik_report_window, ADW_TYPE_WINDOW)

/* What to make, as the other thread takes it. */
typedef struct
{
  IkReportSubject *subject;
  IkReportChoices *choices;
  IkReportPages   *pages; /* (nullable): to be shown */
  GFile           *file;  /* (nullable): to be written */
} Work;

static void
work_free (gpointer data)
{
  Work *self = data;

  ik_report_subject_free (self->subject);
  ik_report_choices_free (self->choices);
  g_clear_object (&self->pages);
  g_clear_object (&self->file);
  g_free (self);
}

static Work *
work_new (IkReportWindow *self)
{
  Work *work = g_new0 (Work, 1);

  work->subject = ik_report_subject_copy (self->subject);
  work->choices = ik_report_choices_copy (ik_report_form_get_choices (self->form));

  return work;
}

/* Work is for a part of the window, which it keeps, rather than for the window:
 * GTK 4.8 reads a parent that is gone where one that was closed is still held.
 * NULL once it was closed. */
static IkReportWindow *
get_window (GObject *source)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (source));

  return IK_IS_REPORT_WINDOW (root) ? IK_REPORT_WINDOW (root) : NULL;
}

/* What it shows ------------------------------------------------------------- */

/* In the order of #IkReportKind. */
static const char *const titles[] = {
  N_("Interview Report"),
  N_("Interview Feedback"),
  N_("Panel Packet"),
  N_("Comparison of Candidates"),
  N_("Panel Day"),
  N_("Interviewer's Kit"),
  N_("Interview Questions"),
};

static void
show_title (IkReportWindow *self)
{
  const char *title = _(titles[ik_report_form_get_choices (self->form)->kind]);

  adw_window_title_set_title (self->title, title);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

/* The preview ---------------------------------------------------------------- */

static void
update_actions (IkReportWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  guint page = ik_report_view_get_page (self->view);
  guint n_pages = ik_report_view_get_n_pages (self->view);
  gboolean is_complete = self->pages != NULL && ik_report_pages_is_complete (self->pages);

  gtk_widget_action_set_enabled (widget, "report.previous", page > 0);
  gtk_widget_action_set_enabled (widget, "report.next", page + 1 < n_pages);
  gtk_widget_action_set_enabled (widget, "report.smaller", n_pages > 0);
  gtk_widget_action_set_enabled (widget, "report.larger", n_pages > 0);
  gtk_widget_action_set_enabled (widget, "report.fit", !ik_report_view_is_fit (self->view));
  gtk_widget_action_set_enabled (widget, "report.print", is_complete);
}

static void
view_changed_cb (IkReportWindow *self)
{
  guint page = ik_report_view_get_page (self->view) + 1;
  guint n_pages = ik_report_view_get_n_pages (self->view);
  g_autofree char *place = NULL;

  if (n_pages == 0)
    place = g_strdup ("");
  else if (self->pages != NULL && ik_report_pages_is_complete (self->pages))
    place = g_strdup_printf (_("Page %u of %u"), page, n_pages);
  else
    place = g_strdup_printf (_("Page %u"), page);

  gtk_label_set_text (self->place, place);
  update_actions (self);
}

/* The new pages take the place of the old ones once what is read is there. */
static void
pages_changed_cb (IkReportWindow *self,
                  IkReportPages  *pages)
{
  if (pages != self->pages ||
      (!ik_report_pages_is_complete (pages) &&
       ik_report_pages_get_n_pages (pages) <= ik_report_view_get_page (self->view)))
    return;

  ik_report_view_set_pages (self->view, pages);
  gtk_stack_set_visible_child_name (self->stack, "pages");
}

static gpointer
lay_out_job (IkLibrary     *library,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  const Work *work = data;
  IkReportOptions options;

  ik_report_choices_fill (work->choices, &options);
  return ik_report_subject_lay_out (work->subject, library, &options, work->pages, cancellable,
                                    error)
         ? g_object_ref (work->pages) : NULL;
}

static void
laid_out_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  IkReportWindow *self = get_window (source);
  g_autoptr(GError) error = NULL;
  g_autoptr(IkReportPages) pages = ik_job_run_finish (result, &error);
  g_autofree char *sentence = NULL;

  if (self == NULL || pages != NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  sentence = ik_sentence_from_error (error);
  adw_status_page_set_description (self->problem, sentence);
  gtk_stack_set_visible_child_name (self->stack, "problem");
  ik_report_view_set_pages (self->view, NULL);
}

static void
stop_layout (IkReportWindow *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->pages);
}

static void
lay_out_cb (IkReportWindow *self)
{
  Work *work = work_new (self);

  show_title (self);
  stop_layout (self);
  self->cancellable = g_cancellable_new ();
  self->pages = ik_report_pages_new ();
  g_signal_connect_object (self->pages, "changed", G_CALLBACK (pages_changed_cb), self,
                           G_CONNECT_SWAPPED);
  work->pages = g_object_ref (self->pages);
  ik_job_run_async (self->view, self->library, lay_out_job, work, work_free, g_object_unref,
                    self->cancellable, laid_out_cb, NULL);
  update_actions (self);
}

/* Side by side, or one of them where there is little width. */
static void
arrange_cb (IkReportWindow *self)
{
  gboolean narrow = ik_adaptive_bin_is_narrow (self->adaptive);
  gboolean chooses = gtk_toggle_button_get_active (self->choose);

  gtk_widget_set_visible (GTK_WIDGET (self->title), !narrow);
  gtk_widget_set_visible (self->views, narrow);
  gtk_widget_set_visible (self->choices, !narrow || chooses);
  gtk_widget_set_visible (self->preview, !narrow || !chooses);
  gtk_widget_set_visible (self->separator, !narrow);
  gtk_widget_set_hexpand (self->choices, narrow);
  gtk_widget_set_size_request (self->choices, narrow ? -1 : 340, -1);
  if (narrow)
    gtk_button_set_icon_name (self->export, "document-save-symbolic");
  else
    gtk_button_set_label (self->export, _("Export…"));
}

static void
paged_cb (IkReportWindow *self)
{
  gboolean paged = gtk_toggle_button_get_active (self->paged);

  ik_report_view_set_continuous (self->view, !paged);
  if (self->settings != NULL)
    g_settings_set_boolean (self->settings, "report-paged", paged);
}

static void
previous (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  IkReportWindow *self = IK_REPORT_WINDOW (widget);

  ik_report_view_go_to (self->view, ik_report_view_get_page (self->view) - 1);
}

static void
next (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  IkReportWindow *self = IK_REPORT_WINDOW (widget);

  ik_report_view_go_to (self->view, ik_report_view_get_page (self->view) + 1);
}

static void
larger (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  ik_report_view_zoom (IK_REPORT_WINDOW (widget)->view, 1);
}

static void
smaller (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  ik_report_view_zoom (IK_REPORT_WINDOW (widget)->view, -1);
}

static void
fit (GtkWidget  *widget,
     const char *action_name,
     GVariant   *parameter)
{
  ik_report_view_fit (IK_REPORT_WINDOW (widget)->view);
}

static void
turn_paged (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  GtkToggleButton *paged = IK_REPORT_WINDOW (widget)->paged;

  gtk_toggle_button_set_active (paged, !gtk_toggle_button_get_active (paged));
}

/* Out of the program --------------------------------------------------------- */

static char *
make_title (IkReportWindow *self)
{
  const IkReportChoices *choices = ik_report_form_get_choices (self->form);

  return ik_report_subject_make_title (self->subject, choices->kind,
                                       ik_report_choices_hide_names (choices));
}

static gpointer
export_job (IkLibrary     *library,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  const Work *work = data;
  IkReportOptions options;

  ik_report_choices_fill (work->choices, &options);
  return ik_report_subject_export (work->subject, library, &options, work->file, cancellable,
                                   error)
         ? g_object_ref (work->file) : NULL;
}

/* With the way to what was written. */
static void
tell_file (GtkWidget  *widget,
           const char *format, /* takes the name of the file */
           GFile      *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *uri = g_file_get_uri (file);
  g_autoptr(GString) text = g_string_new (format);

  g_string_replace (text, "%s", shown, 1);
  ik_toast_show_action (widget, text->str, _("_Open"), "report.open", g_variant_new_string (uri));
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  GtkWidget *widget = GTK_WIDGET (source);
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = ik_job_run_finish (result, &error);

  if (get_window (source) == NULL)
    return;

  if (file != NULL)
    tell_file (widget, _("Exported: %s"), file);
  else
    ik_toast_show_error (widget, error);
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  IkReportWindow *self = get_window (source);
  g_autoptr(GFile) file = ik_file_dialog_finish (result);
  Work *work;

  if (self == NULL || file == NULL)
    return;

  work = work_new (self);
  work->file = g_steal_pointer (&file);
  ik_job_run_async (self->view, self->library, export_job, work, work_free, g_object_unref, NULL,
                    exported_cb, NULL);
}

static void
export (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  IkReportWindow *self = IK_REPORT_WINDOW (widget);
  g_autofree char *title = make_title (self);
  g_autofree char *name = ik_file_dialog_make_name (title, "pdf");

  ik_file_dialog_save_async (GTK_WIDGET (self->view), _("Export"), IK_FILE_FILTER_REPORT, name,
                             file_chosen_cb, NULL);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error))
    ik_toast_show_error (GTK_WIDGET (source), error);
}

static void
open_file (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  gtk_show_uri_full (GTK_WINDOW (widget), g_variant_get_string (parameter, NULL),
                     GDK_CURRENT_TIME, NULL, opened_cb, NULL);
}

/* Where it was printed to a file; what a real printer does takes its time. */
static GFile *
get_printed_file (GtkPrintOperation *operation)
{
  GtkPrintSettings *settings = gtk_print_operation_get_print_settings (operation);
  const char *uri = gtk_print_settings_get (settings, GTK_PRINT_SETTINGS_OUTPUT_URI);

  return uri != NULL ? g_file_new_for_uri (uri) : NULL;
}

static void
show_print_error (IkReportWindow    *self,
                  GtkPrintOperation *operation)
{
  g_autoptr(GError) error = NULL;

  gtk_print_operation_get_error (operation, &error);
  if (error != NULL)
    ik_toast_show_error (GTK_WIDGET (self), error);
  else
    ik_toast_show (GTK_WIDGET (self), _("It was not printed"));
}

static void
printed_cb (IkReportWindow          *self,
            GtkPrintOperationResult  result,
            GtkPrintOperation       *operation)
{
  g_autoptr(GFile) file = NULL;
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    show_print_error (self, operation);
  if (result != GTK_PRINT_OPERATION_RESULT_APPLY)
    return;

  file = get_printed_file (operation);
  if (file != NULL)
    return;

  g_object_get (operation, "job-name", &title, NULL);
  text = g_strdup_printf (_("Sent to the printer: %s"), title);
  ik_toast_show (GTK_WIDGET (self), text);
}

/* All pages are drawn before the file is whole. */
static void
print_status_cb (IkReportWindow    *self,
                 GtkPrintOperation *operation)
{
  g_autoptr(GFile) file = NULL;

  if (!gtk_print_operation_is_finished (operation))
    return;

  file = get_printed_file (operation);
  if (file == NULL)
    return;

  if (gtk_print_operation_get_status (operation) == GTK_PRINT_STATUS_FINISHED)
    tell_file (GTK_WIDGET (self), _("Printed to a file: %s"), file);
  else
    show_print_error (self, operation);
}

static void
print (GtkWidget  *widget,
       const char *action_name,
       GVariant   *parameter)
{
  IkReportWindow *self = IK_REPORT_WINDOW (widget);
  const IkReportChoices *choices = ik_report_form_get_choices (self->form);
  g_autofree char *title = make_title (self);

  if (self->pages == NULL || !ik_report_pages_is_complete (self->pages))
    return;

  g_clear_object (&self->printing);
  self->printing = ik_report_print_new (self->pages, choices->page_size, title);
  gtk_print_operation_set_current_page (self->printing, (int) ik_report_view_get_page (self->view));
  g_signal_connect_object (self->printing, "done", G_CALLBACK (printed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->printing, "status-changed", G_CALLBACK (print_status_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_print_operation_run (self->printing, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_WINDOW (self), NULL);
}

/* The object ----------------------------------------------------------------- */

static gpointer
find_names_job (IkLibrary     *library,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr(IkReportSubject) subject = ik_report_subject_copy (data);

  return ik_report_subject_find_names (subject, library, cancellable, error)
         ? g_steal_pointer (&subject) : NULL;
}

static void
names_found_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  IkReportWindow *self = get_window (source);
  /* What fails here fails for the pages as well, which says so. */
  g_autoptr(IkReportSubject) subject = ik_job_run_finish (result, NULL);

  if (self == NULL || subject == NULL)
    return;

  ik_report_subject_free (self->subject);
  self->subject = g_steal_pointer (&subject);
  adw_window_title_set_subtitle (self->title, self->subject->name);
}

static void
ik_report_window_dispose (GObject *object)
{
  IkReportWindow *self = IK_REPORT_WINDOW (object);

  stop_layout (self);
  g_clear_object (&self->printing);
  g_clear_object (&self->library);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (ik_report_window_parent_class)->dispose (object);
}

static void
ik_report_window_finalize (GObject *object)
{
  IkReportWindow *self = IK_REPORT_WINDOW (object);

  g_clear_pointer (&self->subject, ik_report_subject_free);

  G_OBJECT_CLASS (ik_report_window_parent_class)->finalize (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint            key;
    GdkModifierType  modifiers;
    const char      *action;
  } keys[] = {
    { GDK_KEY_s, GDK_CONTROL_MASK, "report.export" },
    { GDK_KEY_p, GDK_CONTROL_MASK, "report.print" },
    { GDK_KEY_n, GDK_ALT_MASK, "report.next" },
    { GDK_KEY_p, GDK_ALT_MASK, "report.previous" },
    { GDK_KEY_Page_Down, 0, "report.next" },
    { GDK_KEY_Page_Up, 0, "report.previous" },
    { GDK_KEY_o, GDK_ALT_MASK, "report.paged" },
    { GDK_KEY_plus, GDK_CONTROL_MASK, "report.larger" },
    { GDK_KEY_equal, GDK_CONTROL_MASK, "report.larger" },
    { GDK_KEY_KP_Add, GDK_CONTROL_MASK, "report.larger" },
    { GDK_KEY_minus, GDK_CONTROL_MASK, "report.smaller" },
    { GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "report.smaller" },
    { GDK_KEY_0, GDK_CONTROL_MASK, "report.fit" },
    { GDK_KEY_KP_0, GDK_CONTROL_MASK, "report.fit" },
    { GDK_KEY_Escape, 0, "window.close" },
    { GDK_KEY_w, GDK_CONTROL_MASK, "window.close" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers,
                                         keys[i].action, NULL);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "report.export", NULL, export);
  gtk_widget_class_install_action (widget_class, "report.print", NULL, print);
  gtk_widget_class_install_action (widget_class, "report.open", "s", open_file);
  gtk_widget_class_install_action (widget_class, "report.previous", NULL, previous);
  gtk_widget_class_install_action (widget_class, "report.next", NULL, next);
  gtk_widget_class_install_action (widget_class, "report.larger", NULL, larger);
  gtk_widget_class_install_action (widget_class, "report.smaller", NULL, smaller);
  gtk_widget_class_install_action (widget_class, "report.fit", NULL, fit);
  gtk_widget_class_install_action (widget_class, "report.paged", NULL, turn_paged);
}

static void
ik_report_window_class_init (IkReportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ik_report_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = ik_report_window_finalize;

  g_type_ensure (IK_TYPE_ADAPTIVE_BIN);
  g_type_ensure (IK_TYPE_REPORT_FORM);
  g_type_ensure (IK_TYPE_REPORT_VIEW);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-report-window.ui");
  gtk_widget_class_bind_template_child (widget_class, IkReportWindow, title);
  gtk_widget_class_bind_template_child (widget_class, IkReportWindow, views);
  gtk_widget_class_bind_template_child (widget_class, IkReportWindow, choose);
  gtk_widget_class_bind_template_child (widget_class, IkReportWindow, adaptive);
  gtk_widget_class_bind_template_child (widget_class, IkReportWindow, choices);
  gtk_widget_class_bind_template_child (widget_class, IkReportWindow, separator);
  gtk_widget_class_bind_template_child (widget_class, IkReportWindow, preview);
  gtk_widget_class_bind_template_child (widget_class, IkReportWindow, form);
  gtk_widget_class_bind_template_child (widget_class, IkReportWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, IkReportWindow, view);
  gtk_widget_class_bind_template_child (widget_class, IkReportWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, IkReportWindow, place);
  gtk_widget_class_bind_template_child (widget_class, IkReportWindow, paged);
  gtk_widget_class_bind_template_child (widget_class, IkReportWindow, export);
  gtk_widget_class_bind_template_callback (widget_class, arrange_cb);
  gtk_widget_class_bind_template_callback (widget_class, lay_out_cb);
  gtk_widget_class_bind_template_callback (widget_class, paged_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_changed_cb);

  install_actions (widget_class);
  add_keys (widget_class);
}

static void
ik_report_window_init (IkReportWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = ik_settings_new ();
  if (self->settings != NULL)
    gtk_toggle_button_set_active (self->paged,
                                  g_settings_get_boolean (self->settings, "report-paged"));
  arrange_cb (self);
  update_actions (self);
}

/**
 * ik_report_window_new:
 * @parent: the window it belongs to
 * @library: the library
 * @subject: (transfer full): what the report is about; interviews in any state but
 *   planned
 *
 * Returns: (transfer none): the window, not presented yet; GTK holds it until
 *   it is closed
 */
GtkWidget *
ik_report_window_new (GtkWindow       *parent,
                      IkLibrary       *library,
                      IkReportSubject *subject)
{
  IkReportWindow *self;

  g_return_val_if_fail (IK_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (subject != NULL, NULL);

  self = g_object_new (IK_TYPE_REPORT_WINDOW, "transient-for", parent, NULL);
  ik_dialog_fit (GTK_WINDOW (self));
  self->library = g_object_ref (library);
  self->subject = subject;
  ik_report_form_open (self->form, library, subject->kind);
  ik_job_run_async (self->view, library, find_names_job, ik_report_subject_copy (subject),
                    (GDestroyNotify) ik_report_subject_free,
                    (GDestroyNotify) ik_report_subject_free, NULL, names_found_cb, NULL);
  lay_out_cb (self);

  return GTK_WIDGET (self);
}
