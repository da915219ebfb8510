#include "ik-asking.h"

#include <string.h>

#include "ik-phrases.h"
#include "ik-text.h"

/* How surely a text asks, by what shows it. The order matters, the distances
 * hardly: a pattern is judged by the mean over many texts. */
#define SCORE_QUESTION_MARK 1.0
#define SCORE_MARK_INSIDE 0.95
#define SCORE_REQUEST 0.85
#define SCORE_TOPIC 0.7
#define SCORE_SENTENCE 0.35
#define SCORE_FRAGMENT 0.1

#define MAX_TITLE_WORDS 12
#define MAX_TITLE_BYTES 120
#define MAX_SCANNED_BYTES 800
#define MAX_PLACEHOLDER_BYTES 48u
#define MAX_SHORTENED_BYTES 24

/* A text in a script without spaces has some of it near its beginning: the
 * first byte of its characters is this or a greater one. */
#define MAX_BYTES_BEFORE_SCRIPT 60
#define UNSPACED_FIRST_BYTE 0xe0

/* Words that begin a question or a request, in lower case. */
static const char *const openers[] = {
  /* English */
  "what", "what's", "what’s", "why", "how", "when", "where", "which", "who", "who's", "whom",
  "whose", "is", "are", "do", "does", "did", "can", "could", "would", "should", "will", "have",
  "has", "describe", "explain", "tell", "give", "name", "list", "design", "implement", "write",
  "compare", "contrast", "discuss", "define", "walk", "talk", "share", "provide", "show", "create",
  "build", "find", "state", "outline", "identify", "differentiate", "distinguish", "elaborate",
  "summarize", "summarise", "illustrate", "draw", "demonstrate", "evaluate", "analyze", "analyse",
  "sketch", "argue", "convert", "calculate", "determine", "predict", "reverse", "refactor",
  "convince", "sell", "rate", "interview", "make", "justify", "propose", "prove", "print",
  /* German */
  "was", "wie", "warum", "wann", "wo", "welche", "welcher", "welches", "welchen", "wer", "wozu",
  "weshalb", "erklären", "erkläre", "beschreiben", "beschreibe", "nennen", "nenne", "erzählen",
  "erzähle", "erläutern", "erläutere", "entwerfen", "vergleichen", "schildern", "können", "haben",
  /* Spanish, Portuguese, Italian */
  "qué", "cómo", "cuándo", "dónde", "cuál", "cuáles", "quién", "explica", "explique", "describa",
  "cuéntame", "cuénteme", "háblame", "háblanos", "cuéntanos", "diseña", "diseñe", "compara",
  "nombra", "o", "que", "como", "quando", "onde", "qual", "quais", "quem", "explique", "descreva",
  "conte", "fale", "dê", "cosa", "come", "perché", "quale", "quali", "chi", "spiega", "spieghi",
  "descrivi", "descriva", "parlami", "raccontami",
  /* French */
  "quel", "quelle", "quels", "quelles", "comment", "pourquoi", "quand", "qui", "où", "expliquez",
  "décrivez", "parlez", "racontez", "donnez", "citez", "comparez", "qu'est-ce", "qu’est-ce",
  /* Russian */
  "что", "как", "почему", "зачем", "когда", "где", "какой", "какая", "какие", "какое", "каким",
  "чем", "кто", "объясните", "опишите", "расскажите", "назовите", "сравните", "приведите",
  "спроектируйте", "напишите", "перечислите", "объясни", "опиши", "расскажи",
  /* Arabic */
  "ما", "ماذا", "كيف", "لماذا", "متى", "أين", "من", "هل", "أي", "اشرح", "صف", "عرف", "عرّف",
  "اذكر", "قارن", "صمم", "صمّم", "حدثني", "حدثنا", "أخبرني", "أخبرنا", "وضح", "تحدث",
  /* Turkish, Dutch */
  "nedir", "ne", "nasıl", "neden", "niçin", "hangi", "kim", "anlatın", "açıklayın", "açıklayınız",
  "tanımlayın", "wat", "hoe", "waarom", "wanneer", "welke", "wie", "waar", "leg", "beschrijf",
  "vertel", "noem", "verklaar", "geef",
  /* Slavic languages */
  "co", "jak", "jaki", "jaka", "jakie", "dlaczego", "kiedy", "czym", "czy", "kto", "gdzie", "który",
  "opisz", "wyjaśnij", "opowiedz", "podaj", "wymień", "porównaj", "napisz", "proč", "kdy", "kde",
  "kdo", "jaký", "jaká", "jaké", "který", "která", "které", "popiš", "popište", "vysvětli",
  "vysvětlete", "uveď", "uveďte", "čo", "ako", "prečo", "kedy", "aký", "aká", "aké", "ktorý",
  "vysvetli", "vysvetlite", "popíš", "popíšte", "що", "як", "чому", "навіщо", "коли", "де", "який",
  "яка", "яке", "які", "чим", "хто", "поясніть", "опишіть", "розкажіть", "назвіть", "наведіть",
  "какво", "каква", "какъв", "защо", "кога", "къде", "кой", "обяснете", "опишете", "разкажете",
  "šta", "što", "kako", "zašto", "kada", "kad", "gdje", "gde", "koji", "koja", "koje", "koliko",
  "objasni", "objasnite", "opiši", "opišite", "navedi", "navedite", "kaj", "zakaj", "kdaj", "kateri",
  "katere", "pojasni", "pojasnite", "razloži", "opišite",
  /* Scandinavian languages, Finnish, Hungarian, Romanian, Greek */
  "vad", "hur", "varför", "när", "vilka", "vilken", "vilket", "vem", "beskriv", "förklara",
  "berätta", "hvad", "hvordan", "hvorfor", "hvornår", "hvilke", "hvilken", "hvilket", "hvem", "hva",
  "når", "forklar", "fortæl", "fortell", "nævn", "mikä", "mitä", "miten", "miksi", "milloin", "kuvaile",
  "kerro", "selitä", "mi", "mit", "mik", "milyen", "hogyan", "miért", "mikor", "melyik", "ki", "mennyi",
  "magyarázd", "írd", "mondj", "sorolj", "ce", "cum", "când", "unde", "care", "cine", "descrie",
  "descrieți", "explică", "explicați", "spune", "povestește", "τι", "πώς", "πως", "γιατί", "πότε",
  "ποια", "ποιο", "ποιος", "ποιες", "ποιοι", "περιγράψτε", "εξηγήστε", "εξήγησε",
  /* Vietnamese, Indonesian */
  "hãy", "giải", "mô", "trình", "bạn", "tại", "thế", "làm", "apa", "apakah", "bagaimana", "mengapa",
  "kenapa", "jelaskan", "sebutkan", "ceritakan", "kapan", "berapa",
  /* Persian, Hebrew, Hindi */
  "چه", "چگونه", "چرا", "آیا", "کدام", "توضیح", "مה", "מהו", "מהי", "מהם", "איך", "כיצד", "למה", "מדוע",
  "מתי", "האם", "הסבר", "תאר", "ספר", "क्या", "कैसे", "क्यों", "कब", "कौन", "आप", "बताइए", "समझाइए",
};

