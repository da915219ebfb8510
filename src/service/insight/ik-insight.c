#include "ik-insight-private.h"

#include "ik-csv.h"
#include "ik-file-access.h"
#include "ik-insight-store.h"
#include "ik-text.h"

#include <glib/gi18n.h>
#include <string.h>

/* What a section has a table for each of. */
typedef enum
{
  SUBJECT_NONE,
  SUBJECT_SCALE,
  SUBJECT_SET,
} SubjectKind;

static const struct
{
  const char  *nick;
  const char  *title;
  SubjectKind  subject;
  void         (*fill) (IkInsightTable      *table,
                        const IkInsightView *view);
} sections[IK_N_INSIGHT_SECTIONS] = {
  [IK_INSIGHT_RATINGS] = { "ratings", N_("Ratings by Interviewer"), SUBJECT_SCALE,
                           ik_insight_fill_ratings },
  [IK_INSIGHT_HOURS] = { "hours", N_("Ratings by Hour"), SUBJECT_SCALE, ik_insight_fill_hours },
  [IK_INSIGHT_POSITIONS] = { "positions", N_("Ratings by Place in the Day"), SUBJECT_SCALE,
                             ik_insight_fill_positions },
  [IK_INSIGHT_QUESTIONS] = { "questions", N_("Who Passes Which Question"), SUBJECT_SCALE,
                             ik_insight_fill_questions },
  [IK_INSIGHT_TIMES] = { "times", N_("Time of Questions"), SUBJECT_NONE, ik_insight_fill_times },
  [IK_INSIGHT_ADHERENCE] = { "adherence", N_("Planned, Asked and Rated"), SUBJECT_NONE,
                             ik_insight_fill_adherence },
  [IK_INSIGHT_AGREEMENT] = { "agreement", N_("Agreement Between Raters"), SUBJECT_SCALE,
                             ik_insight_fill_agreement },
  [IK_INSIGHT_FAIR_TIME] = { "fair-time", N_("Time of Candidates"), SUBJECT_SET,
                             ik_insight_fill_fair_time },
};

/**
 * ik_insight_section_to_nick:
 * @section: a section
 *
 * Returns: its name for programs
 */
const char *
ik_insight_section_to_nick (IkInsightSection section)
{
  g_return_val_if_fail (section < IK_N_INSIGHT_SECTIONS, "");

  return sections[section].nick;
}

/**
 * ik_insight_section_from_nick:
 * @nick: a name
 * @out_section: (out): the section of that name
 *
 * Returns: whether there is one
 */
gboolean
ik_insight_section_from_nick (const char       *nick,
                              IkInsightSection *out_section)
{
  for (guint i = 0; i < IK_N_INSIGHT_SECTIONS; i++)
    {
      if (g_str_equal (sections[i].nick, nick))
        {
          *out_section = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * ik_insight_section_get_title:
 * @section: a section
 *
 * Returns: its name for people
 */
const char *
ik_insight_section_get_title (IkInsightSection section)
{
  g_return_val_if_fail (section < IK_N_INSIGHT_SECTIONS, "");

  return _(sections[section].title);
}

/* Loading */

static gboolean
load_in_library (IkDatabase    *database,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  IkInsightData **result = data;

  *result = ik_insight_store_load (database, error);
  return *result != NULL;
}

/**
 * ik_insight_load:
 * @library: a library
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Reads what statistics are made of, see ik_insight_store_load(); hours are those
 * of the local clock. Blocks: call it off the main loop.
 *
 * Returns: (transfer full): the data; %NULL with @error set on failure
 */
IkInsightData *
ik_insight_load (IkLibrary     *library,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  IkInsightData *data = NULL;

  if (!ik_library_read (library, load_in_library, &data, cancellable, error))
    {
      g_clear_pointer (&data, ik_insight_data_free);
      return NULL;
    }

  ik_insight_data_finish (data, zone);
  return data;
}

/* Choices */

static void
choice_free (IkInsightChoice *self)
{
  g_free (self->key);
  g_free (self->name);
  g_free (self);
}

static int
compare_choices (gconstpointer one,
                 gconstpointer other)
{
  const IkInsightChoice *first = *(IkInsightChoice *const *) one;
  const IkInsightChoice *second = *(IkInsightChoice *const *) other;
  int order = g_utf8_collate (first->name, second->name);

  return order != 0 ? order : g_strcmp0 (first->key, second->key);
}

static void
count_choice (GPtrArray  *list,
              GHashTable *known,
              const char *key,
              const char *name)
{
  IkInsightChoice *choice = g_hash_table_lookup (known, key);

  if (choice == NULL)
    {
      choice = g_new0 (IkInsightChoice, 1);
      choice->key = g_strdup (key);
      choice->name = g_strdup (name);
      g_hash_table_insert (known, choice->key, choice);
      g_ptr_array_add (list, choice);
    }
  choice->n++;
}

static GPtrArray *
list_choices (GPtrArray           *interviews,
              IkInsightChoiceKind  kind)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) choice_free);
  g_autoptr(GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < interviews->len; i++)
    {
      const IkInsightInterview *interview = interviews->pdata[i];

      if (kind == IK_INSIGHT_CHOICE_SET)
        count_choice (list, known, interview->set_key, interview->set_title);
      else if (kind == IK_INSIGHT_CHOICE_INTERVIEWER)
        count_choice (list, known, interview->interviewer_id, interview->interviewer_name);
      else if (*interview->role != '\0')
        count_choice (list, known, interview->role, interview->role);
    }

  return list;
}

