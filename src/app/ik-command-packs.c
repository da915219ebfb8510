#include "ik-commands.h"

#include "ik-import.h"
#include "ik-pack-json.h"
#include "ik-listing.h"

#include <glib/gi18n.h>

/* More hits than this help nobody; --limit asks for more. */
#define DEFAULT_LIMIT 50

static IkTable *
tabulate_packs (GPtrArray *packs)
{
  IkTable *table = ik_table_new ("#>-", _("ID"), _("Questions"), _("Title"), NULL);

  for (guint i = 0; i < packs->len; i++)
    {
      const IkPackSummary *pack = packs->pdata[i];
      g_autofree char *count = g_strdup_printf ("%u", pack->n_questions);

      ik_table_add (table, pack->id, count, pack->title, NULL);
    }

  return table;
}

/**
 * ik_command_packs:
 * @context: of the call
 * @error: return location
 *
 * Lists the packs by title.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_command_packs (IkCommandContext  *context,
                  GError           **error)
{
  static const IkListing listing = {
    ik_bank_list_packs,
    (IkRecordToJson) ik_pack_summary_to_json,
    tabulate_packs,
    N_("No pack yet; “interview-kit import” reads one."),
  };

  return ik_listing_run (&listing, context, error);
}

/* The pack that the first word names; NULL with @error set. */
static IkPack *
load_named_pack (IkCommandContext  *context,
                 GError           **error)
{
  g_autofree char *id = ik_command_resolve (context, IK_RECORD_PACK,
                                            ik_command_get_words (context)[0], error);

  if (id == NULL)
    return NULL;

  return ik_bank_load_pack (ik_command_open (context, NULL), id,
                            ik_command_get_cancellable (context), error);
}

static void
print_list (IkCommandContext *context,
            const char       *heading,
            GPtrArray        *texts)
{
  if (texts->len > 0)
    ik_command_print (context, "     %s\n", heading);
  for (guint i = 0; i < texts->len; i++)
    ik_command_print (context, "       • %s\n", (const char *) texts->pdata[i]);
}

static void
print_question (IkCommandContext *context,
                const IkQuestion *question,
                guint             number)
{
  ik_command_print (context, "%3u. %s\n", number, question->candidate.prompt);
  ik_command_print (context, _("     %.8s · %s · %u min\n"), question->id,
                    ik_question_kind_to_nick (question->kind),
                    ik_question_get_planned_minutes (question));
  print_list (context, _("Follow-ups"), question->interviewer.follow_ups);
  print_list (context, _("Listen for"), question->interviewer.positive_indicators);
  print_list (context, _("Red flags"), question->interviewer.red_flags);
}

static void
print_pack (IkCommandContext *context,
            const IkPack     *pack)
{
  guint n_questions = ik_pack_count_questions (pack);
  guint number = 0;

  ik_command_print (context, "%s\n", pack->title);
  ik_command_print (context, ngettext ("%u question\n", "%u questions\n", n_questions),
                    n_questions);
  if (*pack->description != '\0')
    ik_command_print (context, "\n%s\n", pack->description);

  for (guint i = 0; i < pack->sections->len; i++)
    {
      const IkSection *section = pack->sections->pdata[i];

      ik_command_print (context, *section->title != '\0' ? "\n%s\n" : "\n", section->title);
      for (guint j = 0; j < section->questions->len; j++)
        print_question (context, section->questions->pdata[j], ++number);
    }
}

