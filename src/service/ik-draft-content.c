#include "ik-draft-content.h"

#include "ik-task.h"
#include "ik-text.h"

#include <gio/gio.h>
#include <string.h>

static const struct
{
  const char *field;
  IkLineMark  mark;
} marks[] = {
  { "title", IK_LINE_MARK_TITLE },
  { "description", IK_LINE_MARK_DESCRIPTION },
  { "section", IK_LINE_MARK_SECTION },
  { "introduction", IK_LINE_MARK_INTRODUCTION },
  { "prompt", IK_LINE_MARK_QUESTION },
  { "details", IK_LINE_MARK_DETAILS },
  { "answer", IK_LINE_MARK_ANSWER },
  { "follow_ups", IK_LINE_MARK_FOLLOW_UP },
  { "positive_indicators", IK_LINE_MARK_POSITIVE },
  { "red_flags", IK_LINE_MARK_RED_FLAG },
  { "level", IK_LINE_MARK_FACTS },
  { "tags", IK_LINE_MARK_FACTS },
  { "minutes", IK_LINE_MARK_FACTS },
};

static IkLineMark
find_mark (const char *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      if (g_str_equal (marks[i].field, field))
        return marks[i].mark;
    }

  return IK_LINE_MARK_GUIDANCE;
}

/* A record may stand on one line: what it asks says most. The right option of
 * a choice stands in both; that it is right says more. */
static gboolean
says_more (IkLineMark mark,
           IkLineMark other)
{
  return mark == IK_LINE_MARK_QUESTION ||
         (mark == IK_LINE_MARK_ANSWER && other != IK_LINE_MARK_QUESTION);
}

static void
mark_lines (IkDraftContent *self,
            guint           first,
            guint           last,
            IkLineMark      mark,
            guint           entry)
{
  for (guint line = MAX (first, 1); line <= last && line <= self->lines->len; line++)
    {
      IkDraftLine *marked = &g_array_index (self->lines, IkDraftLine, line - 1);

      if (says_more (marked->mark, mark))
        continue;

      marked->mark = (guint8) mark;
      marked->entry = entry;
    }
}

/* The tags around what is folded away say nothing by themselves. */
static gboolean
has_only_tags (const IkLineIndex *lines,
               guint              line)
{
  gsize length;
  const char *text = ik_line_index_get (lines, line, &length);
  const char *end = text + length;

  for (text += strspn (text, " \t"); text < end; text += strspn (text, " \t"))
    {
      const char *close = memchr (text, '>', (gsize) (end - text));

      if (close == NULL || text[0] != '<' || !(g_ascii_isalpha (text[1]) || text[1] == '/'))
        return FALSE;
      text = close + 1;
    }

  return TRUE;
}

/* Tags within something stay a part of it, as blank lines do. */
static void
clear_tags (IkDraftContent    *self,
            const IkLineIndex *lines)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      IkDraftLine *marked = &g_array_index (self->lines, IkDraftLine, i);

      if (marked->mark != IK_LINE_MARK_NONE && has_only_tags (lines, i + 1))
        {
          marked->mark = IK_LINE_MARK_NONE;
          marked->entry = IK_DRAFT_NO_ENTRY;
        }
    }
}

static void
mark_question (IkDraftContent   *self,
               const IkQuestion *question,
               guint             index)
{
  for (guint i = 0; i < question->lines->len; i++)
    {
      const IkLineSpan *span = &g_array_index (question->lines, IkLineSpan, i);

      mark_lines (self, span->first, span->last, find_mark (span->field), index);
    }
}

static gboolean
is_alike (const IkDraftLine *line,
          const IkDraftLine *other)
{
  return line->mark == other->mark && line->entry == other->entry;
}

/* Blank lines within something belong to it. */
static void
find_beginnings (GArray *lines)
{
  IkDraftLine *line = (IkDraftLine *) lines->data;
  guint last = lines->len;

  for (guint i = 0; i < lines->len; i++)
    {
      if (line[i].mark == IK_LINE_MARK_NONE)
        continue;

      line[i].begins = last == lines->len || !is_alike (&line[i], &line[last]);
      for (guint blank = last + 1; !line[i].begins && blank < i; blank++)
        line[blank] = line[last];
      for (guint blank = last + 1; !line[i].begins && blank < i; blank++)
        line[blank].begins = FALSE;
      last = i;
    }
}

