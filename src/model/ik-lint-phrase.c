#include "ik-lint-phrase.h"

#include <string.h>

G_DEFINE_QUARK (ik-lint-error-quark, ik_lint_error)

/**
 * IkLintPhrase:
 *
 * A wording that a list of the note lint names: words one after the other,
 * some of which may be one of several, begin with something, be a number, or
 * be left open. How it is written: data/lint/en.txt.
 */
struct _IkLintPhrase
{
  IkLintSubject  subject;
  GArray        *parts;    /* (element-type Part) */
  gboolean       at_start; /* of a sentence */
  gboolean       at_end;   /* of a sentence or in front of a comma */
};

/* As many words stand between two that belong together: "has two very small
 * children". */
#define MAX_OPEN_WORDS 3

/* A line with more of them says too many things at once. */
#define MAX_OPTIONAL 4

typedef enum
{
  PART_WORDS, /* one word of those in the choices */
  PART_OPEN,  /* up to MAX_OPEN_WORDS words */
} PartKind;

typedef enum
{
  CHOICE_PLAIN,  /* the word, accents or not */
  CHOICE_TYPED,  /* the word with its accents */
  CHOICE_PREFIX, /* begins so, accents or not */
  CHOICE_NUMBER, /* digits, between the bounds */
} ChoiceKind;

typedef struct
{
  ChoiceKind  kind;
  char       *word; /* owned; as it is compared, for a number its name */
  char       *key;  /* owned; what the plain form of the word is or begins with */
  guint64     min;
  guint64     max;
} Choice;

typedef struct
{
  PartKind  kind;
  GArray   *choices; /* (element-type Choice) (nullable) */
  gboolean  is_optional;
} Part;

/* Numbers by what they can mean of a person in working life. */
static const struct
{
  const char *name;
  guint64     min;
  guint64     max;
} numbers[] = {
  { "#", 0, G_MAXUINT64 },
  { "#age", 16, 99 },
  { "#year", 1930, 2012 },
};

static void
clear_choice (gpointer data)
{
  Choice *choice = data;

  g_free (choice->word);
  g_free (choice->key);
}

static void
clear_part (gpointer data)
{
  Part *part = data;

  g_clear_pointer (&part->choices, g_array_unref);
}

static void
append_choice (GArray *choices,
               Choice  choice)
{
  g_array_append_val (choices, choice);
}

static gboolean
add_number (GArray     *choices,
            const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      if (g_str_equal (numbers[i].name, name))
        {
          append_choice (choices, (Choice) {
        .kind = CHOICE_NUMBER,
        .word = g_strdup (name),
        .key = g_strdup ("#"),
        .min = numbers[i].min,
        .max = numbers[i].max,
      });
          return TRUE;
        }
    }

  return FALSE;
}

static void
add_word (GArray     *choices,
          ChoiceKind  kind,
          const char *word)
{
  append_choice (choices, (Choice) {
    .kind = kind,
    .word = kind == CHOICE_TYPED ? ik_lint_fold_typed (word, -1) : ik_lint_fold_plain (word, -1),
    .key = ik_lint_fold_plain (word, -1),
  });
}

/* German keyboards are not everywhere: "ä" is typed as "a" or as "ae". */
static char *
dup_without_umlauts (const char *word)
{
  GString *text = g_string_new (word);

  g_string_replace (text, "ä", "ae", 0);
  g_string_replace (text, "ö", "oe", 0);
  g_string_replace (text, "ü", "ue", 0);

  return g_string_free (text, FALSE);
}