/* Noun phrases that stand for "explain the …". */
static const char *const topics[] = {
  "difference", "differences", "advantages", "disadvantages", "benefits", "benefit", "pros",
  "types", "different", "unterschied", "unterschiede", "vorteile", "diferencia",
  "diferencias", "ventajas", "différence", "différences", "avantages", "differenza", "diferença",
  "разница", "отличия", "различия", "преимущества", "الفرق",
};

/* Scripts without spaces: what asks may stand anywhere. */
static const char *const phrases[] = {
  "什么", "什麼", "如何", "怎么", "怎麼", "怎样", "为什么", "為什麼", "为何", "哪些", "哪个", "是否",
  "请", "請", "解释", "描述一", "说说", "谈谈", "介绍", "区别", "的理解", "吗", "ですか", "ますか",
  "とは", "ください", "なぜ", "どのよう", "どう", "違い", "述べよ", "教えて", "설명", "무엇", "어떻게",
  "왜 ", "말씀해", "입니까", "습니까", "차이", "인가요", "까요", "나요", "주세요", "하시오", "하세요", "하라",
  "อะไร", "อย่างไร", "ทำไม", "เมื่อไหร่", "ไหม", "จงอธิบาย", "อธิบาย",
};

/* What holds the place of an answer, in lower case without punctuation. */
static const char *const placeholders[] = {
  "todo", "tbd", "tba", "to do", "to be done", "to be completed", "to be added", "to be answered",
  "to be written", "to be filled", "answer here", "your answer", "your answer here",
  "write answer here", "write your answer here", "add answer here", "add your answer here",
  "insert answer here", "answer goes here", "answer coming soon", "answer to be added",
  "coming soon", "work in progress", "wip", "n/a", "none yet", "no answer yet", "answer pending",
  "pending", "placeholder", "fill in", "fill me in", "missing", "…", "xxx", "add answer",
  "antwort hier", "antwort folgt", "folgt", "folgt noch", "noch offen", "ausstehend", "offen",
  "in arbeit", "wird ergänzt", "hier antwort einfügen",
  "por completar", "pendiente", "respuesta aquí", "próximamente", "por definir", "por hacer",
  "sin respuesta", "escribe tu respuesta aquí", "en construcción", "a completar", "em breve",
  "à compléter", "à venir", "à faire", "réponse à venir", "da completare", "da fare", "in arrivo",
  "будет позже", "будет дополнено", "ответ здесь", "ответ позже", "нет ответа", "скоро",
  "ответ будет позже", "дописать", "сделать", "в разработке", "заполнить", "ожидается",
  "待补充", "待完善", "待更新", "待续", "待定", "待填写", "暂无", "暂无答案", "暂未整理", "略", "未完待续", "答案待补充", "后续补充",
  "未完", "後で", "後日追加", "準備中", "未回答", "未記入", "未定", "回答予定", "ここに回答", "近日公開", "作成中", "추가 예정", "작성 예정",
  "قريبا", "قريباً", "الإجابة هنا", "سيتم إضافته", "سيتم إضافة الإجابة", "سيضاف لاحقا",
  "قيد الإعداد", "لاحقا",
};

