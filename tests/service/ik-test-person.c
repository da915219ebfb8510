#include "ik-test-person.h"

#include "ik-bank-edit.h"
#include "ik-bank.h"
#include "ik-candidates.h"
#include "ik-chips.h"
#include "ik-comments.h"
#include "ik-duplicates.h"
#include "ik-import.h"
#include "ik-interviews.h"
#include "ik-scales.h"
#include "ik-searches.h"
#include "ik-sets.h"
#include "ik-text.h"

typedef gboolean (*Command) (IkTestPerson  *self,
                             GError **error);

static guint
pick (IkTestPerson *self,
      guint         n)
{
  return (guint) g_rand_int_range (self->rand, 0, (gint32) n);
}

static char *
make_text (IkTestPerson *self)
{
  static const char *const words[] = { "cache", "queue", "Größe", "答案", "=1+1", "naïve", "\n",
                                       "slow", "حالة", "test", "\"two\"", "o'clock" };
  GString *text = g_string_new (NULL);
  guint n = 1 + pick (self, 12);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", words[pick (self, G_N_ELEMENTS (words))]);
  g_string_append_printf (text, " %u", pick (self, 1000));

  return g_string_free (text, FALSE);
}

static char *
make_line (IkTestPerson *self)
{
  return g_strdelimit (make_text (self), "\n", ' ');
}

/* One of a list, NULL where it is empty. */
static gpointer
pick_from (IkTestPerson *self,
           GPtrArray    *list)
{
  g_assert_nonnull (list);
  return list->len > 0 ? list->pdata[pick (self, list->len)] : NULL;
}

static char *
pick_pack (IkTestPerson *self)
{
  g_autoptr(GPtrArray) packs = ik_bank_list_packs (self->library, NULL, NULL);
  const IkPackSummary *pack = pick_from (self, packs);

  return g_strdup (pack != NULL ? pack->id : NULL);
}

static char *
pick_question (IkTestPerson *self)
{
  IkQuestionFilter filter = { .states = IK_QUESTION_STATES_ALL };
  g_autoptr(GPtrArray) questions = ik_bank_list_questions (self->library, &filter, NULL, NULL);
  const IkQuestionSummary *question = pick_from (self, questions);

  return g_strdup (question != NULL ? question->id : NULL);
}

static char *
pick_set (IkTestPerson *self)
{
  g_autoptr(GPtrArray) sets = ik_sets_list (self->library, NULL, NULL);
  const IkSetSummary *set = pick_from (self, sets);

  return g_strdup (set != NULL ? set->id : NULL);
}

static char *
pick_candidate (IkTestPerson *self)
{
  g_autoptr(GPtrArray) candidates = ik_candidates_list (self->library, NULL, NULL);
  const IkCandidate *candidate = pick_from (self, candidates);

  return g_strdup (candidate != NULL ? candidate->id : NULL);
}

static char *
pick_rubric (IkTestPerson *self)
{
  g_autoptr(GPtrArray) rubrics = ik_bank_list_rubrics (self->library, NULL, NULL);

  return g_strdup (((const IkRubric *) pick_from (self, rubrics))->id);
}

static char *
pick_competency (IkTestPerson *self)
{
  g_autoptr(GPtrArray) competencies = ik_bank_list_competencies (self->library, NULL, NULL);
  const IkCompetency *competency = pick_from (self, competencies);

  return g_strdup (competency != NULL ? competency->id : NULL);
}

static char *
pick_interview (IkTestPerson *self)
{
  g_autoptr(GPtrArray) interviews = ik_interviews_list (self->library, NULL, NULL, NULL);
  const IkInterviewSummary *interview = pick_from (self, interviews);

  return g_strdup (interview != NULL ? interview->id : NULL);
}

