#include <string.h>

#include "ik-document-text.h"
#include "ik-importer.h"

typedef struct
{
  const char *name;
  const char *html;
  const char *text;
} Case;

static const Case cases[] = {
  { "headings-and-paragraphs", "<h2>1. Why?</h2><p>Be\ncause <b>so</b>.</p>",
    "## 1. Why?\n\nBe cause **so**.\n" },
  { "lists", "<ul><li>One<ul><li>Two</li></ul></li><li>Three</li></ul>",
    "- One\n    - Two\n- Three\n" },
  { "numbers", "<ol start=3><li>Three<li>Four</ol><ol><li>One<li value=7>Seven</ol>",
    "3. Three\n4. Four\n1) One\n7. Seven\n" },
  { "item-with-paragraphs", "<ul><li><p>One</p><p>More</p></li><li><p>Two</p></li></ul>",
    "- One\n\n    More\n\n- Two\n" },
  { "heading-in-item", "<ol><li><h3>Why?</h3><p>So.</p></li></ol>", "### Why?\n\nSo.\n" },
  { "boxes", "<ul><li><input type=checkbox checked> A</li><li><input type=radio> B</li></ul>",
    "- [x] A\n- [ ] B\n" },
  { "terms", "<dl><dt>What is it?</dt><dd>It is.</dd></dl>", "**What is it?**\n\nIt is.\n" },
  { "details", "<details><summary>Why <code>a&lt;b</code>?</summary><p>So.</p></details>",
    "<details>\n<summary>Why <code>a&lt;b</code>?</summary>\n\nSo.\n\n</details>\n" },
  { "code", "<h2>A</h2><pre><code class=\"language-c\">if (a &lt; b)\n  **x;\n</code></pre>",
    "## A\n\n```c\nif (a < b)\n  **x;\n```\n" },
  { "inline-code", "<h2>A</h2><p>Use <code>a*b</code> or <code>`</code>.</p>",
    "## A\n\nUse `a*b` or `` ` ``.\n" },
  { "table", "<table><tr><th>Question</th><th>Answer</th></tr>"
    "<tr><td>Why?</td><td>a|b<p>c</p></td></tr></table>",
    "| Question | Answer |\n|---|---|\n| Why? | a\\|b<br>c |\n" },
  { "cells-across-rows", "<table><tr><th>Part</th><th>Question</th><th>Answer</th></tr>"
    "<tr><td rowspan=2>Soil</td><td>Why?</td><td>So.</td></tr><tr><td>How?</td><td>Thus.</td></tr>"
    "<tr><td colspan=2>Both</td><td>End</td></tr><tr><td>A</td><td>B</td><td>C</td></tr></table>",
    "| Part | Question | Answer |\n|---|---|---|\n| Soil | Why? | So. |\n|  | How? | Thus. |\n"
    "| Both |  | End |\n| A | B | C |\n" },
  { "table-for-layout", "<table><tr><td><h2>Why?</h2></td><td>So.</td></tr></table>",
    "## Why?\n\nSo.\n" },
  { "tables-in-tables", "<table><tr><td>A</td><td><table><tr><td>1</td><td>2</td></tr>"
    "<tr><td>3</td><td>4</td></tr></table></td></tr></table>",
    "A\n\n| 1 | 2 |\n|---|---|\n| 3 | 4 |\n" },
  { "breaks", "<h2>A</h2><p>What is<br>this?<br>It is that.<br>Answer: so<br>2. Two</p>",
    "## A\n\nWhat is\\\nthis?\n\nIt is that.\n\nAnswer: so\n\n2. Two\n" },
  { "false-tags", "<h2>What is List<T>?</h2><p>A <K, V> and a < b, <branch-name> too.</p>",
    "## What is List\\<T>?\n\nA \\<K, V> and a < b, \\<branch-name> too.\n" },
  { "foreign-tags", "<h2>A</h2><p>One<o:p></o:p> <my-tip>two</my-tip></p>", "## A\n\nOne two\n" },
  { "false-ends", "<h2>A</h2><p title=\"a > b\" class='x>' id = y>One <a title='<'>two</a></p>",
    "## A\n\nOne two\n" },
  { "tag-over-lines", "<h2>A</h2><p class\n\n=\"answer\">So.</p>", "## A\n\nSo.\n" },
  { "entities", "<h2>A &amp; B</h2><p>&lt;b&gt; &eacute;&nbsp;&#8230; &amp;amp;</p>",
    "## A & B\n\n\\<b> é\xc2\xa0… \\&amp;\n" },
  { "marks", "<h2>A</h2><p># no</p><p>*no* _no_ snake_case</p><p>[a](b)</p><p>```</p>",
    "## A\n\n\\# no\n\n\\*no\\* \\_no\\_ snake_case\n\n\\[a](b)\n\n\\```\n" },
  { "emphasis", "<h2>A</h2><p><b>Answer: </b>so<i>me</i> <b>\"x\"</b>y <b>a <i>b</i></b></p>",
    "## A\n\n**Answer:** so*me* \"x\"y **a *b***\n" },
  { "links", "<h2><a href=\"#a\">Why?</a></h2><p>See <a href=\"https://a.b/c (d)\">this</a>.</p>",
    "## Why?\n\nSee [this](https://a.b/c%20%28d%29).\n" },
  { "quotation", "<h2>A</h2><blockquote><p>One</p></blockquote>", "## A\n\n> One\n" },
  { "class-says-question", "<div class=q><p class=\"faq-question\">Tell me</p><p>So.</p></div>",
    "**Tell me**\n\nSo.\n" },
  { "class-around-answer", "<h2>A</h2><div class=\"question\"><p>One</p><p>Two</p></div>",
    "## A\n\nOne\n\nTwo\n" },
  { "button", "<button>What does it do?</button><div class=\"panel\" style=\"display:none\">It does."
    "</div><button>Copy</button>", "**What does it do?**\n\nIt does.\n" },
  { "bold-by-style-sheet", "<style>@media print { .c1 { display: none } }\n"
    ".c1, p.x{font-weight:700} .gone{display:none}</style>"
    "<p class=\"c1\">Why?</p><p class=gone>No</p><p>So.</p>", "**Why?**\n\nSo.\n" },
  { "hidden", "<h2>A</h2><p hidden>1</p><p aria-hidden=true>2</p><p style=\"display: none\">3</p>"
    "<p class=\"visually-hidden\">4</p><template>5</template><script>if (a<b) \"</p>\"</script>"
    "<!-- <p>6</p> --><noscript>7</noscript><p>So it is.</p>", "## A\n\nSo it is.\n" },
  { "hidden-overflow", "<h2>A</h2><div class=\"overflow-hidden\"><p>So it is.</p></div>",
    "## A\n\nSo it is.\n" },
  { "hidden-page", "<div aria-hidden=true><h2>Why?</h2><p>So it is.</p><p hidden>No</p></div>"
    "<div role=dialog>Buy</div>", "## Why?\n\nSo it is.\n" },
  { "style-without-script", "<noscript><style>.x{display:none}</style></noscript><h2>A</h2>"
    "<p class=x>So it is.</p>", "## A\n\nSo it is.\n" },
  { "notes", "<h2>Why?<sup><a href=\"#fn1\">1</a></sup></h2><p>So<a href=\"#cite_note-a-2\">[2]</a>.</p>"
    "<section role=doc-endnotes><p>Note</p></section>", "## Why?\n\nSo.\n" },
  { "sign-behind-heading", "<h2>Why?<a class=headerlink href=\"#why\">¶</a></h2><p>So.</p>",
    "## Why?\n\nSo.\n" },
  { "levels-by-class", "<ol class=\"lst-kix_a-0 start\"><li>One</li></ol><ul class=\"b lst-kix_a-1\">"
    "<li>Two</li></ul><ol class=lst-kix_a-0 start=2><li>Three</li></ol>",
    "1. One\n    - Two\n2. Three\n" },
  { "wrapped-link", "<h2>A</h2><p><a href=\"https://www.google.com/url?q=https://a.example/%3Fb%3D1"
    "&amp;sa=D\">this</a></p>", "## A\n\n[this](https://a.example/?b=1)\n" },
  { "tabs", "<style>.tab-page{display:none}</style><div class=page hidden><h2>Why?</h2>So.</div>"
    "<div class=page hidden><h2>How?</h2>So.</div>", "## Why?\n\nSo.\n\n## How?\n\nSo.\n" },
  { "question-among-signs", "<div class=q-head><span class=q-num>1</span><span class=q-text>Why?</span>"
    "<span>▶</span></div><div>So.</div>", "1\n\n**Why?**\n\n▶\n\nSo.\n" },
  { "typed-bullets", "<h2>A</h2><p>• One</p><p>- Two</p><p>3) Three</p>",
    "## A\n\n- One\n- Two\n\n3. Three\n" },
  { "typed-boxes", "<h2>A</h2><p>☐ One</p><ul><li>☒ Two</li></ul>", "## A\n\n- [ ] One\n- [x] Two\n" },
  { "rule", "<p><b>A</b></p><hr><p>------</p>", "**A**\n\n* * *\n\n* * *\n" },
  { "text-file", "<pre>Questions\n\n  1. Why?\n  2. How?\n</pre>",
    "Questions\n\n  1. Why?\n  2. How?\n\n" },
  { "plain-paragraphs", "<p>Why?</p><p>So.</p>", "Why?\n\nSo.\n" },
  { "lines-of-a-text-file", "<p>Why?</p><p></p><p>&nbsp;&nbsp;So.</p><p>And so.</p>",
    "Why?\n\n\xc2\xa0\xc2\xa0So.\nAnd so.\n" },
};

