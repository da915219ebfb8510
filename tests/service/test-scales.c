#include "ik-scales.h"
#include "ik-bank.h"
#include "ik-chips.h"
#include "ik-interviews.h"
#include "ik-rubric-template.h"
#include "ik-sets.h"
#include "ik-test-library.h"
#include "ik-text.h"

static const char *const both_packs[] = { TEST_PACK_ID, TEST_FLAT_PACK_ID, NULL };

static IkRubric *
find_rubric (IkTestLibrary *test,
             const char    *id)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) rubrics = ik_bank_list_rubrics (test->library, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < rubrics->len; i++)
    {
      if (g_str_equal (((IkRubric *) rubrics->pdata[i])->id, id))
        return ik_rubric_copy (rubrics->pdata[i]);
    }

  return NULL;
}

/* A set that rates by @rubric_id, and an interview planned with it. */
static char *
plan (IkTestLibrary *test,
      const char    *rubric_id)
{
  IkSetRequest request = { .title = "Screening", .pack_ids = both_packs, .rubric_id = rubric_id };
  IkPlanRequest plan_request = { .candidate_name = "Ada Moss" };
  g_autoptr(GError) error = NULL;
  g_autoptr(IkQuestionSet) set = ik_sets_create (test->library, &request, NULL, &error);
  g_autoptr(IkInterview) interview = NULL;

  g_assert_no_error (error);
  plan_request.set_id = set->id;
  interview = ik_interviews_plan (test->library, &plan_request, NULL, &error);
  g_assert_no_error (error);

  return g_strdup (interview->id);
}

static void
assert_use (GPtrArray      *uses,
            guint           i,
            IkScaleUseKind  kind,
            const char     *title,
            guint           version,
            guint           n)
{
  const IkScaleUse *use = uses->pdata[i];

  g_assert_cmpuint (i, <, uses->len);
  g_assert_cmpuint (use->kind, ==, kind);
  g_assert_cmpstr (use->title, ==, title);
  g_assert_cmpuint (use->version, ==, version);
  g_assert_cmpuint (use->n, ==, n);
}

static void
test_save (IkTestLibrary *test,
           gconstpointer  data)
{
  g_autoptr(IkRubric) rubric = ik_rubric_new_from_template (IK_RUBRIC_TEMPLATE_FOUR_WORDS);
  g_autoptr(IkRubric) built_in = ik_rubric_new_built_in ();
  g_autoptr(IkRubric) loaded = NULL;
  g_autofree char *before = NULL;
  g_autoptr(GError) error = NULL;

  ik_test_library_fill (test);
  before = ik_test_library_dump (test);
  g_assert_true (ik_scales_save_rubric (test->library, rubric, NULL, NULL, &error));
  g_assert_no_error (error);
  ik_test_library_assert_undoes_to (test, before);
  loaded = find_rubric (test, rubric->id);
  g_assert_true (ik_rubric_equal (rubric, loaded));
  g_assert_cmpuint (loaded->version, ==, 1);

  /* Nobody holds a copy: edited in place */
  ik_text_set (&((IkRubricLevel *) loaded->levels->pdata[1])->anchor, "Both good and bad");
  g_assert_true (ik_rubric_add_level (loaded));
  ik_text_set (&((IkRubricLevel *) loaded->levels->pdata[4])->label, "Rare");
  g_assert_false (ik_scales_save_rubric (test->library, loaded, NULL, NULL, &error));
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED);
  g_clear_error (&error);
  ik_text_set (&((IkRubricLevel *) loaded->levels->pdata[4])->anchor, "Teaches us");
  g_free (before);
  before = ik_test_library_dump (test);
  g_assert_true (ik_scales_save_rubric (test->library, loaded, NULL, NULL, &error));
  g_clear_pointer (&loaded, ik_rubric_free);
  loaded = find_rubric (test, rubric->id);
  g_assert_cmpuint (loaded->levels->len, ==, 5);
  g_assert_cmpuint (loaded->version, ==, 1);
  ik_test_library_assert_undoes_to (test, before);

  g_assert_false (ik_scales_save_rubric (test->library, built_in, NULL, NULL, &error));
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED);
}

