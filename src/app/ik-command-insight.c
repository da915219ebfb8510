#include "ik-commands.h"

#include "ik-agreement.h"
#include "ik-insight.h"
#include "ik-json-members.h"
#include "ik-table.h"
#include "ik-time.h"

#include <glib/gi18n.h>
#include <string.h>

/* A prefix of an id names a record from here on, as everywhere. */
#define MIN_PREFIX 4

/* What the call asks for. */
typedef struct
{
  char *role;        /* (owned) (nullable) */
  char *set;         /* (owned) (nullable) */
  char *interviewer; /* (owned) (nullable) */
  char *since;       /* (owned) (nullable) */
  char *until;       /* (owned) (nullable) */
  char *csv;         /* (owned) (nullable) */
} Request;

static void
clear_request (Request *request)
{
  g_free (request->role);
  g_free (request->set);
  g_free (request->interviewer);
  g_free (request->since);
  g_free (request->until);
  g_free (request->csv);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, clear_request)

/* The filter */

/* A day of the local calendar, or a moment. */
static gboolean
parse_moment (const char  *text,
              gint64      *out_us,
              GError     **error)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  g_autofree char *midnight = text != NULL ? g_strconcat (text, "T00:00:00", NULL) : NULL;
  g_autoptr(GDateTime) day = NULL;

  if (text == NULL || ik_time_parse (text, out_us))
    return TRUE;

  day = g_date_time_new_from_iso8601 (midnight, zone);
  if (day != NULL)
    {
      *out_us = g_date_time_to_unix (day) * G_USEC_PER_SEC;
      return TRUE;
    }

  g_set_error (error, IK_COMMAND_ERROR, IK_COMMAND_ERROR_USAGE,
               _("“%s” is no day: write it as 2026-03-31"), text);
  return FALSE;
}

static gboolean
is_named (const IkInsightChoice *choice,
          const char            *name)
{
  g_autofree char *shown = g_utf8_casefold (choice->name, -1);
  g_autofree char *asked = g_utf8_casefold (name, -1);

  return g_str_equal (shown, asked) ||
         (strlen (name) >= MIN_PREFIX && g_str_has_prefix (choice->key, name));
}

/* Makes *@name the key of what is called so, by its name or the beginning of its
 * id. */
static gboolean
find_choice (const IkInsightData  *data,
             IkInsightChoiceKind   kind,
             char                **name,
             GError              **error)
{
  g_autoptr(GPtrArray) choices = NULL;
  const char *key = NULL;

  if (*name == NULL)
    return TRUE;

  choices = ik_insight_list_choices (data, kind);
  for (guint i = 0; i < choices->len; i++)
    {
      const IkInsightChoice *choice = choices->pdata[i];

      if (!is_named (choice, *name))
        continue;
      if (key != NULL)
        {
          g_set_error (error, IK_COMMAND_ERROR, IK_COMMAND_ERROR_FAILED,
                       _("“%s” fits more than one; use the id"), *name);
          return FALSE;
        }
      key = choice->key;
    }

  if (key == NULL)
    {
      g_set_error (error, IK_COMMAND_ERROR, IK_COMMAND_ERROR_FAILED,
                   _("No interview that was handed in belongs to “%s”"), *name);
      return FALSE;
    }

  g_free (*name);
  *name = g_strdup (key);
  return TRUE;
}

static gboolean
make_filter (const IkInsightData  *data,
             Request              *request,
             IkInsightFilter      *filter,
             GError              **error)
{
  if (!find_choice (data, IK_INSIGHT_CHOICE_ROLE, &request->role, error) ||
      !find_choice (data, IK_INSIGHT_CHOICE_SET, &request->set, error) ||
      !find_choice (data, IK_INSIGHT_CHOICE_INTERVIEWER, &request->interviewer, error))
    return FALSE;

  filter->role = request->role;
  filter->set_key = request->set;
  filter->interviewer_id = request->interviewer;
  return TRUE;
}

/* Sections */

/* All of them, where none is named. */
static GArray *
parse_sections (const char *const  *words,
                GError            **error)
{
  g_autoptr(GArray) sections = g_array_new (FALSE, FALSE, sizeof (IkInsightSection));

  for (guint i = 0; words[i] != NULL; i++)
    {
      IkInsightSection section;

      if (!ik_insight_section_from_nick (words[i], &section))
        {
          g_set_error (error, IK_COMMAND_ERROR, IK_COMMAND_ERROR_USAGE,
                       _("“%s” is nothing to look at: say ratings, hours, positions, questions, "
                         "times, adherence, agreement or fair-time"), words[i]);
          return NULL;
        }
      g_array_append_val (sections, section);
    }

  for (IkInsightSection section = 0; words[0] == NULL && section < IK_N_INSIGHT_SECTIONS; section++)
    g_array_append_val (sections, section);

  return g_steal_pointer (&sections);
}

