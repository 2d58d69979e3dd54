import { type KeyboardEvent, useRef, useState } from 'react'
import { Icon } from '../../ui-kit/icon.tsx'
import { useMessages } from '../../ui-kit/use-messages.ts'
import type { Entry } from '../forms/path.ts'
import { MediaShelf } from '../media/media-shelf.tsx'
import type { ConsoleKey } from '../messages/console.ts'
import { plansOf, type ShelfTab } from '../plans/all-plans.ts'
import { codeOf, entriesOf, isSettings, type Plan } from '../plans/plan.ts'
import { prefixesPlan } from '../plans/settings-plans.ts'
import { useConsole } from './console-context.ts'
import { EntryPage } from './entry-page.tsx'
import { HolidayImport } from './holiday-import.tsx'
import { LiveMap } from './live-map.tsx'
import { PrefixList } from './prefix-list.tsx'
import { mayAdd, ownBeginning } from './rights.ts'
import { hashOf } from './route.ts'

/** A tab of entries: the kinds, the list of one of them, and the form of one entry. */
export function Shelf({ tab }: { tab: ShelfTab }) {
  const { way, site } = useConsole()
  const { t } = useMessages<ConsoleKey>()
  const { slug, code, isNew } = way.route
  const plans: readonly Plan[] = plansOf[tab]
  const plan = plans.find((each) => each.slug === slug) ?? plans[0]
  if (!plan) return null
  const own = plan === plans[0] ? null : plan.slug
  return (
    <div className={isSettings(plan) ? 'shelf shelf-settings' : 'shelf'}>
      <nav className="kinds" aria-label={t('shelf.kinds')}>
        {plans.map((each, index) => (
          <a
            key={each.slug}
            href={hashOf({ tab, slug: index === 0 ? null : each.slug })}
            aria-current={each === plan ? 'page' : undefined}
          >
            {t(each.title)}
            {!isSettings(each) && <small>{entriesOf(each, site).length}</small>}
          </a>
        ))}
      </nav>
      {!isSettings(plan) && <EntryList key={plan.slug} plan={plan} slug={own} />}
      <Opened key={`${plan.slug} ${code} ${isNew}`} plan={plan} slug={own} />
    </div>
  )
}

/** The form that the address asks for. */
function Opened({ plan, slug }: { plan: Plan; slug: string | null }) {
  const surroundings = useConsole()
  const { way, site } = surroundings
  const { t } = useMessages<ConsoleKey>()
  const { tab, code, isNew } = way.route
  if (plan === prefixesPlan) return <PrefixList />
  if (plan.kind === 'site') return <EntryPage plan={plan} present={site.site} begin={site.site} source={null} />
  const kind = plan.kind
  const found = entriesOf(plan, site).find((entry) => codeOf(kind, entry) === code) ?? null
  if (isNew && plan.blank) {
    const blank = { ...plan.blank(site), ...ownBeginning(surroundings, kind) }
    const begin = found ? copied(plan, found, blank) : blank
    return <EntryPage plan={plan} present={null} begin={begin} source={found} />
  }
  if (found) return <EntryPage plan={plan} present={found} begin={found} source={null} />
  return (
    <div className="opened">
      {tab === 'gedung' && slug === null ? (
        <LiveMap />
      ) : (
        <p className="choose">{t(code ? 'shelf.gone' : 'shelf.choose')}</p>
      )}
      {plan.kind === 'holidays' && <HolidayImport />}
      {plan.kind === 'playlist' && <MediaShelf />}
    </div>
  )
}

/** As the other one, without what must be its own. */
function copied(plan: Plan, source: Entry, blank: Entry): Entry {
  const own = plan.groups.flatMap((group) => group.fields).filter((field) => field.key || field.path === 'prefix')
  const names = [...own.map((field) => field.path), ...(plan.kind === 'booths' ? ['sign'] : [])]
  const rest = Object.entries(source).filter(([name]) => !names.includes(name))
  const given = names.filter((name) => name in blank).map((name) => [name, blank[name]])
  return Object.fromEntries([...rest, ...given])
}

/** Every entry of one kind, found by any of its words; arrows walk it. */
function EntryList({ plan, slug }: { plan: Plan; slug: string | null }) {
  const surroundings = useConsole()
  const { way, site, setting } = surroundings
  const { t } = useMessages<ConsoleKey>()
  const [query, setQuery] = useState('')
  const list = useRef<HTMLUListElement>(null)
  if (plan.kind === 'site') return null
  const kind = plan.kind
  const { tab, code, isNew } = way.route
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const rows = entriesOf(plan, site)
    .map((entry) => ({
      code: codeOf(kind, entry),
      name: plan.nameOf(entry, setting),
      hint: plan.hintOf?.(entry, setting) ?? '',
    }))
    .filter((row) => words.every((word) => `${row.code} ${row.name} ${row.hint}`.toLowerCase().includes(word)))
  const walk = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!step) return
    event.preventDefault()
    const links = [...(list.current?.querySelectorAll('a') ?? [])]
    const at = links.indexOf(document.activeElement as HTMLAnchorElement)
    links[Math.min(Math.max(at + step, 0), links.length - 1)]?.focus()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows are a short way between links that Tab reaches, too
    <div className="list card" onKeyDown={walk}>
      <div className="list-head">
        <label className="search">
          <Icon name="magnifying-glass" />
          <span className="k-sr">{t('shelf.search', { kind: t(plan.title).toLowerCase() })}</span>
          <input
            type="search"
            value={query}
            placeholder={t('shelf.search', { kind: t(plan.title).toLowerCase() })}
            onChange={({ target }) => setQuery(target.value)}
          />
        </label>
        {mayAdd(surroundings, plan.kind) && plan.blank && (
          <a className="k-button" href={hashOf({ tab, slug, isNew: true })}>
            <Icon name="plus" />
            {t('shelf.add')}
          </a>
        )}
      </div>
      <p className="k-sr" role="status">
        {query && t('shelf.found', { n: rows.length })}
      </p>
      <ul ref={list}>
        {rows.map((row) => (
          <li key={row.code}>
            <a
              href={hashOf({ tab, slug, code: row.code })}
              aria-current={row.code === code && !isNew ? 'page' : undefined}
            >
              <b>{row.name}</b>
              <small>{row.hint}</small>
            </a>
          </li>
        ))}
        {rows.length === 0 && <li className="none">{t('shelf.none')}</li>}
      </ul>
    </div>
  )
}
