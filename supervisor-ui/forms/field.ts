import type { SitePackage } from '../../server/contract/site.ts'
import type { Messages, Text } from '../../ui-kit/messages/create-messages.ts'
import type { ConsoleKey } from '../messages/console.ts'
import type { Entry } from './path.ts'

/** What a list or a choice offers. */
export interface Option {
  readonly value: string
  readonly label: string
}

/** Where the words of a value come from: the building it belongs to, and the language of the screen. */
export interface Setting {
  readonly site: SitePackage
  readonly messages: Messages<ConsoleKey>
}

type Options = (setting: Setting, owner: Entry) => readonly Option[]

interface Common {
  /** Below the entry, as `place.x`; empty for the whole of a row. */
  readonly path: string
  readonly label: ConsoleKey
  readonly help?: ConsoleKey
  readonly optional?: boolean
  /** Spreads over the whole width of the form. */
  readonly wide?: boolean
  /** Absent = always: whether the part that it belongs to, as filled in now, has this field. */
  readonly when?: (owner: Entry) => boolean
  /** Names the entry: given once, when it is new. */
  readonly key?: boolean
}

type Plain<K> = K extends string ? { readonly kind: K } : never

/** One part of an entry, as its form shows it, checks it and words its change. */
export type Field = Common &
  (
    | Plain<'line' | 'paragraph' | 'words' | 'words-list' | 'code' | 'date' | 'time' | 'weekly' | 'flag' | 'tags'>
    | { readonly kind: 'number'; readonly unit?: ConsoleKey; readonly decimals?: boolean }
    | {
        readonly kind: 'choice'
        readonly options: Options
        readonly asNumber?: boolean
        readonly none?: ConsoleKey
        /** What the whole part becomes when this is chosen: parts of another kind have other fields. */
        readonly becomes?: (value: string, owner: Entry) => Entry
      }
    | { readonly kind: 'checks'; readonly options: Options }
    | { readonly kind: 'many'; readonly options: Options }
    /** A part that is there or not, with parts of its own. */
    | { readonly kind: 'group'; readonly fields: readonly Field[]; readonly blank: Entry }
    /** Any number of rows with the same parts. */
    | {
        readonly kind: 'rows'
        readonly fields: readonly Field[]
        readonly blank: unknown
        readonly keepOrder?: boolean
      }
    /** A picture of black and white (PNG in base64). */
    | Plain<'logo'>
    /** A file of the media shelf. */
    | Plain<'media-file'>
    /** Booths and kiosks on their floor's map. */
    | Plain<'place'>
    /** Services in two tiers (R4.1). */
    | { readonly kind: 'tiers'; readonly options: Options }
    /** Which step needs which other ones done before. */
    | { readonly kind: 'steps'; readonly options: Options }
    /** The other half of `steps`, which draws it: here for its words only. */
    | { readonly kind: 'after'; readonly options: Options }
    /** The pack of recorded words that speaks. */
    | Plain<'voice'>
    /** What a dated exception is about. */
    | Plain<'scope'>
    /** Which key of a pad asks for what. */
    | Plain<'keys'>
  )
export type FieldOf<K extends Field['kind']> = Extract<Field, { kind: K }>

export interface FieldGroup {
  readonly title: ConsoleKey
  readonly about?: ConsoleKey
  readonly fields: readonly Field[]
}

/** What of a zod schema a form needs. */
export interface Schema {
  safeParse(value: unknown): {
    success: boolean
    error?: { issues: readonly Issue[] } | undefined
  }
}

export interface Issue {
  readonly code?: string | undefined
  readonly path: readonly PropertyKey[]
  readonly message: string
  readonly minimum?: unknown
  readonly maximum?: unknown
  readonly origin?: unknown
  readonly format?: unknown
  readonly expected?: unknown
  readonly pattern?: unknown
}

export const isText = (value: unknown): value is Text =>
  typeof value === 'object' && value !== null && 'id' in value && 'en' in value
