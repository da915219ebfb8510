#pragma once

#include <gtk/gtk.h>

#include "ik-bank.h"

G_BEGIN_DECLS

/**
 * IkFilterChoice:
 * @facet: what kind of choice; #IK_N_QUESTION_FACETS for the minutes
 * @value: the value that is chosen
 * @label: both, for people
 * @is_counted: whether @n is known
 * @n: how many questions have it
 *
 * A value that is chosen in an #IkBankFilter.
 */
typedef struct
{
  guint     facet;
  char     *value;
  char     *label;
  gboolean  is_counted;
  guint     n;
} IkFilterChoice;

void ik_filter_choice_free (IkFilterChoice *self);

#define IK_TYPE_BANK_FILTER (ik_bank_filter_get_type ())
G_DECLARE_FINAL_TYPE (IkBankFilter, ik_bank_filter, IK, BANK_FILTER, GtkWidget)

void     ik_bank_filter_set_counts (IkBankFilter           *self,
                                    const IkQuestionCounts *counts);
gboolean ik_bank_filter_is_open    (IkBankFilter           *self);
gboolean ik_bank_filter_is_set     (IkBankFilter           *self);
void     ik_bank_filter_reset      (IkBankFilter           *self);
IkQuestionFilter *
         ik_bank_filter_make       (IkBankFilter           *self,
                                    const char             *query,
                                    IkQuestionSort          sort,
                                    gboolean                is_descending);
void     ik_bank_filter_show       (IkBankFilter           *self,
                                    const IkQuestionFilter *filter);
GPtrArray        *ik_bank_filter_list_choices (IkBankFilter   *self);
void              ik_bank_filter_drop    (IkBankFilter           *self,
                                          const IkFilterChoice   *choice);

G_END_DECLS
