#include "ik-pack-markdown.h"

#include "ik-list.h"
#include "ik-markdown-lines.h"
#include "ik-pack-field.h"
#include "ik-pack-markdown-parts.h"
#include "ik-text.h"

#include <glib/gi18n.h>
#include <string.h>

typedef enum
{
  PART_NONE,
  PART_QUESTIONS,
  PART_COMPETENCIES,
  PART_RUBRICS,
} Part;

/* One line after the other; what stands below a heading is collected until the
 * next one. */
typedef struct
{
  IkPack            *pack;
  Part               part;
  guint              line;       /* from 1 */
  IkMarkdownLines    walk;
  GString           *text;       /* below the last heading */

  /* Where it goes; the innermost that is set */
  IkSection         *section;    /* (unowned) (nullable) */
  IkQuestion        *question;   /* (unowned) (nullable) */
  const IkPackField *field;      /* (nullable): none below the question itself */
  char              *level;      /* (owned) (nullable): of an answer */
  IkCompetency      *competency; /* (unowned) (nullable) */
  IkRubric          *rubric;     /* (unowned) (nullable) */
  IkRubricLevel     *anchor;     /* (unowned) (nullable) */
  GError            *error;
} Reader;

static gboolean
is_blank (const char *line)
{
  return line[strspn (line, " \t")] == '\0';
}

/* Without blank lines around it. */
static char *
take_text (Reader *self)
{
  const char *start = self->text->str;
  char *text;

  for (const char *end; (end = strchr (start, '\n')) != NULL; start = end + 1)
    {
      if (strspn (start, " \t") < (gsize) (end - start))
        break;
    }
  text = g_strchomp (g_strdup (start));
  g_string_truncate (self->text, 0);

  return text;
}

/* Length of "- " or "1. " with what is before it, 0 where there is none. */
static gsize
measure_bullet (const char *line)
{
  gsize at = strspn (line, " \t");
  gsize n_digits = strspn (line + at, "0123456789");

  if (n_digits > 0 && n_digits < 10 &&
      (line[at + n_digits] == '.' || line[at + n_digits] == ')'))
    at += n_digits + 1;
  else if (n_digits == 0 && line[at] != '\0' && strchr ("-*+", line[at]) != NULL)
    at++;
  else
    return 0;

  return line[at] == ' ' || line[at] == '\t' ? at + strspn (line + at, " \t") : 0;
}

/* A line without a bullet goes on with the entry above it. */
static void
add_entries (GPtrArray  *entries,
             const char *text)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  gboolean goes_on = FALSE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      gsize bullet = measure_bullet (lines[i]);
      const char *entry = g_strstrip (lines[i] + bullet);

      if (bullet == 0 && goes_on && *entry != '\0')
        {
          char **last = (char **) &entries->pdata[entries->len - 1];
          g_autofree char *joined = g_strjoin (" ", *last, entry, NULL);

          ik_text_set (last, joined);
        }
      else if (*entry != '\0')
        ik_text_list_add (entries, entry);
      goes_on = *entry != '\0';
    }
}

/* "- Level: senior" */
static gboolean
take_property (IkQuestion *question,
               const char *line)
{
  gsize bullet = measure_bullet (line);
  const char *colon = bullet > 0 ? strchr (line, ':') : NULL;
  g_autofree char *name = colon != NULL
                          ? g_strndup (line + bullet, (gsize) (colon - line) - bullet) : NULL;
  g_autofree char *value = colon != NULL ? g_strstrip (g_strdup (colon + 1)) : NULL;
  IkPackProperty property;

  if (name == NULL || !ik_pack_property_find (g_strstrip (name), &property))
    return FALSE;

  ik_pack_property_set (property, question, value);
  return TRUE;
}

/* Right below a question stand its properties. What somebody wrote there
 * without a heading is the answer, as in most documents. */
