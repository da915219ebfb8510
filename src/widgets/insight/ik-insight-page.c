#include "ik-insight-page.h"

#include "ik-adaptive-bin.h"
#include "ik-file-dialog.h"
#include "ik-insight-chart.h"
#include "ik-insight-filter-button.h"
#include "ik-insight-table-view.h"
#include "ik-page-header.h"
#include "ik-toast.h"

#include <glib/gi18n.h>

#define N_CHOICES (IK_INSIGHT_CHOICE_INTERVIEWER + 1)

/**
 * IkInsightPage:
 *
 * What interviews that were handed in say about how they are held: one statistic
 * at a time, with its chart and its table. All of it is worked out on a thread,
 * anew for each choice.
 */
struct _IkInsightPage
{
  IkPage                 parent_instance;

  /* Template */
  IkPageHeader          *header;
  IkInsightFilterButton *filter;
  GtkDropDown           *section;
  GtkDropDown           *subject;
  GtkLabel              *explanation;
  GtkLabel              *hidden;
  GtkStack              *stack;
  AdwStatusPage         *nothing;
  GtkBox                *sides;
  IkInsightChart        *chart;
  GtkLabel              *legend;
  IkInsightTableView    *table_view;

  IkInsightTable        *table; /* (owned) (nullable): as shown */
  gboolean               is_filling;
};

G_DEFINE_FINAL_TYPE (IkInsightPage, ik_insight_page, IK_TYPE_PAGE)

/* What is asked of a thread. */
typedef struct
{
  IkInsightSection  section;
  guint             subject;
  char             *keys[N_CHOICES]; /* (owned) (nullable) */
  guint             days;
} Request;

/* What comes of it. */
typedef struct
{
  IkInsightTable *table;
  GPtrArray      *subjects;
  GPtrArray      *choices[N_CHOICES];
  guint           subject;
  guint           n_hidden;
} Answer;

static void
request_free (Request *self)
{
  for (guint i = 0; i < N_CHOICES; i++)
    g_free (self->keys[i]);
  g_free (self);
}

static void
answer_free (Answer *self)
{
  g_clear_pointer (&self->table, ik_insight_table_free);
  g_clear_pointer (&self->subjects, g_ptr_array_unref);
  for (guint i = 0; i < N_CHOICES; i++)
    g_clear_pointer (&self->choices[i], g_ptr_array_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

/* Loading */

static gpointer
load_job (IkLibrary     *library,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  const Request *request = data;
  gint64 now_us = ik_clock_wall_us (ik_library_get_clock (library));
  g_autoptr(IkInsightData) interviews = ik_insight_load (library, cancellable, error);
  g_autoptr(Answer) answer = g_new0 (Answer, 1);
  IkInsightFilter filter = {
    .role = request->keys[IK_INSIGHT_CHOICE_ROLE],
    .set_key = request->keys[IK_INSIGHT_CHOICE_SET],
    .interviewer_id = request->keys[IK_INSIGHT_CHOICE_INTERVIEWER],
    .from_us = request->days > 0 ? now_us - (gint64) request->days * G_TIME_SPAN_DAY : 0,
  };

  if (interviews == NULL)
    return NULL;

  answer->n_hidden = interviews->n_hidden;
  answer->subjects = ik_insight_list_subjects (interviews, &filter, request->section);
  answer->subject = request->subject < answer->subjects->len ? request->subject : 0;
  answer->table = ik_insight_build (interviews, &filter, request->section, answer->subject);
  for (guint i = 0; i < N_CHOICES; i++)
    answer->choices[i] = ik_insight_list_choices (interviews, i);

  return g_steal_pointer (&answer);
}

static void
show_subjects (IkInsightPage *self,
               const Answer  *answer)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < answer->subjects->len; i++)
    gtk_string_list_append (names, answer->subjects->pdata[i]);

  gtk_drop_down_set_model (self->subject, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->subject, answer->subject);
  gtk_widget_set_visible (GTK_WIDGET (self->subject), answer->subjects->len > 1);
}

static void
show_hidden (IkInsightPage *self,
             guint          n_hidden)
{
  g_autofree char *sentence = NULL;

  sentence = g_strdup_printf (ngettext ("%u interview is left out until you have handed in your "
                                        "own with that candidate.",
                                        "%u interviews are left out until you have handed in your "
                                        "own with those candidates.", n_hidden), n_hidden);
  gtk_label_set_label (self->hidden, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->hidden), n_hidden > 0);
}

