#include "ik-code-colors.h"

#include <gtksourceview/gtksource.h>

/* What people call languages beside their file names, which GtkSourceView knows. */
static const struct
{
  const char *name;
  const char *id;
} other_names[] = {
  { "bash", "sh" },
  { "console", "sh" },
  { "csharp", "c-sharp" },
  { "c#", "c-sharp" },
  { "golang", "go" },
  { "javascript", "js" },
  { "node", "js" },
  { "objective-c", "objc" },
  { "postgresql", "sql" },
  { "python", "python3" },
  { "shell", "sh" },
  { "zsh", "sh" },
};

/* The scheme's colours on the grey of code have a contrast of 3.9; of these shares
 * it is 5.6, where WCAG 2.2 asks for 4.5. What is bright on dark has more. */
#define LIGHT_SHARE 0.8f

/* To get ready for a language takes 10 to 100 ms, to colour a text then 1: each
 * language has a buffer that stays. */
static GHashTable *
get_buffers (void)
{
  static GHashTable *buffers; /* element-type utf8 GtkSourceBuffer */

  if (buffers == NULL)
    {
      gtk_source_init ();
      buffers = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
    }

  return buffers;
}

/* NULL for a language that is not known. */
static GtkSourceLanguage *
find_language (const char *name)
{
  GtkSourceLanguageManager *manager = gtk_source_language_manager_get_default ();
  g_autofree char *lower = g_ascii_strdown (name, -1);
  g_autofree char *file_name = g_strconcat ("code.", lower, NULL);
  GtkSourceLanguage *language;

  for (guint i = 0; i < G_N_ELEMENTS (other_names); i++)
    {
      if (g_str_equal (lower, other_names[i].name))
        return gtk_source_language_manager_get_language (manager, other_names[i].id);
    }

  language = gtk_source_language_manager_get_language (manager, lower);

  return language != NULL ? language
                          : gtk_source_language_manager_guess_language (manager, file_name, NULL);
}

/* NULL for a language that is not known. */
static GtkSourceBuffer *
get_buffer (const char *name)
{
  GHashTable *buffers = get_buffers ();
  GtkSourceLanguage *language = find_language (name);
  GtkSourceBuffer *buffer;

  if (language == NULL)
    return NULL;

  buffer = g_hash_table_lookup (buffers, gtk_source_language_get_id (language));
  if (buffer == NULL)
    {
      buffer = gtk_source_buffer_new_with_language (language);
      gtk_source_buffer_set_highlight_matching_brackets (buffer, FALSE);
      gtk_text_buffer_set_enable_undo (GTK_TEXT_BUFFER (buffer), FALSE);
      g_hash_table_insert (buffers, (gpointer) gtk_source_language_get_id (language), buffer);
    }

  return buffer;
}

static void
set_scheme (GtkSourceBuffer *buffer,
            gboolean         is_dark)
{
  GtkSourceStyleSchemeManager *manager = gtk_source_style_scheme_manager_get_default ();

  gtk_source_buffer_set_style_scheme
    (buffer, gtk_source_style_scheme_manager_get_scheme (manager, is_dark ? "Adwaita-dark"
                                                                          : "Adwaita"));
}

static guint16
scale (float    channel,
       gboolean is_dark)
{
  return (guint16) (channel * (is_dark ? 1 : LIGHT_SHARE) * G_MAXUINT16);
}

static void
add_attribute (PangoAttrList  *attributes,
               PangoAttribute *attribute,
               guint           start,
               guint           end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (attributes, attribute);
}

/* What a tag says of letters; it says more of pages. */
static void
add_tag (PangoAttrList *attributes,
         GtkTextTag    *tag,
         gboolean       is_dark,
         guint          start,
         guint          end)
{
  g_autoptr(GdkRGBA) color = NULL;
  gboolean has_color;
  gboolean has_weight;
  int weight;

  g_object_get (tag, "foreground-set", &has_color, "foreground-rgba", &color,
                "weight-set", &has_weight, "weight", &weight, NULL);
  if (has_color && color != NULL)
    add_attribute (attributes,
                   pango_attr_foreground_new (scale (color->red, is_dark),
                                              scale (color->green, is_dark),
                                              scale (color->blue, is_dark)), start, end);
  if (has_weight)
    add_attribute (attributes, pango_attr_weight_new ((PangoWeight) weight), start, end);
}

static PangoAttrList *
read_tags (GtkTextBuffer *buffer,
           gboolean       is_dark)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  GtkTextIter from;
  guint start = 0;

  gtk_text_buffer_get_start_iter (buffer, &from);
  while (!gtk_text_iter_is_end (&from))
    {
      g_autoptr(GSList) tags = gtk_text_iter_get_tags (&from);
      g_autofree char *text = NULL;
      GtkTextIter to = from;
      guint end;

      gtk_text_iter_forward_to_tag_toggle (&to, NULL);
      text = gtk_text_iter_get_text (&from, &to);
      end = start + (guint) strlen (text);
      for (GSList *tag = tags; tag != NULL; tag = tag->next)
        add_tag (attributes, tag->data, is_dark, start, end);
      from = to;
      start = end;
    }

  return attributes;
}

/**
 * ik_code_colors_make:
 * @code: what is to be read
 * @language: what its fence says it is, such as "js" or "Python"
 * @is_dark: whether the letters stand on something dark
 *
 * Colours code as GtkSourceView does. Before the first text of a language its files
 * are read. Main loop only.
 *
 * Returns: (transfer full) (nullable): attributes for a layout of @code; %NULL where
 *   the language is not known
 */
PangoAttrList *
ik_code_colors_make (const char *code,
                     const char *language,
                     gboolean    is_dark)
{
  GtkSourceBuffer *buffer;
  GtkTextIter start;
  GtkTextIter end;

  g_return_val_if_fail (code != NULL, NULL);
  g_return_val_if_fail (language != NULL, NULL);

  buffer = get_buffer (language);
  if (buffer == NULL)
    return NULL;

  set_scheme (buffer, is_dark);
  gtk_text_buffer_set_text (GTK_TEXT_BUFFER (buffer), code, -1);
  gtk_text_buffer_get_bounds (GTK_TEXT_BUFFER (buffer), &start, &end);
  gtk_source_buffer_ensure_highlight (buffer, &start, &end);

  return read_tags (GTK_TEXT_BUFFER (buffer), is_dark);
}
