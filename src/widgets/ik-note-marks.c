#include "ik-note-marks.h"

#include "ik-note-lint.h"
#include "ik-settings.h"

#include <glib/gi18n.h>
#include <string.h>

/* Whoever types is not interrupted: what was written is looked at when the keys
 * have rested for so long. */
#define REST_MS 400

/* A wording as the line below the note quotes it, in letters. */
#define MAX_QUOTE 40

#define N_SUBJECTS IK_LINT_FINE

/**
 * IkNoteMarks:
 *
 * The line below a note. It says what its caption says; where the note has
 * wording that is not job-related, that is underlined softly and the line says
 * why. It never keeps anyone from anything: no dialog, no focus, no refusal. A
 * note that cannot be changed any more is left alone, and so is every note if
 * the person wants that.
 *
 * Only paragraphs that were changed are looked at, and only once typing rests.
 * Main loop only.
 */
struct _IkNoteMarks
{
  AdwBin         parent_instance;

  GtkLabel      *label;

  char          *caption;     /* (nullable) (owned): what it says else */
  GtkTextView   *view;        /* (nullable) (unowned): the note, a weak pointer */
  GtkEntry      *entry;       /* (nullable) (unowned): or a line, a weak pointer */
  gboolean       is_active;

  GtkTextBuffer *buffer;      /* (nullable) (owned): that of the view */
  GtkTextTag    *tags[N_SUBJECTS]; /* of the buffer */
  GtkTextMark   *dirty_start; /* (nullable) (unowned): from here on not looked at yet */
  GtkTextMark   *dirty_end;   /* (nullable) (unowned): up to here */
  GSettings     *settings;    /* (nullable) (owned) */
  guint          rest_id;
};

typedef enum
{
  PROP_CAPTION = 1,
  PROP_VIEW,
  PROP_ENTRY,
  PROP_ACTIVE,
} IkNoteMarksProperty;

static GParamSpec *properties[PROP_ACTIVE + 1];

G_DEFINE_FINAL_TYPE (IkNoteMarks, ik_note_marks, ADW_TYPE_BIN)

/* What the line is about: the wording at the cursor or before it, else the
 * first one. */
typedef struct
{
  char          *quote; /* owned */
  IkLintSubject  subject;
  guint          n;     /* all of them */
} Found;

static void
found_clear (Found *found)
{
  g_free (found->quote);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Found, found_clear)

static void
found_add (Found         *found,
           const char    *quote,
           IkLintSubject  subject,
           gboolean       is_behind_cursor)
{
  found->n++;
  if (found->n > 1 && is_behind_cursor)
    return;

  g_free (found->quote);
  found->quote = g_utf8_strlen (quote, -1) > MAX_QUOTE ? g_utf8_substring (quote, 0, MAX_QUOTE)
                                                       : g_strdup (quote);
  found->subject = subject;
}

static char *
format_reason (const Found *found)
{
  switch (found->subject)
    {
    case IK_LINT_AGE:
      return g_strdup_printf (_("“%s”: age is not job-related."), found->quote);

    case IK_LINT_FAMILY:
      return g_strdup_printf (_("“%s”: family is not job-related."), found->quote);

    case IK_LINT_HEALTH:
      return g_strdup_printf (_("“%s”: health is not job-related."), found->quote);

    case IK_LINT_ORIGIN:
      return g_strdup_printf (_("“%s”: origin is not job-related."), found->quote);

    case IK_LINT_FAITH:
      return g_strdup_printf (_("“%s”: faith is not job-related."), found->quote);

    case IK_LINT_LOOKS:
      return g_strdup_printf (_("“%s”: looks are not job-related."), found->quote);

    case IK_LINT_FINE:
    default:
      g_assert_not_reached ();
    }
}

static char *
format_line (const Found *found)
{
  g_autofree char *reason = format_reason (found);
  g_autofree char *others = NULL;

  if (found->n == 1)
    return g_strdup_printf ("%s %s", reason, _("The candidate may read this."));

  others = g_strdup_printf (ngettext ("One more wording is marked.", "%u more wordings are marked.",
                                      found->n - 1), found->n - 1);
  return g_strdup_printf ("%s %s %s", reason, others, _("The candidate may read this."));
}

static GdkRGBA
get_color (IkNoteMarks *self)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));
  GdkRGBA color;

  if (!gtk_style_context_lookup_color (context, "warning_color", &color))
    gtk_style_context_get_color (context, &color);

  return color;
}

static void
underline (PangoAttrList *attributes,
           const GdkRGBA *color,
           gsize          start,
           gsize          end)
{
  PangoAttribute *line = pango_attr_underline_new (PANGO_UNDERLINE_ERROR);
  PangoAttribute *tint = pango_attr_underline_color_new ((guint16) (color->red * G_MAXUINT16),
                                                         (guint16) (color->green * G_MAXUINT16),
                                                         (guint16) (color->blue * G_MAXUINT16));

  line->start_index = tint->start_index = (guint) start;
  line->end_index = tint->end_index = (guint) end;
  pango_attr_list_insert (attributes, line);
  pango_attr_list_insert (attributes, tint);
}

