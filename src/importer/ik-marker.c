#include "ik-marker.h"

#include <string.h>

/* Words that count questions and chapters, in lower case; a question's also
 * stand before a number without a space ("Q1"). */
static const char *const question_words[] = {
  "question", "q", "frage", "pregunta", "pergunta", "domanda", "вопрос", "问题", "問題", "质问",
  "質問", "سؤال", "السؤال", "س", "soru", "pytanie", "vraag", "câu", "câu hỏi",
};

/* What counts the days of a calendar of questions. */
static const char *const day_words[] = {
  "day", "tag", "jour", "día", "dia", "giorno", "день", "dzień", "gün", "dag", "اليوم",
};

/* "1.2.3" */
#define MAX_PARTS 2

/* What counts stands so near the beginning of a word. */
#define MAX_WORD_BYTES 16

static const char *const chapter_words[] = {
  "part", "section", "chapter", "module", "unit", "level", "topic", "round", "teil", "kapitel",
  "abschnitt", "parte", "sección", "capítulo", "seção", "partie", "chapitre", "часть", "глава",
  "раздел", "الجزء", "القسم", "الفصل", "bölüm", "deel", "część", "phần",
};

static const char bullets[] = "•◦▪▫‣⁃●○■□◆◇►▶➤➢➔➡→·∙–—・･🔹🔸🔷🔶🔘🔵🔴🟢🟡⚫👉✅☑✔📌📍❓❔⭐";

/* What needs no blank behind it. */
static const char tight_bullets[] = "•・･";

/* How alphabets begin that count options; the Latin one is known. */
static const char *const alphabets[] = {
  "", "абвгдежз", "أبجدهوزح", "ابتثجحخد", "αβγδεζηθ", "אבגדהוזח", "アイウエオカキク", "가나다라마바사아",
  "ㄱㄴㄷㄹㅁㅂㅅㅇ", "甲乙丙丁戊己庚辛",
};

/* The value of a digit of any script, and where the text goes on. */
static gboolean
take_digit (const char **text,
            guint       *value)
{
  gunichar ch = g_utf8_get_char (*text);

  if (!g_unichar_isdigit (ch))
    return FALSE;
  *value = MIN (*value, 100000) * 10 + (guint) g_unichar_digit_value (ch);
  *text = g_utf8_next_char (*text);

  return TRUE;
}

static gboolean
take_number (const char **text,
             guint       *value)
{
  const char *p = *text;
  guint n_digits = 0;

  *value = 0;
  while (take_digit (&p, value))
    n_digits++;
  if (n_digits == 0 || n_digits > 4)
    return FALSE;
  *text = p;

  return TRUE;
}

static gboolean
take_any (const char **text,
          const char  *characters)
{
  gunichar ch = g_utf8_get_char (*text);

  if (ch == 0 || (ch < 0x80 ? strchr (characters, (int) ch) == NULL
                            : g_utf8_strchr (characters, -1, ch) == NULL))
    return FALSE;
  *text = g_utf8_next_char (*text);

  return TRUE;
}

static gboolean
take_word (const char        **text,
           const char *const  *words,
           guint               n_words)
{
  gunichar first = g_unichar_tolower (g_utf8_get_char (*text));

  for (guint i = 0; i < n_words; i++)
    {
      const char *p = *text;
      const char *word = words[i];

      if (g_utf8_get_char (word) != first)
        continue;
      while (*word != '\0' && *p != '\0' &&
             g_unichar_tolower (g_utf8_get_char (p)) == g_utf8_get_char (word))
        {
          p = g_utf8_next_char (p);
          word = g_utf8_next_char (word);
        }
      if (*word == '\0' && (*p == '\0' || !g_unichar_isalpha (g_utf8_get_char (p))))
        {
          *text = p;
          return TRUE;
        }
    }

  return FALSE;
}

static void
skip_blanks (const char **text)
{
  *text += strspn (*text, " \t\\");
}

/* Ends a marker: a blank, the end, the end of bold text, or nothing after a
 * full-width delimiter. */
static gboolean
is_over (const char *text,
         gboolean    wide)
{
  return wide || strchr (" \t\n", *text) != NULL || g_str_has_prefix (text, "** ");
}

/* "1.Why", "1)什么": no blank behind the delimiter, but a letter that no number
 * and no name ("3.x", "4.NET") has there. */
