#include "ik-field-name.h"

#include <string.h>

/* Longer headers are texts. */
#define MAX_NAME_BYTES 80u

typedef struct
{
  const char *phrases; /* folded, separated by "|" */
  IkFieldUse  use;
} Synonyms;

/* What columns and keys are called beyond the labels of running text, and what
 * means something else there than in it. */
static const Synonyms synonyms[] = {
  { "q|ques|question text|questions|fragen|preguntas|perguntas|domande|вопросы|أسئلة|الأسئلة|"
    "sorular|pytania|vragen|stem|prompt|front|ask|enunciado|énoncé|intitulé|fragestellung|"
    "aufgabe|题目|题干|面试题|问|設問|問|問い|문제|soru metni|задание",
    IK_FIELD_QUESTION },
  { "back|definition|reply|ans|model response|musterlösung|antworttext|réponse modèle|"
    "ideal response|expected|解答例|模范答案|标准答案|نموذج الإجابة",
    IK_FIELD_ANSWER },
  { "explanation|explanations|rationale|feedback|erklärung|begründung|explicación|explication|"
    "spiegazione|explicação|объяснение|пояснение|解析|解释|解説|해설|الشرح|شرح|notes|note|notizen|notas|"
    "remarques|заметки|备注|備考|key takeaway|takeaway|example|examples|sample|ejemplo|exemple|"
    "beispiel|пример|示例|例|مثال",
    IK_FIELD_ANSWER },
  { "correct|correct answer|correct answers|correct option|correct options|correct choice|"
    "correct index|right answer|right option|answer key|answer index|answer option|richtig|"
    "richtige antwort|lösungsbuchstabe|respuesta correcta|opción correcta|bonne réponse|"
    "réponse correcte|risposta corretta|resposta correta|resposta certa|правильный ответ|"
    "верный ответ|正确答案|正确选项|正解|정답|الإجابة الصحيحة|الجواب الصحيح|doğru cevap",
    IK_FIELD_CORRECT },
  { "option|options|opt|choice|choices|alternative|alternatives|possible answers|answer options|"
    "answer choices|distractor|distractors|incorrect answers|incorrect answer|wrong answers|"
    "wrong answer|auswahl|antwortmöglichkeiten|antwortoptionen|opción|opciones|opzione|opzioni|"
    "opção|opções|proposition|propositions|вариант|варианты|вариант ответа|варианты ответа|"
    "варианты ответов|选项|選択肢|보기|선택지|الخيارات|خيارات|خيار|seçenek|seçenekler",
    IK_FIELD_OPTION },
  { "category|categories|section|topic|topics|subject|chapter|module|area|domain|theme|unit|deck|"
    "group|subtopic|subcategory|subject area|kategorie|kategorien|thema|themengebiet|bereich|"
    "abschnitt|kapitel|gebiet|fach|categoría|tema|sección|área|capítulo|catégorie|thème|rubrique|"
    "chapitre|domaine|categoria|argomento|sezione|seção|assunto|категория|раздел|тема|область|"
    "глава|分类|类别|章节|主题|模块|分類|カテゴリ|カテゴリー|分野|카테고리|분야|분류|الفئة|القسم|الموضوع|التصنيف|المجال|"
    "kategori|konu|bölüm|kategoria|dział",
    IK_FIELD_SECTION },
  { "tag|tags|keyword|keywords|label|labels|skill|skills|competency|competencies|type|kind|"
    "question type|company|companies|role|position|job role|schlagwörter|schlagworte|stichwörter|"
    "etiquetas|mots clés|etichette|palavras chave|теги|метки|ключевые слова|标签|关键词|キーワード|タグ|키워드|"
    "태그|الوسوم|كلمات مفتاحية",
    IK_FIELD_TAGS },
  { "level|difficulty|difficulty level|seniority|seniority level|experience|expertise|complexity|"
    "grade|schwierigkeit|erfahrung|komplexität|难度等级|レベル|经验",
    IK_FIELD_LEVEL },
  { "minutes|time|duration|time limit|time minutes|time in minutes|estimated time|"
    "estimated minutes|planned minutes|min|mins",
    IK_FIELD_MINUTES },
  { "follow up|follow ups|followup|followups|sub questions|subquestions|nested questions",
    IK_FIELD_FOLLOW_UP },
  { "key points|keypoints|key point|expected points|criteria|expected keywords|good answer|"
    "kernpunkte|puntos clave|points clés|ключевые моменты|关键点|ポイント|النقاط الرئيسية",
    IK_FIELD_POSITIVE },
  { "url|urls|uri|href|website|web|article|articles|video|read more",
    IK_FIELD_REFERENCE },
  { "code|snippet|code snippet|code block|code blocks|description|context|scenario|passage|"
    "constraints|beschreibung|descripción|descrição|descrizione|описание|描述|説明|설명|الوصف",
    IK_FIELD_DETAILS },
  { "title|name|heading|term|concept|word|titel|título|titre|titolo|название|заголовок|标题|名称|"
    "タイトル|제목|العنوان",
    IK_FIELD_TITLE },
  { "id|ids|uid|uuid|guid|no|nr|num|number|index|idx|count|order|position number|date|created|"
    "updated|created at|updated at|format|slug|status|image|images|picture|audio|version|lang|"
    "language|points|score|weight|votes|likes|views|length|author|notetype|note type|nummer|"
    "datum|bild|número|fecha|numéro|numero|номер|дата|编号|序号|番号|번호|الرقم|رقم",
    IK_FIELD_UNUSED },
};