/* The quotation is underlined as the wording is. */
static void
show_reason (IkNoteMarks *self,
             const Found *found)
{
  g_autofree char *line = format_line (found);
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();
  const char *quote = strstr (line, found->quote);
  GdkRGBA color = get_color (self);

  if (quote != NULL)
    underline (attributes, &color, (gsize) (quote - line),
               (gsize) (quote - line) + strlen (found->quote));
  gtk_label_set_attributes (self->label, attributes);
  gtk_label_set_text (self->label, line);
  gtk_widget_remove_css_class (GTK_WIDGET (self->label), "dim-label");
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static void
show_line (IkNoteMarks *self,
           const Found *found)
{
  if (found->n > 0)
    {
      show_reason (self, found);
      return;
    }

  gtk_label_set_attributes (self->label, NULL);
  gtk_label_set_text (self->label, self->caption != NULL ? self->caption : "");
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "dim-label");
  gtk_widget_set_visible (GTK_WIDGET (self), self->caption != NULL);
}

static GArray *
check_text (const char *text)
{
  return ik_note_lint_check (ik_note_lint_get_default (), text, g_get_language_names ());
}

static void
check_line (IkNoteMarks       *self,
            const GtkTextIter *line)
{
  GtkTextIter start = *line;
  GtkTextIter end = *line;
  g_autofree char *text = NULL;
  g_autoptr(GArray) marks = NULL;

  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  text = gtk_text_buffer_get_slice (self->buffer, &start, &end, TRUE);
  marks = check_text (text);

  for (guint i = 0; i < marks->len; i++)
    {
      const IkNoteMark *mark = &g_array_index (marks, IkNoteMark, i);

      gtk_text_iter_set_line_index (&start, (int) mark->start);
      gtk_text_iter_set_line_index (&end, (int) mark->end);
      gtk_text_buffer_apply_tag (self->buffer, self->tags[mark->subject], &start, &end);
    }
}

static void
remove_tags (IkNoteMarks       *self,
             const GtkTextIter *start,
             const GtkTextIter *end)
{
  for (guint i = 0; i < N_SUBJECTS; i++)
    gtk_text_buffer_remove_tag (self->buffer, self->tags[i], start, end);
}

/* Adds what is underlined at @iter, if it begins there. */
static void
find_at (IkNoteMarks       *self,
         const GtkTextIter *iter,
         const GtkTextIter *cursor,
         Found             *found)
{
  for (guint i = 0; i < N_SUBJECTS; i++)
    {
      GtkTextIter end = *iter;
      g_autofree char *quote = NULL;

      if (!gtk_text_iter_starts_tag (iter, self->tags[i]))
        continue;

      gtk_text_iter_forward_to_tag_toggle (&end, self->tags[i]);
      quote = gtk_text_iter_get_text (iter, &end);
      found_add (found, quote, (IkLintSubject) i, gtk_text_iter_compare (iter, cursor) > 0);
    }
}

static void
show_buffer (IkNoteMarks *self)
{
  g_auto(Found) found = { NULL };
  GtkTextIter iter;
  GtkTextIter cursor;

  gtk_text_buffer_get_start_iter (self->buffer, &iter);
  gtk_text_buffer_get_iter_at_mark (self->buffer, &cursor,
                                    gtk_text_buffer_get_insert (self->buffer));
  do
    find_at (self, &iter, &cursor, &found);
  while (gtk_text_iter_forward_to_tag_toggle (&iter, NULL));

  show_line (self, &found);
}

static void
check_buffer (IkNoteMarks *self)
{
  gboolean wanted = self->is_active && gtk_text_view_get_editable (self->view);
  GtkTextIter line;
  GtkTextIter end;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &line, self->dirty_start);
  gtk_text_buffer_get_iter_at_mark (self->buffer, &end, self->dirty_end);
  gtk_text_iter_set_line_offset (&line, 0);
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  remove_tags (self, &line, &end);

  if (wanted)
    {
      do
        check_line (self, &line);
      while (gtk_text_iter_forward_line (&line) && gtk_text_iter_compare (&line, &end) <= 0);
    }

  gtk_text_buffer_delete_mark (self->buffer, self->dirty_start);
  gtk_text_buffer_delete_mark (self->buffer, self->dirty_end);
  self->dirty_start = NULL;
  self->dirty_end = NULL;
  show_buffer (self);
}

