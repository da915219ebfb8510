#include "ik-note-lint.h"

#include "ik-lint-resources.h"

#include <string.h>

/**
 * IkNoteLint:
 *
 * Finds wording in the notes of an interview that says nothing about the job:
 * age, family, health, origin, faith, looks. It works by lists of phrases, not
 * of bare words, so that what a text is about in earnest (a race condition, the
 * health check of a server) is left alone, and it decides nothing: a mark is a
 * hint to the person who writes. The lists are in the program itself, as they
 * change with the code that reads them and must never be missing.
 *
 * Once it has its lists it does not change; any thread may use it then.
 */
struct _IkNoteLint
{
  GPtrArray *lists; /* (element-type IkLintList) (owned) */
};

#define LISTS_PATH "/com/example/InterviewKit/lint/"

/* A language takes part if it has at least this share of the common words of the
* one that has most: who writes in two languages, changes within the sentence. */
#define LANGUAGE_SHARE 3

/**
 * ik_note_lint_new:
 *
 * Returns: (transfer full): a lint without any list
 */
IkNoteLint *
ik_note_lint_new (void)
{
  IkNoteLint *self = g_new0 (IkNoteLint, 1);

  self->lists = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_lint_list_free);

  return self;
}

/**
 * ik_note_lint_free:
 * @self: (transfer full): a lint
 */
void
ik_note_lint_free (IkNoteLint *self)
{
  g_ptr_array_unref (self->lists);
  g_free (self);
}

/**
 * ik_note_lint_add_list:
 * @self: a lint
 * @language: code of the language, such as "de"
 * @text: the list, valid UTF-8, in the form of data/lint/en.txt
 * @error: return location
 *
 * Adds the wordings of a language.
 *
 * Returns: whether @text is a list; %FALSE with #IK_LINT_ERROR set, nothing is
 *   added then
 */
gboolean
ik_note_lint_add_list (IkNoteLint  *self,
                       const char  *language,
                       const char  *text,
                       GError     **error)
{
  IkLintList *list = ik_lint_list_new (language, text, error);

  if (list == NULL)
    return FALSE;

  g_ptr_array_add (self->lists, list);
  return TRUE;
}

