#include <string.h>

#include "ik-importer.h"
#include "ik-outcome.h"

/* Stands in each piece of a page that is none of its content, and nowhere
 * else. */
#define BESIDE "Beside"

/* Look-alikes of pages as browsers save them and programs export them, and
 * what comes of each, see ik_outcome_of(). */
static const struct
{
  const char *name;
  const char *outcome;
} pages[] = {
  { "blog", "Questions for a beekeeper|How do you find the queen?|-|a|0|0|0\n"
    "Questions for a beekeeper|What do you do before winter?|-|a|0|0|0\n"
    "Questions for a beekeeper|When do bees swarm?|-|a|0|0|0\n" },
  { "confluence", "Soil|What is a bed short of where nettles grow?|-|a|0|0|0\n"
    "Soil|When do you lime?|-|a|0|0|0\nSoil|Why do you dig?|-|a|0|0|0\n" },
  { "forum", "|Why does my dough stick to the board?|d|a|0|0|0\n" },
  { "gdocs", "Knives|How do you keep a knife sharp?|-|a|0|0|0\n"
    "Knives|Which knife do you use for bread?|-|a|0|0|0\n"
    "Knives|Where do you put a wet knife?|-|a|0|0|0\n" },
  { "notion", "Milk|How do you froth milk?|-|a|0|0|0\nMilk|What goes wrong with oat milk?|-|a|0|0|0\n"
    "Coffee|Why is a shot sour?|-|a|0|0|0\nCoffee|How much is a dose?|-|a|0|0|0\n" },
  { "readme", "Wind|When do you reef?|-|a|0|0|0\nWind|How do you write a course?|-|a|0|0|0\n"
    "Wind|What does a falling glass mean?|-|a|0|0|0\n" },
  { "story", "Questions I ask every florist|How do you keep roses fresh?|-|a|0|0|0\n"
    "Questions I ask every florist|What goes with lilies?|-|a|0|0|0\n"
    "Questions I ask every florist|Who buys on Mondays?|-|a|0|0|0\n" },
  { "tutorial", "Basics|What is a fork?|-|a|0|0|0\nBasics|When is a pawn passed?|-|a|0|0|0\n"
    "Endings|What is the opposition?|-|a|0|0|0\nEndings|How do you win with a rook?|-|a|0|0|0\n" },
  { "wiki", "Leaves|Why is green tea green?|-|a|0|0|0\nLeaves|How hot is the water for it?|-|a|0|0|0\n"
    "Leaves|What does a long steep do?|-|a|0|0|0\n" },
};

static char *
load (const char *name)
{
  g_autofree char *file = g_strconcat (name, ".html", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "pages", file, NULL);
  g_autoptr(GError) error = NULL;
  char *page = NULL;

  g_file_get_contents (path, &page, NULL, &error);
  g_assert_no_error (error);

  return page;
}

static guint
count_beside (const char *text)
{
  guint n = 0;

  while ((text = strstr (text, BESIDE)) != NULL)
    {
      text += strlen (BESIDE);
      n++;
    }

  return n;
}

/* All that stands beside the content is left over, none of it in a question. */
static void
test_page (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *page = load (pages[i].name);
  g_autofree char *outcome = ik_outcome_of (page);
  g_autoptr(IkPack) pack = ik_outcome_read (page);
  guint n_beside = 0;

  g_assert_cmpstr (outcome, ==, pages[i].outcome);
  for (guint k = 0; k < pack->left_over->len; k++)
    {
      const IkLeftOver *left = pack->left_over->pdata[k];

      g_assert_cmpstr (left->reason, !=, "");
      g_assert_cmpuint (left->first, <=, left->last);
      n_beside += count_beside (left->text);
    }
  g_assert_cmpuint (n_beside, ==, count_beside (page));
}

/* The lines of what was set aside are lines of the source. */
static void
test_lines (void)
{
  g_autofree char *page = load ("blog");
  g_autoptr(GBytes) bytes = g_bytes_new_static (page, strlen (page));
  g_autoptr(GError) error = NULL;
  g_autoptr(IkDocument) document = ik_document_open (bytes, "blog.html", IK_DOCUMENT_KIND_HTML, NULL,
                                                     &error);
  g_autoptr(IkPack) pack = NULL;
  g_auto(GStrv) lines = NULL;

  g_assert_no_error (error);
  pack = ik_importer_draft (document, NULL, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (ik_document_get_source (document), "\n", -1);
  g_assert_null (strstr (document->text, BESIDE));
  for (guint i = 0; i < pack->left_over->len; i++)
    {
      const IkLeftOver *left = pack->left_over->pdata[i];

      g_assert_true (g_str_has_prefix (left->text, lines[left->first - 1]));
      g_assert_true (g_str_has_suffix (left->text, lines[left->last - 1]));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *path = g_strconcat ("/importer/saved-pages/", pages[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_page);
    }
  g_test_add_func ("/importer/saved-pages/lines", test_lines);

  return g_test_run ();
}
