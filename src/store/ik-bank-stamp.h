#pragma once

#include "ik-database.h"

G_BEGIN_DECLS

/* Tells whether the bank changed, across programs; see ik-bank-stamp.c. Private
 * to the layer. */

/**
 * IkBankParts:
 * @IK_BANK_QUESTIONS: packs, sections, questions and what belongs to them
 * @IK_BANK_USES: sets and interviews, which use questions
 *
 * What the columns of the bank are read from.
 */
typedef enum
{
  IK_BANK_QUESTIONS = 1 << 0,
  IK_BANK_USES = 1 << 1,
} IkBankParts;

/**
 * IkBankStamp:
 * @questions: of #IK_BANK_QUESTIONS
 * @uses: of #IK_BANK_USES
 *
 * The same number stands for the same rows; 0 for rows that aren't committed.
 */
typedef struct
{
  gint64 questions;
  gint64 uses;
} IkBankStamp;

void     ik_bank_stamp_watch (IkDatabase   *database);
gboolean ik_bank_stamp_write (IkDatabase   *database,
                              GError      **error);
gboolean ik_bank_stamp_read  (IkDatabase   *database,
                              IkBankStamp  *out_stamp,
                              GError      **error);

G_END_DECLS