/* What a question says that is about code below it, in lower case. */
static const char *const references[] = {
  "following code", "following snippet", "following program", "following function",
  "following query", "following statement", "following expression", "following script",
  "following example", "following output", "code below", "snippet below", "function below",
  "program below", "below code", "below snippet", "output of", "the output", "this code",
  "this snippet", "this program", "this query", "does it print", "be printed", "be logged",
  "the value of",
  "folgenden code", "wert von", "folgende code", "folgende programm", "ausgegeben", "ausgabe",
  "dieser code", "diesem code",
  "siguiente código", "este código", "la salida", "el valor de", "imprime", "seguinte código",
  "código a seguir",
  "code suivant", "ce code",
  "следующий код", "следующего кода", "код ниже", "чему равно", "значение", "выведет", "вывод",
  "этот код", "этом коде", "этого кода",
  "以下代码", "的值", "下面代码", "下面的代码", "以下的代码", "输出", "这段代码", "下記のコード", "の値", "次のコード", "出力さ", "このコード",
  "التالي", "الناتج", "قيمة", "هذا الكود",
};

static GHashTable *
get_openers (void)
{
  static gsize table = 0;

  if (g_once_init_enter (&table))
    {
      GHashTable *words = g_hash_table_new (g_str_hash, g_str_equal);

      for (guint i = 0; i < G_N_ELEMENTS (openers); i++)
        g_hash_table_insert (words, (gpointer) openers[i], GINT_TO_POINTER (1));
      for (guint i = 0; i < G_N_ELEMENTS (topics); i++)
        g_hash_table_insert (words, (gpointer) topics[i], GINT_TO_POINTER (2));
      g_once_init_leave (&table, (gsize) words);
    }

  return (GHashTable *) table;
}

