#include "ik-redaction.h"

#include "ik-rich-text.h"
#include "ik-text.h"

/* Marks of CommonMark and characters that nobody sees may stand between the
 * letters of a name. */
#define HIDDEN "*_~`\\\\\\x{ad}\\x{200b}-\\x{200f}\\x{2060}\\x{feff}"
#define BETWEEN_LETTERS "[" HIDDEN "]*"
#define BETWEEN_WORDS "[\\s\\-" HIDDEN "]*"

/* A letter that belongs to the same word as its neighbour; Chinese and others
 * put no space between words. */
#define LETTER "(?![\\p{Han}\\p{Hiragana}\\p{Katakana}\\p{Hangul}\\p{Thai}\\p{Lao}" \
  "\\p{Khmer}\\p{Myanmar}])[\\p{L}\\p{N}]"

/* From this length on a name is known by its beginning, as languages that
 * inflect names add up to three letters; from the other one on it is no part of
 * another word by chance. */
#define MIN_INFLECTED 4
#define MIN_DISTINCT 6

/* One letter would take out half of a text. */
#define MIN_NAME 2

/* Of languages that put no space between words */
static const GUnicodeScript unspaced_scripts[] = {
  G_UNICODE_SCRIPT_HAN, G_UNICODE_SCRIPT_HIRAGANA, G_UNICODE_SCRIPT_KATAKANA,
  G_UNICODE_SCRIPT_HANGUL, G_UNICODE_SCRIPT_THAI, G_UNICODE_SCRIPT_LAO, G_UNICODE_SCRIPT_KHMER,
  G_UNICODE_SCRIPT_MYANMAR,
};

static gboolean
is_unspaced (gunichar character)
{
  GUnicodeScript script = g_unichar_get_script (character);

  for (guint i = 0; i < G_N_ELEMENTS (unspaced_scripts); i++)
    {
      if (unspaced_scripts[i] == script)
        return TRUE;
    }

  return FALSE;
}

static void
append_letters (GString        *pattern,
                const char     *text,
                GNormalizeMode  mode)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, mode);

  for (const char *at = normal; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);
      const char *between = at == normal ? "" : BETWEEN_LETTERS;

      if (g_unichar_isspace (character))
        g_string_append (pattern, BETWEEN_WORDS);
      else
        g_string_append_printf (pattern, "%s\\x{%x}", between, character);
    }
}

/* An accent may be a character of its own or a part of the letter. */
static void
append_text (GString    *pattern,
             const char *text)
{
  g_string_append (pattern, "(?:");
  append_letters (pattern, text, G_NORMALIZE_DEFAULT_COMPOSE);
  g_string_append_c (pattern, '|');
  append_letters (pattern, text, G_NORMALIZE_DEFAULT);
  g_string_append_c (pattern, ')');
}

static void
append_name (GString    *pattern,
             const char *name)
{
  glong length = g_utf8_strlen (name, -1);

  if (length >= MIN_DISTINCT || is_unspaced (g_utf8_get_char (name)))
    {
      append_text (pattern, name);
      return;
    }

  g_string_append (pattern, "(?<!" LETTER ")");
  append_text (pattern, name);
  g_string_append_printf (pattern, "%s(?!" LETTER ")",
                          length >= MIN_INFLECTED ? "(?:" LETTER "){0,3}" : "(?:['’]?s)?");
}

static void
append_alternative (GString    *pattern,
                    const char *text,
                    gboolean    is_name)
{
  if (pattern->len > 0)
    g_string_append_c (pattern, '|');
  if (is_name)
    append_name (pattern, text);
  else
    append_text (pattern, text);
}

/* The whole first, so that it becomes one bar. */
static void
append_names (GString    *pattern,
              const char *names)
{
  g_autofree char *valid = g_utf8_make_valid (names, -1);
  g_autoptr(GRegex) splitter = g_regex_new ("[^\\p{L}\\p{M}\\p{N}]+", G_REGEX_OPTIMIZE, 0, NULL);
  g_auto(GStrv) words = g_regex_split (splitter, valid, 0);
  g_autoptr(GString) whole = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] != '\0')
        g_string_append_printf (whole, "%s%s", whole->len > 0 ? " " : "", words[i]);
    }
  if (whole->len == 0)
    return;

  append_alternative (pattern, whole->str, TRUE);
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (g_utf8_strlen (words[i], -1) >= MIN_NAME || is_unspaced (g_utf8_get_char (words[i])))
        append_alternative (pattern, words[i], TRUE);
    }
}