static IkFieldUse
use_of_label (IkLabel label)
{
  static const IkFieldUse uses[] = {
    [IK_LABEL_QUESTION] = IK_FIELD_QUESTION,
    [IK_LABEL_DETAILS] = IK_FIELD_DETAILS,
    [IK_LABEL_ANSWER] = IK_FIELD_ANSWER,
    [IK_LABEL_FOLLOW_UP] = IK_FIELD_FOLLOW_UP,
    [IK_LABEL_CLARIFYING] = IK_FIELD_CLARIFYING,
    [IK_LABEL_STEP] = IK_FIELD_STEP,
    [IK_LABEL_POSITIVE] = IK_FIELD_POSITIVE,
    [IK_LABEL_RED_FLAG] = IK_FIELD_RED_FLAG,
    [IK_LABEL_WHY] = IK_FIELD_WHY,
    [IK_LABEL_SOURCE] = IK_FIELD_REFERENCE,
    [IK_LABEL_LEVEL] = IK_FIELD_LEVEL,
    [IK_LABEL_TAGS] = IK_FIELD_TAGS,
    [IK_LABEL_MINUTES] = IK_FIELD_MINUTES,
    [IK_LABEL_OTHER] = IK_FIELD_ANSWER,
  };

  return (guint) label < G_N_ELEMENTS (uses) ? uses[label] : IK_FIELD_UNKNOWN;
}

static GHashTable *
get_index (void)
{
  static gsize index = 0;

  if (g_once_init_enter (&index))
    {
      GHashTable *built = g_hash_table_new (g_str_hash, g_str_equal);

      for (guint i = 0; i < G_N_ELEMENTS (synonyms); i++)
        {
          /* The phrases live as long as the index, which is never freed. */
          char **phrases = g_strsplit (synonyms[i].phrases, "|", -1);

          for (guint j = 0; phrases[j] != NULL; j++)
            g_hash_table_insert (built, phrases[j], GINT_TO_POINTER (synonyms[i].use));
          g_free (phrases);
        }
      g_once_init_leave (&index, (gsize) built);
    }

  return (GHashTable *) index;
}

/* "goodToHear", "HTMLAnswer": where a word begins inside another. */
static gboolean
begins_word (gunichar before,
             gunichar ch,
             gunichar after)
{
  return g_unichar_isupper (ch) &&
         (g_unichar_islower (before) || (g_unichar_isupper (before) && g_unichar_islower (after)));
}

/**
 * ik_field_name_dup_words:
 * @name: name of a field, such as "goodToHear", "red_flags" or "Réponse (1)"
 *
 * Returns: (transfer full): its words in lower case with one space between
 *   them, without numbers and punctuation
 */
char *
ik_field_name_dup_words (const char *name)
{
  GString *words = g_string_new (NULL);
  g_autofree char *whole = g_utf8_make_valid (name, -1); /* a sample may end within a letter */
  gunichar before = 0;
  gboolean space = FALSE;

  name = whole;
  while (*name != '\0')
    {
      gunichar ch = g_utf8_get_char (name);
      gboolean letter = g_unichar_isalpha (ch) || g_unichar_ismark (ch);

      name = g_utf8_next_char (name);
      space = space || !letter || begins_word (before, ch, g_utf8_get_char (name));
      before = ch;
      if (!letter)
        continue;
      if (space && words->len > 0)
        g_string_append_c (words, ' ');
      space = FALSE;
      g_string_append_unichar (words, g_unichar_tolower (ch));
    }

  return g_string_free (words, FALSE);
}

static IkFieldUse
look_up_phrase (const char *phrase)
{
  IkFieldUse use = GPOINTER_TO_INT (g_hash_table_lookup (get_index (), phrase));

  return use != IK_FIELD_UNKNOWN ? use : use_of_label (ik_label_lookup (phrase, -1));
}

/* Where the next part of a name begins that may be a name of its own: a word,
 * or in scripts without spaces a character. */
static const char *
next_part (const char *part)
{
  gboolean wide = g_utf8_get_char (part) >= 0x2e80;

  do
    part = g_utf8_next_char (part);
  while (*part != '\0' && !wide && *part != ' ');

  return part + strspn (part, " ");
}

/* "interview question": the end of a name says what it is, except in
 * languages that put it first ("pregunta de entrevista") and where the last
 * word only says in what form ("question text"). */
static IkFieldUse
look_up_parts (char *words)
{
  static const char *const forms[] = {
    "text", "texts", "content", "body", "html", "md", "markdown", "en", "raw", "string", "field",
    "value", "list", "block", "blocks", "column", "full", "short", "long", "detailed", "s", NULL,
  };
  IkFieldUse use = IK_FIELD_UNKNOWN;
  char *last;

  for (const char *part = words; *part != '\0' && use == IK_FIELD_UNKNOWN; part = next_part (part))
    use = look_up_phrase (part);
  last = strrchr (words, ' ');
  if (use == IK_FIELD_UNKNOWN && last != NULL && g_strv_contains (forms, last + 1))
    {
      *last = '\0';
      return look_up_parts (words);
    }
  while (use == IK_FIELD_UNKNOWN && (last = strrchr (words, ' ')) != NULL)
    {
      *last = '\0';
      use = look_up_phrase (words);
    }

  return use;
}

/**
 * ik_field_name_lookup:
 * @name: name of a column or key, in any of the languages of ik_label_lookup()
 *
 * Returns: what it holds by its name
 */
IkFieldUse
ik_field_name_lookup (const char *name)
{
  g_autofree char *words = NULL;

  if (strnlen (name, MAX_NAME_BYTES + 1) > MAX_NAME_BYTES)
    return IK_FIELD_UNKNOWN;
  words = ik_field_name_dup_words (name);

  return words[0] != '\0' ? look_up_parts (words) : IK_FIELD_UNKNOWN;
}
