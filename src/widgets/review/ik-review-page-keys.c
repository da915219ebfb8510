#include "ik-review-page-private.h"

/* Each of them is shown on the control that does the same and in the window of
 * the shortcuts. What the live page does as well has the same key there; what
 * only one of them does ("b", "d", "e", "q", "s", "z") may have the key of something else. */
static const IkChord chords[] = {
  { '1', '7', FALSE, "review.rate", NULL },
  { '1', '9', TRUE, "review.tick", NULL },
  { '0', '0', FALSE, "review.not-assessed", NULL },
  { 'a', 'a', FALSE, "review.outcome", "'answered'" },
  { 'b', 'b', FALSE, "review.share", NULL },
  { 'c', 'c', FALSE, "review.focus", "'competency'" },
  { 'd', 'd', FALSE, "review.focus", "'concerns'" },
  { 'e', 'e', FALSE, "review.export-report", NULL },
  { 'f', 'f', FALSE, "review.focus", "'filter'" },
  { 'g', 'g', FALSE, "review.focus", "'general'" },
  { 'i', 'i', FALSE, "review.focus", "'evidence'" },
  { 'j', 'j', FALSE, "review.show-marked", NULL },
  { 'k', 'k', FALSE, "review.focus", "'timeline'" },
  { 'l', 'l', FALSE, "review.focus", "'list'" },
  { 'm', 'm', FALSE, "review.focus", "'summary'" },
  { 'n', 'n', FALSE, "review.next", NULL },
  { 'o', 'o', FALSE, "review.focus", "'note'" },
  { 'p', 'p', FALSE, "review.previous", NULL },
  { 'q', 'q', FALSE, "review.export-feedback", NULL },
  { 'r', 'r', FALSE, "review.reference", NULL },
  { 's', 's', FALSE, "review.focus", "'strengths'" },
  { 't', 't', FALSE, "review.outcome", "'partly'" },
  { 'u', 'u', FALSE, "review.show-missing", NULL },
  { 'v', 'v', FALSE, "review.outcome", "'no_evidence'" },
  { 'w', 'w', FALSE, "review.show-end", NULL },
  { 'x', 'x', FALSE, "review.outcome", "'not_asked'" },
  { 'y', 'y', FALSE, "review.hand-in", NULL },
  { 'z', 'z', FALSE, "review.reopen", NULL },
};

void
ik_review_page_add_keys (IkReviewPage *self)
{
  ik_chord_add_controller (GTK_WIDGET (self), chords, G_N_ELEMENTS (chords));
}

/**
 * ik_review_page_get_chords:
 * @out_n_chords: (out): how many there are
 *
 * Returns: (array length=out_n_chords) (transfer none): the keys of the page
 */
const IkChord *
ik_review_page_get_chords (gsize *out_n_chords)
{
  *out_n_chords = G_N_ELEMENTS (chords);
  return chords;
}
