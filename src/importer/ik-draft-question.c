#include "ik-draft-question.h"

#include <string.h>

#include "ik-inline-text.h"
#include "ik-list.h"
#include "ik-text.h"

/* Nested items are joined to their parent up to this length. */
#define MAX_ENTRY_BYTES 4000

/* A longer time for one question is no time for a question. */
#define MAX_MINUTES 480

/* One question at a time: blocks are collected until it is finished. */
struct _IkDraftQuestion
{
  IkQuestion    *question;    /* (unowned) (nullable): NULL between two */
  const IkBlock *prompt;      /* the block that opened it */
  guint          base_depth;  /* depth of what isn't indented in it */

  /* Its texts so far */
  GString       *wording;     /* the prompt where it has several parts */
  GString       *details;
  GString       *answer;
  GString       *why;

  /* What stands above */
  const IkBlock *previous;    /* the last block */
  const char    *field;       /* (nullable): name of the field it went to */
  guint          entry_depth; /* depth of the last entry of a list */
  const IkBlock *option;      /* (nullable): the last option of a choice */
  guint          n_letters;   /* options that are lettered */
};

static const char *const field_names[] = {
  [IK_ROLE_TITLE] = "title",
  [IK_ROLE_DESCRIPTION] = "description",
  [IK_ROLE_SECTION] = "section",
  [IK_ROLE_INTRODUCTION] = "introduction",
  [IK_ROLE_AHEAD] = "details",
  [IK_ROLE_PROMPT] = "prompt",
  [IK_ROLE_LISTED] = "prompt",
  [IK_ROLE_WORDING] = "prompt",
  [IK_ROLE_DETAILS] = "details",
  [IK_ROLE_ANSWER] = "answer",
  [IK_ROLE_FOLLOW_UP] = "follow_ups",
  [IK_ROLE_CLARIFYING] = "clarifying_questions",
  [IK_ROLE_STEP] = "solution_steps",
  [IK_ROLE_POSITIVE] = "positive_indicators",
  [IK_ROLE_RED_FLAG] = "red_flags",
  [IK_ROLE_WHY] = "why_it_matters",
  [IK_ROLE_REFERENCE] = "references",
  [IK_ROLE_LEVEL] = "level",
  [IK_ROLE_TAGS] = "tags",
  [IK_ROLE_MINUTES] = "minutes",
};

/**
 * ik_draft_question_field_name:
 * @role: role of a block that is not left over
 *
 * Returns: the name of its field in the pack document; of what belongs to the
 *   section or the pack, a name alike
 */
const char *
ik_draft_question_field_name (IkRole role)
{
  g_return_val_if_fail (!ik_role_is_left_over (role), "");

  return field_names[role];
}

/**
 * ik_draft_question_new:
 *
 * Returns: (transfer full): a builder without an open question
 */
IkDraftQuestion *
ik_draft_question_new (void)
{
  IkDraftQuestion *self = g_new0 (IkDraftQuestion, 1);

  self->wording = g_string_new (NULL);
  self->details = g_string_new (NULL);
  self->answer = g_string_new (NULL);
  self->why = g_string_new (NULL);

  return self;
}

/**
 * ik_draft_question_free:
 * @self: (transfer full): a builder
 */
void
ik_draft_question_free (IkDraftQuestion *self)
{
  g_string_free (self->wording, TRUE);
  g_string_free (self->details, TRUE);
  g_string_free (self->answer, TRUE);
  g_string_free (self->why, TRUE);
  g_free (self);
}

/**
 * ik_draft_question_is_open:
 * @self: a builder
 *
 * Returns: whether a question was started and not finished
 */
gboolean
ik_draft_question_is_open (IkDraftQuestion *self)
{
  return self->question != NULL;
}

/**
 * ik_draft_question_holds:
 * @self: a builder
 * @block: a block that it was given
 *
 * Returns: whether it still looks at @block
 */