/* An interview keeps what it was planned with, and can be asked for it. */
static void
test_versions (IkTestLibrary *test,
               gconstpointer  data)
{
  g_autoptr(IkRubric) rubric = ik_rubric_new_from_template (IK_RUBRIC_TEMPLATE_YES_NO);
  g_autoptr(IkRubric) now = NULL;
  g_autoptr(IkRubric) then = NULL;
  g_autoptr(IkInterview) interview = NULL;
  g_autoptr(GPtrArray) uses = NULL;
  g_autofree char *id = NULL;
  g_autofree char *later_id = NULL;
  g_autofree char *before = NULL;
  g_autofree char *old_name = g_strdup (rubric->name);
  g_autoptr(GError) error = NULL;

  ik_test_library_fill (test);
  g_assert_true (ik_scales_save_rubric (test->library, rubric, NULL, NULL, &error));
  id = plan (test, rubric->id);

  /* Saving what is the same is no version. */
  g_assert_true (ik_scales_save_rubric (test->library, rubric, NULL, NULL, &error));
  before = ik_test_library_dump (test);
  ik_text_set (&rubric->name, "Can do it");
  g_assert_true (ik_scales_save_rubric (test->library, rubric, NULL, NULL, &error));
  g_assert_no_error (error);
  now = find_rubric (test, rubric->id);
  g_assert_cmpuint (now->version, ==, 2);
  ik_test_library_assert_undoes_to (test, before);

  interview = ik_interviews_load (test->library, id, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (((IkRubric *) interview->rubrics->pdata[0])->name, ==, old_name);
  g_assert_cmpuint (((IkRubric *) interview->rubrics->pdata[0])->version, ==, 1);

  /* Nobody holds version 2 yet, so it is still open to change. */
  ik_text_set (&rubric->name, "Could do it");
  g_assert_true (ik_scales_save_rubric (test->library, rubric, NULL, NULL, &error));
  later_id = plan (test, rubric->id);
  then = ik_scales_load_version (test->library, rubric->id, 1, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (then->name, ==, old_name);
  g_assert_cmpuint (then->levels->len, ==, 2);
  g_assert_null (ik_scales_load_version (test->library, rubric->id, 9, NULL, &error));
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  uses = ik_scales_list_uses (test->library, IK_SCALE_RUBRIC, rubric->id, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (uses->len, ==, 4);
  assert_use (uses, 0, IK_SCALE_USE_SET, "Screening", 0, 0);
  assert_use (uses, 2, IK_SCALE_USE_INTERVIEWS, "Could do it", 2, 1);
  assert_use (uses, 3, IK_SCALE_USE_INTERVIEWS, old_name, 1, 1);
}

static void
test_remove (IkTestLibrary *test,
             gconstpointer  data)
{
  g_autoptr(GPtrArray) chips = g_ptr_array_new ();
  g_autoptr(GPtrArray) uses = NULL;
  g_autoptr(IkInterview) interview = NULL;
  g_autofree char *id = NULL;
  g_autofree char *before = NULL;
  g_autoptr(GError) error = NULL;

  ik_test_library_fill (test);
  g_ptr_array_add (chips, (gpointer) "Asked back");
  g_assert_true (ik_chips_save (test->library, TEST_RUBRIC_ID, chips, NULL, &error));
  g_assert_no_error (error);
  id = plan (test, TEST_RUBRIC_ID);
  uses = ik_scales_list_uses (test->library, IK_SCALE_RUBRIC, TEST_RUBRIC_ID, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (uses->len, >=, 2);

  before = ik_test_library_dump (test);
  g_assert_true (ik_scales_remove_rubric (test->library, TEST_RUBRIC_ID, NULL, &error));
  g_assert_no_error (error);
  g_assert_null (find_rubric (test, TEST_RUBRIC_ID));
  interview = ik_interviews_load (test->library, id, NULL, &error);
  g_assert_cmpstr (((IkRubric *) interview->rubrics->pdata[0])->id, ==, TEST_RUBRIC_ID);
  ik_test_library_assert_undoes_to (test, before);

  g_assert_false (ik_scales_remove_rubric (test->library, "nothing-like-this", NULL, &error));
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_NOT_FOUND);
}

static void
test_competencies (IkTestLibrary *test,
                   gconstpointer  data)
{
  g_autoptr(IkCompetency) competency = ik_competency_new (TEST_COMPETENCY_ID, "Storage", "");
  g_autoptr(GPtrArray) uses = NULL;
  g_autofree char *before = NULL;
  g_autofree char *id = NULL;
  g_autoptr(GError) error = NULL;

  ik_test_library_fill (test);
  id = plan (test, NULL);
  before = ik_test_library_dump (test);
  g_assert_true (ik_scales_save_competency (test->library, competency, NULL, &error));
  g_assert_no_error (error);
  ik_test_library_assert_undoes_to (test, before);

  g_assert_true (ik_scales_save_competency (test->library, competency, NULL, &error));
  uses = ik_scales_list_uses (test->library, IK_SCALE_COMPETENCY, TEST_COMPETENCY_ID, NULL,
                              &error);
  g_assert_no_error (error);
  g_assert_cmpuint (uses->len, ==, 3);
  g_assert_cmpuint (((IkScaleUse *) uses->pdata[0])->kind, ==, IK_SCALE_USE_PACK);
  g_assert_cmpuint (((IkScaleUse *) uses->pdata[1])->kind, ==, IK_SCALE_USE_SET);
  /* As it was planned */
  g_assert_cmpstr (((IkScaleUse *) uses->pdata[2])->title, !=, "Storage");

  g_clear_pointer (&before, g_free);
  before = ik_test_library_dump (test);
  g_assert_true (ik_scales_remove_competency (test->library, TEST_COMPETENCY_ID, NULL, &error));
  g_assert_no_error (error);
  ik_text_set (&competency->name, "  ");
  g_assert_false (ik_scales_save_competency (test->library, competency, NULL, &error));
  g_assert_error (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED);
  ik_test_library_assert_undoes_to (test, before);
}

#define ADD(name, func) \
  g_test_add ("/service/scales/" name, IkTestLibrary, NULL, ik_test_library_set_up, func, \
              ik_test_library_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("save", test_save);
  ADD ("versions", test_versions);
  ADD ("remove", test_remove);
  ADD ("competencies", test_competencies);

  return g_test_run ();
}
