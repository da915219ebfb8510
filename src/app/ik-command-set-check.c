#include "ik-commands.h"

#include "ik-json-members.h"
#include "ik-set-checks.h"
#include "ik-table.h"

#include <glib/gi18n.h>

static JsonObject *
row_to_json (const IkSetCoverageRow *row)
{
  JsonObject *object = json_object_new ();
  JsonArray *minutes = json_array_new ();

  for (guint i = 0; i < row->section_minutes->len; i++)
    json_array_add_int_element (minutes, g_array_index (row->section_minutes, guint, i));

  ik_json_set_text_or_null (object, "competency", row->competency_id);
  json_object_set_string_member (object, "name", row->name);
  json_object_set_int_member (object, "questions", row->n_items);
  json_object_set_int_member (object, "minutes", row->minutes);
  json_object_set_array_member (object, "section_minutes", minutes);

  return object;
}

static JsonArray *
texts_to_json (GPtrArray *texts)
{
  JsonArray *array = json_array_sized_new (texts->len);

  for (guint i = 0; i < texts->len; i++)
    json_array_add_string_element (array, texts->pdata[i]);

  return array;
}

static JsonObject *
hint_to_json (const IkSetHint *hint)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "kind", ik_set_hint_kind_to_nick (hint->kind));
  ik_json_set_text_or_null (object, "line", hint->line_id);
  json_object_set_string_member (object, "text", hint->text);

  return object;
}

static JsonArray *
gaps_to_json (GPtrArray *gaps)
{
  JsonArray *names = json_array_new ();

  for (guint i = 0; i < gaps->len; i++)
    json_array_add_string_element (names, ((const IkCompetency *) gaps->pdata[i])->name);

  return names;
}

static JsonNode *
check_to_json (const IkSetCheck *check)
{
  JsonObject *object = json_object_new ();
  JsonArray *rows = json_array_new ();
  JsonArray *hints = json_array_new ();

  for (guint i = 0; i < check->coverage->rows->len; i++)
    json_array_add_object_element (rows, row_to_json (check->coverage->rows->pdata[i]));
  for (guint i = 0; i < check->hints->len; i++)
    json_array_add_object_element (hints, hint_to_json (check->hints->pdata[i]));

  json_object_set_string_member (object, "set", check->set->id);
  json_object_set_string_member (object, "set_title", check->set->title);
  json_object_set_array_member (object, "sections", texts_to_json (check->coverage->columns));
  json_object_set_array_member (object, "coverage", rows);
  json_object_set_array_member (object, "not_measured", gaps_to_json (check->coverage->gaps));
  json_object_set_array_member (object, "hints", hints);

  return ik_json_take_object (object);
}

static void
print_check (IkCommandContext *context,
             const IkSetCheck *check)
{
  g_autoptr(IkTable) table = ik_table_new (">>*", _("Minutes"), _("Questions"), _("Measures"),
                                           NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < check->coverage->rows->len; i++)
    {
      const IkSetCoverageRow *row = check->coverage->rows->pdata[i];
      g_autofree char *minutes = g_strdup_printf ("%u", row->minutes);
      g_autofree char *count = g_strdup_printf ("%u", row->n_items);

      ik_table_add (table, minutes, count,
                    row->competency_id != NULL ? row->name : _("No competency"), NULL);
    }

  ik_command_print (context, "%s\n\n", check->set->title);
  text = ik_table_to_text (table);
  ik_command_print_text (context, text);
  for (guint i = 0; i < check->coverage->gaps->len; i++)
    ik_command_print (context, _("Not measured: %s\n"),
                      ((const IkCompetency *) check->coverage->gaps->pdata[i])->name);
  for (guint i = 0; i < check->hints->len; i++)
    ik_command_print (context, "%s%s\n", i == 0 ? "\n" : "",
                      ((IkSetHint *) check->hints->pdata[i])->text);
}

/**
 * ik_command_set_check:
 * @context: of the call
 * @error: return location
 *
 * Says what a question set measures and what is worth a look.
 *
 * Returns: whether it succeeded, whatever there is to say
 */
gboolean
ik_command_set_check (IkCommandContext  *context,
                      GError           **error)
{
  g_autofree char *who = NULL;
  g_autofree char *id = NULL;
  g_autofree char *candidate = NULL;
  g_autoptr(IkSetCheck) check = NULL;
  const GOptionEntry entries[] = {
    { "candidate", 0, 0, G_OPTION_ARG_STRING, &who,
      N_("Who will be asked, to find what was asked before"), N_("ID") },
    G_OPTION_ENTRY_NULL,
  };

  if (!ik_command_parse (context, entries, 1, 1, error))
    return FALSE;

  id = ik_command_resolve (context, IK_RECORD_SET, ik_command_get_words (context)[0], error);
  if (id == NULL)
    return FALSE;
  if (who != NULL)
    {
      candidate = ik_command_resolve (context, IK_RECORD_CANDIDATE, who, error);
      if (candidate == NULL)
        return FALSE;
    }

  check = ik_set_checks_run (ik_command_open (context, NULL), id, candidate,
                             ik_command_get_cancellable (context), error);
  if (check == NULL)
    return FALSE;

  if (ik_command_wants_json (context))
    ik_command_print_json (context, check_to_json (check));
  else
    print_check (context, check);

  return TRUE;
}
