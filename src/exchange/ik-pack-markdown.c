#include "ik-pack-markdown.h"

#include "ik-markdown-lines.h"
#include "ik-pack-field.h"
#include "ik-pack-markdown-parts.h"

#include <string.h>

static void
append_heading (GString    *markdown,
                guint       level,
                const char *text)
{
  g_autofree char *hashes = g_strnfill (level, '#');

  g_string_append_printf (markdown, "%s%s%s\n\n", hashes, *text != '\0' ? " " : "", text);
}

/* A heading within a text is moved by one space, which shows the same and can't
 * be taken for one of the pack's own. Code that is left open is closed. */
static void
append_text (GString    *markdown,
             const char *text)
{
  g_auto(GStrv) lines = ik_markdown_split_lines (text);
  IkMarkdownLines walk = { 0 };

  if (*text == '\0')
    return;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      gboolean is_code = ik_markdown_lines_step (&walk, lines[i]);

      if (!is_code && (ik_markdown_line_get_level (lines[i]) > 0 ||
                       ik_markdown_line_is_indented_heading (lines[i])))
        g_string_append_c (markdown, ' ');
      g_string_append_printf (markdown, "%s\n", lines[i]);
    }
  for (gsize i = 0; walk.mark != '\0' && i < walk.length; i++)
    g_string_append_c (markdown, walk.mark);
  g_string_append (markdown, walk.mark != '\0' ? "\n\n" : "\n");
}

static void
append_list (GString   *markdown,
             GPtrArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    {
      g_autofree char *line = g_strdelimit (g_strdup (entries->pdata[i]), "\r\n", ' ');

      g_string_append_printf (markdown, "- %s\n", line);
    }
  g_string_append_c (markdown, '\n');
}

/* YAML, where a quoted text needs nothing but its quotes doubled. */
static void
append_metadata (GString    *markdown,
                 const char *key,
                 const char *value)
{
  g_auto(GStrv) parts = g_strsplit (value, "'", -1);
  g_autofree char *quoted = g_strjoinv ("''", parts);

  if (*value != '\0')
    g_string_append_printf (markdown, "%s: '%s'\n", key, quoted);
}

static void
append_head (GString      *markdown,
             const IkPack *pack)
{
  g_string_append_printf (markdown, "---\n%s\nversion: %d\n", IK_PACK_MARKDOWN_MARK,
                          IK_PACK_MARKDOWN_VERSION);
  append_metadata (markdown, "language", pack->language);
  append_metadata (markdown, "source", pack->source);
  append_metadata (markdown, "author", pack->author);
  append_metadata (markdown, "licence", pack->licence);
  g_string_append (markdown, "---\n\n");

  append_heading (markdown, IK_PACK_MARKDOWN_PART, pack->title);
  append_text (markdown, pack->description);
}

static void
append_properties (GString          *markdown,
                   const IkPack     *pack,
                   const IkQuestion *question)
{
  gsize length = markdown->len;

  for (IkPackProperty i = 0; i < IK_PACK_N_PROPERTIES; i++)
    {
      g_autofree char *value = ik_pack_property_dup (i, pack, question);

      if (*value != '\0')
        g_string_append_printf (markdown, "- %s: %s\n", ik_pack_property_get_name (i), value);
    }
  if (markdown->len > length)
    g_string_append_c (markdown, '\n');
}

static void
append_level_answers (GString          *markdown,
                      const IkQuestion *question)
{
  for (guint i = 0; i < question->interviewer.level_answers->len; i++)
    {
      const IkLevelAnswer *answer = question->interviewer.level_answers->pdata[i];
      g_autofree char *name = ik_pack_field_name_answer (answer->level);

      append_heading (markdown, IK_PACK_MARKDOWN_FIELD, name);
      append_text (markdown, answer->text);
    }
}