static IkDocumentText *
read_page (const char *html)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (html, strlen (html));
  g_autoptr(GError) error = NULL;
  IkDocumentText *text = ik_document_text_read (bytes, "a.html", IK_DOCUMENT_KIND_HTML, &error);

  g_assert_no_error (error);

  return text;
}

static void
test_text (gconstpointer data)
{
  const Case *row = data;
  g_autoptr(IkDocumentText) text = read_page (row->html);

  g_assert_cmpstr (text->text, ==, row->text);
}

/* What stands beside the content of saved pages. */
static const Case pages[] = {
  { "main", "<body><div>Ads</div><main><h2>Why?</h2><p>So it is.</p></main><p>End</p></body>",
    "## Why?\n\nSo it is.\n" },
  { "article", "<header>Site</header><article><header><h2>Why?</h2></header><p>So it is.</p>"
    "</article><footer>End</footer>", "## Why?\n\nSo it is.\n" },
  { "named", "<div id=\"top-nav\">Menu</div><div class=\"content\"><h2>Why?</h2>"
    "<p>So it is, and it has been so for a long time.</p></div><div class=\"sidebar left\">Ads</div>",
    "## Why?\n\nSo it is, and it has been so for a long time.\n" },
  { "named-but-all", "<div class=\"sidebar\"><h2>Why?</h2><p>So it is.</p></div>",
    "## Why?\n\nSo it is.\n" },
  { "comments-longer-than-all", "<article><h1>Tea</h1><h2>Why?</h2><p>So it is.</p><h2>How?</h2><p>Thus.</p>"
    "</article><div id=comments><p>I have known this for years, and my mother before me knew it as "
    "well, as did hers.</p></div>", "# Tea\n\n## Why?\n\nSo it is.\n\n## How?\n\nThus.\n" },
  { "article-among-teasers", "<article><h2>Why?</h2><p>So it is, and so it has been.</p></article>"
    "<p>Read on: it is all in here.</p><article>One</article><article>Two</article>",
    "## Why?\n\nSo it is, and so it has been.\n" },
  { "title-above-main", "<div><h1>Tea</h1><p>Ask</p></div><main><h2>Why?</h2><p>So it is.</p></main>",
    "# Tea\n\n## Why?\n\nSo it is.\n" },
  { "words-in-a-name", "<h2>Why?</h2><p>So it is, and so it has been.</p><div class=relatedPosts>Ads</div>",
    "## Why?\n\nSo it is, and so it has been.\n" },
  { "menus", "<ul><li><a href=a>A</a><li><a href=b>B</a><li><a href=c>C</a><li><a href=d>D</a></ul>"
    "<h2>Why?</h2><p>So it is.</p>", "## Why?\n\nSo it is.\n" },
  { "nothing-but-links", "<ul><li><a href=a>A</a><li><a href=b>B</a><li><a href=c>C</a>"
    "<li><a href=d>D</a></ul>", "- [A](a)\n- [B](b)\n- [C](c)\n- [D](d)\n" },
};