gboolean
ik_draft_question_holds (const IkDraftQuestion *self,
                         const IkBlock         *block)
{
  return self->question != NULL &&
         (block == self->prompt || block == self->previous || block == self->option);
}

/**
 * ik_draft_question_start:
 * @self: a builder
 * @block: the block with the wording
 *
 * Finishes the question before and starts a new one.
 *
 * Returns: (transfer full): the question; @self fills it until it is finished
 */
IkQuestion *
ik_draft_question_start (IkDraftQuestion *self,
                         const IkBlock   *block)
{
  IkPromptNotes notes;
  g_autofree char *prompt = ik_inline_text_dup_prompt (block, &notes);

  ik_draft_question_finish (self);
  self->question = ik_question_new (prompt);
  self->question->state = IK_QUESTION_STATE_DRAFT;
  self->prompt = block;
  self->base_depth = block->kind == IK_BLOCK_ITEM ? block->depth + 1 : block->depth;
  if (notes.level != NULL)
    ik_text_set (&self->question->level, notes.level);
  if (notes.tag != NULL)
    ik_text_list_add (self->question->tags, notes.tag);
  self->question->minutes = notes.minutes;
  if (notes.address != NULL)
    ik_inline_text_find_links (notes.address, self->question->interviewer.references);
  ik_prompt_notes_clear (&notes);

  return self->question;
}

/* In any case; @start in lower case. */
static gboolean
begins_with (const char *text,
             const char *start)
{
  while (*start != '\0' && g_ascii_tolower (*text) == *start)
    {
      text++;
      start++;
    }

  return *start == '\0';
}

static IkQuestionKind
guess_kind (const IkDraftQuestion *self)
{
  static const char *const behavioural[] = {
    "tell me about a time", "tell us about a time", "describe a time", "describe a situation",
    "give me an example of a time", "give an example of a time", "tell me about a situation",
    "tell me about a conflict", "share an example of a time", "talk about a time",
  };
  static const char *const design[] = { "design a ", "design an ", "how would you design " };
  static const char *const coding[] = {
    "write a function", "write a program", "write code", "implement a function",
    "write a query", "write an sql query", "write a python code", "implement an algorithm",
  };
  const struct
  {
    const char *const *starts;
    guint              n;
    IkQuestionKind     kind;
  } groups[] = {
    { behavioural, G_N_ELEMENTS (behavioural), IK_QUESTION_KIND_BEHAVIOURAL },
    { design, G_N_ELEMENTS (design), IK_QUESTION_KIND_DESIGN },
    { coding, G_N_ELEMENTS (coding), IK_QUESTION_KIND_CODING },
  };

  if (self->option != NULL || self->n_letters > 1)
    return IK_QUESTION_KIND_CHOICE;
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      for (guint j = 0; j < groups[i].n; j++)
        {
          if (begins_with (self->prompt->text, groups[i].starts[j]))
            return groups[i].kind;
        }
    }

  return IK_QUESTION_KIND_OPEN;
}

/* The title above was short, the question stands below it. */
static void
extend_prompt (IkDraftQuestion *self,
               const IkBlock   *block)
{
  g_autofree char *line = ik_inline_text_dup_line (block->source);
  guint number;

  if (self->wording->len == 0 &&
      ik_marker_is_lone_question (self->question->candidate.prompt, &number))
    {
      g_string_assign (self->wording, line);
      return;
    }
  if (self->wording->len == 0)
    {
      g_string_assign (self->wording, self->question->candidate.prompt);
      if (self->prompt->kind == IK_BLOCK_HEADING)
        g_string_append_c (self->wording, ':');
    }
  g_string_append_printf (self->wording, " %s", line);
}

static void
add_text (IkDraftQuestion *self,
          GString         *text,
          const IkBlock   *block,
          const char      *field)
{
  if (block->text[0] == '\0' && block->kind != IK_BLOCK_CODE)
    return;
  if (text->len == 0) /* below a heading that stands in an item */
    self->base_depth = MAX (self->base_depth, block->depth);
  ik_block_append_markdown (block, self->field == field ? self->previous : NULL,
                            self->base_depth, text);
}

