#include "ik-commands.h"

#include "ik-listing.h"
#include "ik-scales.h"
#include "ik-sets.h"
#include "ik-text.h"

#include <glib/gi18n.h>

static char *
format_minutes (guint planned,
                guint slot)
{
  return slot > 0 ? g_strdup_printf ("%u/%u", planned, slot) : g_strdup_printf ("%u", planned);
}

static IkTable *
tabulate_sets (GPtrArray *sets)
{
  IkTable *table = ik_table_new ("#>>-", _("ID"), _("Questions"), _("Minutes"), _("Title"),
                                 NULL);

  for (guint i = 0; i < sets->len; i++)
    {
      const IkSetSummary *set = sets->pdata[i];
      g_autofree char *count = g_strdup_printf ("%u", set->n_items);
      g_autofree char *minutes = format_minutes (set->planned_minutes, set->slot_minutes);

      ik_table_add (table, set->id, count, minutes, set->title, NULL);
    }

  return table;
}

/**
 * ik_command_sets:
 * @context: of the call
 * @error: return location
 *
 * Lists the question sets by title.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_command_sets (IkCommandContext  *context,
                 GError           **error)
{
  static const IkListing listing = {
    ik_sets_list,
    (IkRecordToJson) ik_set_summary_to_json,
    tabulate_sets,
    N_("No question set yet; “interview-kit set new” makes one."),
  };

  return ik_listing_run (&listing, context, error);
}

/* What a call of "set new" says, ids as they were typed. */
typedef struct
{
  char  *role;
  char  *rubric;
  char  *recommendation;
  GStrv  packs;
  GStrv  questions;
  GStrv  tags;
  GStrv  levels;
  GStrv  optional;
  int    minutes;
} NewSetOptions;

static void
new_set_options_clear (NewSetOptions *self)
{
  g_free (self->role);
  g_free (self->rubric);
  g_free (self->recommendation);
  g_strfreev (self->packs);
  g_strfreev (self->questions);
  g_strfreev (self->tags);
  g_strfreev (self->levels);
  g_strfreev (self->optional);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NewSetOptions, new_set_options_clear)

static gboolean
parse_new_set (IkCommandContext  *context,
               NewSetOptions     *options,
               GError           **error)
{
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->packs,
      N_("Take questions of this pack; repeats"), N_("PACK") },
    { "question", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->questions,
      N_("Take this question; repeats, the order holds"), N_("ID") },
    { "tag", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->tags,
      N_("Only questions with this tag; repeats"), N_("TAG") },
    { "level", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->levels,
      N_("Only questions of this level; repeats"), N_("LEVEL") },
    { "minutes", 0, 0, G_OPTION_ARG_INT, &options->minutes,
      N_("Length of the slot"), N_("NUMBER") },
    { "optional", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->optional,
      N_("This question may be left out; repeats"), N_("ID") },
    { "rubric", 0, 0, G_OPTION_ARG_STRING, &options->rubric,
      N_("What questions without a rating scale are rated by"), N_("ID") },
    { "recommendation", 0, 0, G_OPTION_ARG_STRING, &options->recommendation,
      N_("What the recommendation stands on, in place of the four words"), N_("ID") },
    { "role", 0, 0, G_OPTION_ARG_STRING, &options->role,
      N_("The role it is for"), N_("ROLE") },
    G_OPTION_ENTRY_NULL,
  };

  return ik_command_parse (context, entries, 1, 1, error) &&
         ik_command_is_natural (options->minutes, "--minutes", error);
}

static GStrv
resolve_list (IkCommandContext  *context,
              IkRecordKind       kind,
              GStrv              prefixes,
              GError           **error)
{
  return ik_command_resolve_all (context, kind, (const char *const *) prefixes, error);
}

static gboolean
resolve_rubric (IkCommandContext  *context,
                const char        *prefix, /* nullable */
                char             **out_id,
                GError           **error)
{
  if (prefix == NULL)
    return TRUE;

  *out_id = ik_command_resolve (context, IK_RECORD_RUBRIC, prefix, error);
  return *out_id != NULL;
}