static void
check_entry (IkNoteMarks *self)
{
  GtkEditable *editable = GTK_EDITABLE (self->entry);
  const char *text = gtk_editable_get_text (editable);
  gboolean wanted = self->is_active && gtk_editable_get_editable (editable);
  const char *cursor = g_utf8_offset_to_pointer (text, gtk_editable_get_position (editable));
  g_autoptr(GArray) marks = check_text (wanted ? text : "");
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();
  g_auto(Found) found = { NULL };
  GdkRGBA color = get_color (self);

  for (guint i = 0; i < marks->len; i++)
    {
      const IkNoteMark *mark = &g_array_index (marks, IkNoteMark, i);
      g_autofree char *quote = g_strndup (text + mark->start, mark->end - mark->start);

      underline (attributes, &color, mark->start, mark->end);
      found_add (&found, quote, mark->subject, text + mark->start > cursor);
    }

  gtk_entry_set_attributes (self->entry, attributes);
  show_line (self, &found);
}

static gboolean
rest_cb (gpointer data)
{
  IkNoteMarks *self = data;

  self->rest_id = 0;
  if (self->entry != NULL)
    check_entry (self);
  else if (self->view != NULL && self->dirty_start != NULL)
    check_buffer (self);

  return G_SOURCE_REMOVE;
}

static void
wait_for_rest (IkNoteMarks *self)
{
  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->rest_id = g_timeout_add (REST_MS, rest_cb, self);
}

static void
add_dirty (IkNoteMarks       *self,
           const GtkTextIter *start,
           const GtkTextIter *end)
{
  GtkTextIter old;

  if (self->dirty_start == NULL)
    {
      self->dirty_start = gtk_text_buffer_create_mark (self->buffer, NULL, start, TRUE);
      self->dirty_end = gtk_text_buffer_create_mark (self->buffer, NULL, end, FALSE);
    }

  gtk_text_buffer_get_iter_at_mark (self->buffer, &old, self->dirty_start);
  if (gtk_text_iter_compare (start, &old) < 0)
    gtk_text_buffer_move_mark (self->buffer, self->dirty_start, start);
  gtk_text_buffer_get_iter_at_mark (self->buffer, &old, self->dirty_end);
  if (gtk_text_iter_compare (end, &old) > 0)
    gtk_text_buffer_move_mark (self->buffer, self->dirty_end, end);

  wait_for_rest (self);
}

static void
add_all_dirty (IkNoteMarks *self)
{
  GtkTextIter start;
  GtkTextIter end;

  if (self->buffer == NULL)
    {
      wait_for_rest (self);
      return;
    }

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  add_dirty (self, &start, &end);
}

static void
inserted_cb (IkNoteMarks *self,
             GtkTextIter *location,
             const char  *text,
             int          length)
{
  GtkTextIter start = *location;

  gtk_text_iter_backward_chars (&start, (int) g_utf8_strlen (text, length));
  add_dirty (self, &start, location);
}

static void
deleted_cb (IkNoteMarks *self,
            GtkTextIter *start,
            GtkTextIter *end)
{
  add_dirty (self, start, end);
}

static void
update_color (IkNoteMarks *self)
{
  GdkRGBA color = get_color (self);

  for (guint i = 0; self->buffer != NULL && i < N_SUBJECTS; i++)
    g_object_set (self->tags[i], "underline-rgba", &color, NULL);
}

/* The colours of the desktop change while a note is open. */
static void
style_cb (IkNoteMarks *self)
{
  update_color (self);
  add_all_dirty (self);
}

/* Each buffer has tags of its own; one that comes back has them already. */
static void
make_tags (IkNoteMarks *self)
{
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (self->buffer);

  for (guint i = 0; i < N_SUBJECTS; i++)
    {
      g_autofree char *name = g_strdup_printf ("not-job-related-%u", i);

      self->tags[i] = gtk_text_tag_table_lookup (table, name);
      if (self->tags[i] == NULL)
        self->tags[i] = gtk_text_buffer_create_tag (self->buffer, name,
                                                    "underline", PANGO_UNDERLINE_ERROR,
                                                    NULL);
    }
}

static void
drop_buffer (IkNoteMarks *self)
{
  if (self->buffer == NULL)
    return;

  g_signal_handlers_disconnect_by_data (self->buffer, self);
  if (self->dirty_start != NULL)
    {
      gtk_text_buffer_delete_mark (self->buffer, self->dirty_start);
      gtk_text_buffer_delete_mark (self->buffer, self->dirty_end);
      self->dirty_start = NULL;
      self->dirty_end = NULL;
    }
  g_clear_object (&self->buffer);
}

/* A view shows the note of another question by another buffer. What was marked
 * in it is shown at once. */