/* What the screen has no room for. */
static void
append_cuts (GString              *legend,
             const IkInsightTable *table)
{
  if (table->chart_rows->len > IK_INSIGHT_CHART_MAX_ROWS)
    {
      g_string_append_c (legend, ' ');
      g_string_append_printf (legend, _("The first %u of %u rows are drawn; the table has all."),
                              IK_INSIGHT_CHART_MAX_ROWS, table->chart_rows->len);
    }

  if (table->columns->len > IK_INSIGHT_TABLE_VIEW_MAX_COLUMNS)
    {
      g_string_append_c (legend, ' ');
      g_string_append_printf (legend, _("The table shows the first %u of %u columns; the file that "
                                        "is saved has all."),
                              IK_INSIGHT_TABLE_VIEW_MAX_COLUMNS, table->columns->len);
    }
}

static char *
make_legend (const IkInsightTable *table)
{
  g_autofree char **levels = g_new0 (char *, table->levels->len + 1);
  g_autofree char *joined = NULL;

  if (table->levels->len == 0)
    return g_strdup (table->legend);

  for (guint i = 0; i < table->levels->len; i++)
    levels[i] = table->levels->pdata[i];
  joined = g_strjoinv (", ", levels);

  /* Translators: the levels of a scale, as the tones of a bar */
  return g_strdup_printf (_("From faint to strong: %s."), joined);
}

static void
show_table (IkInsightPage *self)
{
  g_autofree char *key = make_legend (self->table);
  g_autoptr(GString) legend = g_string_new (key);
  gboolean has_rows = self->table->rows->len > 0;

  ik_insight_chart_set_table (self->chart, self->table);
  ik_insight_table_view_set_table (self->table_view, self->table);
  append_cuts (legend, self->table);
  gtk_label_set_label (self->legend, legend->str);
  gtk_label_set_label (self->explanation, self->table->explanation);
  gtk_widget_set_visible (GTK_WIDGET (self->explanation), has_rows);
  adw_status_page_set_title (self->nothing, _("Nothing to Show"));
  adw_status_page_set_description (self->nothing, self->table->nothing);
  gtk_stack_set_visible_child_name (self->stack, has_rows ? "table" : "nothing");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "insight.export", has_rows);
}

static void
forget_table (IkInsightPage *self)
{
  ik_insight_chart_set_table (self->chart, NULL);
  ik_insight_table_view_set_table (self->table_view, NULL);
  g_clear_pointer (&self->table, ik_insight_table_free);
}

static void
show_error (IkInsightPage *self,
            const GError  *error)
{
  forget_table (self);
  gtk_widget_set_visible (GTK_WIDGET (self->explanation), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->hidden), FALSE);
  adw_status_page_set_title (self->nothing, _("The Interviews Can't Be Read"));
  adw_status_page_set_description (self->nothing, error->message);
  gtk_stack_set_visible_child_name (self->stack, "nothing");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "insight.export", FALSE);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  IkInsightPage *self = IK_INSIGHT_PAGE (source);
  g_autoptr(GError) error = NULL;
  g_autoptr(Answer) answer = ik_job_run_finish (result, &error);
  g_autofree char *filter = NULL;

  if (answer == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        show_error (self, error);
      return;
    }

  self->is_filling = TRUE;
  forget_table (self);
  self->table = g_steal_pointer (&answer->table);
  for (guint i = 0; i < N_CHOICES; i++)
    ik_insight_filter_button_set_choices (self->filter, i, answer->choices[i]);
  show_subjects (self, answer);
  show_hidden (self, answer->n_hidden);
  show_table (self);
  filter = ik_insight_filter_button_describe (self->filter);
  ik_page_header_set_subtitle (self->header, filter);
  self->is_filling = FALSE;
}

static Request *
make_request (IkInsightPage *self)
{
  Request *request = g_new0 (Request, 1);

  request->section = gtk_drop_down_get_selected (self->section);
  request->subject = gtk_drop_down_get_selected (self->subject);
  for (guint i = 0; i < N_CHOICES; i++)
    request->keys[i] = g_strdup (ik_insight_filter_button_get_key (self->filter, i));
  request->days = ik_insight_filter_button_get_days (self->filter);

  return request;
}

static void
ik_insight_page_load (IkPage *page)
{
  IkInsightPage *self = IK_INSIGHT_PAGE (page);

  ik_page_load (page, load_job, make_request (self), (GDestroyNotify) request_free,
                (GDestroyNotify) answer_free, loaded_cb);
}

static void
reload_cb (IkInsightPage *self)
{
  if (!self->is_filling)
    ik_page_reload (IK_PAGE (self));
}

/* Another section has other subjects. */
static void
section_cb (IkInsightPage *self)
{
  if (self->is_filling)
    return;

  self->is_filling = TRUE;
  gtk_drop_down_set_selected (self->subject, 0);
  self->is_filling = FALSE;
  reload_cb (self);
}

