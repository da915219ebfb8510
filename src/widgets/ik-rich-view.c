#include "ik-rich-view.h"

#include "ik-code-colors.h"
#include "ik-rich-text.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

/* Wrapping is quadratic in the length of a word: 100 kB of one word stop the
 * program for 14 s. So a long word is cut, a label gets a piece, and a view no
 * more than a person reads on a screen. A wrapping label also lays its text out
 * at one character's width to learn what it needs at least, which took 30 ms
 * for 500 characters; with a width to begin with it takes 1 ms. */
#define MAX_CHARS 10000
#define MAX_WORD_CHARS 200
#define PIECE_CHARS 2000
#define WIDTH_CHARS 20
#define MAX_CELLS 400
#define CELL_CHARS 32

/* What is read of a text that is shown as words alone: six megabytes took
 * half a second. */
#define MARKUP_PER_CHAR 8

/**
 * IkRichView:
 *
 * Shows CommonMark: paragraphs and lists, code in a fixed pitch, in colours once it
 * stands there where its language is named, tables as such. Very long texts are cut
 * with a sentence that says so. It takes no focus. Main loop only.
 */
struct _IkRichView
{
  GtkWidget  parent_instance;

  char      *text;          /* as set */
  guint      n_chars_left;  /* while it is being filled */
  guint      n_chars_cut;
  guint      color_id;      /* idle, 0 if none */
};

typedef enum
{
  PROP_TEXT = 1,
} IkRichViewProperty;

static GParamSpec *properties[PROP_TEXT + 1];

G_DEFINE_FINAL_TYPE (IkRichView, ik_rich_view, GTK_TYPE_WIDGET)

static PangoAttribute *
span_to_attribute (const IkRichSpan *span)
{
  if (span->kind == IK_RICH_SPAN_STRONG)
    return pango_attr_weight_new (PANGO_WEIGHT_BOLD);
  if (span->kind == IK_RICH_SPAN_EMPHASIS)
    return pango_attr_style_new (PANGO_STYLE_ITALIC);

  return pango_attr_family_new ("monospace");
}

/* The spans of @text between the bytes @start and @end. */
static PangoAttrList *
dup_attributes (const IkRichText *text,
                gsize             start,
                gsize             end)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  for (guint i = 0; i < text->spans->len; i++)
    {
      const IkRichSpan *span = &g_array_index (text->spans, IkRichSpan, i);
      PangoAttribute *attribute;

      if (span->end <= start || span->start >= end)
        continue;

      attribute = span_to_attribute (span);
      attribute->start_index = (guint) (MAX (span->start, start) - start);
      attribute->end_index = (guint) (MIN (span->end, end) - start);
      pango_attr_list_insert (attributes, attribute);
    }

  return attributes;
}

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\n' || c == '\t';
}

/* @text with "…" for what is behind the first part of a long word. */
static char *
cut_long_words (const char *text)
{
  GString *cut = g_string_new (NULL);
  guint n_chars = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      n_chars = is_space (*p) ? 0 : n_chars + 1;
      if (n_chars == MAX_WORD_CHARS)
        g_string_append (cut, "…");
      else if (n_chars < MAX_WORD_CHARS)
        g_string_append_len (cut, p, g_utf8_next_char (p) - p);
    }

  return g_string_free (cut, FALSE);
}

/* Where a piece of at most @max_chars ends: behind a space where one is near. */
static const char *
find_piece_end (const char *start,
                guint       max_chars)
{
  const char *end = start;
  const char *space = NULL;

  for (guint n = 0; n < max_chars && *end != '\0'; n++)
    {
      if (n > max_chars / 2 && (*end == ' ' || *end == '\n'))
        space = end + 1;
      end = g_utf8_next_char (end);
    }

  return *end != '\0' && space != NULL ? space : end;
}

static GtkWidget *
new_label (void)
{
  return g_object_new (GTK_TYPE_LABEL,
                       "wrap", TRUE,
                       "wrap-mode", PANGO_WRAP_WORD_CHAR,
                       "width-chars", WIDTH_CHARS,
                       "xalign", 0.0,
                       NULL);
}

static void
fill_label (GtkWidget        *label,
            const IkRichText *text,
            const char       *start,
            const char       *end)
{
  g_autofree char *piece = g_strndup (start, (gsize) (end - start));
  g_autoptr(PangoAttrList) attributes = dup_attributes (text, (gsize) (start - text->text),
                                                        (gsize) (end - text->text));

  gtk_label_set_text (GTK_LABEL (label), piece);
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
}