static void
take_question_text (IkQuestion *question,
                    const char *text)
{
  while (*text != '\0')
    {
      gsize length = strcspn (text, "\n");
      g_autofree char *line = g_strndup (text, length);

      if (!is_blank (line) && !take_property (question, line))
        break;
      text += length + (text[length] == '\n');
    }
  ik_pack_field_add_text (ik_pack_field_find (IK_PACK_FIELD_ANSWER), question, text);
}

static void
take_field (Reader     *self,
            const char *text)
{
  GPtrArray *answers = self->question->interviewer.level_answers;

  if (self->level != NULL)
    g_ptr_array_add (answers, ik_level_answer_new (self->level, text));
  else if (self->field->is_list)
    add_entries (ik_pack_field_get_list (self->field, self->question), text);
  else
    ik_pack_field_add_text (self->field, self->question, text);
}

/* Puts what was collected into its place. */
static void
flush (Reader *self)
{
  g_autofree char *text = take_text (self);

  if (self->level != NULL || self->field != NULL)
    take_field (self, text);
  else if (self->question != NULL)
    take_question_text (self->question, text);
  else if (self->section != NULL)
    ik_text_set (&self->section->introduction, text);
  else if (self->competency != NULL)
    ik_text_set (&self->competency->description, text);
  else if (self->anchor != NULL)
    ik_text_set (&self->anchor->anchor, text);
  else if (self->part == PART_QUESTIONS)
    ik_text_set (&self->pack->description, text);

  self->field = NULL;
  g_clear_pointer (&self->level, g_free);
}

static void
leave (Reader *self)
{
  self->section = NULL;
  self->question = NULL;
  self->competency = NULL;
  self->rubric = NULL;
  self->anchor = NULL;
}

static void
open_section (Reader     *self,
              const char *title)
{
  leave (self);
  if (self->part == PART_COMPETENCIES)
    {
      self->competency = ik_competency_new (NULL, title, "");
      g_ptr_array_add (self->pack->competencies, self->competency);
    }
  else if (self->part == PART_RUBRICS)
    {
      self->rubric = ik_rubric_new (NULL, title);
      g_ptr_array_add (self->pack->rubrics, self->rubric);
    }
  else
    {
      self->section = ik_section_new (title);
      g_ptr_array_add (self->pack->sections, self->section);
    }
}

/* The first title is that of the pack; a further one that names no part is one
 * that somebody added for a section. */
static void
open_part (Reader     *self,
           const char *title)
{
  leave (self);
  if (self->part == PART_NONE)
    {
      self->part = PART_QUESTIONS;
      ik_text_set (&self->pack->title, title);
    }
  else if (g_str_equal (title, IK_PACK_MARKDOWN_COMPETENCIES))
    self->part = PART_COMPETENCIES;
  else if (g_str_equal (title, IK_PACK_MARKDOWN_RUBRICS))
    self->part = PART_RUBRICS;
  else
    {
      self->part = PART_QUESTIONS;
      open_section (self, title);
    }
}

/* "3: does it" */
static void
open_anchor (Reader     *self,
             const char *title)
{
  const char *colon = strchr (title, ':');
  g_autofree char *label = g_strstrip (g_strdup (colon != NULL ? colon + 1 : title));

  self->anchor = ik_rubric_level_new ((int) CLAMP (g_ascii_strtoll (title, NULL, 10), IK_RUBRIC_MIN_VALUE,
                                                   IK_RUBRIC_MAX_VALUE),
                                      label, "");
  g_ptr_array_add (self->rubric->levels, self->anchor);
}

static void
open_question (Reader     *self,
               const char *prompt)
{
  if (self->rubric != NULL)
    {
      open_anchor (self, prompt);
      return;
    }
  if (*prompt == '\0' && self->error == NULL)
    g_set_error (&self->error, IK_EXCHANGE_ERROR, IK_EXCHANGE_ERROR_INVALID,
                 _("The question in line %u has no text: write it behind “###”"), self->line);
  if (self->section == NULL)
    {
      self->part = PART_QUESTIONS;
      open_section (self, "");
    }

  self->question = ik_question_new (prompt);
  g_ptr_array_add (self->section->questions, self->question);
}

/* Whether a heading names a text of the question. One that doesn't goes with the
 * text it stands in, and out of a list to the answer. */