static IkQuestionSet *
create_set (IkCommandContext     *context,
            const NewSetOptions  *options,
            GError              **error)
{
  g_auto(GStrv) packs = NULL;
  g_auto(GStrv) questions = NULL;
  g_auto(GStrv) optional = NULL;
  g_autofree char *rubric = NULL;
  g_autofree char *recommendation = NULL;
  IkLibrary *library = ik_command_open (context, error);
  IkSetRequest request;

  if (library == NULL)
    return NULL;

  packs = resolve_list (context, IK_RECORD_PACK, options->packs, error);
  if (packs == NULL)
    return NULL;
  questions = resolve_list (context, IK_RECORD_QUESTION, options->questions, error);
  if (questions == NULL)
    return NULL;
  optional = resolve_list (context, IK_RECORD_QUESTION, options->optional, error);
  if (optional == NULL)
    return NULL;
  if (!resolve_rubric (context, options->rubric, &rubric, error) ||
      !resolve_rubric (context, options->recommendation, &recommendation, error))
    return NULL;

  request = (IkSetRequest) {
    .title = ik_command_get_words (context)[0],
    .role = options->role,
    .pack_ids = (const char *const *) packs,
    .question_ids = (const char *const *) questions,
    .tags = (const char *const *) options->tags,
    .levels = (const char *const *) options->levels,
    .optional_ids = (const char *const *) optional,
    .rubric_id = rubric,
    .recommendation_rubric_id = recommendation,
    .slot_minutes = (guint) options->minutes,
  };

  return ik_sets_create (library, &request, ik_command_get_cancellable (context), error);
}

/**
 * ik_command_set_new:
 * @context: of the call
 * @error: return location
 *
 * Makes a question set out of the bank.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_command_set_new (IkCommandContext  *context,
                    GError           **error)
{
  g_auto(NewSetOptions) options = { 0 };
  g_autoptr(IkQuestionSet) set = NULL;

  if (!parse_new_set (context, &options, error))
    return FALSE;

  set = create_set (context, &options, error);
  if (set == NULL)
    return FALSE;

  ik_command_print_record (context, set->id, ik_question_set_to_json (set));
  return TRUE;
}

/* The set that the first word names; NULL with @error set. */
static IkQuestionSet *
load_named_set (IkCommandContext  *context,
                GError           **error)
{
  g_autofree char *id = ik_command_resolve (context, IK_RECORD_SET,
                                            ik_command_get_words (context)[0], error);

  if (id == NULL)
    return NULL;

  return ik_sets_load (ik_command_open (context, NULL), id,
                       ik_command_get_cancellable (context), error);
}

/* What is said of an item beside its minutes, such as "optional, counts 2
 * times". */
static char *
format_marks (const IkSetItem *item)
{
  g_autoptr(GStrvBuilder) marks = g_strv_builder_new ();
  g_auto(GStrv) words = NULL;

  if (!item->required)
    g_strv_builder_add (marks, _("optional"));
  if (item->weight != IK_WEIGHT_EQUAL)
    {
      g_autofree char *weight = g_strdup_printf (_("counts %u times"), item->weight);

      g_strv_builder_add (marks, weight);
    }
  if (item->knock_out != IK_RATING_NONE)
    {
      g_autofree char *level = g_strdup_printf (_("has to reach %d"), item->knock_out);

      g_strv_builder_add (marks, level);
    }

  words = g_strv_builder_end (marks);
  return g_strjoinv (", ", words);
}

static void
print_set (IkCommandContext    *context,
           const IkQuestionSet *set)
{
  g_autoptr(IkTable) table = ik_table_new ("->-*", "", "", "", "", NULL);
  g_autofree char *text = NULL;
  guint planned = ik_question_set_get_planned_minutes (set);

  ik_command_print (context, "%s\n", set->title);
  if (*set->role != '\0')
    ik_command_print (context, "%s\n", set->role);
  if (set->slot_minutes > 0)
    ik_command_print (context, _("%u of %u minutes planned\n\n"), planned, set->slot_minutes);
  else
    ik_command_print (context, _("%u minutes planned\n\n"), planned);

  for (guint i = 0; i < set->items->len; i++)
    {
      const IkSetItem *item = set->items->pdata[i];
      g_autofree char *number = g_strdup_printf ("%u.", i + 1);
      g_autofree char *minutes = g_strdup_printf (_("%u min"), item->minutes);
      g_autofree char *marks = format_marks (item);

      ik_table_add (table, number, minutes, marks, item->prompt, NULL);
    }

  text = ik_table_to_text (table);
  ik_command_print_text (context, text);
}

/**
 * ik_command_set_show:
 * @context: of the call
 * @error: return location
 *
 * Prints a question set.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_command_set_show (IkCommandContext  *context,
                     GError           **error)
{
  g_autoptr(IkQuestionSet) set = NULL;

  if (!ik_command_parse (context, NULL, 1, 1, error))
    return FALSE;

  set = load_named_set (context, error);
  if (set == NULL)
    return FALSE;

  if (ik_command_wants_json (context))
    ik_command_print_json (context, ik_question_set_to_json (set));
  else
    print_set (context, set);

  return TRUE;
}

/* What a call of "set score" says. */
typedef struct
{
  int   weight; /* 0: not said */
  char *reason;
  char *knock_out;
} ScoreOptions;

static void
score_options_clear (ScoreOptions *self)
{
  g_free (self->reason);
  g_free (self->knock_out);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ScoreOptions, score_options_clear)

