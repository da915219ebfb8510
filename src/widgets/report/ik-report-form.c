#include "ik-report-form.h"

#include "ik-file-dialog.h"
#include "ik-job.h"
#include "ik-report-logo.h"
#include "ik-toast.h"

#include <glib/gi18n.h>

/**
 * IkReportForm:
 *
 * What can be chosen of a report: who reads it, which parts, paper, header and
 * footer, logo, names behind bars. The logo is kept in the library, all else in
 * the settings but for who reads it and the words behind bars: the next report
 * is about somebody else. Main loop only.
 */
struct _IkReportForm
{
  AdwBin           parent_instance;

  AdwComboRow     *audience;
  AdwComboRow     *paper;
  AdwPreferencesGroup *parts_group;
  GtkListBox      *parts;
  GtkWidget       *signature_row;
  GtkSwitch       *signature;
  GtkEditable     *header;
  GtkEditable     *footer;
  GtkPicture      *picture;
  GtkWidget       *remove;
  GtkWidget       *bars;
  AdwActionRow    *names_row;
  GtkSwitch       *names;
  GtkEditable     *words;

  AdwActionRow    *part_rows[IK_REPORT_N_PARTS]; /* (unowned) */
  GtkSwitch       *switches[IK_REPORT_N_PARTS];  /* (unowned) */
  IkReportChoices *choices;                      /* (owned) */
  IkLibrary       *library;                      /* (owned) (nullable): once it is open */
  GCancellable    *cancellable;                  /* (owned) */
  gboolean         is_open;                      /* whether the person chooses now */
};

G_DEFINE_FINAL_TYPE (IkReportForm, ik_report_form, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

typedef struct
{
  const char *title;
  const char *subtitle; /* (nullable) */
} PartWords;

/* In the order of #IkReportParts. */
static const PartWords parts[IK_REPORT_N_PARTS] = {
  { N_("Recommendation"), N_("With the mean and the time") },
  { N_("Summary"), N_("With strengths and concerns") },
  { N_("Competencies"), NULL },
  { N_("Table of questions"), NULL },
  { N_("How it went"), N_("When each question was asked, pauses and quiet time") },
  { N_("Notes"), N_("General ones and those of each question") },
  { N_("Questions one by one"), NULL },
};

/* What a part is called where it holds something else. */
static const struct
{
  IkReportKind  kind;
  IkReportParts part;
  PartWords     words;
} own_words[] = {
  { IK_REPORT_KIND_CANDIDATE, IK_REPORT_PART_SUMMARY,
    { N_("Feedback"), N_("Only lines marked for the candidate") } },
  { IK_REPORT_KIND_COMPARISON, IK_REPORT_PART_COMPETENCIES,
    { N_("Competencies"), N_("Each with all candidates") } },
  { IK_REPORT_KIND_COMPARISON, IK_REPORT_PART_TIMELINE, { N_("Time used and planned"), NULL } },
  { IK_REPORT_KIND_DAY, IK_REPORT_PART_COMPETENCIES, { N_("Who asks about what"), NULL } },
  { IK_REPORT_KIND_DAY, IK_REPORT_PART_NOTES,
    { N_("Notes"), N_("Lines to write on, as far as there is room") } },
};

static const PartWords *
get_words (IkReportKind kind,
           guint        index)
{
  for (guint i = 0; i < G_N_ELEMENTS (own_words); i++)
    {
      if (own_words[i].kind == kind && (own_words[i].part & (1 << index)))
        return &own_words[i].words;
    }

  return &parts[index];
}

/* What other forms than PDF and Markdown hold, which have no parts; NULL where there
 * are none. */
static const char *
get_note (IkReportKind kind)
{
  switch (kind)
    {
    case IK_REPORT_KIND_CANDIDATE:
      return NULL;

    case IK_REPORT_KIND_COMPARISON:
      return _("In PDF and Markdown; JSON and CSV hold all figures");

    case IK_REPORT_KIND_DAY:
      return _("In PDF and Markdown; JSON and CSV hold the whole plan of the day");

    case IK_REPORT_KIND_INTERNAL:
    case IK_REPORT_KIND_PACKET:
    case IK_REPORT_KIND_KIT:
    case IK_REPORT_KIND_HANDOUT:
    default:
      return _("In PDF and Markdown; JSON holds the whole record, CSV all scores");
    }
}

static void
show_parts (IkReportForm *self)
{
  const IkReportChoices *choices = self->choices;
  IkReportParts shown = ik_report_choices_get_parts (choices);

  adw_preferences_group_set_description (self->parts_group, get_note (choices->kind));
  for (guint i = 0; i < IK_REPORT_N_PARTS; i++)
    {
      const PartWords *words = get_words (choices->kind, i);

      gtk_widget_set_visible (GTK_WIDGET (self->part_rows[i]), (shown & (1 << i)) != 0);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->part_rows[i]), _(words->title));
      adw_action_row_set_subtitle (self->part_rows[i],
                                   words->subtitle != NULL ? _(words->subtitle) : "");
    }
  gtk_widget_set_visible (GTK_WIDGET (self->parts_group),
                          shown != 0 || ik_report_choices_can_sign (choices));
  gtk_widget_set_visible (self->signature_row, ik_report_choices_can_sign (choices));
  gtk_widget_set_visible (self->bars, ik_report_choices_can_redact (choices));
}