/* Labels for @text one below the other, as many as it needs. */
static GtkWidget *
create_text (IkRichView       *self,
             const IkRichText *text,
             const char       *css_class)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  const char *start = text->text;

  gtk_widget_set_hexpand (box, TRUE);
  while (*start != '\0' && self->n_chars_left > 0)
    {
      const char *end = find_piece_end (start, MIN (PIECE_CHARS, self->n_chars_left));
      GtkWidget *label = new_label ();

      fill_label (label, text, start, end);
      if (css_class != NULL)
        gtk_widget_add_css_class (label, css_class);
      gtk_box_append (GTK_BOX (box), label);
      self->n_chars_left -= (guint) MIN (g_utf8_strlen (start, end - start), self->n_chars_left);
      start = end;
    }
  self->n_chars_cut += (guint) g_utf8_strlen (start, -1);

  return box;
}

static GtkWidget *
wrap_in_scroller (GtkWidget  *child,
                  const char *css_class)
{
  GtkWidget *scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW,
                                      "vscrollbar-policy", GTK_POLICY_NEVER,
                                      "propagate-natural-height", TRUE,
                                      "focusable", FALSE,
                                      "child", child,
                                      NULL);

  gtk_widget_add_css_class (scroller, css_class);
  return scroller;
}

static GQuark
language_quark (void)
{
  return g_quark_from_static_string ("ik-language");
}

/* What the labels of code hold, one after the other. */
static char *
dup_code (GtkWidget *box)
{
  GString *code = g_string_new (NULL);

  for (GtkWidget *label = gtk_widget_get_first_child (box);
       label != NULL;
       label = gtk_widget_get_next_sibling (label))
    g_string_append (code, gtk_label_get_text (GTK_LABEL (label)));

  return g_string_free (code, FALSE);
}

/* Gives each label its piece of the attributes. */
static void
set_code_attributes (GtkWidget     *box,
                     PangoAttrList *attributes)
{
  g_autoptr(PangoAttrList) rest = pango_attr_list_copy (attributes);

  for (GtkWidget *label = gtk_widget_get_first_child (box);
       label != NULL;
       label = gtk_widget_get_next_sibling (label))
    {
      gtk_label_set_attributes (GTK_LABEL (label), rest);
      pango_attr_list_unref (rest);
      rest = pango_attr_list_copy (gtk_label_get_attributes (GTK_LABEL (label)));
      pango_attr_list_update (rest, 0, (int) strlen (gtk_label_get_text (GTK_LABEL (label))), 0);
    }
}

/* In high contrast all letters have the most of it. */
static void
color_code (GtkWidget *box)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  const char *language = g_object_get_qdata (G_OBJECT (box), language_quark ());
  g_autofree char *code = dup_code (box);
  g_autoptr(PangoAttrList) attributes = NULL;

  if (adw_style_manager_get_high_contrast (style))
    attributes = pango_attr_list_new ();
  else
    attributes = ik_code_colors_make (code, language, adw_style_manager_get_dark (style));
  if (attributes != NULL)
    set_code_attributes (box, attributes);
}

static gboolean
color_cb (gpointer data)
{
  IkRichView *self = data;

  self->color_id = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (g_object_get_qdata (G_OBJECT (child), language_quark ()) != NULL)
        color_code (child);
    }

  return G_SOURCE_REMOVE;
}

/* The words first: to get ready for a language takes a moment. */
static void
color_soon (IkRichView *self)
{
  if (self->color_id == 0)
    self->color_id = g_idle_add_full (G_PRIORITY_LOW, color_cb, self, NULL);
}

static GtkWidget *
create_code (IkRichView        *self,
             const IkRichBlock *block)
{
  GtkWidget *box = create_text (self, block->text, "monospace");

  if (block->language != NULL)
    {
      g_object_set_qdata_full (G_OBJECT (box), language_quark (), g_strdup (block->language),
                               g_free);
      color_soon (self);
    }

  /* Code reads from left to right everywhere. A long line wraps: what stands
   * behind an edge is not read in an interview. */
  gtk_widget_add_css_class (box, "code-block");
  gtk_widget_set_direction (box, GTK_TEXT_DIR_LTR);
  for (GtkWidget *label = gtk_widget_get_first_child (box);
       label != NULL;
       label = gtk_widget_get_next_sibling (label))
    gtk_widget_set_direction (label, GTK_TEXT_DIR_LTR);

  return box;
}

/* A cell is as wide as its words, up to a limit: a scrolled window asks for
 * the height at the least width, which else is that of one letter. */
