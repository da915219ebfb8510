#include "ik-label.h"

#include <string.h>

#define MAX_FOLDED (IK_LABEL_MAX_LENGTH * 2)

/* Where scripts begin whose marks are no accents. */
#define FIRST_UNACCENTED 0x700u
#define ARABIC_TEH_MARBUTA 0x629u
#define ARABIC_TATWEEL 0x640u
#define ARABIC_HEH 0x647u
#define ARABIC_ALEF_MAKSURA 0x649u
#define ARABIC_YEH 0x64au

typedef struct
{
  const char *phrases; /* in lower case, separated by "|" */
  IkLabel     label;
} Vocabulary;

/* General words of question lists, none of them of a particular document. */
static const Vocabulary vocabulary[] = {
  { "question|q|问|問|問い|设问|設問|题目|面试题|frage|pregunta|pergunta|domanda|вопрос|问题|問題|質問|سؤال|السؤال|"
    "soru|pytanie|vraag|질문|문제|câu hỏi|คำถาม|प्रश्न|सवाल|প্রশ্ন|سوال|پرسش|שאלה|pertanyaan|soal|ερώτηση|"
    "otázka|kérdés|întrebare|въпрос|питання|запитання|pitanje|fråga|spørgsmål|spørsmål|kysymys",
    IK_LABEL_QUESTION },
  { "details|scenario|context|background|setup|prompt|code|snippet|options|choices|given|input|"
    "szenario|kontext|escenario|contexto|scénario|contexte|сценарий|контекст|场景|背景|السيناريو",
    IK_LABEL_DETAILS },
  { "answer|answers|a|ans|reference answer|model answer|sample answer|example answer|"
    "suggested answer|expected answer|ideal answer|good answer|possible answer|best answer|"
    "correct answer|correct answers|right answer|correct|the answer|strong response|short answer|"
    "detailed answer|answer key|answer guide|answer guideline|answer outline|solution|solutions|"
    "sample solution|reference solution|model solution|response|sample response|"
    "expected response|show answer|view answer|see answer|reveal answer|show solution|"
    "click to see answer|click to show answer|antwort|antworten|richtige antwort|"
    "korrekte antwort|ideale antwort|beispielantwort|mögliche antwort|gute antwort|"
    "antwort anzeigen|antwort ansehen|lösung anzeigen|lösungen|musterlösung|musterantwort|lösung|"
    "referenzantwort|erwartete antwort|respuesta|respuestas|respuesta correcta|"
    "respuesta esperada|respuesta ideal|posible respuesta|ver respuesta|mostrar respuesta|"
    "ver solución|respuesta sugerida|ejemplo de respuesta|respuesta de referencia|"
    "respuesta modelo|solución|réponse|réponses|bonne réponse|réponse correcte|réponse idéale|"
    "voir la réponse|réponse attendue|réponse type|corrigé|risposta|risposta corretta|soluzione|"
    "resposta|resposta correta|resposta esperada|ver resposta|solução|ответ|ответы|"
    "правильный ответ|верный ответ|ожидаемый ответ|идеальный ответ|хороший ответ|краткий ответ|"
    "показать ответ|посмотреть ответ|образец ответа|решение|эталонный ответ|пример ответа|答案|"
    "查看答案|点击查看答案|点击展开答案|展开答案|参考答案|参考回答|正确答案|标准答案|示例答案|回答要点|答案要点|答案解析|查看解析|期望回答|理想回答|答案与解析|參考答案|"
    "正確答案|解答例|正解|模範回答|想定回答|期待する回答|期待される回答|望ましい回答|回答を見る|答えを見る|解答を見る|모범 답안|예시 답변|回答|解答|答|答え|模範解答|"
    "回答例|解説|解析|답|답변|정답|الإجابة الصحيحة|الجواب الصحيح|الإجابة المتوقعة|إجابة نموذجية|"
    "الإجابة المثالية|عرض الإجابة|الحل|الإجابة|الإجابات|الأجوبة|الجواب|إجابة|إجابات|أجوبة|جواب|الإجابة النموذجية|"
    "cevap|yanıt|"
    "doğru cevap|cevabı göster|örnek cevap|odpowiedź|poprawna odpowiedź|przykładowa odpowiedź|antwoord|"
    "juiste antwoord|trả lời|đáp án|câu trả lời|xem đáp án|gợi ý trả lời|คำตอบ|เฉลย|ตอบ|उत्तर|जवाब|"
    "सही उत्तर|উত্তর|জবাব|پاسخ|پاسخ صحیح|جواب صحیح|תשובה|התשובה|תשובה נכונה|jawaban|jawab|kunci jawaban|"
    "απάντηση|odpověď|odpoveď|válasz|răspuns|răspuns corect|отговор|відповідь|правильна відповідь|"
    "одговор|odgovor|svar|vastaus|정답 및 해설|답변 예시|정답 보기|답 보기|إظهار الإجابة|como responder|"
    "cómo responder|как отвечать|как ответить|so antworten",
    IK_LABEL_ANSWER },
  { "follow up|follow ups|follow up question|follow up questions|followup|followups|"
    "followup question|followup questions|probe|probes|probing question|probing questions|deeper|"
    "dig deeper|additional questions|related questions|next question|nachfrage|nachfragen|"
    "zusatzfrage|zusatzfragen|weiterführende fragen|folgefrage|folgefragen|anschlussfrage|"
    "anschlussfragen|vertiefung|pregunta de seguimiento|preguntas de seguimiento|seguimiento|"
    "repregunta|repreguntas|preguntas adicionales|pregunta adicional|profundizar|"
    "question de suivi|questions de suivi|relance|relances|domanda di approfondimento|"
    "domande di approfondimento|pergunta de acompanhamento|perguntas de acompanhamento|"
    "дополнительный вопрос|дополнительные вопросы|доп вопрос|доп вопросы|follow up вопросы|"
    "вопросы вдогонку|уточнение|追问|追問|后续问题|深掘り|深掘り質問|フォローアップ|追加質問|追い質問|関連質問|フォローアップ質問|延伸问题|追问方向|"
    "深入问题|추가 질문|꼬리 질문|أسئلة إضافية|سؤال إضافي|متابعة|أسئلة متابعة|سؤال متابعة|أسئلة المتابعة|"
    "takip sorusu|takip soruları|ek sorular|후속 질문|pytania dodatkowe|pytanie dodatkowe|vervolgvraag|"
    "vervolgvragen|doorvragen|câu hỏi tiếp theo|câu hỏi phụ|perguntas adicionais|domande aggiuntive|"
    "pertanyaan lanjutan|додаткові питання|पूरक प्रश्न",
    IK_LABEL_FOLLOW_UP },
  { "clarifying question|clarifying questions|clarification|clarifications|clarify|"
    "questions to ask|questions the candidate should ask|rückfrage|rückfragen|klärende fragen|"
    "verständnisfragen|preguntas aclaratorias|preguntas de aclaración|questions de clarification|"
    "domande di chiarimento|perguntas de esclarecimento|уточняющие вопросы|澄清问题|確認質問|"
    "أسئلة توضيحية",
    IK_LABEL_CLARIFYING },
  { "solution steps|steps|step by step|approach|solution approach|solution outline|"
    "lösungsschritte|lösungsweg|schritte|vorgehen|pasos|pasos de la solución|étapes|"
    "étapes de la solution|passaggi|passos|шаги|шаги решения|ход решения|步骤|解题步骤|解题思路|思路|手順|解決手順|"
    "الخطوات|خطوات الحل",
    IK_LABEL_STEP },
  { "look for|looking for|what to look for|things to look for|what we look for|"
    "what we re looking for|what i m looking for|listen for|what to listen for|best practice|"
    "best practices|green flag|green flags|good sign|good signs|good signals|positive signs|"
    "positive signals|positive indicator|positive indicators|strong signals|strong answer|"
    "strong answers|good to hear|nice to hear|should mention|must mention|evaluation criteria|"
    "what good looks like|rubric|do|dos|do s|strengths|signals|scoring guide|bonus|bonus points|"
    "worauf achten|worauf zu achten ist|darauf achten|achten auf|achten sie auf|erwartet|gute antworten|"
    "starke antwort|gute signale|positive signale|positivsignale|erwartungen|bewertung|"
    "gute anzeichen|positive anzeichen|bewährte verfahren|pluspunkte|bewertungskriterien|"
    "qué evaluar|qué observar|en qué fijarse|puntos clave|señales de éxito|aspectos positivos|"
    "señal positiva|criterios|qué buscar|buscar|señales positivas|buenas prácticas|"
    "criterios de evaluación|à rechercher|points positifs|signes positifs|bonnes pratiques|"
    "cosa cercare|segnali positivi|o que procurar|sinais positivos|boas práticas|"
    "на что обратить внимание|на что смотреть|что искать|что ищем|ищем|плюсы|позитивные сигналы|"
    "положительные сигналы|зелёные флаги|зеленые флаги|хорошие признаки|положительные признаки|"
    "лучшие практики|критерии оценки|考察点|考查点|考察要点|考察重点|关注点|看点|优秀回答|好的回答|加分点|得分点|积极信号|观察点|评分要点|"
    "加分项|最佳实践|要点|评价标准|評価ポイント|評価のポイント|評価の観点|評価基準|見るポイント|確認ポイント|チェックポイント|着眼点|ポイント|良い例|良い回答例|加点ポイント|良い回答|"
    "良い兆候|ベストプラクティス|평가 기준|좋은 답변|ما يجب البحث عنه|نقاط إيجابية|معايير التقييم|علامات جيدة|"
    "إجابة جيدة|ما نبحث عنه|ما تبحث عنه|علامات إيجابية|مؤشرات إيجابية|أفضل الممارسات",
    IK_LABEL_POSITIVE },
  { "red flag|red flags|warning sign|warning signs|bad sign|bad signs|weak answer|weak answers|"
    "poor answer|poor answers|bad answer|bad answers|kritisch|negative indicator|negative indicators|"
    "negative signs|anti pattern|anti patterns|antipattern|antipatterns|don t|don ts|don t s|"
    "pitfall|pitfalls|common mistakes|mistakes|concerns|avoid|weaknesses|warnsignal|warnsignale|"
    "warnzeichen|schlechte anzeichen|alarmzeichen|antimuster|rote flaggen|rote flagge|"
    "schlechte antwort|schlechte antworten|schwache antwort|negativsignale|negative anzeichen|"
    "häufige fehler|minuspunkte|señal de alerta|señales de alerta|señales de alarma|alertas|"
    "señales de peligro|señal de alarma|respuesta débil|mala respuesta|puntos negativos|"
    "banderas rojas|bandera roja|señales negativas|antipatrones|errores comunes|signaux d alerte|"
    "signal d alerte|drapeaux rouges|points négatifs|segnali di allarme|campanelli d allarme|"
    "sinais de alerta|sinal de alerta|bandeiras vermelhas|тревожные сигналы|тревожные признаки|"
    "настораживает|насторожит|минусы|стоп сигналы|плохой ответ|слабый ответ|негативные сигналы|"
    "красные флаги|красный флаг|плохие признаки|антипаттерны|частые ошибки|危险信号|危險信號|减分点|差的回答|"
    "不好的回答|警示信号|雷区|风险信号|扣分项|减分项|红旗|反模式|常见错误|危険信号|レッドフラグ|要注意|懸念点|悪い例|悪い回答例|減点ポイント|ng例|ng回答|"
    "注意すべき回答|注意点|悪い回答|アンチパターン|위험 신호|علامة تحذير|علامات الخطر|نقاط سلبية|مؤشرات الخطر|إجابة ضعيفة|"
    "علامات تحذير|علامات تحذيرية|إشارات تحذير|علامات حمراء|مؤشرات سلبية",
    IK_LABEL_RED_FLAG },
  { "why it matters|why this matters|why ask|why ask this|why we ask|why we ask this|purpose|"
    "rationale|intent|goal|what it tests|what this tests|what it measures|warum|"
    "warum es wichtig ist|warum das wichtig ist|warum wir das fragen|ziel|zweck|por qué importa|"
    "por qué es importante|objetivo|propósito|pourquoi c est important|pourquoi|objectif|"
    "perché è importante|scopo|por que importa|por que é importante|почему это важно|зачем|цель|"
    "为什么重要|考察目的|目的|なぜ重要か|質問の意図|意図|لماذا هذا مهم|لماذا يهم|الهدف",
    IK_LABEL_WHY },
  { "source|sources|reference|references|resource|resources|read more|further reading|learn more|"
    "see also|link|links|credit|quelle|quellen|referenz|referenzen|weiterführend|fuente|fuentes|"
    "referencia|referencias|source s|référence|références|fonte|fonti|fontes|riferimenti|"
    "источник|источники|ссылки|来源|参考|参考资料|参考链接|出典|参考文献|출처|المصدر|المراجع|مصدر|kaynak|"
    "additional links|useful links|suggested resources",
    IK_LABEL_SOURCE },
  { "level|difficulty|seniority|experience level|schwierigkeit|schwierigkeitsgrad|stufe|niveau|"
    "nivel|dificultad|difficulté|difficoltà|livello|nível|dificuldade|уровень|сложность|难度|级别|"
    "難易度|レベル|난이도|المستوى|الصعوبة|مستوى الصعوبة",
    IK_LABEL_LEVEL },
  { "tag|tags|topic|topics|category|categories|keywords|skill|skills|competency|competencies|"
    "thema|themen|kategorie|schlagwörter|tema|temas|categoría|etiquetas|thème|catégorie|"
    "argomento|categoria|тема|теги|категория|标签|分类|类别|カテゴリ|タグ|الفئة|الوسوم",
    IK_LABEL_TAGS },
  { "time|duration|minutes|time limit|estimated time|suggested time|zeit|dauer|minuten|tiempo|"
    "duración|durée|temps|tempo|durata|duração|время|длительность|时间|时长|時間|所要時間|الوقت|المدة",
    IK_LABEL_MINUTES },
  { "situation|task|action|result|results|learning|aufgabe|handlung|aktion|ergebnis|situación|"
    "tarea|acción|resultado|situação|tarefa|ação|tâche|résultat|situazione|compito|azione|"
    "risultato|ситуация|задача|действие|действия|результат|情境|情况|任务|行动|结果|状況|課題|行動|結果|الموقف|"
    "المهمة|الإجراء|النتيجة|explanation|key points|erklärung|explicación|explication|spiegazione|"
    "explicação|объяснение|解説|解析|hint|hints|tip|tips|note|notes|example|examples|hinweis|"
    "hinweise|tipp|tipps|beispiel|pista|pistas|consejo|consejos|nota|ejemplo|indice|astuce|"
    "conseil|exemple|suggerimento|esempio|dica|exemplo|подсказка|совет|примечание|пример|提示|注意|"
    "示例|例子|ヒント|例|힌트|تلميح|ملاحظة|مثال",
    IK_LABEL_OTHER },
  { "contents|table of contents|toc|overview of questions|inhalt|inhaltsverzeichnis|índice|"
    "contenido|tabla de contenidos|table des matières|sommaire|sommario|indice|sumário|"
    "содержание|оглавление|目录|目錄|目次|목차|المحتويات|جدول المحتويات|içindekiler|spis treści|inhoud",
    IK_LABEL_CONTENTS },
  { "conclusion|concluding thoughts|concluding remarks|final thoughts|final words|"
    "closing thoughts|closing remarks|wrap up|wrapping up|summary|license|licence|copyright|"
    "contributing|contributors|how to contribute|contribution|acknowledgements|acknowledgments|"
    "credits|changelog|about|about the author|disclaimer|related articles|related posts|share|"
    "share this|fazit|schluss|schlussbemerkung|zusammenfassung|lizenz|mitwirken|danksagung|"
    "conclusión|conclusiones|licencia|contribuir|conclusioni|licenza|conclusão|licença|"
    "заключение|выводы|лицензия|总结|结语|结论|许可证|贡献|まとめ|おわりに|ライセンス|결론|الخاتمة|خاتمة|الترخيص|sonuç|"
    "zakończenie",
    IK_LABEL_END_MATTER },
};