static gboolean
is_question_mark (gunichar ch)
{
  return ch == '?' || ch == 0xff1f || ch == 0x61f || ch == 0x37e;
}

static gboolean
is_sentence_end (gunichar ch)
{
  return is_question_mark (ch) || ch == '.' || ch == '!' || ch == 0x3002 || ch == 0xff01 ||
         ch == 0x2026 || ch == 0x6d4 || ch == 0x964;
}

/* What may stand behind the end of a sentence: quotes, brackets, emphasis,
 * pictograms. */
static gboolean
is_trailing (gunichar ch)
{
  GUnicodeType type = g_unichar_type (ch);

  return g_unichar_isspace (ch) || ch == '"' || ch == '\'' || ch == '*' || ch == '_' ||
         type == G_UNICODE_CLOSE_PUNCTUATION || type == G_UNICODE_FINAL_PUNCTUATION ||
         type == G_UNICODE_OTHER_SYMBOL || type == G_UNICODE_FORMAT ||
         type == G_UNICODE_NON_SPACING_MARK || type == G_UNICODE_MODIFIER_SYMBOL;
}

static gunichar
last_character (const char *text)
{
  const char *p = text + strlen (text);

  while (p > text)
    {
      p = g_utf8_prev_char (p);
      if (g_ascii_isalnum (*p) || !is_trailing (g_utf8_get_char (p)))
        return g_utf8_get_char (p);
    }

  return 0;
}

/* Bytes that may begin what ends a sentence: the marks of ASCII, and those of
 * is_sentence_end() in UTF-8. */
static gsize
count_before_end (const char *text,
                  const char *end)
{
  static const guint8 ends[256] = {
    ['.'] = 1, ['!'] = 1, ['?'] = 1,
    [0xcd] = 1, [0xd8] = 1, [0xdb] = 1, [0xe0] = 1, [0xe2] = 1, [0xe3] = 1, [0xef] = 1,
    ['\0'] = 1,
  };
  const char *p = text;

  while (p < end && !ends[(guint8) *p])
    p++;

  return (gsize) (p - text);
}

static gboolean
is_alnum (const char *text)
{
  return (*text & 0x80) == 0 ? g_ascii_isalnum (*text) : g_unichar_isalnum (g_utf8_get_char (text));
}

/* 1 for a request, 2 for a topic, 0 else, also where nothing but marks stands
 * before @end. */
static int
look_up_first_word (const char *sentence,
                    const char *end)
{
  char word[48];
  gsize n = 0;

  while (sentence < end && *sentence != '\0' && !is_alnum (sentence))
    sentence = g_utf8_next_char (sentence);
  while (*sentence != '\0' && n + 8 < sizeof word)
    {
      gunichar ch;

      if (g_ascii_isalnum (*sentence))
        {
          word[n++] = g_ascii_tolower (*sentence++);
          continue;
        }
      ch = g_utf8_get_char (sentence);
      if (!g_unichar_isalnum (ch) && !g_unichar_ismark (ch) && ch != '\'' && ch != 0x2019 &&
          ch != '-')
        break;
      n += (gsize) g_unichar_to_utf8 (g_unichar_tolower (ch), word + n);
      sentence = g_utf8_next_char (sentence);
    }
  word[n] = '\0';

  return GPOINTER_TO_INT (g_hash_table_lookup (get_openers (), word));
}

