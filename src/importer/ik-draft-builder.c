#include "ik-draft-builder.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ik-asking.h"
#include "ik-inline-text.h"
#include "ik-list.h"
#include "ik-text.h"

/* Nested items are joined to their parent up to this length. */
#define MAX_ENTRY_BYTES 4000

/* The question being filled. */
typedef struct
{
  const IkBlockList *list;
  const IkRole      *roles;
  IkPack            *pack;

  IkSection         *section;   /* (unowned) */
  IkQuestion        *question;  /* (unowned) (nullable) */
  const IkBlock     *prompt;    /* the block that opened it */
  GString           *details;
  GString           *answer;
  GString           *why;
  GString           *title;         /* what the prompt below a title adds to it */
  GString           *introduction;  /* of the section */
  GString           *description;   /* of the pack */
  const IkBlock     *previous;  /* the block before in the same field */
  const char        *field;     /* name of the field filled last */
  guint              base_depth;
  gboolean           loose;         /* whether left-overs stand behind it */
  gboolean           choice;
  const IkBlock     *option;        /* the option above */
  guint              n_letters;     /* options that are lettered */

  GHashTable        *listed;        /* (element-type IkQuestion): only listed */

  /* Lines that belong to the next question's section or to the pack */
  GArray            *waiting;   /* (element-type IkLineSpan) */
} Builder;

static const char *const field_names[] = {
  [IK_ROLE_TITLE] = "title",
  [IK_ROLE_DESCRIPTION] = "description",
  [IK_ROLE_SECTION] = "section",
  [IK_ROLE_INTRODUCTION] = "introduction",
  [IK_ROLE_PROMPT] = "prompt",
  [IK_ROLE_LISTED] = "prompt",
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

static const char *
get_reason (IkRole role)
{
  switch (role)
    {
    case IK_ROLE_DECORATION:
      return _("a line or mark-up without text");

    case IK_ROLE_NAVIGATION:
      return _("a list of contents or a link");

    case IK_ROLE_MISFIT:
      return _("does not fit the pattern of the other questions");

    case IK_ROLE_PLACEHOLDER:
      return _("holds the place of an answer that is still to be written");

    case IK_ROLE_END_MATTER:
      return _("closing remarks or a notice, no part of a question");

    case IK_ROLE_REPEATED:
      return _("is only listed here, the question itself stands elsewhere");

    case IK_ROLE_NO_QUESTION:
    case IK_ROLE_TITLE:
    case IK_ROLE_DESCRIPTION:
    case IK_ROLE_SECTION:
    case IK_ROLE_INTRODUCTION:
    case IK_ROLE_PROMPT:
    case IK_ROLE_LISTED:
    case IK_ROLE_DETAILS:
    case IK_ROLE_ANSWER:
    case IK_ROLE_FOLLOW_UP:
    case IK_ROLE_CLARIFYING:
    case IK_ROLE_STEP:
    case IK_ROLE_POSITIVE:
    case IK_ROLE_RED_FLAG:
    case IK_ROLE_WHY:
    case IK_ROLE_REFERENCE:
    case IK_ROLE_LEVEL:
    case IK_ROLE_TAGS:
    case IK_ROLE_MINUTES:
    default:
      return _("belongs to no question");
    }
}

static void
add_left_over (Builder       *self,
               const IkBlock *block,
               const char    *reason)
{
  GPtrArray *left_over = self->pack->left_over;
  IkLeftOver *last = left_over->len > 0 ? left_over->pdata[left_over->len - 1] : NULL;
  guint n_blank = 0;
  guint first = block->first;

  if (last != NULL)
    {
      guint line = last->last + 1;

      while (line < first && ik_block_list_is_blank (self->list, line))
        {
          line++;
          n_blank++;
        }
      if (last->last + n_blank + 1 >= first && g_str_equal (last->reason, reason))
        {
          last->last = MAX (last->last, block->last);
          g_clear_pointer (&last->text, g_free); /* filled once all are known */
          return;
        }
    }
  g_ptr_array_add (left_over, ik_left_over_new (first, block->last, "", reason));
}

static void
add_lines (Builder       *self,
           const char    *field,
           const IkBlock *block)
{
  if (self->question != NULL)
    ik_question_add_lines (self->question, field, block->first, block->last);
  else
    {
      IkLineSpan span = { g_intern_string (field), block->first, block->last };

      g_array_append_val (self->waiting, span);
    }
}

static IkQuestionKind
guess_kind (const Builder *self)
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

  if (self->choice || self->n_letters > 1)
    return IK_QUESTION_KIND_CHOICE;
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      for (guint j = 0; j < groups[i].n; j++)
        {
          if (g_ascii_strncasecmp (self->prompt->text, groups[i].starts[j],
                                   strlen (groups[i].starts[j])) == 0)
            return groups[i].kind;
        }
    }

  return IK_QUESTION_KIND_OPEN;
}