/* The letter without its accent, as many people type it; 0 for a mark that
 * stands on a letter. Beyond the Arabic script marks are letters. */
static gunichar
strip_accent (gunichar ch)
{
  gunichar parts[4];

  if (ch >= FIRST_UNACCENTED)
    return ch;
  if (ch == ARABIC_TATWEEL || g_unichar_ismark (ch))
    return 0;
  g_unichar_fully_decompose (ch, FALSE, parts, G_N_ELEMENTS (parts));
  if (parts[0] == ARABIC_TEH_MARBUTA)
    return ARABIC_HEH;

  return parts[0] == ARABIC_ALEF_MAKSURA ? ARABIC_YEH : parts[0];
}

/* Lower case, letters only, one space between words; numbers are dropped
 * ("Follow-up 2"), accents as well. */
static gboolean
fold (const char *text,
      gsize       length,
      char        folded[MAX_FOLDED])
{
  const char *end = text + length;
  gsize n = 0;
  gboolean space = FALSE;

  while (text < end)
    {
      gboolean ascii = (*text & 0x80) == 0;
      gunichar ch = ascii ? (gunichar) *text : strip_accent (g_utf8_get_char (text));

      text = g_utf8_next_char (text);
      if (ch == 0)
        continue;
      if (ascii ? !g_ascii_isalpha ((char) ch) : !g_unichar_isalpha (ch) && !g_unichar_ismark (ch))
        {
          space = n > 0;
          continue;
        }
      if (n + 8 > MAX_FOLDED)
        return FALSE;
      if (space)
        folded[n++] = ' ';
      space = FALSE;
      if (ascii)
        folded[n++] = g_ascii_tolower ((char) ch);
      else
        n += (gsize) g_unichar_to_utf8 (g_unichar_tolower (ch), folded + n);
    }
  folded[n] = '\0';

  return n > 0;
}