static void
change_question (IkTestPerson *self,
                 IkQuestion   *question)
{
  g_autofree char *prompt = make_line (self);
  g_autofree char *details = make_text (self);

  ik_text_set (&question->candidate.prompt, prompt);
  ik_text_set (&question->candidate.details, pick (self, 2) == 0 ? details : "");
  question->minutes = pick (self, 30);
  question->kind = IK_QUESTION_KIND_OPEN + pick (self, 4);
  question->state = pick (self, 8) == 0 ? IK_QUESTION_STATE_ARCHIVED : IK_QUESTION_STATE_READY;
  g_ptr_array_set_size (question->tags, 0);
  for (guint i = pick (self, 4); i > 0; i--)
    g_ptr_array_add (question->tags, g_strdup_printf ("tag %u", i));
  g_ptr_array_set_size (question->interviewer.red_flags, 0);
  for (guint i = pick (self, 4); i > 0; i--)
    g_ptr_array_add (question->interviewer.red_flags, make_line (self));
}

static IkQuestion *
make_question (IkTestPerson *self)
{
  IkQuestion *question = ik_question_new ("");

  change_question (self, question);
  return question;
}

static gboolean
create_pack (IkTestPerson  *self,
             GError       **error)
{
  g_autofree char *title = make_line (self);
  g_autofree char *id = ik_bank_create_pack (self->library, title, NULL, error);

  return id != NULL;
}

static gboolean
rename_pack (IkTestPerson  *self,
             GError       **error)
{
  g_autofree char *id = pick_pack (self);
  g_autofree char *title = make_line (self);

  return id == NULL || ik_bank_rename_pack (self->library, id, title, NULL, error);
}

static gboolean
remove_pack (IkTestPerson  *self,
             GError       **error)
{
  g_autofree char *id = pick_pack (self);

  return id == NULL || ik_bank_remove_pack (self->library, id, NULL, error);
}

static gboolean
import_pack (IkTestPerson  *self,
             GError       **error)
{
  g_autofree char *title = make_line (self);
  g_autoptr(IkPack) pack = ik_pack_new (title);
  g_autofree char *id = NULL;

  for (guint i = 1 + pick (self, 3); i > 0; i--)
    {
      IkSection *section = ik_section_new (title);

      g_ptr_array_add (pack->sections, section);
      for (guint j = 1 + pick (self, 5); j > 0; j--)
        g_ptr_array_add (section->questions, make_question (self));
    }
  id = ik_import_store (self->library, pack, NULL, NULL, error);

  return id != NULL;
}

/* What somebody else has made of a pack of the library. */
static gboolean
import_again (IkTestPerson  *self,
              GError       **error)
{
  g_autofree char *id = pick_pack (self);
  g_autoptr(IkPack) pack = NULL;
  g_autofree char *stored = NULL;

  if (id == NULL)
    return TRUE;

  pack = ik_bank_load_pack (self->library, id, NULL, error);
  if (pack == NULL)
    return FALSE;

  for (guint i = 0; i < pack->sections->len; i++)
    {
      const IkSection *section = pack->sections->pdata[i];

      for (guint j = 0; j < section->questions->len; j++)
        {
          if (pick (self, 2) == 0)
            change_question (self, section->questions->pdata[j]);
        }
      g_ptr_array_add (section->questions, make_question (self));
    }
  if (ik_pack_count_questions (pack) == 0)
    return TRUE;

  stored = ik_import_store (self->library, pack, NULL, NULL, error);
  return stored != NULL;
}

static gboolean
add_question (IkTestPerson  *self,
              GError       **error)
{
  g_autofree char *pack_id = pick_pack (self);
  g_autoptr(IkQuestion) question = make_question (self);
  g_autofree char *id = NULL;

  if (pack_id == NULL)
    return TRUE;

  id = ik_bank_add_question (self->library, pack_id, "Added", question, NULL, error);
  return id != NULL;
}

static gboolean
save_question (IkTestPerson  *self,
               GError       **error)
{
  g_autofree char *id = pick_question (self);
  g_autofree char *rubric_id = pick_rubric (self);
  g_autofree char *competency_id = pick_competency (self);
  g_autoptr(IkQuestion) question = NULL;

  if (id == NULL)
    return TRUE;

  question = ik_bank_load_question (self->library, id, NULL, error);
  if (question == NULL)
    return FALSE;

  change_question (self, question);
  g_free (question->rubric_id);
  question->rubric_id = pick (self, 2) == 0 ? g_steal_pointer (&rubric_id) : NULL;
  g_free (question->competency_id);
  question->competency_id = g_steal_pointer (&competency_id);

  return ik_bank_save_question (self->library, question, NULL, error);
}

