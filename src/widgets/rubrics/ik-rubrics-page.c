#include "ik-rubrics-page.h"

#include "ik-bank.h"
#include "ik-boxed-list.h"
#include "ik-chips.h"
#include "ik-link-row.h"
#include "ik-named-text-dialog.h"
#include "ik-page-header.h"
#include "ik-rubric-dialog.h"
#include "ik-rubric-template.h"
#include "ik-scales.h"
#include "ik-toast.h"

#include <glib/gi18n.h>

/**
 * IkRubricsPage:
 *
 * What answers are rated by and what they measure: lists of the rubrics and the
 * competencies of the bank, each with a window of its own to edit it.
 */
struct _IkRubricsPage
{
  IkPage          parent_instance;

  /* Template */
  GtkListBox     *rubric_list;
  GtkListBox     *competency_list;
  GtkWidget      *competency_hint;

  GPtrArray      *rubrics;      /* (owned) (nullable) (element-type IkRubric): as loaded */
  GPtrArray      *competencies; /* (owned) (nullable) (element-type IkCompetency): as loaded */
  IkRubricDialog *dialog;       /* (unowned) (nullable): that shows a rubric now */
};

G_DEFINE_FINAL_TYPE (IkRubricsPage, ik_rubrics_page, IK_TYPE_PAGE)

/* What is loaded at once. */
typedef struct
{
  GPtrArray *rubrics;      /* (owned) (element-type IkRubric) */
  GPtrArray *competencies; /* (owned) (element-type IkCompetency) */
} Scales;

static void
scales_free (Scales *self)
{
  g_clear_pointer (&self->rubrics, g_ptr_array_unref);
  g_clear_pointer (&self->competencies, g_ptr_array_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Scales, scales_free)

static char *
describe_rubric (const IkRubric *rubric)
{
  GString *text = g_string_new ("");

  for (guint i = 0; i < rubric->levels->len; i++)
    {
      const IkRubricLevel *level = rubric->levels->pdata[i];

      g_string_append_printf (text, "%s%d %s", i > 0 ? " · " : "", level->value, level->label);
    }

  return g_string_free (text, FALSE);
}

static void
fill_rubrics (IkRubricsPage *self)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new ();

  for (guint i = 0; i < self->rubrics->len; i++)
    {
      const IkRubric *rubric = self->rubrics->pdata[i];
      g_autofree char *subtitle = describe_rubric (rubric);

      g_ptr_array_add (rows, ik_link_row_new (rubric->name, subtitle, "rubrics.open",
                                              rubric->id));
    }
  ik_boxed_list_replace (self->rubric_list, rows);
}

static void
fill_competencies (IkRubricsPage *self)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new ();

  for (guint i = 0; i < self->competencies->len; i++)
    {
      const IkCompetency *competency = self->competencies->pdata[i];

      g_ptr_array_add (rows, ik_link_row_new (competency->name, competency->description,
                                              "rubrics.open-competency", competency->id));
    }
  ik_boxed_list_replace (self->competency_list, rows);
  gtk_widget_set_visible (GTK_WIDGET (self->competency_list), self->competencies->len > 0);
  gtk_widget_set_visible (self->competency_hint, self->competencies->len == 0);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  IkRubricsPage *self = IK_RUBRICS_PAGE (source);
  g_autoptr(GError) error = NULL;
  g_autoptr(Scales) scales = ik_job_run_finish (result, &error);

  if (scales == NULL)
    {
      ik_toast_show_error (GTK_WIDGET (self), error);
      return;
    }

  g_clear_pointer (&self->rubrics, g_ptr_array_unref);
  g_clear_pointer (&self->competencies, g_ptr_array_unref);
  self->rubrics = g_steal_pointer (&scales->rubrics);
  self->competencies = g_steal_pointer (&scales->competencies);
  fill_rubrics (self);
  fill_competencies (self);
}