static void
append_field (GString           *markdown,
              const IkPackField *field,
              const IkQuestion  *question)
{
  GPtrArray *list = field->is_list ? ik_pack_field_get_list (field, question) : NULL;
  const char *text = field->is_list ? "" : ik_pack_field_get_text (field, question);

  if (list != NULL && list->len > 0)
    {
      append_heading (markdown, IK_PACK_MARKDOWN_FIELD, field->name);
      append_list (markdown, list);
    }
  if (*text != '\0')
    {
      append_heading (markdown, IK_PACK_MARKDOWN_FIELD, field->name);
      append_text (markdown, text);
    }
  if (g_str_equal (field->name, IK_PACK_FIELD_ANSWER))
    append_level_answers (markdown, question);
}

static void
append_question (GString          *markdown,
                 const IkPack     *pack,
                 const IkQuestion *question)
{
  guint n_fields;
  const IkPackField *fields = ik_pack_fields_get (&n_fields);

  append_heading (markdown, IK_PACK_MARKDOWN_QUESTION, question->candidate.prompt);
  append_properties (markdown, pack, question);
  for (guint i = 0; i < n_fields; i++)
    append_field (markdown, &fields[i], question);
}

/* A flat list needs no title of its one section. */
static void
append_section (GString         *markdown,
                const IkPack    *pack,
                const IkSection *section)
{
  gboolean is_flat = section == pack->sections->pdata[0] && *section->title == '\0' &&
                     *section->introduction == '\0';

  if (!is_flat)
    append_heading (markdown, IK_PACK_MARKDOWN_SECTION, section->title);
  append_text (markdown, section->introduction);

  for (guint i = 0; i < section->questions->len; i++)
    append_question (markdown, pack, section->questions->pdata[i]);
}

static void
append_competencies (GString   *markdown,
                     GPtrArray *competencies)
{
  if (competencies->len > 0)
    append_heading (markdown, IK_PACK_MARKDOWN_PART, IK_PACK_MARKDOWN_COMPETENCIES);

  for (guint i = 0; i < competencies->len; i++)
    {
      const IkCompetency *competency = competencies->pdata[i];

      append_heading (markdown, IK_PACK_MARKDOWN_SECTION, competency->name);
      append_text (markdown, competency->description);
    }
}

static void
append_rubrics (GString   *markdown,
                GPtrArray *rubrics)
{
  if (rubrics->len > 0)
    append_heading (markdown, IK_PACK_MARKDOWN_PART, IK_PACK_MARKDOWN_RUBRICS);

  for (guint i = 0; i < rubrics->len; i++)
    {
      const IkRubric *rubric = rubrics->pdata[i];

      append_heading (markdown, IK_PACK_MARKDOWN_SECTION, rubric->name);
      for (guint k = 0; k < rubric->levels->len; k++)
        {
          const IkRubricLevel *level = rubric->levels->pdata[k];
          g_autofree char *title = g_strdup_printf ("%d: %s", level->value, level->label);

          append_heading (markdown, IK_PACK_MARKDOWN_QUESTION, title);
          append_text (markdown, level->anchor);
        }
    }
}

/**
 * ik_pack_to_markdown:
 * @pack: a pack
 *
 * Writes a pack for people to read and to change, and for
 * ik_pack_from_markdown() to read back. What Markdown has no place for stays
 * behind: ids and attachments.
 *
 * Returns: (transfer full): UTF-8 text that ends with a line break
 */
GBytes *
ik_pack_to_markdown (const IkPack *pack)
{
  GString *markdown = g_string_new (NULL);

  append_head (markdown, pack);
  for (guint i = 0; i < pack->sections->len; i++)
    append_section (markdown, pack, pack->sections->pdata[i]);
  append_competencies (markdown, pack->competencies);
  append_rubrics (markdown, pack->rubrics);

  while (g_str_has_suffix (markdown->str, "\n\n"))
    g_string_truncate (markdown, markdown->len - 1);
  return g_string_free_to_bytes (markdown);
}
