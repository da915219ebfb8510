#include "ik-own-texts-editor.h"

#include "ik-bank.h"
#include "ik-chips.h"
#include "ik-comments.h"
#include "ik-list.h"
#include "ik-text-list-editor.h"
#include "ik-toast.h"

#include <glib/gi18n.h>

/* Saved once typing rests for so long: one step of undo for what belongs together. */
#define REST_MS 800

/**
 * IkOwnTextsEditor:
 *
 * The quick chips or the reusable comments, to add to, reorder and remove from.
 * What is changed is saved soon, and when the editor goes out of view. Chips are
 * for each question, or for those rated by one rubric; the built-in rubric holds
 * wherever there is no other, so that its chips are those of each question.
 */
struct _IkOwnTextsEditor
{
  IkPage            parent_instance;

  /* Template */
  AdwPreferencesGroup *group;
  AdwComboRow      *rubric;
  IkTextListEditor *list;

  GPtrArray        *rubrics;      /* (element-type IkRubric): in the row, from the second on */
  char             *rubric_id;    /* (nullable): whose chips are shown, NULL for each question */
  gboolean          has_comments; /* not chips */
  guint             rest_id;      /* timeout, 0 where nothing is to be saved */
  gboolean          is_filling;
};

G_DEFINE_FINAL_TYPE (IkOwnTextsEditor, ik_own_texts_editor, IK_TYPE_PAGE)

typedef enum
{
  PROP_COMMENTS = 1,
} IkOwnTextsEditorProperty;

static GParamSpec *properties[PROP_COMMENTS + 1];

/* What is loaded or saved. */
typedef struct
{
  char      *rubric_id; /* nullable */
  GPtrArray *texts;     /* (nullable) (element-type utf8): of comments, the lines */
  GPtrArray *rubrics;   /* (nullable) (element-type IkRubric): those with chips of their own */
} OwnTexts;

static OwnTexts *
own_texts_new (const char *rubric_id)
{
  OwnTexts *self = g_new0 (OwnTexts, 1);

  self->rubric_id = g_strdup (rubric_id);
  return self;
}

static void
own_texts_free (OwnTexts *self)
{
  g_free (self->rubric_id);
  g_clear_pointer (&self->texts, g_ptr_array_unref);
  g_clear_pointer (&self->rubrics, g_ptr_array_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OwnTexts, own_texts_free)

static void rubric_cb (IkOwnTextsEditor *self);

static gpointer
list_comments_job (IkLibrary     *library,
                   gpointer       data,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autoptr(GPtrArray) comments = ik_comments_list (library, cancellable, error);
  OwnTexts *lines = comments != NULL ? own_texts_new (NULL) : NULL;

  if (lines != NULL)
    lines->texts = ik_text_list_new ();
  for (guint i = 0; lines != NULL && i < comments->len; i++)
    g_ptr_array_add (lines->texts, ik_comment_to_line (comments->pdata[i]));

  return lines;
}

/* A line that says no text yet is no comment yet. */
static gpointer
save_comments_job (IkLibrary     *library,
                   gpointer       data,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autoptr(GPtrArray) comments = ik_comments_new ();
  GPtrArray *lines = ((OwnTexts *) data)->texts;

  for (guint i = 0; i < lines->len; i++)
    {
      IkComment *comment = ik_comment_new_from_line (lines->pdata[i]);

      if (comment != NULL)
        g_ptr_array_add (comments, comment);
    }

  return ik_comments_save (library, comments, cancellable, error) ? g_ptr_array_ref (lines) : NULL;
}

static gpointer
list_chips_job (IkLibrary     *library,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr(OwnTexts) chips = own_texts_new (data);

  chips->rubrics = ik_bank_list_rubrics (library, cancellable, error);
  if (chips->rubrics == NULL)
    return NULL;

  g_ptr_array_remove_index (chips->rubrics, 0);
  chips->texts = ik_chips_list (library, chips->rubric_id, cancellable, error);
  return chips->texts != NULL ? g_steal_pointer (&chips) : NULL;
}

static gboolean
are_shown (IkOwnTextsEditor *self,
           GPtrArray        *rubrics)
{
  gboolean are_shown = self->rubrics != NULL && self->rubrics->len == rubrics->len;

  for (guint i = 0; are_shown && i < rubrics->len; i++)
    are_shown = ik_rubric_equal (self->rubrics->pdata[i], rubrics->pdata[i]);

  return are_shown;
}

/* Without any there is nothing to choose. That of what was removed goes back to
 * each question. */
static void
fill_rubrics (IkOwnTextsEditor *self,
              GPtrArray        *rubrics)
{
  g_autoptr(GtkStringList) names = NULL;
  guint selected = 0;

  if (are_shown (self, rubrics))
    return;

  names = gtk_string_list_new (NULL);
  gtk_string_list_append (names, _("Each question"));
  for (guint i = 0; i < rubrics->len; i++)
    {
      const IkRubric *rubric = rubrics->pdata[i];

      gtk_string_list_append (names, rubric->name);
      if (g_strcmp0 (self->rubric_id, rubric->id) == 0)
        selected = i + 1;
    }

  g_clear_pointer (&self->rubrics, g_ptr_array_unref);
  self->rubrics = g_ptr_array_ref (rubrics);
  gtk_widget_set_visible (GTK_WIDGET (self->rubric), rubrics->len > 0);
  adw_combo_row_set_model (self->rubric, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->rubric, selected);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  IkOwnTextsEditor *self = IK_OWN_TEXTS_EDITOR (source);
  g_autoptr(GError) error = NULL;
  g_autoptr(OwnTexts) own = ik_job_run_finish (result, &error);

  if (own == NULL)
    {
      ik_toast_show_error (GTK_WIDGET (self), error);
      return;
    }

  /* What is being typed is newer, and may be no comment yet. */
  if (g_strcmp0 (own->rubric_id, self->rubric_id) != 0 || self->rest_id != 0 || gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL)
    return;

  self->is_filling = TRUE;
  if (own->rubrics != NULL)
    fill_rubrics (self, own->rubrics);
  ik_text_list_editor_set_texts (self->list, own->texts);
  gtk_widget_set_sensitive (GTK_WIDGET (self->list), TRUE);
  self->is_filling = FALSE;
  if (self->rubric_id != NULL && adw_combo_row_get_selected (self->rubric) == 0)
    rubric_cb (self);
}

static void
ik_own_texts_editor_load (IkPage *page)
{
  IkOwnTextsEditor *self = IK_OWN_TEXTS_EDITOR (page);

  ik_page_load (page, self->has_comments ? list_comments_job : list_chips_job,
                g_strdup (self->rubric_id), g_free, (GDestroyNotify) own_texts_free, listed_cb);
}

static gpointer
save_chips_job (IkLibrary     *library,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  OwnTexts *chips = data;

  return ik_chips_save (library, chips->rubric_id, chips->texts, cancellable, error)
         ? g_ptr_array_ref (chips->texts)
         : NULL;
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) texts = ik_job_run_finish (result, &error);

  if (texts == NULL)
    ik_toast_show_error (GTK_WIDGET (source), error);
}

