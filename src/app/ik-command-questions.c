#include "ik-commands.h"

#include "ik-json-members.h"
#include "ik-listing.h"
#include "ik-searches.h"

#include <glib/gi18n.h>
#include <string.h>

/* As for any other id. */
#define MIN_PREFIX 4

/* Listing questions of the bank by what they are, and searches that are kept. */

typedef struct
{
  char     *words;
  GStrv     packs;
  GStrv     sections;
  GStrv     tags;
  GStrv     competencies;
  GStrv     levels;
  GStrv     kinds;
  GStrv     states;
  int       minutes_from;
  int       minutes_to;
  gboolean  is_used;
  gboolean  is_unused;
  gboolean  is_answered;
  gboolean  is_unanswered;
  char     *sort;
  gboolean  is_descending;
  int       limit;
  char     *saved;
  char     *save;
  gboolean  is_replacing;
  gboolean  is_counting;

  GStrv     pack_ids;    /* of @packs */
  GStrv     section_ids; /* of @sections */
} QuestionOptions;

static void
question_options_clear (QuestionOptions *self)
{
  g_free (self->words);
  g_strfreev (self->packs);
  g_strfreev (self->sections);
  g_strfreev (self->tags);
  g_strfreev (self->competencies);
  g_strfreev (self->levels);
  g_strfreev (self->kinds);
  g_strfreev (self->states);
  g_free (self->sort);
  g_free (self->saved);
  g_free (self->save);
  g_strfreev (self->pack_ids);
  g_strfreev (self->section_ids);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QuestionOptions, question_options_clear)

