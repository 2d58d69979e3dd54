import { resolve } from 'node:path'
import { z } from 'zod'

/** The environment as the hub understands it. */
export interface Config {
  readonly port: number
  readonly host: string
  readonly dataDir: string
  readonly siteFile: string | null
  readonly publicUrl: string | null
  readonly rules: 'demo' | 'full'
  /** Where the hall's clock starts (epoch ms) and how much faster than real time it runs. */
  readonly clock: { startAt: number; speed: number } | null
  readonly demo: boolean
}

export class BadConfig extends Error {
  override name = 'BadConfig'
  readonly mistakes: readonly string[]
  constructor(mistakes: readonly string[]) {
    super(mistakes.join('\n'))
    this.mistakes = mistakes
  }
}

const Clock = z.string().transform((text, context) => {
  const match = /^(\S+)(?: x(\d+(?:\.\d+)?))?$/.exec(text)
  const startAt = Date.parse(match?.[1] ?? '')
  const speed = Number(match?.[2] ?? 1)
  if (match && /([+-]\d{2}:\d{2}|Z)$/.test(match[1] ?? '') && Number.isFinite(startAt) && speed > 0 && speed <= 3600)
    return { startAt, speed }
  context.addIssue({
    code: 'custom',
    message:
      'must be an instant with its offset, optionally followed by a space and a speed: 2026-07-14T08:00:00+08:00 x60',
  })
  return z.NEVER
})

const Environment = z.object({
  PORT: z
    .string()
    .regex(/^\d+$/, 'must be a port number')
    .transform(Number)
    .pipe(z.int().min(0).max(65_535))
    .default(8080),
  HOST: z.string().min(1).optional(),
  DATA_DIR: z.string().min(1).default('./data'),
  ANTREAN_SITE: z.string().min(1).optional(),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address that begins with http:// or https://' })
    .optional(),
  ANTREAN_RULES: z.literal('full', { error: "must be 'full' or absent" }).optional(),
  ANTREAN_CLOCK: Clock.optional(),
})

/** Reads every variable and reports every mistake at once, each with the variable's name. Throws `BadConfig`. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>, demo: boolean): Config {
  // An empty variable is an absent one: shells and unit files leave them so.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = Environment.safeParse(given)
  const mistakes = parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  for (const name of ['ANTREAN_CLOCK', 'ANTREAN_RULES']) {
    if (!demo && given[name] !== undefined) mistakes.push(`${name}: only for the demo`)
  }
  if (!parsed.success || mistakes.length > 0) throw new BadConfig(mistakes)
  const { PORT, HOST, DATA_DIR, ANTREAN_SITE, PUBLIC_URL, ANTREAN_RULES, ANTREAN_CLOCK } = parsed.data
  return {
    port: PORT,
    host: HOST ?? (demo ? '127.0.0.1' : '0.0.0.0'),
    dataDir: resolve(DATA_DIR),
    siteFile: ANTREAN_SITE ? resolve(ANTREAN_SITE) : null,
    publicUrl: PUBLIC_URL?.replace(/\/$/, '') ?? null,
    rules: ANTREAN_RULES ?? 'demo',
    clock: ANTREAN_CLOCK ?? null,
    demo,
  }
}
