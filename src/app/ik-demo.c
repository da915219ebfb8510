#include "ik-demo.h"

#include "ik-candidates.h"
#include "ik-clock.h"
#include "ik-import.h"
#include "ik-interviews.h"
#include "ik-record-reader.h"
#include "ik-sets.h"
#include "ik-text.h"

#define RECORD_PATH "/com/example/InterviewKit/demo/record.json"

/* The hour that just ended; a report looks odd with a start on an odd minute. */
#define SLOT_MINUTES 60
#define START_STEP_US (5 * G_TIME_SPAN_MINUTE)
#define LATE_US (5 * G_TIME_SPAN_MINUTE)

#define TIME_OUT_QUESTION "7817e398-acde-4bbb-b4b2-607212f2cd91"

/* Of the starter pack for backend engineering. */
static const char *const question_ids[] = {
  "05846074-b952-404f-87e5-4659fbc5cc42",
  "af84ccb2-7976-4bbb-8a56-f9b71c548554",
  TIME_OUT_QUESTION,
  "6e09704e-a3d5-4f85-a131-630e4e952879",
  "9c2f630c-122b-420e-81a7-ef1a3a3d9774",
  "23150d72-3f0f-4ada-bcbf-1134c82a847b",
  "dd9304c0-6d71-485d-853d-e33e09caff59",
  "75881b64-fe1d-4693-a170-269bc7bd1bc1",
  "9ee04f06-65c9-4817-92e3-08cc79db7784",
  "f5b0862f-5e9a-4468-b09e-04a3ce0c2add",
  "aabb029f-899b-441d-9abc-5f35da378dfe",
  NULL,
};

static const char *const optional_ids[] = { TIME_OUT_QUESTION, NULL };

