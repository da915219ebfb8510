#include "ik-lint-list.h"

#include <string.h>

/**
 * IkLintList:
 *
 * The wordings of one language that say nothing about a job, and the common
 * words that tell the language. Read once from a file of data/lint, whose form
 * data/lint/en.txt describes; never changed then.
 */
struct _IkLintList
{
  char       *language;   /* owned; such as "de" */
  GHashTable *common;     /* (element-type utf8): a set of plain words */
  GHashTable *names;      /* (element-type utf8 utf8): what "$name" stands for */
  GPtrArray  *phrases;    /* (element-type IkLintPhrase) (owned) */
  GHashTable *words;      /* (element-type utf8 GPtrArray): phrases by their first word */
  GHashTable *prefixes;   /* (element-type utf8 GPtrArray): phrases by its beginning */
  gsize       min_prefix; /* bytes */
  gsize       max_prefix;
};

typedef enum
{
  SECTION_NONE,
  SECTION_COMMON,
  SECTION_NAMES,
  SECTION_PHRASES,
} Section;

typedef struct
{
  Section       section;
  IkLintSubject subject; /* of the phrases */
} Place;

static const struct
{
  const char *title;
  Place       place;
} sections[] = {
  { "[common]", { SECTION_COMMON, IK_LINT_FINE } },
  { "[names]", { SECTION_NAMES, IK_LINT_FINE } },
  { "[age]", { SECTION_PHRASES, IK_LINT_AGE } },
  { "[family]", { SECTION_PHRASES, IK_LINT_FAMILY } },
  { "[health]", { SECTION_PHRASES, IK_LINT_HEALTH } },
  { "[origin]", { SECTION_PHRASES, IK_LINT_ORIGIN } },
  { "[faith]", { SECTION_PHRASES, IK_LINT_FAITH } },
  { "[looks]", { SECTION_PHRASES, IK_LINT_LOOKS } },
  { "[fine]", { SECTION_PHRASES, IK_LINT_FINE } },
};

static void
add_key_cb (IkLintPhrase *phrase,
            const char   *key,
            gboolean      is_prefix,
            gpointer      data)
{
  IkLintList *self = data;
  GHashTable *table = is_prefix ? self->prefixes : self->words;
  GPtrArray *phrases = g_hash_table_lookup (table, key);

  if (phrases == NULL)
    {
      phrases = g_ptr_array_new ();
      g_hash_table_insert (table, g_strdup (key), phrases);
    }
  g_ptr_array_add (phrases, phrase);

  if (is_prefix)
    {
      self->min_prefix = MIN (self->min_prefix, strlen (key));
      self->max_prefix = MAX (self->max_prefix, strlen (key));
    }
}

static gboolean
read_phrase (IkLintList     *self,
             const char     *line,
             IkLintSubject   subject,
             GError        **error)
{
  g_autoptr(GPtrArray) phrases = ik_lint_phrase_parse (line, self->names, subject, error);

  if (phrases == NULL)
    return FALSE;

  for (guint i = 0; i < phrases->len; i++)
    ik_lint_phrase_foreach_key (phrases->pdata[i], add_key_cb, self);
  g_ptr_array_extend_and_steal (self->phrases, g_steal_pointer (&phrases));

  return TRUE;
}

static gboolean
read_name (IkLintList  *self,
           const char  *line,
           GError     **error)
{
  g_auto(GStrv) sides = g_strsplit (line, " = ", 2);

  if (g_strv_length (sides) != 2 || *sides[0] != '$')
    {
      g_set_error (error, IK_LINT_ERROR, IK_LINT_ERROR_SYNTAX, "“%s” is not “$name = …”", line);
      return FALSE;
    }

  g_hash_table_insert (self->names, g_strdup (sides[0] + 1), g_strdup (sides[1]));
  return TRUE;
}

static void
read_common (IkLintList *self,
             const char *line)
{
  g_auto(GStrv) words = g_strsplit (line, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    g_hash_table_add (self->common, ik_lint_fold_plain (words[i], -1));
}

static gboolean
read_title (const char  *line,
            Place       *place,
            GError     **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      if (g_str_equal (sections[i].title, line))
        {
          *place = sections[i].place;
          return TRUE;
        }
    }

  g_set_error (error, IK_LINT_ERROR, IK_LINT_ERROR_SYNTAX, "“%s” is no section", line);
  return FALSE;
}