static GPtrArray *
get_list (IkQuestion *question,
          IkRole      role)
{
  IkInterviewerText *text = &question->interviewer;

  switch ((int) role)
    {
    case IK_ROLE_FOLLOW_UP:
      return text->follow_ups;

    case IK_ROLE_CLARIFYING:
      return text->clarifying_questions;

    case IK_ROLE_STEP:
      return text->solution_steps;

    case IK_ROLE_POSITIVE:
      return text->positive_indicators;

    default:
      return text->red_flags;
    }
}

/* A nested item stays in the text of its parent. */
static void
add_entry (IkDraftQuestion *self,
           GPtrArray       *entries,
           const IkBlock   *block,
           const char      *field)
{
  g_autofree char *line = ik_inline_text_dup_line (block->source);

  if (line[0] == '\0')
    return;
  if (self->field == field && self->previous != NULL && entries->len > 0 &&
      self->previous->kind == IK_BLOCK_ITEM && block->depth > self->entry_depth &&
      strlen (entries->pdata[entries->len - 1]) < MAX_ENTRY_BYTES)
    {
      char **last = (char **) &entries->pdata[entries->len - 1];
      gboolean opens = g_str_has_suffix (*last, ":");
      char *joined = g_strjoin (opens ? " " : "; ", *last, line, NULL);

      g_free (*last);
      *last = joined;
      return;
    }
  self->entry_depth = block->depth;
  g_ptr_array_add (entries, g_steal_pointer (&line));
}

/* "3 hours", "1h", "2 小时" */
static gboolean
begins_with_hours (const char *text)
{
  static const char *const words[] = {
    "hour", "hr", "std", "stunde", "hora", "heure", "ore", "ora", "uur", "час", "godz", "saat",
    "小时", "小時", "時間", "시간", "ساع",
  };
  g_autofree char *folded = g_utf8_strdown (text, -1);

  if (folded[0] == 'h' && !g_ascii_isalpha (folded[1]))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (g_str_has_prefix (folded, words[i]))
        return TRUE;
    }

  return FALSE;
}

static guint
parse_minutes (const char *text)
{
  const char *digits = text + strcspn (text, "0123456789");
  char *end;
  guint64 minutes = g_ascii_strtoull (digits, &end, 10);

  if (minutes <= MAX_MINUTES && begins_with_hours (end + strspn (end, " -")))
    minutes *= 60;

  return minutes <= MAX_MINUTES ? (guint) minutes : 0;
}

static void
add_tags (IkQuestion *question,
          const char *text)
{
  g_auto(GStrv) tags = g_strsplit_set (text, ",;", -1);

  for (guint i = 0; tags[i] != NULL; i++)
    {
      g_strstrip (tags[i]);
      if (tags[i][0] != '\0')
        ik_text_list_add (question->tags, tags[i]);
    }
}

static void
add_option (IkDraftQuestion *self,
            const IkBlock   *block)
{
  g_autoptr(IkBlock) option = ik_block_new (IK_BLOCK_ITEM, block->first, block->last,
                                            block->text, block->source);

  option->marker = block->marker;
  option->depth = block->depth;
  add_text (self, self->details, option, field_names[IK_ROLE_DETAILS]);
  self->option = block;
  if (block->checked)
    {
      if (self->answer->len > 0)
        g_string_append_c (self->answer, '\n');
      g_string_append_printf (self->answer, "- %s", block->source);
      ik_question_add_lines (self->question, "answer", block->first, block->last);
    }
}

/* "a) …", "- A: …" */
static gboolean
is_lettered (const IkBlock *block)
{
  return block->marker.style == IK_MARKER_LETTER ||
         (block->kind == IK_BLOCK_ITEM && g_ascii_isalpha (block->text[0]) &&
          strchr (":.)", block->text[1]) != NULL && block->text[1] != '\0');
}

