import { useCallback, useEffect, useRef, useState } from 'react'

export const tabs = [
  'langsung',
  'gerai',
  'layanan',
  'jadwal',
  'petugas',
  'gedung',
  'aturan',
  'kesiapan',
  'perangkat',
  'riwayat',
  'paket',
] as const
export type Tab = (typeof tabs)[number]

/** Where in the console somebody is; `#gerai/loket/5` is a tab, a kind and an entry, and `#gerai/DUKC` the first kind's. */
export interface Route {
  readonly tab: Tab
  /** Lower case; null for the first of the tab. */
  readonly slug: string | null
  /** Capitals or figures: an entry's name. */
  readonly code: string | null
  /** A new entry is being made, after the one that is named or from nothing. */
  readonly isNew: boolean
}

const newWord = 'baru'

export function routeOf(hash: string): Route {
  const [first, ...rest] = decodeURIComponent(hash.replace(/^#/, '')).split('/')
  const tab = tabs.find((each) => each === first) ?? 'langsung'
  const [slug, ...codes] = /^[a-z]/.test(rest[0] ?? '') && rest[0] !== newWord ? rest : [null, ...rest]
  const isNew = codes[0] === newWord
  return { tab, slug: slug ?? null, code: (isNew ? codes[1] : codes[0]) ?? null, isNew }
}

export function hashOf({ tab, slug = null, code = null, isNew = false }: Partial<Route> & { tab: Tab }): string {
  return `#${[tab, slug, isNew && newWord, code]
    .filter(Boolean)
    .map((part) => encodeURIComponent(String(part)))
    .join('/')}`
}

export interface Way {
  readonly route: Route
  /** Where somebody wants to go from a form that has not been saved; null when nobody does. */
  readonly asked: string | null
  go(hash: string): void
  /** While it says yes, leaving asks first. */
  guard(isDirty: boolean): void
  leave(): void
  stay(): void
}

/** How many steps into the console an entry of the browser's history lies; undefined for one just made by a link. */
const depthNow = (): number | undefined => (history.state as { depth?: number } | null)?.depth

/** The page's address as the way through the console; the back button walks it, too. */
export function useRoute(): Way {
  const [hash, setHash] = useState(location.hash)
  const [asked, setAsked] = useState<string | null>(null)
  const dirty = useRef(false)
  const shown = useRef({ hash: location.hash, depth: depthNow() ?? 0 })

  useEffect(() => {
    history.replaceState({ depth: shown.current.depth }, '')
    const follow = () => {
      if (location.hash === shown.current.hash) return
      const depth = depthNow()
      if (dirty.current) {
        setAsked(location.hash)
        history.go(depth === undefined ? -1 : shown.current.depth - depth)
        return
      }
      shown.current = { hash: location.hash, depth: depth ?? shown.current.depth + 1 }
      history.replaceState({ depth: shown.current.depth }, '')
      setHash(location.hash)
    }
    const warn = (event: BeforeUnloadEvent) => {
      if (dirty.current) event.preventDefault()
    }
    addEventListener('hashchange', follow)
    addEventListener('beforeunload', warn)
    return () => {
      removeEventListener('hashchange', follow)
      removeEventListener('beforeunload', warn)
    }
  }, [])

  const go = useCallback((next: string) => {
    location.hash = next
  }, [])
  const guard = useCallback((isDirty: boolean) => {
    dirty.current = isDirty
  }, [])
  const leave = useCallback(() => {
    dirty.current = false
    if (asked !== null) location.hash = asked
    setAsked(null)
  }, [asked])
  const stay = useCallback(() => setAsked(null), [])
  return { route: routeOf(hash), asked, go, guard, leave, stay }
}