/**
 * ik_insight_list_choices:
 * @data: data
 * @kind: of what
 *
 * Returns: (transfer full) (element-type IkInsightChoice): what its interviews can
 *   be filtered by, by name
 */
GPtrArray *
ik_insight_list_choices (const IkInsightData *data,
                         IkInsightChoiceKind  kind)
{
  GPtrArray *list = list_choices (data->interviews, kind);

  g_ptr_array_sort (list, compare_choices);
  return list;
}

/* Subjects */

/* ik_insight_dup_scale_name:
 * @scale: a scale
 *
 * Returns: (transfer full): what people call it, with its ends */
char *
ik_insight_dup_scale_name (const IkInsightScale *scale)
{
  /* Translators: name of a scale, its lowest and highest value */
  return g_strdup_printf (_("%s (%d to %d)"), scale->name, scale->values[0],
                          scale->values[scale->n_levels - 1]);
}

static int
compare_by_use (gconstpointer one,
                gconstpointer other)
{
  const IkInsightChoice *first = *(IkInsightChoice *const *) one;
  const IkInsightChoice *second = *(IkInsightChoice *const *) other;

  return first->n > second->n ? -1 : first->n < second->n;
}

/* Sets of the interviews, the one with most of them first. */
static GPtrArray *
list_sets (GPtrArray *interviews)
{
  GPtrArray *list = list_choices (interviews, IK_INSIGHT_CHOICE_SET);

  g_ptr_array_sort (list, compare_by_use);
  return list;
}

/**
 * ik_insight_list_subjects:
 * @data: data
 * @filter: which interviews
 * @section: a section
 *
 * Returns: (transfer full) (element-type utf8): the scales or sets that @section
 *   has a table for, the most used first; empty where it has one for all
 */
GPtrArray *
ik_insight_list_subjects (const IkInsightData   *data,
                          const IkInsightFilter *filter,
                          IkInsightSection       section)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  if (sections[section].subject == SUBJECT_SCALE)
    {
      for (guint i = 0; i < data->scales->len; i++)
        {
          const IkInsightScale *scale = data->scales->pdata[i];

          if (scale->n_ratings > 0)
            g_ptr_array_add (names, ik_insight_dup_scale_name (scale));
        }
    }
  else if (sections[section].subject == SUBJECT_SET)
    {
      g_autoptr(GPtrArray) interviews = ik_insight_data_filter (data, filter);
      g_autoptr(GPtrArray) sets = list_sets (interviews);

      for (guint i = 0; i < sets->len; i++)
        g_ptr_array_add (names, g_strdup (((IkInsightChoice *) sets->pdata[i])->name));
    }

  return names;
}