static gboolean
is_run_on (const char *text,
           char        delimiter)
{
  gunichar ch = g_utf8_get_char (text);

  if (strchr (".):", delimiter) == NULL || !g_unichar_isalpha (ch))
    return FALSE;
  if (g_unichar_isupper (ch))
    return delimiter != ':' && g_unichar_islower (g_utf8_get_char (g_utf8_next_char (text)));

  return !g_unichar_islower (ch);
}

static gboolean
take_delimiter (const char **text,
                gboolean    *wide)
{
  const char *p = *text;

  *wide = take_any (&p, "、．：）。");
  if (!*wide)
    {
      p += *p == '\\';
      if (!take_any (&p, ".):-–—º°ª"))
        return FALSE;
      take_any (&p, ").-");
    }
  *text = p;

  return TRUE;
}

static gboolean
parse_bullet (const char **text,
              IkMarker    *marker)
{
  const char *p = *text;

  if (take_any (&p, tight_bullets))
    p = *p != '\0' && g_unichar_isspace (g_utf8_get_char (p)) ? g_utf8_next_char (p) : p;
  else
    {
      if (!take_any (&p, bullets) && !take_any (&p, "-*+"))
        return FALSE;
      if (g_str_has_prefix (p, "\xef\xb8\x8f")) /* shown as a picture */
        p += 3;
      if (!is_over (p, FALSE))
        return FALSE;
    }
  *marker = (IkMarker) { .style = IK_MARKER_BULLET };
  *text = p;

  return TRUE;
}

static gboolean
parse_number (const char **text,
              IkMarker    *marker)
{
  const char *p = *text;
  gboolean bracket = take_any (&p, "(（[");
  gboolean wide = FALSE;
  guint number;

  if (!take_number (&p, &number))
    return FALSE;
  if (g_str_has_prefix (p, "\xef\xb8\x8f\xe2\x83\xa3") || g_str_has_prefix (p, "\xe2\x83\xa3"))
    {
      p += *p == '\xef' ? 6 : 3;
      wide = TRUE;
    }
  else if (bracket)
    {
      if (!take_any (&p, ")）]"))
        return FALSE;
      wide = TRUE;
    }
  else
    {
      const char *dot = p;

      if (!take_delimiter (&p, &wide))
        {
          skip_blanks (&p);
          if (!take_delimiter (&p, &wide) || p[-1] != '-')
            return FALSE;
        }
      for (guint n = 0; n < MAX_PARTS && *dot == '.' && g_ascii_isdigit (*p); n++)
        {
          guint part; /* of "1.2", "1.2.", "1.2.3": a level below */

          if (!take_number (&p, &part))
            return FALSE;
          take_any (&p, ".)");
        }
    }
  if (!is_over (p, wide) && (bracket || !is_run_on (p, p[-1])))
    return FALSE;
  *marker = (IkMarker) { .style = IK_MARKER_NUMBER, .number = number };
  *text = p;

  return TRUE;
}

/* Counts with a letter: a Latin one, wide or not, or one that begins another
 * alphabet. */
static gboolean
take_letter (const char **text,
             IkMarker    *marker)
{
  gunichar ch = g_unichar_tolower (g_utf8_get_char (*text));

  if (ch >= 0xff41 && ch <= 0xff5a)
    ch -= 0xff41 - 'a';
  *marker = (IkMarker) { .style = IK_MARKER_LETTER };
  if (ch < 0x80)
    marker->number = g_ascii_isalpha ((char) ch) ? ch - 'a' + 1 : 0;
  for (guint i = 1; ch >= 0x80 && marker->number == 0 && i < G_N_ELEMENTS (alphabets); i++)
    {
      const char *at = g_utf8_strchr (alphabets[i], -1, ch);

      if (at == NULL)
        continue;
      marker->alphabet = i;
      marker->number = (guint) g_utf8_pointer_to_offset (alphabets[i], at) + 1;
    }
  if (marker->number == 0)
    return FALSE;
  *text = g_utf8_next_char (*text);

  return TRUE;
}

static gboolean
take_letter_delimiter (const char **text,
                       gboolean     bracket,
                       gboolean     latin)
{
  if (take_any (text, "）．、"))
    return TRUE;
  if (!take_any (text, bracket ? ")" : latin ? ")." : ").-–"))
    return FALSE;

  return is_over (*text, FALSE);
}