struct _IkRedaction
{
  GRegex   *regex;       /* (nullable): where there is nothing to take out */
  gboolean  hides_names;
};

static GRegex *
make_pattern (const char *const *names,
              const char *const *texts)
{
  g_autoptr(GString) pattern = g_string_new (NULL);
  g_autoptr(GError) error = NULL;
  GRegex *regex;

  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    {
      g_autofree char *text = g_strstrip (g_utf8_make_valid (texts[i], -1));

      if (*text != '\0')
        append_alternative (pattern, text, FALSE);
    }
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    append_names (pattern, names[i]);
  if (pattern->len == 0)
    return NULL;

  regex = g_regex_new (pattern->str, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, &error);
  g_assert_no_error (error);
  return regex;
}

/**
 * ik_redaction_new:
 * @names: (nullable) (array zero-terminated=1): names to take out, whole and word by
 *   word; %NULL leaves names alone
 * @texts: (nullable) (array zero-terminated=1): what else to take out
 *
 * Letters count in either case, with accents written either way and with mark-up
 * between them; names of four letters and more with up to three letters behind
 * them, longer ones within words as well. Where a text shows one of them only once
 * it is set, all of it goes.
 *
 * Returns: (transfer full): what is to be taken out
 */
IkRedaction *
ik_redaction_new (const char *const *names,
                  const char *const *texts)
{
  IkRedaction *self = g_new0 (IkRedaction, 1);

  self->regex = make_pattern (names, texts);
  self->hides_names = names != NULL;

  return self;
}

/**
 * ik_redaction_free:
 * @self: (transfer full): what is to be taken out
 */
void
ik_redaction_free (IkRedaction *self)
{
  g_clear_pointer (&self->regex, g_regex_unref);
  g_free (self);
}

static gboolean
shows (const GRegex     *regex,
       const IkRichText *text)
{
  return text != NULL && g_regex_match (regex, text->text, 0, NULL);
}

/* Entities and mark-up may hide a name that stands there once it is set. */
static gboolean
shows_when_set (const GRegex *regex,
                const char   *commonmark)
{
  g_autoptr(IkRichText) line = ik_rich_text_new_inline (commonmark);
  g_autoptr(GPtrArray) blocks = ik_rich_blocks_parse (commonmark);
  gboolean found = shows (regex, line);

  for (guint i = 0; i < blocks->len; i++)
    {
      const IkRichBlock *block = blocks->pdata[i];

      found = found || shows (regex, block->text);
      for (guint j = 0; block->rows != NULL && j < block->rows->len; j++)
        {
          GPtrArray *row = block->rows->pdata[j];

          for (guint k = 0; k < row->len; k++)
            found = found || shows (regex, row->pdata[k]);
        }
    }

  return found;
}

static void
redact (const GRegex  *regex,
        char         **text)
{
  g_autofree char *valid = NULL;
  g_autofree char *redacted = NULL;

  if (*text == NULL || **text == '\0')
    return;

  valid = g_utf8_make_valid (*text, -1);
  redacted = g_regex_replace_literal (regex, valid, -1, 0, IK_REDACTION_BAR, 0, NULL);
  /* What the pattern is too slow for goes as a whole. */
  if (redacted == NULL || shows_when_set (regex, redacted))
    ik_text_set (text, IK_REDACTION_BAR);
  else
    ik_text_set (text, redacted);
}

static void
redact_list (const GRegex *regex,
             GPtrArray    *texts)
{
  for (guint i = 0; i < texts->len; i++)
    redact (regex, (char **) &texts->pdata[i]);
}

static void
redact_notes (const GRegex *regex,
              GPtrArray    *notes)
{
  for (guint i = 0; i < notes->len; i++)
    redact (regex, &((IkNote *) notes->pdata[i])->text);
}

static void
redact_findings (const GRegex *regex,
                 GPtrArray    *findings)
{
  for (guint i = 0; i < findings->len; i++)
    redact (regex, &((IkFinding *) findings->pdata[i])->text);
}

static void
redact_interviewer_text (const GRegex      *regex,
                         IkInterviewerText *text)
{
  redact_list (regex, text->follow_ups);
  redact (regex, &text->reference_answer);
  redact (regex, &text->why_it_matters);
  redact_list (regex, text->clarifying_questions);
  redact_list (regex, text->solution_steps);
  redact_list (regex, text->positive_indicators);
  redact_list (regex, text->red_flags);
  redact_list (regex, text->references);
  for (guint i = 0; i < text->level_answers->len; i++)
    {
      IkLevelAnswer *answer = text->level_answers->pdata[i];

      redact (regex, &answer->level);
      redact (regex, &answer->text);
    }
}