/* Tables */

static const char *
find_nothing (const IkInsightData *data,
              GPtrArray           *interviews)
{
  if (data->interviews->len == 0 && data->n_hidden > 0)
    return _("There is nothing to show until you have handed in your own interviews with these "
             "candidates.");
  if (data->interviews->len == 0)
    return _("Nothing was handed in yet: statistics are made of interviews that were.");
  if (interviews->len == 0)
    return _("No interview matches the filter.");

  return _("These interviews have nothing to show here.");
}

/**
 * ik_insight_build:
 * @data: data
 * @filter: which interviews
 * @section: what to show
 * @subject: index of ik_insight_list_subjects(); 0 where there are none
 *
 * Works a table out. Some milliseconds for a thousand interviews: better off the
 * main loop.
 *
 * Returns: (transfer full): the table; without columns where there is nothing to
 *   show
 */
IkInsightTable *
ik_insight_build (const IkInsightData   *data,
                  const IkInsightFilter *filter,
                  IkInsightSection       section,
                  guint                  subject)
{
  IkInsightFilter everybody = *filter;
  g_autoptr(GPtrArray) interviews = ik_insight_data_filter (data, filter);
  g_autoptr(GPtrArray) sets = list_sets (interviews);
  g_autoptr(GPtrArray) peers = NULL;
  IkInsightTable *table = ik_insight_table_new (sections[section].nick,
                                                _(sections[section].title));
  IkInsightView view = { .interviews = interviews, .interviewer_id = filter->interviewer_id };
  SubjectKind kind = sections[section].subject;

  everybody.interviewer_id = NULL;
  view.peers = peers = ik_insight_data_filter (data, &everybody);
  ik_text_set (&table->nothing, find_nothing (data, interviews));

  if (kind == SUBJECT_SCALE && subject < data->scales->len)
    {
      view.scale = data->scales->pdata[subject];
      g_free (table->subject);
      table->subject = ik_insight_dup_scale_name (view.scale);
    }
  else if (kind == SUBJECT_SET && subject < sets->len)
    {
      view.set_key = ((IkInsightChoice *) sets->pdata[subject])->key;
      ik_text_set (&table->subject, ((IkInsightChoice *) sets->pdata[subject])->name);
    }

  if (kind == SUBJECT_NONE || view.scale != NULL || view.set_key != NULL)
    sections[section].fill (table, &view);

  return table;
}

/* Files */

static void
append_title (GString              *csv,
              const IkInsightTable *table)
{
  g_autofree char *title = *table->subject == '\0'
                           ? g_strdup (table->key)
                           : g_strdup_printf ("%s: %s", table->key, table->subject);

  if (csv->len > strlen (IK_CSV_BYTE_ORDER_MARK))
    g_string_append (csv, "\r\n");
  ik_csv_append_cell (csv, title);
  g_string_append (csv, "\r\n");
}

/**
 * ik_insight_export:
 * @tables: (element-type IkInsightTable): tables
 * @file: where to
 * @cancellable: (nullable): cancels
 * @error: return location
 *
 * Writes tables as CSV; several one below the other, each under its name and
 * after an empty line. A file that is there already is replaced whole or not at
 * all; a new one can be read by its owner only, for it names people. Blocks.
 *
 * Returns: whether it was written; #G_IO_ERROR otherwise
 */
gboolean
ik_insight_export (GPtrArray     *tables,
                   GFile         *file,
                   GCancellable  *cancellable,
                   GError       **error)
{
  GString *csv = g_string_new (IK_CSV_BYTE_ORDER_MARK);
  g_autoptr(GBytes) bytes = NULL;

  for (guint i = 0; i < tables->len; i++)
    {
      if (tables->len > 1)
        append_title (csv, tables->pdata[i]);
      ik_insight_table_append_csv (tables->pdata[i], csv);
    }

  bytes = g_string_free_to_bytes (csv);
  return ik_file_access_replace (file, bytes, G_FILE_CREATE_PRIVATE, cancellable, error);
}