static GtkWidget *
create_cell (IkRichView       *self,
             const IkRichText *text,
             gboolean          is_head)
{
  GtkWidget *cell = create_text (self, text, is_head ? "heading" : NULL);
  gboolean is_short = g_utf8_strlen (text->text, -1) <= CELL_CHARS;

  for (GtkWidget *label = gtk_widget_get_first_child (cell);
       label != NULL;
       label = gtk_widget_get_next_sibling (label))
    {
      gtk_label_set_wrap (GTK_LABEL (label), !is_short);
      gtk_label_set_width_chars (GTK_LABEL (label), is_short ? -1 : CELL_CHARS);
      gtk_label_set_max_width_chars (GTK_LABEL (label), CELL_CHARS);
    }

  return cell;
}

static GtkWidget *
create_table (IkRichView *self,
              GPtrArray  *rows)
{
  GtkWidget *grid = g_object_new (GTK_TYPE_GRID,
                                  "column-spacing", 18,
                                  "row-spacing", 6,
                                  NULL);
  guint n_cells = 0;

  for (guint i = 0; i < rows->len && n_cells < MAX_CELLS; i++)
    {
      GPtrArray *row = rows->pdata[i];

      for (guint j = 0; j < row->len && n_cells < MAX_CELLS; j++, n_cells++)
        gtk_grid_attach (GTK_GRID (grid), create_cell (self, row->pdata[j], i == 0),
                         (int) j, (int) i, 1, 1);
    }

  return wrap_in_scroller (grid, "table-block");
}

static GtkWidget *
create_block (IkRichView        *self,
              const IkRichBlock *block)
{
  GtkWidget *content;
  GtkWidget *marker;
  GtkWidget *row;

  if (block->kind == IK_RICH_BLOCK_TABLE)
    return create_table (self, block->rows);
  if (block->kind == IK_RICH_BLOCK_CODE)
    return create_code (self, block);

  content = create_text (self, block->text,
                         block->kind == IK_RICH_BLOCK_HEADING ? "heading" : NULL);
  if (block->depth == 0)
    return content;

  row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_margin_start (row, 12 * (int) (block->depth - 1));
  marker = gtk_label_new (block->marker);
  gtk_widget_set_valign (marker, GTK_ALIGN_START);
  gtk_label_set_xalign (GTK_LABEL (marker), 1);
  gtk_label_set_width_chars (GTK_LABEL (marker), 2);
  gtk_box_append (GTK_BOX (row), marker);
  gtk_box_append (GTK_BOX (row), content);

  return row;
}

static void
remove_children (IkRichView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
append_cut_notice (IkRichView *self)
{
  g_autofree char *text =
    g_strdup_printf (ngettext ("%u more character is not shown here.",
                               "%u more characters are not shown here.", self->n_chars_cut),
                     self->n_chars_cut);
  GtkWidget *label = new_label ();

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_parent (label, GTK_WIDGET (self));
}

static void
fill (IkRichView *self)
{
  g_autofree char *text = cut_long_words (self->text);
  g_autoptr(GPtrArray) blocks = ik_rich_blocks_parse (text);

  self->n_chars_left = MAX_CHARS;
  self->n_chars_cut = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      const IkRichBlock *block = blocks->pdata[i];

      if (self->n_chars_left > 0)
        gtk_widget_set_parent (create_block (self, block), GTK_WIDGET (self));
      else if (block->text != NULL)
        self->n_chars_cut += (guint) g_utf8_strlen (block->text->text, -1);
    }

  if (self->n_chars_cut > 0)
    append_cut_notice (self);
}

