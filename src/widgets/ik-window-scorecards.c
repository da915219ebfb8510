#include "ik-window-private.h"

#include "ik-dialogs.h"
#include "ik-job.h"
#include "ik-panels.h"
#include "ik-sentence.h"
#include "ik-toast.h"

#include <glib/gi18n.h>

/* One file, and what became of it. */
typedef struct
{
  char               *name;    /* (owned): to be shown */
  IkScorecardReceipt *receipt; /* (nullable) (owned) */
  GError             *error;   /* (nullable) (owned): why there is none */
} Merge;

static void
merge_free (gpointer data)
{
  Merge *self = data;

  g_free (self->name);
  g_clear_pointer (&self->receipt, ik_scorecard_receipt_free);
  g_clear_error (&self->error);
  g_free (self);
}

static Merge *
merge (IkLibrary    *library,
       GFile        *file,
       GCancellable *cancellable)
{
  Merge *self = g_new0 (Merge, 1);
  g_autofree char *name = g_file_get_basename (file);

  self->name = g_filename_display_name (name);
  self->receipt = ik_panels_import (library, file, NULL, cancellable, &self->error);

  return self;
}

/* One that is refused leaves the others alone. */
static gpointer
merge_job (IkLibrary     *library,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  GPtrArray *files = data;
  GPtrArray *merges = g_ptr_array_new_with_free_func (merge_free);

  for (guint i = 0; i < files->len; i++)
    g_ptr_array_add (merges, merge (library, files->pdata[i], cancellable));

  return merges;
}

static void
tell_refused (IkWindow    *self,
              const Merge *merge)
{
  g_autofree char *heading = g_strdup_printf (_("“%s” Was Not Merged"), merge->name);
  g_autofree char *sentence = ik_sentence_from_error (merge->error);

  ik_dialogs_tell (GTK_WIDGET (self), heading, sentence);
}

static void
tell_merged (IkWindow                 *self,
             const IkScorecardReceipt *receipt)
{
  g_autofree char *sentence = NULL;
  g_autofree char *heading = NULL;

  if (!receipt->is_new_key)
    {
      /* Translators: names of an interviewer and of a candidate */
      sentence = g_strdup_printf (_("Scorecard of %s about %s merged"), receipt->member_name,
                                  receipt->candidate_name);
      ik_toast_show (GTK_WIDGET (self), sentence);
      return;
    }

  heading = g_strdup_printf (_("Scorecard of %s Merged"), receipt->member_name);
  sentence = g_strdup_printf (_("The key of %s is new here. Ask for its eight words, on the phone "
                                "or in person; if they differ, somebody stood in between: %s"),
                              receipt->member_name, receipt->member_words);
  ik_dialogs_tell (GTK_WIDGET (self), heading, sentence);
}

static char *
make_heading (guint n_merged)
{
  if (n_merged == 0)
    return g_strdup (_("No Scorecard Was Merged"));

  return g_strdup_printf (ngettext ("%u Scorecard Merged", "%u Scorecards Merged", n_merged),
                          n_merged);
}

static void
append_result (const Merge *merge,
               GString     *keys,
               GString     *refused)
{
  const IkScorecardReceipt *receipt = merge->receipt;
  g_autofree char *sentence = NULL;

  if (receipt != NULL && receipt->is_new_key)
    g_string_append_printf (keys, "\n%s: %s", receipt->member_name, receipt->member_words);
  if (receipt != NULL)
    return;

  sentence = ik_sentence_from_error (merge->error);
  g_string_append_printf (refused, "\n“%s”: %s", merge->name, sentence);
}

/* All in one message: a chair opens the files of a whole panel at once. */
static void
tell_all (IkWindow  *self,
          GPtrArray *merges)
{
  g_autoptr(GString) keys = g_string_new (NULL);
  g_autoptr(GString) refused = g_string_new (NULL);
  g_autofree char *heading = NULL;
  g_autofree char *body = NULL;
  guint n_merged = 0;

  for (guint i = 0; i < merges->len; i++)
    {
      const Merge *merge = merges->pdata[i];

      n_merged += merge->receipt != NULL ? 1 : 0;
      append_result (merge, keys, refused);
    }

  heading = make_heading (n_merged);
  if (keys->len == 0 && refused->len == 0)
    {
      ik_toast_show (GTK_WIDGET (self), heading);
      return;
    }

  if (keys->len > 0)
    g_string_prepend (keys, _("These keys are new here. Ask each person for their eight words, on "
                              "the phone or in person; if they differ, somebody stood in between."));
  if (refused->len > 0)
    g_string_prepend (refused, _("Not merged:"));
  body = g_strdup_printf ("%s%s%s", keys->str, keys->len > 0 && refused->len > 0 ? "\n\n" : "",
                          refused->str);
  ik_dialogs_tell (GTK_WIDGET (self), heading, body);
}

static void
merged_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  IkWindow *self = IK_WINDOW (source);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) merges = ik_job_run_finish (result, &error);
  const Merge *first;

  if (merges == NULL)
    {
      ik_toast_show_error (GTK_WIDGET (self), error);
      return;
    }

  first = merges->pdata[0];
  if (merges->len > 1)
    tell_all (self, merges);
  else if (first->receipt != NULL)
    tell_merged (self, first->receipt);
  else
    tell_refused (self, first);
}

/**
 * ik_window_merge_scorecards:
 * @self: a window with a library
 * @files: (element-type GFile): scorecards, at least one; the array keeps its files
 *
 * Merges scorecards and says once what became of them all.
 */
void
ik_window_merge_scorecards (IkWindow  *self,
                            GPtrArray *files)
{
  ik_job_change_async (self, ik_window_get_library (self), merge_job, g_ptr_array_ref (files),
                       (GDestroyNotify) g_ptr_array_unref, (GDestroyNotify) g_ptr_array_unref,
                       NULL, merged_cb, NULL);
}
