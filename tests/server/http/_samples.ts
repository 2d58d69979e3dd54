import type { Route } from './_document.ts'

type Json = Record<string, unknown>
type Body = Record<string, unknown>

/** What a schema alone cannot know: codes of this building, and a choice that is a refinement. */
const known: Readonly<Record<string, Body>> = {
  issueTicket: { service: 'DUKC-01' },
  transferTicket: { service: 'DUKC-02' },
  addService: { service: 'DUKC-02' },
  callTicket: { ticket: 'absent' },
  reprintTicket: { kiosk: 'K1' },
  printMissingSlip: { kiosk: 'K1' },
  enterPaper: { service: 'DUKC-01' },
  printRoll: { service: 'DUKC-01', kiosk: 'K1' },
  changeService: { service: 'DUKC-02' },
  previewSlip: { slip: null },
  previewSite: { changes: [{ kind: 'site', code: 'short', before: 'x', after: 'y' }] },
  putShift: {
    officer: 'absent',
    counter: 5,
    days: ['mon'],
    from: '08:00',
    to: '12:00',
    validFrom: '2026-07-01',
  },
  claimPairing: { secret: 'x'.repeat(43) },
  pairDevice: { code: 'ACDEFH', kind: 'display', place: 'A' },
  replaceDevice: { code: 'ACDEFH' },
  changeSite: { changes: [{ kind: 'site', code: 'short', before: 'x', after: 'y' }] },
}

/** A body that the route's schema accepts. */
export function sampleBody({ id, body }: Route): Body {
  const properties = propertiesOf(body)
  const required = new Set((body?.required as string[] | undefined) ?? [])
  const fields = Object.entries(properties).filter(([name]) => required.has(name))
  return { ...Object.fromEntries(fields.map(([name, schema]) => [name, sampleOf(schema)])), ...known[id] }
}

export const propertiesOf = (schema: Json | null): Record<string, Json> =>
  (schema?.properties ?? {}) as Record<string, Json>

function sampleOf(schema: Json): unknown {
  if (Array.isArray(schema.enum)) return schema.enum[0]
  if ('const' in schema) return schema.const
  if (schema.format === 'date-time') return '2030-01-01T08:00:00+08:00'
  if (schema.type === 'string') return 'x'
  if (schema.type === 'boolean') return true
  return Math.max(1, Number(schema.minimum ?? 1))
}

export interface BadBody {
  readonly what: string
  /** The field that the answer must name; null for the body as a whole. */
  readonly field: string | null
  readonly body: unknown
}

const strangers: readonly unknown[] = [null, true, 3.5, 'x'.repeat(5000), '', [], [1], {}, { a: 1 }, '5', -1, 1e30]

/** Every field of another type, every required one missing, a field too many, and bodies that are no object. */
export function badBodies(route: Route): BadBody[] {
  const sample = sampleBody(route)
  const required = (route.body?.required as string[] | undefined) ?? []
  const bad: BadBody[] = [
    ...required.map((field) => ({ what: `without ${field}`, field, body: without(sample, field) })),
    { what: 'a field too many', field: null, body: { ...sample, surplus: 1 } },
    { what: 'an array', field: null, body: [sample] },
  ]
  for (const [field, schema] of Object.entries(propertiesOf(route.body))) {
    for (const value of strangers) {
      if (fits(schema, value)) continue
      bad.push({ what: `${field} = ${JSON.stringify(value).slice(0, 40)}`, field, body: { ...sample, [field]: value } })
    }
  }
  return bad
}

/** Texts that would be dangerous on paper or in a shell, for every field that is free text. */
export function hostileBodies(route: Route): { what: string; body: unknown }[] {
  const sample = sampleBody(route)
  const texts = [
    'a\u0000b',
    '\u001b@\u001dV0',
    'a\nb\u0007',
    '\u009b31m',
    '../../etc/passwd',
    "'; drop table event; --",
    '\ud800',
  ]
  return Object.entries(propertiesOf(route.body))
    .filter(([, schema]) => schema.type === 'string' && !schema.enum && !schema.format)
    .flatMap(([field]) =>
      texts.map((text) => ({ what: `${field} = ${JSON.stringify(text)}`, body: { ...sample, [field]: text } })),
    )
}

const without = (body: Body, field: string): Body =>
  Object.fromEntries(Object.entries(body).filter(([name]) => name !== field))

function fits(schema: Json, value: unknown): boolean {
  if (Array.isArray(schema.anyOf)) return schema.anyOf.some((one) => fits(one as Json, value))
  if (schema.type === 'null') return value === null
  if (Array.isArray(schema.enum)) return schema.enum.includes(value)
  if ('const' in schema) return schema.const === value
  if (schema.format === 'date-time') return false
  if (schema.type === 'object') {
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    const required = (schema.required as string[] | undefined) ?? []
    const known = propertiesOf(schema)
    return isObject && required.every((name) => name in value) && Object.keys(value).every((name) => name in known)
  }
  if (schema.type === 'boolean') return typeof value === 'boolean'
  if (schema.type === 'array') {
    const isEnough = Array.isArray(value) && value.length >= Number(schema.minItems ?? 0)
    return isEnough && value.every((item) => fits(schema.items as Json, item))
  }
  if (schema.type === 'string') {
    return (
      typeof value === 'string' &&
      value.length >= Number(schema.minLength ?? 0) &&
      value.length <= Number(schema.maxLength ?? Infinity)
    )
  }
  const isNumber = typeof value === 'number' && (schema.type === 'number' || Number.isInteger(value))
  return isNumber && value >= Number(schema.minimum ?? -Infinity) && value <= Number(schema.maximum ?? Infinity)
}