static void
mark_all (IkDraftContent    *self,
          const IkLineIndex *lines)
{
  for (guint i = 0; i < self->lines->len; i++)
    g_array_index (self->lines, IkDraftLine, i).entry = IK_DRAFT_NO_ENTRY;

  for (guint i = 0; i < self->questions->len; i++)
    mark_question (self, g_array_index (self->questions, IkDraftEntry, i).question, i);
  clear_tags (self, lines);

  for (guint i = 0; i < self->pack->left_over->len; i++)
    {
      const IkLeftOver *left_over = self->pack->left_over->pdata[i];

      mark_lines (self, left_over->first, left_over->last, IK_LINE_MARK_NOT_TAKEN, i);
    }

  find_beginnings (self->lines);
}

/* The records of a table may stand on one line. */
static guint
count_line (GHashTable *seen,
            guint       line)
{
  gpointer key = GUINT_TO_POINTER (line);
  guint n_before = GPOINTER_TO_UINT (g_hash_table_lookup (seen, key));

  g_hash_table_insert (seen, key, GUINT_TO_POINTER (n_before + 1));
  return n_before;
}

/* Where its prompt begins, and which one of those that begin there it is.
 * Without lines, its number. */
static void
identify (IkDraftEntry *entry,
          guint         index,
          GHashTable   *seen)
{
  guint line = ik_question_get_first_line (entry->question);

  if (line == 0)
    entry->key = index + 1;
  else
    {
      entry->nth = count_line (seen, line);
      /* The lower half is what GLib hashes. */
      entry->key = (guint64) entry->nth << 32 | line;
    }
}

/**
 * ik_draft_content_new:
 * @pack: (transfer full): a draft
 * @lines: (nullable): lines of its document, %NULL where there is none to show
 *
 * Returns: (transfer full): the draft with all that a view asks for; linear
 */
IkDraftContent *
ik_draft_content_new (IkPack            *pack,
                      const IkLineIndex *lines)
{
  guint n_lines = lines != NULL ? ik_line_index_count (lines) : 0;
  IkDraftContent *self;
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);

  g_return_val_if_fail (pack != NULL, NULL);

  self = g_atomic_rc_box_new0 (IkDraftContent);
  self->pack = pack;
  self->questions = g_array_new (FALSE, FALSE, sizeof (IkDraftEntry));
  self->lines = g_array_sized_new (FALSE, TRUE, sizeof (IkDraftLine), n_lines);
  g_array_set_size (self->lines, n_lines);

  for (guint i = 0; i < pack->sections->len; i++)
    {
      const IkSection *section = pack->sections->pdata[i];

      for (guint j = 0; j < section->questions->len; j++)
        {
          IkDraftEntry entry = { section->questions->pdata[j], section, 0, 0 };

          identify (&entry, self->questions->len, seen);
          g_array_append_val (self->questions, entry);
        }
    }
  mark_all (self, lines);

  return self;
}

/**
 * ik_draft_content_ref:
 *
 * Returns: (transfer full): @self
 */