static gboolean
open_field (Reader     *self,
            const char *name)
{
  const IkPackField *field = ik_pack_field_find (name);
  g_autofree char *level = ik_pack_field_dup_level (name);

  if (self->question == NULL)
    return FALSE;

  if (field == NULL && level == NULL)
    {
      if (self->field != NULL && self->field->is_list)
        {
          flush (self);
          self->field = ik_pack_field_find (IK_PACK_FIELD_ANSWER);
        }
      return FALSE;
    }

  flush (self);
  self->field = field;
  self->level = g_steal_pointer (&level);
  return TRUE;
}

/* Whether a heading opens something; others belong to the text. */
static gboolean
open_heading (Reader     *self,
              guint       level,
              const char *title)
{
  if (level == IK_PACK_MARKDOWN_FIELD)
    return open_field (self, title);
  if (level > IK_PACK_MARKDOWN_FIELD)
    return FALSE;

  flush (self);
  if (level == IK_PACK_MARKDOWN_PART)
    open_part (self, title);
  else if (level == IK_PACK_MARKDOWN_SECTION)
    open_section (self, title);
  else
    open_question (self, title);

  return TRUE;
}

static void
take_line (Reader *self,
           char   *line)
{
  gboolean is_code = ik_markdown_lines_step (&self->walk, line);
  guint level = is_code ? 0 : ik_markdown_line_get_level (line);
  g_autofree char *title = level > 0 ? g_strstrip (g_strdup (line + level)) : NULL;

  if (level > 0 && open_heading (self, level, title))
    return;

  if (!is_code && ik_markdown_line_is_indented_heading (line))
    line++;
  g_string_append_printf (self->text, "%s\n", line);
}

static void
take_metadata (IkPack     *pack,
               const char *line)
{
  const struct
  {
    const char  *key;
    char       **field;
  } keys[] = {
    { "language:", &pack->language },
    { "source:", &pack->source },
    { "author:", &pack->author },
    { "licence:", &pack->licence },
    { "license:", &pack->licence },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *value = NULL;
      g_auto(GStrv) parts = NULL;
      g_autofree char *unquoted = NULL;
      gsize length;

      if (!g_str_has_prefix (line, keys[i].key))
        continue;

      value = g_strstrip (g_strdup (line + strlen (keys[i].key)));
      length = strlen (value);
      if (length < 2 || value[0] != '\'' || value[length - 1] != '\'')
        {
          ik_text_set (keys[i].field, value);
          continue;
        }
      value[length - 1] = '\0';
      parts = g_strsplit (value + 1, "''", -1);
      unquoted = g_strjoinv ("'", parts);
      ik_text_set (keys[i].field, unquoted);
    }
}

/* Rubrics that can't be rated by, after somebody changed them, are dropped. */
static void
drop_bad_rubrics (IkPack *pack)
{
  for (guint i = pack->rubrics->len; i-- > 0;)
    {
      const IkRubric *rubric = pack->rubrics->pdata[i];
      gboolean rises = rubric->levels->len >= 2 && rubric->levels->len <= IK_RUBRIC_MAX_LEVELS;

      for (guint k = 1; rises && k < rubric->levels->len; k++)
        rises = ((IkRubricLevel *) rubric->levels->pdata[k - 1])->value <
                ((IkRubricLevel *) rubric->levels->pdata[k])->value;
      if (!rises)
        g_ptr_array_remove_index (pack->rubrics, i);
    }
}

/* The content without byte order mark, not terminated. */
static const char *
get_text (GBytes *bytes,
          gsize  *out_size)
{
  static const char mark[] = "\xef\xbb\xbf";
  const char *data = g_bytes_get_data (bytes, out_size);

  /* Of an empty file. */
  if (data == NULL)
    return "";

  if (*out_size < strlen (mark) || memcmp (data, mark, strlen (mark)) != 0)
    return data;

  *out_size -= strlen (mark);
  return data + strlen (mark);
}