static gboolean
remove_question (IkTestPerson  *self,
                 GError       **error)
{
  g_autofree char *id = pick_question (self);

  return id == NULL || ik_bank_remove_question (self->library, id, NULL, error);
}

/* Half of all questions, archived ones as well. */
static gboolean
change_many (IkTestPerson  *self,
             GError       **error)
{
  IkQuestionFilter filter = { .states = IK_QUESTION_STATES_ALL };
  g_autoptr(GArray) found = ik_bank_find_questions (self->library, &filter, NULL, error);
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *pack_id = pick_pack (self);
  g_autofree char *text = make_line (self);
  IkQuestionEdit edit = { .text = text, .pack_id = pack_id, .section = "Changed" };

  if (found == NULL)
    return FALSE;

  for (guint i = 0; i < found->len; i++)
    {
      if (pick (self, 2) == 0)
        g_array_append_val (rows, g_array_index (found, gint64, i));
    }
  if (rows->len == 0)
    return TRUE;

  edit.kind = IK_QUESTION_EDIT_ADD_TAG + pick (self, IK_QUESTION_EDIT_DELETE + 1);
  if (edit.kind == IK_QUESTION_EDIT_REMOVE_TAG)
    edit.text = "tag 1";
  /* Or they would double until nothing is left to do but that. */
  if (edit.kind == IK_QUESTION_EDIT_COPY || edit.kind == IK_QUESTION_EDIT_DELETE)
    g_array_set_size (rows, MIN (rows->len, 10));

  return ik_bank_edit_questions (self->library, &edit, rows, NULL, NULL, NULL, error);
}

static gboolean
merge_questions (IkTestPerson  *self,
                 GError       **error)
{
  g_autofree char *id = pick_question (self);
  g_autofree char *other_id = pick_question (self);

  return id == NULL || g_str_equal (id, other_id) ||
         ik_duplicates_merge (self->library, id, other_id, pick (self, 2) == 0, NULL, error);
}

static gboolean
keep_both (IkTestPerson  *self,
           GError       **error)
{
  g_autofree char *id = pick_question (self);
  g_autofree char *other_id = pick_question (self);

  return id == NULL || g_str_equal (id, other_id) ||
         ik_duplicates_keep_both (self->library, id, other_id, NULL, error);
}

static gboolean
save_search (IkTestPerson  *self,
             GError       **error)
{
  g_autofree char *name = make_line (self);
  g_autofree char *query = make_line (self);
  const char *tags[] = { "tag 1", NULL };
  IkQuestionFilter filter = { .query = query, .tags = tags, .minutes_from = pick (self, 9) };
  g_autofree char *id = ik_searches_add (self->library, name, &filter, NULL, error);

  return id != NULL;
}

static gboolean
remove_search (IkTestPerson  *self,
               GError       **error)
{
  g_autoptr(GPtrArray) searches = ik_searches_list (self->library, NULL, error);
  const IkSavedSearch *search = searches != NULL ? pick_from (self, searches) : NULL;

  return search == NULL || ik_searches_remove (self->library, search->id, NULL, error);
}

static gboolean
create_set (IkTestPerson  *self,
            GError       **error)
{
  g_autofree char *title = make_line (self);
  g_autofree char *pack_id = pick_pack (self);
  const char *pack_ids[] = { pack_id, NULL };
  IkSetRequest request = { .title = title, .pack_ids = pack_ids, .slot_minutes = 45 };
  g_autoptr(IkQuestionSet) set = NULL;
  g_autoptr(IkPack) pack = NULL;

  if (pack_id == NULL)
    return TRUE;

  pack = ik_bank_load_pack (self->library, pack_id, NULL, error);
  if (pack == NULL)
    return FALSE;

  request.role = pick (self, 2) == 0 ? "Engineer" : NULL;
  if (ik_pack_count_questions (pack) == 0)
    return TRUE;

  set = ik_sets_create (self->library, &request, NULL, error);
  return set != NULL || g_error_matches (*error, IK_STORE_ERROR, IK_STORE_ERROR_NOT_FOUND);
}

