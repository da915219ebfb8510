#include "ik-list.h"
#include "ik-note.h"

/* What becomes of the paragraphs "one", "two", "three" of the times 1, 2, 3,
 * edited at the time 9. An id is written as the number of the paragraph that it
 * came from, or "n" for a new one. */
static const struct
{
  const char *text;
  const char *ids;
  const char *times;
  gboolean    changed;
} cases[] = {
  { "one\ntwo\nthree", "123", "123", FALSE },
  { "one\ntwo!\nthree", "123", "123", TRUE },
  { "one\ntwo\nthree\n", "123n", "1239", TRUE },
  { "one\ntwo\nthree\nfour", "123n", "1239", TRUE },
  { "zero\none\ntwo\nthree", "n123", "9123", TRUE },
  { "one\nand\ntwo\nthree", "1n23", "1923", TRUE },
  { "one\nthree", "13", "13", TRUE },
  { "two\nthree", "23", "23", TRUE },
  { "one\ntwo", "12", "12", TRUE },
  { "one\ntwo and three", "12", "12", TRUE },
  { "other\nthree", "13", "13", TRUE },
  { "wholly\ndifferent\ntext\nhere", "123n", "1239", TRUE },
  { "three\ntwo\none", "123", "123", TRUE },
  { "one\none\ntwo\nthree", "1n23", "1923", TRUE },
  { "", "", "", TRUE },
};

static GPtrArray *
make_notes (void)
{
  GPtrArray *notes = ik_notes_new ();

  ik_notes_update (notes, "one", 1);
  ik_notes_update (notes, "one\ntwo", 2);
  ik_notes_update (notes, "one\ntwo\nthree", 3);

  return notes;
}

static char
find_origin (GPtrArray    *before,
             const IkNote *note)
{
  for (guint i = 0; i < before->len; i++)
    {
      if (g_str_equal (((IkNote *) before->pdata[i])->id, note->id))
        return (char) ('1' + i);
    }

  return 'n';
}

static void
test_update (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) notes = make_notes ();
      g_autoptr(GPtrArray) before = ik_list_copy (notes, ik_note_copy, ik_note_free);
      g_autoptr(GString) ids = g_string_new (NULL);
      g_autoptr(GString) times = g_string_new (NULL);
      g_autofree char *text = NULL;

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpint (ik_notes_update (notes, cases[i].text, 9), ==, cases[i].changed);

      for (guint j = 0; j < notes->len; j++)
        {
          const IkNote *note = notes->pdata[j];

          g_string_append_c (ids, find_origin (before, note));
          g_string_append_c (times, (char) ('0' + note->at_us));
        }

      text = ik_notes_to_text (notes);
      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpstr (ids->str, ==, cases[i].ids);
      g_assert_cmpstr (times->str, ==, cases[i].times);
    }
}

/* A text view counts each of these as the end of a paragraph. */
static void
test_breaks (void)
{
  g_autoptr(GPtrArray) notes = ik_notes_new ();
  g_autofree char *text = NULL;

  g_assert_true (ik_notes_update (notes, "a\r\nb\rc\u2029d\n\re\u2028f\r\n", 1));
  text = ik_notes_to_text (notes);
  g_assert_cmpstr (text, ==, "a\nb\nc\nd\n\ne\u2028f\n");
  g_assert_false (ik_notes_update (notes, text, 2));
  g_assert_cmpuint (notes->len, ==, 7);
}

static void
test_blank (void)
{
  static const struct
  {
    const char *text;
    gboolean    is_blank;
  } texts[] = {
    { "", TRUE }, { " \t\n \r", TRUE }, { "\n\nx", FALSE }, { "x", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GPtrArray) notes = ik_notes_new ();

      ik_notes_update (notes, texts[i].text, 1);
      g_assert_cmpint (ik_notes_are_blank (notes), ==, texts[i].is_blank);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/model/note/update", test_update);
  g_test_add_func ("/model/note/breaks", test_breaks);
  g_test_add_func ("/model/note/blank", test_blank);

  return g_test_run ();
}
