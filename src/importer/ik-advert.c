#include "ik-advert.h"

#include <string.h>

#include "ik-phrases.h"
#include "ik-text.h"

#define MAX_TITLE_BYTES 160u

/* How an invitation begins in English, and what it then speaks of; either alone
 * may be a question to a candidate. In lower case. */
static const char *const openings[] = {
  "want ", "need ", "looking for ", "ready ", "interested in ", "enjoyed ", "enjoying ", "liked ",
  "like this", "found this", "did you find this", "did you like this", "was this ", "is this ",
};

static const char *const offers[] = {
  " more", "practi", "help", "this ", "learn", "prepar", "your interview", "next interview",
  "course", "next step", "go deeper",
};

/* How one begins in other languages. */
static const char *const invitations[] = {
  "lust auf mehr", "noch mehr üben", "mehr üben", "willst du mehr", "willst du weiter",
  "möchtest du mehr", "möchten sie weiter üben", "hat dir ", "hat ihnen dies", "brauchst du hilfe",
  "quieres practicar", "quieres más", "quieres aprender", "quieres seguir", "te gustó", "te ha gustado",
  "te resultó útil", "necesitas ayuda", "quer praticar", "quer mais", "quer aprender", "gostou",
  "envie de plus", "envie de vous entraîner", "envie d'en savoir", "besoin d'aide pour",
  "cet article vous", "vuoi esercitarti", "vuoi saperne", "ti è piaciut",
  "хотите больше", "хотите ещё", "хотите еще", "хотите потренир", "хочешь больше", "хочешь ещё",
  "понравилась стат", "понравился матер", "понравилось", "нужна помощь с",
  "想要更多", "想了解更多", "想多练", "想继续练", "觉得有用", "觉得有帮助", "喜欢这",
  "もっと練習", "もっと知りたい", "もっと学びたい", "役に立ちましたか", "この記事は",
  "더 연습", "더 알고 싶", "도움이 되었",
  "تريد المزيد", "هل تريد المزيد", "هل تريد التدرب", "هل أعجبك", "هل ترغب في المزيد",
};

/**
 * ik_advert_is_title:
 * @text: plain text of a heading
 *
 * Returns: whether it asks the reader of the document, to offer something, and
 *   no candidate ("Want to practise more?")
 */
gboolean
ik_advert_is_title (const char *text)
{
  static IkPhrases begin_invitation = IK_PHRASES (invitations);
  static IkPhrases begin_english = IK_PHRASES (openings);
  static IkPhrases tell_offer = IK_PHRASES (offers);
  g_autofree char *folded = NULL;

  if (strnlen (text, MAX_TITLE_BYTES + 1) > MAX_TITLE_BYTES)
    return FALSE;
  while (*text != '\0' && !g_unichar_isalnum (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  folded = ik_text_dup_lower (text);
  if (ik_phrases_begin (&begin_invitation, folded))
    return TRUE;

  return (strchr (folded, '?') != NULL || g_str_has_suffix (folded, "!")) &&
         ik_phrases_begin (&begin_english, folded) &&
         ik_phrases_occur (&tell_offer, folded, strlen (folded));
}
