#include "ik-commands.h"

#include "ik-record-json.h"
#include "ik-set-fills.h"
#include "ik-sets.h"
#include "ik-table.h"

#include <glib/gi18n.h>

/* What a call of "set fill" says, ids as they were typed. */
typedef struct
{
  GStrv    packs;
  GStrv    tags;
  GStrv    levels;
  GStrv    competencies;
  int      minutes;
  int      most;
  int      seed;
  gboolean all_packs;
  gboolean is_dry;
} FillOptions;

static void
fill_options_clear (FillOptions *self)
{
  g_strfreev (self->packs);
  g_strfreev (self->tags);
  g_strfreev (self->levels);
  g_strfreev (self->competencies);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FillOptions, fill_options_clear)

static gboolean
parse (IkCommandContext  *context,
       FillOptions       *options,
       GError           **error)
{
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->packs,
      N_("Take questions of this pack; repeats. Without: of the packs of the set"), N_("PACK") },
    { "all-packs", 0, 0, G_OPTION_ARG_NONE, &options->all_packs,
      N_("Take questions of all packs, as for a set that has none yet"), NULL },
    { "tag", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->tags,
      N_("Only questions with this tag; repeats"), N_("TAG") },
    { "level", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->levels,
      N_("Only questions of this level; repeats"), N_("LEVEL") },
    { "competency", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->competencies,
      N_("Only questions that measure this; repeats"), N_("ID") },
    { "minutes", 0, 0, G_OPTION_ARG_INT, &options->minutes,
      N_("How many minutes; without, what is left of the slot"), N_("NUMBER") },
    { "most", 0, 0, G_OPTION_ARG_INT, &options->most,
      N_("How many questions at most"), N_("NUMBER") },
    { "seed", 0, 0, G_OPTION_ARG_INT, &options->seed,
      N_("Another number chooses others"), N_("NUMBER") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &options->is_dry,
      N_("Only say what would be added"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  return ik_command_parse (context, entries, 1, 1, error) &&
         ik_command_is_natural (options->minutes, "--minutes", error) &&
         ik_command_is_natural (options->most, "--most", error) &&
         ik_command_is_natural (options->seed, "--seed", error);
}

static IkQuestionSet *
make (IkCommandContext     *context,
      const IkQuestionSet  *set,
      const FillOptions    *options,
      GError              **error)
{
  g_auto(GStrv) packs = NULL;
  g_auto(GStrv) competencies = NULL;
  IkSetFillRequest request;

  packs = ik_command_resolve_all (context, IK_RECORD_PACK, (const char *const *) options->packs,
                                  error);
  if (packs == NULL)
    return NULL;
  competencies = ik_command_resolve_all (context, IK_RECORD_COMPETENCY,
                                         (const char *const *) options->competencies, error);
  if (competencies == NULL)
    return NULL;

  request = (IkSetFillRequest) {
    .filter = {
      .pack_ids = (const char *const *) packs,
      .tags = (const char *const *) options->tags,
      .levels = (const char *const *) options->levels,
      .competency_ids = (const char *const *) competencies,
      .same_packs = !options->all_packs && options->packs == NULL && set->items->len > 0,
    },
    .minutes = (guint) options->minutes,
    .n_most = (guint) options->most,
    .seed = (guint) options->seed,
  };

  return ik_set_fills_make (ik_command_open (context, NULL), set, &request,
                            ik_command_get_cancellable (context), error);
}

static void
print_added (IkCommandContext    *context,
             const IkQuestionSet *set,
             guint                n_before)
{
  g_autoptr(IkTable) table = ik_table_new (">*", "", "", NULL);
  g_autofree char *text = NULL;

  for (guint i = n_before; i < set->items->len; i++)
    {
      const IkSetItem *item = set->items->pdata[i];
      g_autofree char *minutes = g_strdup_printf (_("%u min"), item->minutes);

      ik_table_add (table, minutes, item->prompt, NULL);
    }

  text = ik_table_to_text (table);
  ik_command_print_text (context, text);
}

static void
print_result (IkCommandContext    *context,
              const IkQuestionSet *filled,
              guint                n_before,
              gboolean             is_dry)
{
  if (is_dry && !ik_command_wants_json (context))
    print_added (context, filled, n_before);
  else
    ik_command_print_record (context, filled->id, ik_question_set_to_json (filled));
}

/**
 * ik_command_set_fill:
 * @context: of the call
 * @error: return location
 *
 * Adds questions to a set until its slot is full.
 *
 * Returns: whether it succeeded, if only by finding nothing that fits
 */
gboolean
ik_command_set_fill (IkCommandContext  *context,
                     GError           **error)
{
  g_auto(FillOptions) options = { 0 };
  g_autofree char *id = NULL;
  g_autoptr(IkQuestionSet) set = NULL;
  g_autoptr(IkQuestionSet) filled = NULL;
  GCancellable *cancellable = ik_command_get_cancellable (context);
  IkLibrary *library;

  if (!parse (context, &options, error))
    return FALSE;

  id = ik_command_resolve (context, IK_RECORD_SET, ik_command_get_words (context)[0], error);
  if (id == NULL)
    return FALSE;

  library = ik_command_open (context, NULL);
  set = ik_sets_load (library, id, cancellable, error);
  if (set != NULL)
    filled = make (context, set, &options, error);
  if (filled == NULL)
    return FALSE;

  if (!options.is_dry && filled->items->len > set->items->len &&
      !ik_sets_save (library, filled, _("Fill the Rest"), cancellable, error))
    return FALSE;

  print_result (context, filled, set->items->len, options.is_dry);
  return TRUE;
}
