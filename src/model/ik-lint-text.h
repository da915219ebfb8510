#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IkLintBreak:
 * @IK_LINT_BREAK_NONE: white space, a hyphen, an apostrophe or a quotation mark
 * @IK_LINT_BREAK_PAUSE: a comma and what else keeps a sentence together
 * @IK_LINT_BREAK_STOP: the end of a sentence or line, and the signs of code
 *
 * What stands between two words.
 */
typedef enum
{
  IK_LINT_BREAK_NONE,
  IK_LINT_BREAK_PAUSE,
  IK_LINT_BREAK_STOP,
} IkLintBreak;

/**
 * IkLintWord:
 * @plain: in lower case, without accents
 * @typed: in lower case, with the accents it was typed with, as NFC
 * @start: offset of its first byte in the text
 * @end: offset of the byte after it
 * @before: what separates it from the word before
 */
typedef struct
{
  const char  *plain;
  const char  *typed;
  gsize        start;
  gsize        end;
  IkLintBreak  before;
} IkLintWord;

/**
 * IkLintText:
 * @words: (element-type IkLintWord): in order
 * @strings: what they point to
 */
typedef struct
{
  GArray       *words;
  GStringChunk *strings;
} IkLintText;

IkLintText *ik_lint_text_new   (const char *text);
void        ik_lint_text_free  (IkLintText *self);
char       *ik_lint_fold_plain (const char *word,
                                gssize      length);
char       *ik_lint_fold_typed (const char *word,
                                gssize      length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkLintText, ik_lint_text_free)

G_END_DECLS