static IkReportParts
read_parts (IkReportForm *self)
{
  IkReportParts without = 0;

  for (guint i = 0; i < IK_REPORT_N_PARTS; i++)
    {
      if (!gtk_switch_get_active (self->switches[i]))
        without |= 1 << i;
    }

  return without;
}

/* Between commas, without the spaces around them. */
static char **
read_words (IkReportForm *self)
{
  char **words = g_strsplit (gtk_editable_get_text (self->words), ",", -1);

  for (guint i = 0; words[i] != NULL; i++)
    g_strstrip (words[i]);

  return words;
}

/* A report can be turned into the candidate's, and a set on paper; no other
 * document can. */
static const struct
{
  IkReportKind own;
  IkReportKind candidate;
} pairs[] = {
  { IK_REPORT_KIND_INTERNAL, IK_REPORT_KIND_CANDIDATE },
  { IK_REPORT_KIND_KIT, IK_REPORT_KIND_HANDOUT },
};

/* Index of the pair, or how many there are for none. */
static guint
find_pair (IkReportKind kind)
{
  guint i = 0;

  while (i < G_N_ELEMENTS (pairs) && pairs[i].own != kind && pairs[i].candidate != kind)
    i++;

  return i;
}

static void
changed_cb (IkReportForm *self)
{
  IkReportChoices *choices = self->choices;
  guint pair = find_pair (choices->kind);

  if (!self->is_open)
    return;

  if (pair < G_N_ELEMENTS (pairs))
    choices->kind = adw_combo_row_get_selected (self->audience) == 1 ? pairs[pair].candidate
                                                                     : pairs[pair].own;
  choices->page_size = adw_combo_row_get_selected (self->paper) == 1 ? IK_PAGE_SIZE_LETTER
                                                                     : IK_PAGE_SIZE_A4;
  choices->without = read_parts (self);
  choices->has_signature = gtk_switch_get_active (self->signature);
  choices->redacts_names = gtk_switch_get_active (self->names);
  g_strfreev (choices->redacted);
  choices->redacted = read_words (self);
  g_free (choices->header);
  choices->header = g_strstrip (g_strdup (gtk_editable_get_text (self->header)));
  g_free (choices->footer);
  choices->footer = g_strstrip (g_strdup (gtk_editable_get_text (self->footer)));

  show_parts (self);
  ik_report_choices_save (choices);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
add_part (IkReportForm *self,
          guint         index)
{
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());
  GtkSwitch *toggle = GTK_SWITCH (gtk_switch_new ());

  gtk_widget_set_valign (GTK_WIDGET (toggle), GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (row, GTK_WIDGET (toggle));
  adw_action_row_set_activatable_widget (row, GTK_WIDGET (toggle));
  gtk_switch_set_active (toggle, !(self->choices->without & (1 << index)));
  g_signal_connect_swapped (toggle, "notify::active", G_CALLBACK (changed_cb), self);
  gtk_list_box_insert (self->parts, GTK_WIDGET (row), (int) index);

  self->part_rows[index] = row;
  self->switches[index] = toggle;
}

/* The logo ------------------------------------------------------------------- */

/* It was decoded and written anew by a process of its own. */
static void
show_logo (IkReportForm *self)
{
  GBytes *logo = self->choices->logo;
  g_autoptr(GdkTexture) texture = logo != NULL ? gdk_texture_new_from_bytes (logo, NULL) : NULL;

  gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (texture));
  gtk_widget_set_visible (GTK_WIDGET (self->picture), texture != NULL);
  gtk_widget_set_visible (self->remove, logo != NULL);
}