static gboolean
parse_options (IkCommandContext  *context,
               QuestionOptions   *options,
               GError           **error)
{
  const GOptionEntry entries[] = {
    { "search", 0, 0, G_OPTION_ARG_STRING, &options->words,
      N_("Only with these words"), N_("WORDS") },
    { "from", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->packs,
      N_("Only of this pack"), N_("PACK") },
    { "section", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->sections,
      N_("Only of the sections of this title"), N_("TITLE") },
    { "tag", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->tags,
      N_("Only with this tag; “” for none"), N_("TAG") },
    { "competency", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->competencies,
      N_("Only what measures the competency of this name; “” for none"), N_("NAME") },
    { "level", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->levels,
      N_("Only of this level; “” for none"), N_("LEVEL") },
    { "kind", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->kinds,
      N_("Only of this kind"), N_("KIND") },
    { "state", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->states,
      N_("Only in this state: draft, ready, archived"), N_("STATE") },
    { "minutes-from", 0, 0, G_OPTION_ARG_INT, &options->minutes_from,
      N_("Only with so many planned minutes or more"), N_("NUMBER") },
    { "minutes-to", 0, 0, G_OPTION_ARG_INT, &options->minutes_to,
      N_("Only with so many planned minutes or fewer"), N_("NUMBER") },
    { "used", 0, 0, G_OPTION_ARG_NONE, &options->is_used,
      N_("Only what stands in a set or was asked"), NULL },
    { "unused", 0, 0, G_OPTION_ARG_NONE, &options->is_unused,
      N_("Only what stands in no set and was never asked"), NULL },
    { "answered", 0, 0, G_OPTION_ARG_NONE, &options->is_answered,
      N_("Only with a reference answer"), NULL },
    { "unanswered", 0, 0, G_OPTION_ARG_NONE, &options->is_unanswered,
      N_("Only without one"), NULL },
    { "sort", 0, 0, G_OPTION_ARG_STRING, &options->sort,
      N_("By relevance, pack, prompt, minutes, level, changed or last_used"), N_("ORDER") },
    { "descending", 0, 0, G_OPTION_ARG_NONE, &options->is_descending,
      N_("In the opposite order"), NULL },
    { "limit", 0, 0, G_OPTION_ARG_INT, &options->limit,
      N_("How many at most"), N_("NUMBER") },
    { "saved", 0, 0, G_OPTION_ARG_STRING, &options->saved,
      N_("What the saved search of this name finds; alone but for --limit"), N_("NAME") },
    { "save", 0, 0, G_OPTION_ARG_STRING, &options->save,
      N_("Keep the search under this name"), N_("NAME") },
    { "replace", 0, 0, G_OPTION_ARG_NONE, &options->is_replacing,
      N_("With --save: in the place of the saved search of this name"), NULL },
    { "counts", 0, 0, G_OPTION_ARG_NONE, &options->is_counting,
      N_("Count what each further choice would find, instead"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  return ik_command_parse (context, entries, 0, 0, error) &&
         ik_command_is_natural (options->minutes_from, "--minutes-from", error) &&
         ik_command_is_natural (options->minutes_to, "--minutes-to", error) &&
         ik_command_is_natural (options->limit, "--limit", error);
}

static gboolean
set_unknown (const char  *option,
             const char  *word,
             GError     **error)
{
  g_set_error (error, IK_COMMAND_ERROR, IK_COMMAND_ERROR_USAGE,
               _("%s doesn't know “%s”"), option, word);
  return FALSE;
}

static gboolean
read_kinds (const QuestionOptions  *options,
            IkQuestionFilter       *filter,
            GError                **error)
{
  for (guint i = 0; options->kinds != NULL && options->kinds[i] != NULL; i++)
    {
      IkQuestionKind kind;

      if (!ik_question_kind_from_nick (options->kinds[i], &kind))
        return set_unknown ("--kind", options->kinds[i], error);
      filter->kinds |= 1u << kind;
    }

  return TRUE;
}

static gboolean
read_states (const QuestionOptions  *options,
             IkQuestionFilter       *filter,
             GError                **error)
{
  for (guint i = 0; options->states != NULL && options->states[i] != NULL; i++)
    {
      IkQuestionState state;

      if (!ik_question_state_from_nick (options->states[i], &state))
        return set_unknown ("--state", options->states[i], error);
      filter->states |= 1u << state;
    }

  return TRUE;
}

/* Both options of a pair take all, as neither of them does. */
static IkWanted
get_wanted (gboolean yes,
            gboolean no)
{
  return !yes == !no ? IK_WANTED_ANY : yes ? IK_WANTED_YES : IK_WANTED_NO;
}

/* Makes the filter of the words of the call, but for the packs; it borrows from
 * @options. */
static gboolean
read_filter (const QuestionOptions  *options,
             IkQuestionFilter       *filter,
             GError                **error)
{
  *filter = (IkQuestionFilter) {
    .query = options->words,
    .tags = (const char *const *) options->tags,
    .competencies = (const char *const *) options->competencies,
    .levels = (const char *const *) options->levels,
    .minutes_from = (guint) options->minutes_from,
    .minutes_to = (guint) options->minutes_to,
    .used = get_wanted (options->is_used, options->is_unused),
    .answered = get_wanted (options->is_answered, options->is_unanswered),
    .is_descending = options->is_descending,
  };

  if (!read_kinds (options, filter, error) || !read_states (options, filter, error))
    return FALSE;

  return options->sort == NULL || ik_question_sort_from_nick (options->sort, &filter->sort) ||
         set_unknown ("--sort", options->sort, error);
}

static gboolean
resolve_packs (IkCommandContext  *context,
               QuestionOptions   *options,
               IkQuestionFilter  *filter,
               GError           **error)
{
  if (options->packs == NULL)
    return TRUE;

  options->pack_ids = ik_command_resolve_all (context, IK_RECORD_PACK,
                                              (const char *const *) options->packs, error);
  filter->pack_ids = (const char *const *) options->pack_ids;
  return options->pack_ids != NULL;
}

static gboolean
add_sections (GPtrArray    *sections, /* element-type IkFacetCount */
              const char   *title,
              GStrvBuilder *ids)
{
  g_autofree char *wanted = g_utf8_casefold (title, -1);
  gboolean is_found = FALSE;

  for (guint i = 0; i < sections->len; i++)
    {
      const IkFacetCount *section = sections->pdata[i];
      g_autofree char *label = g_utf8_casefold (section->label, -1);

      if (!g_str_equal (label, wanted))
        continue;
      g_strv_builder_add (ids, section->value);
      is_found = TRUE;
    }

  return is_found;
}

/* Sections of the same title stand in several packs: all of those that --from leaves
 * are meant. */
static gboolean
resolve_sections (IkCommandContext  *context,
                  QuestionOptions   *options,
                  IkQuestionFilter  *filter,
                  GError           **error)
{
  const IkQuestionFilter packs = { .pack_ids = filter->pack_ids, .states = IK_QUESTION_STATES_ALL };
  g_autoptr(IkQuestionCounts) counts = NULL;
  g_autoptr(GStrvBuilder) ids = NULL;

  if (options->sections == NULL)
    return TRUE;

  counts = ik_bank_count_questions (ik_command_open (context, NULL), &packs,
                                    ik_command_get_cancellable (context), error);
  if (counts == NULL)
    return FALSE;

  ids = g_strv_builder_new ();
  for (guint i = 0; options->sections[i] != NULL; i++)
    {
      if (!add_sections (counts->values[IK_QUESTION_FACET_SECTION], options->sections[i], ids))
        {
          g_set_error (error, IK_COMMAND_ERROR, IK_COMMAND_ERROR_FAILED,
                       _("No question stands in a section “%s”; “interview-kit questions --counts” "
                         "lists the sections"), options->sections[i]);
          return FALSE;
        }
    }

  options->section_ids = g_strv_builder_end (ids);
  filter->section_ids = (const char *const *) options->section_ids;
  return TRUE;
}

/* Finds a saved search by its name, whatever its case, or by the beginning of its
 * id; NULL with @error set. */
static const IkSavedSearch *
find_saved (GPtrArray   *searches,
            const char  *name,
            GError     **error)
{
  const IkSavedSearch *found = NULL;

  for (guint i = 0; i < searches->len; i++)
    {
      const IkSavedSearch *search = searches->pdata[i];

      if (g_ascii_strcasecmp (search->name, name) == 0)
        return search;
    }

  for (guint i = 0; i < searches->len && strlen (name) >= MIN_PREFIX; i++)
    {
      const IkSavedSearch *search = searches->pdata[i];

      if (!g_str_has_prefix (search->id, name))
        continue;
      if (found != NULL)
        {
          g_set_error (error, IK_COMMAND_ERROR, IK_COMMAND_ERROR_FAILED,
                       _("“%s” stands for more than one saved search: give more of the id"), name);
          return NULL;
        }
      found = search;
    }

  if (found == NULL)
    g_set_error (error, IK_COMMAND_ERROR, IK_COMMAND_ERROR_FAILED,
                 _("There is no saved search “%s”; “interview-kit searches” lists them"), name);
  return found;
}

static IkQuestionFilter *
load_saved (IkCommandContext  *context,
            const char        *name,
            GError           **error)
{
  g_autoptr(GPtrArray) searches = ik_searches_list (ik_command_open (context, NULL),
                                                    ik_command_get_cancellable (context), error);
  const IkSavedSearch *search = searches != NULL ? find_saved (searches, name, error) : NULL;

  return search != NULL ? ik_question_filter_copy (search->filter) : NULL;
}

static char *
keep (IkCommandContext        *context,
      const QuestionOptions   *options,
      const IkQuestionFilter  *filter,
      GError                 **error)
{
  IkLibrary *library = ik_command_open (context, NULL);
  GCancellable *cancellable = ik_command_get_cancellable (context);

  return options->is_replacing
         ? ik_searches_replace (library, options->save, filter, cancellable, error)
         : ik_searches_add (library, options->save, filter, cancellable, error);
}

/* Returns what the call looks for; it may be kept by now. */
static IkQuestionFilter *
get_filter (IkCommandContext  *context,
            QuestionOptions   *options,
            IkQuestionFilter  *filter,
            GError           **error)
{
  g_autofree char *id = NULL;

  if (options->saved != NULL)
    return load_saved (context, options->saved, error);

  if (!resolve_packs (context, options, filter, error) ||
      !resolve_sections (context, options, filter, error))
    return NULL;

  if (options->save != NULL)
    {
      id = keep (context, options, filter, error);
      if (id == NULL)
        return NULL;
    }

  return ik_question_filter_copy (filter);
}

static IkTable *
tabulate_questions (GPtrArray *questions)
{
  IkTable *table = ik_table_new ("#>---", _("ID"), _("Minutes"), _("Level"), _("Question"),
                                 _("Pack"), NULL);

  for (guint i = 0; i < questions->len; i++)
    {
      const IkQuestionSummary *question = questions->pdata[i];
      g_autofree char *minutes = g_strdup_printf ("%u", question->minutes);

      ik_table_add (table, question->id, minutes, question->level, question->prompt,
                    question->pack_title, NULL);
    }

  return table;
}

/* Counting */

/* For programs and for people, by facet. */
static const struct
{
  const char *name;
  const char *heading;
} facets[IK_N_QUESTION_FACETS] = {
  [IK_QUESTION_FACET_PACK] = { "pack", N_("Pack") },
  [IK_QUESTION_FACET_SECTION] = { "section", N_("Section") },
  [IK_QUESTION_FACET_TAG] = { "tag", N_("Tag") },
  [IK_QUESTION_FACET_COMPETENCY] = { "competency", N_("Competency") },
  [IK_QUESTION_FACET_LEVEL] = { "level", N_("Level") },
  [IK_QUESTION_FACET_KIND] = { "kind", N_("Kind") },
  [IK_QUESTION_FACET_STATE] = { "state", N_("State") },
  [IK_QUESTION_FACET_USED] = { "used", N_("Used") },
  [IK_QUESTION_FACET_ANSWERED] = { "answered", N_("Answered") },
};

static JsonNode *
counts_to_json (const IkQuestionCounts *counts)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "found", counts->n_found);
  for (guint i = 0; i < IK_N_QUESTION_FACETS; i++)
    {
      JsonArray *values = json_array_new ();

      for (guint j = 0; j < counts->values[i]->len; j++)
        {
          const IkFacetCount *count = counts->values[i]->pdata[j];
          JsonObject *value = json_object_new ();

          json_object_set_string_member (value, "value", count->value);
          json_object_set_string_member (value, "label", count->label);
          if (count->parent != NULL)
            json_object_set_string_member (value, "pack", count->parent);
          json_object_set_int_member (value, "questions", count->n);
          json_array_add_object_element (values, value);
        }
      json_object_set_array_member (object, facets[i].name, values);
    }

  return ik_json_take_object (object);
}

/* Only what further questions have: a bank has thousands of sections. */
static void
print_counts (IkCommandContext       *context,
              const IkQuestionCounts *counts)
{
  g_autoptr(IkTable) table = ik_table_new (">-*", _("Questions"), _("By"), _("Choice"), NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < IK_N_QUESTION_FACETS; i++)
    {
      for (guint j = 0; j < counts->values[i]->len; j++)
        {
          const IkFacetCount *count = counts->values[i]->pdata[j];
          g_autofree char *n = g_strdup_printf ("%u", count->n);

          if (count->n > 0)
            ik_table_add (table, n, _(facets[i].heading),
                          count->label[0] != '\0' ? count->label : "—", NULL);
        }
    }

  ik_command_print (context, g_dngettext (NULL, "%u question\n", "%u questions\n",
                                          counts->n_found), counts->n_found);
  ik_command_print_text (context, "\n");
  text = ik_table_to_text (table);
  ik_command_print_text (context, text);
}

static gboolean
count (IkCommandContext        *context,
       const IkQuestionFilter  *filter,
       GError                 **error)
{
  g_autoptr(IkQuestionCounts) counts =
    ik_bank_count_questions (ik_command_open (context, NULL), filter,
                             ik_command_get_cancellable (context), error);

  if (counts == NULL)
    return FALSE;

  if (ik_command_wants_json (context))
    ik_command_print_json (context, counts_to_json (counts));
  else
    print_counts (context, counts);

  return TRUE;
}

/**
 * ik_command_questions:
 * @context: of the call
 * @error: return location
 *
 * Lists questions of the bank by what they are, or counts them.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_command_questions (IkCommandContext  *context,
                      GError           **error)
{
  static const IkListing listing = {
    NULL,
    (IkRecordToJson) ik_question_summary_to_json,
    tabulate_questions,
    N_("No question fits."),
  };
  g_auto(QuestionOptions) options = { 0 };
  IkQuestionFilter words;
  g_autoptr(IkQuestionFilter) filter = NULL;
  g_autoptr(GPtrArray) questions = NULL;

  if (!parse_options (context, &options, error) || !read_filter (&options, &words, error) ||
      ik_command_open (context, error) == NULL)
    return FALSE;

  filter = get_filter (context, &options, &words, error);
  if (filter == NULL)
    return FALSE;

  if (options.is_counting)
    return count (context, filter, error);

  filter->limit = (guint) options.limit;
  questions = ik_bank_list_questions (ik_command_open (context, NULL), filter,
                                      ik_command_get_cancellable (context), error);
  if (questions == NULL)
    return FALSE;

  ik_listing_print (&listing, context, questions);
  return TRUE;
}

static IkTable *
tabulate_searches (GPtrArray *searches)
{
  IkTable *table = ik_table_new ("#--", _("ID"), _("Name"), _("Words"), NULL);

  for (guint i = 0; i < searches->len; i++)
    {
      const IkSavedSearch *search = searches->pdata[i];

      ik_table_add (table, search->id, search->name, search->filter->query, NULL);
    }

  return table;
}

/**
 * ik_command_searches:
 * @context: of the call
 * @error: return location
 *
 * Lists the searches that are kept.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_command_searches (IkCommandContext  *context,
                     GError           **error)
{
  static const IkListing listing = {
    ik_searches_list,
    (IkRecordToJson) ik_saved_search_to_json,
    tabulate_searches,
    N_("No search is saved; “interview-kit questions --save NAME” keeps one."),
  };

  return ik_listing_run (&listing, context, error);
}

/* Renames or removes the search that the first word names, and prints it. */
static gboolean
change_saved (IkCommandContext  *context,
              const char        *new_name, /* nullable: it is removed */
              GError           **error)
{
  IkLibrary *library = ik_command_open (context, error);
  GCancellable *cancellable = ik_command_get_cancellable (context);
  g_autoptr(GPtrArray) searches = NULL;
  g_autoptr(IkSavedSearch) changed = NULL;
  const IkSavedSearch *search;

  searches = library != NULL ? ik_searches_list (library, cancellable, error) : NULL;
  if (searches == NULL)
    return FALSE;

  search = find_saved (searches, ik_command_get_words (context)[0], error);
  if (search == NULL)
    return FALSE;

  if (new_name == NULL
      ? !ik_searches_remove (library, search->id, cancellable, error)
      : !ik_searches_rename (library, search->id, new_name, cancellable, error))
    return FALSE;

  changed = ik_saved_search_new (search->id, new_name != NULL ? new_name : search->name,
                                 search->filter);
  ik_command_print_record (context, changed->id, ik_saved_search_to_json (changed));
  return TRUE;
}

/**
 * ik_command_searches_rename:
 * @context: of the call
 * @error: return location
 *
 * Gives a saved search another name.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_command_searches_rename (IkCommandContext  *context,
                            GError           **error)
{
  g_autofree char *name = NULL;

  if (!ik_command_parse (context, NULL, 2, 2, error))
    return FALSE;

  name = g_strstrip (g_strdup (ik_command_get_words (context)[1]));
  return change_saved (context, name, error);
}

/**
 * ik_command_searches_remove:
 * @context: of the call
 * @error: return location
 *
 * Removes a saved search; the questions stay.
 *
 * Returns: whether it succeeded
 */
gboolean
ik_command_searches_remove (IkCommandContext  *context,
                            GError           **error)
{
  return ik_command_parse (context, NULL, 1, 1, error) && change_saved (context, NULL, error);
}