static void
finish_question (Builder *self)
{
  IkQuestion *question = self->question;

  if (question == NULL)
    return;
  ik_text_set (&question->candidate.details, self->details->str);
  ik_text_set (&question->interviewer.reference_answer, self->answer->str);
  ik_text_set (&question->interviewer.why_it_matters, self->why->str);
  if (self->title->len > 0)
    ik_text_set (&question->candidate.prompt, self->title->str);
  question->kind = guess_kind (self);
  g_string_truncate (self->title, 0);
  g_string_truncate (self->details, 0);
  g_string_truncate (self->answer, 0);
  g_string_truncate (self->why, 0);
  self->question = NULL;
  self->previous = NULL;
  self->field = NULL;
  self->choice = FALSE;
  self->option = NULL;
  self->n_letters = 0;
}

static void
start_question (Builder       *self,
                const IkBlock *block)
{
  g_autofree char *level = NULL;
  g_autofree char *prompt = ik_inline_text_dup_prompt (block, &level);

  finish_question (self);
  self->loose = FALSE;
  self->question = ik_question_new (prompt);
  self->question->state = IK_QUESTION_STATE_DRAFT;
  self->prompt = block;
  self->base_depth = block->kind == IK_BLOCK_ITEM ? block->depth + 1 : block->depth;
  if (level != NULL)
    ik_text_set (&self->question->level, level);
  if (self->section == NULL)
    {
      self->section = ik_section_new ("");
      g_ptr_array_add (self->pack->sections, self->section);
    }
  g_ptr_array_add (self->section->questions, self->question);
  if (self->introduction->len > 0)
    {
      ik_text_set (&self->section->introduction, self->introduction->str);
      g_string_truncate (self->introduction, 0);
    }

  for (guint i = 0; i < self->waiting->len; i++)
    {
      const IkLineSpan *span = &g_array_index (self->waiting, IkLineSpan, i);

      ik_question_add_lines (self->question, span->field, span->first, span->last);
    }
  g_array_set_size (self->waiting, 0);
}

/* The title above was short, the question stands below it. */
static void
extend_prompt (Builder       *self,
               const IkBlock *block)
{
  g_autofree char *line = ik_inline_text_dup_line (block->source);

  if (self->title->len == 0)
    {
      g_string_assign (self->title, self->question->candidate.prompt);
      if (self->prompt->kind == IK_BLOCK_HEADING)
        g_string_append_c (self->title, ':');
    }
  g_string_append_printf (self->title, " %s", line);
}

