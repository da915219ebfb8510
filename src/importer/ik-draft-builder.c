#include "ik-draft-builder.h"

#include <glib/gi18n.h>

#include "ik-draft-question.h"
#include "ik-importer.h"
#include "ik-inline-text.h"
#include "ik-text.h"

/* The walk through blocks and roles. */
typedef struct
{
  const IkBlockList *list;
  IkPack            *pack;

  IkSection         *section;      /* (unowned) (nullable) */
  IkQuestion        *question;     /* (unowned) (nullable): the last one */
  IkDraftQuestion   *draft;
  gboolean           loose;        /* whether left-overs stand behind it */
  IkBlock           *ahead;        /* (unowned) (nullable): details of the next question */
  guint              opening;      /* line of a tag that may open the next question, or 0 */
  GString           *introduction; /* of the section */
  GString           *description;  /* of the pack */
  const char        *reasons[IK_ROLE_UNKNOWN + 1];
  GHashTable        *listed;       /* (element-type IkQuestion): only listed */

  /* Lines that belong to the next question's section or to the pack */
  GArray            *waiting;      /* (element-type IkLineSpan) */
} Builder;

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

    case IK_ROLE_UNWANTED:
      return _("left out by you");

    case IK_ROLE_REFERENCE:
      return _("a source without an address in the web");

    case IK_ROLE_LEVEL:
      return _("one more level, where a question has one");

    case IK_ROLE_MINUTES:
      return _("tells no number of minutes");

    case IK_ROLE_NO_QUESTION:
    case IK_ROLE_TITLE:
    case IK_ROLE_DESCRIPTION:
    case IK_ROLE_SECTION:
    case IK_ROLE_INTRODUCTION:
    case IK_ROLE_AHEAD:
    case IK_ROLE_PROMPT:
    case IK_ROLE_LISTED:
    case IK_ROLE_WORDING:
    case IK_ROLE_DETAILS:
    case IK_ROLE_ANSWER:
    case IK_ROLE_FOLLOW_UP:
    case IK_ROLE_CLARIFYING:
    case IK_ROLE_STEP:
    case IK_ROLE_POSITIVE:
    case IK_ROLE_RED_FLAG:
    case IK_ROLE_WHY:
    case IK_ROLE_TAGS:
    case IK_ROLE_UNKNOWN:
    default:
      return _("belongs to no question");
    }
}

/* Looks a reason up once in a document. */
static const char *
find_reason (Builder *self,
             IkRole   role)
{
  if (self->reasons[role] == NULL)
    self->reasons[role] = get_reason (role);

  return self->reasons[role];
}

static void
add_left_over (Builder    *self,
               guint       first_line,
               guint       last_line,
               const char *reason)
{
  GPtrArray *left_over = self->pack->left_over;
  IkLeftOver *last = left_over->len > 0 ? left_over->pdata[left_over->len - 1] : NULL;
  guint n_blank = 0;
  guint first = first_line;

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
          last->last = MAX (last->last, last_line);
          return;
        }
    }
  /* The text is filled in once all lines are known. */
  g_ptr_array_add (left_over, ik_left_over_new (first, last_line, "", reason));
}

/* A question holds the lines of what stands above it. */
static void
keep_lines (Builder *self,
            IkRole   role,
            guint    first,
            guint    last)
{
  const char *field = g_intern_string (ik_draft_question_field_name (role));
  IkLineSpan span = { field, first, last };

  g_array_append_val (self->waiting, span);
}

static void
start_question (Builder       *self,
                IkRole         role,
                const IkBlock *block)
{
  self->question = ik_draft_question_start (self->draft, block);
  self->loose = FALSE;
  if (self->section == NULL)
    {
      self->section = ik_section_new ("");
      g_ptr_array_add (self->pack->sections, self->section);
    }
  g_ptr_array_add (self->section->questions, self->question);
  if (role == IK_ROLE_LISTED)
    g_hash_table_add (self->listed, self->question);
  if (self->introduction->len > 0)
    {
      ik_text_set (&self->section->introduction, self->introduction->str);
      g_string_truncate (self->introduction, 0);
    }

  keep_lines (self, role, block->first, block->last);
  for (guint i = 0; i < self->waiting->len; i++)
    {
      const IkLineSpan *span = &g_array_index (self->waiting, IkLineSpan, i);

      ik_question_add_lines (self->question, span->field, span->first, span->last);
    }
  g_array_set_size (self->waiting, 0);
  if (self->ahead != NULL)
    ik_draft_question_fill (self->draft, IK_ROLE_DETAILS, self->ahead);
  self->ahead = NULL;
}

static void
start_section (Builder       *self,
               const IkBlock *block)
{
  g_autofree char *title = ik_inline_text_trim_title (block->text);

  if (self->section != NULL && self->section->questions->len == 0)
    ik_text_set (&self->section->title, title);
  else
    {
      self->section = ik_section_new (title);
      g_ptr_array_add (self->pack->sections, self->section);
    }
}