static gboolean
save_set (IkTestPerson  *self,
          GError       **error)
{
  g_autofree char *id = pick_set (self);
  g_autofree char *title = make_line (self);
  g_autoptr(IkQuestionSet) set = NULL;

  if (id == NULL)
    return TRUE;

  set = ik_sets_load (self->library, id, NULL, error);
  if (set == NULL)
    return FALSE;

  ik_text_set (&set->title, title);
  set->slot_minutes = 15 * pick (self, 8);
  if (set->items->len > 1)
    g_ptr_array_remove_index (set->items, pick (self, set->items->len));
  for (guint i = 0; i < set->items->len; i++)
    ((IkSetItem *) set->items->pdata[i])->required = pick (self, 2) == 0;

  return ik_sets_save (self->library, set, "Change Set", NULL, error);
}

static gboolean
duplicate_set (IkTestPerson  *self,
               GError       **error)
{
  g_autofree char *id = pick_set (self);
  g_autofree char *copy = id != NULL ? ik_sets_duplicate (self->library, id, NULL, error) : NULL;

  return id == NULL || copy != NULL;
}

static gboolean
remove_set (IkTestPerson  *self,
            GError       **error)
{
  g_autofree char *id = pick_set (self);

  return id == NULL || ik_sets_remove (self->library, id, NULL, error);
}

static gboolean
save_rubric (IkTestPerson  *self,
             GError       **error)
{
  g_autoptr(GPtrArray) rubrics = ik_bank_list_rubrics (self->library, NULL, error);
  g_autoptr(IkRubric) rubric = ik_rubric_copy (pick_from (self, rubrics));
  g_autofree char *name = make_line (self);
  g_autoptr(IkRubric) fresh = ik_rubric_new (NULL, name);

  /* The first is built in. */
  if (g_str_equal (rubric->id, ((const IkRubric *) rubrics->pdata[0])->id))
    {
      ik_text_set (&rubric->id, fresh->id);
      ik_text_set (&rubric->name, name);
    }
  for (guint i = 0; i < rubric->levels->len; i++)
    {
      g_autofree char *anchor = make_text (self);

      ik_text_set (&((IkRubricLevel *) rubric->levels->pdata[i])->anchor, anchor);
    }

  return ik_scales_save_rubric (self->library, rubric, NULL, NULL, error);
}

static gboolean
remove_rubric (IkTestPerson  *self,
               GError       **error)
{
  g_autoptr(GPtrArray) rubrics = ik_bank_list_rubrics (self->library, NULL, error);

  if (rubrics == NULL || rubrics->len == 1)
    return rubrics != NULL;

  g_ptr_array_remove_index (rubrics, 0);
  return ik_scales_remove_rubric (self->library, ((const IkRubric *) pick_from (self, rubrics))->id,
                                  NULL, error);
}

static gboolean
save_competency (IkTestPerson  *self,
                 GError       **error)
{
  g_autofree char *id = pick (self, 2) == 0 ? pick_competency (self) : NULL;
  g_autofree char *name = make_line (self);
  g_autofree char *description = make_text (self);
  g_autoptr(IkCompetency) competency = ik_competency_new (id, name, description);

  return ik_scales_save_competency (self->library, competency, NULL, error);
}

static gboolean
remove_competency (IkTestPerson  *self,
                   GError       **error)
{
  g_autofree char *id = pick_competency (self);

  return id == NULL || ik_scales_remove_competency (self->library, id, NULL, error);
}

static gboolean
save_comments (IkTestPerson  *self,
               GError       **error)
{
  g_autoptr(GPtrArray) comments = ik_comments_new ();

  for (guint i = pick (self, 5); i > 0; i--)
    {
      g_autofree char *word = g_strdup_printf ("word%u", i);
      g_autofree char *text = make_line (self);

      g_ptr_array_add (comments, ik_comment_new (word, text));
    }

  return ik_comments_save (self->library, comments, NULL, error);
}

