import type { Text } from '../contract/site.ts'

export type Path = readonly (string | number)[]

/** What is wrong with a site package, in one place of its text. */
export type Mistake = {
  /** Stable name of the rule that is broken, for programs. */
  rule: string
  /** As `services[12].booth`; empty for the whole file. */
  path: string
  /** From 1. For a part that is missing: where its owner begins. */
  line: number
  column: number
  /** Code of the entity the place belongs to: a booth's code, a counter's number, a floor's level. */
  code?: string
  message: Text
}

/** A mistake in a package that has no text. */
export type PartMistake = Omit<Mistake, 'line' | 'column'>

/** A mistake before its place in the text is known. */
export type Finding = { rule: string; path: Path; message: Text }

export const say = (id: string, en: string): Text => ({ id, en })

/** The lists of a package: what one entry is called, and which of its fields names it. */
export const kinds = {
  floors: { key: 'level', id: 'Lantai', en: 'Floor' },
  zones: { key: 'code', id: 'Zona', en: 'Zone' },
  kiosks: { key: 'code', id: 'Kios', en: 'Kiosk' },
  categories: { key: 'code', id: 'Kelompok layanan', en: 'Category' },
  centralSystems: { key: 'code', id: 'Sistem pusat', en: 'Central system' },
  agencies: { key: 'code', id: 'Instansi', en: 'Agency' },
  booths: { key: 'code', id: 'Gerai', en: 'Booth' },
  counters: { key: 'number', id: 'Loket', en: 'Counter' },
  services: { key: 'code', id: 'Layanan', en: 'Service' },
  journeys: { key: 'code', id: 'Alur', en: 'Journey' },
  holidays: { key: 'date', id: 'Hari libur', en: 'Holiday' },
  exceptions: { key: 'code', id: 'Jam khusus', en: 'Dated exception' },
  playlist: { key: 'code', id: 'Tayangan', en: 'Playlist item' },
} as const

export type Kind = keyof typeof kinds

export const kindNames = Object.keys(kinds) as Kind[]

export function isKind(name: unknown): name is Kind {
  return typeof name === 'string' && Object.hasOwn(kinds, name)
}

export function writePath(path: Path): string {
  return path
    .map((step, index) => {
      if (typeof step === 'number') return `[${step}]`
      if (!/^[A-Za-z_]\w*$/.test(step)) return `[${JSON.stringify(step)}]`
      return index === 0 ? step : `.${step}`
    })
    .join('')
}
