import { useEffect, useState } from 'react'
import type { Locale } from './messages/create-messages.ts'

const storeKey = 'antrean.locale'

const localeOf = (value: string | null): Locale | null => (value === 'id' || value === 'en' ? value : null)

/** What was asked for in the address (`?lang=en`), else chosen on this screen before. */
function chosenBefore(): Locale | null {
  const asked = localeOf(new URLSearchParams(location.search).get('lang'))
  if (asked) return asked
  try {
    return localeOf(localStorage.getItem(storeKey))
  } catch {
    return null
  }
}

/** The language of a screen for one person; `fallback` holds until somebody chooses. Keeps `<html lang>` true. */
export function useLocale(fallback: Locale = 'id'): readonly [Locale, (locale: Locale) => void] {
  const [chosen, setChosen] = useState(chosenBefore)
  const locale = chosen ?? fallback
  useEffect(() => {
    document.documentElement.lang = locale
  }, [locale])
  const choose = (next: Locale) => {
    setChosen(next)
    try {
      localStorage.setItem(storeKey, next)
    } catch {
      // A browser that keeps nothing forgets the choice with the page; the screen works all the same.
    }
  }
  return [locale, choose]
}