static gboolean
parse_letter (const char **text,
              IkMarker    *marker)
{
  const char *p = *text;
  gboolean bracket = take_any (&p, "(（");
  IkMarker letter;

  if (!take_letter (&p, &letter) || !take_letter_delimiter (&p, bracket, letter.alphabet == 0))
    return FALSE;
  *marker = letter;
  *text = p;

  return TRUE;
}

/* " : …", " – …", " · …" */
static gboolean
is_spaced_delimiter (const char *text)
{
  const char *p = text + strspn (text, " ");

  return p > text && take_any (&p, ".:)-–—·|") && (*p == ' ' || *p == '\0');
}

/* "Question 3", "Q 17b", "Вопрос №3", "第3問" */
static gboolean
take_counted_word (const char **text,
                   guint       *number,
                   gboolean    *numbered)
{
  const char *p = *text;

  *number = 0;
  *numbered = FALSE;
  if (g_str_has_prefix (p, "第"))
    {
      p += strlen ("第");
      *numbered = take_number (&p, number) && take_any (&p, "问問题題");
      if (!*numbered)
        return FALSE;
    }
  else
    {
      if (!take_word (&p, question_words, G_N_ELEMENTS (question_words)))
        return FALSE;
      skip_blanks (&p);
      take_any (&p, "#№");
      *numbered = take_number (&p, number);
      if (*numbered && g_ascii_islower (*p) && !g_ascii_isalnum (p[1]))
        p++;
      if (*numbered && is_spaced_delimiter (p))
        skip_blanks (&p);
    }
  *text = p;

  return TRUE;
}

static gboolean
parse_question (const char **text,
                IkMarker    *marker)
{
  const char *p = *text;
  gboolean bracket = take_any (&p, "[(");
  gboolean ideographic = g_str_has_prefix (p, "第");
  guint number = 0;
  gboolean numbered;
  gboolean wide = FALSE;

  if (!take_counted_word (&p, &number, &numbered))
    {
      gboolean q = take_any (&p, "Ｑ");

      if (!q && (!g_ascii_isupper (*p) || *p == 'A' || *p == 'R')) /* answers are counted, too */
        return FALSE;
      if (!q)
        p += g_ascii_isupper (p[1]) ? 2 : 1;
      numbered = take_number (&p, &number);
      if (!numbered)
        return FALSE;
    }
  if (bracket)
    take_any (&p, "])");
  if (!take_delimiter (&p, &wide) && !(numbered && take_any (&p, "·|")) &&
      !(numbered && (bracket || ideographic)))
    return FALSE;
  if (!is_over (p, wide))
    return FALSE;
  *marker = (IkMarker) { .style = IK_MARKER_QUESTION, .number = number };
  *text = p;

  return TRUE;
}

static gboolean
parse_chapter (const char **text,
               IkMarker    *marker)
{
  const char *p = *text;
  guint number = 0;
  gboolean wide;

  if (g_str_has_prefix (p, "第"))
    {
      p += strlen ("第");
      while (take_any (&p, "一二三四五六七八九十百0123456789０１２３４５６７８９"))
        number++;
      if (number == 0 || !take_any (&p, "章节節部課课回篇讲"))
        return FALSE;
      take_any (&p, "分");
    }
  else
    {
      if (!take_word (&p, chapter_words, G_N_ELEMENTS (chapter_words)))
        return FALSE;
      skip_blanks (&p);
      if (!take_number (&p, &number) && !take_any (&p, "IVX"))
        return FALSE;
      while (take_any (&p, "IVX"))
        number++;
    }
  take_delimiter (&p, &wide);
  *marker = (IkMarker) { .style = IK_MARKER_CHAPTER, .number = number };
  *text = p;

  return TRUE;
}

/* CJK lists count with characters: 一、 二、 */
static gboolean
parse_ideographic (const char **text,
                   IkMarker    *marker)
{
  static const char numerals[] = "一二三四五六七八九十";
  const char *p = *text;
  guint n_taken = 0;

  while (take_any (&p, numerals))
    n_taken++;
  if (n_taken == 0 || n_taken > 3 || !take_any (&p, "、．："))
    return FALSE;
  *marker = (IkMarker) { .style = IK_MARKER_CHAPTER, .number = n_taken };
  *text = p;

  return TRUE;
}