/**
 * ik_command_pack_show:
 * @context: of the call
 * @error: return location
 *
 * Prints a pack, as the pack document for programs.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_command_pack_show (IkCommandContext  *context,
                      GError           **error)
{
  g_autoptr(IkPack) pack = NULL;

  if (!ik_command_parse (context, NULL, 1, 1, error))
    return FALSE;

  pack = load_named_pack (context, error);
  if (pack == NULL)
    return FALSE;

  if (ik_command_wants_json (context))
    ik_command_print_json (context, ik_pack_to_json (pack, FALSE));
  else
    print_pack (context, pack);

  return TRUE;
}

static gboolean
check_export_path (const char  *path,
                   GError     **error)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  if (g_str_has_suffix (lower, ".ikpack") || g_str_has_suffix (lower, ".md") ||
      g_str_has_suffix (lower, ".csv"))
    return TRUE;

  g_set_error (error, IK_COMMAND_ERROR, IK_COMMAND_ERROR_USAGE,
               _("“%s” doesn't say what to write: a pack ends in “.ikpack”, “.md” or “.csv”"),
               path);
  return FALSE;
}

/**
 * ik_command_pack_export:
 * @context: of the call
 * @error: return location
 *
 * Writes a pack, by the ending of the file's name.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_command_pack_export (IkCommandContext  *context,
                        GError           **error)
{
  g_autoptr(GFile) file = NULL;
  g_autofree char *id = NULL;
  const char *path;

  if (!ik_command_parse (context, NULL, 2, 2, error))
    return FALSE;

  path = ik_command_get_words (context)[1];
  if (!check_export_path (path, error))
    return FALSE;

  id = ik_command_resolve (context, IK_RECORD_PACK, ik_command_get_words (context)[0], error);
  if (id == NULL)
    return FALSE;

  file = g_file_new_for_path (path);
  if (!ik_import_export_pack (ik_command_open (context, NULL), id, file,
                              ik_command_get_cancellable (context), error))
    return FALSE;

  ik_command_print_output (context, "pack", id, path);
  return TRUE;
}

/**
 * ik_command_pack_remove:
 * @context: of the call
 * @error: return location
 *
 * Removes a pack from the bank; what was planned with it keeps its wording.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_command_pack_remove (IkCommandContext  *context,
                        GError           **error)
{
  g_autoptr(IkPack) pack = NULL;

  if (!ik_command_parse (context, NULL, 1, 1, error))
    return FALSE;

  pack = load_named_pack (context, error);
  if (pack == NULL ||
      !ik_bank_remove_pack (ik_command_open (context, NULL), pack->id,
                            ik_command_get_cancellable (context), error))
    return FALSE;

  ik_command_print_record (context, pack->id, ik_pack_to_json (pack, FALSE));
  return TRUE;
}

static IkTable *
tabulate_hits (GPtrArray *hits)
{
  IkTable *table = ik_table_new ("#--", _("ID"), _("Question"), _("Pack"), NULL);

  for (guint i = 0; i < hits->len; i++)
    {
      const IkSearchHit *hit = hits->pdata[i];

      ik_table_add (table, hit->id, hit->prompt, hit->pack_title, NULL);
    }

  return table;
}

/**
 * ik_command_search:
 * @context: of the call
 * @error: return location
 *
 * Searches the bank, best first.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_command_search (IkCommandContext  *context,
                   GError           **error)
{
  static const IkListing listing = {
    NULL,
    (IkRecordToJson) ik_search_hit_to_json,
    tabulate_hits,
    N_("No question fits."),
  };
  int limit = DEFAULT_LIMIT;
  const GOptionEntry entries[] = {
    { "limit", 0, 0, G_OPTION_ARG_INT, &limit, N_("How many at most (50)"), N_("NUMBER") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr(GPtrArray) hits = NULL;
  IkLibrary *library;

  if (!ik_command_parse (context, entries, 1, 1, error) ||
      !ik_command_is_natural (limit, "--limit", error))
    return FALSE;

  library = ik_command_open (context, error);
  if (library == NULL)
    return FALSE;

  hits = ik_bank_search (library, ik_command_get_words (context)[0], (guint) limit,
                         ik_command_get_cancellable (context), error);
  if (hits == NULL)
    return FALSE;

  ik_listing_print (&listing, context, hits);
  return TRUE;
}