static GPtrArray *
build_tables (const IkInsightData   *data,
              const IkInsightFilter *filter,
              GArray                *sections)
{
  GPtrArray *tables = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_insight_table_free);

  for (guint i = 0; i < sections->len; i++)
    {
      IkInsightSection section = g_array_index (sections, IkInsightSection, i);
      g_autoptr(GPtrArray) subjects = ik_insight_list_subjects (data, filter, section);

      for (guint k = 0; k < MAX (subjects->len, 1); k++)
        g_ptr_array_add (tables, ik_insight_build (data, filter, section, k));
    }

  return tables;
}

/* Printing */

static JsonNode *
cell_to_json (const IkInsightCell   *cell,
              const IkInsightColumn *column)
{
  JsonNode *node = json_node_alloc ();

  if (cell->has_number && column->n_digits == 0)
    return json_node_init_int (node, (gint64) (cell->number + (cell->number < 0 ? -0.5 : 0.5)));
  if (cell->has_number)
    return json_node_init_double (node, cell->number);
  if (column->n_digits >= 0)
    return json_node_init_null (node);

  return json_node_init_string (node, cell->text);
}

static JsonNode *
row_to_json (const IkInsightTable *table,
             guint                 row)
{
  JsonObject *object = json_object_new ();

  for (guint i = 0; i < table->columns->len; i++)
    {
      const IkInsightColumn *column = table->columns->pdata[i];

      json_object_set_member (object, column->key,
                              cell_to_json (ik_insight_table_get_cell (table, row, i), column));
    }

  return ik_json_take_object (object);
}

/* What the keys of rows stand for, where that isn't plain: questions. */
static JsonNode *
columns_to_json (const IkInsightTable *table)
{
  JsonObject *object = json_object_new ();

  for (guint i = 0; i < table->columns->len; i++)
    {
      const IkInsightColumn *column = table->columns->pdata[i];

      if (column->description != NULL)
        json_object_set_string_member (object, column->key, column->description);
    }

  return ik_json_take_object (object);
}

/* Rows of which no number is said: of fewer than IK_INSIGHT_MIN_N, or with nothing
 * to tell apart. */
static guint
count_untold (const IkInsightTable *table)
{
  guint n = 0;

  for (guint i = 0; i < table->chart_rows->len; i++)
    n += ((const IkChartRow *) table->chart_rows->pdata[i])->is_told ? 0 : 1;

  return n;
}

static JsonNode *
table_to_json (const IkInsightData  *data,
               const IkInsightTable *table)
{
  JsonObject *object = json_object_new ();
  JsonArray *rows = json_array_new ();

  for (guint i = 0; i < table->rows->len; i++)
    json_array_add_element (rows, row_to_json (table, i));

  json_object_set_string_member (object, "section", table->key);
  json_object_set_string_member (object, "title", table->title);
  json_object_set_string_member (object, "subject", table->subject);
  json_object_set_string_member (object, "explanation", table->explanation);
  json_object_set_member (object, "questions", columns_to_json (table));
  json_object_set_array_member (object, "rows", rows);
  json_object_set_int_member (object, "least_n", IK_INSIGHT_MIN_N);
  json_object_set_int_member (object, "rows_untold", count_untold (table));
  json_object_set_int_member (object, "interviews_left_out", data->n_hidden);

  return ik_json_take_object (object);
}

static void
print_json (IkCommandContext    *context,
            const IkInsightData *data,
            GPtrArray           *tables)
{
  JsonArray *array = json_array_new ();
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  for (guint i = 0; i < tables->len; i++)
    json_array_add_element (array, table_to_json (data, tables->pdata[i]));

  json_node_take_array (node, array);
  ik_command_print_json (context, node);
}

