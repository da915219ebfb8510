#include "ik-set-hint.h"

#include "ik-set-coverage.h"

#include <glib/gi18n.h>

/* As much of a prompt as tells it from others. */
#define MAX_PROMPT_CHARS 60

/**
 * ik_set_hint_kind_to_nick:
 * @kind: a kind
 *
 * Returns: (transfer none): such as "no-opening", never translated
 */
const char *
ik_set_hint_kind_to_nick (IkSetHintKind kind)
{
  static const char *const nicks[] = {
    "over-slot", "long-section", "long-question", "no-opening", "no-closing",
    "many-competencies", "asked-before",
  };

  g_return_val_if_fail (kind < G_N_ELEMENTS (nicks), NULL);

  return nicks[kind];
}

/**
 * ik_set_hint_free:
 * @self: (transfer full): a hint
 */
void
ik_set_hint_free (IkSetHint *self)
{
  g_free (self->line_id);
  g_free (self->text);
  g_free (self);
}

/* @text: owned */
static void
take_hint (GPtrArray     *hints,
           IkSetHintKind  kind,
           const char    *line_id,
           char          *text)
{
  IkSetHint *hint = g_new0 (IkSetHint, 1);

  hint->kind = kind;
  hint->line_id = g_strdup (line_id);
  hint->text = text;
  g_ptr_array_add (hints, hint);
}

static char *
shorten (const char *prompt)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (prompt, -1) <= MAX_PROMPT_CHARS)
    return g_strdup (prompt);

  start = g_utf8_substring (prompt, 0, MAX_PROMPT_CHARS);
  return g_strconcat (g_strchomp (start), "…", NULL);
}

static void
check_slot (GPtrArray           *hints,
            const IkQuestionSet *set)
{
  guint planned = ik_question_set_get_planned_minutes (set);

  if (set->slot_minutes > 0 && planned > set->slot_minutes)
    take_hint (hints, IK_SET_HINT_OVER_SLOT, NULL,
               g_strdup_printf (_("%u min planned, %u min more than the slot"), planned,
                                planned - set->slot_minutes));
}

static void
check_sections (GPtrArray           *hints,
                const IkQuestionSet *set)
{
  for (guint i = 0; i < set->sections->len; i++)
    {
      const IkSetSection *section = set->sections->pdata[i];
      guint planned = ik_question_set_get_section_minutes (set, section->id);

      if (section->minutes > 0 && planned > section->minutes)
        take_hint (hints, IK_SET_HINT_LONG_SECTION, section->id,
                   g_strdup_printf (_("“%s” plans %u min and has %u"), section->title, planned,
                                    section->minutes));
    }
}

static void
check_items (GPtrArray           *hints,
             const IkQuestionSet *set,
             GHashTable          *asked)
{
  for (guint i = 0; i < set->items->len; i++)
    {
      const IkSetItem *item = set->items->pdata[i];
      const IkSetSection *section = ik_question_set_find_section (set, item->section_id);
      g_autofree char *prompt = shorten (item->prompt);

      if (item->required && section != NULL && section->minutes > 0 &&
          item->minutes > section->minutes)
        take_hint (hints, IK_SET_HINT_LONG_QUESTION, item->id,
                   g_strdup_printf (_("“%s” is required and takes %u min; its section has %u"),
                                    prompt, item->minutes, section->minutes));
      if (asked != NULL && g_hash_table_contains (asked, item->question_id))
        take_hint (hints, IK_SET_HINT_ASKED_BEFORE, item->id,
                   g_strdup_printf (_("“%s” was asked of this candidate before"), prompt));
    }
}

static gboolean
has_kind (const IkQuestionSet *set,
          IkQuestionKind       kind)
{
  for (guint i = 0; i < set->items->len; i++)
    {
      if (((const IkSetItem *) set->items->pdata[i])->kind == kind)
        return TRUE;
    }

  return FALSE;
}

static void
check_ends (GPtrArray           *hints,
            const IkQuestionSet *set)
{
  if (*set->opening == '\0' && !has_kind (set, IK_QUESTION_KIND_OPENING))
    take_hint (hints, IK_SET_HINT_NO_OPENING, NULL,
               g_strdup (_("No opening: neither a script nor an opening question")));
  if (!has_kind (set, IK_QUESTION_KIND_CLOSING) &&
      !has_kind (set, IK_QUESTION_KIND_CANDIDATE_QUESTIONS))
    take_hint (hints, IK_SET_HINT_NO_CLOSING, NULL,
               g_strdup (_("No closing: no closing question and none for the candidate's own")));
}

static void
check_competencies (GPtrArray           *hints,
                    const IkQuestionSet *set)
{
  g_autoptr(GHashTable) measured = g_hash_table_new (g_str_hash, g_str_equal);
  guint n;

  for (guint i = 0; i < set->items->len; i++)
    {
      const IkSetItem *item = set->items->pdata[i];

      if (ik_question_kind_is_scored (item->kind) && item->competency_id != NULL)
        g_hash_table_add (measured, item->competency_id);
    }

  n = g_hash_table_size (measured);
  if (n > IK_SET_MAX_COMPETENCIES)
    take_hint (hints, IK_SET_HINT_MANY_COMPETENCIES, NULL,
               g_strdup_printf (_("%u competencies: more than %d are hard to judge in one "
                                  "interview"), n, IK_SET_MAX_COMPETENCIES));
}

/**
 * ik_set_hints_list:
 * @set: a set
 * @asked: (nullable) (element-type utf8 utf8): ids of questions that the candidate
 *   was asked before, as keys; %NULL where no candidate is meant
 *
 * Looks a set over before somebody sits down with it. A set without questions is
 * only begun: nothing is said about it. O(items × sections).
 *
 * Returns: (transfer full) (element-type IkSetHint): what is worth a look, times
 *   first, then what stands at the ends, then what is measured
 */
GPtrArray *
ik_set_hints_list (const IkQuestionSet *set,
                   GHashTable          *asked)
{
  GPtrArray *hints = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_set_hint_free);

  if (set->items->len == 0)
    return hints;

  check_slot (hints, set);
  check_sections (hints, set);
  check_items (hints, set, asked);
  check_ends (hints, set);
  check_competencies (hints, set);

  return hints;
}