static void
test_metadata (void)
{
  g_autoptr(IkDocumentText) text = read_page (
    "<html lang=de><title>Fragen | Seite</title><meta name=Author content=' Ada '><p>Warum?</p>");
  g_autoptr(IkDocumentText) heading = read_page ("<title>x</title><h1>Fragen</h1><p>Warum?</p>");

  g_assert_cmpstr (text->title, ==, "Fragen");
  g_assert_cmpstr (text->author, ==, "Ada");
  g_assert_cmpstr (text->language, ==, "de");
  g_assert_cmpint (text->kind, ==, IK_DOCUMENT_KIND_TEXT);
  g_assert_cmpstr (heading->title, ==, "Fragen");
  g_assert_cmpint (heading->kind, ==, IK_DOCUMENT_KIND_MARKDOWN);
}

static void
test_charset (void)
{
  static const char page[] = "<meta http-equiv=\"Content-Type\" content=\"text/html; "
                             "charset=windows-1251\"><p>\xcf\xee\xf7\xe5\xec\xf3?</p>";
  g_autoptr(GBytes) bytes = g_bytes_new_static (page, sizeof page - 1);
  g_autoptr(IkPack) pack = ik_importer_read (bytes, "a", IK_DOCUMENT_KIND_HTML, NULL, NULL);
  g_autoptr(IkDocumentText) text = read_page (page);

  g_assert_cmpstr (text->text, ==, "Почему?\n");
  g_assert_nonnull (pack);
}

