import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { CounterSnapshot } from '../server/contract/live.ts'
import { Icon } from '../ui-kit/icon.tsx'
import { useMessages } from '../ui-kit/use-messages.ts'
import { Figures } from './figures.tsx'
import { findRows } from './find.ts'
import { LineRowButton } from './line-row.tsx'
import type { CounterKey } from './messages.ts'
import type { LineTab, RowAct } from './row-acts.ts'
import type { Stage } from './stage.ts'

interface Props {
  snapshot: CounterSnapshot
  stage: Stage
  live: { hallNow(): number }
  linked: boolean
  tab: LineTab
  onTab: (tab: LineTab) => void
  /** Counts the wishes to go to the first row by keyboard. */
  rowWanted: number
  searching: boolean
  onSearching: (searching: boolean) => void
  onAct: (act: RowAct) => void
}

const tabs: readonly LineTab[] = ['waiting', 'held', 'missed']

/** A list of its own below that of a tab: visitors on a side trip, and those who were given up as absent. */
const belowOf: Record<LineTab, 'away' | 'gone' | null> = { waiting: null, held: 'away', missed: 'gone' }

/** Who waits, who is on hold, who missed the call: in the hub's order, each row with what may be done. */
export function Line({ snapshot, stage, live, linked, tab, onTab, rowWanted, searching, onSearching, onAct }: Props) {
  const { t, pick } = useMessages<CounterKey>()
  const [query, setQuery] = useState('')
  const aside = useRef<HTMLElement>(null)
  useEffect(() => {
    if (rowWanted > 0) aside.current?.querySelector<HTMLElement>('.line-row')?.focus()
  }, [rowWanted])
  const rowsOf = (each: LineTab) => findRows(snapshot[each], searching ? query : '', pick)
  const rows = rowsOf(tab)
  const below = belowOf[tab]
  const apart = below ? findRows(snapshot[below], searching ? query : '', pick) : []
  const awayOf = (id: string) => snapshot.away.find((row) => row.id === id)?.at
  const free =
    linked && snapshot.ticket === null && snapshot.counter.state === 'open' && snapshot.counter.pending === null
  const { timeZone } = snapshot.site
  const shared = { free, linked, live, timeZone, returnAfter: snapshot.rules.returnAfter, onAct }
  const close = () => {
    setQuery('')
    onSearching(false)
  }
  return (
    <aside ref={aside} className="line" aria-label={t('line.label')} data-linked={linked}>
      <div className="line-tabs">
        <div className="line-head">
          <TabList
            tab={tab}
            onTab={onTab}
            countOf={(each) => rowsOf(each).length + (each === 'held' ? snapshot.away.length : 0)}
          />
          <button
            type="button"
            className="line-find"
            aria-label={t(searching ? 'line.search-close' : 'line.search')}
            aria-expanded={searching}
            onClick={() => (searching ? close() : onSearching(true))}
          >
            <Icon name={searching ? 'x' : 'magnifying-glass'} />
          </button>
        </div>
        {searching && <SearchField query={query} onQuery={setQuery} onClose={close} />}
        <div
          id="line-panel"
          role="tabpanel"
          aria-labelledby={`line-tab-${tab}`}
          className="line-panel"
          tabIndex={linked ? undefined : 0}
        >
          {rows.length === 0 ? (
            <p className="line-empty">{t(query && searching ? 'line.no-match' : `line.empty-${tab}`)}</p>
          ) : (
            <ol>
              {rows.map((row) => (
                <LineRowButton key={row.id} row={row} list={tab} next={row.id === stage.next?.id} {...shared} />
              ))}
            </ol>
          )}
          {below && apart.length > 0 && (
            <>
              <h3 id="line-below" className="line-below">
                {t(`line.${below}`)}
                <span>{apart.length}</span>
              </h3>
              <ol aria-labelledby="line-below">
                {apart.map((row) => {
                  const away = below === 'away' ? awayOf(row.id) : undefined
                  return (
                    <LineRowButton
                      key={row.id}
                      row={row}
                      list={below}
                      {...(away ? { away } : {})}
                      next={false}
                      {...shared}
                    />
                  )
                })}
              </ol>
            </>
          )}
        </div>
      </div>
      <Figures counter={snapshot.counter} />
    </aside>
  )
}

interface TabListProps {
  tab: LineTab
  onTab: (tab: LineTab) => void
  countOf: (tab: LineTab) => number
}

/** Left and right move between the lists; one of them is in the order of the keyboard. */
function TabList({ tab, onTab, countOf }: TabListProps) {
  const { t } = useMessages<CounterKey>()
  const list = useRef<HTMLDivElement>(null)
  const move = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    const next = (tabs.indexOf(tab) + step + tabs.length) % tabs.length
    if (step === 0) return
    event.preventDefault()
    onTab(tabs[next] ?? tab)
    list.current?.querySelectorAll('button')[next]?.focus()
  }
  return (
    <div ref={list} role="tablist" className="line-tab-list" aria-label={t('line.tabs')}>
      {tabs.map((each) => (
        <button
          key={each}
          type="button"
          role="tab"
          id={`line-tab-${each}`}
          className="line-tab"
          aria-selected={each === tab}
          aria-controls="line-panel"
          tabIndex={each === tab ? 0 : -1}
          onClick={() => onTab(each)}
          onKeyDown={move}
        >
          {t(`line.${each}`)}
          <span>{countOf(each)}</span>
        </button>
      ))}
    </div>
  )
}

function SearchField({
  query,
  onQuery,
  onClose,
}: {
  query: string
  onQuery: (query: string) => void
  onClose: () => void
}) {
  const { t } = useMessages<CounterKey>()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  return (
    <input
      ref={field}
      type="search"
      className="line-search"
      aria-label={t('line.search')}
      placeholder={t('line.search')}
      value={query}
      onChange={(event) => onQuery(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
    />
  )
}
