#include "ik-outcome.h"

/* Look-alikes of lists in the languages and shapes that people send, as
 * ik_outcome_of() tells them. */
typedef struct
{
  const char *name;
  const char *document;
  const char *outcome;
} Case;

static const Case cases[] = {
  { "arabic-digits",
    "‏١. ما هو الفهرس؟\n‏الإجابة: بنية للبحث السريع.\n\n‏٢. ما هي المعاملة؟\n"
    "‏الإجابة: مجموعة عمليات.\n\n‏٣. اشرح الفرق بين القائمة والمكدس.\n"
    "‏الإجابة: الترتيب مختلف.\n",
    "|ما هو الفهرس؟|-|a|0|0|0\n|ما هي المعاملة؟|-|a|0|0|0\n"
    "|اشرح الفرق بين القائمة والمكدس.|-|a|0|0|0\n" },
  { "arabic-direction",
    "<div dir=\"rtl\">\n\n## أسئلة سلوكية\n\n**السؤال 1:** حدثني عن موقف صعب.\n\n"
    "**ما نبحث عنه:**\n- الوضوح\n- النتيجة\n\n**علامات تحذير:**\n- لوم الآخرين\n\n"
    "**السؤال 2:** كيف تعمل تحت الضغط؟\n\n**ما نبحث عنه:**\n- التنظيم\n\n</div>\n",
    "أسئلة سلوكية|حدثني عن موقف صعب.|-|-|0|2|1\nأسئلة سلوكية|كيف تعمل تحت الضغط؟|-|-|0|1|0\n" },
  { "german-lone-words",
    "Frage 1\nWas ist ein Prozess?\nMusterantwort\nEin laufendes Programm.\nFrage 2\n"
    "Was ist ein Thread?\nMusterantwort\nEin Faden darin.\nFrage 3\nWas ist ein Deadlock?\n"
    "Musterantwort\nWechselseitiges Warten.\n",
    "|Was ist ein Prozess?|-|a|0|0|0\n|Was ist ein Thread?|-|a|0|0|0\n"
    "|Was ist ein Deadlock?|-|a|0|0|0\n" },
  { "german-levels",
    "## Motivation\n- **Warum möchten Sie zu uns?** `leicht`\n"
    "  - Worauf achten: Kenntnis des Unternehmens\n  - Nachfrage: Was wissen Sie über uns?\n"
    "- **Was war Ihr größter Fehler?** `schwer`\n  - Worauf achten: Ehrlichkeit\n"
    "  - Nachfrage: Was haben Sie gelernt?\n",
    "Motivation|Warum möchten Sie zu uns?|-|-|1|1|0\n"
    "Motivation|Was war Ihr größter Fehler?|-|-|1|1|0\n" },
  { "thai-without-marks",
    "# ชา\n\n- ชาคืออะไร\n- ทำไมต้องดื่มชา\n- กาน้ำร้อนอย่างไร\n- ถ้วยเป็นของใคร อธิบาย\n",
    "ชา|ชาคืออะไร|-|-|0|0|0\nชา|ทำไมต้องดื่มชา|-|-|0|0|0\nชา|กาน้ำร้อนอย่างไร|-|-|0|0|0\n"
    "ชา|ถ้วยเป็นของใคร อธิบาย|-|-|0|0|0\n" },
  { "q-and-a",
    "Q: What is tea?\nA: A hot drink.\n\nQ: What is a pot?\nA: It holds tea.\nIt is blue.\n\n"
    "Q: What is a cup?\nA: TBD\n",
    "|What is tea?|-|a|0|0|0\n|What is a pot?|-|a|0|0|0\n|What is a cup?|-|-|0|0|0\n" },
  { "table",
    "| # | Question | Answer | Level |\n|---|----------|--------|-------|\n"
    "| 1 | What is tea? | A hot drink | Junior |\n"
    "| 2 | Why a `pot`? | It holds tea | Senior |\n| 3 | Describe a cup. | Round | Mid |\n",
    "|What is tea?|-|a|0|0|0\n|Why a `pot`?|-|a|0|0|0\n|Describe a cup.|-|a|0|0|0\n" },
  { "code-of-questions",
    "## What will be the output of the following code?\n```js\nx = 1\n```\nIt prints 1.\n"
    "## How do you reverse a list?\n```js\nl.reverse()\n```\n## What is wrong with this code?\n"
    "```js\ny = 2\n```\nNothing.\n",
    "|What will be the output of the following code?|d|a|0|0|0\n"
    "|How do you reverse a list?|-|a|0|0|0\n|What is wrong with this code?|d|a|0|0|0\n" },
  { "options-run-together",
    "# Quiz\n1. Which is hot?\n   A. Tea\n   B. Ice\n   C. Snow\n\n   **Answer: A**\n\n"
    "2. Which is cold?\n   A. Tea\n   B. Ice\n   C. Milk\n\n   **Answer: B**\n",
    "Quiz|Which is hot?|d|a|0|0|0\nQuiz|Which is cold?|d|a|0|0|0\n" },
  { "options-below-numbers",
    "1. Which is hot?\na) Tea\nb) Ice\nAnswer: a\n2. Which is cold?\na) Tea\nb) Ice\n"
    "Answer: b\n3. Which is round?\na) Cup\nb) Box\nAnswer: a\n",
    "|Which is hot?|d|a|0|0|0\n|Which is cold?|d|a|0|0|0\n|Which is round?|d|a|0|0|0\n" },
  { "spanish-lines",
    "# Entrevista\n## Técnicas\nPregunta 1: ¿Qué es un índice?\nRespuesta: Una estructura.\n\n"
    "Pregunta 2: ¿Qué es una transacción?\nRespuesta: Un conjunto de operaciones.\n"
    "Seguimiento: ¿Y si falla?\n",
    "Técnicas|¿Qué es un índice?|-|a|0|0|0\nTécnicas|¿Qué es una transacción?|-|a|1|0|0\n" },
  { "spanish-numbers",
    "PREGUNTAS DE SELECCIÓN\n\n1.- ¿Por qué quiere trabajar aquí?\n2.- Hábleme de usted\n"
    "3.- ¿Cuál es su mayor defecto?\n    a) Si dice ninguno, insistir\n"
    "4.- ¿Dónde se ve en cinco años?\n",
    "PREGUNTAS DE SELECCIÓN|¿Por qué quiere trabajar aquí?|-|-|0|0|0\n"
    "PREGUNTAS DE SELECCIÓN|Hábleme de usted|-|-|0|0|0\n"
    "PREGUNTAS DE SELECCIÓN|¿Cuál es su mayor defecto?|-|a|0|0|0\n"
    "PREGUNTAS DE SELECCIÓN|¿Dónde se ve en cinco años?|-|-|0|0|0\n" },
  { "japanese-labels",
    "# 面接質問集\n## 技術\nQ1. これまでで一番難しかった課題は何ですか？\n- 見るポイント：\n  - 具体性\n  - 再現性\n- 危険信号：他人のせいにする\n\n"
    "Q2. チームでの役割を教えてください。\n- 見るポイント：\n  - 協調性\n- 深掘り：どのように意見を調整しましたか？\n",
    "技術|これまでで一番難しかった課題は何ですか？|-|-|0|2|1\n技術|チームでの役割を教えてください。|-|-|1|1|0\n" },
  { "japanese-marks",
    "■ 志望動機\n・なぜ当社を選びましたか？\n・この職種を選んだ理由を教えてください。\n■ 経験\n・前職での役割を説明してください。\n・失敗した経験はありますか？\n",
    "志望動機|なぜ当社を選びましたか？|-|-|0|0|0\n志望動機|この職種を選んだ理由を教えてください。|-|-|0|0|0\n"
    "経験|前職での役割を説明してください。|-|-|0|0|0\n経験|失敗した経験はありますか？|-|-|0|0|0\n" },
  { "russian-counted",
    "Вопрос 1: Что такое индекс?\nОтвет: Структура для быстрого поиска.\n\n"
    "Вопрос 2: Чем отличается JOIN от UNION?\nОтвет: JOIN соединяет столбцы,\n"
    "UNION складывает строки.\n\nВопрос 3: Опишите транзакцию.\nОтвет: Набор операций.\n",
    "|Что такое индекс?|-|a|0|0|0\n|Чем отличается JOIN от UNION?|-|a|0|0|0\n"
    "|Опишите транзакцию.|-|a|0|0|0\n" },
  { "russian-nested-labels",
    "## Поведенческие вопросы\n1. **Расскажите о конфликте в команде.** (Middle)\n"
    "   * *На что обратить внимание:* спокойствие; факты\n   * *Тревожные сигналы:* обвинения\n"
    "2. **Опишите вашу главную неудачу.** (Senior)\n   * *На что обратить внимание:* выводы\n"
    "   * *Тревожные сигналы:* отрицание\n",
    "Поведенческие вопросы|Расскажите о конфликте в команде.|-|-|0|1|1\n"
    "Поведенческие вопросы|Опишите вашу главную неудачу.|-|-|0|1|1\n" },
  { "chinese-text",
    "一、基础知识\n1．什么是进程？\n答：进程是资源分配的单位。\n2．什么是线程？\n答：线程是调度的单位。\n\n二、网络\n3．请说明三次握手。\n"
    "答：SYN、SYN-ACK、ACK。\n4．什么是拥塞控制？\n答：防止网络过载。\n",
    "基础知识|什么是进程？|-|a|0|0|0\n基础知识|什么是线程？|-|a|0|0|0\n网络|请说明三次握手。|-|a|0|0|0\n"
    "网络|什么是拥塞控制？|-|a|0|0|0\n" },
  { "chinese-bold",
    "# 面试题\n## 第一章 Java 基础\n**问：什么是多态？**\n**答：** 同一接口不同实现。\n\n**问：什么是封装？**\n**答：** 隐藏细节。\n\n"
    "## 第二章 数据库\n**问：什么是索引？**\n**答：** 加快查询。\n",
    "Java 基础|什么是多态？|-|a|0|0|0\nJava 基础|什么是封装？|-|a|0|0|0\n数据库|什么是索引？|-|a|0|0|0\n" },
  { "chinese-keycaps",
    "### 1️⃣ 什么是闭包？【简单】⭐⭐\n函数加环境。\n### 2️⃣ 什么是原型链？【困难】⭐⭐⭐⭐\n对象继承的方式。\n### 3️⃣ 介绍事件循环（中等）\n"
    "宏任务、微任务。\n",
    "|什么是闭包？|-|a|0|0|0\n|什么是原型链？|-|a|0|0|0\n|介绍事件循环|-|a|0|0|0\n" },
  { "run-ins",
    "**What is tea?** A hot drink made of leaves.\n\n"
    "**What is a pot?** It holds tea and keeps it warm.\n\n"
    "**What is a cup?** You drink from it.\n",
    "|What is tea?|-|a|0|0|0\n|What is a pot?|-|a|0|0|0\n|What is a cup?|-|a|0|0|0\n" },
  { "french-decimals",
    "Entretien\n\n1) Parcours\n   1.1) Parlez-moi de vous.\n"
    "        Relance : pourquoi ce métier ?\n   1.2) Pourquoi quittez-vous votre poste ?\n"
    "2) Technique\n   2.1) Qu'est-ce qu'un index ?\n        Réponse attendue : une structure.\n"
    "   2.2) Expliquez une transaction.\n        Réponse attendue : un tout.\n",
    "Parcours|Parlez-moi de vous.|-|-|1|0|0\n"
    "Parcours|Pourquoi quittez-vous votre poste ?|-|-|0|0|0\n"
    "Technique|Qu'est-ce qu'un index ?|-|a|0|0|0\n"
    "Technique|Expliquez une transaction.|-|a|0|0|0\n" },
  { "details-in-items",
    "1. What is tea?\n   <details>\n     <summary>Answer</summary>\n\n     A hot drink.\n"
    "   </details>\n\n2. What is a pot?\n   <details>\n     <summary>Answer</summary>\n\n"
    "     It holds tea.\n   </details>\n",
    "|What is tea?|-|a|0|0|0\n|What is a pot?|-|a|0|0|0\n" },
  { "picture-bullets",
    "## 🧠 Memory\n🔹 What is a heap?\n🔹 What is a stack?\n🔹 Explain a leak.\n\n## 🌐 Network\n"
    "🔹 What is TCP?\n🔹 What is UDP?\n",
    "Memory|What is a heap?|-|-|0|0|0\nMemory|What is a stack?|-|-|0|0|0\n"
    "Memory|Explain a leak.|-|-|0|0|0\nNetwork|What is TCP?|-|-|0|0|0\n"
    "Network|What is UDP?|-|-|0|0|0\n" },
  { "closing-heading",
    "INTERVIEW GUIDE - BARISTA\n\nOPENING (5 minutes)\n"
    "Welcome the candidate and explain the process.\n\nQUESTIONS\n\n"
    "1. Why do you want to work here?\n   Look for: interest in coffee\n"
    "   Red flag: only money\n\n2. How do you handle an angry customer?\n   Look for: calm\n"
    "   Red flag: blames the customer\n\nCLOSING\nDo you have any questions for us?\n"
    "Thank the candidate.\n",
    "QUESTIONS|Why do you want to work here?|-|-|0|1|1\n"
    "QUESTIONS|How do you handle an angry customer?|-|-|0|1|1\n" },
  { "japanese-full-width",
    "【技術質問】\nＱ１．データベースの索引とは何ですか？\nＡ１．検索を速くする構造です。\nＱ２．トランザクションとは何ですか？\nＡ２．一連の操作です。\n【行動質問】\n"
    "Ｑ３．困難を乗り越えた経験を教えてください。\nＡ３．具体的に話すこと。\n",
    "技術質問|データベースの索引とは何ですか？|-|a|0|0|0\n技術質問|トランザクションとは何ですか？|-|a|0|0|0\n"
    "行動質問|困難を乗り越えた経験を教えてください。|-|a|0|0|0\n" },
  { "answers-in-headings",
    "# Java\n\n## Q: What is JVM?\n### A:\nIt runs byte code.\n\n## Q: What is JRE?\n### A:\n"
    "The runtime.\n",
    "Java|What is JVM?|-|a|0|0|0\nJava|What is JRE?|-|a|0|0|0\n" },
  { "star-and-minutes",
    "# Behavioural interview guide\n\n## Teamwork\n"
    "**1. Tell me about a conflict.** ⭐⭐⭐ (5 min)\n- Situation: what was going on?\n"
    "- Task: what was yours?\n- Action: what did you do?\n- Result: how did it end?\n\n"
    "_What to look for_\n- Listens\n- Owns mistakes\n\n"
    "**2. Tell me about a team that worked well.** ⭐ (3 min)\n- Situation: what was going on?\n"
    "- Result: how did it end?\n\n_What to look for_\n- Credit to others\n\n---\n"
    "© 2024 Tea Company. All rights reserved.\n\n## Subscribe to our newsletter\n"
    "Every week new questions.\n",
    "Teamwork|Tell me about a conflict.|-|a|0|2|0\n"
    "Teamwork|Tell me about a team that worked well.|-|a|0|1|0\n" },
  { "placeholders",
    "### What is tea?\nTODO\n\n### What is a pot?\n_Answer coming soon_\n\n### What is a cup?\n"
    "A round thing.\n\n[⬆ Back to Top](#tea)\n\n### What is a spoon?\n<!-- answer here -->\n\n"
    "### What is milk?\n> To be completed\n\n### What is sugar?\n待补充\n",
    "|What is tea?|-|-|0|0|0\n|What is a pot?|-|-|0|0|0\n|What is a cup?|-|a|0|0|0\n"
    "|What is a spoon?|-|-|0|0|0\n|What is milk?|-|-|0|0|0\n|What is sugar?|-|-|0|0|0\n" },
  { "chinese-choice",
    "1、下列哪个是热的？（ ）\nA．茶\nB．冰\nC．雪\n答案：A\n解析：茶是热的。\n2、下列哪个是冷的？（ ）\nA．茶\nB．冰\nC．牛奶\n答案：B\n"
    "解析：冰是冷的。\n",
    "|下列哪个是热的？（ ）|d|a|0|0|0\n|下列哪个是冷的？（ ）|d|a|0|0|0\n" },
};

static void
test_shape (gconstpointer data)
{
  const Case *row = data;
  g_autofree char *outcome = ik_outcome_of (row->document);

  g_assert_cmpstr (outcome, ==, row->outcome);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/importer/languages/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_shape);
    }

  return g_test_run ();
}