static gboolean
save_chips (IkTestPerson  *self,
            GError       **error)
{
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = pick (self, 4); i > 0; i--)
    g_ptr_array_add (texts, make_line (self));

  return ik_chips_save (self->library, NULL, texts, NULL, error);
}

static gboolean
save_candidate (IkTestPerson  *self,
                GError       **error)
{
  g_autofree char *id = pick (self, 2) == 0 ? pick_candidate (self) : NULL;
  g_autofree char *name = make_line (self);
  g_autoptr(IkCandidate) candidate = NULL;

  if (id != NULL)
    candidate = ik_candidates_load (self->library, id, NULL, error);
  else
    candidate = ik_candidate_new (name);
  if (candidate == NULL)
    return FALSE;

  ik_text_set (&candidate->name, name);
  ik_text_set (&candidate->role, pick (self, 2) == 0 ? "Engineer" : "Nurse");

  return ik_candidates_save (self->library, candidate, NULL, error);
}

static gboolean
plan_interview (IkTestPerson  *self,
                GError       **error)
{
  g_autofree char *set_id = pick_set (self);
  g_autofree char *candidate_id = pick_candidate (self);
  IkPlanRequest request = { .set_id = set_id, .candidate_id = candidate_id, .round = "First" };
  g_autoptr(IkQuestionSet) set = NULL;
  g_autoptr(IkInterview) interview = NULL;

  if (set_id == NULL || candidate_id == NULL)
    return TRUE;

  set = ik_sets_load (self->library, set_id, NULL, error);
  if (set == NULL || set->items->len == 0)
    return set != NULL;

  request.planned_at_us = G_USEC_PER_SEC * (1800000000 + 3600 * (gint64) pick (self, 1000));
  interview = ik_interviews_plan (self->library, &request, NULL, error);
  return interview != NULL;
}

static gboolean
move_interview (IkTestPerson  *self,
                GError       **error)
{
  g_autofree char *id = pick_interview (self);
  gint64 planned_at_us = G_USEC_PER_SEC * (1800000000 + 3600 * (gint64) pick (self, 1000));

  return id == NULL || ik_interviews_plan_again (self->library, id, planned_at_us, NULL, error);
}

static gboolean
call_off_interview (IkTestPerson  *self,
                    GError       **error)
{
  g_autofree char *id = pick_interview (self);

  return id == NULL || ik_interviews_set_state (self->library, id, IK_INTERVIEW_STATE_CANCELLED,
                                                NULL, error);
}

static const struct
{
  const char *name;
  Command     run;
} commands[] = {
  { "create pack", create_pack },
  { "rename pack", rename_pack },
  { "remove pack", remove_pack },
  { "import pack", import_pack },
  { "import again", import_again },
  { "add question", add_question },
  { "save question", save_question },
  { "remove question", remove_question },
  { "change many", change_many },
  { "merge questions", merge_questions },
  { "keep both", keep_both },
  { "save search", save_search },
  { "remove search", remove_search },
  { "create set", create_set },
  { "save set", save_set },
  { "duplicate set", duplicate_set },
  { "remove set", remove_set },
  { "save rubric", save_rubric },
  { "remove rubric", remove_rubric },
  { "save competency", save_competency },
  { "remove competency", remove_competency },
  { "save comments", save_comments },
  { "save chips", save_chips },
  { "save candidate", save_candidate },
  { "plan interview", plan_interview },
  { "move interview", move_interview },
  { "call off interview", call_off_interview },
};

/* Gives a command of any kind, on anything; says which before it does. Refused
 * counts as given. */
gboolean
ik_test_person_act (IkTestPerson  *self,
                    GError       **error)
{
  guint command = pick (self, G_N_ELEMENTS (commands));
  g_autoptr(GError) local_error = NULL;

  g_test_message ("%s", commands[command].name);
  if (commands[command].run (self, &local_error) ||
      g_error_matches (local_error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}
