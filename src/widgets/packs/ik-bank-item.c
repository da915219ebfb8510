#include "ik-bank-item.h"

/**
 * IkBankItem:
 *
 * A question in a list of very many: its row at first, and what there is to
 * show of it once that is read. Main loop only.
 */
struct _IkBankItem
{
  GObject            parent_instance;

  gint64             row;
  IkQuestionSummary *summary; /* owned, nullable until it is read */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IkBankItem, ik_bank_item, G_TYPE_OBJECT)

static void
ik_bank_item_finalize (GObject *object)
{
  IkBankItem *self = IK_BANK_ITEM (object);

  g_clear_pointer (&self->summary, ik_question_summary_free);

  G_OBJECT_CLASS (ik_bank_item_parent_class)->finalize (object);
}

static void
ik_bank_item_class_init (IkBankItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ik_bank_item_finalize;

  /* There is something else to show. */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", IK_TYPE_BANK_ITEM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
ik_bank_item_init (IkBankItem *self)
{
}

IkBankItem *
ik_bank_item_new (gint64 row)
{
  IkBankItem *self = g_object_new (IK_TYPE_BANK_ITEM, NULL);

  self->row = row;

  return self;
}

gint64
ik_bank_item_get_row (IkBankItem *self)
{
  g_return_val_if_fail (IK_IS_BANK_ITEM (self), 0);

  return self->row;
}

/**
 * ik_bank_item_get_summary:
 *
 * Returns: (nullable): what to show, %NULL until it is read
 */
const IkQuestionSummary *
ik_bank_item_get_summary (IkBankItem *self)
{
  g_return_val_if_fail (IK_IS_BANK_ITEM (self), NULL);

  return self->summary;
}

/**
 * ik_bank_item_take_summary:
 * @summary: (transfer full): what to show
 *
 * Has the row that shows the item show this.
 */
void
ik_bank_item_take_summary (IkBankItem        *self,
                           IkQuestionSummary *summary)
{
  g_return_if_fail (IK_IS_BANK_ITEM (self));
  g_return_if_fail (summary != NULL);

  g_clear_pointer (&self->summary, ik_question_summary_free);
  self->summary = summary;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}