static void
buffer_cb (IkNoteMarks *self)
{
  drop_buffer (self);
  self->buffer = g_object_ref (gtk_text_view_get_buffer (self->view));
  make_tags (self);
  update_color (self);
  g_signal_connect_data (self->buffer, "insert-text", G_CALLBACK (inserted_cb), self, NULL,
                         G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_data (self->buffer, "delete-range", G_CALLBACK (deleted_cb), self, NULL,
                         G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  add_all_dirty (self);
  show_buffer (self);
}

static void
set_view (IkNoteMarks *self,
          GtkTextView *view)
{
  if (view == NULL)
    return;

  g_assert (self->view == NULL);
  g_set_weak_pointer (&self->view, view);
  g_signal_connect_object (view, "notify::buffer", G_CALLBACK (buffer_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "notify::editable", G_CALLBACK (add_all_dirty), self,
                           G_CONNECT_SWAPPED);
  buffer_cb (self);
}

static void
set_entry (IkNoteMarks *self,
           GtkEntry    *entry)
{
  if (entry == NULL)
    return;

  g_assert (self->entry == NULL);
  g_set_weak_pointer (&self->entry, entry);
  g_signal_connect_object (entry, "changed", G_CALLBACK (wait_for_rest), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "notify::editable", G_CALLBACK (wait_for_rest), self,
                           G_CONNECT_SWAPPED);
}

static void
set_caption (IkNoteMarks *self,
             const char  *caption)
{
  const Found nothing = { NULL };

  g_free (self->caption);
  self->caption = g_strdup (caption);
  show_line (self, &nothing);
}

static void
set_active (IkNoteMarks *self,
            gboolean     is_active)
{
  if (self->is_active == is_active)
    return;

  self->is_active = is_active;
  add_all_dirty (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTIVE]);
}

static void
ik_note_marks_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  IkNoteMarks *self = IK_NOTE_MARKS (object);

  switch ((IkNoteMarksProperty) prop_id)
    {
    case PROP_CAPTION:
      g_value_set_string (value, self->caption);
      break;

    case PROP_VIEW:
      g_value_set_object (value, self->view);
      break;

    case PROP_ENTRY:
      g_value_set_object (value, self->entry);
      break;

    case PROP_ACTIVE:
      g_value_set_boolean (value, self->is_active);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ik_note_marks_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  IkNoteMarks *self = IK_NOTE_MARKS (object);

  switch ((IkNoteMarksProperty) prop_id)
    {
    case PROP_CAPTION:
      set_caption (self, g_value_get_string (value));
      break;

    case PROP_VIEW:
      set_view (self, g_value_get_object (value));
      break;

    case PROP_ENTRY:
      set_entry (self, g_value_get_object (value));
      break;

    case PROP_ACTIVE:
      set_active (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ik_note_marks_dispose (GObject *object)
{
  IkNoteMarks *self = IK_NOTE_MARKS (object);

  g_clear_handle_id (&self->rest_id, g_source_remove);
  drop_buffer (self);
  g_clear_weak_pointer (&self->view);
  g_clear_weak_pointer (&self->entry);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (ik_note_marks_parent_class)->dispose (object);
}

static void
ik_note_marks_finalize (GObject *object)
{
  g_free (IK_NOTE_MARKS (object)->caption);

  G_OBJECT_CLASS (ik_note_marks_parent_class)->finalize (object);
}

static void
ik_note_marks_class_init (IkNoteMarksClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ik_note_marks_get_property;
  object_class->set_property = ik_note_marks_set_property;
  object_class->dispose = ik_note_marks_dispose;
  object_class->finalize = ik_note_marks_finalize;

  /**
   * IkNoteMarks:caption:
   *
   * What the line says where nothing is marked; without one it is hidden then.
   */
  properties[PROP_CAPTION] =
    g_param_spec_string ("caption", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  /**
   * IkNoteMarks:view:
   *
   * The note, whichever buffer it shows; set once.
   */
  properties[PROP_VIEW] =
    g_param_spec_object ("view", NULL, NULL, GTK_TYPE_TEXT_VIEW,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  /**
   * IkNoteMarks:entry:
   *
   * The note where it is a single line; set once.
   */
  properties[PROP_ENTRY] =
    g_param_spec_object ("entry", NULL, NULL, GTK_TYPE_ENTRY,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  /**
   * IkNoteMarks:active:
   *
   * Whether anything is marked, as the person has chosen.
   */
  properties[PROP_ACTIVE] =
    g_param_spec_boolean ("active", NULL, NULL, TRUE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/InterviewKit/ui/ik-note-marks.ui");
  gtk_widget_class_bind_template_child (widget_class, IkNoteMarks, label);
}

static void
ik_note_marks_init (IkNoteMarks *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->is_active = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_object (style, "notify::dark", G_CALLBACK (style_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (style_cb), self,
                           G_CONNECT_SWAPPED);
  self->settings = ik_settings_new ();
  if (self->settings != NULL)
    g_settings_bind (self->settings, "mark-notes", self, "active", G_SETTINGS_BIND_GET);
}
