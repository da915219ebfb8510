#include "ik-word-difference.h"

#include "ik-list.h"
#include "ik-wording.h"

/* More words than this nobody compares one by one. */
#define MAX_WORDS 400

static void
add_words (const char *text,
           GPtrArray  *words,
           GArray     *spans)
{
  const char *position = text;
  const char *word;
  gsize length;

  while (words->len < MAX_WORDS && ik_wording_next (&position, &word, &length))
    {
      IkWordSpan span = { (guint) (word - text), (guint) (word - text + length) };
      GString *folded = g_string_new (NULL);

      ik_wording_fold (folded, word, length);
      g_ptr_array_add (words, g_string_free (folded, FALSE));
      if (spans != NULL)
        g_array_append_val (spans, span);
    }
}

/* The length of the longest common subsequence of what follows each two places. */
static guint16 *
measure (GPtrArray *words,
         GPtrArray *others)
{
  guint width = others->len + 1;
  guint16 *lengths = g_new0 (guint16, (gsize) (words->len + 1) * width);

  for (guint i = words->len; i-- > 0;)
    {
      for (guint j = others->len; j-- > 0;)
        {
          guint16 *length = &lengths[i * width + j];

          if (g_str_equal (words->pdata[i], others->pdata[j]))
            *length = lengths[(i + 1) * width + j + 1] + 1;
          else
            *length = MAX (lengths[(i + 1) * width + j], lengths[i * width + j + 1]);
        }
    }

  return lengths;
}

/* Words that follow each other are one span. */
static void
add_span (GArray           *found,
          const IkWordSpan *span,
          gboolean          joins)
{
  if (joins && found->len > 0)
    g_array_index (found, IkWordSpan, found->len - 1).end = span->end;
  else
    g_array_append_vals (found, span, 1);
}

/**
 * ik_word_difference_find:
 * @text: a text, valid UTF-8
 * @other: the text it is compared with
 *
 * Finds the words of a text that the other one hasn't, or has at another place;
 * neither case nor punctuation counts. Of very long texts the beginnings are
 * compared.
 *
 * Returns: (transfer full) (element-type IkWordSpan): where they are, ascending
 */
GArray *
ik_word_difference_find (const char *text,
                         const char *other)
{
  g_autoptr(GPtrArray) words = ik_text_list_new ();
  g_autoptr(GPtrArray) others = ik_text_list_new ();
  g_autoptr(GArray) spans = g_array_new (FALSE, FALSE, sizeof (IkWordSpan));
  GArray *found = g_array_new (FALSE, FALSE, sizeof (IkWordSpan));
  g_autofree guint16 *lengths = NULL;
  gboolean joins = FALSE;
  guint j = 0;

  add_words (text, words, spans);
  add_words (other, others, NULL);
  lengths = measure (words, others);

  for (guint i = 0; i < words->len;)
    {
      guint width = others->len + 1;

      if (j < others->len && g_str_equal (words->pdata[i], others->pdata[j]))
        {
          joins = FALSE;
          i++;
          j++;
        }
      else if (j < others->len && lengths[i * width + j + 1] >= lengths[(i + 1) * width + j])
        j++;
      else
        {
          add_span (found, &g_array_index (spans, IkWordSpan, i), joins);
          joins = TRUE;
          i++;
        }
    }

  return found;
}