/**
 * ik_marker_get_letter:
 * @marker: a marker of style %IK_MARKER_LETTER
 *
 * Returns: the letter, in lower case
 */
gunichar
ik_marker_get_letter (const IkMarker *marker)
{
  const char *alphabet = alphabets[marker->alphabet];

  if (marker->alphabet == 0)
    return 'a' + marker->number - 1;

  return g_utf8_get_char (g_utf8_offset_to_pointer (alphabet, (glong) marker->number - 1));
}

/**
 * ik_marker_measure_day:
 * @text: a line
 *
 * Returns: length of what tells on which day it was asked ("Day385: ", "Tag 3 – ",
 *   "第3天："), with the blanks behind it; 0 where nothing does
 */
gsize
ik_marker_measure_day (const char *text)
{
  const char *p = text;
  gboolean wide;
  guint number;

  if (g_str_has_prefix (p, "第"))
    {
      p += strlen ("第");
      if (!take_number (&p, &number) || !take_any (&p, "天日"))
        return 0;
    }
  else
    {
      if (!take_word (&p, day_words, G_N_ELEMENTS (day_words)))
        return 0;
      skip_blanks (&p);
      take_any (&p, "#");
      if (!take_number (&p, &number))
        return 0;
    }
  skip_blanks (&p);
  if (!take_delimiter (&p, &wide) || !is_over (p, wide))
    return 0;

  return (gsize) (p - text) + strspn (p, " \t");
}

/**
 * ik_marker_parse_answer:
 * @text: a line without its indentation
 * @number: (out): what it counts
 *
 * Returns: length of the mark of a counted answer with the blanks behind it
 *   ("A1. ", "A1: ", "Ａ１．"), or 0
 */
gsize
ik_marker_parse_answer (const char *text,
                        guint      *number)
{
  const char *p = text;
  gboolean wide;

  if (!take_any (&p, "AＡ") || !take_number (&p, number) || !take_delimiter (&p, &wide) ||
      !is_over (p, wide))
    return 0;

  return (gsize) (p - text) + strspn (p, " \t");
}

/**
 * ik_marker_is_lone_question:
 * @text: a line
 * @number: (out): what it counts
 *
 * Returns: whether the line is nothing but the word and number of a question
 *   ("Question 3", "Frage 3:"), which then stands below
 */
gboolean
ik_marker_is_lone_question (const char *text,
                            guint      *number)
{
  const char *p = text;
  gboolean numbered;
  gboolean wide;

  if (!take_counted_word (&p, number, &numbered) || !numbered)
    return FALSE;
  take_delimiter (&p, &wide);

  return *p == '\0';
}

/* Whether a marker may begin here: most texts begin with a word that has
 * nothing of one behind it. */
static gboolean
may_begin (const char *text)
{
  if (text[0] & 0x80 || g_ascii_isdigit (text[0]))
    return TRUE;
  if (!g_ascii_isalpha (text[0]))
    return text[0] == '(' || text[0] == '[' ||
           (text[0] != '\0' && strchr ("-*+", text[0]) != NULL &&
            (text[1] == '\0' || strchr (" \t\n", text[1]) != NULL));

  for (guint i = 1; i < MAX_WORD_BYTES && text[i] != '\0'; i++)
    {
      switch (text[i])
        {
        case '0' ... '9':
        case '.':
        case ')':
        case ':':
        case '-':
        case 'I':
        case 'V':
        case 'X':
          return TRUE;

        default:
          if (text[i] & 0x80)
            return TRUE;
        }
    }

  return FALSE;
}

/**
 * ik_marker_parse:
 * @text: a line without its indentation
 * @marker: (out): the marker, of style %IK_MARKER_NONE where there is none
 *
 * Finds the list marker or the number that a line begins with.
 *
 * Returns: length of the marker in bytes with the blanks behind it
 */
gsize
ik_marker_parse (const char *text,
                 IkMarker   *marker)
{
  const char *p = text;

  *marker = (IkMarker) { .style = IK_MARKER_NONE };
  if (!may_begin (text))
    return 0;
  if (!parse_bullet (&p, marker) && !parse_number (&p, marker) &&
      !parse_question (&p, marker) && !parse_chapter (&p, marker) &&
      !parse_letter (&p, marker) && !parse_ideographic (&p, marker))
    return 0;

  return (gsize) (p - text) + strspn (p, " \t");
}
