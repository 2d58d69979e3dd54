import { Button } from '../../ui-kit/button.tsx'
import { Icon } from '../../ui-kit/icon.tsx'
import { markedPieces, searchErrands, searchServices } from '../../ui-kit/service-search.ts'
import { type Errand, type KioskService, wantedServices } from '../directory.ts'
import { useKiosk, useWords } from '../kiosk-context.ts'
import { PagedList } from '../parts/paged-list.tsx'
import { ErrandRow, ServiceRow } from '../parts/rows.tsx'
import { StepPage } from '../parts/step-page.tsx'
import { TypingBoard } from '../parts/typing-board.tsx'

type Found = { errand: Errand } | { service: KioskService }

export function SearchPage() {
  const { snapshot, journey, send, portrait } = useKiosk()
  const { t, pick } = useWords()
  const { query, board, modes } = journey
  const empty = query.trim() === ''
  const found = empty ? wantedServices(snapshot) : searchServices(query, snapshot)
  const errands = empty ? [] : searchErrands(query, snapshot.journeys)
  const rows: readonly Found[] = [...errands.map((errand) => ({ errand })), ...found.map((service) => ({ service }))]
  const count = empty
    ? t('kiosk.search-begin')
    : rows.length === 0
      ? t('search.none')
      : t('search.count', { n: rows.length })
  const raised = modes.low && portrait
  // Large letters below the line leave room for the board or for what it finds, not for both.
  const crowded = raised && modes.large
  const typing = { query, done: t('kiosk.search'), onDone: () => send({ type: 'board', out: false }) }
  const field = (
    <search className="find find-open">
      <Icon name="magnifying-glass" />
      <input
        type="search"
        inputMode="none"
        autoComplete="off"
        spellCheck={false}
        // biome-ignore lint/a11y/noAutofocus: the visitor has just asked to type
        autoFocus
        aria-label={t('kiosk.search-label')}
        value={query}
        onClick={() => send({ type: 'board', out: true })}
        onChange={(event) => send({ type: 'query', query: event.target.value })}
        onKeyDown={(event) => event.key === 'Enter' && send({ type: 'board', out: false })}
      />
      {query !== '' && (
        <Button icon="x" onClick={() => send({ type: 'query', query: '' })}>
          {t('kiosk.clear')}
        </Button>
      )}
    </search>
  )
  const told = (
    <>
      <h1 className="search-title" tabIndex={-1}>
        {t('kiosk.search-label')}
      </h1>
      <p className="search-count" role="status">
        {count}
      </p>
    </>
  )
  const results = (
    <PagedList
      key={query}
      className="results"
      items={rows}
      keyOf={(row) => ('errand' in row ? `*${row.errand.code}` : row.service.code)}
      rowHeight={modes.large ? 200 : 160}
      columns={raised && !modes.large ? 2 : 1}
      label={t('kiosk.results')}
      glimpse={raised && board}
    >
      {(row) =>
        'errand' in row ? (
          <ErrandRow errand={row.errand} name={<Marked text={pick(row.errand.name)} query={query} />} />
        ) : (
          <ServiceRow service={row.service} name={<Marked text={pick(row.service.name)} query={query} />} />
        )
      }
    </PagedList>
  )
  const keys = board && <TypingBoard {...typing} />
  if (!portrait) {
    return (
      <StepPage
        name="search"
        tell={
          <>
            {told}
            {results}
          </>
        }
      >
        {field}
        <TypingBoard {...typing} />
      </StepPage>
    )
  }
  return (
    <StepPage name="search" tell={raised && told}>
      {field}
      {!raised && told}
      {!(crowded && board) && results}
      {keys}
    </StepPage>
  )
}

function Marked({ text, query }: { text: string; query: string }) {
  return markedPieces(text, query).map(({ text: piece, marked }, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one name have no other identity
    marked ? <mark key={index}>{piece}</mark> : piece,
  )
}