static gboolean
is_word (const char *text)
{
  if (*text == '\0')
    return FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (!g_unichar_isalnum (g_utf8_get_char (p)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_choice (GArray      *choices,
            const char  *text,
            GError     **error)
{
  g_autofree char *word = NULL;
  g_autofree char *other = NULL;
  ChoiceKind kind = CHOICE_PLAIN;

  if (add_number (choices, text))
    return TRUE;

  if (*text == '=')
    {
      kind = CHOICE_TYPED;
      text++;
    }
  word = g_strdup (text);
  if (kind == CHOICE_PLAIN && g_str_has_suffix (word, "*"))
    {
      kind = CHOICE_PREFIX;
      word[strlen (word) - 1] = '\0';
    }

  if (!is_word (word))
    {
      g_set_error (error, IK_LINT_ERROR, IK_LINT_ERROR_SYNTAX, "“%s” is no word", text);
      return FALSE;
    }

  add_word (choices, kind, word);
  other = dup_without_umlauts (word);
  if (!g_str_equal (other, word))
    add_word (choices, kind, other);

  return TRUE;
}

/* Adds the choices of "one|two|$name". */
static gboolean
add_choices (GArray      *choices,
             const char  *text,
             GHashTable  *names,
             GError     **error)
{
  g_auto(GStrv) words = g_strsplit (text, "|", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *named;

      if (*words[i] != '$')
        {
          if (!add_choice (choices, words[i], error))
            return FALSE;
          continue;
        }

      named = g_hash_table_lookup (names, words[i] + 1);
      if (named == NULL)
        {
          g_set_error (error, IK_LINT_ERROR, IK_LINT_ERROR_SYNTAX,
                       "“%s” has no meaning yet", words[i]);
          return FALSE;
        }
      if (!add_choices (choices, named, names, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_part (GArray      *parts,
          const char  *text,
          GHashTable  *names,
          GError     **error)
{
  g_autofree char *inner = NULL;
  Part part = { 0 };

  if (g_str_equal (text, "~"))
    {
      part.kind = PART_OPEN;
      g_array_append_val (parts, part);
      return TRUE;
    }

  part.is_optional = *text == '(' && g_str_has_suffix (text, ")");
  inner = part.is_optional ? g_strndup (text + 1, strlen (text) - 2) : g_strdup (text);
  part.choices = g_array_new (FALSE, FALSE, sizeof (Choice));
  g_array_set_clear_func (part.choices, clear_choice);
  g_array_append_val (parts, part);

  return add_choices (part.choices, inner, names, error);
}

static GArray *
parse_parts (const char  *line,
             GHashTable  *names,
             GError     **error)
{
  g_autoptr(GArray) parts = g_array_new (FALSE, FALSE, sizeof (Part));
  g_auto(GStrv) texts = g_strsplit (line, " ", -1);

  g_array_set_clear_func (parts, clear_part);
  for (guint i = 0; texts[i] != NULL; i++)
    {
      if (*texts[i] != '\0' && !add_part (parts, texts[i], names, error))
        return NULL;
    }

  return g_steal_pointer (&parts);
}

static IkLintPhrase *
new_variant (const GArray *parts,
             guint         left_out)
{
  IkLintPhrase *self = g_new0 (IkLintPhrase, 1);
  guint n_optional = 0;

  self->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  g_array_set_clear_func (self->parts, clear_part);

  for (guint i = 0; i < parts->len; i++)
    {
      Part part = g_array_index (parts, Part, i);

      if (part.is_optional && (left_out & 1U << n_optional++) != 0)
        continue;

      if (part.choices != NULL)
        g_array_ref (part.choices);
      g_array_append_val (self->parts, part);
    }

  return self;
}

/* A phrase is found by its first word and marked up to its last one. */
static gboolean
has_ends (const IkLintPhrase *self)
{
  return self->parts->len > 0 &&
         g_array_index (self->parts, Part, 0).kind == PART_WORDS &&
         g_array_index (self->parts, Part, self->parts->len - 1).kind == PART_WORDS;
}

/**
 * ik_lint_phrase_parse:
 * @line: a wording as a list has it
 * @names: (element-type utf8 utf8): what each "$name" stands for
 * @subject: what the wording is about
 * @error: return location
 *
 * Returns: (transfer full) (element-type IkLintPhrase): the phrases that @line
 *   stands for, one for each way to leave out what may be missing; %NULL with
 *   #IK_LINT_ERROR set
 */
GPtrArray *
ik_lint_phrase_parse (const char     *line,
                      GHashTable     *names,
                      IkLintSubject   subject,
                      GError        **error)
{
  g_autoptr(GPtrArray) phrases =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ik_lint_phrase_free);
  gboolean at_start = g_str_has_prefix (line, "^ ");
  gboolean at_end = g_str_has_suffix (line, " .");
  g_autofree char *inner = g_strndup (line + 2 * at_start,
                                      strlen (line) - 2 * (gsize) (at_start + at_end));
  g_autoptr(GArray) parts = parse_parts (inner, names, error);
  guint n_optional = 0;

  if (parts == NULL)
    return NULL;

  for (guint i = 0; i < parts->len; i++)
    n_optional += g_array_index (parts, Part, i).is_optional;

  for (guint i = 0; i < 1U << MIN (n_optional, MAX_OPTIONAL); i++)
    g_ptr_array_add (phrases, new_variant (parts, i));

  for (guint i = 0; i < phrases->len; i++)
    {
      IkLintPhrase *phrase = phrases->pdata[i];

      if (n_optional > MAX_OPTIONAL || !has_ends (phrase))
        {
          g_set_error (error, IK_LINT_ERROR, IK_LINT_ERROR_SYNTAX,
                       "“%s” leaves too much open", line);
          return NULL;
        }
      phrase->subject = subject;
      phrase->at_start = at_start;
      phrase->at_end = at_end;
    }

  return g_steal_pointer (&phrases);
}

/**
 * ik_lint_phrase_free:
 * @self: (transfer full): a phrase
 */
void
ik_lint_phrase_free (IkLintPhrase *self)
{
  g_array_unref (self->parts);
  g_free (self);
}

/**
 * ik_lint_phrase_get_subject:
 * @self: a phrase
 *
 * Returns: what it is about
 */
IkLintSubject
ik_lint_phrase_get_subject (const IkLintPhrase *self)
{
  return self->subject;
}

/**
 * ik_lint_phrase_foreach_key:
 * @self: a phrase
 * @func: what to do with each key
 * @data: for @func
 *
 * Names the plain words that the first word is or begins with, "#" for numbers.
 */
void
ik_lint_phrase_foreach_key (IkLintPhrase  *self,
                            IkLintKeyFunc  func,
                            gpointer       data)
{
  const GArray *choices = g_array_index (self->parts, Part, 0).choices;

  for (guint i = 0; i < choices->len; i++)
    {
      const Choice *choice = &g_array_index (choices, Choice, i);

      func (self, choice->key, choice->kind == CHOICE_PREFIX, data);
    }
}

static gboolean
is_number_between (const char *word,
                   guint64     min,
                   guint64     max)
{
  guint64 number;

  return g_ascii_string_to_unsigned (word, 10, min, max, &number, NULL);
}

/* Most words differ in the first byte, which is cheaper than a call. */
static gboolean
is_same (const char *one,
         const char *other)
{
  return *one == *other && strcmp (one, other) == 0;
}

static gboolean
is_chosen (const Choice     *choice,
           const IkLintWord *word)
{
  switch (choice->kind)
    {
    case CHOICE_PLAIN:
      return is_same (word->plain, choice->word);

    case CHOICE_TYPED:
      return is_same (word->typed, choice->word);

    case CHOICE_PREFIX:
      return *word->plain == *choice->word && g_str_has_prefix (word->plain, choice->word);

    case CHOICE_NUMBER:
      return g_ascii_isdigit (*word->plain) &&
             is_number_between (word->plain, choice->min, choice->max);

    default:
      g_assert_not_reached ();
    }
}

static gboolean
has_choice (const Part       *part,
            const IkLintWord *word)
{
  for (guint i = 0; i < part->choices->len; i++)
    {
      if (is_chosen (&g_array_index (part->choices, Choice, i), word))
        return TRUE;
    }

  return FALSE;
}

/* What stands in front of a word, the end of the text included. */
static IkLintBreak
get_break (const GArray *words,
           guint         at)
{
  return at < words->len ? g_array_index (words, IkLintWord, at).before : IK_LINT_BREAK_STOP;
}

/* Returns the word after the last one of the parts from @i on, or 0. As parts
 * are few and a gap is short, the work for each word has an upper bound. */
static guint
match_parts (const IkLintPhrase *self,
             guint               i,
             const GArray       *words,
             guint               at,
             IkLintBreak         tolerated)
{
  const Part *part;

  if (i == self->parts->len)
    return !self->at_end || get_break (words, at) >= IK_LINT_BREAK_PAUSE ? at : 0;

  part = &g_array_index (self->parts, Part, i);
  if (part->kind == PART_WORDS)
    {
      if (at >= words->len || get_break (words, at) > tolerated ||
          !has_choice (part, &g_array_index (words, IkLintWord, at)))
        return 0;
      return match_parts (self, i + 1, words, at + 1, IK_LINT_BREAK_NONE);
    }

  for (guint n_open = 0; n_open <= MAX_OPEN_WORDS; n_open++)
    {
      guint end = match_parts (self, i + 1, words, at + n_open, IK_LINT_BREAK_PAUSE);

      if (end > 0)
        return end;
      if (at + n_open >= words->len || get_break (words, at + n_open) == IK_LINT_BREAK_STOP)
        return 0;
    }

  return 0;
}

/**
 * ik_lint_phrase_match:
 * @self: a phrase
 * @words: (element-type IkLintWord): a text
 * @at: index of a word
 *
 * Returns: the index after the last word of the phrase where it begins at @at,
 *   or 0
 */
guint
ik_lint_phrase_match (const IkLintPhrase *self,
                      const GArray       *words,
                      guint               at)
{
  if (self->at_start && get_break (words, at) != IK_LINT_BREAK_STOP)
    return 0;

  return match_parts (self, 0, words, at, IK_LINT_BREAK_STOP);
}
