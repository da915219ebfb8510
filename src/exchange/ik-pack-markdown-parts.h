#pragma once

/* What a pack looks like in Markdown. The front matter says that it is one;
 * headings of four levels say what is below them, fenced code never does. */

/* A line of the front matter. */
#define IK_PACK_MARKDOWN_MARK "format: interview-kit-pack"
#define IK_PACK_MARKDOWN_VERSION 1

/* Levels of headings. */
#define IK_PACK_MARKDOWN_PART 1     /* the pack; competencies; rubrics */
#define IK_PACK_MARKDOWN_SECTION 2  /* a section; a competency; a rubric */
#define IK_PACK_MARKDOWN_QUESTION 3 /* a question; a level of a rubric */
#define IK_PACK_MARKDOWN_FIELD 4    /* a text of a question, by its name */

#define IK_PACK_MARKDOWN_COMPETENCIES "Competencies"
#define IK_PACK_MARKDOWN_RUBRICS "Rating scales"
