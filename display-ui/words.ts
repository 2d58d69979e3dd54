import { type Layout, layouts } from '../server/contract/media.ts'
import { createMessages, type Locale, type Messages } from '../ui-kit/messages/create-messages.ts'
import { kitCatalogue } from '../ui-kit/messages/kit.ts'
import { useMessages } from '../ui-kit/use-messages.ts'
import { type DisplayKey, displayCatalogue } from './messages.ts'

/** Displays speak the building's language; `?lang=en` is for a hall that wants English ones too. */
export const readLocale = (asked: URLSearchParams): Locale => (asked.get('lang') === 'en' ? 'en' : 'id')

/** `?layout=media`, to try a layout out on one screen. */
export const readLayout = (asked: URLSearchParams): Layout | undefined =>
  layouts.find((layout) => layout === asked.get('layout'))

export const displayMessages = (locale: Locale) => createMessages(locale, kitCatalogue, displayCatalogue) as Messages

export const useWords = () => useMessages<DisplayKey>()

/** "Loket 2" from the label of a counter, whether it comes as "2" or already as "Loket 2". */
export function counterText(label: string, { t }: ReturnType<typeof useWords>): string {
  const figure = /\d+/.exec(label)?.[0]
  return figure ? t('place.counter', { n: Number(figure) }) : label
}