static GHashTable *
build_index (void)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < G_N_ELEMENTS (vocabulary); i++)
    {
      g_auto(GStrv) phrases = g_strsplit (vocabulary[i].phrases, "|", -1);

      for (guint j = 0; phrases[j] != NULL; j++)
        {
          char folded[MAX_FOLDED];

          if (fold (phrases[j], strlen (phrases[j]), folded) &&
              !g_hash_table_contains (index, folded))
            g_hash_table_insert (index, g_strdup (folded), GINT_TO_POINTER (vocabulary[i].label));
        }
    }

  return index;
}

static GHashTable *
get_index (void)
{
  static gsize index = 0;

  if (g_once_init_enter (&index))
    {
      gsize built = (gsize) build_index ();

      g_once_init_leave (&index, built);
    }

  return (GHashTable *) index;
}

/**
 * ik_label_lookup:
 * @text: a text, plain
 * @length: its length in bytes, or -1
 *
 * Tells what a text means that is nothing but a label; case, punctuation,
 * numbers and symbols don't matter.
 *
 * Returns: the label, or %IK_LABEL_NONE
 */
IkLabel
ik_label_lookup (const char *text,
                 gssize      length)
{
  char folded[MAX_FOLDED];
  gsize size = length < 0 ? strnlen (text, IK_LABEL_MAX_LENGTH + 1) : (gsize) length;

  if (size > IK_LABEL_MAX_LENGTH || !fold (text, size, folded))
    return IK_LABEL_NONE;

  return GPOINTER_TO_INT (g_hash_table_lookup (get_index (), folded));
}

