#include "ik-own-texts-editor.h"

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
 * The quick chips of each question or the reusable comments, to add to, reorder
 * and remove from; those of a rubric are in its window. What is changed is saved
 * soon, and when the editor goes out of view.
 */
struct _IkOwnTextsEditor
{
  IkPage            parent_instance;

  /* Template */
  AdwPreferencesGroup *group;
  IkTextListEditor *list;

  gboolean          has_comments; /* not chips */
  gboolean          is_filling;
};

G_DEFINE_FINAL_TYPE (IkOwnTextsEditor, ik_own_texts_editor, IK_TYPE_PAGE)

typedef enum
{
  PROP_COMMENTS = 1,
} IkOwnTextsEditorProperty;

static GParamSpec *properties[PROP_COMMENTS + 1];

static gpointer
list_comments_job (IkLibrary     *library,
                   gpointer       data,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autoptr(GPtrArray) comments = ik_comments_list (library, cancellable, error);
  GPtrArray *lines = comments != NULL ? ik_text_list_new () : NULL;

  for (guint i = 0; lines != NULL && i < comments->len; i++)
    g_ptr_array_add (lines, ik_comment_to_line (comments->pdata[i]));

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
  GPtrArray *lines = data;

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
  return ik_chips_list (library, NULL, cancellable, error);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  IkOwnTextsEditor *self = IK_OWN_TEXTS_EDITOR (source);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) texts = ik_job_run_finish (result, &error);

  if (texts == NULL)
    {
      ik_toast_show_error (GTK_WIDGET (self), error);
      return;
    }

  /* What is being typed is newer, and may be no comment yet. */
  if (ik_page_has_changes (IK_PAGE (self)) ||
      gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL)
    return;

  self->is_filling = TRUE;
  ik_text_list_editor_set_texts (self->list, texts);
  self->is_filling = FALSE;
}

static void
ik_own_texts_editor_load (IkPage *page)
{
  IkOwnTextsEditor *self = IK_OWN_TEXTS_EDITOR (page);

  ik_page_load (page, self->has_comments ? list_comments_job : list_chips_job, NULL, NULL,
                (GDestroyNotify) g_ptr_array_unref, listed_cb);
}

static gpointer
save_chips_job (IkLibrary     *library,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  return ik_chips_save (library, NULL, data, cancellable, error) ? g_ptr_array_ref (data) : NULL;
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
ik_own_texts_editor_save (IkPage *page)
{
  IkOwnTextsEditor *self = IK_OWN_TEXTS_EDITOR (page);

  ik_page_write (page, self->has_comments ? save_comments_job : save_chips_job,
                 ik_text_list_editor_dup_texts (self->list), (GDestroyNotify) g_ptr_array_unref,
                 (GDestroyNotify) g_ptr_array_unref, saved_cb);
}

static void
changed_cb (IkOwnTextsEditor *self)
{
  if (!self->is_filling)
    ik_page_save_later (IK_PAGE (self), REST_MS);
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
ik_own_texts_editor_class_init (IkOwnTextsEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (IK_TYPE_TEXT_LIST_EDITOR);

  G_OBJECT_CLASS (klass)->set_property = ik_own_texts_editor_set_property;
  IK_PAGE_CLASS (klass)->load = ik_own_texts_editor_load;
  IK_PAGE_CLASS (klass)->save = ik_own_texts_editor_save;

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
  gtk_widget_class_bind_template_child (widget_class, IkOwnTextsEditor, list);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
ik_own_texts_editor_init (IkOwnTextsEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