/* Returns the first line behind the front matter, 0 where that says no pack. */
static guint
find_body (GStrv   lines,
           gint64 *out_version)
{
  gboolean is_pack = FALSE;

  if (lines[0] == NULL || !g_str_equal (lines[0], "---"))
    return 0;

  for (guint i = 1; lines[i] != NULL; i++)
    {
      if (g_str_equal (lines[i], "---"))
        return is_pack ? i + 1 : 0;
      is_pack = is_pack || g_str_equal (lines[i], IK_PACK_MARKDOWN_MARK);
      if (g_str_has_prefix (lines[i], "version:"))
        *out_version = g_ascii_strtoll (lines[i] + strlen ("version:"), NULL, 10);
    }

  return 0;
}

/* NULL where it is no text. */
static GStrv
split_lines (GBytes *bytes)
{
  gsize size;
  const char *data = get_text (bytes, &size);
  g_autofree char *text = NULL;

  if (!g_utf8_validate_len (data, size, NULL))
    return NULL;

  text = g_strndup (data, size);
  return ik_markdown_split_lines (text);
}

static IkPack *
read_lines (GStrv    lines,
            guint    body,
            GError **error)
{
  g_autoptr(IkPack) pack = ik_pack_new ("");
  g_autoptr(GString) text = g_string_new (NULL);
  Reader reader = { .pack = pack, .text = text, .line = body + 1 };

  for (guint i = 1; i < body; i++)
    take_metadata (pack, lines[i]);
  for (guint i = body; lines[i] != NULL; i++, reader.line++)
    take_line (&reader, lines[i]);
  flush (&reader);

  if (reader.error == NULL && *pack->title == '\0')
    g_set_error_literal (&reader.error, IK_EXCHANGE_ERROR, IK_EXCHANGE_ERROR_INVALID,
                         _("The pack has no title: write it behind “#” in a line above all "
                           "questions"));
  if (reader.error != NULL)
    {
      g_propagate_error (error, reader.error);
      return NULL;
    }

  drop_bad_rubrics (pack);
  ik_pack_resolve_names (pack);
  return g_steal_pointer (&pack);
}

/**
 * ik_pack_from_markdown:
 * @bytes: what ik_pack_to_markdown() wrote, changed by people or not
 * @error: return location
 *
 * Reads a pack by its headings. Text that has no heading of its own is an
 * answer below a question, else an introduction or description. Linear.
 *
 * Returns: (transfer full): the pack, with ids of its own; %NULL with an
 *   #IkExchangeError
 */
IkPack *
ik_pack_from_markdown (GBytes  *bytes,
                       GError **error)
{
  g_auto(GStrv) lines = split_lines (bytes);
  gint64 version = IK_PACK_MARKDOWN_VERSION;
  guint body = lines != NULL ? find_body (lines, &version) : 0;

  if (body == 0)
    g_set_error_literal (error, IK_EXCHANGE_ERROR, IK_EXCHANGE_ERROR_INVALID,
                         _("It is not a pack of Interview Kit"));
  else if (version > IK_PACK_MARKDOWN_VERSION)
    g_set_error_literal (error, IK_EXCHANGE_ERROR, IK_EXCHANGE_ERROR_NEWER,
                         _("The pack was made by a newer version of Interview Kit; "
                           "update the program to read it"));
  else
    return read_lines (lines, body, error);

  return NULL;
}

/**
 * ik_pack_is_markdown_in_bytes:
 * @bytes: the content of a file
 *
 * Returns: whether it says to be a pack in Markdown
 */
gboolean
ik_pack_is_markdown_in_bytes (GBytes *bytes)
{
  static const char start[] = "---";
  static const char mark[] = "\n" IK_PACK_MARKDOWN_MARK;
  gsize size;
  const char *text = get_text (bytes, &size);
  const char *end;

  if (size < strlen (start) || memcmp (text, start, strlen (start)) != 0)
    return FALSE;

  end = memmem (text, size, "\n---", strlen ("\n---"));
  return end != NULL && memmem (text, (gsize) (end - text), mark, strlen (mark)) != NULL;
}