static gboolean
starts_with_colon (const char *text)
{
  return text[0] == ':' || (text[0] == '\xef' && text[1] == '\xbc' && text[2] == '\x9a');
}

/**
 * ik_label_find_colon:
 * @text: a text
 *
 * Returns: where the colon behind a possible label stands, or 0
 */
gsize
ik_label_find_colon (const char *text)
{
  for (gsize i = 0; i <= IK_LABEL_MAX_LENGTH; i++)
    {
      switch (text[i])
        {
        case '\0':
        case '\n':
          return 0;

        case ':':
        case '\xef':
          if (starts_with_colon (text + i) && text[i + 1] != '/' && text[i + 1] != ':')
            return i;
          break;

        case '.':
        case '!':
        case '?':
        case ';':
          if (text[i + 1] == ' ')
            return 0;
          break;

        default:
          break;
        }
    }

  return 0;
}

/* Whether a sentence ends right before @at, maybe with a quote or bracket. */
static gboolean
ends_sentence (const char *text,
               gsize       at)
{
  static const char *const ends[] = { ".", "!", "?", ";", ")", "。", "？", "；", "！" };
  static const char *const quotes[] = { "'", "\"", "’", "”", "»" };

  if (at > 0 && (text[at - 1] & 0x80) == 0 && strchr (".!?;)'\"", text[at - 1]) == NULL)
    return FALSE; /* as nearly always */

  for (guint i = 0; i < G_N_ELEMENTS (quotes); i++)
    {
      gsize n = strlen (quotes[i]);

      if (at > n && strncmp (text + at - n, quotes[i], n) == 0)
        at -= n;
    }
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      gsize n = strlen (ends[i]);

      if (at >= n && strncmp (text + at - n, ends[i], n) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Where the sentence begins that holds @colon, not before @from; @colon where
 * that is too far. */
static gsize
find_sentence_start (const char *text,
                     gsize       from,
                     gsize       colon)
{
  gsize limit = colon > IK_LABEL_MAX_LENGTH ? MAX (from, colon - IK_LABEL_MAX_LENGTH) : from;

  for (gsize i = colon; i > limit; i--)
    {
      gboolean wide = (text[i - 1] & 0xc0) == 0x80;

      if ((strchr (" \n*_", text[i - 1]) != NULL && ends_sentence (text, i - 1)) ||
          (wide && ends_sentence (text, i)))
        return i;
    }

  return limit == from ? from : colon;
}

/**
 * ik_label_find_inline:
 * @text: a text
 * @from: where to begin
 * @label: (out): the label found
 * @length: (out): its length with the colon and blanks
 *
 * Finds a label that stands at the beginning of a sentence and has a field of
 * its own, such as in "Look for: …. Red flag: …".
 *
 * Returns: where it begins, or the end of the text; what is behind it is not
 *   looked at
 */
gsize
ik_label_find_inline (const char *text,
                      gsize       from,
                      IkLabel    *label,
                      gsize      *length)
{
  gsize i;

  for (i = from + strcspn (text + from, ":\xef"); text[i] != '\0';
       i += 1 + strcspn (text + i + 1, ":\xef"))
    {
      gsize start;

      if (!starts_with_colon (text + i))
        continue;
      start = find_sentence_start (text, from, i);
      while (start < i && strchr (" *_\n", text[start]) != NULL)
        start++;
      *label = ik_label_lookup (text + start, (gssize) (i - start));
      if (i - start < 3 || !ik_label_is_field (*label))
        continue;
      *length = i - start + (text[i] == ':' ? 1 : strlen ("："));
      *length += strspn (text + start + *length, " *_");
      return start;
    }

  return i;
}

/**
 * ik_label_is_field:
 * @label: a label
 *
 * Returns: whether what it labels has a field of its own in a question
 */
gboolean
ik_label_is_field (IkLabel label)
{
  return label >= IK_LABEL_ANSWER && label <= IK_LABEL_WHY;
}