IkDraftContent *
ik_draft_content_ref (IkDraftContent *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (IkDraftContent *self)
{
  ik_pack_free (self->pack);
  g_array_unref (self->questions);
  g_array_unref (self->lines);
}

/**
 * ik_draft_content_unref:
 * @self: (transfer full): a draft
 */
void
ik_draft_content_unref (IkDraftContent *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

static void
release_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  ik_draft_content_unref (task_data);
  g_task_return_boolean (task, TRUE);
}

/**
 * ik_draft_content_release:
 * @self: (transfer full): a draft
 *
 * Lets go of it on another thread: that of a large document takes longer than
 * a window may stand still.
 */
void
ik_draft_content_release (IkDraftContent *self)
{
  g_autoptr(GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  g_task_set_source_tag (task, ik_draft_content_release);
  g_task_set_task_data (task, self, NULL);
  ik_task_run_in_thread (task, release_thread);
}

/**
 * ik_draft_content_keep_ids:
 * @self: a draft that nobody has seen yet
 * @before: the draft that it takes the place of
 *
 * Gives questions that were there before the ids that they had; linear.
 */
void
ik_draft_content_keep_ids (IkDraftContent       *self,
                           const IkDraftContent *before)
{
  g_autoptr(GHashTable) ids = g_hash_table_new (g_int64_hash, g_int64_equal);

  ik_text_set (&self->pack->id, before->pack->id);
  for (guint i = 0; i < before->questions->len; i++)
    {
      IkDraftEntry *entry = &g_array_index (before->questions, IkDraftEntry, i);

      g_hash_table_insert (ids, &entry->key, entry->question->id);
    }

  for (guint i = 0; i < self->questions->len; i++)
    {
      const IkDraftEntry *entry = &g_array_index (self->questions, IkDraftEntry, i);
      const char *id = g_hash_table_lookup (ids, &entry->key);

      if (id != NULL)
        ik_text_set (&entry->question->id, id);
    }
}

/**
 * ik_draft_content_get_line:
 * @line: a line of the document, from 1
 *
 * Returns: (nullable): what it became, %NULL past the end
 */
const IkDraftLine *
ik_draft_content_get_line (const IkDraftContent *self,
                           guint                 line)
{
  return line >= 1 && line <= self->lines->len
         ? &g_array_index (self->lines, IkDraftLine, line - 1) : NULL;
}

/**
 * ik_draft_content_get_question:
 * @index: index of a question
 *
 * Returns: (nullable): the question, %NULL past the end
 */
const IkDraftEntry *
ik_draft_content_get_question (const IkDraftContent *self,
                               guint                 index)
{
  return index < self->questions->len
         ? &g_array_index (self->questions, IkDraftEntry, index) : NULL;
}

/**
 * ik_draft_content_holds_line:
 * @index: index of a question
 * @line: a line of the document
 *
 * Returns: whether the question has something of that line, which may be in
 *   others as well; %FALSE past the last question
 */
gboolean
ik_draft_content_holds_line (const IkDraftContent *self,
                             guint                 index,
                             guint                 line)
{
  const IkDraftEntry *entry = ik_draft_content_get_question (self, index);

  for (guint i = 0; entry != NULL && i < entry->question->lines->len; i++)
    {
      const IkLineSpan *span = &g_array_index (entry->question->lines, IkLineSpan, i);

      if (span->first <= line && line <= span->last)
        return TRUE;
    }

  return FALSE;
}

/**
 * ik_draft_content_find_lines:
 * @line: a line of the document
 * @out_first: (out): the first line that became the same
 * @out_last: (out): the last one
 *
 * Returns: whether the line became something
 */
gboolean
ik_draft_content_find_lines (const IkDraftContent *self,
                             guint                 line,
                             guint                *out_first,
                             guint                *out_last)
{
  const IkDraftLine *marked = ik_draft_content_get_line (self, line);
  const IkDraftLine *next;

  if (marked == NULL || marked->mark == IK_LINE_MARK_NONE)
    return FALSE;

  *out_first = line;
  while (!ik_draft_content_get_line (self, *out_first)->begins)
    (*out_first)--;

  *out_last = line;
  while ((next = ik_draft_content_get_line (self, *out_last + 1)) != NULL &&
         !next->begins && is_alike (next, marked))
    (*out_last)++;

  return TRUE;
}

/* Returns what of a section's questions is left. */
static guint
keep_accepted (IkSection    *section,
               const guint8 *accepted)
{
  gsize n_questions = 0;
  gpointer *questions = g_ptr_array_steal (section->questions, &n_questions);

  for (gsize i = 0; i < n_questions; i++)
    {
      if (accepted[i] != 0)
        g_ptr_array_add (section->questions, questions[i]);
      else
        ik_question_free (questions[i]);
    }
  g_free (questions);

  return section->questions->len;
}

/**
 * ik_draft_content_pick:
 * @accepted: for each question a byte, 0 for one to leave out
 *
 * Returns: (transfer full): a copy of the pack with the questions that are
 *   accepted, without sections that have none; linear
 */
IkPack *
ik_draft_content_pick (const IkDraftContent *self,
                       GBytes               *accepted)
{
  const guint8 *next = g_bytes_get_data (accepted, NULL);
  IkPack *pack = ik_pack_copy (self->pack);
  gsize n_sections = 0;
  gpointer *sections;

  g_return_val_if_fail (g_bytes_get_size (accepted) == self->questions->len, pack);

  sections = g_ptr_array_steal (pack->sections, &n_sections);
  for (gsize i = 0; i < n_sections; i++)
    {
      IkSection *section = sections[i];
      guint n_questions = section->questions->len;

      if (keep_accepted (section, next) > 0)
        g_ptr_array_add (pack->sections, section);
      else
        ik_section_free (section);
      next += n_questions;
    }
  g_free (sections);

  return pack;
}
