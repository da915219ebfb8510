#include "ik-text-difference.h"

#include <string.h>

/* Which words two texts share: the longest common subsequence, by the table that
 * the textbooks have. Where it would be larger than this, what stands between the
 * common beginning and the common end counts as wholly changed. */
#define MAX_CELLS (1000 * 1000)

/* A word with the space behind it, or the space that a text begins with. */
typedef struct
{
  const char *text; /* (unowned) */
  gsize       length;
} Word;

static GArray *
split (const char *text)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));

  while (*text != '\0')
    {
      Word word = { .text = text };

      while (*text != '\0' && !g_unichar_isspace (g_utf8_get_char (text)))
        text = g_utf8_next_char (text);
      while (*text != '\0' && g_unichar_isspace (g_utf8_get_char (text)))
        text = g_utf8_next_char (text);

      word.length = (gsize) (text - word.text);
      g_array_append_val (words, word);
    }

  return words;
}

static gsize
get_length_without_space (const Word *word)
{
  gsize length = word->length;

  while (length > 0 && g_ascii_isspace (word->text[length - 1]))
    length--;

  return length;
}

/* A word at the end of a text has no space behind it, and is the same word. */
static gboolean
is_same (const Word *one,
         const Word *other)
{
  gsize length = get_length_without_space (one);

  return length == get_length_without_space (other) &&
         memcmp (one->text, other->text, length) == 0 &&
         (length > 0 || one->length == other->length);
}

static void
run_free (gpointer data)
{
  IkTextRun *self = data;

  g_free (self->text);
  g_free (self);
}

static void
append (GPtrArray     *runs,
        IkTextRunKind  kind,
        const Word    *words,
        guint          n_words)
{
  IkTextRun *last = runs->len > 0 ? g_ptr_array_index (runs, runs->len - 1) : NULL;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    g_string_append_len (text, words[i].text, (gssize) words[i].length);

  if (text->len > 0 && last != NULL && last->kind == kind)
    {
      g_string_prepend (text, last->text);
      g_free (last->text);
      last->text = g_string_free (text, FALSE);
    }
  else if (text->len > 0)
    {
      IkTextRun *run = g_new0 (IkTextRun, 1);

      run->kind = kind;
      run->text = g_string_free (text, FALSE);
      g_ptr_array_add (runs, run);
    }
  else
    {
      g_string_free (text, TRUE);
    }
}

/* How long the common subsequence is from each pair of words on. */
static guint *
make_table (const Word *one,
            guint       n_one,
            const Word *other,
            guint       n_other)
{
  guint width = n_other + 1;
  guint *table = g_new0 (guint, (gsize) (n_one + 1) * width);

  for (guint i = n_one; i-- > 0;)
    {
      for (guint j = n_other; j-- > 0;)
        table[i * width + j] = is_same (&one[i], &other[j])
                               ? table[(i + 1) * width + j + 1] + 1
                               : MAX (table[(i + 1) * width + j], table[i * width + j + 1]);
    }

  return table;
}

/* Where both are as good, what was removed stands before what was added. */
static void
compare (GPtrArray  *runs,
         const Word *one,
         guint       n_one,
         const Word *other,
         guint       n_other)
{
  g_autofree guint *table = NULL;
  guint width = n_other + 1;
  guint i = 0;
  guint j = 0;

  if ((guint64) n_one * n_other <= MAX_CELLS)
    table = make_table (one, n_one, other, n_other);

  while (table != NULL && i < n_one && j < n_other)
    {
      if (is_same (&one[i], &other[j]))
        {
          append (runs, IK_TEXT_RUN_SAME, &other[j], 1);
          i++;
          j++;
        }
      else if (table[(i + 1) * width + j] >= table[i * width + j + 1])
        {
          append (runs, IK_TEXT_RUN_REMOVED, &one[i++], 1);
        }
      else
        {
          append (runs, IK_TEXT_RUN_ADDED, &other[j++], 1);
        }
    }

  append (runs, IK_TEXT_RUN_REMOVED, one + i, n_one - i);
  append (runs, IK_TEXT_RUN_ADDED, other + j, n_other - j);
}

/**
 * ik_text_difference_find:
 * @before: a text
 * @after: another text
 *
 * Compares two texts word by word; spaces alone make no difference. Quadratic in
 * the words between their common beginning and their common end, up to a bound.
 *
 * Returns: (transfer full) (element-type IkTextRun): the parts of both in reading
 *   order, two of a kind never next to each other; empty for two empty texts
 */
GPtrArray *
ik_text_difference_find (const char *before,
                         const char *after)
{
  GPtrArray *runs = g_ptr_array_new_with_free_func (run_free);
  g_autoptr(GArray) one = NULL;
  g_autoptr(GArray) other = NULL;
  const Word *first;
  const Word *second;
  guint n_begin = 0;
  guint n_end = 0;
  guint n_least;

  g_return_val_if_fail (before != NULL && after != NULL, runs);

  one = split (before);
  other = split (after);
  first = (const Word *) (gconstpointer) one->data;
  second = (const Word *) (gconstpointer) other->data;
  n_least = MIN (one->len, other->len);

  while (n_begin < n_least && is_same (&first[n_begin], &second[n_begin]))
    n_begin++;
  while (n_end < n_least - n_begin &&
         is_same (&first[one->len - 1 - n_end], &second[other->len - 1 - n_end]))
    n_end++;

  append (runs, IK_TEXT_RUN_SAME, second, n_begin);
  compare (runs, first + n_begin, one->len - n_begin - n_end,
           second + n_begin, other->len - n_begin - n_end);
  append (runs, IK_TEXT_RUN_SAME, second + other->len - n_end, n_end);

  return runs;
}