/* Japanese advises and tells at the end of a sentence, whatever was asked in it. */
static gboolean
ends_telling (const char *text,
              gsize       length)
{
  static const char *const ends[] = { "ましょう", "多いです", "と思います", "おきます", "しておく" };
  static const char stop[] = "。";

  if (length > strlen (stop) && memcmp (text + length - strlen (stop), stop, strlen (stop)) == 0)
    length -= strlen (stop);
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      gsize n = strlen (ends[i]);

      if (length > n && memcmp (text + length - n, ends[i], n) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
holds_phrase (const char *text)
{
  static IkPhrases asking = IK_PHRASES (phrases);
  const char *p = text;
  gsize length;

  while (*p != '\0' && p < text + MAX_BYTES_BEFORE_SCRIPT && (guint8) *p < UNSPACED_FIRST_BYTE)
    p++;

  if ((guint8) *p < UNSPACED_FIRST_BYTE)
    return FALSE;

  length = strnlen (text, MAX_SCANNED_BYTES);
  return ik_phrases_occur (&asking, text, length) && !ends_telling (text, length);
}

/* What bytes are to one who counts words. */
enum
{
  BYTE_IN_WORD = 1 << 0,
  BYTE_BLANK = 1 << 1,
  BYTE_OTHER = 1 << 2,   /* no ASCII, or the end */
};

static const guint8 byte_classes[256] = {
  ['0' ... '9'] = BYTE_IN_WORD, ['A' ... 'Z'] = BYTE_IN_WORD, ['a' ... 'z'] = BYTE_IN_WORD,
  ['\t'] = BYTE_BLANK, ['\n'] = BYTE_BLANK, ['\f'] = BYTE_BLANK, ['\r'] = BYTE_BLANK,
  [' '] = BYTE_BLANK,
  ['\0'] = BYTE_OTHER, [0x80 ... 0xff] = BYTE_OTHER,
};

/**
 * ik_asking_count_words:
 * @text: a text
 * @limit: where to stop counting
 *
 * Returns: number of words, at most @limit; a CJK character counts as half
 *   a word
 */
guint
ik_asking_count_words (const char *text,
                       guint       limit)
{
  guint n_words = 0;
  guint n_ideographs = 0;
  gboolean inside = FALSE;
  const char *p = text;

  while (n_words < limit)
    {
      guint8 wanted = BYTE_OTHER | (inside ? BYTE_BLANK : BYTE_IN_WORD);
      gunichar ch;

      while (!(byte_classes[(guint8) *p] & wanted))
        p++;
      if (*p == '\0')
        break;
      if ((*p & 0x80) == 0)
        {
          n_words += !inside;
          inside = !inside;
          p++;
          continue;
        }
      ch = g_utf8_get_char (p);
      p = g_utf8_next_char (p);
      if (ch >= 0x2e80 && ch < 0xe000)
        {
          n_words += n_ideographs++ % 2;
          inside = FALSE;
          continue;
        }
      if (!inside && g_unichar_isalnum (ch))
        n_words++;
      inside = g_unichar_isspace (ch) ? FALSE : inside || g_unichar_isalnum (ch);
    }

  return MIN (n_words + (n_ideographs == 1), limit);
}

/**
 * ik_asking_score:
 * @text: plain text
 *
 * Judges from its wording alone whether a text asks somebody something.
 *
 * Returns: 0 (surely not) to 1 (surely); see %IK_ASKING_LEAST
 */
double
ik_asking_score (const char *text)
{
  const char *sentence = text;
  const char *end = text + MAX_SCANNED_BYTES;
  gboolean marked = FALSE;
  gboolean requested = FALSE;
  int first;

  if (text[0] == '\0')
    return 0;
  if (is_question_mark (last_character (text)))
    return SCORE_QUESTION_MARK;

  /* "Explain …": one word alone is a title */
  first = ik_asking_count_words (text, 2) > 1 ? look_up_first_word (text, end) : 0;
  for (const char *p = text; ; p = g_utf8_next_char (p))
    {
      const char *next;
      gunichar ch;

      p += count_before_end (p, end);
      if (p >= end || *p == '\0')
        break;
      ch = g_utf8_get_char (p);
      next = g_utf8_next_char (p);
      if (!is_sentence_end (ch) || (*next != ' ' && ch < 0x80))
        continue;
      marked = marked || is_question_mark (ch);
      sentence = next;
      requested = requested || look_up_first_word (sentence, end) == 1;
    }

  if (marked)
    return SCORE_MARK_INSIDE;
  if (first == 1 || requested || holds_phrase (text))
    return SCORE_REQUEST;
  if (first == 2)
    return SCORE_TOPIC;

  return ik_asking_count_words (text, 4) >= 4 ? SCORE_SENTENCE : SCORE_FRAGMENT;
}

static GHashTable *
get_placeholders (void)
{
  static gsize table = 0;

  if (g_once_init_enter (&table))
    {
      GHashTable *texts = g_hash_table_new (g_str_hash, g_str_equal);

      for (guint i = 0; i < G_N_ELEMENTS (placeholders); i++)
        g_hash_table_add (texts, (gpointer) placeholders[i]);
      g_once_init_leave (&table, (gsize) texts);
    }

  return (GHashTable *) table;
}

/**
 * ik_asking_is_placeholder:
 * @text: plain text
 *
 * Returns: whether it only holds the place of an answer ("TODO")
 */
gboolean
ik_asking_is_placeholder (const char *text)
{
  char folded[MAX_PLACEHOLDER_BYTES * 2];
  const char *end = text + strnlen (text, MAX_PLACEHOLDER_BYTES + 1);
  gsize n = 0;
  gboolean space = FALSE;

  if (*end != '\0')
    return FALSE;
  while (text < end)
    {
      gunichar ch;

      if (g_ascii_isalnum (*text) && !space)
        {
          folded[n++] = g_ascii_tolower (*text++);
          continue;
        }
      ch = g_utf8_get_char (text);
      text = g_utf8_next_char (text);
      if (!g_unichar_isalnum (ch) && !g_unichar_ismark (ch) && ch != '/' && ch != 0x2026)
        {
          space = n > 0;
          continue;
        }
      if (space)
        folded[n++] = ' ';
      space = FALSE;
      n += (gsize) g_unichar_to_utf8 (g_unichar_tolower (ch), folded + n);
    }
  folded[n] = '\0';

  return n > 0 && g_hash_table_contains (get_placeholders (), folded);
}

/**
 * ik_asking_refers_below:
 * @text: plain text of a question
 *
 * Returns: whether it speaks of code that stands below it
 */
gboolean
ik_asking_refers_below (const char *text)
{
  static IkPhrases referring = IK_PHRASES (references);
  gsize length = strlen (text);
  g_autofree char *folded = NULL;

  if (length > MAX_SCANNED_BYTES)
    return FALSE;
  folded = ik_text_dup_lower (text);

  return ik_phrases_occur (&referring, folded, strlen (folded));
}

/**
 * ik_asking_asks:
 * @text: plain text
 *
 * Returns: whether it asks something
 */
gboolean
ik_asking_asks (const char *text)
{
  return ik_asking_score (text) >= IK_ASKING_LEAST;
}

/**
 * ik_asking_ends_sentence:
 * @text: plain text
 *
 * Returns: whether it ends as sentences do
 */
gboolean
ik_asking_ends_sentence (const char *text)
{
  return is_sentence_end (last_character (text));
}

/* "Opening (10 min.)": what ends in brackets is a shortened word, no sentence. */
static gboolean
ends_shortened (const char *text)
{
  const char *bracket = g_str_has_suffix (text, ".)") ? strrchr (text, '(') : NULL;

  return bracket != NULL && bracket > text && strlen (bracket) <= MAX_SHORTENED_BYTES &&
         strpbrk (bracket, "0123456789") != NULL;
}

/**
 * ik_asking_is_title:
 * @text: plain text
 *
 * Returns: whether it may be the title of something: short, no sentence
 */
gboolean
ik_asking_is_title (const char *text)
{
  return text[0] != '\0' && strnlen (text, MAX_TITLE_BYTES + 1) <= MAX_TITLE_BYTES &&
         (!ik_asking_ends_sentence (text) || ends_shortened (text)) &&
         ik_asking_count_words (text, MAX_TITLE_WORDS + 1) <= MAX_TITLE_WORDS;
}