static gpointer
load_job (IkLibrary     *library,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr(Scales) scales = g_new0 (Scales, 1);

  scales->rubrics = ik_bank_list_rubrics (library, cancellable, error);
  if (scales->rubrics == NULL)
    return NULL;
  scales->competencies = ik_bank_list_competencies (library, cancellable, error);

  return scales->competencies != NULL ? g_steal_pointer (&scales) : NULL;
}

static void
ik_rubrics_page_load (IkPage *page)
{
  ik_page_load (page, load_job, NULL, NULL, (GDestroyNotify) scales_free, loaded_cb);
}

/* Storing */

typedef struct
{
  IkRubric  *rubric;
  GPtrArray *chips;  /* (nullable) (element-type utf8) */
} ToSave;

static void
to_save_free (ToSave *self)
{
  ik_rubric_free (self->rubric);
  g_clear_pointer (&self->chips, g_ptr_array_unref);
  g_free (self);
}

static gpointer
save_rubric_job (IkLibrary     *library,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  const ToSave *to_save = data;

  return GINT_TO_POINTER (ik_scales_save_rubric (library, to_save->rubric, to_save->chips,
                                                 cancellable, error));
}

static gpointer
remove_rubric_job (IkLibrary     *library,
                   gpointer       data,
                   GCancellable  *cancellable,
                   GError       **error)
{
  return GINT_TO_POINTER (ik_scales_remove_rubric (library, data, cancellable, error));
}

static gpointer
save_competency_job (IkLibrary     *library,
                     gpointer       data,
                     GCancellable  *cancellable,
                     GError       **error)
{
  return GINT_TO_POINTER (ik_scales_save_competency (library, data, cancellable, error));
}

static gpointer
remove_competency_job (IkLibrary     *library,
                       gpointer       data,
                       GCancellable  *cancellable,
                       GError       **error)
{
  return GINT_TO_POINTER (ik_scales_remove_competency (library, data, cancellable, error));
}

static void
tell (GObject      *source,
      GAsyncResult *result,
      const char   *sentence)
{
  g_autoptr(GError) error = NULL;

  if (ik_job_run_finish (result, &error) == NULL)
    ik_toast_show_error (GTK_WIDGET (source), error);
  else
    ik_toast_show_undo (GTK_WIDGET (source), sentence);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  tell (source, result, _("Saved"));
}

static void
removed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  tell (source, result, _("Deleted; interviews keep their copies"));
}

static void
rubric_saved_cb (IkRubricsPage *self,
                 IkRubric      *rubric,
                 GPtrArray     *chips) /* nullable */
{
  ToSave *to_save = g_new0 (ToSave, 1);

  to_save->rubric = ik_rubric_copy (rubric);
  to_save->chips = chips != NULL ? g_ptr_array_ref (chips) : NULL;
  ik_page_write (IK_PAGE (self), save_rubric_job, to_save, (GDestroyNotify) to_save_free, NULL,
                 saved_cb);
}

static void
rubric_removed_cb (IkRubricsPage *self,
                   const char    *id)
{
  ik_page_write (IK_PAGE (self), remove_rubric_job, g_strdup (id), g_free, NULL, removed_cb);
}

static void
competency_saved_cb (IkRubricsPage *self,
                     const char    *id, /* nullable for a new one */
                     const char    *name,
                     const char    *text)
{
  g_autofree char *description = g_strstrip (g_strdup (text));

  ik_page_write (IK_PAGE (self), save_competency_job, ik_competency_new (id, name, description),
                 (GDestroyNotify) ik_competency_free, NULL, saved_cb);
}

static void
competency_removed_cb (IkRubricsPage *self,
                       const char    *id)
{
  ik_page_write (IK_PAGE (self), remove_competency_job, g_strdup (id), g_free, NULL, removed_cb);
}

/* Windows to edit in */

/* What a window is opened with, or a version of what it shows. */
typedef struct
{
  IkScaleKind  kind;
  char        *id;
  guint        version;
  GPtrArray   *uses;   /* (nullable) (element-type IkScaleUse) */
  GPtrArray   *chips;  /* (nullable) (element-type utf8): of a rubric */
  IkRubric    *rubric; /* (nullable) */
} Opening;

