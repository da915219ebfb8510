#include "ik-html-names.h"

#include <string.h>

/* Words in classes and ids of what isn't the content. */
static const char *const aside_words[] = {
  "ad", "ads", "adsbygoogle", "advert", "advertisement", "advertisements", "banner", "breadcrumb",
  "breadcrumbs", "byline", "catlinks", "clap", "claps", "consent", "cookie", "cookies", "cta",
  "editsection", "endnotes", "follow",
  "footer", "footnotes", "gdpr", "hatnote", "login", "menu", "modal", "nav", "navbar", "navbox",
  "navigation", "newsletter", "noprint", "outbrain", "pagination", "paywall", "popup", "printfooter",
  "promo", "promotion", "reactions", "recommended", "recommendations", "reflist", "related", "relatedposts",
  "share", "sharedaddy", "sharing", "sidebar", "signin", "signup", "sitemap", "skiplink",
  "snackbar", "social", "sponsor", "sponsored", "subscribe", "taboola", "toast", "toolbar", "tooltip",
  "trending", "upsell", "vote", "votecell", "voting", NULL,
};

/* Whole classes and ids likewise. */
static const char *const aside_classes[] = {
  "article-meta", "author-box", "author-card", "entry-meta", "greybox", "page-metadata",
  "pagesection-comments", "post-meta", "post-menu", "js-post-menu", "post-signature",
  "post-taglist", "mw-references-wrap", "similar-reads", "siteSub", "skip-link", "toc-macro", "user-info", "widget-area",
  NULL,
};

/* What readers wrote below an article. */
static const char *const comment_words[] = {
  "commentlist", "comments", "disqus", "respond", NULL,
};

static const char *const aside_roles[] = {
  "alert", "alertdialog", "banner", "complementary", "contentinfo", "dialog", "doc-endnotes", "doc-footnote", "menu", "menubar",
  "navigation", "search", "toolbar", "tooltip", NULL,
};

/* Length of the word that @names begins with: "relatedPosts" has two. */
static gsize
measure_word (const char *names)
{
  gsize length = 0;

  while (g_ascii_isalnum (names[length]) &&
         !(length > 0 && g_ascii_isupper (names[length]) && g_ascii_islower (names[length - 1])))
    length++;

  return length;
}

static gboolean
is_among (const char        *name,
          gsize              length,
          const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      if (strlen (names[i]) == length && g_ascii_strncasecmp (names[i], name, length) == 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * ik_html_names_have_word:
 * @names: (nullable): classes of an element or its id
 * @words: (array zero-terminated=1): words
 *
 * Returns: whether one of the words that the names consist of is among @words
 */
gboolean
ik_html_names_have_word (const char        *names,
                         const char *const *words)
{
  while (names != NULL && *names != '\0')
    {
      gsize length = measure_word (names);

      if (length > 0 && is_among (names, length, words))
        return TRUE;
      names += length;
      names += length == 0;
    }

  return FALSE;
}

/**
 * ik_html_names_have_class:
 * @names: (nullable): classes of an element or its id
 * @classes: (array zero-terminated=1): classes
 *
 * Returns: whether one of the names is among @classes
 */
gboolean
ik_html_names_have_class (const char        *names,
                          const char *const *classes)
{
  while (names != NULL && *names != '\0')
    {
      gsize length = strcspn (names, " \t\r\n");

      if (length > 0 && is_among (names, length, classes))
        return TRUE;
      names += length;
      names += length == 0;
    }

  return FALSE;
}

/**
 * ik_html_names_find_kind:
 * @class_names: (nullable): the classes of an element
 * @id: (nullable): its id
 * @role: (nullable): its role
 *
 * Returns: what kind of region these say that it is
 */
IkHtmlRegionKind
ik_html_names_find_kind (const char *class_names,
                         const char *id,
                         const char *role)
{
  if (role != NULL && g_ascii_strcasecmp (role, "main") == 0)
    return IK_HTML_REGION_MAIN;
  if (role != NULL && g_strv_contains (aside_roles, role))
    return IK_HTML_REGION_ASIDE;
  if (ik_html_names_have_word (class_names, comment_words) ||
      ik_html_names_have_word (id, comment_words))
    return IK_HTML_REGION_COMMENTS;
  if (ik_html_names_have_word (class_names, aside_words) || ik_html_names_have_word (id, aside_words) ||
      ik_html_names_have_class (class_names, aside_classes) ||
      ik_html_names_have_class (id, aside_classes))
    return IK_HTML_REGION_NAMED;

  return IK_HTML_REGION_PLAIN;
}