static void
ik_rich_view_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  IkRichView *self = IK_RICH_VIEW (object);

  switch ((IkRichViewProperty) prop_id)
    {
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ik_rich_view_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  IkRichView *self = IK_RICH_VIEW (object);

  switch ((IkRichViewProperty) prop_id)
    {
    case PROP_TEXT:
      ik_rich_view_set_text (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ik_rich_view_dispose (GObject *object)
{
  g_clear_handle_id (&IK_RICH_VIEW (object)->color_id, g_source_remove);
  remove_children (IK_RICH_VIEW (object));

  G_OBJECT_CLASS (ik_rich_view_parent_class)->dispose (object);
}

static void
ik_rich_view_finalize (GObject *object)
{
  g_free (IK_RICH_VIEW (object)->text);

  G_OBJECT_CLASS (ik_rich_view_parent_class)->finalize (object);
}

static void
ik_rich_view_class_init (IkRichViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ik_rich_view_get_property;
  object_class->set_property = ik_rich_view_set_property;
  object_class->dispose = ik_rich_view_dispose;
  object_class->finalize = ik_rich_view_finalize;

  /**
   * IkRichView:text:
   *
   * What is shown, CommonMark.
   */
  properties[PROP_TEXT] =
    g_param_spec_string ("text", NULL, NULL, "",
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "richview");
}

static void
ik_rich_view_init (IkRichView *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  AdwStyleManager *style = adw_style_manager_get_default ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 9);
  self->text = g_strdup ("");
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (color_soon), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (color_soon), self,
                           G_CONNECT_SWAPPED);
}

/**
 * ik_rich_view_new:
 *
 * Returns: (transfer floating): an empty view
 */
GtkWidget *
ik_rich_view_new (void)
{
  return g_object_new (IK_TYPE_RICH_VIEW, NULL);
}

/**
 * ik_rich_view_get_text:
 * @self: a view
 *
 * Returns: (transfer none): what was set
 */
const char *
ik_rich_view_get_text (IkRichView *self)
{
  g_return_val_if_fail (IK_IS_RICH_VIEW (self), NULL);

  return self->text;
}

/**
 * ik_rich_view_set_text:
 * @self: a view
 * @text: CommonMark
 *
 * Shows @text.
 */
void
ik_rich_view_set_text (IkRichView *self,
                       const char *text)
{
  g_return_if_fail (IK_IS_RICH_VIEW (self));

  if (g_strcmp0 (self->text, text) == 0)
    return;

  g_free (self->text);
  self->text = g_strdup (text != NULL ? text : "");
  remove_children (self);
  fill (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

/**
 * ik_rich_label_set_inline:
 * @label: a label
 * @commonmark: one line of CommonMark inline text
 *
 * Shows @commonmark in @label, cut after what one label can lay out at once.
 */
void
ik_rich_label_set_inline (GtkLabel   *label,
                          const char *commonmark)
{
  g_autoptr(IkRichText) text = NULL;
  g_autofree char *cut = NULL;

  g_return_if_fail (GTK_IS_LABEL (label));

  cut = cut_long_words (commonmark);
  text = ik_rich_text_new_inline (cut);
  fill_label (GTK_WIDGET (label), text, text->text, find_piece_end (text->text, PIECE_CHARS));
}

/**
 * ik_rich_label_set_points:
 * @label: a label
 * @points: (element-type utf8): lines of inline CommonMark
 * @n_points: how many of them are shown
 * @numbered: whether they are counted
 *
 * Shows several points in one label. A label for each would be laid out far
 * more often: six of them took 20 ms, one takes 3.
 */
void
ik_rich_label_set_points (GtkLabel  *label,
                          GPtrArray *points,
                          guint      n_points,
                          gboolean   numbered)
{
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();
  g_autoptr(GString) text = g_string_new (NULL);

  g_return_if_fail (GTK_IS_LABEL (label));

  for (guint i = 0; i < MIN (n_points, points->len); i++)
    {
      g_autofree char *cut = cut_long_words (points->pdata[i]);
      g_autoptr(IkRichText) point = ik_rich_text_new_inline (cut);
      gsize length = (gsize) (find_piece_end (point->text, PIECE_CHARS) - point->text);
      g_autoptr(PangoAttrList) of_point = dup_attributes (point, 0, length);

      if (i > 0)
        g_string_append_c (text, '\n');
      if (numbered)
        g_string_append_printf (text, "%u.\342\200\202", i + 1);
      else
        g_string_append (text, "•\342\200\202");
      pango_attr_list_splice (attributes, of_point, (int) text->len, (int) length);
      g_string_append_len (text, point->text, (gssize) length);
    }

  gtk_label_set_text (label, text->str);
  gtk_label_set_attributes (label, attributes);
}

/* At most @max_chars characters of @text. */
static char *
dup_start (const char *text,
           guint       max_chars)
{
  const char *end = text;

  for (guint n = 0; n < max_chars && *end != '\0'; n++)
    end = g_utf8_next_char (end);

  return g_strndup (text, (gsize) (end - text));
}

/**
 * ik_rich_text_dup_plain:
 * @commonmark: one line of CommonMark inline text
 * @max_chars: what it is cut to
 *
 * Returns: (transfer full): the words alone, with "…" where they were cut
 */
char *
ik_rich_text_dup_plain (const char *commonmark,
                        guint       max_chars)
{
  g_autofree char *source = dup_start (commonmark, max_chars * MARKUP_PER_CHAR);
  g_autoptr(IkRichText) text = ik_rich_text_new_inline (source);
  g_autofree char *plain = dup_start (text->text, max_chars);

  if (strlen (plain) == strlen (text->text) && strlen (source) == strlen (commonmark))
    return g_steal_pointer (&plain);

  return g_strconcat (plain, "…", NULL);
}