static void
set_logo (IkReportForm *self,
          GBytes       *logo)
{
  if (self->choices->logo == NULL && logo == NULL)
    return;

  g_clear_pointer (&self->choices->logo, g_bytes_unref);
  self->choices->logo = logo != NULL ? g_bytes_ref (logo) : NULL;
  show_logo (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* No logo is an empty one: %NULL is for what failed. */
static gpointer
find_logo_job (IkLibrary     *library,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  GBytes *logo;

  if (!ik_report_logo_find (library, &logo, cancellable, error))
    return NULL;

  return logo != NULL ? logo : g_bytes_new (NULL, 0);
}

static gpointer
take_logo_job (IkLibrary     *library,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr(GBytes) logo = ik_report_logo_read (data, cancellable, error);

  if (logo == NULL || !ik_report_logo_save (library, logo, cancellable, error))
    return NULL;

  return g_steal_pointer (&logo);
}

static gpointer
remove_logo_job (IkLibrary     *library,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  return ik_report_logo_save (library, NULL, cancellable, error) ? g_bytes_new (NULL, 0) : NULL;
}

static void
logo_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  IkReportForm *self = IK_REPORT_FORM (source);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) logo = ik_job_run_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (logo == NULL)
    ik_toast_show_error (GTK_WIDGET (self), error);
  else
    set_logo (self, g_bytes_get_size (logo) > 0 ? logo : NULL);
}

static void
run (IkReportForm   *self,
     IkJobFunc       func,
     gpointer        data,
     GDestroyNotify  data_free)
{
  ik_job_run_async (self, self->library, func, data, data_free, (GDestroyNotify) g_bytes_unref,
                    self->cancellable, logo_cb, NULL);
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  IkReportForm *self = IK_REPORT_FORM (source);
  GFile *file = ik_file_dialog_finish (result);

  if (file != NULL)
    run (self, take_logo_job, file, g_object_unref);
}

static void
choose_logo (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  if (IK_REPORT_FORM (widget)->library != NULL)
    ik_file_dialog_open_async (widget, _("Choose a Logo"), IK_FILE_FILTER_PICTURE, FALSE,
                               file_chosen_cb, NULL);
}

static void
remove_logo (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  IkReportForm *self = IK_REPORT_FORM (widget);

  if (self->library != NULL && self->choices->logo != NULL)
    run (self, remove_logo_job, NULL, NULL);
}

/* The object ----------------------------------------------------------------- */

static void
ik_report_form_dispose (GObject *object)
{
  IkReportForm *self = IK_REPORT_FORM (object);

  self->is_open = FALSE;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (ik_report_form_parent_class)->dispose (object);
}

static void
ik_report_form_finalize (GObject *object)
{
  IkReportForm *self = IK_REPORT_FORM (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->choices, ik_report_choices_free);

  G_OBJECT_CLASS (ik_report_form_parent_class)->finalize (object);
}

