import { useEffect, useRef, useState } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
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
  searching: boolean
  onSearching: (searching: boolean) => void
  onAct: (act: RowAct) => void
}

const tabs: readonly LineTab[] = ['waiting', 'held', 'missed']

/** Who waits, who is on hold, who missed the call: in the hub's order, each row with what may be done. */
export function Line({ snapshot, stage, live, linked, tab, onTab, searching, onSearching, onAct }: Props) {
  const { t, pick } = useMessages<CounterKey>()
  const [query, setQuery] = useState('')
  const rowsOf = (each: LineTab) => findRows(snapshot[each], searching ? query : '', pick)
  const free =
    linked && snapshot.ticket === null && snapshot.counter.state === 'open' && snapshot.counter.pending === null
  const close = () => {
    setQuery('')
    onSearching(false)
  }
  return (
    <aside className="line" aria-label={t('line.label')} data-linked={linked}>
      <Tabs className="line-tabs" selectedKey={tab} onSelectionChange={(key) => onTab(key as LineTab)}>
        <div className="line-head">
          <TabList className="line-tab-list" aria-label={t('line.tabs')}>
            {tabs.map((each) => (
              <Tab key={each} id={each} className="line-tab">
                {t(`line.${each}`)}
                <span>{rowsOf(each).length}</span>
              </Tab>
            ))}
          </TabList>
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
        {tabs.map((each) => {
          const rows = rowsOf(each)
          return (
            <TabPanel key={each} id={each} className="line-panel">
              {rows.length === 0 ? (
                <p className="line-empty">{t(query && searching ? 'line.no-match' : `line.empty-${each}`)}</p>
              ) : (
                <ol>
                  {rows.map((row) => (
                    <LineRowButton
                      key={row.id}
                      row={row}
                      tab={each}
                      next={row.id === stage.next?.id}
                      free={free}
                      linked={linked}
                      live={live}
                      timeZone={snapshot.site.timeZone}
                      onAct={onAct}
                    />
                  ))}
                </ol>
              )}
            </TabPanel>
          )
        })}
      </Tabs>
      <Figures counter={snapshot.counter} />
    </aside>
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
