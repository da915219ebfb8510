#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IkCell:
 * @field: index of its field
 * @first: first line of the source, from 1
 * @last: last line
 * @text: what it says, clean text
 * @correct: whether the source marks it as the right one of several
 */
typedef struct
{
  guint       field;
  guint       first;
  guint       last;
  const char *text;
  gboolean    correct;
} IkCell;

/**
 * IkRecord:
 * @first_cell: index of its first cell
 * @n_cells: number of its cells
 * @first: first line of the source, from 1
 * @last: last line
 * @section: title of what it stands in, "" where there is none
 */
typedef struct
{
  guint       first_cell;
  guint       n_cells;
  guint       first;
  guint       last;
  const char *section;
} IkRecord;

/**
 * IkRecordList:
 * @fields: (element-type utf8): names as written; "" where there is none
 * @cells: (element-type IkCell): of all records, in order; empty ones are left
 *   out, and a field that holds several texts has one for each
 * @records: (element-type IkRecord): in order
 * @title: title of the whole, "" where not said
 * @description: description of the whole
 * @html: whether the texts are HTML
 *
 * What the readers of tables, JSON and quiz files make of a document.
 */
typedef struct
{
  GPtrArray    *fields;
  GArray       *cells;
  GArray       *records;
  char         *title;
  char         *description;
  gboolean      html;

  /*< private >*/
  GHashTable   *indexes; /* (element-type utf8 guint): of fields, plus one */
  GStringChunk *texts;
} IkRecordList;

/* No table of people's has more columns, no record more fields. */
#define IK_RECORD_LIST_MAX_FIELDS 1000u

IkRecordList *ik_record_list_new         (void);
void          ik_record_list_free        (IkRecordList       *self);
gboolean      ik_record_list_is_full     (const IkRecordList *self);
guint         ik_record_list_add_field   (IkRecordList       *self,
                                          const char         *name);
guint         ik_record_list_find_field  (IkRecordList       *self,
                                          const char         *name);
void          ik_record_list_open_record (IkRecordList       *self,
                                          const char         *section,
                                          guint               first);
void          ik_record_list_add_cell    (IkRecordList       *self,
                                          guint               field,
                                          const char         *text,
                                          guint               first,
                                          guint               last);
void          ik_record_list_mark_correct (IkRecordList      *self);
gboolean      ik_record_list_close_record (IkRecordList      *self,
                                           guint              last);
void          ik_record_list_drop_record (IkRecordList       *self);
const IkRecord *ik_record_list_get_record (const IkRecordList *self,
                                           guint               index);
const IkCell   *ik_record_list_get_cell   (const IkRecordList *self,
                                           const IkRecord     *record,
                                           guint               index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IkRecordList, ik_record_list_free)

G_END_DECLS
