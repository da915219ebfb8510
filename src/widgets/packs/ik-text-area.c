#include "ik-text-area.h"

#include <string.h>

#include "ik-growing-text-view.h"
#include "ik-rich-view.h"

/* A pause in typing after which the preview follows. */
#define PREVIEW_DELAY_MS 250

/**
 * IkTextArea:
 *
 * A row with a title and several lines of CommonMark to edit. Where there is
 * code or a table in it, a preview below shows how they look. A "single-line"
 * one takes no line breaks.
 */
struct _IkTextArea
{
  AdwPreferencesRow  parent_instance;

  /* Template */
  GtkTextView       *view;
  GtkTextBuffer     *buffer;
  GtkExpander       *expander;
  IkRichView        *preview;

  GtkTextTag        *code_tag;       /* owned by @buffer's table */
  gboolean           is_single_line;
  guint              preview_id;     /* timeout, 0 if none */
  gboolean           is_setting;     /* the program changes the text, not the person */
};

typedef enum
{
  PROP_SINGLE_LINE = 1,
} IkTextAreaProperty;

static GParamSpec *properties[PROP_SINGLE_LINE + 1];

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkTextArea, ik_text_area, ADW_TYPE_PREFERENCES_ROW)

static gboolean
is_table_row (const char *line)
{
  line += strspn (line, " ");

  return line[0] == '|' && strchr (line + 1, '|') != NULL;
}

/* Fenced code, indented code and tables get the fixed-width look. Returns
 * whether there are any. */
static gboolean
mark_code (IkTextArea *self)
{
  GtkTextIter start;
  GtkTextIter end;
  gboolean in_fence = FALSE;
  gboolean has_code = FALSE;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_remove_tag (self->buffer, self->code_tag, &start, &end);

  while (!gtk_text_iter_is_end (&start))
    {
      g_autofree char *line = NULL;
      gboolean is_fence;

      end = start;
      gtk_text_iter_forward_line (&end);
      line = gtk_text_iter_get_text (&start, &end);
      is_fence = g_str_has_prefix (line, "```") || g_str_has_prefix (line, "~~~");
      if (is_fence || in_fence || g_str_has_prefix (line, "    ") || is_table_row (line))
        {
          gtk_text_buffer_apply_tag (self->buffer, self->code_tag, &start, &end);
          has_code = TRUE;
        }
      if (is_fence)
        in_fence = !in_fence;
      start = end;
    }

  return has_code;
}

static gboolean
preview_cb (gpointer data)
{
  IkTextArea *self = data;
  g_autofree char *text = ik_text_area_dup_text (self);

  self->preview_id = 0;
  ik_rich_view_set_text (self->preview, text);

  return G_SOURCE_REMOVE;
}

/* What is folded away is not laid out. */
static void
update_preview (IkTextArea *self)
{
  g_clear_handle_id (&self->preview_id, g_source_remove);
  if (gtk_widget_get_visible (GTK_WIDGET (self->expander)) &&
      gtk_expander_get_expanded (self->expander))
    self->preview_id = g_timeout_add (PREVIEW_DELAY_MS, preview_cb, self);
}

static void
changed_cb (IkTextArea *self)
{
  if (!self->is_single_line)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->expander), mark_code (self));
      update_preview (self);
    }
  if (!self->is_setting)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* A line that is pasted or broken becomes one line. */
static void
insert_text_cb (IkTextArea  *self,
                GtkTextIter *location,
                char        *text,
                int          n_bytes)
{
  g_autofree char *line = NULL;

  if (!self->is_single_line || memchr (text, '\n', (gsize) n_bytes) == NULL)
    return;

  g_signal_stop_emission_by_name (self->buffer, "insert-text");
  line = g_strdelimit (g_strndup (text, (gsize) n_bytes), "\n", ' ');
  if (line[strspn (line, " ")] != '\0')
    gtk_text_buffer_insert (self->buffer, location, line, -1);
}

static void
clicked_cb (IkTextArea *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
ik_text_area_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  IkTextArea *self = IK_TEXT_AREA (object);

  switch ((IkTextAreaProperty) prop_id)
    {
    case PROP_SINGLE_LINE:
      g_value_set_boolean (value, self->is_single_line);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ik_text_area_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  IkTextArea *self = IK_TEXT_AREA (object);

  switch ((IkTextAreaProperty) prop_id)
    {
    case PROP_SINGLE_LINE:
      if (self->is_single_line != g_value_get_boolean (value))
        {
          self->is_single_line = g_value_get_boolean (value);
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ik_text_area_dispose (GObject *object)
{
  IkTextArea *self = IK_TEXT_AREA (object);

  g_clear_handle_id (&self->preview_id, g_source_remove);

  G_OBJECT_CLASS (ik_text_area_parent_class)->dispose (object);
}

static void
title_cb (IkTextArea *self)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

static void
ik_text_area_class_init (IkTextAreaClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ik_text_area_dispose;
  object_class->get_property = ik_text_area_get_property;
  object_class->set_property = ik_text_area_set_property;

  properties[PROP_SINGLE_LINE] =
    g_param_spec_boolean ("single-line", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /* The person changed the text. */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", IK_TYPE_TEXT_AREA, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  g_type_ensure (IK_TYPE_GROWING_TEXT_VIEW);
  g_type_ensure (IK_TYPE_RICH_VIEW);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-text-area.ui");
  gtk_widget_class_bind_template_child (widget_class, IkTextArea, view);
  gtk_widget_class_bind_template_child (widget_class, IkTextArea, buffer);
  gtk_widget_class_bind_template_child (widget_class, IkTextArea, expander);
  gtk_widget_class_bind_template_child (widget_class, IkTextArea, preview);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, insert_text_cb);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, title_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_preview);
}

static void
ik_text_area_init (IkTextArea *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->code_tag = gtk_text_buffer_create_tag (self->buffer, NULL, "family", "monospace", NULL);
}

char *
ik_text_area_dup_text (IkTextArea *self)
{
  GtkTextIter start;
  GtkTextIter end;

  g_return_val_if_fail (IK_IS_TEXT_AREA (self), NULL);

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);

  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

/**
 * ik_text_area_set_text:
 * @text: new text
 *
 * Shows another text; the same one leaves cursor and undo as they are.
 */
void
ik_text_area_set_text (IkTextArea *self,
                       const char *text)
{
  g_autofree char *old = NULL;

  g_return_if_fail (IK_IS_TEXT_AREA (self));
  g_return_if_fail (text != NULL);

  old = ik_text_area_dup_text (self);
  if (g_str_equal (old, text))
    return;

  self->is_setting = TRUE;
  gtk_text_buffer_set_text (self->buffer, text, -1);
  self->is_setting = FALSE;
}

void
ik_text_area_focus (IkTextArea *self,
                    gboolean    select_all)
{
  GtkTextIter start;
  GtkTextIter end;

  g_return_if_fail (IK_IS_TEXT_AREA (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  if (select_all)
    gtk_text_buffer_select_range (self->buffer, &start, &end);
}