/* What stands above questions: titles and introductions. */
static void
take_above (Builder       *self,
            IkRole         role,
            const IkBlock *block)
{
  ik_draft_question_finish (self->draft);
  keep_lines (self, role, block->first, block->last);
  if (role == IK_ROLE_SECTION)
    start_section (self, block);
  else if (role == IK_ROLE_INTRODUCTION)
    ik_block_append_markdown (block, NULL, block->depth, self->introduction);
  else if (role == IK_ROLE_DESCRIPTION)
    ik_block_append_markdown (block, NULL, block->depth, self->description);
}

/* Whether it is the beginning of what opens, and so of the question below. */
static gboolean
opens_question (const IkBlock *block)
{
  return block->kind == IK_BLOCK_MARKUP && g_str_has_prefix (block->text, "<details");
}

/* What the tag opened has come, or it opened nothing of a question. */
static void
settle_opening (Builder *self,
                IkRole   role)
{
  if (self->opening == 0)
    return;
  if (role == IK_ROLE_PROMPT)
    keep_lines (self, role, self->opening, self->opening);
  else
    add_left_over (self, self->opening, self->opening, find_reason (self, IK_ROLE_DECORATION));
  self->opening = 0;
}

static void
take_block (Builder *self,
            IkRole   role,
            IkBlock *block)
{
  gboolean open = ik_draft_question_is_open (self->draft);

  if (role > IK_ROLE_LISTED && !open)
    role = IK_ROLE_NO_QUESTION;

  settle_opening (self, role);
  if (role == IK_ROLE_DECORATION && opens_question (block) && (!open || self->loose))
    self->opening = block->first;
  else if (role == IK_ROLE_DECORATION && open && !self->loose)
    ik_draft_question_decorate (self->draft, block);
  else if (ik_role_is_left_over (role))
    {
      self->loose = self->loose ||
                    (role != IK_ROLE_NAVIGATION && role != IK_ROLE_PLACEHOLDER);
      add_left_over (self, block->first, block->last, find_reason (self, role));
    }
  else if (role == IK_ROLE_AHEAD)
    self->ahead = block;
  else if (role < IK_ROLE_PROMPT)
    take_above (self, role, block);
  else if (role == IK_ROLE_PROMPT || role == IK_ROLE_LISTED)
    start_question (self, role, block);
  else if (ik_draft_question_fill (self->draft, role, block))
    self->loose = FALSE;
  else
    g_ptr_array_add (self->pack->left_over,
                     ik_left_over_new (block->first, block->last, block->source,
                                       find_reason (self, role)));
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

static void
reverse (GPtrArray *array)
{
  for (guint i = 0, end = array->len; i + 1 < end; i++)
    {
      gpointer element = array->pdata[i];

      array->pdata[i] = array->pdata[--end];
      array->pdata[end] = element;
    }
}

/* Takes the questions of a section, the last one first. */
static void
take_questions (GPtrArray *questions,
                IkSection *section)
{
  gsize n_questions;
  g_autofree gpointer *taken = g_ptr_array_steal (section->questions, &n_questions);

  while (n_questions-- > 0)
    g_ptr_array_add (questions, taken[n_questions]);
}

/* What a list of all questions has alone goes to the section of that title: to
 * the next one, before its questions. Goes from the end to the beginning, and
 * so do the sections and the questions put together until all are. */
static void
merge_listed (Builder *self)
{
  g_autoptr(GHashTable) by_title = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) merged = g_hash_table_new (NULL, NULL);
  GPtrArray *kept = self->pack->sections;
  gsize n_sections;
  g_autofree gpointer *sections = g_ptr_array_steal (kept, &n_sections);

  while (n_sections-- > 0)
    {
      IkSection *section = sections[n_sections];
      IkSection *same = g_hash_table_lookup (by_title, section->title);

      if (same == NULL || !is_listed (self, section))
        {
          g_hash_table_insert (by_title, section->title, section);
          g_ptr_array_add (kept, section);
          continue;
        }
      if (g_hash_table_add (merged, same))
        reverse (same->questions);
      take_questions (same->questions, section);
      ik_section_free (section);
    }

  reverse (kept);
  for (guint i = 0; i < kept->len; i++)
    {
      IkSection *section = kept->pdata[i];

      if (g_hash_table_contains (merged, section))
        reverse (section->questions);
    }
}

static void
drop_empty (GPtrArray *sections)
{
  gsize n_sections;
  g_autofree gpointer *all = g_ptr_array_steal (sections, &n_sections);

  for (gsize i = 0; i < n_sections; i++)
    {
      IkSection *section = all[i];

      if (section->questions->len > 0)
        g_ptr_array_add (sections, section);
      else
        ik_section_free (section);
    }
}