/* Lists of the program that cannot be read are a fault of the program. */
static void
add_own_list (IkNoteLint *self,
              const char *name)
{
  g_autofree char *path = g_strconcat (LISTS_PATH, name, NULL);
  g_autofree char *language = g_strndup (name, strcspn (name, "."));
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = g_resource_lookup_data (ik_lint_get_resource (), path,
                                                    G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  g_assert_no_error (error);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  ik_note_lint_add_list (self, language, text, &error);
  g_assert_no_error (error);
}

static gpointer
load_default (gpointer data G_GNUC_UNUSED)
{
  IkNoteLint *self = ik_note_lint_new ();
  g_auto(GStrv) names = g_resource_enumerate_children (ik_lint_get_resource (), LISTS_PATH,
                                                       G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert (names != NULL);
  for (guint i = 0; names[i] != NULL; i++)
    add_own_list (self, names[i]);

  return self;
}

/**
 * ik_note_lint_get_default:
 *
 * Any thread. The first call reads the lists.
 *
 * Returns: (transfer none): the lint with the lists of the program, for as long
 *   as it runs
 */
const IkNoteLint *
ik_note_lint_get_default (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, load_default, NULL);
}

/* Of "de_AT.UTF-8" it is "de" that counts. */
static gboolean
is_language (const char *name,
             const char *language)
{
  gsize length = strlen (language);

  return g_ascii_strncasecmp (name, language, length) == 0 && !g_ascii_isalpha (name[length]);
}

/* The words decide which languages a text is in; one that the person uses
 * anyway counts for one word more. A text that says nothing about its language,
 * such as a single word, may be in any. */
static GPtrArray *
find_lists (const IkNoteLint  *self,
            const GArray      *words,
            const char *const *languages)
{
  GPtrArray *lists = g_ptr_array_new ();
  g_autofree guint *counts = g_new0 (guint, self->lists->len);
  guint most = 0;

  for (guint i = 0; i < self->lists->len; i++)
    {
      counts[i] = ik_lint_list_count_common (self->lists->pdata[i], words);
      most = MAX (most, counts[i]);
    }

  for (guint i = 0; i < self->lists->len; i++)
    {
      const char *language = ik_lint_list_get_language (self->lists->pdata[i]);
      guint count = counts[i];

      for (guint j = 0; languages != NULL && languages[j] != NULL; j++)
        {
          if (is_language (languages[j], language))
            {
              count++;
              break;
            }
        }
      if (count * LANGUAGE_SHARE >= most)
        g_ptr_array_add (lists, self->lists->pdata[i]);
    }

  return lists;
}

static gboolean
is_any_fine (const guint8 *fine,
             guint         start,
             guint         end)
{
  return memchr (fine + start, TRUE, end - start) != NULL;
}

/* Finds the phrases of one list. Sets in @ends where the one that begins at a
 * word ends, if it is longer than what is there. */
static void
find_phrases (const IkLintList *list,
              const GArray     *words,
              guint            *ends,
              IkLintSubject    *subjects,
              guint8           *fine)
{
  for (guint i = 0; i < words->len; i++)
    {
      IkLintSubject subject = IK_LINT_FINE;
      guint end = ik_lint_list_match (list, words, i, &subject);

      if (subject == IK_LINT_FINE)
        {
          for (guint j = i; j < end; j++)
            fine[j] = TRUE;
        }
      else if (end > ends[i])
        {
          ends[i] = end;
          subjects[i] = subject;
        }
    }
}

/* A wording that begins within the one before it goes on with it where both are
 * about the same, and follows it where they are not. */
static void
add_mark (GArray        *marks,
          const GArray  *words,
          guint          start,
          guint          end,
          IkLintSubject  subject,
          gboolean       goes_on)
{
  IkNoteMark mark = {
    .start = g_array_index (words, IkLintWord, start).start,
    .end = g_array_index (words, IkLintWord, end - 1).end,
    .subject = subject,
  };
  IkNoteMark *last = goes_on ? &g_array_index (marks, IkNoteMark, marks->len - 1) : NULL;

  if (last != NULL && last->subject == subject)
    last->end = mark.end;
  else
    g_array_append_val (marks, mark);
}

/**
 * ik_note_lint_check:
 * @self: a lint
 * @text: a note or part of one, valid UTF-8
 * @languages: (array zero-terminated=1) (nullable): those the person uses, as
 *   g_get_language_names() has them
 *
 * Finds wording that is not job-related. Case, accents and how they are encoded
 * make no difference. Linear in @text. Any thread.
 *
 * Returns: (transfer full) (element-type IkNoteMark): marks in the order of the
 *   text, which do not overlap; may be empty
 */
GArray *
ik_note_lint_check (const IkNoteLint  *self,
                    const char        *text,
                    const char *const *languages)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (IkNoteMark));
  g_autoptr(IkLintText) split = ik_lint_text_new (text);
  const GArray *words = split->words;
  g_autoptr(GPtrArray) lists = find_lists (self, words, languages);
  g_autofree guint *ends = g_new0 (guint, words->len + 1);
  g_autofree IkLintSubject *subjects = g_new0 (IkLintSubject, words->len + 1);
  g_autofree guint8 *fine = g_new0 (guint8, words->len + 1);
  guint end = 0;

  for (guint i = 0; i < lists->len; i++)
    find_phrases (lists->pdata[i], words, ends, subjects, fine);

  for (guint i = 0; i < words->len; i++)
    {
      if (ends[i] > end && !is_any_fine (fine, i, ends[i]))
        {
          add_mark (marks, words, MAX (i, end), ends[i], subjects[i], i < end);
          end = ends[i];
        }
    }

  return marks;
}