static void
add_details (IkDraftQuestion *self,
             const IkBlock   *block)
{
  const char *field = field_names[IK_ROLE_DETAILS];

  if (block->task)
    {
      add_option (self, block);
      return;
    }
  add_text (self, self->details, block, field);
  self->n_letters += is_lettered (block);
  if (self->option != NULL && self->option->checked && self->field == field)
    {
      ik_block_append_markdown (block, NULL, self->base_depth, self->answer);
      ik_question_add_lines (self->question, "answer", block->first, block->last);
    }
}

static gboolean
can_hold (const IkQuestion *question,
          IkRole            role,
          const IkBlock    *block)
{
  switch ((int) role)
    {
    case IK_ROLE_REFERENCE:
      return ik_inline_text_has_link (block->source);

    case IK_ROLE_LEVEL:
      return question->level[0] == '\0' || g_str_equal (question->level, block->text);

    case IK_ROLE_MINUTES:
      return parse_minutes (block->text) > 0;

    default:
      return TRUE;
    }
}

/**
 * ik_draft_question_fill:
 * @self: a builder with an open question
 * @role: role of the block
 * @block: a block
 *
 * Puts a block into its field and notes its lines.
 *
 * Returns: whether it was taken; not what tells of a source, a level or a time
 *   in a way that its field can't hold
 */
gboolean
ik_draft_question_fill (IkDraftQuestion *self,
                        IkRole           role,
                        const IkBlock   *block)
{
  IkQuestion *question = self->question;
  const char *field = field_names[role];

  g_return_val_if_fail (question != NULL, FALSE);

  if (block->text[0] != '\0' && !can_hold (question, role, block))
    return FALSE;

  switch ((int) role)
    {
    case IK_ROLE_WORDING:
      extend_prompt (self, block);
      break;

    case IK_ROLE_DETAILS:
      add_details (self, block);
      break;

    case IK_ROLE_ANSWER:
      add_text (self, self->answer, block, field);
      break;

    case IK_ROLE_WHY:
      add_text (self, self->why, block, field);
      break;

    case IK_ROLE_REFERENCE:
      ik_inline_text_find_links (block->source, question->interviewer.references);
      break;

    case IK_ROLE_LEVEL:
      ik_text_set (&question->level, block->text);
      break;

    case IK_ROLE_TAGS:
      add_tags (question, block->text);
      break;

    case IK_ROLE_MINUTES:
      question->minutes = MAX (question->minutes, parse_minutes (block->text));
      break;

    default:
      add_entry (self, get_list (question, role), block, field);
      break;
    }
  self->previous = block;
  self->field = field;
  ik_question_add_lines (question, field, block->first, block->last);

  return TRUE;
}

/**
 * ik_draft_question_decorate:
 * @self: a builder with an open question
 * @block: a rule or mark-up without text
 *
 * Counts the lines of @block to the field above it.
 */
void
ik_draft_question_decorate (IkDraftQuestion *self,
                            const IkBlock   *block)
{
  g_return_if_fail (self->question != NULL);

  ik_question_add_lines (self->question,
                         self->field != NULL ? self->field : field_names[IK_ROLE_PROMPT],
                         block->first, block->last);
}

/* Most fields of most questions are empty. */
static void
take_text (char    **text,
           GString  *collected)
{
  if (collected->len == 0)
    return;

  ik_text_set (text, collected->str);
  g_string_truncate (collected, 0);
}

/**
 * ik_draft_question_finish:
 * @self: a builder
 *
 * Completes the open question, if there is one.
 */
void
ik_draft_question_finish (IkDraftQuestion *self)
{
  IkQuestion *question = self->question;

  if (question == NULL)
    return;
  take_text (&question->candidate.prompt, self->wording);
  take_text (&question->candidate.details, self->details);
  take_text (&question->interviewer.reference_answer, self->answer);
  take_text (&question->interviewer.why_it_matters, self->why);
  question->kind = guess_kind (self);
  self->question = NULL;
  self->previous = NULL;
  self->field = NULL;
  self->option = NULL;
  self->n_letters = 0;
}
