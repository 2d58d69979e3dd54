import type { Locale } from '../ui-kit/messages/create-messages.ts'

/** The language in force and how to change it, for the bars. */
export interface Language {
  readonly locale: Locale
  readonly onLocale: (locale: Locale) => void
}
