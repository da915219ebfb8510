#pragma once

#include "ik-exchange-error.h"
#include "ik-pack.h"

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define IK_PACK_FORMAT "interview-kit-pack"
#define IK_PACK_VERSION 1

/* The largest pack file that is read. */
#define IK_PACK_MAX_BYTES (512u * 1024 * 1024)

JsonNode *ik_pack_to_json     (const IkPack  *pack,
                               gboolean       with_lines);
JsonNode *ik_question_to_json (const IkQuestion *question);
GBytes   *ik_pack_to_bytes    (const IkPack  *pack);

IkPack   *ik_pack_from_bytes  (GBytes        *bytes,
                               GCancellable  *cancellable,
                               GError       **error);
gboolean  ik_pack_is_in_bytes (GBytes        *bytes);

G_END_DECLS
