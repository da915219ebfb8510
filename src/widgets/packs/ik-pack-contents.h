#pragma once

#include "ik-library.h"

G_BEGIN_DECLS

/**
 * IkPackRequest:
 * @pack_id: a pack
 * @query: words, "" for all questions
 * @tag: (nullable): only questions with it
 * @level: (nullable): only questions of it
 * @kind: (nullable): only questions of it
 *
 * Which questions of a pack to show.
 */
typedef struct
{
  char *pack_id;
  char *query;
  char *tag;
  char *level;
  char *kind;
} IkPackRequest;

/**
 * IkPackContents:
 * @title: (nullable): the pack's title, %NULL if there is no such pack
 * @n_sections: in the whole pack
 * @n_questions: in the whole pack
 * @items: (element-type IkQuestionItem): lines for those that match, in order
 * @tags: (element-type utf8): those of the whole pack, sorted
 * @levels: (element-type utf8): those of the whole pack, sorted
 *
 * What the page of a pack shows.
 */
typedef struct
{
  char      *title;
  guint      n_sections;
  guint      n_questions;
  GPtrArray *items;
  GPtrArray *tags;
  GPtrArray *levels;
} IkPackContents;

void     ik_pack_request_free  (IkPackRequest  *self);

gpointer ik_pack_contents_load (IkLibrary      *library,
                                gpointer        data,
                                GCancellable   *cancellable,
                                GError        **error);
void     ik_pack_contents_free (IkPackContents *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkPackContents, ik_pack_contents_free)

G_END_DECLS