static void
save (IkOwnTextsEditor *self)
{
  OwnTexts *own;

  if (self->rest_id == 0)
    return;

  g_clear_handle_id (&self->rest_id, g_source_remove);
  own = own_texts_new (self->rubric_id);
  own->texts = ik_text_list_editor_dup_texts (self->list);
  ik_page_write (IK_PAGE (self), self->has_comments ? save_comments_job : save_chips_job, own,
                 (GDestroyNotify) own_texts_free, (GDestroyNotify) g_ptr_array_unref, saved_cb);
}

static gboolean
rest_cb (gpointer data)
{
  save (data);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (IkOwnTextsEditor *self)
{
  if (self->is_filling)
    return;

  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->rest_id = g_timeout_add (REST_MS, rest_cb, self);
}

/* Until the others are there, nothing is typed into those of before. */
static void
rubric_cb (IkOwnTextsEditor *self)
{
  guint selected = adw_combo_row_get_selected (self->rubric);
  const IkRubric *rubric = NULL;

  if (self->is_filling || selected == GTK_INVALID_LIST_POSITION)
    return;

  save (self);
  if (selected > 0)
    rubric = self->rubrics->pdata[selected - 1];
  g_free (self->rubric_id);
  self->rubric_id = rubric != NULL ? g_strdup (rubric->id) : NULL;
  gtk_widget_set_sensitive (GTK_WIDGET (self->list), FALSE);
  ik_page_reload (IK_PAGE (self));
}

static void
ik_own_texts_editor_unmap (GtkWidget *widget)
{
  save (IK_OWN_TEXTS_EDITOR (widget));
  GTK_WIDGET_CLASS (ik_own_texts_editor_parent_class)->unmap (widget);
}

static void
set_has_comments (IkOwnTextsEditor *self,
                  gboolean          has_comments)
{
  AdwPreferencesRow *row = ADW_PREFERENCES_ROW (self->list);

  self->has_comments = has_comments;
  adw_preferences_group_set_title (self->group, has_comments ? _("Comments") : _("Quick Chips"));
  adw_preferences_group_set_description (self->group, has_comments
    ? _("In a note, a semicolon with the first word and a space become the rest: ;hint")
    : _("Stand beside the questions of an interview; one key ticks one."));
  adw_preferences_row_set_title (row, has_comments ? _("Word and text") : _("Chips"));
}

static void
ik_own_texts_editor_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  switch ((IkOwnTextsEditorProperty) prop_id)
    {
    case PROP_COMMENTS:
      set_has_comments (IK_OWN_TEXTS_EDITOR (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ik_own_texts_editor_dispose (GObject *object)
{
  g_clear_handle_id (&IK_OWN_TEXTS_EDITOR (object)->rest_id, g_source_remove);

  G_OBJECT_CLASS (ik_own_texts_editor_parent_class)->dispose (object);
}

static void
ik_own_texts_editor_finalize (GObject *object)
{
  IkOwnTextsEditor *self = IK_OWN_TEXTS_EDITOR (object);

  g_clear_pointer (&self->rubrics, g_ptr_array_unref);
  g_free (self->rubric_id);

  G_OBJECT_CLASS (ik_own_texts_editor_parent_class)->finalize (object);
}

static void
ik_own_texts_editor_class_init (IkOwnTextsEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (IK_TYPE_TEXT_LIST_EDITOR);

  G_OBJECT_CLASS (klass)->set_property = ik_own_texts_editor_set_property;
  G_OBJECT_CLASS (klass)->dispose = ik_own_texts_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = ik_own_texts_editor_finalize;
  widget_class->unmap = ik_own_texts_editor_unmap;
  IK_PAGE_CLASS (klass)->load = ik_own_texts_editor_load;

  /**
   * IkOwnTextsEditor:comments:
   *
   * Whether it has the comments and not the chips.
   */
  properties[PROP_COMMENTS] =
    g_param_spec_boolean ("comments", NULL, NULL, FALSE,
                          G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), G_N_ELEMENTS (properties),
                                     properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-own-texts-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, IkOwnTextsEditor, group);
  gtk_widget_class_bind_template_child (widget_class, IkOwnTextsEditor, rubric);
  gtk_widget_class_bind_template_child (widget_class, IkOwnTextsEditor, list);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, rubric_cb);
}

static void
ik_own_texts_editor_init (IkOwnTextsEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
