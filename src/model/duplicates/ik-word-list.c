#include "ik-word-list.h"

#include "ik-word-slip.h"
#include "ik-word-stem.h"
#include "ik-wording-resources.h"

#include <gio/gio.h>
#include <string.h>

#define LISTS_PATH "/com/example/InterviewKit/wording/"

/* The first one counts where a text tells nothing. */
static const char *const languages[IK_N_WORD_LANGUAGES] = {
  "en", "de", "es", "fr", "pt", "it", "nl", "cjk",
};

/**
 * IkWordList:
 *
 * What may change in a question while it stays the same, in one language.
 * Nothing in it changes once it is made; any thread may use it.
 */
struct _IkWordList
{
  const char *language;
  GHashTable *weights; /* (owned) (element-type utf8 IkWordWeight) */
  GPtrArray  *long_free; /* (owned) (element-type utf8): stems of the free words that are long
                          * enough to be misspelt */
  GHashTable *same;    /* (owned) (element-type utf8 utf8): from the stem of a word to the first
                        * one of its line */
};

static char *
dup_stem (const IkWordList *self,
          const char       *word)
{
  g_autoptr(GString) stem = g_string_new (word);

  ik_word_stem (stem, self->language);
  return g_string_free (g_steal_pointer (&stem), FALSE);
}

/* A word of two meanings belongs to the line that has it first. */
static void
add_same (IkWordList        *self,
          const char *const *words)
{
  g_autofree char *first = NULL;

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *stem = dup_stem (self, words[i]);

      if (first == NULL)
        first = g_strdup (stem);
      if (!g_hash_table_contains (self->same, stem))
        g_hash_table_insert (self->same, g_steal_pointer (&stem), g_strdup (first));
    }
}

static void
add_weights (IkWordList        *self,
             IkWordWeight       weight,
             const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *stem = dup_stem (self, words[i]);

      g_hash_table_insert (self->weights, g_strdup (words[i]), GUINT_TO_POINTER (weight));
      if (weight == IK_WORD_FREE && strlen (stem) >= IK_MIN_SLIP)
        g_ptr_array_add (self->long_free, g_steal_pointer (&stem));
    }
}

static void
add_line (IkWordList *self,
          const char *line)
{
  g_auto(GStrv) words = NULL;

  if (*line == '#' || *line == '\0')
    return;

  words = g_strsplit (line, " ", -1);
  if (g_str_equal (words[0], "free:"))
    add_weights (self, IK_WORD_FREE, (const char *const *) words + 1);
  else if (g_str_equal (words[0], "lead:"))
    add_weights (self, IK_WORD_LEADS, (const char *const *) words + 1);
  else if (g_str_equal (words[0], "fix:"))
    add_weights (self, IK_WORD_FIXED, (const char *const *) words + 1);
  else if (g_str_equal (words[0], "bind:"))
    add_weights (self, IK_WORD_BINDS, (const char *const *) words + 1);
  else if (g_str_equal (words[0], "same:"))
    add_same (self, (const char *const *) words + 1);
  else
    g_error ("%s.txt: no line of a word list: %s", self->language, line);
}

static IkWordList *
load (const char *language)
{
  IkWordList *self = g_new0 (IkWordList, 1);
  g_autofree char *path = g_strconcat (LISTS_PATH, language, ".txt", NULL);
  g_autoptr(GBytes) bytes = g_resource_lookup_data (ik_wording_get_resource (), path,
                                                    G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;

  g_assert (bytes != NULL);
  self->language = language;
  self->long_free = g_ptr_array_new_with_free_func (g_free);
  self->weights = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->same = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  text = g_utf8_casefold (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    add_line (self, lines[i]);

  return self;
}

/**
 * ik_word_list_get:
 * @language: less than #IK_N_WORD_LANGUAGES; 0 is English
 *
 * Any thread may call it.
 *
 * Returns: (transfer none): the list, which lasts as long as the program
 */
const IkWordList *
ik_word_list_get (guint language)
{
  static IkWordList *lists[IK_N_WORD_LANGUAGES];
  static gsize is_loaded = 0;

  g_return_val_if_fail (language < IK_N_WORD_LANGUAGES, NULL);

  if (g_once_init_enter (&is_loaded))
    {
      for (guint i = 0; i < IK_N_WORD_LANGUAGES; i++)
        lists[i] = load (languages[i]);
      g_once_init_leave (&is_loaded, 1);
    }

  return lists[language];
}

/**
 * ik_word_list_weigh:
 * @self: a list
 * @word: as ik_wording_fold() makes it
 *
 * Returns: what the word does for the meaning
 */
IkWordWeight
ik_word_list_weigh (const IkWordList *self,
                    const char       *word)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->weights, word));
}

/**
 * ik_word_list_simplify:
 * @self: a list
 * @word: (inout): as ik_wording_fold() makes it
 *
 * Brings a word into a form that it shares with those of the same meaning.
 */
void
ik_word_list_simplify (const IkWordList *self,
                       GString          *word)
{
  const char *same;

  ik_word_stem (word, self->language);
  same = g_hash_table_lookup (self->same, word->str);
  if (same != NULL)
    g_string_assign (word, same);
}

/**
 * ik_word_list_has_slip:
 * @meaning: what ik_word_list_simplify() made of a word
 *
 * Returns: whether it may be a free word of any language, misspelt
 */
gboolean
ik_word_list_has_slip (const char *meaning)
{
  for (guint i = 0; i < IK_N_WORD_LANGUAGES; i++)
    {
      const IkWordList *self = ik_word_list_get (i);

      for (guint j = 0; j < self->long_free->len; j++)
        {
          if (ik_word_is_slip (self->long_free->pdata[j], meaning))
            return TRUE;
        }
    }

  return FALSE;
}