static void
ik_report_form_class_init (IkReportFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ik_report_form_dispose;
  object_class->finalize = ik_report_form_finalize;

  /**
   * IkReportForm::changed:
   * @self: a form
   *
   * Something else was chosen.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", IK_TYPE_REPORT_FORM, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-report-form.ui");
  gtk_widget_class_bind_template_child (widget_class, IkReportForm, audience);
  gtk_widget_class_bind_template_child (widget_class, IkReportForm, paper);
  gtk_widget_class_bind_template_child (widget_class, IkReportForm, parts_group);
  gtk_widget_class_bind_template_child (widget_class, IkReportForm, parts);
  gtk_widget_class_bind_template_child (widget_class, IkReportForm, signature_row);
  gtk_widget_class_bind_template_child (widget_class, IkReportForm, signature);
  gtk_widget_class_bind_template_child (widget_class, IkReportForm, header);
  gtk_widget_class_bind_template_child (widget_class, IkReportForm, footer);
  gtk_widget_class_bind_template_child (widget_class, IkReportForm, picture);
  gtk_widget_class_bind_template_child (widget_class, IkReportForm, remove);
  gtk_widget_class_bind_template_child (widget_class, IkReportForm, bars);
  gtk_widget_class_bind_template_child (widget_class, IkReportForm, names_row);
  gtk_widget_class_bind_template_child (widget_class, IkReportForm, names);
  gtk_widget_class_bind_template_child (widget_class, IkReportForm, words);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);

  gtk_widget_class_install_action (widget_class, "logo.choose", NULL, choose_logo);
  gtk_widget_class_install_action (widget_class, "logo.remove", NULL, remove_logo);
}

static void
ik_report_form_init (IkReportForm *self)
{
  self->choices = ik_report_choices_load ();
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint i = 0; i < IK_REPORT_N_PARTS; i++)
    add_part (self, i);
  adw_combo_row_set_selected (self->paper, self->choices->page_size == IK_PAGE_SIZE_LETTER);
  gtk_switch_set_active (self->signature, self->choices->has_signature);
  gtk_switch_set_active (self->names, self->choices->redacts_names);
  gtk_editable_set_text (self->header, self->choices->header);
  gtk_editable_set_text (self->footer, self->choices->footer);
  show_logo (self);
}

/**
 * ik_report_form_open:
 * @self: a form that was not opened before
 * @library: keeps the logo
 * @kind: which document at first; of a report, the internal one and the candidate's
 *   can be exchanged
 *
 * Lets choose, beginning with what was chosen last.
 */
void
ik_report_form_open (IkReportForm *self,
                     IkLibrary    *library,
                     IkReportKind  kind)
{
  const char *const readers[] = { _("The interviewer"), _("The candidate"), NULL };
  g_autoptr(GtkStringList) set_readers = gtk_string_list_new (readers);
  guint pair = find_pair (kind);

  g_return_if_fail (IK_IS_REPORT_FORM (self));
  g_return_if_fail (IK_IS_LIBRARY (library));

  self->library = g_object_ref (library);
  self->choices->kind = kind;
  gtk_widget_set_visible (GTK_WIDGET (self->audience), pair < G_N_ELEMENTS (pairs));
  if (kind == IK_REPORT_KIND_KIT)
    adw_combo_row_set_model (self->audience, G_LIST_MODEL (set_readers));
  adw_combo_row_set_selected (self->audience,
                              pair < G_N_ELEMENTS (pairs) && pairs[pair].candidate == kind);
  if (kind == IK_REPORT_KIND_COMPARISON)
    adw_action_row_set_subtitle (self->names_row,
                                 _("Those of candidates and interviewers; a number stands for "
                                   "each candidate"));
  show_parts (self);
  self->is_open = TRUE;
  run (self, find_logo_job, NULL, NULL);
}

/**
 * ik_report_form_get_choices:
 * @self: a form
 *
 * Returns: (transfer none): what is chosen now
 */
const IkReportChoices *
ik_report_form_get_choices (IkReportForm *self)
{
  g_return_val_if_fail (IK_IS_REPORT_FORM (self), NULL);

  return self->choices;
}