static void
opening_free (Opening *self)
{
  g_free (self->id);
  g_clear_pointer (&self->uses, g_ptr_array_unref);
  g_clear_pointer (&self->chips, g_ptr_array_unref);
  g_clear_pointer (&self->rubric, ik_rubric_free);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

static Opening *
opening_new (IkScaleKind  kind,
             const char  *id)
{
  Opening *self = g_new0 (Opening, 1);

  self->kind = kind;
  self->id = g_strdup (id);

  return self;
}

static gpointer
load_version_job (IkLibrary     *library,
                  gpointer       data,
                  GCancellable  *cancellable,
                  GError       **error)
{
  const Opening *asked = data;
  g_autoptr(Opening) opening = opening_new (IK_SCALE_RUBRIC, asked->id);

  opening->rubric = ik_scales_load_version (library, asked->id, asked->version, cancellable,
                                            error);
  return opening->rubric != NULL ? g_steal_pointer (&opening) : NULL;
}

static void
version_loaded_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  IkRubricsPage *self = IK_RUBRICS_PAGE (source);
  g_autoptr(GError) error = NULL;
  g_autoptr(Opening) opening = ik_job_run_finish (result, &error);

  if (opening == NULL)
    ik_toast_show_error (GTK_WIDGET (self), error);
  else if (self->dialog != NULL)
    ik_rubric_dialog_show_levels (self->dialog, opening->rubric);
}

static void
version_wanted_cb (IkRubricsPage *self,
                   const char    *id,
                   guint          version)
{
  Opening *opening = opening_new (IK_SCALE_RUBRIC, id);

  opening->version = version;
  ik_page_write (IK_PAGE (self), load_version_job, opening, (GDestroyNotify) opening_free,
                 (GDestroyNotify) opening_free, version_loaded_cb);
}