static void
add_text (Builder       *self,
          GString       *text,
          const IkBlock *block,
          const char    *field)
{
  if (block->text[0] == '\0' && block->kind != IK_BLOCK_CODE)
    return;
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
add_entry (Builder       *self,
           GPtrArray     *entries,
           const IkBlock *block,
           const char    *field)
{
  g_autofree char *line = ik_inline_text_dup_line (block->source);

  if (line[0] == '\0')
    return;
  if (self->field == field && self->previous != NULL && entries->len > 0 &&
      self->previous->kind == IK_BLOCK_ITEM && block->depth > self->base_depth &&
      strlen (entries->pdata[entries->len - 1]) < MAX_ENTRY_BYTES)
    {
      char **last = (char **) &entries->pdata[entries->len - 1];
      gboolean opens = g_str_has_suffix (*last, ":");
      char *joined = g_strjoin (opens ? " " : "; ", *last, line, NULL);

      g_free (*last);
      *last = joined;
      return;
    }
  self->base_depth = block->depth;
  g_ptr_array_add (entries, g_steal_pointer (&line));
}

static guint
parse_minutes (const char *text)
{
  const char *digits = text + strcspn (text, "0123456789");
  guint64 minutes = g_ascii_strtoull (digits, NULL, 10);

  return minutes <= 480 ? (guint) minutes : 0;
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
add_option (Builder       *self,
            const IkBlock *block)
{
  g_autoptr(IkBlock) option = ik_block_new (IK_BLOCK_ITEM, block->first, block->last,
                                            block->text, block->source);

  option->marker = block->marker;
  option->depth = block->depth;
  add_text (self, self->details, option, field_names[IK_ROLE_DETAILS]);
  self->choice = TRUE;
  self->option = block;
  if (block->checked)
    {
      if (self->answer->len > 0)
        g_string_append_c (self->answer, '\n');
      g_string_append_printf (self->answer, "- %s", block->source);
      ik_question_add_lines (self->question, "answer", block->first, block->last);
    }
}

static void
add_details (Builder       *self,
             const IkBlock *block)
{
  const char *field = field_names[IK_ROLE_DETAILS];

  if (block->task)
    {
      add_option (self, block);
      return;
    }
  add_text (self, self->details, block, field);
  self->n_letters += block->marker.style == IK_MARKER_LETTER;
  if (self->option != NULL && self->option->checked && self->field == field)
    {
      ik_block_append_markdown (block, NULL, self->base_depth, self->answer);
      ik_question_add_lines (self->question, "answer", block->first, block->last);
    }
}

static void
fill_field (Builder       *self,
            IkRole         role,
            const IkBlock *block)
{
  IkQuestion *question = self->question;
  const char *field = field_names[role];

  switch ((int) role)
    {
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
      if (question->level[0] == '\0')
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
}

static void
start_section (Builder       *self,
               const IkBlock *block)
{
  g_autofree char *title = ik_inline_text_trim_title (block->text);

  finish_question (self);
  add_lines (self, field_names[IK_ROLE_SECTION], block);
  if (self->section != NULL && self->section->questions->len == 0)
    ik_text_set (&self->section->title, title);
  else
    {
      self->section = ik_section_new (title);
      g_ptr_array_add (self->pack->sections, self->section);
    }
}

static void
take_block (Builder       *self,
            guint          i,
            const IkBlock *block)
{
  IkRole role = self->roles[i];
  gboolean below = role == IK_ROLE_PROMPT && self->question != NULL &&
                   block->kind == IK_BLOCK_PARAGRAPH &&
                   (block->in_summary || self->prompt->kind == IK_BLOCK_HEADING);

  if (role > IK_ROLE_LISTED && self->question == NULL)
    role = IK_ROLE_NO_QUESTION;

  if (role == IK_ROLE_DECORATION && self->question != NULL && !self->loose)
    ik_question_add_lines (self->question, self->field != NULL ? self->field : "prompt",
                           block->first, block->last);
  else if (ik_role_is_left_over (role))
    {
      self->loose = self->loose || role != IK_ROLE_NAVIGATION;
      add_left_over (self, block, get_reason (role));
    }
  else if (role == IK_ROLE_SECTION)
    start_section (self, block);
  else if ((role == IK_ROLE_PROMPT && !below) || role == IK_ROLE_LISTED)
    {
      start_question (self, block);
      if (role == IK_ROLE_LISTED)
        g_hash_table_add (self->listed, self->question);
      add_lines (self, "prompt", block);
    }
  else if (role < IK_ROLE_PROMPT)
    {
      finish_question (self);
      add_lines (self, field_names[role], block);
      if (role == IK_ROLE_INTRODUCTION)
        ik_block_append_markdown (block, NULL, block->depth, self->introduction);
      else if (role == IK_ROLE_DESCRIPTION)
        ik_block_append_markdown (block, NULL, block->depth, self->description);
    }
  else
    {
      if (below)
        extend_prompt (self, block);
      else
        fill_field (self, role, block);
      self->loose = FALSE;
      add_lines (self, field_names[role], block);
    }
}

static gboolean
is_listed (Builder         *self,
           const IkSection *section)
{
  for (guint i = 0; i < section->questions->len; i++)
    {
      if (!g_hash_table_contains (self->listed, section->questions->pdata[i]))
        return FALSE;
    }

  return section->questions->len > 0;
}

/* What a list of all questions has alone goes to the section of that title. */
static void
merge_listed (Builder *self)
{
  g_autoptr(GHashTable) sections = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = self->pack->sections->len; i-- > 0;)
    {
      IkSection *section = self->pack->sections->pdata[i];
      IkSection *same = g_hash_table_lookup (sections, section->title);

      if (same == NULL || !is_listed (self, section))
        {
          g_hash_table_insert (sections, section->title, section);
          continue;
        }
      g_ptr_array_extend_and_steal (section->questions, same->questions);
      same->questions = section->questions;
      section->questions = g_ptr_array_new ();
      g_ptr_array_remove_index (self->pack->sections, i);
    }
}

static void
drop_empty (Builder *self)
{
  for (guint i = self->pack->sections->len; i-- > 0;)
    {
      const IkSection *section = self->pack->sections->pdata[i];

      if (section->questions->len == 0)
        g_ptr_array_remove_index (self->pack->sections, i);
    }
  /* Without a question nothing holds these lines */
  for (guint i = 0; i < self->waiting->len; i++)
    {
      const IkLineSpan *span = &g_array_index (self->waiting, IkLineSpan, i);

      g_ptr_array_insert (self->pack->left_over, (int) i,
                          ik_left_over_new (span->first, span->last, "",
                                            get_reason (IK_ROLE_NO_QUESTION)));
    }
  for (guint i = 0; i < self->pack->left_over->len; i++)
    {
      IkLeftOver *left_over = self->pack->left_over->pdata[i];

      g_free (left_over->text);
      left_over->text = ik_block_list_dup_lines (self->list, left_over->first, left_over->last);
    }
}

/**
 * ik_draft_builder_build:
 * @list: blocks
 * @roles: (array): a role for each
 * @name: name of the document
 * @title: title of the pack
 *
 * Makes a pack of blocks that have roles. Each line that isn't blank ends up
 * in the `lines` of a question or in `left_over`; lines of sections and of the
 * pack itself are noted with the question that follows, under "section",
 * "introduction", "title" and "description". Linear.
 *
 * Returns: (transfer full): a draft
 */
IkPack *
ik_draft_builder_build (const IkBlockList *list,
                        const IkRole      *roles,
                        const char        *name,
                        const char        *title)
{
  Builder builder = { .list = list, .roles = roles, .pack = ik_pack_new (title) };
  g_autoptr(GString) details = g_string_new (NULL);
  g_autoptr(GString) answer = g_string_new (NULL);
  g_autoptr(GString) why = g_string_new (NULL);
  g_autoptr(GString) question_title = g_string_new (NULL);
  g_autoptr(GString) introduction = g_string_new (NULL);
  g_autoptr(GString) description = g_string_new (list->description);
  g_autoptr(GHashTable) listed = g_hash_table_new (NULL, NULL);

  builder.details = details;
  builder.answer = answer;
  builder.why = why;
  builder.title = question_title;
  builder.introduction = introduction;
  builder.description = description;
  builder.listed = listed;
  builder.waiting = g_array_new (FALSE, FALSE, sizeof (IkLineSpan));
  ik_text_set (&builder.pack->source, name);
  ik_text_set (&builder.pack->language, list->language);
  ik_text_set (&builder.pack->author, list->author);
  ik_text_set (&builder.pack->licence, list->licence);

  for (guint i = 0; i < list->blocks->len; i++)
    take_block (&builder, i, list->blocks->pdata[i]);
  finish_question (&builder);
  ik_text_set (&builder.pack->description, description->str);
  drop_empty (&builder);
  merge_listed (&builder);
  g_array_unref (builder.waiting);

  return builder.pack;
}