static void
narrow_cb (IkInsightPage *self,
           GParamSpec    *pspec,
           IkAdaptiveBin *bin)
{
  gboolean is_narrow = ik_adaptive_bin_is_narrow (bin);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->sides), is_narrow
                                  ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_homogeneous (self->sides, !is_narrow);
}

/* Saving */

/* What a thread writes: made from the choices anew, so that the table on the
 * screen may go meanwhile. */
typedef struct
{
  Request *request;
  GFile   *file;
} Export;

static void
export_free (Export *self)
{
  request_free (self->request);
  g_object_unref (self->file);
  g_free (self);
}

static gpointer
export_job (IkLibrary     *library,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  const Export *export = data;
  g_autoptr(Answer) answer = load_job (library, export->request, cancellable, error);
  g_autoptr(GPtrArray) tables = g_ptr_array_new ();

  if (answer == NULL)
    return NULL;

  g_ptr_array_add (tables, answer->table);
  return ik_insight_export (tables, export->file, cancellable, error)
         ? g_file_get_basename (export->file) : NULL;
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  ik_toast_show_result (GTK_WIDGET (source), result, _("Table saved as “%s”"));
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  IkInsightPage *self = IK_INSIGHT_PAGE (source);
  g_autoptr(GFile) file = ik_file_dialog_finish (result);
  Export *export;

  if (file == NULL)
    return;

  export = g_new0 (Export, 1);
  export->request = make_request (self);
  export->file = g_steal_pointer (&file);
  ik_page_write (IK_PAGE (self), export_job, export, (GDestroyNotify) export_free, g_free,
                 exported_cb);
}

static void
export_table (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  IkInsightPage *self = IK_INSIGHT_PAGE (widget);
  g_autofree char *name = NULL;

  if (self->table == NULL)
    return;

  name = ik_file_dialog_make_name (self->table->title, "csv");
  ik_file_dialog_save_async (widget, _("Save Table"), IK_FILE_FILTER_ANY, name, file_chosen_cb,
                             NULL);
}

static void
ik_insight_page_dispose (GObject *object)
{
  IkInsightPage *self = IK_INSIGHT_PAGE (object);

  if (self->table != NULL)
    forget_table (self);

  G_OBJECT_CLASS (ik_insight_page_parent_class)->dispose (object);
}

static void
ik_insight_page_class_init (IkInsightPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ik_insight_page_dispose;
  IK_PAGE_CLASS (klass)->load = ik_insight_page_load;

  g_type_ensure (IK_TYPE_ADAPTIVE_BIN);
  g_type_ensure (IK_TYPE_INSIGHT_CHART);
  g_type_ensure (IK_TYPE_INSIGHT_FILTER_BUTTON);
  g_type_ensure (IK_TYPE_INSIGHT_TABLE_VIEW);
  g_type_ensure (IK_TYPE_PAGE_HEADER);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-insight-page.ui");
  gtk_widget_class_bind_template_child (widget_class, IkInsightPage, header);
  gtk_widget_class_bind_template_child (widget_class, IkInsightPage, filter);
  gtk_widget_class_bind_template_child (widget_class, IkInsightPage, section);
  gtk_widget_class_bind_template_child (widget_class, IkInsightPage, subject);
  gtk_widget_class_bind_template_child (widget_class, IkInsightPage, explanation);
  gtk_widget_class_bind_template_child (widget_class, IkInsightPage, hidden);
  gtk_widget_class_bind_template_child (widget_class, IkInsightPage, stack);
  gtk_widget_class_bind_template_child (widget_class, IkInsightPage, nothing);
  gtk_widget_class_bind_template_child (widget_class, IkInsightPage, sides);
  gtk_widget_class_bind_template_child (widget_class, IkInsightPage, chart);
  gtk_widget_class_bind_template_child (widget_class, IkInsightPage, legend);
  gtk_widget_class_bind_template_child (widget_class, IkInsightPage, table_view);
  gtk_widget_class_bind_template_callback (widget_class, reload_cb);
  gtk_widget_class_bind_template_callback (widget_class, section_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);

  gtk_widget_class_install_action (widget_class, "insight.export", NULL, export_table);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK,
                                       "insight.export", NULL);
}

static void
ik_insight_page_init (IkInsightPage *self)
{
  g_autoptr(GtkStringList) sections = gtk_string_list_new (NULL);

  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < IK_N_INSIGHT_SECTIONS; i++)
    gtk_string_list_append (sections, ik_insight_section_get_title (i));
  gtk_drop_down_set_model (self->section, G_LIST_MODEL (sections));
  self->is_filling = FALSE;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "insight.export", FALSE);
}