static IkTable *
tabulate (const IkInsightTable *table)
{
  g_autofree char *marks = g_malloc0 (table->columns->len + 1);
  g_autofree const char **cells = g_new0 (const char *, table->columns->len + 1);
  IkTable *text;

  for (guint i = 0; i < table->columns->len; i++)
    {
      const IkInsightColumn *column = table->columns->pdata[i];

      marks[i] = column->n_digits >= 0 ? '>' : '-';
      cells[i] = column->title;
    }

  text = ik_table_new_strv (marks, cells);
  for (guint k = 0; k < table->rows->len; k++)
    {
      for (guint i = 0; i < table->columns->len; i++)
        cells[i] = ik_insight_table_get_cell (table, k, i)->text;
      ik_table_add_strv (text, cells);
    }

  return text;
}

static void
print_table (IkCommandContext     *context,
             const IkInsightTable *table)
{
  g_autoptr(IkTable) rows = NULL;
  g_autofree char *text = NULL;

  if (*table->subject != '\0')
    ik_command_print (context, "%s · %s\n", table->title, table->subject);
  else
    ik_command_print (context, "%s\n", table->title);

  if (table->rows->len == 0)
    {
      ik_command_print (context, "%s\n", table->nothing);
      return;
    }

  rows = tabulate (table);
  text = ik_table_to_text (rows);
  ik_command_print_text (context, text);
}

static void
print_text (IkCommandContext    *context,
            const IkInsightData *data,
            GPtrArray           *tables)
{
  for (guint i = 0; i < tables->len; i++)
    {
      if (i > 0)
        ik_command_print (context, "\n");
      print_table (context, tables->pdata[i]);
    }

  if (data->n_hidden > 0)
    ik_command_warn (context, ngettext ("%u interview is left out until you have handed in your "
                                        "own with that candidate",
                                        "%u interviews are left out until you have handed in your "
                                        "own with those candidates", data->n_hidden),
                     data->n_hidden);
}

static gboolean
show (IkCommandContext  *context,
      Request           *request,
      IkInsightFilter   *filter,
      GArray            *sections,
      GError           **error)
{
  GCancellable *cancellable = ik_command_get_cancellable (context);
  IkLibrary *library = ik_command_open (context, error);
  g_autoptr(IkInsightData) data = NULL;
  g_autoptr(GPtrArray) tables = NULL;
  g_autoptr(GFile) file = NULL;

  if (library == NULL)
    return FALSE;

  data = ik_insight_load (library, cancellable, error);
  if (data == NULL || !make_filter (data, request, filter, error))
    return FALSE;

  tables = build_tables (data, filter, sections);
  if (request->csv != NULL)
    {
      file = g_file_new_for_commandline_arg (request->csv);
      if (!ik_insight_export (tables, file, cancellable, error))
        return FALSE;
    }

  if (ik_command_wants_json (context))
    print_json (context, data, tables);
  else if (request->csv != NULL)
    ik_command_print (context, "%s\n", request->csv);
  else
    print_text (context, data, tables);

  return TRUE;
}

/**
 * ik_command_insight:
 * @context: of the call
 * @error: return location
 *
 * Prints statistics about interviews, or writes them as CSV.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_command_insight (IkCommandContext  *context,
                    GError           **error)
{
  g_auto(Request) request = { 0 };
  const GOptionEntry entries[] = {
    { "role", 0, 0, G_OPTION_ARG_STRING, &request.role, N_("Only sets for this role"), N_("ROLE") },
    { "set", 0, 0, G_OPTION_ARG_STRING, &request.set, N_("Only this question set"), N_("ID") },
    { "interviewer", 0, 0, G_OPTION_ARG_STRING, &request.interviewer,
      N_("Only what this person held"), N_("NAME") },
    { "since", 0, 0, G_OPTION_ARG_STRING, &request.since, N_("Only from this day on"), N_("DAY") },
    { "until", 0, 0, G_OPTION_ARG_STRING, &request.until, N_("Only before this day"), N_("DAY") },
    { "csv", 0, 0, G_OPTION_ARG_FILENAME, &request.csv, N_("Write the tables to a file"),
      N_("FILE") },
    G_OPTION_ENTRY_NULL,
  };
  IkInsightFilter filter = { 0 };
  g_autoptr(GArray) sections = NULL;

  if (!ik_command_parse (context, entries, 0, IK_N_INSIGHT_SECTIONS, error) ||
      !parse_moment (request.since, &filter.from_us, error) ||
      !parse_moment (request.until, &filter.to_us, error))
    return FALSE;

  sections = parse_sections (ik_command_get_words (context), error);
  return sections != NULL && show (context, &request, &filter, sections, error);
}