static void
redact_item (const GRegex    *regex,
             IkInterviewItem *item)
{
  redact (regex, &item->section);
  redact (regex, &item->section_introduction);
  redact (regex, &item->candidate.prompt);
  redact (regex, &item->candidate.details);
  redact_list (regex, item->candidate.sub_questions);
  redact_interviewer_text (regex, &item->interviewer);
  redact (regex, &item->evidence);
  redact (regex, &item->asked_as);
  redact_notes (regex, item->notes);
  for (guint i = 0; i < item->indicators->len; i++)
    redact (regex, &((IkIndicator *) item->indicators->pdata[i])->text);
}

static void
redact_scales (const GRegex *regex,
               IkInterview  *interview)
{
  for (guint i = 0; i < interview->rubrics->len; i++)
    {
      IkRubric *rubric = interview->rubrics->pdata[i];

      redact (regex, &rubric->name);
      for (guint j = 0; j < rubric->levels->len; j++)
        {
          IkRubricLevel *level = rubric->levels->pdata[j];

          redact (regex, &level->label);
          redact (regex, &level->anchor);
        }
    }

  for (guint i = 0; i < interview->competencies->len; i++)
    {
      IkCompetencyRating *rating = interview->competencies->pdata[i];

      redact (regex, &rating->competency->name);
      redact (regex, &rating->competency->description);
    }
}

/* Copies of an interview share its log. */
static void
redact_events (const GRegex *regex,
               IkInterview  *interview)
{
  GPtrArray *events =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ik_interview_event_free);

  for (guint i = 0; i < interview->events->len; i++)
    {
      const IkInterviewEvent *event = interview->events->pdata[i];
      IkInterviewEvent *copy = ik_interview_event_new (event->at.wall_us, event->item_id,
                                                       event->kind, event->value);

      copy->at = event->at;
      redact (regex, &copy->value);
      g_ptr_array_add (events, copy);
    }

  g_ptr_array_unref (interview->events);
  interview->events = events;
}

static void
redact_head (const GRegex *regex,
             IkInterview  *interview)
{
  redact (regex, &interview->candidate_name);
  redact (regex, &interview->interviewer_name);
  redact (regex, &interview->set_title);
  redact (regex, &interview->role);
  redact (regex, &interview->round);
  redact (regex, &interview->opening);
  redact (regex, &interview->room);
  redact (regex, &interview->summary);
  redact_notes (regex, interview->notes);
  redact_findings (regex, interview->strengths);
  redact_findings (regex, interview->concerns);
  for (guint i = 0; i < interview->reopened->len; i++)
    redact (regex, &((IkReopening *) interview->reopened->pdata[i])->reason);
}

/**
 * ik_redaction_apply:
 * @self: what is to be taken out
 * @interview: an interview
 *
 * Takes texts out of an interview before any report is made of it, so that no
 * form of it holds them. Ids stay.
 *
 * Returns: (transfer full): a copy with a bar in place of each of them
 */
IkInterview *
ik_redaction_apply (const IkRedaction *self,
                    const IkInterview *interview)
{
  IkInterview *copy = ik_interview_copy (interview);

  if (self->hides_names)
    {
      ik_text_set (&copy->candidate_name, IK_REDACTION_BAR);
      ik_text_set (&copy->interviewer_name, IK_REDACTION_BAR);
    }
  if (self->regex == NULL)
    return copy;

  redact_head (self->regex, copy);
  redact_scales (self->regex, copy);
  for (guint i = 0; i < copy->items->len; i++)
    redact_item (self->regex, copy->items->pdata[i]);
  redact_events (self->regex, copy);

  return copy;
}

/**
 * ik_redaction_replace:
 * @self: what is to be taken out
 * @text: (nullable): what stands beside interviews, such as a header; plain
 *
 * Returns: (transfer full) (nullable): the same with a bar in place of each of
 *   them, %NULL where @text is
 */
char *
ik_redaction_replace (const IkRedaction *self,
                      const char        *text)
{
  char *copy = g_strdup (text);

  if (self->regex != NULL)
    redact (self->regex, &copy);

  return copy;
}