static GtkWindow *
get_window (IkRubricsPage *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static void copied_cb (IkRubricsPage *self,
                       IkRubric      *rubric);

static void
show_rubric (IkRubricsPage  *self,
             const IkRubric *rubric,
             GPtrArray      *uses,  /* nullable for a new one */
             GPtrArray      *chips) /* nullable for a new one */
{
  IkRubricDialog *dialog = ik_rubric_dialog_new (get_window (self), rubric, uses);

  g_signal_connect_object (dialog, "saved", G_CALLBACK (rubric_saved_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "removed", G_CALLBACK (rubric_removed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "copied", G_CALLBACK (copied_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "version-wanted", G_CALLBACK (version_wanted_cb), self,
                           G_CONNECT_SWAPPED);
  if (chips != NULL)
    ik_rubric_dialog_show_chips (dialog, chips);
  g_set_weak_pointer (&self->dialog, dialog);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
copied_cb (IkRubricsPage *self,
           IkRubric      *rubric)
{
  show_rubric (self, rubric, NULL, NULL);
}

static void
new_rubric (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  guint template = g_variant_get_uint32 (parameter);
  g_autoptr(IkRubric) rubric = NULL;

  if (template >= IK_N_RUBRIC_TEMPLATES || ik_page_get_library (IK_PAGE (widget)) == NULL)
    return;

  rubric = ik_rubric_new_from_template (template);
  show_rubric (IK_RUBRICS_PAGE (widget), rubric, NULL, NULL);
}

static void
show_competency (IkRubricsPage      *self,
                 const IkCompetency *competency, /* nullable for a new one */
                 GPtrArray          *uses)       /* nullable for a new one */
{
  IkNamedTextDialog *dialog =
    ik_named_text_dialog_new (get_window (self),
                              competency != NULL ? _("Competency") : _("New Competency"));

  ik_named_text_dialog_set_labels (dialog, _("Name"), _("What belongs to it"), _("_Save"));
  if (competency != NULL)
    {
      ik_named_text_dialog_set_texts (dialog, competency->id, competency->name,
                                      competency->description);
      ik_named_text_dialog_set_uses (dialog, uses);
    }
  g_signal_connect_object (dialog, "saved", G_CALLBACK (competency_saved_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "removed", G_CALLBACK (competency_removed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gpointer
list_uses_job (IkLibrary     *library,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  const Opening *asked = data;
  g_autoptr(Opening) opening = opening_new (asked->kind, asked->id);

  opening->uses = ik_scales_list_uses (library, opening->kind, opening->id, cancellable, error);
  if (opening->uses == NULL)
    return NULL;
  if (opening->kind == IK_SCALE_RUBRIC)
    opening->chips = ik_chips_list (library, opening->id, cancellable, error);

  return opening->kind == IK_SCALE_COMPETENCY || opening->chips != NULL
         ? g_steal_pointer (&opening) : NULL;
}

static void
uses_listed_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  IkRubricsPage *self = IK_RUBRICS_PAGE (source);
  g_autoptr(GError) error = NULL;
  g_autoptr(Opening) opening = ik_job_run_finish (result, &error);

  if (opening == NULL)
    {
      ik_toast_show_error (GTK_WIDGET (self), error);
      return;
    }

  for (guint i = 0; opening->kind == IK_SCALE_RUBRIC && i < self->rubrics->len; i++)
    {
      const IkRubric *rubric = self->rubrics->pdata[i];

      if (g_str_equal (rubric->id, opening->id))
        show_rubric (self, rubric, opening->uses, opening->chips);
    }
  for (guint i = 0; opening->kind == IK_SCALE_COMPETENCY && i < self->competencies->len; i++)
    {
      const IkCompetency *competency = self->competencies->pdata[i];

      if (g_str_equal (competency->id, opening->id))
        show_competency (self, competency, opening->uses);
    }
}

static void
open_scale (IkRubricsPage *self,
            IkScaleKind    kind,
            GVariant      *id)
{
  ik_page_write (IK_PAGE (self), list_uses_job,
                 opening_new (kind, g_variant_get_string (id, NULL)),
                 (GDestroyNotify) opening_free, (GDestroyNotify) opening_free, uses_listed_cb);
}

static void
open_rubric (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  open_scale (IK_RUBRICS_PAGE (widget), IK_SCALE_RUBRIC, parameter);
}

static void
open_competency (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  open_scale (IK_RUBRICS_PAGE (widget), IK_SCALE_COMPETENCY, parameter);
}

static void
new_competency (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  if (ik_page_get_library (IK_PAGE (widget)) != NULL)
    show_competency (IK_RUBRICS_PAGE (widget), NULL, NULL);
}

static void
ik_rubrics_page_dispose (GObject *object)
{
  IkRubricsPage *self = IK_RUBRICS_PAGE (object);

  g_clear_weak_pointer (&self->dialog);
  g_clear_pointer (&self->rubrics, g_ptr_array_unref);
  g_clear_pointer (&self->competencies, g_ptr_array_unref);

  G_OBJECT_CLASS (ik_rubrics_page_parent_class)->dispose (object);
}

static void
ik_rubrics_page_class_init (IkRubricsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ik_rubrics_page_dispose;
  IK_PAGE_CLASS (klass)->load = ik_rubrics_page_load;

  g_type_ensure (IK_TYPE_PAGE_HEADER);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-rubrics-page.ui");
  gtk_widget_class_bind_template_child (widget_class, IkRubricsPage, rubric_list);
  gtk_widget_class_bind_template_child (widget_class, IkRubricsPage, competency_list);
  gtk_widget_class_bind_template_child (widget_class, IkRubricsPage, competency_hint);

  gtk_widget_class_install_action (widget_class, "rubrics.open", "s", open_rubric);
  gtk_widget_class_install_action (widget_class, "rubrics.new", "u", new_rubric);
  gtk_widget_class_install_action (widget_class, "rubrics.open-competency", "s", open_competency);
  gtk_widget_class_install_action (widget_class, "rubrics.new-competency", NULL, new_competency);
}

static void
ik_rubrics_page_init (IkRubricsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