static gboolean
read_line (IkLintList  *self,
           const char  *line,
           Place       *place,
           GError     **error)
{
  if (*line == '\0' || *line == '#')
    return TRUE;

  if (*line == '[')
    return read_title (line, place, error);

  switch (place->section)
    {
    case SECTION_COMMON:
      read_common (self, line);
      return TRUE;

    case SECTION_NAMES:
      return read_name (self, line, error);

    case SECTION_PHRASES:
      return read_phrase (self, line, place->subject, error);

    case SECTION_NONE:
    default:
      g_set_error (error, IK_LINT_ERROR, IK_LINT_ERROR_SYNTAX, "“%s” is in no section", line);
      return FALSE;
    }
}

static IkLintList *
new_empty (const char *language)
{
  IkLintList *self = g_new0 (IkLintList, 1);

  self->language = g_strdup (language);
  self->common = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->phrases = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_lint_phrase_free);
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) g_ptr_array_unref);
  self->prefixes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                          (GDestroyNotify) g_ptr_array_unref);
  self->min_prefix = G_MAXSIZE;

  return self;
}

/**
 * ik_lint_list_new:
 * @language: its code, such as "de"
 * @text: the content of the file, valid UTF-8
 * @error: return location
 *
 * Reads a list.
 *
 * Returns: (transfer full): the list; %NULL with #IK_LINT_ERROR set, which names
 *   language and line
 */
IkLintList *
ik_lint_list_new (const char  *language,
                  const char  *text,
                  GError     **error)
{
  g_autoptr(IkLintList) self = new_empty (language);
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  Place place = { SECTION_NONE, IK_LINT_FINE };

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (!read_line (self, g_strstrip (lines[i]), &place, error))
        {
          g_prefix_error (error, "%s, line %u: ", language, i + 1);
          return NULL;
        }
    }

  return g_steal_pointer (&self);
}

/**
 * ik_lint_list_free:
 * @self: (transfer full): a list
 */
void
ik_lint_list_free (IkLintList *self)
{
  g_hash_table_unref (self->prefixes);
  g_hash_table_unref (self->words);
  g_ptr_array_unref (self->phrases);
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->common);
  g_free (self->language);
  g_free (self);
}

/**
 * ik_lint_list_get_language:
 * @self: a list
 *
 * Returns: the code of its language
 */
const char *
ik_lint_list_get_language (const IkLintList *self)
{
  return self->language;
}

/**
 * ik_lint_list_count_common:
 * @self: a list
 * @words: (element-type IkLintWord): a text
 *
 * Returns: how many words are common ones of the language. Linear.
 */
guint
ik_lint_list_count_common (const IkLintList *self,
                           const GArray     *words)
{
  guint n = 0;

  for (guint i = 0; i < words->len; i++)
    n += g_hash_table_contains (self->common, g_array_index (words, IkLintWord, i).plain);

  return n;
}

/* The longest phrase that begins at @at, of those given and the one that ends at
 * @end. Where two are as long, fine is fine. */
static void
try_phrases (const GPtrArray *phrases,
             const GArray    *words,
             guint            at,
             guint           *end,
             IkLintSubject   *subject)
{
  for (guint i = 0; phrases != NULL && i < phrases->len; i++)
    {
      IkLintSubject other = ik_lint_phrase_get_subject (phrases->pdata[i]);
      guint other_end = ik_lint_phrase_match (phrases->pdata[i], words, at);

      if (other_end > *end || (other_end > 0 && other_end == *end && other == IK_LINT_FINE))
        {
          *end = other_end;
          *subject = other;
        }
    }
}

/**
 * ik_lint_list_match:
 * @self: a list
 * @words: (element-type IkLintWord): a text
 * @at: index of a word
 * @out_subject: (out): what the phrase is about, left alone if there is none
 *
 * Finds the longest phrase that begins at a word. The work has an upper bound
 * that does not depend on the text.
 *
 * Returns: the index after its last word, or 0
 */
guint
ik_lint_list_match (const IkLintList *self,
                    const GArray     *words,
                    guint             at,
                    IkLintSubject    *out_subject)
{
  const char *plain = g_array_index (words, IkLintWord, at).plain;
  gsize max_prefix = MIN (strlen (plain), self->max_prefix);
  guint end = 0;

  try_phrases (g_hash_table_lookup (self->words, plain), words, at, &end, out_subject);
  if (g_ascii_isdigit (*plain))
    try_phrases (g_hash_table_lookup (self->words, "#"), words, at, &end, out_subject);

  for (gsize length = self->min_prefix; length <= max_prefix; length++)
    {
      g_autofree char *prefix = g_strndup (plain, length);

      try_phrases (g_hash_table_lookup (self->prefixes, prefix), words, at, &end, out_subject);
    }

  return end;
}
