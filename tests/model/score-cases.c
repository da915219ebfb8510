/* Does the sums of interviews that it reads, for check_scores.py to compare.
 *
 * Input, a word or number after the other: for each interview the number of
 * rubrics; of each the number of its levels and their values; the number of
 * competencies; of each its rating; the number of items, and of each: rubric,
 * competency, scored, outcome, rating, not assessed, weight, knock-out, evidence,
 * milliseconds. Places count from 0; "-" is none.
 *
 * Output, a line for each interview: see print_interview ().
 */
#include "ik-review.h"
#include "ik-score.h"
#include "ik-text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static gboolean
read_number (int *out_number)
{
  char word[32];

  if (scanf ("%31s", word) != 1)
    return FALSE;

  *out_number = g_str_equal (word, "-") ? IK_RATING_NONE : atoi (word);
  return TRUE;
}

static int
next (void)
{
  int number = 0;

  if (!read_number (&number))
    g_error ("The input ends in the middle of an interview");

  return number;
}

static char *
next_id (const char *kind)
{
  int place = next ();

  return place == IK_RATING_NONE ? NULL : g_strdup_printf ("%s-%d", kind, place);
}

static void
read_rubrics (IkInterview *interview,
              guint        n_rubrics)
{
  for (guint i = 0; i < n_rubrics; i++)
    {
      g_autofree char *id = g_strdup_printf ("rubric-%u", i);
      IkRubric *rubric = ik_rubric_new (id, id);
      int n_levels = next ();

      for (int k = 0; k < n_levels; k++)
        g_ptr_array_add (rubric->levels, ik_rubric_level_new (next (), "level", ""));
      g_ptr_array_add (interview->rubrics, rubric);
    }
}

static void
read_competencies (IkInterview *interview)
{
  int n_competencies = next ();

  for (int i = 0; i < n_competencies; i++)
    {
      g_autofree char *id = g_strdup_printf ("competency-%d", i);
      g_autoptr(IkCompetency) competency = ik_competency_new (id, id, "");
      IkCompetencyRating *rating = ik_competency_rating_new (competency);

      rating->rating = next ();
      g_ptr_array_add (interview->competencies, rating);
    }
}

static void
read_items (IkInterview *interview)
{
  int n_items = next ();

  for (int i = 0; i < n_items; i++)
    {
      IkInterviewItem *item = ik_interview_item_new_off_script ("What?");

      item->rubric_id = next_id ("rubric");
      item->competency_id = next_id ("competency");
      item->scored = next ();
      item->outcome = next ();
      item->rating = next ();
      item->not_assessed = next ();
      item->weight = next ();
      item->knock_out = next ();
      ik_text_set (&item->evidence, next () ? "A line" : "");
      item->elapsed_ms = next ();
      g_ptr_array_add (interview->items, item);
    }
}

/* Scale, sum and counts; the mean with all its digits. */
static void
print_means (const IkInterview *interview,
             const char        *competency_id)
{
  g_autoptr(GArray) means = ik_interview_compute_means (interview, competency_id);

  printf (" %u", means->len);
  for (guint i = 0; i < means->len; i++)
    {
      const IkMean *mean = &g_array_index (means, IkMean, i);

      printf (" %s %.17g %u %u %d", mean->scale->id, mean->mean, mean->n_rated, mean->n_of,
              mean->is_weighted);
    }
}

static void
print_mean (const IkMean *mean)
{
  printf (" %s %.17g %u %u %d", mean->scale != NULL ? mean->scale->id : "-", mean->mean,
          mean->n_rated, mean->n_of, mean->is_mixed);
}

static void
print_interview (const IkInterview *interview)
{
  IkMean mean = ik_interview_compute_mean (interview);
  guint standings[IK_N_ITEM_STANDINGS];
  guint knock_outs[IK_N_KNOCK_OUTS];

  printf ("means");
  print_means (interview, NULL);
  print_mean (&mean);

  for (guint i = 0; i < interview->competencies->len; i++)
    {
      const IkCompetencyRating *rating = interview->competencies->pdata[i];

      mean = ik_interview_compute_competency_mean (interview, rating->competency->id);
      printf (" competency");
      print_means (interview, rating->competency->id);
      print_mean (&mean);
      printf (" %d", ik_competency_rating_wants_review (rating, interview));
    }

  ik_interview_count_standings (interview, standings);
  printf (" standings");
  for (guint i = 0; i < IK_N_ITEM_STANDINGS; i++)
    printf (" %u", standings[i]);

  ik_interview_count_knock_outs (interview, knock_outs);
  printf (" knock-outs");
  for (guint i = 0; i < IK_N_KNOCK_OUTS; i++)
    printf (" %u", knock_outs[i]);

  printf (" parts %d %d\n", ik_interview_parts_are_rated (interview),
          ik_interview_check_parts (interview, NULL));
}

int
main (void)
{
  int n_rubrics;

  while (read_number (&n_rubrics))
    {
      g_autoptr(IkInterview) interview = ik_interview_new ();

      read_rubrics (interview, n_rubrics);
      read_competencies (interview);
      read_items (interview);
      print_interview (interview);
    }

  return EXIT_SUCCESS;
}
