type Json = Record<string, unknown>

const escapeHtml = (text: unknown): string =>
  String(text).replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)

/** The API, readable: the OpenAPI document as one page without scripts, fonts or addresses from elsewhere. */
export function writeDocsPage(document: Json): string {
  const { info, paths } = document as {
    info: { title: string; version: string; description: string }
    paths: Record<string, Record<string, Json>>
  }
  const routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]) => ({ path, method, one })),
  )
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeHtml(info.title)} API</title>
<style>${style}</style></head><body>
<header><h1>${escapeHtml(info.title)} API</h1><p>${escapeHtml(info.description)}</p><p><a href="/api/openapi.json">openapi.json</a> · version ${escapeHtml(info.version)} · <a href="/">start page</a></p></header>
<nav aria-label="Routes"><ul>${routes.map(({ path, method, one }) => `<li><a href="#${escapeHtml(one.operationId)}"><code>${method.toUpperCase()}</code> ${escapeHtml(path)}</a></li>`).join('')}</ul></nav>
<main>${routes.map(writeRoute).join('')}</main></body></html>`
}

function writeRoute({ path, method, one }: { path: string; method: string; one: Json }): string {
  const roles = one['x-roles'] as string[] | undefined
  const responses = one.responses as Record<string, Json>
  const body = one.requestBody as { content: Record<string, { schema: Json }> } | undefined
  return `<section id="${escapeHtml(one.operationId)}" aria-labelledby="${escapeHtml(one.operationId)}-title">
<h2 id="${escapeHtml(one.operationId)}-title"><code>${method.toUpperCase()}</code> ${escapeHtml(path)}</h2>
<p>${escapeHtml(one.summary)} <small>operationId <code>${escapeHtml(one.operationId)}</code></small></p>
<p>${roles ? `Needs a session: ${escapeHtml(roles.join(', '))}.` : 'Public.'}</p>
${body ? `<h3>Body</h3>${writeSchema(body.content['application/json']?.schema)}` : ''}
<h3>Answers</h3><dl>${Object.entries(responses)
    .map(
      ([status, response]) =>
        `<dt>${escapeHtml(status)}</dt><dd>${escapeHtml(response.description)}${Number(status) < 300 ? writeSchema(schemaIn(response)) : ''}</dd>`,
    )
    .join('')}</dl></section>`
}

const schemaIn = (response: Json): Json | undefined =>
  (response.content as Record<string, { schema: Json }> | undefined)?.['application/json']?.schema

const writeSchema = (schema: Json | undefined): string =>
  schema
    ? `<details><summary>Schema</summary><pre tabindex="0">${escapeHtml(JSON.stringify(schema, null, 2))}</pre></details>`
    : ''

const style = `:root{color-scheme:light}body{overflow-wrap:anywhere;margin:0 auto;max-width:60rem;padding:24px;font:500 16px/1.5 system-ui,sans-serif;color:#061723;background:#faf8f4}
h1,h2{line-height:1.2}h2{font-size:1.15rem;margin:40px 0 8px;border-top:1px solid #d3cabb;padding-top:24px}h3{font-size:1rem;margin:16px 0 4px}
a{color:#17466a}code{background:#e2eef5;padding:1px 6px;border-radius:4px}nav ul{columns:2 22rem;padding:0;list-style:none}nav li{margin:2px 0}
dt{font-weight:700}dd{margin:0 0 8px 24px}pre{overflow:auto;background:#fff;border:1px solid #d3cabb;border-radius:8px;padding:12px;font-size:14px}
summary{cursor:pointer;min-height:24px}:focus-visible{outline:3px solid #1f5b86;outline-offset:3px}small{color:#544c41}`