static gboolean
parse_score (IkCommandContext  *context,
             ScoreOptions      *options,
             GError           **error)
{
  const GOptionEntry entries[] = {
    { "weight", 0, 0, G_OPTION_ARG_INT, &options->weight,
      N_("How often it counts in a mean, from 1 to 9"), N_("NUMBER") },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &options->reason,
      N_("Why it counts more than other questions"), N_("TEXT") },
    { "knock-out", 0, 0, G_OPTION_ARG_STRING, &options->knock_out,
      N_("The lowest rating that will do, or “none”"), N_("LEVEL") },
    G_OPTION_ENTRY_NULL,
  };

  return ik_command_parse (context, entries, 2, 2, error) &&
         ik_command_is_natural (options->weight, "--weight", error);
}

static gboolean
read_knock_out (const char  *text,
                int         *out_level,
                GError     **error)
{
  gint64 level;

  if (g_str_equal (text, "none"))
    {
      *out_level = IK_RATING_NONE;
      return TRUE;
    }

  if (!g_ascii_string_to_signed (text, 10, -G_MAXINT, G_MAXINT, &level, NULL))
    {
      g_set_error (error, IK_COMMAND_ERROR, IK_COMMAND_ERROR_USAGE,
                   _("“%s” is no level: give a number of the scale, or “none”"), text);
      return FALSE;
    }

  *out_level = (int) level;
  return TRUE;
}

static gboolean
score_item (IkSetItem           *item,
            const ScoreOptions  *options,
            GError             **error)
{
  if (options->weight > 0)
    item->weight = (guint) options->weight;
  if (options->reason != NULL)
    ik_text_set (&item->weight_reason, options->reason);
  if (item->weight == IK_WEIGHT_EQUAL)
    ik_text_set (&item->weight_reason, "");

  return options->knock_out == NULL ||
         read_knock_out (options->knock_out, &item->knock_out, error);
}

static IkSetItem *
find_question (const IkQuestionSet  *set,
               const char           *question_id,
               GError              **error)
{
  IkSetItem *item = ik_question_set_find_question (set, question_id);

  if (item == NULL)
    g_set_error (error, IK_STORE_ERROR, IK_STORE_ERROR_NOT_FOUND,
                 _("The question “%s” is not in the set “%s”"), question_id, set->title);

  return item;
}

static gboolean
check_knock_out (IkCommandContext     *context,
                 const IkQuestionSet  *set,
                 const IkSetItem      *item,
                 GError              **error)
{
  g_autoptr(IkRubric) rubric = NULL;

  if (item->knock_out == IK_RATING_NONE)
    return TRUE;

  rubric = ik_scales_load_for_question (ik_command_open (context, NULL), item->question_id,
                                        set->rubric_id, ik_command_get_cancellable (context),
                                        error);
  if (rubric == NULL)
    return FALSE;
  if (ik_rubric_find_level (rubric, item->knock_out) != NULL)
    return TRUE;

  g_set_error (error, IK_STORE_ERROR, IK_STORE_ERROR_REFUSED,
               _("“%s” can't ask for %d: that is not on its scale “%s”"), item->prompt,
               item->knock_out, rubric->name);
  return FALSE;
}

/**
 * ik_command_set_score:
 * @context: of the call
 * @error: return location
 *
 * Says how often a question of a set counts and which level it has to reach;
 * what is not said stays as it is. Interviews planned before keep their copy.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_command_set_score (IkCommandContext  *context,
                      GError           **error)
{
  g_auto(ScoreOptions) options = { 0 };
  g_autoptr(IkQuestionSet) set = NULL;
  g_autofree char *question = NULL;
  IkSetItem *item = NULL;

  if (!parse_score (context, &options, error))
    return FALSE;

  set = load_named_set (context, error);
  if (set != NULL)
    question = ik_command_resolve (context, IK_RECORD_QUESTION,
                                   ik_command_get_words (context)[1], error);
  if (question != NULL)
    item = find_question (set, question, error);
  if (item == NULL || !score_item (item, &options, error) ||
      !check_knock_out (context, set, item, error) ||
      !ik_sets_save (ik_command_open (context, NULL), set, _("Score Question"),
                     ik_command_get_cancellable (context), error))
    return FALSE;

  ik_command_print_record (context, set->id, ik_question_set_to_json (set));
  return TRUE;
}

/**
 * ik_command_set_remove:
 * @context: of the call
 * @error: return location
 *
 * Removes a question set; interviews planned with it keep their copy.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_command_set_remove (IkCommandContext  *context,
                       GError           **error)
{
  g_autoptr(IkQuestionSet) set = NULL;

  if (!ik_command_parse (context, NULL, 1, 1, error))
    return FALSE;

  set = load_named_set (context, error);
  if (set == NULL ||
      !ik_sets_remove (ik_command_open (context, NULL), set->id,
                       ik_command_get_cancellable (context), error))
    return FALSE;

  ik_command_print_record (context, set->id, ik_question_set_to_json (set));
  return TRUE;
}
