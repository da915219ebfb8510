#include "ik-answers.h"

#include "ik-interview-store.h"
#include "ik-interviewer-store.h"
#include "ik-interviews.h"
#include "ik-question-answer-store.h"
#include "ik-record.h"

#include <glib/gi18n.h>
#include <string.h>

/* Answers of several candidates to one question, to rate like with like. Everything
 * that takes a library blocks: call it off the main loop. */

/* As many as anybody compares; the latest ones. */
#define MAX_ANSWERS 100

/**
 * ik_answer_free:
 * @self: (transfer full): an answer
 */
void
ik_answer_free (IkAnswer *self)
{
  g_free (self->interview_id);
  g_free (self->candidate_id);
  ik_interview_item_free (self->item);
  g_clear_pointer (&self->rubric, ik_rubric_free);
  g_free (self);
}

static IkAnswer *
load_answer (IkDatabase           *database,
             const IkAnswerPlace  *place,
             GError              **error)
{
  g_autoptr(IkInterview) interview = NULL;
  const IkInterviewItem *item;
  const IkRubric *rubric;
  IkAnswer *answer;

  interview = ik_interview_store_load (database, place->interview_id, error);
  if (interview == NULL)
    return NULL;

  item = ik_interview_find_item (interview, place->item_id);
  rubric = ik_interview_get_rubric (interview, item);
  answer = g_new0 (IkAnswer, 1);
  answer->interview_id = g_strdup (interview->id);
  answer->candidate_id = g_strdup (interview->candidate_id);
  answer->item = ik_interview_item_copy (item);
  answer->rubric = rubric != NULL ? ik_rubric_copy (rubric) : NULL;
  answer->can_rate = place->is_own && interview->state == IK_INTERVIEW_STATE_REVIEW;

  return answer;
}

/* A place in the order that has nothing to do with the person, and stays. */
static char *
compute_place (const char *id,
               const char *seed)
{
  g_autofree char *text = g_strconcat (seed, id, NULL);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

static int
compare_places (const char *one,
                const char *other,
                const char *seed)
{
  g_autofree char *first = compute_place (one, seed);
  g_autofree char *second = compute_place (other, seed);

  return strcmp (first, second);
}

static int
compare_cb (gconstpointer one,
            gconstpointer other,
            gpointer      seed)
{
  const IkAnswer *first = *(IkAnswer *const *) one;
  const IkAnswer *second = *(IkAnswer *const *) other;
  int order = compare_places (first->candidate_id, second->candidate_id, seed);

  return order != 0 ? order : compare_places (first->item->id, second->item->id, seed);
}

/* @answers stand by candidate. */
static void
number_candidates (GPtrArray *answers)
{
  const IkAnswer *before = NULL;

  for (guint i = 0; i < answers->len; i++)
    {
      IkAnswer *answer = answers->pdata[i];

      if (before == NULL)
        answer->number = 1;
      else
        answer->number = before->number +
                         !g_str_equal (answer->candidate_id, before->candidate_id);
      before = answer;
    }
}

typedef struct
{
  const char *question_id;
  GPtrArray  *answers;     /* (owned by the caller) (nullable) */
} List;

static gboolean
list_cb (IkDatabase    *database,
         gpointer       data,
         GCancellable  *cancellable,
         GError       **error)
{
  List *list = data;
  g_autoptr(GPtrArray) places = NULL;
  g_autoptr(GPtrArray) answers = NULL;

  places = ik_question_answer_store_list (database, list->question_id, MAX_ANSWERS, error);
  if (places == NULL)
    return FALSE;

  answers = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_answer_free);
  for (guint i = 0; i < places->len; i++)
    {
      IkAnswer *answer = load_answer (database, places->pdata[i], error);

      if (answer == NULL)
        return FALSE;
      g_ptr_array_add (answers, answer);
    }

  list->answers = g_steal_pointer (&answers);
  return TRUE;
}

/**
 * ik_answers_list:
 * @library: a library
 * @question_id: a question of the bank
 * @seed: any text; the order depends on it and on nothing else
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * The answers to a question that the owner may see, without names, in an order
 * that tells nothing: by SHA-256 of the seed and the id of the candidate, then of the
 * item, so that one that comes or goes leaves the order of the others. At most a
 * hundred, the latest.
 *
 * Returns: (transfer full) (element-type IkAnswer): the answers; %NULL with
 *   @error set on failure
 */
GPtrArray *
ik_answers_list (IkLibrary     *library,
                 const char    *question_id,
                 const char    *seed,
                 GCancellable  *cancellable,
                 GError       **error)
{
  List list = { question_id, NULL };

  if (ik_library_read (library, list_cb, &list, cancellable, error))
    {
      g_ptr_array_sort_with_data (list.answers, compare_cb, (gpointer) seed);
      number_candidates (list.answers);
    }

  return list.answers;
}

static gboolean
check_own_cb (IkDatabase    *database,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  const IkInterview *interview = data;
  g_autofree char *owner_id = NULL;

  if (!ik_interviewer_store_get_owner (database, &owner_id, NULL, error))
    return FALSE;
  if (g_strcmp0 (owner_id, interview->interviewer_id) == 0)
    return TRUE;

  g_set_error_literal (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED,
                       _("This answer stays as it is: it is somebody else's to rate"));
  return FALSE;
}

/**
 * ik_answers_rate:
 * @library: a library
 * @interview_id: an interview of the owner's own that is not handed in
 * @item_id: its copy of the question
 * @rating: value of a level, or IK_RATING_NONE
 * @not_assessed: whether it is left out on purpose
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Rates one answer, by the rules of the review. Undoable.
 *
 * Returns: whether it succeeded; #IK_STORE_ERROR_REFUSED for an interview of
 *   somebody else's, one that was handed in, or what the review doesn't allow
 */
gboolean
ik_answers_rate (IkLibrary     *library,
                 const char    *interview_id,
                 const char    *item_id,
                 int            rating,
                 gboolean       not_assessed,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autoptr(IkInterview) base = ik_interviews_load (library, interview_id, cancellable, error);
  g_autoptr(IkInterview) interview = NULL;
  IkInterviewItem *item;

  if (base == NULL || !ik_library_read (library, check_own_cb, base, cancellable, error))
    return FALSE;

  interview = ik_interview_copy (base);
  item = ik_interview_find_item (interview, item_id);
  if (item == NULL)
    return ik_record_set_not_found (IK_RECORD_QUESTION, item_id, error);

  item->rating = rating;
  item->not_assessed = not_assessed;

  return ik_interviews_save_review (library, interview, base, _("Rate an Answer"), cancellable,
                                    error);
}