/* Without a question nothing holds the lines that wait for one. */
static void
leave_waiting (Builder *self)
{
  GPtrArray *left_over = self->pack->left_over;
  gsize n_left;
  g_autofree gpointer *left = g_ptr_array_steal (left_over, &n_left);

  for (guint i = 0; i < self->waiting->len; i++)
    {
      const IkLineSpan *span = &g_array_index (self->waiting, IkLineSpan, i);

      g_ptr_array_add (left_over, ik_left_over_new (span->first, span->last, "",
                                                    find_reason (self, IK_ROLE_NO_QUESTION)));
    }
  for (gsize i = 0; i < n_left; i++)
    g_ptr_array_add (left_over, left[i]);
}

static void
fill_left_over (Builder *self)
{
  for (guint i = 0; i < self->pack->left_over->len; i++)
    {
      IkLeftOver *left_over = self->pack->left_over->pdata[i];

      if (left_over->text[0] != '\0')
        continue;
      g_free (left_over->text);
      left_over->text = ik_block_list_dup_lines (self->list, left_over->first, left_over->last);
    }
}

static gboolean
check_questions (const IkRole  *roles,
                 guint          n_roles,
                 const char    *name,
                 GError       **error)
{
  guint n_questions = 0;

  for (guint i = 0; i < n_roles; i++)
    n_questions += roles[i] == IK_ROLE_PROMPT || roles[i] == IK_ROLE_LISTED;
  if (n_questions <= IK_IMPORTER_MAX_QUESTIONS)
    return TRUE;

  g_set_error (error, IK_IMPORTER_ERROR, IK_IMPORTER_ERROR_TOO_LARGE,
               _("“%s” has more than 25,000 questions: split it into several documents"), name);
  return FALSE;
}

/* Frees each block once the pack has what it needs of it: a document shall not
 * stand in memory twice. */
static void
take_blocks (Builder      *self,
             GPtrArray    *blocks,
             const IkRole *roles)
{
  g_autoptr(GPtrArray) held = g_ptr_array_new_with_free_func ((GDestroyNotify) ik_block_free);
  gsize n_blocks;
  g_autofree gpointer *taken = g_ptr_array_steal (blocks, &n_blocks);

  for (gsize i = 0; i < n_blocks; i++)
    {
      take_block (self, roles[i], taken[i]);
      g_ptr_array_add (held, taken[i]);
      for (guint k = held->len; k-- > 0;)
        {
          if (held->pdata[k] != self->ahead &&
              !ik_draft_question_holds (self->draft, held->pdata[k]))
            g_ptr_array_remove_index_fast (held, k);
        }
    }
  settle_opening (self, IK_ROLE_DECORATION);
  ik_draft_question_finish (self->draft);
}

/**
 * ik_draft_builder_build:
 * @list: blocks, which it loses to the pack
 * @roles: (array): a role for each
 * @name: name of the document
 * @title: title of the pack
 * @error: return location
 *
 * Makes a pack of blocks that have roles. Each line that isn't blank ends up
 * in the `lines` of a question or in `left_over`; lines of sections and of the
 * pack itself are noted with the question that follows, under "section",
 * "introduction", "title" and "description". Linear.
 *
 * Returns: (transfer full): a draft; %NULL with %IK_IMPORTER_ERROR_TOO_LARGE
 */
IkPack *
ik_draft_builder_build (IkBlockList   *list,
                        const IkRole  *roles,
                        const char    *name,
                        const char    *title,
                        GError       **error)
{
  Builder builder = { .list = list };
  g_autoptr(IkDraftQuestion) draft = ik_draft_question_new ();
  g_autoptr(GString) introduction = g_string_new (NULL);
  g_autoptr(GString) description = g_string_new (list->description);
  g_autoptr(GHashTable) listed = g_hash_table_new (NULL, NULL);

  if (!check_questions (roles, list->blocks->len, name, error))
    return NULL;

  builder.pack = ik_pack_new (title);
  builder.draft = draft;
  builder.introduction = introduction;
  builder.description = description;
  builder.listed = listed;
  builder.waiting = g_array_new (FALSE, FALSE, sizeof (IkLineSpan));
  ik_text_set (&builder.pack->source, name);
  ik_text_set (&builder.pack->language, list->language);
  ik_text_set (&builder.pack->author, list->author);
  ik_text_set (&builder.pack->licence, list->licence);

  take_blocks (&builder, list->blocks, roles);
  ik_text_set (&builder.pack->description, description->str);
  drop_empty (builder.pack->sections);
  merge_listed (&builder);
  leave_waiting (&builder);
  fill_left_over (&builder);
  g_array_unref (builder.waiting);

  return builder.pack;
}