static void
assert_refused (const char      *html,
                IkImporterError  code)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (html, strlen (html));
  g_autoptr(GError) error = NULL;

  g_assert_null (ik_importer_read (bytes, "a.html", IK_DOCUMENT_KIND_HTML, NULL, &error));
  g_assert_error (error, IK_IMPORTER_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, "“a.html”"));
}

static char *
repeat (const char *part,
        guint       n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, part);

  return g_string_free (text, FALSE);
}

static void
test_limits (void)
{
  g_autofree char *deep = repeat ("<div>", 100000);
  g_autofree char *headings = repeat ("<h1>a</h1>", IK_IMPORTER_MAX_BLOCKS + 2);

  g_autofree char *line = repeat ("Why is it so? ", 100000);

  assert_refused (line, IK_IMPORTER_ERROR_TOO_LARGE);
  assert_refused (deep, IK_IMPORTER_ERROR_TOO_LARGE);
  assert_refused (headings, IK_IMPORTER_ERROR_TOO_LARGE);
  assert_refused ("<html><script>a</script>", IK_IMPORTER_ERROR_EMPTY);
}

/* Each is read or refused with a reason. */
static void
test_hostile (void)
{
  static const char *const parts[] = {
    "<", "<a", "<!--", "</", "<b>", "<p>", "<li>", "<table>", "<td>", "<summary>", "<pre>", "&",
    "<style>", "<style>a{", "<script>", "<br>", "<h1>", "<a href='", "<a-b>", "</a-b>", "<a:b ",
    "<input type=radio>", "<button>", "<title>", "*", "<b>x</b>y", "<ul><li>a", "<dl><dt>",
    "<div class='nav", "<svg><p>", "<select>", "<form>", "<html>", "<body>", "]]>", "<![CDATA[",
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *html = repeat (parts[i], 4000);
      g_autoptr(GBytes) bytes = g_bytes_new_static (html, strlen (html));
      g_autoptr(GError) error = NULL;
      g_autoptr(IkPack) pack = ik_importer_read (bytes, "a", IK_DOCUMENT_KIND_HTML, NULL,
                                                 &error);

      g_assert_true ((pack != NULL) != (error != NULL));
    }
}

/* More attributes than any page has are not looked at; what stands behind
 * them is read. */
static void
test_many_attributes (void)
{
  static const char *const openings[] = { "<h2 class='b'", "<p", "<script", "<p hidden" };
  static const char *const closings[] = { ">Why?</h2>", ">So > that.</p>", ">x</script>", ">y</p>" };
  GString *html = g_string_new ("<html>");
  g_autofree char *page = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(IkDocumentText) text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    {
      g_string_append (html, openings[i]);
      for (guint k = 0; k < 1000; k++)
        g_string_append_printf (html, k % 2 ? " a%u = \"x > y\"" : " a%u='<'b%u", k, k);
      g_string_append (html, closings[i]);
    }
  page = g_string_free (html, FALSE);
  bytes = g_bytes_new_static (page, strlen (page));
  text = ik_document_text_read (bytes, "a", IK_DOCUMENT_KIND_HTML, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text->text, ==, "## Why?\n\nSo > that.\n");
}

static void
add_cases (const Case *rows,
           guint       n_rows)
{
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *path = g_strconcat ("/importer/html-reader/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_text);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_cases (cases, G_N_ELEMENTS (cases));
  add_cases (pages, G_N_ELEMENTS (pages));
  g_test_add_func ("/importer/html-reader/metadata", test_metadata);
  g_test_add_func ("/importer/html-reader/charset", test_charset);
  g_test_add_func ("/importer/html-reader/limits", test_limits);
  g_test_add_func ("/importer/html-reader/hostile", test_hostile);
  g_test_add_func ("/importer/html-reader/many-attributes", test_many_attributes);

  return g_test_run ();
}