static gboolean
import_packs (IkLibrary     *library,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr(GPtrArray) files = ik_import_list_starter_packs ();

  for (guint i = 0; i < files->len; i++)
    {
      g_autoptr(IkPack) draft = ik_import_read (files->pdata[i], IK_DOCUMENT_KIND_UNKNOWN, NULL,
                                                cancellable, error);
      g_autofree char *id = NULL;

      if (draft == NULL)
        return FALSE;

      id = ik_import_store (library, draft, NULL, cancellable, error);
      if (id == NULL)
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_candidate (IkLibrary     *library,
               IkDemo        *demo,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr(IkCandidate) candidate = ik_candidate_new ("Adaeze Okafor");

  ik_text_set (&candidate->pronunciation, "a-DAY-zeh o-KAH-for");
  ik_text_set (&candidate->pronouns, "she/her");
  ik_text_set (&candidate->email, "adaeze.okafor@example.com");
  ik_text_set (&candidate->role, "Backend engineer");
  demo->candidate_id = g_strdup (candidate->id);

  return ik_candidates_save (library, candidate, cancellable, error);
}

static gboolean
create_set (IkLibrary     *library,
            IkDemo        *demo,
            GCancellable  *cancellable,
            GError       **error)
{
  const IkSetRequest request = {
    .title = "Backend engineer, 60 minutes",
    .role = "Backend engineer",
    .question_ids = question_ids,
    .optional_ids = optional_ids,
    .slot_minutes = SLOT_MINUTES,
  };
  g_autoptr(IkQuestionSet) set = ik_sets_create (library, &request, cancellable, error);

  if (set == NULL)
    return FALSE;

  demo->set_id = g_strdup (set->id);
  return TRUE;
}

static IkInterview *
plan_interview (IkLibrary     *library,
                IkDemo        *demo,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr(IkClock) clock = ik_clock_new_system ();
  gint64 now_us = ik_clock_wall_us (clock);
  gint64 slot_us = (SLOT_MINUTES + 10) * G_TIME_SPAN_MINUTE;
  const IkPlanRequest request = {
    .set_id = demo->set_id,
    .candidate_id = demo->candidate_id,
    .round = "First technical round",
    .planned_at_us = (now_us - slot_us) / START_STEP_US * START_STEP_US,
  };
  IkInterview *interview = ik_interviews_plan (library, &request, cancellable, error);

  if (interview != NULL)
    demo->interview_id = g_strdup (interview->id);
  return interview;
}

static const IkInterviewItem *
find_item (const IkInterview *interview,
           const char        *question_id)
{
  for (guint i = 0; i < interview->items->len; i++)
    {
      const IkInterviewItem *item = interview->items->pdata[i];

      if (g_strcmp0 (item->question_id, question_id) == 0)
        return item;
    }

  return NULL;
}

/* The demo's record names questions by their id in the bank and indicators by
 * their wording, which is the same each time; the ids of an interview are not.
 * What is not found stays, and recording refuses it by name. */
static void
translate_item (IkItemRecord      *record,
                const IkInterview *interview)
{
  const IkInterviewItem *item = find_item (interview, record->item_id);

  if (item == NULL)
    return;

  ik_text_set (&record->item_id, item->id);
  for (guint i = 0; i < record->indicator_ids->len; i++)
    {
      for (guint k = 0; k < item->indicators->len; k++)
        {
          const IkIndicator *indicator = item->indicators->pdata[k];

          if (g_str_equal (indicator->text, record->indicator_ids->pdata[i]))
            ik_text_set ((char **) &record->indicator_ids->pdata[i], indicator->id);
        }
    }
}

/* Notes were written while the answer was given. */
static void
spread_notes (GPtrArray *notes,
              gint64     start_us,
              gint64     elapsed_us)
{
  for (guint i = 0; i < notes->len; i++)
    ((IkNote *) notes->pdata[i])->at_us = start_us + elapsed_us * (i + 1) / (notes->len + 1);
}

static gint64
set_item_times (GPtrArray *items,
                gint64     at_us)
{
  for (guint i = 0; i < items->len; i++)
    {
      IkItemRecord *item = items->pdata[i];

      spread_notes (item->notes, at_us, item->elapsed_ms * 1000);
      at_us += item->elapsed_ms * 1000;
    }

  return at_us;
}

static void
set_times (IkInterviewRecord *record,
           const IkInterview *interview)
{
  gint64 at_us = interview->planned_at_us + LATE_US;

  record->started_at_us = at_us;
  at_us = set_item_times (record->items, at_us);
  at_us = set_item_times (record->extra, at_us);
  spread_notes (record->notes, at_us, G_TIME_SPAN_MINUTE);
}

static gboolean
record_interview (IkLibrary          *library,
                  const IkInterview  *interview,
                  GCancellable       *cancellable,
                  GError            **error)
{
  g_autoptr(GBytes) bytes = g_resources_lookup_data (RECORD_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                                     error);
  g_autoptr(IkInterviewRecord) record = NULL;
  g_autoptr(IkInterview) recorded = NULL;

  if (bytes == NULL)
    return FALSE;

  record = ik_record_reader_read (g_bytes_get_data (bytes, NULL), "record.json", error);
  if (record == NULL)
    return FALSE;

  for (guint i = 0; i < record->items->len; i++)
    translate_item (record->items->pdata[i], interview);
  set_times (record, interview);

  recorded = ik_interviews_record (library, interview->id, record, FALSE, cancellable, error);
  return recorded != NULL;
}

static gboolean
build (IkLibrary     *library,
       IkDemo        *demo,
       GCancellable  *cancellable,
       GError       **error)
{
  g_autoptr(IkInterview) interview = NULL;

  if (!import_packs (library, cancellable, error) ||
      !ik_interviews_set_owner (library, "Mara Lindqvist", cancellable, error) ||
      !add_candidate (library, demo, cancellable, error) ||
      !create_set (library, demo, cancellable, error))
    return FALSE;

  interview = plan_interview (library, demo, cancellable, error);
  return interview != NULL && record_interview (library, interview, cancellable, error);
}

/**
 * ik_demo_build:
 * @library: an empty library
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Does the main job up to the report, with an invented person: the starter
 * packs, a question set, an interview that is planned, recorded and handed in.
 * It goes through the services that everything goes through.
 *
 * Returns: (transfer full) (nullable): what there is now; on failure the
 *   library holds a part of it
 */
IkDemo *
ik_demo_build (IkLibrary     *library,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr(IkDemo) demo = g_new0 (IkDemo, 1);

  return build (library, demo, cancellable, error) ? g_steal_pointer (&demo) : NULL;
}

/**
 * ik_demo_free:
 * @self: (transfer full): a demo
 */
void
ik_demo_free (IkDemo *self)
{
  g_free (self->candidate_id);
  g_free (self->set_id);
  g_free (self->interview_id);
  g_free (self);
}
